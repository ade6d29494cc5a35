// The journal, line by line: from which account to which each fact moves the money, to the name of every account.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { OrderEvent } from "../src/core/events.ts";
import { postings } from "../src/core/postings.ts";
import type { Order, Payment, Refund, Sanction } from "../src/core/state.ts";
import { chargeback, order, payment, refund } from "./support/moneyOnItsWay.ts";

const named = (change: Partial<Order> = {}): Order => order({ buyer: { id: "ann", country: "DE", profile: null }, seller: { id: "cactus", country: "CN", profile: null }, ...change });
/** What a fact moves, as `from > to amount`, each line and its counterpart as one. */
function moved(of: Order | null, fact: object): string[] {
  const lines = postings(of, fact as OrderEvent);
  assert.equal(lines.length % 2, 0);
  return Array.from({ length: lines.length / 2 }, (_, index) => {
    const [from, to] = [lines[2 * index]!, lines[2 * index + 1]!];
    assert.equal(from.amountMinor, -to.amountMinor);
    return `${from.account} > ${to.account} ${to.amountMinor}`;
  });
}
const of = (change: Partial<Refund>): Order => named({ refunds: [refund({ subsidyMinor: 30, institutionReference: null, ...change })] });
const [ESCROW, HELD, SUBSIDY] = ["escrow/ord_1", "held/ord_1", "subsidy/ord_1"];
const BACK = [`platform/discounts > ${SUBSIDY} 30`];
const WAY = "institution/card/in-flight";

describe("what the buyer pays", () => {
  const paid = (status: Payment["status"]): Order => named({ payments: [{ ...payment, status } as Payment] });
  const payments = [{ id: "pay_1", method: "card", amountMinor: 1_000 }];
  test("waits with the institution, and then in escrow with the platform's discount beside it", () => {
    assert.deepEqual(moved(paid("pending"), { type: "PaymentMade", data: { payments } }), [`buyer/ann/card > ${WAY} 1000`]);
    assert.deepEqual(moved(paid("pending"), { type: "PaymentConfirmed", data: { payments, subsidyMinor: 100 } }), [`${WAY} > ${ESCROW} 1000`, `platform/discounts > ${SUBSIDY} 100`]);
  });
  test("comes from the buyer once more where it had been given up", () => {
    assert.deepEqual(moved(paid("pending"), { type: "PaymentVoided", data: { payments } }), [`${WAY} > buyer/ann/card 1000`]);
    assert.deepEqual(moved(paid("voided"), { type: "PaymentConfirmed", data: { payments, subsidyMinor: 0 } }), [`buyer/ann/card > ${ESCROW} 1000`]);
  });
  test("goes to the seller less the commission, and comes out of both again", () => {
    assert.deepEqual(moved(named(), { type: "EscrowReleased", data: { amountMinor: 1_000, commissionMinor: 50, subsidyMinor: 100 } }), [`${ESCROW} > seller/cactus 950`, `${ESCROW} > platform/commission 50`, `${SUBSIDY} > seller/cactus 100`]);
    assert.deepEqual(moved(named(), { type: "SellerDebited", data: { amountMinor: 400, commissionMinor: 20 } }), [`seller/cactus > ${ESCROW} 380`, `platform/commission > ${ESCROW} 20`]);
  });
});

