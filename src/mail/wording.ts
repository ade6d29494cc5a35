// How times, sums, codes and people are written in a mail: in its language, in the marketplace's zone and with its own words.
import { minorUnits } from "../core/currency.ts";
import type { Deadline } from "../core/deadlines.ts";
import type { Order } from "../core/state.ts";
import type { Policy } from "../core/policy.ts";
import { languages, type Language } from "../engine/acknowledgement.ts";
import { readWords, wordsOf, type WordShelf } from "../engine/words.ts";
import { codeWords, roleWords } from "../words/codeWords.ts";
import { inLanguage, label } from "./labels.ts";

const locales: Record<Language, string> = { en: "en-GB", zh: "zh-CN", ru: "ru-RU" };

/** What is told of a deadline. */
export type Told = Pick<Deadline, "who" | "owes" | "otherwise" | "target" | "by">;

export type Wording = {
  language: Language;
  /** The instant with its zone named. */
  time(at: number): string;
  money(amountMinor: number): string;
  code(code: string): string;
  /** The marketplace's word by the first of these keys that it has. */
  say(...keys: readonly string[]): string;
  /** What a deadline wants to be done. */
  owes(deadline: Told): string;
  /** What must be done by when, and what follows from silence, to that reader. */
  deadline(deadline: Told, reader: string): string;
};

let shelf: Promise<WordShelf> | null = null;

/** The wording for an order's mail. The words of all marketplaces are read once. */
export async function wordingOf(order: Order, { zone, look }: Policy, language: Language): Promise<Wording> {
  const { text } = wordsOf(await (shelf ??= readWords(languages)), order.marketplace, language, look);
  const say = (...keys: readonly string[]): string => text[keys.find((key) => Object.hasOwn(text, key)) ?? ""] ?? keys.at(-1)!;
  const decimals = minorUnits(order.currency) ?? 0;
  const figure = new Intl.NumberFormat(locales[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const instant = new Intl.DateTimeFormat(locales[language], { year: "numeric", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone, timeZoneName: "shortOffset" });
  const time = (at: number): string => `${instant.format(at)} (${zone})`;
  const wanted = ({ owes, otherwise }: Told): string => say(`owes.${owes}.${otherwise}`, `owes.${owes}`, `command.${owes}`);
  return {
    language, say, time, owes: wanted,
    money: (amountMinor) => `${figure.format(`${amountMinor}e-${decimals}` as Intl.StringNumericLiteral)} ${order.currency}`,
    code: (code) => (Object.hasOwn(text, `reason.${code}`) ? text[`reason.${code}`]! : Object.hasOwn(codeWords, code) ? inLanguage(codeWords[code]!, language) : code),
    deadline(deadline, reader) {
      const { who, otherwise, target, by } = deadline;
      const own = who === reader;
      return label(language, own ? "deadline" : "deadlineOther", {
        who: own ? label(language, "you") : say(`role.${who}`, inLanguage(roleWords[who]!, language)), time: time(by),
        owes: wanted(deadline),
        silence: say(`silence.${otherwise}.${statusOf(order, target)}`, `silence.${otherwise}`, `command.${otherwise}`),
      });
    },
  };
}

/** The status of what a deadline is about, as policies name it. */
function statusOf(order: Order, target: string | null): string {
  const all = [...order.cancellations, ...order.returns, ...order.claims, ...order.refunds, ...order.reversals, ...(order.chargebacks ?? []), ...order.sanctions];
  return all.find(({ id }) => id === target)?.status ?? order.status;
}
