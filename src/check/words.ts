// What a marketplace calls things, in one language, and how durations, settings and moments read in it.
// The words themselves stand in words/ and policies/<name>/; whoever reads the files hands them in.
import { durationTerm, type Arrival, type Moment, type Policy, type Term } from "../core/policy.ts";
import { isDuration } from "../core/time.ts";

export const languages = ["en", "zh", "ru"] as const;
export type Language = (typeof languages)[number];

/** The words of one marketplace in one language: the shared ones with its own laid over them. */
export type Words = { language: Language; text: Readonly<Record<string, string>> };

/**
 * The words under the first of the keys that is there.
 * Where none is, the last key without its kind: a policy may bring names of its own (a setting, a reason) that nobody has translated.
 */
export function say(words: Words, ...keys: string[]): string {
  for (const key of keys) {
    const text = words.text[key];
    if (text !== undefined) return text;
  }
  const last = keys.at(-1) ?? "";
  return last.slice(last.indexOf(".") + 1);
}

/** A sentence with its places (`{time}`) filled; a place that nobody fills stays as it is. */
export const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{([\w.]+)\}/g, (place, name: string) => values[name] ?? place);

/** The words under a key, with their places filled. */
export const tell = (words: Words, key: string, values: Readonly<Record<string, string>>): string => fill(say(words, key), values);

/** Several things in a row, as that language writes them. */
export const listed = (words: Words, items: readonly string[]): string => items.join(words.language === "zh" ? "、" : ", ");

/** What stands between a name and what is said of it. */
export const colon = (words: Words): string => (words.language === "zh" ? "：" : ": ");

/** What stands between two parts that each are lists. */
export const semicolon = (words: Words): string => (words.language === "zh" ? "；" : "; ");

/** What this marketplace is called. */
export const marketplaceName = (words: Words, policy: Policy): string => words.text.marketplace ?? policy.policy;

const inFull = (language: Language): Intl.DurationFormat => new Intl.DurationFormat(language, { style: "long" });
const formats: Readonly<Record<Language, Intl.DurationFormat>> = { en: inFull("en"), zh: inFull("zh"), ru: inFull("ru") };

/** An ISO 8601 duration in words: "20 days". */
export function durationText(words: Words, duration: string): string {
  const length = Temporal.Duration.from(duration);
  return length.blank ? say(words, "value.zero") : formats[words.language].format(length);
}

/** When a refund is promised: a duration, or a number of business days. */
export function arrivalText(words: Words, arrival: Arrival): string {
  if (typeof arrival === "string") return durationText(words, arrival);
  const form = new Intl.PluralRules(words.language).select(arrival.businessDays);
  return tell(words, `page.businessDays.${form}`, { count: String(arrival.businessDays) });
}

/** A setting's value in words. */
export function valueText(words: Words, policy: Policy, value: Term["is"]): string {
  if (value === null) return say(words, "value.none");
  if (typeof value === "boolean") return say(words, value ? "value.yes" : "value.no");
  if (typeof value === "number") return String(value);
  if (isDuration(value)) return durationText(words, value);
  if (!Object.hasOwn(policy.terms, value)) return say(words, `value.${value}`);
  return tell(words, "page.sameAs", { term: say(words, `term.${value}`), value: termText(words, policy, value) });
}

/** The value that a setting comes to, where it names another, the other's. */
function termText(words: Words, policy: Policy, name: string): string {
  const value = policy.terms[name]!.is;
  const resolved = typeof value === "string" && Object.hasOwn(policy.terms, value) ? durationTerm(policy, name) : value;
  return valueText(words, policy, resolved);
}

/** A sentence about the policy: its places are the names of settings, and what is given besides. */
export function sentence(words: Words, policy: Policy, template: string, given: Readonly<Record<string, string>> = {}): string {
  return fill(template, new Proxy(given, {
    get: (own, name: string) => own[name] ?? (Object.hasOwn(policy.terms, name) ? termText(words, policy, name) : undefined),
  }));
}

/** A moment in words, with the time that a setting adds to it; in the words of a status where it has some of its own. */
export function momentText(words: Words, policy: Policy, since: string, within: string | null, status: string | null): string {
  const template = say(words, ...(status === null ? [] : [`moment.${since}.${status}`]), `moment.${since}`);
  const time = within === null ? say(words, "page.atOnce") : Object.hasOwn(policy.terms, within) ? termText(words, policy, within) : within;
  const text = sentence(words, policy, template, { time });
  return within !== null && !template.includes("{time}") ? tell(words, "page.later", { time, moment: text }) : text;
}

/** When a window opens or closes, in words. */
export function edgeText(words: Words, policy: Policy, [first, second]: Moment): string {
  const term = second === undefined ? policy.terms[first]?.is : undefined;
  if (term !== undefined) return valueText(words, policy, term);
  return momentText(words, policy, first, second ?? null, null);
}
