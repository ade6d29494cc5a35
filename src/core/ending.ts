// How an order goes on or ends once something about it is settled: closed with the money back, completed with the seller paid,
// or back to where it waits. Called by the nouns' decisions; decides nothing of its own.
import { portion, unitsWorth } from "./money.ts";
import { allMoneyBack, approveRefund, askWaitingMediators } from "./refunding.ts";
import type { Scene } from "./scene.ts";
import {
  freeEscrow, isClaimOpen, isReturnOpen, openCancellation, totalMinor, type ClosedBecause, type Line, type LinePart, type Order, type RefundCause,
} from "./state.ts";

/** Closes the order, everything open on it, and sends back all that is in escrow. */
export function closeOrder(scene: Scene, closedBecause: ClosedBecause, cause: RefundCause = { kind: "order", id: null }): void {
  const cancellation = openCancellation(scene.order);
  if (cancellation) scene.emit({ type: "CancellationAccepted", because: closedBecause, data: { cancellationId: cancellation.id } });
  for (const ret of scene.order.returns.filter(isReturnOpen)) scene.emit({ type: "ReturnCancelled", because: closedBecause, data: { returnId: ret.id } });
  for (const claim of scene.order.claims.filter(isClaimOpen)) scene.emit({ type: "ClaimSettled", because: closedBecause, data: { claimId: claim.id } });
  const pending = scene.order.payments.filter((payment) => payment.status === "pending");
  if (pending.length > 0) scene.emit({ type: "PaymentVoided", data: { payments: pending.map(({ id, amountMinor }) => ({ id, amountMinor })) } });
  const left = freeEscrow(scene.order);
  if (left > 0) approveRefund(scene, { amountMinor: left, cause, withShipping: !scene.order.shippingReturned });
  scene.emit({ type: "OrderClosed", because: closedBecause, data: { closedBecause } });
}

/** Units that are neither cancelled nor in a parcel. */
export const unshipped = (line: Line): number => line.quantity - line.cancelled - line.shipped;

/** The parts of the order that are still to be shipped. */
export function unshippedParts(order: Order): LinePart[] {
  return order.lines.filter((line) => unshipped(line) > 0).map((line) => ({ sku: line.sku, quantity: unshipped(line) }));
}

/** What those units are worth now: at the price paid for them, with shipping where nothing else of the order is left. */
export function worthOf(order: Order, parts: readonly LinePart[], withShipping: boolean): number {
  let amountMinor = 0;
  for (const part of parts) {
    const line = order.lines.find((one) => one.sku === part.sku)!;
    const taken = line.cancelled + line.returned;
    amountMinor += unitsWorth(line.priceMinor, line.quantity, taken, part.quantity);
  }
  if (withShipping && !order.shippingReturned && isLast(order, parts)) amountMinor += order.shippingMinor;
  return amountMinor;
}

/** Whether nothing of the order is left once those units are gone. */
export function isLast(order: Order, parts: readonly LinePart[]): boolean {
  return order.lines.every((line) => {
    const going = parts.filter((part) => part.sku === line.sku).reduce((sum, part) => sum + part.quantity, 0);
    return line.cancelled + line.returned + going >= line.quantity;
  });
}

/** Of those units, the ones that are neither cancelled nor shipped meanwhile; null means all that are not. */
function stillUnshipped(order: Order, parts: readonly LinePart[] | null): LinePart[] {
  const left = unshippedParts(order);
  if (!parts) return left;
  return left.flatMap(({ sku, quantity }) => {
    const wanted = parts.find((part) => part.sku === sku)?.quantity ?? 0;
    return wanted > 0 ? [{ sku, quantity: Math.min(wanted, quantity) }] : [];
  });
}

/** What cancelling those units (null: all that are not shipped) gives back now, minor units. */
export function cancellableWorth(order: Order, parts: readonly LinePart[] | null): number {
  const going = stillUnshipped(order, parts);
  if (isLast(order, going)) return freeEscrow(order);
  return Math.min(Math.max(0, worthOf(order, going, true) - givenFor(order, going)), freeEscrow(order));
}

/** What claims over those very units have given back for them already: nobody gets the price of a unit twice (G2). */
function givenFor(order: Order, going: readonly LinePart[]): number {
  const units = (parts: readonly LinePart[]): number => parts.reduce((sum, part) => sum + part.quantity, 0);
  const claims = order.refunds.filter(({ cause, lines, status, replacedBy }) => cause.kind === "claim" && lines.length > 0 && status !== "stopped" && status !== "reversed" && replacedBy === null);
  return claims.reduce((given, { lines, amountMinor }) => {
    const shared = lines.map(({ sku, quantity }) => ({ sku, quantity: Math.min(quantity, going.find((part) => part.sku === sku)?.quantity ?? 0) }));
    return given + portion(amountMinor, units(shared), units(lines));
  }, 0);
}

