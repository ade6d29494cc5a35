// What a published history says of one order: how it was placed, and what people did with it, oldest first.
// Only what was done; what came of it, and what time alone brings, is the engine's.
import type { Command } from "../core/commands.ts";
import type { Actor } from "../core/event.ts";
import type { Placement } from "../core/place.ts";

/** Acts of one moment: where one is refused, the rest of them are left out. */
export type Step = { at: number; acts: Act[] };
export type Act = { actor: Actor; command: Command };

/** One order. `steps` are in the order of time, none before `placedAt`; all times are epoch milliseconds. */
export type Course = { placedAt: number; placement: Omit<Placement, "id" | "marketplace">; steps: Step[] };

/** All orders in the order of placing; each course is made when its time has come, so that memory holds the open ones only. */
export type History = { orders: number; courses: Iterable<Course> };

export const buyerOf = (placement: Course["placement"]): Actor => ({ role: "buyer", id: placement.buyer.id });
export const sellerOf = (placement: Course["placement"]): Actor => ({ role: "seller", id: placement.seller.id });
export const INSTITUTION: Actor = { role: "institution", id: "institution" };
export const CARRIER: Actor = { role: "carrier", id: "sandbox" };
/** Who places the orders of a replay. */
export const OPERATOR: Actor = { role: "operator", id: "replay" };
