// Rules of the core that no shipped policy brings about, or that hold for every command at once: told to the core directly.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Command, CommandType } from "../src/core/commands.ts";
import { decide } from "../src/core/decide.ts";
import type { Actor, Role } from "../src/core/event.ts";
import type { OrderEvent } from "../src/core/events.ts";
import { evolve, isEventType } from "../src/core/evolve.ts";
import { underLaw } from "../src/core/law.ts";
import { arrowsOf, durationTerm, term } from "../src/core/policy.ts";
import { allMoneyBack, approveRefund, chargeBack, refundWays } from "../src/core/refunding.ts";
import { foremost, refuse } from "../src/core/refusals.ts";
import { byId, change, sideOf, type Scene } from "../src/core/scene.ts";
import type { Order, Refund } from "../src/core/state.ts";
import { parseStories } from "../src/story/story.ts";
import { countingMint, lawOf, policyNamed } from "./support/coreOrder.ts";
import { policyLike } from "./support/policies.ts";
import { playUnder } from "./support/storyRunner.ts";

const roles: Role[] = ["buyer", "seller", "mediator", "operator", "institution", "carrier", "clock"];
const told = (marketplace: string, lines: string): Order => {
  const [story] = parseStories(`X1 · It is told\nmarketplace ${marketplace}\norder USD SEED-1 2×5.00 · shipping 2.50\n${lines}\n`);
  return playUnder(policyNamed(marketplace), story!).order!;
};
const give = (marketplace: string, order: Order, command: Command, actor: Actor, policy = policyNamed(marketplace)) =>
  decide(policy, order, command, { now: order.updatedAt, actor, mint: countingMint(), known: {} });
const PAID = "+PT0S buyer PayOrder method=card → PaymentMade\n+PT0S institution ConfirmPayment → PaymentConfirmed";

describe("decide", () => {
  for (const marketplace of ["aliexpress", "amazon", "taobao", "olist", "online-retail"]) {
    test(`${marketplace} tells every role that it has no such action, before it looks for what is meant`, () => {
      const policy = policyNamed(marketplace);
      const order = told(marketplace, PAID);
      const commands = new Set(["aliexpress", "amazon", "taobao"].flatMap((name) => policyNamed(name).arrows.map((arrow) => arrow.command)));
      for (const type of commands) {
        for (const role of roles.filter((one) => !arrowsOf(policy, type).some((arrow) => arrow.by.includes(one)))) {
          assert.equal(give(marketplace, order, { type } as Command, { role, id: "somebody" }).refused?.refusal, "NotInThisMarketplace", `${role} ${type}`);
        }
      }
    });
  }

  test("an id that the order does not have is told so, an order without any of the kind what is missing", () => {
    const order = told("aliexpress", PAID);
    const refusalOf = (command: object): string | undefined => give("aliexpress", order, command as Command, { role: "seller", id: "cactus" }).refused?.refusal;
    assert.equal(refusalOf({ type: "AcceptClaim", claimId: "clm_00000000-0000-7000-8000-ffffffffffff" }), "NoSuchTarget");
    assert.deepEqual([refusalOf({ type: "AcceptClaim" }), refusalOf({ type: "AcceptCancellation" })], ["NoOpenClaim", "NoOpenCancellation"]);
  });

  test("a refused command leaves the order as it was", () => {
    const order = told("aliexpress", PAID);
    const outcome = give("aliexpress", order, { type: "ConfirmReceipt" }, { role: "buyer", id: "ann" });
    assert.equal(outcome.order, order);
    assert.equal(outcome.facts, null);
  });
});

