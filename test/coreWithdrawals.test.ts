// What a withdrawal from the contract leaves behind: told to the core directly, where a story sees only what follows from it.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Command } from "../src/core/commands.ts";
import { decide } from "../src/core/decide.ts";
import type { OrderEvent } from "../src/core/events.ts";
import { underLaw } from "../src/core/law.ts";
import type { Policy } from "../src/core/policy.ts";
import type { Claim, Order } from "../src/core/state.ts";
import { parseStories } from "../src/story/story.ts";
import { countingMint, lawOf, policyNamed } from "./support/coreOrder.ts";
import { playUnder } from "./support/storyRunner.ts";

const german = (name: string): Policy => underLaw(policyNamed(name), lawOf("DE"));
const SHIPPED = "+PT1H seller ShipOrder carrier=sandbox number=OUT-1 → ParcelShipped OrderShipped\n";
const DELIVERED = `${SHIPPED}+P7D carrier RecordScan number=OUT-1 status=delivered country=DE → ParcelScanned OrderDelivered\n`;
const told = (policy: Policy, lines: string, order = "SEED-1 2×5.00"): Order => {
  const [story] = parseStories(`X1 · It is told\nmarketplace ${policy.policy}\norder EUR ${order}\n+PT0S buyer PayOrder method=card → PaymentMade\n+PT1H institution ConfirmPayment → PaymentConfirmed\n${lines}\n`);
  return playUnder(policy, story!).order!;
};
/** The facts of a withdrawal. */
function withdrawn(policy: Policy, of: Order, command: object = {}): OrderEvent[] {
  const { facts, refused } = decide(policy, of, { type: "WithdrawFromContract", ...command } as Command, { now: of.updatedAt, actor: { role: "buyer", id: "ann" }, mint: countingMint(), known: {} });
  assert.equal(refused, null);
  return facts!;
}

describe("a withdrawal", () => {
  const aliexpress = german("aliexpress");
  test("from a completed order opens it where its goods are: on the way as long as nothing was ever delivered", () => {
    const unheard = told(aliexpress, `${SHIPPED}+P60DT1S clock ReleaseEscrow → EscrowReleased OrderCompleted`);
    const confirmed = told(aliexpress, `${DELIVERED}+PT1H buyer ConfirmReceipt → ReceiptConfirmed EscrowReleased OrderCompleted`);
    assert.deepEqual([unheard, confirmed].flatMap((of) => withdrawn(aliexpress, of)).flatMap((fact) => (fact.type === "OrderReopened" ? [[fact.because, fact.data]] : [])),
      [["withdrawnFromContract", { status: "inTransit", asBefore: true }], ["withdrawnFromContract", { status: "delivered", asBefore: true }]]);
  });
  test("says whether it was made without an account", () => {
    const delivered = told(aliexpress, DELIVERED);
    const asGuest = (command: object): boolean[] => withdrawn(aliexpress, delivered, command).flatMap((fact) => (fact.type === "ContractWithdrawn" ? [fact.data.asGuest] : []));
    assert.deepEqual([asGuest({ asGuest: true }), asGuest({ asGuest: false }), asGuest({})], [[true], [false], [false]]);
  });
  test("wants a label for the way back where the law lets the seller pay the postage", () => {
    const { law, ...own } = aliexpress;
    const wanted = (returnPostage: "buyer" | "seller"): boolean[] =>
      withdrawn({ ...own, law: { ...law!, withdrawal: { ...law!.withdrawal!, returnPostage } } }, told(aliexpress, DELIVERED)).flatMap((fact) => (fact.type === "ReturnRequested" ? [fact.data.labelWanted] : []));
    assert.deepEqual([wanted("seller"), wanted("buyer")], [[true], [false]]);
  });
});

describe("a return that a withdrawal takes over", () => {
  const amazon = german("amazon");
  const asked = told(amazon, `${DELIVERED}+PT1H buyer RequestReturn lines=SEED-1×2:noLongerWanted → ReturnRequested`, "SEED-1 2×5.00 · POT-1 1×7.00");
  const [ret] = asked.returns;
  const claim = (change: Partial<Claim>): Claim => ({
    id: "clm_1", status: "inMediation", stage: "afterDelivery", ground: "other", lines: [{ sku: "POT-1", quantity: 1 }], remedy: "money", amountMinor: 500, offers: [], decisions: [], overdueAt: null, appealedBy: null, returnId: null, ...change,
  }) as Claim;
  const types = (claims: Claim[], claimId: string | null): string =>
    withdrawn(amazon, { ...asked, claims, returns: [{ ...ret!, claimId }] }, { lines: [{ sku: "SEED-1", quantity: 2 }] }).map(({ type, because }) => (type === "ClaimSettled" ? `${type} ${because}` : type)).join(" ");
  test("ends the open claim that asked for it or that is over its goods, and no other", () => {
    const [ended, stays] = ["ContractWithdrawn ClaimSettled withdrawnFromContract ReturnTakenOver ReturnAuthorized", "ContractWithdrawn ReturnTakenOver ReturnAuthorized"];
    assert.deepEqual([types([claim({})], "clm_1"), types([claim({ returnId: ret!.id })], null)], [ended, ended]);
    assert.deepEqual([types([claim({})], null), types([claim({ returnId: "ret_other" })], "clm_other"), types([claim({ status: "settled", returnId: ret!.id })], null)], [stays, stays, stays]);
  });
});
