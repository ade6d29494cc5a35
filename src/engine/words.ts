// The words of the marketplaces as they are shipped: words/ for all, policies/<name>/ for what one of them calls differently.
import { readdir, readFile } from "node:fs/promises";
import type { Look } from "../core/policy.ts";

/** All words under their language; `own` by policy name. */
export type WordShelf = { shared: Record<string, Record<string, string>>; own: Record<string, Record<string, Record<string, string>>> };

const root = new URL("../../", import.meta.url);

async function readWordFile(path: string): Promise<Record<string, string>> {
  return JSON.parse(await readFile(new URL(path, root), "utf8")) as Record<string, string>;
}

/** Reads every word file. Throws where one is missing or is no JSON. */
export async function readWords(languages: readonly string[]): Promise<WordShelf> {
  const folders = await readdir(new URL("policies/", root), { recursive: true });
  const names = folders.flatMap((path) => /^([^/\\]+)[/\\]words\.en\.json$/.exec(path)?.[1] ?? []).sort();
  const inAll = async (path: (language: string) => string): Promise<Record<string, Record<string, string>>> =>
    Object.fromEntries(await Promise.all(languages.map(async (language) => [language, await readWordFile(path(language))] as const)));
  const own = await Promise.all(names.map(async (name) => [name, await inAll((language) => `policies/${name}/words.${language}.json`)] as const));
  return { shared: await inAll((language) => `words/${language}.json`), own: Object.fromEntries(own) };
}

/** What the marketplace of that name calls things in that language: as its policy says, else as it is shipped; the shared words where it has none of its own. */
export function wordsOf<L extends "en" | "zh" | "ru">(shelf: WordShelf, name: string, language: L, look?: Look): { language: L; text: Record<string, string> } {
  const own = Object.hasOwn(shelf.own, name) ? shelf.own[name]![language] : undefined;
  return { language, text: { ...shelf.shared[language], ...own, ...look?.words?.[language] } };
}
