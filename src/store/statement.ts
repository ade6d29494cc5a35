// A seller's statement: what the ledger moved into and out of their account, with the balances before and after, by currency.

import type { Database, Row } from "./database.ts";

/** One posting on the seller's account. `at` is UTC epoch milliseconds, `amountMinor` signed: what came in is positive. */
export type StatementLine = { orderId: string; externalId: string; marketplace: string; eventSeq: number; type: string; at: number; amountMinor: number; currency: string };
export type StatementBalance = { currency: string; openingMinor: number; closingMinor: number };
/** `complete` is false where there are more lines than were asked for: the oldest ones of the period are given. */
export type Statement = { balances: StatementBalance[]; lines: StatementLine[]; complete: boolean };

/** `from` and `to` are epoch milliseconds, both included; a seller without orders has an empty statement. */
export type StatementRequest = { sellerId: string; from: number; to: number; limit: number };

const OWN = "FROM orders JOIN postings USING (bucket) WHERE orders.seller_id = $1 AND postings.order_id = orders.id AND postings.account = $2";

/** Reads a statement. */
export async function readStatement(database: Database, { sellerId, from, to, limit }: StatementRequest): Promise<Statement> {
  const account = `seller/${sellerId}`;
  const balances = await database.rows(
    `SELECT postings.currency, coalesce(sum(amount_minor) FILTER (WHERE postings.at < $3), 0)::bigint AS opening, coalesce(sum(amount_minor) FILTER (WHERE postings.at <= $4), 0)::bigint AS closing
     ${OWN} GROUP BY 1 ORDER BY 1`, [sellerId, account, from, to]);
  const rows = await database.rows(
    `SELECT orders.id, external_id, marketplace, event_seq, events.type, postings.at, amount_minor, postings.currency
     FROM orders JOIN postings USING (bucket) JOIN events ON events.bucket = postings.bucket AND events.order_id = postings.order_id AND events.seq = postings.event_seq
     WHERE orders.seller_id = $1 AND postings.order_id = orders.id AND postings.account = $2 AND postings.at BETWEEN $3 AND $4
     ORDER BY postings.at, orders.id, event_seq, line LIMIT ${limit + 1}`, [sellerId, account, from, to]);
  return {
    balances: balances.map((row) => ({ currency: row.currency as string, openingMinor: row.opening as number, closingMinor: row.closing as number })),
    lines: rows.slice(0, limit).map(lineOf), complete: rows.length <= limit,
  };
}

const lineOf = (row: Row): StatementLine => ({
  orderId: row.id as string, externalId: row.external_id as string, marketplace: row.marketplace as string, eventSeq: row.event_seq as number, type: row.type as string,
  at: row.at as number, amountMinor: row.amount_minor as number, currency: row.currency as string,
});
