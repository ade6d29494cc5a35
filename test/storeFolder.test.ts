// The embedded database's folder: one living process at a time, taken over from the dead, whole after a kill.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { after, test } from "node:test";
import { DataFolderInUse } from "../src/store/errors.ts";
import { lockFolder } from "../src/store/folderLock.ts";
import { readMigrations } from "../src/store/migrations.ts";
import { openStore } from "../src/store/store.ts";
import { anOrder, nothing, place } from "./support/stores.ts";

const folders: string[] = [];
const newFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), "rescind-folder-"));
  folders.push(folder);
  return folder;
};
after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** Another process that runs this, and resolves with its first line on standard output. */
async function otherProcess(code: string): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(process.execPath, ["--input-type=module-typescript", "--eval", code], { cwd: import.meta.dirname, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  for await (const chunk of child.stdout!) {
    said += String(chunk);
    if (said.includes("\n")) break;
  }
  return { child, line: said.split("\n")[0]! };
}

const source = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
const locking = (folder: string) => `
  const { lockFolder } = await import(${source("../src/store/folderLock.ts")});
  try { await lockFolder(${JSON.stringify(folder)}); console.log("locked"); setInterval(() => {}, 1000); }
  catch (error) { console.log(error.name); }`;

test("a folder in use is refused to a second process, and free again when the first one is killed", async () => {
  const folder = await newFolder();
  const { child, line } = await otherProcess(locking(folder));
  assert.equal(line, "locked");
  await assert.rejects(lockFolder(folder), (error) => error instanceof DataFolderInUse && error.message.includes(`process ${child.pid}`));
  child.kill("SIGKILL");
  await once(child, "exit");
  const lock = await lockFolder(folder);
  await lock.release();
  assert.deepEqual(await readdir(join(folder, "claims")), []);
});

test("a folder in use is refused to the same process", async () => {
  const folder = await newFolder();
  const lock = await lockFolder(folder);
  await assert.rejects(lockFolder(folder), DataFolderInUse);
  await lock.release();
  await (await lockFolder(folder)).release();
});

test("of many that start together exactly one gets the folder", async () => {
  const folder = await newFolder();
  const others = await Promise.all(Array.from({ length: 6 }, () => otherProcess(locking(folder))));
  assert.ok(others.filter(({ line }) => line === "locked").length <= 1);
  assert.ok(others.every(({ line }) => line === "locked" || line === "DataFolderInUse"));
  for (const { child } of others) child.kill("SIGKILL");
});

test("what was acknowledged before a kill in the middle of writing is there afterwards, and the rest is whole", async () => {
  const folder = await newFolder();
  const { child, line } = await otherProcess(`
    const { openStore } = await import(${source("../src/store/store.ts")});
    const { anOrder, place } = await import(${source("./support/stores.ts")});
    const store = await openStore({ dataDir: ${JSON.stringify(folder)} });
    const first = anOrder();
    await place(store, first);
    console.log(first.id);
    for (;;) await place(store, ...Array.from({ length: 50 }, () => anOrder()));`);
  setTimeout(() => child.kill("SIGKILL"), 300);
  await once(child, "exit");
  const store = await openStore({ dataDir: folder });
  assert.equal((await store.order(line))?.id, line);
  const all = await store.ordersAfter(null, 100_000);
  assert.ok(all.every(({ events }) => events.length === 1));
  await place(store, anOrder());
  await store.close();
});

test("a closed folder opens again with everything, and leases of the last run are nobody's", async () => {
  const folder = await newFolder();
  const first = await openStore({ dataDir: folder });
  assert.equal(first.migrated.length, (await readMigrations()).length);
  const order = anOrder();
  await place(first, order);
  await first.group(nothing, () => ({ outbox: [{ id: order.id, orderId: order.id, seq: 1, kind: "mail", body: {}, dueAt: 1 }] }));
  assert.equal((await first.outbox.lease({ nowMs: 1, realNowMs: 1, leaseMs: 1e12, limit: 1 })).length, 1);
  await first.close();
  const second = await openStore({ dataDir: folder });
  assert.deepEqual(second.migrated, []);
  assert.deepEqual(await second.order(order.id), order);
  assert.deepEqual((await second.outbox.lease({ nowMs: 1, realNowMs: 1, leaseMs: 1, limit: 1 })).map(({ epoch }) => epoch), [2]);

  const file = join(await newFolder(), "backup.tar.gz");
  await second.backup(file);
  await second.close();
  const restored = await newFolder();
  execFileSync("tar", ["-xzf", file, "-C", restored, "--one-top-level=pglite"]);
  const third = await openStore({ dataDir: restored });
  assert.deepEqual(await third.order(order.id), order);
  await third.close();
});
