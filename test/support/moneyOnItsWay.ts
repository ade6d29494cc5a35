// An order of which some money is on its way back, made by hand: what a story would need many steps for, and what only chance brings together.
// Knows no rules: what is done to it the tests say.
import type { Actor } from "../../src/core/event.ts";
import type { OrderEvent } from "../../src/core/events.ts";
import { evolve } from "../../src/core/evolve.ts";
import type { Scene } from "../../src/core/scene.ts";
import { isRefundMoving, type Chargeback, type Order, type Refund, type Return } from "../../src/core/state.ts";
import { countingMint, policyNamed } from "./coreOrder.ts";

export const institution: Actor = { role: "institution", id: "sandbox" };
export const payment = { id: "pay_1", method: "card", status: "captured", amountMinor: 1_000, refundingMinor: 0, refundedMinor: 0 };
export const chargeback = (change: Partial<Chargeback> = {}): Chargeback => ({ id: "cbk_1", paymentId: "pay_1", amountMinor: 1_000, reference: null, status: "open", lossMinor: 0, openedAt: 1, inquiredAt: null, endedAt: null, ...change });
export const refund = (change: Partial<Refund> = {}): Refund => ({
  id: "rfd_1", paymentId: "pay_1", amountMinor: 300, subsidyMinor: 0, to: "card", status: "approved", cause: { kind: "order", id: null }, lines: [], withShipping: false, orderWas: "delivered", replacedBy: null, reversingSince: null,
  chargeBackDue: false, endedAt: null, ...change,
}) as Refund;
export const ret = (change: Partial<Return> = {}): Return => ({ id: "ret_1", status: "received", remedy: "refund", claimId: null, lines: [], scannedAt: 1, receivedAt: 2, condition: "asSent", replacementParcelId: null, ...change }) as Return;
const sum = (refunds: readonly Refund[], counts: (refund: Refund) => boolean): number => refunds.reduce((all, one) => all + (counts(one) ? one.amountMinor : 0), 0);

/** A delivered order of 10.00 with those refunds, its money as they leave it, and the platform's 1.00 beside it. */
export function order(change: Partial<Order> = {}): Order {
  const refunds = change.refunds ?? [];
  const [refundingMinor, refundedMinor] = [sum(refunds, isRefundMoving), sum(refunds, ({ status }) => status === "settled")];
  return {
    id: "ord_1", status: "delivered", currency: "USD", lines: [{ sku: "A", quantity: 2, priceMinor: 1_000, shipped: 2, delivered: 2, cancelled: 0, returning: 0, returned: 0 }], shippingMinor: 0, shippingReturned: false, shippedAt: 1, deliveredAt: 2,
    payments: [{ ...payment, refundingMinor, refundedMinor }], parcels: [], refunds, returns: [], claims: [], reversals: [], cancellations: [], sanctions: [], chargebacks: [chargeback()], extensions: {}, reminded: [], commissionMinor: 0,
    money: { paidMinor: 1_000, inEscrowMinor: 1_000 - refundingMinor - refundedMinor, releasedMinor: 0, refundingMinor, refundedMinor, subsidyMinor: 100, commissionPaidMinor: 0, owedByBuyerMinor: 0 }, ...change,
  } as unknown as Order;
}

/** What is brought about on such an order: the facts, and the order after them. */
export function done(of: Order, act: (scene: Scene) => unknown): { facts: OrderEvent[]; after: Order; said: unknown } {
  const facts: OrderEvent[] = [];
  const scene = { order: of, policy: policyNamed("amazon"), now: 10, actor: institution, mint: countingMint(), known: {} } as unknown as Scene;
  scene.emit = (fact) => {
    facts.push(fact);
    scene.order = evolve(scene.order, { ...fact, seq: 1, at: 10, by: institution });
  };
  const said = act(scene);
  return { facts, after: scene.order, said };
}

/** The facts by their names. */
export const typesOf = (facts: readonly OrderEvent[]): string => facts.map(({ type }) => type).join(" ");
