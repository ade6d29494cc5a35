// What waits for whom: counts of orders in which a person owes something or something is open, and effects that could not leave the house.
// Each reads along an index that holds only what is open; nothing here walks the whole table of orders.

import type { Database, Row } from "./database.ts";

/** Orders of one marketplace and status in which a person owes something or something is open; of them, how many have each kind of matter open. */
export type OpenCount = {
  marketplace: string; status: string; orders: number;
  cancellations: number; returns: number; claims: number; refunds: number; reversals: number;
};

/** How many orders wait for a role. */
export type TurnCount = { who: string; orders: number };

/** An effect that was tried and is to be tried again. `dueAt` is the engine's clock. */
export type FailingEffect = { id: string; orderId: string; kind: string; attempts: number; dueAt: number };

export interface Overview {
  /** Narrowed to one buyer, one seller, or those whose turn is `owes`. */
  open(filter: { buyer?: string; seller?: string; owes?: string }): Promise<OpenCount[]>;
  turns(filter: { buyer?: string; seller?: string }): Promise<TurnCount[]>;
  /** Tried at least once and not sent, the longest waiting first. */
  failingEffects(limit: number): Promise<FailingEffect[]>;
}

type Filter = { buyer?: string; seller?: string; owes?: string };

export function overviewOf(database: Database): Overview {
  return {
    open: async (filter) => {
      const { text, values } = conditions(filter);
      const kind = (name: string, bit: number) => `count(*) FILTER (WHERE open_kinds & ${bit} <> 0) AS ${name}`;
      const kinds = [kind("cancellations", 1), kind("returns", 2), kind("claims", 4), kind("refunds", 8), kind("reversals", 16)];
      const rows = await database.rows(`SELECT marketplace, status, count(*) AS orders, ${kinds.join(", ")} FROM orders WHERE ${text} GROUP BY 1, 2 ORDER BY 1, 2`, values);
      return rows.map((row) => row as OpenCount);
    },
    turns: async (filter) => {
      const { text, values } = conditions(filter);
      const rows = await database.rows(`SELECT who, count(*) AS orders FROM orders, unnest(owes) AS who WHERE ${text} GROUP BY 1 ORDER BY 1`, values);
      return rows.map((row) => row as TurnCount);
    },
    failingEffects: async (limit) => (await database.rows(
      `SELECT id, order_id, kind, attempts, due_at FROM outbox WHERE state = 'waiting' AND state <> 'done' AND attempts > 0 ORDER BY outbox.due_at, outbox.id LIMIT $1`, [limit])).map(effectOf),
  };
}

function conditions({ buyer, seller, owes }: Filter): { text: string; values: string[] } {
  const values: string[] = [];
  const texts = ["(queue_at IS NOT NULL OR open_kinds <> 0)"];
  if (buyer !== undefined) texts.push(`buyer_id = $${values.push(buyer)} AND NOT hidden`);
  if (seller !== undefined) texts.push(`seller_id = $${values.push(seller)}`);
  if (owes !== undefined) texts.push(`$${values.push(owes)} = ANY(owes)`);
  return { text: texts.join(" AND "), values };
}

const effectOf = (row: Row): FailingEffect =>
  ({ id: row.id as string, orderId: row.order_id as string, kind: row.kind as string, attempts: row.attempts as number, dueAt: row.due_at as number });
