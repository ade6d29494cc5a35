// Deadlines that are new, gone, or now run otherwise: who owes what, from when, for how long, and what silence does.
import type { GuardWord } from "../../core/guards.ts";
import type { DeadlineRule, Policy } from "../../core/policy.ts";
import type { Difference } from "../differences.ts";
import { endingWords, roleWords } from "../vocabulary.ts";
import { act, acts, cited, condition, inWords, lengthOf, moment, otherSide, same, subject, timeFor, valueText, whiles } from "./words.ts";

/** A deadline in one status, with where it stands. */
type Running = { status: string; rule: DeadlineRule; where: string };

const running = (policy: Policy): Running[] => policy.deadlines.flatMap((rule, index) => rule.in.map((status) => ({ status, rule, where: `/deadlines/${index}` })));

export function deadlineDifferences(before: Policy, after: Policy): Difference[] {
  const old = running(before);
  const fresh = running(after);
  const pairs = paired(old, fresh);
  const differences: Difference[] = [];
  for (const [one, other] of pairs) differences.push(...changes(before, after, one, other));
  const known = new Set(pairs.flat());
  for (const one of fresh) if (!known.has(one)) differences.push(added(after, one));
  for (const one of old) if (!known.has(one)) differences.push(removed(before, one));
  return merged(differences);
}

const plain = ({ status, rule: { rule: _rule, in: _in, ...rest } }: Running): unknown => [status, { ...rest, when: [...(rest.when ?? [])].sort() }];
const likenesses: ((one: Running, other: Running) => boolean)[] = [
  (one, other) => same(plain(one), plain(other)),
  (one, other) => one.status === other.status && one.rule.owes === other.rule.owes && one.rule.otherwise === other.rule.otherwise && one.rule.who === other.rule.who,
  (one, other) => one.status === other.status && one.rule.owes === other.rule.owes && one.rule.who === other.rule.who,
  (one, other) => one.status === other.status && one.rule.owes === other.rule.owes,
  (one, other) => one.status === other.status && one.rule.otherwise === other.rule.otherwise,
];

/** Which deadline of the one is which of the other: the likest first. */
function paired(old: readonly Running[], fresh: readonly Running[]): [Running, Running][] {
  const pairs: [Running, Running][] = [];
  const left = new Set(fresh);
  let rest = [...old];
  for (const alike of likenesses) {
    rest = rest.filter((one) => {
      const other = [...left].find((candidate) => alike(one, candidate));
      if (!other) return true;
      left.delete(other);
      pairs.push([one, other]);
      return false;
    });
  }
  return pairs;
}

const lengthText = (policy: Policy, { within, since }: DeadlineRule): string =>
  within === null ? `until ${moment(since)}` : `${valueText(policy, policy.terms[within]?.is ?? null)} from ${moment(since)}`;

function added(policy: Policy, { status, rule, where }: Running): Difference {
  const { who, owes, otherwise } = rule;
  return {
    kind: "deadlineAdded", sentence: `New: ${whiles([status])}, ${roleWords[who]} has a deadline to ${act(owes)} (${lengthText(policy, rule)}); silence ${acts(otherwise)}${cited(rule.rule)}.`,
    helps: otherSide(who), hurts: [], where, rule: rule.rule, parameters: { statuses: [status], who, owes, otherwise, since: rule.since, within: rule.within },
  };
}

function removed(policy: Policy, { status, rule, where }: Running): Difference {
  const { who, owes, otherwise } = rule;
  return {
    kind: "deadlineRemoved", sentence: `${whiles([status]).replace("while", "While")}, ${roleWords[who]} has no deadline to ${act(owes)} any more (it was ${lengthText(policy, rule)}, and silence ${acts(otherwise)})${cited(rule.rule)}.`,
    helps: [], hurts: otherSide(who), where, rule: rule.rule, parameters: { statuses: [status], who, owes, otherwise, since: rule.since, within: rule.within },
  };
}

