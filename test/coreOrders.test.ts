// What is decided over an order itself: told to the core directly, with what each fact says.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Command } from "../src/core/commands.ts";
import { decide } from "../src/core/decide.ts";
import type { Actor } from "../src/core/event.ts";
import type { OrderEvent } from "../src/core/events.ts";
import { evolve } from "../src/core/evolve.ts";
import { orderDecisions } from "../src/core/order.ts";
import type { Policy } from "../src/core/policy.ts";
import type { Scene } from "../src/core/scene.ts";
import type { Order } from "../src/core/state.ts";
import { parseStories } from "../src/story/story.ts";
import { countingMint, policyNamed } from "./support/coreOrder.ts";
import { done, order, typesOf } from "./support/moneyOnItsWay.ts";
import { playUnder } from "./support/storyRunner.ts";

const DAY = 86_400_000;
const aliexpress = policyNamed("aliexpress");
const told = (lines: string, placed = "SEED-1 2×5.00 · POT-1 1×2.00 · shipping 3.00"): Order => {
  const [story] = parseStories(`X1 · It is told\nmarketplace aliexpress\norder USD ${placed}\n${lines}\n`);
  return playUnder(aliexpress, story!).order!;
};
const PAID = "+PT0S buyer PayOrder method=card → PaymentMade\n+PT1H institution ConfirmPayment → PaymentConfirmed\n";
const SHIPPED = `${PAID}+PT1H seller ShipOrder carrier=sandbox number=OUT-1 → ParcelShipped OrderShipped`;
/** What such a command brings about: its facts, or its refusal. */
function outcome(of: Order, command: object, role: Actor["role"], policy: Policy = aliexpress): OrderEvent[] | string {
  const ids = { buyer: "ann", seller: "cactus" } as Partial<Record<string, string>>;
  const { facts, refused } = decide(policy, of, command as Command, { now: of.updatedAt, actor: { role, id: ids[role] ?? role }, mint: countingMint(), known: {} });
  return refused ? refused.refusal : facts!;
}

test("a lower price is spread over every line and the way out, none of it twice", () => {
  assert.deepEqual(outcome(told("+PT1H buyer silent"), { type: "ReducePrice", totalMinor: 750 }, "seller"), [{ type: "PriceReduced", data: { totalMinor: 750, linePricesMinor: [500, 100], shippingMinor: 150 } }]);
});

test("a seller who cancels for a reason of their own fault is sanctioned, a buyer who names that reason sanctions nobody", () => {
  const cancelled = (role: Actor["role"]): string =>
    typesOf(done(order({ confirmedAt: 1, chargebacks: [], lines: [{ ...order().lines[0]!, shipped: 0, delivered: 0 }] }), (scene) => {
      Object.assign(scene, { policy: aliexpress, actor: { role, id: "one" }, arrow: { to: [] } });
      return orderDecisions.CancelOrder(scene, { type: "CancelOrder", reason: "outOfStock" });
    }).facts);
  assert.deepEqual([cancelled("seller"), cancelled("buyer")], ["SellerSanctioned RefundApproved OrderClosed", "RefundApproved OrderClosed"]);
});

test("a release completes the order only where the arrow leads there", () => {
  const released = (to: string[]): string => typesOf(done(order(), (scene) => orderDecisions.ReleaseEscrow(Object.assign(scene, { arrow: { to } }) as Scene, { type: "ReleaseEscrow" })).facts);
  assert.deepEqual([released(["order.completed"]), released([])], ["EscrowReleased OrderCompleted", "EscrowReleased"]);
});

test("a request to cancel is granted first where what is left of the order was not shipped in time", () => {
  const part = told(`${PAID}+PT1H seller ShipOrder carrier=sandbox number=OUT-1 lines=SEED-1×2 → ParcelShipped\n+P1D buyer RequestCancellation reason=noLongerWanted lines=POT-1×1 → CancellationRequested`);
  const expired = done(part, (scene) => orderDecisions.ExpireShipment(Object.assign(scene, { policy: aliexpress }) as Scene, { type: "ExpireShipment" }));
  assert.deepEqual(expired.facts.filter(({ type }) => type === "CancellationAccepted" || type === "LinesCancelled").map(({ type, because }) => [type, because]), [["CancellationAccepted", "notShipped"], ["LinesCancelled", "notShipped"]]);
});

