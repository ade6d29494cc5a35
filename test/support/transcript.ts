// What each fact of a played story says and leaves, as short digests: of the fact with what leaves because of it, of the order after it,
// of what everybody is shown then, of the deadlines. They stand in test/transcripts and say that a change of the core changes something,
// and where; whether that is right the story, the invariants or a person must say.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { deadlinesOf } from "../../src/core/deadlines.ts";
import { effectsOf } from "../../src/core/effects.ts";
import type { Actor } from "../../src/core/event.ts";
import { evolve } from "../../src/core/evolve.ts";
import { permissionsOf } from "../../src/core/permissions.ts";
import { postings } from "../../src/core/postings.ts";
import { remindersOf } from "../../src/core/reminders.ts";
import type { Order } from "../../src/core/state.ts";
import { parseStories, type Story } from "../../src/story/story.ts";
import type { CoreOrder } from "./coreOrder.ts";
import { playOnCore, silenceEnds } from "./storyRunner.ts";

/** The title of a story as it is played in one marketplace. */
export const playedTitle = (story: Story, marketplace: string): string => `${story.rules.join(", ")} · ${story.title} (${marketplace})`;

const digest = (value: unknown): string => createHash("sha1").update(JSON.stringify(value)).digest("hex").slice(0, 6);
const people = (order: Order): Actor[] =>
  [{ role: "buyer", id: order.buyer.id }, { role: "seller", id: order.seller.id }, { role: "mediator", id: "mia" }, { role: "operator", id: "olga" }];

/** A line for each of the first `told` facts of the order's history, and one for all that came after them, when everybody was silent. */
export function transcriptOf(player: CoreOrder, told: number): string[] {
  const lines = factLines(player);
  if (lines.length === 0) return ["nothing"];
  return told < lines.length ? [...lines.slice(0, told), `then silence, ${lines.length - told} facts ${digest(lines.slice(told))}`] : lines;
}

function factLines({ policy, history }: CoreOrder): string[] {
  let order: Order | null = null;
  return history.map((event) => {
    const moved = postings(order, event);
    const after: Order = evolve(order, event);
    order = after;
    // The words of a refusal and the shapes of inputs are not the story's matter.
    const shown = people(after).map((actor) => permissionsOf(policy, after, actor, event.at, ["sandbox"]).map(({ because, asks, ...rest }) => rest));
    const owed = [deadlinesOf(policy, after), remindersOf(policy, after)];
    return `${event.type} fact ${digest([event, moved, effectsOf(after, event)])} order ${digest(after)} shows ${digest(shown)} owes ${digest(owed)}`;
  });
}

/** Fails at the first fact that is not what the transcript says, and shows it. */
export function checkTranscript(kept: readonly string[], player: CoreOrder, told: number): void {
  const lines = transcriptOf(player, told);
  const at = lines.findIndex((line, index) => line !== kept[index]);
  const fact = `${JSON.stringify(player.history[at])} is not what its transcript says; where that is meant: npm run generate`;
  if (at >= 0) assert.equal(lines[at], kept[at] ?? "nothing", fact);
  assert.equal(lines.length, kept.length, "as many facts as its transcript has");
}

/** The transcripts of all stories of a file as text that is kept. */
export function transcriptsText(storyText: string): string {
  const transcripts = new Map<string, string[]>();
  for (const story of parseStories(storyText)) {
    for (const marketplace of story.setting.marketplaces) {
      const player = playOnCore(story, marketplace, {});
      const told = player.history.length;
      if (player.order) silenceEnds(player, 400);
      transcripts.set(playedTitle(story, marketplace), transcriptOf(player, told));
    }
  }
  return formatTranscripts(transcripts);
}

/** Where the transcript of a story file stands, from the root. */
export const transcriptPath = (storyFile: string): string => `test/transcripts/${storyFile.replace("/stories/", "-").split("/").at(-1)!.replace(".story", ".txt")}`;

const OPENING = "# What each fact of these stories says (fact), leaves (order), lets people do (shows) and sets running (owes), as digests.\n# Made by `npm run generate`; a line that changes without a reason is a fault.\n";

const formatTranscripts = (transcripts: ReadonlyMap<string, readonly string[]>): string =>
  `${OPENING}${[...transcripts].map(([title, lines]) => `\n${title}\n${lines.join("\n")}\n`).join("")}`;

/** The lines under each title of such a text. */
export function parseTranscripts(text: string): Map<string, string[]> {
  return new Map(text.slice(OPENING.length).trim().split("\n\n").map((block) => {
    const [title = "", ...lines] = block.split("\n");
    return [title, lines];
  }));
}
