// A refund that the institution leaves unanswered, ended by hand: settled by one operator who has it in writing, failed only by two,
// for that pays it again. What the institution says afterwards counts: a refund that arrived after all is taken up again, or a named loss.
import { recoverLoss } from "./chargeback.ts";
import type { ResolutionEvent } from "./events.ts";
import { completeAgain, settleOrder } from "./ending.ts";
import { portion } from "./money.ts";
import { approveRefund, chargeBack } from "./refunding.ts";
import { refuse, type Refusal } from "./refusals.ts";
import { byId, change, type Decisions, type Scene, type Transitions } from "./scene.ts";
import { freeEscrow, isOwed, isReversalOpen, type Order, type Refund } from "./state.ts";

type ResolutionCommand = "ResolveRefund" | "ConfirmRefundFailure" | "DismissRefundFailure";

export const resolutionDecisions: Decisions<ResolutionCommand> = {
  ResolveRefund(scene, command) {
    const refund = byId(scene.order.refunds, command.refundId);
    const { outcome, note, evidence = [], reference = null } = command;
    if (outcome === "failed" && refund.failureProposed) return refuse("FailureAlreadyProposed");
    if (scene.known.foreignEvidence?.length) return refuse("EvidenceNotFound");
    const data = { refundId: refund.id, reference, note, evidence };
    if (outcome === "failed") return scene.emit({ type: "RefundFailureProposed", data });
    scene.emit({ type: "RefundResolved", data: { ...data, outcome } });
    settle(scene, refund.id);
  },

  ConfirmRefundFailure(scene, command) {
    scene.emit({ type: "RefundResolved", data: { refundId: command.refundId!, outcome: "failed", reference: null, note: command.note ?? null, evidence: [] } });
    failRefund(scene, command.refundId!, "resolvedByHand");
  },

  DismissRefundFailure: (scene, command) =>
    scene.emit({ type: "RefundFailureDismissed", data: { refundId: command.refundId!, note: command.note ?? null } }),
};

/** The refund has arrived: the return that it paid is over, and what is due to come back of it is asked for. */
export function settle(scene: Scene, refundId: string): void {
  scene.emit({ type: "RefundSettled", data: { refundId } });
  const refund = byId(scene.order.refunds, refundId);
  closeSettledReturn(scene, refund);
  if (refund.chargeBackDue) chargeBack(scene, byId(scene.order.refunds, refundId));
}

/** Goods are back and now their money is, too: the return is over, and the order goes on or ends. */
function closeSettledReturn(scene: Scene, refund: Refund): void {
  const { kind, id } = refund.cause;
  const claimed = kind === "claim" ? scene.order.claims.find((claim) => claim.id === id)?.returnId : null;
  const ret = scene.order.returns.find((one) => (kind === "return" && one.id === id) || one.id === claimed);
  const moving = scene.order.refunds.some((one) => one.cause.id === id && one.status !== "settled" && one.status !== "stopped" && one.replacedBy === null);
  if (ret?.status !== "received" || moving) return;
  scene.emit({ type: "ReturnClosed", data: { returnId: ret.id } });
  settleOrder(scene);
}

/** The refund did not arrive: its money waits in escrow for its next way, after it has made good what was paid twice. */
export function failRefund(scene: Scene, refundId: string, reason: string): void {
  const reversal = scene.order.reversals.find((one) => one.refundId === refundId && isReversalOpen(one));
  scene.emit({ type: "RefundFailed", data: { refundId, reason } });
  recoverLoss(scene, refundId);
  if (reversal) scene.emit({ type: "ReversalRefused", because: "refundFailed", data: { reversalId: reversal.id, note: null } });
  completeAgain(scene);
}

/**
 * The institution has it after all, though operators ended it as failed. Where its money is still there it goes on as if nothing had been said;
 * where that has gone again in its stead, it was paid twice. Refuses what says nothing new.
 */
export function reviveRefund(scene: Scene, refund: Refund, said: { reference: string } | "settled"): Refusal | void {
  const { order } = scene;
  const instead = lastInstead(order, refund);
  const waits = instead.status === "approved" && instead.amountMinor === refund.amountMinor;
  const there = (isOwed(instead) && instead.amountMinor === refund.amountMinor) || (instead.id === refund.id && refund.chargeBackDue && freeEscrow(order) >= refund.amountMinor);
  if (refund.stray || (!waits && !there && said !== "settled")) return refuse("RefundAlreadyFailed");
  if (!waits && !there) return scene.emit({ type: "RefundPaidTwice", data: { refundId: refund.id, amountMinor: refund.amountMinor, to: refund.to } });
  const subsidyMinor = waits ? instead.subsidyMinor : portion(order.money.subsidyMinor, refund.amountMinor, order.money.inEscrowMinor);
  scene.emit({ type: "RefundRevived", data: { refundId: refund.id, insteadOf: instead.id === refund.id ? null : instead.id, subsidyMinor } });
  if (said === "settled") return settle(scene, refund.id);
  scene.emit({ type: "RefundSubmitted", data: { refundId: refund.id, reference: said.reference } });
}

