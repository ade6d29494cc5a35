// What is said of two versions of a policy: the sentences, whom they help, and that nothing that differs goes unsaid.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { differencesOf, differencesText, type Difference } from "../src/check/differences.ts";
import type { Policy } from "../src/core/policy.ts";
import { checkPolicy } from "../src/engine/policyShape.ts";
import { policyLike } from "./support/policies.ts";

const names = ["aliexpress", "amazon", "taobao", "olist", "online-retail"];
const seed = Number(process.env.FAST_CHECK_SEED ?? 20_261_122);
const changed = (name: string, change: (policy: Policy) => void): Difference[] => differencesOf(policyLike(name), policyLike(name, change));
const arrow = (policy: Policy, command: string) => policy.arrows.find((one) => one.command === command)!;
const deadline = (policy: Policy, owes: string) => policy.deadlines.find((one) => one.owes === owes)!;

type Case = [sentence: string, helps: string, hurts: string, name: string, change: (policy: Policy) => void];
const cases: Case[] = [
  ["Buyers have 10 days instead of 15 to open a dispute after delivery (protection.afterDelivery, A15).", "seller", "buyer", "aliexpress", (policy) => (policy.terms["protection.afterDelivery"]!.is = "P10D")],
  ["The seller may no longer refuse a cancellation (A11).", "", "seller", "aliexpress", (policy) => (policy.arrows = policy.arrows.filter(({ command }) => command !== "RefuseCancellation"))],
  ["New: the operator may refuse a cancellation (A11).", "", "", "aliexpress", (policy) => arrow(policy, "RefuseCancellation").by.push("operator")],
  ["Silence of the seller while a cancellation is asked for now refuses instead of accepts a cancellation (A10).", "", "", "aliexpress", (policy) => (deadline(policy, "AcceptCancellation").otherwise = "RefuseCancellation")],
  ["The seller has 7 days instead of 14 to accept a cancellation (cancellation.answerWithin, A10).", "buyer", "seller", "aliexpress", (policy) => (policy.terms["cancellation.answerWithin"]!.is = "P7D")],
  ["The buyer may open a claim from 10 days instead of 6 after shipping on (dispute.opens, A16).", "seller", "buyer", "aliexpress", (policy) => (policy.terms["dispute.opens"]!.is = "P10D")],
  ["The buyer may ask for a return until 45 days instead of 30 after the delivery (return.window, Z3).", "buyer", "seller", "amazon", (policy) => (policy.terms["return.window"]!.is = "P45D")],
  ["The seller is paid 7 days instead of 30 days (return.window) after the delivery (payout.after, Z16).", "seller", "buyer", "amazon", (policy) => (policy.terms["payout.after"]!.is = "P7D")],
  ["The money of a return goes back when the carrier scans the parcel instead of when the goods are back (refund.when, Z14).", "buyer", "seller", "amazon", (policy) => (policy.terms["refund.when"]!.is = "scanned")],
  ["A seller who refuses a cancellation need no longer give a tracking number (cancellation.refusalNeedsTracking, A11).", "seller", "buyer", "aliexpress", (policy) => (policy.terms["cancellation.refusalNeedsTracking"]!.is = false)],
  ["A cancellation can be asked for from the payment on instead of from the confirmed payment on (cancellation.opens, A7).", "buyer", "seller", "aliexpress", (policy) => (policy.terms["cancellation.opens"]!.is = "with_payment")],
  ["The mediator has 40 days instead of 30 to decide a claim (mediation.decideWithin, A20).", "", "buyer seller", "aliexpress", (policy) => (policy.terms["mediation.decideWithin"]!.is = "P40D")],
  ["The buyer may take a claim back while a claim waits for the seller or waits for the buyer or waits for the goods or is with the mediators now also where this does not hold: the carrier has not scanned the goods (A22).", "buyer", "", "aliexpress", (policy) => delete arrow(policy, "WithdrawClaim").when],
  ["The buyer may confirm receipt while the order is in transit or is delivered now only if no delivery was recorded (A14).", "", "buyer", "aliexpress", (policy) => (arrow(policy, "ConfirmReceipt").when = ["nothingOpen", "neverDelivered"])],
  ["The buyer may no longer take a claim back while a claim is with the mediators (A22).", "", "buyer", "aliexpress", (policy) => void arrow(policy, "WithdrawClaim").from.pop()],
  ["The buyer may now pay the order also while the order is closed (A1).", "buyer", "", "aliexpress", (policy) => void arrow(policy, "PayOrder").from.push("order.closed")],
  ["The buyer may open a claim while the order is in transit or is delivered now until the end of the protection; before: from 6 days after shipping and until the end of the protection (A16).", "", "", "aliexpress", (policy) => delete arrow(policy, "OpenClaim").opens],
  ["While an appeal against a sanction waits, the mediator has no deadline to uphold a sanction any more (it was 30 days from the appeal, and silence lifts a sanction) (L4).", "", "", "aliexpress", (policy) => void policy.deadlines.pop()],
  ["The time of the seller to accept a cancellation while a cancellation is asked for is now counted from: the confirmed payment; before, from: the request (A10).", "", "", "aliexpress", (policy) => (deadline(policy, "AcceptCancellation").since = "confirmed")],
  ["One can no longer pay by giftCard.", "", "buyer", "aliexpress", (policy) => void policy.methods.pop()],
  ["New: the buyer can ask for a return because of defective, which counts as the seller's fault.", "buyer", "", "aliexpress", (policy) => (policy.reasons.return.defective = { fault: "seller" })],
  ["Where the buyer wants to open a claim after delivery because of defective, evidence is no longer needed.", "buyer", "", "aliexpress", (policy) => delete policy.grounds.afterDelivery.defective!.evidence],
  ["Where the buyer wants to open a claim after delivery because of other, the seller's silence now takes it to the mediators instead of grants it.", "seller", "buyer", "aliexpress", (policy) => (policy.grounds.afterDelivery.other!.silence = "escalates")],
  ["Money that goes back by card is promised to arrive within 3 business days instead of 15 days (A24).", "", "", "aliexpress", (policy) => (policy.refund.arrives.card = { businessDays: 3 })],
  ["The fine is 10 % instead of 5 % of the order (A12).", "", "seller", "aliexpress", (policy) => (policy.sanctions!.finePerTenThousand = 1000)],
  ["Sellers get no points and no fines any more (A12).", "seller", "", "aliexpress", (policy) => (policy.sanctions = null)],
  ["Those whose silence will cost them are reminded 2 days before the end; before: at half time and 1 day before the end (X3).", "", "", "aliexpress", (policy) => (policy.reminders = { half: false, before: ["P2D"] })],
  ["The calendar is now that of UTC instead of Asia/Shanghai.", "", "", "aliexpress", (policy) => (policy.zone = "UTC")],
  ["The order in which the rules are looked at has changed: where several fit, another may be taken.", "", "", "aliexpress", (policy) => void policy.arrows.reverse()],
  ["Sources, rule numbers or the values that the texts name have changed; by themselves these change no rule.", "", "", "aliexpress", (policy) => (policy.terms.payWithin!.source = "a letter")],
];

