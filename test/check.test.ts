// The shipped policies have every property: their committed proofs say so and are of these very policies, and a short proof made now agrees.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { Exploration } from "../src/check/course.ts";
import type { Proof } from "../src/check/proof.ts";
import { prove } from "../src/check/prove.ts";
import { propertyNames } from "../src/check/properties.ts";
import { stateHash } from "../src/check/key.ts";
import { coursesFor } from "../src/check/shapes.ts";
import { begin, withoutReminders } from "../src/check/step.ts";
import { readShippedPolicies } from "../src/engine/policies.ts";
import { committedProof } from "../src/engine/proving.ts";
import { policyNamed } from "./support/coreOrder.ts";

const policies = await readShippedPolicies();

describe("every shipped policy", () => {
  for (const policy of policies) {
    test(`${policy.policy} has a proof of just this policy, and every property holds`, async () => {
      const proof = await committedProof(policy);
      assert.ok(proof, `npm run prove -- ${policy.policy}: the policy has changed since it was proven`);
      assert.deepEqual(proof.properties.filter((property) => !property.holds), []);
      assert.deepEqual(proof.properties.map((property) => property.name), propertyNames);
      assert.ok(proof.complete || proof.states >= 30_000, `${proof.states} states`);
    });
  }
});

/** Rules that lie deep need more states than a test has time for; the committed proofs have reached them. */
const needsMore = new Set(["noDeadRules"]);

describe("a short proof made now", () => {
  for (const name of ["amazon", "taobao"]) {
    test(`finds nothing wrong with ${name}`, async () => {
      const proof = await prove(policyNamed(name), { states: 1 });
      assert.deepEqual(proof.properties.filter((property) => !property.holds && !needsMore.has(property.name)), []);
      assert.ok(!proof.complete && proof.states > 2_000);
    });
  }

  test("is the same on one core and on two", async () => {
    const [one, two] = await Promise.all([1, 2].map((cores): Promise<Proof> => prove(policyNamed("olist"), { states: 1, cores })));
    assert.deepEqual(one, two);
  });
});

test("with more room the exploration goes on where it ended, and comes to the same states on ways that are as short", () => {
  const policy = policyNamed("olist");
  const course = coursesFor(policy)[1]!;
  const [atOnce, byAndBy] = [new Exploration(policy, course), new Exploration(policy, course)];
  const all = atOnce.explore(100_000, () => undefined);
  const extents = [100, Math.floor(all.states / 2), all.states - 1, 100_000].map((room) => byAndBy.explore(room, () => undefined));
  assert.deepEqual(extents.map(({ complete }) => complete), [false, false, false, true]);
  assert.deepEqual(extents.at(-1), all);
  const lengths = (exploration: Exploration): number[] => Array.from({ length: all.states }, (_, number) => exploration.wayTo(number).length).sort((a, b) => a - b);
  assert.deepEqual(lengths(byAndBy), lengths(atOnce));
  assert.deepEqual(byAndBy.result().findings, atOnce.result().findings);
});

describe("two states", () => {
  const policy = withoutReminders(policyNamed("taobao"));
  const { order, now } = begin(policy, coursesFor(policy)[0]!.shape);
  const key = (changed: Partial<typeof order>, at = now): bigint => stateHash(policy, { ...order, ...changed }, at);

  test("are one where only names, words and distances differ", () => {
    assert.equal(key({ externalId: "another", buyer: { id: "bea", country: "FR", profile: null } }), key({}));
    assert.equal(key({}, now + 3_600_000), key({}));
  });

  test("are two where money, goods, a status or what has passed differ", () => {
    const different = [
      key({}), key({ status: "closed" }), key({ shippingMinor: 1 }), key({ hidden: true }), key({ lines: order.lines.map((line) => ({ ...line, shipped: 1 })) }),
      key({ paidAt: now }), key({}, now + 30 * 86_400_000),
    ];
    assert.equal(new Set(different).size, different.length);
  });
});

test("the committed proofs are written as the interface says", () => {
  for (const { policy } of policies) {
    const proof = JSON.parse(readFileSync(new URL(`../policies/${policy}/proof.json`, import.meta.url), "utf8")) as Proof;
    assert.deepEqual(Object.keys(proof.properties[0]!), ["name", "sentence", "holds", "story"]);
  }
});
