// What orders give back and when they are over, told to the core directly: sums that need a course of many steps, and ends that only a
// second cause brings about.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { OrderEvent } from "../src/core/events.ts";
import { cancellableWorth, completeAgain, isLast, unshippedParts, worthOf } from "../src/core/ending.ts";
import { askMediators, askWaitingMediators, debitSeller, reopenOrder } from "../src/core/refunding.ts";
import type { Scene } from "../src/core/scene.ts";
import type { Claim, Line, Order, Refund, Return, Reversal } from "../src/core/state.ts";

const line = (change: Partial<Line> = {}): Line => ({ sku: "A", quantity: 4, priceMinor: 1_001, cancelled: 0, shipped: 1, delivered: 0, returning: 0, returned: 0, ...change }) as Line;
const refund = (change: Partial<Refund> = {}): Refund => ({
  id: "rfd_1", paymentId: "pay_1", amountMinor: 300, status: "settled", cause: { kind: "claim", id: "clm_1" }, lines: [{ sku: "A", quantity: 2 }], replacedBy: null, reversingSince: null, chargeBackDue: false, endedAt: 10, ...change,
}) as Refund;
const order = (change: Partial<Order> = {}): Order => ({
  status: "awaitingShipment", lines: [line(), line({ sku: "B", quantity: 1, priceMinor: 500, shipped: 0 })], shippingMinor: 70, shippingReturned: false, shippedAt: null, deliveredAt: null,
  money: { inEscrowMinor: 1_571, releasedMinor: 0, commissionPaidMinor: 0 }, payments: [], returns: [], claims: [], refunds: [], reversals: [], ...change,
}) as unknown as Order;
const money = (inEscrowMinor: number): Order["money"] => ({ inEscrowMinor, releasedMinor: 0 }) as Order["money"];
/** The facts that follow for such an order. */
function factsOf(of: Order, act: (scene: Scene) => void): OrderEvent[] {
  const facts: OrderEvent[] = [];
  act({ order: of, mint: () => "clm_9", emit: (fact: OrderEvent) => facts.push(fact) } as unknown as Scene);
  return facts;
}

describe("what units are worth", () => {
  test("the price that was paid for them, the last of a line what is left of it", () => {
    const worth = (quantity: number, change: Partial<Line>): number => worthOf(order({ lines: [line(change), line({ sku: "B" })] }), [{ sku: "A", quantity }], true);
    assert.deepEqual([worth(1, {}), worth(3, {}), worth(4, {}), worth(1, { cancelled: 2, returned: 1 }), worth(1, { returned: 3 }), worth(1, { cancelled: 1 })], [250, 750, 1_001, 251, 251, 250]);
  });
  test("with shipping where nothing else of the order is left, and it has not gone back yet", () => {
    const all = [{ sku: "A", quantity: 4 }, { sku: "B", quantity: 1 }];
    assert.deepEqual([worthOf(order(), all, true), worthOf(order(), all, false), worthOf(order({ shippingReturned: true }), all, true)], [1_571, 1_501, 1_501]);
    assert.deepEqual([isLast(order(), all), isLast(order(), [{ sku: "A", quantity: 4 }]), isLast(order(), [{ sku: "A", quantity: 2 }, { sku: "A", quantity: 2 }, { sku: "B", quantity: 1 }])], [true, false, true]);
    assert.equal(isLast(order({ lines: [line({ cancelled: 1, returned: 2 })] }), [{ sku: "A", quantity: 1 }]), true);
  });
});

describe("what cancelling gives back", () => {
  const all = unshippedParts(order());
  test("the price of the units that are not shipped, or everything that waits where nothing else is left", () => {
    assert.deepEqual(all, [{ sku: "A", quantity: 3 }, { sku: "B", quantity: 1 }]);
    assert.deepEqual([cancellableWorth(order(), null), cancellableWorth(order(), [{ sku: "A", quantity: 1 }]), cancellableWorth(order(), [{ sku: "A", quantity: 9 }]), cancellableWorth(order(), [{ sku: "C", quantity: 1 }])], [1_250, 250, 750, 0]);
    const nothingSent = order({ lines: [line({ shipped: 0 })], money: money(900) });
    assert.deepEqual([cancellableWorth(nothingSent, null), cancellableWorth(nothingSent, [{ sku: "A", quantity: 4 }])], [900, 900]);
    assert.equal(cancellableWorth(order({ money: money(40) }), null), 40, "never more than waits");
  });
  test("less what a claim over those very units gave back: nobody gets the price of a unit twice", () => {
    const worth = (change: Partial<Refund>, parts = [{ sku: "A", quantity: 3 }]): number => cancellableWorth(order({ refunds: [refund(change)] }), parts);
    assert.equal(worth({}), 750 - 300);
    assert.equal(worth({}, [{ sku: "A", quantity: 1 }]), 250 - 150, "one of the two units that the claim was over");
    assert.equal(worth({ lines: [{ sku: "A", quantity: 1 }, { sku: "B", quantity: 2 }] }), 750 - 100, "one of three");
    assert.equal(worth({ lines: [{ sku: "B", quantity: 1 }] }), 750, "others");
    assert.equal(worth({ amountMinor: 2_000 }), 0, "never less than nothing");
  });
  test("what a claim gave that was stopped, taken back, sent again or over no units of its own does not count", () => {
    const changes: Partial<Refund>[] = [{ status: "stopped" }, { status: "reversed" }, { replacedBy: "rfd_2" }, { lines: [] }, { cause: { kind: "return", id: "ret_1" } }];
    for (const change of changes) assert.equal(cancellableWorth(order({ refunds: [refund(change)] }), [{ sku: "A", quantity: 3 }]), 750, JSON.stringify(change));
    assert.equal(cancellableWorth(order({ refunds: [refund({ status: "stopped" }), refund({ amountMinor: 100 }), refund({ amountMinor: 50 })] }), [{ sku: "A", quantity: 3 }]), 600);
  });
});

