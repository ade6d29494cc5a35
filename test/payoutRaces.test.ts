// Payouts where several processes, or a crash between any two steps, could pay twice or lose something: two servers on one PostgreSQL,
// and each state that a killed process can leave, made by doing only the first part of the work.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { openBatches } from "../src/engine/payouts/batches.ts";
import { openSending } from "../src/engine/payouts/sending.ts";
import { verify } from "../src/engine/verify.ts";
import { openPostgres } from "../src/store/postgres.ts";
import { mintId } from "../src/store/ids.ts";
import type { PayoutRow } from "../src/store/payoutRows.ts";
import { startTestServer, type Json, type TestServer } from "./support/client.ts";
import { receive, releasedOrders, shippedOrders } from "./support/released.ts";
import { newDatabase } from "./support/stores.ts";

let database: { url: string; forget(): Promise<void> };
let servers: TestServer[];
const every = { every: "P30D", terms: {} };
before(async () => {
  database = await newDatabase();
  servers = await Promise.all([startTestServer({ databaseUrl: database.url, payouts: every }), startTestServer({ databaseUrl: database.url, payouts: every })]);
});
after(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await database.forget();
});

const start = (server: TestServer) => server.operator.post("/v1/payouts", { marketplace: "aliexpress" });
const all = async (search = ""): Promise<Json[]> => (await servers[0]!.operator.get(`/v1/payouts?limit=200${search}`)).body.payouts;
const executed = async (): Promise<Json[]> => (await servers[0]!.operator.get("/v1/sandbox/institution/payouts")).body.payouts;

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    assert.ok(tries < 500, what);
    await sleep(20);
  }
}

/** Every payout of ours is with the institution once, with its amount, and the books are right. */
async function audited(): Promise<void> {
  await until("all are handed over", async () => (await all("&status=submitting")).length === 0);
  const outside = (await executed()).map(({ key, amountMinor }) => `${key} ${amountMinor}`).sort();
  assert.deepEqual(outside, (await all()).map(({ id, amountMinor }) => `${id} ${amountMinor}`).sort());
  assert.deepEqual((await verify(servers[0]!.engine.store)).differences, []);
}

test("six batches at once on two servers pay each seller once", async () => {
  const sellers = Array.from({ length: 6 }, (_, index) => `race-${index}`);
  await releasedOrders(servers[0]!, sellers);
  const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => start(servers[index % 2]!)));
  assert.deepEqual(answers.map(({ status }) => status), answers.map(() => 201));
  assert.deepEqual((await all()).map(({ sellerId }) => sellerId).sort(), sellers);
  await audited();
});

test("what is released while batches run is paid once: now or with the next", async () => {
  const sellers = Array.from({ length: 8 }, () => "stream");
  const orders = await shippedOrders(servers[0]!, sellers);
  await Promise.all([receive(servers[1]!, orders), ...Array.from({ length: 4 }, async (_, index) => {
    await sleep(index * 15);
    return start(servers[index % 2]!);
  })]);
  await start(servers[0]!);
  const { lines, balances } = (await servers[0]!.operator.get("/v1/sellers/stream/statement")).body;
  assert.equal(balances[0].closingMinor, 0);
  const earned = (lines as Json[]).filter(({ type }) => type === "EscrowReleased").reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  assert.equal((await all("&seller=stream")).reduce((sum, { amountMinor }) => sum + amountMinor, 0), earned);
  await audited();
});

test("the schedule makes one batch for each marketplace and time, whichever server is there; times that were missed are one", async () => {
  const scheduled = async (): Promise<Json[]> => ((await servers[0]!.operator.get("/v1/payout-batches?marketplace=aliexpress&limit=200")).body.batches as Json[]).filter(({ slotAt }) => slotAt !== null);
  const before = (await scheduled()).length;
  await releasedOrders(servers[0]!, ["clockwork"]);
  await Promise.all([servers[0]!.advance("P31D"), servers[1]!.advance("P31D")]);
  await until("both moves were acted on", async () => (await scheduled()).length >= before + 2);
  const slots = (await scheduled()).map(({ slotAt }) => slotAt as string);
  assert.equal(new Set(slots).size, slots.length);
  assert.equal((await all("&seller=clockwork")).length, 1);
  await audited();
});

test("a database refuses a posting that is paid out twice, another amount, and a way back from an end", async () => {
  const raw = openPostgres(database.url, 2);
  const [line] = await raw.rows<{ payout_id: string }>("SELECT payout_id FROM payout_lines WHERE live LIMIT 1");
  const id = line!.payout_id;
  const refused = async (sql: string, why: RegExp): Promise<void> => assert.rejects(raw.rows(sql), why);
  try {
    await refused(`INSERT INTO payout_lines SELECT (SELECT id FROM payouts WHERE id <> '${id}' LIMIT 1), bucket, order_id, event_seq, line, amount_minor FROM payout_lines WHERE payout_id = '${id}'`, /payout_lines_once/);
    await refused(`UPDATE payouts SET amount_minor = amount_minor + 1, fee_minor = fee_minor - 1 WHERE id = '${id}'`, /fixed|check/i);
    await refused(`UPDATE payouts SET status = 'submitting' WHERE id = '${id}'`, /does not become/);
    await refused(`DELETE FROM payout_postings WHERE payout_id = '${id}'`, /only grows/);
    await refused(`UPDATE payout_lines SET amount_minor = 1 WHERE payout_id = '${id}'`, /stays as it is/);
    await refused(`INSERT INTO payout_postings VALUES ('${id}', 1, 9, 'payout', 'seller/x', 5, 'USD', 0)`, /sum to zero/);
    await refused(`WITH made AS (INSERT INTO payouts SELECT 'pyo_x', batch_id, marketplace, 'thief', currency, 7, 0, 7, 'submitting', 1, at FROM payouts WHERE id = '${id}' RETURNING id)
      INSERT INTO payout_lines SELECT made.id, bucket, order_id, event_seq, 99, 7 FROM payout_lines, made WHERE payout_id = '${id}' LIMIT 1`, /a posting of its seller/);
  } finally {
    await raw.close();
  }
});

