// How lengths of time, conditions and windows are said in a difference. English only; knows no difference.
import { durationTerm, type Moment, type Policy } from "../../core/policy.ts";
import { isDuration, later } from "../../core/time.ts";
import { commandWords, edgeWords, guardPhrases, momentPhrases, refundTimes, roleWords, statusPhrase } from "../vocabulary.ts";
import type { CommandType } from "../../core/commands.ts";
import type { Role } from "../../core/event.ts";
import type { GuardWord } from "../../core/guards.ts";

/** Whether two values are the same, however their keys are ordered. */
export const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** JSON with sorted keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  return `{${Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}

const units = ["year", "month", "week", "day", "hour", "minute", "second"];

/** An ISO 8601 duration in words: P1DT2H is "1 day 2 hours". */
export function durationText(duration: string): string {
  const [, ...parts] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  const said = parts.flatMap((part, index) => (part === undefined || Number(part) === 0 ? [] : [`${Number(part)} ${units[index]}${Number(part) === 1 ? "" : "s"}`]));
  return said.length > 0 ? said.join(" ") : "no time";
}

/** A term's value in words, followed to where it ends if it names another term. */
export function valueText(policy: Policy, value: string | number | boolean | null): string {
  if (value === null) return "no limit";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return value.toLocaleString("en");
  if (Object.hasOwn(policy.terms, value)) return `${valueText(policy, policy.terms[value]!.is)} (${value})`;
  if (isDuration(value)) return durationText(value);
  return edgeWords[value] ?? refundTimes[value] ?? value;
}

/** A term as a length to compare: milliseconds from the epoch, Infinity without a limit, null where it is no length. */
export function lengthOf(policy: Policy, name: string): number | null {
  if (!Object.hasOwn(policy.terms, name)) return null;
  const { is } = policy.terms[name]!;
  if (typeof is === "number") return is;
  if (typeof is === "boolean" || (typeof is === "string" && !isDuration(is) && !Object.hasOwn(policy.terms, is))) return null;
  const duration = durationTerm(policy, name);
  return duration === null ? Number.POSITIVE_INFINITY : later(0, duration, "UTC");
}

export const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
export const subject = (role: Role): string => capital(roleWords[role]);
export const act = (command: CommandType): string => commandWords[command];

/** "refuses a cancellation" of "refuse a cancellation". */
export function acts(command: CommandType): string {
  const [verb = "", ...rest] = commandWords[command].split(" ");
  const third = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : /(s|sh|ch|x|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return [third, ...rest].join(" ");
}

export const condition = (word: GuardWord): string => guardPhrases[word].says;
export const moment = (name: string): string => momentPhrases[name]?.says ?? name;
export const inWords = (list: readonly string[]): string => (list.length < 2 ? list.join("") : `${list.slice(0, -1).join(", ")} and ${list.at(-1)!}`);

/** "while the order is in transit or is delivered": who it is about is said once where it is the same. */
export function whiles(statuses: readonly string[]): string {
  const [first = "", ...rest] = statuses.map(statusPhrase);
  const about = /^(the|a|an) \S+ /.exec(first)?.[0] ?? "";
  return ["while", first, ...rest.map((phrase) => `or ${about !== "" && phrase.startsWith(about) ? phrase.slice(about.length) : phrase}`)].join(" ");
}

/** "10 days instead of 15": a unit that both have is said once. */
export function insteadOf(is: string, was: string): string {
  const [, unit = ""] = /^\d[\d,]*( [a-z]+)$/.exec(was) ?? [];
  const shorter = unit !== "" && is.endsWith(unit) ? was.slice(0, -unit.length) : was;
  return `${is} instead of ${shorter}`;
}

/** The edge of a window: "6 days after shipping", "the end of the protection". */
export function edgeText(policy: Policy, edge: Moment | undefined): string | null {
  if (!edge) return null;
  const [first, second] = edge;
  if (second !== undefined) return `${valueText(policy, policy.terms[second]?.is ?? second)} after ${moment(first)}`;
  return Object.hasOwn(policy.terms, first) ? valueText(policy, policy.terms[first]!.is) : moment(first);
}

/** The side that waits for the other one; nobody where the house or the world is waited for. */
export const otherSide = (role: Role): readonly Role[] => (role === "buyer" ? ["seller"] : role === "seller" ? ["buyer"] : []);
export const isSide = (role: Role): boolean => role === "buyer" || role === "seller";

/** Whom more time for that role helps and hurts: its owner, and whoever waits. */
export function timeFor(role: Role): { helps: readonly Role[]; hurts: readonly Role[] } {
  return isSide(role) ? { helps: [role], hurts: otherSide(role) } : { helps: [], hurts: role === "clock" ? [] : ["buyer", "seller"] };
}

/** (A15), or with the term: (protection, A15). */
export const cited = (...parts: (string | null | undefined)[]): string => {
  const given = parts.filter((part): part is string => typeof part === "string" && part !== "");
  return given.length > 0 ? ` (${given.join(", ")})` : "";
};
