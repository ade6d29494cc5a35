// The store: everything the engine keeps, behind one door. PGlite in a folder or in memory, or a PostgreSQL server;
// the SQL is the same. It keeps and finds; it knows no rule of any marketplace.

import { availableParallelism } from "node:os";
import { announcementsOf } from "./announcements.ts";
import type { Announcements } from "./announcements.ts";
import { auditOf } from "./audit.ts";
import type { Audit } from "./audit.ts";
import type { Database } from "./database.ts";
import { evidenceShelf } from "./evidence.ts";
import type { EvidenceShelf } from "./evidence.ts";
import { group } from "./group.ts";
import type { GroupWork } from "./group.ts";
import type { GroupRequest } from "./groupRead.ts";
import { bucketOf } from "./ids.ts";
import { lawShelf } from "./laws.ts";
import type { LawShelf } from "./laws.ts";
import { guestWithdrawalsOf } from "./guestWithdrawals.ts";
import type { GuestWithdrawals } from "./guestWithdrawals.ts";
import { extensionsOf } from "./extensions.ts";
import type { Extensions } from "./extensions.ts";
import { countOrders, listOrders } from "./list.ts";
import type { OrderFilter, OrderPage } from "./list.ts";
import { mailsOf } from "./mail.ts";
import type { Mails } from "./mail.ts";
import { migrate } from "./migrations.ts";
import { orderReads } from "./orders.ts";
import type { OrderReads } from "./orders.ts";
import { outboxOf, releaseLeases } from "./outbox.ts";
import type { Outbox } from "./outbox.ts";
import { peopleRowsOf } from "./people.ts";
import type { PeopleRows } from "./people.ts";
import { payoutsOf, releasePayoutLeases } from "./payouts.ts";
import type { Payouts } from "./payouts.ts";
import { ledgerOf } from "./ledger.ts";
import type { Ledger } from "./ledger.ts";
import { overviewOf } from "./overview.ts";
import type { Overview } from "./overview.ts";
import { openPglite } from "./pglite.ts";
import { policyShelf } from "./policies.ts";
import type { PolicyShelf } from "./policies.ts";
import { openPostgres } from "./postgres.ts";
import { referencesOf } from "./references.ts";
import type { References } from "./references.ts";
import { sandboxRecords } from "./sandboxRecords.ts";
import type { SandboxRecords } from "./sandboxRecords.ts";
import { schemaText } from "./schemaText.ts";
import { shipmentsOf } from "./shipments.ts";
import type { Shipments } from "./shipments.ts";
import { readStatement } from "./statement.ts";
import type { Statement, StatementRequest } from "./statement.ts";
import { apiKeysOf, settingsOf } from "./settings.ts";
import type { ApiKeys, Settings } from "./settings.ts";
import { riskShelf, type RiskShelf } from "./risk.ts";
import { totalsOf } from "./totals.ts";
import type { Totals } from "./totals.ts";
import { upkeepOf } from "./upkeep.ts";
import { viewsOf } from "./views.ts";
import type { Views } from "./views.ts";
import { webhooksOf } from "./webhooks.ts";
import type { Webhooks } from "./webhooks.ts";
import { vaultOf } from "./vault.ts";
import type { Vault } from "./vault.ts";

export interface Store extends OrderReads, Vault {
  readonly kind: Database["kind"];
  /** The migrations that opening it applied. */
  readonly migrated: readonly string[];
  /**
   * One transaction for many commands: reads and locks what `request` names, calls `work` synchronously, writes what it
   * returns with one statement, commits. Null writes nothing.
   * Throws `StoreConflict` when another writer was faster (nothing is written), `UnstorableText`, and what `work` throws.
   */
  group(request: GroupRequest, work: GroupWork): Promise<void>;
  /** A page of orders. Throws `BadCursor`. */
  list(filter: OrderFilter): Promise<OrderPage>;
  /** How many orders the filter finds, counted up to `most`. */
  count(filter: OrderFilter, most: number): Promise<number>;
  /** The engine's next moment: the earliest deadline of an order or time of a waiting effect, or null. */
  earliestDue(): Promise<number | null>;
  /** The first deadline of any order after that time (the engine's clock), or null. What waits for a gateway is none. */
  nextDeadline(nowMs: number): Promise<number | null>;
  /** Lets the clock look at an order again at `dueAt` (the engine's clock): the cache of its due time alone moves. */
  postpone(orderId: string, dueAt: number): Promise<void>;
  /** Forgets idempotency keys that are older than thirty days of real time. Returns how many. */
  /** Forgets that messages came before `beforeMs` (the engine's clock). Returns how many. */
  purgeNotices(beforeMs: number): Promise<number>;
  purgeIdempotency(nowRealMs: number): Promise<number>;
  /** Hears what other processes commit; null on the embedded database, where there are none. */
  readonly announcements: Announcements | null;
  readonly outbox: Outbox;
  readonly evidence: EvidenceShelf;
  readonly settings: Settings;
  readonly apiKeys: ApiKeys;
  readonly policies: PolicyShelf;
  readonly laws: LawShelf;
  readonly guestWithdrawals: GuestWithdrawals;
  readonly people: PeopleRows;
  readonly webhooks: Webhooks;
  readonly references: References;
  readonly mails: Mails;
  readonly payouts: Payouts;
  readonly sandbox: SandboxRecords;
  readonly shipments: Shipments;
  readonly totals: Totals;
  readonly risk: RiskShelf;
  readonly ledger: Ledger;
  readonly overview: Overview;
  readonly extensions: Extensions;
  readonly views: Views;
  readonly audit: Audit;
  /** What the ledger moved on a seller's account in a period. */
  statement(request: StatementRequest): Promise<Statement>;
  /** The shape of the database as text; the same as sql/schema.sql. */
  schema(): Promise<string>;
  /** Writes a restorable copy: PGlite's folder as .tar.gz, or what pg_dump --format=custom gives. */
  backup(file: string): Promise<void>;
  /** Finishes what is under way, writes a checkpoint where it is embedded, and gives the folder free. */
  close(): Promise<void>;
}

