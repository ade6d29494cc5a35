// A fact of an order's history as its reader may see it: times and lengths as text, words in plain beside their commitments.
// What was sealed stays verifiable: the hash covers the commitments, which are always shown.
import type { RecordedEvent } from "../../core/event.ts";
import { seesSanctions, type Caller } from "../caller.ts";
import type { EventView } from "../schemas/event.ts";
import { iso, isoDuration } from "./time.ts";
import { mayRead, profileOf, type Words } from "./words.ts";

/** Facts about sanctions, which the buyer does not see. */
const sanctionTypes: ReadonlySet<string> = new Set(["SellerSanctioned", "SanctionAppealed", "SanctionUpheld", "SanctionLifted"]);

/** Whether the caller may see facts of this type. */
export const seesEvent = (caller: Caller, type: string): boolean => seesSanctions(caller) || !sanctionTypes.has(type);

export function eventViews(events: readonly RecordedEvent[], caller: Caller, words: Words): EventView[] {
  return events.filter((event) => seesEvent(caller, event.type)).map((event) => eventView(event, caller, words));
}

function eventView({ seq, at, type, by, because, policyVersion, data, hash }: RecordedEvent, caller: Caller, words: Words): EventView {
  return { seq, at: iso(at), type, by, because, policyVersion, data: shown(data, caller, words) as Record<string, unknown>, hash };
}

/** Fields that hold an instant wherever they stand in a fact. */
const instants: ReadonlySet<string> = new Set(["at", "by", "shipBy", "cancellableUntil", "promisedBy", "buyerMayAnswerUntil", "appealUntil"]);

function shown(value: unknown, caller: Caller, words: Words, side: "buyer" | "seller" | null = null): unknown {
  if (Array.isArray(value)) return value.map((one) => shown(one, caller, words, side));
  if (value === null || typeof value !== "object") return value;
  if ("sealed" in value) return unsealed(value as { sealed: string }, caller, words, side);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
    if (typeof inner === "number" && instants.has(key)) return [key, iso(inner)];
    if (typeof inner === "number" && key === "byMs") return ["by", isoDuration(inner)];
    return [key, shown(inner, caller, words, key === "buyer" || key === "seller" ? key : side)];
  }));
}

function unsealed({ sealed }: { sealed: string }, caller: Caller, words: Words, side: "buyer" | "seller" | null): object {
  const text = words.get(sealed) ?? null;
  if (side === null || text === null) return { sealed, words: text };
  const profile = profileOf(text);
  return { sealed, words: Object.fromEntries(mayRead(caller, side).map((field) => [field, profile[field] ?? null])) };
}
