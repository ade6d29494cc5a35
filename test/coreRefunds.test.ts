// What happens to money on its way back: told to the core directly, on refunds that only chance or another marketplace's rules bring together.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Command } from "../src/core/commands.ts";
import { decide } from "../src/core/decide.ts";
import type { Actor } from "../src/core/event.ts";
import type { OrderEvent } from "../src/core/events.ts";
import type { Policy } from "../src/core/policy.ts";
import { chargeBack } from "../src/core/refunding.ts";
import { failRefund, resolutionDecisions, returnStray, reviveRefund, settle } from "../src/core/resolution.ts";
import { countedFacts } from "../src/core/risk.ts";
import type { Known, Scene } from "../src/core/scene.ts";
import type { Claim, Order, Refund, Reversal } from "../src/core/state.ts";
import { parseStories } from "../src/story/story.ts";
import { countingMint, policyNamed } from "./support/coreOrder.ts";
import { done, order, refund, ret, typesOf } from "./support/moneyOnItsWay.ts";
import { policyLike } from "./support/policies.ts";
import { playUnder } from "./support/storyRunner.ts";

const told = (policy: Policy, lines: string, order = "SEED-1 2×5.00"): Order => {
  const [story] = parseStories(`X1 · It is told\nmarketplace ${policy.policy}\norder USD ${order}\n+PT0S buyer PayOrder method=card → PaymentMade\n+P1D institution ConfirmPayment → PaymentConfirmed\n${lines}\n`);
  return playUnder(policy, story!).order!;
};
type Asked = { policy: Policy; of: Order; command: object; role: Actor["role"]; known?: Known };
/** What such a command brings about: its facts, or its refusal. */
function outcome({ policy, of, command, role, known = {} }: Asked): OrderEvent[] | string {
  const ids = { buyer: "ann", seller: "cactus" } as Partial<Record<string, string>>;
  const { facts, refused } = decide(policy, of, command as Command, { now: of.updatedAt, actor: { role, id: ids[role] ?? role }, mint: countingMint(), known });
  return refused ? refused.refusal : facts!;
}
const inWords = (found: OrderEvent[] | string): string => (typeof found === "string" ? found : typesOf(found));

describe("a refund that failed is sent again", () => {
  const FAILED = "+PT1H seller CancelOrder reason=other → RefundApproved OrderClosed\n+PT2H institution RecordRefundFailed reason=accountClosed → RefundFailed";
  const failed = told(policyNamed("amazon"), FAILED);
  const again = (policy: Policy, to?: string, known?: Known) =>
    outcome({ policy, of: failed, command: { type: "ReissueRefund", refundId: failed.refunds[0]!.id, ...(to ? { to } : {}) }, role: "operator", ...(known ? { known } : {}) });
  const way = (found: ReturnType<typeof again>): string => (typeof found === "string" ? found : found.flatMap((fact) => (fact.type === "RefundApproved" ? [fact.data.to] : [])).join());

  test("the way it came, or to a gift card where the marketplace pays by one or gives money back to one", () => {
    const like = (methods: string[], to: string[]): Policy => policyLike("amazon", (policy) => void Object.assign(policy, { methods, refund: { ...policy.refund, to } }));
    const [card, alone, back] = [like(["card", "giftCard"], ["sameMethod"]), like(["card"], ["sameMethod"]), like(["card"], ["sameMethod", "giftCard"])];
    assert.deepEqual([card, alone, back].map((policy) => way(again(policy, "giftCard"))), ["giftCard", "RefundGoesBackTheWayItCame", "giftCard"]);
    assert.deepEqual([card, alone, back].map((policy) => way(again(policy, "eWallet"))), Array(3).fill("RefundGoesBackTheWayItCame"));
    assert.deepEqual([card, alone, back].map((policy) => way(again(policy))), Array(3).fill("card"));
  });
  test("at once, though a new refund for the same buyer would be held", () => {
    const strict = policyLike("amazon", ({ risk }) => void (risk!.rules = [{ of: "buyer", fact: "emptyBoxes", atLeast: 3, effect: "hold" }]));
    const known: Known = { risk: { buyer: countedFacts({ emptyBoxes: 3 }), seller: countedFacts({}) }, reviewer: "rita" };
    assert.equal(inWords(again(strict, undefined, known)), "RefundApproved RefundReissued");
    const paid = told(strict, "");
    assert.equal(inWords(outcome({ policy: strict, of: paid, command: { type: "CancelOrder", reason: "other" }, role: "seller", known })), "RefundApproved RefundHeld OrderClosed");
  });
});

