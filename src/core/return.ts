// A return: goods on their way back, for money or for a replacement, asked by the buyer (Z3) or agreed in a claim (A23).
// requested → authorized → inTransit → received → closed; or declined, cancelled, expired.
import { endJoined, goodsToMediators, settleClaimOf } from "./claimEnding.ts";
import { isLast, settleOrder, worthOf } from "./ending.ts";
import type { Sealed } from "./event.ts";
import type { ReturnEvent } from "./events.ts";
import { addTo, checkParts, mergedParts } from "./parts.ts";
import { putsRight, term, type Remedy } from "./policy.ts";
import { approveRefund, chargeBack, refundWays } from "./refunding.ts";
import { refuse } from "./refusals.ts";
import { byId, change, saying, type Decisions, type Scene, type Transitions } from "./scene.ts";
import { freeEscrow, isOwed, isReturnOpen, openClaim, type Claim, type Line, type LinePart, type Order, type Parcel, type Refund, type Return } from "./state.ts";
import { checkTracking, emitParcel } from "./tracking.ts";

type ReturnCommand =
  | "RequestReturn" | "AuthorizeReturn" | "DeclineReturn" | "CallOffReturn" | "ApproveRefund" | "CancelReturn" | "PostReturn"
  | "ReceiveReturn" | "ShipReplacement" | "ExpireReturn" | "RecordLabel" | "RecordLabelVoided";

export const returnDecisions: Decisions<ReturnCommand> = {
  RequestReturn(scene, command) {
    const { order, policy } = scene;
    const lines = command.lines ?? [];
    const reasons = lines.map((line) => policy.reasons.return[line.reason]);
    if (reasons.some((reason) => !reason)) return refuse("ReasonUnknownHere");
    const refused = checkParts(order, lines, returnable);
    if (refused) return refused;
    const whim = lines.filter((_, index) => reasons[index]!.fault !== "seller" && reasons[index]!.fault !== "carrier");
    if (whim.some((line) => order.lines.find((one) => one.sku === line.sku)!.finalSale)) return refuse("FinalSale");
    const refundTo = command.refundTo ?? "sameMethod";
    if (!refundWays(policy, order).includes(refundTo)) return refuse("RefundGoesBackTheWayItCame");
    const sellerPays = reasons.some((reason) => reason!.fault === "seller" || reason!.fault === "carrier");
    const parts = mergedParts(lines);
    const id = scene.mint("ret");
    scene.emit({
      type: "ReturnRequested",
      data: {
        returnId: id, rma: rmaOf(id), claimId: null, lines, remedy: command.remedy ?? "refund", refundTo,
        amountMinor: Math.min(worthOf(order, parts, sellerPays), refundable(order)), sellerPays, labelWanted: true,
      },
    });
    if (scene.arrow.to.includes("return.authorized")) authorize(scene, id);
  },

  AuthorizeReturn: (scene, command) => authorize(scene, command.returnId!, command.note),

  DeclineReturn(scene, command) {
    scene.emit({ type: "ReturnDeclined", data: { returnId: command.returnId!, note: command.note ?? null } });
    settleOrder(scene);
  },

  CallOffReturn(scene, command) {
    stopRefundsOf(scene, command.returnId!);
    scene.emit({ type: "ReturnCalledOff", data: { returnId: command.returnId!, ...saying(command.note) } });
    settleOrder(scene);
  },

  CancelReturn(scene, command) {
    stopRefundsOf(scene, command.returnId!);
    scene.emit({ type: "ReturnCancelled", data: { returnId: command.returnId! } });
    settleOrder(scene);
  },

  ApproveRefund(scene, command) {
    const ret = byId(scene.order.returns, command.returnId);
    const worth = returnWorth(scene.order, ret);
    const amountMinor = command.amountMinor ?? worth;
    if (amountMinor > worth) return refuse("AmountTooHigh");
    if (ret.claimId !== null) return settleClaimOf(scene, ret.claimId, amountMinor);
    if (ret.status === "requested") scene.emit({ type: "ReturnAuthorized", data: { returnId: ret.id } });
    refundReturn(scene, ret, amountMinor, { byHand: true, advance: false });
    if (ret.status === "received" && ret.remedy === "replacement") scene.emit({ type: "ReturnClosed", data: { returnId: ret.id } });
    settleOrder(scene);
  },

  PostReturn(scene, command) {
    const ret = byId(scene.order.returns, command.returnId);
    const labelled = ret.label?.trackingNumber === command.trackingNumber && ret.label.carrier === command.carrier && ret.label.voidedAt === null;
    const refused = labelled ? undefined : checkTracking(scene, command.trackingNumber);
    if (refused) return refused;
    const parcelId = labelled ? ret.parcelId : emitParcel(scene, command, { kind: "return", returnId: ret.id, lines: mergedParts(ret.lines) });
    scene.emit({ type: "ReturnPosted", data: { returnId: ret.id, parcelId } });
  },

  ReceiveReturn: (scene, command) => receive(scene, byId(scene.order.returns, command.returnId), command.condition ?? "asSent"),

  ShipReplacement(scene, command) {
    const ret = byId(scene.order.returns, command.returnId);
    if (ret.remedy === "refund") return refuse("ReplacementNotAsked");
    const refused = checkTracking(scene, command.trackingNumber);
    if (refused) return refused;
    const parcelId = emitParcel(scene, command, { kind: "replacement", returnId: ret.id, lines: mergedParts(ret.lines) });
    scene.emit({ type: "ReplacementShipped", data: { returnId: ret.id, parcelId } });
    if (ret.status === "received") putRight(scene, ret);
    settleOrder(scene);
  },

  ExpireReturn: (scene, command) => expire(scene, byId(scene.order.returns, command.returnId)),

  RecordLabel(scene, command) {
    const ret = byId(scene.order.returns, command.returnId);
    if (ret.label) return refuse("ReturnAlreadyAuthorized");
    const { carrier, trackingNumber } = command.label;
    const parcelId = emitParcel(scene, { carrier, trackingNumber }, { kind: "return", returnId: ret.id, lines: mergedParts(ret.lines) });
    scene.emit({ type: "LabelIssued", data: { returnId: ret.id, label: command.label, parcelId } });
  },

  RecordLabelVoided: (scene, command) => scene.emit({ type: "LabelVoided", data: { returnId: command.returnId } }),
};

