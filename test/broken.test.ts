// The checker has teeth: deliberately bad policies are found out, by the very story that is kept beside each, and every story is true.
// One policy for each property is explored anew here; scripts/broken-stories.ts explores them all and says which it cannot find out.
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
  for (const [index, broken] of all.entries()) {
    const { name, variant, policy, storyFile } = broken;
    const explored = withoutStory.has(variant.breaks) || all.findIndex((other) => other.variant.breaks === variant.breaks) === index;
    test(`${name}: ${variant.because}${explored ? "" : " (as its story tells)"}`, () => {
      const kept = readFileSync(storyFile, "utf8");
      if (explored) assert.equal(`${storyOf(broken) ?? "not found"}\n`, kept, `${variant.breaks} is found to be broken, by the story that is kept`);
      if (withoutStory.has(variant.breaks)) return;
      for (const story of parseStories(kept.trimEnd())) playUnder(policy, story, {}, false);
    });
  }
});
