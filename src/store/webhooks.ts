// Webhooks as rows: who is told, how far each has been told of each order, and every delivery with its last attempt.
// The queue itself is written with the events (groupWrite.ts). All times here are the real clock's.
import type { Database, Row } from "./database.ts";
import { bucketOf } from "./ids.ts";

/** `marketplace` and `types` null mean all. `failingSince`: nothing has arrived since then. */
export type WebhookRow = {
  id: string; url: string; description: string; secret: string; marketplace: string | null; types: string[] | null; madeAt: number;
  failingSince: number | null; pausedAt: number | null; pausedBecause: string | null;
};

/** An order of which a webhook has not heard everything, taken for a while. */
export type QueueLease = { webhookId: string; orderId: string; sentSeq: number; attempts: number; epoch: number };

/** `waiting`: it is tried again; `givenUp`: only when somebody replays it. `answer` is the HTTP status, null where there was none. */
export type DeliveryRow = {
  webhookId: string; id: string; orderId: string; seq: number; type: string; attempts: number; status: "delivered" | "waiting" | "givenUp";
  answer: number | null; error: string | null; tookMs: number; triedAt: number;
};

export interface Webhooks {
  add(webhook: Omit<WebhookRow, "failingSince" | "pausedAt" | "pausedBecause">): Promise<void>;
  list(): Promise<WebhookRow[]>;
  find(ids: readonly string[]): Promise<Map<string, WebhookRow>>;
  /** Removes a webhook with its queue and its deliveries; false where there is none. */
  remove(id: string): Promise<boolean>;
  /** Nothing is sent to it any more; what happens meanwhile waits. False where it was paused already. */
  pause(id: string, atMs: number, because: string): Promise<boolean>;
  resume(id: string, atMs: number): Promise<boolean>;
  /** Takes orders whose turn it is. Two processes never get the same one while its lease lasts. */
  lease(nowMs: number, leaseMs: number, limit: number): Promise<QueueLease[]>;
  /** How far it came: sent through `sentSeq`; what is left is due at `dueAt`. Counts only while the lease is ours. */
  advance(lease: QueueLease, sentSeq: number, attempts: number, dueAt: number): Promise<void>;
  /** Keeps how an attempt went, and since when the receiver has been failing. */
  record(delivery: DeliveryRow): Promise<void>;
  deliveries(webhookId: string, before: { triedAt: number; id: string } | null, limit: number): Promise<DeliveryRow[]>;
  delivery(webhookId: string, id: string): Promise<DeliveryRow | null>;
  /** When something is due, or null. */
  earliest(): Promise<number | null>;
  /** Forgets deliveries that were last tried before then, unless they still wait. */
  purge(beforeMs: number): Promise<void>;
}

const FIELDS = "id, url, description, secret, marketplace, array_to_json(types)::text AS types, made_at, failing_since, paused_at, paused_because";
const DELIVERY_FIELDS = "webhook_id, id, order_id, seq, type, attempts, status, answer, error, took_ms, tried_at";

