// What an institution's adapter may look up and keep on our side: which order a payment or refund belongs to, and what the
// institution calls it. It may not touch an order.
import type { References } from "../../store/references.ts";
import type { NoticeMoney } from "./gateway.ts";

export type Records = {
  references: References;
  /** A payment of ours with its order; null where it is nobody's. */
  payment(paymentId: string): Promise<{ orderId: string; amountMinor: number; currency: string } | null>;
  /** Where the seller is paid at this institution; null where nobody has said it. */
  payoutAccount(sellerId: string): Promise<string | null>;
  /** The engine's time, epoch milliseconds. */
  now(): number;
};

/** Whether a message speaks of that payment of ours: of its order, and of all of its money. What it calls the payment may be kept only then. */
export async function speaksOf(records: Records, { orderId, paymentId }: { orderId: string; paymentId: string }, { amountMinor, currency }: NoticeMoney): Promise<boolean> {
  const own = await records.payment(paymentId);
  return own !== null && own.orderId === orderId && own.amountMinor === amountMinor && own.currency === currency;
}
