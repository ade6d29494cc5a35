// The command line as a person or a program uses it: what it prints where, and what it exits with.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readWish, WrongUsage } from "../src/cli/wish.ts";
import { openStore } from "../src/store/store.ts";
import { olistFolder, scratchFolder } from "./support/histories.ts";

const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));

type Ended = { code: number | null; out: string; errors: string };

function start(args: string[], environment: Record<string, string> = {}) {
  const { DATABASE_URL: _url, DATA_DIR: _dir, ...inherited } = process.env;
  const child = spawn(process.execPath, [cli, ...args], { stdio: ["ignore", "pipe", "pipe"], env: { ...inherited, ...environment } });
  let out = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code, out, errors })));
  return { child, ended };
}

const run = (args: string[], environment: Record<string, string> = {}): Promise<Ended> => start(args, environment).ended;

test("--help says every command and option; it is no error", async () => {
  const { code, out, errors } = await run(["--help"]);
  assert.deepEqual([code, errors], [0, ""]);
  for (const word of ["serve", "migrate", "replay", "verify", "backup", "erase", "--policy", "--set", "--json", "--keep", "--database", "olist", "online-retail"]) assert.ok(out.includes(word), word);
});

test("what no command understands is said in one line", () => {
  const wrong: [string[], RegExp][] = [
    [[], /^a command is missing/],
    [["replays"], /^there is no command replays/],
    [["prove"], /^there is no command prove/],
    [["verify", "--jsn"], /'--jsn'/],
    [["verify", "--json=yes"], /'--json'/],
    [["verify", "--policy", "olist"], /^verify knows no --policy/],
    [["replay", "olist"], /^usage: replay DATASET FOLDER/],
    [["replay", "ebay", "."], /^there is no data set ebay; there are olist, online-retail/],
    [["replay", "olist", ".", "--database", "--keep", "x"], /exclude each other/],
    [["erase", "carrier", "x"], /^there is no role carrier/],
    [["erase", "buyer"], /^usage: erase ROLE ID/],
    [["backup"], /^usage: backup FILE/],
  ];
  for (const [args, pattern] of wrong) {
    assert.throws(() => readWish(args), (error) => error instanceof WrongUsage && pattern.test(error.message) && !error.message.includes("\n"), args.join(" "));
  }
});

test("wrong usage ends with 2 and one readable line, and prints nothing on standard output", async () => {
  const wrong: [string[], RegExp][] = [
    [["replays"], /^rescind: there is no command replays \(rescind --help shows what there is\)\n$/],
    [["replay", "olist", ".", "--policy", "ebay"], /^rescind: there is no policy ebay; there are aliexpress[^\n]*\n$/],
    [["replay", "olist", ".", "--database"], /^rescind: --database needs DATABASE_URL[^\n]*\n$/],
  ];
  for (const [args, pattern] of wrong) {
    const { code, out, errors } = await run(args);
    assert.deepEqual([code, out], [2, ""], args.join(" "));
    assert.match(errors, pattern);
  }
});

test("a term that is not there, or cannot have that value, ends with 2 and the list of terms", async () => {
  for (const set of ["shipgrace=P3D", "shipGrace=soon"]) {
    const { code, errors } = await run(["replay", "olist", ".", "--set", set]);
    assert.equal(code, 2);
    assert.match(errors, /the terms of olist are:\n(.*\n)* {2}shipGrace=PT0S {2}\(also P1D, P3D, P5D, P7D\)/);
  }
});

