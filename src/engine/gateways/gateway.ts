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

export type Institution = {
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

/** A carrier's own label. */
export type LabelFile = { mediaType: "application/pdf"; bytes: Uint8Array };

/** What a carrier can do. `refunds`: whether the price of a voided label comes back is known at once, later, or there is none. */
export type CarrierAbilities = { ownLabels: boolean; refunds: "none" | "atOnce" | "later"; tracking: readonly ("notices" | "polling")[] };

export type Carrier = {
  name: string;
  abilities: CarrierAbilities;
  /** One label for its return, however often it is asked for. */
  makeLabel(wanted: { orderId: string; returnId: string }): Promise<LabelMade>;
  /** The label is good for nothing any more. Whether its price comes back may be known much later. */
  voidLabel(label: { id: string }): Promise<void>;
  /** The carrier's own paper; null where we set it. Throws where the carrier does not give it now. */
  labelFile?(label: { id: string }): Promise<LabelFile | null>;
  readNotice?: ReadNotice;
  polling?: Polling;
};

/** Asking a carrier what it did not tell by itself. Real clock throughout, epoch milliseconds. */
export type Polling = {
  /** When there is something to ask about, or null. */
  next(): Promise<number | null>;
  /** Asks about some of what is due now, records what it hears, and only then counts it as heard. Resolves with how many it asked about. */
  ask(record: (orderId: string, command: Command) => Promise<void>): Promise<number>;
};

export type Gateways = { institution: Institution; carrier: Carrier };
