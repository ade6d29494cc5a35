// A fact of an order's history as its reader may see it: times and lengths as text, words in plain beside their commitments.
// What was sealed stays verifiable: the hash covers the commitments, which are always shown.
import type { RecordedEvent } from "../../core/event.ts";
import type { HoldReason } from "../../core/state.ts";
import { seesOf, type Caller } from "../caller.ts";
import type { EventView } from "../schemas/event.ts";
import { iso, isoDuration } from "./time.ts";
import { mayRead, profileOf, type Words } from "./words.ts";

/** Facts about sanctions, which only those see whose they are. */
const sanctionTypes: ReadonlySet<string> = new Set(["SellerSanctioned", "BuyerSanctioned", "SanctionAnswered", "SanctionAppealed", "SanctionUpheld", "SanctionLifted"]);

/** Whether the caller may see this fact. */
export const seesEvent = (caller: Caller, { type, data }: Pick<RecordedEvent, "type" | "data">): boolean =>
  !sanctionTypes.has(type) || seesOf(caller, type === "BuyerSanctioned" || data.party === "buyer" ? "buyer" : "seller");

export function eventViews(events: readonly RecordedEvent[], caller: Caller, words: Words): EventView[] {
  return events.filter((event) => seesEvent(caller, event)).map((event) => eventView(event, caller, words));
}

function eventView({ seq, at, type, by, because, policyVersion, data, hash }: RecordedEvent, caller: Caller, words: Words): EventView {
  const seen = type === "RefundHeld" ? { ...data, reasons: reasonsFor(caller, data.reasons as HoldReason[]) } : data;
  return { seq, at: iso(at), type, by, because, policyVersion, data: shown(seen, caller, words) as Record<string, unknown>, hash };
}

/** For which facts a refund is held: without what is counted of the other side. */
export const reasonsFor = (caller: Caller, reasons: readonly HoldReason[]): HoldReason[] => reasons.filter(({ of }) => of === "order" || seesOf(caller, of));

/** Whether the caller may see all of this fact, as a dossier holds it, whose hashes cover every word. */
export const seesWhole = (caller: Caller, event: Pick<RecordedEvent, "type" | "data">): boolean =>
  seesEvent(caller, event) && (event.type !== "RefundHeld" || reasonsFor(caller, event.data.reasons as HoldReason[]).length === (event.data.reasons as HoldReason[]).length);

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
