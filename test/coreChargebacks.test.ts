// A payment that the buyer's bank takes back: told to the core directly, where several refunds, returns or losses of one payment come together.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chargebackDecisions, recoverLoss } from "../src/core/chargeback.ts";
import type { OrderEvent } from "../src/core/events.ts";
import { evolve } from "../src/core/evolve.ts";
import type { Chargeback, Order, Refund } from "../src/core/state.ts";
import { chargeback, done, institution, order, refund, ret, typesOf } from "./support/moneyOnItsWay.ts";

const lost = (of: Order) => done(of, (scene) => chargebackDecisions.CloseChargeback(scene, { type: "CloseChargeback", chargebackId: "cbk_1", outcome: "lost" }));

describe("a payment that the bank takes back again", () => {
  test("is taken back for what it has not lost before; what was won or withdrawn takes nothing off", () => {
    const opened = (earlier: Chargeback[]): number[] =>
      done(order({ chargebacks: earlier }), (scene) => chargebackDecisions.OpenChargeback(scene, { type: "OpenChargeback" })).facts.flatMap((fact) => (fact.type === "ChargebackOpened" ? [fact.data.amountMinor] : []));
    const earlier = (status: Chargeback["status"]): Chargeback[] => [chargeback({ amountMinor: 400, status })];
    assert.deepEqual([opened([]), opened(earlier("lost")), opened(earlier("won")), opened(earlier("withdrawn"))], [[1_000], [600], [1_000], [1_000]]);
    assert.deepEqual(opened([chargeback({ paymentId: "pay_other", status: "lost" })]), [1_000]);
  });
});

describe("a chargeback that is lost", () => {
  test("covers the refunds that waited, the oldest first, and no more of them than it takes", () => {
    const refunds = [refund({ subsidyMinor: 20 }), refund({ id: "rfd_2" })];
    const whole = lost(order({ chargebacks: [chargeback({ amountMinor: 300 })], refunds }));
    assert.deepEqual(whole.facts.flatMap((fact) => (fact.type === "RefundCovered" ? [fact.data] : [])), [{ refundId: "rfd_1", chargebackId: "cbk_1", amountMinor: 300 }]);
    assert.deepEqual(whole.after.refunds.map(({ status }) => status), ["stopped", "approved"]);
    const part = lost(order({ chargebacks: [chargeback({ amountMinor: 400 })], refunds }));
    assert.deepEqual(part.after.refunds.map(({ status, amountMinor }) => [status, amountMinor]), [["stopped", 300], ["stopped", 300], ["approved", 200]]);
  });
  test("leaves the platform's discount where the buyer's money is: back beside the escrow, and out again with what the bank took", () => {
    const covered = order({ chargebacks: [chargeback({ amountMinor: 300 })], refunds: [refund({ subsidyMinor: 30 })], money: { ...order({ refunds: [refund()] }).money, subsidyMinor: 70 } });
    assert.equal(lost(covered).after.money.subsidyMinor, 70);
    const between = evolve(covered, { type: "RefundCovered", data: { refundId: "rfd_1", chargebackId: "cbk_1", amountMinor: 300 }, seq: 1, at: 10, by: institution });
    assert.equal(between.money.subsidyMinor, 100);
  });
  test("takes the way out back with the refund that was to give it, and with no other", () => {
    const returned = (withShipping: boolean, shippingReturned: boolean): boolean =>
      evolve(order({ shippingReturned, refunds: [refund({ withShipping })] }), { type: "RefundCovered", data: { refundId: "rfd_1", chargebackId: "cbk_1", amountMinor: 300 }, seq: 1, at: 10, by: institution }).shippingReturned;
    assert.deepEqual([returned(true, true), returned(false, true), returned(false, false)], [false, true, false]);
  });
  test("closes the return whose money it covered, once nothing of that is on its way, and no other return", () => {
    const returns = [ret({ id: "ret_0" }), ret(), ret({ id: "ret_2" })];
    const cause = { kind: "return", id: "ret_1" } as const;
    const closed = (refunds: Refund[], amountMinor = 300): string[] =>
      lost(order({ returns, refunds, chargebacks: [chargeback({ amountMinor })] })).facts.flatMap((fact) => (fact.type === "ReturnClosed" ? [fact.data.returnId] : []));
    assert.deepEqual([closed([refund({ cause })]), closed([refund({ cause }), refund({ id: "rfd_2" })])], [["ret_1"], ["ret_1"]]);
    assert.deepEqual([closed([refund({ cause })], 200), closed([refund()]), closed([refund({ cause: { kind: "claim", id: "clm_1" } })])], [[], [], []]);
  });
  test("takes nothing from an order whose money has all gone: it is the platform's loss", () => {
    const gone = order({ refunds: [refund({ status: "settled", amountMinor: 1_000 })] });
    assert.deepEqual(lost(gone).facts[0], { type: "ChargebackLost", data: { chargebackId: "cbk_1", fromOrderMinor: 0, lossMinor: 1_000, subsidyMinor: 0 } });
  });
});

