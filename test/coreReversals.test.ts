// Money of a refund that is taken back: told to the core directly, on reversals and debts that a story would need several refunds for.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Command } from "../src/core/commands.ts";
import { decide } from "../src/core/decide.ts";
import type { Actor } from "../src/core/event.ts";
import type { OrderEvent } from "../src/core/events.ts";
import { evolve } from "../src/core/evolve.ts";
import type { Policy } from "../src/core/policy.ts";
import { groundsByRole } from "../src/core/reversal.ts";
import type { Chargeback, Order, Refund, Return, Reversal } from "../src/core/state.ts";
import { parseStories } from "../src/story/story.ts";
import { countingMint, policyNamed } from "./support/coreOrder.ts";
import { policyLike } from "./support/policies.ts";
import { playUnder } from "./support/storyRunner.ts";

const DAY = 86_400_000;
/** Taobao's rules, whose arrows ask nothing beforehand: what is refused here the core refuses. */
const taobao = policyLike("taobao", (policy) => void (policy.arrows = policy.arrows.map((arrow) => (/Reversal$/.test(arrow.command) ? { ...arrow, by: [...arrow.by, "mediator"], when: [] } : arrow))));
const told = (policy: Policy, lines: string): Order => {
  const [story] = parseStories(`X1 · It is told\nmarketplace ${policy.policy}\norder CNY TEA-1 2×50.00\n+PT0S buyer PayOrder method=alipay → PaymentMade\n+PT1H institution ConfirmPayment → PaymentConfirmed
+PT1H seller ShipOrder carrier=sandbox number=OUT-1 → ParcelShipped OrderShipped\n+P3D carrier RecordScan number=OUT-1 status=delivered country=DE → ParcelScanned OrderDelivered\n${lines}\n`);
  return playUnder(policy, story!).order!;
};
const settled = told(policyNamed("taobao"), `+PT1H buyer OpenClaim ground=notReceived remedy=money amount=60.00 → ClaimOpened
+PT1H seller AcceptClaim → ClaimAgreed RefundApproved ClaimSettled
+PT2H institution RecordRefundSubmitted reference=alipay-1 → RefundSubmitted
+PT1H institution RecordRefundSettled → RefundSettled`);
const [refund] = settled.refunds;
const [payment] = settled.payments;

const reversal = (change: Partial<Reversal> = {}): Reversal => ({
  id: "rev_1", refundId: refund!.id, status: "requested", ground: "fraud", amountMinor: 6_000, requestedBy: { role: "seller", id: "cactus" }, note: null, documents: [], requestedAt: 1, reviewSince: 1,
  buyerMayAnswerUntil: null, answeredAt: null, decidedBy: null, decidedAt: null, appealedAt: null, settledAt: null, ...change,
});
const having = (change: Partial<Order>, ofRefund: Partial<Refund> = {}): Order => ({ ...settled, ...change, refunds: settled.refunds.map((one) => ({ ...one, ...ofRefund })) });

/** The facts of a command, or its refusal. */
function outcome(of: Order, command: object, role: Actor["role"], now = of.updatedAt): OrderEvent[] | string {
  const ids = { buyer: "ann", seller: "cactus" } as Partial<Record<string, string>>;
  const { facts, refused } = decide(taobao, of, { refundId: refund!.id, ...command } as Command, { now, actor: { role, id: ids[role] ?? role }, mint: countingMint(), known: {} });
  return refused ? refused.refusal : facts!;
}
const typesOf = (found: OrderEvent[] | string): string => (typeof found === "string" ? found : found.map(({ type }) => type).join(" "));

