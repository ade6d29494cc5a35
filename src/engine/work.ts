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
import { isHeld, marksOf } from "../core/risk.ts";
import type { Known, Mint } from "../core/scene.ts";
import { isClaimOpen, isOwed, isRefundMoving, isReturnOpen, isReversalOpen, openCancellation, sanctioned, totalMinor, type Order } from "../core/state.ts";
import type { GroupRead } from "../store/groupRead.ts";
import { bucketOf, type MintId } from "../store/ids.ts";
import type { GroupWrite, HoldRow, OrderRow, PaymentRow, RefundRow, RiskRow, SanctionRow } from "../store/rows.ts";
import type { RiskAround } from "./risk.ts";
import { hashOf } from "./hash.ts";

/** An order within a group. `readVersion` is what the store has; 0 for one that is being placed. */
export type Working = { order: Order; policy: Policy; readVersion: number; dueAt: number | null; lastHash: string; bodyHash: string; events: RecordedEvent[] };

type Rows = { [K in keyof Required<GroupWrite>]: Required<GroupWrite>[K][number][] };

/** What every group has at hand. `keepEffects` is false where nothing leaves the house (a replay). */
export type Surroundings = { mint: MintId; sandbox: boolean; keepEffects: boolean; risk: RiskAround };

const CLOCK: Actor = { role: "clock", id: "clock" };
const MOST_AT_ONCE = 200;

/** A group's work on what was read. */
export class Work {
  readonly orders = new Map<string, Working>();
  readonly rows: Rows = {
    inserted: [], updated: [], words: [], events: [], postings: [], payments: [], refunds: [], sanctions: [], riskMarks: [], holds: [], extensionBatches: [], trackingNumbers: [], keys: [], outbox: [], vault: [], evidenceUses: [], notices: [],
  };
  readonly read: GroupRead;
  readonly #policyOf: (order: Order) => Policy;
  readonly #around: Surroundings;
  /** Points that this group gave, by marketplace and seller: the store does not know them yet. */
  readonly #newPoints = new Map<string, number>();

  constructor(read: GroupRead, policyOf: (order: Order) => Policy, around: Surroundings) {
    this.read = read;
    this.#policyOf = policyOf;
    this.#around = around;
  }

