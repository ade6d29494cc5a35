// What somebody asks of an order, in a form that fits every copy of it: ids stand as the place where the order holds them
// (⟦refunds/0/id⟧), instants as the time since it was placed, words as plain text, and what must differ between orders carries the order's own number.
import type { Command } from "../../../src/core/commands.ts";
import type { Actor } from "../../../src/core/event.ts";
import type { Order } from "../../../src/core/state.ts";

/** `key` is an idempotency key of the story; `version`: the version that the asker saw, relative to the true one. */
export type Ask = { actor: Actor; command: Command; key: string | null; version: number | null };

/** What came of it. `events` are `seq Type`. */
export type Outcome =
  | { kind: "accepted"; events: string[] } | { kind: "refused"; refusal: string } | { kind: "stale" } | { kind: "keyReused" } | { kind: "notFound" }
  | { kind: "threw"; message: string };

/** Ids, and what is made of them: they differ from run to run. */
const FILE = "evi_(?:buyer|seller|stranger|mediator-\\d|operator-\\d)_\\d";
const NAMES = /[a-z]{3}_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|RMA-[0-9A-F]{12}|SBX-[0-9A-F]{8}-[0-9A-F]{12}|SBX[0-9A-F]{14}|\b[0-9a-f]{64}\b/g;
const NAMES_AND_FILES = new RegExp(`${NAMES.source}|${FILE}`, "g");
const PLACES = /⟦([^⟧]*)⟧/g;
/** The instant in a deadline's key counts from the order's placing. */
const INSTANT = /@(\d{13})\b/g;
const SINCE = /@\+(\d+)/g;
/** Stands in tracking numbers for the order's own number. */
const OWN = "~";

/** The ask with the ids of this order as places. */
export function placed(ask: Ask, order: Order): Ask {
  const text = JSON.stringify(ask);
  const since = text.replaceAll(INSTANT, (_, at: string) => `@+${Number(at) - order.placedAt}`);
  return JSON.parse(since.replaceAll(NAMES, (name) => `⟦${placeOf(name, order) ?? "nowhere"}⟧`)) as Ask;
}

/** The ask with the ids that this copy of the order has at those places; `own` is the order's own number. */
export function filledIn(ask: Ask, order: Order, own: string): Ask {
  const text = JSON.stringify(ask).replaceAll(PLACES, (_, place: string) => String(valueAt(order, place) ?? "none_00000000")).replaceAll(OWN, own);
  return JSON.parse(text.replaceAll(SINCE, (_, since: string) => `@${order.placedAt + Number(since)}`)) as Ask;
}

/** A file's name in asks: whose it is stands in it. */
export const fileOf = (owner: string, number: number): string => `evi_${owner}_${number}`;
export const ownerOf = (file: string): string => file.split("_")[1]!;
export const ownerName = ({ role, id }: Actor): string => (role === "buyer" || role === "seller" ? role : id);

/** Tracking numbers belong to one order only. */
export const ownNumber = (number: string): string => `${number}-${OWN}`;

/** Texts in which names differ become equal where they mean the same: each name is the nth of the text. Give one `seen` to texts that belong together. */
export function nameless(text: string, seen: Map<string, string>): string {
  return text.replaceAll(NAMES_AND_FILES, (name) => {
    let short = seen.get(name);
    if (short === undefined) seen.set(name, (short = `${/^[a-z]{3}(?=_)|^RMA|^SBX-?/.exec(name)?.[0] ?? "hash"}#${seen.size}`));
    return short;
  });
}

function placeOf(name: string, value: unknown): string | null {
  if (typeof value === "string") return value === name ? "" : null;
  if (value === null || typeof value !== "object") return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = placeOf(name, inner);
    if (found !== null) return found === "" ? key : `${key}/${found}`;
  }
  return null;
}

function valueAt(order: Order, place: string): unknown {
  let value: unknown = order;
  for (const key of place.split("/")) value = (value as Record<string, unknown> | null | undefined)?.[key];
  return value;
}