/** Units of a line that the buyer holds and has not asked to send back. */
export const returnable = (line: Line): number => line.delivered - line.returned - line.returning;

export const rmaOf = (returnId: string): string => `RMA-${returnId.slice(-12).toUpperCase()}`;

/** All that may still go back to the buyer: what waits in escrow and what the seller got before the order's end. */
export const refundable = (order: Order): number => (order.status === "completed" ? freeEscrow(order) : givenAtMost(order));

/** The same for an order that is opened again. */
export const givenAtMost = (order: Order): number => freeEscrow(order) + order.money.releasedMinor;

/** Whether the way out is given back with the last line: at the seller's fault (Z3), and where the law says so (L1). */
const givesShipping = (ret: Return): boolean => ret.sellerPays || ret.shippingBack === true;

/** What this return still gives back: its units at the price paid, shipping with the last one where the buyer is not at fault (Z3). */
export function returnWorth(order: Order, ret: Return): number {
  if (ret.claimId !== null) return Math.min(ret.amountMinor, refundable(order));
  const counted = ret.receivedAt === null ? order : { ...order, lines: addTo(order.lines, ret.lines, "returned", -1) };
  const givenMinor = refundsOf(order, ret).reduce((sum, refund) => sum + (refund.status === "reversed" ? 0 : refund.amountMinor), 0);
  return Math.max(0, Math.min(worthOf(counted, mergedParts(ret.lines), givesShipping(ret)) - givenMinor, refundable(order)));
}

/** The goods that a claim is over, as far as they are out and nobody has asked them back. */
export function goodsOf(order: Order, { lines }: Claim): LinePart[] {
  const out = order.lines.map((line) => ({ sku: line.sku, quantity: line.shipped - line.returned - line.returning }));
  const claimed = ({ sku, quantity }: LinePart): number => (lines === null ? quantity : Math.min(quantity, lines.find((part) => part.sku === sku)?.quantity ?? 0));
  return out.map((part) => ({ sku: part.sku, quantity: claimed(part) })).filter((part) => part.quantity > 0);
}

