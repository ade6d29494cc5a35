// The short forms of the campaigns with institutions: a few rounds from a fixed seed. The long ones run as `npm run campaign`; those that
// need servers have their short forms in crash.test.ts and races.test.ts. And whether what judges them sees what is wrong.
import assert from "node:assert/strict";
import { test } from "node:test";
import { campaign as forged } from "../scripts/campaigns/forged.ts";
import { campaign as institution } from "../scripts/campaigns/institution.ts";
import { judgeHistory } from "../scripts/campaigns/deadlines/history.ts";
import { lopsided, type Arena } from "../scripts/campaigns/races/arena.ts";
import type { EventRow } from "../src/store/rows.ts";
import { CoreOrder, policyNamed } from "./support/coreOrder.ts";

const tell = (): void => undefined;

test("at least twenty kinds of false notice in each institution's name have no effect, and then the true ones still do", async () => {
  const { tried, findings } = await forged({ seed: 7, seconds: 60, rounds: 1, tell });
  assert.deepEqual(findings, []);
  assert.ok(Object.keys(tried).filter((kind) => kind.startsWith("stripe: ")).length >= 20);
  assert.ok(Object.keys(tried).filter((kind) => kind.startsWith("paypal: ")).length >= 20);
});

test("an institution that misbehaves in every way at once: no double, no loss, no refund shown as stopped that was executed", async () => {
  const { tried, findings } = await institution({ seed: 2, seconds: 60, rounds: 70, tell });
  assert.deepEqual(findings, []);
  assert.ok(tried.refundsExecuted! > 0 && tried.misbehave! > 0, JSON.stringify(tried));
});

test("a deadline that comes early, late, twice or never is found in a history, and a true history has nothing to find", () => {
  const policy = policyNamed("aliexpress");
  const placed = Date.UTC(2030, 0, 1);
  const order = new CoreOrder(policy, placed, { unpaidOrders: 0, points: 0, trackingNumbers: [], foreignEvidence: new Set() });
  const party = { id: "ann", country: "DE", profile: null };
  const orderId = "ord_00000000-0000-4000-8000-000000000001";
  order.place({
    id: orderId, marketplace: "aliexpress", externalId: "1", buyer: party, seller: { ...party, id: "cactus" }, fulfilledBy: "seller", currency: "USD", locale: null,
    lines: [{ sku: "A", title: "A", quantity: 1, unitPriceMinor: 100 }], shippingMinor: 0, commissionMinor: 0, shipWithin: null, shipBy: null,
  }, { role: "operator", id: "shop" });
  const unpaidUntil = placed + 20 * 86_400_000;
  const now = unpaidUntil + 5;
  order.moveTo(now);
  // The sandbox writes a deadline's own instant, after which its consequence comes.
  const events = order.history.map((event) => ({ ...event, at: event.type === "OrderClosed" ? unpaidUntil : event.at })) as unknown as EventRow[];
  const told = [{ orderId, otherwise: "ExpirePayment", target: null, by: unpaidUntil }];
  const judged = (history: EventRow[], at = now) => judgeHistory({ id: orderId, events: history }, policy, at, told);
  const last = events.at(-1)!;
  assert.deepEqual(judged(events), { fired: 1, reminded: 2, overtaken: 0, findings: [] });
  assert.match(judged([...events.slice(0, -1), { ...last, at: last.at - 1 }]).findings.join(), /OrderClosed came at .+, due at/);
  assert.match(judged([...events, last]).findings.join(), /by the clock, and nothing was due/);
  assert.match(judged(events.slice(0, -1)).findings.join(), /has not come.+was told and never came/);
  assert.match(judged(events, unpaidUntil - 1).findings.join(), /came early/);
  assert.match(judged(events.filter((_, index) => index !== 1)).findings.join(), /came at/);
});

test("a race of which one side was hardly seen is found, and one that was run a few times only is not", () => {
  const seen = (first: number, second: number) => lopsided({ seen: new Map([["stop", [first, second]]]) } as Pick<Arena, "seen">);
  assert.deepEqual([seen(36, 4), seen(20, 20), seen(10, 0)], [[], [], []]);
  assert.equal(seen(37, 3).length, 1);
});
