// What a marketplace's own rules about risk do: each fact from its threshold on, each effect, and what the law keeps them from.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isHeld, marksOf, riskDecisions, riskRules, riskTransitions, type RiskRule } from "../src/core/risk.ts";
import type { Claim, Order, Refund } from "../src/core/state.ts";
import type { Policy } from "../src/core/policy.ts";
import { refuse } from "../src/core/refusals.ts";
import { checkPolicy } from "../src/engine/policyShape.ts";
import { parseStories } from "../src/story/story.ts";
import { underLaw } from "../src/core/law.ts";
import type { Scene } from "../src/core/scene.ts";
import { lawOf, policyNamed } from "./support/coreOrder.ts";
import { order, refund } from "./support/moneyOnItsWay.ts";
import { playUnder } from "./support/storyRunner.ts";

const withRules = (...rules: RiskRule[]): Policy => {
  const policy = policyNamed("amazon");
  return checkPolicy({ ...policy, risk: { ...policy.risk!, rules } });
};

/** A refund of 20.00 that the seller brings about, with what is counted elsewhere, and what follows. */
function refunded(policy: Policy, elsewhere: string, then: string): void {
  const story = `X3 · told here
marketplace amazon
order USD CUP-1 2×10.00${elsewhere}
+PT0S buyer PayOrder method=card → PaymentMade
+PT1H institution ConfirmPayment → PaymentConfirmed
+PT1H seller CancelOrder reason=other → ${then}`;
  for (const one of parseStories(story)) playUnder(policy, one);
}

describe("from a count on a refund is held", () => {
  const counted: [string, RiskRule][] = [
    ["buyer 3 emptyBoxes", { of: "buyer", fact: "emptyBoxes", atLeast: 3, effect: "hold" }],
    ["buyer 5000 refundShare", { of: "buyer", fact: "refundShare", atLeast: 5000, orders: 20, effect: "hold" }],
    ["buyer 4 claimsWithdrawn", { of: "buyer", fact: "claimsWithdrawn", atLeast: 4, effect: "hold" }],
    ["buyer 2 claimsLost", { of: "buyer", fact: "claimsLost", atLeast: 2, effect: "hold" }],
    ["buyer 1 sameEvidence", { of: "buyer", fact: "sameEvidence", atLeast: 1, effect: "hold" }],
    ["buyer 6 points", { of: "buyer", fact: "points", atLeast: 6, effect: "hold" }],
    ["seller 6 claimsLost", { of: "seller", fact: "claimsLost", atLeast: 6, effect: "hold" }],
  ];
  for (const [elsewhere, rule] of counted) {
    test(elsewhere, () => {
      refunded(withRules(rule), ` · elsewhere ${elsewhere}`, "RefundApproved RefundHeld OrderClosed");
      const [side, value, fact] = elsewhere.split(" ");
      refunded(withRules(rule), ` · elsewhere ${side} ${Number(value) - 1} ${fact}`, "RefundApproved OrderClosed");
      refunded(withRules(rule), "", "RefundApproved OrderClosed");
    });
  }
  test("a share counts only from so many orders on", () => {
    const rule: RiskRule = { of: "buyer", fact: "refundShare", atLeast: 5000, orders: 10, effect: "hold" };
    refunded(withRules(rule), " · elsewhere buyer 10000 refundShare · elsewhere buyer 9 orders", "RefundApproved OrderClosed");
    refunded(withRules(rule), " · elsewhere buyer 10000 refundShare · elsewhere buyer 10 orders", "RefundApproved RefundHeld OrderClosed");
  });
});

describe("above an amount a second person looks", () => {
  const rule: RiskRule = { of: "order", fact: "amount", currency: "USD", atLeast: 2000, effect: "secondPerson" };
  const story = (order: string, lines: string): void => {
    for (const one of parseStories(`X3 · told here\nmarketplace amazon\n${order}\n${lines}`)) playUnder(withRules(rule), one);
  };
  const paid = "+PT0S buyer PayOrder method=card → PaymentMade\n+PT1H institution ConfirmPayment → PaymentConfirmed\n+PT0S seller ShipOrder carrier=sandbox number=OUT-1 → ParcelShipped OrderShipped\n+P3D carrier RecordScan number=OUT-1 status=delivered country=DE → ParcelScanned OrderDelivered";

  test("who approved it cannot release it, somebody else can", () => story("order USD CUP-1 2×10.00 · fulfilled by platform", `${paid.replace("seller ShipOrder", "operator ShipOrder")}
+P1D buyer RequestReturn lines=CUP-1×2:defective → ReturnRequested ReturnAuthorized
+PT0S operator/olga ApproveRefund → RefundAuthorized RefundApproved RefundHeld
+PT0S operator/olga ReleaseHold → refused ApprovedByYou
+PT0S operator/otto ReleaseHold → HoldReleased`));
  test("a smaller one and another currency are nobody's second look", () => {
    refunded(withRules({ ...rule, atLeast: 2001 }), "", "RefundApproved OrderClosed");
    refunded(withRules({ ...rule, currency: "EUR" }), "", "RefundApproved OrderClosed");
    refunded(withRules(rule), "", "RefundApproved RefundHeld OrderClosed");
  });
});

