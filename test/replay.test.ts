// Whole replays of small histories on PGlite: how each order ends, that money and journal agree, that a second run writes the
// same events, and that what is left behind verifies.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test, type TestContext } from "node:test";
import { verify } from "../src/engine/verify.ts";
import { readShippedPolicies } from "../src/engine/policies.ts";
import { heapOf } from "../src/replay/heap.ts";
import { replay } from "../src/replay/replay.ts";
import { summaryText, type Summary } from "../src/replay/summary.ts";
import { BadTerm, withTerms } from "../src/replay/terms.ts";
import { UnknownPolicy } from "../src/replay/variant.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { olistFolder, retailFolder, scratchFolder } from "./support/histories.ts";
import { newDatabase } from "./support/stores.ts";

/** The history of one order as `type at` lines. */
async function storyOf(store: Store, externalId: string): Promise<string[]> {
  const [row] = (await store.ordersAfter(null, 200)).filter((order) => order.externalId === externalId);
  return row!.events.map(({ type, at }) => `${new Date(at).toISOString().slice(0, 19)} ${type}`);
}

/** An empty database of the tests' server: replays run there in a fraction of the time that an embedded one takes to start. */
async function onServer(context: TestContext): Promise<{ databaseUrl: string }> {
  const { url, forget } = await newDatabase();
  context.after(forget);
  return { databaseUrl: url };
}