describe("more time", () => {
  const shipped = told(SHIPPED);
  test("to receive the goods has no end where the marketplace sets none", () => {
    const endless = policyNamed("aliexpress", { "protection.extendable": null });
    assert.deepEqual(outcome(shipped, { type: "ExtendProtection", by: "P1000D" }, "seller", endless), [{ type: "ProtectionExtended", data: { byMs: 1_000 * DAY } }]);
    assert.equal(outcome(shipped, { type: "ExtendProtection", by: "P1000D" }, "seller"), "ProtectionExtendedEnough");
  });
  const paid = told(PAID.trimEnd());
  const extended = (command: object): OrderEvent[] | string => outcome(paid, { type: "ExtendDeadline", deadline: "ShipOrder", ...command }, "operator");
  const dataOf = (found: OrderEvent[] | string): object => (typeof found === "string" ? { found } : found[0]!.data);
  test("is given by an operator to a deadline that runs, with their reason and the name of what was extended together", () => {
    const { deadline } = dataOf(extended({ by: "P1D" })) as { deadline: string };
    assert.match(deadline, /^ExpireShipment@\d+$/);
    const reason = { sealed: "Strike" };
    assert.deepEqual(extended({ by: "P1D", reason, batch: "strike" }), [{ type: "DeadlineExtended", data: { deadline, byMs: DAY, reason, batch: "strike" } }]);
    assert.deepEqual(extended({ by: "P1D" }), [{ type: "DeadlineExtended", data: { deadline, byMs: DAY, reason: null } }]);
    assert.deepEqual([extended({ by: "PT0S" }), extended({ by: "P1D", deadline: "DecideClaim" })], ["DeadlineOnlyLater", "NoSuchDeadline"]);
  });
  test("is taken back with the operator's reason, and with the name of what was extended together", () => {
    const taken = (batch: object, command: object): OrderEvent[] | string => {
      const of = told(`${PAID}+PT1H operator ExtendDeadline deadline=ShipOrder by=P1D → DeadlineExtended`);
      return outcome({ ...of, extended: of.extended!.map((one) => ({ ...one, ...batch })) }, { type: "TakeBackExtension", deadline: "ShipOrder", ...command }, "operator");
    };
    const [deadline] = Object.keys(told(`${PAID}+PT1H operator ExtendDeadline deadline=ShipOrder by=P1D → DeadlineExtended`).extensions);
    const reason = { sealed: "The strike is over" };
    assert.deepEqual(taken({ batch: "strike" }, { reason, batch: "strike" }), [{ type: "DeadlineExtensionTakenBack", data: { deadline, byMs: DAY, reason, batch: "strike" } }]);
    assert.deepEqual(taken({}, {}), [{ type: "DeadlineExtensionTakenBack", data: { deadline, byMs: DAY, reason: null } }]);
    assert.equal(typeof taken({}, { deadline: "DecideClaim" }), "string");
  });
});

describe("extensions of deadlines", () => {
  /** The order after that fact, at that instant. */
  const after = (of: Order, at: number, type: "DeadlineExtended" | "DeadlineExtensionTakenBack", deadline: string, byMs: number, batch?: string): Order =>
    evolve(of, { type, data: { deadline, byMs, reason: null, ...(batch === undefined ? {} : { batch }) }, seq: 1, at, by: { role: "operator", id: "olga" } } as Parameters<typeof evolve>[1]);

  test("the last one of that very deadline is taken back, and the others stay", () => {
    const first = after(order(), 1, "DeadlineExtended", "a", DAY, "b1");
    const three = after(after(first, 2, "DeadlineExtended", "b", DAY), 3, "DeadlineExtended", "a", 2 * DAY);
    assert.deepEqual(three.extended, [{ deadline: "a", byMs: DAY, at: 1, batch: "b1" }, { deadline: "b", byMs: DAY, at: 2 }, { deadline: "a", byMs: 2 * DAY, at: 3 }]);
    const back = after(three, 4, "DeadlineExtensionTakenBack", "b", DAY);
    assert.deepEqual([back.extended!.map(({ at }) => at), back.extensions], [[1, 3], { a: 3 * DAY }]);
    const again = after(back, 5, "DeadlineExtensionTakenBack", "a", 2 * DAY);
    assert.deepEqual([again.extended!.map(({ at }) => at), again.extensions], [[1], { a: DAY }]);
  });

  test("of many the latest forty are known one by one, and all of them count", () => {
    const many = Array.from({ length: 45 }, (_, index) => index).reduce((of, at) => after(of, at, "DeadlineExtended", "a", DAY), order());
    assert.deepEqual([many.extended!.length, many.extended![0]!.at, many.extensions], [40, 5, { a: 45 * DAY }]);
  });
});