describe("an advance for goods that never came", () => {
  const advance = refund({ amountMinor: 700, status: "settled" });
  const facts = (one: Refund, reversals: Partial<Reversal>[] = []): OrderEvent[] => {
    const emitted: OrderEvent[] = [];
    chargeBack({ order: { reversals }, emit: (fact: OrderEvent) => emitted.push(fact) } as unknown as Scene, one);
    return emitted;
  };
  test("grants the reversal that is under review over it, over all of it and to where it went", () => {
    const reversals: Partial<Reversal>[] = [{ id: "rev_1", refundId: "rfd_1", status: "refused" }, { id: "rev_2", refundId: "rfd_0", status: "requested" }, { id: "rev_3", refundId: "rfd_1", status: "underReview" }];
    assert.deepEqual(facts(advance, reversals), [{ type: "ReversalGranted", because: "goodsNotBack", data: { reversalId: "rev_3", refundId: "rfd_1", amountMinor: 700, to: "card", note: null } }]);
    assert.deepEqual(facts(advance, reversals.slice(0, 2)), [{ type: "AdvanceChargedBack", data: { refundId: "rfd_1", amountMinor: 700, to: "card" } }]);
  });
});

describe("a refund that has arrived", () => {
  const cause = (id: string, kind: "return" | "claim" = "return") => ({ kind, id }) as const;
  const sent = (change: Partial<Refund>): Refund => refund({ status: "submitted", ...change });
  const settled = (of: Partial<Order>) => done(order({ returns: [ret({ id: "ret_0" }), ret(), ret({ id: "ret_2", status: "inTransit" })], ...of }), (scene) => settle(scene, "rfd_1"));
  const closed = (refunds: Refund[], claims: Partial<Claim>[] = []): string[] => settled({ refunds, claims: claims as Claim[] }).facts.flatMap((fact) => (fact.type === "ReturnClosed" ? [fact.data.returnId] : []));

  test("closes the return that it paid, and no other, once its goods are back", () => {
    assert.deepEqual([closed([sent({ cause: cause("ret_1") })]), closed([sent({ cause: cause("ret_2") })]), closed([sent({})])], [["ret_1"], [], []]);
  });
  test("closes the return of the claim that it paid", () => {
    const claims: Partial<Claim>[] = [{ id: "clm_0", status: "settled", returnId: "ret_0", decisions: [] }, { id: "clm_1", status: "settled", returnId: "ret_1", decisions: [] }];
    assert.deepEqual([closed([sent({ cause: cause("clm_1", "claim") })], claims), closed([sent({ cause: cause("clm_2", "claim") })], [...claims, { id: "clm_2", status: "settled", returnId: null, decisions: [] }])], [["ret_1"], []]);
  });
  test("leaves the return open while another refund of it is on its way, or failed and was not sent again", () => {
    const beside = (...others: Partial<Refund>[]): string[] => closed([sent({ cause: cause("ret_1") }), ...others.map((one, index) => refund({ id: `rfd_1${index}`, cause: cause("ret_1"), ...one }))]);
    for (const status of ["approved", "submitting", "submitted", "unknown", "failed"] as const) assert.deepEqual(beside({ status }), [], status);
    assert.deepEqual([beside({ status: "settled" }), beside({ status: "stopped" }), beside({ status: "failed", replacedBy: "rfd_2" }), beside({ status: "submitted", cause: cause("ret_0") })], Array(4).fill(["ret_1"]));
    assert.deepEqual(beside({ status: "settled" }, { status: "approved" }), []);
  });
  test("is asked back at once where that was due", () => {
    const [due, free] = [true, false].map((chargeBackDue) => typesOf(settled({ refunds: [sent({ chargeBackDue })] }).facts));
    assert.deepEqual([due, free], ["RefundSettled AdvanceChargedBack", "RefundSettled"]);
  });
});