describe("olist", () => {
  let summary: Summary;
  let store: Store;
  after(() => store.close());
  const folder = olistFolder({ after });
  const keep = scratchFolder({ after });
  before(async () => {
    summary = await replay({ dataset: "olist", folder, keep });
    store = await openStore({ dataDir: keep });
  });

  test("every order ends as its history says: unpaid, not shipped in time, or completed, and nothing is held", () => {
    assert.deepEqual(summary.endings, { unpaid: 1, notShipped: 4, completed: 4 });
    assert.deepEqual(
      summary.byEnding.toSorted((a, b) => a.paidMinor - b.paidMinor).map(({ ending, paidMinor, releasedMinor, refundedMinor }) => [ending, paidMinor, releasedMinor, refundedMinor]),
      [["unpaid", 0, 0, 0], ["completed", 20_730, 20_730, 0], ["notShipped", 24_000, 0, 24_000]]);
    const { orders, paidMinor, releasedMinor, refundedMinor, heldMinor, journalDifferenceMinor, currency } = summary;
    assert.deepEqual([orders, paidMinor, releasedMinor, refundedMinor, heldMinor, journalDifferenceMinor, currency], [9, 44_730, 20_730, 24_000, 0, 0, "BRL"]);
  });

  test("A13: what is shipped at the very instant of the limit is in time, a second later it is not", async () => {
    assert.deepEqual(await storyOf(store, "atTheLimit-south"), [
      "2018-01-02T11:00:00 OrderPlaced", "2018-01-02T11:00:00 PaymentMade", "2018-01-02T11:20:00 PaymentConfirmed",
      "2018-01-05T10:00:00 ParcelShipped", "2018-01-05T10:00:00 OrderShipped",
      "2018-01-09T12:00:00 ParcelScanned", "2018-01-09T12:00:00 OrderDelivered",
      "2018-01-24T12:00:00 EscrowReleased", "2018-01-24T12:00:00 OrderCompleted",
    ]);
    assert.ok((await storyOf(store, "late-south")).includes("2018-01-05T10:00:00 OrderClosed"));
  });

  test("A24: money goes back by each payment's method: handed over after two hours, settled at once (voucher), after two days, after five (card)", async () => {
    const three = (at: string, type: string) => Array<string>(3).fill(`${at} ${type}`);
    assert.deepEqual((await storyOf(store, "late-south")).slice(3), [
      ...three("2018-01-05T10:00:00", "RefundApproved"), "2018-01-05T10:00:00 OrderClosed",
      ...three("2018-01-05T12:00:00", "RefundSubmitting"), ...three("2018-01-05T12:00:00", "RefundSubmitted"),
      "2018-01-05T12:00:00 RefundSettled", "2018-01-07T12:00:00 RefundSettled", "2018-01-10T12:00:00 RefundSettled",
    ]);
  });

  test("A13: a limit that passed before the approval closes the order at the approval", async () => {
    assert.deepEqual((await storyOf(store, "approvedLate-south")).slice(2, 5), [
      "2018-01-06T12:00:00 PaymentConfirmed", "2018-01-06T12:00:00 RefundApproved", "2018-01-06T12:00:00 OrderClosed",
    ]);
  });

  test("A15: what is never delivered completes when the protection ends, sixty days after it was shipped", async () => {
    assert.deepEqual((await storyOf(store, "neverDelivered-south")).slice(-2), ["2018-03-04T09:00:00 EscrowReleased", "2018-03-04T09:00:00 OrderCompleted"]);
  });

  test("one order a seller: of the same purchase one is shipped in time and the other is not", async () => {
    assert.equal((await storyOf(store, "twoSellers-south")).at(-1), "2018-01-24T12:00:00 OrderCompleted");
    assert.ok((await storyOf(store, "twoSellers-north")).includes("2018-01-04T10:00:00 OrderClosed"));
  });

  test("what history did to an order that was closed already is refused by the engine, and counted", () => {
    assert.deepEqual(summary.refusals, { OrderClosed: 3, NoSuchParcel: 3 });
    assert.deepEqual(summary.madeUp, { orders: 1, amountMinor: 100 });
  });

  test("a second run, on PostgreSQL, writes the same events; what a run leaves behind verifies without a difference", async (context) => {
    const again = await replay({ dataset: "olist", folder, ...(await onServer(context)) });
    assert.equal(again.eventsHash, summary.eventsHash);
    assert.deepEqual([again.commands, again.endings], [summary.commands, summary.endings]);
    const { orders, found, differences } = await verify(store);
    assert.deepEqual([orders, found, differences], [9, 0, []]);
  });

  test("A13: three days of grace after the limit keep the orders that were shipped within them", async (context) => {
    const graced = await replay({ dataset: "olist", folder, terms: ["shipGrace=P3D"], ...(await onServer(context)) });
    assert.deepEqual(graced.endings, { unpaid: 1, notShipped: 1, completed: 7 });
    assert.deepEqual([graced.terms, graced.refundedMinor, graced.heldMinor, graced.journalDifferenceMinor], [{ shipGrace: "P3D" }, 4_500, 0, 0]);
    assert.notEqual(graced.eventsHash, summary.eventsHash);
  });

  test("the same history under another marketplace's policy: every order ends, the ledger balances", async (context) => {
    const other = await replay({ dataset: "olist", folder, policy: "aliexpress", ...(await onServer(context)) });
    assert.deepEqual([other.policy, other.orders, other.heldMinor, other.journalDifferenceMinor], ["aliexpress", 9, 0, 0]);
    assert.equal(Object.values(other.endings).reduce((sum, number) => sum + number, 0), 9);
    assert.ok(Object.keys(other.endings).every((ending) => ["unpaid", "notShipped", "completed"].includes(ending)), JSON.stringify(other.endings));
  });

  test("a store that holds orders already is refused, and left as it is", async () => {
    await store.close();
    await assert.rejects(replay({ dataset: "olist", folder, keep }), /holds orders already/);
    store = await openStore({ dataDir: keep });
    assert.equal(await store.countOrders(), 9);
  });

  test("the summary for people has every figure with its currency", () => {
    const text = summaryText(summary);
    for (const line of [/^orders +9$/m, /^ {2}notShipped +4: paid 240\.00 BRL/m, /^released +207\.30 BRL$/m, /^journal difference +0\.00 BRL$/m, /made-up payments +1 orders, 1\.00 BRL/]) {
      assert.match(text, line);
    }
  });
});

