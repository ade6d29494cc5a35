// Deadlines that were extended together, found again in the history of their orders. Whether an extension can still be taken back
// is not known here: that is the core's.

import type { Database, Row } from "./database.ts";

/** Deadlines extended together. Times are UTC epoch milliseconds; `by` is the operator's id. */
export type ExtensionBatch = { batch: string; at: number; by: string; extended: number; takenBack: number };

/** One deadline of a batch by the key that the core gives it, and how often it was extended less how often that was taken back. */
export type BatchExtension = { orderId: string; deadline: string; byMs: number; at: number; standing: number };

export interface Extensions {
  /** The latest first, at most `limit`. */
  batches(limit: number): Promise<ExtensionBatch[]>;
  /** What belongs to a batch, at most `limit`; empty where there is none of that name. */
  ofBatch(batch: string, limit: number): Promise<BatchExtension[]>;
}

const TOGETHER = "type IN ('DeadlineExtended', 'DeadlineExtensionTakenBack') AND data->>'batch' IS NOT NULL";
const extended = (of: string): string => `${of} FILTER (WHERE type = 'DeadlineExtended')`;

export function extensionsOf(database: Database): Extensions {
  return {
    batches: async (limit) => (await database.rows(
      `SELECT latest.batch, latest.by_id AS by, latest.at, counted.extended, counted.taken_back
       FROM (SELECT * FROM extension_batches ORDER BY made_at DESC, batch LIMIT $1) AS latest
       CROSS JOIN LATERAL (SELECT ${extended("count(*)")} AS extended, count(*) FILTER (WHERE type <> 'DeadlineExtended') AS taken_back
         FROM events WHERE ${TOGETHER} AND data->>'batch' = latest.batch) AS counted
       ORDER BY latest.made_at DESC, latest.batch`, [limit])).map(batchOf),
    ofBatch: async (batch, limit) => (await database.rows(
      `SELECT order_id, data->>'deadline' AS deadline, ${extended("max((data->>'byMs')::bigint)")} AS by_ms, ${extended("max(at)")} AS at,
         ${extended("count(*)")} - count(*) FILTER (WHERE type <> 'DeadlineExtended') AS standing
       FROM events WHERE ${TOGETHER} AND data->>'batch' = $1 GROUP BY 1, 2 ORDER BY 1, 2 LIMIT $2`, [batch, limit])).map(extensionOf),
  };
}

const batchOf = (row: Row): ExtensionBatch =>
  ({ batch: row.batch as string, at: row.at as number, by: row.by as string, extended: row.extended as number, takenBack: row.taken_back as number });
const extensionOf = (row: Row): BatchExtension =>
  ({ orderId: row.order_id as string, deadline: row.deadline as string, byMs: row.by_ms as number, at: row.at as number, standing: row.standing as number });
