// What the list of orders is narrowed to, as it stands in the address: bookmarked and shared, it finds the same.
import type { OrderSearch } from "../../api/queries.ts";

const statuses = ["awaitingPayment", "verifyingPayment", "awaitingShipment", "inTransit", "delivered", "returnStarted", "completed", "closed"] as const;
const opens = ["cancellations", "returns", "claims", "refunds", "reversals"] as const;
const owing = ["buyer", "seller", "mediator", "operator", "institution", "carrier", "clock"] as const;

/** Every filter that a chip or the search field can set. */
export const filters = { status: statuses, open: opens } as const;

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((one) => one === value);
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value.slice(0, 200) : undefined);

/** The filters that an address names; what it names wrongly is left out. */
export function searchOf(said: Record<string, unknown>): OrderSearch {
  const wanted = {
    q: text(said.q), status: oneOf(statuses, said.status), open: oneOf(opens, said.open), owes: oneOf(owing, said.owes),
    sort: oneOf(["deadline"] as const, said.sort), placedFrom: text(said.placedFrom), placedTo: text(said.placedTo), marketplace: text(said.marketplace),
    buyer: text(said.buyer), seller: text(said.seller), amountFrom: /^\d{1,15}$/.exec(text(said.amountFrom) ?? "")?.[0],
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as OrderSearch;
}
