// The words of the staff's pages: loaded with those pages, so that a buyer's script does not carry them. English is the measure of the others.
import i18next from "i18next";
import { mediator as enMediator } from "./en/mediator.ts";
import { operator as enOperator } from "./en/operator.ts";
import { payouts as enPayouts } from "./en/payouts.ts";
import { policy as enPolicy } from "./en/policy.ts";
import { seller as enSeller } from "./en/seller.ts";
import { mediator as ruMediator } from "./ru/mediator.ts";
import { operator as ruOperator } from "./ru/operator.ts";
import { payouts as ruPayouts } from "./ru/payouts.ts";
import { policy as ruPolicy } from "./ru/policy.ts";
import { seller as ruSeller } from "./ru/seller.ts";
import { useWords, type Language, type Values, type Words } from "./words.ts";
import { mediator as zhMediator } from "./zh/mediator.ts";
import { operator as zhOperator } from "./zh/operator.ts";
import { payouts as zhPayouts } from "./zh/payouts.ts";
import { policy as zhPolicy } from "./zh/policy.ts";
import { seller as zhSeller } from "./zh/seller.ts";

const SPACE = "staff";
const en = { ...enSeller, ...enMediator, ...enOperator, ...enPolicy, ...enPayouts };

type EnglishKey = keyof typeof en;
type Counted = Extract<EnglishKey, `${string}_other`> extends `${infer K}_other` ? K : never;
/** A key of the staff's words as their pages ask for it. */
export type StaffKey = Exclude<EnglishKey, `${string}_one` | `${string}_other`> | Counted;
type Chinese = Record<Exclude<EnglishKey, `${string}_one`>, string>;
type Russian = Record<EnglishKey | `${Counted}_few` | `${Counted}_many`, string>;

const ru: Russian = { ...ruSeller, ...ruMediator, ...ruOperator, ...ruPolicy, ...ruPayouts };
const zh: Chinese = { ...zhSeller, ...zhMediator, ...zhOperator, ...zhPolicy, ...zhPayouts };
const texts: Record<Language, Record<string, string>> = { en, ru, zh };
for (const [language, own] of Object.entries(texts)) i18next.addResourceBundle(language, SPACE, own);

export type StaffWords = Words & { s(key: StaffKey, values?: Values): string };

const made = new Map<Language, StaffWords>();

/** The staff's words beside those of all pages. */
export function useStaffWords(): StaffWords {
  const words = useWords();
  const found = made.get(words.language) ?? { ...words, s: (key: StaffKey, values: Values = {}) => i18next.t(key, { ...values, lng: words.language, ns: SPACE }) };
  made.set(words.language, found);
  return found;
}
