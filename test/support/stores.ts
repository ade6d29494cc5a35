// Both kinds of store for tests, empty: PGlite in memory, and a database of its own on the tests' PostgreSQL.
// It makes rows of the store's shapes; it knows no policy.

import { randomBytes } from "node:crypto";
import { after, before, describe } from "node:test";
import pg from "pg";
import type { Database } from "../../src/store/database.ts";
import type { GroupRequest } from "../../src/store/groupRead.ts";
import { bucketOf, mintId, orderBucket } from "../../src/store/ids.ts";
import { openPglite } from "../../src/store/pglite.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import type { EventRow, GroupWrite, OrderRow, PostingRow } from "../../src/store/rows.ts";
import { storeOver } from "../../src/store/store.ts";
import type { Store } from "../../src/store/store.ts";
import { startPostgres } from "./postgres.ts";

export type OpenStore = { store: Store; database: Database };

/** Runs the tests that `define` declares on both kinds of store; inside a test, `open()` gives the one of its kind. */
export function onEachStore(define: (open: () => OpenStore) => void): void {
  for (const kind of ["pglite", "postgres"] as const) {
    describe(kind, () => {
      let opened: OpenStore | undefined;
      let forget = async () => {};
      before(async () => {
        const made = kind === "pglite" ? { database: await openPglite(null), forget: async () => {} } : await emptyPostgres();
        forget = made.forget;
        opened = { database: made.database, store: await storeOver(made.database) };
      });
      after(async () => {
        await opened?.store.close();
        await forget();
      });
      define(() => opened!);
    });
  }
}

async function emptyPostgres(): Promise<{ database: Database; forget(): Promise<void> }> {
  const { url, forget } = await emptyDatabase();
  return { database: openPostgres(url, 4), forget };
}

export type TestDatabase = { url: string; forget(): Promise<void> };

/** A new database without tables on the tests' PostgreSQL, or on one started for this caller where the test command has not given any. */
export async function emptyDatabase(from = ""): Promise<TestDatabase> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startPostgres();
  const name = `store_${randomBytes(6).toString("hex")}`;
  await administer(server.url, `CREATE DATABASE ${name} ${from}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    forget: async () => {
      await administer(server.url, `DROP DATABASE ${name} WITH (FORCE)`);
      await server.stop();
    },
  };
}

/** The same for whoever does not mind that the tables are there: a copy of the test command's template costs a tenth of the migrations. */
export const newDatabase = (): Promise<TestDatabase> => emptyDatabase(process.env.TEST_TEMPLATE && `TEMPLATE ${process.env.TEST_TEMPLATE} STRATEGY file_copy`);

/** A database with all tables and no rows, for `newDatabase` to copy. */
export async function templateDatabase(): Promise<{ name: string; forget(): Promise<void> }> {
  const { url, forget } = await emptyDatabase();
  const store = await storeOver(openPostgres(url, 1));
  await store.close();
  return { name: new URL(url).pathname.slice(1), forget };
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

export const HASH = "ab".repeat(32);
let made = 0;

/** An order as the engine would have placed it, version 1, with a new external id unless one is given. */
export function anOrder(like: Partial<OrderRow> = {}): OrderRow {
  const marketplace = like.marketplace ?? "aliexpress";
  const externalId = like.externalId ?? `X-${++made}-${randomBytes(3).toString("hex")}`;
  const bucket = orderBucket(marketplace, externalId);
  const placedAt = like.placedAt ?? 1_700_000_000_000;
  return {
    id: mintId("ord", bucket, placedAt), bucket, marketplace, externalId, buyerId: "ann", sellerId: "cactus", currency: "USD",
    version: 1, state: { lines: [{ title: "Кактус 仙人掌" }] }, status: "awaitingPayment", openKinds: 0, owes: ["buyer"],
    dueAt: null, queueAt: like.dueAt ?? null, totalMinor: 1250, paidMinor: 0, escrowMinor: 0, heldMinor: 0, placedAt, hidden: false, lastHash: HASH, bodyHash: HASH, ...like,
  };
}

/** The same order after one more event. */
export function next(order: OrderRow, like: Partial<OrderRow> = {}): OrderRow & { expectedVersion: number } {
  return { ...order, ...like, version: order.version + 1, expectedVersion: order.version };
}

export function anEvent(order: { id: string }, seq: number, like: Partial<EventRow> = {}): EventRow {
  return {
    orderId: order.id, seq, at: 1_700_000_000_000 + seq, type: "OrderPlaced", by: { role: "operator", id: "shop" },
    because: null, policyVersion: 1, data: { seq }, hash: HASH, ...like,
  };
}

/** Money from one account to another, for that event. */
export function aTransfer(order: { id: string }, eventSeq: number, from: string, to: string, amountMinor: number): PostingRow[] {
  const rest = { orderId: order.id, eventSeq, currency: "USD", at: 1_700_000_000_000 };
  return [{ ...rest, line: 0, account: from, amountMinor: -amountMinor }, { ...rest, line: 1, account: to, amountMinor }];
}

export const nothing: GroupRequest = { orders: [], placements: [], keys: [], trackingNumbers: [], evidence: [] };

/** Writes without looking. */
export async function write(store: Store, rows: GroupWrite): Promise<void> {
  await store.group(nothing, () => rows);
}

/** Places orders, each with its first event and words to be found by. */
export async function place(store: Store, ...orders: OrderRow[]): Promise<void> {
  await write(store, {
    inserted: orders,
    events: orders.map((order) => anEvent(order, 1)),
    words: orders.map((order) => ({ orderId: order.id, words: `${order.externalId} ${order.id} Cactus seeds Кактус 仙人掌` })),
  });
}

export function idIn(order: { id: string }, prefix: string): string {
  return mintId(prefix, bucketOf(order.id), 1_700_000_000_000);
}
