// What a payout costs and where it ends, without a store: terms and settings as tables, and which word can follow which.
import assert from "node:assert/strict";
import { test } from "node:test";
import { after, payoutPostings } from "../src/engine/payouts/payout.ts";
import { termsFor, worthOf } from "../src/engine/payouts/terms.ts";
import { BadSettings, readSettings } from "../src/settings.ts";
import type { PayoutRow, PayoutStatus } from "../src/store/payoutRows.ts";

const terms = { feeBasisPoints: 150, feeMinor: { USD: 25 }, leastMinor: { USD: 1000 } };

test("fee and least amount: a share rounded down and a fixed part; below the least amount and below zero nothing is paid", () => {
  assert.deepEqual(worthOf(terms, "USD", 10_001), { feeMinor: 175, amountMinor: 9826, held: null });
  assert.deepEqual(worthOf(terms, "EUR", 10_001), { feeMinor: 150, amountMinor: 9851, held: null });
  assert.equal(worthOf(terms, "USD", 1040).held, null);
  assert.equal(worthOf(terms, "USD", 1039).held, "belowLeast");
  for (const balance of [0, -1, -99_999]) assert.deepEqual(worthOf(terms, "USD", balance), { feeMinor: 0, amountMinor: 0, held: "owes" });
  assert.equal(worthOf({ feeBasisPoints: 10_000, feeMinor: {}, leastMinor: {} }, "USD", 500).held, "belowLeast", "nothing would be left");
  assert.deepEqual(termsFor({ "*": terms, amazon: { ...terms, feeBasisPoints: 0 } }, "amazon").feeBasisPoints, 0);
  assert.deepEqual(termsFor({ "*": terms }, "taobao"), terms);
  assert.deepEqual(worthOf(termsFor({}, "constructor"), "USD", 7), { feeMinor: 0, amountMinor: 7, held: null });
});

test("the settings say how often and on which terms; what is neither is refused at the start", () => {
  assert.deepEqual(readSettings({}).payouts, { every: null, terms: {} });
  assert.deepEqual(readSettings({ PAYOUT_EVERY: "P1W", PAYOUT_TERMS: '{"*":{"leastMinor":{"USD":1000}}}' }).payouts, { every: "P1W", terms: { "*": { feeBasisPoints: 0, feeMinor: {}, leastMinor: { USD: 1000 } } } });
  for (const [name, wrong] of [["PAYOUT_EVERY", "P0D"], ["PAYOUT_EVERY", "PT1S"], ["PAYOUT_EVERY", "weekly"], ["PAYOUT_TERMS", "free"], ["PAYOUT_TERMS", '{"*":{"feeBasisPoints":-1}}'], ["PAYOUT_TERMS", '{"*":{"fee":1}}']] as const) {
    assert.throws(() => readSettings({ [name]: wrong }), (error) => error instanceof BadSettings && error.message.includes(name), wrong);
  }
});

const payout = (status: PayoutStatus): PayoutRow => ({
  id: "pyo", batchId: "pbt", marketplace: "m", sellerId: "s", currency: "USD", balanceMinor: 110, feeMinor: 10, amountMinor: 100, status, version: 1, at: 0, submittedAt: null, unknownAt: null,
  decideBy: null, settledAt: null, failedAt: null, failedBecause: null, reference: null, dueAt: 0, attempts: 1,
});
const said = { submitted: { kind: "submitted", reference: "R" }, settled: { kind: "settled", reference: null }, failed: { kind: "failed", reason: "closed" }, unknown: { kind: "unknown", reason: "none" } } as const;

test("each word moves a payout on from where it can be, and from nowhere else", () => {
  const leads: Record<PayoutStatus, (keyof typeof said)[]> = {
    submitting: ["submitted", "settled", "failed", "unknown"], unknown: ["submitted", "settled", "failed"], submitted: ["settled", "failed"], settled: ["failed"], failed: [],
  };
  for (const [status, words] of Object.entries(leads) as [PayoutStatus, (keyof typeof said)[]][]) {
    for (const word of Object.keys(said) as (keyof typeof said)[]) {
      assert.equal(after(payout(status), said[word], "test", 5)?.payout.status ?? null, words.includes(word) ? word : null, `${status}, ${word}`);
    }
  }
});

test("wherever a payout fails, all its postings together leave the seller with everything, and nothing on the way or at the bank", () => {
  for (const course of [["PayoutFailed"], ["PayoutUnknown", "PayoutSubmitted", "PayoutFailed"], ["PayoutSubmitted", "PayoutSettled", "PayoutFailed"]] as const) {
    const balances = new Map<string, number>();
    let status: PayoutStatus | null = null;
    for (const fact of ["PayoutMade", ...course] as const) {
      for (const { account, amountMinor } of payoutPostings(payout("submitting"), status, fact)) balances.set(account, (balances.get(account) ?? 0) + amountMinor);
      status = fact === "PayoutMade" ? "submitting" : fact === "PayoutSettled" ? "settled" : fact === "PayoutFailed" ? "failed" : "submitted";
    }
    assert.deepEqual([...balances.values()].filter((amount) => amount !== 0), [], course.join());
  }
});
