// Whom a reason costs points, and whom not: told to the core directly, with reasons that no marketplace here has.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { OrderEvent } from "../src/core/events.ts";
import type { Policy, Reason } from "../src/core/policy.ts";
import { sanctionDecisions, sanctionFor } from "../src/core/sanction.ts";
import type { Scene } from "../src/core/scene.ts";
import type { Order, Sanction } from "../src/core/state.ts";
import { policyNamed } from "./support/coreOrder.ts";
import { order } from "./support/moneyOnItsWay.ts";

const aliexpress = policyNamed("aliexpress");
const sanction = (change: Partial<Sanction>): Sanction => ({ id: "snc_1", points: 2, fineMinor: 0, reason: "outOfStock", status: "active", at: 1, appealUntil: 2, appealedAt: null, endedAt: null, note: null, ...change });
function facts(of: Order, act: (scene: Scene) => unknown, policy: Policy = aliexpress): OrderEvent[] {
  const emitted: OrderEvent[] = [];
  act({ order: of, policy, now: 10, mint: () => "snc_9", known: {}, emit: (fact: OrderEvent) => emitted.push(fact) } as unknown as Scene);
  return emitted;
}
const given = (reason: Partial<Reason> | undefined, sanctions: Sanction[] = [], policy?: Policy): number =>
  facts(order({ sanctions }), (scene) => sanctionFor(scene, "outOfStock", reason as Reason | undefined), policy).length;

describe("a reason costs the seller points", () => {
  const fault = { fault: "seller", points: 2 } as const;
  test("where it is their fault and has points, in a marketplace that sanctions", () => {
    assert.deepEqual([given(fault), given({ fault: "seller", points: 0 }), given({ fault: "seller" }), given({ fault: "buyer", points: 2 }), given(undefined)], [1, 0, 0, 0, 0]);
    const { sanctions: _, ...mild } = aliexpress;
    assert.equal(given(fault, [], mild as Policy), 0);
  });
  test("once, unless that was lifted; what a buyer was sanctioned for is another matter", () => {
    const after = (change: Partial<Sanction>): number => given(fault, [sanction(change)]);
    assert.deepEqual([after({}), after({ status: "appealed" }), after({ status: "lifted" }), after({ reason: "other" }), after({ party: "buyer" })], [0, 0, 1, 1, 1]);
  });
});

test("what becomes of a buyer's sanction says that it is the buyer's", () => {
  const said = (change: Partial<Sanction>): unknown => facts(order({ sanctions: [sanction(change)] }), (scene) => sanctionDecisions.AppealSanction(scene, { type: "AppealSanction", sanctionId: "snc_1" }))[0]!.data;
  assert.deepEqual(said({ party: "buyer" }), { sanctionId: "snc_1", note: null, party: "buyer" });
  assert.deepEqual(said({}), { sanctionId: "snc_1", note: null });
});
