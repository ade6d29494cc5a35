// What a return still gives back, and what its goods do when they come: told to the core directly, on returns that only chance brings together.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Command } from "../src/core/commands.ts";
import { decide } from "../src/core/decide.ts";
import type { Actor } from "../src/core/event.ts";
import type { OrderEvent } from "../src/core/events.ts";
import { underLaw } from "../src/core/law.ts";
import type { Policy } from "../src/core/policy.ts";
import { goodsBack, goodsOf, isToBePutRight, owesRest, refundsOf, returnable, returnTransitions, returnWorth } from "../src/core/return.ts";
import type { Scene } from "../src/core/scene.ts";
import type { Claim, Line, Order, Parcel, Refund, Return } from "../src/core/state.ts";
import { parseStories } from "../src/story/story.ts";
import { countingMint, lawOf, policyNamed } from "./support/coreOrder.ts";
import { policyLike } from "./support/policies.ts";
import { playUnder } from "./support/storyRunner.ts";

const line = (change: Partial<Line> = {}): Line => ({ sku: "A", quantity: 3, priceMinor: 1_000, cancelled: 0, shipped: 3, delivered: 3, returning: 0, returned: 0, ...change }) as Line;
const ret = (change: Partial<Return> = {}): Return => ({
  id: "ret_1", status: "inTransit", claimId: null, lines: [{ sku: "A", quantity: 1, reason: "defective" }], remedy: "refund", refundTo: "sameMethod", amountMinor: 0, sellerPays: false, replacementParcelId: null,
  condition: null, scannedAt: null, receivedAt: null, overdueAt: null, approvedByHand: false, advance: false, ...change,
}) as Return;
const refund = (change: Partial<Refund> = {}): Refund => ({ id: "rfd_1", paymentId: "pay_1", amountMinor: 100, status: "settled", cause: { kind: "return", id: "ret_1" }, replacedBy: null, reversingSince: null, chargeBackDue: false, ...change }) as Refund;
const claim = (change: Partial<Claim> = {}): Claim => ({ id: "clm_1", status: "inMediation", ground: "other", stage: "afterDelivery", lines: null, returnId: null, decisions: [], offers: [], overdueAt: null, appealedBy: null, ...change }) as Claim;
const order = (change: Partial<Order> = {}): Order => ({
  status: "returnStarted", lines: [line()], shippingMinor: 50, shippingReturned: false, shippedAt: 1, deliveredAt: 2,
  money: { inEscrowMinor: 1_050, releasedMinor: 0 }, payments: [], parcels: [], returns: [], claims: [], refunds: [], reversals: [], ...change,
}) as unknown as Order;

const told = (policy: Policy, lines: string): Order => {
  const [story] = parseStories(`X1 · It is told\nmarketplace ${policy.policy}\norder USD SEED-1 2×5.00\n+PT0S buyer PayOrder method=card → PaymentMade\n+P1D institution ConfirmPayment → PaymentConfirmed
+PT1H seller ShipOrder carrier=sandbox number=OUT-1 → ParcelShipped OrderShipped\n+P7D carrier RecordScan number=OUT-1 status=delivered country=DE → ParcelScanned OrderDelivered\n${lines}\n`);
  return playUnder(policy, story!).order!;
};
const outcome = (policy: Policy, of: Order, command: object, role: Actor["role"]): string => {
  const ids = { buyer: "ann", seller: "cactus" } as Partial<Record<string, string>>;
  const { facts, refused } = decide(policy, of, command as Command, { now: of.updatedAt, actor: { role, id: ids[role] ?? role }, mint: countingMint(), known: {} });
  return refused ? `refused ${refused.refusal}` : facts!.map(({ type }) => type).join(" ");
};

