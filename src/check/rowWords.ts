// What a row of a panel says, and the notes below a panel: sentences in the marketplace's words, without sizes.
import type { Noun } from "../core/commands.ts";
import type { Policy } from "../core/policy.ts";
import type { Run } from "./lettering.ts";
import type { Elsewhere, Row, Panel } from "./panels.ts";
import type { Place } from "./statuses.ts";
import { colon, edgeText, listed, momentText, say, semicolon, sentence, tell, type Words } from "./words.ts";

/** A row's words: what happens in one line, and what there is to know about it below. */
export type RowWords = { first: Run[]; notes: Run[][] };

/** The words of a row; `named` also names the statuses, for where they cannot be read off the columns. */
export function rowWords(policy: Policy, words: Words, noun: Noun, move: Row, named: boolean): RowWords {
  const rules = move.rules.length > 0 ? [{ text: ` ${move.rules.join(" ")}`, look: "quiet" as const }] : [];
  const leads = named ? [[{ text: leadsText(words, noun, move), look: "" as const }]] : [];
  const { first, notes } = move.kind === "silence" ? silenceWords(policy, words, move) : move.kind === "given" ? givenWords(policy, words, move, named) : beginningWords(words, noun, move);
  return { first: [...first, ...rules], notes: [...leads, ...notes] };
}

const statusText = (words: Words, { noun, status }: Place): string => say(words, `status.${noun}.${status}`);
const namesOf = (words: Words, noun: Noun, statuses: readonly string[]): string => listed(words, statuses.map((status) => statusText(words, { noun, status })));
const nounText = (words: Words, noun: Noun): string => say(words, `noun.${noun}`);
export const rolesText = (words: Words, roles: readonly string[]): string => listed(words, roles.map((role) => say(words, `role.${role}`)));

/** From where to where, in names. */
export function leadsText(words: Words, noun: Noun, { from, to, anywhere }: Row): string {
  const start = from.length > 0 ? namesOf(words, noun, from) : anywhere ? say(words, "page.anywhere") : "";
  return start === "" ? `→ ${namesOf(words, noun, to)}` : tell(words, "page.leads", { from: start, to: namesOf(words, noun, to) });
}

/** Places of several nouns, each noun named once. */
function placesText(words: Words, places: readonly Place[]): string {
  const byNoun = Map.groupBy(places, (place) => place.noun);
  return [...byNoun].map(([noun, own]) => {
    const statuses = own.filter((place) => place.status !== "*").map((place) => statusText(words, place));
    return statuses.length === 0 ? nounText(words, noun) : tell(words, "page.place", { noun: nounText(words, noun), status: listed(words, statuses) });
  }).join(semicolon(words));
}

function givenWords(policy: Policy, words: Words, move: Row, named: boolean): RowWords {
  const roles = [...new Set(move.givers.flatMap((giver) => giver.roles))];
  const first: Run[] = [{ text: `${rolesText(words, roles)}${colon(words)}`, look: "strong" }, { text: say(words, `command.${move.command}`), look: "" }];
  const notes = [...windowText(policy, words, move), ...conditionTexts(policy, words, move, roles.length)];
  if (move.outside.length > 0) notes.push(tell(words, "page.outside", { places: placesText(words, move.outside) }));
  if (move.anywhere && !named) notes.push(say(words, "page.anywhere"));
  if (move.also.length > 0) notes.push(tell(words, "page.also", { places: placesText(words, move.also) }));
  return { first, notes: notes.map((text) => [{ text, look: "quiet" }]) };
}

/** Between when and when it can be given. */
export function windowText(policy: Policy, words: Words, { opens, closes }: Pick<Row, "opens" | "closes">): string[] {
  const from = opens ? [tell(words, "page.from", { moment: edgeText(words, policy, opens) })] : [];
  const until = closes ? [tell(words, "page.until", { moment: edgeText(words, policy, closes) })] : [];
  return from.length + until.length === 0 ? [] : [listed(words, [...from, ...until])];
}

