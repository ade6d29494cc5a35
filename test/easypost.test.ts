// EasyPost's adapter against a stand-in that speaks its interface over HTTP: a label is bought once whatever fails, its parcel is
// followed by asking and by messages, its price comes back or does not.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { inspect } from "node:util";
import type { Command } from "../src/core/commands.ts";
import type { Consignment } from "../src/engine/gateways/consignment.ts";
import { postalAddress } from "../src/engine/gateways/easypost/address.ts";
import { openEasypost } from "../src/engine/gateways/easypost/easypost.ts";
import { scansOf } from "../src/engine/gateways/easypost/following.ts";
import { ForgedNotice, type Carrier } from "../src/engine/gateways/gateway.ts";
import type { Database } from "../src/store/database.ts";
import { mintId } from "../src/store/ids.ts";
import { openPglite } from "../src/store/pglite.ts";
import { storeOver, type Store } from "../src/store/store.ts";
import { openEasypostServer, signature, type EasypostServer, type Fault, type Operation } from "./support/easypostServer.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const consignment: Consignment = {
  rma: "RMA-ACEA5A8642CA", orderNumber: "A-1001", from: { name: "Jack Sparrow", address: "388 Townsend St\nApt 20\nSan Francisco, CA 94107", country: "US" },
  to: { name: "Elizabeth Swan", address: "179 N Harbor Dr, Redondo Beach, CA 90277", country: "US" },
};

let database: Database;
let store: Store;
let easypost: EasypostServer;
let carrier: Carrier;
let now = Date.now();

/** The same account from another process: nothing but the database is shared. */
const opened = (): Carrier => openEasypost(easypost.settings, { shipments: store.shipments, findParcel: (...wanted) => store.findParcel(...wanted), consignmentOf: async () => consignment, now: () => now });
/** What earlier tests left is not asked about any more. */
async function forgetEarlier(): Promise<void> {
  for (const { returnId, voidedAt, refund } of await store.shipments.lease("easypost", now, 0, 1000)) {
    if (voidedAt === null) await store.shipments.askNext([{ returnId, askAt: null }]);
    else await store.shipments.refunded(returnId, refund!, now, null, false);
  }
}
const newReturn = () => ({ orderId: mintId("ord", 7, now), returnId: mintId("ret", 7, now) });

before(async () => {
  database = await openPglite(null);
  store = await storeOver(database);
});
after(() => store.close());
beforeEach(async () => {
  easypost = await openEasypostServer();
  carrier = opened();
  now += 400 * DAY;
  await forgetEarlier();
});
afterEach(() => easypost.close());

describe("a label is bought once", () => {
  test("from the buyer to the seller, at the lowest rate, under our own name for it", async () => {
    const wanted = newReturn();
    const label = await carrier.makeLabel(wanted);
    const [shipment] = [...easypost.shipments.values()];
    assert.deepEqual([shipment.reference, shipment.selected_rate.rate, shipment.options.label_format], [wanted.returnId, "5.93", "PDF"]);
    assert.deepEqual(shipment.from_address, { name: "Jack Sparrow", street1: "388 Townsend St", street2: "Apt 20", city: "San Francisco", state: "CA", zip: "94107", country: "US" });
    assert.deepEqual(shipment.to_address, { name: "Elizabeth Swan", street1: "179 N Harbor Dr", city: "Redondo Beach", state: "CA", zip: "90277", country: "US" });
    assert.deepEqual(label, { id: `lbl_${wanted.returnId.slice(4)}`, carrier: "usps", trackingNumber: shipment.tracking_code, url: null });
    assert.deepEqual(await carrier.makeLabel(wanted), label);
    assert.equal(easypost.bought(), 1);
    const file = await carrier.labelFile!(label);
    assert.equal(Buffer.from(file!.bytes).toString(), "%PDF-1.4 the carrier's own label");
  });

  const faults: [Operation, Fault][] = (["create", "buy", "rerate", "retrieve"] as const).flatMap((on) => (["hangBefore", "hangAfter", "500Before", "500After"] as const).map((fault): [Operation, Fault] => [on, fault]));
  for (const [on, fault] of faults) {
    test(`where ${on} fails so: ${fault}, twice`, async () => {
      const wanted = newReturn();
      // Rates are asked anew only of a shipment that was there before.
      if (on === "rerate") easypost.faults.push({ on: "buy", fault: "500Before" });
      easypost.faults.push({ on, fault }, { on, fault });
      let label = null;
      let tries = 0;
      while (label === null && tries++ < 6) label = await carrier.makeLabel(wanted).catch(() => null);
      assert.ok(label && easypost.faults.length < 2, `${easypost.faults.length} faults left`);
      assert.deepEqual(await opened().makeLabel(wanted), label);
      assert.equal(easypost.bought(), 1);
    });
  }

  test("by four processes at once", async () => {
    const wanted = newReturn();
    const labels = await Promise.all([opened(), opened(), opened(), opened()].map((one) => one.makeLabel(wanted)));
    assert.equal(new Set(labels.map(({ trackingNumber }) => trackingNumber)).size, 1);
    assert.equal(easypost.bought(), 1);
  });

  test("also where our memory of it is lost: it is found by our name for it", async () => {
    const wanted = newReturn();
    const label = await carrier.makeLabel(wanted);
    await database.rows("DELETE FROM shipments WHERE return_id = $1", [wanted.returnId]);
    assert.deepEqual(await carrier.makeLabel(wanted), label);
    assert.equal(easypost.bought(), 1);
  });

  test("and not at all where nobody takes it, or the key is not ours: the reason is told", async () => {
    const refusing = openEasypost({ ...easypost.settings, apiKey: "EZAKother" }, { shipments: store.shipments, findParcel: async () => [], consignmentOf: async () => consignment, now: () => now });
    await assert.rejects(refusing.makeLabel(newReturn()), { statusCode: 401 });
    assert.equal(easypost.bought(), 0);
  });
});

