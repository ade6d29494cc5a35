// What facts and codes are called, from the tables that the dossier's summary is written with too.
import { carrierNames } from "../../words/carrierNames.ts";
import { codeWords } from "../../words/codeWords.ts";
import { eventWords, type Three } from "../../words/eventWords.ts";
import { payoutWords } from "../../words/payoutWords.ts";
import type { Language } from "./words.ts";

const places: Record<Language, 0 | 1 | 2> = { en: 0, zh: 1, ru: 2 };
const found = (table: Readonly<Record<string, Three>>, name: string, language: Language): string => (Object.hasOwn(table, name) ? table[name]![places[language]] : name);

/** What happened, by the fact's type. */
export const eventText = (type: string, language: Language): string => found(type in payoutWords ? payoutWords : eventWords, type, language);

/** A code in words; one that is not known is shown as it is. */
export const codeText = (code: string, language: Language): string => found(codeWords, code, language);

/** A carrier's name, its code where it has none here. */
export const carrierText = (code: string, language: Language): string => carrierNames[code] ?? codeText(code, language);
