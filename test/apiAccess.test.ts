// Who gets in: keys, tokens, their limits and their end; and what guards every answer.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sign } from "hono/jwt";
import { operatorKey, startTestServer, type Json, type TestServer } from "./support/client.ts";

let server: TestServer;
before(async () => void (server = await startTestServer()));
after(() => server.close());

test("without a valid key or token the answer is 401 with a challenge", async () => {
  const forged = await sign({ aud: "rescind", role: "operator", sub: "mallory", exp: Math.floor(Date.now() / 1000) + 900 }, "a guessed secret", "HS256");
  const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url")}.${Buffer.from('{"aud":"rescind","role":"operator","sub":"mallory"}').toString("base64url")}.`;
  for (const presented of ["wrong", operatorKey.slice(1), `${operatorKey}x`, forged, unsigned, "a.b.c", "ключ"]) {
    const { status, headers } = await server.presenting(presented).get("/v1/orders");
    assert.deepEqual([status, headers.get("www-authenticate")], [401, 'Bearer realm="rescind", error="invalid_token"'], presented);
  }
  const { status, headers } = await server.nobody.get("/v1/orders");
  assert.deepEqual([status, headers.get("www-authenticate")], [401, 'Bearer realm="rescind"']);
  assert.equal((await server.nobody.call("GET", "/v1/orders", undefined, { headers: { authorization: `Basic ${operatorKey}` } })).status, 401);
});

test("a token lasts PT15M if nothing is said, at most P1D, and ends by the real clock", async () => {
  const { body } = await server.operator.post("/v1/tokens", { role: "buyer", id: "ann" });
  assert.ok(Math.abs(Date.parse(body.expiresAt) - Date.now() - 15 * 60_000) < 5_000);
  for (const ttl of ["P1DT1S", "PT0S", "P2D", "soon"]) {
    const refused = await server.operator.post("/v1/tokens", { role: "buyer", id: "ann", ttl });
    assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, "#/ttl"], ttl);
  }
  const short = (await server.operator.post("/v1/tokens", { role: "buyer", id: "ann", ttl: "PT1S" })).body.token;
  assert.equal((await server.presenting(short).get("/v1/orders")).status, 200);
  await server.advance("P10D");
  assert.equal((await server.presenting(body.token).get("/v1/orders")).status, 200, "the sandbox clock ends no token");
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  assert.equal((await server.presenting(short).get("/v1/orders")).status, 401);
});

test("no token stands for the institution, the carrier or the clock", async () => {
  for (const role of ["institution", "carrier", "clock", "Operator", ""]) {
    assert.equal((await server.operator.post("/v1/tokens", { role, id: "x" })).status, 422, role);
  }
});

test("a key is shown once, does what its scope says, and ends when it is revoked", async () => {
  const { status, body: made } = await server.operator.post("/v1/keys", { name: "shop", scope: "orders" });
  assert.equal(status, 201);
  const shop = server.presenting(made.key);
  const placed = await shop.post("/v1/orders", { marketplace: "aliexpress", externalId: "by-key", buyer: { id: "a", country: "DE" }, seller: { id: "b", country: "CN" }, currency: "EUR", lines: [{ sku: "1", title: "One", quantity: 1, unitPriceMinor: 1 }] });
  assert.equal(placed.status, 201);
  assert.deepEqual(placed.body.permissions, [], "a narrow key gives no commands");
  const { body: { keys } } = await server.operator.get("/v1/keys");
  assert.doesNotMatch(JSON.stringify(keys), new RegExp(made.key));
  assert.ok(keys.some((key: Json) => key.id === made.id && key.revokedAt === null));
  assert.equal((await server.operator.call("DELETE", `/v1/keys/${made.id}`)).status, 204);
  assert.equal((await shop.get("/v1/orders")).status, 401);
  assert.equal((await server.operator.call("DELETE", `/v1/keys/${made.id}`)).status, 404);
});

test("an operator key may be any text, also one that no header can carry as it is", async () => {
  const other = await startTestServer({ key: "clé + ключ. a.b 钥匙" });
  try {
    assert.equal((await other.operator.get("/v1/orders")).status, 200);
    assert.equal((await other.presenting(operatorKey).get("/v1/orders")).status, 401);
  } finally {
    await other.close();
  }
});

test("every answer forbids to be framed, sniffed or cached, and says nothing of other origins", async () => {
  for (const path of ["/v1/orders", "/health", "/docs", "/nowhere"]) {
    const { headers } = await server.operator.get(path);
    assert.match(headers.get("content-security-policy")!, /default-src 'none'.*frame-ancestors 'none'/);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("cache-control"), "no-store");
    assert.equal(headers.get("access-control-allow-origin"), null);
  }
});

test("a method that an address does not know is 405 and tells those that it does", async () => {
  const { status, headers } = await server.operator.call("PUT", "/v1/orders");
  assert.deepEqual([status, headers.get("allow")], [405, "POST, GET, HEAD"]);
});

test("RATE_LIMIT: a caller who asks too often gets 429 and when to come back; others are not held up", async () => {
  const limited = await startTestServer({ rateLimit: 10 });
  try {
    const statuses = [];
    for (let count = 0; count < 12; count += 1) statuses.push((await limited.operator.get("/v1/policies")).status);
    assert.deepEqual(statuses, [...Array<number>(10).fill(200), 429, 429]);
    const { headers } = await limited.operator.get("/v1/policies");
    assert.ok(Number(headers.get("retry-after")) >= 1);
    assert.equal((await limited.nobody.get("/v1/policies")).status, 401);
    assert.equal((await limited.nobody.get("/health")).status, 200);
  } finally {
    await limited.close();
  }
});