describe("online-retail", () => {
  let summary: Summary;
  let store: Store;
  after(() => store.close());
  const folder = retailFolder({ after });
  const keep = scratchFolder({ after });
  before(async () => {
    summary = await replay({ dataset: "online-retail", folder, keep });
    store = await openStore({ dataDir: keep });
  });

  test("Z3: goods come back in parts, each part gives back what it cost, and the rest is paid out", async () => {
    assert.deepEqual(summary.endings, { completed: 2, refunded: 1 });
    const { paidMinor, refundedMinor, releasedMinor, heldMinor, journalDifferenceMinor } = summary;
    assert.deepEqual([paidMinor, refundedMinor, releasedMinor, heldMinor, journalDifferenceMinor], [5_850, 2_550 + 2_000 + 100, 1_000 + 200, 0, 0]);
  });

  test("more back than was sold is refused, and counted; so is what comes back to a closed order", () => {
    assert.deepEqual(summary.refusals, { QuantityTooHigh: 1, OrderClosed: 1 });
    assert.equal(summary.leftOut, 4);
    assert.equal(summary.source.unmatchedLines, 1);
  });

  test("Z16: what comes back after the payout is taken from the seller", async () => {
    const story = await storyOf(store, "1003");
    assert.deepEqual(story.slice(story.indexOf("2011-02-03T09:00:00 EscrowReleased")), [
      "2011-02-03T09:00:00 EscrowReleased",
      "2011-03-21T09:00:00 ReturnRequested", "2011-03-21T09:00:00 ReturnAuthorized", "2011-03-21T09:00:00 ParcelShipped", "2011-03-21T09:00:00 ReturnPosted",
      "2011-03-21T09:00:00 ReturnReceived", "2011-03-21T09:00:00 SellerDebited", "2011-03-21T09:00:00 RefundApproved", "2011-03-21T09:00:00 ReturnsEnded",
      "2011-03-21T11:00:00 RefundSubmitting", "2011-03-21T11:00:00 RefundSubmitted", "2011-03-26T11:00:00 RefundSettled", "2011-03-26T11:00:00 ReturnClosed",
      "2012-02-08T09:00:00 OrderCompleted",
    ]);
  });

  test("a second run, on PostgreSQL, writes the same events; what a run leaves behind verifies without a difference", async (context) => {
    assert.equal((await replay({ dataset: "online-retail", folder, ...(await onServer(context)) })).eventsHash, summary.eventsHash);
    assert.deepEqual((await verify(store)).differences, []);
  });

  test("Z3: a return window of thirty days refuses what comes back later", async (context) => {
    const strict = await replay({ dataset: "online-retail", folder, terms: ["return.window=P30D"], ...(await onServer(context)) });
    assert.deepEqual(strict.endings, { completed: 2, refunded: 1 });
    assert.deepEqual([strict.refundedMinor, strict.heldMinor, strict.journalDifferenceMinor], [2_550 + 2_000, 0, 0]);
  });
});

test("a term takes another duration, another number, or a value it names; anything else is refused with the list of terms", async () => {
  const policy = (await readShippedPolicies()).find((one) => one.policy === "aliexpress")!;
  const set = (...wishes: string[]) => withTerms(policy, wishes).terms;
  assert.equal(set("shipWithin=P2D").shipWithin!.is, "P2D");
  assert.equal(set("unpaidOrdersAllowed=3").unpaidOrdersAllowed!.is, 3);
  assert.equal(set("unpaidOrdersAllowed=null").unpaidOrdersAllowed!.is, null);
  assert.equal(set("cancellation.opens=with_payment")["cancellation.opens"]!.is, "with_payment");
  assert.equal(set("shipWithin=P2D", "shipWithin=P3D").shipWithin!.is, "P3D");
  assert.notEqual(policy.terms.shipWithin!.is, "P2D");
  for (const wish of ["shipWithin", "shipWithin=", "shipWithin=3", "shipWithin=-P3D", "shipWithin=P99999999Y", "noSuchTerm=P1D", "__proto__=P1D", "unpaidOrdersAllowed=P1D", "cancellation.opens=P1D", "=P1D"]) {
    assert.throws(() => set(wish), (error) => error instanceof BadTerm && /shipWithin=P7D {2}\(also P3D\)/.test(error.message), wish);
  }
});

test("a policy that is not there is refused with the list of those that are; a folder without the files says which one is missing", async (context) => {
  const folder = scratchFolder(context);
  await assert.rejects(replay({ dataset: "olist", folder, policy: "ebay" }), (error) => error instanceof UnknownPolicy && /aliexpress/.test(error.message));
  await assert.rejects(replay({ dataset: "olist", folder }), /neither olist_orders_dataset\.csv\.gz nor olist_orders_dataset\.csv in/);
  await assert.rejects(replay({ dataset: "olist", folder: join(folder, "nowhere") }), /nowhere/);
  assert.deepEqual(existsSync(folder) && readdirSync(folder), []);
});

test("a heap gives back the least first, whatever was put in between", () => {
  const heap = heapOf<number>((a, b) => a < b);
  const inserted = Array.from({ length: 500 }, (_, index) => (index * 7_919) % 1_009);
  const taken: number[] = [];
  for (const [index, value] of inserted.entries()) {
    heap.push(value);
    if (index % 3 === 2) taken.push(heap.pop()!);
  }
  const rest: number[] = [];
  while (heap.size() > 0) rest.push(heap.pop()!);
  assert.deepEqual(rest, rest.toSorted((a, b) => a - b));
  assert.deepEqual([...taken, ...rest].toSorted((a, b) => a - b), inserted.toSorted((a, b) => a - b));
  assert.equal(heap.pop(), undefined);
});
