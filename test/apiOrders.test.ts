// Placing, reading and finding orders over HTTP. Every request and answer is held against openapi.json by the client.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { orderBody, startTestServer, type TestServer } from "./support/client.ts";

let server: TestServer;
before(async () => void (server = await startTestServer()));
after(() => server.close());

test("an order is placed once: the same body gives it again with 200, another body 409", async () => {
  const body = orderBody("once");
  const first = await server.operator.post("/v1/orders", body);
  const again = await server.operator.post("/v1/orders", Object.fromEntries(Object.entries(body).toReversed()));
  const other = await server.operator.post("/v1/orders", { ...body, shippingMinor: 251 });
  assert.deepEqual([first.status, again.status, other.status], [201, 200, 409]);
  assert.equal(again.body.id, first.body.id);
  assert.equal(other.headers.get("content-type"), "application/problem+json");
  assert.match(other.body.type, /orderExists$/);
});

test("an order comes back as it was sent, with its status, its money and what the caller may do", async () => {
  const body = orderBody("as-sent");
  const { body: order } = await server.operator.post("/v1/orders", body);
  for (const side of ["buyer", "seller"] as const) assert.partialDeepStrictEqual(order[side], body[side]);
  assert.partialDeepStrictEqual(order.lines, body.lines);
  assert.partialDeepStrictEqual(order, { status: "awaitingPayment", closedBecause: null, version: 1, policyVersion: 1, fulfilledBy: "seller", externalId: "as-sent" });
  assert.partialDeepStrictEqual(order.money, { currency: "USD", totalMinor: 1250, paidMinor: 0, inEscrowMinor: 0 });
  const asBuyer = await (await server.as("buyer", "ann")).get(`/v1/orders/${order.id}`);
  const pay = asBuyer.body.permissions.find((one: { command: string }) => one.command === "PayOrder");
  assert.equal(pay.allowed, true);
  assert.deepEqual(pay.asks.properties.method.enum, ["card", "bankAccount", "eWallet", "westernUnion", "alipay", "giftCard"]);
  assert.equal(asBuyer.body.deadlines[0].otherwise, "ExpirePayment");
});

test("each side sees what it needs of the other: the seller the buyer's address, neither the other's e-mail", async () => {
  const buyer = { id: "ann", name: "Ann", country: "DE", email: "ann@example.org", address: "Road 1, Berlin" };
  const seller = { id: "cactus", name: "Cactus Shop", country: "CN", email: "shop@example.org", address: "Street 2" };
  const { id } = await server.place({ buyer, seller });
  const asBuyer = (await (await server.as("buyer", "ann")).get(`/v1/orders/${id}`)).body;
  const asSeller = (await (await server.as("seller", "cactus")).get(`/v1/orders/${id}`)).body;
  assert.deepEqual(asBuyer.buyer, buyer);
  assert.deepEqual(asBuyer.seller, { id: "cactus", country: "CN", name: "Cactus Shop" });
  assert.deepEqual(asSeller.seller, seller);
  assert.deepEqual(asSeller.buyer, { id: "ann", country: "DE", name: "Ann", address: "Road 1, Berlin" });
  for (const viewer of ["buyer", "seller"] as const) {
    const events = (await (await server.as(viewer, viewer === "buyer" ? "ann" : "cactus")).get(`/v1/orders/${id}/events`)).body;
    assert.doesNotMatch(JSON.stringify(events), viewer === "buyer" ? /shop@example|Street 2/ : /ann@example/);
  }
});

test("a batch answers each order by itself, in the order of the input", async () => {
  const good = orderBody("batch-1");
  const { status, body } = await server.operator.post("/v1/orders:batch", { orders: [good, { ...good, currency: "XXX" }, { ...good, marketplace: "nowhere" }, good, { ...good, shippingMinor: 1 }] });
  assert.equal(status, 200);
  assert.deepEqual(body.results.map((one: { status: number }) => one.status), [201, 422, 422, 200, 409]);
  assert.equal(body.results[1].problem.errors[0].pointer, "#/currency");
  assert.equal(body.results[3].order.id, body.results[0].order.id);
  const twice = Array.from({ length: 30 }, (_, i) => ({ ...orderBody(`twice-${i >> 1}`), buyer: { id: "doubler", country: "DE" } }));
  const pairs = (await server.operator.post("/v1/orders:batch", twice)).body.results;
  assert.deepEqual(pairs.map((one: { status: number }) => one.status), twice.map((_, i) => (i % 2 === 0 ? 201 : 200)), "of two bodies of one order the first places it");
  const tooMany = await server.operator.post("/v1/orders:batch", { orders: Array.from({ length: 1001 }, () => good) });
  assert.equal(tooMany.status, 422);
});

