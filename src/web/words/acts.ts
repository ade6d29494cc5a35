// What an entry of the audit is called: an act of the house, or an event of an order. Loaded with the page of the audit only.
import { actWords } from "../../words/actWords.ts";
import { eventText } from "./facts.ts";
import type { Language } from "./words.ts";

const place: Record<Language, 0 | 1 | 2> = { en: 0, zh: 1, ru: 2 };

/** A code that nobody has named is shown as it is. */
export const actText = (act: string, language: Language): string => (Object.hasOwn(actWords, act) ? actWords[act]![place[language]] : eventText(act, language));
