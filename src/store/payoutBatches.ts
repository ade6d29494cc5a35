// Batches of payouts as rows, and what each seller is owed. Who is paid is not decided here.
import type { Database } from "./database.ts";
import { asJson } from "./groupWrite.ts";
import { BATCH, batchOf, type BatchRow, type SellerBalance } from "./payoutRows.ts";

/** A batch with what has become of its payouts. */
export type BatchSummary = BatchRow & { payouts: number; unknown: number; failed: number; settled: number };

export interface PayoutBatches {
  /** What each seller with an order of that marketplace is owed or owes, over all their orders, without what a payout covers. */
  balances(marketplace: string): Promise<SellerBalance[]>;
  /** Keeps a batch, taken by this process until `leasedUntilMs` (the real clock). False where there is one of that slot already. */
  addBatch(batch: BatchRow, leasedUntilMs: number): Promise<boolean>;
  /** Takes batches that were begun and that nobody is at. */
  leaseBatches(realNowMs: number, leaseMs: number): Promise<BatchRow[]>;
  endBatch(id: string, atMs: number): Promise<void>;
  /** The last begun first. */
  batches(filter: { marketplace?: string | undefined; before?: string | undefined; limit: number }): Promise<BatchSummary[]>;
  batch(id: string): Promise<BatchSummary | null>;
  /** Those of the marketplaces that have any order. */
  withOrders(marketplaces: readonly string[]): Promise<string[]>;
  /** The last time of the schedule that each marketplace had a batch for. */
  lastSlots(): Promise<Map<string, number>>;
}

const SUMMARY = `${BATCH}, (SELECT count(*) FROM payouts WHERE batch_id = payout_batches.id) AS payouts,
  ${["unknown", "failed", "settled"].map((status) => `(SELECT count(*) FROM payouts WHERE batch_id = payout_batches.id AND status = '${status}') AS ${status}`).join(", ")}`;

export function payoutBatches(database: Database): PayoutBatches {
  const summaries = async (where: string, values: readonly (string | number)[], limit: number): Promise<BatchSummary[]> =>
    (await database.rows(`SELECT ${SUMMARY} FROM payout_batches ${where} ORDER BY id DESC LIMIT ${limit}`, values))
      .map((row) => ({ ...batchOf(row), payouts: row.payouts as number, unknown: row.unknown as number, failed: row.failed as number, settled: row.settled as number }));
  return {
    balances: async (marketplace) =>
      (await database.rows(
        `SELECT seller_id, currency, balance FROM (
           SELECT orders.seller_id, postings.currency, sum(amount_minor)::bigint AS balance
           FROM postings JOIN orders ON orders.bucket = postings.bucket AND orders.id = postings.order_id
           WHERE account LIKE 'seller/%' AND account = 'seller/' || orders.seller_id
             AND NOT EXISTS (SELECT FROM payout_lines AS paid WHERE paid.bucket = postings.bucket AND paid.order_id = postings.order_id
                             AND paid.event_seq = postings.event_seq AND paid.line = postings.line AND paid.live)
           GROUP BY 1, 2) AS owed
         WHERE balance <> 0 AND EXISTS (SELECT FROM orders AS own WHERE own.seller_id = owed.seller_id AND own.marketplace = $1) ORDER BY seller_id, currency`, [marketplace]))
        .map((row) => ({ sellerId: row.seller_id as string, currency: row.currency as string, balanceMinor: row.balance as number })),
    addBatch: async ({ id, marketplace, at, by, slotAt, terms, endedAt }, leasedUntilMs) =>
      (await database.rows(
        "INSERT INTO payout_batches (id, marketplace, at, by, slot_at, terms, ended_at, leased_until) VALUES ($1, $2, $3, $4, $5, $6::json, $7, $8) ON CONFLICT DO NOTHING RETURNING id",
        [id, marketplace, at, by, slotAt, asJson(terms), endedAt, leasedUntilMs])).length === 1,
    leaseBatches: async (realNowMs, leaseMs) =>
      (await database.rows(
        `UPDATE payout_batches SET leased_until = $2 WHERE id IN (SELECT id FROM payout_batches WHERE ended_at IS NULL AND coalesce(leased_until, 0) < $1 FOR UPDATE SKIP LOCKED) RETURNING ${BATCH}`,
        [realNowMs, realNowMs + leaseMs])).map(batchOf),
    endBatch: async (id, atMs) => void (await database.rows("UPDATE payout_batches SET ended_at = coalesce(ended_at, $2), leased_until = NULL WHERE id = $1", [id, atMs])),
    batches: async ({ marketplace, before, limit }) => {
      const values: string[] = [];
      const given = (condition: string, value: string | undefined): string[] => (value === undefined ? [] : [`${condition} $${values.push(value)}`]);
      const wanted = [...given("marketplace =", marketplace), ...given("id <", before)];
      return summaries(wanted.length === 0 ? "" : `WHERE ${wanted.join(" AND ")}`, values, limit);
    },
    batch: async (id) => (await summaries("WHERE id = $1", [id], 1))[0] ?? null,
    withOrders: async (marketplaces) =>
      (await database.rows<{ name: string }>("SELECT name FROM unnest($1::text[]) AS name WHERE EXISTS (SELECT FROM orders WHERE marketplace = name)", [marketplaces], { hot: true })).map(({ name }) => name),
    lastSlots: async () =>
      new Map((await database.rows<{ marketplace: string; slot_at: number }>("SELECT marketplace, max(slot_at) AS slot_at FROM payout_batches WHERE slot_at IS NOT NULL GROUP BY 1", []))
        .map((row) => [row.marketplace, row.slot_at])),
  };
}
