// What the sandbox's institution remembers of payouts by itself: the outside truth, as for refunds.
import type { Database, Row } from "./database.ts";

/** `dueAt` is when it settles by itself; null when it does not. */
export type SandboxPayout = { key: string; sellerId: string; amountMinor: number; currency: string; at: number; status: string; dueAt: number | null };

export interface SandboxPayoutRecords {
  /** Executes a payout once for its key: asked again, it returns what was executed the first time. */
  executePayout(payout: SandboxPayout): Promise<SandboxPayout>;
  executedPayout(key: string): Promise<SandboxPayout | null>;
  /** Every payout ever executed, the oldest first. */
  executedPayouts(): Promise<SandboxPayout[]>;
  duePayouts(nowMs: number, limit: number): Promise<SandboxPayout[]>;
  earliestPayoutDue(): Promise<number | null>;
  setPayout(key: string, status: string): Promise<boolean>;
}

const PAYOUT = "key, seller_id, amount_minor, currency, at, status, due_at";
const HOT = { hot: true };

export function sandboxPayoutRecords(database: Database): SandboxPayoutRecords {
  const executedPayout = async (key: string) => (await database.rows(`SELECT ${PAYOUT} FROM sandbox.payouts WHERE key = $1`, [key], HOT)).map(payoutOf)[0] ?? null;
  return {
    executedPayout,
    executePayout: async (wanted) => {
      const { key, sellerId, amountMinor, currency, at, status, dueAt } = wanted;
      const made = await database.rows(`INSERT INTO sandbox.payouts (${PAYOUT}) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING key`, [key, sellerId, amountMinor, currency, at, status, dueAt], HOT);
      return made.length === 1 ? wanted : (await executedPayout(key))!;
    },
    executedPayouts: async () => (await database.rows(`SELECT ${PAYOUT} FROM sandbox.payouts ORDER BY at, key`)).map(payoutOf),
    duePayouts: async (nowMs, limit) => (await database.rows(`SELECT ${PAYOUT} FROM sandbox.payouts WHERE due_at <= $1 ORDER BY due_at, key LIMIT $2`, [nowMs, limit], HOT)).map(payoutOf),
    earliestPayoutDue: async () => (await database.rows<{ due_at: number }>("SELECT due_at FROM sandbox.payouts WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1", [], HOT))[0]?.due_at ?? null,
    setPayout: async (key, status) => (await database.rows("UPDATE sandbox.payouts SET status = $2, due_at = NULL WHERE key = $1 RETURNING key", [key, status], HOT)).length === 1,
  };
}

function payoutOf(row: Row): SandboxPayout {
  return {
    key: row.key as string, sellerId: row.seller_id as string, amountMinor: row.amount_minor as number, currency: row.currency as string, at: row.at as number,
    status: row.status as string, dueAt: row.due_at as number | null,
  };
}
