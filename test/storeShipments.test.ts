// Labels that were bought, as rows: one shipment for a return, whoever is first; taken for asking by one process at a time.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Store } from "../src/store/store.ts";
import { anOrder, idIn, onEachStore } from "./support/stores.ts";

onEachStore((open) => {
  const made = async (store: Store, gateway: string, askAt: number) => {
    const order = anOrder();
    const returnId = idIn(order, "ret");
    await store.shipments.keep({ returnId, orderId: order.id, gateway, shipmentId: `shp_${returnId}`, madeAt: 1 });
    await store.shipments.bought(returnId, { trackerId: `trk_${returnId}`, trackingNumber: "9400", boughtAt: 2, askAt });
    return returnId;
  };

  test("of all shipments that are made for a return at once, one is kept, and all hear of that one", async () => {
    const { store } = open();
    const order = anOrder();
    const returnId = idIn(order, "ret");
    const kept = await Promise.all(["a", "b", "c", "d"].map((shipmentId) => store.shipments.keep({ returnId, orderId: order.id, gateway: "first", shipmentId, madeAt: 1 })));
    assert.equal(new Set(kept.map(({ shipmentId }) => shipmentId)).size, 1);
  });

  test("what was bought stays as it was bought", async () => {
    const { store } = open();
    const returnId = await made(store, "stays", 10);
    await store.shipments.bought(returnId, { trackerId: "other", trackingNumber: "other", boughtAt: 3, askAt: 11 });
    assert.deepEqual((({ trackingNumber, boughtAt, askAt }) => [trackingNumber, boughtAt, askAt])((await store.shipments.find(returnId))!), ["9400", 2, 10]);
  });

  test("each is taken by one asker at a time, the earliest first, again once a lease has run out, and never where nothing is to be asked", async () => {
    const { store } = open();
    const returns = [];
    for (let askAt = 1; askAt <= 30; askAt += 1) returns.push(await made(store, "asked", askAt));
    assert.equal(await store.shipments.earliest("asked"), 1);
    const turns = await Promise.all([1, 2, 3, 4].map(() => store.shipments.lease("asked", 20, 100, 10)));
    const taken = turns.flat().map(({ returnId }) => returnId);
    assert.deepEqual(taken.toSorted(), returns.slice(0, 20).toSorted());
    assert.deepEqual(await store.shipments.lease("asked", 20, 100, 10), []);
    await store.shipments.askNext(taken.map((returnId, index) => ({ returnId, askAt: index === 0 ? 50 : null })));
    assert.deepEqual((await store.shipments.lease("asked", 200, 100, 100)).length, 11);
    assert.equal((await store.shipments.lease("asked", 301, 100, 100)).length, 11);
    assert.deepEqual(await store.shipments.lease("others", 301, 100, 100), []);
  });

  test("a price that came back is the last word; a price that does not is told", async () => {
    const { store } = open();
    const [back, lost, silent] = [await made(store, "refunds", 1), await made(store, "refunds", 1), await made(store, "refunds", 1)];
    for (const returnId of [back, lost, silent]) await store.shipments.refunded(returnId, "submitted", 5, 6, false);
    await store.shipments.refundedByShipment("refunds", `shp_${back}`, "refunded");
    await store.shipments.refunded(back, "rejected", 7, 8, false);
    await store.shipments.refunded(lost, "rejected", 7, null, true);
    assert.equal((await store.shipments.find(back))!.refund, "refunded");
    assert.deepEqual((await store.shipments.unrefunded(5, 10)).map(({ returnId }) => returnId), [lost]);
    assert.deepEqual((await store.shipments.unrefunded(6, 10)).map(({ returnId }) => returnId).toSorted(), [lost, silent].toSorted());
  });
});
