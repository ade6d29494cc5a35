// The list of orders: each filter, both ways of sorting, and pages that neither repeat nor lose a row.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { BadCursor } from "../src/store/errors.ts";
import type { OrderFilter } from "../src/store/list.ts";
import type { OrderRow } from "../src/store/rows.ts";
import { anOrder, onEachStore, place, write } from "./support/stores.ts";

onEachStore((open) => {
  const orders: OrderRow[] = [];
  before(async () => {
    for (let n = 0; n < 40; n++) {
      orders.push(anOrder({
        externalId: `LIST-${String(n).padStart(3, "0")}`, marketplace: n % 2 ? "amazon" : "taobao", buyerId: `buyer-${n % 4}`, sellerId: `seller-${n % 5}`,
        status: n % 3 ? "delivered" : "closed", totalMinor: n * 100, placedAt: 1_700_000_000_000 + Math.floor(n / 2) * 1000, dueAt: n % 4 === 0 ? null : 1_800_000_000_000 - n,
        openKinds: n % 8, owes: n % 7 === 0 ? ["seller", "operator"] : ["buyer"], hidden: n === 11,
      }));
    }
    await place(open().store, ...orders.toSorted((a, b) => (a.id.slice(-8) < b.id.slice(-8) ? -1 : 1)));
    await write(open().store, { words: [] });
  });

  const found = async (filter: OrderFilter) => (await open().store.list({ limit: 200, ...filter })).rows.map(({ externalId }) => externalId).sort();
  const expected = (keep: (order: OrderRow) => boolean) => orders.filter(keep).map(({ externalId }) => externalId).sort();

  const cases: [string, OrderFilter, (order: OrderRow) => boolean][] = [
    ["nothing", {}, () => true],
    ["marketplace", { marketplace: "amazon" }, (order) => order.marketplace === "amazon"],
    ["status", { status: "closed" }, (order) => order.status === "closed"],
    ["buyer", { buyer: "buyer-3" }, (order) => order.buyerId === "buyer-3"],
    ["buyer, without what the buyer deleted", { buyer: "buyer-3", hiddenFrom: "buyer" }, (order) => order.buyerId === "buyer-3" && !order.hidden],
    ["seller", { seller: "seller-2" }, (order) => order.sellerId === "seller-2"],
    ["amount", { amountFrom: 1000 }, (order) => order.totalMinor >= 1000],
    ["time of placing, both ends included", { placedFrom: 1_700_000_003_000, placedTo: 1_700_000_005_000 }, (order) => order.placedAt >= 1_700_000_003_000 && order.placedAt <= 1_700_000_005_000],
    ["open returns", { open: "returns" }, (order) => (order.openKinds & 2) !== 0],
    ["open claims", { open: "claims" }, (order) => (order.openKinds & 4) !== 0],
    ["open refunds", { open: "refunds" }, (order) => (order.openKinds & 8) !== 0],
    ["whose turn it is", { owes: "seller" }, (order) => order.owes.includes("seller")],
    ["words in any case", { q: "list-01" }, (order) => order.externalId.startsWith("LIST-01")],
    ["words in Chinese", { q: "仙人掌", seller: "seller-1" }, (order) => order.sellerId === "seller-1"],
    ["words in Russian, other case", { q: "КАКТУС" }, () => true],
    ["per cent sign as itself", { q: "%" }, () => false],
    ["underscore as itself", { q: "LIST_01" }, () => false],
    ["U+0000 as nobody's", { q: "a\0b" }, () => false],
    ["quote as itself", { buyer: "' OR true --" }, () => false],
    ["several at once", { marketplace: "taobao", status: "delivered", owes: "seller", amountFrom: 500, q: "list" }, (order) => order.marketplace === "taobao" && order.status === "delivered" && order.owes.includes("seller") && order.totalMinor >= 500],
  ];
  describe("filters", () => {
    for (const [title, filter, keep] of cases) test(`by ${title}`, async () => assert.deepEqual(await found(filter), expected(keep)));
    test("the order's id is among its words", async () => assert.deepEqual(await found({ q: orders[5]!.id.toUpperCase() }), ["LIST-005"]));
  });

  const pages = async (filter: OrderFilter) => {
    const rows: OrderRow[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 50; page++) {
      const { rows: some, next } = await open().store.list({ ...filter, ...(cursor === undefined ? {} : { cursor }) });
      rows.push(...some);
      if (next === null) return rows;
      cursor = next;
    }
    throw new Error("no end");
  };

  describe("pages", () => {
    test("newest first, each order once, the last page says so", async () => {
      const rows = await pages({ limit: 7 });
      assert.deepEqual(rows.map(({ id }) => id), orders.toSorted((a, b) => b.placedAt - a.placedAt || (a.id < b.id ? 1 : -1)).map(({ id }) => id));
    });

    test("by deadline; those without one last, newest first", async () => {
      const rows = await pages({ sort: "deadline", limit: 7 });
      const due = orders.filter(({ dueAt }) => dueAt !== null).toSorted((a, b) => a.dueAt! - b.dueAt!);
      const rest = orders.filter(({ dueAt }) => dueAt === null).toSorted((a, b) => b.placedAt - a.placedAt || (a.id < b.id ? 1 : -1));
      assert.deepEqual(rows.map(({ id }) => id), [...due, ...rest].map(({ id }) => id));
    });

    test("a page of exactly what is left has no next one", async () => {
      assert.equal((await open().store.list({ limit: 40 })).next, null);
      assert.notEqual((await open().store.list({ limit: 39 })).next, null);
    });

    test("what is placed meanwhile neither repeats nor hides a row", async () => {
      const { store } = open();
      const first = await store.list({ limit: 10, q: "list-" });
      const late = anOrder({ externalId: "LIST-late", placedAt: 1_700_000_100_000 });
      await place(store, late);
      const second = await store.list({ limit: 200, q: "list-", cursor: first.next! });
      const ids = [...first.rows, ...second.rows].map(({ id }) => id);
      assert.equal(new Set(ids).size, 40);
      assert.ok(!ids.includes(late.id));
    });

    test("a cursor that is none of ours is refused, also one of the other sorting", async () => {
      const { store } = open();
      const { next } = await store.list({ limit: 1 });
      for (const cursor of ["", "x", "bm8", Buffer.from('["newest","1","x"]').toString("base64url"), Buffer.from("[1]").toString("base64url")]) {
        await assert.rejects(store.list({ cursor }), BadCursor, cursor);
      }
      await assert.rejects(store.list({ cursor: next!, sort: "deadline" }), BadCursor);
    });
  });
});
