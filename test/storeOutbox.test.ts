// Effects on their way out: leased to one at a time, given back when the lease runs out, fenced against the late.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Store } from "../src/store/store.ts";
import { anOrder, idIn, onEachStore, place, write } from "./support/stores.ts";

onEachStore((open) => {
  const effects = async (store: Store, kind: string, ...times: number[]) => {
    const order = anOrder();
    await place(store, order);
    const rows = times.map((dueAt, seq) => ({ id: idIn(order, "eff"), orderId: order.id, seq: seq + 1, kind, body: { seq, text: "für 安" }, dueAt }));
    await write(store, { outbox: rows });
    return rows;
  };
  const real = 1_000_000;

  test("what is due is leased, the earliest first, with its body, and nothing before its time", async () => {
    const { store } = open();
    const [late, early] = await effects(store, "order", 20, 10, 30);
    const leased = await store.outbox.lease({ nowMs: 20, realNowMs: real, leaseMs: 100, limit: 10, kinds: ["order"] });
    assert.deepEqual(leased, [{ ...early, attempts: 1, epoch: 1 }, { ...late, attempts: 1, epoch: 1 }]);
  });

  test("no effect is leased to two at once", async () => {
    const { store } = open();
    await effects(store, "once", ...Array.from({ length: 40 }, (_, n) => n));
    const turns = await Promise.all(Array.from({ length: 8 }, () => store.outbox.lease({ nowMs: 100, realNowMs: real, leaseMs: 100, limit: 10, kinds: ["once"] })));
    const ids = turns.flat().map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(ids.length, 40);
  });

  test("a lease that ran out may be taken by another, and the late one's word counts for nothing", async () => {
    const { store } = open();
    await effects(store, "late", 1);
    const request = { nowMs: 1, leaseMs: 100, limit: 1, kinds: ["late"] };
    const [first] = await store.outbox.lease({ ...request, realNowMs: real });
    assert.deepEqual(await store.outbox.lease({ ...request, realNowMs: real + 100 }), []);
    const [second] = await store.outbox.lease({ ...request, realNowMs: real + 101 });
    assert.deepEqual([second?.id, second?.epoch, second?.attempts], [first!.id, 2, 2]);
    assert.deepEqual(await store.outbox.complete([first!]), new Set());
    assert.equal(await store.outbox.retry(first!.id, first!.epoch, 5), false);
    assert.deepEqual(await store.outbox.complete([second!]), new Set([second!.id]));
    assert.deepEqual(await store.outbox.lease({ ...request, realNowMs: real + 10_000 }), []);
  });

  test("an effect that is given back waits for its new time", async () => {
    const { store } = open();
    const [effect] = await effects(store, "again", 1);
    const [leased] = await store.outbox.lease({ nowMs: 1, realNowMs: real, leaseMs: 100, limit: 1, kinds: ["again"] });
    assert.equal(await store.outbox.retry(leased!.id, leased!.epoch, 50), true);
    assert.deepEqual(await store.outbox.lease({ nowMs: 49, realNowMs: real, leaseMs: 100, limit: 1, kinds: ["again"] }), []);
    assert.deepEqual((await store.outbox.pending(effect!.orderId)).map(({ dueAt }) => dueAt), [50]);
    assert.equal((await store.outbox.lease({ nowMs: 50, realNowMs: real, leaseMs: 100, limit: 1, kinds: ["again"] })).length, 1);
  });

  test("the earliest moment counts what waits, not what is under way", async () => {
    const { store } = open();
    await effects(store, "earliest", -500);
    assert.deepEqual([await store.outbox.earliest(), await store.earliestDue()], [-500, -500]);
    const [leased] = await store.outbox.lease({ nowMs: -500, realNowMs: real, leaseMs: 100, limit: 1 });
    assert.notEqual(await store.earliestDue(), -500);
    await store.outbox.complete([leased!]);
    assert.equal(await store.outbox.purge(-499), 1);
  });
});
