// Server-sent events: each change once, after its commit, to those who may see it, and from where a reader left off.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { operatorKey, startTestServer, type TestServer } from "./support/client.ts";
import { follow as followAt } from "./support/stream.ts";

let server: TestServer;
before(async () => void (server = await startTestServer()));
after(() => server.close());

const follow = (key: string, lastEventId?: string) => followAt(server.url, key, lastEventId);
const token = async (role: string, id: string): Promise<string> => (await server.operator.post("/v1/tokens", { role, id })).body.token;

test("each reader is told of the orders they may see, and of nobody else's", async () => {
  const all = await follow(operatorKey);
  const own = await follow(await token("buyer", "ann"));
  const theirs = await server.place({ buyer: { id: "bob", country: "FR" } });
  const mine = await server.place();
  assert.deepEqual((await all.next()).data, { orderId: theirs.id, version: 1, status: "awaitingPayment", events: ["OrderPlaced"] });
  assert.equal((await all.next()).data.orderId, mine.id);
  const told = await own.next();
  assert.deepEqual([told.event, told.data.orderId], ["change", mine.id]);
  all.end();
  own.end();
});

test("Last-Event-ID goes on after the last change that was read; a position that is not known any more says reload", async () => {
  const first = await follow(operatorKey);
  const one = await server.place();
  const seen = await first.next();
  assert.equal(seen.data.orderId, one.id);
  first.end();
  const two = await server.place();
  const three = await server.place();
  const second = await follow(operatorKey, seen.id);
  assert.deepEqual([(await second.next()).data.orderId, (await second.next()).data.orderId], [two.id, three.id]);
  second.end();
  const lost = await follow(operatorKey, "another-1");
  assert.equal((await lost.next()).event, "reload");
  lost.end();
});

test("a stream needs a caller", async () => {
  assert.equal((await server.nobody.get("/v1/stream")).status, 401);
});
