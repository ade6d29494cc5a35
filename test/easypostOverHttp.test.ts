// A real server that buys its labels at a stand-in for EasyPost: what people and their returns notice of it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestServer, type Client, type Json, type TestServer } from "./support/client.ts";
import { openEasypostServer, type EasypostServer } from "./support/easypostServer.ts";

let easypost: EasypostServer;
let server: TestServer;
let buyer: Client;
let seller: Client;

before(async () => {
  easypost = await openEasypostServer();
  server = await startTestServer({ carrier: easypost.settings });
  buyer = await server.as("buyer", "ann");
  seller = await server.as("seller", "cactus");
});
after(async () => {
  await server.close();
  await easypost.close();
});

async function done(client: Client, orderId: string, command: { type: string; [field: string]: unknown }): Promise<void> {
  const { status, body } = await client.command(orderId, command);
  assert.equal(status, 200, JSON.stringify(body));
}

/** An order whose return is authorized, its seller at fault. */
async function returning(sellerAddress: string | undefined = "179 N Harbor Dr, Redondo Beach, CA 90277"): Promise<{ orderId: string; ret: Json }> {
  const { id } = await server.place({
    marketplace: "amazon", buyer: { id: "ann", name: "Ann Lee", address: "388 Townsend St\nSan Francisco, CA 94107", country: "US" },
    seller: { id: "cactus", name: "Cactus Shop", country: "US", ...(sellerAddress === "" ? {} : { address: sellerAddress }) },
  });
  await done(buyer, id, { type: "PayOrder", method: "card" });
  await server.advance("PT2H");
  const number = `SB-EASYPOST-${id.slice(-12)}`.toUpperCase();
  await done(seller, id, { type: "ShipOrder", carrier: "sandbox", trackingNumber: number });
  await server.operator.post("/v1/sandbox/carrier/scans", { trackingNumber: number, status: "delivered" });
  await done(buyer, id, { type: "RequestReturn", lines: [{ sku: "SEED-1", quantity: 1, reason: "damagedInTransit" }] });
  const ret = (await buyer.get(`/v1/orders/${id}`)).body.returns[0];
  if (ret.status === "requested") await done(seller, id, { type: "AuthorizeReturn" });
  return { orderId: id, ret: (await buyer.get(`/v1/orders/${id}`)).body.returns[0] };
}

test("the answer to a return has the label that was bought, and its url gives the carrier's own paper to its buyer and to no stranger", async () => {
  const { ret } = await returning();
  const [shipment] = [...easypost.shipments.values()];
  assert.deepEqual([ret.label.carrier, ret.label.trackingNumber, shipment.reference], ["usps", shipment.tracking_code, ret.id]);
  const { status, body, headers } = await buyer.get(ret.label.url);
  assert.deepEqual([status, headers.get("content-type"), body], [200, "application/pdf", "%PDF-1.4 the carrier's own label"]);
  assert.equal((await (await server.as("buyer", "ben")).get(ret.label.url)).status, 404);
});

test("a return that is taken back voids its label: the price is asked for, and what is rejected stands where operators look", async () => {
  easypost.refunds.push("not_applicable");
  const { orderId, ret } = await returning();
  await done(buyer, orderId, { type: "CancelReturn" });
  const [after] = (await buyer.get(`/v1/orders/${orderId}`)).body.returns;
  assert.notEqual(after.label.voidedAt, null);
  assert.equal((await buyer.get(ret.label.url)).status, 404);
  const { body } = await server.operator.get("/v1/labels/unrefunded");
  assert.deepEqual((body.labels as Json[]).map(({ returnId, refund }) => [returnId, refund]), [[ret.id, "notApplicable"]]);
});

test("where the carrier does not answer the return is authorized all the same; its label follows, bought once", async () => {
  const bought = easypost.bought();
  easypost.faults.push(...Array(3).fill({ on: "retrieve", fault: "hangBefore" }) as { on: "retrieve"; fault: "hangBefore" }[]);
  const { orderId, ret } = await returning();
  assert.equal(ret.label, null);
  for (let tries = 0; tries < 4; tries += 1) await server.advance("PT20M");
  assert.notEqual((await buyer.get(`/v1/orders/${orderId}`)).body.returns[0].label, null);
  assert.equal(easypost.bought(), bought + 1);
});

test("no address, no label: nothing is bought, and the effect stands where operators look", async () => {
  const bought = easypost.bought();
  const { orderId, ret } = await returning("");
  assert.deepEqual([ret.label, easypost.bought()], [null, bought]);
  const { body } = await server.operator.get("/v1/effects");
  assert.ok((body.effects as Json[]).some((effect) => effect.orderId === orderId && effect.kind === "makeLabel"));
});

test("what EasyPost says of the parcel by itself moves the return: in any order, late and twice; what others say does not", async () => {
  const { orderId, ret } = await returning();
  const say = (message: { headers: Record<string, string>; body: string }) => server.nobody.call("POST", "/v1/notices/easypost", undefined, { headers: message.headers, raw: { type: "application/json", bytes: message.body } });
  const code = ret.label.trackingNumber as string;
  const started = Date.parse("2026-11-25T09:00:00Z");
  const at = (hours: number): string => new Date(started + hours * 3_600_000).toISOString();
  const scans = [{ status: "in_transit", status_detail: "received_at_origin_facility", datetime: at(0) }, { status: "in_transit", datetime: at(5) }, { status: "delivered", datetime: at(30), city: "REDONDO BEACH", country: "US" }];
  const updates = [1, 2, 3].map((count) => {
    easypost.move(code, scans[count - 1]!.status, scans.slice(0, count));
    return easypost.message("tracker.updated", easypost.trackerOf(code));
  });
  const statusNow = async () => {
    const { body } = await buyer.get(`/v1/orders/${orderId}`);
    return { status: body.returns[0].status, scans: (body.parcels as Json[]).find((one) => one.returnId === ret.id).scans.map((scan: Json) => scan.status) };
  };

  const forged = easypost.message("tracker.updated", easypost.trackerOf(code), {}, "not the secret");
  assert.ok((await say(forged)).status >= 400);
  assert.deepEqual(await statusNow(), { status: "authorized", scans: [] });
  assert.equal((await say(updates[1]!)).status, 200);
  assert.deepEqual(await statusNow(), { status: "inTransit", scans: ["accepted", "inTransit"] });
  for (const message of [updates[2]!, updates[0]!, updates[2]!, updates[1]!]) assert.equal((await say(message)).status, 200);
  assert.deepEqual(await statusNow(), { status: "inTransit", scans: ["accepted", "inTransit", "delivered"] });
  const { body } = await buyer.get(`/v1/orders/${orderId}/events`);
  assert.equal((body.events as Json[]).filter(({ type, data }) => type === "ParcelScanned" && data.scan.at >= at(0)).length, 3);
});