/** `dataDir` is PGlite's folder, or "memory"; `databaseUrl` wins over it. `lanes`: how many groups a server takes at once. */
export type StoreOptions = { databaseUrl?: string | undefined; dataDir?: string | undefined; lanes?: number | undefined };

/** Groups that a server takes at once where nothing else is said: one for each processor, two to four (docs/decisions/grouping.md). */
export const LANES = Math.min(4, Math.max(2, availableParallelism()));

const KEYS_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Opens the store and brings it to the newest shape. Throws `DataFolderInUse`, `MigrationChanged`, or what the server says. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const database = options.databaseUrl ? openPostgres(options.databaseUrl, options.lanes ?? LANES) : await openPglite(folderOf(options.dataDir));
  try {
    return await storeOver(database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The store over an open database, brought to the newest shape. Closing the store closes the database. */
export async function storeOver(database: Database): Promise<Store> {
  await demandServer(database);
  const migrated = await migrate(database);
  if (database.kind === "pglite") {
    await releaseLeases(database);
    await releasePayoutLeases(database);
  }
  const upkeep = await upkeepOf(database);
  const vault = vaultOf(database);
  const people = peopleRowsOf(database);
  const views = viewsOf(database);
  const [announcements, risk] = [announcementsOf(database), riskShelf(database)];
  return {
    kind: database.kind,
    migrated,
    ...orderReads(database),
    ...vault,
    erasePerson: async (person, atMs) => {
      await Promise.all([risk.forget(person), views.forget(person)]);
      const forgotten = await people.forget(person);
      return (await vault.erasePerson(person, atMs)) || forgotten;
    },
    group: (request, work) => {
      let written: ReturnType<GroupWork> = null;
      return group(database, announcements, request, (read) => (written = work(read))).then(() => {
        if (written) upkeep.wrote(written);
      });
    },
    list: (filter) => listOrders(database, filter),
    count: (filter, most) => countOrders(database, filter, most),
    ...dueTimesOf(database),
    ...purgesOf(database),
    announcements,
    outbox: outboxOf(database),
    evidence: evidenceShelf(database, vault),
    settings: settingsOf(database),
    apiKeys: apiKeysOf(database),
    policies: policyShelf(database),
    laws: lawShelf(database),
    guestWithdrawals: guestWithdrawalsOf(database, vault),
    people,
    webhooks: webhooksOf(database),
    references: referencesOf(database),
    mails: mailsOf(database),
    payouts: payoutsOf(database),
    sandbox: sandboxRecords(database),
    shipments: shipmentsOf(database),
    totals: totalsOf(database),
    risk,
    ledger: ledgerOf(database),
    overview: overviewOf(database),
    extensions: extensionsOf(database),
    views,
    audit: auditOf(database),
    statement: (request) => readStatement(database, request),
    schema: () => schemaText(database),
    backup: (file) => database.backup(file),
    close: async () => {
      await upkeep.idle();
      await database.close();
    },
  };
}

/** When the clock has something to do. */
function dueTimesOf(database: Database): Pick<Store, "earliestDue" | "nextDeadline" | "postpone"> {
  return {
    earliestDue: async () => {
      const [row] = await database.rows<{ due_at: number | null }>(
        `SELECT least((SELECT due_at FROM orders WHERE due_at IS NOT NULL ORDER BY due_at, id LIMIT 1),
                      (SELECT due_at FROM outbox WHERE state <> 'done' AND state = 'waiting' ORDER BY due_at, id LIMIT 1)) AS due_at`, [], { hot: true });
      return row!.due_at;
    },
    nextDeadline: async (nowMs) =>
      (await database.rows<{ due_at: number }>("SELECT due_at FROM orders WHERE due_at > $1 ORDER BY due_at LIMIT 1", [nowMs]))[0]?.due_at ?? null,
    postpone: async (orderId, dueAt) => void (await database.rows("UPDATE orders SET due_at = $3 WHERE bucket = $1 AND id = $2", [bucketOf(orderId), orderId, dueAt])),
  };
}

/** What is forgotten after its time. */
function purgesOf(database: Database): Pick<Store, "purgeNotices" | "purgeIdempotency"> {
  return {
    purgeNotices: async (beforeMs) => (await database.rows("DELETE FROM notices WHERE at < $1 RETURNING 1 AS one", [beforeMs])).length,
    purgeIdempotency: async (nowRealMs) =>
      (await database.rows("DELETE FROM idempotency WHERE made_at < $1 RETURNING 1 AS one", [nowRealMs - KEYS_KEPT_MS])).length,
  };
}

function folderOf(dataDir = "data"): string | null {
  return dataDir === "memory" ? null : dataDir;
}

async function demandServer(database: Database): Promise<void> {
  const [row] = await database.rows<{ version: number; encoding: string }>(
    "SELECT current_setting('server_version_num')::integer AS version, current_setting('server_encoding') AS encoding");
  if (row!.version < 150_000) throw new Error(`PostgreSQL ${Math.floor(row!.version / 10_000)} is too old: 15 or later is needed`);
  if (row!.encoding !== "UTF8") throw new Error(`the database's encoding is ${row!.encoding}: UTF8 is needed`);
}