describe("what a return still gives back", () => {
  const worth = (change: Partial<Return>, of: Partial<Order> = {}): number => returnWorth(order(of), ret(change));
  test("the price that was paid for its units, never more than is left", () => {
    assert.deepEqual([worth({}), worth({ lines: [{ sku: "A", quantity: 2, reason: "defective" }] }), worth({}, { lines: [line({ returned: 2 })] }), worth({}, { money: { inEscrowMinor: 40, releasedMinor: 5 } as Order["money"] })], [333, 666, 334, 45]);
    assert.equal(worth({ receivedAt: 1 }, { lines: [line({ returned: 3 })] }), 334, "units that are back already count once");
  });
  test("the way out with the last unit, at the seller's fault or where the law says so", () => {
    const last = { lines: [line({ returned: 2 })] };
    assert.deepEqual([worth({ sellerPays: true }, last), worth({ shippingBack: true }, last), worth({ shippingBack: false }, last), worth({ sellerPays: true })], [384, 384, 334, 333]);
  });
  test("less what it gave already: what was stopped, sent again, taken back or failed for good gave nothing", () => {
    assert.equal(worth({}, { refunds: [refund(), refund({ amountMinor: 33 })] }), 200);
    const nothing: Partial<Refund>[] = [{ status: "stopped" }, { status: "reversed" }, { replacedBy: "rfd_2" }, { status: "failed", chargeBackDue: true }, { cause: { kind: "return", id: "ret_2" } }, { cause: { kind: "claim", id: "ret_1" } }];
    for (const change of nothing) assert.equal(worth({}, { refunds: [refund(change)] }), 333, JSON.stringify(change));
    const something: Partial<Refund>[] = [{ status: "approved" }, { status: "failed" }, { status: "settled", chargeBackDue: true }];
    for (const change of something) assert.equal(worth({}, { refunds: [refund(change)] }), 233, JSON.stringify(change));
    assert.equal(worth({}, { refunds: [refund({ amountMinor: 900 })] }), 0);
    assert.equal(refundsOf(order({ refunds: [refund({ status: "reversed" })] }), ret()).length, 1, "one that was taken back moved money all the same");
  });
  test("for a claim what was agreed, as far as it is left", () => {
    assert.deepEqual([worth({ claimId: "clm_1", amountMinor: 700 }), worth({ claimId: "clm_1", amountMinor: 2_000 })], [700, 1_050]);
  });
  test("units can be asked back that are there, and neither back nor on their way", () => assert.equal(returnable(line({ quantity: 9, shipped: 8, delivered: 7, returning: 2, returned: 1 })), 4));
});

describe("the goods that a claim is over", () => {
  test("are those that are out and not asked back, of the lines that it names", () => {
    const lines = [line({ shipped: 3, returned: 1, returning: 1 }), line({ sku: "B", shipped: 2 }), line({ sku: "C", shipped: 1, returned: 1 })];
    const goods = (of: Claim["lines"]) => goodsOf(order({ lines }), claim({ lines: of }));
    assert.deepEqual(goods(null), [{ sku: "A", quantity: 1 }, { sku: "B", quantity: 2 }]);
    assert.deepEqual(goods([{ sku: "B", quantity: 1 }, { sku: "A", quantity: 3 }]), [{ sku: "A", quantity: 1 }, { sku: "B", quantity: 1 }]);
    assert.deepEqual(goods([{ sku: "C", quantity: 1 }]), []);
  });
});

