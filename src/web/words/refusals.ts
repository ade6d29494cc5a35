// A refusal in the reader's language. English comes from the server itself; the others are kept here, one for each that it knows.
import type { RefusalCode } from "../../core/refusals.ts";
import { refusalWords } from "../../words/refusalWords.ts";
import type { Language } from "./words.ts";

/** The sentence of that refusal; `said` is the server's own, for English and for codes that are newer than these pages. */
export function refusalText(code: string, said: string, language: Language): string {
  if (language === "en" || !Object.hasOwn(refusalWords, code)) return said;
  return refusalWords[code as RefusalCode][language === "zh" ? 0 : 1];
}
