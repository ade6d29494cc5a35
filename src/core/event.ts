// What happened to an order: the facts that are kept for ever, who caused them, and the money each one moved.
// Here are the envelopes that every noun shares; each noun's own events stand in its own file.

export type Role = "buyer" | "seller" | "mediator" | "operator" | "institution" | "carrier" | "clock";

/** Who acts. `id` is the marketplace's own identifier of the person, or the name of the gateway. */
export type Actor = { role: Role; id: string };

/** A fact as `decide` returns it, before it has a place in the order's history. */
export type Fact = { type: string; because?: string | null; data: object };

/** A fact in the order's history. `at` is UTC epoch milliseconds; `seq` counts from 1 without gaps; `hash` chains to the one before. */
export type RecordedEvent = {
  seq: number;
  at: number;
  type: string;
  by: Actor;
  because: string | null;
  policyVersion: number;
  data: Record<string, unknown>;
  hash: string;
};

/** One line of the journal: signed minor units; the lines of one event sum to zero. Escrow grows with a positive amount. */
export type Posting = { account: string; amountMinor: number };

/** A reference to personal words kept in the vault: the salted commitment stands in the history, the words do not. */
export type Sealed = { sealed: string };