for (const [sentence, helps, hurts, name, change] of cases) {
  test(sentence, () => {
    const found = changed(name, change);
    const said = found.find((one) => one.sentence === sentence);
    assert.ok(said, `it is not among:\n${found.map((one) => one.sentence).join("\n")}`);
    assert.deepEqual([said.helps.join(" "), said.hurts.join(" ")], [helps, hurts]);
    assert.ok(found.length <= 4, "and little else is");
  });
}

test("the same policy has no difference, whatever its version says", () => {
  for (const name of names) assert.deepEqual(changed(name, (policy) => (policy.version = 9)), [], name);
});

function isPolicy(value: unknown): boolean {
  try {
    checkPolicy(value);
    return true;
  } catch {
    return false;
  }
}

const pathsOf = (value: unknown, before: string[] = []): string[][] =>
  value === null || typeof value !== "object" ? [before] : Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...before, key]));

test("whatever is changed, left out or added anywhere, something is said of it", () => {
  const one = fc.constantFrom(...names).chain((name) => {
    const paths = pathsOf(policyLike(name)).filter(([first]) => first !== "version");
    return fc.record({ name: fc.constant(name), path: fc.constantFrom(...paths), how: fc.constantFrom("replace", "remove", "removeWhole"), value: fc.constantFrom<unknown>("P77D", 77, 3, true, null, "order.closed", "claim.settled", "noClaim", "clock", "buyer", "operator", "delivered", "shipWithin", "card", "refunded", "needed") });
  });
  fc.assert(fc.property(one, ({ name, path, how, value }) => {
    const before = policyLike(name);
    const after = policyLike(name, (policy) => {
      const parent = path.slice(0, -1).reduce((at: Record<string, unknown>, step) => at[step] as Record<string, unknown>, policy as unknown as Record<string, unknown>);
      const last = path.at(-1)!;
      if (how === "replace") parent[last] = value;
      else if (how === "removeWhole" && ["arrows", "deadlines"].includes(path[0]!)) (policy[path[0] as "arrows"] as unknown[]).splice(Number(path[1]), 1);
      else if (how === "remove" && Array.isArray(parent)) parent.splice(Number(last), 1);
      else if (how === "remove") delete parent[last];
    });
    fc.pre(isPolicy(after));
    const different = JSON.stringify(before) !== JSON.stringify(after);
    const found = differencesOf(before, after);
    assert.equal(found.length > 0, different, `${path.join("/")} ${how} ${String(value)}`);
    for (const { sentence } of found) {
      assert.match(sentence, /^[A-Z].*\.$/);
      assert.doesNotMatch(sentence, /undefined|null|\[object|NaN|\{|\}/, sentence);
    }
  }), { seed, numRuns: 400, maxSkipsPerRun: 1000 });
});

test("between any two shipped policies every sentence can be read", () => {
  for (const one of names) for (const other of names.filter((name) => name !== one)) {
    for (const { sentence, parameters, kind } of differencesOf(policyLike(one), policyLike(other))) {
      assert.match(sentence, /^[A-Z][^{}]*\.$/);
      assert.doesNotMatch(sentence, /undefined|\[object|NaN| {2}/, `${kind}: ${sentence}`);
      assert.doesNotThrow(() => JSON.stringify(parameters));
    }
  }
});

test("on a terminal they stand under whom they help and hurt", () => {
  const text = differencesText(changed("aliexpress", (policy) => {
    policy.terms["protection.afterDelivery"]!.is = "P10D";
    policy.terms["cancellation.answerWithin"]!.is = "P7D";
    policy.methods.pop();
  }));
  assert.equal(text, `helps buyers:
  The seller has 7 days instead of 14 to accept a cancellation (cancellation.answerWithin, A10).
helps sellers:
  Buyers have 10 days instead of 15 to open a dispute after delivery (protection.afterDelivery, A15).
hurts buyers:
  One can no longer pay by giftCard.`);
});
