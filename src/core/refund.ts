// A refund: money of one payment going back. approved (can still be stopped) → submitting (the point of no return)
// → submitted → settled; or stopped, failed, unknown, reversed. Its id is the key under which the institution knows it.
import type { Sealed } from "./event.ts";
import type { RefundEvent } from "./events.ts";
import { portion } from "./money.ts";
import type { Policy } from "./policy.ts";
import { cancellableUntil, promiseFor } from "./promise.ts";
import { refuse } from "./refusals.ts";
import { byId, change, type Decisions, type Scene, type Transitions } from "./scene.ts";
import { freeEscrow, freeOf, heldOf, isComingBack, isReversalOpen, openClaim, totalMinor, type LinePart, type Method, type Order, type Refund, type RefundCause } from "./state.ts";

type RefundCommand =
  | "StopRefund" | "ReissueRefund" | "SubmitRefund" | "ReportOverdueRefund" | "InquireRefund" | "RecordRefundSubmitted"
  | "RecordRefundSettled" | "RecordRefundUnknown" | "RecordRefundFailed";

export const refundDecisions: Decisions<RefundCommand> = {
  StopRefund(scene, command) {
    const refund = byId(scene.order.refunds, command.refundId);
    if (scene.known.foreignEvidence?.length) return refuse("EvidenceNotFound");
    stopRefund(scene, refund, command.reason ?? null, command.evidence ?? []);
    const reopened = reopenOrder(scene, refund);
    const ret = scene.order.returns.find((one) => refund.cause.kind === "return" && one.id === refund.cause.id);
    const goodsStillOut = ret !== undefined && ret.receivedAt === null;
    // Back where it waits for the seller or for the payment, the order goes on by its deadlines; anywhere else this money would go to the seller unheard.
    const waits = scene.order.status === "awaitingShipment" || scene.order.status === "verifyingPayment";
    const settledByClock = reopened && waits && scene.order.lines.every((line) => line.cancelled === 0);
    if (!goodsStillOut && !settledByClock) askMediators(scene, refund);
  },

  SubmitRefund: (scene, command) => scene.emit({ type: "RefundSubmitting", data: { refundId: command.refundId! } }),

  RecordRefundSubmitted: (scene, command) =>
    scene.emit({ type: "RefundSubmitted", data: { refundId: command.refundId, reference: command.reference } }),

  RecordRefundSettled(scene, command) {
    const refund = byId(scene.order.refunds, command.refundId);
    scene.emit({ type: "RefundSettled", data: { refundId: refund.id } });
    closeSettledReturn(scene, refund);
    if (refund.chargeBackDue) chargeBack(scene, byId(scene.order.refunds, refund.id));
  },

  RecordRefundUnknown: (scene, command) => scene.emit({ type: "RefundUnknown", data: { refundId: command.refundId } }),

  RecordRefundFailed(scene, command) {
    const reversal = scene.order.reversals.find((one) => one.refundId === command.refundId && isReversalOpen(one));
    scene.emit({ type: "RefundFailed", data: { refundId: command.refundId, reason: command.reason } });
    if (reversal) scene.emit({ type: "ReversalRefused", because: "refundFailed", data: { reversalId: reversal.id, note: null } });
  },

  ReportOverdueRefund: (scene, command) => scene.emit({ type: "RefundOverdue", data: { refundId: command.refundId! } }),

  InquireRefund: (scene, command) => scene.emit({ type: "RefundInquired", data: { refundId: command.refundId! } }),

  ReissueRefund(scene, command) {
    const refund = byId(scene.order.refunds, command.refundId);
    const to = command.to ?? refund.to;
    if (to !== refund.to && to !== "giftCard") return refuse("RefundGoesBackTheWayItCame");
    const { amountMinor, cause, paymentId, orderWas } = refund;
    const [replacement] = approveRefund(scene, { amountMinor, cause, to, paymentId, orderWas, owed: true });
    if (!replacement) return refuse("NothingLeft");
    scene.emit({ type: "RefundReissued", data: { refundId: refund.id, replacedBy: replacement } });
  },
};

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
  return ids;
}

