// What a decision works on: the order as it is after the facts so far, who acts, when, and what was looked up beforehand.
// `emit` is the only way in which a decision changes anything.
import type { CommandOf, CommandType } from "./commands.ts";
import type { Actor, Sealed } from "./event.ts";
import type { EventOf, EventType, OrderEvent, Stamp } from "./events.ts";
import type { Arrow, Policy } from "./policy.ts";
import type { Refusal } from "./refusals.ts";
import type { RiskFacts } from "./risk.ts";
import type { Order, Side } from "./state.ts";

export type IdPrefix = "pay" | "prc" | "can" | "ret" | "clm" | "rfd" | "rev" | "cbk" | "snc" | "wdr";

/** Makes a new id of an order's part; the caller decides whether it is random or seeded. */
export type Mint = (prefix: IdPrefix) => string;

/** Facts from outside the order, looked up before the decision. Absent means: not needed, or nothing found. */
export type Known = {
  /** That buyer's orders of this marketplace that await payment now (A6). */
  unpaidOrders?: number;
  /** Points that weigh against the seller from all orders of this marketplace (A12). */
  sellerPoints?: number;
  /** What the tracking number says of itself (A27); `country` is the posting office's where the number names one. */
  tracking?: { form: "valid"; country: string | null } | { form: "wrongForm" | "wrongCheckDigit" };
  /** The number is used by another order. */
  trackingUsed?: boolean;
  /** What is counted of the buyer and the seller over their latest orders, where the policy has rules about it. */
  risk?: { buyer: RiskFacts; seller: RiskFacts };
  /** The operator whose turn it is to look at what is held. */
  reviewer?: string;
  /** Evidence that does not exist or belongs to somebody else. */
  foreignEvidence?: string[];
};

/** Everything about the moment of a decision that is not the order itself. */
export type Occasion = { now: number; actor: Actor; mint: Mint; known: Known };

export type Scene = Occasion & {
  policy: Policy; order: Order; arrow: Arrow; facts: OrderEvent[];
  /** Adds a fact to the decision and lets the order move by it. */
  emit: (fact: OrderEvent) => void;
};

/** How a noun decides its commands: it emits facts, or refuses before it has emitted any. */
export type Decisions<T extends CommandType> = { [K in T]: (scene: Scene, command: CommandOf<K>) => Refusal | void };

/** How a noun moves by its facts. */
export type Transitions<F extends OrderEvent> = { [K in F["type"] & EventType]: (order: Order, event: EventOf<K> & Stamp) => Order };

/** The side of the order that acts, or null for mediators, operators, gateways and the clock. */
export function sideOf(actor: Actor): Side | null {
  return actor.role === "buyer" || actor.role === "seller" ? actor.role : null;
}

/** What was said with a command, where anything was: facts of a kind that is seldom commented leave it out. */
export const saying = (note: Sealed | undefined): { note?: Sealed } => (note === undefined ? {} : { note });

/** The list with one item changed. The item must be there: facts speak only of what exists. */
export function change<T extends { id: string }>(list: readonly T[], id: string, patch: Partial<T> | ((item: T) => Partial<T>)): T[] {
  let found = false;
  const result = list.map((item) => {
    if (item.id !== id) return item;
    found = true;
    return { ...item, ...(typeof patch === "function" ? patch(item) : patch) };
  });
  if (!found) throw new Error(`nothing with id ${id}`);
  return result;
}

/** The item with that id. Throws where it is missing: the target was checked before. */
export function byId<T extends { id: string }>(list: readonly T[], id: string | undefined): T {
  const found = list.find((item) => item.id === id);
  if (!found) throw new Error(`nothing with id ${id}`);
  return found;
}
