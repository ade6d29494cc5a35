// Recomputes everything that the store holds: each order's hash chain and state from its events, its ledger, its columns and
// copies. Says what differs and changes nothing.
import { isDeepStrictEqual } from "node:util";
import type { RecordedEvent } from "../core/event.ts";
import type { OrderEvent, Stamped } from "../core/events.ts";
import { evolve, isEventType } from "../core/evolve.ts";
import { underLaw, type Law } from "../core/law.ts";
import { postings } from "../core/postings.ts";
import type { Policy } from "../core/policy.ts";
import type { Order } from "../core/state.ts";
import type { OrderInFull } from "../store/orders.ts";
import type { PostingRow } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { GENESIS, hashOf } from "./hash.ts";
import { verifyPayouts } from "./payouts/verify.ts";
import { paymentRows, refundRows, rowOf } from "./work.ts";

/** One thing that is not as it must be: of an order, of a payout, of a seller's account. */
export type Difference = { orderId: string; what: string };

/** What was looked at, and what differs: `found` in all, of which `differences` holds the first. */
export type Verification = { orders: number; events: number; postings: number; payouts: number; found: number; differences: Difference[] };

const AT_ONCE = 200;
const MOST_REPORTED = 100;
/** An order that people work on while it is read can look torn once, but not time and again. */
const LOOKS = 3;

/** Verifies every order. `progress` is told how many of how many are done. Memory does not grow with the store. */
export async function verify(store: Store, progress: (done: number, total: number) => void = () => undefined): Promise<Verification> {
  const result: Verification = { orders: 0, events: 0, postings: 0, payouts: 0, found: 0, differences: [] };
  const rules: Rules = {
    policies: new Map((await store.policies.all()).map(({ name, version, body }) => [`${name} ${version}`, body as Policy])),
    laws: new Map((await store.laws.all()).map(({ name, version, body }) => [`${name} ${version}`, body as Law])),
  };
  const total = await store.countOrders();
  const report = (orderId: string, all: readonly string[]) => {
    result.found += all.length;
    result.differences.push(...all.slice(0, MOST_REPORTED - result.differences.length).map((what) => ({ orderId, what })));
  };
  let last: string | null = null;
  for (let batch = await store.ordersAfter(null, AT_ONCE); batch.length > 0; batch = await store.ordersAfter(last, AT_ONCE)) {
    for (const order of batch) {
      report(order.id, await settledFaults(store, order, last, rules));
      result.orders += 1;
      result.events += order.events.length;
      result.postings += order.postings.length;
      last = order.id;
    }
    progress(result.orders, Math.max(total, result.orders));
  }
  for (const { table, orderId } of await store.totals.orphans(MOST_REPORTED)) report(orderId, [`${table}: rows of an order that is not there`]);
  result.payouts = await verifyPayouts(store, MOST_REPORTED, report);
  report("all orders", await accountFaults(store));
  return result;
}

/** What the accounts of the house are kept as, and that all of them sum to zero. */
async function accountFaults(store: Store): Promise<string[]> {
  const compared = await store.ledger.compared();
  const sums = new Map<string, number>();
  for (const { currency, balanceMinor } of compared) sums.set(currency, (sums.get(currency) ?? 0) + balanceMinor);
  return [
    ...compared.filter(({ balanceMinor, keptMinor }) => balanceMinor !== keptMinor)
      .map(({ account, currency, balanceMinor, keptMinor }) => `ledger_totals: ${account} in ${currency} is kept as ${keptMinor}, and the journal adds up to ${balanceMinor}`),
    ...[...sums].filter(([, amountMinor]) => amountMinor !== 0).map(([currency, amountMinor]) => `postings: all accounts in ${currency} sum to ${amountMinor}`),
  ];
}

/** The faults of an order that are still there when it is read again; it comes right after `before` in the order of keys. */
async function settledFaults(store: Store, order: OrderInFull, before: string | null, rules: Rules): Promise<string[]> {
  let faults = faultsOf(order, rules);
  for (let look = 1; look < LOOKS && faults.length > 0; look += 1) {
    const [again] = await store.ordersAfter(before, 1);
    if (again?.id !== order.id) return faults;
    const unmoved = again.version === order.version;
    faults = faultsOf(again, rules);
    if (unmoved) return faults;
    order = again;
  }
  return faults;
}

/** Every published version of the policies and laws, by `name version`. */
export type Rules = { policies: ReadonlyMap<string, Policy>; laws: ReadonlyMap<string, Law> };

/** All that is wrong with one order. */
export function faultsOf(stored: OrderInFull, { policies, laws }: Rules): string[] {
  const faults = [...chainFaults(stored)];
  const folded = foldedOf(stored, faults);
  if (!folded) return faults;
  if (!same(folded.order, stored.state)) faults.push(`state: not what its events make, at ${differingPart(folded.order, stored.state)}`);
  faults.push(...ledgerFaults(stored, folded.postings), ...moneyFaults(stored, folded.order));
  const policy = policies.get(`${folded.order.marketplace} ${folded.order.policyVersion}`);
  const { law: over } = folded.order;
  const law = over ? laws.get(`${over.name} ${over.version}`) : null;
  if (policy && law !== undefined) faults.push(...columnFaults(stored, folded.order, underLaw(policy, law)));
  else if (policy) faults.push(`law: ${over!.name} version ${over!.version} is not here`);
  else faults.push(`policy: ${folded.order.marketplace} version ${folded.order.policyVersion} is not here`);
  return faults;
}