describe("a refund that operators end by hand", () => {
  const note = { sealed: "Their letter" };
  const unheard = order({ refunds: [refund({ status: "submitted" }), refund({ id: "rfd_2", status: "submitted", failureProposed: { by: "otto", at: 1 } })] });
  test("is said to have failed or arrived with what shows it, and with nothing where nothing does", () => {
    const said = (outcome: "failed" | "settled", evidence?: string[]) =>
      done(unheard, (scene) => resolutionDecisions.ResolveRefund(scene, { type: "ResolveRefund", refundId: "rfd_1", outcome, note, ...(evidence ? { evidence } : {}) })).facts[0]!.data;
    assert.deepEqual(said("failed"), { refundId: "rfd_1", reference: null, note, evidence: [] });
    assert.deepEqual(said("settled", ["evi_1"]), { refundId: "rfd_1", reference: null, note, evidence: ["evi_1"], outcome: "settled" });
    const confirmed = done(unheard, (scene) => resolutionDecisions.ConfirmRefundFailure(scene, { type: "ConfirmRefundFailure", refundId: "rfd_2" }));
    assert.deepEqual(confirmed.facts[0]!.data, { refundId: "rfd_2", outcome: "failed", reference: null, note: null, evidence: [] });
  });
  test("no longer waits for a second operator once its proposal is dismissed; another refund's proposal stands", () => {
    const both = order({ refunds: unheard.refunds.map((one) => ({ ...one, failureProposed: { by: "otto", at: 1 } })) });
    const dismissed = done(both, (scene) => resolutionDecisions.DismissRefundFailure(scene, { type: "DismissRefundFailure", refundId: "rfd_1" })).after;
    assert.deepEqual(dismissed.refunds.map(({ failureProposed }) => failureProposed?.by), [undefined, "otto"]);
  });
  test("ends the reversal that is open over it, for that reason", () => {
    const reversals = [{ id: "rev_0", refundId: "rfd_1", status: "refused" }, { id: "rev_1", refundId: "rfd_2", status: "requested" }, { id: "rev_2", refundId: "rfd_1", status: "underReview" }] as Reversal[];
    const facts = (of: Reversal[]): OrderEvent[] => done(order({ refunds: unheard.refunds, reversals: of }), (scene) => failRefund(scene, "rfd_1", "resolvedByHand")).facts.slice(1);
    assert.deepEqual(facts(reversals), [{ type: "ReversalRefused", because: "refundFailed", data: { reversalId: "rev_2", note: null } }]);
    assert.deepEqual(facts(reversals.slice(0, 2)), []);
  });
});

