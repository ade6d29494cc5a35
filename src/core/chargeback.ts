// A chargeback: the buyer's bank takes a payment back (open → won | lost | withdrawn). While one is open nothing of the order is
// handed over or released. Lost, its amount goes to the buyer once: what a refund would have paid of it is not paid again.
import { closeOrder, settleOrder } from "./ending.ts";
import type { ChargebackEvent } from "./events.ts";
import { portion } from "./money.ts";
import { allMoneyBack, approveRefund, debitSeller } from "./refunding.ts";
import { refuse } from "./refusals.ts";
import { byId, change, type Decisions, type Scene, type Transitions } from "./scene.ts";
import { freeEscrow, freeOf, isOwed, isReturnOpen, type Chargeback, type Order, type Refund } from "./state.ts";

type ChargebackCommand = "OpenChargeback" | "CloseChargeback" | "InquireChargeback";

/** The chargebacks of one payment, the oldest first. */
const chargebacksOf = (order: Order, paymentId: string): Chargeback[] => (order.chargebacks ?? []).filter((one) => one.paymentId === paymentId);

export const chargebackDecisions: Decisions<ChargebackCommand> = {
  OpenChargeback(scene, command) {
    const captured = scene.order.payments.filter((one) => one.status === "captured");
    const payment = command.paymentId === undefined && captured.length === 1 ? captured[0] : captured.find((one) => one.id === command.paymentId);
    if (!payment) return refuse(command.paymentId === undefined && captured.length > 1 ? "WhichOne" : "NoSuchTarget");
    const earlier = chargebacksOf(scene.order, payment.id);
    if (command.reference !== undefined && earlier.some((one) => one.reference === command.reference)) return refuse("ChargebackKnown");
    if (earlier.some((one) => one.status === "open")) return refuse("ChargebackOpen");
    const lostMinor = earlier.reduce((sum, one) => (one.status === "lost" ? sum + one.amountMinor : sum), 0);
    const amountMinor = command.amountMinor ?? payment.amountMinor - lostMinor;
    if (amountMinor <= 0 || lostMinor + amountMinor > payment.amountMinor) return refuse("AmountTooHigh");
    const data = { chargebackId: scene.mint("cbk"), paymentId: payment.id, method: payment.method, amountMinor, reference: command.reference ?? null };
    scene.emit({ type: "ChargebackOpened", data });
  },

  CloseChargeback(scene, command) {
    const chargeback = byId(scene.order.chargebacks!, command.chargebackId);
    if (command.outcome === "lost") return lose(scene, chargeback);
    scene.emit({ type: "ChargebackClosed", data: { chargebackId: chargeback.id, outcome: command.outcome } });
    settleOrder(scene);
  },

  InquireChargeback: (scene, command) => scene.emit({ type: "ChargebackInquired", data: { chargebackId: command.chargebackId! } }),
};

/** The bank keeps the money: first what was about to go back anyway, then escrow, then what the seller got; what is missing then is the platform's loss. */
function lose(scene: Scene, { id: chargebackId, paymentId, amountMinor }: Chargeback): void {
  const waiting = scene.order.refunds.filter((refund) => refund.paymentId === paymentId && (refund.status === "approved" || isOwed(refund)));
  let left = amountMinor;
  for (const refund of waiting) {
    if (left === 0) break;
    left -= cover(scene, refund, chargebackId, left);
  }
  const { order } = scene;
  const fromOrderMinor = Math.min(amountMinor, freeOf(order, byId(order.payments, paymentId)), freeEscrow(order) + order.money.releasedMinor);
  const missingMinor = fromOrderMinor - freeEscrow(order);
  if (missingMinor > 0) debitSeller(scene, missingMinor);
  const { money } = scene.order;
  const subsidyMinor = portion(money.subsidyMinor, fromOrderMinor, money.inEscrowMinor);
  scene.emit({ type: "ChargebackLost", data: { chargebackId, fromOrderMinor, lossMinor: amountMinor - fromOrderMinor, subsidyMinor } });
  for (const refund of waiting) closeCovered(scene, refund);
  const goodsOut = scene.order.returns.some((ret) => isReturnOpen(ret) && ret.scannedAt !== null);
  const { status } = scene.order;
  if (status !== "closed" && status !== "completed" && allMoneyBack(scene.order) && !goodsOut) return closeOrder(scene, "chargedBack");
  settleOrder(scene);
}

/** A refund of at most `mostMinor` need not be paid any more: the bank has paid it. What is more than that goes on as before. Returns what was covered. */
function cover(scene: Scene, refund: Refund, chargebackId: string, mostMinor: number): number {
  const coveredMinor = Math.min(mostMinor, refund.amountMinor);
  scene.emit({ type: "RefundCovered", data: { refundId: refund.id, chargebackId, amountMinor: coveredMinor } });
  const { cause, to, paymentId, orderWas, lines } = refund;
  const restMinor = refund.amountMinor - coveredMinor;
  if (restMinor > 0) approveRefund(scene, { amountMinor: restMinor, cause, to, paymentId, orderWas, lines });
  return coveredMinor;
}

/** Goods are back and the bank has paid for them: their return is over. */
function closeCovered(scene: Scene, { cause }: Refund): void {
  const ret = scene.order.returns.find((one) => cause.kind === "return" && one.id === cause.id);
  if (ret?.status === "received" && !scene.order.refunds.some((refund) => refund.cause.id === ret.id && refund.status === "approved")) scene.emit({ type: "ReturnClosed", data: { returnId: ret.id } });
}