describe("an order that was completed and opened again", () => {
  const over = (change: Partial<Order>): string[] => factsOf(order({ wasCompleted: true, money: money(0), ...change }), completeAgain).map(({ type }) => type);
  test("is completed as soon as nothing is open on it and nothing waits in escrow", () => {
    assert.deepEqual(over({}), ["OrderCompleted"]);
    assert.deepEqual(over({ refunds: [refund({}), refund({ reversingSince: 1 }), refund({ chargeBackDue: true, status: "failed" })], returns: [{ status: "closed" }] as Return[], claims: [{ status: "settled" }] as Claim[], reversals: [{ status: "refused" }, { status: "requested" }] as Reversal[] }), ["OrderCompleted"], "a reversal that is open never kept an order from being completed");
    const open: Partial<Order>[] = [
      { money: money(1) }, { returns: [{ status: "closed" }, { status: "authorized" }] as Return[] }, { claims: [{ status: "settled" }, { status: "inMediation" }] as Claim[] },
      { refunds: [refund({}), refund({ chargeBackDue: true, status: "submitted" })] },
    ];
    for (const change of open) assert.deepEqual(over(change), [], JSON.stringify(change));
  });
  test("only if it was", () => assert.deepEqual(factsOf(order({ money: money(0) }), completeAgain), []));
});

describe("money that came back", () => {
  test("opens an ended order where its goods are, or where its payment was never verified", () => {
    const opened = (change: Partial<Order>, was: Order["status"] = "inTransit"): unknown[] => factsOf(order(change), (scene) => void reopenOrder(scene, refund({ orderWas: was }))).map(({ data }) => data);
    for (const status of ["closed", "completed"] as const) {
      assert.deepEqual([opened({ status }), opened({ status, shippedAt: 1 }), opened({ status, shippedAt: 1, deliveredAt: 2 })], [[{ status: "awaitingShipment" }], [{ status: "inTransit" }], [{ status: "delivered" }]]);
      assert.deepEqual(opened({ status, shippedAt: 1 }, "verifyingPayment"), [{ status: "verifyingPayment" }]);
    }
    assert.deepEqual(opened({ status: "delivered" }), []);
    assert.equal(reopenOrder({ order: order({ status: "delivered" }) } as Scene, refund()), false);
    assert.equal(reopenOrder({ order: order({ status: "closed" }), emit: () => undefined } as unknown as Scene, refund()), true);
  });

  test("is the mediators' to decide over: nobody's fault, for its amount, over the goods of its return", () => {
    const asked = (change: Partial<Refund>) => factsOf(order(), (scene) => askMediators(scene, refund(change)));
    const data = {
      claimId: "clm_9", stage: "afterDelivery", ground: "other", fault: "nobody", graver: false, silence: "escalates", remedy: "money", amountMinor: 300, lines: null, note: null, evidence: [], status: "inMediation", returnId: null,
    };
    assert.deepEqual(asked({}), [{ type: "ClaimOpened", data }]);
    assert.deepEqual(asked({ cause: { kind: "return", id: "ret_1" } }), [{ type: "ClaimOpened", data: { ...data, returnId: "ret_1" } }]);
    assert.deepEqual(asked({ cause: { kind: "cancellation", id: "can_1" } }), [{ type: "ClaimOpened", data }]);
    assert.deepEqual(factsOf(order({ claims: [{ status: "awaitingSeller" }] as Claim[] }), (scene) => askMediators(scene, refund())), [{ type: "MediationDue", data: { refundId: "rfd_1" } }], "as soon as the open claim has ended");
  });

  test("while another claim was open waits for its end, and is asked about once", () => {
    const claim = (openedAt: number, decidedAt: number[] = [], status: Claim["status"] = "settled"): Claim => ({ status, openedAt, decisions: decidedAt.map((at) => ({ at })) }) as Claim;
    const asked = (claims: Claim[], refunds = [refund({}), refund({ id: "rfd_2", mediationDue: true })]): string[] => factsOf(order({ claims, refunds }), askWaitingMediators).map(({ type }) => type);
    assert.deepEqual([asked([]), asked([claim(9)]), asked([claim(9, [9])]), asked([claim(8), claim(9, [3, 9])])], Array(4).fill(["ClaimOpened"]));
    assert.deepEqual([asked([claim(9, [], "inMediation")]), asked([claim(10)]), asked([claim(11)]), asked([claim(9, [10])]), asked([claim(1), claim(2, [9, 12])]), asked([], [refund({})])], Array(6).fill([]));
  });

  test("comes from the seller with its share of the commission, and never more than the seller got", () => {
    const paid = order({ money: { inEscrowMinor: 0, releasedMinor: 1_000, commissionPaidMinor: 100 } as Order["money"] });
    assert.deepEqual(factsOf(paid, (scene) => debitSeller(scene, 255)), [{ type: "SellerDebited", data: { amountMinor: 255, commissionMinor: 25 } }]);
    assert.deepEqual(factsOf(paid, (scene) => debitSeller(scene, 1_000)).map(({ data }) => data), [{ amountMinor: 1_000, commissionMinor: 100 }]);
    assert.throws(() => factsOf(paid, (scene) => debitSeller(scene, 1_001)), /a refund exceeds what was paid/);
  });
});
