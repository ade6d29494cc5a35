// The shapes of payouts as the store keeps them: one type for each table. No rule of how one becomes another.
import type { Row } from "./database.ts";

export type PayoutStatus = "submitting" | "submitted" | "unknown" | "settled" | "failed";

/** `balanceMinor` is what the seller was owed: fee and amount together. `decideBy` is until when an operator owes its outcome; `dueAt` when it is sent or asked about next. */
export type PayoutRow = {
  id: string; batchId: string; marketplace: string; sellerId: string; currency: string; balanceMinor: number; feeMinor: number; amountMinor: number;
  status: PayoutStatus; version: number; at: number; submittedAt: number | null; unknownAt: number | null; decideBy: number | null; settledAt: number | null;
  failedAt: number | null; failedBecause: string | null; reference: string | null; dueAt: number | null; attempts: number;
};

/** One thing that became of a payout. */
export type PayoutStep = { seq: number; at: number; type: string; by: string; reason: string | null };
/** One signed line of the journal. */
export type PayoutPosting = { part: "payout" | "fee"; account: string; amountMinor: number };
/** A posting of an order that a payout is made of; `live` until the payout fails. */
export type PayoutLine = { bucket: number; orderId: string; eventSeq: number; line: number; amountMinor: number; live: boolean };
/** A line as people read it. */
export type PayoutOrderLine = { orderId: string; externalId: string; marketplace: string; eventSeq: number; type: string; at: number; amountMinor: number };

/** A payout with everything that `verify` recomputes. */
export type PayoutInFull = PayoutRow & { steps: PayoutStep[]; postings: (PayoutPosting & { stepSeq: number; currency: string })[]; lines: PayoutLine[] };

/** `terms` are what the batch began with; `slotAt` the time of the schedule that it stands for. */
export type BatchRow = { id: string; marketplace: string; at: number; by: string; slotAt: number | null; terms: unknown; endedAt: number | null };

/** What one seller is owed in one currency and is not under way; below zero what they owe. */
export type SellerBalance = { sellerId: string; currency: string; balanceMinor: number };

export const PAYOUT = `payouts.id, batch_id, payouts.marketplace, seller_id, payouts.currency, balance_minor, fee_minor, payouts.amount_minor, status, version, payouts.at,
  submitted_at, unknown_at, decide_by, settled_at, failed_at, failed_because, reference, due_at, attempts`;
export const BATCH = "id, marketplace, at, by, slot_at, terms, ended_at";

export function payoutOf(row: Row): PayoutRow {
  return {
    id: row.id as string, batchId: row.batch_id as string, marketplace: row.marketplace as string, sellerId: row.seller_id as string, currency: row.currency as string,
    balanceMinor: row.balance_minor as number, feeMinor: row.fee_minor as number, amountMinor: row.amount_minor as number, status: row.status as PayoutStatus,
    version: row.version as number, at: row.at as number, submittedAt: row.submitted_at as number | null, unknownAt: row.unknown_at as number | null,
    decideBy: row.decide_by as number | null, settledAt: row.settled_at as number | null, failedAt: row.failed_at as number | null,
    failedBecause: row.failed_because as string | null, reference: row.reference as string | null, dueAt: row.due_at as number | null, attempts: row.attempts as number,
  };
}

export function batchOf(row: Row): BatchRow {
  return {
    id: row.id as string, marketplace: row.marketplace as string, at: row.at as number, by: row.by as string, slotAt: row.slot_at as number | null,
    terms: JSON.parse(row.terms as string), endedAt: row.ended_at as number | null,
  };
}

export function stepOf(row: Row): PayoutStep {
  return { seq: row.seq as number, at: row.at as number, type: row.type as string, by: row.by as string, reason: row.reason as string | null };
}

export function lineOf(row: Row): PayoutLine {
  return {
    bucket: row.bucket as number, orderId: row.order_id as string, eventSeq: row.event_seq as number, line: row.line as number,
    amountMinor: row.amount_minor as number, live: row.live as boolean,
  };
}
