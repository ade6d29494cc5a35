// What happens to money on its way back: told to the core directly, on refunds that only chance or another marketplace's rules bring together.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Command } from "../src/core/commands.ts";
import { decide } from "../src/core/decide.ts";
import type { Actor } from "../src/core/event.ts";
import type { OrderEvent } from "../src/core/events.ts";
import type { Policy } from "../src/core/policy.ts";
import { chargeBack } from "../src/core/refunding.ts";
import { countedFacts } from "../src/core/risk.ts";
import type { Known, Scene } from "../src/core/scene.ts";
import type { Order, Refund, Reversal } from "../src/core/state.ts";
import { parseStories } from "../src/story/story.ts";
import { countingMint, policyNamed } from "./support/coreOrder.ts";
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
const typesOf = (found: OrderEvent[] | string): string => (typeof found === "string" ? found : found.map(({ type }) => type).join(" "));

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
    assert.equal(typesOf(again(strict, undefined, known)), "RefundApproved RefundReissued");
    const paid = told(strict, "");
    assert.equal(typesOf(outcome({ policy: strict, of: paid, command: { type: "CancelOrder", reason: "other" }, role: "seller", known })), "RefundApproved RefundHeld OrderClosed");
  });
});

describe("an advance for goods that never came", () => {
  const refund = (change: Partial<Refund>): Refund => ({ id: "rfd_1", paymentId: "pay_1", amountMinor: 700, subsidyMinor: 0, to: "card", status: "settled", reversingSince: null, chargeBackDue: false, ...change }) as Refund;
  const facts = (one: Refund, reversals: Partial<Reversal>[] = []): OrderEvent[] => {
    const emitted: OrderEvent[] = [];
    chargeBack({ order: { reversals }, emit: (fact: OrderEvent) => emitted.push(fact) } as unknown as Scene, one);
    return emitted;
  };
  test("grants the reversal that is under review over it, over all of it and to where it went", () => {
    const reversals: Partial<Reversal>[] = [{ id: "rev_1", refundId: "rfd_1", status: "refused" }, { id: "rev_2", refundId: "rfd_0", status: "requested" }, { id: "rev_3", refundId: "rfd_1", status: "underReview" }];
    assert.deepEqual(facts(refund({}), reversals), [{ type: "ReversalGranted", because: "goodsNotBack", data: { reversalId: "rev_3", refundId: "rfd_1", amountMinor: 700, to: "card", note: null } }]);
    assert.deepEqual(facts(refund({}), reversals.slice(0, 2)), [{ type: "AdvanceChargedBack", data: { refundId: "rfd_1", amountMinor: 700, to: "card" } }]);
  });
});