export function webhooksOf(database: Database): Webhooks {
  const changed = async (text: string, values: (string | number)[]): Promise<boolean> => (await database.rows(text, values)).length > 0;
  return {
    add: async ({ id, url, description, secret, marketplace, types, madeAt }) => {
      await database.rows("INSERT INTO webhooks (id, url, description, secret, marketplace, types, made_at) VALUES ($1, $2, $3, $4, $5, $6::text[], $7)", [id, url, description, secret, marketplace, types, madeAt]);
    },
    list: async () => (await database.rows(`SELECT ${FIELDS} FROM webhooks ORDER BY made_at, id`)).map(webhookOf),
    find: async (ids) => new Map((await database.rows(`SELECT ${FIELDS} FROM webhooks WHERE id = ANY($1::text[])`, [[...ids]], { hot: true })).map((row) => [row.id as string, webhookOf(row)])),
    remove: (id) => changed("DELETE FROM webhooks WHERE id = $1 RETURNING id", [id]),
    pause: (id, atMs, because) => changed(
      `WITH paused AS (UPDATE webhooks SET paused_at = $2, paused_because = $3 WHERE id = $1 AND paused_at IS NULL RETURNING id),
       stopped AS (UPDATE webhook_queue SET due_at = NULL FROM paused WHERE webhook_id = paused.id)
       SELECT id FROM paused`, [id, atMs, because]),
    resume: (id, atMs) => changed(
      `WITH resumed AS (UPDATE webhooks SET paused_at = NULL, paused_because = NULL, failing_since = NULL WHERE id = $1 AND paused_at IS NOT NULL RETURNING id),
       due AS (UPDATE webhook_queue SET due_at = $2, attempts = 0 FROM resumed WHERE webhook_id = resumed.id AND latest_seq > sent_seq)
       SELECT id FROM resumed`, [id, atMs]),
    lease: async (nowMs, leaseMs, limit) => {
      const rows = await database.rows(
        `WITH due AS MATERIALIZED (
           SELECT bucket, webhook_id, order_id FROM webhook_queue WHERE due_at <= $1 AND (leased_until IS NULL OR leased_until < $1) ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
         UPDATE webhook_queue AS queue SET leased_until = $2, epoch = epoch + 1 FROM due
         WHERE queue.bucket = due.bucket AND queue.webhook_id = due.webhook_id AND queue.order_id = due.order_id
         RETURNING queue.webhook_id, queue.order_id, queue.sent_seq, queue.attempts, queue.epoch`, [nowMs, nowMs + leaseMs, limit], { hot: true });
      return rows.map((row) => ({ webhookId: row.webhook_id as string, orderId: row.order_id as string, sentSeq: row.sent_seq as number, attempts: row.attempts as number, epoch: row.epoch as number }));
    },
    advance: async ({ webhookId, orderId, epoch }, sentSeq, attempts, dueAt) => {
      await database.rows(
        `UPDATE webhook_queue AS queue SET sent_seq = $5, attempts = $6, leased_until = NULL,
           due_at = CASE WHEN latest_seq > $5 AND NOT EXISTS (SELECT 1 FROM webhooks WHERE id = $2 AND paused_at IS NOT NULL) THEN $7::bigint END
         WHERE bucket = $1 AND webhook_id = $2 AND order_id = $3 AND epoch = $4`, [bucketOf(orderId), webhookId, orderId, epoch, sentSeq, attempts, dueAt], { hot: true });
    },
    record: async ({ webhookId, id, orderId, seq, type, attempts, status, answer, error, tookMs, triedAt }) => {
      await database.rows(
        `WITH kept AS (INSERT INTO webhook_deliveries (bucket, webhook_id, id, order_id, seq, type, attempts, status, answer, error, took_ms, tried_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
           ON CONFLICT (webhook_id, id) DO UPDATE SET attempts = EXCLUDED.attempts, status = EXCLUDED.status, answer = EXCLUDED.answer, error = EXCLUDED.error, took_ms = EXCLUDED.took_ms, tried_at = EXCLUDED.tried_at)
         UPDATE webhooks SET failing_since = CASE WHEN $8 = 'delivered' THEN NULL ELSE COALESCE(failing_since, $12) END
         WHERE id = $2 AND (failing_since IS NULL) <> ($8 = 'delivered')`,
        [bucketOf(orderId), webhookId, id, orderId, seq, type, attempts, status, answer, error, tookMs, triedAt], { hot: true });
    },
    deliveries: async (webhookId, before, limit) => {
      const after = before ? "AND (tried_at, id) < ($3, $4)" : "";
      return (await database.rows(`SELECT ${DELIVERY_FIELDS} FROM webhook_deliveries WHERE webhook_id = $1 ${after} ORDER BY tried_at DESC, id DESC LIMIT $2`, [webhookId, limit, ...(before ? [before.triedAt, before.id] : [])])).map(deliveryOf);
    },
    delivery: async (webhookId, id) => {
      const [row] = await database.rows(`SELECT ${DELIVERY_FIELDS} FROM webhook_deliveries WHERE webhook_id = $1 AND id = $2`, [webhookId, id]);
      return row ? deliveryOf(row) : null;
    },
    earliest: async () => {
      const [row] = await database.rows<{ due_at: number | null }>("SELECT min(GREATEST(due_at, leased_until)) AS due_at FROM (SELECT due_at, leased_until FROM webhook_queue WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 100) AS soon", [], { hot: true });
      return row?.due_at ?? null;
    },
    purge: async (beforeMs) => {
      await database.rows("DELETE FROM webhook_deliveries WHERE tried_at < $1 AND status <> 'waiting'", [beforeMs]);
    },
  };
}

function webhookOf(row: Row): WebhookRow {
  return {
    id: row.id as string, url: row.url as string, description: row.description as string, secret: row.secret as string, marketplace: row.marketplace as string | null,
    types: row.types === null ? null : (JSON.parse(row.types as string) as string[]), madeAt: row.made_at as number, failingSince: row.failing_since as number | null,
    pausedAt: row.paused_at as number | null, pausedBecause: row.paused_because as string | null,
  };
}

function deliveryOf(row: Row): DeliveryRow {
  return {
    webhookId: row.webhook_id as string, id: row.id as string, orderId: row.order_id as string, seq: row.seq as number, type: row.type as string, attempts: row.attempts as number,
    status: row.status as DeliveryRow["status"], answer: row.answer as number | null, error: row.error as string | null, tookMs: row.took_ms as number, triedAt: row.tried_at as number,
  };
}