describe("what a policy leaves out the core still holds", () => {
  test("a reversal is not granted while the buyer may still answer, also where no arrow asks for it", () => {
    const policy = policyLike("taobao", ({ arrows }) => {
      for (const arrow of arrows) if (arrow.command === "GrantReversal") arrow.when = arrow.when!.filter((guard) => guard !== "buyerHeard");
    });
    const [story] = parseStories(`T4 · It is told
marketplace taobao
order CNY TEA-1 2×50.00
+PT0S  buyer        PayOrder method=alipay                               → PaymentMade
+PT1H  institution  ConfirmPayment                                       → PaymentConfirmed
+PT1H  seller       ShipOrder carrier=sandbox number=OUT-1               → ParcelShipped OrderShipped
+P3D   carrier      RecordScan number=OUT-1 status=delivered country=DE  → ParcelScanned OrderDelivered
+PT1H  buyer        OpenClaim ground=notReceived remedy=money            → ClaimOpened
+PT1H  seller       AcceptClaim                                          → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H  institution  RecordRefundSubmitted reference=alipay-1             → RefundSubmitted
+PT1H  institution  RecordRefundSettled                                  → RefundSettled
+P1D   seller       RequestReversal ground=fraud                         → ReversalRequested`);
    const { order } = playUnder(policy, story!, {}, false);
    const until = order!.reversals[0]!.buyerMayAnswerUntil!;
    const at = (now: number) => decide(policy, order!, { type: "GrantReversal" }, { now, actor: { role: "operator", id: "olga" }, mint: countingMint(), known: {} }).refused;
    assert.deepEqual([at(until)?.refusal, at(until)?.opensAt], ["BuyerMayStillAnswer", until]);
    assert.equal(at(until + 1), null);
  });
});

describe("money on its way back", () => {
  const settled = told("taobao", `+PT0S buyer PayOrder method=alipay → PaymentMade
+PT1H institution ConfirmPayment → PaymentConfirmed
+PT1H seller ShipOrder carrier=sandbox number=OUT-1 → ParcelShipped OrderShipped
+P3D carrier RecordScan number=OUT-1 status=delivered country=DE → ParcelScanned OrderDelivered
+PT1H buyer OpenClaim ground=notReceived remedy=money → ClaimOpened
+PT1H seller AcceptClaim → ClaimAgreed RefundApproved ClaimSettled OrderClosed
+PT2H institution RecordRefundSubmitted reference=alipay-1 → RefundSubmitted
+PT1H institution RecordRefundSettled → RefundSettled
+P1D seller RequestReversal ground=fraud → ReversalRequested`);
  const chargedBack = (change: Partial<Refund>, reversals = settled.reversals): string => {
    const refund = { ...settled.refunds[0]!, ...change };
    const facts: OrderEvent[] = [];
    chargeBack({ order: { ...settled, refunds: [refund], reversals }, emit: (fact: OrderEvent) => facts.push(fact) } as unknown as Scene, refund);
    return facts.map(({ type, because }) => (because ? `${type} ${because}` : type)).join(" ");
  };

  test("an advance for goods that never came is taken back by what has become of it", () => {
    assert.equal(chargedBack({ status: "approved" }), "RefundStopped");
    for (const status of ["submitting", "submitted", "unknown", "failed"] as const) assert.equal(chargedBack({ status }), "ChargeBackDue", status);
    for (const status of ["stopped", "reversed"] as const) assert.equal(chargedBack({ status }), "", status);
    assert.equal(chargedBack({ reversingSince: 1 }), "", "it is being taken back already");
  });
  test("one that is under review is decided by that, another's review is another's", () => {
    assert.equal(chargedBack({}), "ReversalGranted goodsNotBack");
    assert.equal(chargedBack({}, settled.reversals.map((one) => ({ ...one, refundId: "rfd_other" }))), "AdvanceChargedBack");
    assert.equal(chargedBack({}, settled.reversals.map((one) => ({ ...one, status: "refused" as const }))), "AdvanceChargedBack");
  });
  test("it goes back the way it came, or where the policy lets it go instead", () => {
    const without = policyLike("amazon", ({ refund }) => void (refund.to = ["sameMethod"]));
    assert.deepEqual(refundWays(without, settled), ["sameMethod", "alipay"]);
    assert.deepEqual(refundWays(policyNamed("amazon"), settled), ["sameMethod", "alipay", "giftCard"]);
  });
  test("more than was paid is a fault of the program", () => {
    const scene = { order: settled, policy: policyNamed("taobao"), now: settled.updatedAt, mint: countingMint(), emit: () => undefined } as unknown as Scene;
    assert.throws(() => approveRefund(scene, { amountMinor: 10_000_000, cause: { kind: "order", id: null } }), /a refund exceeds what was paid/);
    assert.throws(() => approveRefund(scene, { amountMinor: 10_000_000, cause: { kind: "order", id: null }, owed: true }), /a refund exceeds what its payments hold/);
  });
  test("an order that costs nothing has not had all its money back", () => {
    const free = { ...settled, shippingMinor: 0, lines: settled.lines.map((line) => ({ ...line, priceMinor: 0 })) };
    assert.deepEqual([allMoneyBack(settled), allMoneyBack(free)], [true, false]);
  });
  test("a payment of nothing by nobody's method is none", () => {
    const order = told("aliexpress", "+PT0S seller ReducePrice total=0 → PriceReduced");
    assert.equal(give("aliexpress", order, { type: "PayOrder" }, { role: "buyer", id: "ann" }).refused?.refusal, "PaymentsDoNotAddUp");
  });
});

