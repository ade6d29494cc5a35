// A policy written as what it changes in another: for the deliberately bad ones in policies/broken, and for trying an idea.
import type { Arrow, DeadlineRule, Policy } from "../core/policy.ts";

/** One change. A `where` names fields that a rule must have just so; it must fit at least one. */
export type Change =
  | { remove: "arrows" | "deadlines"; where: Record<string, unknown> }
  | { set: "arrows" | "deadlines"; where: Record<string, unknown>; to: Record<string, unknown> }
  | { add: "arrows"; rule: Arrow } | { add: "deadlines"; rule: DeadlineRule }
  | { term: string; is: string | number | boolean | null }
  | { field: "reminders" | "floors" | "sanctions" | "grounds" | "reasons"; is: unknown };

/**
 * `of` is the policy that is changed, `breaks` the property that must not hold then, `because` a sentence for people, `order` the one of the explored orders that shows it, where that is not the first,
 * `room` how many states are enough for it.
 */
export type Variant = { of: string; because: string; breaks: string; order?: string; room?: number; changes: Change[] };

/** Whether a text that was read as JSON is a variant and not a whole policy. */
export const isVariant = (value: unknown): value is Variant => typeof value === "object" && value !== null && "of" in value && "changes" in value;

/** The policy with the changes. Throws where one fits nothing. */
export function variantOf(base: Policy, { changes }: Variant): Policy {
  return changes.reduce(changed, structuredClone(base));
}

function changed(policy: Policy, change: Change): Policy {
  if ("term" in change) {
    const term = policy.terms[change.term];
    if (!term) throw new Error(`${policy.policy} has no term ${change.term}`);
    return { ...policy, terms: { ...policy.terms, [change.term]: { ...term, is: change.is } } };
  }
  if ("field" in change) return { ...policy, [change.field]: change.is } as Policy;
  // First, so that of several rules the new one is taken.
  if ("add" in change) return { ...policy, [change.add]: [change.rule, ...policy[change.add]] } as Policy;
  const list = "remove" in change ? change.remove : change.set;
  const fits = (rule: Arrow | DeadlineRule): boolean =>
    Object.entries(change.where).every(([name, value]) => JSON.stringify((rule as Record<string, unknown>)[name]) === JSON.stringify(value));
  if (!policy[list].some(fits)) throw new Error(`no rule of ${policy.policy} has ${JSON.stringify(change.where)}`);
  const rules = (policy[list] as (Arrow | DeadlineRule)[]).flatMap((rule) => (!fits(rule) ? [rule] : "remove" in change ? [] : [{ ...rule, ...change.to }]));
  return { ...policy, [list]: rules } as Policy;
}
