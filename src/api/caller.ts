// Who is calling, and what that lets them do and see. How a caller proves who they are stands in authentication.ts.
import type { Role } from "../core/event.ts";
import type { Order, Side } from "../core/state.ts";

/** `operator` keys act as an operator; `orders` keys place and read orders; `read` keys only read. */
export const keyScopes = ["operator", "orders", "read"] as const;
export type KeyScope = (typeof keyScopes)[number];

/** Roles that a token can stand for; the others act through gateways only. */
export const tokenRoles = ["buyer", "seller", "mediator", "operator"] as const;
export type TokenRole = (typeof tokenRoles)[number];

/**
 * `scope` is `person` for a token or a session. `name` tells callers apart: for idempotency keys and rate limits. `provenAt` stands where
 * they came by the cookie of a session: when it last proved itself (real time, epoch milliseconds).
 */
export type Caller = { actor: { role: Role & TokenRole; id: string }; scope: KeyScope | "person"; name: string; provenAt?: number };

/** What a route asks of its caller. */
export const rights = {
  /** Reads what the caller may see. */
  read: () => true,
  /** Acts as a person: commands, messages, evidence. */
  act: ({ scope }: Caller) => scope === "person" || scope === "operator",
  /** Places orders. */
  place: ({ scope, actor }: Caller) => scope === "orders" || (actor.role === "operator" && scope !== "read"),
  /** Runs the house: tokens, erasure, the sandbox. */
  operate: ({ scope, actor }: Caller) => actor.role === "operator" && (scope === "operator" || scope === "person"),
  /** Makes and revokes keys: only by a key, since a key outlives every token. */
  keys: ({ scope }: Caller) => scope === "operator",
} satisfies Record<string, (caller: Caller) => boolean>;

export type Right = keyof typeof rights;

/** Who is behind a decision of the house: a person by their token, a key by its name. Two keys of one name count as one. */
export const decider = ({ actor, scope }: Caller): string => (scope === "person" ? `operator/${actor.id}` : `key/${actor.id.replace(/^key:/, "")}`);

/** Whether the caller may see this order at all. */
export function sees({ actor }: Caller, order: Order): boolean {
  if (actor.role === "buyer") return order.buyer.id === actor.id;
  if (actor.role === "seller") return order.seller.id === actor.id;
  return true;
}

/** A sanction is the business of whose it is and of the house, not of the other side. So are the facts for which a refund is held. */
export const seesOf = ({ actor }: Caller, side: Side): boolean => (actor.role !== "buyer" && actor.role !== "seller") || actor.role === side;

const FINES = "platform/fines";

/** Whether the caller may see the money of an event that touches this account: fines are a part of sanctions. */
export const seesPosting = (caller: Caller, account: string): boolean => account !== FINES || seesOf(caller, "seller");