describe("a withdrawal", () => {
  test("says whether a guest gave notice of it", () => {
    const policy = underLaw(policyNamed("aliexpress"), lawOf("DE"));
    const order = told("aliexpress", PAID);
    for (const asGuest of [true, false]) {
      const outcome = give("aliexpress", order, { type: "WithdrawFromContract", asGuest } as Command, { role: "buyer", id: "ann" }, policy);
      assert.equal(outcome.order.withdrawals?.[0]?.asGuest, asGuest);
    }
  });
  test("needs a label where the law lets the seller pay the way back, and none where the buyer does", () => {
    const order = told("aliexpress", `${PAID}\n+PT0S seller ShipOrder carrier=sandbox number=OUT-1 → ParcelShipped OrderShipped`);
    for (const returnPostage of ["seller", "buyer"] as const) {
      const law = lawOf("DE")!;
      const policy = underLaw(policyNamed("aliexpress"), { ...law, withdrawal: { ...law.withdrawal!, returnPostage } });
      const outcome = give("aliexpress", order, { type: "WithdrawFromContract" }, { role: "buyer", id: "ann" }, policy);
      assert.equal(outcome.order.returns[0]?.labelWanted, returnPostage === "seller");
    }
  });
});

describe("sanctions", () => {
  const sanctionsWhere = (change: Parameters<typeof policyLike>[1]): number => {
    const outcome = give("aliexpress", told("aliexpress", "+PT0S buyer silent"), { type: "CancelOrder", reason: "outOfStock" }, { role: "seller", id: "cactus" }, policyLike("aliexpress", change));
    assert.equal(outcome.refused, null);
    return outcome.facts!.filter((fact) => fact.type === "SellerSanctioned").length;
  };
  test("follow from points for what was the seller's fault, in a marketplace that has them", () => {
    assert.equal(sanctionsWhere(() => undefined), 1);
    assert.equal(sanctionsWhere((policy) => void (policy.sanctions = null)), 0);
    assert.equal(sanctionsWhere(({ reasons }) => void (reasons.cancellation.outOfStock = { fault: "buyer", points: 2 })), 0);
    assert.equal(sanctionsWhere(({ reasons }) => void (reasons.cancellation.outOfStock = { fault: "seller", points: 0 })), 0);
    assert.equal(sanctionsWhere(({ reasons }) => void (reasons.cancellation.outOfStock = { fault: "seller" })), 0);
  });
  test("need a reason that the policy has", () => {
    const policy = policyLike("aliexpress", ({ reasons }) => void delete reasons.cancellation.notShippedOnTime);
    const order = told("aliexpress", PAID);
    const { facts } = decide(policy, order, { type: "ExpireShipment" }, { now: order.updatedAt + 400 * 86_400_000, actor: { role: "clock", id: "clock" }, mint: countingMint(), known: {} });
    assert.deepEqual(facts!.map(({ type }) => type), ["RefundApproved", "OrderClosed"]);
  });
});