/** Opens the return that a claim's settlement asks for; it is authorized at once. Returns its id. */
export function returnForClaim(scene: Scene, claimId: string, agreed: { remedy: Remedy; amountMinor: number }, sellerPays: boolean): string {
  const { order } = scene;
  const id = scene.mint("ret");
  const lines = goodsOf(order, byId(order.claims, claimId)).map((part) => ({ ...part, reason: "agreed" }));
  scene.emit({
    type: "ReturnRequested",
    data: { returnId: id, rma: rmaOf(id), claimId, lines, remedy: putsRight(agreed.remedy) ? agreed.remedy : "refund", refundTo: "sameMethod", amountMinor: agreed.amountMinor, sellerPays, labelWanted: sellerPays },
  });
  scene.emit({ type: "ReturnAuthorized", data: { returnId: id } });
  return id;
}

function authorize(scene: Scene, returnId: string, note?: Sealed): void {
  scene.emit({ type: "ReturnAuthorized", data: { returnId, ...saying(note) } });
  if (term(scene.policy, "refund.when") === "authorized") advance(scene, byId(scene.order.returns, returnId));
}

/** The goods came back and others, or the same in order, have left: the return is over, and with it the claim that asked for them. */
function putRight(scene: Scene, ret: Return): void {
  scene.emit({ type: "ReturnClosed", data: { returnId: ret.id } });
  if (ret.claimId === null) return;
  endJoined(scene, byId(scene.order.claims, ret.claimId), "ReturnClosed");
  scene.emit({ type: "ClaimSettled", because: ret.remedy, data: { claimId: ret.claimId } });
}

/** The carrier has the parcel: from here on the goods are under way, whatever anybody says (Z6). */
export function returnScanned(scene: Scene, parcel: Parcel): void {
  const ret = byId(scene.order.returns, parcel.returnId!);
  if (ret.status === "authorized") scene.emit({ type: "ReturnPosted", data: { returnId: ret.id, parcelId: parcel.id } });
  if (isReturnOpen(ret) && ret.claimId === null && term(scene.policy, "refund.when") === "scanned") advance(scene, byId(scene.order.returns, ret.id));
}

/** Goods that come back although their return had ended are the mediators' to decide over. */
export function goodsBack(scene: Scene, parcel: Parcel): void {
  const ret = byId(scene.order.returns, parcel.returnId!);
  const ended = ret.status === "cancelled" || ret.status === "expired" || ret.status === "declined";
  if (ended && refundable(scene.order) > 0 && scene.order.status !== "closed") goodsToMediators(scene, ret, returnWorth(scene.order, ret));
}

/** A refund ahead of the goods (Z14). */
function advance(scene: Scene, ret: Return): void {
  if (ret.remedy !== "refund" || refundsOf(scene.order, ret).length > 0) return;
  refundReturn(scene, ret, returnWorth(scene.order, ret), { byHand: false, advance: true });
}

/** What was given before the goods were back left something out that follows: a withdrawal gives everything, and nobody decided over what was stopped. */
export const owesRest = (order: Order, ret: Return): boolean => (ret.withdrawnAt !== undefined || wasStoppedInPart(order, ret)) && returnWorth(order, ret) > 0;

/** Of the refunds that were approved together last one was stopped: with several payments the others may be out already. */
function wasStoppedInPart(order: Order, ret: Return): boolean {
  const approved = order.refunds.filter(({ id, cause }) => cause.id === ret.id && !order.refunds.some(({ replacedBy }) => replacedBy === id));
  return approved.some(({ status, approvedAt }) => status === "stopped" && approvedAt === approved.at(-1)!.approvedAt);
}

function refundReturn(scene: Scene, ret: Return, amountMinor: number, how: { byHand: boolean; advance: boolean }): void {
  if (how.byHand || how.advance) scene.emit({ type: "RefundAuthorized", data: { returnId: ret.id, ...how } });
  if (amountMinor === 0) return;
  const lines = mergedParts(ret.lines);
  const uncounted = ret.receivedAt === null ? scene.order : { ...scene.order, lines: addTo(scene.order.lines, ret.lines, "returned", -1) };
  const whole = amountMinor === returnWorth(scene.order, ret);
  const withShipping = whole && givesShipping(ret) && isLast(uncounted, lines) && !scene.order.shippingReturned;
  approveRefund(scene, { amountMinor, cause: { kind: "return", id: ret.id }, lines, withShipping, to: ret.refundTo ?? "sameMethod" });
}