describe("goods that come back", () => {
  const back = (change: Partial<Return>, of: Partial<Order> = {}): string[] => {
    const facts: OrderEvent[] = [];
    goodsBack({ order: order({ returns: [ret({ id: "ret_0", status: "cancelled" }), ret(change)], ...of }), mint: () => "clm_1", emit: (fact: OrderEvent) => facts.push(fact) } as unknown as Scene, { returnId: "ret_1" } as Parcel);
    return facts.map(({ type }) => type);
  };
  test("although their return had ended go to the mediators, while there is money and the order is open", () => {
    for (const status of ["cancelled", "expired", "declined"] as const) assert.deepEqual(back({ status }), ["ClaimOpened"], status);
    for (const status of ["requested", "authorized", "inTransit", "received", "closed"] as const) assert.deepEqual(back({ status }), [], status);
    assert.deepEqual([back({ status: "cancelled" }, { money: { inEscrowMinor: 0, releasedMinor: 0 } as Order["money"] }), back({ status: "cancelled" }, { status: "closed" })], [[], []]);
  });

  const amazon = policyNamed("amazon");
  const posted = told(amazon, `+P1D buyer RequestReturn lines=SEED-1×2:defective → ReturnRequested\n+PT1H seller AuthorizeReturn → ReturnAuthorized
+PT1H buyer PostReturn carrier=sandbox number=BACK-1 → ParcelShipped ReturnPosted`);
  const id = posted.returns[0]!.id;
  const received = (change: Partial<Order>): string => outcome(amazon, { ...posted, ...change }, { type: "ReceiveReturn", returnId: id, condition: "asSent" }, "seller");
  test("settle the claim that is open over them, and no other", () => {
    assert.equal(received({ claims: [claim({ returnId: id })] }), "ReturnReceived RefundApproved ClaimSettled OrderClosed");
    assert.equal(received({ claims: [claim({ returnId: "ret_other" })] }), "ReturnReceived RefundApproved ReturnsEnded");
  });
  test("close their return once all that it gave has arrived", () => {
    const given = (...statuses: Refund["status"][]): string => received({ refunds: statuses.map((status, index) => refund({ id: `rfd_${index}`, status, cause: { kind: "return", id } })) });
    assert.equal(given("settled", "settled"), "ReturnReceived ReturnClosed ReturnsEnded");
    assert.deepEqual([given("settled", "submitted"), given("submitted")], Array(2).fill("ReturnReceived ReturnsEnded"));
  });
});

describe("a refund that is approved by hand for goods that are back", () => {
  // Whether or not the arrow asks for a replacement that waits.
  const amazon = policyLike("amazon", (policy) => void (policy.arrows = policy.arrows.map((arrow) => ({ ...arrow, when: arrow.when?.filter((word) => word !== "replacementWaiting") ?? [] }))));
  test("ends a return that was for other goods; one for its money stays until that has arrived", () => {
    const received = (remedy: Return["remedy"]): string => {
      const back = ret({ status: "received", receivedAt: 3, condition: "asSent", remedy, lines: [{ sku: "SEED-1", quantity: 1, reason: "defective" }] });
      return outcome(amazon, { ...told(amazon, "+PT1S buyer silent"), status: "returnStarted", returns: [back] }, { type: "ApproveRefund", returnId: "ret_1" }, "seller");
    };
    assert.equal(received("replacement"), "RefundAuthorized RefundApproved ReturnClosed ReturnsEnded");
    assert.equal(received("refund"), "RefundAuthorized RefundApproved ReturnsEnded");
  });
});

test("goods come back to be put right only under a claim of their own that still waits for them", () => {
  const right = (claims: Claim[], change: Partial<Return> = {}): boolean => isToBePutRight(order({ claims }), ret({ claimId: "clm_1", remedy: "repair", ...change }));
  const [waits, another] = [claim({ status: "awaitingGoods" }), claim({ id: "clm_0", status: "awaitingGoods" })];
  assert.deepEqual([right([waits]), right([claim({ id: "clm_0", status: "settled" }), waits]), right([another, waits])], [true, true, true]);
  assert.deepEqual([right([another]), right([claim()]), right([]), right([waits], { remedy: "refund" })], [false, false, false, false]);
});

describe("a return that is closed", () => {
  test("gives units back to the buyer only where they came back and were put right under a claim", () => {
    const closed = (change: Partial<Return>): number =>
      returnTransitions.ReturnClosed(order({ lines: [line({ returned: 2 })], returns: [ret({ status: "received", ...change })] }), { type: "ReturnClosed", data: { returnId: "ret_1" }, seq: 1, at: 1, by: { role: "seller", id: "cactus" } }).lines[0]!.returned;
    const right = { claimId: "clm_1", remedy: "repair", replacementParcelId: "prc_1", receivedAt: 1 } as const;
    assert.equal(closed(right), 1);
    for (const change of [{ claimId: null }, { remedy: "refund" }, { replacementParcelId: null }, { receivedAt: null }] as const) assert.equal(closed({ ...right, ...change }), 2, JSON.stringify(change));
  });
});

