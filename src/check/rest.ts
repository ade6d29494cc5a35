// What must hold of a state: whether it is an end, and whether an end is a fair one.
import { deadlinesOf } from "../core/deadlines.ts";
import { portion } from "../core/money.ts";
import { isChargedBack, isClaimOpen, isComingBack, isOwed, isRefundMoving, isReturnOpen, isReversalOpen, openCancellation, type Order, type Return } from "../core/state.ts";
import { arrowsOf, type Policy } from "../core/policy.ts";
import type { Breach } from "./properties.ts";

/** Whether nothing more has to happen: the order is over, nothing on it is open, no money is on its way. */
export function isEnd(order: Order): boolean {
  return (order.status === "closed" || order.status === "completed") && !openCancellation(order) && !order.returns.some(isReturnOpen) && !order.claims.some(isClaimOpen) &&
    !order.reversals.some(isReversalOpen) && !order.refunds.some((refund) => isRefundMoving(refund) || isComingBack(refund) || isOwed(refund)) &&
    !isChargedBack(order) && !order.sanctions.some((sanction) => sanction.status === "appealed");
}

/** Everything about a state that is not as it must be, wherever it lies. */
export function breachesOfState(policy: Policy, order: Order): Breach[] {
  const breaches: Breach[] = [];
  if (order.status === "closed" || order.status === "completed") {
    const open = openCancellation(order) ? "a cancellation" : order.returns.some(isReturnOpen) ? "a return" : order.claims.some(isClaimOpen) ? "a claim" : null;
    if (open) breaches.push({ property: "endsAreWhole", what: `the order is ${order.status} while ${open} is open` });
  }
  const waits = waitingForNobody(policy, order);
  if (waits) breaches.push({ property: "everyWaitEnds", what: `${waits} waits, and nobody has a deadline for it` });
  return breaches;
}

/** What is open with no deadline of its own, nor of what it waits for. */
function waitingForNobody(policy: Policy, order: Order): string | null {
  const running = deadlinesOf(policy, order);
  const timed = new Set(running.map((deadline) => deadline.target));
  const carried = order.claims.filter((claim) => timed.has(claim.id) || (isClaimOpen(claim) && claim.returnId !== null && timed.has(claim.returnId)));
  // Who has not got the goods yet cannot send them back: their time begins with the delivery.
  const notThere = order.deliveredAt === null && running.length > 0;
  const isTimed = (ret: Return): boolean => timed.has(ret.id) || (ret.status === "authorized" && notThere) || carried.some((claim) => claim.returnId === ret.id || claim.id === ret.claimId || ret.overdueAt !== null);
  const cancellation = order.cancellations.find((one) => one.status === "requested" && !timed.has(one.id));
  const ret = order.returns.find((one) => isReturnOpen(one) && !isTimed(one));
  const claim = order.claims.find((one) => isClaimOpen(one) && !carried.includes(one));
  const chargeback = order.chargebacks?.find((one) => one.status === "open" && !timed.has(one.id));
  // What is not handed over yet waits for the bank's word, for which the institution has a deadline.
  const frozen = isChargedBack(order) && !chargeback;
  const refund = order.refunds.find((one) => (isRefundMoving(one) || isComingBack(one) || isOwed(one)) && !timed.has(one.id) && !(frozen && one.status === "approved"));
  const reversal = order.reversals.find((one) => isReversalOpen(one) && !timed.has(one.id));
  const sanction = order.sanctions.find((one) => one.status === "appealed" && !timed.has(one.id));
  if (cancellation) return "a cancellation request";
  if (ret) return `a return that is ${ret.status}`;
  if (claim) return `a claim that is ${claim.status}`;
  if (refund) return `a refund that is ${refund.status}`;
  if (reversal) return `a reversal that is ${reversal.status}`;
  if (chargeback) return "a chargeback";
  if (sanction) return "an appeal against a sanction";
  return order.status !== "closed" && order.status !== "completed" && running.length === 0 && !frozen ? `an order that is ${order.status}` : null;
}

/** Everything about an end that is not as it must be. */
export function breachesOfEnd(policy: Policy, order: Order): Breach[] {
  const breaches: Breach[] = [];
  if (order.money.inEscrowMinor !== 0) breaches.push({ property: "escrowEmptied", what: `${order.money.inEscrowMinor} minor units stay in escrow` });
  const { paidMinor, releasedMinor, refundedMinor } = order.money;
  if (paidMinor === 0 || isDecided(policy, order)) return breaches;
  const kept = keptMinor(order);
  // Where a refund was stopped or taken back the order goes on with a part of its money: who ships then knows it, and it takes nothing from the buyer.
  const cameBack = order.refunds.some((refund) => refund.status === "stopped" || refund.status === "reversed");
  if (kept > paidMinor - refundedMinor && !cameBack) breaches.push({ property: "goodsOrMoney", what: "the buyer keeps goods whose money went back, and nobody decided so" });
  const sent = order.lines.some((line) => line.shipped > 0);
  if (releasedMinor > kept + (sent ? order.shippingMinor : 0)) breaches.push({ property: "goodsOrMoney", what: "the seller was paid for goods that the buyer does not have, and nobody decided so" });
  return breaches;
}

/** Somebody said by name what becomes of goods and money: by agreement, decision, approval by hand, advance or reversal, or by giving up the claim about a refund that was stopped or taken back. */
function isDecided(policy: Policy, { claims, returns, reversals, refunds, chargebacks, money }: Order): boolean {
  // Without mediators the institution's word is the last.
  const unheard = arrowsOf(policy, "DecideClaim").length === 0 && refunds.some((refund) => refund.status === "reversed");
  const bankDecided = chargebacks?.some((one) => one.status === "lost") ?? false;
  return unheard || bankDecided || claims.some((claim) => claim.agreed !== null || claim.decisions.length > 0) ||
    returns.some((ret) => ret.approvedByHand || ret.advance || ret.replacementParcelId !== null || (ret.condition !== null && ret.condition !== "asSent")) ||
    reversals.some((reversal) => reversal.status === "granted") || money.owedByBuyerMinor > 0 ||
    (refunds.some((refund) => refund.status === "stopped" || refund.status === "reversed") && claims.some((claim) => claim.status === "withdrawn" || claim.status === "lapsed"));
}

/** What the units cost that went to the buyer and did not come back. */
function keptMinor(order: Order): number {
  return order.lines.reduce((sum, line) => {
    const kept = line.shipped - line.returned;
    return kept <= 0 ? sum : sum + portion(line.priceMinor, kept, line.quantity);
  }, 0);
}
