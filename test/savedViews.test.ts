// Saved views over HTTP: kept for one person, counted as the list finds, never more than there are places.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestServer, type Client, type Json, type TestServer } from "./support/client.ts";

let server: TestServer;
let cactus: Client;

before(async () => {
  server = await startTestServer();
  cactus = await server.as("seller", "cactus");
});
after(() => server.close());

const viewsOf = async (client: Client): Promise<Json[]> => (await client.get("/v1/me/views")).body.views as Json[];

test("a view counts what the list finds for that person, and can be renamed, changed and deleted", async () => {
  await server.place({ externalId: "V-1" });
  await server.place({ externalId: "V-2" });
  await server.place({ externalId: "V-3", seller: { id: "other", name: "Other", country: "CN" } });
  const made = await cactus.post("/v1/me/views", { name: "  Unpaid ", search: { status: "awaitingPayment" } });
  assert.deepEqual([made.status, made.body.name, made.body.count], [201, "Unpaid", 2]);
  assert.deepEqual((await cactus.get("/v1/orders?status=awaitingPayment")).body.orders.length, 2);
  const renamed = await cactus.call("PUT", `/v1/me/views/${made.body.id}`, { name: "Not paid" });
  assert.deepEqual([renamed.body.name, renamed.body.search], ["Not paid", { status: "awaitingPayment" }]);
  const narrowed = await cactus.call("PUT", `/v1/me/views/${made.body.id}`, { search: { q: "V-2" } });
  assert.deepEqual([narrowed.body.name, narrowed.body.count], ["Not paid", 1]);
  assert.deepEqual((await viewsOf(cactus)).map(({ name, search, count }) => ({ name, search, count })), [{ name: "Not paid", search: { q: "V-2" }, count: 1 }]);
  assert.equal((await cactus.call("DELETE", `/v1/me/views/${made.body.id}`)).status, 204);
  assert.deepEqual(await viewsOf(cactus), []);
});

test("nobody sees, renames or deletes another person's view, and one person's other role is another person", async () => {
  const { body } = await cactus.post("/v1/me/views", { name: "Mine", search: { owes: "seller" } });
  for (const stranger of [await server.as("seller", "other"), await server.as("buyer", "cactus"), await server.as("operator", "olga")]) {
    assert.deepEqual(await viewsOf(stranger), []);
    assert.equal((await stranger.call("PUT", `/v1/me/views/${body.id}`, { name: "Taken" })).status, 404);
    assert.equal((await stranger.call("DELETE", `/v1/me/views/${body.id}`)).status, 404);
  }
  assert.deepEqual((await viewsOf(cactus)).map(({ name }) => name), ["Mine"]);
});

test("thirty views can be kept, also when they come at once; the next is refused until one is deleted", async () => {
  const mia = await server.as("mediator", "mia");
  const answers = await Promise.all(Array.from({ length: 33 }, (_, at) => mia.post("/v1/me/views", { name: `View ${at}`, search: { open: "claims" } })));
  assert.deepEqual(Map.groupBy(answers, ({ status }) => status).get(201)?.length, 30);
  const refused = answers.find(({ status }) => status !== 201)!;
  assert.deepEqual([refused.status, refused.body.title], [409, "You have as many saved views as there can be."]);
  const [first] = await viewsOf(mia);
  assert.equal((await mia.call("DELETE", `/v1/me/views/${first.id}`)).status, 204);
  assert.equal((await mia.post("/v1/me/views", { name: "One more", search: {} })).status, 201);
});

test("what the list does not take is not kept", async () => {
  for (const [body, pointer] of [[{ name: " ", search: {} }, "#/name"], [{ name: "x".repeat(61), search: {} }, "#/name"], [{ name: "A", search: { status: "lost" } }, "#/search/status"], [{ name: "A", search: { cursor: "x" } }, "#/search/cursor"]] as const) {
    const { status, body: problem } = await cactus.post("/v1/me/views", body);
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, pointer], JSON.stringify(problem));
  }
});

test("a person who is erased leaves no views", async () => {
  const gone = await server.as("seller", "gone");
  await gone.post("/v1/me/views", { name: "Gone soon", search: { q: "a name" } });
  assert.ok((await server.operator.call("DELETE", "/v1/people/seller/gone/words")).status < 300);
  assert.deepEqual(await viewsOf(gone), []);
});
