// What the accounts hold together: whatever is posted, by whomever at once, the kept sums are what the journal adds up to.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Store } from "../src/store/store.ts";
import { stream } from "./support/randomDeeds.ts";
import { anEvent, anOrder, aTransfer, next, nothing, onEachStore, place, write } from "./support/stores.ts";

const wrongIn = async ({ ledger }: Store) => (await ledger.compared()).filter(({ balanceMinor, keptMinor }) => balanceMinor !== keptMinor);

onEachStore((open) => {
  test("many groups at once move money, and each kind of account holds what was moved to it", async () => {
    const { store } = open();
    const seed = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));
    const draw = stream(seed);
    const orders = Array.from({ length: 24 }, () => anOrder());
    await place(store, ...orders.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    const kinds = (id: string): string[] => ["buyer/ann/card", "institution/card/in-flight", "institution/bank/in-flight", `escrow/${id}`, `held/${id}`, "seller/cactus", "platform/commission"];
    await Promise.all(orders.map((order) => {
      const [from, to] = [draw(7), draw(7)];
      const postings = aTransfer(order, 2, kinds(order.id)[from]!, kinds(order.id)[to]!, 1 + draw(10_000));
      return store.group({ ...nothing, orders: [order.id] }, () => ({ updated: [next(order)], events: [anEvent(order, 2)], postings }));
    }));
    assert.deepEqual(await wrongIn(store), [], `seed ${seed}`);
    const balances = await store.ledger.balances();
    assert.equal(balances.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0), 0, `seed ${seed}`);
    const known = new Set(["buyer/*/card", "institution/card/in-flight", "institution/bank/in-flight", "escrow/*", "held/*", "seller/*", "platform/commission"]);
    for (const { account } of balances) assert.ok(known.has(account), account);
  });

  test("what two orders hold in escrow stands as one sum, and an account that is empty again is left out", async () => {
    const { store } = open();
    const [one, other] = [anOrder({ currency: "JPY" }), anOrder({ currency: "JPY" })].toSorted((a, b) => (a.id < b.id ? -1 : 1)) as [ReturnType<typeof anOrder>, ReturnType<typeof anOrder>];
    await place(store, one, other);
    const yen = (order: { id: string }, seq: number, from: string, to: string, amount: number) => aTransfer(order, seq, from, to, amount).map((line) => ({ ...line, currency: "JPY" }));
    const inYen = async () => (await store.ledger.balances()).filter(({ currency }) => currency === "JPY").map(({ account, balanceMinor }) => [account, balanceMinor]);
    await write(store, { updated: [one, other].map((order) => next(order)), events: [anEvent(one, 2), anEvent(other, 2)], postings: [one, other].flatMap((order, at) => yen(order, 2, "buyer/ann/card", `escrow/${order.id}`, 500 + at)) });
    assert.deepEqual(await inYen(), [["buyer/*/card", -1001], ["escrow/*", 1001]]);
    await write(store, { updated: [next(next(one))], events: [anEvent(one, 3)], postings: yen(one, 3, `escrow/${one.id}`, "seller/cactus", 500) });
    await write(store, { updated: [next(next(other))], events: [anEvent(other, 3)], postings: yen(other, 3, `escrow/${other.id}`, "buyer/ann/card", 501) });
    assert.deepEqual(await inYen(), [["buyer/*/card", -500], ["seller/*", 500]]);
    assert.deepEqual(await wrongIn(store), []);
  });
});
