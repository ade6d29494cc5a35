// A reversal: money of a refund that has arrived is taken back, into escrow (T4, T5).
// requested → underReview → granted | refused; a granted one can be appealed once by the buyer.
import { recoverLoss } from "./chargeback.ts";
import type { ReversalEvent } from "./events.ts";
import { approveRefund, askMediators, reopenOrder } from "./refunding.ts";
import { arrowsOf, durationTerm } from "./policy.ts";
import { refuse, type Refusal } from "./refusals.ts";
import { returnStray } from "./resolution.ts";
import { byId, change, type Decisions, type Scene, type Transitions } from "./scene.ts";
import { settleOrder } from "./ending.ts";
import { freeEscrow, isReversalOpen, type Order, type Refund, type Reversal } from "./state.ts";
import { later } from "./time.ts";

type ReversalCommand =
  | "RequestReversal" | "AnswerReversal" | "AppealReversal" | "AskForMore" | "GrantReversal" | "RefuseReversal" | "ExpireReversal"
  | "RecordRefundReversed" | "RecordReversalImpossible";

/** Who may rest a reversal on which ground: misconduct by anybody, the institution's own findings, and giving back by who got the money. */
export const groundsByRole: Record<string, string[]> = {
  buyer: ["fraud", "misleading", "givenBack"], seller: ["fraud", "misleading"], operator: ["fraud", "misleading"], institution: ["accountTheft", "risk"],
};

export const reversalDecisions: Decisions<ReversalCommand> = {
  RequestReversal(scene, command) {
    const refund = byId(scene.order.refunds, command.refundId);
    if (!groundsByRole[scene.actor.role]?.includes(command.ground)) return refuse("GroundNotPossibleNow");
    if (scene.known.foreignEvidence?.length) return refuse("EvidenceNotFound");
    openReversal(scene, refund, command);
  },

  AnswerReversal(scene, command) {
    if (scene.known.foreignEvidence?.length) return refuse("EvidenceNotFound");
    const data = { reversalId: command.reversalId!, note: command.note ?? null, documents: command.documents ?? [] };
    scene.emit({ type: "ReversalAnswered", data });
  },

  AppealReversal(scene, command) {
    if (scene.known.foreignEvidence?.length) return refuse("EvidenceNotFound");
    const data = { reversalId: command.reversalId!, note: command.note ?? null, documents: command.documents ?? [] };
    scene.emit({ type: "ReversalAppealed", data });
  },

  AskForMore: (scene, command) =>
    scene.emit({ type: "MoreAsked", data: { reversalId: command.reversalId!, note: command.note ?? null, buyerMayAnswerUntil: answerUntil(scene) } }),

  GrantReversal(scene, command) {
    const reversal = byId(scene.order.reversals, command.reversalId);
    const refused = mayStillAnswer(scene, reversal);
    if (refused) return refused;
    if (reversal.appealedAt !== null) {
      return scene.emit({ type: "ReversalUpheld", data: { reversalId: reversal.id, note: command.note ?? null } });
    }
    grant(scene, reversal, command.note ?? null);
  },

  RefuseReversal: (scene, command) => refuseReversal(scene, byId(scene.order.reversals, command.reversalId), command.note ?? null),
  ExpireReversal: (scene, command) => refuseReversal(scene, byId(scene.order.reversals, command.reversalId), null),

  RecordRefundReversed(scene, command) {
    const refund = byId(scene.order.refunds, command.refundId);
    if (refund.status === "failed") return returnStray(scene, refund);
    if (refund.irreversible) endDebt(scene, refund);
    const unasked = refund.reversingSince === null && !refund.irreversible;
    if (unasked) takenBackUnasked(scene, refund);
    scene.emit({ type: "RefundReversed", data: { refundId: refund.id } });
    if (recoverLoss(scene, refund.id)) return settleOrder(scene);
    reopenOrder(scene, refund);
    if (unasked) hearBuyer(scene, refund);
    const overturned = scene.order.reversals.find((one) => one.refundId === refund.id && one.status === "refused" && one.appealedAt !== null);
    if (overturned) payAgain(scene, overturned, refund);
  },

  RecordReversalImpossible(scene, { refundId, reason }) {
    const refund = byId(scene.order.refunds, refundId);
    scene.emit({ type: "ReversalImpossible", data: { refundId, reason, amountMinor: refund.amountMinor, to: refund.to, owedMinor: owedFor(scene.order, refund) } });
    settleOrder(scene);
  },
};

