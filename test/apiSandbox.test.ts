// The sandbox over HTTP: its clock, its institution, its carrier; and that none of it is there without it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { routesOf } from "../src/api/app.ts";
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

test("the clock stands until it is moved, and never goes back", async () => {
  const first = (await server.operator.get("/v1/sandbox/clock")).body;
  assert.deepEqual((await server.operator.get("/v1/sandbox/clock")).body, first);
  const moved = (await server.operator.post("/v1/sandbox/clock", { advance: "P1DT1H" })).body;
  assert.equal(Date.parse(moved.now) - Date.parse(first.now), 25 * 3_600_000);
  for (const body of [{ advance: "-P1D" }, { advance: "P9999Y" }, { advance: 5 }, { run: "yes" }, { back: "P1D" }]) {
    assert.equal((await server.operator.post("/v1/sandbox/clock", body)).status, 422, JSON.stringify(body));
  }
  assert.equal((await server.operator.post("/v1/sandbox/clock", { run: true })).body.running, true);
  assert.equal((await server.operator.post("/v1/sandbox/clock", { run: false })).body.running, false);
});

test("in manual mode a payment waits for the institution's word", async () => {
  await server.operator.post("/v1/sandbox/institution", { mode: "manual" });
  const orders = [await server.place(), await server.place()];
  const payments: string[] = [];
  for (const { id } of orders) payments.push((await ann.command(id, { type: "PayOrder", method: "alipay" })).body.order.payments[0].id);
  const confirmed = await server.operator.post(`/v1/sandbox/institution/payments/${payments[0]}/confirm`);
  assert.deepEqual([confirmed.status, confirmed.body.order.status], [200, "awaitingShipment"]);
  const rejected = await server.operator.post(`/v1/sandbox/institution/payments/${payments[1]}/reject`);
  assert.deepEqual([rejected.body.order.status, rejected.body.order.closedBecause], ["closed", "paymentRejected"]);
  assert.equal((await server.operator.post(`/v1/sandbox/institution/payments/${payments[0]}/confirm`)).status, 409);
  assert.equal((await server.operator.post("/v1/sandbox/institution/payments/pay_none/confirm")).status, 404);
  assert.equal((await server.operator.post("/v1/sandbox/institution", { mode: "auto" })).body.mode, "auto");
  assert.equal((await server.operator.get("/v1/sandbox/institution")).body.mode, "auto");
});

test("the institution's own list shows every refund that it executed, and it settles, fails and reverses by hand", async () => {
  await server.operator.post("/v1/sandbox/institution", { settleAfter: "P30D" });
  const keys: string[] = [];
  for (let count = 0; count < 2; count += 1) {
    const { id } = await server.place();
    await ann.command(id, { type: "PayOrder", method: "card" });
    await server.advance("PT2H");
    await ann.command(id, { type: "RequestCancellation", reason: "noLongerWanted" });
    keys.push((await cactus.command(id, { type: "AcceptCancellation" })).body.order.refunds[0].id);
  }
  assert.equal((await server.operator.post(`/v1/sandbox/institution/refunds/${keys[1]}/settle`)).status, 404, "it was not handed over yet");
  await server.advance("PT3H");
  const listed = (await server.operator.get("/v1/sandbox/institution/refunds")).body.refunds;
  assert.deepEqual(listed.map((refund: Json) => [refund.key, refund.amountMinor, refund.to]), keys.map((key) => [key, 1250, "card"]));
  const settled = await server.operator.post(`/v1/sandbox/institution/refunds/${keys[0]}/settle`);
  assert.deepEqual([settled.status, settled.body.order.money.refundedMinor], [200, 1250]);
  const failed = await server.operator.post(`/v1/sandbox/institution/refunds/${keys[1]}/fail`);
  assert.deepEqual([failed.status, failed.body.order.refunds[0].status], [200, "failed"]);
  const reversed = await server.operator.post(`/v1/sandbox/institution/refunds/${keys[0]}/reverse`);
  assert.deepEqual([reversed.status, reversed.body.order.refunds[0].status], [200, "reversed"]);
  await server.operator.post("/v1/sandbox/institution", { settleAfter: null });
});

test("a scan moves the parcel; a number that nobody has is 404", async () => {
  const { id } = await server.place();
  await ann.command(id, { type: "PayOrder", method: "card" });
  await server.advance("PT2H");
  await cactus.command(id, { type: "ShipOrder", carrier: "sandbox", trackingNumber: "SB-SCAN-1" });
  const scan = { trackingNumber: "sb-scan-1", status: "delivered", place: "Berlin", country: "DE", position: { latitude: 52.5, longitude: 13.4 } };
  const { status, body } = await server.operator.post("/v1/sandbox/carrier/scans", scan);
  assert.deepEqual([status, body.order.status, body.order.parcels[0].scans[0].place], [200, "delivered", "Berlin"]);
  assert.equal((await server.operator.post("/v1/sandbox/carrier/scans", { ...scan, trackingNumber: "SB-NOBODY" })).status, 404);
  assert.equal((await server.operator.post("/v1/sandbox/carrier/scans", { ...scan, status: "flying" })).status, 422);
});

test("without the sandbox none of its routes is there", async () => {
  const real = await startTestServer({ sandbox: false });
  try {
    for (const { method, path } of routesOf(true).filter((route) => route.path.startsWith("/v1/sandbox"))) {
      assert.equal((await real.operator.call(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, "x"))).status, 404, path);
    }
  } finally {
    await real.close();
  }
});
