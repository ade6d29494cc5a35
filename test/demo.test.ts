// The demonstration: its orders stand in every status that a page must show, they are the demo people's, and they are as sound as any.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Order } from "../src/core/state.ts";
import { demoPeople, demoPersonOf } from "../src/demo/people.ts";
import { verify } from "../src/engine/verify.ts";
import { demoBrowser, openBrowser } from "./support/browser.ts";
import { newDatabase } from "./support/stores.ts";
import { startTestServer, type Json, type TestServer } from "./support/client.ts";

let server: TestServer;
let orders: Order[];
let clockBefore: string;

before(async () => {
  server = await startTestServer();
  clockBefore = (await server.operator.get("/v1/sandbox/clock")).body.now;
  const visitor = openBrowser(server);
  const asked = await Promise.all([visitor.post("/v1/demo"), visitor.post("/v1/demo")]);
  for (const { status, body } of asked) assert.deepEqual([status, body.orders > 40], [200, true]);
  orders = (await server.engine.store.list({ limit: 200 })).rows.map(({ state }) => state as Order);
});
after(() => server.close());

const statusesOf = (parts: (order: Order) => readonly { status: string }[]): Set<string> => new Set(orders.flatMap(parts).map(({ status }) => status));

test("before it is asked for there is nothing, and the clock stands; a second call changes nothing", async () => {
  const untouched = await startTestServer();
  try {
    assert.deepEqual((await untouched.operator.get("/v1/orders")).body.orders, []);
  } finally {
    await untouched.close();
  }
  assert.ok((await server.operator.get("/v1/sandbox/clock")).body.now > clockBefore, "the clock was moved forward");
  const { body: before } = await server.operator.get("/v1/sandbox/clock");
  assert.equal((await openBrowser(server).post("/v1/demo")).body.orders, orders.length);
  assert.deepEqual((await server.operator.get("/v1/sandbox/clock")).body, before);
  assert.equal((await server.engine.store.list({ limit: 200 })).rows.length, orders.length);
});

test("every story went as it is told", async () => {
  assert.deepEqual(((await server.engine.store.settings.get("demo")) as { faults: string[] }).faults, []);
});

test("orders stand in every status, in each of the three marketplaces in most", () => {
  const every = ["awaitingPayment", "awaitingShipment", "closed", "completed", "delivered", "inTransit", "returnStarted", "verifyingPayment"];
  assert.deepEqual([...statusesOf((order) => [order])].sort(), every);
  for (const marketplace of ["aliexpress", "amazon", "taobao"]) {
    const own = new Set(orders.filter((order) => order.marketplace === marketplace).map(({ status }) => status));
    assert.ok(own.size >= 6, `${marketplace}: ${[...own].join(" ")}`);
  }
});

test("cancellations, returns, claims, refunds, reversals and sanctions are open in every way that waits for somebody", () => {
  const has = (found: Set<string>, wanted: string[]): void => assert.deepEqual(wanted.filter((status) => !found.has(status)), []);
  has(statusesOf((order) => order.cancellations), ["requested", "accepted"]);
  has(statusesOf((order) => order.returns), ["requested", "authorized", "inTransit", "received", "cancelled"]);
  has(statusesOf((order) => order.claims), ["awaitingSeller", "awaitingBuyer", "awaitingGoods", "inMediation", "decided", "settled", "withdrawn"]);
  has(statusesOf((order) => order.refunds), ["approved", "submitted", "unknown", "settled", "stopped", "reversed"]);
  has(statusesOf((order) => order.reversals), ["requested", "underReview", "granted"]);
  has(statusesOf((order) => order.sanctions), ["active", "appealed"]);
  assert.ok(orders.some(({ claims }) => claims.some(({ status, decisions }) => status === "inMediation" && decisions.length > 0)), "an appeal waits for another mediator");
});

test("they are the demo people's, of their own marketplace, and each of these finds their own", async () => {
  for (const person of demoPeople.filter(({ role }) => role === "buyer" || role === "seller")) {
    const browser = await demoBrowser(server, person.id);
    const { body } = await browser.get("/v1/orders?limit=200");
    const own = orders.filter((order) => order[person.role as "buyer" | "seller"].id === person.id);
    assert.ok(own.length >= 5, `${person.id} has ${own.length}`);
    assert.equal(body.orders.length, own.length);
    for (const order of body.orders as Json[]) assert.equal(order.marketplace, person.marketplace);
  }
});

test("parcels were scanned on their way where the map can show it, and evidence can be looked at", async () => {
  const scans = orders.flatMap(({ parcels }) => parcels).flatMap((parcel) => parcel.scans);
  assert.ok(scans.filter(({ position }) => position !== null).length > 50);
  const claim = orders.flatMap((order) => order.claims.map((one) => ({ order, one }))).find(({ one }) => one.evidence.length > 0)!;
  const file = await server.operator.get(`/v1/evidence/${claim.one.evidence[0]!}`);
  assert.deepEqual([file.status, file.headers.get("content-type")], [200, "image/png"]);
});

test("people have written to each other, in three scripts, and what leads off the platform is marked", async () => {
  const messages: Json[] = [];
  for (const { id } of orders) messages.push(...(await server.operator.get(`/v1/orders/${id}/messages`)).body.messages);
  for (const script of [/[a-z]/i, /[а-я]/i, /[\u4e00-\u9fff]/]) assert.ok(messages.some(({ text }) => script.test(text)), String(script));
  assert.ok(messages.some(({ warning }) => warning === "offPlatformPayment"));
});

test("what they say of a request is in the language of who says it, and what the house says in the buyer's", async () => {
  const script: Record<string, RegExp> = { en: /[a-z]/i, ru: /[а-я]/i, zh: /[\u4e00-\u9fff]/ };
  const notes: [string, string][] = [];
  for (const order of orders) {
    for (const { by, data } of (await server.operator.get(`/v1/orders/${order.id}/events`)).body.events as Json[]) {
      if (typeof data.note?.words === "string") notes.push([data.note.words, demoPersonOf(order[by.role === "seller" ? "seller" : "buyer"].id)!.locale]);
    }
  }
  for (const [words, locale] of notes) assert.match(words, script[locale]!);
  assert.deepEqual([...new Set(notes.map(([, locale]) => locale))].sort(), ["en", "ru", "zh"]);
});

test("every book is right", async () => {
  assert.deepEqual((await verify(server.engine.store)).differences, []);
});

test("two servers on one PostgreSQL that are asked at once make them once", async () => {
  const { url, forget } = await newDatabase();
  const servers = [await startTestServer({ databaseUrl: url }), await startTestServer({ databaseUrl: url })];
  try {
    const answers = await Promise.all(servers.map((one) => openBrowser(one).post("/v1/demo")));
    assert.deepEqual(answers.map(({ status, body }) => [status, body.orders]), Array(2).fill([200, orders.length]));
    assert.equal((await servers[0]!.engine.store.list({ limit: 200 })).rows.length, orders.length);
    assert.deepEqual(((await servers[1]!.engine.store.settings.get("demo")) as { faults: string[] }).faults, []);
    assert.deepEqual((await verify(servers[0]!.engine.store)).differences, []);
  } finally {
    await Promise.all(servers.map((one) => one.close()));
    await forget();
  }
});

test("no request from another site makes them", async () => {
  assert.equal((await openBrowser(server, "https://evil.example").post("/v1/demo")).status, 403);
});