/** Cancels units before they are shipped: all of them closes the order, some give back what they cost. */
export function cancelUnits(scene: Scene, parts: LinePart[] | null, closedBecause: ClosedBecause, cause: RefundCause): void {
  const going = stillUnshipped(scene.order, parts);
  if (isLast(scene.order, going)) return closeOrder(scene, closedBecause, cause);
  const amountMinor = cancellableWorth(scene.order, going);
  if (going.length > 0) scene.emit({ type: "LinesCancelled", because: closedBecause, data: { lines: going } });
  acceptFulfilled(scene, closedBecause);
  if (amountMinor > 0) approveRefund(scene, { amountMinor, cause, lines: going });
  // Units that nobody pays for any more are not shipped; where none is left to ship the order goes the way of its parcels.
  if (allMoneyBack(scene.order) && unshippedParts(scene.order).length > 0) return closeOrder(scene, closedBecause, cause);
  settleShipment(scene);
}

/** A request whose units are all cancelled or shipped by now has got what it can get. */
function acceptFulfilled(scene: Scene, because: ClosedBecause): void {
  const open = openCancellation(scene.order);
  if (!open || stillUnshipped(scene.order, open.lines).length > 0) return;
  scene.emit({ type: "CancellationAccepted", because, data: { cancellationId: open.id } });
}

/** Once every unit has its parcel the order is in transit; once every parcel has arrived it is delivered. */
export function settleShipment(scene: Scene): void {
  if (scene.order.status === "awaitingShipment" && scene.order.lines.every((line) => unshipped(line) === 0)) {
    scene.emit({ type: "OrderShipped", data: {} });
  }
  const { order } = scene;
  const arrived = order.parcels.every((parcel) => parcel.kind !== "order" || parcel.deliveredAt !== null);
  if (arrived && order.deliveredAt === null && (order.status === "inTransit" || order.status === "returnStarted")) {
    scene.emit({ type: "OrderDelivered", data: {} });
  }
}

/** Why an order closes whose money is all back: goods that came back under a withdrawal, or a refund like any other. */
const backBecause = (order: Order): ClosedBecause => (order.returns.some((ret) => ret.withdrawnAt !== undefined && ret.receivedAt !== null) ? "withdrawnFromContract" : "refunded");

/** After a return or a claim moved: all money back closes the order; no return open any more takes it back to where it was. */
export function settleOrder(scene: Scene): void {
  if (scene.order.status === "closed" || scene.order.status === "completed") return;
  askWaitingMediators(scene);
  const { order } = scene;
  const open = order.returns.some(isReturnOpen);
  if (!open && !order.claims.some(isClaimOpen) && allMoneyBack(order)) {
    return closeOrder(scene, backBecause(order));
  }
  if (!open && order.status === "returnStarted") scene.emit({ type: "ReturnsEnded", data: {} });
  completeAgain(scene);
}

/**
 * An order that was completed is so again as soon as nothing is open on it any more. A reversal, or money that one takes back, never kept it
 * from being completed; a refund that is to be charged back does: where it fails its money is in escrow again, and the seller's.
 */
export function completeAgain(scene: Scene): void {
  if (scene.order.wasCompleted && isQuiet(scene.order)) scene.emit({ type: "OrderCompleted", data: {} });
}

const isQuiet = (order: Order): boolean =>
  freeEscrow(order) === 0 && !order.returns.some(isReturnOpen) && !order.claims.some(isClaimOpen) && !order.refunds.some(({ chargeBackDue, status }) => chargeBackDue && status !== "failed");

/** Pays the seller what is in escrow, less the commission on it. */
export function releaseEscrow(scene: Scene): void {
  const { money, commissionMinor } = scene.order;
  const amountMinor = freeEscrow(scene.order);
  if (amountMinor === 0) return;
  const subsidyMinor = portion(money.subsidyMinor, amountMinor, money.inEscrowMinor);
  const dueMinor = portion(commissionMinor, money.releasedMinor + amountMinor, totalMinor(scene.order)) - money.commissionPaidMinor;
  scene.emit({ type: "EscrowReleased", data: { amountMinor, commissionMinor: Math.min(amountMinor, Math.max(0, dueMinor)), subsidyMinor } });
}
