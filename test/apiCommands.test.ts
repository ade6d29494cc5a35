// Commands over HTTP: how they are answered, repeated, refused, and what is kept of them. The rules themselves are told by the stories.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestServer, type Client, type Json, type TestServer } from "./support/client.ts";

let server: TestServer;
let ann: Client;
let cactus: Client;
before(async () => {
  server = await startTestServer();
  ann = await server.as("buyer", "ann");
  cactus = await server.as("seller", "cactus");
});
after(() => server.close());

async function paidOrder(): Promise<Json> {
  const { id } = await server.place();
  assert.equal((await ann.command(id, { type: "PayOrder", method: "card" })).status, 200);
  await server.advance("PT2H");
  return (await server.operator.get(`/v1/orders/${id}`)).body;
}

test("a command answers with the order after it and the events that it made", async () => {
  const { id } = await server.place();
  const { status, body } = await ann.command(id, { type: "PayOrder", method: "card" });
  assert.equal(status, 200);
  assert.equal(body.order.status, "verifyingPayment");
  assert.deepEqual(body.events.map((event: Json) => [event.seq, event.type, event.by.id]), [[2, "PaymentMade", "ann"]]);
});

test("the same key and body give the first answer again, also after the order has moved on; another body is 422", async () => {
  const { id } = await server.place();
  const first = await ann.command(id, { type: "PayOrder", method: "card", expectedVersion: 1 }, "same");
  await server.advance("PT2H");
  const again = await ann.command(id, { expectedVersion: 1, method: "card", type: "PayOrder" } as { type: string }, "same");
  assert.deepEqual(again.body, first.body);
  const other = await ann.command(id, { type: "PayOrder", method: "alipay", expectedVersion: 1 }, "same");
  assert.equal(other.status, 422);
  assert.match(other.body.type, /keyReused$/);
  assert.equal((await cactus.command(id, { type: "ShipOrder", carrier: "sandbox", trackingNumber: "SB-0001" }, "same")).status, 200, "a key is its caller's own");
});

test("a refusal is not kept: the same key is decided anew", async () => {
  const { id } = await server.place();
  await ann.command(id, { type: "PayOrder", method: "card" });
  const early = await ann.command(id, { type: "RequestCancellation", reason: "noLongerWanted" }, "early");
  assert.deepEqual([early.status, early.body.refusal], [409, "PaymentBeingVerified"]);
  await server.advance("PT2H");
  assert.equal((await ann.command(id, { type: "RequestCancellation", reason: "noLongerWanted" }, "early")).status, 200);
});

test("a refusal says why, when it opens, what to do instead, and changes nothing", async () => {
  const { id } = await server.place();
  await ann.command(id, { type: "PayOrder", method: "card" });
  const before = (await server.operator.get(`/v1/orders/${id}/events`)).body;
  const { status, body, headers } = await ann.command(id, { type: "RequestCancellation", reason: "noLongerWanted" });
  assert.equal(status, 409);
  assert.equal(headers.get("content-type"), "application/problem+json");
  assert.match(body.type, /\/refusals\/PaymentBeingVerified$/);
  assert.equal(typeof body.opensAt, "string");
  assert.deepEqual((await server.operator.get(`/v1/orders/${id}/events`)).body, before);
  const docs = await fetch(`${server.url}${body.type}`, { headers: { accept: "application/json" } });
  assert.equal(((await docs.json()) as Json).code, "PaymentBeingVerified");
});

test("a stale expectedVersion is 412 and tells the version now", async () => {
  const { id } = await server.place();
  const { status, body } = await ann.command(id, { type: "PayOrder", method: "card", expectedVersion: 0 });
  assert.deepEqual([status, body.version], [412, 1]);
});

test("the answers come in the contract's order: 404 before 403 before 400 before 422 before 412 before 409", async () => {
  const { id } = await paidOrder();
  const stranger = await server.as("buyer", "stranger");
  const command = (client: Client, body: unknown, key?: string) => client.call("POST", `/v1/orders/${id}/commands`, body, key ? { headers: { "idempotency-key": key } } : {});
  assert.equal((await command(stranger, { type: "ShipOrder", nonsense: 1 })).status, 404);
  assert.equal((await command(ann, { type: "ShipOrder", nonsense: 1 })).status, 403);
  assert.equal((await command(ann, { type: "PayOrder", nonsense: 1 })).status, 400, "no key");
  assert.equal((await command(ann, { type: "PayOrder", nonsense: 1 }, "o-1")).status, 422);
  assert.equal((await command(ann, { type: "PayOrder", method: "card", expectedVersion: 0 }, "o-1")).status, 412);
  assert.equal((await command(ann, { type: "PayOrder", method: "card" }, "o-1")).status, 409);
  assert.equal((await command(ann, { type: "FlyToTheMoon" }, "o-1")).status, 422);
  assert.equal((await command(ann, { type: "ExpirePayment" }, "o-1")).status, 403);
});

