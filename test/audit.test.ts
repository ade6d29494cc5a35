// The audit over HTTP, on both stores: what members of the house did is there with who, what and how it ended, and nothing else is.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { routesOf } from "../src/api/app.ts";
import { actWords } from "../src/words/actWords.ts";
import { ageProof, demoBrowser } from "./support/browser.ts";
import { startTestServer, type Client, type Json, type TestServer } from "./support/client.ts";
import { newDatabase, type TestDatabase } from "./support/stores.ts";

/** What the house does by itself, and what only its own person is concerned with. */
const elsewhere = [
  "POST /v1/orders", "POST /v1/orders:batch", "POST /v1/orders/{id}/commands", "POST /v1/orders/{id}/messages", "POST /v1/me/views", "PUT /v1/me/views/{id}", "DELETE /v1/me/views/{id}",
];

test("every route by which members of the house change something is an act, but those whose events say it and people's own; and each act has words in three languages", () => {
  const routes = routesOf(true);
  const changing = routes.filter(({ method, right }) => method !== "get" && right !== null).map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  const acts = routes.flatMap(({ act }) => act ?? []);
  assert.deepEqual(acts.filter((act) => !act.startsWith("GET ")).sort(), changing.filter((one) => !elsewhere.includes(one)).sort());
  assert.ok(acts.includes("GET /v1/orders/{id}/dossier"));
  assert.deepEqual(Object.keys(actWords).sort(), acts.sort());
  for (const [act, words] of Object.entries(actWords)) assert.deepEqual([new Set(words).size, words.every((text) => text.trim() !== "")], [3, true], act);
});

/** Tests start on a PostgreSQL wherever there is one; this server does not. */
async function embedded(): Promise<TestServer> {
  const { TEST_DATABASE_URL: url } = process.env;
  delete process.env.TEST_DATABASE_URL;
  try {
    return await startTestServer();
  } finally {
    if (url !== undefined) process.env.TEST_DATABASE_URL = url;
  }
}

