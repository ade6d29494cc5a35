// Where sellers are paid at an institution: every word about it stays, the last one counts. What an account looks like its adapter says.
import type { Database, Row } from "./database.ts";

/** `at` is the engine's clock, epoch milliseconds. */
export type PayoutAccount = { account: string; at: number; by: string };

export interface PayoutAccounts {
  /** From now on the seller is paid there. */
  setAccount(institution: string, sellerId: string, own: PayoutAccount): Promise<void>;
  /** The last said first; empty where nobody said anything. */
  accounts(institution: string, sellerId: string, limit: number): Promise<PayoutAccount[]>;
}

export function payoutAccounts(database: Database): PayoutAccounts {
  return {
    setAccount: async (institution, sellerId, { account, at, by }) => {
      await database.rows("INSERT INTO payout_accounts (institution, seller_id, account, at, by) VALUES ($1, $2, $3, $4, $5) RETURNING seq", [institution, sellerId, account, at, by]);
    },
    accounts: async (institution, sellerId, limit) =>
      (await database.rows("SELECT account, at, by FROM payout_accounts WHERE institution = $1 AND seller_id = $2 ORDER BY seq DESC LIMIT $3", [institution, sellerId, limit])).map(accountOf),
  };
}

const accountOf = (row: Row): PayoutAccount => ({ account: row.account as string, at: row.at as number, by: row.by as string });
