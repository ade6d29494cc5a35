// What a policy's versions differ in is said in Chinese and Russian too: each kind, with nothing left to fill in and no English in between.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { differencesOf, type Difference } from "../src/check/differences.ts";
import { describeBound } from "../src/check/shapes.ts";
import type { Policy } from "../src/core/policy.ts";
import { readWords, wordsOf } from "../src/engine/words.ts";
import { boundText, differenceText, templates, type Change } from "../src/web/words/differences.ts";
import { codeWords } from "../src/words/codeWords.ts";
import { policyLike } from "./support/policies.ts";

const arrow = (policy: Policy, command: string) => policy.arrows.find((one) => one.command === command)!;
const deadline = (policy: Policy, owes: string) => policy.deadlines.find((one) => one.owes === owes)!;

/** Changes that together bring about every kind of difference. */
const changes: ((policy: Policy) => void)[] = [
  (policy) => { policy.terms["protection.afterDelivery"]!.is = "P10D"; policy.terms["cancellation.opens"]!.is = "with_payment"; policy.terms["cancellation.refusalNeedsTracking"]!.is = false; },
  (policy) => { policy.terms.extra = { is: "P3D", rule: "A1", source: "x" }; delete policy.terms["tracking.silentAfter"]; },
  (policy) => { arrow(policy, "RefuseCancellation").by.push("operator"); policy.arrows = policy.arrows.filter(({ command }) => command !== "SendMessage"); },
  (policy) => { arrow(policy, "PayOrder").from.push("order.closed"); arrow(policy, "WithdrawClaim").from.pop(); },
  (policy) => { policy.arrows.push({ ...arrow(policy, "ShipOrder"), when: ["noClaim", "neverDelivered"] }); },
  (policy) => { policy.arrows = policy.arrows.filter((one) => one !== policy.arrows.findLast(({ command }) => command === "OpenClaim")); },
  (policy) => { delete arrow(policy, "WithdrawClaim").when; arrow(policy, "ConfirmReceipt").when = ["nothingOpen", "neverDelivered"]; delete arrow(policy, "OpenClaim").opens; },
  (policy) => { arrow(policy, "DeleteOrder").to = ["order.completed"]; arrow(policy, "CloseChargeback").because = "unpaid"; },
  (policy) => { const gone = policy.deadlines.pop()!; policy.deadlines.push({ ...gone, in: ["sanction.active"] }); },
  (policy) => { deadline(policy, "AcceptCancellation").otherwise = "RefuseCancellation"; deadline(policy, "AcceptCancellation").since = "confirmed"; deadline(policy, "AcceptCancellation").when = ["noClaim"]; },
  (policy) => { deadline(policy, "PayOrder").who = "seller"; deadline(policy, "PayOrder").within = "shipWithin"; deadline(policy, "ShipOrder").owes = "BeginDispatch"; },
  (policy) => { policy.methods.pop(); policy.refund.to = ["giftCard"]; },
  (policy) => { policy.reasons.return.defective = { fault: "seller" }; delete policy.reasons.cancellation[Object.keys(policy.reasons.cancellation)[0]!]; Object.assign(policy.grounds.afterDelivery.other!, { silence: "escalates", fault: "carrier", remedies: ["money"], evidence: true, graver: true, points: 3 }); },
  (policy) => { policy.refund.arrives.card = { businessDays: 3 }; policy.refund.calendar = { weekend: [5], holidays: [] }; policy.sanctions!.finePerTenThousand = 1000; policy.sanctions!.threshold = 7; },
  (policy) => { policy.reminders = { half: false, before: ["P2D"] }; policy.zone = "UTC"; },
  (policy) => void policy.arrows.reverse(),
  (policy) => { policy.terms.payWithin!.source = "a letter"; },
];

const found: Difference[] = [
  ...["aliexpress", "amazon", "taobao"].flatMap((name) => changes.flatMap((change) => { try { return differencesOf(policyLike(name), policyLike(name, change)); } catch { return []; } })),
  ...differencesOf(policyLike("aliexpress", (policy) => void policy.methods.pop()), policyLike("taobao")), ...differencesOf(policyLike("taobao"), policyLike("amazon")), ...differencesOf(policyLike("amazon"), policyLike("aliexpress")),
];

test("every kind of difference that there is has its sentence, and comes up here", () => {
  const source = readFileSync(new URL("../src/check/differences.ts", import.meta.url), "utf8");
  const kinds = [...source.slice(source.indexOf("DifferenceKind ="), source.indexOf(";", source.indexOf("DifferenceKind ="))).matchAll(/"(\w+)"/g)].map(([, kind]) => kind!).sort();
  assert.deepEqual(Object.keys(templates).sort(), kinds);
  assert.deepEqual([...new Set(found.map(({ kind }) => kind))].sort(), kinds);
});

for (const language of ["zh", "ru"] as const) {
  test(`in ${language} no sentence leaves a gap or falls back into English words`, async () => {
    const shelf = await readWords([language]);
    const say = (name: string, ...keys: string[]): string => {
      const { text } = wordsOf(shelf, name, language);
      return keys.map((key) => text[key]).find((one) => one !== undefined) ?? keys.at(-1)!.slice(keys.at(-1)!.indexOf(".") + 1);
    };
    const code = (one: string): string => (codeWords as Record<string, readonly string[]>)[one]?.[language === "zh" ? 1 : 2] ?? one;
    const value = (raw: unknown): string => typeof raw === "boolean" ? "✓" : String(raw).replace(/^P.*/, "7");
    const wrong = found.flatMap((one) => {
      const text = differenceText(one as Change, "aliexpress", { say, language }, { value, code });
      const rest = text.replaceAll(/[（(][A-Z]+\d+[^（(]*?[)）]/g, "").replaceAll(/aliexpress|amazon|taobao|UTC|Asia\/Shanghai|America\/\w+|extra|sku|RMA|eBay|Alipay|Western Union/gi, "");
      return /[{}]|undefined|\[object|[a-z]{3,}/.test(rest) ? [`${one.kind}: ${text}`] : [];
    });
    assert.deepEqual([...new Set(wrong)], []);
  });
}

test("how far a proof goes is said in both, as far as today's checker goes", () => {
  for (const language of ["zh", "ru"] as const) {
    const text = boundText(describeBound(), language);
    assert.notEqual(text, describeBound());
    assert.deepEqual(text.match(/\d+/g), describeBound().match(/\d+/g));
  }
  assert.equal(boundText("as far as it went", "ru"), "as far as it went");
});
