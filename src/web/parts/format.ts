// How money and time are written: by the reader's language, in the reader's zone. Amounts are integer minor units, instants ISO 8601.
import type { Language } from "../words/words.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const locales: Record<Language, string> = { en: "en-GB", zh: "zh-CN", ru: "ru" };
const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function kept<T extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => T): T {
  const found = (made.get(key) as T | undefined) ?? make();
  made.set(key, found);
  return found;
}

const currencyFormat = (currency: string, language: Language): Intl.NumberFormat =>
  kept(`m${currency}${language}`, () => new Intl.NumberFormat(locales[language], { style: "currency", currency }));

/** How many digits the currency has after the point. */
export const digitsOf = (currency: string): number => currencyFormat(currency, "en").resolvedOptions().maximumFractionDigits ?? 2;

/** US$48.60. */
export const moneyText = (amountMinor: number, currency: string, language: Language): string =>
  currencyFormat(currency, language).format(amountMinor / 10 ** digitsOf(currency));

/** 48.60, as it stands in a column whose head names the currency. */
export function figureText(amountMinor: number, currency: string, language: Language): string {
  const digits = digitsOf(currency);
  return kept(`f${digits}${language}`, () => new Intl.NumberFormat(locales[language], { minimumFractionDigits: digits, maximumFractionDigits: digits })).format(amountMinor / 10 ** digits);
}

/** An amount as somebody typed it, in minor units; null where it is none, or has more digits than the currency. */
export function minorOf(text: string, currency: string): number | null {
  const digits = digitsOf(currency);
  const found = /^\s*(\d{1,13})(?:[.,](\d+))?\s*$/.exec(text);
  if (!found || (found[2] ?? "").length > digits) return null;
  return Number(found[1]) * 10 ** digits + Number((found[2] ?? "").padEnd(digits, "0") || 0);
}

const date = (key: string, language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept(`d${key}${language}`, () => new Intl.DateTimeFormat(locales[language], options));

const timeOf = (at: number, language: Language): string => date("time", language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
const dayStart = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
const daysBetween = (from: number, to: number): number => Math.round((dayStart(to) - dayStart(from)) / DAY_MS);
const sameYear = (one: number, other: number): boolean => new Date(one).getFullYear() === new Date(other).getFullYear();

/** "today, 15:04"; "Fri 4 Dec, 18:41"; the year where it is another one. */
export function momentText(at: number, now: number, language: Language): string {
  const gap = language === "zh" ? " " : ", ";
  const days = daysBetween(now, at);
  const near = Math.abs(days) <= 1;
  return `${near ? new Intl.RelativeTimeFormat(locales[language], { numeric: "auto" }).format(days, "day") : dayText(at, now, language)}${gap}${timeOf(at, language)}`;
}

/** "Sat 21 Nov 2026, 13:26": a clock's time, whatever day it is. */
export function clockText(at: number, language: Language): string {
  const day = date("clock", language, { weekday: "short", day: "numeric", month: "short", year: "numeric" }).format(at);
  return `${language === "en" ? day.replace(",", "") : day}${language === "zh" ? " " : ", "}${timeOf(at, language)}`;
}

/** "Fri 4 Dec", with the year where it is another one. */
export function dayText(at: number, now: number, language: Language): string {
  const same = sameYear(at, now);
  const text = date(same ? "day" : "dayYear", language, { weekday: "short", day: "numeric", month: "short", ...(same ? {} : { year: "numeric" }) }).format(at);
  return language === "en" ? text.replace(",", "") : text;
}

/** "4 Dec, 18:41", as it stands in the timeline's narrow column. */
export function shortMoment(at: number, language: Language): string {
  const day = date("short", language, { day: "numeric", month: "short" }).format(at);
  return `${day}${language === "zh" ? " " : ", "}${timeOf(at, language)}`;
}

/** The name of the reader's zone at that time: "CET", "GMT+3". */
export const zoneText = (at: number, language: Language): string =>
  date("zone", language, { timeZoneName: "short" }).formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";

/** "in 13 days", "2 hours ago". */
export function distanceText(at: number, now: number, language: Language): string {
  const away = at - now;
  const format = new Intl.RelativeTimeFormat(locales[language], { numeric: "always" });
  const size = Math.abs(away);
  if (size >= 2 * DAY_MS) return format.format(Math.trunc(away / DAY_MS), "day");
  if (size >= HOUR_MS) return format.format(Math.trunc(away / HOUR_MS), "hour");
  return format.format(Math.trunc(away / MINUTE_MS), "minute");
}

/** Names in a row, as the language writes lists. */
export const listText = (names: readonly string[], language: Language): string => new Intl.ListFormat(locales[language], { type: "unit", style: "short" }).format(names);

/** What stands between two parts of a line. */
export const comma = (language: Language): string => (language === "zh" ? "，" : ", ");

/** What stands between two short sentences. */
export const sentenceGap = (language: Language): string => (language === "zh" ? "。" : ". ");
