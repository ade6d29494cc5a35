// One refund: its phase, the range in which it arrives, the bank's reference, what can still be done; reversals of it are shown with their answers.
import { useParams } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { Order, Refund, Reversal } from "../../api/queries.ts";
import { Band } from "../../parts/band.tsx";
import { Instant } from "../../parts/instant.tsx";
import { Money } from "../../parts/money.tsx";
import { begun } from "../../parts/people.ts";
import { RefundSteps } from "../../parts/refundSteps.tsx";
import { Facts, Head, Section } from "../../parts/section.tsx";
import { codeText } from "../../words/facts.ts";
import { useWords } from "../../words/words.ts";
import { Matter, MatterActions, MatterCrumb } from "./matter.tsx";

export function RefundPage(): ReactElement {
  const { orderId, refundId } = useParams({ from: "/orders/$orderId/refunds/$refundId" });
  return <Matter orderId={orderId} find={(order) => order.refunds.find(({ id }) => id === refundId)}>{(order, refund) => <Whole order={order} refund={refund} />}</Matter>;
}

function Whole({ order, refund }: { order: Order; refund: Refund }): ReactElement {
  const { t, say, language } = useWords();
  const reversals = order.reversals.filter(({ refundId }) => refundId === refund.id);
  const { currency } = order.money;
  return (
    <>
      <Head crumb={<MatterCrumb order={order} />} title={say(order.marketplace, "noun.refund")} sum={<Money amountMinor={refund.amountMinor} currency={currency} />} sub={say(order.marketplace, `status.refund.${refund.status}`)} subRight={say(order.marketplace, `method.${refund.to}`)} />
      <Band order={order} target={reversals.find(({ settledAt, decidedAt }) => settledAt === null && decidedAt === null)?.id ?? refund.id} />
      <MatterActions order={order} targets={[refund.id, ...reversals.map(({ id }) => id)]} also={refund.cause.kind === "claim" ? ["WithdrawClaim"] : refund.cause.kind === "return" ? ["CancelReturn"] : []} />
      <Section title={t("refund.title")} aside={refund.overdue ? t("payment.overdue") : undefined}>
        <RefundSteps order={order} refund={refund} />
        <Facts rows={[
          [t("refund.where"), say(order.marketplace, `method.${refund.to}`), t("refund.wayItCame")],
          [t("refund.reference"), refund.institutionReference === null ? t("refund.noReference") : <span className="id">{refund.institutionReference}</span>, t("refund.referenceWhy")],
          ...(refund.hold?.open ? [[t("refund.waits"), [...refund.hold.reasons.map(({ fact }) => begun(codeText(fact, language))), ...(refund.hold.reviewer === null ? [] : [t("refund.reviewer", { name: refund.hold.reviewer })])].join(", "), <Instant key="held" at={refund.hold.heldAt} />] as const] : []),
          ...(refund.failureProposed === null ? [] : [[t("refund.failureProposed"), refund.failureProposed.by, <Instant key="proposed" at={refund.failureProposed.at} />] as const]),
        ]} />
      </Section>
      {reversals.map((reversal) => <ReversalFacts key={reversal.id} order={order} reversal={reversal} />)}
    </>
  );
}

function ReversalFacts({ order, reversal }: { order: Order; reversal: Reversal }): ReactElement {
  const { t, say } = useWords();
  return (
    <Section title={say(order.marketplace, "noun.reversal")} aside={say(order.marketplace, `status.reversal.${reversal.status}`)}>
      <Facts rows={[
        [t("reversal.asked"), say(order.marketplace, `role.${reversal.requestedBy.role}`), <Instant key="at" at={reversal.requestedAt} />],
        [t("field.ground"), say(order.marketplace, `reason.${reversal.ground}`), reversal.note],
        [t("confirm.amount"), <Money key="sum" amountMinor={reversal.amountMinor} currency={order.money.currency} />],
        ...(reversal.buyerMayAnswerUntil === null ? [] : [[t("reversal.answerUntil"), <Instant key="until" at={reversal.buyerMayAnswerUntil} kind="due" zone />] as const]),
        ...(reversal.decidedAt === null ? [] : [[t("reversal.decided"), <Instant key="decided" at={reversal.decidedAt} />] as const]),
      ]} />
    </Section>
  );
}
