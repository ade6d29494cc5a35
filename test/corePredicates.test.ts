// What the parts of an order count as in each of their statuses: open, moving, owed, handed over, held. Everything else asks these words,
// most of them in one place only; here they stand side by side, on parts made up for it.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  anyExtended, backOtherwiseMinor, freeEscrow, freeOf, heldOf, isChargedBack, isClaimOpen, isComingBack, isHandedOver, isOwed, isRefundMoving, isReturnOpen, isReversalOpen, offerFor,
  type Chargeback, type Claim, type Offer, type Order, type Payment, type Refund, type Return, type Reversal,
} from "../src/core/state.ts";

const refundStatuses: Refund["status"][] = ["approved", "submitting", "submitted", "settled", "stopped", "failed", "unknown", "reversed"];
const refund = (change: Partial<Refund>): Refund => ({ id: "rfd_1", paymentId: "pay_1", amountMinor: 300, status: "failed", replacedBy: null, reversingSince: null, chargeBackDue: false, ...change }) as Refund;
const payment = (change: Partial<Payment>): Payment => ({ id: "pay_1", amountMinor: 1_000, refundingMinor: 0, refundedMinor: 0, status: "captured", ...change }) as Payment;
const chargeback = (change: Partial<Chargeback>): Chargeback => ({ id: "cbk_1", paymentId: "pay_1", amountMinor: 500, lossMinor: 0, status: "lost", ...change }) as Chargeback;
const having = (change: Partial<Order>): Order => ({ money: { inEscrowMinor: 1_000 }, refunds: [], ...change }) as Order;
const those = <T>(all: readonly T[], hold: (one: T) => boolean): T[] => all.filter(hold);

describe("a refund", () => {
  test("moves money while it is approved, with the institution, or unknown", () => {
    assert.deepEqual(those(refundStatuses, (status) => isRefundMoving(refund({ status }))), ["approved", "submitting", "submitted", "unknown"]);
  });
  test("is handed over from the point of no return on, as long as it may arrive", () => {
    assert.deepEqual(those(refundStatuses, (status) => isHandedOver(refund({ status }))), ["submitting", "submitted", "settled", "unknown"]);
  });
  test("comes back while the institution takes it back, or will as soon as it has arrived", () => {
    assert.equal(isComingBack(refund({ status: "settled" })), false);
    assert.equal(isComingBack(refund({ status: "settled", reversingSince: 1 })), true);
    assert.deepEqual(those(refundStatuses, (status) => !isComingBack(refund({ status, chargeBackDue: true }))), ["failed"]);
  });
  test("is owed where it failed and nothing took its place", () => {
    assert.deepEqual(those(refundStatuses, (status) => isOwed(refund({ status }))), ["failed"]);
    assert.equal(isOwed(refund({ replacedBy: "rfd_2" })), false);
    assert.equal(isOwed(refund({ chargeBackDue: true })), false);
    assert.equal(isOwed(refund({ coveredBy: "cbk_1" })), false);
  });
});

describe("a payment", () => {
  test("holds what was captured and neither given back nor on its way back", () => {
    assert.equal(heldOf(payment({ refundingMinor: 200, refundedMinor: 300 })), 500);
    for (const status of ["pending", "voided"] as const) assert.equal(heldOf(payment({ status })), 0);
  });
  test("can give back what it holds, less what its own failed refunds owe", () => {
    const order = having({ refunds: [refund({ amountMinor: 300 }), refund({ amountMinor: 50, status: "settled" }), refund({ amountMinor: 200, paymentId: "pay_2" })] });
    assert.equal(freeOf(order, payment({})), 700);
    assert.equal(freeOf(order, payment({ id: "pay_2" })), 800);
    assert.equal(freeOf(order, payment({ id: "pay_3" })), 1_000);
    assert.equal(freeEscrow(order), 500, "escrow owes all of them");
  });
  test("is disputed while any chargeback is open, and charged back by what a lost one took out of the order", () => {
    assert.equal(isChargedBack(having({})), false);
    assert.equal(isChargedBack(having({ chargebacks: [chargeback({}), chargeback({ status: "won" })] })), false);
    assert.equal(isChargedBack(having({ chargebacks: [chargeback({}), chargeback({ status: "open" })] })), true);
    assert.equal(backOtherwiseMinor(having({}), "pay_1"), 0);
    const chargebacks = [chargeback({ lossMinor: 100 }), chargeback({ amountMinor: 70 }), chargeback({ paymentId: "pay_2" }), chargeback({ status: "won" })];
    assert.equal(backOtherwiseMinor(having({ chargebacks }), "pay_1"), 470);
    const refunds = [refund({ stray: { amountMinor: 300, lossMinor: 120 } }), refund({}), refund({ paymentId: "pay_2", stray: { amountMinor: 40, lossMinor: 0 } })];
    assert.deepEqual([backOtherwiseMinor(having({ refunds }), "pay_1"), backOtherwiseMinor(having({ chargebacks, refunds }), "pay_1")], [180, 650], "beside what a refund brought that arrived after all");
  });
});

