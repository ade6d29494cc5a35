// What somebody was sanctioned for in an order: points, fine, until when it can be appealed, and how that ended. Appealing stands among the actions.
import type { ReactElement } from "react";
import type { Order } from "../../api/queries.ts";
import { Instant } from "../../parts/instant.tsx";
import { Money } from "../../parts/money.tsx";
import { begun } from "../../parts/people.ts";
import { Facts, Section } from "../../parts/section.tsx";
import { codeText } from "../../words/facts.ts";
import { useStaffWords } from "../../words/staffWords.ts";

export function Sanctions({ order }: { order: Order }): ReactElement {
  const { s, language } = useStaffWords();
  return (
    <Section title={s("sanctions.title")}>
      {order.sanctions.map(({ id, reason, points, fineMinor, status, at, appealUntil, note, answer }) => (
        <Facts key={id} rows={[
          [s("sanctions.why"), begun(codeText(reason, language)), <Instant key="at" at={at} />],
          [s(`sanctions.status.${status}`), s("sanctions.points", { count: points }), status === "active" ? <>{s("sanctions.appealUntil")} <Instant at={appealUntil} /></> : null],
          [s("sanctions.fine"), fineMinor === 0 ? s("sanctions.noFine") : <Money key="fine" amountMinor={fineMinor} currency={order.money.currency} />],
          ...(answer === null ? [] : [[s("sanctions.answer"), <span className="said" key="answer">{answer}</span>] as const]),
          ...(note === null ? [] : [[s("sanctions.said"), <span className="said" key="note">{note}</span>] as const]),
        ]} />
      ))}
    </Section>
  );
}
