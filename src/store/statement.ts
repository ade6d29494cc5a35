// A seller's statement: what the ledger moved into and out of their account, with the balances before and after, by currency.

import type { Database, Row } from "./database.ts";

/**
 * One posting on the seller's account, of an order's event or of a payout's step (`payoutId`). `at` is UTC epoch milliseconds, `amountMinor`
 * signed: what came in is positive. A payout's line is of the marketplace whose batch made it.
 */
export type StatementLine = {
  orderId: string | null; externalId: string | null; payoutId: string | null; marketplace: string; eventSeq: number; type: string; at: number; amountMinor: number; currency: string;
};
export type StatementBalance = { currency: string; openingMinor: number; closingMinor: number };
/** `complete` is false where there are more lines than were asked for: the oldest ones of the period are given. */
export type Statement = { balances: StatementBalance[]; lines: StatementLine[]; complete: boolean };

/** `from` and `to` are epoch milliseconds, both included; a seller without orders has an empty statement. */
export type StatementRequest = { sellerId: string; from: number; to: number; limit: number };

const OF_ORDERS = `SELECT orders.id AS order_id, external_id, NULL AS payout_id, marketplace, event_seq, NULL AS part, line, postings.at, amount_minor, postings.currency, postings.bucket
  FROM orders JOIN postings USING (bucket) WHERE orders.seller_id = $1 AND postings.order_id = orders.id AND postings.account = $2`;
const OF_PAYOUTS = `SELECT NULL, NULL, payout_id, payouts.marketplace, step_seq, part, line, payout_postings.at, payout_postings.amount_minor, payout_postings.currency, NULL
  FROM payout_postings JOIN payouts ON payouts.id = payout_id WHERE payouts.seller_id = $1 AND payout_postings.account = $2`;
const OWN = `FROM (${OF_ORDERS} UNION ALL ${OF_PAYOUTS}) AS moved`;

/** Reads a statement. */
export async function readStatement(database: Database, { sellerId, from, to, limit }: StatementRequest): Promise<Statement> {
  const account = `seller/${sellerId}`;
  const balances = await database.rows(
    `SELECT currency, coalesce(sum(amount_minor) FILTER (WHERE at < $3), 0)::bigint AS opening, coalesce(sum(amount_minor) FILTER (WHERE at <= $4), 0)::bigint AS closing
     ${OWN} GROUP BY 1 ORDER BY 1`, [sellerId, account, from, to]);
  const rows = await database.rows(
    `SELECT moved.*, coalesce(events.type, payout_steps.type) AS type ${OWN}
     LEFT JOIN events ON events.bucket = moved.bucket AND events.order_id = moved.order_id AND events.seq = event_seq
     LEFT JOIN payout_steps ON payout_steps.payout_id = moved.payout_id AND payout_steps.seq = event_seq
     WHERE moved.at BETWEEN $3 AND $4 ORDER BY moved.at, coalesce(moved.order_id, moved.payout_id), event_seq, line LIMIT ${limit + 1}`, [sellerId, account, from, to]);
  return {
    balances: balances.map((row) => ({ currency: row.currency as string, openingMinor: row.opening as number, closingMinor: row.closing as number })),
    lines: rows.slice(0, limit).map(lineOf), complete: rows.length <= limit,
  };
}

const lineOf = (row: Row): StatementLine => ({
  orderId: row.order_id as string | null, externalId: row.external_id as string | null, payoutId: row.payout_id as string | null, marketplace: row.marketplace as string,
  eventSeq: row.event_seq as number, type: row.part === "fee" ? feeType(row.amount_minor as number) : (row.type as string), at: row.at as number,
  amountMinor: row.amount_minor as number, currency: row.currency as string,
});

const feeType = (amountMinor: number): string => (amountMinor < 0 ? "PayoutFeeCharged" : "PayoutFeeReturned");