/** The seller was paid already: what is to go back comes out of what they got, with its share of the commission. */
function debitSeller(scene: Scene, missingMinor: number): void {
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

/** The mediators decide over the amount of a refund that did not go through; the money waits in escrow (Z8). */
export function askMediators(scene: Scene, refund: Refund): void {
  if (openClaim(scene.order)) return;
  scene.emit({
    type: "ClaimOpened",
    data: {
      claimId: scene.mint("clm"), stage: "afterDelivery", ground: "other", fault: "nobody", graver: false, silence: "escalates", remedy: "money",
      amountMinor: refund.amountMinor, lines: null, note: null, evidence: [], status: "inMediation", returnId: refund.cause.kind === "return" ? refund.cause.id : null,
    },
  });
}

function closeSettledReturn(scene: Scene, refund: Refund): void {
  const { kind, id } = refund.cause;
  const claimed = kind === "claim" ? scene.order.claims.find((claim) => claim.id === id)?.returnId : null;
  const ret = scene.order.returns.find((one) => (kind === "return" && one.id === id) || one.id === claimed);
  const moving = scene.order.refunds.some((one) => one.cause.id === id && one.status !== "settled" && one.status !== "stopped" && one.replacedBy === null);
  if (ret?.status === "received" && !moving) scene.emit({ type: "ReturnClosed", data: { returnId: ret.id } });
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

export const refundTransitions: Transitions<RefundEvent> = {
  RefundApproved(order, event) {
    const { refundId, ...data } = event.data;
    const refund: Refund = {
      id: refundId, ...data, status: "approved", approvedAt: event.at, submittingAt: null, submittedAt: null, settledAt: null, endedAt: null,
      overdueAt: null, unknownAt: null, inquiredAt: null, failedBecause: null, institutionReference: null, replacedBy: null, reversingSince: null, chargeBackDue: false,
    };
    const payments = change(order.payments, data.paymentId, (payment) => ({ refundingMinor: payment.refundingMinor + data.amountMinor }));
    const money = {
      ...order.money, inEscrowMinor: order.money.inEscrowMinor - data.amountMinor, refundingMinor: order.money.refundingMinor + data.amountMinor,
      subsidyMinor: order.money.subsidyMinor - data.subsidyMinor,
    };
    return { ...order, refunds: [...order.refunds, refund], payments, money, shippingReturned: order.shippingReturned || data.withShipping };
  },

  RefundStopped(order, event) {
    const moved = backToEscrow(order, event.data.refundId, { status: "stopped", endedAt: event.at });
    const { kind, id } = byId(order.refunds, event.data.refundId).cause;
    // Called off: the buyer may cancel the return again (Z8).
    return kind === "return" ? { ...moved, returns: change(moved.returns, id!, { approvedByHand: false, advance: false }) } : moved;
  },
  RefundSubmitting: (order, event) => patched(order, event.data.refundId, { status: "submitting", submittingAt: event.at }),
  RefundSubmitted: (order, event) =>
    patched(order, event.data.refundId, { status: "submitted", submittedAt: event.at, institutionReference: event.data.reference }),
  RefundUnknown: (order, event) => patched(order, event.data.refundId, { status: "unknown", unknownAt: event.at }),
  RefundInquired: (order, event) => patched(order, event.data.refundId, { inquiredAt: event.at }),
  RefundOverdue: (order, event) => patched(order, event.data.refundId, { overdueAt: event.at }),
  RefundFailed: (order, event) =>
    backToEscrow(order, event.data.refundId, { status: "failed", endedAt: event.at, failedBecause: event.data.reason, reversingSince: null }),
  RefundReissued: (order, event) => patched(order, event.data.refundId, { replacedBy: event.data.replacedBy }),
  RefundReversed: (order, event) => backToEscrow(order, event.data.refundId, { status: "reversed", endedAt: event.at, reversingSince: null, chargeBackDue: false }),
  ChargeBackDue: (order, event) => patched(order, event.data.refundId, { chargeBackDue: true }),
  AdvanceChargedBack: (order, event) => patched(order, event.data.refundId, { reversingSince: event.at, chargeBackDue: false }),

  RefundSettled(order, event) {
    const { amountMinor, paymentId } = byId(order.refunds, event.data.refundId);
    const moved = patched(order, event.data.refundId, { status: "settled", settledAt: event.at, endedAt: event.at });
    return {
      ...moved,
      payments: change(order.payments, paymentId, (payment) => ({
        refundingMinor: payment.refundingMinor - amountMinor, refundedMinor: payment.refundedMinor + amountMinor,
      })),
      money: { ...order.money, refundingMinor: order.money.refundingMinor - amountMinor, refundedMinor: order.money.refundedMinor + amountMinor },
    };
  },
};

function patched(order: Order, refundId: string, patch: Partial<Refund>): Order {
  return { ...order, refunds: change(order.refunds, refundId, patch) };
}

function backToEscrow(order: Order, refundId: string, patch: Partial<Refund>): Order {
  const refund = byId(order.refunds, refundId);
  const { amountMinor } = refund;
  const from = refund.status === "settled" ? "refundedMinor" : "refundingMinor";
  const money = { ...order.money, inEscrowMinor: order.money.inEscrowMinor + amountMinor, subsidyMinor: order.money.subsidyMinor + refund.subsidyMinor };
  money[from] -= amountMinor;
  const payments = change(order.payments, refund.paymentId, (payment) => ({ [from]: payment[from] - amountMinor }));
  return { ...patched(order, refundId, patch), payments, money, shippingReturned: order.shippingReturned && !refund.withShipping };
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
