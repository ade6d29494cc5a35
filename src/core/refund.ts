// A refund: money of one payment going back. approved (can still be stopped) → submitting (the point of no return)
// → submitted → settled; or stopped, failed, unknown, reversed. Its id is the key under which the institution knows it.
import type { RefundEvent } from "./events.ts";
import { approveRefund, askMediators, reopenOrder, stopRefund } from "./refunding.ts";
import { refuse } from "./refusals.ts";
import { failRefund, returnStray, reviveRefund, settle, withoutProposal } from "./resolution.ts";
import { byId, change, type Decisions, type Transitions } from "./scene.ts";
import type { Order, Refund } from "./state.ts";

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

  RecordRefundSubmitted(scene, { refundId, reference }) {
    const refund = byId(scene.order.refunds, refundId);
    if (refund.status === "failed") return reviveRefund(scene, refund, { reference });
    scene.emit({ type: "RefundSubmitted", data: { refundId, reference } });
  },

  RecordRefundSettled(scene, command) {
    const refund = byId(scene.order.refunds, command.refundId);
    if (refund.status === "failed") return reviveRefund(scene, refund, "settled");
    settle(scene, refund.id);
  },

  RecordRefundUnknown: (scene, command) => scene.emit({ type: "RefundUnknown", data: { refundId: command.refundId } }),

  RecordRefundFailed(scene, command) {
    const refund = byId(scene.order.refunds, command.refundId);
    if (refund.status === "failed") return returnStray(scene, refund);
    failRefund(scene, refund.id, command.reason);
  },

  ReportOverdueRefund: (scene, command) => scene.emit({ type: "RefundOverdue", data: { refundId: command.refundId! } }),

  InquireRefund: (scene, command) => scene.emit({ type: "RefundInquired", data: { refundId: command.refundId! } }),

  ReissueRefund(scene, command) {
    const refund = byId(scene.order.refunds, command.refundId);
    const to = command.to ?? refund.to;
    const { methods, refund: ways } = scene.policy;
    const toCard = to === "giftCard" && (methods.includes("giftCard") || ways.to.includes("giftCard"));
    if (to !== refund.to && !toCard) return refuse("RefundGoesBackTheWayItCame");
    const { amountMinor, cause, paymentId, orderWas } = refund;
    const [replacement] = approveRefund(scene, { amountMinor, cause, to, paymentId, orderWas, owed: true });
    if (!replacement) return refuse("NothingLeft");
    scene.emit({ type: "RefundReissued", data: { refundId: refund.id, replacedBy: replacement } });
  },
};

/** What a hold does to a refund stands in risk.ts. */
export const refundTransitions: Transitions<Exclude<RefundEvent, { type: "RefundHeld" | "HoldTaken" | "HoldReleased" }>> = {
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
  // The institution has answered: what was proposed for want of an answer is void, here and where it settles or fails.
  RefundSubmitted: (order, event) =>
    patched(answered(order, event.data.refundId), event.data.refundId, { status: "submitted", submittedAt: event.at, institutionReference: event.data.reference }),
  RefundUnknown: (order, event) => patched(order, event.data.refundId, { status: "unknown", unknownAt: event.at }),
  RefundInquired: (order, event) => patched(order, event.data.refundId, { inquiredAt: event.at }),
  RefundOverdue: (order, event) => patched(order, event.data.refundId, { overdueAt: event.at }),
  RefundFailed: (order, event) =>
    backToEscrow(answered(order, event.data.refundId), event.data.refundId, { status: "failed", endedAt: event.at, failedBecause: event.data.reason, reversingSince: null }),
  RefundReissued: (order, event) => patched(order, event.data.refundId, { replacedBy: event.data.replacedBy }),
  RefundReversed: (order, event) => backToEscrow(order, event.data.refundId, { status: "reversed", endedAt: event.at, reversingSince: null, chargeBackDue: false }),
  MediationDue: (order, event) => patched(order, event.data.refundId, { mediationDue: true }),
  ChargeBackDue: (order, event) => patched(order, event.data.refundId, { chargeBackDue: true }),
  AdvanceChargedBack: (order, event) => patched(order, event.data.refundId, { reversingSince: event.at, chargeBackDue: false }),

  RefundSettled(order, event) {
    const { amountMinor, paymentId } = byId(order.refunds, event.data.refundId);
    const moved = patched(answered(order, event.data.refundId), event.data.refundId, { status: "settled", settledAt: event.at, endedAt: event.at });
    return {
      ...moved,
      payments: change(order.payments, paymentId, (payment) => ({
        refundingMinor: payment.refundingMinor - amountMinor, refundedMinor: payment.refundedMinor + amountMinor,
      })),
      money: { ...order.money, refundingMinor: order.money.refundingMinor - amountMinor, refundedMinor: order.money.refundedMinor + amountMinor },
    };
  },
};

const answered = (order: Order, refundId: string): Order => ({ ...order, refunds: withoutProposal(order.refunds, refundId) });

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