test("what an order may not be is 422 with a pointer to each wrong field", async () => {
  const base = orderBody("wrong");
  const line = base.lines[0]!;
  const table: [object, string[]][] = [
    [{ lines: [line, line] }, ["#/lines/1/sku"]],
    [{ lines: [{ ...line, quantity: 0 }] }, ["#/lines/0/quantity"]],
    [{ lines: [{ ...line, discountMinor: 1001, discountBy: "seller" }] }, ["#/lines/0/discountMinor"]],
    [{ lines: [{ ...line, discountMinor: 10 }] }, ["#/lines/0/discountBy"]],
    [{ lines: [{ ...line, unitPriceMinor: 100_000_000_000_000 }] }, ["#/lines"]],
    [{ lines: [] }, ["#/lines"]],
    [{ shippingMinor: -1, currency: "usd" }, ["#/currency", "#/shippingMinor"]],
    [{ shippingMinor: 1.5 }, ["#/shippingMinor"]],
    [{ buyer: { id: "ann", country: "Germany" }, seller: { id: 7, country: "CN" } }, ["#/buyer/country", "#/seller/id"]],
    [{ shipBy: "2027-01-01T00:00:00Z" }, ["#/shipBy"]],
    [{ shipWithin: "7 days" }, ["#/shipWithin"]],
    [{ marketplace: "nowhere" }, ["#/marketplace"]],
    [{ surprise: 1 }, ["#/surprise"]],
    [{ externalId: undefined }, ["#/externalId"]],
  ];
  for (const [change, pointers] of table) {
    const { status, body } = await server.operator.post("/v1/orders", { ...base, ...change });
    assert.equal(status, 422, JSON.stringify(change));
    assert.deepEqual(body.errors.map((one: { pointer: string }) => one.pointer).sort(), pointers, JSON.stringify(change));
  }
  assert.equal((await server.operator.get("/v1/orders?q=wrong")).body.orders.length, 0);
});

test("a currency's own minor units hold: whole yen, thousandths of a dinar", async () => {
  for (const currency of ["JPY", "KWD"]) {
    const order = await server.place({ currency });
    assert.deepEqual([order.money.currency, order.money.totalMinor], [currency, 1250]);
  }
});

test("A6: a buyer with too many unpaid orders is refused with 409 and its reason", async () => {
  const buyer = { id: "hoarder", country: "DE" };
  let refused = null;
  for (let count = 0; count < 60 && refused === null; count += 1) {
    const { status, body } = await server.operator.post("/v1/orders", { ...orderBody(`hoard-${count}`), buyer });
    if (status === 409) refused = body;
  }
  assert.equal(refused?.refusal, "TooManyUnpaidOrders");
});

test("Z2: the list filters, searches, sorts and pages; a buyer and a seller find their own only", async () => {
  const seller = { id: "lister", country: "CN" };
  const placed = [];
  for (const [index, buyer] of ["bo", "bo", "cy"].entries()) {
    placed.push(await server.place({ externalId: `list-${index}`, buyer: { id: buyer, country: "DE" }, seller, shippingMinor: index * 1000 }));
  }
  const ids = async (query: string, client = server.operator): Promise<string[]> => {
    const { status, body } = await client.get(`/v1/orders?${query}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body.orders.map((order: { externalId: string }) => order.externalId);
  };
  assert.deepEqual(await ids("seller=lister"), ["list-2", "list-1", "list-0"]);
  assert.deepEqual(await ids("seller=lister&buyer=bo&amountFrom=1500"), ["list-1"]);
  assert.deepEqual(await ids("q=LIST-2"), ["list-2"]);
  assert.deepEqual(await ids("seller=lister&status=completed"), []);
  assert.deepEqual(await ids("seller=lister&owes=buyer&sort=deadline"), ["list-0", "list-1", "list-2"]);
  assert.deepEqual(await ids("seller=lister&open=claims"), []);
  assert.deepEqual(await ids("seller=lister&placedTo=2020-01-01"), []);
  const bo = await server.as("buyer", "bo");
  assert.deepEqual(await ids("", bo), ["list-1", "list-0"]);
  assert.deepEqual(await ids("buyer=cy", bo), []);
  assert.deepEqual(await ids("marketplace=aliexpress", await server.as("seller", "lister")), ["list-2", "list-1", "list-0"]);
  const first = await server.operator.get("/v1/orders?seller=lister&limit=2");
  const second = await server.operator.get(`/v1/orders?seller=lister&limit=2&cursor=${first.body.next}`);
  assert.deepEqual([first.body.orders.length, second.body.orders.length, second.body.next], [2, 1, null]);
});

test("a query that means nothing is 400 with a pointer to each wrong parameter", async () => {
  for (const [query, pointer] of [["limit=201", "#/limit"], ["limit=0", "#/limit"], ["status=lost", "#/status"], ["cursor=none", "#/cursor"], ["colour=red", "#/colour"], ["q=a&q=b", "#/q"]] as const) {
    const { status, body } = await server.operator.get(`/v1/orders?${query}`);
    assert.deepEqual([status, body.errors[0].pointer], [400, pointer], query);
  }
});
