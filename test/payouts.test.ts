// Payouts over HTTP with the sandbox's institution: what is paid, what is held back, each fault of the institution, what comes back,
// and that statement, ledger and `verify` say the same throughout.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { verify } from "../src/engine/verify.ts";
import { startTestServer, type Json, type TestServer } from "./support/client.ts";
import { releasedOrders } from "./support/released.ts";

let server: TestServer;
before(async () => {
  server = await startTestServer({ payouts: { every: null, terms: { aliexpress: { feeBasisPoints: 100, feeMinor: { USD: 25 }, leastMinor: { USD: 1000 } } } } });
});
after(() => server.close());

/** An order of that seller's whose money has been released. */
const released = async (seller: string, unitPriceMinor?: number): Promise<Json> => (await releasedOrders(server, [seller], unitPriceMinor))[0];

const pay = async (marketplace = "aliexpress"): Promise<Json> => {
  const { status, body } = await server.operator.post("/v1/payouts", { marketplace });
  assert.equal(status, 201, JSON.stringify(body));
  return body.batch;
};
const faults = (...next: string[]) => server.operator.post("/v1/sandbox/institution", { next });
const of = async (seller: string): Promise<Json[]> => (await server.operator.get(`/v1/payouts?seller=${seller}`)).body.payouts;
const executed = async (key: string): Promise<Json[]> => (await server.operator.get("/v1/sandbox/institution/payouts")).body.payouts.filter((one: Json) => one.key === key);
const balance = async (seller: string): Promise<number> => (await server.operator.get(`/v1/sellers/${seller}/statement`)).body.balances.find(({ currency }: Json) => currency === "USD").closingMinor;

/** The payout of that seller once it is no longer being handed over. */
async function sent(seller: string, wanted = "submitted"): Promise<Json> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [payout] = await of(seller);
    if (payout?.status === wanted) return payout;
    await sleep(20);
  }
  assert.fail(`${seller}'s payout is not ${wanted}: ${JSON.stringify(await of(seller))}`);
}

async function verified(): Promise<void> {
  assert.deepEqual((await verify(server.engine.store)).differences, []);
}

test("a preview makes nothing; a batch pays what it said: the balance less the fee, once, and it arrives by the clock", async () => {
  await released("paid");
  const { body: preview } = await server.operator.post("/v1/payouts", { marketplace: "aliexpress", dryRun: true });
  const owed = await balance("paid");
  const fee = 25 + Math.floor(owed / 100);
  assert.deepEqual(preview.shares, [{ sellerId: "paid", currency: "USD", balanceMinor: owed, feeMinor: fee, amountMinor: owed - fee, held: null }]);
  assert.deepEqual(await of("paid"), []);
  assert.equal((await pay()).payouts, 1);
  const payout = await sent("paid");
  assert.deepEqual([payout.amountMinor, payout.feeMinor, payout.balanceMinor], [owed - fee, fee, owed]);
  assert.deepEqual((await executed(payout.id)).map(({ amountMinor, sellerId, status }: Json) => [amountMinor, sellerId, status]), [[owed - fee, "paid", "submitted"]]);
  assert.equal(await balance("paid"), 0);
  assert.equal((await pay()).payouts, 0, "a second batch finds nothing");
  await server.advance("P2D");
  assert.equal((await of("paid"))[0]!.status, "settled");
  const { body } = await server.operator.get(`/v1/payouts/${payout.id}`);
  assert.deepEqual(body.steps.map(({ type }: Json) => type), ["PayoutMade", "PayoutSubmitted", "PayoutSettled"]);
  assert.equal(body.lines.reduce((sum: number, { amountMinor }: Json) => sum + amountMinor, 0), owed);
  await verified();
});

test("a balance below the least amount waits, and is paid with what comes later", async () => {
  await released("small", 600);
  const { shares } = (await server.operator.post("/v1/payouts", { marketplace: "aliexpress", dryRun: true })).body;
  assert.equal(shares.find(({ sellerId }: Json) => sellerId === "small").held, "belowLeast");
  await pay();
  assert.deepEqual(await of("small"), []);
  await released("small", 600);
  await pay();
  const payout = await sent("small");
  assert.equal((await server.operator.get(`/v1/payouts/${payout.id}`)).body.lines.length, 2);
  await verified();
});

