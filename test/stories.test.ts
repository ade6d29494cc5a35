// Every rule as stories: the files under policies/*/stories are played against the core, and between them they must tell every
// rule, take every arrow of the three policies and meet every refusal. What is checked at each line stands in support/.
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { refusals } from "../src/core/refusals.ts";
import { formatStories } from "../src/story/format.ts";
import { parseStories, StoryError } from "../src/story/story.ts";
import { arrowsIn, lawArrowNames, lawOf, plainArrowName, policyNamed } from "./support/coreOrder.ts";
import { playOnCore, silenceEnds } from "./support/storyRunner.ts";
import { checkTranscript, parseTranscripts, playedTitle, transcriptPath } from "./support/transcript.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const numbered = (letter: string, numbers: number[]): string[] => numbers.map((number) => `${letter}${number}`);
/** The rules that one order can show. Lists, pages, sessions and the assistant have tests of their own. */
const rules = [
  ...numbered("A", Array.from({ length: 27 }, (_, index) => index + 1)), ...numbered("Z", [1, 3, 4, 5, 6, 7, 8, 9, 12, 14, 16]),
  ...numbered("T", [1, 2, 3, 4, 5, 7]), ...numbered("L", [1, 3, 4, 5]), ...numbered("X", [1, 2, 3, 4, 5, 6]),
];
/** Refusals that no command can meet, and why: they name what a guard misses of the clock's own arrows, whose deadline then does not run. */
const unreachable: Record<string, string> = {
  AlreadyDelivered: "no shipped policy has an action that is open on the way and closed by the delivery",
  ApprovedByYou: "no shipped policy asks for a second person; riskRules.test.ts meets it under one that does",
  ReturnNotPosted: "only the clock's receipt and expiry of a return ask where the goods are",
};
const told = new Set<string>();
const taken = new Set<string>();
const met = new Set<string>();

for (const file of globSync(["policies/*/stories/*.story", "laws/stories/*.story"], { cwd: root }).sort()) {
  const text = readFileSync(`${root}/${file}`, "utf8");
  describe(file, () => {
    const stories = parseStories(text);
    const transcripts = existsSync(`${root}/${transcriptPath(file)}`) ? parseTranscripts(readFileSync(`${root}/${transcriptPath(file)}`, "utf8")) : null;
    const titles = stories.flatMap((story) => story.setting.marketplaces.map((marketplace) => playedTitle(story, marketplace)));
    for (const story of stories) {
      for (const rule of story.rules) told.add(rule);
      for (const marketplace of story.setting.marketplaces) {
        const suffix = story.setting.marketplaces.length > 1 ? ` (${marketplace})` : "";
        test(`${story.rules.join(", ")} · ${story.title}${suffix}`, () => {
          const arrows = new Set<string>();
          const player = playOnCore(story, marketplace, { arrow: (policy, arrow) => arrows.add(plainArrowName(policy, arrow)), refusal: ({ refusal }) => met.add(refusal) });
          for (const name of arrows) taken.add(name);
          const told = player.history.length;
          if (player.order) silenceEnds(player, 400);
          checkTranscript(transcripts?.get(playedTitle(story, marketplace)) ?? [], player, told);
        });
      }
    }
    test("each story has its transcript, and no other", () => assert.deepEqual([...(transcripts?.keys() ?? [])], titles));
    test("it is written the way stories are written", () => assert.equal(formatStories(stories), text));
  });
}

describe("the stories together", () => {
  test("tell every rule", () => assert.deepEqual(rules.filter((rule) => !told.has(rule)), []));

  for (const marketplace of ["aliexpress", "amazon", "taobao"]) {
    test(`take every arrow of ${marketplace}`, () => {
      const { open, onlyShown } = arrowsIn(policyNamed(marketplace));
      assert.deepEqual(open.filter((name) => !taken.has(name)), []);
      assert.deepEqual(onlyShown.filter((name) => taken.has(name)), []);
    });
  }

  for (const [law, country] of [["eu", "DE"], ["uk", "GB"], ["cn", "CN"]] as const) {
    test(`take every arrow that the law of ${law} adds, in some marketplace`, () => {
      const added = new Set(["aliexpress", "amazon", "taobao"].flatMap((name) => lawArrowNames(policyNamed(name), lawOf(country)!)));
      assert.ok(added.size > 0);
      assert.deepEqual([...added].filter((name) => !taken.has(name)), []);
    });
  }

  test("meet every refusal but those that cannot be met", () => {
    assert.deepEqual(Object.keys(refusals).filter((code) => !met.has(code)).sort(), Object.keys(unreachable).sort());
  });
});

describe("a text that is no story", () => {
  const head = "A1 · It is read\nmarketplace aliexpress\norder USD SEED-1 2×5.00\n";
  const wrong: [why: string, text: string, line: number][] = [
    ["it opens without a title", "marketplace aliexpress", 1],
    ["it names no marketplace", "A1 · It is read\norder USD SEED-1 2×5.00\n+PT0S buyer silent", 1],
    ["it sells nothing", "A1 · It is read\nmarketplace aliexpress\n+PT0S buyer silent", 1],
    ["nothing happens", head, 1],
    ["somebody unknown acts", `${head}+PT0S neighbour PayOrder → PaymentMade`, 4],
    ["nothing follows from a command", `${head}+PT0S buyer PayOrder method=card`, 4],
    ["what a command carries has no name", `${head}+PT0S buyer PayOrder card → PaymentMade`, 4],
    ["something is said before anything happened", `${head}· order closed`, 4],
    ["the setting says something unknown", `A1 · It is read\nmarketplace aliexpress · weather fine\norder USD SEED-1 2×5.00`, 2],
    ["a refusal says something unknown", `${head}+PT0S buyer PayOrder method=card → refused AlreadyPaid, sorry`, 4],
  ];
  for (const [why, text, line] of wrong) {
    test(why, () => assert.throws(() => parseStories(text), (error) => error instanceof StoryError && error.line === line));
  }
});
