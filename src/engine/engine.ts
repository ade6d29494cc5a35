// What the engine offers to whoever talks to people: the HTTP API, the command line, the replay.
// The one place where I/O surrounds a decision; how it does so stands in the files beside this one.
import type { Actor, RecordedEvent } from "../core/event.ts";
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusals.ts";
import type { Excepted, Order } from "../core/state.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { Policies } from "./policies.ts";
import type { Publishing } from "./publishing.ts";
import type { Changes } from "./changes.ts";
import type { Guests } from "./guests.ts";
import type { Laws } from "./laws.ts";
import type { LabelFile } from "./gateways/gateway.ts";
import type { Notices } from "./notices.ts";
import type { Payouts } from "./payouts/payouts.ts";
import type { SandboxControl } from "./gateways/sandbox/sandbox.ts";

/** An order as a marketplace sends it (API.md), its shape already checked. `shipBy` is epoch milliseconds. */
export type OrderInput = {
  marketplace: string; externalId: string; fulfilledBy: "seller" | "platform"; currency: string; locale: string | null;
  buyer: PartyInput; seller: PartyInput; lines: LineInput[]; shippingMinor: number; commissionMinor: number; shipWithin: string | null; shipBy: number | null;
};
/** `name`, `email` and `address` are personal: they go to the vault, never into an event. */
export type PartyInput = { id: string; country: string; name?: string; email?: string; address?: string };
export type LineInput = {
  sku: string; title: string; quantity: number; unitPriceMinor: number; discountMinor?: number; discountBy?: "seller" | "platform";
  taxMinor?: number; model3dUrl?: string; imageUrl?: string; finalSale?: boolean; excepted?: Excepted;
};

export type Placed =
  | { kind: "placed"; order: Order; created: boolean }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "conflict" };

/** A command as it came in, its shape already checked against its schema; words still in plain text. */
export type CommandRequest = {
  orderId: string; actor: Actor; command: { type: string } & Record<string, unknown>;
  /** The caller's idempotency key and the hash of the body it came with; absent for gateways. */
  key?: { caller: string; key: string; bodyHash: string };
  expectedVersion?: number;
};

export type Answer =
  | { kind: "accepted"; order: Order; events: RecordedEvent[]; at: number }
  | { kind: "refused"; order: Order; refusal: Refusal }
  | { kind: "keyReused" }
  | { kind: "stale"; version: number }
  | { kind: "notFound" };

export type Engine = {
  store: Store;
  policies: Policies;
  publishing: Publishing;
  laws: Laws;
  /** Withdrawals of people without an account. */
  guests: Guests;
  /** Money that leaves for sellers. */
  payouts: Payouts;
  clock: Clock;
  changes: Changes;
  /** Takes in what institutions and carriers say by themselves. */
  notices: Notices;
  /** Only where the sandbox runs. */
  sandbox: SandboxControl | null;
  /** Places an order; the same (marketplace, externalId) and body gives the same order again. Throws UnknownMarketplace. */
  place(input: OrderInput, by: Actor): Promise<Placed>;
  /** Decides a command and answers once it and what it calls for at once (labels) are done and durable. */
  command(request: CommandRequest): Promise<Answer>;
  /** The order as it is now, with what is due already acted on; null where there is none. */
  order(id: string): Promise<Order | null>;
  /** The policy under which an order was bought (X5), under the law of the buyer's country as it was then. */
  policyOf(order: Order): Policy;
  /** The plain words behind sealed references of these orders; null for the words of an erased person. */
  words(orderIds: readonly string[]): Promise<Map<string, string | null>>;
  /**
   * The carrier's own paper for a return's label; `ours` where we set it, null where whoever made it is not connected any more: what we
   * would set in its place would carry no postage. Throws where the carrier does not give it now.
   */
  labelFile(label: { id: string; returnId: string }): Promise<LabelFile | "ours" | null>;
  /** Destroys a person's key: their words can never be read again, the hash chains still verify. */
  erase(person: { role: "buyer" | "seller" | "mediator" | "operator"; id: string }): Promise<boolean>;
  /** Stops the workers, finishes what is under way, closes the store. */
  close(): Promise<void>;
};