describe("what follows when the goods are back, after refunds that came before them", () => {
  const stopped = (change: Partial<Refund> = {}): Refund => refund({ status: "stopped", approvedAt: 1, ...change });
  const out = (change: Partial<Refund> = {}): Refund => refund({ approvedAt: 1, ...change });
  const owes = (...refunds: Refund[]): boolean => owesRest(order({ refunds: refunds.map((one, index) => ({ ...one, id: `rfd_${index + 1}` })) }), ret());
  const elsewhere = { cause: { kind: "return", id: "ret_2" } } as const;
  test("the rest, where a part of what was approved last was stopped", () => assert.deepEqual([owes(out()), owes(out(), stopped()), owes(stopped(), out()), owes()], [false, true, true, false]));
  test("nothing, where it was approved anew after that", () => assert.deepEqual([owes(stopped(), out({ approvedAt: 2 })), owes(stopped(), out(), out({ approvedAt: 2 }))], [false, false]));
  test("nothing for what was stopped of another return", () => assert.deepEqual([owes(out(), stopped(elsewhere)), owes(stopped(), stopped(elsewhere), out({ approvedAt: 2 }), stopped({ ...elsewhere, approvedAt: 2 }))], [false, false]));
  test("the rest, too, where what else was approved with it was sent again since", () => assert.equal(owes(out({ status: "failed", replacedBy: "rfd_3" }), stopped(), out({ approvedAt: 2 })), true));
  test("nothing, where the return gave all that it is worth", () => assert.equal(owes(out({ amountMinor: 1_000 }), stopped()), false));
});

describe("what is refused though an arrow is open", () => {
  const german = (change: (policy: Policy) => void) => underLaw(policyLike("amazon", change), lawOf("DE"));
  test("a ground that the guarantee does not know, where the marketplace has no claims of its own", () => {
    const policy = german((own) => void (own.arrows = own.arrows.filter(({ command }) => command !== "OpenClaim")));
    const delivered = { ...told(policyNamed("amazon"), "+PT1S buyer silent"), law: { name: "eu", version: 1 } };
    const open = (of: Order): string => outcome(policy, of, { type: "OpenClaim", ground: "notReceived" }, "buyer");
    assert.deepEqual([open(delivered), open({ ...delivered, status: "completed" })], ["refused GroundNotPossibleNow", "refused OrderCompleted"]);
  });
  test("a failed refund sent again, where its payment holds nothing any more", () => {
    const amazon = policyNamed("amazon");
    const delivered = told(amazon, "+PT1S buyer silent");
    const failed = { ...delivered, refunds: [refund({ status: "failed", paymentId: delivered.payments[0]!.id, to: "card", orderWas: "delivered" })] };
    const again = (of: Order): string => outcome(amazon, of, { type: "ReissueRefund", refundId: "rfd_1" }, "operator");
    assert.deepEqual([again(failed), again({ ...failed, payments: failed.payments.map((payment) => ({ ...payment, refundedMinor: 1_000 })) })], ["RefundApproved RefundReissued", "refused NothingLeft"]);
  });
  test("a claim's refund that failed is neither stopped once more nor sent again when the claim is withdrawn", () => {
    const taobao = policyNamed("taobao");
    const settled = told(taobao, "+PT1H buyer OpenClaim ground=notReceived remedy=money amount=4.00 → ClaimOpened\n+PT0S seller AcceptClaim → ClaimAgreed RefundApproved ClaimSettled");
    const [approved] = settled.refunds;
    const two = { ...settled, refunds: [{ ...approved!, id: "rfd_0", status: "failed" as const }, approved!, { ...approved!, id: "rfd_2", cause: { kind: "claim" as const, id: "clm_other" } }] };
    assert.equal(outcome(taobao, two, { type: "WithdrawClaim" }, "buyer"), "RefundStopped ChargeBackDue ClaimWithdrawn");
  });
});
