// A marketplace sets the name, the picture and the accent of its pages by its policy: what cannot be read is refused, no proof depends on it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { differencesOf } from "../src/check/differences.ts";
import type { Look } from "../src/core/policy.ts";
import { readShippedPolicies } from "../src/engine/policies.ts";
import { contrastOf } from "../src/engine/policyLook.ts";
import { BadPolicy, checkPolicy } from "../src/engine/policyShape.ts";
import { committedProof } from "../src/engine/proving.ts";
import { policyNamed } from "./support/coreOrder.ts";

const look: Look = { words: { en: { "command.OpenClaim": "Raise a dispute" } }, name: "Pottery Market", logo: "data:image/png;base64,iVBORw0KGgo=", accent: { light: "#7A2E8E", dark: "#D9A6E8" } };
const looking = (other: object): object => ({ ...policyNamed("taobao"), look: { ...look, ...other } });

function faultsOf(policy: object): string[] {
  try {
    checkPolicy(policy);
    return [];
  } catch (error) {
    return (error as BadPolicy).faults.map(({ pointer, detail }) => `${pointer} ${detail}`);
  }
}

test("contrast is as WCAG has it", () => {
  assert.equal(contrastOf("#000000", "#FFFFFF"), 21);
  assert.equal(contrastOf("#777777", "#FFFFFF").toFixed(2), "4.48");
  assert.equal(contrastOf("#0F5F57", "#0F5F57"), 1);
});

test("a look that can be read is part of the policy", () => {
  assert.deepEqual(checkPolicy(looking({})).look, look);
  assert.deepEqual(checkPolicy({ ...policyNamed("taobao"), look: { name: "Only a name" } }).look, { name: "Only a name" });
});

test("what cannot be read, or is no picture, is refused where it stands", () => {
  assert.match(faultsOf(looking({ accent: { light: "#D9A6E8", dark: "#D9A6E8" } })).join(), /^\/look\/accent\/light a contrast of 1\.\d on light paper, where 4\.5 is the least/);
  assert.match(faultsOf(looking({ accent: { light: "#7A2E8E", dark: "#7A2E8E" } })).join(), /^\/look\/accent\/dark a contrast of \d\.\d on dark paper/);
  for (const wrong of [{ logo: "https://elsewhere.example/logo.png" }, { logo: "data:text/html;base64,PHA+" }, { logo: `data:image/png;base64,${"A".repeat(12_000)}` }, { accent: { light: "teal", dark: "#D9A6E8" } }, { name: "" }, { font: "Papyrus" }, { words: { de: {} } }, { words: { en: { "Command Open": "x" } } }, { words: { en: { "command.OpenClaim": "" } } }]) {
    assert.match(faultsOf(looking(wrong)).join(), /^\/look\//, JSON.stringify(wrong).slice(0, 80));
  }
});

test("no proof depends on it, and a version that changes nothing else says that no rule has changed", async () => {
  const policy = (await readShippedPolicies()).find((one) => one.policy === "taobao")!;
  assert.ok(await committedProof(policy), "taobao has a proof");
  assert.deepEqual(await committedProof({ ...policy, look }), await committedProof(policy));
  assert.deepEqual(differencesOf(policy, { ...policy, look }).map(({ kind }) => kind), ["wordingChanged"]);
});