/**
 * Money of a refund came back after its payment was charged back, or after the refund that it was to replace arrived after all: it makes good
 * what the platform lost by paying twice, before it is anybody else's. Tells whether all of it did.
 */
export function recoverLoss(scene: Scene, refundId: string): boolean {
  const refund = byId(scene.order.refunds, refundId);
  let left = refund.amountMinor;
  for (const { id: chargebackId, lossMinor } of chargebacksOf(scene.order, refund.paymentId)) {
    const amountMinor = Math.min(left, lossMinor);
    if (amountMinor === 0) continue;
    const { money } = scene.order;
    scene.emit({ type: "LossRecovered", data: { chargebackId, refundId, amountMinor, subsidyMinor: portion(money.subsidyMinor, amountMinor, money.inEscrowMinor) } });
    left -= amountMinor;
  }
  for (const twice of scene.order.refunds.filter((one) => isSentAgainAs(scene.order, one, refundId))) {
    const amountMinor = Math.min(left, twice.stray!.lossMinor);
    if (amountMinor === 0) continue;
    const { money } = scene.order;
    const subsidyMinor = portion(money.subsidyMinor, amountMinor, money.inEscrowMinor);
    scene.emit({ type: "DoublePaymentRecovered", data: { refundId: twice.id, from: refundId, amountMinor, toEscrowMinor: 0, subsidyMinor } });
    left -= amountMinor;
  }
  if (left > 0 && left < refund.amountMinor && refund.status === "failed") {
    const { cause, to, paymentId, orderWas } = refund;
    approveRefund(scene, { amountMinor: left, cause, to, paymentId, orderWas });
  }
  return left === 0;
}

/** Whether a refund was paid twice by being sent again as that one, at once or after others. */
function isSentAgainAs(order: Order, refund: Refund, refundId: string): boolean {
  let last: Refund = refund;
  while (refund.stray !== undefined && last.replacedBy !== null) {
    if (last.replacedBy === refundId) return true;
    last = byId(order.refunds, last.replacedBy);
  }
  return false;
}

export const chargebackTransitions: Transitions<ChargebackEvent> = {
  ChargebackOpened(order, event) {
    const { chargebackId, method: _, ...data } = event.data;
    return { ...order, chargebacks: [...(order.chargebacks ?? []), { id: chargebackId, ...data, status: "open", lossMinor: 0, openedAt: event.at, inquiredAt: null, endedAt: null }] };
  },
  ChargebackInquired: (order, event) => patched(order, event.data.chargebackId, { inquiredAt: event.at }),
  ChargebackClosed: (order, event) => patched(order, event.data.chargebackId, { status: event.data.outcome, endedAt: event.at }),
  ChargebackLost(order, event) {
    const { chargebackId, fromOrderMinor, lossMinor, subsidyMinor } = event.data;
    const { paymentId } = byId(order.chargebacks!, chargebackId);
    return { ...gone(order, paymentId, fromOrderMinor, subsidyMinor), chargebacks: change(order.chargebacks!, chargebackId, { status: "lost", lossMinor, endedAt: event.at }) };
  },
  RefundCovered(order, event) {
    const refund = byId(order.refunds, event.data.refundId);
    const coveredBy = event.data.chargebackId;
    if (refund.status !== "approved") return { ...order, refunds: change(order.refunds, refund.id, { coveredBy }) };
    const { amountMinor, subsidyMinor, paymentId, withShipping } = refund;
    return {
      ...order,
      refunds: change(order.refunds, refund.id, { status: "stopped", endedAt: event.at, coveredBy }),
      payments: change(order.payments, paymentId, (payment) => ({ refundingMinor: payment.refundingMinor - amountMinor })),
      money: {
        ...order.money, inEscrowMinor: order.money.inEscrowMinor + amountMinor, refundingMinor: order.money.refundingMinor - amountMinor,
        subsidyMinor: order.money.subsidyMinor + subsidyMinor,
      },
      shippingReturned: order.shippingReturned && !withShipping,
    };
  },
  LossRecovered(order, event) {
    const { chargebackId, refundId, amountMinor, subsidyMinor } = event.data;
    const { paymentId } = byId(order.refunds, refundId);
    return {
      ...gone(order, paymentId, amountMinor, subsidyMinor), refunds: change(order.refunds, refundId, { coveredBy: chargebackId }),
      chargebacks: change(order.chargebacks!, chargebackId, (one) => ({ lossMinor: one.lossMinor - amountMinor })),
    };
  },
};

/** Money of a payment that the bank has given back to the buyer out of what the order held. */
function gone(order: Order, paymentId: string, amountMinor: number, subsidyMinor: number): Order {
  return {
    ...order,
    payments: change(order.payments, paymentId, (payment) => ({ refundedMinor: payment.refundedMinor + amountMinor })),
    money: {
      ...order.money, inEscrowMinor: order.money.inEscrowMinor - amountMinor, refundedMinor: order.money.refundedMinor + amountMinor,
      subsidyMinor: order.money.subsidyMinor - subsidyMinor,
    },
  };
}

function patched(order: Order, id: string, patch: Partial<Chargeback>): Order {
  return { ...order, chargebacks: change(order.chargebacks!, id, patch) };
}
