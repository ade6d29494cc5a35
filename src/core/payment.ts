// A payment: how much of the total came by one method, on its way, captured into escrow, or voided.
// Statuses: pending → captured | voided. Money that comes after the order was closed goes back at once.
import { approveRefund } from "./refunding.ts";
import { closeOrder } from "./ending.ts";
import type { CommandOf } from "./commands.ts";
import type { PaymentEvent } from "./events.ts";
import { refuse } from "./refusals.ts";
import { change, type Decisions, type Transitions } from "./scene.ts";
import { totalMinor, type Method, type Order, type Payment } from "./state.ts";

export const paymentDecisions: Decisions<"PayOrder" | "ConfirmPayment" | "RejectPayment" | "ExpireVerification"> = {
  PayOrder(scene, command) {
    const total = totalMinor(scene.order);
    const parts = command.payments ?? (command.method ? [{ method: command.method, amountMinor: total }] : []);
    if (parts.some((part) => !scene.policy.methods.includes(part.method))) return refuse("MethodNotAccepted");
    if (parts.length === 0 || parts.reduce((sum, part) => sum + part.amountMinor, 0) !== total) return refuse("PaymentsDoNotAddUp");
    const payments = parts.map((part) => ({ id: scene.mint("pay"), method: part.method as Method, amountMinor: part.amountMinor }));
    scene.emit({ type: "PaymentMade", data: { payments } });
  },

  ConfirmPayment(scene, command) {
    const confirmed = meant(scene.order, command).filter((payment) => payment.status !== "captured");
    if (confirmed.length === 0) return refuse("PaymentAlreadyVerified");
    const last = !scene.order.payments.some((payment) => payment.status === "pending" && !confirmed.includes(payment));
    const subsidyMinor = last && scene.order.status !== "closed" ? scene.order.lines.reduce((sum, line) => sum + line.platformMinor, 0) : 0;
    scene.emit({ type: "PaymentConfirmed", data: { payments: confirmed.map(({ id, amountMinor }) => ({ id, amountMinor })), subsidyMinor } });
    if (scene.order.status === "closed") {
      approveRefund(scene, { amountMinor: confirmed.reduce((sum, one) => sum + one.amountMinor, 0), cause: { kind: "order", id: null }, orderWas: "verifyingPayment" });
    }
  },

  RejectPayment(scene, command) {
    if (!meant(scene.order, command).some((payment) => payment.status === "pending")) return refuse("PaymentAlreadyVerified");
    closeOrder(scene, "paymentRejected");
  },

  ExpireVerification(scene) {
    closeOrder(scene, "unpaid");
  },
};

function meant(order: Order, command: CommandOf<"ConfirmPayment"> | CommandOf<"RejectPayment">): Payment[] {
  return order.payments.filter((payment) => !command.paymentId || payment.id === command.paymentId);
}

export const paymentTransitions: Transitions<PaymentEvent> = {
  PaymentMade: (order, event) => ({
    ...order,
    status: "verifyingPayment", statusSince: event.at, paidAt: event.at,
    payments: event.data.payments.map((one) => ({ ...one, status: "pending", refundingMinor: 0, refundedMinor: 0, madeAt: event.at, capturedAt: null })),
  }),

  PaymentConfirmed(order, event) {
    let payments = order.payments;
    let amountMinor = 0;
    for (const one of event.data.payments) {
      payments = change(payments, one.id, { status: "captured", capturedAt: event.at });
      amountMinor += one.amountMinor;
    }
    const money = {
      ...order.money, paidMinor: order.money.paidMinor + amountMinor, inEscrowMinor: order.money.inEscrowMinor + amountMinor,
      subsidyMinor: order.money.subsidyMinor + event.data.subsidyMinor,
    };
    const whole = order.status === "verifyingPayment" && payments.every((payment) => payment.status === "captured");
    return whole
      ? { ...order, payments, money, status: "awaitingShipment", statusSince: event.at, confirmedAt: event.at }
      : { ...order, payments, money };
  },

  PaymentVoided(order, event) {
    let payments = order.payments;
    for (const one of event.data.payments) payments = change(payments, one.id, { status: "voided" });
    return { ...order, payments };
  },
};
