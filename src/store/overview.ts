// What waits for whom: counts of orders in which a person owes something or something is open, and effects that could not leave the house.
// The whole house's counts are kept by every write; one person's are counted along the index of their orders.

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
  /** What the kept counts must say: the same, counted anew over every open order. */
  recount(): Promise<{ open: OpenCount[]; turns: TurnCount[] }>;
  /** Tried at least once and not sent, the longest waiting first. */
  failingEffects(limit: number): Promise<FailingEffect[]>;
}

type Filter = { buyer?: string; seller?: string; owes?: string };

const OPEN = "(queue_at IS NOT NULL OR open_kinds <> 0)";

const KINDS = [["cancellations", 1], ["returns", 2], ["claims", 4], ["refunds", 8], ["reversals", 16]] as const;

/** Counts over what FROM gives, each row standing for `weight` orders. A sum of shards can be nothing at all. */
const openText = (from: string, where: string, weight: string): string => {
  const sums = KINDS.map(([name, bit]) => `coalesce(sum(${weight}) FILTER (WHERE open_kinds & ${bit} <> 0), 0)::bigint AS ${name}`);
  return `SELECT marketplace, status, sum(${weight})::bigint AS orders, ${sums.join(", ")} FROM ${from} WHERE ${where} GROUP BY 1, 2 HAVING sum(${weight}) <> 0 ORDER BY 1, 2`;
};
const turnsText = (from: string, where: string, weight: string): string =>
  `SELECT who, sum(${weight})::bigint AS orders FROM ${from}, unnest(owes) AS who WHERE ${where} GROUP BY 1 HAVING sum(${weight}) <> 0 ORDER BY 1`;

export function overviewOf(database: Database): Overview {
  const counted = async <T>(make: typeof openText, { buyer, seller, owes }: Filter): Promise<T[]> => {
    const values: string[] = owes === undefined ? [] : [owes];
    const turn = owes === undefined ? "true" : "$1 = ANY(owes)";
    if (buyer === undefined && seller === undefined) return (await database.rows(make("open_totals", turn, "orders"), values)) as T[];
    const whose = [...(buyer === undefined ? [] : [`buyer_id = $${values.push(buyer)} AND NOT hidden`]), ...(seller === undefined ? [] : [`seller_id = $${values.push(seller)}`])];
    return (await database.rows(make("orders", [OPEN, turn, ...whose].join(" AND "), "1"), values)) as T[];
  };
  return {
    open: (filter) => counted<OpenCount>(openText, filter),
    turns: ({ buyer, seller }) => counted<TurnCount>(turnsText, { ...(buyer === undefined ? {} : { buyer }), ...(seller === undefined ? {} : { seller }) }),
    recount: async () => ({
      open: (await database.rows(openText("orders", OPEN, "1"))) as OpenCount[], turns: (await database.rows(turnsText("orders", OPEN, "1"))) as TurnCount[],
    }),
    failingEffects: async (limit) => (await database.rows(
      `SELECT id, order_id, kind, attempts, due_at FROM outbox WHERE state = 'waiting' AND state <> 'done' AND attempts > 0 ORDER BY outbox.due_at, outbox.id LIMIT $1`, [limit])).map(effectOf),
  };
}

const effectOf = (row: Row): FailingEffect =>
  ({ id: row.id as string, orderId: row.order_id as string, kind: row.kind as string, attempts: row.attempts as number, dueAt: row.due_at as number });