describe("what people ask for", () => {
  test("a return is open while it waits for an answer, for goods, or for a replacement of goods that came back as sent", () => {
    const statuses: Return["status"][] = ["requested", "authorized", "inTransit", "received", "closed", "declined", "cancelled", "expired"];
    const ret = (change: Partial<Return>): Return => ({ remedy: "replacement", replacementParcelId: null, condition: "asSent", ...change }) as Return;
    assert.deepEqual(those(statuses, (status) => isReturnOpen(ret({ status }))), ["requested", "authorized", "inTransit", "received"]);
    for (const change of [{ remedy: "refund" }, { replacementParcelId: "prc_1" }, { condition: "damaged" }, { condition: null }] as const) {
      assert.equal(isReturnOpen(ret({ status: "received", ...change })), false, JSON.stringify(change));
    }
  });
  test("a claim is open until it is settled, withdrawn or lapsed, a reversal until it is granted or refused", () => {
    const claims: Claim["status"][] = ["awaitingSeller", "awaitingBuyer", "awaitingGoods", "inMediation", "decided", "settled", "withdrawn", "lapsed"];
    assert.deepEqual(those(claims, (status) => !isClaimOpen({ status } as Claim)), ["settled", "withdrawn", "lapsed"]);
    const reversals: Reversal["status"][] = ["requested", "underReview", "granted", "refused"];
    assert.deepEqual(those(reversals, (status) => isReversalOpen({ status } as Reversal)), ["requested", "underReview"]);
  });
  test("the other side's latest offer stands, a buyer's until the buyer asks for something else", () => {
    const offer = (change: Partial<Offer>): Offer => ({ by: "buyer", remedy: "money", amountMinor: 500, note: null, at: 1, ...change });
    const claim = (offers: Offer[], change: Partial<Claim> = {}): Claim => ({ remedy: "money", amountMinor: 500, offers, ...change }) as Claim;
    const earlier = offer({ by: "seller", amountMinor: 100 });
    const latest = offer({ by: "seller", amountMinor: 200 });
    assert.equal(offerFor(claim([earlier, latest, offer({})]), "buyer"), latest, "the seller's offer stands whatever the buyer asks for");
    assert.equal(offerFor(claim([earlier, latest]), "seller"), undefined);
    assert.equal(offerFor(claim([offer({}), latest]), "seller")?.amountMinor, 500);
    assert.equal(offerFor(claim([offer({})], { amountMinor: 400 }), "seller"), undefined);
    assert.equal(offerFor(claim([offer({})], { remedy: "goodsAndMoney" }), "seller"), undefined);
  });
});

describe("the extension of a deadline", () => {
  const [first, last] = ["ExpireShipment@100", "DecideClaim:clm_1@200"] as const;
  const left = (now: number): boolean => anyExtended(having({ extended: [{ deadline: last, byMs: 5, at: 1 }, { deadline: first, byMs: 30, at: 2 }], extensions: { [first]: 30, [last]: 5 } }), now);
  test("is left while any deadline that was lengthened, with all that was added, has not passed", () => {
    assert.deepEqual([left(0), left(131), left(205), left(206), anyExtended(having({}), 0)], [true, true, true, false, false]);
  });
});
