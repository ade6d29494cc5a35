// What is different between two versions of a policy, in plain sentences for whoever must agree to it. Each is a kind with
// parameters as well, so that it can be said in another language. Two policies that differ in anything have a difference here.
import type { Role } from "../core/event.ts";
import type { Policy } from "../core/policy.ts";
import { deadlineDifferences } from "./differences/deadlines.ts";
import { listDifferences } from "./differences/lists.ts";
import { permissionDifferences } from "./differences/permissions.ts";
import { termDifferences } from "./differences/terms.ts";
import { canonical, same } from "./differences/words.ts";

export type DifferenceKind =
  | "termChanged" | "termAdded" | "termRemoved"
  | "permissionAdded" | "permissionRemoved" | "statusesAdded" | "statusesRemoved" | "conditionAdded" | "conditionRemoved" | "windowChanged" | "outcomesChanged" | "endingChanged"
  | "wayAdded" | "wayRemoved"
  | "deadlineAdded" | "deadlineRemoved" | "silenceChanged" | "debtorChanged" | "countedFromChanged" | "lengthChanged" | "deadlineConditionsChanged" | "deadlineChanged"
  | "methodAdded" | "methodRemoved" | "reasonAdded" | "reasonRemoved" | "reasonChanged" | "refundWayAdded" | "refundWayRemoved" | "promiseChanged" | "calendarChanged"
  | "sanctionsChanged" | "remindersChanged" | "zoneChanged" | "marketplaceChanged" | "orderOfRules" | "wordingChanged";

/** `helps` and `hurts` are filled where it is clear. `where` is a JSON pointer into the later version (into the earlier one where something is gone). */
export type Difference = {
  kind: DifferenceKind; sentence: string; helps: readonly Role[]; hurts: readonly Role[]; where: string; rule: string | null;
  parameters: Record<string, string | number | boolean | null | readonly string[]>;
};

/** Every difference from the earlier to the later version, in the order in which a policy is read. Empty only where nothing but the version differs. */
export function differencesOf(before: Policy, after: Policy): Difference[] {
  const found = [
    ...termDifferences(before, after), ...listDifferences(before, after), ...deadlineDifferences(before, after), ...permissionDifferences(before, after),
  ];
  if (found.length === 0 && !same(rulesOf(before), rulesOf(after))) {
    found.push({ kind: "orderOfRules", sentence: "The order in which the rules are looked at has changed: where several fit, another may be taken.", helps: [], hurts: [], where: "/arrows", rule: null, parameters: {} });
  }
  if (rewordedOnly(before, after)) {
    found.push({ kind: "wordingChanged", sentence: "Sources, rule numbers or the values that the texts name have changed; by themselves these change no rule.", helps: [], hurts: [], where: "", rule: null, parameters: {} });
  }
  return found;
}

/** The policy without its version and without what only explains it. */
function rulesOf(policy: Policy): unknown {
  const { version: _version, ...rest } = policy;
  return without(rest);
}

/** What explains a rule, or only says again what holds anyway. */
const explaining = new Set(["rule", "source", "others", "onlyShown", "floors", "look"]);

function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !explaining.has(key)).map(([key, inner]) => [key, without(inner)]));
}

/** Whether what only explains a rule differs where the rule itself is in both versions. */
function rewordedOnly(before: Policy, after: Policy): boolean {
  const [was, is] = [wordings(before), wordings(after)];
  return [...was].some(([rule, wording]) => is.has(rule) && is.get(rule) !== wording);
}

/** Each rule without its explanations, and its explanations. */
function wordings(policy: Policy): Map<string, string> {
  const { terms, refund, sanctions, deadlines, arrows } = policy;
  const named = [...Object.entries(terms).map(([name, term]) => [`term ${name}`, term] as const), ["refund", refund] as const, ["sanctions", sanctions] as const, ["policy", { source: policy.source, floors: policy.floors ?? {}, look: policy.look ?? {} }] as const];
  const explained = (one: object | null): unknown => Object.entries(one ?? {}).filter(([key]) => explaining.has(key));
  const listed = Map.groupBy([...deadlines, ...arrows], (rule) => canonical(without(rule)));
  return new Map([
    ...named.map(([name, one]) => [name, canonical(explained(one))] as const), ...[...listed].map(([key, rules]) => [key, canonical(rules.map(explained))] as const),
  ]);
}

const groups = [["helps buyers", "buyer"], ["helps sellers", "seller"]] as const;

/** The sentences under headings by whom they help: lines for a terminal. */
export function differencesText(differences: readonly Difference[]): string {
  if (differences.length === 0) return "no difference";
  const left = new Set(differences);
  const parts: string[] = [];
  const add = (heading: string, chosen: Difference[]): void => {
    if (chosen.length > 0) parts.push(`${heading}:\n${chosen.map(({ sentence }) => `  ${sentence}`).join("\n")}`);
    for (const one of chosen) left.delete(one);
  };
  for (const [heading, role] of groups) add(heading, [...left].filter(({ helps, hurts }) => helps.includes(role) && !hurts.includes(role)));
  add("hurts buyers", [...left].filter(({ hurts }) => hurts.includes("buyer")));
  add("hurts sellers", [...left].filter(({ hurts }) => hurts.includes("seller")));
  add("the rest", [...left]);
  return parts.join("\n");
}
