// What an order came to under one policy: how it ended, who has the money, and when it moved. Two outcomes are compared here.
// Reads what the core decided; decides nothing.
import type { Order } from "../../core/state.ts";
import { journalDifference } from "../summary.ts";
import type { Run } from "./coreRun.ts";

/** Whose the money is in the end, minor units: what came back to the buyer, what the seller and the platform have got. */
export type Shares = { buyerMinor: number; sellerMinor: number; platformMinor: number };

/**
 * `ending` is the reason for which the order was closed, or `completed`, or `completedUndelivered` where the seller was paid before any
 * delivery was recorded, or `notPlaced`. `paidOutAt` and `moneyBackAt` are the last times at which money reached the seller, the buyer.
 */
export type Outcome = Shares & {
  ending: string; paidMinor: number; releasedMinor: number; refundedMinor: number; heldMinor: number; journalDifferenceMinor: number;
  paidOutAt: number | null; moneyBackAt: number | null;
};

export function outcomeOf({ order, books, deeds }: Run): Outcome {
  const money = order?.money ?? NOTHING;
  const { paidMinor, releasedMinor, refundedMinor, inEscrowMinor, refundingMinor } = money;
  const lastOf = (type: string): number | null => deeds.findLast(({ facts }) => facts?.some((fact) => fact.type === type))?.at ?? null;
  return {
    ending: order === null ? "notPlaced" : endingOf(order), paidMinor, releasedMinor, refundedMinor, heldMinor: inEscrowMinor + refundingMinor,
    buyerMinor: paidMinor + books.buyer, sellerMinor: books.seller, platformMinor: books.platform, journalDifferenceMinor: journalDifference(books, money),
    paidOutAt: lastOf("EscrowReleased"), moneyBackAt: lastOf("RefundSettled"),
  };
}

const NOTHING = { paidMinor: 0, inEscrowMinor: 0, releasedMinor: 0, refundingMinor: 0, refundedMinor: 0 };

function endingOf({ status, closedBecause, deliveredAt }: Order): string {
  if (status === "completed") return deliveredAt === null ? "completedUndelivered" : "completed";
  return closedBecause ?? status;
}

/** The ending as a replay names it, which does not ask for the delivery. */
export const plainEnding = (ending: string): string => (ending === "completedUndelivered" ? "completed" : ending);

/** Whether the order ended otherwise, or somebody has other money. */
export function differs(a: Outcome, b: Outcome): boolean {
  return a.ending !== b.ending || a.buyerMinor !== b.buyerMinor || a.sellerMinor !== b.sellerMinor || a.platformMinor !== b.platformMinor;
}

/** Of outcomes that do not differ: whether the money came sooner or later under `b`; null where it came at the same time. */
export function shifted(a: Outcome, b: Outcome): "earlier" | "later" | null {
  const [was, is] = a.paidOutAt !== b.paidOutAt ? [a.paidOutAt, b.paidOutAt] : [a.moneyBackAt, b.moneyBackAt];
  if (was === null || is === null || was === is) return null;
  return is < was ? "earlier" : "later";
}