for (const fault of ["timeoutAfterAccept", "error500AfterAccept"] as const) {
  test(`${fault}: the outcome is unknown, the same key goes out again, and it is executed once`, async () => {
    await released(fault);
    await faults(fault);
    await pay();
    const unknown = await sent(fault, "unknown");
    assert.ok(unknown.decideBy > unknown.unknownAt);
    assert.deepEqual((await server.operator.get("/v1/payouts?status=unknown")).body.payouts.map(({ id }: Json) => id), [unknown.id]);
    assert.equal((await pay()).payouts, 0, "what may have left is not paid again");
    await server.advance("PT1M");
    const payout = await sent(fault);
    assert.deepEqual([payout.id, payout.decideBy], [unknown.id, null]);
    assert.equal((await executed(payout.id)).length, 1);
    await verified();
  });
}

test("an unknown one is learned by asking, too", async () => {
  await released("asked");
  await faults("timeoutAfterAccept");
  await pay();
  const { id } = await sent("asked", "unknown");
  assert.equal((await server.operator.post(`/v1/payouts/${id}/inquire`)).body.status, "submitted");
  await verified();
});

test("rejected: the money and the fee are the seller's balance again, and the next batch pays it under another key", async () => {
  await released("rejected");
  const owed = await balance("rejected");
  await faults("reject");
  await pay();
  const failed = await sent("rejected", "failed");
  assert.equal(failed.failedBecause, "the institution rejects this payout");
  assert.equal(await balance("rejected"), owed);
  await pay();
  const payout = await sent("rejected");
  assert.notEqual(payout.id, failed.id);
  assert.equal(payout.balanceMinor, owed);
  assert.equal((await executed(failed.id)).length, 0);
  await verified();
});

test("a payout that fails after it had arrived is the seller's balance again; a late word of its arrival changes nothing", async () => {
  await released("bounced");
  const owed = await balance("bounced");
  await pay();
  const { id } = await sent("bounced");
  assert.equal((await server.operator.post(`/v1/sandbox/institution/payouts/${id}/settle`)).body.status, "settled");
  const { body } = await server.operator.post(`/v1/sandbox/institution/payouts/${id}/fail`);
  assert.equal(body.status, "failed");
  assert.ok(body.settledAt !== null);
  assert.equal(await balance("bounced"), owed);
  assert.equal((await server.operator.post(`/v1/sandbox/institution/payouts/${id}/settle`)).body.status, "failed");
  await verified();
});

test("what is taken back after a payout is a receivable that later releases fill before anything is paid", async () => {
  const order = await released("debtor", 5000);
  await pay();
  await sent("debtor");
  await server.advance("P3D");
  const payment = order.payments[0].id;
  assert.equal((await server.operator.post(`/v1/sandbox/institution/payments/${payment}/chargeback`, {})).status, 200);
  assert.equal((await server.operator.post(`/v1/sandbox/institution/payments/${payment}/chargeback`, { outcome: "lost" })).status, 200);
  const debt = await balance("debtor");
  assert.ok(debt < 0, `${debt}`);
  const { shares } = (await server.operator.post("/v1/payouts", { marketplace: "aliexpress", dryRun: true })).body;
  assert.equal(shares.find(({ sellerId }: Json) => sellerId === "debtor").held, "owes");
  assert.equal((await pay()).payouts, 0);
  await released("debtor", 8000);
  const left = await balance("debtor");
  await pay();
  const payout = await sent("debtor");
  assert.equal(payout.balanceMinor, left);
  const { lines } = (await server.operator.get(`/v1/payouts/${payout.id}`)).body;
  assert.ok(lines.some(({ type, amountMinor }: Json) => type === "SellerDebited" && amountMinor === debt), JSON.stringify(lines));
  await verified();
});

