// Effects on their way out of the house. Whoever sends takes a lease first; a lease that ran out may be taken by
// another, and its number (`epoch`) makes the late one's word about the row count for nothing.

import type { Database, Row } from "./database.ts";
import { gathered } from "./gather.ts";
import { bucketOf } from "./ids.ts";
import type { EffectRow } from "./rows.ts";

export type LeasedEffect = EffectRow & { attempts: number; epoch: number };

/** `nowMs` is the engine's clock, `realNowMs` and `leaseMs` the real one. */
export type LeaseRequest = { nowMs: number; realNowMs: number; leaseMs: number; limit: number; kinds?: readonly string[] };

export interface Outbox {
  /** Takes what is due and not under way, the earliest first. Two processes never get the same effect while its lease lasts. */
  lease(request: LeaseRequest): Promise<LeasedEffect[]>;
  /** Keeps leases that are still ours until `untilRealMs`: their sender lives. */
  renew(leased: readonly { id: string; epoch: number }[], untilRealMs: number): Promise<void>;
  /** What any process has leased now, and until when (the real clock). */
  underWay(): Promise<{ id: string; epoch: number; leasedUntil: number }[]>;
  /** The effects have been sent for good. Returns the ids that were still this lease's. */
  complete(sent: readonly { id: string; epoch: number }[]): Promise<Set<string>>;
  /** Gives an effect back, to be sent at `dueAt` (the engine's clock). False when the lease was no longer ours. */
  retry(id: string, epoch: number, dueAt: number): Promise<boolean>;
  /** The time of the earliest effect that waits, or null. */
  earliest(): Promise<number | null>;
  /** The effects of an order that have not been sent. */
  pending(orderId: string): Promise<EffectRow[]>;
  /** Removes what was sent for orders' events before `beforeMs` (the engine's clock). Returns how many. */
  purge(beforeMs: number): Promise<number>;
}

const FIELDS = "outbox.id, outbox.order_id, outbox.seq, outbox.kind, outbox.due_at, outbox.body, outbox.attempts, outbox.epoch";

export function outboxOf(database: Database): Outbox {
  const completed = gathered(async (sent: { id: string; epoch: number }[]) => {
    const rows = await database.rows<{ id: string; epoch: number }>(
      `UPDATE outbox SET state = 'done', leased_until = NULL FROM unnest($1::smallint[], $2::text[], $3::integer[]) AS sent (bucket, id, epoch)
       WHERE outbox.bucket = sent.bucket AND outbox.id = sent.id AND outbox.epoch = sent.epoch AND state = 'leased' RETURNING outbox.id, outbox.epoch`,
      [sent.map(({ id }) => bucketOf(id)), sent.map(({ id }) => id), sent.map(({ epoch }) => epoch)], { hot: true });
    return new Map(rows.map(({ id, epoch }) => [id, epoch]));
  });
  return {
    lease: async ({ nowMs, realNowMs, leaseMs, limit, kinds }) => {
      const ofKinds = kinds === undefined ? "" : "AND kind = ANY($5::text[])";
      const rows = await database.rows(
        `WITH due AS MATERIALIZED (
           SELECT bucket, id FROM outbox WHERE state <> 'done' AND due_at <= $1 AND (state = 'waiting' OR leased_until < $2) ${ofKinds}
           ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED)
         UPDATE outbox SET state = 'leased', leased_until = $4, attempts = attempts + 1, epoch = epoch + 1
         FROM due WHERE outbox.bucket = due.bucket AND outbox.id = due.id RETURNING ${FIELDS}`,
        [nowMs, realNowMs, limit, realNowMs + leaseMs, ...(kinds === undefined ? [] : [kinds])], { hot: true });
      return rows.map(leasedOf).sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
    },
    renew: async (leased, untilRealMs) => {
      await database.rows(
        `UPDATE outbox SET leased_until = $4 FROM unnest($1::smallint[], $2::text[], $3::integer[]) AS own (bucket, id, epoch)
         WHERE outbox.bucket = own.bucket AND outbox.id = own.id AND outbox.epoch = own.epoch AND state = 'leased' RETURNING outbox.id`,
        [leased.map(({ id }) => bucketOf(id)), leased.map(({ id }) => id), leased.map(({ epoch }) => epoch), untilRealMs], { hot: true });
    },
    underWay: async () =>
      (await database.rows<{ id: string; epoch: number; leased_until: number }>(
        "SELECT id, epoch, leased_until FROM outbox WHERE state <> 'done' AND state = 'leased' ORDER BY due_at, id LIMIT 1000", [], { hot: true }))
        .map(({ id, epoch, leased_until }) => ({ id, epoch, leasedUntil: leased_until })),
    complete: async (sent) => {
      if (sent.length === 0) return new Set();
      const done = await completed(sent);
      return new Set(sent.filter(({ id, epoch }) => done.get(id) === epoch).map(({ id }) => id));
    },
    retry: async (id, epoch, dueAt) => {
      const rows = await database.rows(
        "UPDATE outbox SET state = 'waiting', leased_until = NULL, due_at = $4 WHERE bucket = $1 AND id = $2 AND epoch = $3 AND state = 'leased' RETURNING id",
        [bucketOf(id), id, epoch, dueAt], { hot: true });
      return rows.length === 1;
    },
    earliest: async () => {
      const [row] = await database.rows<{ due_at: number }>("SELECT due_at FROM outbox WHERE state <> 'done' AND state = 'waiting' ORDER BY due_at, id LIMIT 1", [], { hot: true });
      return row?.due_at ?? null;
    },
    pending: async (orderId) =>
      (await database.rows(`SELECT ${FIELDS} FROM outbox WHERE bucket = $1 AND order_id = $2 AND state <> 'done' ORDER BY due_at, id`, [bucketOf(orderId), orderId])).map(leasedOf),
    purge: async (beforeMs) => (await database.rows("DELETE FROM outbox WHERE state = 'done' AND due_at < $1 RETURNING 1 AS one", [beforeMs])).length,
  };
}

/** A process that has the embedded folder for itself: leases left from before its start are nobody's. */
export async function releaseLeases(database: Database): Promise<void> {
  await database.rows("UPDATE outbox SET state = 'waiting', leased_until = NULL WHERE state = 'leased'");
}

function leasedOf(row: Row): LeasedEffect {
  return {
    id: row.id as string, orderId: row.order_id as string, seq: row.seq as number, kind: row.kind as string, dueAt: row.due_at as number,
    body: JSON.parse(row.body as string), attempts: row.attempts as number, epoch: row.epoch as number,
  };
}