  /** The order as it is in this group, or null where there is none. */
  working(id: string): Working | null {
    const known = this.orders.get(id);
    if (known) return known;
    const locked = this.read.orders.get(id);
    if (!locked) return null;
    const { version, dueAt, lastHash, bodyHash } = locked;
    const order = locked.state as Order;
    const opened: Working = { order, policy: this.#policyOf(order), readVersion: version, dueAt, lastHash, bodyHash, events: [] };
    this.orders.set(id, opened);
    return opened;
  }

  /** Records decided facts: events with their hashes, journal lines, effects. */
  record(one: Working, facts: readonly OrderEvent[], by: Actor, at: number): RecordedEvent[] {
    const recorded: RecordedEvent[] = [];
    const fresh = one.readVersion === 0 && one.events.length === 0;
    let order: Order | null = fresh ? null : one.order;
    for (const fact of facts) {
      const seq = (order?.version ?? 0) + 1;
      const event = { seq, at, type: fact.type, by, because: fact.because ?? null, policyVersion: one.policy.version, data: fact.data as Record<string, unknown> };
      const whole: RecordedEvent = { ...event, hash: hashOf(one.lastHash, event) };
      one.lastHash = whole.hash;
      const lines = postings(order, fact);
      const moved: Order = evolve(order, { ...fact, seq, at, by, policyVersion: one.policy.version });
      lines.forEach((line, index) => this.rows.postings.push({ ...line, orderId: moved.id, eventSeq: seq, line: index, currency: moved.currency, at }));
      this.#note(moved, fact, seq, at);
      if (fact.type === "DeadlineExtended" && fact.data.batch !== undefined) this.rows.extensionBatches.push({ batch: fact.data.batch, by: by.id, at });
      this.rows.events.push({ ...whole, orderId: moved.id });
      recorded.push(whole);
      order = moved;
    }
    one.order = order!;
    one.events.push(...recorded);
    this.orders.set(one.order.id, one);
    return recorded;
  }

  /** What a fact means outside its order: effects that must leave, a tracking number that is taken, points against the seller. */
  #note(order: Order, fact: OrderEvent, seq: number, at: number): void {
    if (this.#around.keepEffects) {
      for (const { kind, ...body } of effectsOf(order, fact)) {
        this.rows.outbox.push({ id: this.#around.mint("eff", bucketOf(order.id), at), orderId: order.id, seq, kind, body, dueAt: at });
      }
    }
    if (fact.type === "ParcelShipped") {
      const { carrier, trackingNumber } = fact.data;
      this.rows.trackingNumbers.push({ carrier, number: trackingNumber, orderId: order.id });
      this.read.trackingNumbers.set(`${carrier}\0${trackingNumber}`, order.id);
    }
    if (fact.type === "SellerSanctioned") {
      this.#newPoints.set(sellerKey(order), (this.#newPoints.get(sellerKey(order)) ?? 0) + fact.data.points);
    }
  }

  /** Acts on everything that is due for the order up to `until`, in order. In the sandbox each at its own time. */
  runDue(one: Working, until: number): RecordedEvent[] {
    const recorded: RecordedEvent[] = [];
    const asStored = one.readVersion > 0 && one.events.length === 0;
    if (asStored && (one.dueAt === null || one.dueAt > until)) return recorded;
    for (let count = 0; count < MOST_AT_ONCE; count += 1) {
      const due = nextDue(one.policy, one.order);
      if (!due || due.actsAt > until) return recorded;
      const now = Math.max(this.#around.sandbox ? due.at : until, one.order.updatedAt);
      const outcome = decide(one.policy, one.order, due.command, { now, actor: CLOCK, mint: this.mintFor(one.order.id, now), known: this.known(one.order, CLOCK) });
      if (outcome.refused) throw new Error(`${due.command.type} was due for ${one.order.id} and refused: ${outcome.refused.refusal}`);
      recorded.push(...this.record(one, outcome.facts, CLOCK, now));
    }
    throw new Error(`order ${one.order.id} has no end of deadlines at ${new Date(until).toISOString()}`);
  }

  /** Makes ids for the parts of an order. */
  mintFor(orderId: string, now: number): Mint {
    return (prefix) => this.#around.mint(prefix, bucketOf(orderId), now);
  }

  /** What is known from elsewhere: the seller's points from this and all other orders, those of this group included; what is counted of both; who looks at what is held. */
  known(order: Order, actor: Actor): Known {
    const risk = this.read.risk.get(order.id);
    const reviewer = this.#around.risk.reviewerOf(order, actor);
    return {
      sellerPoints: (this.read.points.get(order.id) ?? 0) + (this.#newPoints.get(sellerKey(order)) ?? 0), ...(risk ? { risk } : {}), ...(reviewer === null ? {} : { reviewer }),
    };
  }

  /** All rows of the group; null where nothing changed. */
  close(): GroupWrite | null {
    for (const one of this.orders.values()) {
      const row = rowOf(one);
      const changed = one.events.length > 0;
      if (one.readVersion === 0) this.rows.inserted.push(row);
      else if (changed || row.dueAt !== one.dueAt) this.rows.updated.push({ ...row, expectedVersion: one.readVersion });
      if (changed) this.#keepParts(one.order, one.policy, one.events);
    }
    return Object.values(this.rows).some((list) => list.length > 0) ? this.rows : null;
  }

  /** Copies of the order's parts that constraints and look-ups need, where they moved. */
  #keepParts(order: Order, policy: Policy, events: readonly RecordedEvent[]): void {
    if (events.some(({ type }) => movesMoney.test(type))) {
      this.rows.payments.push(...paymentRows(order));
      this.rows.refunds.push(...refundRows(order));
    }
    if (events.some(({ type }) => type.includes("Sanction"))) this.rows.sanctions.push(...sanctionRows(order));
    if (events.some(({ type }) => counts.test(type))) this.rows.riskMarks.push(riskRow(order));
    if (order.refunds.some(({ hold }) => hold !== undefined)) this.rows.holds.push(...holdRows(order, policy));
  }
}

/** The kinds of fact after which something else may count against somebody. */
const counts = /^(Refund(Approved|Stopped|Failed|Reversed)|ReturnReceived|Claim(Withdrawn|Decided|Settled)|BuyerSanctioned|SanctionLifted)$/;
const movesMoney = /^(Payment|Refund|Chargeback)|ChargedBack|ChargeBack|LossRecovered|DoublePayment/;
const sellerKey = (order: Order): string => `${order.marketplace}\0${order.seller.id}`;

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
    (order.refunds.some((refund) => isRefundMoving(refund) || isOwed(refund)) ? 8 : 0) | (order.reversals.some(isReversalOpen) ? 16 : 0);
}

/** What each payment has given and given back, for the constraint that it gives back at most what it gave. */
export function paymentRows(order: Order): PaymentRow[] {
  return order.payments.map(({ id, method, amountMinor, status, refundingMinor, refundedMinor }) =>
    ({ id, orderId: order.id, method, capturedMinor: status === "captured" ? amountMinor : 0, refundingMinor, refundedMinor }));
}

/** What counts of this order against its buyer and its seller. */
function riskRow(order: Order): RiskRow {
  return { orderId: order.id, marketplace: order.marketplace, buyerId: order.buyer.id, sellerId: order.seller.id, placedAt: order.placedAt, ...marksOf(order) };
}

function holdRows(order: Order, policy: Policy): HoldRow[] {
  const running = deadlinesOf(policy, order);
  return order.refunds.flatMap((refund) => (refund.hold ? [{
    id: refund.id, orderId: order.id, marketplace: order.marketplace, reviewer: refund.hold.reviewer, heldAt: refund.hold.heldAt,
    reviewBy: running.find(({ target, owes }) => target === refund.id && owes === "ReleaseHold")?.by ?? null, open: isHeld(refund),
  }] : []));
}

/** The points that weigh against the seller; a lifted sanction weighs nothing. */
function sanctionRows(order: Order): SanctionRow[] {
  return order.sanctions.filter((sanction) => sanctioned(sanction) === "seller").map(({ id, points, status }) =>
    ({ id, orderId: order.id, marketplace: order.marketplace, sellerId: order.seller.id, points, status: status === "lifted" ? "lifted" : "active" }));
}

/** The order's refunds, to be found by their ids. */
export function refundRows(order: Order): RefundRow[] {
  return order.refunds.map(({ id, paymentId, amountMinor, status, promisedBy, institutionReference }) =>
    ({ id, orderId: order.id, paymentId, amountMinor, currency: order.currency, status, promisedBy, reference: institutionReference }));
}
