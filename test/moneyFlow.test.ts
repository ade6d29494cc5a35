// The arrows of the flow picture: what leaves goes to those that take, nothing is lost and nothing made up.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accountsOf, factsOf, type Posting } from "../src/web/pages/operator/moneyFlow.ts";

const line = (eventSeq: number, account: string, amountMinor: number, currency = "USD"): Posting => ({ eventSeq, at: "2026-03-02T09:00:00.000Z", account, amountMinor, currency });

test("one account gives to several, several give to one, and currencies do not mix", () => {
  const facts = factsOf([
    line(1, "escrow/o", -100), line(1, "seller/s", 90), line(1, "platform/commission", 10),
    line(2, "escrow/o", -30), line(2, "subsidy/o", -20), line(2, "buyer/b/card", 50), line(2, "held/o", -7, "EUR"), line(2, "buyer/b/card", 7, "EUR"),
  ]);
  assert.deepEqual(facts.map(({ eventSeq, moves }) => [eventSeq, moves.map(({ from, to, amountMinor, currency }) => `${from} ${amountMinor} ${currency} ${to}`)]), [
    [1, ["escrow/o 90 USD seller/s", "escrow/o 10 USD platform/commission"]],
    [2, ["escrow/o 30 USD buyer/b/card", "subsidy/o 20 USD buyer/b/card", "held/o 7 EUR buyer/b/card"]],
  ]);
});

test("accounts stand from the buyer to the seller and the house, each once", () => {
  assert.deepEqual(accountsOf([line(1, "platform/commission", 1), line(1, "seller/s", 1), line(1, "escrow/o", -2), line(2, "buyer/b/card", -2), line(2, "institution/card/in-flight", 2), line(2, "escrow/o", 0)]),
    ["buyer/b/card", "institution/card/in-flight", "escrow/o", "seller/s", "platform/commission"]);
});
