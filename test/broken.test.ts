// The checker has teeth: each deliberately bad policy is found out, by the very story that is kept beside it, and the story is true.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { parseStories } from "../src/story/story.ts";
import { playUnder } from "./support/storyRunner.ts";
import { brokenPolicies, storyOf } from "./support/variants.ts";

/** What is wrong with these is that something never happens, or for ever: there is no story of it to play. */
const withoutStory = new Set(["noDeadRules", "silenceIsAnnounced", "nobodyStalls", "lawHolds"]);

describe("deliberately bad policies", () => {
  const all = brokenPolicies();
  test("there are at least thirty", () => assert.ok(all.length >= 30));
  for (const broken of all) {
    const { name, variant, policy, storyFile } = broken;
    test(`${name}: ${variant.because}`, () => {
      const found = storyOf(broken);
      assert.ok(found, `${variant.breaks} is found to be broken`);
      assert.equal(`${found}\n`, readFileSync(storyFile, "utf8"), "by the story that is kept");
      if (withoutStory.has(variant.breaks)) return;
      for (const story of parseStories(found)) playUnder(policy, story, {}, false);
    });
  }
});
