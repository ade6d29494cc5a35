// The law over a policy, on the core alone: durations compared as calendars count them, floors that hold where a policy gives less and
// give way where it gives more. What follows for an order is told in laws/stories.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { atLeast, longerOf, shorterOf } from "../src/core/durations.ts";
import { underLaw, undercuts } from "../src/core/law.ts";
import { lawOf, policyNamed } from "./support/coreOrder.ts";

const eu = lawOf("DE")!;

describe("durations", () => {
  const longer: [longer: string, shorter: string][] = [["P14D", "P7D"], ["P2W", "P13D"], ["P6M", "P180D"], ["P1Y", "P12M"], ["P12M", "P1Y"], ["P1D", "PT24H"], ["P32D", "P1M"], ["P1M", "P28D"], ["P2Y", "P730D"], ["P731D", "P2Y"]];
  for (const [one, other] of longer) test(`${one} is never shorter than ${other}`, () => assert.ok(atLeast(one, other, "UTC")));
  const neither = [["P1M", "P30D"], ["P6M", "P182D"]] as const;
  for (const [one, other] of neither) {
    test(`of ${one} and ${other} now one is longer, now the other: what holds is never less than either`, () => {
      assert.ok(!atLeast(one, other, "UTC") && !atLeast(other, one, "UTC"));
      const long = longerOf(one, other, "UTC");
      const short = shorterOf(one, other, "UTC");
      assert.ok(atLeast(long, one, "UTC") && atLeast(long, other, "UTC") && atLeast(one, short, "UTC") && atLeast(other, short, "UTC"), `${short} … ${long}`);
    });
  }
});

describe("underLaw", () => {
  test("without a law it is the policy itself; the same pair is the same object, and the policy stays as it is", () => {
    const policy = policyNamed("amazon");
    const before = structuredClone(policy);
    assert.equal(underLaw(policy, null), policy);
    assert.equal(underLaw(policy, eu), underLaw(policy, eu));
    assert.notEqual(underLaw(policy, eu), underLaw(policy, lawOf("CN")));
    assert.deepEqual(policy, before);
  });

  const values: [name: string, own: string | number | null, is: string | number | null][] = [
    ["return.window", "P7D", "P14D"], ["return.window", "P30D", "P30D"], ["return.window", "P1M", "P1M"], ["return.window", "P2W", "P2W"], ["return.window", null, null], ["return.window", 3, "P14D"],
    ["sanction.appealWithin", "P3M", "P6M"], ["sanction.appealWithin", "P1Y", "P1Y"], ["sanction.appealWithin", "P183D", "P184D"],
  ];
  for (const [name, own, is] of values) {
    test(`${name}=${String(own)} becomes ${String(is)}`, () => {
      const { [name]: term } = underLaw(policyNamed("amazon", { [name]: own }), eu).terms;
      assert.equal(term!.is, is);
      if (is !== own) assert.match(`${term!.rule} ${term!.source}`, /^L[14] .*(Directive|Regulation)/);
    });
  }

  test("a policy's own terms for a withdrawal hold where they give the buyer more, in both directions", () => {
    const own = (name: string, is: string) => {
      const policy = policyNamed("aliexpress");
      return underLaw({ ...policy, terms: { ...policy.terms, [name]: { is, rule: "A1", source: "own" } } }, eu).terms[name]!.is;
    };
    assert.deepEqual([own("withdrawal.window", "P30D"), own("withdrawal.window", "P3D"), own("withdrawal.postWithin", "P1M"), own("withdrawal.refundWithin", "P3D"), own("withdrawal.refundWithin", "P30D")],
      ["P30D", "P14D", "P1M", "P3D", "P14D"]);
  });

  test("every arrow and deadline that a law adds names a rule of the law or of the marketplaces, the law's own with their article", () => {
    for (const country of ["DE", "GB", "CN"]) {
      const plain = policyNamed("olist");
      const { arrows, deadlines } = underLaw(plain, lawOf(country));
      for (const one of [...arrows.slice(plain.arrows.length), ...deadlines.slice(plain.deadlines.length)]) {
        assert.match(one.rule, /^[AZLX]\d+$/);
        if (one.rule.startsWith("L")) assert.ok(one.source && one.source.length > 10, JSON.stringify(one));
      }
    }
  });
});

describe("undercuts", () => {
  test("say the term, the marketplace's value, the law's, and the rule; nothing where the policy gives as much", () => {
    const policy = policyNamed("amazon", { "return.window": "P7D" });
    const found = undercuts(policy, eu);
    assert.deepEqual(found.find(({ term }) => term === "return.window"), { term: "return.window", policy: "P7D", floor: "P14D", rule: "L1", source: eu.withdrawal!.window.source });
    assert.deepEqual(found.find(({ term }) => term === "withdrawal.window")?.policy, null);
    const terms = Object.fromEntries([["withdrawal.window", "P14D"], ["withdrawal.postWithin", "P14D"], ["withdrawal.refundWithin", "P14D"], ["guarantee.window", "P2Y"], ["guarantee.putRightWithin", "P30D"]]
      .map(([name, is]) => [name, { is: is!, rule: "A1", source: "own" }]));
    assert.deepEqual(undercuts({ ...policyNamed("amazon"), terms: { ...policyNamed("amazon").terms, ...terms } }, eu), []);
  });

  test("count a promise of arrival that is later than the law allows", () => {
    assert.deepEqual(undercuts(policyNamed("aliexpress"), eu).filter(({ term }) => term.startsWith("refund.")).map(({ term, policy, floor }) => [term, policy, floor]), [["refund.arrives.card", "P15D", "P14D"]]);
  });
});