/** What the buyer owes who keeps money that was to come back: not what an appeal has left with them, nor what stands as the platform's loss already. */
function owedFor({ reversals, chargebacks = [] }: Order, { id, paymentId, amountMinor }: Refund): number {
  if (reversals.some((one) => one.refundId === id && one.status === "refused" && one.appealedAt !== null)) return 0;
  const lossMinor = chargebacks.reduce((sum, one) => (one.paymentId === paymentId ? sum + one.lossMinor : sum), 0);
  return Math.max(0, amountMinor - lossMinor);
}

/** Nobody owes it any more: it came back after all, or an appeal leaves it with the buyer. */
function endDebt(scene: Scene, { id: refundId, irreversible }: Refund): void {
  if (irreversible!.owedMinor > 0) scene.emit({ type: "DebtEnded", data: { refundId, amountMinor: irreversible!.owedMinor } });
}

type Asked = { ground: string; note?: Reversal["note"]; documents?: string[] };

/** Opens a reversal; the institution's own and an undisputed giving back are granted at once. */
export function openReversal(scene: Scene, refund: Refund, asked: Asked): void {
  const { role } = scene.actor;
  const accused = role !== "buyer" && role !== "institution";
  const reversalId = scene.mint("rev");
  const { ground, note = null, documents = [] } = asked;
  scene.emit({
    type: "ReversalRequested",
    data: { reversalId, refundId: refund.id, ground, amountMinor: refund.amountMinor, note, documents, buyerMayAnswerUntil: accused ? answerUntil(scene) : null },
  });
  if (role === "institution" || (ground === "givenBack" && nobodyElseTouched(scene.order))) {
    grant(scene, byId(scene.order.reversals, reversalId), null);
  }
}

/** Giving money back touches the seller's right once the goods are with the seller again. */
function nobodyElseTouched(order: Order): boolean {
  return !order.returns.some((ret) => ret.receivedAt !== null);
}

/** The institution takes money back by itself (T4): that grants the reversal under review, or is one of its own. */
function takenBackUnasked(scene: Scene, refund: Refund): void {
  const reviewed = scene.order.reversals.find((one) => one.refundId === refund.id && isReversalOpen(one));
  if (reviewed) grant(scene, reviewed, null);
  else if (arrowsOf(scene.policy, "RequestReversal").length > 0) openReversal(scene, refund, { ground: "risk" });
}

/** Money for units that were never sent, or are with the seller again, would go to the seller unheard: where the marketplace knows no reversal that the buyer could appeal, the mediators decide. */
function hearBuyer(scene: Scene, refund: Refund): void {
  const { policy, order } = scene;
  const unsent = refund.cause.kind === "order" || refund.cause.kind === "cancellation" || refund.cause.kind === "withdrawal";
  const back = order.returns.some((ret) => ret.receivedAt !== null);
  const waits = (order.status === "awaitingShipment" || order.status === "verifyingPayment") && order.lines.every((line) => line.cancelled === 0);
  if ((!unsent && !back) || waits || arrowsOf(policy, "RequestReversal").length > 0 || arrowsOf(policy, "DecideClaim").length === 0) return;
  askMediators(scene, refund);
}

function answerUntil(scene: Scene): number {
  return later(scene.now, durationTerm(scene.policy, "reversal.answerWithin")!, scene.policy.zone);
}

function mayStillAnswer(scene: Scene, reversal: Reversal): Refusal | undefined {
  const until = reversal.buyerMayAnswerUntil;
  return until !== null && scene.now <= until ? refuse("BuyerMayStillAnswer", { opensAt: until }) : undefined;
}

