// The shapes that the store keeps and gives: one type for each table that the engine writes. Ids carry their bucket,
// hashes are lower-case hex, times UTC epoch milliseconds, money integer minor units.

import type { Posting, RecordedEvent } from "../core/event.ts";

/** One order with its latest state. `state` is the core's; the rest are copies of parts of it that reads and constraints need. */
export type OrderRow = {
  id: string;
  bucket: number;
  marketplace: string;
  externalId: string;
  buyerId: string;
  sellerId: string;
  currency: string;
  version: number;
  state: unknown;
  status: string;
  /** Bits: 1 cancellation, 2 return, 4 claim, 8 refund, 16 reversal. */
  openKinds: number;
  /** The roles whose turn it is. */
  owes: readonly string[];
  dueAt: number | null;
  /** The place in people's queues: the earliest deadline, graver claims before all others. Null where nobody owes anything. */
  queueAt: number | null;
  totalMinor: number;
  paidMinor: number;
  escrowMinor: number;
  heldMinor: number;
  placedAt: number;
  hidden: boolean;
  lastHash: string;
  bodyHash: string;
};

export type EventRow = RecordedEvent & { orderId: string };
export type PostingRow = Posting & { orderId: string; eventSeq: number; line: number; currency: string; at: number };
export type PaymentRow = { id: string; orderId: string; method: string; capturedMinor: number; refundingMinor: number; refundedMinor: number };
export type RefundRow = {
  id: string;
  orderId: string;
  paymentId: string;
  amountMinor: number;
  currency: string;
  status: string;
  promisedBy: number | null;
  /** The institution's own reference. */
  reference: string | null;
};
/** Only `active` sanctions count. */
export type SanctionRow = { id: string; orderId: string; marketplace: string; sellerId: string; points: number; status: string };
export type TrackingRow = { carrier: string; number: string; orderId: string };
/** An accepted command: its answer is the order's events `firstSeq` to `lastSeq`. `at` is the engine's clock. */
export type KeyRow = { orderId: string; caller: string; key: string; bodyHash: string; firstSeq: number; lastSeq: number; at: number };
/** An effect that must leave the house, from `dueAt` (the engine's clock) on. `seq` is the event that wants it. */
export type EffectRow = { id: string; orderId: string; seq: number; kind: string; body: unknown; dueAt: number };
/** Personal words as `seal` makes them; all but ids are lower-case hex. */
export type VaultRow = { orderId: string; commitment: string; person: string; salt: string; nonce: string; ciphertext: string };
/** A message of an institution or a carrier that has been taken in. */
export type NoticeRow = { sender: string; id: string; type: string; at: number };
/** What counts against an order's buyer and seller (core/risk.ts). */
export type RiskRow = {
  orderId: string; marketplace: string; buyerId: string; sellerId: string; placedAt: number;
  refunded: number; emptyBoxes: number; claimsWithdrawn: number; lostByBuyer: number; lostBySeller: number; buyerPoints: number;
};
/** A refund that is or was held; its id is the refund's. Times are the engine's clock. */
export type HoldRow = { id: string; orderId: string; marketplace: string; reviewer: string | null; heldAt: number; reviewBy: number | null; open: boolean };
/** Deadlines that are extended together, by the first of them. `at` is the engine's clock. */
export type ExtensionBatchRow = { batch: string; by: string; at: number };
export type EvidenceUse = { orderId: string; evidenceId: string };

/** All that one group writes. Tables without rows may be left out. */
export type GroupWrite = {
  inserted?: readonly OrderRow[];
  updated?: readonly (OrderRow & { expectedVersion: number })[];
  words?: readonly { orderId: string; words: string }[];
  events?: readonly EventRow[];
  postings?: readonly PostingRow[];
  payments?: readonly PaymentRow[];
  refunds?: readonly RefundRow[];
  sanctions?: readonly SanctionRow[];
  riskMarks?: readonly RiskRow[];
  holds?: readonly HoldRow[];
  extensionBatches?: readonly ExtensionBatchRow[];
  trackingNumbers?: readonly TrackingRow[];
  keys?: readonly KeyRow[];
  outbox?: readonly EffectRow[];
  vault?: readonly VaultRow[];
  evidenceUses?: readonly EvidenceUse[];
  notices?: readonly NoticeRow[];
};
