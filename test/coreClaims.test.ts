// What ends with a claim, and when money that came back is heard about: told to the core directly, on orders that a story would need months for.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { endJoined, goodsToMediators, settleClaimOf } from "../src/core/claimEnding.ts";
import type { Command } from "../src/core/commands.ts";
import { decide } from "../src/core/decide.ts";
import type { Actor } from "../src/core/event.ts";
import type { OrderEvent } from "../src/core/events.ts";
import { evolve } from "../src/core/evolve.ts";
import { underLaw } from "../src/core/law.ts";
import type { Policy } from "../src/core/policy.ts";
import type { Scene } from "../src/core/scene.ts";
import type { Claim, Order, Refund, Return } from "../src/core/state.ts";
import { parseStories } from "../src/story/story.ts";
import { countingMint, lawOf, policyNamed } from "./support/coreOrder.ts";
import { policyLike } from "./support/policies.ts";
import { playUnder } from "./support/storyRunner.ts";

const DAY = 86_400_000;
const told = (policy: Policy, lines: string): Order => {
  const [story] = parseStories(`X1 · It is told\nmarketplace ${policy.policy}\norder USD SEED-1 2×5.00\n+PT0S buyer PayOrder method=card → PaymentMade\n+P1D institution ConfirmPayment → PaymentConfirmed\n${lines}\n`);
  return playUnder(policy, story!).order!;
};
const facts = (policy: Policy, order: Order, command: object, role: Actor["role"], now = order.updatedAt): string[] => {
  const ids = { buyer: "ann", seller: "cactus" } as Partial<Record<string, string>>;
  const outcome = decide(policy, order, command as Command, { now, actor: { role, id: ids[role] ?? role }, mint: countingMint(), known: {} });
  assert.equal(outcome.refused, null);
  return outcome.facts!.map(({ type, data }) => ("returnId" in data && data.returnId === "ret_joined" ? `${type} of the joined` : type));
};
const SHIPPED = "+PT1H seller ShipOrder carrier=sandbox number=OUT-1 → ParcelShipped OrderShipped\n";
const DELIVERED = `${SHIPPED}+P7D carrier RecordScan number=OUT-1 status=delivered country=DE → ParcelScanned OrderDelivered\n`;

const ret = (change: Partial<Return>): Return => ({ id: "ret_1", status: "inTransit", lines: [], remedy: "refund", claimId: null, condition: null, overdueAt: null, scannedAt: null, receivedAt: null, replacementParcelId: null, ...change }) as Return;
const claim = (change: Partial<Claim> = {}): Claim => ({ id: "clm_1", status: "awaitingSeller", stage: "onTheWay", ground: "other", lines: null, returnId: "ret_1", ...change }) as Claim;
/** The facts of something that is done to such a closed order. */
function emitted(order: Partial<Order>, act: (scene: Scene) => void, policy = policyNamed("olist")): OrderEvent[] {
  const all: OrderEvent[] = [];
  const payments = [{ id: "pay_1", method: "card", status: "captured", amountMinor: 500, refundingMinor: 0, refundedMinor: 0 }];
  const closed = { status: "closed", lines: [], payments, returns: [], claims: [], refunds: [], reversals: [], money: { inEscrowMinor: 500, releasedMinor: 0, subsidyMinor: 0 }, sanctions: [], shippingMinor: 0, ...order };
  const by: Actor = { role: "seller", id: "cactus" };
  const scene = { order: closed as unknown as Order, policy, now: 1, mint: () => "clm_9", known: {} } as unknown as Scene;
  scene.emit = (fact) => {
    all.push(fact);
    scene.order = evolve(scene.order, { ...fact, seq: 1, at: 1, by });
  };
  act(scene);
  return all;
}

