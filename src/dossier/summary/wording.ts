// How times, sums, people and codes are written in a summary, in its language and its marketplace's zone.
import type { Actor, RecordedEvent, Sealed } from "../../core/event.ts";
import type { EventType } from "../../core/events.ts";
import { minorUnits } from "../../core/currency.ts";
import type { DossierRecord } from "../record.ts";
import { accountWords, codeWords, roleWords } from "../../words/codeWords.ts";
import { eventWords } from "../../words/eventWords.ts";
import { inLanguage, label, type Label } from "./labels.ts";

export type Wording = {
  say(name: Label, values?: Record<string, string | number>): string;
  time(at: number): string;
  money(amountMinor: number): string;
  signed(amountMinor: number): string;
  code(code: string): string;
  person(actor: Actor): string;
  event(type: string): string;
  account(name: string): string;
  words(sealed: Sealed | null | undefined): string | null;
  details(event: RecordedEvent): string;
  pair(name: string, value: string): string;
  list(parts: readonly string[]): string;
};

/** The wording of a record. */
export function wordingOf(record: DossierRecord): Wording {
  const { language, policy, order, openings } = record;
  const decimals = minorUnits(order.currency) ?? 0;
  const format = new Intl.NumberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: false });
  const figure = (amountMinor: number): string => format.format(`${amountMinor}e-${decimals}` as Intl.StringNumericLiteral);
  const wording: Wording = {
    say: (name, values) => label(language, name, values),
    time: (at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(policy.zone).toString({ smallestUnit: "second", timeZoneName: "never" }).replace("T", " ").replace(/([+-]\d\d:\d\d)$/, " $1"),
    money: (amountMinor) => `${figure(amountMinor)} ${order.currency}`,
    signed: (amountMinor) => `${amountMinor < 0 ? "−" : "+"}${figure(Math.abs(amountMinor))} ${order.currency}`,
    code: (code) => (Object.hasOwn(codeWords, code) ? inLanguage(codeWords[code]!, language) : code),
    person: ({ role, id }) => (role === "clock" ? inLanguage(roleWords.clock!, language) : `${Object.hasOwn(roleWords, role) ? inLanguage(roleWords[role]!, language) : role} ${id}`),
    event: (type) => (Object.hasOwn(eventWords, type) ? inLanguage(eventWords[type as EventType], language) : type),
    account: (name) => accountOf(name, wording, language),
    words: (sealed) => {
      if (!sealed) return null;
      const opening = openings.get(sealed.sealed);
      return opening?.state === "open" ? opening.words : label(language, "erased");
    },
    details: (event) => detailsOf(event, wording),
    pair: (name, value) => (language === "zh" ? `${name}：${value}` : `${name}: ${value}`),
    list: (parts) => parts.join(language === "zh" ? "；" : "; "),
  };
  return wording;
}

function accountOf(name: string, wording: Wording, language: DossierRecord["language"]): string {
  const known = Object.hasOwn(accountWords, name) ? name : name.split("/")[0]!;
  if (!Object.hasOwn(accountWords, known)) return name;
  const words = inLanguage(accountWords[known]!, language);
  const rest = name.split("/").slice(1);
  if (known === "buyer") return `${words} ${rest[0]}, ${wording.code(rest[1] ?? "")}`;
  if (known === "institution") return wording.pair(words, wording.code(rest[0] ?? ""));
  return known === "seller" ? `${words} ${rest.join("/")}` : words;
}

type Write = (value: unknown, wording: Wording) => string | null;
const asMoney: Write = (value, { money }) => money(value as number);
const asCode: Write = (value, { code }) => code(value as string);
const asTime: Write = (value, { time }) => time(value as number);
const asIs: Write = (value) => String(value);
const asWords: Write = (value, { words }) => words(value as Sealed);

/** The fields of facts that a reader wants to see, in this order, and how each is written. */
const fields: [field: string, label: Label, write: Write][] = [
  ["totalMinor", "total", asMoney], ["amountMinor", "amount", asMoney], ["ground", "ground", asCode], ["reason", "reason", (value, wording) => (typeof value === "string" ? wording.code(value) : asWords(value, wording))],
  ["reasons", "reasons", (value, { code }) => (value as string[]).map(code).join(" + ")], ["remedy", "remedy", asCode], ["to", "method", asCode], ["closedBecause", "because", asCode],
  ["carrier", "carrier", asIs], ["trackingNumber", "tracking", asIs], ["condition", "condition", asCode], ["status", "status", asCode], ["cancellableUntil", "until", asTime],
  ["promisedBy", "promised", asTime], ["reference", "reference", asIs], ["deadline", "deadline", asIs], ["points", "points", asIs], ["fineMinor", "fine", asMoney],
  ["evidence", "files", asCount], ["documents", "files", asCount], ["note", "note", asWords], ["text", "note", asWords],
];

function asCount(value: unknown): string | null {
  return (value as string[]).length === 0 ? null : String((value as string[]).length);
}

function detailsOf({ type, because, data }: RecordedEvent, wording: Wording): string {
  const { say, code } = wording;
  const inner = [data.scan, data.offer, data.label].filter((value) => value !== null && typeof value === "object");
  const all: Record<string, unknown> = Object.assign({}, ...inner, data);
  const parts = fields.flatMap(([field, name, write]) => {
    const value = all[field];
    const text = value === null || value === undefined ? null : write(value, wording);
    return text === null || (type === "ClaimOpened" && field === "status") ? [] : [wording.pair(say(name), text)];
  });
  if (type === "PaymentMade") parts.unshift(...(data.payments as { method: string; amountMinor: number }[]).map((one) => `${code(one.method)} ${wording.money(one.amountMinor)}`));
  if (because !== null && because !== data.closedBecause) parts.push(wording.pair(say("because"), code(because)));
  return wording.list(parts);
}
