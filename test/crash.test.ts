// What a kill at any moment leaves behind, on real processes and real databases: nothing that was acknowledged is lost, no
// refund is executed twice or forgotten, and the next start goes on where the last one ended. The long form of the
// campaigns is scripts/crash-campaign.ts.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, test, type TestContext } from "node:test";
import { openStore } from "../src/store/store.ts";
import { audit } from "./support/audit.ts";
import { runCampaign, type CampaignWish } from "./support/campaign.ts";
import { done, openMarket, type Json, type Market } from "./support/market.ts";
import { startAndEnd, startServer, type ServerProcess } from "./support/serverProcess.ts";
import { emptyDatabase } from "./support/stores.ts";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const title = `nothing acknowledged is lost, every refund is executed once, the books are right (seed ${seed})`;

/** An order of Ann's whose refund may be handed over in two hours. */
async function approvedRefund(market: Market): Promise<{ id: string; refundId: string }> {
  const { id } = await market.placePaid();
  done(await market.buyer.command(id, { type: "RequestCancellation", reason: "noLongerWanted", sellerAtFault: false }));
  const { order } = done(await market.seller.command(id, { type: "AcceptCancellation" }));
  return { id, refundId: order.refunds[0].id };
}

const executed = async (market: Market, key: string): Promise<Json[]> =>
  (done(await market.operator.get("/v1/sandbox/institution/refunds")).refunds as Json[]).filter((refund) => refund.key === key);

async function campaign(context: TestContext, wish: Pick<CampaignWish, "kind" | "servers" | "dataDir">): Promise<void> {
  const { findings, audit: { orders, events, executed: all }, kills } = await runCampaign({ ...wish, seed, seconds: 4, strikes: 3 });
  context.diagnostic(`${kills} kills, ${orders} orders, ${events} events, ${all} refunds executed`);
  assert.deepEqual(findings, []);
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const start = Date.now();
  while (!(await holds())) {
    assert.ok(Date.now() - start < 30_000, `${what}, within half a minute`);
    await sleep(20);
  }
}

describe("a server on an embedded folder", () => {
  let dataDir: string;
  let server: ServerProcess;
  let market: Market;
  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "rescind-crash-"));
    server = await startServer({ dataDir });
    market = await openMarket(() => [server.url]);
  });
  after(() => rm(dataDir, { recursive: true, force: true }));

  test("a second process on a living folder is refused with the reason and exit code 1", async () => {
    const { code, complaint } = await startAndEnd({ dataDir });
    assert.equal(code, 1);
    assert.match(complaint, /^\S+ is in use by process \d+ on .+: two processes in one folder would lose each other's work\n$/);
  });

  test("killed between the institution's execution and its answer: the next start learns it by the same key, and it is executed once", async () => {
    const { id, refundId } = await approvedRefund(market);
    done(await market.operator.post("/v1/sandbox/institution", { next: ["hang"] }));
    const moving = market.advance("PT2H").catch(() => null);
    await until("the institution executes the refund", async () => (await executed(market, refundId)).length === 1);
    assert.equal((await market.order(id)).refunds[0].status, "submitting");
    await server.signal("SIGKILL");
    assert.equal(await moving, null);
    server = await startServer({ dataDir });
    await until("the refund is submitted", async () => (await market.order(id)).refunds[0].status === "submitted");
    assert.equal((await executed(market, refundId)).length, 1);
    assert.equal(done(await market.operator.get("/v1/sandbox/institution")).next.length, 0, "the fault came once, and does not come back");
  });

  test("SIGTERM: what is under way is answered, nothing new is taken, the process ends with 0 and the folder opens clean", async () => {
    const orders = await Promise.all(Array.from({ length: 5 }, () => approvedRefund(market)));
    done(await market.operator.post("/v1/sandbox/institution", { next: ["hang"] }));
    const moving = market.advance("PT2H");
    await until("the hand-over has begun", async () => (await executed(market, orders[0]!.refundId)).length === 1);
    const pending = orders.map(({ id }) => market.operator.get(`/v1/orders/${id}`));
    await Promise.all(pending);
    const ending = server.signal("SIGTERM");
    assert.equal((await moving).status, 200);
    const answeredAt = Date.now();
    assert.equal((await ending).code, 0);
    assert.ok(Date.now() - answeredAt < 3_000, "nobody waits for connections that only idle");
    const store = await openStore({ dataDir });
    const { findings, executed: all } = await audit(store);
    await store.close();
    assert.deepEqual(findings, []);
    assert.equal(all, 6);
  });

  test(`killed again and again under load: ${title}`, (context) => campaign(context, { kind: "pglite", servers: 1, dataDir }));
});

test("one of two servers is killed while it hands a refund over: the other takes it over, and it is executed once", async () => {
  const database = await emptyDatabase();
  const servers = await Promise.all([startServer({ databaseUrl: database.url }), startServer({ databaseUrl: database.url })]);
  let urls = servers.map(({ url }) => url);
  const market = await openMarket(() => urls);
  const { id, refundId } = await approvedRefund(market);
  done(await market.operator.post("/v1/sandbox/institution", { next: ["hang"] }));
  urls = [servers[0]!.url];
  const moving = market.advance("PT2H").catch(() => null);
  await until("the institution executes the refund", async () => (await executed(market, refundId)).length === 1);
  await servers[0]!.signal("SIGKILL");
  assert.equal(await moving, null);
  urls = [servers[1]!.url];
  done(await market.advance("PT1M"));
  assert.equal((await market.order(id)).refunds[0].status, "submitted", "the clock's move waited until the refund's outcome was known");
  assert.equal((await executed(market, refundId)).length, 1);
  assert.equal((await servers[1]!.signal("SIGTERM")).code, 0);
  await database.forget();
});

test(`two servers on PostgreSQL, killed again and again under load: ${title}`, (context) => campaign(context, { kind: "postgres", servers: 2 }));
