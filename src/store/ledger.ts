// What the accounts of the whole house hold, by kind: sums that every write to the journal keeps. One order's journal is read with the
// order, a seller's account by their statement.
import type { Database, Row } from "./database.ts";

// What all accounts of a kind hold together (`escrow/*`, `seller/*`, and of buyers by the method: `buyer/*/card`), or one account of the
// house or of an institution (`platform/commission`, `institution/card/in-flight`). Minor units; all of one currency sum to zero.
export type AccountBalance = { account: string; currency: string; balanceMinor: number };

export interface Ledger {
  /** Those that hold something. */
  balances(): Promise<AccountBalance[]>;
  /** Every account as the journal adds up, beside what is kept of it. Reads the whole journal: for `verify`. */
  compared(): Promise<(AccountBalance & { keptMinor: number })[]>;
}

const KEPT = "SELECT account, currency, sum(amount_minor)::bigint AS balance FROM ledger_totals GROUP BY 1, 2";
const ADDED_UP = `SELECT kind_of_account(account) AS account, currency, sum(amount_minor)::bigint AS balance
  FROM (SELECT account, currency, amount_minor FROM postings UNION ALL SELECT account, currency, amount_minor FROM payout_postings) AS journal GROUP BY 1, 2`;

export const ledgerOf = (database: Database): Ledger => ({
  balances: async () => (await database.rows(`${KEPT} HAVING sum(amount_minor) <> 0 ORDER BY 2, 1`)).map(balanceOf),
  // One statement sees one moment, whoever writes meanwhile.
  compared: async () =>
    (await database.rows(
      `SELECT account, currency, coalesce(added.balance, 0) AS balance, coalesce(kept.balance, 0) AS kept FROM (${ADDED_UP}) AS added FULL JOIN (${KEPT}) AS kept USING (account, currency) ORDER BY 2, 1`))
      .map((row) => ({ ...balanceOf(row), keptMinor: row.kept as number })),
});

const balanceOf = (row: Row): AccountBalance => ({ account: row.account as string, currency: row.currency as string, balanceMinor: row.balance as number });
