// What `verify` asks of payouts: each with all its rows, and the sums that the database itself can compare. It repairs nothing.
import type { Database } from "./database.ts";
import { lineOf, PAYOUT, payoutOf, stepOf, type PayoutInFull } from "./payoutRows.ts";

export interface PayoutChecks {
  /** All payouts in the order of their ids, whole: give the last id to go on. */
  payoutsAfter(lastId: string | null, limit: number): Promise<PayoutInFull[]>;
  /** Lines that are not the posting they name, or a posting of another account, and postings that two payouts cover; at most `limit`. */
  wrongLines(limit: number): Promise<{ payoutId: string; orderId: string; eventSeq: number }[]>;
  /** Sellers whose account is not what no payout covers: released less debits, fines and payouts that have not failed; at most `limit`. */
  wrongBalances(limit: number): Promise<{ sellerId: string; currency: string; ledgerMinor: number; openMinor: number }[]>;
}

export function payoutChecks(database: Database): PayoutChecks {
  return {
    payoutsAfter: async (lastId, limit) => {
      const payouts = (await database.rows(`SELECT ${PAYOUT} FROM payouts WHERE id > $1 ORDER BY id LIMIT $2`, [lastId ?? "", limit])).map(payoutOf);
      const of = async (fields: string, table: string, order: string) =>
        Map.groupBy(await database.rows(`SELECT payout_id, ${fields} FROM ${table} WHERE payout_id = ANY($1::text[]) ORDER BY payout_id, ${order}`, [payouts.map(({ id }) => id)]), (row) => row.payout_id as string);
      const [steps, postings, lines] = await Promise.all([
        of("seq, at, type, by, reason", "payout_steps", "seq"), of("step_seq, part, account, amount_minor, currency", "payout_postings", "step_seq, line"),
        of("bucket, order_id, event_seq, line, amount_minor, live", "payout_lines", "bucket, order_id, event_seq, line"),
      ]);
      return payouts.map((payout) => ({
        ...payout, steps: (steps.get(payout.id) ?? []).map(stepOf), lines: (lines.get(payout.id) ?? []).map(lineOf),
        postings: (postings.get(payout.id) ?? []).map((row) => ({
          stepSeq: row.step_seq as number, part: row.part as "payout" | "fee", account: row.account as string, amountMinor: row.amount_minor as number, currency: row.currency as string,
        })),
      }));
    },
    wrongLines: async (limit) =>
      (await database.rows(
        `SELECT payout_id, payout_lines.order_id, payout_lines.event_seq FROM payout_lines JOIN payouts ON payouts.id = payout_id
         LEFT JOIN postings USING (bucket, order_id, event_seq, line)
         WHERE postings.amount_minor IS DISTINCT FROM payout_lines.amount_minor OR postings.account <> 'seller/' || payouts.seller_id OR postings.currency <> payouts.currency
            OR (live AND EXISTS (SELECT FROM payout_lines AS other WHERE other.bucket = payout_lines.bucket AND other.order_id = payout_lines.order_id
                AND other.event_seq = payout_lines.event_seq AND other.line = payout_lines.line AND other.live AND other.payout_id <> payout_lines.payout_id))
         ORDER BY 1, 2, 3 LIMIT $1`, [limit])).map((row) => ({ payoutId: row.payout_id as string, orderId: row.order_id as string, eventSeq: row.event_seq as number })),
    wrongBalances: async (limit) =>
      (await database.rows(
        `SELECT seller_id, currency, sum(ledger)::bigint AS ledger, sum(open)::bigint AS open FROM (
           SELECT orders.seller_id, postings.currency, amount_minor AS ledger, CASE WHEN EXISTS (SELECT FROM payout_lines AS paid WHERE paid.bucket = postings.bucket
             AND paid.order_id = postings.order_id AND paid.event_seq = postings.event_seq AND paid.line = postings.line AND paid.live) THEN 0 ELSE amount_minor END AS open
           FROM postings JOIN orders ON orders.bucket = postings.bucket AND orders.id = postings.order_id
           WHERE account LIKE 'seller/%' AND account = 'seller/' || orders.seller_id
           UNION ALL
           SELECT payouts.seller_id, payout_postings.currency, payout_postings.amount_minor, 0 FROM payout_postings JOIN payouts ON payouts.id = payout_id WHERE account = 'seller/' || payouts.seller_id
         ) AS moved GROUP BY 1, 2 HAVING sum(ledger) <> sum(open) ORDER BY 1, 2 LIMIT $1`, [limit])).map((row) => ({
        sellerId: row.seller_id as string, currency: row.currency as string, ledgerMinor: row.ledger as number, openMinor: row.open as number,
      })),
  };
}
