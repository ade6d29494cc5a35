// The parts of PayPal's answers and messages that we read, as its published OpenAPI documents say them; everything else is left alone.
import { z } from "zod";

const link = z.object({ href: z.string().optional() });
const money = z.object({ currency_code: z.string(), value: z.string() });
const refundStatus = z.enum(["CANCELLED", "FAILED", "PENDING", "COMPLETED"]);

export const refundShape = z.object({
  id: z.string(), status: refundStatus, amount: money.optional(), custom_id: z.string().optional(), create_time: z.string().optional(),
  status_details: z.object({ reason: z.string().optional() }).optional(),
});
export const captureShape = z.object({ id: z.string(), status: z.string(), amount: money.optional(), custom_id: z.string().optional() });
export const orderShape = z.object({
  id: z.string(), status: z.string().optional(),
  purchase_units: z.array(z.object({
    custom_id: z.string().optional(),
    payments: z.object({ captures: z.array(captureShape).optional(), refunds: z.array(refundShape).optional() }).optional(),
  })).optional(),
});
export const eventShape = z.object({ id: z.string().min(1), event_type: z.string(), resource: z.unknown() });
export const problemShape = z.object({ name: z.string().optional(), message: z.string().optional(), details: z.array(z.object({ issue: z.string().optional(), link: z.array(link).optional() })).optional(), links: z.array(link).optional() });

const payoutItemShape = z.object({
  payout_batch_id: z.string().optional(), transaction_status: z.string().optional(), errors: z.object({ name: z.string().optional() }).optional(),
  payout_item: z.object({ sender_item_id: z.string().optional(), amount: z.object({ currency: z.string(), value: z.string() }).optional() }).optional(),
});
export const payoutItemEventShape = payoutItemShape.required({ payout_batch_id: true });
export const payoutBatchShape = z.object({
  batch_header: z.object({ payout_batch_id: z.string(), batch_status: z.string(), time_created: z.string().optional() }), items: z.array(payoutItemShape).optional(),
});

export const disputeShape = z.object({
  dispute_id: z.string().min(1).max(200), status: z.string(), dispute_life_cycle_stage: z.string().optional(), dispute_amount: money.optional(),
  dispute_outcome: z.object({ outcome_code: z.string().optional() }).optional(), disputed_transactions: z.array(z.object({ seller_transaction_id: z.string().optional() })).optional(),
});

export type PayPalDispute = z.output<typeof disputeShape>;
export type PayPalPayoutItem = z.output<typeof payoutItemShape>;
export type PayPalPayoutBatch = z.output<typeof payoutBatchShape>;
export type PayPalRefund = z.output<typeof refundShape>;
export type PayPalCapture = z.output<typeof captureShape>;
export type PayPalOrder = z.output<typeof orderShape>;

/** What we put into `custom_id`: the order and the payment or refund of ours. PayPal gives it back; a colon it does not take. */
export const customId = (orderId: string, key: string): string => `${orderId}.${key}`;
export function customIdParts(text: string | undefined): { orderId: string; key: string } | null {
  const [orderId, key, ...more] = (text ?? "").split(".");
  return orderId && key && more.length === 0 ? { orderId, key } : null;
}