/** Every event follows the one before without a gap and carries its hash; the order carries the last one. */
function* chainFaults({ events, lastHash }: OrderInFull): Generator<string> {
  if (events.length === 0) yield "events: none";
  let previous = GENESIS;
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1) yield `event ${event.seq}: stands at place ${index + 1}`;
    if (hashOf(previous, event) !== event.hash) yield `event ${event.seq}: the hash does not fit it and the one before`;
    previous = event.hash;
  }
  if (events.length > 0 && previous !== lastHash) yield "last_hash: not the last event's";
}

type Folded = { order: Order; postings: PostingRow[] };

/** The order and its ledger as the events make them; null, with a fault, where they make none. */
function foldedOf({ id, events }: OrderInFull, faults: string[]): Folded | null {
  let order: Order | null = null;
  const lines: PostingRow[] = [];
  for (const event of events) {
    try {
      const before: Order | null = order;
      const fact = event as RecordedEvent as unknown as OrderEvent & Stamped;
      if (!isEventType(event.type)) throw new Error(`no such event ${event.type}`);
      order = evolve(before, fact);
      const { currency } = order;
      postings(before, fact).forEach((line, index) => lines.push({ ...line, orderId: id, eventSeq: event.seq, line: index, currency, at: event.at }));
    } catch (error) {
      faults.push(`event ${event.seq}: ${event.type} cannot follow: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }
  return order ? { order: JSON.parse(JSON.stringify(order)) as Order, postings: lines } : null;
}

/** The stored lines are those of the events, and each event's sum to zero. */
function* ledgerFaults(stored: OrderInFull, made: readonly PostingRow[]): Generator<string> {
  const madeOf = Map.groupBy(made, (line) => line.eventSeq);
  const storedOf = Map.groupBy(stored.postings, (line) => line.eventSeq);
  for (const seq of new Set([...madeOf.keys(), ...storedOf.keys()])) {
    const lines = storedOf.get(seq) ?? [];
    if (!same(madeOf.get(seq) ?? [], lines)) yield `postings of event ${seq}: not what the event moves`;
    for (const [currency, own] of Map.groupBy(lines, (line) => line.currency)) {
      const sum = sumOf(own);
      if (sum !== 0) yield `postings of event ${seq}: sum to ${sum} ${currency}`;
    }
  }
}

/** Escrow and held are what the ledger says and never below zero; no payment gave back more than it gave. */
function* moneyFaults({ id, postings: lines, payments }: OrderInFull, { money }: Order): Generator<string> {
  const balance = (account: string) => sumOf(lines.filter((line) => line.account === account));
  if (balance(`escrow/${id}`) !== money.inEscrowMinor) yield `escrow: the ledger holds ${balance(`escrow/${id}`)}, the state ${money.inEscrowMinor}`;
  for (const account of ["escrow", "held", "subsidy"]) if (balance(`${account}/${id}`) < 0) yield `${account}: below zero, ${balance(`${account}/${id}`)}`;
  const { paidMinor, inEscrowMinor, releasedMinor, refundingMinor, refundedMinor } = money;
  if (paidMinor !== inEscrowMinor + releasedMinor + refundingMinor + refundedMinor) yield "money: paid is not escrow, released, refunding and refunded together";
  for (const part of ["inEscrowMinor", "refundingMinor", "releasedMinor", "refundedMinor"] as const) if (money[part] < 0) yield `money: ${part} below zero, ${money[part]}`;
  for (const { id: payment, capturedMinor, refundingMinor: going, refundedMinor: gone } of payments) {
    if (going + gone > capturedMinor) yield `payment ${payment}: gives back ${going + gone} of ${capturedMinor}`;
  }
}

const sumOf = (lines: readonly PostingRow[]): number => lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

/** Columns, payments and refunds are copies of the state; due_at is the derived deadline. */
function* columnFaults(stored: OrderInFull, order: Order, policy: Policy): Generator<string> {
  const { events, postings: _lines, payments, refunds, ...row } = stored;
  const { state: _state, ...made } = rowOf({ order, policy, lastHash: events.at(-1)!.hash, bodyHash: row.bodyHash, readVersion: 0, dueAt: null, events: [] });
  for (const [name, value] of Object.entries(made)) {
    const kept = row[name as keyof typeof row];
    if (name !== "lastHash" && !same(value, kept)) yield `${column(name)}: ${JSON.stringify(kept)} instead of ${JSON.stringify(value)}`;
  }
  if (!same(byId(paymentRows(order)), byId(payments))) yield "payments: rows that are not the state's";
  if (!same(byId(refundRows(order)), byId(refunds))) yield "refunds: rows that are not the state's";
}

const column = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const byId = <T extends { id: string }>(rows: readonly T[]): T[] => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Equal as JSON; mostly they are so to the letter. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b) || isDeepStrictEqual(a, b);
}

/** The path of the first part in which two values differ. */
function differingPart(a: unknown, b: unknown, path = ""): string {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return path === "" ? "all of it" : path;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const key = [...new Set([...Object.keys(left), ...Object.keys(right)])].find((name) => !same(left[name], right[name]));
  return key === undefined ? path : differingPart(left[key], right[key], `${path}/${key}`);
}