test("what is taken back while a payout is under way does not touch it, and what is released meanwhile comes with the next", async () => {
  const order = await released("busy");
  await faults("timeoutAfterAccept");
  await pay();
  const first = await sent("busy", "unknown");
  const payment = order.payments[0].id;
  await server.operator.post(`/v1/sandbox/institution/payments/${payment}/chargeback`, {});
  await server.operator.post(`/v1/sandbox/institution/payments/${payment}/chargeback`, { outcome: "lost" });
  await released("busy", 9000);
  await pay();
  const [second] = await of("busy");
  assert.notEqual(second!.id, first.id);
  assert.equal((await of("busy")).find(({ id }) => id === first.id)!.amountMinor, first.amountMinor);
  await verified();
});

test("the statement shows payouts and fees as lines: opening and lines make the closing balance, in JSON and in CSV", async () => {
  for (const seller of ["paid", "rejected", "bounced", "debtor", "busy"]) {
    const { body } = await server.operator.get(`/v1/sellers/${seller}/statement`);
    const lines = body.lines as Json[];
    assert.equal(body.balances[0].openingMinor + lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0), body.balances[0].closingMinor, seller);
    const made = lines.filter(({ type }) => type === "PayoutMade");
    assert.deepEqual(made.map(({ payoutId, amountMinor }) => [payoutId, -amountMinor]).sort(), (await of(seller)).map(({ id, amountMinor }) => [id, amountMinor]).sort());
    assert.equal(lines.filter(({ type }) => type === "PayoutFeeCharged").length, made.length);
    const { body: csv } = await server.operator.call("GET", `/v1/sellers/${seller}/statement`, undefined, { headers: { accept: "text/csv" } });
    assert.equal((csv as string).split("\r\n").filter((line) => /,PayoutMade,/.test(line)).length, made.length);
  }
});

test("an operator says what became of an unknown one, once; of a known one nobody can", async () => {
  await released("decided");
  const owed = await balance("decided");
  await faults("timeoutAfterAccept");
  await pay();
  const { id } = await sent("decided", "unknown");
  assert.equal((await server.operator.post(`/v1/payouts/${id}/resolve`, { outcome: "settled" })).status, 422, "without a reason");
  const { body } = await server.operator.post(`/v1/payouts/${id}/resolve`, { outcome: "settled", reason: "in the bank's report of 3 March" });
  assert.equal(body.status, "settled");
  const again = await server.operator.post(`/v1/payouts/${id}/resolve`, { outcome: "failed", reason: "a mistake" });
  assert.deepEqual([again.status, again.body.type], [409, "/docs/problems/payoutKnown"]);
  assert.equal((await server.operator.get(`/v1/payouts/${id}`)).body.steps.at(-1).reason, "in the bank's report of 3 March");
  assert.ok(owed > 0 && (await balance("decided")) === 0);
  await verified();
});

test("sellers read their own payouts and nobody else's; pages follow one another", async () => {
  const seller = await server.as("seller", "rejected");
  const first = await seller.get("/v1/payouts?limit=1");
  const second = await seller.get(`/v1/payouts?limit=1&cursor=${first.body.next}`);
  assert.deepEqual([...first.body.payouts, ...second.body.payouts].map(({ id }: Json) => id), (await of("rejected")).map(({ id }) => id));
  assert.equal(second.body.next, null);
  assert.deepEqual((await seller.get("/v1/payouts?seller=paid")).body.payouts, []);
  assert.equal((await seller.get(`/v1/payouts/${(await of("paid"))[0]!.id}`)).status, 404);
  assert.equal((await seller.get(`/v1/payouts/${first.body.payouts[0].id}`)).status, 200);
  assert.equal((await seller.get("/v1/payouts?cursor=x")).status, 400);
});

test("the house's ledger has the payouts in it, and all accounts sum to zero", async () => {
  const totals = await server.engine.store.totals.accounts();
  const sum = (kind?: string): number => totals.filter((row) => row.currency === "USD" && (kind === undefined || row.kind === kind)).reduce((total, { amountMinor }) => total + amountMinor, 0);
  assert.equal(sum(), 0);
  assert.ok(sum("institution") > 0, "on its way to sellers' banks");
});
