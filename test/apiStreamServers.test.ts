// Server-sent events of two servers on one PostgreSQL: each tells what both commit, once, to those who may see it; and where a
// connection was lost it says that something may be missing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { done, openMarket, type Market } from "./support/market.ts";
import { operatorKey, startServer, type ServerProcess } from "./support/serverProcess.ts";
import { newDatabase } from "./support/stores.ts";
import { follow, type Following } from "./support/stream.ts";

let database: { url: string; forget(): Promise<void> };
let servers: ServerProcess[];
/** Everybody trades with the first server. */
let market: Market;
before(async () => {
  database = await newDatabase();
  servers = await Promise.all([startServer({ databaseUrl: database.url }), startServer({ databaseUrl: database.url })]);
  market = await openMarket(() => [servers[0]!.url]);
});
after(async () => {
  for (const server of servers) assert.equal((await server.signal("SIGTERM")).code, 0);
  await database.forget();
});

const followSecond = (key = operatorKey, lastEventId?: string): Promise<Following> => follow(servers[1]!.url, key, lastEventId);

/** Tells the next changes of that order, as `version status events`. */
async function told(stream: Following, orderId: string, count: number): Promise<string[]> {
  const lines: string[] = [];
  while (lines.length < count) {
    const { data } = await stream.next();
    if (data.orderId === orderId) lines.push(`${data.version} ${data.status} ${data.events.join("+")}`);
  }
  return lines;
}

test("what one server commits the other tells, change by change as each was, and its own beside it", async () => {
  const stream = await followSecond();
  const { id } = await market.place();
  done(await market.buyer.command(id, { type: "PayOrder", method: "card" }));
  assert.deepEqual(await told(stream, id, 2), ["1 awaitingPayment OrderPlaced", "2 verifyingPayment PaymentMade"]);
  const there = await openMarket(() => [servers[1]!.url]);
  const { id: own } = await there.place();
  assert.deepEqual(await told(stream, own, 1), ["1 awaitingPayment OrderPlaced"]);
  stream.end();
});

test("many orders that change at once on one server are told by the other, each version once and in order", async () => {
  const stream = await followSecond();
  const orders = await Promise.all(Array.from({ length: 40 }, (_, index) => market.place({ buyer: { id: `many-${index}`, country: "DE" } })));
  await Promise.all(orders.map(async ({ id, buyer }) => {
    const person = await market.as("buyer", buyer.id as string);
    done(await person.command(id as string, { type: "PayOrder", method: "card" }));
  }));
  const versions = new Map<string, number[]>(orders.map(({ id }) => [id as string, []]));
  for (let left = 80; left > 0; left -= 1) {
    const { data } = await stream.next();
    versions.get(data.orderId)!.push(data.version);
    assert.equal(data.status, data.version === 1 ? "awaitingPayment" : "verifyingPayment");
  }
  for (const [id, seen] of versions) assert.deepEqual(seen, [1, 2], id);
  stream.end();
});

test("a person is told only of their own orders, wherever they were changed", async () => {
  const token = done(await market.operator.post("/v1/tokens", { role: "buyer", id: "carla" })).token as string;
  const stream = await followSecond(token);
  await market.place();
  const { id } = await market.place({ buyer: { id: "carla", country: "DE" } });
  assert.equal((await stream.next()).data.orderId, id);
  stream.end();
});

test("Last-Event-ID goes on with what the other server committed meanwhile; another server's position says reload", async () => {
  const first = await followSecond();
  await market.place();
  const { id: position } = await first.next();
  first.end();
  const { id } = await market.place();
  // That it has arrived there can be seen by somebody else.
  const witness = await followSecond();
  const { id: last } = await market.place();
  await told(witness, last, 1);
  const second = await followSecond(operatorKey, position);
  assert.equal((await second.next()).data.orderId, id);
  const elsewhere = await follow(servers[0]!.url, operatorKey, position);
  assert.equal((await elsewhere.next()).event, "reload");
  for (const stream of [witness, second, elsewhere]) stream.end();
});

test("a listening connection that is lost is made anew, and readers are told that something may be missing", async () => {
  const stream = await followSecond();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rowCount } = await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'");
  await client.end();
  assert.ok(rowCount! >= 1);
  assert.equal((await stream.next()).event, "reload");
  const { id } = await market.place();
  assert.deepEqual(await told(stream, id, 1), ["1 awaitingPayment OrderPlaced"]);
  stream.end();
});
