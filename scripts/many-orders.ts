// How the pages do with many orders: places them through the engine, in a mix of states, and measures what stands behind the seller's
// queue, the operator's overview and the buyer's list, and how long each page takes in Chromium. It asserts nothing: machines differ.
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import type { Actor } from "../src/core/event.ts";
import type { OrderInput } from "../src/engine/engine.ts";
import { openChromium, startWithPages, visitAs } from "../test/support/chromium.ts";
import type { Client, TestServer } from "../test/support/client.ts";

const { values } = parseArgs({ options: { orders: { type: "string", default: "10000" }, times: { type: "string", default: "40" } } });
const orders = Number(values.orders);
const times = Number(values.times);
const AT_ONCE = 250;

/** As many as that, since nobody may have many unpaid orders at once. */
const BUYERS = 400;
const buyerOf = (number: number): Actor & { id: string } => ({ role: "buyer", id: `buyer-${number % BUYERS}` });
const seller: Actor = { role: "seller", id: "cactus" };
const operator: Actor = { role: "operator", id: "many" };
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const inputOf = (number: number): OrderInput => ({
  marketplace: ["aliexpress", "amazon", "taobao"][number % 3]!, externalId: `M-${String(number).padStart(6, "0")}`, locale: null, buyer: { id: buyerOf(number).id, name: `Ann ${number % BUYERS}`, country: "DE" }, seller: { id: "cactus", name: "Cactus Shop", country: "CN" },
  fulfilledBy: "seller", currency: "USD", shippingMinor: 250, commissionMinor: 0, shipWithin: "P30D", shipBy: null,
  lines: [{ sku: "SEED-1", title: "Cactus seeds", quantity: 2, unitPriceMinor: 500 }],
});

/** All of them in groups, so that the engine's own groups are full. */
async function inGroups<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += AT_ONCE) await Promise.all(all.slice(from, from + AT_ONCE).map(act));
}

/** Orders of one seller: a fifth unpaid, two fifths to be shipped, two fifths on their way. */
async function seed({ engine, advance }: TestServer): Promise<void> {
  const ids: string[] = [];
  const give = async (orderId: string, actor: Actor, command: { type: string; [field: string]: unknown }): Promise<void> => {
    const answer = await engine.command({ orderId, actor, command });
    if (answer.kind !== "accepted") throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
  };
  await inGroups(Array.from({ length: orders }, (_, number) => number), async (number) => {
    const placed = await engine.place(inputOf(number), operator);
    if (placed.kind !== "placed") throw new Error(`order ${number}: ${placed.kind}`);
    ids[number] = placed.order.id;
    if (number % 5 > 0) await give(placed.order.id, buyerOf(number), { type: "PayOrder", method: number % 3 === 2 ? "alipay" : "card" });
  });
  await advance("PT2H");
  const paid: { id: string; number: number }[] = ids.map((id, number) => ({ id, number })).filter(({ number }) => number % 5 > 0);
  await inGroups(paid.filter(({ number }) => number % 5 > 2), ({ id, number }) => give(id, seller, { type: "ShipOrder", carrier: "sandbox", trackingNumber: `MANY-${number}` }));
}

const percentile = (took: readonly number[], share: number): number => took.toSorted((one, other) => one - other)[Math.min(took.length - 1, Math.floor(took.length * share))]!;

async function measure(name: string, client: Client, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const took: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const began = performance.now();
      const { status } = await client.get(path);
      if (status !== 200) throw new Error(`${path}: ${status}`);
      took.push(performance.now() - began);
    }
    say(`| ${name} | \`${path}\` | ${percentile(took, 0.5).toFixed(0)} ms | ${percentile(took, 0.95).toFixed(0)} ms |`);
  }
}

