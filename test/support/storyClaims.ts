// What a story says of the order after a line, against what is seen there: on the core or over HTTP, it makes no difference.
// Amounts are decimal texts, times relative to now and true to the second.
import assert from "node:assert/strict";
import { amountMinor, formatAmount } from "../../src/story/command.ts";
import { StoryError, type Claimed } from "../../src/story/story.ts";
import { later } from "../../src/core/time.ts";

export type SeenPermission = {
  command: string; target: string | null; allowed: boolean; refusal: string | null; opensAt: unknown; closedAt: unknown; instead: string[];
  effect: Record<string, unknown> | null;
};
export type SeenEvent = { type: string; by: { role: string }; because?: string | null; data: object };
export type SeenDeadline = { who: string; owes: string; by: unknown; otherwise: string; target: string | null };

/** What can be looked at: times are epoch milliseconds or ISO texts; `partial` where not every field of the state is shown. */
export type Seen = {
  partial?: true;
  now: number; currency: string; order: Record<string, unknown>; deadlines: readonly SeenDeadline[]; events: SeenEvent[];
  permissions: (role: string) => SeenPermission[]; account: (name: string) => number;
};

const NOUNS = ["payment", "parcel", "cancellation", "return", "claim", "refund", "reversal", "chargeback", "sanction", "withdrawal"];

/** Fails with the story's line where what it says is not so. */
export function checkClaim(claim: Claimed, seen: Seen): void {
  const [first = "", ...words] = claim.subject.split(" ");
  const fail = (message: string): never => {
    throw new StoryError(claim.line, `${claim.subject}: ${message}`);
  };
  try {
    if (words[0] === "may") checkPermission(first, claim, seen);
    else if (first === "order") checkOrder(words, claim.holds, seen);
    else if (first === "money") for (const pair of [words.join(" "), ...claim.holds]) checkMoney(pair, seen);
    else if (first === "line") checkFields(lineNamed(seen, words[0]!), claim.holds, seen);
    else if (first === "deadline") checkDeadline(words, claim.holds, seen);
    else if (first === "no" && words[0] === "deadline") assert.ok(!seen.deadlines.some((one) => one.owes === words[1] || one.otherwise === words[1]), "it runs");
    else if (first === "no") assert.deepEqual(partsOf(seen, words[0]!).map((part) => part.id), [], "there is one");
    else if (first === "account") assert.equal(formatAmount(seen.account(words[0]!), seen.currency), formatAmount(amountMinor(words[1]!, seen.currency), seen.currency));
    else if (first === "event") checkEvent(words, claim.holds, seen);
    else if (NOUNS.includes(first)) checkPart(first, words, claim.holds, seen);
    else fail("a story says nothing of that kind");
  } catch (error) {
    if (error instanceof StoryError) throw error;
    fail((error as Error).message);
  }
}

function checkOrder(words: string[], holds: string[], seen: Seen): void {
  assert.equal(seen.order.status, words[0]);
  if (words[1] === "because") assert.equal(seen.order.closedBecause, words[2]);
  checkFields(seen.order, holds, seen);
}

const moneyNames: Record<string, string> = {
  paid: "paidMinor", escrow: "inEscrowMinor", released: "releasedMinor", refunding: "refundingMinor", refunded: "refundedMinor", owed: "owedByBuyerMinor",
  subsidy: "subsidyMinor", commission: "commissionPaidMinor",
};

function checkMoney(pair: string, seen: Seen): void {
  const [name = "", amount = ""] = pair.split(" ");
  const key = moneyNames[name];
  assert.ok(key, `money has no ${name}`);
  const minor = (seen.order.money as Record<string, number>)[key];
  assert.equal(minor === undefined ? "nothing" : formatAmount(minor, seen.currency), formatAmount(amountMinor(amount, seen.currency), seen.currency), name);
}

function lineNamed(seen: Seen, sku: string): Record<string, unknown> {
  const found = (seen.order.lines as Record<string, unknown>[]).find((line) => line.sku === sku);
  assert.ok(found, "the order has no such line");
  return found;
}

function partsOf(seen: Seen, noun: string): Record<string, unknown>[] {
  return (seen.order[noun === "refund" || noun === "claim" || noun !== "parcel" ? `${noun}s` : "parcels"] ?? []) as Record<string, unknown>[];
}

function partAt(seen: Seen, noun: string, name: string): Record<string, unknown> {
  const all = partsOf(seen, noun);
  const found = name === "#last" ? all.at(-1) : all[Number(name.slice(1)) - 1];
  assert.ok(found, "there is none");
  return found;
}

function checkPart(noun: string, words: string[], holds: string[], seen: Seen): void {
  const name = words[0]?.startsWith("#") ? words[0] : "#last";
  const status = words[0]?.startsWith("#") ? words[1] : words[0];
  const part = partAt(seen, noun, name);
  if (status) assert.equal(part.status, status);
  checkFields(part, holds, seen);
}

/** `name value`: a field of the thing, a path into it with dots, an amount without its `Minor`, a time as `in P1D` or `P1D ago`. */
function checkFields(thing: Record<string, unknown>, holds: string[], seen: Seen): void {
  for (const one of holds) {
    const space = one.indexOf(" ");
    const name = one.slice(0, space);
    const expected = one.slice(space + 1);
    if (seen.partial && !hasField(thing, name)) continue;
    const actual = fieldOf(thing, name);
    if (/^(in P|P\S+ ago$|now$)/.test(expected)) checkTime(actual, expected, seen.now, name);
    else assert.equal(shown(actual, name, thing, seen), expected, name);
  }
}

const hasField = (thing: Record<string, unknown>, path: string): boolean => path.split(".")[0]! in thing || `${path.split(".")[0]!}Minor` in thing;

