// One group's work in memory: the orders as they were read, what each command did to them, and the rows that come of it.
// Two commands for one order in a group see each other's result. Nothing here awaits.
import type { Actor, RecordedEvent } from "../core/event.ts";
import type { OrderEvent } from "../core/events.ts";
import { decide, nextDue } from "../core/decide.ts";
import { deadlinesOf, type Deadline } from "../core/deadlines.ts";
import { effectsOf } from "../core/effects.ts";
import { evolve } from "../core/evolve.ts";
import { postings } from "../core/postings.ts";
import type { Policy } from "../core/policy.ts";
import type { Known } from "../core/scene.ts";
import { isClaimOpen, isRefundMoving, isReturnOpen, isReversalOpen, openCancellation, totalMinor, type Order } from "../core/state.ts";
import type { GroupRead } from "../store/groupRead.ts";
import { bucketOf, type MintId } from "../store/ids.ts";
import type { GroupWrite, OrderRow, PaymentRow, RefundRow } from "../store/rows.ts";
import { hashOf } from "./hash.ts";

/** An order within a group. `readVersion` is what the store has; 0 for one that is being placed. */
export type Working = { order: Order; policy: Policy; readVersion: number; dueAt: number | null; lastHash: string; bodyHash: string; events: RecordedEvent[] };

type Rows = { [K in keyof Required<GroupWrite>]: Required<GroupWrite>[K][number][] };

/** What every group has at hand. `keepEffects` is false where nothing leaves the house (a replay). */
export type Surroundings = { mint: MintId; sandbox: boolean; keepEffects: boolean };

export type Work = ReturnType<typeof openWork>;

const CLOCK: Actor = { role: "clock", id: "clock" };
const MOST_AT_ONCE = 200;

/** Starts a group's work on what was read. */
export function openWork(read: GroupRead, policyOf: (order: Order) => Policy, around: Surroundings) {
  const orders = new Map<string, Working>();
  const rows: Rows = {
    inserted: [], updated: [], words: [], events: [], postings: [], payments: [], refunds: [], sanctions: [], trackingNumbers: [], keys: [], outbox: [], vault: [], evidenceUses: [],
  };

  function working(id: string): Working | null {
    const known = orders.get(id);
    if (known) return known;
    const locked = read.orders.get(id);
    if (!locked) return null;
    const order = locked.state as Order;
    const opened: Working = { order, policy: policyOf(order), readVersion: locked.version, dueAt: locked.dueAt, lastHash: locked.lastHash, bodyHash: locked.bodyHash, events: [] };
    orders.set(id, opened);
    return opened;
  }

  /** Records decided facts: events with their hashes, journal lines, effects. */
  function record(one: Working, facts: readonly OrderEvent[], by: Actor, at: number): RecordedEvent[] {
    const recorded: RecordedEvent[] = [];
    const fresh = one.readVersion === 0 && one.events.length === 0;
    let order: Order | null = fresh ? null : one.order;
    for (const fact of facts) {
      const seq = (order?.version ?? 0) + 1;
      const event = { seq, at, type: fact.type, by, because: fact.because ?? null, policyVersion: one.policy.version, data: fact.data as Record<string, unknown> };
      const hash = hashOf(one.lastHash, event);
      one.lastHash = hash;
      const whole: RecordedEvent = { ...event, hash };
      const lines = postings(order, fact);
      order = evolve(order, { ...fact, seq, at, by, policyVersion: one.policy.version });
      lines.forEach((line, index) => rows.postings.push({ ...line, orderId: order!.id, eventSeq: seq, line: index, currency: order!.currency, at }));
      if (around.keepEffects) queueEffects(order, fact, seq, at);
      noteParcel(order, fact);
      rows.events.push({ ...whole, orderId: order.id });
      recorded.push(whole);
    }
    one.order = order!;
    one.events.push(...recorded);
    orders.set(one.order.id, one);
    return recorded;
  }

  function queueEffects(order: Order, fact: OrderEvent, seq: number, at: number): void {
    for (const effect of effectsOf(order, fact)) {
      const { kind, ...body } = effect;
      rows.outbox.push({ id: around.mint("eff", bucketOf(order.id), at), orderId: order.id, seq, kind, body, dueAt: at });
    }
  }

  function noteParcel(order: Order, fact: OrderEvent): void {
    if (fact.type !== "ParcelShipped") return;
    const { carrier, trackingNumber } = fact.data;
    rows.trackingNumbers.push({ carrier, number: trackingNumber, orderId: order.id });
    read.trackingNumbers.set(`${carrier}\0${trackingNumber}`, order.id);
  }

  /** Acts on everything that is due for the order up to `until`, in order. In the sandbox each at its own time. */
  function runDue(one: Working, until: number): RecordedEvent[] {
    const recorded: RecordedEvent[] = [];
    const asStored = one.readVersion > 0 && one.events.length === 0;
    if (asStored && (one.dueAt === null || one.dueAt > until)) return recorded;
    for (let count = 0; count < MOST_AT_ONCE; count += 1) {
      const due = nextDue(one.policy, one.order);
      if (!due || due.actsAt > until) return recorded;
      const now = around.sandbox ? Math.max(due.at, one.order.updatedAt) : Math.max(until, one.order.updatedAt);
      const outcome = decide(one.policy, one.order, due.command, { now, actor: CLOCK, mint: mintFor(one.order.id, now), known: pointsKnown(one.order) });
      if (outcome.refused) throw new Error(`${due.command.type} was due for ${one.order.id} and refused: ${outcome.refused.refusal}`);
      recorded.push(...record(one, outcome.facts, CLOCK, now));
    }
    throw new Error(`order ${one.order.id} has no end of deadlines at ${new Date(until).toISOString()}`);
  }

  const mintFor = (orderId: string, now: number) => (prefix: string) => around.mint(prefix, bucketOf(orderId), now);

  /** The seller's points from this and all other orders, those of this group included. */
  function pointsKnown(order: Order): Known {
    return { sellerPoints: (read.points.get(order.id) ?? 0) + newPoints(order) };
  }

  function newPoints(order: Order): number {
    let points = 0;
    for (const { order: other, events } of orders.values()) {
      if (other.seller.id !== order.seller.id || other.marketplace !== order.marketplace) continue;
      for (const event of events) if (event.type === "SellerSanctioned") points += Number((event.data as { points: number }).points);
    }
    return points;
  }

  /** All rows of the group; null where nothing changed. */
  function close(): GroupWrite | null {
    for (const one of orders.values()) {
      const row = rowOf(one);
      if (one.events.length === 0) {
        if (row.dueAt !== one.dueAt) rows.updated.push({ ...row, expectedVersion: one.readVersion });
        continue;
      }
      if (one.readVersion === 0) rows.inserted.push(row);
      else rows.updated.push({ ...row, expectedVersion: one.readVersion });
      parts(one.order, new Set(one.events.map((event) => event.type)));
    }
    return Object.values(rows).some((list) => list.length > 0) ? rows : null;
  }

  /** Copies of the order's parts that constraints and look-ups need, where they moved. */
  function parts(order: Order, moved: Set<string>): void {
    const money = [...moved].some((type) => type.startsWith("Payment") || type.startsWith("Refund"));
    if (money) {
      rows.payments.push(...paymentRows(order));
      rows.refunds.push(...refundRows(order));
    }
    if ([...moved].some((type) => type.includes("Sanction"))) {
      for (const { id, points, status } of order.sanctions) {
        const counts = status === "lifted" ? "lifted" : "active";
        rows.sanctions.push({ id, orderId: order.id, marketplace: order.marketplace, sellerId: order.seller.id, points, status: counts });
      }
    }
  }

  return { working, record, runDue, pointsKnown, mintFor, rows, orders, read, close };
}

