// What the engine asks of the outside world. A real institution's or carrier's adapter implements these; the sandbox is one.
import type { Command } from "../../core/commands.ts";

/** A refund as it is handed over: frozen when it was submitted, so that what is sent is the same at each attempt; `key` is its id and never another. */
export type RefundCall = { key: string; orderId: string; amountMinor: number; currency: string; to: string; paymentId: string };

/** `unknown`: nobody can say whether it was executed; the same key is sent again while the institution keeps it, and then it is looked up. */
export type RefundAnswer = { kind: "accepted"; reference: string } | { kind: "rejected"; reason: string } | { kind: "unknown"; reason: string };

/** `impossible`: the institution cannot take that money back; nothing was changed there. */
export type ReverseAnswer = { kind: "asked" } | { kind: "impossible"; reason: string };

/** The institution turned the call away before it did anything, and not because of this refund (a wrong key, a missing right): tried again. */
export class NotExecuted extends Error {
  constructor(why: string) {
    super(why);
    this.name = "NotExecuted";
  }
}

/** What an institution says of a refund when asked. `notFound` alone never proves that nothing was sent. */
export type RefundLookup = { kind: "submitted" | "settled" | "reversed"; reference: string } | { kind: "failed"; reason: string } | { kind: "notFound" };

/** A message as it came in: header names in lower case, the body as the very bytes that were signed. */
export type NoticeCall = { headers: Readonly<Record<string, string | undefined>>; body: string };

/**
 * What a verified message says, as commands of who sent it. `id` is the sender's and the same however often it comes; one that says
 * nothing about our orders has no commands. Notices come late, twice and in any order: each command must be true by itself.
 * `dispute` is the reference of the chargeback that a command means: it has no effect on another of the same payment.
 */
export type Notice = { id: string; type: string; commands: { orderId: string; command: Command; about?: NoticeMoney; dispute?: string }[]; payouts?: PayoutNotice[] };

/** The money that a message speaks of. Where it is not that of our payment or refund the message means another, and has no effect. */
export type NoticeMoney = { amountMinor: number; currency: string; reference?: string };

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

/** One payout that an institution says it executed. `at` is when (epoch milliseconds), null where it does not say. */
export type ReportedPayout = { key: string; amountMinor: number; currency: string; status: "submitted" | "settled" | "failed"; at: number | null };

export type PayoutAbility = {
  submitPayout(call: PayoutCall): Promise<PayoutAnswer>;
  findPayout(key: string): Promise<PayoutLookup>;
  /** What a seller's account looks like there, where it has to be told; absent where sellers are known by our ids. */
  readonly account?: { form: RegExp; says: string };
  /** Every payout there, also those that are not ours: their key is then the institution's. */
  list?(): AsyncIterable<ReportedPayout>;
};

/** What a message says of a payout of ours: as an answer to being asked, with the money that it speaks of. */
export type PayoutNotice = { key: string; said: Exclude<PayoutLookup, { kind: "notFound" }>; amountMinor: number; currency: string };

/**
 * What an institution can do, in durations of milliseconds. `cancelRefund`: of refunds to which method it can still take the money back, and
 * for how long once it has them; methods that are missing: never. `keepsKeysMs`: how long the same key surely gets the first answer again and is
 * not executed twice. `lookUp`: whether a refund is found by our key there, also one whose answer never came.
 */
export type Abilities = { cancelRefund: Readonly<Record<string, number>>; keepsKeysMs: number; lookUp: boolean };

/** One refund that an institution says it executed. `at` is when (epoch milliseconds), null where it does not say. */
export type ReportedRefund = { key: string; amountMinor: number; currency: string; status: "submitted" | "settled" | "failed" | "reversed"; at: number | null };

export type Institution = {
  /** Its name in settings, addresses and our records. */
  readonly name: string;
  readonly abilities: Abilities;
  /** Absent where it cannot pay sellers out. */
  readonly payouts?: PayoutAbility;
  requestPayment(payment: { id: string; orderId: string; method: string; amountMinor: number; currency: string }): Promise<void>;
  /** The order ended before the payment was verified: it need not be. A payment that comes all the same is sent back. */
  voidPayment(payment: { id: string }): Promise<void>;
  submitRefund(call: RefundCall): Promise<RefundAnswer>;
  findRefund(key: string): Promise<RefundLookup>;
  /** Asks for money that has arrived to be taken back; the outcome comes as a notice. */
  reverseRefund(call: { key: string }): Promise<ReverseAnswer>;
  /** Where it tells us by itself what became of payments and refunds. */
  readonly readNotice?: ReadNotice;
  /** Every refund there, also those that are not ours: their key is then the institution's. */
  refunds?(): AsyncIterable<ReportedRefund>;
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