test("what fails says why, and neither whose address nor which key", async () => {
  const told = async (on: Operation, fault: Fault) => {
    easypost.faults.splice(0, 9, { on, fault }, { on: "retrieve", fault: "500Before" });
    const error = await carrier.makeLabel(newReturn()).then(() => assert.fail("it was made"), (thrown: unknown) => thrown);
    return inspect(error, { depth: 9, showHidden: true });
  };
  for (const [on, fault] of [["create", "500Before"], ["create", "hangBefore"], ["create", "html"], ["create", "reset"]] as const) {
    const text = await told(on, fault);
    assert.match(text, /EasyPost|Cannot/);
    for (const secret of ["Townsend", "Sparrow", easypost.settings.apiKey, Buffer.from(`${easypost.settings.apiKey}:`).toString("base64")]) assert.ok(!text.includes(secret), `${fault}: ${text}`);
  }
});

describe("the price of a voided label", () => {
  const refundOf = async (returnId: string) => (await store.shipments.find(returnId))!.refund;

  async function voided(): Promise<string> {
    const { orderId, returnId } = newReturn();
    const { id } = await carrier.makeLabel({ orderId, returnId });
    await carrier.voidLabel({ id });
    return returnId;
  }
  const ask = async (): Promise<number> => {
    now += DAY + 1;
    return carrier.polling!.ask(async () => assert.fail("a voided label's parcel is not asked about"));
  };

  test("is asked for once, and its outcome is heard when it is known", async () => {
    const returnId = await voided();
    assert.equal(await refundOf(returnId), "submitted");
    await carrier.voidLabel({ id: `lbl_${returnId.slice(4)}` });
    assert.equal(easypost.called("refund"), 1);
    await ask();
    assert.equal(await refundOf(returnId), "submitted");
    [...easypost.shipments.values()][0].refund_status = "refunded";
    await ask();
    assert.equal(await refundOf(returnId), "refunded");
    assert.equal((await store.shipments.find(returnId))!.askAt, null);
  });

  test("that was rejected is asked for again, as EasyPost advises, and not for ever: then it is told as lost", async () => {
    easypost.refunds.push("rejected", "rejected", "rejected", "rejected", "rejected", "rejected");
    const returnId = await voided();
    for (let day = 0; day < 8; day += 1) await ask();
    assert.deepEqual([await refundOf(returnId), easypost.called("refund")], ["rejected", 4]);
    assert.ok((await store.shipments.unrefunded(now, 100)).some((one) => one.returnId === returnId));
  });

  test("of a label that was used is not given back: a refusal is an answer, a failure is not", async () => {
    easypost.refunds.push(422);
    assert.equal(await refundOf(await voided()), "rejected");
    const wanted = newReturn();
    const { id } = await carrier.makeLabel(wanted);
    easypost.faults.push({ on: "refund", fault: "500After" });
    await assert.rejects(carrier.voidLabel({ id }));
    assert.equal(await refundOf(wanted.returnId), null);
    await carrier.voidLabel({ id });
    assert.equal(await refundOf(wanted.returnId), "submitted");
  });

  test("comes back by a message too, which changes nothing that was not voided", async () => {
    const returnId = await voided();
    const shipment = [...easypost.shipments.values()][0];
    const message = easypost.message("refund.successful", { object: "Refund", id: "rfnd_1", shipment_id: shipment.id, tracking_code: shipment.tracking_code, status: "refunded" });
    assert.deepEqual((await carrier.readNotice!(message)).commands, []);
    assert.equal(await refundOf(returnId), "refunded");
    const other = newReturn();
    await carrier.makeLabel(other);
    const valid = [...easypost.shipments.values()][1];
    await carrier.readNotice!(easypost.message("refund.successful", { object: "Refund", shipment_id: valid.id, status: "refunded" }));
    assert.equal(await refundOf(other.returnId), null);
  });
});

