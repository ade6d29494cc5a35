// L2: withdrawing from a contract without an account, in two steps, with an acknowledgement that can be kept; and that nobody
// learns from it whether an order exists, or what somebody's e-mail is.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openGuessLimit } from "../src/api/guessLimit.ts";
import { languageOf } from "../src/engine/acknowledgement.ts";
import { openPglite } from "../src/store/pglite.ts";
import { storeOver } from "../src/store/store.ts";
import { startTestServer, type Json, type Reply, type TestServer } from "./support/client.ts";

let server: TestServer;
before(async () => void (server = await startTestServer()));
after(() => server.close());

const email = "Ann@Example.org";
const buyer = { id: "ann", name: "Ann", email, country: "DE" };
const say = (change: Record<string, unknown> = {}): Promise<Reply> => server.nobody.post("/v1/withdrawals", { orderNumber: "nothing", name: "Ann", email, ...change });
const confirm = (id: string): Promise<Reply> => server.nobody.post(`/v1/withdrawals/${id}/confirm`);
const orderNow = async (id: string): Promise<Json> => (await server.operator.get(`/v1/orders/${id}`)).body;

/** What came of everything that was confirmed. */
async function settled(id: string): Promise<Json> {
  await server.engine.guests.idle();
  return orderNow(id);
}

/** A paid order of ann's. */
async function paid(change: Record<string, unknown> = {}): Promise<Json> {
  const order = await server.place({ buyer, ...change });
  await (await server.as("buyer", order.buyer.id)).command(order.id, { type: "PayOrder", method: "card" });
  await server.advance("PT2H");
  return order;
}

test("L2: the notice alone changes nothing; confirmed, it withdraws from the order, and the acknowledgement says what, when and by whom", async () => {
  const order = await paid();
  const { status, body: { id, confirmBefore } } = await say({ orderNumber: order.externalId, email: "ann@example.ORG", lines: [{ sku: "SEED-1", quantity: 1 }] });
  assert.equal(status, 201);
  const now = Date.parse((await server.operator.get("/v1/sandbox/clock")).body.now);
  assert.equal(Date.parse(confirmBefore) - now, 86_400_000);
  assert.equal((await orderNow(order.id)).withdrawals.length, 0);
  assert.deepEqual((await server.nobody.get(`/v1/withdrawals/${id}`)).body.status, "awaitingConfirmation");

  const { status: done, body } = await confirm(id);
  assert.equal(done, 200);
  assert.deepEqual([body.status, body.orderNumber, body.name, body.email, Date.parse(body.receivedAt)], ["confirmed", order.externalId, "Ann", "ann@example.ORG", now]);
  const { withdrawals, lines, refunds } = await settled(order.id);
  assert.deepEqual(withdrawals.map((one: Json) => [one.lines, one.asGuest]), [[[{ sku: "SEED-1", quantity: 1 }], true]]);
  assert.deepEqual([lines[0].cancelled, refunds[0].amountMinor], [1, 500]);

  const text = await server.nobody.call("GET", `/v1/withdrawals/${id}`, undefined, { headers: { accept: "text/plain" } });
  assert.match(text.headers.get("content-type")!, /^text\/plain; charset=utf-8/i);
  assert.equal(text.body, body.document);
  for (const part of ["withdrawal", order.externalId, "Ann", "ann@example.ORG", "1 × SEED-1", new Date(now).toISOString().slice(0, 10), id]) assert.ok(text.body.includes(part), part);
});

test("L2: by the order's id too, and the whole of it; said again, confirmed again, nothing happens twice", async () => {
  const order = await paid();
  const { body: { id } } = await say({ orderNumber: order.id });
  const first = await confirm(id);
  await server.advance("PT1H");
  const again = await confirm(id);
  assert.deepEqual(again.body, first.body);
  const { status, closedBecause, withdrawals, money } = await settled(order.id);
  assert.deepEqual([status, closedBecause, withdrawals.length, money.refundingMinor], ["closed", "withdrawnFromContract", 1, 1250]);
  await server.engine.guests.idle();
  await confirm((await say({ orderNumber: order.id })).body.id);
  assert.equal((await settled(order.id)).withdrawals.length, 1);
});

