// An order's ledger: as a picture of what moved where, as a table of signed lines which sum to zero, and each account's balance at the end.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { eventsQuery, journalQuery, orderQuery, type Posting } from "../../api/queries.ts";
import { figureText } from "../../parts/format.ts";
import { Instant } from "../../parts/instant.tsx";
import { Head, Section } from "../../parts/section.tsx";
import { eventText } from "../../words/facts.ts";
import { useStaffWords } from "../../words/staffWords.ts";
import { accountText } from "../staff/account.ts";
import { Listed } from "../staff/pager.tsx";
import { FlowPicture } from "./flowPicture.tsx";
import "../../look/staff.css";

export function JournalPage(): ReactElement {
  const { s, t } = useStaffWords();
  const { orderId } = useParams({ from: "/operations/journal/$orderId" });
  const { data: order } = useQuery(orderQuery(orderId));
  const { data: events = [] } = useQuery(eventsQuery(orderId));
  const reading = useQuery(journalQuery(orderId));
  const postings = reading.data ?? [];
  const number = order?.externalId ?? "";
  const types = new Map(events.map(({ seq, type }) => [seq, type]));
  return (
    <>
      <Head crumb={<><Link to="/operations/ledger">{s("ledger.title")}</Link> / <Link to="/orders/$orderId" params={{ orderId }}>{t("order.title", { number })}</Link></>} title={s("journal.title", { number })} sub={s("journal.sub")} />
      <Listed reading={reading} count={postings.length} none={s("journal.none")}>
        <FlowPicture postings={postings} types={types} />
        <Section title={s("ops.journal")}><Lines postings={postings} types={types} /></Section>
        <Balances postings={postings} />
      </Listed>
    </>
  );
}

function Lines({ postings, types }: { postings: readonly Posting[]; types: ReadonlyMap<number, string> }): ReactElement {
  const words = useStaffWords();
  const { s, t, language } = words;
  return (
    <div className="wrap" tabIndex={0} role="group" aria-label={s("ops.journal")}>
      <table className="table rows">
        <thead><tr><th>{t("timeline.when")}</th><th>{s("journal.fact")}</th><th>{s("journal.account")}</th><th className="num">{s("journal.moved")}</th></tr></thead>
        <tbody>
          {postings.map(({ eventSeq, at, account, amountMinor, currency }, index) => {
            const begins = postings[index - 1]?.eventSeq !== eventSeq;
            return (
              <tr key={index} className={begins ? "begins" : ""}>
                <td>{begins && <Instant at={at} />}</td><td className="text">{begins && eventText(types.get(eventSeq) ?? "", language)}</td>
                <td className="text">{accountText(account, words)}<br /><small className="faint">{account}</small></td><td className="num">{figureText(amountMinor, currency, language)} {currency}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Balances({ postings }: { postings: readonly Posting[] }): ReactElement {
  const words = useStaffWords();
  const { s, language } = words;
  const sums = new Map<string, { account: string; currency: string; amountMinor: number }>();
  for (const { account, currency, amountMinor } of postings) {
    const key = `${account} ${currency}`;
    sums.set(key, { account, currency, amountMinor: (sums.get(key)?.amountMinor ?? 0) + amountMinor });
  }
  const rows = [...sums.values()].filter(({ amountMinor }) => amountMinor !== 0).toSorted((one, other) => (one.account < other.account ? -1 : 1));
  const currencies = [...new Set(postings.map(({ currency }) => currency))];
  const total = (currency: string): number => rows.filter((row) => row.currency === currency).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return (
    <Section title={s("journal.balances")} aside={currencies.every((currency) => total(currency) === 0) ? s("journal.balanced") : undefined}>
      <div className="wrap" tabIndex={0} role="group" aria-label={s("journal.balances")}>
        <table className="table">
          <thead><tr><th>{s("journal.account")}</th><th className="num">{s("balance.closing")}</th></tr></thead>
          <tbody>
            {rows.map(({ account, currency, amountMinor }) => <tr key={account + currency}><td className="text">{accountText(account, words)}<br /><small className="faint">{account}</small></td><td className="num">{figureText(amountMinor, currency, language)} {currency}</td></tr>)}
            {currencies.map((currency) => <tr key={currency} className="sum"><td>{s("sum")}</td><td className="num">{figureText(total(currency), currency, language)} {currency}</td></tr>)}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