/** The refunds of a return that moved money or still can. */
export const refundsOf = (order: Order, ret: Return): Refund[] =>
  order.refunds.filter((refund) => refund.cause.kind === "return" && refund.cause.id === ret.id && refund.status !== "stopped" && refund.replacedBy === null && !(refund.status === "failed" && refund.chargeBackDue));

/** Nothing is paid any more for goods that stay with the buyer: what was not handed over is stopped, what failed is not sent again. */
function stopRefundsOf(scene: Scene, returnId: string): void {
  for (const refund of refundsOf(scene.order, byId(scene.order.returns, returnId))) if (refund.status === "approved" || isOwed(refund)) chargeBack(scene, refund);
}

function receive(scene: Scene, ret: Return, condition: NonNullable<Return["condition"]>): void {
  scene.emit({ type: "ReturnReceived", data: { returnId: ret.id, condition } });
  const received = byId(scene.order.returns, ret.id);
  const open = openClaim(scene.order);
  const claimId = ret.claimId ?? (open?.returnId === ret.id ? open.id : null);
  if (condition !== "asSent") {
    stopRefundsOf(scene, ret.id);
    goodsToMediators(scene, received, returnWorth(scene.order, received));
  } else if (isToBePutRight(scene.order, received)) {
    if (ret.replacementParcelId !== null) putRight(scene, received);
  } else if (claimId !== null) {
    settleClaimOf(scene, claimId, returnWorth(scene.order, received));
  } else if (ret.remedy !== "refund") {
    if (ret.replacementParcelId !== null) scene.emit({ type: "ReturnClosed", data: { returnId: ret.id } });
  } else if (refundsOf(scene.order, received).length === 0 || owesRest(scene.order, received)) {
    refundReturn(scene, received, returnWorth(scene.order, received), { byHand: false, advance: false });
  } else if (refundsOf(scene.order, received).every((refund) => refund.status === "settled")) {
    scene.emit({ type: "ReturnClosed", data: { returnId: ret.id } });
  }
  settleOrder(scene);
}

/** Whether the goods of this return come back to be put right under a claim that still waits for that. */
export const isToBePutRight = (order: Order, ret: Return): boolean =>
  ret.remedy !== "refund" && order.claims.some((claim) => claim.id === ret.claimId && claim.status === "awaitingGoods");

/**
 * Not posted in time: the return is over. Posted and never back, or withdrawn from before the goods ever came: the mediators', unless it
 * gave already: an advance is charged back, and what was given on the proof of a posting that no carrier ever saw.
 */
function expire(scene: Scene, ret: Return): void {
  const refunds = refundsOf(scene.order, ret);
  const neverThere = ret.withdrawnAt !== undefined && scene.order.deliveredAt === null;
  if ((ret.status === "inTransit" || neverThere) && refunds.length === 0 && ret.replacementParcelId === null) {
    scene.emit({ type: "ReturnOverdue", data: { returnId: ret.id } });
    return goodsToMediators(scene, byId(scene.order.returns, ret.id), returnWorth(scene.order, ret));
  }
  scene.emit({ type: "ReturnExpired", data: { returnId: ret.id } });
  if (ret.advance || (ret.withdrawnAt !== undefined && ret.scannedAt === null)) for (const refund of refunds) chargeBack(scene, refund);
  if (ret.replacementParcelId !== null) {
    scene.emit({ type: "ReplacementOwed", data: { returnId: ret.id, amountMinor: worthOf(scene.order, mergedParts(ret.lines), false) } });
  }
  if (ret.claimId !== null) {
    endJoined(scene, byId(scene.order.claims, ret.claimId), "ReturnClosed");
    scene.emit({ type: "ClaimLapsed", because: "notPosted", data: { claimId: ret.claimId } });
  }
  settleOrder(scene);
}