describe("a wish to cancel", () => {
  test("needs a reason that the marketplace knows, also where it would open a claim over the seller's fault", () => {
    const order = told("aliexpress", PAID);
    for (const sellerAtFault of [true, false]) {
      assert.equal(give("aliexpress", order, { type: "RequestCancellation", reason: "badWeather", sellerAtFault }, { role: "buyer", id: "ann" }).refused?.refusal, "ReasonUnknownHere");
    }
  });
});

describe("evolve", () => {
  test("forty reminders are kept, the latest", () => {
    let order = told("aliexpress", PAID);
    for (let number = 1; number <= 45; number += 1) {
      order = evolve(order, { type: "PartyReminded", data: { reminder: `a/${number}`, who: "seller", owes: "ShipOrder", by: 1, question: null }, seq: order.version + 1, at: order.updatedAt, by: { role: "clock", id: "clock" } });
    }
    assert.deepEqual([order.reminded.length, order.reminded[0], order.reminded.at(-1)], [40, "a/6", "a/45"]);
  });

  test("it knows the kinds of facts, and what is none", () => {
    assert.deepEqual(["OrderPlaced", "RefundSettled", "orderPlaced", "", "toString", "constructor"].map(isEventType), [true, true, false, false, false, false]);
  });
});

describe("parts of an order", () => {
  const list = [{ id: "a", status: "open" }, { id: "b", status: "open" }];
  test("one is changed, the others are the same objects", () => {
    const changed = change(list, "b", { status: "shut" });
    assert.deepEqual(changed, [{ id: "a", status: "open" }, { id: "b", status: "shut" }]);
    assert.equal(changed[0], list[0]);
    assert.deepEqual(change(list, "a", ({ status }) => ({ status: `${status}ed` })).map(({ status }) => status), ["opened", "open"]);
  });
  test("what is not there is a fault of the program", () => {
    assert.throws(() => change(list, "c", {}), /nothing with id c/);
    assert.throws(() => byId(list, "c"), /nothing with id c/);
    assert.throws(() => byId(list, undefined), /nothing with id undefined/);
  });
  test("only buyer and seller are sides", () => {
    assert.deepEqual(roles.map((role) => sideOf({ role, id: "x" })), ["buyer", "seller", null, null, null, null, null]);
  });
});

describe("a policy's settings", () => {
  const policy = policyNamed("aliexpress");
  test("one that is not there, or is no duration where one is wanted, is a fault of the program", () => {
    assert.throws(() => term(policy, "nothing.like.it"), /policy aliexpress has no term nothing\.like\.it/);
    const odd = policyLike("aliexpress", ({ terms }) => void (terms.shipWithin!.is = 3));
    assert.throws(() => durationTerm(odd, "shipWithin"), /term shipWithin of aliexpress is not a duration/);
  });
  test("one may refer to another, and none is no duration", () => {
    const referring = policyLike("aliexpress", ({ terms }) => void (terms.shipWithin!.is = "payWithin"));
    assert.equal(durationTerm(referring, "shipWithin"), policy.terms.payWithin!.is);
    assert.equal(durationTerm(policyLike("aliexpress", ({ terms }) => void (terms.shipWithin!.is = null)), "shipWithin"), null);
  });
  test("a command that it has not has no arrows", () => assert.deepEqual(arrowsOf(policy, "NoSuchCommand" as CommandType), []));
});

describe("refusals", () => {
  test("of several the first in precedence is told", () => {
    const all = [refuse("AmountTooHigh"), refuse("OrderClosed"), refuse("NothingLeft")];
    assert.equal(foremost(all).refusal, "OrderClosed");
    assert.equal(foremost([...all].reverse()).refusal, "OrderClosed");
  });
  test("it carries its times where it has any", () => {
    const { opensAt, closedAt } = refuse("NotOpenYet", { opensAt: 5 });
    assert.deepEqual([opensAt, closedAt], [5, null]);
  });
});