function fieldOf(thing: unknown, path: string): unknown {
  let value: unknown = thing;
  for (const key of path.split(".")) {
    const record = value as Record<string, unknown>;
    assert.ok(record && typeof record === "object" && (key in record || `${key}Minor` in record), `there is no ${path}`);
    value = key in record ? record[key] : record[`${key}Minor`];
  }
  return value;
}

function shown(value: unknown, path: string, thing: unknown, seen: Seen): string {
  if (value === null || value === undefined) return "none";
  if (path === "rma") return /^RMA-[0-9A-F]{12}$/.test(String(value)) ? "given" : String(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map((one) => (typeof one === "object" ? unitsShown(one as Record<string, unknown>) : String(one))).join("+");
  if (typeof value === "number" && isAmount(path, thing)) return formatAmount(value, seen.currency);
  return String(value);
}

const unitsShown = (part: Record<string, unknown>): string => `${String(part.sku)}×${String(part.quantity)}`;

function isAmount(path: string, thing: unknown): boolean {
  const keys = path.split(".");
  const last = keys.pop()!;
  let owner = thing as Record<string, unknown>;
  for (const key of keys) owner = owner[key] as Record<string, unknown>;
  return last.endsWith("Minor") || (!(last in owner) && `${last}Minor` in owner);
}

const inMs = (time: unknown): number => (typeof time === "number" ? time : typeof time === "string" ? Date.parse(time) : Number.NaN);

function checkTime(actual: unknown, expected: string, now: number, name: string): void {
  const length = (text: string): number => later(now, text, "UTC") - now;
  const wanted = expected === "now" ? now : expected.startsWith("in ") ? now + length(expected.slice(3)) : now - length(expected.split(" ")[0]!);
  const at = inMs(actual);
  const difference = Number.isNaN(at) ? "never" : `${Temporal.Duration.from({ milliseconds: at - now }).round({ largestUnit: "days" }).toString()} from now`;
  assert.ok(Math.abs(at - wanted) <= 1000, `${name} is ${difference}, not ${expected}`);
}

function checkDeadline(words: string[], holds: string[], seen: Seen): void {
  const [who, owes, ...when] = words;
  const running = seen.deadlines.map((one) => `${one.who} ${one.owes}`);
  const otherwise = holds.find((one) => one.startsWith("else "))?.slice("else ".length);
  const fitting = seen.deadlines.filter((one) => one.who === who && one.owes === owes && (otherwise === undefined || one.otherwise === otherwise));
  assert.ok(fitting.length > 0, `what runs is ${running.join(", ") || "nothing"}`);
  if (when.length > 0) checkTime(fitting[0]!.by, when.join(" "), seen.now, "it");
}

function checkEvent(words: string[], holds: string[], seen: Seen): void {
  const [type, ...rest] = words;
  const event = seen.events.filter((one) => one.type === type).at(-1);
  assert.ok(event, `the history has none: ${seen.events.map((one) => one.type).join(" ")}`);
  const by = rest.indexOf("by");
  if (by >= 0) assert.equal(event.by.role, rest[by + 1]);
  const because = rest.indexOf("because");
  if (because >= 0) assert.equal(event.because, rest[because + 1]);
  checkFields(event.data as Record<string, unknown>, holds, seen);
}

const MAY = /^(\w+) may( not)? (\w+)(?: on (\S+) (#\w+))?(?: because (\w+))?$/;

function checkPermission(role: string, claim: Claimed, seen: Seen): void {
  const [, , not, command, noun, name, because] = MAY.exec(claim.subject) ?? assert.fail("reads: buyer may not OpenClaim on claim #1 because NotOpenYet");
  const entries = seen.permissions(role).filter((one) => one.command === command);
  const target = noun && name ? partAt(seen, noun, name).id : null;
  const found = target === null ? entries.at(-1) : entries.find((one) => one.target === target);
  assert.ok(found, `X1: it is not shown to the ${role}`);
  assert.equal(found.allowed ? "allowed" : found.refusal, not ? because ?? found.refusal : "allowed");
  for (const one of claim.holds) checkPermitted(one, found, seen);
}

function checkPermitted(what: string, found: SeenPermission, seen: Seen): void {
  const words = what.split(" ");
  const effect = found.effect ?? {};
  const amount = (minor: unknown): string => formatAmount(Number(minor ?? 0), seen.currency);
  if (what.startsWith("opens in ")) checkTime(found.opensAt, `in ${words[2]!}`, seen.now, "it opens");
  else if (words[0] === "closed") checkTime(found.closedAt, `${words[1]!} ago`, seen.now, "it closed");
  else if (words[0] === "instead") assert.deepEqual(found.instead, words.slice(1));
  else if (words[0] === "refund") assert.equal(`refund ${amount(effect.refundMinor)}${words[2] === "to" ? ` to ${String(effect.to)}` : ""}`, what);
  else if (words[0] === "releases") assert.equal(`releases ${amount(effect.releaseMinor)}`, what);
  else if (what.startsWith("takes back ")) assert.equal(`takes back ${amount(effect.takenBackMinor)}`, what);
  else if (what === "if accepted") assert.equal(effect.if, "accepted");
  else if (words[0] === "arrives") checkTime(effect.arrivesBy, words.slice(1).join(" "), seen.now, "it arrives");
  else if (words[0] === "undo") checkTime(effect.undoUntil, `in ${words[2]!}`, seen.now, "it can be undone until");
  else if (words[0] === "loses") assert.deepEqual(effect.loses ?? [], words[1] === "nothing" ? [] : words.slice(1));
  else throw new Error(`a permission says nothing like "${what}"`);
}
