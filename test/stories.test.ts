// Every rule as stories: the files under policies/*/stories are played against the core, and between them they must take every
// arrow of the three policies and meet every refusal. What is checked at each line stands in support/.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { refusals } from "../src/core/refusals.ts";
import { formatStories } from "../src/story/format.ts";
import { parseStories, StoryError } from "../src/story/story.ts";
import { allArrows, arrowName, policyNamed } from "./support/coreOrder.ts";
import { playOnCore, silenceEnds } from "./support/storyRunner.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const marketplaces = ["aliexpress", "amazon", "taobao"];
const rules = [
  ...Array.from({ length: 27 }, (_, index) => `A${index + 1}`), ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `Z${number}`), "Z12", "Z14", "Z16",
  "T1", "T2", "T3", "T4", "T5", "T7", "X1", "X2", "X3", "X4", "X5", "X6",
].filter((rule) => rule !== "Z2" && rule !== "Z4");

const files = globSync("policies/*/stories/*.story", { cwd: root }).sort();
const told = new Set<string>();
const taken = new Set<string>();
const met = new Set<string>();

for (const file of files) {
  const text = readFileSync(`${root}/${file}`, "utf8");
  describe(file, () => {
    const stories = parseStories(text);
    for (const story of stories) {
      for (const rule of story.rules) told.add(rule);
      for (const marketplace of story.setting.marketplaces) {
        const suffix = story.setting.marketplaces.length > 1 ? ` (${marketplace})` : "";
        test(`${story.rules.join(", ")} · ${story.title}${suffix}`, () => {
          const player = playOnCore(story, marketplace, { arrow: (policy, arrow) => taken.add(arrowName(policy, arrow)), refusal: (refusal) => met.add(refusal.refusal) });
          if (player.order) silenceEnds(player, 400);
        });
      }
    }
    test("is written the way stories are written", () => assert.equal(formatStories(stories), text));
  });
}
