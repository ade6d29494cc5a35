// The group path and the constraints behind it, on PGlite and on PostgreSQL alike: what the database itself refuses,
// whoever asks. What the engine decides is tested with the engine.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { StoreConflict, UnstorableText } from "../src/store/errors.ts";
import type { GroupRead } from "../src/store/groupRead.ts";
import { HASH, aTransfer, anEvent, anOrder, idIn, next, nothing, onEachStore, place, write } from "./support/stores.ts";

const conflictOver = (over: string) => (error: unknown) => error instanceof StoreConflict && error.over === over;

onEachStore((open) => {
  describe("orders and their history", () => {
    test("what a group writes is what is read back", async () => {
      const { store } = open();
      const order = anOrder({ owes: ["seller", "clock"], dueAt: 1_700_000_500_000, openKinds: 5, hidden: true, escrowMinor: 7 });
      await place(store, order);
      assert.deepEqual(await store.order(order.id), order);
      assert.deepEqual(await store.events(order.id), [{ seq: 1, at: 1_700_000_000_001, type: "OrderPlaced", by: { role: "operator", id: "shop" }, because: null, policyVersion: 1, data: { seq: 1 }, hash: HASH }]);
      assert.deepEqual(await store.orderByExternalId(order.bucket, order.marketplace, order.externalId), order);
    });

    test("text that is no id finds nothing and breaks nothing", async () => {
      const { store } = open();
      for (const id of ["", "ord_", "ord_1", "' OR 1=1 --", "ord_\0", "x".repeat(10_000)]) {
        assert.equal(await store.order(id), null);
        assert.deepEqual(await store.events(id), []);
        assert.equal(await store.findRefund(id), null);
      }
    });

    test("events can be cut by seq and sifted by type, for one order or many", async () => {
      const { store } = open();
      const [one, two] = [anOrder(), anOrder()];
      await place(store, one, two);
      await write(store, { events: [anEvent(one, 2, { type: "NoteAdded" }), anEvent(one, 3), anEvent(two, 2, { type: "NoteAdded" })] });
      assert.deepEqual((await store.events(one.id, { afterSeq: 1, throughSeq: 2 })).map(({ seq }) => seq), [2]);
      assert.deepEqual((await store.events(one.id, { type: "NoteAdded" })).map(({ seq }) => seq), [2]);
      const notes = await store.eventsOf([one.id, two.id], "NoteAdded");
      assert.deepEqual([notes.get(one.id)?.length, notes.get(two.id)?.length], [1, 1]);
    });

    test("events and postings refuse UPDATE, DELETE and TRUNCATE", async () => {
      const { store, database } = open();
      await place(store, anOrder());
      for (const table of ["events", "postings"]) {
        for (const sql of [`UPDATE ${table} SET at = 0`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
          await assert.rejects(database.rows(sql), { code: "RS002" }, sql);
        }
      }
    });

    test("a history with a gap is refused", async () => {
      const { store } = open();
      const order = anOrder();
      await place(store, order);
      await assert.rejects(write(store, { events: [anEvent(order, 3)] }), { code: "RS003" });
      await assert.rejects(write(store, { events: [anEvent(order, 2), anEvent(order, 4)] }), { code: "RS003" });
      await write(store, { events: [anEvent(order, 2), anEvent(order, 3)] });
      assert.equal((await store.events(order.id)).length, 3);
    });

    test("an event that is there already is a conflict over the version", async () => {
      const { store } = open();
      const order = anOrder();
      await place(store, order);
      await assert.rejects(write(store, { events: [anEvent(order, 1)] }), conflictOver("version"));
    });

    test("a stale version writes nothing of the group", async () => {
      const { store } = open();
      const [fresh, stale] = [anOrder(), anOrder()];
      await place(store, fresh, stale);
      await assert.rejects(
        write(store, { updated: [next(fresh, { status: "closed" }), { ...next(stale), expectedVersion: 9 }], events: [anEvent(fresh, 2)] }),
        conflictOver("version"));
      assert.deepEqual(await store.order(fresh.id), fresh);
      assert.equal((await store.events(fresh.id)).length, 1);
    });

    test("the same external id twice in a marketplace is a conflict over the order", async () => {
      const { store } = open();
      const order = anOrder();
      await place(store, order);
      await assert.rejects(place(store, anOrder({ externalId: order.externalId })), conflictOver("order"));
      await place(store, anOrder({ externalId: order.externalId, marketplace: "taobao" }));
    });
  });

  describe("money", () => {
    test("postings that do not sum to zero are refused", async () => {
      const { store } = open();
      const order = anOrder();
      await place(store, order);
      const [from, to] = aTransfer(order, 1, "buyer/ann/card", `escrow/${order.id}`, 1250);
      await assert.rejects(write(store, { postings: [from!] }), { code: "RS004" });
      await assert.rejects(write(store, { postings: [from!, { ...to!, currency: "EUR" }] }), { code: "RS004" });
      await write(store, { postings: [from!, to!] });
      assert.deepEqual((await store.journal(order.id)).map(({ amountMinor }) => amountMinor), [-1250, 1250]);
    });

    test("postings of no event are refused", async () => {
      const { store } = open();
      const order = anOrder();
      await place(store, order);
      await assert.rejects(write(store, { postings: aTransfer(order, 2, "a", "b", 1) }), { code: "RS005" });
    });

    test("a payment never gives back more than it brought", async () => {
      const { store } = open();
      const order = anOrder();
      await place(store, order);
      const payment = { id: idIn(order, "pay"), orderId: order.id, method: "card", capturedMinor: 1000, refundingMinor: 0, refundedMinor: 0 };
      await write(store, { payments: [payment] });
      await write(store, { payments: [{ ...payment, refundingMinor: 400, refundedMinor: 600 }] });
      await assert.rejects(write(store, { payments: [{ ...payment, refundingMinor: 401, refundedMinor: 600 }] }), { code: "23514" });
      await assert.rejects(write(store, { payments: [{ ...payment, refundingMinor: -1 }] }), { code: "23514" });
      assert.equal(await store.findPayment(payment.id), order.id);
    });

    test("neither escrow nor held money falls below zero", async () => {
      const { store } = open();
      await assert.rejects(place(store, anOrder({ escrowMinor: -1 })), { code: "23514" });
      await assert.rejects(place(store, anOrder({ heldMinor: -1 })), { code: "23514" });
    });

    test("a refund is found by its id, with its newest status", async () => {
      const { store } = open();
      const order = anOrder();
      await place(store, order);
      const refund = { id: idIn(order, "rfd"), orderId: order.id, paymentId: idIn(order, "pay"), amountMinor: 5, currency: "USD", status: "approved", promisedBy: 9, reference: null };
      await write(store, { refunds: [refund] });
      await write(store, { refunds: [{ ...refund, status: "submitted", reference: "psp-1" }] });
      assert.equal(await store.findRefund(refund.id), order.id);
      const [found] = await wholeOf(store, order.id);
      assert.deepEqual(found?.refunds, [{ ...refund, status: "submitted", reference: "psp-1" }]);
      await assert.rejects(write(store, { refunds: [{ ...refund, id: idIn(order, "rfd"), amountMinor: 0 }] }), { code: "23514" });
    });
  });

  describe("facts that a group reads", () => {
    test("a group sees locked orders, keys, numbers, evidence, unpaid orders, placed orders and points", async () => {
      const { store } = open();
      const order = anOrder({ buyerId: "facts", sellerId: "facts-shop", dueAt: 77 });
      await place(store, order, anOrder({ buyerId: "facts", status: "closed" }));
      const file = await store.evidence.put({ id: "evi_1", uploader: { role: "buyer", id: "facts" }, person: "buyer/facts", mediaType: "image/png", name: "a.png", bytes: new Uint8Array([1]), atMs: 1 });
      const sanction = { orderId: order.id, marketplace: order.marketplace, sellerId: order.sellerId, status: "active" };
      await write(store, {
        keys: [{ orderId: order.id, caller: "buyer:facts", key: "k1", bodyHash: HASH, firstSeq: 2, lastSeq: 3, at: 5 }],
        trackingNumbers: [{ carrier: "ups", number: `N-${order.id}`, orderId: order.id }],
        sanctions: [{ ...sanction, id: idIn(order, "san"), points: 2 }, { ...sanction, id: idIn(order, "san"), points: 3 }, { ...sanction, id: idIn(order, "san"), points: 9, status: "lifted" }],
      });
      let read: GroupRead | undefined;
      await store.group({
        orders: [order.id, "ord_nonsense"],
        placements: [{ marketplace: "aliexpress", externalId: order.externalId, buyerId: "facts" }, { marketplace: "aliexpress", externalId: "new", buyerId: "nobody-yet" }],
        keys: [{ orderId: order.id, caller: "buyer:facts", key: "k1" }, { orderId: order.id, caller: "seller:facts", key: "k1" }],
        trackingNumbers: [{ carrier: "ups", number: `N-${order.id}` }, { carrier: "dhl", number: `N-${order.id}` }],
        evidence: [file.id, "evi_2"],
      }, (seen) => ((read = seen), null));
      assert.deepEqual([...read!.orders], [[order.id, { state: order.state, version: 1, lastHash: HASH, bodyHash: HASH, dueAt: 77 }]]);
      assert.deepEqual([...read!.placed], [[`aliexpress\0${order.externalId}`, { orderId: order.id, bodyHash: HASH }]]);
      assert.deepEqual(Object.fromEntries(read!.unpaid), { "aliexpress\0facts": 1, "aliexpress\0nobody-yet": 0 });
      assert.deepEqual([...read!.keys], [[`${order.id}\0buyer:facts\0k1`, { bodyHash: HASH, firstSeq: 2, lastSeq: 3, at: 5 }]]);
      assert.deepEqual([...read!.trackingNumbers], [[`ups\0N-${order.id}`, order.id]]);
      assert.deepEqual([...read!.evidence], [["evi_1", { role: "buyer", id: "facts" }]]);
      assert.deepEqual([...read!.points], [[order.id, 5]]);
    });

    test("a tracking number belongs to one order", async () => {
      const { store } = open();
      const [one, two] = [anOrder(), anOrder()];
      await place(store, one, two);
      await write(store, { trackingNumbers: [{ carrier: "s10", number: one.id, orderId: one.id }] });
      await assert.rejects(write(store, { trackingNumbers: [{ carrier: "s10", number: one.id, orderId: two.id }] }), conflictOver("trackingNumber"));
    });

    test("a key answers once, and is forgotten after thirty real days", async () => {
      const { store } = open();
      const order = anOrder();
      await place(store, order);
      const key = { orderId: order.id, caller: "buyer:ann", key: "once", bodyHash: HASH, firstSeq: 1, lastSeq: 1, at: 1 };
      await write(store, { keys: [key] });
      await assert.rejects(write(store, { keys: [key] }), conflictOver("idempotencyKey"));
      const days = 24 * 60 * 60 * 1000;
      assert.equal(await store.purgeIdempotency(Date.now() + 29 * days), 0);
      assert.ok((await store.purgeIdempotency(Date.now() + 31 * days)) > 0);
      await write(store, { keys: [key] });
    });
  });

  describe("groups", () => {
    test("a group of 256 orders is placed and moved on as one", async () => {
      const { store } = open();
      const orders = Array.from({ length: 256 }, () => anOrder({ buyerId: "many" }));
      await place(store, ...orders);
      await store.group({ ...nothing, orders: orders.map(({ id }) => id) }, (read) => {
        assert.equal(read.orders.size, 256);
        return { updated: orders.map((order) => next(order, { status: "closed" })), events: orders.map((order) => anEvent(order, 2)), postings: orders.flatMap((order) => aTransfer(order, 2, "a", "b", 3)) };
      });
      const seen = await store.orders(orders.map(({ id }) => id));
      assert.ok(orders.every(({ id }) => seen.get(id)?.version === 2 && seen.get(id)?.status === "closed"));
    });

    test("groups that want the same orders at once lose no change", async () => {
      const { store } = open();
      const orders = Array.from({ length: 8 }, () => anOrder());
      await place(store, ...orders);
      await Promise.all(Array.from({ length: 12 }, (_, turn) =>
        store.group({ ...nothing, orders: (turn % 2 ? orders : orders.toReversed()).map(({ id }) => id) }, (read) => ({
          updated: orders.map((order) => ({ ...order, version: read.orders.get(order.id)!.version + 1, expectedVersion: read.orders.get(order.id)!.version })),
          events: orders.map((order) => anEvent(order, read.orders.get(order.id)!.version + 1)),
        }))));
      for (const { id } of orders) assert.deepEqual([(await store.order(id))?.version, (await store.events(id)).length], [13, 13]);
    });

    test("what the work throws comes through, and nothing is written", async () => {
      const { store } = open();
      const order = anOrder();
      await place(store, order);
      await assert.rejects(store.group({ ...nothing, orders: [order.id] }, () => { throw new Error("a bug"); }), /a bug/);
      await write(store, { updated: [next(order)], events: [anEvent(order, 2)] });
    });

    test("groups that fail, many at once, leave the others and the connections as they were", async () => {
      const { store } = open();
      const [stale, good] = [Array.from({ length: 20 }, () => anOrder()), Array.from({ length: 20 }, () => anOrder())];
      await place(store, ...stale, ...good);
      const outcomes = await Promise.allSettled(stale.flatMap((order, at) => [
        write(store, { updated: [{ ...next(order), expectedVersion: 9 }], events: [anEvent(order, 2)] }),
        write(store, { updated: [next(good[at]!)], events: [anEvent(good[at]!, 2)] }),
        write(store, { postings: aTransfer(order, 7, "a", "b", 1) }),
      ]));
      assert.deepEqual(outcomes.map(({ status }) => status), stale.flatMap(() => ["rejected", "fulfilled", "rejected"]));
      for (const order of stale) assert.deepEqual(await store.order(order.id), order);
      for (const order of good) assert.equal((await store.order(order.id))?.version, 2);
    });

    test("the planner is told when the tables have grown", async () => {
      const { store, database } = open();
      await place(store, ...Array.from({ length: 250 }, () => anOrder()));
      const believed = async () => (await database.rows<{ rows: number }>("SELECT reltuples::bigint AS rows FROM pg_class WHERE oid = 'events'::regclass"))[0]!.rows;
      for (let look = 0; look < 200 && (await believed()) < 200; look++) await new Promise((resolve) => setTimeout(resolve, 20));
      assert.ok((await believed()) >= 200);
    });

    test("orders of one buyer that are placed at once count each other", async () => {
      const { store } = open();
      const counted: number[] = [];
      await Promise.all(Array.from({ length: 6 }, () => {
        const order = anOrder({ buyerId: "hasty" });
        return store.group({ ...nothing, placements: [{ marketplace: order.marketplace, externalId: order.externalId, buyerId: "hasty" }] }, (read) => {
          counted.push(read.unpaid.get("aliexpress\0hasty")!);
          return { inserted: [order], events: [anEvent(order, 1)] };
        });
      }));
      assert.deepEqual(counted.sort(), [0, 1, 2, 3, 4, 5]);
    });

    test("text that PostgreSQL cannot keep is named as such", async () => {
      const { store } = open();
      await assert.rejects(place(store, anOrder({ state: { title: "a\0b" } })), UnstorableText);
      await assert.rejects(place(store, anOrder({ state: { title: "\ud800" } })), UnstorableText);
      const order = anOrder({ state: { title: "the six letters \\u0000, \\\\ud800 and 😀" } });
      await place(store, order);
      assert.deepEqual((await store.order(order.id))?.state, order.state);
    });
  });

  test("orders with a deadline come the earliest first, and none before its time", async () => {
    const { store } = open();
    const orders = [30, 10, 20].map((dueAt) => anOrder({ dueAt: dueAt - 1_000_000 }));
    await place(store, ...orders);
    assert.deepEqual((await store.dueOrders(20 - 1_000_000, 10)).map(({ dueAt }) => dueAt + 1_000_000), [10, 20]);
    assert.equal(await store.earliestDue(), 10 - 1_000_000);
  });

  test("verify's stream gives every order whole, once", async () => {
    const { store } = open();
    const seen = new Set<string>();
    let last: string | null = null;
    for (;;) {
      const orders = await store.ordersAfter(last, 100);
      if (orders.length === 0) break;
      for (const order of orders) {
        assert.ok(!seen.has(order.id));
        seen.add(order.id);
        assert.deepEqual(order.events.map(({ seq }) => seq), order.events.map((_, at) => at + 1));
      }
      last = orders.at(-1)!.id;
    }
    assert.equal(seen.size, await store.countOrders());
  });
});

async function wholeOf(store: { ordersAfter(lastId: string | null, limit: number): Promise<{ id: string; refunds: unknown[] }[]> }, id: string) {
  return (await store.ordersAfter(null, 10_000)).filter((order) => order.id === id);
}
