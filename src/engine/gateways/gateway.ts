// What the engine asks of the outside world. A real institution's or carrier's adapter implements these; the sandbox is one.
import type { Command } from "../../core/commands.ts";

/** A refund as it is handed over: frozen when it was submitted; `key` is its id and never another. */
export type RefundCall = { key: string; amountMinor: number; currency: string; to: string; paymentId: string };

/** `unknown`: nobody can say whether it was executed; the same key must be sent again. */
export type RefundAnswer = { kind: "accepted"; reference: string } | { kind: "rejected"; reason: string } | { kind: "unknown"; reason: string };

/** What an institution says of a refund when asked. `notFound` alone never proves that nothing was sent. */
export type RefundLookup = { kind: "submitted" | "settled" | "reversed"; reference: string } | { kind: "failed"; reason: string } | { kind: "notFound" };

/** A message as it came in: header names in lower case, the body as the very bytes that were signed. */
export type NoticeCall = { headers: Readonly<Record<string, string | undefined>>; body: string };

/**
 * What a verified message says, as commands of who sent it. `id` is the sender's and the same however often it comes; one that says
 * nothing about our orders has no commands. Notices come late, twice and in any order: each command must be true by itself.
 */
export type Notice = { id: string; type: string; commands: { orderId: string; command: Command }[] };

/** Verifies and reads a message. Throws `ForgedNotice` where its signature, time or account is not theirs. */
export type ReadNotice = (call: NoticeCall) => Promise<Notice>;

/** A message that its supposed sender did not write, or not for us, or not now. */
export class ForgedNotice extends Error {
  constructor(why: string) {
    super(why);
    this.name = "ForgedNotice";
  }
}

/** A payout as it is handed over: frozen when it was made; `key` is its id and never another. */
export type PayoutCall = { key: string; sellerId: string; amountMinor: number; currency: string };

/** As for refunds. */
export type PayoutAnswer = RefundAnswer;

/** What an institution says of a payout when asked. `notFound` alone never proves that nothing was sent. */
export type PayoutLookup = { kind: "submitted" | "settled"; reference: string } | { kind: "failed"; reason: string } | { kind: "notFound" };

export type PayoutAbility = { submitPayout(call: PayoutCall): Promise<PayoutAnswer>; findPayout(key: string): Promise<PayoutLookup> };

export type Institution = {
  /** Absent where it cannot pay sellers out. */
  readonly payouts?: PayoutAbility;
  requestPayment(payment: { id: string; orderId: string; method: string; amountMinor: number; currency: string }): Promise<void>;
  /** The order ended before the payment was verified: it need not be. A payment that comes all the same is sent back. */
  voidPayment(payment: { id: string }): Promise<void>;
  submitRefund(call: RefundCall): Promise<RefundAnswer>;
  findRefund(key: string): Promise<RefundLookup>;
  /** Asks for money that has arrived to be taken back; the outcome comes as a notice. */
  reverseRefund(call: { key: string }): Promise<void>;
  /** How a chargeback stands; null where the institution cannot say. */
  findChargeback(call: { paymentId: string; reference: string | null }): Promise<"open" | "won" | "lost" | "withdrawn" | null>;
};

export type LabelMade = { id: string; carrier: string; trackingNumber: string; url: string | null };

export type Carrier = {
  /** One label for its id, however often it is asked for. */
  makeLabel(wanted: { orderId: string; returnId: string }): Promise<LabelMade>;
  voidLabel(label: { id: string }): Promise<void>;
};

export type Gateways = { institution: Institution; carrier: Carrier };