function changes(before: Policy, after: Policy, { rule: was, status }: Running, { rule: is, where }: Running): Difference[] {
  const found: Difference[] = [];
  const to = act(is.owes);
  const add = (kind: Difference["kind"], sentence: string, parameters: Difference["parameters"], sides: Pick<Difference, "helps" | "hurts"> = { helps: [], hurts: [] }): void =>
    void found.push({ kind, sentence: `${sentence}${cited(is.rule)}.`, ...sides, where, rule: is.rule, parameters: { statuses: [status], who: is.who, owes: is.owes, ...parameters } });
  if (was.otherwise !== is.otherwise) {
    add("silenceChanged", `Silence of ${roleWords[is.who]} ${whiles([status])} now ${silenceText(is.otherwise, was.otherwise)}`, { before: was.otherwise, after: is.otherwise });
  }
  if (was.who !== is.who) add("debtorChanged", `It is now ${roleWords[is.who]}, not ${roleWords[was.who]}, who must ${to} in time ${whiles([status])}`, { before: was.who, after: is.who });
  if (was.owes !== is.owes) add("deadlineChanged", `What ${roleWords[is.who]} owes ${whiles([status])} is now to ${to}; before, it was to ${act(was.owes)}`, { before: was.owes, after: is.owes });
  if (was.since !== is.since) add("countedFromChanged", `The time of ${roleWords[is.who]} to ${to} ${whiles([status])} is now counted from: ${moment(is.since)}; before, from: ${moment(was.since)}`, { before: was.since, after: is.since });
  if (was.within !== is.within) add("lengthChanged", lengthSentence(before, after, was, is), { before: was.within, after: is.within }, sidesOf(before, after, was, is));
  const conditions = conditionText(was.when, is.when);
  if (conditions) add("deadlineConditionsChanged", `The deadline of ${roleWords[is.who]} to ${to} ${whiles([status])} ${conditions}`, { before: was.when ?? [], after: is.when ?? [] });
  if (was.because !== is.because) add("endingChanged", `When that time has passed, an order that closes is now closed because ${reason(is.because)} instead of ${reason(was.because)}`, { before: was.because ?? null, after: is.because ?? null });
  if ((was.atOnce ?? false) !== (is.atOnce ?? false)) add("deadlineChanged", `The end of the time to ${to} is now acted on ${is.atOnce ? "at its very instant" : "only after its instant"}`, { before: was.atOnce ?? false, after: is.atOnce ?? false });
  return found;
}

/** "refuses instead of accepts a cancellation": what both concern is said once. */
function silenceText(is: DeadlineRule["otherwise"], was: DeadlineRule["otherwise"]): string {
  const [[verb = "", ...what], [old = "", ...whatBefore]] = [acts(is).split(" "), acts(was).split(" ")];
  return what.join(" ") === whatBefore.join(" ") && what.length > 0 ? `${verb} instead of ${old} ${what.join(" ")}` : `${acts(is)} instead of ${[old, ...whatBefore].join(" ")}`;
}

const reason = (because: DeadlineRule["because"]): string => (because ? endingWords[because] : "of what happened");

function lengthSentence(before: Policy, after: Policy, was: DeadlineRule, is: DeadlineRule): string {
  const said = (policy: Policy, { within, since }: DeadlineRule): string => (within === null ? `until ${moment(since)}` : `${valueText(policy, policy.terms[within]?.is ?? null)} (${within})`);
  return `${subject(is.who)} has ${said(after, is)} instead of ${said(before, was)} to ${act(is.owes)}`;
}

function sidesOf(before: Policy, after: Policy, was: DeadlineRule, is: DeadlineRule): Pick<Difference, "helps" | "hurts"> {
  const [from, to] = [was.within === null ? null : lengthOf(before, was.within), is.within === null ? null : lengthOf(after, is.within)];
  if (from === null || to === null || from === to) return { helps: [], hurts: [] };
  const more = timeFor(is.who);
  return to > from ? more : { helps: more.hurts, hurts: more.helps };
}

/** "now runs only if …, and no longer only if …"; null where the conditions are the same. */
function conditionText(was: readonly GuardWord[] = [], is: readonly GuardWord[] = []): string | null {
  const gained = is.filter((word) => !was.includes(word)).map(condition);
  const lost = was.filter((word) => !is.includes(word)).map(condition);
  const parts = [...(gained.length > 0 ? [`now runs only if ${inWords(gained)}`] : []), ...(lost.length > 0 ? [`runs now also where this does not hold: ${inWords(lost)}`] : [])];
  return parts.length > 0 ? parts.join(" and ") : null;
}

/** The same change in several statuses is one. */
function merged(differences: readonly Difference[]): Difference[] {
  const bySentence = new Map<string, Difference>();
  for (const one of differences) if (!bySentence.has(one.sentence)) bySentence.set(one.sentence, one);
  return [...bySentence.values()];
}