describe("a refund that arrives although operators had ended it as failed", () => {
  const ended = (change: Partial<Refund> = {}): Refund => refund({ status: "failed", resolved: "failed", endedAt: 1, ...change });
  const revived = (refunds: Refund[], said: { reference: string } | "settled" = "settled", change: Partial<Order> = {}) => {
    const found = done(order({ refunds, ...change }), (scene) => reviveRefund(scene, scene.order.refunds[0]!, said));
    return { ...found, words: found.said ? (found.said as { refusal: string }).refusal : typesOf(found.facts) };
  };
  const TWICE = "RefundPaidTwice";
  const ALIVE = "RefundRevived RefundSettled";

  test("goes on as if nothing had been said where its money waits: owed, or in what was to replace it", () => {
    const again = (change: Partial<Refund>): Refund[] => [ended({ replacedBy: "rfd_2" }), refund({ id: "rfd_2", ...change })];
    assert.deepEqual([revived([ended()]).words, revived(again({})).words, revived(again({ status: "failed" })).words], [ALIVE, ALIVE, ALIVE]);
    const insteadOf = (refunds: Refund[]): unknown => (revived(refunds).facts[0]!.data as { insteadOf: unknown }).insteadOf;
    assert.deepEqual([insteadOf([ended()]), insteadOf(again({})), insteadOf(again({ status: "failed" }))], [null, "rfd_2", "rfd_2"]);
    assert.equal(revived([ended()], { reference: "card-1" }).words, "RefundRevived RefundSubmitted");
  });
  test("was paid twice where its money has gone again, or only a part of it is left", () => {
    const again = (change: Partial<Refund>): Refund[] => [ended({ replacedBy: "rfd_2" }), refund({ id: "rfd_2", ...change })];
    for (const change of [{ amountMinor: 200 }, { amountMinor: 200, status: "failed" }, { status: "submitted" }, { status: "settled" }] as const) {
      assert.equal(revived(again(change)).words, TWICE, JSON.stringify(change));
      assert.equal(revived(again(change), { reference: "card-1" }).words, "RefundAlreadyFailed", "as long as it is only said to be on its way that is no news");
    }
    assert.equal(revived([ended({ coveredBy: "cbk_1" })]).words, TWICE);
    assert.equal(revived([ended({ stray: { amountMinor: 300, lossMinor: 300 } })]).words, "RefundAlreadyFailed");
  });
  test("goes on where it was not to be sent again, as long as the order still holds as much", () => {
    const holding = (inEscrowMinor: number) => ({ money: { ...order().money, inEscrowMinor } });
    const asked = (inEscrowMinor: number): string => revived([ended({ chargeBackDue: true })], "settled", holding(inEscrowMinor)).words;
    assert.deepEqual([asked(301), asked(300), asked(299)], ["RefundRevived RefundSettled AdvanceChargedBack", "RefundRevived RefundSettled AdvanceChargedBack", TWICE]);
    assert.equal(revived([ended({ coveredBy: "cbk_1" })], "settled", holding(300)).words, TWICE);
    assert.equal(revived([ended({ replacedBy: "rfd_2", chargeBackDue: true }), refund({ id: "rfd_2", status: "settled" })], "settled", holding(700)).words, TWICE);
  });
  test("takes the platform's share out again, and the way out where it gave that", () => {
    const [alone, shipped] = [revived([ended({ withShipping: true })]), revived([ended()], "settled", { shippingReturned: true })];
    assert.deepEqual([alone.after.money.subsidyMinor, alone.after.money.inEscrowMinor, alone.after.refunds[0]!.subsidyMinor], [70, 700, 30]);
    assert.deepEqual([alone.after.shippingReturned, shipped.after.shippingReturned, revived([ended()]).after.shippingReturned], [true, true, false]);
  });
  test("pays the buyer again, once it comes back, what another refund had made good already", () => {
    const back = (lossMinor: number): string =>
      typesOf(done(order({ refunds: [ended({ stray: { amountMinor: 300, lossMinor } })], payments: order({ refunds: [refund({ status: "settled" })] }).payments, money: order({ refunds: [refund({ status: "settled" })] }).money }), (scene) => returnStray(scene, scene.order.refunds[0]!)).facts);
    assert.deepEqual([back(300), back(100)], ["DoublePaymentRecovered", "DoublePaymentRecovered RefundApproved"]);
  });
  test("takes the platform's share out of the order with what another refund brings back for it", () => {
    const twice = ended({ stray: { amountMinor: 300, lossMinor: 300 }, replacedBy: "rfd_2" });
    const { money } = done(order({ refunds: [twice, refund({ id: "rfd_2", status: "failed" })] }), (scene) => scene.emit({ type: "DoublePaymentRecovered", data: { refundId: "rfd_1", from: "rfd_2", amountMinor: 300, toEscrowMinor: 0, subsidyMinor: 30 } })).after;
    assert.deepEqual([money.subsidyMinor, money.inEscrowMinor], [70, 700]);
  });
});
