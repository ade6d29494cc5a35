// Keeps the planner's picture of the tables true. Prepared plans are made while the tables are small, and the embedded
// database has no autovacuum: without this, a plan made for an empty table would stay when it has grown.

import type { Database } from "./database.ts";
import type { GroupWrite } from "./rows.ts";

export interface Upkeep {
  /** Counts what a group wrote, and sets to work in the background when it is time. */
  wrote(group: GroupWrite): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

const TABLES = ["orders", "order_words", "events", "postings", "payments", "refunds", "sanctions", "tracking_numbers", "idempotency", "outbox", "vault", "open_totals", "ledger_totals"];
// These are updated in place, so their old versions must be swept away; the others only grow.
const SWEPT = ["orders", "outbox", "payments", "refunds", "open_totals", "ledger_totals"];

/** Starts from what the planner believes now. */
export async function upkeepOf(database: Database): Promise<Upkeep> {
  const [row] = await database.rows<{ events: number }>("SELECT greatest(reltuples, 0)::bigint AS events FROM pg_class WHERE oid = 'events'::regclass");
  let believed = row!.events;
  let written = 0;
  let changed = 0;
  let work: Promise<unknown> = Promise.resolve();
  const later = (statements: string[]) => {
    for (const statement of statements) work = work.then(() => database.rows(statement)).catch(() => undefined);
  };
  return {
    wrote: (group) => {
      written += group.events?.length ?? 0;
      changed += group.updated?.length ?? 0;
      // Each time the number of events has doubled: plans are thrown away and made anew with the next use.
      if (written >= Math.max(200, believed)) {
        believed += written;
        written = 0;
        later(TABLES.map((table) => `ANALYZE ${table}`));
      }
      if (database.kind === "pglite" && changed >= 5_000 + believed / 8) {
        changed = 0;
        later(SWEPT.map((table) => `VACUUM ${table}`));
      }
    },
    idle: async () => void (await work),
  };
}