/** What was paid a second time comes back by the way it went: first it makes good the loss; what another refund made good already goes to the buyer again. */
export function returnStray(scene: Scene, refund: Refund): void {
  const { amountMinor, lossMinor } = refund.stray!;
  const toEscrowMinor = amountMinor - lossMinor;
  scene.emit({ type: "DoublePaymentRecovered", data: { refundId: refund.id, from: refund.id, amountMinor: lossMinor, toEscrowMinor, subsidyMinor: 0 } });
  const { cause, to, paymentId, orderWas } = refund;
  if (toEscrowMinor > 0) approveRefund(scene, { amountMinor: toEscrowMinor, cause, to, paymentId, orderWas });
}

/** The refund that stands in its stead now: the last of those that it was sent again as. */
function lastInstead(order: Order, refund: Refund): Refund {
  let last = refund;
  while (last.replacedBy !== null) last = byId(order.refunds, last.replacedBy);
  return last;
}

export const resolutionTransitions: Transitions<ResolutionEvent> = {
  RefundFailureProposed: (order, event) => patched(order, event.data.refundId, { failureProposed: { by: event.by.id, at: event.at } }),
  RefundFailureDismissed: (order, event) => ({ ...order, refunds: withoutProposal(order.refunds, event.data.refundId) }),
  RefundResolved: (order, event) =>
    patched({ ...order, refunds: withoutProposal(order.refunds, event.data.refundId) }, event.data.refundId, { resolved: event.data.outcome }),

  RefundRevived(order, event) {
    const { refundId, insteadOf, subsidyMinor } = event.data;
    const { amountMinor, paymentId, withShipping } = byId(order.refunds, refundId);
    const revived = change(order.refunds, refundId, ({ resolved: _, ...refund }) =>
      ({ ...refund, status: "submitting" as const, endedAt: null, failedBecause: null, institutionReference: null, replacedBy: null, subsidyMinor }));
    const shippingReturned = order.shippingReturned || withShipping;
    if (insteadOf === null) return { ...order, ...taken(order, paymentId, amountMinor, subsidyMinor), refunds: revived, shippingReturned };
    const waited = byId(order.refunds, insteadOf).status === "approved";
    const refunds = change(revived, insteadOf, waited ? { status: "stopped", endedAt: event.at, coveredBy: refundId } : { replacedBy: refundId });
    return { ...order, ...(waited ? {} : taken(order, paymentId, amountMinor, subsidyMinor)), refunds, shippingReturned };
  },

  RefundPaidTwice: (order, event) => patched(order, event.data.refundId, { stray: { amountMinor: event.data.amountMinor, lossMinor: event.data.amountMinor } }),

  DoublePaymentRecovered(order, event) {
    const { refundId, from, amountMinor, toEscrowMinor, subsidyMinor } = event.data;
    const refund = byId(order.refunds, refundId);
    // What came back of itself is nobody's debt any more; what another refund brought back leaves this one in its place.
    const own = from === refundId;
    const outMinor = own ? -toEscrowMinor : amountMinor;
    const stray = { amountMinor: own ? 0 : refund.stray!.amountMinor, lossMinor: own ? 0 : refund.stray!.lossMinor - amountMinor };
    const marked = own ? order : patched(order, from, { coveredBy: refundId });
    return {
      ...patched(marked, refundId, { stray }),
      payments: change(order.payments, refund.paymentId, (payment) => ({ refundedMinor: payment.refundedMinor + outMinor })),
      money: {
        ...order.money, inEscrowMinor: order.money.inEscrowMinor - outMinor, refundedMinor: order.money.refundedMinor + outMinor,
        subsidyMinor: order.money.subsidyMinor - subsidyMinor,
      },
    };
  },
};

/** Out of escrow and on its way again. */
function taken({ payments, money }: Order, paymentId: string, amountMinor: number, subsidyMinor: number): Pick<Order, "payments" | "money"> {
  return {
    payments: change(payments, paymentId, (payment) => ({ refundingMinor: payment.refundingMinor + amountMinor })),
    money: { ...money, inEscrowMinor: money.inEscrowMinor - amountMinor, refundingMinor: money.refundingMinor + amountMinor, subsidyMinor: money.subsidyMinor - subsidyMinor },
  };
}

function patched(order: Order, refundId: string, patch: Partial<Refund>): Order {
  return { ...order, refunds: change(order.refunds, refundId, patch) };
}

/** The refunds, one of them as if nobody had proposed to end it. */
export function withoutProposal(refunds: readonly Refund[], refundId: string): Refund[] {
  return refunds.map((refund) => {
    if (refund.id !== refundId || !refund.failureProposed) return refund;
    const { failureProposed: _, ...rest } = refund;
    return rest;
  });
}