/** Under which conditions, for whom, where there is more than one way. */
function conditionTexts(policy: Policy, words: Words, { givers }: Row, all: number): string[] {
  return givers.filter(({ when }) => when.length > 0).map(({ roles, when }) => {
    const conditions = tell(words, "page.when", { conditions: listed(words, when.map((word) => sentence(words, policy, say(words, `guard.${word}`)))) });
    return roles.length === all && givers.length === 1 ? conditions : `${rolesText(words, roles)}${colon(words)}${conditions}`;
  });
}

function silenceWords(policy: Policy, words: Words, move: Row): RowWords {
  const { rule, status } = move.deadlines[0]!;
  const times = new Set(move.deadlines.map((one) => momentText(words, policy, one.rule.since, one.rule.within, one.status)));
  const { owes, outcome, who } = deadlineWords(words, rule.owes, rule.otherwise, rule.who, status);
  const consequence = rule.atOnce ? outcome : tell(words, "page.otherwise", { outcome });
  const due = rule.atOnce ? [] : [{ text: tell(words, "page.mustAct", { who, deed: owes }), look: "" as const }];
  const notes: Run[][] = [[...due, { text: due.length > 0 ? `${semicolon(words)}${consequence}` : capitalised(consequence), look: "" }]];
  const when = (rule.when ?? []).filter((word) => !implied.includes(word));
  if (when.length > 0) notes.push([{ text: tell(words, "page.when", { conditions: listed(words, when.map((word) => sentence(words, policy, say(words, `guard.${word}`)))) }), look: "quiet" }]);
  if (move.also.length > 0) notes.push([{ text: tell(words, "page.also", { places: placesText(words, move.also) }), look: "quiet" }]);
  return { first: [{ text: capitalised([...times].join(semicolon(words))), look: "due" }], notes };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Conditions that say no more than the moment from which the deadline counts. */
const implied: readonly string[] = ["notOverdue", "isOverdue", "refundNotOverdue", "refundOverdue", "refundReversing", "goodsNotBack", "goodsAreBack", "notReissued"];

/** Who owes what, and what follows from silence in that status. */
export function deadlineWords(words: Words, owes: string, otherwise: string, who: string, status: string): { who: string; owes: string; outcome: string } {
  return {
    who: say(words, `role.${who}`),
    owes: say(words, `owes.${owes}.${otherwise}`, `owes.${owes}`, `command.${owes}`),
    outcome: say(words, `silence.${otherwise}.${status}`, `silence.${otherwise}`, `command.${otherwise}`),
  };
}

function beginningWords(words: Words, noun: Noun, move: Row): RowWords {
  if (move.kind === "begun") return { first: [{ text: say(words, `page.begun.${noun}`), look: "strong" }], notes: [] };
  return { first: [{ text: sourcesText(words, move.sources), look: "" }], notes: [] };
}

const sourcesText = (words: Words, sources: readonly Elsewhere[]): string => sources.map(({ noun, commands }) =>
  tell(words, "page.place", { noun: nounText(words, noun), status: listed(words, commands.map((command) => say(words, `command.${command}`))) })).join(semicolon(words));

/** What stands below a panel: what leaves the statuses alone, and what moves them from elsewhere. */
export function panelNotes(words: Words, { noun, stays, movedFromElsewhere }: Panel): Run[][] {
  const notes: Run[][] = [];
  if (stays.length > 0) {
    const byRoles = Map.groupBy(stays, (stay) => rolesText(words, stay.roles));
    const text = [...byRoles].map(([roles, own]) => `${roles}${colon(words)}${listed(words, own.map(({ command, rule }) => `${say(words, `command.${command}`)} (${rule})`))}`).join(semicolon(words));
    notes.push([{ text: `${say(words, "page.stays")}${colon(words)}`, look: "strong" }, { text, look: "" }]);
  }
  if (movedFromElsewhere.length > 0) {
    notes.push([{ text: `${say(words, "page.elsewhere")}${colon(words)}`, look: "strong" }]);
    for (const { to, by } of movedFromElsewhere) {
      notes.push([{ text: `→ ${statusText(words, { noun, status: to })}${colon(words)}`, look: "strong" }, { text: sourcesText(words, by), look: "" }]);
    }
  }
  return notes;
}
