// What has happened to an order, the newest first, with the money beside it; above it, dashed, what will happen if nobody acts.
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { useNow } from "../api/now.ts";
import { usePerson, type Person } from "../api/person.ts";
import { eventsQuery, journalQuery, type Event, type Order } from "../api/queries.ts";
import { codeText, eventText } from "../words/facts.ts";
import { useWords, type Words } from "../words/words.ts";
import { balancesNow, columns, entriesOf, type Balances, type Column } from "./balances.ts";
import { figureText, moneyText, sentenceGap, shortMoment } from "./format.ts";
import { begun, deadlinesOf, deadlineWords, nameOf } from "./people.ts";
import { Section } from "./section.tsx";
import { statusText } from "./status.tsx";

/** So many lines are shown at first: an order's history can be long. */
const SHOWN_FIRST = 30;

export function Timeline({ order }: { order: Order }): ReactElement {
  const words = useWords();
  const { t } = words;
  const [whole, setWhole] = useState(false);
  const { data: events = [] } = useQuery(eventsQuery(order.id));
  const { data: postings = [] } = useQuery(journalQuery(order.id));
  const entries = entriesOf(events, postings).filter(({ event }) => event.type !== "PartyReminded").reverse();
  const shown = whole ? entries : entries.slice(0, SHOWN_FIRST);
  return (
    <Section title={t("timeline.title")} aside={t("timeline.newest", { currency: order.money.currency })}>
      <table className="ledger">
        <thead><tr><th className="when">{t("timeline.when")}</th><th>{t("timeline.what")}</th>{columns.map((column) => <th key={column} className="num">{t(`column.${column}`)}</th>)}</tr></thead>
        <tbody>
          <Ahead order={order} />
          <tr className="now"><td className="when">{t("timeline.now")}</td><td className="what">{statusText(order, words)}</td><Figures balances={balancesNow(order)} shown={columns} currency={order.money.currency} /></tr>
          {shown.map(({ event, balances, changed }) => (
            <tr key={event.seq}>
              <td className="when"><time dateTime={event.at}>{shortMoment(Date.parse(event.at), words.language)}</time></td>
              <td className="what">{eventText(event.type, words.language)}<Why order={order} event={event} /></td>
              <Figures balances={balances} shown={changed} currency={order.money.currency} />
            </tr>
          ))}
        </tbody>
      </table>
      {!whole && entries.length > SHOWN_FIRST && <p className="go"><button type="button" className="button" onClick={() => setWhole(true)}>{t("timeline.rest", { count: entries.length - SHOWN_FIRST })}</button></p>}
      <p className="foots">{t("timeline.reads")}</p>
    </Section>
  );
}

function Figures({ balances, shown, currency }: { balances: Balances; shown: readonly Column[]; currency: string }): ReactElement {
  const { t, language } = useWords();
  return <>{columns.map((column) => <td key={column} className="num" data-label={t(`column.${column}`)}>{shown.includes(column) ? figureText(balances[column], currency, language) : ""}</td>)}</>;
}

/** What silence will bring, the latest first as everything here; money that is promised stands in its columns. */
function Ahead({ order }: { order: Order }): ReactElement {
  const words = useWords();
  const { t, language } = words;
  const person = usePerson();
  const now = useNow();
  const { money } = order;
  const silent = deadlinesOf(order).filter(({ by }) => Date.parse(by) >= now).map((one) => ({
    key: one.id, at: one.by, what: begun(deadlineWords(order, one, words).otherwise), why: t("timeline.ifSilent", { who: nameOf(order, one.who, person, words) }), refund: null as number | null,
  }));
  const promised = order.refunds.filter(({ status }) => ["approved", "submitting", "submitted", "unknown"].includes(status)).map((refund) => ({
    key: refund.id, at: refund.promisedBy, what: t("timeline.arrives", { to: words.say(order.marketplace, `method.${refund.to}`) }), why: t("timeline.promised"), refund: refund.amountMinor,
  }));
  const all = [...silent, ...promised].toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return (
    <>
      {all.map(({ key, at, what, why, refund }) => (
        <tr key={key} className="next">
          <td className="when"><time dateTime={at}>{shortMoment(Date.parse(at), language)}</time></td>
          <td className="what">{what}<small>{why}</small></td>
          {refund === null ? <Figures balances={balancesNow(order)} shown={[]} currency={money.currency} /> : <Figures balances={{ paid: 0, escrow: 0, refunding: money.refundingMinor - refund, refunded: money.refundedMinor + refund }} shown={["refunding", "refunded"]} currency={money.currency} />}
        </tr>
      ))}
    </>
  );
}

function Why({ order, event }: { order: Order; event: Event }): ReactElement | null {
  const words = useWords();
  const person = usePerson();
  const parts = [byWhom(order, event, person, words), ...saidIn(event, order.money.currency, words)].filter((part) => part !== "");
  return parts.length === 0 ? null : <small>{parts.join(sentenceGap(words.language))}</small>;
}

function byWhom(order: Order, { by, type }: Event, person: Person | null | undefined, { t, say }: Words): string {
  if (type === "OrderPlaced" || type === "MessageSent") return "";
  if (by.role === "clock") return t("by.time");
  // An order has one buyer and one seller, but the house has many who may act on it.
  const isStaff = by.role === "operator" || by.role === "mediator";
  if (by.role === person?.role) return isStaff && by.id !== person.id ? `${begun(say(order.marketplace, `role.${by.role}`))} ${by.id}` : t("by.you");
  const name = by.role === "buyer" ? order.buyer.name : by.role === "seller" ? order.seller.name : null;
  return name ?? begun(say(order.marketplace, `role.${by.role}`));
}

/** Facts whose sum moves no column of the ledger, and is told in words. */
const moneyTold: ReadonlySet<string> = new Set(["ClaimOpened", "ClaimRevised", "ClaimAgreed", "ClaimDecided", "ReversalRequested"]);

/** The codes and words that say why: reasons, grounds, notes, tracking numbers. */
function saidIn({ data, because, type }: Event, currency: string, { language, say }: Words): string[] {
  const code = (name: string): string => (typeof data[name] === "string" ? codeText(data[name], language) : "");
  const sealed = (name: string): string => {
    const words = (data[name] as { words?: unknown } | null | undefined)?.words;
    return typeof words === "string" ? words : "";
  };
  const number = typeof data.trackingNumber === "string" ? data.trackingNumber : "";
  const scan = data.scan as { status?: string; place?: string | null } | undefined;
  const about = because === null ? "" : begun(codeText(because, language) === because ? say("", `because.${because}`) : codeText(because, language));
  const { offer, amountMinor } = data as { offer?: { amountMinor?: number }; amountMinor?: number };
  const sumMinor = offer?.amountMinor ?? (moneyTold.has(type) ? amountMinor : undefined);
  return [sumMinor === undefined ? "" : moneyText(sumMinor, currency, language), begun(code("reason")), begun(code("ground")), about, begun(code("condition")), number, scan?.status ? begun(codeText(scan.status, language)) : "", scan?.place ?? "", sealed("note"), sealed("text"), sealed("reason")];
}