test("who has taken claims back too often must show something with the next, once the goods are on their way", () => {
  const rule: RiskRule = { of: "buyer", fact: "claimsWithdrawn", atLeast: 3, effect: "evidence" };
  const policy = policyNamed("aliexpress");
  const strict = checkPolicy({ ...policy, risk: { ...policy.risk!, rules: [rule] } });
  const story = (elsewhere: string, last: string) => parseStories(`X3 · told here
marketplace aliexpress
order USD CUP-1 2×10.00${elsewhere}
+PT0S buyer PayOrder method=card → PaymentMade
+PT1H institution ConfirmPayment → PaymentConfirmed
+PT0S seller ShipOrder carrier=sandbox number=OUT-1 → ParcelShipped OrderShipped
+P7D buyer OpenClaim ground=deliveryRunningOut ${last}`);
  for (const one of story(" · elsewhere buyer 3 claimsWithdrawn", "→ refused EvidenceNeeded")) playUnder(strict, one);
  for (const one of story(" · elsewhere buyer 3 claimsWithdrawn", "evidence=photo → ClaimOpened")) playUnder(strict, one);
  for (const one of story(" · elsewhere buyer 2 claimsWithdrawn", "→ ClaimOpened")) playUnder(strict, one);
  const [unsent] = parseStories(`X3 · told here
marketplace aliexpress
order USD CUP-1 2×10.00 · elsewhere buyer 3 claimsWithdrawn
+PT0S buyer PayOrder method=card → PaymentMade
+PT1H institution ConfirmPayment → PaymentConfirmed
+P1D buyer RequestCancellation reason=supplierUnreachable sellerAtFault=yes → ClaimOpened`);
  playUnder(strict, unsent!);
});

test("L1: what the law gives back to who withdrew is never held, not by a count nor by hand", () => {
  const policy = underLaw(withRules({ of: "buyer", fact: "emptyBoxes", atLeast: 1, effect: "hold" }), lawOf("DE"));
  const [story] = parseStories(`L1 · told here
marketplace amazon
order USD CUP-1 2×10.00 · elsewhere buyer 5 emptyBoxes
+PT0S buyer PayOrder method=card → PaymentMade
+PT1H institution ConfirmPayment → PaymentConfirmed
+PT1H buyer WithdrawFromContract → ContractWithdrawn RefundApproved OrderClosed
+PT0S operator HoldRefund → refused WithdrawnFromContract`);
  playUnder(policy, story!);
});

describe("a rule that cannot be is refused", () => {
  const bad: [string, RiskRule, RegExp][] = [
    ["an amount of nobody's currency", { of: "order", fact: "amount", atLeast: 1, effect: "hold" }, /currency/],
    ["an amount of the buyer", { of: "buyer", fact: "amount", atLeast: 1, currency: "USD", effect: "hold" }, /of the order/],
    ["evidence of the seller", { of: "seller", fact: "claimsLost", atLeast: 1, effect: "evidence" }, /of the buyer/],
    ["pictures of the seller", { of: "seller", fact: "sameEvidence", atLeast: 1, effect: "hold" }, /pictures/],
  ];
  for (const [name, rule, detail] of bad) test(name, () => assert.throws(() => withRules(rule), detail));
  test("a hold without a deadline that lets it go", () => {
    const { deadlines, ...policy } = policyNamed("amazon");
    assert.throws(() => checkPolicy({ ...policy, deadlines: deadlines.filter(({ otherwise }) => otherwise !== "ReleaseHold") }), /no deadline releases it/);
  });
});

describe("what counts of an order against its people", () => {
  const marks = (of: object) => marksOf({ refunds: [], returns: [], claims: [], sanctions: [], ...of } as unknown as Order);
  const nothing = { refunded: 0, emptyBoxes: 0, claimsWithdrawn: 0, lostByBuyer: 0, lostBySeller: 0, buyerPoints: 0 };
  test("nothing, where nothing happened", () => assert.deepEqual(marks({}), nothing));
  test("that money of it went back or is on its way, once however often; not what was stopped, failed or came back", () => {
    const refunded = (...statuses: Refund["status"][]): number => marks({ refunds: statuses.map((status) => ({ status })) }).refunded;
    for (const status of ["approved", "submitting", "submitted", "settled", "unknown"] as const) assert.equal(refunded(status, "stopped", "settled"), 1, status);
    assert.equal(refunded("stopped", "failed", "reversed"), 0);
  });
  test("boxes that came back empty or with other goods, and claims that were taken back", () => {
    assert.equal(marks({ returns: ["empty", "different", "damaged", "asSent", null].map((condition) => ({ condition })) }).emptyBoxes, 2);
    assert.equal(marks({ claims: ["withdrawn", "withdrawn", "lapsed"].map((status) => ({ status, decisions: [] })) }).claimsWithdrawn, 2);
  });
  test("whom the mediators' last decision was against, of claims that it ended", () => {
    const claim = (status: Claim["status"], ...amounts: number[]) => ({ status, decisions: amounts.map((amountMinor) => ({ amountMinor })) });
    const { lostByBuyer, lostBySeller } = marks({ claims: [claim("settled", 500, 0), claim("decided", 0), claim("settled", 0, 300), claim("settled"), claim("inMediation", 0), claim("withdrawn", 700), claim("settled", 0), claim("settled", 1)] });
    assert.deepEqual([lostByBuyer, lostBySeller], [3, 2]);
  });
  test("points of the buyer's own that were not lifted", () => {
    const sanctions = [{ party: "buyer", points: 3, status: "active" }, { party: "buyer", points: 2, status: "upheld" }, { party: "buyer", points: 6, status: "lifted" }, { points: 9, status: "active" }];
    assert.deepEqual(marks({ sanctions }), { ...nothing, buyerPoints: 5 });
  });
});