for (const store of ["the embedded database", "a PostgreSQL"] as const) describe(`on ${store}`, () => {
  let server: TestServer;
  let olga: Client;
  let database: TestDatabase | null = null;

  before(async () => {
    if (store === "a PostgreSQL") database = await newDatabase();
    server = await (database === null ? embedded() : startTestServer({ databaseUrl: database.url }));
    olga = await server.as("operator", "olga");
  });
  after(async () => {
    await server.close();
    await database?.forget();
  });

  const entries = async (search = ""): Promise<Json[]> => (await olga.get(`/v1/audit${search}`)).body.entries as Json[];
  const said = ({ by, act, about, status }: Json): unknown[] => [`${by.role}/${by.id}`, act, about, status];

  test("it runs on that store", () => assert.equal(server.engine.store.kind, store === "a PostgreSQL" ? "postgres" : "pglite"));

  test("an act is there with who did it, to what, when by the engine's clock, and how it ended; nothing that was said or is secret", async () => {
    const made = await server.operator.post("/v1/keys", { name: "warehouse", scope: "operator" });
    const [at] = [new Date(server.engine.clock.now()).toISOString()];
    const warehouse = server.presenting(made.body.key as string);
    assert.equal((await warehouse.call("DELETE", "/v1/people/buyer/ann/words")).status, 200);
    assert.equal((await olga.post("/v1/people", { email: "Mia@house.example", role: "mediator", id: "mia-7", name: "Mia Muster" })).status, 201);
    assert.equal((await server.operator.call("DELETE", `/v1/keys/${made.body.id as string}`)).status, 204);
    const [revoked, invited, erased, keyed] = await entries();
    assert.deepEqual([keyed, erased, invited, revoked].map(said), [
      ["operator/operator", "POST /v1/keys", made.body.id, 201],
      ["operator/key:warehouse", "DELETE /v1/people/{role}/{id}/words", "buyer/ann", 200],
      ["operator/olga", "POST /v1/people", "mediator/mia-7", 201],
      ["operator/operator", "DELETE /v1/keys/{id}", made.body.id, 204],
    ]);
    assert.deepEqual(new Set([keyed, erased, invited, revoked].map((entry) => entry.at)), new Set([at]));
    assert.doesNotMatch(JSON.stringify(await entries()), /house\.example|Muster|rsk_/);
  });

  test("what was refused, had the wrong shape or was not theirs to do is there as well, also a mediator's and a key's", async () => {
    const [mediator, orders] = [await server.as("mediator", "mia"), await server.withKey("orders")];
    assert.equal((await mediator.post("/v1/policies", {})).status, 403);
    assert.equal((await orders.post("/v1/webhooks", { url: "https://shop.example" })).status, 403);
    assert.equal((await olga.post("/v1/policies/amazon/versions/77/confirm")).status, 404);
    assert.equal((await olga.post("/v1/tokens", { role: "buyer" })).status, 422);
    assert.equal((await olga.call("DELETE", "/v1/people/buyer/a%00b")).status, 404);
    assert.deepEqual((await entries("?limit=5")).map(said), [
      ["operator/olga", "DELETE /v1/people/{role}/{id}", "buyer/a\uffffb", 404],
      ["operator/olga", "POST /v1/tokens", null, 422],
      ["operator/olga", "POST /v1/policies/{name}/versions/{version}/confirm", "amazon/77", 404],
      ["operator/key:a orders key", "POST /v1/webhooks", null, 403],
      ["mediator/mia", "POST /v1/policies", null, 403],
    ]);
  });

  test("a token that a member of the house makes is there; those that a shop's key makes for every visit are not", async () => {
    const tokens = async (by: string): Promise<number> => (await entries(`?by=${by}&limit=200`)).filter(({ act }) => act === "POST /v1/tokens").length;
    const before = await tokens("olga");
    assert.equal((await olga.post("/v1/tokens", { role: "buyer", id: "ann" })).status, 201);
    assert.equal((await server.operator.post("/v1/tokens", { role: "buyer", id: "ann" })).status, 201);
    assert.equal(await tokens("olga"), before + 1);
    assert.equal(await tokens("operator"), 0);
  });

  test("an act whose server ended before it answered has no outcome; once it has one, nothing changes it, and nothing is deleted", async () => {
    const { audit } = server.engine.store;
    const act = { atMs: server.engine.clock.now(), by: { role: "operator", id: "otto" }, act: "POST /v1/payouts", about: null, orderId: null };
    const id = await audit.begin(act);
    assert.deepEqual((await entries("?by=otto")).map(said), [["operator/otto", "POST /v1/payouts", null, null]]);
    await audit.ended(id, 201, "aliexpress");
    await assert.rejects(audit.ended(id, 500, "aliexpress"), /only grows/);
    assert.deepEqual((await entries("?by=otto")).map(said), [["operator/otto", "POST /v1/payouts", "aliexpress", 201]]);
  });

  test("what members of the house did to orders is there as events with the order's number; what buyers, sellers and the clock did, placing, and messages as requests are not", async () => {
    const order = await server.place({ externalId: "A-1" });
    const [ann, mia] = [await server.as("buyer", "ann"), await server.as("mediator", "mia-2")];
    await ann.command(order.id, { type: "PayOrder", method: "card" });
    await server.advance("PT2H");
    const by = "?by=olga-2";
    const olga2 = await server.as("operator", "olga-2");
    assert.equal((await olga2.command(order.id, { type: "ExtendDeadline", deadline: "ShipOrder", by: "P3D", reason: "Strike" })).status, 200);
    assert.equal((await mia.post(`/v1/orders/${order.id as string}/messages`, { text: "Please wait." })).status, 201);
    assert.deepEqual((await entries(by)).map((entry) => [entry.act, entry.orderId, entry.externalId, entry.status]), [["DeadlineExtended", order.id, "A-1", 200]]);
    assert.deepEqual((await entries("?by=mia-2")).map((entry) => [entry.by.role, entry.act, entry.externalId]), [["mediator", "MessageSent", "A-1"]]);
    const all = await entries("?limit=200");
    assert.deepEqual(all.filter((entry) => !["operator", "mediator"].includes(entry.by.role) || entry.act === "OrderPlaced" || /commands|orders$/.test(entry.act)), []);
    assert.deepEqual(await entries("?by=ann"), []);
  });

  test("a dossier that a mediator takes out of the house is there with its order; one that a buyer takes, and what is only read, is not", async () => {
    const order = await server.place({ externalId: "A-2" });
    const [ann, mia] = [await server.as("buyer", "ann"), await server.as("mediator", "mia-3")];
    for (const reader of [ann, mia]) assert.equal((await reader.get(`/v1/orders/${order.id as string}/dossier`)).status, 200);
    assert.equal((await mia.get(`/v1/orders/${order.id as string}`)).status, 200);
    assert.deepEqual((await entries("?by=mia-3")).map((entry) => [entry.act, entry.about, entry.orderId, entry.externalId, entry.status]), [["GET /v1/orders/{id}/dossier", null, order.id, "A-2", 200]]);
    assert.deepEqual(await entries("?by=ann"), []);
  });

  test("a session's act is its person's; what waits for a newer proof has not begun, and their own saved views are nobody's concern", async () => {
    const browser = await demoBrowser(server, "demo-omar");
    assert.equal((await browser.post("/v1/sandbox/clock", { run: false })).status, 200);
    assert.deepEqual((await entries("?by=demo-omar")).map(said), [["operator/demo-omar", "POST /v1/sandbox/clock", null, 200]]);
    assert.equal((await browser.post("/v1/me/views", { name: "Late", search: {} })).status, 201);
    await ageProof(server, 3_600_000);
    assert.equal((await browser.post("/v1/sandbox/clock", { run: false })).status, 401);
    assert.equal((await entries("?by=demo-omar")).length, 1);
  });

  test("page by page nothing is missing and nothing comes twice, also where much has one time and more is done meanwhile", async () => {
    const orders = [await server.place(), await server.place(), await server.place()];
    for (const { id } of orders) for (const by of ["P1D", "P2D"]) assert.equal((await olga.command(id, { type: "ExtendDeadline", deadline: "PayOrder", by, reason: "Strike" })).status, 200);
    const other = await server.as("operator", "other");
    const whole = await entries("?limit=200");
    assert.ok(whole.length > 12 && new Set(whole.map(({ at }) => at)).size < whole.length);
    for (const limit of [1, 3]) {
      const read: Json[] = [];
      for (let next: string | null = "", first = true; next !== null; first = false) {
        const { body } = await olga.get(`/v1/audit?limit=${limit}${first ? "" : `&before=${next}`}`);
        read.push(...(body.entries as Json[]));
        next = body.next as string | null;
        if (first) await other.post("/v1/sandbox/clock", { run: false });
      }
      assert.deepEqual(read.filter(({ by }) => by.id !== "other"), whole);
    }
    for (const before of ["x", Buffer.from('["1",2]').toString("base64url")]) assert.equal((await olga.get(`/v1/audit?before=${before}`)).status, 400);
    assert.equal((await olga.get("/v1/audit?by=%00")).status, 400);
  });

  test("nobody but operators reads it", async () => {
    for (const stranger of [server.nobody, await server.as("buyer", "ann"), await server.as("seller", "cactus"), await server.as("mediator", "mia"), await server.withKey("orders"), await server.withKey("read")]) {
      assert.ok([401, 403].includes((await stranger.get("/v1/audit")).status));
    }
  });
});