describe("parcels are asked about", () => {
  const heard: { orderId: string; command: Command }[] = [];
  const record = async (orderId: string, command: Command): Promise<void> => void heard.push({ orderId, command });
  beforeEach(() => heard.splice(0));

  test("many with one call, none before its time, and never again once they have arrived", async () => {
    const returns = [newReturn(), newReturn(), newReturn()];
    const labels = [];
    for (const wanted of returns) labels.push(await carrier.makeLabel(wanted));
    assert.equal(await carrier.polling!.next(), now + DAY);
    assert.equal(await carrier.polling!.ask(record), 0);
    now += DAY;
    assert.equal(await carrier.polling!.ask(record), 3);
    assert.deepEqual([heard, easypost.called("batch"), easypost.calls.at(-1)!.body.tracking_codes.length], [[], 1, 3]);

    const at = now + HOUR;
    easypost.move(labels[0]!.trackingNumber, "delivered", [
      { status: "delivered", datetime: new Date(at + HOUR).toISOString(), city: "REDONDO BEACH", country: "US" },
      { status: "in_transit", status_detail: "received_at_origin_facility", datetime: new Date(at).toISOString(), city: "SAN FRANCISCO", country: null },
    ]);
    easypost.move(labels[1]!.trackingNumber, "in_transit", [{ status: "in_transit", status_detail: "departed_facility", datetime: new Date(at).toISOString() }]);
    now += DAY;
    await carrier.polling!.ask(record);
    const trackingNumber = labels[0]!.trackingNumber;
    assert.deepEqual(heard.filter(({ orderId }) => orderId === returns[0]!.orderId).map(({ command }) => command), [
      { type: "RecordScan", trackingNumber, status: "accepted", at, place: "SAN FRANCISCO" }, { type: "RecordScan", trackingNumber, status: "delivered", at: at + HOUR, place: "REDONDO BEACH", country: "US" },
    ]);
    assert.equal(heard.length, 3);
    assert.deepEqual(await Promise.all(returns.map(async ({ returnId }) => (await store.shipments.find(returnId))!.askAt)), [null, now + 6 * HOUR, now + DAY]);
  });

  test("by one process at a time, and again where that one fails before it has recorded", async () => {
    const { trackingNumber } = await carrier.makeLabel(newReturn());
    now += DAY;
    const asked = await Promise.all([opened().polling!.ask(record), opened().polling!.ask(record)]);
    assert.deepEqual([asked.sort(), easypost.called("batch")], [[0, 1], 1]);
    easypost.move(trackingNumber, "delivered", [{ status: "delivered", datetime: new Date(now).toISOString() }]);
    now += DAY;
    await assert.rejects(carrier.polling!.ask(() => Promise.reject(new Error("the database is away"))));
    assert.equal(await carrier.polling!.ask(record), 0, "the lease still stands");
    now += HOUR;
    assert.equal(await carrier.polling!.ask(record), 1);
    assert.equal(heard.length, 1);
  });

  test("not while messages come, and not for ever where nobody posts", async () => {
    const wanted = newReturn();
    const { trackingNumber } = await carrier.makeLabel(wanted);
    now += DAY - HOUR;
    easypost.move(trackingNumber, "in_transit", []);
    await carrier.readNotice!(easypost.message("tracker.updated", easypost.trackerOf(trackingNumber)));
    now += 2 * HOUR;
    assert.equal(await carrier.polling!.ask(record), 0);
    now += 121 * DAY;
    assert.equal(await carrier.polling!.ask(record), 1);
    assert.equal((await store.shipments.find(wanted.returnId))!.askAt, null);
  });
});

