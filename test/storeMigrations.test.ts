// Migrations: each once, in one transaction, unchanged afterwards; the snapshot of what they make; and ids.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { MigrationChanged } from "../src/store/errors.ts";
import { bucketOf, isId, mintId, orderBucket, seededIds } from "../src/store/ids.ts";
import { migrate, readMigrations } from "../src/store/migrations.ts";
import { openStore } from "../src/store/store.ts";
import { anOrder, emptyDatabase, onEachStore, write } from "./support/stores.ts";

onEachStore((open) => {
  test("a second time there is nothing to do", async () => {
    const { store, database } = open();
    assert.deepEqual(store.migrated, (await readMigrations()).map(({ name }) => name));
    assert.deepEqual(await migrate(database), []);
  });

  test("a migration that was changed after it had been applied is refused", async () => {
    const changed = (await readMigrations()).map((migration) => (migration.number === 2 ? { ...migration, sha256: "00" } : migration));
    await assert.rejects(migrate(open().database, changed), MigrationChanged);
  });

  test("a migration that fails leaves nothing behind, and can be applied once it is right", async () => {
    const { database } = open();
    const bad = { number: 999, name: "0999_bad.sql", sha256: "00", sql: "CREATE TABLE half (a integer); SELECT 1 / 0;" };
    await assert.rejects(migrate(database, [bad]), { code: "22012" });
    await assert.rejects(database.rows("SELECT * FROM half"), { code: "42P01" });
    const good = { ...bad, sql: "CREATE TABLE half (a integer);" };
    assert.deepEqual(await migrate(database, [good]), ["0999_bad.sql"]);
    await database.script("DROP TABLE half; DELETE FROM migrations WHERE number = 999");
  });

  test("refunds that failed before and are still owed are found among the open ones", async () => {
    const { store, database } = open();
    const refund = { status: "failed", replacedBy: null, chargeBackDue: false };
    const all = [[refund], [{ ...refund, replacedBy: "rfd_2" }], [{ ...refund, coveredBy: "cbk_1" }], [{ ...refund, chargeBackDue: true }], [{ ...refund, status: "settled" }], [{ ...refund, status: "settled" }, refund], []]
      .map((refunds) => anOrder({ state: { refunds }, openKinds: 4 }));
    await write(store, { inserted: all });
    await database.script((await readMigrations()).find(({ name }) => name === "0017_owed_refunds.sql")!.sql);
    const rows = await store.orders(all.map(({ id }) => id));
    assert.deepEqual(all.map(({ id }) => rows.get(id)!.openKinds), [12, 4, 4, 4, 4, 12, 4]);
  });

  test("sql/schema.sql is what the migrations make", async () => {
    assert.equal(await open().store.schema(), await readFile(new URL("../sql/schema.sql", import.meta.url), "utf8"));
  });
});

test("several processes that start together on one server migrate it once", async () => {
  const { url, forget } = await emptyDatabase();
  const starts = await Promise.allSettled(Array.from({ length: 4 }, () => openStore({ databaseUrl: url, lanes: 1 })));
  const stores = starts.flatMap((start) => (start.status === "fulfilled" ? [start.value] : []));
  for (const store of stores) await store.close();
  await forget();
  assert.deepEqual(starts.flatMap((start) => (start.status === "rejected" ? [start.reason] : [])), []);
  assert.deepEqual(stores.flatMap(({ migrated }) => migrated).sort(), (await readMigrations()).map(({ name }) => name));
});

describe("ids", () => {
  test("an id carries its order's bucket, and the bucket comes from marketplace and external id", () => {
    const bucket = orderBucket("aliexpress", "A-1001");
    assert.equal(bucket, orderBucket("aliexpress", "A-1001"));
    assert.equal(bucketOf(mintId("rfd", bucket, 1_700_000_000_000)), bucket);
    assert.equal(bucketOf(mintId("ord", 4095, 1_700_000_000_000)), 4095);
    const spread = new Set(Array.from({ length: 20_000 }, (_, n) => orderBucket("taobao", String(n))));
    assert.ok(spread.size > 4000, `20,000 orders fall into ${spread.size} buckets`);
  });

  test("ids of one process ascend, also within a millisecond and when the clock stands still or goes back", () => {
    const ids = Array.from({ length: 10_000 }, (_, n) => mintId("ord", 7, 1_800_000_000_000 - (n % 3)));
    assert.deepEqual(ids, ids.toSorted());
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.every((id) => isId(id, "ord")));
  });

  test("the same seed gives the same ids", () => {
    const make = (seed: string) => {
      const mint = seededIds(seed);
      return Array.from({ length: 50 }, (_, n) => mint("pay", n, 1_500_000_000_000 + n));
    };
    assert.deepEqual(make("olist"), make("olist"));
    assert.notDeepEqual(make("olist"), make("another"));
    assert.ok(make("olist").every((id) => isId(id, "pay")));
  });

  test("text that is no id has no bucket", () => {
    for (const text of ["", "ord_", "ord_12", "ORD_0198c2c4-7b1a-7000-8aaa-000000000001", "ord_0198c2c4-7b1a-4000-8aaa-000000000001"]) {
      assert.equal(isId(text), false);
      assert.throws(() => bucketOf(text), RangeError);
    }
  });
});