test("what no marketplace or not this one has is 409 NotInThisMarketplace", async () => {
  const { id } = await server.place({ buyer: { id: "ann", country: "US" } });
  for (const command of [{ type: "WithdrawFromContract" }, { type: "RequestReturn", lines: [{ sku: "SEED-1", quantity: 1, reason: "other" }] }]) {
    const { status, body } = await ann.command(id, command);
    assert.deepEqual([status, body.refusal], [409, "NotInThisMarketplace"], command.type);
  }
});

test("a note is read back by both sides, and is gone from everywhere once its writer is erased; the hashes stay", async () => {
  const buyer = { id: "eve", name: "Eve Erasable", country: "DE" };
  const { id } = await server.place({ buyer });
  const eve = await server.as("buyer", "eve");
  await eve.command(id, { type: "PayOrder", method: "card" });
  await server.advance("PT2H");
  await eve.command(id, { type: "RequestCancellation", reason: "other", note: "my secret reason" });
  const before = (await cactus.get(`/v1/orders/${id}/events`)).body.events;
  assert.equal((await cactus.get(`/v1/orders/${id}`)).body.cancellations[0].note, "my secret reason");
  const erased = await server.operator.call("DELETE", "/v1/people/buyer/eve/words");
  assert.deepEqual([erased.status, erased.body.erased], [200, true]);
  const order = (await server.operator.get(`/v1/orders/${id}`)).body;
  assert.deepEqual([order.buyer.name, order.cancellations[0].note], [null, null]);
  const events = (await cactus.get(`/v1/orders/${id}/events`)).body.events;
  assert.doesNotMatch(JSON.stringify(events), /secret|Erasable/);
  assert.deepEqual(events.map((event: Json) => event.hash), before.map((event: Json) => event.hash));
});

test("the history tells every change, and the ledger adds up to zero for each event", async () => {
  const { id } = await paidOrder();
  const { events } = (await ann.get(`/v1/orders/${id}/events`)).body;
  assert.deepEqual(events.map((event: Json) => event.seq), events.map((_: Json, index: number) => index + 1));
  const { postings } = (await ann.get(`/v1/orders/${id}/journal`)).body;
  const sums = new Map<number, number>();
  for (const { eventSeq, amountMinor } of postings) sums.set(eventSeq, (sums.get(eventSeq) ?? 0) + amountMinor);
  assert.ok(sums.size >= 2);
  for (const [seq, sum] of sums) assert.equal(sum, 0, `event ${seq}`);
});

test("A12: the buyer does not see the seller's sanctions, the seller and the house do", async () => {
  const { id } = await paidOrder();
  await server.advance("P8D");
  const asSeller = (await cactus.get(`/v1/orders/${id}`)).body;
  const asBuyer = (await ann.get(`/v1/orders/${id}`)).body;
  assert.equal(asSeller.closedBecause, "notShipped");
  assert.equal(asSeller.sanctions.length, 1);
  assert.deepEqual(asBuyer.sanctions, []);
  const [history, ledger] = await Promise.all([ann.get(`/v1/orders/${id}/events`), ann.get(`/v1/orders/${id}/journal`)]);
  assert.doesNotMatch(JSON.stringify([asBuyer.deadlines, history.body, ledger.body]), /Sanction|fines|snc_/);
  assert.equal((await server.operator.get(`/v1/orders/${id}`)).body.sanctions.length, 1);
});

test("A26: a message that proposes payment past the platform is delivered with a warning", async () => {
  const { id } = await server.place();
  const sent = await cactus.post(`/v1/orders/${id}/messages`, { text: "Close the dispute and I refund you by PayPal" });
  const plain = await ann.post(`/v1/orders/${id}/messages`, { text: "When will you ship?" });
  assert.deepEqual([sent.status, sent.body.warning, plain.body.warning], [201, "offPlatformPayment", null]);
  const { messages } = (await ann.get(`/v1/orders/${id}/messages`)).body;
  assert.deepEqual(messages.map((message: Json) => [message.by.id, message.text]), [["cactus", sent.body.text], ["ann", plain.body.text]]);
  assert.deepEqual(messages[0], sent.body);
  const twice = await ann.call("POST", `/v1/orders/${id}/messages`, { text: "once" }, { headers: { "idempotency-key": "m-1" } });
  assert.deepEqual((await ann.call("POST", `/v1/orders/${id}/messages`, { text: "once" }, { headers: { "idempotency-key": "m-1" } })).body, twice.body);
});

test("A25: a refund whose promise has passed is shown as overdue", async () => {
  await server.operator.post("/v1/sandbox/institution", { mode: "auto", settleAfter: "P100D" });
  const { id } = await paidOrder();
  await ann.command(id, { type: "RequestCancellation", reason: "noLongerWanted" });
  const { body } = await cactus.command(id, { type: "AcceptCancellation" });
  assert.deepEqual(body.order.refunds.map((refund: Json) => [refund.status, refund.overdue]), [["approved", false]]);
  await server.advance("P16D");
  assert.deepEqual((await ann.get(`/v1/orders/${id}`)).body.refunds.map((refund: Json) => [refund.status, refund.overdue]), [["submitted", true]]);
  await server.advance("P90D");
  assert.equal((await ann.get(`/v1/orders/${id}`)).body.refunds[0].overdue, false);
  await server.operator.post("/v1/sandbox/institution", { settleAfter: null });
});
