// The overview's kept counts: whatever is written, by whomever at once, they say what counting every open order says.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { OrderRow } from "../src/store/rows.ts";
import type { Store } from "../src/store/store.ts";
import { stream } from "./support/randomDeeds.ts";
import { anOrder, next, nothing, onEachStore, place } from "./support/stores.ts";

async function assertKept(store: Store, told = ""): Promise<void> {
  const { open, turns } = await store.overview.recount();
  assert.deepEqual(await store.overview.open({}), open, told);
  assert.deepEqual(await store.overview.turns({}), turns, told);
}

onEachStore((open) => {
  test("placing, changing and ending orders in many groups at once keeps the counts", async () => {
    const { store } = open();
    const seed = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));
    const draw = stream(seed);
    const turns = [[], ["buyer"], ["seller"], ["seller", "operator"], ["mediator"]];
    const like = (): Partial<OrderRow> => ({
      marketplace: ["amazon", "taobao"][draw(2)]!, status: ["awaitingPayment", "delivered", "closed"][draw(3)]!, openKinds: [0, 0, 4, 12, 31][draw(5)]!, owes: turns[draw(turns.length)]!, queueAt: draw(3) === 0 ? null : 1_800_000_000_000 + draw(100),
    });
    for (let round = 0; round < 6; round += 1) {
      const groups = Array.from({ length: 6 }, () => Array.from({ length: 8 }, () => anOrder(like())));
      await Promise.all(groups.map((orders) => place(store, ...orders.toSorted((a, b) => (a.id < b.id ? -1 : 1)))));
      await assertKept(store, `seed ${seed}, placed in round ${round}`);
      await Promise.all(groups.map((orders) => store.group({ ...nothing, orders: orders.map(({ id }) => id) }, () => ({ updated: orders.map((order) => next(order, { ...like(), marketplace: order.marketplace })) }))));
      await assertKept(store, `seed ${seed}, changed in round ${round}`);
    }
    const narrowed = await store.overview.open({ owes: "operator" });
    const all = (await store.overview.turns({})).find(({ who }) => who === "operator")?.orders ?? 0;
    assert.equal(narrowed.reduce((sum, { orders }) => sum + orders, 0), all, `seed ${seed}`);
  });

  test("a group that loses against a faster one leaves the counts as they were, and so does a postponed clock", async () => {
    const { store } = open();
    const order = anOrder({ queueAt: 1_800_000_000_000, owes: ["seller"] });
    await place(store, order);
    await assert.rejects(store.group(nothing, () => ({ updated: [{ ...next(order, { owes: ["buyer"], openKinds: 4 }), expectedVersion: 7 }] })), { name: "StoreConflict" });
    await store.postpone(order.id, 1_900_000_000_000);
    await assertKept(store);
  });
});
