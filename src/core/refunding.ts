// Money starting on its way back, and being called off again: what the nouns' decisions do to refunds. Decides nothing of its own.
import type { Sealed } from "./event.ts";
import { portion } from "./money.ts";
import type { Policy } from "./policy.ts";
import { cancellableUntil, promiseFor } from "./promise.ts";
import { holdForRisk } from "./risk.ts";
import type { Scene } from "./scene.ts";
import { freeEscrow, freeOf, heldOf, isComingBack, isReversalOpen, openClaim, totalMinor, type LinePart, type Method, type Order, type Refund, type RefundCause } from "./state.ts";

type Wanted = { amountMinor: number; cause: RefundCause; lines?: LinePart[]; withShipping?: boolean; to?: string; paymentId?: string; orderWas?: Order["status"]; owed?: true };

/**
 * Approves refunds of `amountMinor` in all, one for each payment in their order, and returns their ids.
 * What escrow no longer holds is taken from the seller first; `owed` says that it is a failed refund's money, which waits there.
 * Throws when more is asked than was paid and not given back.
 */
export function approveRefund(scene: Scene, wanted: Wanted): string[] {
  const { policy, now } = scene;
  const freeMinor = freeEscrow(scene.order);
  if (!wanted.owed && wanted.amountMinor > freeMinor) debitSeller(scene, wanted.amountMinor - freeMinor);
  const ids: string[] = [];
  const orderWas = wanted.orderWas ?? scene.order.status;
  let left = wanted.amountMinor;
  for (const payment of scene.order.payments) {
    const amountMinor = Math.min(left, wanted.owed ? heldOf(payment) : freeOf(scene.order, payment));
    if (amountMinor <= 0 || (wanted.paymentId && payment.id !== wanted.paymentId)) continue;
    const to = wanted.to === "giftCard" ? "giftCard" : payment.method;
    const refundId = scene.mint("rfd");
    const first = ids.length === 0;
    scene.emit({
      type: "RefundApproved",
      data: {
        refundId, paymentId: payment.id, amountMinor, subsidyMinor: subsidyFor(scene.order, amountMinor), to, cause: wanted.cause,
        lines: first ? wanted.lines ?? [] : [], withShipping: first && (wanted.withShipping ?? false),
        cancellableUntil: cancellableUntil(policy, now), promisedBy: promiseFor(policy, scene.order, wanted.cause, to, now), orderWas,
      },
    });
    ids.push(refundId);
    left -= amountMinor;
  }
  if (left > 0 && !wanted.paymentId) throw new Error("a refund exceeds what its payments hold");
  if (!wanted.owed) holdForRisk(scene, ids);
  return ids;
}

/** The seller was paid already: what is to go back comes out of what they got, with its share of the commission. */
export function debitSeller(scene: Scene, missingMinor: number): void {
  const { money } = scene.order;
  if (missingMinor > money.releasedMinor) throw new Error("a refund exceeds what was paid");
  const commissionMinor = portion(money.commissionPaidMinor, missingMinor, money.releasedMinor);
  scene.emit({ type: "SellerDebited", data: { amountMinor: missingMinor, commissionMinor } });
}

/** The platform's discount goes back to the platform in step with the buyer's money; the last part takes what is left. */
function subsidyFor(order: Order, amountMinor: number): number {
  return portion(order.money.subsidyMinor, amountMinor, order.money.inEscrowMinor);
}

/** Halts an approved refund before its hand-over; the money is back in escrow. */
export function stopRefund(scene: Scene, refund: Refund, reason: Sealed | null = null, evidence: string[] = []): void {
  scene.emit({ type: "RefundStopped", data: { refundId: refund.id, reason, evidence } });
}

/**
 * Brings an ended order back to where its goods are, which is where it stood before the refund, its deadlines started anew (T4);
 * tells whether it did. What was never verified in time goes back to that, and ends at once as before.
 */
export function reopenOrder(scene: Scene, refund: Refund): boolean {
  const { status, shippedAt, deliveredAt } = scene.order;
  if (status !== "closed" && status !== "completed") return false;
  const where = shippedAt === null ? "awaitingShipment" : deliveredAt === null ? "inTransit" : "delivered";
  scene.emit({ type: "OrderReopened", data: { status: refund.orderWas === "verifyingPayment" ? "verifyingPayment" : where } });
  return true;
}

/** The mediators decide over the amount of a refund that did not go through; the money waits in escrow (Z8). Where a claim is open already they do so when that has ended. */
export function askMediators(scene: Scene, refund: Refund): void {
  if (openClaim(scene.order)) return scene.emit({ type: "MediationDue", data: { refundId: refund.id } });
  scene.emit({
    type: "ClaimOpened",
    data: {
      claimId: scene.mint("clm"), stage: "afterDelivery", ground: "other", fault: "nobody", graver: false, silence: "escalates", remedy: "money",
      amountMinor: refund.amountMinor, lines: null, note: null, evidence: [], status: "inMediation", returnId: refund.cause.kind === "return" ? refund.cause.id : null,
    },
  });
}

/** Asks the mediators about money that came back while another claim was open, and of which they have not heard since. */
export function askWaitingMediators(scene: Scene): void {
  const { order } = scene;
  if (openClaim(order)) return;
  const unheard = order.refunds.find(({ mediationDue, endedAt }) => mediationDue && !order.claims.some((claim) => claim.openedAt >= endedAt! || claim.decisions.some((decision) => decision.at >= endedAt!)));
  if (unheard) askMediators(scene, unheard);
}

/** An advance paid for goods that never arrived is taken back from where it went; one not handed over is stopped instead (Z14). */
export function chargeBack(scene: Scene, refund: Refund): void {
  const reviewed = scene.order.reversals.find((one) => one.refundId === refund.id && isReversalOpen(one));
  switch (refund.status) {
    case "approved":
      return stopRefund(scene, refund);
    case "settled":
      if (refund.reversingSince !== null) return;
      if (reviewed) return scene.emit({ type: "ReversalGranted", because: "goodsNotBack", data: { reversalId: reviewed.id, refundId: refund.id, amountMinor: refund.amountMinor, to: refund.to, note: null } });
      return scene.emit({ type: "AdvanceChargedBack", data: { refundId: refund.id, amountMinor: refund.amountMinor, to: refund.to } });
    case "submitting": case "submitted": case "unknown": case "failed":
      return scene.emit({ type: "ChargeBackDue", data: { refundId: refund.id } });
    case "stopped": case "reversed":
      return;
    default: {
      const never: never = refund.status;
      throw new Error(`no such status ${String(never)}`);
    }
  }
}

/** Whether money goes back to the buyer's account or stays where a policy lets it go instead. */
export function refundWays(policy: Policy, order: Order): string[] {
  const paid = order.payments.map((payment): Method | string => payment.method);
  return [...new Set(["sameMethod", ...paid, ...(policy.refund.to.includes("giftCard") ? ["giftCard"] : [])])];
}

/** Whether the whole total has been paid back or is on its way. */
export function allMoneyBack(order: Order): boolean {
  return totalMinor(order) > 0 && freeEscrow(order) === 0 && order.money.releasedMinor === 0 && !order.refunds.some(isComingBack);
}
