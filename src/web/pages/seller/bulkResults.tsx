// What a bulk answer did: a line for each order with its own sum, way and promise, or the rule that refused it.
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { Order, Refund } from "../../api/queries.ts";
import { figureText } from "../../parts/format.ts";
import { Instant } from "../../parts/instant.tsx";
import { Section } from "../../parts/section.tsx";
import { statusText } from "../../parts/status.tsx";
import { useStaffWords } from "../../words/staffWords.ts";
import { whyNot } from "../staff/whyNot.ts";

/** `after` is the order as the answer left it, null where it was refused with `error`. */
export type Outcome = { before: Order; command: string; after: Order | null; error: unknown };

const refundsMadeBy = ({ before, after }: Outcome): Refund[] => after?.refunds.filter(({ id }) => !before.refunds.some((one) => one.id === id)) ?? [];
const backMinor = (outcome: Outcome): number => refundsMadeBy(outcome).reduce((sum, { amountMinor }) => sum + amountMinor, 0);

export function BulkResults({ outcomes }: { outcomes: readonly Outcome[] }): ReactElement {
  const { s, language } = useStaffWords();
  const done = outcomes.filter(({ after }) => after !== null).length;
  const currencies = [...new Set(outcomes.map(({ before }) => before.money.currency))];
  return (
    <Section title={s("bulk.results")} aside={s("bulk.done", { done, refused: outcomes.length - done })}>
      <div className="wrap">
        <table className="table rows">
          <thead><tr><th>{s("queue.order")}</th><th>{s("bulk.happened")}</th><th className="num">{s("bulk.back")}</th><th>{s("bulk.promise")}</th><th>{s("bulk.undo")}</th></tr></thead>
          <tbody>
            {outcomes.map((outcome) => <Result key={outcome.before.id} outcome={outcome} />)}
            {currencies.map((currency) => <tr key={currency} className="sum"><td>{s("sum")}</td><td /><td className="num">{figureText(outcomes.filter(({ before }) => before.money.currency === currency).reduce((sum, one) => sum + backMinor(one), 0), currency, language)} {currency}</td><td /><td /></tr>)}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Result({ outcome }: { outcome: Outcome }): ReactElement {
  const words = useStaffWords();
  const { s, t, say, language } = words;
  const { before, after } = outcome;
  const [refund] = refundsMadeBy(outcome);
  return (
    <tr>
      <td className="id"><Link to="/orders/$orderId" params={{ orderId: before.id }}>{before.externalId}</Link></td>
      <td className="text whole">{after === null ? <><b>{s("bulk.refused")}</b> {whyNot(outcome.error, words)}</> : <>{s("bulk.agreed")} {statusText(after, words)}</>}</td>
      <td className="num">{figureText(backMinor(outcome), before.money.currency, language)} {before.money.currency}</td>
      <td className="text soft">{refund ? <>{say(before.marketplace, `method.${refund.to}`)}, {t("by")} <Instant at={refund.promisedBy} kind="day" /></> : ""}</td>
      <td>{refund && refund.status === "approved" ? <Instant at={refund.cancellableUntil} kind="due" /> : <span className="faint">{s("bulk.noUndo")}</span>}</td>
    </tr>
  );
}