test("an order that is there, one that is not, and a wrong e-mail are answered alike: status, shape, headers, text", async () => {
  const order = await paid();
  const cases = [{ orderNumber: order.externalId }, { orderNumber: "T-never" }, { orderNumber: order.externalId, email: "eve@example.org" }, { orderNumber: order.id, lines: [{ sku: "none", quantity: 7 }] }];
  const seen: unknown[] = [];
  for (const one of cases) {
    const said = await say(one);
    const done = await confirm(said.body.id);
    await server.engine.guests.idle();
    const headers = ({ headers }: Reply): string[] => [...headers.keys()].sort();
    const shape = ({ body }: Reply): string[] => Object.keys(body).sort();
    const words = (done.body.document as string).replaceAll(done.body.id, "ID").replaceAll(done.body.orderNumber, "NUMBER").replaceAll(done.body.email, "EMAIL").replace(/: [^:\n]*SEED[^\n]*|: the whole order|: 7 × none/, ": WHAT");
    seen.push([said.status, headers(said), shape(said), done.status, headers(done), shape(done), done.body.status, words]);
  }
  for (const one of seen) assert.deepEqual(one, seen[0]);
  assert.equal((await orderNow(order.id)).status, "closed", "the first of them did withdraw");
});

test("a wrong e-mail, an order without one, and an order of a country without the right withdraw from nothing", async () => {
  const theirs = await paid();
  const unnamed = await paid({ buyer: { id: "bob", country: "DE" } });
  const abroad = await paid({ buyer: { id: "sam", name: "Sam", email, country: "US" } });
  for (const [order, address] of [[theirs, "eve@example.org"], [unnamed, email], [abroad, email]] as const) {
    await confirm((await say({ orderNumber: order.id, email: address })).body.id);
    const { status, withdrawals } = await settled(order.id);
    assert.deepEqual([status, withdrawals], ["awaitingShipment", []]);
  }
});

test("after a day a notice can no longer be confirmed, and is forgotten; an id that was never given is unknown", async () => {
  const { body: { id } } = await say();
  await server.advance("P1D");
  const { body: { id: other } } = await say();
  await server.advance("PT1S");
  const late = await confirm(id);
  assert.deepEqual([late.status, late.body.type], [409, "/docs/problems/confirmedTooLate"]);
  assert.equal((await confirm(other)).status, 200);
  await server.advance("P2D");
  await say();
  assert.equal((await server.nobody.get(`/v1/withdrawals/${id}`)).status, 404);
  assert.equal((await server.nobody.get(`/v1/withdrawals/${other}`)).status, 200);
  assert.deepEqual([(await confirm("wdn_x")).status, (await server.nobody.get("/v1/withdrawals/wdn_x")).status], [404, 404]);
});

test("nothing of a notice stands in the database in plain", async () => {
  const database = await openPglite(null);
  const store = await storeOver(database);
  const words = JSON.stringify({ name: "Erin Erasable", email: "erin@example.org" });
  await store.guestWithdrawals.add({ idHash: "ab".repeat(32), at: 1, confirmBefore: 2, words });
  await store.guestWithdrawals.confirm("ab".repeat(32), 2, words);
  const [row] = await database.rows<{ row: string }>("SELECT row_to_json(guest_withdrawals)::text || encode(ciphertext, 'escape') AS row FROM guest_withdrawals");
  assert.ok(row!.row.includes("ab".repeat(32)) && !/Erin|erin|example/.test(row!.row));
  assert.equal((await store.guestWithdrawals.find("ab".repeat(32)))?.words, words);
  await store.close();
});