describe("each rule does what it says, and nothing else", () => {
  const met: RiskRule = { of: "buyer", fact: "emptyBoxes", atLeast: 3, effect: "hold" };
  const amount: RiskRule = { of: "order", fact: "amount", currency: "USD", atLeast: 2000, effect: "secondPerson" };
  const story = (policy: Policy, lines: string) => {
    const [one] = parseStories(`X3 · told here\nmarketplace ${policy.policy}\norder USD CUP-1 2×10.00 · elsewhere buyer 3 emptyBoxes\n+PT0S buyer PayOrder method=card → PaymentMade\n+PT1H institution ConfirmPayment → PaymentConfirmed\n${lines}`);
    return playUnder(policy, one!);
  };
  const CANCELLED = "+PT1H seller CancelOrder reason=other → RefundApproved";

  test("a rule that asks for evidence holds no money, and one that holds money asks for no evidence", () => {
    story(withRules({ ...met, effect: "evidence" }), `${CANCELLED} OrderClosed`);
    const aliexpress = policyNamed("aliexpress");
    const holding = checkPolicy({ ...aliexpress, risk: { ...aliexpress.risk!, rules: [met] } });
    story(holding, "+PT0S seller ShipOrder carrier=sandbox number=OUT-1 → ParcelShipped OrderShipped\n+P7D buyer OpenClaim ground=deliveryRunningOut → ClaimOpened");
  });
  test("one rule of several that wants a second person is enough, and every reason is told", () => {
    const held = (...rules: RiskRule[]) => {
      const { hold } = story(withRules(...rules), `${CANCELLED} RefundHeld OrderClosed`).order!.refunds[0]!;
      return [hold!.secondPerson, hold!.reasons.map(({ fact }) => fact).join(), hold!.reviewer];
    };
    assert.deepEqual([held(met), held(met, amount), held(amount)], [[false, "emptyBoxes", "rita"], [true, "emptyBoxes,amount", "rita"], [true, "amount", "rita"]]);
  });
  test("money of a return is held, and that of goods under a withdrawal is not", () => {
    const german = underLaw(withRules(met), lawOf("DE"));
    const delivered = "+PT0S seller ShipOrder carrier=sandbox number=OUT-1 → ParcelShipped OrderShipped\n+P3D carrier RecordScan number=OUT-1 status=delivered country=DE → ParcelScanned OrderDelivered\n";
    const back = "+PT1H buyer PostReturn carrier=sandbox number=BACK-1 → ParcelShipped ReturnPosted\n+P1D seller ReceiveReturn condition=asSent → ReturnReceived RefundApproved";
    story(german, `${delivered}+P1D buyer RequestReturn lines=CUP-1×2:defective → ReturnRequested\n+PT1H seller AuthorizeReturn → ReturnAuthorized\n${back} RefundHeld OrderClosed`);
    story(german, `${delivered}+P1D buyer WithdrawFromContract → ContractWithdrawn ReturnRequested ReturnAuthorized\n${back} OrderClosed`);
  });
  test("a refund is held until it is released, and only while it was not stopped; who took it over is to look at it", () => {
    const hold = { reasons: [], secondPerson: false, approvedBy: "olga", reviewer: "rita", heldAt: 1, releasedAt: null, releasedBy: null };
    assert.deepEqual([isHeld(refund({ hold })), isHeld(refund({})), isHeld(refund({ hold: { ...hold, releasedAt: 2 } })), isHeld(refund({ hold, status: "stopped" }))], [true, false, false, false]);
    const taken = riskTransitions.HoldTaken(order({ refunds: [refund({ hold })] }), { type: "HoldTaken", data: { refundId: "rfd_1" }, seq: 1, at: 2, by: { role: "operator", id: "otto" } });
    assert.equal(taken.refunds[0]!.hold!.reviewer, "otto");
  });
  test("a marketplace without such rules has none, and sanctions no buyer", () => {
    const { risk: _, ...plain } = policyNamed("amazon");
    assert.deepEqual([riskRules(plain), riskRules(withRules(met))], [[], [met]]);
    const scene = { policy: plain, order: order(), now: 1, mint: () => "snc_1" } as unknown as Scene;
    assert.deepEqual(riskDecisions.SanctionBuyer(scene, { type: "SanctionBuyer", reason: "emptyBox" }), refuse("ReasonUnknownHere"));
    story(plain, `${CANCELLED} OrderClosed`);
  });
});
