// Settings that have another value, are new or are gone: told by what the deadlines and windows that name them mean for people.
import type { Role } from "../../core/event.ts";
import type { Policy } from "../../core/policy.ts";
import type { Difference } from "../differences.ts";
import { termWords } from "../termWords.ts";
import { act, capital, cited, insteadOf, lengthOf, moment, same, subject, timeFor, valueText } from "./words.ts";

export function termDifferences(before: Policy, after: Policy): Difference[] {
  const names = [...new Set([...Object.keys(after.terms), ...Object.keys(before.terms)])];
  return names.flatMap((name) => {
    if (!Object.hasOwn(before.terms, name)) return [oneSided("termAdded", after, name)];
    if (!Object.hasOwn(after.terms, name)) return [oneSided("termRemoved", before, name)];
    return same(resolved(before, name), resolved(after, name)) ? [] : changed(before, after, name);
  });
}

/** The value itself and what it comes to: a term that names another changes with it. */
const resolved = (policy: Policy, name: string): unknown => [policy.terms[name]!.is, lengthOf(policy, name)];

function oneSided(kind: "termAdded" | "termRemoved", policy: Policy, name: string): Difference {
  const { is, rule } = policy.terms[name]!;
  const meant = termWords[name] ? ` ${termWords[name].says}` : "";
  const sentence = kind === "termAdded" ? `New setting ${name}: ${valueText(policy, is)}.${meant}` : `The setting ${name} is gone; it was ${valueText(policy, is)}.`;
  return { kind, sentence, helps: [], hurts: [], where: `/terms/${name}`, rule, parameters: { term: name, value: is } };
}

type Effect = { sentence: string; more: { helps: readonly Role[]; hurts: readonly Role[] } | null };

function changed(before: Policy, after: Policy, name: string): Difference[] {
  const was = before.terms[name]!.is;
  const { is, rule } = after.terms[name]!;
  const longer = direction(before, after, name);
  return effectsOf(before, after, name).map(({ sentence, more }): Difference => {
    const sides = more === null || longer === 0 ? { helps: [], hurts: [] } : longer > 0 ? more : { helps: more.hurts, hurts: more.helps };
    return { kind: "termChanged", sentence: `${sentence}${cited(name, rule)}.`, ...sides, where: `/terms/${name}/is`, rule, parameters: { term: name, before: was, after: is } };
  });
}

const edges = ["with_payment", "after_verification", "P1D_after_payment", "shipping"];
const refundTimes = ["authorized", "scanned", "received"];

/** 1 where the value grew or comes later, -1 where it shrank, 0 where that cannot be said. */
function direction(before: Policy, after: Policy, name: string): number {
  const [was, is] = [before.terms[name]!.is, after.terms[name]!.is];
  if (typeof was === "boolean" && typeof is === "boolean") return Number(is) - Number(was);
  for (const order of [edges, refundTimes]) if (order.includes(String(was)) && order.includes(String(is))) return Math.sign(order.indexOf(String(is)) - order.indexOf(String(was)));
  if (was === null && typeof is === "number") return -1;
  if (is === null && typeof was === "number") return 1;
  const [from, to] = [lengthOf(before, name), lengthOf(after, name)];
  return from === null || to === null || from === to ? 0 : to > from ? 1 : -1;
}

/** What the change means: in the term's own words, or for each deadline and window that names it. */
function effectsOf(before: Policy, after: Policy, name: string): Effect[] {
  const [was, is] = [valueText(before, before.terms[name]!.is), valueText(after, after.terms[name]!.is)];
  const own = termWords[name];
  if (own?.takes === "flag") {
    return [{ sentence: own.changed!.replace("{after}", after.terms[name]!.is === true ? "must now" : "need no longer"), more: own.more }];
  }
  if (name === "protection.afterDelivery" && claimsWithinProtection(after)) {
    return [{ sentence: `Buyers have ${insteadOf(is, was)} to open a dispute after delivery`, more: own!.more }];
  }
  if (own?.changed) {
    const sentence = own.changed.includes("{after} instead of {before}") ? own.changed.replace("{after} instead of {before}", insteadOf(is, was)) : own.changed.replace("{after}", is).replace("{before}", was);
    return [{ sentence, more: own.more }];
  }
  const effects = [...deadlineEffects(after, name, was, is), ...windowEffects(after, name, was, is)];
  if (effects.length > 0) return effects;
  return [{ sentence: own ? `${capital(own.says.replace(/ \([A-Z]\d+(, [A-Z]\d+)*\)\.$/, ""))}: now ${insteadOf(is, was)}` : `The setting ${name} is now ${insteadOf(is, was)}`, more: null }];
}

const claimsWithinProtection = (policy: Policy): boolean => policy.arrows.some(({ command, closes }) => command === "OpenClaim" && closes?.[0] === "protectionEnds");

function deadlineEffects(policy: Policy, name: string, was: string, is: string): Effect[] {
  const effects = new Map<string, Effect>();
  for (const { who, owes, within } of policy.deadlines) {
    const sentence = `${subject(who)} has ${insteadOf(is, was)} to ${act(owes)}`;
    if (within === name) effects.set(sentence, { sentence, more: timeFor(who) });
  }
  return [...effects.values()];
}

function windowEffects(policy: Policy, name: string, was: string, is: string): Effect[] {
  const effects = new Map<string, Effect>();
  for (const { command, by, opens, closes } of policy.arrows) {
    for (const role of by) {
      const more = { helps: timeFor(role).helps, hurts: timeFor(role).hurts };
      const may = `${subject(role)} may ${act(command)}`;
      if (opens?.[1] === name) {
        const sentence = `${may} from ${insteadOf(is, was)} after ${moment(opens[0])} on`;
        effects.set(sentence, { sentence, more: { helps: more.hurts, hurts: more.helps } });
      }
      if (closes?.[1] === name) {
        const sentence = `${may} until ${insteadOf(is, was)} after ${moment(closes[0])}`;
        effects.set(sentence, { sentence, more });
      }
    }
  }
  return [...effects.values()];
}