test("a guest's words stand in no event or state of the order, and erasing the buyer erases them", async () => {
  const order = await paid({ buyer: { ...buyer, id: "erin", email: "erin@example.org" } });
  const { body: { id } } = await say({ orderNumber: order.externalId, name: "Erin Erasable", email: "erin@example.org" });
  await confirm(id);
  await settled(order.id);
  const kept = JSON.stringify(await server.engine.store.ordersAfter(null, 200));
  for (const word of ["Erin Erasable", "erin@example.org", id]) assert.ok(!kept.includes(word), word);
  assert.equal((await server.nobody.get(`/v1/withdrawals/${id}`)).status, 200);
  assert.equal((await server.operator.call("DELETE", "/v1/people/buyer/erin/words")).body.erased, true);
  assert.equal((await server.nobody.get(`/v1/withdrawals/${id}`)).status, 404);
});

test("who has an account withdraws by the command, and reads the same acknowledgement beside the order; the seller does not see the e-mail", async () => {
  const order = await paid();
  const [ann, cactus] = [await server.as("buyer", "ann"), await server.as("seller", "cactus")];
  await ann.command(order.id, { type: "WithdrawFromContract" });
  const [withdrawal] = (await orderNow(order.id)).withdrawals;
  const path = `/v1/orders/${order.id}/withdrawals/${withdrawal.id}`;
  const { body } = await ann.get(path);
  assert.ok(body.document.includes(email) && body.document.includes("2 × SEED-1") && body.receivedAt === withdrawal.at);
  assert.ok(!(await cactus.get(path)).body.document.includes(email));
  assert.equal((await ann.get(`/v1/orders/${order.id}/withdrawals/wdr_none`)).status, 404);
});

test("the acknowledgement comes in the reader's language", async () => {
  for (const [wish, word] of [["zh-CN,en;q=0.5", "撤回"], ["ru", "Подтверждение"], ["fr, en;q=0.8", "Acknowledgement"]] as const) {
    const said = await server.nobody.call("POST", "/v1/withdrawals", { orderNumber: "T-0", name: "Ann", email }, { headers: { "accept-language": wish } });
    assert.ok((await confirm(said.body.id)).body.document.includes(word), wish);
  }
  assert.deepEqual([languageOf(null), languageOf("de"), languageOf("de, ru")], ["en", "en", "ru"]);
});

test("wrong shapes are named", async () => {
  const { status, body } = await server.nobody.call("POST", "/v1/withdrawals", { orderNumber: "", name: "Ann", email: "no address" });
  assert.deepEqual([status, body.errors.map((error: Json) => error.pointer).sort()], [422, ["#/email", "#/orderNumber"]]);
});

test("an order is named at most twenty times an hour from one address, whether or not it is there", async () => {
  const guess = async (orderNumber: string): Promise<Reply> => {
    let reply = await say({ orderNumber });
    for (let tries = 1; reply.status === 201 && tries < 40; tries += 1) reply = await say({ orderNumber, email: `guess-${tries}@example.org` });
    return reply;
  };
  const order = await server.place({ buyer });
  for (const number of [order.externalId, "T-guessed"]) {
    const { status, headers } = await guess(number as string);
    assert.equal(status, 429);
    assert.ok(Number(headers.get("retry-after")) > 3000);
  }
});

test("the limit for guesses forgets after an hour, and counts an order's from everywhere", () => {
  let now = 0;
  const limit = openGuessLimit(() => now);
  const tries = (number: string, count: number): number => {
    let taken = 0;
    for (let one = 0; one < count; one += 1) {
      try {
        limit.count({} as never, number);
        taken += 1;
      } catch {
        return taken;
      }
    }
    return taken;
  };
  assert.equal(tries("A-1", 30), 20);
  now += 3_599_999;
  assert.equal(tries("A-1", 1), 0);
  now += 1;
  assert.equal(tries("A-1", 30), 20);
});
