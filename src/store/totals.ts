// Sums over the whole store, made by the database itself: what all orders say, what the ledger says, and what belongs to no order.
// For checks and summaries; nothing that people wait for reads whole tables.

import type { Database, Row } from "./database.ts";

/** All orders of one currency that ended (or stand) alike, as their states have it. Minor units. */
export type EndingTotals = {
  status: string; closedBecause: string | null; currency: string; orders: number;
  paidMinor: number; inEscrowMinor: number; refundingMinor: number; releasedMinor: number; refundedMinor: number;
};

/** The balance of all accounts of one kind (`escrow`, `held`, `buyer`, `seller`, `platform`, …) and currency. */
export type AccountTotals = { kind: string; currency: string; amountMinor: number };

export interface Totals {
  endings(): Promise<EndingTotals[]>;
  accounts(): Promise<AccountTotals[]>;
  /** SHA-256 (hex) over the last event hashes of all orders in the order of their ids. */
  eventsHash(): Promise<string>;
  /** Rows that name an order which is not there, at most `limit`. */
  orphans(limit: number): Promise<{ table: string; orderId: string }[]>;
}

const OF_ORDERS = ["events", "postings", "payments", "refunds"];

export function totalsOf(database: Database): Totals {
  return {
    endings: async () => {
      const part = (name: string) => `sum((state->'money'->>'${name}')::bigint)::bigint AS ${name.toLowerCase()}`;
      const rows = await database.rows(
        `SELECT status, state->>'closedBecause' AS closed_because, currency, count(*) AS orders, sum(paid_minor)::bigint AS paid,
           ${["inEscrowMinor", "refundingMinor", "releasedMinor", "refundedMinor"].map(part).join(", ")}
         FROM orders GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`);
      return rows.map(endingOf);
    },
    accounts: async () =>
      (await database.rows(
        `SELECT split_part(account, '/', 1) AS kind, currency, sum(amount_minor)::bigint AS amount
         FROM (SELECT account, currency, amount_minor FROM postings UNION ALL SELECT account, currency, amount_minor FROM payout_postings) AS journal GROUP BY 1, 2 ORDER BY 1, 2`))
        .map((row) => ({ kind: row.kind as string, currency: row.currency as string, amountMinor: row.amount as number })),
    eventsHash: async () => {
      const [row] = await database.rows<{ hash: string }>(
        "SELECT encode(sha256(coalesce(string_agg(last_hash, ''::bytea ORDER BY id), ''::bytea)), 'hex') AS hash FROM orders");
      return row!.hash;
    },
    orphans: async (limit) => {
      const found: { table: string; orderId: string }[] = [];
      for (const table of OF_ORDERS) {
        const rows = await database.rows<{ order_id: string }>(
          `SELECT DISTINCT order_id FROM ${table} WHERE NOT EXISTS (SELECT FROM orders WHERE orders.bucket = ${table}.bucket AND orders.id = ${table}.order_id) ORDER BY 1 LIMIT $1`,
          [limit - found.length]);
        found.push(...rows.map((row) => ({ table, orderId: row.order_id })));
      }
      return found;
    },
  };
}

function endingOf(row: Row): EndingTotals {
  return {
    status: row.status as string, closedBecause: row.closed_because as string | null, currency: row.currency as string, orders: row.orders as number,
    paidMinor: row.paid as number, inEscrowMinor: row.inescrowminor as number, refundingMinor: row.refundingminor as number,
    releasedMinor: row.releasedminor as number, refundedMinor: row.refundedminor as number,
  };
}