describe("who asks for money back", () => {
  test("rests it on a ground of their own, and nobody else on any", () => {
    const grounds = ["fraud", "misleading", "givenBack", "accountTheft", "risk"];
    const possible = (role: Actor["role"]): string[] => grounds.filter((ground) => outcome(settled, { type: "RequestReversal", ground }, role) !== "GroundNotPossibleNow");
    const all = { buyer: ["fraud", "misleading", "givenBack"], seller: ["fraud", "misleading"], operator: ["fraud", "misleading"], institution: ["accountTheft", "risk"] };
    assert.deepEqual(groundsByRole, all);
    for (const role of ["buyer", "seller", "operator", "institution"] as const) assert.deepEqual(possible(role), all[role], role);
    assert.deepEqual(possible("mediator"), []);
  });
  test("gives the buyer time to answer where somebody else blames them", () => {
    const until = (role: Actor["role"], ground: string): (number | null)[] => {
      const found = outcome(settled, { type: "RequestReversal", ground }, role);
      return typeof found === "string" ? [] : found.flatMap((fact) => (fact.type === "ReversalRequested" ? [fact.data.buyerMayAnswerUntil] : []));
    };
    const days5 = settled.updatedAt + 5 * DAY;
    assert.deepEqual([until("seller", "fraud"), until("operator", "fraud"), until("buyer", "fraud"), until("institution", "risk")], [[days5], [days5], [null], [null]]);
  });
  test("gets it at once where the buyer gives back and no goods are with the seller", () => {
    const given = (receivedAt: number | null): string => typesOf(outcome(having({ returns: [{ id: "ret_1", status: "cancelled", lines: [], receivedAt } as unknown as Return] }), { type: "RequestReversal", ground: "givenBack" }, "buyer"));
    assert.deepEqual([given(null), given(1)], ["ReversalRequested ReversalGranted", "ReversalRequested"]);
  });
  test("waits until the buyer had time to answer, to the very instant", () => {
    const until = settled.updatedAt + DAY;
    const at = (now: number, buyerMayAnswerUntil: number | null): string => typesOf(outcome(having({ reversals: [reversal({ buyerMayAnswerUntil })] }), { type: "GrantReversal", reversalId: "rev_1" }, "operator", now));
    assert.deepEqual([at(until, until), at(until + 1, until), at(until, null)], ["BuyerMayStillAnswer", "ReversalGranted", "ReversalGranted"]);
    const { refused } = decide(taobao, having({ reversals: [reversal({ buyerMayAnswerUntil: until })] }), { type: "GrantReversal", reversalId: "rev_1" }, { now: until, actor: { role: "operator", id: "olga" }, mint: countingMint(), known: {} });
    assert.equal(refused?.opensAt, until);
  });
});

describe("money that was taken back", () => {
  const overturned = reversal({ status: "refused", appealedAt: 5 });
  const others = [reversal({ refundId: "rfd_other", status: "refused", appealedAt: 5 }), reversal({ status: "refused" }), reversal({ status: "underReview", appealedAt: 5 })];
  test("goes to the buyer again where an appeal over that very refund was won", () => {
    const taken = (one: Reversal): string => typesOf(outcome(having({ reversals: [one] }, { reversingSince: 4 }), { type: "RecordRefundReversed" }, "institution"));
    assert.equal(taken(overturned), "RefundReversed RefundApproved");
    for (const one of others) assert.equal(taken(one), "RefundReversed", JSON.stringify(one));
  });
  test("unasked grants the reversal that is open over it, and else is one of its own", () => {
    const taken = (one: Reversal): string => typesOf(outcome(having({ reversals: [one] }), { type: "RecordRefundReversed" }, "institution"));
    assert.equal(taken(reversal()), "ReversalGranted RefundReversed");
    for (const one of [reversal({ refundId: "rfd_other" }), reversal({ status: "refused" })]) assert.equal(taken(one), "ReversalRequested ReversalGranted RefundReversed", JSON.stringify(one));
  });
  test("goes to the buyer again once they win their appeal, as far as the order and the seller still have it", () => {
    const refused = (change: Partial<Reversal>, ofRefund: Partial<Refund>, money: Partial<Order["money"]> = {}) =>
      outcome(having({ reversals: [reversal({ status: "underReview", ...change })], money: { ...settled.money, inEscrowMinor: 10_000, refundedMinor: 0, ...money }, payments: [{ ...payment!, refundedMinor: 0 }] }, ofRefund), { type: "RefuseReversal", reversalId: "rev_1" }, "operator");
    const again = (found: OrderEvent[] | string): number[] => (typeof found === "string" ? [] : found.flatMap((fact) => (fact.type === "RefundApproved" ? [fact.data.amountMinor] : [])));
    const won = { appealedAt: 5 };
    assert.deepEqual(again(refused(won, { status: "reversed" })), [6_000]);
    assert.deepEqual(again(refused(won, { status: "reversed" }, { inEscrowMinor: 3_000, releasedMinor: 1_000 })), [4_000]);
    assert.deepEqual([refused({}, { status: "reversed" }), refused(won, { status: "settled" })].map(typesOf), ["ReversalRefused", "ReversalRefused"]);
  });
});