/** The stored row of an order: its state, and copies that lists, constraints and the clock read. */
export function rowOf({ order, policy, lastHash, bodyHash }: Working): OrderRow {
  const running = deadlinesOf(policy, order);
  return {
    id: order.id, bucket: bucketOf(order.id), marketplace: order.marketplace, externalId: order.externalId, buyerId: order.buyer.id, sellerId: order.seller.id,
    currency: order.currency, version: order.version, state: order, status: order.status, openKinds: openKinds(order),
    owes: [...new Set(running.map((deadline) => deadline.who))], dueAt: nextDue(policy, order)?.actsAt ?? null, queueAt: queueAt(order, running),
    totalMinor: totalMinor(order),
    paidMinor: order.money.paidMinor, escrowMinor: order.money.inEscrowMinor, heldMinor: order.money.refundingMinor, placedAt: order.placedAt, hidden: order.hidden,
    lastHash, bodyHash,
  };
}

const people = new Set(["buyer", "seller", "mediator", "operator"]);
/** Longer than any deadline is away: what stands this much earlier comes before all others. */
const AHEAD_MS = 10_000_000_000_000;

/** The place in people's queues: their earliest deadline. A graver claim with the mediators goes to the front (A11). */
function queueAt(order: Order, running: readonly Deadline[]): number | null {
  const first = running.find((deadline) => people.has(deadline.who));
  if (!first) return null;
  const graver = order.claims.some((claim) => claim.graver && claim.status === "inMediation");
  return graver ? first.by - AHEAD_MS : first.by;
}

function openKinds(order: Order): number {
  return (openCancellation(order) ? 1 : 0) | (order.returns.some(isReturnOpen) ? 2 : 0) | (order.claims.some(isClaimOpen) ? 4 : 0) |
    (order.refunds.some(isRefundMoving) ? 8 : 0) | (order.reversals.some(isReversalOpen) ? 16 : 0);
}

/** What each payment has given and given back, for the constraint that it gives back at most what it gave. */
export function paymentRows(order: Order): PaymentRow[] {
  return order.payments.map(({ id, method, amountMinor, status, refundingMinor, refundedMinor }) =>
    ({ id, orderId: order.id, method, capturedMinor: status === "captured" ? amountMinor : 0, refundingMinor, refundedMinor }));
}

/** The order's refunds, to be found by their ids. */
export function refundRows(order: Order): RefundRow[] {
  return order.refunds.map(({ id, paymentId, amountMinor, status, promisedBy, institutionReference }) =>
    ({ id, orderId: order.id, paymentId, amountMinor, currency: order.currency, status, promisedBy, reference: institutionReference }));
}