/** What a reader feels who types, filters and scrolls: from each key and click to the next paint, and from frame to frame (milliseconds). */
async function inUse(page: Page): Promise<{ answers: number[]; frames: number[] }> {
  await page.evaluate("globalThis.answers = []; new PerformanceObserver((list) => answers.push(...list.getEntries().filter(({ interactionId }) => interactionId > 0).map(({ duration }) => duration))).observe({ type: 'event', durationThreshold: 16 })");
  await page.getByRole("searchbox").pressSequentially("M-000", { delay: 60 });
  await page.getByRole("link", { name: "In transit" }).click();
  await page.getByRole("link", { name: /^Take off/ }).click();
  const more = page.getByRole("button", { name: "Show more" });
  for (let rows = 25; rows < 100 && (await more.isVisible()); rows += 25) {
    await more.click();
    await page.locator(".orders > li").nth(rows).waitFor();
  }
  const frames = (await page.evaluate(`new Promise((done) => {
    const frames = [];
    let before = performance.now();
    const step = (now) => {
      frames.push(now - before);
      before = now;
      scrollBy(0, 60);
      if (scrollY + innerHeight < document.documentElement.scrollHeight - 1 && frames.length < 400) requestAnimationFrame(step);
      else done(frames.slice(1));
    };
    scrollTo(0, 0);
    requestAnimationFrame(step);
  })`)) as number[];
  // Answers shorter than what the browser reports at all count as that much.
  const answers = (await page.evaluate("answers")) as number[];
  return { answers: answers.length > 0 ? answers : [16], frames };
}

const queue = (role: string): string[] => [`/v1/orders?owes=${role}&sort=deadline&limit=25`, `/v1/orders:open?owes=${role}`, "/v1/orders:open"];

const databaseUrl = process.env.DATABASE_URL;
const server = await startWithPages({ socketEach: 1, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
say(`${cpus()[0]?.model}, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}, ${databaseUrl === undefined ? "PGlite in memory" : "PostgreSQL"}`);
const began = performance.now();
await seed(server);
say(`${orders} orders in ${((performance.now() - began) / 1000).toFixed(0)} s`);
say("| who | call | median | p95 |\n|---|---|---|---|");
await measure("seller", await server.as("seller", "cactus"), queue("seller"));
await measure("operator", await server.as("operator", "olga"), queue("operator"));
await measure("operator", await server.as("operator", "olga"), ["/v1/orders?limit=25", "/v1/orders?q=M-0002&limit=25", "/v1/orders?q=cactus&limit=25", "/v1/orders?status=inTransit&limit=25"]);
await measure("buyer", await server.as("buyer", "buyer-1"), ["/v1/orders?limit=25", "/v1/orders?owes=buyer&limit=25"]);
const browser = await openChromium();
for (const [role, id, path, there] of [["seller", "cactus", "/seller", ".table tbody tr"], ["operator", "olga", "/operations", ".pair .table"], ["operator", "olga", "/orders", ".orders > li"], ["buyer", "buyer-1", "/orders", ".orders > li"]] as const) {
  const { page, context } = await visitAs(browser, server, role, id, path);
  await page.locator(there).first().waitFor();
  const took: { rows: number[]; painted: number[] } = { rows: [], painted: [] };
  for (let time = 0; time < 5; time += 1) {
    const from = performance.now();
    await page.goto(path, { waitUntil: "commit" });
    await page.locator(there).first().waitFor();
    took.rows.push(performance.now() - from);
    took.painted.push((await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")) as number);
  }
  const told = (what: string, all: number[]): void => say(`| ${role} | the page ${path} in Chromium${what} | ${percentile(all, 0.5).toFixed(0)} ms | ${Math.max(...all).toFixed(0)} ms (longest) |`);
  told(" until its rows are there", took.rows);
  told(", first contentful paint", took.painted);
  if (path === "/orders") {
    const { answers, frames } = await inUse(page);
    told(", a key or a click until the next paint", answers);
    told(", a frame while scrolling through up to 100 orders", frames);
  }
  await context.close();
}
await browser.close();
await server.close();
