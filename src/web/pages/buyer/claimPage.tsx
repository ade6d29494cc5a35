// One claim: what was asked on which ground, offers as cards, evidence, the decision, and every step that can be taken now.
import { useParams } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { usePerson } from "../../api/person.ts";
import type { Claim, Order } from "../../api/queries.ts";
import { Band } from "../../parts/band.tsx";
import { comma, listText } from "../../parts/format.ts";
import { Instant } from "../../parts/instant.tsx";
import { Money } from "../../parts/money.tsx";
import { begun, nameOf } from "../../parts/people.ts";
import { RefundSteps } from "../../parts/refundSteps.tsx";
import { Facts, Head, Section } from "../../parts/section.tsx";
import { codeText } from "../../words/facts.ts";
import { useWords } from "../../words/words.ts";
import { EvidenceList } from "./evidenceList.tsx";
import { Matter, MatterActions, MatterCrumb } from "./matter.tsx";
import { Offers } from "./offers.tsx";
import { remedyText } from "./remedy.ts";

export function ClaimPage(): ReactElement {
  const { orderId, claimId } = useParams({ from: "/orders/$orderId/claims/$claimId" });
  return <Matter orderId={orderId} find={(order) => order.claims.find(({ id }) => id === claimId)}>{(order, claim) => <Whole order={order} claim={claim} />}</Matter>;
}

function Whole({ order, claim }: { order: Order; claim: Claim }): ReactElement {
  const words = useWords();
  const { t, say, language } = words;
  const person = usePerson();
  const refunds = order.refunds.filter(({ cause }) => cause.id === claim.id);
  const returned = order.returns.find(({ id }) => id === claim.returnId);
  return (
    <>
      <Head
        crumb={<MatterCrumb order={order} />} title={say(order.marketplace, `status.claim.${claim.status}`)} sum={<Money amountMinor={claim.amountMinor} currency={order.money.currency} />}
        sub={<>{say(order.marketplace, "noun.claim")}{comma(language)}{t("order.title", { number: order.externalId })}</>} subRight={begun(remedyText(order, claim.remedy, words))}
      />
      <Band order={order} target={claim.id} />
      <MatterActions order={order} targets={[claim.id, ...(returned ? [returned.id] : [])]} />
      <Offers order={order} claim={claim} />
      <Section title={t("claim.said")} aside={<Instant at={claim.openedAt} />}>
        <Facts rows={[
          [t("field.ground"), say(order.marketplace, `reason.${claim.ground}`), begun(t("claim.fault", { who: codeText(claim.fault, language) }))],
          [t("field.remedy"), begun(remedyText(order, claim.remedy, words)), <Money key="sum" amountMinor={claim.amountMinor} currency={order.money.currency} />],
          ...(claim.note === null ? [] : [[t("field.note"), <span className="said" key="note">{claim.note}</span>] as const]),
          [t("field.evidence"), <EvidenceList key="evidence" ids={claim.evidence} />],
        ]} />
      </Section>
      {claim.decisions.length > 0 && (
        <Section title={t("claim.decisions")}>
          {claim.decisions.map((decision) => (
            <Facts key={decision.at} rows={[
              [t("claim.decided"), <><Money amountMinor={decision.amountMinor} currency={order.money.currency} />{comma(language)}{remedyText(order, decision.remedy, words)}</>, <Instant key="at" at={decision.at} />],
              [t("claim.why"), begun(listText(decision.reasons.map((one) => codeText(one, language)), language)), decision.note],
              [t("claim.final"), decision.final ? t("claim.isFinal") : claim.appealedBy === null ? t("claim.canAppeal") : t("claim.appealed", { who: nameOf(order, claim.appealedBy, person, words) })],
            ]} />
          ))}
        </Section>
      )}
      {refunds.map((refund) => <Section key={refund.id} title={say(order.marketplace, "noun.refund")} aside={<Money amountMinor={refund.amountMinor} currency={order.money.currency} />}><RefundSteps order={order} refund={refund} /></Section>)}
    </>
  );
}