export const returnTransitions: Transitions<ReturnEvent> = {
  ReturnRequested(order, event) {
    const { returnId, ...data } = event.data;
    const ret: Return = {
      id: returnId, ...data, status: "requested", label: null, parcelId: null, replacementParcelId: null, condition: null, requestedAt: event.at,
      authorizedAt: null, postedAt: null, scannedAt: null, backAt: null, receivedAt: null, endedAt: null, approvedByHand: false, advance: false, overdueAt: null,
      ...(data.withdrawalId === undefined ? {} : { withdrawnAt: event.at }),
    };
    const started = order.status === "delivered" || order.status === "inTransit" ? { status: "returnStarted" as const, statusSince: event.at } : {};
    return { ...order, ...started, returns: [...order.returns, ret], lines: addTo(order.lines, data.lines, "returning") };
  },
  ReturnTakenOver(order, event) {
    const { returnId, ...data } = event.data;
    return patched(order, returnId, { ...data, claimId: null, remedy: "refund", withdrawnAt: event.at, overdueAt: null });
  },
  ReturnAuthorized: (order, event) => patched(order, event.data.returnId, { status: "authorized", authorizedAt: event.at }),
  ReturnDeclined: (order, event) => ended(order, event.data.returnId, { status: "declined", endedAt: event.at }),
  ReturnCancelled: (order, event) => ended(order, event.data.returnId, { status: "cancelled", endedAt: event.at }),
  ReturnCalledOff: (order, event) => ended(order, event.data.returnId, { status: "cancelled", endedAt: event.at }),
  ReturnExpired: (order, event) => ended(order, event.data.returnId, { status: "expired", endedAt: event.at }),
  ReturnOverdue: (order, event) => patched(order, event.data.returnId, { overdueAt: event.at }),
  ReturnClosed(order, event) {
    const ret = byId(order.returns, event.data.returnId);
    const moved = ended(order, ret.id, { status: "closed", endedAt: event.at });
    // What was put right under a claim is the buyer's again, as if it had never left.
    const again = ret.claimId !== null && ret.remedy !== "refund" && ret.replacementParcelId !== null && ret.receivedAt !== null;
    return again ? { ...moved, lines: addTo(moved.lines, ret.lines, "returned", -1) } : moved;
  },
  ReturnPosted: (order, event) => patched(order, event.data.returnId, { status: "inTransit", postedAt: event.at, parcelId: event.data.parcelId }),
  RefundAuthorized: (order, event) =>
    patched(order, event.data.returnId, event.data.byHand ? { approvedByHand: true, remedy: "refund" } : { advance: event.data.advance }),
  ReplacementShipped: (order, event) => patched(order, event.data.returnId, { replacementParcelId: event.data.parcelId }),
  ReplacementOwed: (order, event) =>
    ({ ...order, money: { ...order.money, owedByBuyerMinor: order.money.owedByBuyerMinor + event.data.amountMinor } }),
  LabelIssued: (order, event) =>
    patched(order, event.data.returnId, { label: { ...event.data.label, voidedAt: null }, parcelId: event.data.parcelId }),
  LabelVoided: (order, event) =>
    patched(order, event.data.returnId, (ret) => ({ label: ret.label ? { ...ret.label, voidedAt: event.at } : null })),

  ReturnReceived(order, event) {
    const moved = ended(order, event.data.returnId, { status: "received", receivedAt: event.at, condition: event.data.condition });
    return { ...moved, lines: addTo(moved.lines, byId(order.returns, event.data.returnId).lines, "returned") };
  },
};

function patched(order: Order, id: string, patch: Partial<Return> | ((ret: Return) => Partial<Return>)): Order {
  return { ...order, returns: change(order.returns, id, patch) };
}

/** The goods are no longer on their way: with the seller, or staying with the buyer. */
function ended(order: Order, id: string, patch: Partial<Return>): Order {
  const ret = byId(order.returns, id);
  const travelling = ret.status === "requested" || ret.status === "authorized" || ret.status === "inTransit";
  return { ...patched(order, id, patch), lines: travelling ? addTo(order.lines, ret.lines, "returning", -1) : order.lines };
}
