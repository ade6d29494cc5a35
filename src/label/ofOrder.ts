// The label of one return of an order: which of the order's facts stand on it, in whose words.
import type { Order, Return } from "../core/state.ts";
import { codeWords } from "../words/codeWords.ts";
import type { Addressee, LabelSize, ReturnLabel } from "./label.ts";

export const labelLanguages = ["en", "zh", "ru"] as const;
export type LabelLanguage = (typeof labelLanguages)[number];

/** Countries whose label printers take 4 × 6 inch; elsewhere it is A6. */
const INCHES = new Set(["US", "CA", "MX"]);

/** What a caller may wish; what is left out follows from the order. */
export type LabelWish = { language?: LabelLanguage | undefined; size?: LabelSize | undefined };

/** The label of a return that has one. `origin` is where people see its page, if that is known. */
export function labelOf(order: Order, { id, rma, lines, label, authorizedAt }: Return, people: { from: Addressee; to: Addressee }, origin: string | null, wish: LabelWish): ReturnLabel {
  const language = wish.language ?? labelLanguages.find((one) => order.locale?.toLowerCase().startsWith(one)) ?? "en";
  return {
    ...people, rma, orderNumber: order.externalId, carrier: label!.carrier, trackingNumber: label!.trackingNumber, language,
    reasons: [...new Set(lines.flatMap(({ reason }) => reasonIn(reason, language)))], url: origin && `${origin}/orders/${order.id}/returns/${id}`,
    size: wish.size ?? (INCHES.has(order.buyer.country) ? "4x6" : "a6"), madeAt: authorizedAt ?? order.placedAt,
  };
}

/** A reason in words; a code without any says nothing to whoever opens the parcel. */
const reasonIn = (code: string, language: LabelLanguage): string[] => (Object.hasOwn(codeWords, code) ? [codeWords[code]![labelLanguages.indexOf(language)]!] : []);