describe("messages", () => {
  async function labelled() {
    const wanted = newReturn();
    const { trackingNumber } = await carrier.makeLabel(wanted);
    easypost.move(trackingNumber, "in_transit", [{ status: "in_transit", datetime: "2026-08-02T10:00:00Z", city: "KENLY", country: "US" }]);
    return { ...wanted, trackingNumber, tracker: easypost.trackerOf(trackingNumber) };
  }

  test("a parcel's update is its scans for its order; it says the same however often it comes", async () => {
    const { orderId, trackingNumber, tracker } = await labelled();
    const message = easypost.message("tracker.updated", tracker);
    const notice = await carrier.readNotice!(message);
    assert.deepEqual(notice.commands, [{ orderId, command: { type: "RecordScan", trackingNumber, status: "inTransit", at: Date.parse("2026-08-02T10:00:00Z"), place: "KENLY", country: "US" } }]);
    assert.deepEqual(await opened().readNotice!(message), notice);
  });

  test("what is nobody's parcel here, or no parcel at all, has no commands", async () => {
    const { tracker } = await labelled();
    for (const message of [easypost.message("tracker.updated", { ...tracker, id: "trk_0000" }), easypost.message("batch.created", { object: "Batch" }), easypost.message("tracker.updated", null)]) {
      assert.deepEqual((await carrier.readNotice!(message)).commands, []);
    }
  });

  test("what EasyPost did not sign, or not for us, is forged", async () => {
    const { tracker } = await labelled();
    const { headers, body } = easypost.message("tracker.updated", tracker);
    const sign = (text: string, secret = easypost.settings.webhookSecret) => ({ headers: { "x-hmac-signature": signature(text, secret) }, body: text });
    const forged: Record<string, { headers: Record<string, string>; body: string }> = {
      "no signature": { headers: {}, body }, "an empty one": { headers: { "x-hmac-signature": "" }, body }, "another secret": sign(body, "another"), "no secret": sign(body, ""),
      "a changed byte": { headers, body: body.replace("in_transit", "delivered.") }, "a space more": { headers, body: `${body} ` }, "the body of another": { headers, body: easypost.message("tracker.updated", tracker).body },
      "a shorter signature": { headers: { "x-hmac-signature": headers["x-hmac-signature"].slice(0, -1) }, body }, "capitals": { headers: { "x-hmac-signature": headers["x-hmac-signature"].toUpperCase() }, body },
      "only the digest": { headers: { "x-hmac-signature": headers["x-hmac-signature"].slice("hmac-sha256-hex=".length) }, body }, "another header": { headers: { "x-signature": headers["x-hmac-signature"] }, body },
      "no body": { headers, body: "" }, "signed, but no JSON": sign("tracker.updated"), "signed, but from the world of tries": easypost.message("tracker.updated", tracker, { mode: "test" }), "signed, but without an id": easypost.message("tracker.updated", tracker, { id: "" }),
    };
    for (const [what, message] of Object.entries(forged)) await assert.rejects(carrier.readNotice!(message), ForgedNotice, what);
  });
});

test("a scan is what the carrier saw: nothing before it had the parcel, nothing twice, nothing without a time", () => {
  const at = "2026-08-02T10:00:00Z";
  const said = ["pre_transit", "unknown", "in_transit", "in_transit", "available_for_pickup", "return_to_sender", "failure", "error", "cancelled", "something new"].map((status) => ({ status, datetime: at }));
  assert.deepEqual(scansOf({ tracking_code: "x1", tracking_details: [...said, { status: "failure", status_detail: "lost", datetime: at }, { status: "in_transit", datetime: "soon" }, { status: "delivered" }] }).map(({ status }) => status),
    ["inTransit", "availableForPickup", "returnedToSender", "exception", "lost"]);
});

test("an address in one text is told apart as far as its form allows", () => {
  const told = (address: string, country: string) => ({ ...postalAddress({ name: "A", address, country }), name: undefined, country: undefined });
  const fields = (street1: string, more: object) => ({ name: undefined, country: undefined, street1, ...more });
  assert.deepEqual(told("Kaktusweg 5\n10115 Berlin", "DE"), fields("Kaktusweg 5", { city: "Berlin", zip: "10115" }));
  assert.deepEqual(told("221B Baker Street\nLondon NW1 6XE", "GB"), fields("221B Baker Street", { city: "London", zip: "NW1 6XE" }));
  assert.deepEqual(told("ул. Ленина, 5\n620014 Екатеринбург", "RU"), fields("ул. Ленина, 5", { city: "Екатеринбург", zip: "620014" }));
  assert.deepEqual(told("10 King St W, Toronto, ON M5H 1A1", "CA"), fields("10 King St W", { city: "Toronto", state: "ON", zip: "M5H 1A1" }));
  assert.deepEqual(told("浙江省杭州市余杭区文一西路969号", "CN"), fields("浙江省杭州市余杭区文一西路969号", {}));
});