function grant(scene: Scene, reversal: Reversal, note: Reversal["note"]): void {
  const refund = byId(scene.order.refunds, reversal.refundId);
  scene.emit({
    type: "ReversalGranted",
    data: { reversalId: reversal.id, refundId: refund.id, amountMinor: refund.amountMinor, to: refund.to, note },
  });
}

/** Refused: the refund stands. On appeal the money that was taken back goes to the buyer again. */
function refuseReversal(scene: Scene, reversal: Reversal, note: Reversal["note"]): void {
  scene.emit({ type: "ReversalRefused", data: { reversalId: reversal.id, note } });
  const refund = byId(scene.order.refunds, reversal.refundId);
  if (reversal.appealedAt !== null && refund.status === "reversed") payAgain(scene, reversal, refund);
  if (reversal.appealedAt !== null && refund.irreversible) endDebt(scene, refund);
}

/** Where escrow was released meanwhile, the seller gives back what they got. */
function payAgain(scene: Scene, reversal: Reversal, refund: Refund): void {
  const amountMinor = Math.min(refund.amountMinor, freeEscrow(scene.order) + scene.order.money.releasedMinor);
  if (amountMinor > 0) approveRefund(scene, { amountMinor, cause: { kind: "reversal", id: reversal.id }, to: refund.to, paymentId: refund.paymentId, orderWas: refund.orderWas });
  settleOrder(scene);
}

export const reversalTransitions: Transitions<ReversalEvent> = {
  ReversalRequested(order, event) {
    const { reversalId, ...data } = event.data;
    const reversal: Reversal = {
      id: reversalId, ...data, status: "requested", requestedBy: event.by, requestedAt: event.at, reviewSince: event.at, answeredAt: null,
      decidedBy: null, decidedAt: null, appealedAt: null, settledAt: null,
    };
    return { ...order, reversals: [...order.reversals, reversal] };
  },
  ReversalAnswered: (order, event) =>
    patched(order, event.data.reversalId, (reversal) => ({
      status: "underReview", answeredAt: event.at, buyerMayAnswerUntil: null, documents: [...reversal.documents, ...event.data.documents],
    })),
  MoreAsked: (order, event) =>
    patched(order, event.data.reversalId, { status: "underReview", reviewSince: event.at, buyerMayAnswerUntil: event.data.buyerMayAnswerUntil }),
  ReversalGranted(order, event) {
    const moved = patched(order, event.data.reversalId, { status: "granted", decidedBy: event.by.id, decidedAt: event.at });
    return { ...moved, refunds: change(moved.refunds, event.data.refundId, { reversingSince: event.at }) };
  },
  ReversalAppealed: (order, event) =>
    patched(order, event.data.reversalId, (reversal) => ({
      status: "underReview", appealedAt: event.at, reviewSince: event.at, documents: [...reversal.documents, ...event.data.documents],
    })),
  // The money stays with the buyer, who now owes it: the ledger says what is so, and what ought to be.
  ReversalImpossible(order, event) {
    const { refundId, reason, owedMinor } = event.data;
    const refunds = change(order.refunds, refundId, { reversingSince: null, chargeBackDue: false, irreversible: { because: reason, owedMinor } });
    return { ...order, refunds, money: { ...order.money, owedByBuyerMinor: order.money.owedByBuyerMinor + owedMinor } };
  },
  DebtEnded(order, event) {
    const refunds = change(order.refunds, event.data.refundId, ({ irreversible }) => ({ irreversible: { because: irreversible!.because, owedMinor: 0 } }));
    return { ...order, refunds, money: { ...order.money, owedByBuyerMinor: order.money.owedByBuyerMinor - event.data.amountMinor } };
  },
  ReversalUpheld: (order, event) => patched(order, event.data.reversalId, { status: "granted", decidedBy: event.by.id }),
  ReversalRefused: (order, event) => patched(order, event.data.reversalId, { status: "refused", decidedBy: event.by.id, decidedAt: event.at }),
};

function patched(order: Order, id: string, patch: Partial<Reversal> | ((reversal: Reversal) => Partial<Reversal>)): Order {
  return { ...order, reversals: change(order.reversals, id, patch) };
}
