// The four money columns of a timeline, added up from the journal: what was paid, what is in escrow, what is on its way back, what has
// arrived. Pure; amounts are minor units.
import type { Event, Order, Posting } from "../api/openapi.d.ts";

export const columns = ["paid", "escrow", "refunding", "refunded"] as const;
export type Column = (typeof columns)[number];
export type Balances = Record<Column, number>;
/** A fact with the balances after it; `changed` are the columns in which it moved something. */
export type Entry = { event: Event; balances: Balances; changed: readonly Column[] };

const nothing: Balances = { paid: 0, escrow: 0, refunding: 0, refunded: 0 };
/** The facts by which a buyer's own money comes in or, not accepted, goes back at once. */
const payments: ReadonlySet<string> = new Set(["PaymentMade", "PaymentConfirmed", "PaymentVoided"]);

/** Every fact with the balances after it, the oldest first. */
export function entriesOf(events: readonly Event[], postings: readonly Posting[]): Entry[] {
  const byEvent = Map.groupBy(postings, ({ eventSeq }) => eventSeq);
  let balances = nothing;
  return events.map((event) => {
    const before = balances;
    balances = after(before, event.type, byEvent.get(event.seq) ?? []);
    return { event, balances, changed: columns.filter((column) => balances[column] !== before[column]) };
  });
}

function after(before: Balances, type: string, moved: readonly Posting[]): Balances {
  const sum = (prefix: string): number => moved.filter(({ account }) => account.startsWith(prefix)).reduce((total, { amountMinor }) => total + amountMinor, 0);
  const isPayment = payments.has(type);
  const buyer = sum("buyer/");
  return {
    paid: before.paid - (isPayment ? buyer : 0),
    escrow: before.escrow + sum("escrow/"),
    refunding: before.refunding + (isPayment ? 0 : sum("held/") + sum("institution/")),
    refunded: before.refunded + (isPayment ? 0 : buyer),
  };
}

/** The balances as the order itself has them now. */
export const balancesNow = ({ money }: Order): Balances => ({ paid: money.paidMinor, escrow: money.inEscrowMinor, refunding: money.refundingMinor, refunded: money.refundedMinor });
