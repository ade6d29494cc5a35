// Languages: which one, its words loaded when needed, the words of a marketplace laid over the shared ones. Keys are typed: what one
// language lacks does not compile. Money and dates are written by ../parts/format.ts.
import i18next from "i18next";
import { useSyncExternalStore } from "react";
import type { Key } from "./keys.ts";

export type { Key } from "./keys.ts";

export const languages = ["en", "zh", "ru"] as const;
export type Language = (typeof languages)[number];
export const languageNames: Record<Language, string> = { en: "English", zh: "中文", ru: "Русский" };

/** The marketplaces' own words: shared ones, and by marketplace what it calls differently. */
export type Shelf = { shared: Record<string, string>; own: Record<string, Record<string, string>> };

const PLACE = "rescind.language";
const loaders: Record<Language, () => Promise<{ texts: Record<string, string>; shelf: Shelf }>> = {
  en: () => import("./en/language.ts"), zh: () => import("./zh/language.ts"), ru: () => import("./ru/language.ts"),
};
const shelves = new Map<Language, Shelf>();
const listeners = new Set<() => void>();
const learnt = new Map<string, Partial<Record<Language, Record<string, string>>>>();
let current: Language = "en";
let lessons = 0;

/** The language that was chosen, else the browser's. */
function wished(): Language {
  const kept = localStorage.getItem(PLACE);
  const asked = [...(kept === null ? [] : [kept]), ...navigator.languages].map((tag) => tag.slice(0, 2));
  return asked.flatMap((tag) => languages.find((one) => one === tag) ?? [])[0] ?? "en";
}

/** Loads the words that the pages start with. */
export async function startWords(): Promise<void> {
  await i18next.init({
    resources: {}, lng: "en", fallbackLng: false, keySeparator: false, nsSeparator: false, returnEmptyString: false,
    interpolation: { prefix: "{", suffix: "}", escapeValue: false }, showSupportNotice: false,
  } as Parameters<typeof i18next.init>[0]);
  await speak(wished());
}

/** Changes the language and keeps the choice. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(PLACE, language);
  await speak(language);
}

async function speak(language: Language): Promise<void> {
  if (!shelves.has(language)) {
    const { texts, shelf } = await loaders[language]();
    i18next.addResourceBundle(language, "translation", texts);
    shelves.set(language, shelf);
  }
  await i18next.changeLanguage(language);
  current = language;
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

/** What a marketplace's policy calls things, beside what is shipped for it. */
export function learn(marketplace: string, words: Partial<Record<Language, Record<string, string>>>): void {
  learnt.set(marketplace, words);
  lessons += 1;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export type Values = Record<string, string | number>;
export type Words = {
  language: Language;
  /** Our own words under a key, with their places filled. */
  t(key: Key, values?: Values): string;
  /** The marketplace's words under the first key that is there, else the shared ones; the last part of the last key where nobody has any. */
  say(marketplace: string, ...keys: string[]): string;
  /** What only this marketplace says there; null where it says nothing of its own. */
  own(marketplace: string, key: string): string | null;
  has(key: string): boolean;
};

/** The words of the language in use; a component that asks is drawn again when it changes. */
export function useWords(): Words {
  useSyncExternalStore(subscribe, () => `${current} ${lessons}`);
  return wordsOf[current];
}

function make(language: Language): Words {
  const own = (marketplace: string, key: string): string | null => learnt.get(marketplace)?.[language]?.[key] ?? shelves.get(language)?.own[marketplace]?.[key] ?? null;
  return {
    language, own,
    t: (key, values = {}) => i18next.t(key, { ...values, lng: language }),
    has: (key) => i18next.exists(key, { lng: language }),
    say(marketplace, ...keys) {
      for (const key of keys) {
        const text = own(marketplace, key) ?? shelves.get(language)?.shared[key];
        if (text !== undefined) return text;
      }
      return (keys.at(-1) ?? "").split(".").slice(1).join(".");
    },
  };
}
const wordsOf: Record<Language, Words> = { en: make("en"), zh: make("zh"), ru: make("ru") };
