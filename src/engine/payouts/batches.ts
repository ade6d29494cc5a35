// Runs over all sellers of a marketplace: what each would get, and making their payouts, one transaction for each seller and currency.
// A batch that a crash cut short goes on where it was; its sellers get one payout in it at most.
import { orderBucket, type MintId } from "../../store/ids.ts";
import type { BatchRow, SellerBalance } from "../../store/payoutRows.ts";
import type { BatchSummary } from "../../store/payoutBatches.ts";
import type { PayoutWrite } from "../../store/payouts.ts";
import type { Store } from "../../store/store.ts";
import { later } from "../../core/time.ts";
import type { Clock } from "../clock.ts";
import { payoutPostings } from "./payout.ts";
import { inspite } from "./sending.ts";
import { termsFor, worthOf, type Terms, type TermsByMarketplace, type Worth } from "./terms.ts";

/** What one seller would get of a batch that began now. */
export type Share = SellerBalance & Worth;

/** `every` is an ISO 8601 duration; without it batches are started by hand only. */
export type PayoutSettings = { every: string | null; terms: TermsByMarketplace };

export type Batches = {
  preview(marketplace: string): Promise<Share[]>;
  /** Starts a batch and makes its payouts. */
  start(marketplace: string, by: string): Promise<BatchSummary>;
  /** Goes on with batches that nobody is at, and starts those whose time has come. Resolves with how many. */
  runDue(now: number): Promise<number>;
  /** When the schedule has the next one, or null. */
  nextSlot(): Promise<number | null>;
};

const LEASE_MS = 30_000;
const SCHEDULE = "payoutSchedule";

export function openBatches(store: Store, clock: Clock, marketplaces: () => string[], { every, terms }: PayoutSettings, mint: MintId): Batches {
  const { payouts } = store;
  let began: number | null = null;
  return { preview, start, runDue, nextSlot: async () => (await slots()).reduce<number | null>((first, { at }) => (first === null || at < first ? at : first), null) };

  async function preview(marketplace: string): Promise<Share[]> {
    const own = termsFor(terms, marketplace);
    return (await payouts.balances(marketplace)).map((balance) => ({ ...balance, ...worthOf(own, balance.currency, balance.balanceMinor) }));
  }

  async function start(marketplace: string, by: string): Promise<BatchSummary> {
    const batch = batchOf(marketplace, by, clock.now(), null);
    await payouts.addBatch(batch, Date.now() + LEASE_MS);
    await run(batch);
    return (await payouts.batch(batch.id))!;
  }

  async function runDue(now: number): Promise<number> {
    const open = await payouts.leaseBatches(Date.now(), LEASE_MS);
    for (const batch of open) await run(batch);
    const due = (await slots()).filter(({ at }) => at <= now);
    for (const { marketplace, at } of due) {
      const batch = batchOf(marketplace, "clock", now, lastSlot(at, now));
      // Another process that sees the same schedule was faster: the batch is its.
      if (await payouts.addBatch(batch, Date.now() + LEASE_MS)) await run(batch);
    }
    return open.length + due.length;
  }

  async function run({ id: batchId, marketplace, terms: own }: BatchRow): Promise<void> {
    for (const { sellerId, currency } of await payouts.balances(marketplace)) {
      await inspite(() => payouts.make({ batchId, sellerId, currency }, (balanceMinor) => made(batchId, marketplace, { sellerId, currency, balanceMinor }, own as Terms)));
    }
    await payouts.endBatch(batchId, clock.now());
  }

  /** The point of no return: amount, fee and key are fixed with this. Null where there is nothing to pay. */
  function made(batchId: string, marketplace: string, { sellerId, currency, balanceMinor }: SellerBalance, own: Terms): PayoutWrite | null {
    const { feeMinor, amountMinor, held } = worthOf(own, currency, balanceMinor);
    if (held !== null) return null;
    const at = clock.now();
    const payout = {
      id: mint("pyo", orderBucket("seller", sellerId), at), batchId, marketplace, sellerId, currency, balanceMinor, feeMinor, amountMinor, status: "submitting" as const, version: 1, at,
      submittedAt: null, unknownAt: null, decideBy: null, settledAt: null, failedAt: null, failedBecause: null, reference: null, dueAt: at, attempts: 0,
    };
    return { payout, step: { at, type: "PayoutMade", by: batchId, reason: null }, postings: payoutPostings(payout, null, "PayoutMade") };
  }

  function batchOf(marketplace: string, by: string, at: number, slotAt: number | null): BatchRow {
    return { id: mint("pbt", orderBucket("marketplace", marketplace), at), marketplace, at, by, slotAt, terms: termsFor(terms, marketplace), endedAt: null };
  }

  /** The next time of each marketplace: counted from its last one, or from when the schedule was first seen. */
  async function slots(): Promise<{ marketplace: string; at: number }[]> {
    if (every === null) return [];
    began ??= (await store.settings.putFirst(SCHEDULE, { from: clock.now() }) as { from: number }).from;
    const [last, living] = await Promise.all([payouts.lastSlots(), payouts.withOrders(marketplaces())]);
    return living.map((marketplace) => ({ marketplace, at: later(last.get(marketplace) ?? began!, every, "UTC") }));
  }

  /** Times that nobody was there for are one batch, not many. */
  function lastSlot(at: number, now: number): number {
    for (let slot = at; ; ) {
      const next = later(slot, every!, "UTC");
      if (next > now) return slot;
      slot = next;
    }
  }
}