describe("a claim that is settled", () => {
  const settled = (status: Return["status"], amountMinor: number, change: Partial<Return> = {}): string[] =>
    emitted({ claims: [claim()], returns: [ret({ status, ...change })] }, (scene) => settleClaimOf(scene, "clm_1", amountMinor)).map(({ type }) => type);
  test("ends its return, unless that is over, or its goods are back and wait for their money", () => {
    for (const status of ["requested", "authorized", "inTransit", "received"] as const) assert.deepEqual(settled(status, 0), ["ClaimSettled", "ReturnClosed"], status);
    for (const status of ["closed", "cancelled", "declined", "expired"] as const) assert.deepEqual(settled(status, 0), ["ClaimSettled"], status);
    assert.deepEqual([settled("received", 500), settled("inTransit", 500)], [["RefundApproved", "ClaimSettled"], ["RefundApproved", "ClaimSettled", "ReturnClosed"]]);
  });
  test("pays for goods that came back to be put right only where it pays", () => {
    assert.deepEqual(settled("received", 500, { remedy: "repair" }), ["RefundAuthorized", "RefundApproved", "ClaimSettled"]);
    assert.deepEqual([settled("received", 0, { remedy: "repair" }), settled("inTransit", 500, { remedy: "repair" })], [["ClaimSettled", "ReturnClosed"], ["RefundApproved", "ClaimSettled", "ReturnClosed"]]);
  });
  test("looks at its own return, not at another that came back to be put right", () => {
    const returns = [ret({ id: "ret_0", status: "received", remedy: "repair" }), ret({})];
    const facts = emitted({ claims: [claim()], returns }, (scene) => settleClaimOf(scene, "clm_1", 500));
    assert.deepEqual(facts.map(({ type }) => type), ["RefundApproved", "ClaimSettled", "ReturnClosed"]);
  });
  test("costs the seller points for the seller's fault only where it gives something", () => {
    const policy = policyLike("aliexpress", ({ grounds }) => void (grounds.onTheWay.falseTracking = { fault: "seller", points: 6 }));
    const sanctions = (amountMinor: number): number =>
      emitted({ claims: [claim({ ground: "falseTracking", returnId: null })] }, (scene) => settleClaimOf(scene, "clm_1", amountMinor), policy).filter(({ type }) => type === "SellerSanctioned").length;
    assert.deepEqual([sanctions(500), sanctions(0)], [1, 0]);
  });
  test("ends other returns that never came and had joined it, and no others", () => {
    const returns = [
      ret({ overdueAt: 1 }), ret({ id: "ret_2", overdueAt: 1 }), ret({ id: "ret_3", overdueAt: 1, status: "authorized" }), ret({ id: "ret_4" }), ret({ id: "ret_5", status: "authorized" }),
      ret({ id: "ret_6", overdueAt: 1, status: "received" }), ret({ id: "ret_7", overdueAt: 1, status: "closed" }),
    ];
    for (const as of ["ReturnClosed", "ReturnCancelled"] as const) {
      assert.deepEqual(emitted({ returns }, (scene) => endJoined(scene, claim(), as)), [{ type: as, data: { returnId: "ret_2" } }, { type: as, data: { returnId: "ret_3" } }]);
    }
  });
});

describe("a claim that both sides agree on", () => {
  const taobao = policyNamed("taobao");
  const asked = told(taobao, `${DELIVERED}+PT1H buyer OpenClaim ground=noLongerWanted → ClaimOpened`);
  test("asks for its goods, unless they are on their way back already: then only money is left to agree on", () => {
    const accepted = (of: Order): string[] => facts(taobao, of, { type: "AcceptClaim" }, "seller");
    assert.deepEqual(accepted(asked), ["ReturnRequested", "ReturnAuthorized", "ClaimAgreed"]);
    const onTheWay = { ...asked, lines: asked.lines.map((line) => ({ ...line, returning: line.quantity })) };
    assert.deepEqual(accepted(onTheWay).slice(0, 3), ["ClaimAgreed", "RefundApproved", "ClaimSettled"]);
  });
});

describe("goods that came back otherwise than agreed, or never did", () => {
  const asked = (claims: Claim[], condition: Return["condition"]) => emitted({ claims }, (scene) => goodsToMediators(scene, ret({ condition }), 300));
  test("take an open claim to the mediators, once, and open one where there is none", () => {
    assert.deepEqual(asked([claim({ status: "settled" }), claim({ id: "clm_2" })], "damaged"), [{ type: "ClaimEscalated", because: "damaged", data: { claimId: "clm_2" } }]);
    assert.deepEqual(asked([claim()], null), [{ type: "ClaimEscalated", because: "goodsNotBack", data: { claimId: "clm_1" } }]);
    assert.deepEqual(asked([claim({ status: "inMediation" })], "damaged"), []);
    const data = {
      claimId: "clm_9", stage: "afterDelivery", ground: "other", fault: "nobody", graver: false, silence: "escalates", lines: null, remedy: "money", amountMinor: 300, note: null, evidence: [], status: "inMediation", returnId: "ret_1",
    };
    assert.deepEqual([asked([], "empty"), asked([], null)], [[{ type: "ClaimOpened", because: "empty", data }], [{ type: "ClaimOpened", because: "goodsNotBack", data }]]);
  });
});