describe("money that the institution cannot take back", () => {
  const owed = (change: Partial<Order>): number[] => {
    const found = outcome(having(change, { reversingSince: 4 }), { type: "RecordReversalImpossible", reason: "accountClosed" }, "institution");
    return typeof found === "string" ? [] : found.flatMap((fact) => (fact.type === "ReversalImpossible" ? [fact.data.owedMinor] : []));
  };
  test("is owed by the buyer, unless an appeal over that very refund was won", () => {
    assert.deepEqual([owed({}), owed({ reversals: [reversal({ status: "refused", appealedAt: 5 })] })], [[6_000], [0]]);
    const others = [reversal({ refundId: "rfd_other", status: "refused", appealedAt: 5 }), reversal({ status: "refused" }), reversal({ status: "granted", appealedAt: 5 })];
    for (const one of others) assert.deepEqual(owed({ reversals: [one] }), [6_000], JSON.stringify(one));
  });
  test("is owed less what the bank's own taking back of that payment has cost the platform already", () => {
    const lost = (paymentId: string, lossMinor: number): Chargeback => ({ id: `cbk_${paymentId}`, paymentId, amountMinor: 9_000, reference: null, status: "lost", lossMinor, openedAt: 1, inquiredAt: null, endedAt: 2 });
    assert.deepEqual([owed({ chargebacks: [lost("pay_other", 500), lost(payment!.id, 2_000)] }), owed({ chargebacks: [lost(payment!.id, 9_000)] })], [[4_000], [0]]);
  });
  test("is owed no more once it comes back after all, or an appeal leaves it with the buyer", () => {
    const irreversible = (owedMinor: number): Partial<Refund> => ({ irreversible: { because: "accountClosed", owedMinor } });
    const owing = (owedMinor: number, reversals: Reversal[] = []): Order => having({ reversals, money: { ...settled.money, owedByBuyerMinor: owedMinor } }, irreversible(owedMinor));
    const back = (owedMinor: number) => outcome(owing(owedMinor), { type: "RecordRefundReversed" }, "institution");
    assert.deepEqual([typesOf(back(6_000)), typesOf(back(0))], ["DebtEnded RefundReversed", "RefundReversed"]);
    const refused = (appealedAt: number | null) => outcome(owing(6_000, [reversal({ status: "underReview", appealedAt })]), { type: "RefuseReversal", reversalId: "rev_1" }, "operator");
    assert.deepEqual([typesOf(refused(5)), typesOf(refused(null))], ["ReversalRefused DebtEnded", "ReversalRefused"]);
    const ended = evolve(owing(6_000), { type: "DebtEnded", data: { refundId: refund!.id, amountMinor: 6_000 }, seq: 1, at: 1, by: { role: "institution", id: "sandbox" } });
    assert.deepEqual([ended.refunds[0]!.irreversible, ended.money.owedByBuyerMinor], [{ because: "accountClosed", owedMinor: 0 }, 0]);
  });
});
