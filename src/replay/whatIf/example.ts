// An order that a policy would have ended otherwise, told under both: a few lines to read, and a story in the notation of all stories.
import type { RefusalCode } from "../../core/refusals.ts";
import type { Order } from "../../core/state.ts";
import { formatStory } from "../../story/format.ts";
import type { Variant } from "../variant.ts";
import type { Deed, Run } from "./coreRun.ts";
import type { Outcome, Shares } from "./outcome.ts";
import { storyOf } from "./orderStory.ts";
import { endingWords } from "./words.ts";

/** `history` has one line a day; `story` is text of src/story, amounts are minor units. */
export type Told = Shares & { ending: string; history: string[]; story: string };

/** `orderId` is the id that `replay --keep` gives the order under the policy compared with, `externalId` the marketplace's own. */
export type Example = { orderId: string; externalId: string; placedAt: string; paidMinor: number; before: Told; after: Told };

export type Side = { run: Run; outcome: Outcome; variant: Variant };

export function exampleOf(before: Side, after: Side): Example {
  const sold = before.run.order ?? after.run.order!;
  const { id, externalId, placedAt } = sold;
  const paidMinor = Math.max(before.outcome.paidMinor, after.outcome.paidMinor);
  return { orderId: id, externalId, placedAt: new Date(placedAt).toISOString(), paidMinor, before: toldOf(before, sold), after: toldOf(after, sold) };
}

function toldOf({ run, outcome, variant }: Side, sold: Order): Told {
  const { ending, buyerMinor, sellerMinor, platformMinor } = outcome;
  return { ending, buyerMinor, sellerMinor, platformMinor, history: daysOf(run.deeds), story: formatStory(storyOf(run, variant, sold, endingWords(ending))) };
}

/** What happened on each day (UTC), in the words of the events; what was refused names the command. */
function daysOf(deeds: readonly Deed[]): string[] {
  const days = Map.groupBy(deeds.filter(({ command }) => command.type !== "RemindParty"), ({ at }) => new Date(at).toISOString().slice(0, 10));
  return [...days].map(([day, all]) => `${day} ${shortened(all.flatMap(wordsOf)).join(", ")}`);
}

function wordsOf({ command, facts, refusal }: Deed): string[] {
  return refusal === null ? facts!.map(({ type }) => type) : [refusedText(command.type, refusal)];
}

const refusedText = (command: string, refusal: RefusalCode): string => `${command} refused: ${refusal}`;

/** Three of the same become one word and a number. */
function shortened(words: readonly string[]): string[] {
  return [...Map.groupBy(words, (word) => word)].map(([word, all]) => (all.length > 1 ? `${word} ×${all.length}` : word));
}