test("a failure ends with 1 and one line that says what to do", async (context) => {
  const nowhere = join(scratchFolder(context), "nowhere");
  const missing = await run(["replay", "olist", nowhere]);
  assert.deepEqual([missing.code, missing.out], [1, ""]);
  assert.match(missing.errors, /rescind: neither olist_orders_dataset\.csv\.gz nor olist_orders_dataset\.csv in .*nowhere/);
  const unreachable = await run(["verify"], { DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing" });
  assert.equal(unreachable.code, 1);
  assert.match(unreachable.errors, /^rescind: the database of DATABASE_URL does not answer .*: is it running\?\n$/);
  const settings = await run(["verify"], { DATABASE_URL: "mysql://x" });
  assert.deepEqual([settings.code, /^rescind: the settings are wrong: DATABASE_URL/.test(settings.errors)], [2, true]);
});

describe("on a replayed history", () => {
  test("replay --keep, verify, backup, migrate and erase: each does its work on the same folder", async (context) => {
    const folder = olistFolder(context);
    const keep = join(scratchFolder(context), "kept");
    const environment = { DATA_DIR: keep };
    await replayKept(folder, keep);
    const verified = await run(["verify", "--json"], environment);
    const { orders, found, differences } = JSON.parse(verified.out) as Record<string, unknown>;
    assert.deepEqual([verified.code, orders, found, differences], [0, 9, 0, []]);
    const file = join(keep, "backup.tar.gz");
    assert.deepEqual((await run(["backup", file], environment)).code, 0);
    assert.ok(statSync(file).size > 100_000);
    assert.deepEqual(await run(["migrate"], environment), { code: 0, out: "the database has the newest shape\n", errors: "" });
    await eraseTwice(keep);
    await damage(keep);
    const differs = await run(["verify"], environment);
    assert.equal(differs.code, 1);
    assert.match(differs.out, /^ord_\S+ {2}events: none\n9 orders|^ord_\S+ {2}/m);
  });

  test("without --keep nothing is left behind, neither at the end nor when it is interrupted", async (context) => {
    const folder = olistFolder(context);
    const temporary = scratchFolder(context);
    const whole = await run(["replay", "olist", folder], { TMPDIR: temporary });
    assert.equal(whole.code, 0, whole.errors);
    assert.match(whole.out, /^journal difference +0\.00 BRL$/m);
    assert.deepEqual(readdirSync(temporary), []);
    const { child, ended } = start(["replay", "olist", folder], { TMPDIR: temporary });
    for (let waited = 0; readdirSync(temporary).length === 0 && waited < 60_000; waited += 20) await sleep(20);
    child.kill("SIGTERM");
    assert.equal((await ended).code, 143);
    assert.deepEqual(readdirSync(temporary), []);
  });
});

async function replayKept(folder: string, keep: string): Promise<void> {
  const { code, out, errors } = await run(["replay", "olist", folder, "--keep", keep, "--json", "--set", "shipGrace=P1D"]);
  assert.equal(code, 0, errors);
  assert.equal(out.trimEnd().split("\n").length, 1, "standard output is the object alone");
  const summary = JSON.parse(out) as Record<string, unknown>;
  for (const key of ["paidMinor", "releasedMinor", "refundedMinor", "commands", "commandsPerSecond", "peakMemoryBytes"]) assert.equal(typeof summary[key], "number", key);
  assert.deepEqual(
    [summary.orders, summary.endings, summary.heldMinor, summary.journalDifferenceMinor, summary.terms],
    [9, { unpaid: 1, notShipped: 3, completed: 5 }, 0, 0, { shipGrace: "P1D" }]);
  assert.match(String(summary.eventsHash), /^[0-9a-f]{64}$/);
  assert.match(errors, /replaying/);
}

async function eraseTwice(keep: string): Promise<void> {
  const nobody = await run(["erase", "buyer", "ann"], { DATA_DIR: keep });
  assert.deepEqual([nobody.code, nobody.out], [1, ""]);
  assert.match(nobody.errors, /no words of a buyer ann are kept/);
  const store = await openStore({ dataDir: keep });
  await store.ensurePersonKeys(["buyer/ann"]);
  await store.close();
  assert.deepEqual(await run(["erase", "buyer", "ann"], { DATA_DIR: keep }), { code: 0, out: "the words of buyer ann can never be read again\n", errors: "" });
  const again = await run(["erase", "buyer", "ann"], { DATA_DIR: keep });
  assert.deepEqual([again.code, /were erased on .* already/.test(again.out)], [0, true]);
}

/** A column that the events do not bear out; the store lets it be written, as any wrong program could. */
async function damage(keep: string): Promise<void> {
  const store = await openStore({ dataDir: keep });
  const [row] = await store.ordersAfter(null, 1);
  const { events: _events, postings: _postings, payments: _payments, refunds: _refunds, ...order } = row!;
  await store.group({ orders: [order.id], placements: [], keys: [], trackingNumbers: [], evidence: [] }, () =>
    ({ updated: [{ ...order, paidMinor: order.paidMinor + 1, expectedVersion: order.version }] }));
  await store.close();
}

test("serve listens until it is told to end, and then ends with 0", async () => {
  const { child, ended } = start(["serve"], { PORT: "0", DATA_DIR: "memory", LOG_LEVEL: "silent" });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const found = /listening on (http\S+)/.exec(chunk.toString());
      if (found) resolve(found[1]!);
    });
    child.once("close", () => reject(new Error("it ended before it listened")));
  });
  assert.equal((await fetch(`${address}/health`)).status, 200);
  child.kill("SIGTERM");
  const { code, errors } = await ended;
  assert.equal(code, 0, errors);
});
