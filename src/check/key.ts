// When two states are the same for everything that can follow: ids count by their place, instants by the order in which they
// come, and words, names and scans not at all. What is left is mixed into 64 bits; the state itself is not kept.
import type { Policy } from "../core/policy.ts";
import type { Claim, Order, Sanction } from "../core/state.ts";
import { pointsOf } from "./points.ts";

/** What cannot matter for what follows: who and what it is, what was said, and what only counts for reminders and pages. */
const leftOut = new Set([
  "id", "externalId", "marketplace", "policyVersion", "version", "locale", "buyer", "seller", "currency", "shipWithin", "sku", "title", "quantity",
  "unitPriceMinor", "discountMinor", "discountBy", "taxMinor", "model3dUrl", "imageUrl", "rma", "trackingNumber", "carrier", "scans", "note", "documents",
  "reminded", "institutionReference", "failedBecause", "submittedAt", "settledAt", "postedIn", "points", "fineMinor", "reason", "reasons", "reference", "evidence", "extensions", "extended", "marks", "shippedAt",
]);

/** Numbers above this are instants; no amount of an explored order comes near. */
const FIRST_INSTANT = 100_000_000_000;
const ID = /^[a-z]{3}_/;

/** What a part of an order comes to, and the ids that it speaks of. Parts never change, so each is looked at once. */
type Digest = { high: number; low: number; ids: string[] };
const digests = new WeakMap<object, Digest>();

/** Two 32-bit numbers that everything is mixed into, one after the other. */
class Mixer {
  high = 0x9e3779b9;
  low = 0x85ebca6b;
  add(value: number): void {
    this.low = Math.imul(this.low ^ value, 0xcc9e2d51);
    this.low ^= this.low >>> 15;
    this.high = Math.imul(this.high ^ value ^ this.low, 0x1b873593);
    this.high ^= this.high >>> 13;
  }
}

const words = new Map<string, number>();

/** A number for each word, given in the order in which they are met. */
function numberOf(word: string): number {
  let number = words.get(word);
  if (number === undefined) words.set(word, (number = words.size + 7));
  return number;
}

/** 64 bits that stand for the state at `now`; never 0. */
export function stateHash(policy: Policy, order: Order, now: number): bigint {
  const mixer = new Mixer();
  const places = new Map<string, number>();
  const ids: string[] = [];
  for (const name in order) {
    if (leftOut.has(name)) continue;
    const value = order[name as keyof Order];
    mixer.add(numberOf(name));
    if (!Array.isArray(value)) mixValue(mixer, value, ids);
    else {
      for (const item of value as unknown as { id?: string }[]) {
        if (typeof item !== "object") continue;
        if (item.id !== undefined) places.set(item.id, places.size);
        const { high, low, ids: own } = digestOf(item, name);
        mixer.add(high);
        mixer.add(low);
        ids.push(...own);
      }
    }
  }
  mixer.add(Object.keys(order.extensions).length);
  for (const id of ids) mixer.add(places.get(id) ?? -1);
  mixTime(mixer, policy, order, now);
  return (BigInt(mixer.high >>> 0) << 32n) | BigInt(mixer.low >>> 0) || 1n;
}

/** Which instants have passed, and in which order those come that matter now. */
function mixTime(mixer: Mixer, policy: Policy, order: Order, now: number): void {
  const ahead: { code: number; at: number }[] = [];
  let passed = 0;
  for (const { name, target, at, matters } of pointsOf(policy, order)) {
    const code = numberOf(name) * 16 + target;
    if (at <= now) passed = (passed + Math.imul(code, 0x27d4eb2f)) | 0;
    else if (matters) ahead.push({ code, at });
  }
  mixer.add(passed);
  ahead.sort((a, b) => a.at - b.at || a.code - b.code);
  let last = 0;
  for (const { code, at } of ahead) {
    mixer.add(at === last ? code : -code);
    last = at;
  }
}

function digestOf(part: object, list: string): Digest {
  let known = digests.get(part);
  if (!known) {
    const mixer = new Mixer();
    const ids: string[] = [];
    mixValue(mixer, pruned(part, list), ids);
    digests.set(part, (known = { high: mixer.high, low: mixer.low, ids }));
  }
  return known;
}

/** How a refund that was stopped or came back, or a claim that was settled, got there: nothing that follows asks for it. */
const wayOfRefund = new Set(["submittingAt", "overdueAt", "orderWas", "withShipping"]);
const wayOfClaim = new Set(["ground", "fault", "graver", "stage", "silence", "lines", "amountMinor", "offers", "askedAt", "answeredAt", "escalatedAt", "overdueAt", "appealedBy"]);

const without = (part: object, names: ReadonlySet<string>): object => Object.fromEntries(Object.entries(part).filter(([name]) => !names.has(name)));

/** Of a claim only each side's latest word counts; a request that came to nothing leaves only that it was there; of a parcel, whether it arrived. */
function pruned(part: object, list: string): object {
  const { status } = part as { status: string };
  if (list === "cancellations") return status === "requested" ? part : { status };
  if (list === "parcels" && (part as { kind: string }).kind === "order") return { ...part, status: "" };
  if (list === "refunds") return status === "stopped" || status === "reversed" ? without(part, wayOfRefund) : part;
  if (list === "sanctions" && status === "lifted") return { status, party: (part as Sanction).party };
  if (list !== "claims") return part;
  if (status === "withdrawn" || status === "lapsed") return { status };
  const claim = part as Claim;
  if (status === "settled") return { ...without(part, wayOfClaim), decisions: claim.decisions.length > 0 };
  const offers = (["buyer", "seller"] as const).flatMap((side) => claim.offers.filter((offer) => offer.by === side).slice(-1));
  return { ...claim, offers, decisions: claim.decisions.slice(-1) };
}

function mixValue(mixer: Mixer, value: unknown, ids: string[]): void {
  if (typeof value === "number") mixer.add(value > FIRST_INSTANT ? 1 : value);
  else if (typeof value === "string") {
    if (ID.test(value)) ids.push(value);
    else mixer.add(numberOf(value));
  } else if (value === null || typeof value !== "object") mixer.add(value === null ? 2 : value === true ? 3 : 4);
  else if (Array.isArray(value)) {
    mixer.add(5);
    for (const item of value) mixValue(mixer, item, ids);
    mixer.add(6);
  } else {
    for (const name in value) {
      if (leftOut.has(name)) continue;
      mixer.add(numberOf(name));
      mixValue(mixer, (value as Record<string, unknown>)[name], ids);
    }
  }
}