/** What a process had done before it was killed: its batch is made, nothing was sent, and then only `work` happened. Whoever lives may take it up at any moment. */
async function crashed(seller: string, work: (payout: PayoutRow, sending: ReturnType<typeof openSending>) => Promise<void>): Promise<PayoutRow> {
  const { store, clock } = servers[0]!.engine;
  await releasedOrders(servers[0]!, [seller]);
  const batches = openBatches(store, clock, () => [], { every: null, terms: {} }, mintId);
  await batches.start("aliexpress", "a killed process");
  const [payout] = await store.payouts.list({ sellerId: seller, limit: 1 });
  await work(payout!, openSending(store, clock, { name: "none", abilities: { keepsKeysMs: 0 } }, pino({ level: "silent" })));
  return payout!;
}

test("killed after the batch was begun and before any payout was made: another process makes them", async () => {
  const { store, clock } = servers[0]!.engine;
  await releasedOrders(servers[0]!, ["begun"]);
  const id = mintId("pbt", 0, clock.now());
  await store.payouts.addBatch({ id, marketplace: "aliexpress", at: clock.now(), by: "a killed process", slotAt: null, terms: { feeBasisPoints: 0, feeMinor: {}, leastMinor: {} }, endedAt: null }, Date.now() - 1);
  await servers[1]!.advance("PT1M");
  assert.equal((await all("&seller=begun")).length, 1);
  assert.notEqual((await store.payouts.batch(id))!.endedAt, null);
  await audited();
});

test("killed in the middle of a batch: it goes on, and who has their payout gets no second one of it", async () => {
  const { store, clock } = servers[0]!.engine;
  const { id, batchId } = await crashed("halfway", async () => undefined);
  const raw = openPostgres(database.url, 1);
  await raw.rows("UPDATE payout_batches SET ended_at = NULL, leased_until = NULL WHERE id = $1", [batchId]);
  await raw.close();
  await releasedOrders(servers[0]!, ["halfway"]);
  await servers[1]!.advance("PT1M");
  assert.deepEqual((await store.payouts.list({ sellerId: "halfway", limit: 9 })).map((payout) => payout.id), [id]);
  assert.ok((await store.payouts.batch(batchId))!.endedAt! <= clock.now());
  await start(servers[0]!);
  assert.equal((await all("&seller=halfway")).length, 2, "the rest comes with the next batch");
  await audited();
});

test("killed after the payout was made and before it was sent: another process sends it, once", async () => {
  const { id } = await crashed("unsent", async () => undefined);
  await servers[1]!.advance("PT1M");
  await until("it is handed over", async () => (await all("&seller=unsent"))[0]!.status === "submitted");
  assert.equal((await executed()).filter(({ key }) => key === id).length, 1);
  await audited();
});

test("killed between the institution's yes and our record: the same key learns it, and it is executed once", async () => {
  const { id } = await crashed("answered", async ({ id: key, sellerId, amountMinor, currency }) => {
    await servers[0]!.engine.store.sandbox.executePayout({ key, sellerId, amountMinor, currency, at: servers[0]!.engine.clock.now(), status: "submitted", dueAt: null });
  });
  await servers[1]!.advance("PT1M");
  await until("it is handed over", async () => (await all("&seller=answered"))[0]!.status === "submitted");
  assert.equal((await executed()).filter(({ key }) => key === id).length, 1);
  await audited();
});

test("the institution's notice is lost: one that was accepted is asked about until it has arrived, or has failed and is the seller's balance again", async () => {
  for (const [seller, status] of [["lost", "settled"], ["lostFailure", "failed"]] as const) {
    const { id } = await crashed(seller, async () => undefined);
    await servers[1]!.advance("PT1M");
    await until("it is handed over", async () => (await all(`&seller=${seller}`))[0]!.status === "submitted");
    await servers[0]!.engine.store.sandbox.setPayout(id, status);
    await servers[0]!.advance("P8D");
    await until(`it is ${status}`, async () => (await all(`&seller=${seller}`)).find((payout) => payout.id === id)!.status === status);
  }
  await audited();
});

test("words that come twice and out of order move nothing a second time", async () => {
  const { id } = await crashed("words", async ({ id: key }, sending) => {
    for (const said of [{ kind: "settled", reference: "R" }, { kind: "submitted", reference: "R" }, { kind: "settled", reference: "R" }, { kind: "unknown", reason: "late" }] as const) await sending.record(key, said, "test");
  });
  const { steps, status } = (await servers[0]!.operator.get(`/v1/payouts/${id}`)).body;
  assert.deepEqual([status, steps.map(({ type }: Json) => type)], ["settled", ["PayoutMade", "PayoutSettled"]]);
  assert.deepEqual((await verify(servers[0]!.engine.store)).differences, []);
});
