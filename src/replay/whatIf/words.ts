// How a comparison's names and figures are written for people: on the terminal and on the report's page alike.
import { moneyText } from "../summary.ts";
import type { Change, Comparison, SideFigures, VariantFigures } from "./comparison.ts";

const endings: Record<string, string> = {
  unpaid: "unpaid", paymentRejected: "payment rejected", cancelledByBuyer: "cancelled by the buyer", cancelledBySeller: "cancelled by the seller",
  cancellationAccepted: "cancellation accepted", sellerSilent: "cancelled, the seller was silent", notShipped: "not shipped in time", refunded: "refunded",
  chargedBack: "charged back by the bank", withdrawnFromContract: "withdrawn from the contract", completed: "completed", completedUndelivered: "completed, no delivery recorded", notPlaced: "not placed",
};

export const endingWords = (ending: string): string => endings[ending] ?? ending;

export const changeWords = ({ from, to }: Pick<Change, "from" | "to">): string =>
  from === to ? `${endingWords(from)}, other amounts` : `${endingWords(from)} → ${endingWords(to)}`;

export const countText = (value: number): string => value.toLocaleString("en");

/** A difference, with its sign. */
export const signedText = (amountMinor: number, currency: string): string => `${amountMinor > 0 ? "+" : ""}${moneyText(amountMinor, currency)}`;

export const daysText = (days: number): string => days.toFixed(1);

/** A part of a whole in per cent; where it is not zero it never looks like zero. */
export function shareText(part: number, whole: number): string {
  const percent = whole === 0 ? 0 : (100 * part) / whole;
  return part > 0 && percent < 0.1 ? "under 0.1 %" : `${percent.toFixed(1)} %`;
}

/** What a policy differs in from the one it is compared with, as short as can be: its settings where they say it all. */
export function variantWords(variant: SideFigures, against: SideFigures): string {
  const settings = Object.entries(variant.terms).filter(([term, value]) => against.terms[term] !== value);
  const dropped = Object.keys(against.terms).filter((term) => !(term in variant.terms));
  const samePlace = variant.name.split(":")[0] === against.name.split(":")[0];
  return samePlace && dropped.length === 0 && settings.length > 0 ? settings.map(([term, value]) => `${term}=${value}`).join(", ") : variant.name;
}

/** The table that a comparison ends in: the policy that is compared with, then what each of the others changes. */
export function tableOf({ against, variants, currency, orders }: Comparison): { head: string[]; rows: string[][] } {
  const head = ["what if", "orders that end otherwise", "buyers get back", "sellers receive", "platform", "sooner / later only", "paid with no delivery recorded", "seller waits, days"];
  const undelivered = (side: SideFigures): string => countText(side.byEnding.find(({ ending }) => ending === "completedUndelivered")?.orders ?? 0);
  const first = [
    against.name, `of ${countText(orders)}`, moneyText(against.buyerMinor, currency), moneyText(against.sellerMinor, currency), moneyText(against.platformMinor, currency), "",
    undelivered(against), daysText(against.payouts.days),
  ];
  const rows = variants.map((variant) => {
    const { changed, otherTime, payouts } = variant;
    return [
      variantWords(variant, against), countText(changed.orders), signedText(changed.buyerMinor, currency), signedText(changed.sellerMinor, currency),
      signedText(changed.platformMinor, currency), `${countText(otherTime.earlier)} / ${countText(otherTime.later)}`, undelivered(variant), daysText(payouts.days),
    ];
  });
  return { head, rows: [first, ...rows] };
}

/** What a policy would have changed, in one sentence for each side. */
export function sentencesOf({ changed, otherTime }: VariantFigures, currency: string, orders: number): string {
  const side = (who: string, verb: string, amountMinor: number): string[] =>
    amountMinor === 0 ? [] : [`${who} would have ${verb} ${moneyText(Math.abs(amountMinor), currency)} ${amountMinor > 0 ? "more" : "less"}`];
  const shares = [...side("buyers", "got back", changed.buyerMinor), ...side("sellers", "received", changed.sellerMinor), ...side("the platform", "got", changed.platformMinor)];
  const money = shares.length > 0 ? shares.join(", ") : "nobody would have more money or less";
  const times = otherTime.earlier + otherTime.later;
  const shifts = times === 0 ? "" : ` ${countText(times)} more orders end alike, but their money moves at another time: ${countText(otherTime.earlier)} sooner, ${countText(otherTime.later)} later.`;
  return `${countText(changed.orders)} of ${countText(orders)} orders (${shareText(changed.orders, orders)}) would have ended otherwise; ${money}.${shifts}`;
}