describe("money of a refund that came back makes good what was paid twice", () => {
  const recovered = (of: Order, id = "rfd_1") => done(of, (scene) => recoverLoss(scene, id));
  const failed = refund({ status: "failed", amountMinor: 500 });
  const loss = (id: string, lossMinor: number): Chargeback => chargeback({ id, status: "lost", lossMinor });
  const stray = (id: string, lossMinor: number, replacedBy: string | null): Refund => refund({ id, status: "failed", amountMinor: lossMinor, replacedBy, stray: { amountMinor: lossMinor, lossMinor } });
  const amounts = (facts: readonly OrderEvent[]): [string, number][] =>
    facts.flatMap((fact): [string, number][] => (fact.type === "LossRecovered" ? [[fact.data.chargebackId, fact.data.amountMinor]] : fact.type === "DoublePaymentRecovered" ? [[fact.data.refundId, fact.data.amountMinor]] : []));

  test("each loss of that payment in turn, as far as it goes; what is left goes to the buyer again", () => {
    const of = (chargebacks: Chargeback[]): Order => order({ refunds: [failed], chargebacks });
    const two = recovered(of([loss("cbk_0", 0), loss("cbk_1", 200), loss("cbk_2", 400)]));
    assert.deepEqual([amounts(two.facts), two.said], [[["cbk_1", 200], ["cbk_2", 300]], true]);
    const some = recovered(of([loss("cbk_1", 200)]));
    assert.deepEqual([typesOf(some.facts), some.said, some.after.refunds.at(-1)!.amountMinor], ["LossRecovered RefundApproved", false, 300]);
    const none = recovered(of([loss("cbk_0", 0)]));
    assert.deepEqual([none.facts, none.said], [[], false]);
  });
  test("each refund that was sent again as this one, at once or after others, and none that was sent again as another", () => {
    const of = (...refunds: Refund[]): Order => order({ refunds: [...refunds, failed], chargebacks: [] });
    assert.deepEqual(amounts(recovered(of(stray("rfd_a", 200, "rfd_1"))).facts), [["rfd_a", 200]]);
    assert.deepEqual(amounts(recovered(of(stray("rfd_a", 900, "rfd_b"), refund({ id: "rfd_b", status: "failed", replacedBy: "rfd_1" }))).facts), [["rfd_a", 500]]);
    assert.deepEqual(amounts(recovered(of(stray("rfd_a", 200, "rfd_1"), stray("rfd_b", 200, "rfd_1"), stray("rfd_c", 200, "rfd_1"))).facts), [["rfd_a", 200], ["rfd_b", 200], ["rfd_c", 100]]);
    const others = [stray("rfd_a", 200, null), stray("rfd_b", 200, "rfd_c"), refund({ id: "rfd_c", status: "failed", replacedBy: null }), stray("rfd_d", 0, "rfd_1"), refund({ id: "rfd_e", status: "failed", replacedBy: "rfd_1" })];
    assert.deepEqual(recovered(of(...others)).facts, []);
  });
});
