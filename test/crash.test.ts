// What a kill at any moment leaves behind, on real processes and real databases: nothing that was acknowledged is lost, no
// refund is executed twice or forgotten, and the next start goes on where the last one ended. With the short forms of the
// campaigns that kill servers and let time pass without them; the long ones run as `npm run campaign`.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, test, type TestContext } from "node:test";
import type { CampaignEnd } from "../scripts/campaigns/campaign.ts";
import { clockOn } from "../scripts/campaigns/clock.ts";
import { killOn } from "../scripts/campaigns/kill.ts";
import { openFleet, openGround, type Fleet, type Ground } from "./support/fleet.ts";
import { done, openMarket, type Json, type Market } from "./support/market.ts";
import { startAndEnd } from "./support/serverProcess.ts";
import { chanceOf } from "./support/traders.ts";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const title = `nothing acknowledged is lost, every refund is executed once, the books are right (seed ${seed})`;
const tell = (): void => undefined;

/** An order of Ann's whose refund may be handed over in two hours. */
async function approvedRefund(market: Market): Promise<{ id: string; refundId: string }> {
  const { id } = await market.placePaid();
  done(await market.buyer.command(id, { type: "RequestCancellation", reason: "noLongerWanted", sellerAtFault: false }));
  const { order } = done(await market.seller.command(id, { type: "AcceptCancellation" }));
  return { id, refundId: order.refunds[0].id };
}

const executed = async (market: Market, key: string): Promise<Json[]> =>
  (done(await market.operator.get("/v1/sandbox/institution/refunds")).refunds as Json[]).filter((refund) => refund.key === key);

function nothingFound(context: TestContext, { tried, findings }: CampaignEnd): void {
  context.diagnostic(JSON.stringify(tried));
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
  let ground: Ground;
  let fleet: Fleet;
  let market: Market;
  before(async () => {
    ground = await openGround("pglite");
    fleet = openFleet({ where: ground.where, count: 1, chance: chanceOf(seed), mishaps: false, tell });
    await fleet.start();
    market = await openMarket(fleet.urls);
  });
  after(() => ground.forget());

  test("a second process on a living folder is refused with the reason and exit code 1", async () => {
    const { code, complaint } = await startAndEnd(ground.where);
    assert.equal(code, 1);
    assert.match(complaint, /^\S+ is in use by process \d+ on .+: two processes in one folder would lose each other's work\n$/);
  });

  test("killed between the institution's execution and its answer: the next start learns it by the same key, and it is executed once", async () => {
    const { id, refundId } = await approvedRefund(market);
    done(await market.operator.post("/v1/sandbox/institution", { next: ["hang"] }));
    const moving = market.advance("PT2H").catch(() => null);
    await until("the institution executes the refund", async () => (await executed(market, refundId)).length === 1);
    assert.equal((await market.order(id)).refunds[0].status, "submitting");
    await fleet.abandon();
    assert.equal(await moving, null);
    await fleet.start();
    await until("the refund is submitted", async () => (await market.order(id)).refunds[0].status === "submitted");
    assert.equal((await executed(market, refundId)).length, 1);
    assert.equal(done(await market.operator.get("/v1/sandbox/institution")).next.length, 0, "the fault came once, and does not come back");
  });

  test("SIGTERM: what is under way is answered, nothing new is taken, the process ends with 0 and the folder opens clean", async () => {
    const orders = await Promise.all(Array.from({ length: 5 }, () => approvedRefund(market)));
    done(await market.operator.post("/v1/sandbox/institution", { next: ["hang"] }));
    const moving = market.advance("PT2H");
    await until("the hand-over has begun", async () => (await executed(market, orders[0]!.refundId)).length === 1);
    await Promise.all(orders.map(({ id }) => market.operator.get(`/v1/orders/${id}`)));
    const ending = fleet.end();
    assert.equal((await moving).status, 200);
    const answeredAt = Date.now();
    await ending;
    assert.deepEqual(fleet.findings, []);
    assert.ok(Date.now() - answeredAt < 3_000, "nobody waits for connections that only idle");
    await fleet.start();
    for (const { id, refundId } of orders) assert.deepEqual([(await market.order(id)).refunds[0].status, (await executed(market, refundId)).length], ["submitted", 1]);
  });

  test(`killed again and again under load: ${title}`, async (context) => nothingFound(context, await killOn(fleet, ground.where, { seed, seconds: 1, strikes: 2, tell })));
});

describe("two servers on PostgreSQL", () => {
  let ground: Ground;
  let fleet: Fleet;
  before(async () => {
    ground = await openGround("postgres");
    fleet = openFleet({ where: ground.where, count: 2, chance: chanceOf(seed), mishaps: false, tell });
    await fleet.start();
  });
  after(async () => {
    await fleet.abandon();
    await ground.forget();
  });

  test("one is killed while it hands a refund over: the other takes it over, and it is executed once", async () => {
    const market = await openMarket(fleet.urls);
    const { id, refundId } = await approvedRefund(market);
    done(await market.operator.post("/v1/sandbox/institution", { next: ["hang"] }));
    const [mover] = fleet.urls() as [string];
    const moving = (await openMarket(() => [mover])).advance("PT2H").catch(() => null);
    await until("the institution executes the refund", async () => (await executed(market, refundId)).length === 1);
    await fleet.kill(mover);
    assert.equal(await moving, null);
    done(await market.advance("PT1M"));
    assert.equal((await market.order(id)).refunds[0].status, "submitted", "the clock's move waited until the refund's outcome was known");
    assert.equal((await executed(market, refundId)).length, 1);
  });

  test(`down across deadlines and woken together: each comes once, at its instant, in its sequence (seed ${seed})`, async (context) => {
    const end = await clockOn(fleet, ground.where, { seed, seconds: 60, rounds: 1, tell });
    nothingFound(context, end);
    assert.ok(end.tried.deadlinesFired! > 5, "the servers had something to wake up to");
  });

  test(`killed again and again under load: ${title}`, async (context) => nothingFound(context, await killOn(fleet, ground.where, { seed, seconds: 3, strikes: 2, tell })));
});
