// An order's journal as a picture: an account is a line downwards, a fact a row, a sum an arrow from one line to another. The table
// under it says the same in words and figures, for whoever does not see it.
import type { ReactElement } from "react";
import type { Posting } from "../../api/queries.ts";
import { figureText } from "../../parts/format.ts";
import { Instant } from "../../parts/instant.tsx";
import { Section } from "../../parts/section.tsx";
import { eventText } from "../../words/facts.ts";
import { useStaffWords } from "../../words/staffWords.ts";
import { accountText } from "../staff/account.ts";
import { accountsOf, factsOf, type Fact } from "./moneyFlow.ts";

const FACT_PX = 132;
const COLUMN_PX = 112;
const MOVE_PX = 36;
const HEAD_PX = 7;

export function FlowPicture({ postings, types }: { postings: readonly Posting[]; types: ReadonlyMap<number, string> }): ReactElement {
  const words = useStaffWords();
  const accounts = accountsOf(postings);
  const columns = { gridTemplateColumns: `minmax(${FACT_PX}px, 1fr) repeat(${accounts.length}, ${COLUMN_PX}px)`, minWidth: FACT_PX + accounts.length * COLUMN_PX };
  return (
    <Section title={words.s("flow.title")}>
      <div className="wrap flow" tabIndex={0} role="group" aria-label={words.s("flow.title")}>
        <div className="flow-head" style={columns}><span />{accounts.map((account) => <b key={account}>{accountText(account, words)}</b>)}</div>
        {factsOf(postings).map((fact) => (
          <div key={fact.eventSeq} className="flow-fact" style={columns}>
            <p>{eventText(types.get(fact.eventSeq) ?? "", words.language)}<br /><small className="faint"><Instant at={fact.at} /></small></p>
            <Arrows fact={fact} accounts={accounts} />
          </div>
        ))}
      </div>
      <p className="foots">{words.s("flow.reads")}</p>
    </Section>
  );
}

function Arrows({ fact: { moves }, accounts }: { fact: Fact; accounts: readonly string[] }): ReactElement {
  const { language } = useStaffWords();
  const width = accounts.length * COLUMN_PX;
  const height = Math.max(2, moves.length + 0.5) * MOVE_PX;
  const middle = (account: string): number => (accounts.indexOf(account) + 0.5) * COLUMN_PX;
  return (
    <div className="arrows" style={{ gridColumn: `2 / span ${accounts.length}`, width, minHeight: height }}>
      <svg aria-hidden="true">
        {accounts.map((account) => <line key={account} className="life" x1={middle(account)} x2={middle(account)} y1={0} y2="100%" />)}
        {moves.map(({ from, to, amountMinor, currency }, index) => {
          const [begin, end] = [middle(from), middle(to)];
          const y = (index + 1) * MOVE_PX;
          const back = end < begin ? HEAD_PX : -HEAD_PX;
          return (
            <g key={index}>
              <circle cx={begin} cy={y} r={3} />
              <line className="move" x1={begin} x2={end + back} y1={y} y2={y} />
              <path d={`M${end} ${y} l${back} -4 v8 z`} />
              <text x={(begin + end) / 2} y={y - 8} textAnchor="middle">{figureText(amountMinor, currency, language)}</text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
