// A case: the facts from the record, what both sides show and say, and the decision, side by side, with the time in which it must be made.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useNow } from "../../api/now.ts";
import { eventsQuery, orderQuery, type Claim, type Order } from "../../api/queries.ts";
import { distanceText, moneyText, sentenceGap, shortMoment, zoneText } from "../../parts/format.ts";
import { Instant } from "../../parts/instant.tsx";
import { Money } from "../../parts/money.tsx";
import { begun, deadlineWords } from "../../parts/people.ts";
import { ProblemNote } from "../../parts/problemNote.tsx";
import { Facts, Head, Section } from "../../parts/section.tsx";
import { codeText, eventText } from "../../words/facts.ts";
import { useStaffWords } from "../../words/staffWords.ts";
import { remedyText } from "../buyer/remedy.ts";
import { Counted } from "../staff/counted.tsx";
import { Decision } from "./decision.tsx";
import { EvidenceFiles, Statements } from "./evidence.tsx";
import "../../look/staff.css";

export function CasePage(): ReactElement {
  const { s, t } = useStaffWords();
  const { orderId, claimId } = useParams({ from: "/mediation/$orderId/$claimId" });
  const { data: order, error, refetch } = useQuery(orderQuery(orderId));
  if (error !== null && !order) return <><Head title={t("order.none")} /><ProblemNote error={error} again={() => void refetch()} /></>;
  if (!order) return <p className="still" role="status">{t("loading")}</p>;
  const claim = order.claims.find(({ id }) => id === claimId);
  return claim ? <Whole order={order} claim={claim} /> : <><Head title={s("case.notHere")} /><p className="still"><Link to="/mediation">{s("cases.title")}</Link></p></>;
}

function Whole({ order, claim }: { order: Order; claim: Claim }): ReactElement {
  const words = useStaffWords();
  const { s, t, say } = words;
  const { buyer, seller, marketplace } = order;
  const names = { buyer: buyer.name ?? t("role.buyer"), buyerCountry: buyer.country, seller: seller.name ?? t("role.seller"), sellerCountry: seller.country };
  return (
    <>
      <Head
        crumb={<><Link to="/mediation">{s("cases.title")}</Link> / <Link className="id" to="/orders/$orderId" params={{ orderId: order.id }}>{order.externalId}</Link></>}
        title={s("case.title", { number: order.externalId })} sum={<Money amountMinor={claim.amountMinor} currency={order.money.currency} />}
        sub={<>{s("case.against", names)}{sentenceGap(words.language)}{begun(say(marketplace, `reason.${claim.ground}`))}{sentenceGap(words.language)}{say(marketplace, `status.claim.${claim.status}`)}{claim.graver && <>, <b>{s("cases.graver")}</b></>}</>} subRight={<DecideBy order={order} claim={claim} />}
      />
      <div className="case">
        <div><FactList order={order} /><CountedOfBoth order={order} /></div>
        <div><EvidenceFiles order={order} claim={claim} /><Statements order={order} claim={claim} /></div>
        <div><Earlier order={order} claim={claim} /><Decision order={order} claim={claim} /></div>
      </div>
    </>
  );
}

function DecideBy({ order, claim }: { order: Order; claim: Claim }): ReactElement | null {
  const words = useStaffWords();
  const now = useNow();
  const deadline = order.deadlines.find(({ target, owes }) => target === claim.id && owes === "DecideClaim");
  if (!deadline) return null;
  const by = Date.parse(deadline.by);
  return <>{words.s("case.decideBy")} <Instant at={deadline.by} kind="due" /> {zoneText(by, words.language)}, {distanceText(by, now, words.language)}<br />{words.s("case.otherwise", { silence: deadlineWords(order, deadline, words).otherwise })}</>;
}

/** The record without what says nothing about the matter. */
const silent: ReadonlySet<string> = new Set(["PartyReminded", "MessageSent"]);

function FactList({ order }: { order: Order }): ReactElement {
  const { s, t, say, language } = useStaffWords();
  const { data: events = [] } = useQuery(eventsQuery(order.id));
  const figure = (data: Record<string, unknown>): string => (typeof data.amountMinor === "number" ? moneyText(data.amountMinor, order.money.currency, language) : "");
  const code = (value: unknown): string => (typeof value === "string" ? begun(codeText(value, language)) : "");
  return (
    <Section title={s("case.facts")} aside={s("case.factsAside")}>
      <ol className="record">
        {events.filter(({ type }) => !silent.has(type)).map(({ seq, at, type, by, data }) => (
          <li key={seq}>
            <time dateTime={at}>{shortMoment(Date.parse(at), language)}</time>
            <div>{eventText(type, language)}<small>{[by.role === "clock" ? t("by.time") : begun(say(order.marketplace, `role.${by.role}`)), figure(data), code(data.ground), code(data.reason), typeof data.trackingNumber === "string" ? data.trackingNumber : "", code((data.scan as { status?: string } | undefined)?.status)].filter((part) => part !== "").join(sentenceGap(language))}</small></div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What is counted of both sides over their other orders: for who decides, never for the other side. */
function CountedOfBoth({ order: { buyer, seller, marketplace } }: { order: Order }): ReactElement {
  const { s, t } = useStaffWords();
  return (
    <Section title={s("risk.counted")}>
      <h3>{t("role.buyer")}</h3>
      <Counted role="buyer" id={buyer.id} marketplace={marketplace} />
      <h3>{t("role.seller")}</h3>
      <Counted role="seller" id={seller.id} marketplace={marketplace} />
    </Section>
  );
}

function Earlier({ order, claim }: { order: Order; claim: Claim }): ReactElement | null {
  const words = useStaffWords();
  const { s, t, language } = words;
  if (claim.decisions.length === 0) return null;
  return (
    <Section title={s("case.earlier")}>
      {claim.decisions.map((decision) => (
        <Facts key={decision.at} rows={[
          [t("claim.decided"), <><Money amountMinor={decision.amountMinor} currency={order.money.currency} />, {remedyText(order, decision.remedy, words)}</>, <Instant key="at" at={decision.at} />],
          [t("claim.why"), decision.reasons.map((one) => codeText(one, language)).join(", "), decision.note],
        ]} />
      ))}
    </Section>
  );
}
