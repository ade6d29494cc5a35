// The server as a process: what it prints, what settings it refuses, and that it ends well when it is asked to, as often as it is asked.
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { BadSettings, readSettings } from "../src/settings.ts";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const key = "a key of the server test";

type Running = { child: ChildProcess; url: string; lines: string[] };

/** Starts the server on a free port and waits until it listens. */
async function start(environment: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [main], { env: { PATH: process.env.PATH ?? "", PORT: "0", LOG_LEVEL: "warn", ...environment }, stdio: ["ignore", "pipe", "inherit"] });
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout!)) {
    lines.push(line);
    const url = /^listening on (http:\S+)$/.exec(line)?.[1];
    if (url) return { child, url, lines };
  }
  throw new Error(`it ended with ${child.exitCode} and said: ${lines.join("\n")}`);
}

async function ended({ child }: Running): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode;
}

test("settings have defaults, and what cannot be is told, each in a line", () => {
  const plain = readSettings({});
  assert.partialDeepStrictEqual(plain, { port: 4600, host: "127.0.0.1", dataDir: "./data", sandbox: true, rateLimit: null, databaseUrl: undefined });
  assert.equal(readSettings({ DATABASE_URL: "postgres://localhost/shop" }).sandbox, false, "the sandbox is not the default beside a real database");
  assert.equal(readSettings({ DATABASE_URL: "postgres://localhost/shop", SANDBOX: "1" }).sandbox, true);
  assert.equal(readSettings({ SANDBOX: "0", OPERATOR_KEY: "", RATE_LIMIT: "60" }).sandbox, false);
  assert.throws(() => readSettings({ PORT: "70000", OPERATOR_KEY: "short", RATE_LIMIT: "-1", DATABASE_URL: "mysql://x" }), (error: unknown) =>
    error instanceof BadSettings && ["PORT", "OPERATOR_KEY", "RATE_LIMIT", "DATABASE_URL"].every((name) => error.message.includes(`${name}: `)));
});

test("a link to the cart has a place for the product and no unknown one; models come from origins", () => {
  const link = "https://shop.example/cart?sku={sku}&quantity={quantity}";
  assert.partialDeepStrictEqual(readSettings({ CART_LINKS: JSON.stringify({ aliexpress: link }), MODEL_ORIGINS: "https://models.example, https://cdn.example" }), { cartLinks: { aliexpress: link }, modelOrigins: ["https://models.example", "https://cdn.example"] });
  for (const wrong of ["not JSON", '{"aliexpress":"https://shop.example/cart"}', '{"aliexpress":"https://shop.example/{sku}/{colour}"}', '{"aliexpress":"javascript:alert({sku})"}']) {
    assert.throws(() => readSettings({ CART_LINKS: wrong }), (error: unknown) => error instanceof BadSettings && error.message.includes("CART_LINKS"), wrong);
  }
  assert.throws(() => readSettings({ MODEL_ORIGINS: "https://models.example/path" }), BadSettings);
});

test("the operator key is made and shown once; a second start knows it; both signals end with 0, however often they come", async () => {
  const folder = await mkdtemp(join(tmpdir(), "rescind-server-"));
  try {
    const first = await start({ DATA_DIR: join(folder, "data") });
    const shown = /^operator key, shown this once: (\S+)$/.exec(first.lines.join("\n").split("\n")[0]!)?.[1];
    assert.ok(shown);
    const ask = (url: string): Promise<Response> => fetch(`${url}/v1/orders`, { headers: { authorization: `Bearer ${shown}` } });
    assert.equal((await ask(first.url)).status, 200);
    for (let count = 0; count < 3; count += 1) first.child.kill("SIGTERM");
    assert.equal(await ended(first), 0);
    const second = await start({ DATA_DIR: join(folder, "data") });
    assert.deepEqual(second.lines.filter((line) => line.startsWith("operator key")), []);
    assert.equal((await ask(second.url)).status, 200);
    second.child.kill("SIGINT");
    assert.equal(await ended(second), 0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("SIGTERM lets what is under way finish, ends open streams, and takes nothing new", async () => {
  const server = await start({ DATA_DIR: "memory", OPERATOR_KEY: key });
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const stream = await fetch(`${server.url}/v1/stream`, { headers });
  assert.equal(stream.status, 200);
  const line = { sku: "1", title: "One", quantity: 1, unitPriceMinor: 1 };
  const orders = Array.from({ length: 500 }, (_, index) => ({
    marketplace: "aliexpress", externalId: `end-${index}`, buyer: { id: `b${index}`, country: "DE" }, seller: { id: "s", country: "CN" }, currency: "EUR", lines: [line],
  }));
  const underWay = fetch(`${server.url}/v1/orders:batch`, { method: "POST", headers, body: JSON.stringify({ orders }) });
  await new Promise((resolve) => setTimeout(resolve, 150));
  server.child.kill("SIGTERM");
  const answer = await underWay;
  assert.equal(answer.status, 200);
  const { results } = (await answer.json()) as { results: { status: number }[] };
  assert.ok(results.every(({ status }) => status === 201));
  await stream.text();
  assert.equal(await ended(server), 0);
  await assert.rejects(fetch(`${server.url}/health`));
});