describe("a return that never came and joined a claim", () => {
  const withJoined = (order: Order): Order => ({ ...order, returns: [...order.returns, ret({ id: "ret_joined", overdueAt: 1, postedAt: 1 })] });
  const aliexpress = policyNamed("aliexpress");
  const german = underLaw(aliexpress, lawOf("DE"));
  const claimed = withJoined(told(aliexpress, `${SHIPPED}+P7D buyer OpenClaim ground=deliveryRunningOut → ClaimOpened`));
  const asked = withJoined(told(aliexpress, `${DELIVERED}+PT1H buyer OpenClaim ground=other remedy=goodsAndMoney → ClaimOpened\n+PT0S seller AcceptClaim → ReturnRequested ReturnAuthorized ClaimAgreed`));
  test("is cancelled where the buyer withdraws the claim", () => assert.deepEqual(facts(aliexpress, claimed, { type: "WithdrawClaim" }, "buyer"), ["ReturnCancelled of the joined", "ClaimWithdrawn"]));
  test("is closed where the claim's own goods were not posted", () => {
    assert.deepEqual(facts(aliexpress, asked, { type: "ExpireReturn", returnId: asked.returns[0]!.id }, "clock", asked.updatedAt + 11 * DAY).slice(0, 3), ["ReturnExpired", "ReturnClosed of the joined", "ClaimLapsed"]);
  });
  test("is closed where the claim's own goods were put right", () => {
    const repaired = withJoined(told(german, `${DELIVERED}+PT1H buyer ConfirmReceipt → ReceiptConfirmed EscrowReleased OrderCompleted\n+P1Y buyer OpenClaim ground=defective evidence=dark → OrderReopened ClaimOpened
+P1D seller AcceptClaim → ReturnRequested ReturnAuthorized ClaimAgreed\n+P2D buyer PostReturn carrier=sandbox number=BACK-1 → ParcelShipped ReturnPosted\n+P3D seller ReceiveReturn condition=asSent → ReturnReceived`));
    assert.deepEqual(facts(german, repaired, { type: "ShipReplacement", returnId: repaired.returns[0]!.id, carrier: "sandbox", trackingNumber: "NEW-1" }, "seller").slice(0, 5),
      ["ParcelShipped", "ReplacementShipped", "ReturnClosed", "ReturnClosed of the joined", "ClaimSettled"]);
  });
  test("is closed where the claim lapses", () => {
    const taobao = policyNamed("taobao");
    const refused = withJoined(told(taobao, `${SHIPPED}+P1D buyer OpenClaim ground=deliveryRunningOut → ClaimOpened\n+PT1H seller RefuseClaim → ClaimRefused`));
    assert.deepEqual(facts(taobao, refused, { type: "LapseClaim", claimId: refused.claims[0]!.id }, "clock", refused.updatedAt + 8 * DAY).slice(0, 2), ["ReturnClosed of the joined", "ClaimLapsed"]);
  });
  test("is closed where the claim ends by a withdrawal from the contract over its goods", () => {
    assert.deepEqual(facts(german, { ...claimed, law: { name: "eu", version: 1 } }, { type: "WithdrawFromContract" }, "buyer").slice(0, 3), ["ContractWithdrawn", "ReturnClosed of the joined", "ClaimSettled"]);
  });
});

describe("a refund that the institution takes back unasked", () => {
  const amazon = policyNamed("amazon");
  const cancelled = told(amazon, `+PT1H seller CancelOrder reason=other → RefundApproved OrderClosed
+PT2H clock SubmitRefund → RefundSubmitting
+PT1H institution RecordRefundSubmitted reference=card-1 → RefundSubmitted
+PT1H institution RecordRefundSettled → RefundSettled`);
  const taken = (change: Partial<Order> = {}, refund: Partial<Refund> = {}, policy = amazon): string[] => {
    const order = { ...cancelled, ...change, refunds: cancelled.refunds.map((one) => ({ ...one, ...refund })) };
    return facts(policy, order, { type: "RecordRefundReversed", refundId: order.refunds[0]!.id }, "institution");
  };
  const [back, heard] = [["RefundReversed", "OrderReopened"], ["RefundReversed", "OrderReopened", "ClaimOpened"]];
  const cause = (kind: Refund["cause"]["kind"]): Partial<Refund> => ({ cause: { kind, id: "one" } });
  test("leaves an order that waits for its goods to its deadlines", () => {
    assert.deepEqual([taken(), taken({}, { orderWas: "verifyingPayment" })], [back, back]);
    assert.deepEqual(taken({ lines: cancelled.lines.map((line) => ({ ...line, cancelled: 1 })) }), heard, "not one of which a part was cancelled");
    const [line] = cancelled.lines;
    assert.deepEqual(taken({ lines: [line!, { ...line!, sku: "POT-1", cancelled: 1 }] }), heard);
  });
  test("goes to the mediators where it was for goods that were never sent, or are with the seller again", () => {
    for (const kind of ["order", "cancellation", "withdrawal"] as const) assert.deepEqual(taken({ shippedAt: 1 }, cause(kind)), heard, kind);
    for (const kind of ["claim", "return", "reversal"] as const) assert.deepEqual(taken({ shippedAt: 1 }, cause(kind)), back, kind);
    const returns = [ret({ id: "ret_2", status: "expired" }), ret({ status: "closed", receivedAt: 1 })];
    assert.deepEqual([taken({ shippedAt: 1, returns }, cause("claim")), taken({ shippedAt: 1, returns: returns.slice(0, 1) }, cause("claim"))], [heard, back]);
  });
  test("does not where it was being taken back by somebody's word, or the marketplace has no mediators", () => {
    assert.deepEqual(taken({ shippedAt: 1 }, { reversingSince: 1 }), back);
    const alone = policyLike("amazon", (policy) => void (policy.arrows = policy.arrows.filter(({ command }) => command !== "DecideClaim")));
    assert.deepEqual(taken({ shippedAt: 1 }, {}, alone), back);
  });
  test("is a reversal of the institution's own where the marketplace knows reversals, which the buyer can appeal", () => {
    const taobao = policyNamed("taobao");
    assert.deepEqual(taken({ shippedAt: 1 }, {}, taobao), ["ReversalRequested", "ReversalGranted", ...back]);
  });
});
