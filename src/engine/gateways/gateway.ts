// What the engine asks of the outside world. A real institution's or carrier's adapter implements these; the sandbox is one.

/** A refund as it is handed over: frozen when it was submitted; `key` is its id and never another. */
export type RefundCall = { key: string; amountMinor: number; currency: string; to: string; paymentId: string };

/** `unknown`: nobody can say whether it was executed; the same key must be sent again. */
export type RefundAnswer = { kind: "accepted"; reference: string } | { kind: "rejected"; reason: string } | { kind: "unknown"; reason: string };

/** What an institution says of a refund when asked. `notFound` alone never proves that nothing was sent. */
export type RefundLookup = { kind: "submitted" | "settled" | "reversed"; reference: string } | { kind: "failed"; reason: string } | { kind: "notFound" };

export type Institution = {
  requestPayment(payment: { id: string; orderId: string; method: string; amountMinor: number; currency: string }): Promise<void>;
  /** The order ended before the payment was verified: it need not be. A payment that comes all the same is sent back. */
  voidPayment(payment: { id: string }): Promise<void>;
  submitRefund(call: RefundCall): Promise<RefundAnswer>;
  findRefund(key: string): Promise<RefundLookup>;
  /** Asks for money that has arrived to be taken back; the outcome comes as a notice. */
  reverseRefund(call: { key: string }): Promise<void>;
};

export type LabelMade = { id: string; carrier: string; trackingNumber: string; url: string | null };

export type Carrier = {
  /** One label for its id, however often it is asked for. */
  makeLabel(wanted: { orderId: string; returnId: string }): Promise<LabelMade>;
  voidLabel(label: { id: string }): Promise<void>;
};

export type Gateways = { institution: Institution; carrier: Carrier };
