// What an institution's adapter may look up and keep on our side: which order a payment or refund belongs to, and what the
// institution calls it. It may not touch an order.
import type { References } from "../../store/references.ts";

export type Records = {
  references: References;
  /** The order of a payment or refund of ours; null where it is nobody's. */
  findPayment(paymentId: string): Promise<string | null>;
  findRefund(refundId: string): Promise<string | null>;
  /** The engine's time, epoch milliseconds. */
  now(): number;
};