describe("a refund", () => {
  const data = { refundId: "rfd_1" };
  test("is held, then with the institution, then with the buyer", () => {
    assert.deepEqual(moved(named(), { type: "RefundApproved", data: { amountMinor: 300, subsidyMinor: 30 } }), [`${ESCROW} > ${HELD} 300`, `${SUBSIDY} > platform/discounts 30`]);
    assert.deepEqual(moved(of({}), { type: "RefundSubmitted", data }), [`${HELD} > ${WAY} 300`]);
    assert.deepEqual(moved(of({ status: "submitted", institutionReference: "r" }), { type: "RefundSettled", data }), [`${WAY} > buyer/ann/card 300`]);
    assert.deepEqual(moved(of({ status: "submitting" }), { type: "RefundSettled", data }), [`${HELD} > buyer/ann/card 300`]);
  });
  test("comes back into escrow from where it was, with the platform's share", () => {
    assert.deepEqual(moved(of({}), { type: "RefundStopped", data }), [`${HELD} > ${ESCROW} 300`, ...BACK]);
    for (const type of ["RefundFailed", "RefundReversed"]) {
      assert.deepEqual(moved(of({ status: "submitted", institutionReference: "r" }), { type, data }), [`${WAY} > ${ESCROW} 300`, ...BACK]);
      assert.deepEqual(moved(of({ status: "settled", institutionReference: "r" }), { type, data }), [`buyer/ann/card > ${ESCROW} 300`, ...BACK]);
      assert.deepEqual(moved(of({ status: "settled", institutionReference: "r", reversingSince: 3 }), { type, data }), [`${WAY} > ${ESCROW} 300`, ...BACK]);
    }
    assert.deepEqual(moved(of({}), { type: "RefundCovered", data }), [`${HELD} > ${ESCROW} 300`, ...BACK]);
    assert.deepEqual(moved(of({ status: "failed" }), { type: "RefundCovered", data }), []);
  });
  test("is on its way back once that is granted, and stays with a buyer who owes it where it cannot come", () => {
    const granted = { ...data, amountMinor: 300, to: "card" };
    assert.deepEqual(moved(of({ status: "settled" }), { type: "ReversalGranted", data: granted }), [`buyer/ann/card > ${WAY} 300`]);
    assert.deepEqual(moved(of({ status: "submitted" }), { type: "ReversalGranted", data: granted }), []);
    assert.deepEqual(moved(of({}), { type: "AdvanceChargedBack", data: granted }), [`buyer/ann/card > ${WAY} 300`]);
    assert.deepEqual(moved(of({}), { type: "ReversalImpossible", data: { ...granted, owedMinor: 200 } }), [`${WAY} > buyer/ann/card 300`, "buyer/ann/owed > seller/cactus/owed 200"]);
    assert.deepEqual(moved(of({}), { type: "DebtEnded", data: { amountMinor: 200 } }), ["seller/cactus/owed > buyer/ann/owed 200"]);
    assert.deepEqual(moved(named(), { type: "ReplacementOwed", data: { amountMinor: 500 } }), ["buyer/ann/owed > seller/cactus/owed 500"]);
  });
  test("that failed is held anew where it arrives after all, or is the platform's loss until it comes back", () => {
    const two = named({ refunds: [refund({ status: "failed" }), refund({ id: "rfd_2" }), refund({ id: "rfd_3", status: "failed" })] });
    const revived = (insteadOf: string | null): string[] => moved(two, { type: "RefundRevived", data: { ...data, insteadOf, subsidyMinor: 30 } });
    const anew = [`${ESCROW} > ${HELD} 300`, `${SUBSIDY} > platform/discounts 30`];
    assert.deepEqual([revived(null), revived("rfd_3"), revived("rfd_2")], [anew, anew, []]);
    assert.deepEqual(moved(two, { type: "RefundPaidTwice", data: { ...data, amountMinor: 300, to: "card" } }), ["platform/losses > buyer/ann/card 300"]);
    assert.deepEqual(moved(two, { type: "DoublePaymentRecovered", data: { ...data, from: "rfd_1", amountMinor: 200, toEscrowMinor: 100, subsidyMinor: 0 } }), ["buyer/ann/card > platform/losses 200", `buyer/ann/card > ${ESCROW} 100`]);
    assert.deepEqual(moved(two, { type: "DoublePaymentRecovered", data: { ...data, from: "rfd_3", amountMinor: 200, toEscrowMinor: 0, subsidyMinor: 20 } }), [`${ESCROW} > platform/losses 200`, `${SUBSIDY} > platform/discounts 20`]);
  });
});

describe("a chargeback", () => {
  test("is in dispute between the platform and the bank, and then nowhere or lost", () => {
    const data = { chargebackId: "cbk_1", method: "card", amountMinor: 1_000 };
    const over = "institution/card/disputed > platform/disputed 1000";
    assert.deepEqual(moved(named(), { type: "ChargebackOpened", data }), ["platform/disputed > institution/card/disputed 1000"]);
    assert.deepEqual(moved(named(), { type: "ChargebackClosed", data }), [over]);
    assert.deepEqual(moved(named(), { type: "ChargebackLost", data: { ...data, fromOrderMinor: 700, lossMinor: 300, subsidyMinor: 70 } }),
      [over, `${ESCROW} > buyer/ann/card 700`, "platform/losses > buyer/ann/card 300", `${SUBSIDY} > platform/discounts 70`]);
    assert.deepEqual(moved(named({ chargebacks: [chargeback({ amountMinor: 0 })] }), { type: "ChargebackClosed", data }), []);
    assert.deepEqual(moved(named(), { type: "LossRecovered", data: { ...data, amountMinor: 300, subsidyMinor: 30 } }), [`${ESCROW} > platform/losses 300`, `${SUBSIDY} > platform/discounts 30`]);
  });
});

test("a fine is the platform's until it is lifted; what is no matter of money moves none, nor does anything before there is an order", () => {
  assert.deepEqual(moved(named(), { type: "SellerSanctioned", data: { fineMinor: 500 } }), ["seller/cactus > platform/fines 500"]);
  assert.deepEqual(moved(named({ sanctions: [{ id: "snc_1", fineMinor: 500 } as Sanction] }), { type: "SanctionLifted", data: { sanctionId: "snc_1" } }), ["platform/fines > seller/cactus 500"]);
  assert.deepEqual([moved(named(), { type: "OrderShipped", data: {} }), moved(null, { type: "RefundApproved", data: { amountMinor: 300, subsidyMinor: 0 } })], [[], []]);
});
