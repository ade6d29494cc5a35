// How an order as a whole moves by its facts. What may happen to it stands in order.ts.
import type { OrderNounEvent } from "./events.ts";
import { portion } from "./money.ts";
import { addTo } from "./parts.ts";
import type { Transitions } from "./scene.ts";
import { isReturnOpen, totalMinor, type Order } from "./state.ts";

const REMINDERS_KEPT = 40;
const EXTENSIONS_KEPT = 40;

export const orderTransitions: Transitions<OrderNounEvent> = {
  OrderPlaced: (_none, event) => ({
    ...event.data,
    policyVersion: 0, version: 0, placedAt: event.at, updatedAt: event.at, status: "awaitingPayment", closedBecause: null, hidden: false,
    extraProtectionMs: 0, shippingReturned: false, statusSince: event.at, paidAt: null, confirmedAt: null, dispatchBegunAt: null, shippedAt: null,
    deliveredAt: null, endedAt: null, restartedAt: null,
    money: { paidMinor: 0, inEscrowMinor: 0, releasedMinor: 0, refundingMinor: 0, refundedMinor: 0, subsidyMinor: 0, commissionPaidMinor: 0, owedByBuyerMinor: 0 },
    payments: [], parcels: [], cancellations: [], returns: [], claims: [], refunds: [], reversals: [], sanctions: [], extensions: {}, reminded: [],
  }),

  PriceReduced: (order, event) => ({
    ...order,
    lines: order.lines.map((line, index) => ({ ...line, priceMinor: event.data.linePricesMinor[index]! })),
    shippingMinor: event.data.shippingMinor, commissionMinor: portion(order.commissionMinor, event.data.totalMinor, totalMinor(order)),
  }),

  OrderClosed: ({ wasCompleted: _, ...order }, event) => ({ ...order, status: "closed", closedBecause: event.data.closedBecause, statusSince: event.at, endedAt: event.at }),
  OrderCompleted: ({ wasCompleted: _, ...order }, event) => ({ ...order, status: "completed", statusSince: event.at, endedAt: event.at }),
  OrderReopened: (order, event) => ({
    ...order, status: event.data.status, closedBecause: null, hidden: false, statusSince: event.at, endedAt: null,
    ...(event.data.asBefore ? { wasCompleted: true } : { restartedAt: event.at, shipBy: null }),
  }),
  ContractWithdrawn(order, event) {
    const { withdrawalId, ...data } = event.data;
    return { ...order, withdrawals: [...(order.withdrawals ?? []), { id: withdrawalId, ...data, at: event.at }] };
  },
  OrderDeleted: (order) => ({ ...order, hidden: true }),
  OrderRestored: (order) => ({ ...order, hidden: false }),
  DispatchBegun: (order, event) => ({ ...order, dispatchBegunAt: event.at }),
  OrderShipped: (order, event) => ({
    ...order, status: order.returns.some(isReturnOpen) ? "returnStarted" : "inTransit", statusSince: event.at, shippedAt: event.at,
  }),
  OrderDelivered: (order, event) => ({
    ...order, deliveredAt: event.at, ...(order.status === "inTransit" ? { status: "delivered" as const, statusSince: event.at } : {}),
  }),
  ReceiptConfirmed: (order, event) => ({ ...order, deliveredAt: order.deliveredAt ?? event.at }),
  ReturnsEnded: (order, event) => ({ ...order, status: order.deliveredAt === null ? "inTransit" : "delivered", statusSince: event.at }),
  LinesCancelled: (order, event) => ({ ...order, lines: addTo(order.lines, event.data.lines, "cancelled") }),
  ProtectionExtended: (order, event) => ({ ...order, extraProtectionMs: order.extraProtectionMs + event.data.byMs }),
  EscrowReleased: (order, event) => released(order, event.data.amountMinor, event.data.commissionMinor, -event.data.subsidyMinor),
  SellerDebited: (order, event) => released(order, -event.data.amountMinor, -event.data.commissionMinor, 0),
  DeadlineExtended(order, event) {
    const { deadline, byMs, batch } = event.data;
    const extended = [...(order.extended ?? []), { deadline, byMs, at: event.at, ...(batch === undefined ? {} : { batch }) }].slice(-EXTENSIONS_KEPT);
    return { ...order, extensions: { ...order.extensions, [deadline]: (order.extensions[deadline] ?? 0) + byMs }, extended };
  },
  DeadlineExtensionTakenBack({ extended = [], ...order }, event) {
    const { deadline, byMs } = event.data;
    const { [deadline]: sumMs = byMs, ...others } = order.extensions;
    const last = extended.findLastIndex((one) => one.deadline === deadline);
    const left = extended.toSpliced(last, 1);
    return { ...order, extensions: sumMs > byMs ? { ...others, [deadline]: sumMs - byMs } : others, ...(left.length === 0 ? {} : { extended: left }) };
  },
  PartyReminded: (order, event) => ({ ...order, reminded: [...order.reminded, event.data.reminder].slice(-REMINDERS_KEPT) }),
  MessageSent: (order) => order,
};

function released(order: Order, amountMinor: number, commissionMinor: number, subsidyMinor: number): Order {
  const { money } = order;
  return {
    ...order,
    money: {
      ...money, inEscrowMinor: money.inEscrowMinor - amountMinor, releasedMinor: money.releasedMinor + amountMinor,
      commissionPaidMinor: money.commissionPaidMinor + commissionMinor, subsidyMinor: money.subsidyMinor + subsidyMinor,
    },
  };
}
