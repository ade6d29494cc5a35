// Which earlier sales each line that takes goods back belongs to: the customer's own, latest first, as far as units are left.
// Matches only. Whether a return is still allowed is the policy's to say.

/** Units of one product that a customer bought at one price in one sale; `left` of them were not taken back yet. */
export type Sold = { externalId: string; sku: string; left: number };
export type RetailReturnLine = { sku: string; quantity: number };
/** `beyond`: more than the customer ever bought before; asked of the latest sale, where nothing is left to return. */
export type RetailReturn = { invoice: string; at: number; buyerId: string; externalId: string; lines: RetailReturnLine[]; beyond: boolean };
export type TakeBack = { invoice: string; at: number; buyerId: string; lines: { product: string; quantity: number }[] };
/** Lines and units of take-backs. `partLines` leave units of a sale behind; `unmatched` ones meet no earlier sale of theirs at all. */
export type TakeBackCounts = {
  matchedUnits: number; partLines: number; beyondLines: number; beyondUnits: number; unmatchedLines: number; unmatchedUnits: number;
};

/**
 * The returns that one take-back invoice asks for: one a sale, and one more a sale for what goes beyond. `soldOf` gives a product's
 * sales to this customer before the invoice, oldest first; what is matched is taken from their `left`. Adds to `counts`.
 */
export function returnsOf(takeBack: TakeBack, soldOf: (product: string) => readonly Sold[], counts: TakeBackCounts): RetailReturn[] {
  const regular = new Map<string, RetailReturn>();
  const beyond = new Map<string, RetailReturn>();
  for (const { product, quantity } of takeBack.lines) {
    const sold = soldOf(product);
    let wanted = quantity;
    for (let index = sold.length - 1; index >= 0 && wanted > 0; index -= 1) {
      const units = Math.min(wanted, sold[index]!.left);
      if (units === 0) continue;
      sold[index]!.left -= units;
      if (sold[index]!.left > 0) counts.partLines += 1;
      wanted -= units;
      ask(regular, takeBack, sold[index]!, units, false);
    }
    counts.matchedUnits += quantity - wanted;
    const latest = sold.at(-1);
    if (wanted > 0 && latest) {
      ask(beyond, takeBack, latest, wanted, true);
      counts.beyondLines += 1;
      counts.beyondUnits += wanted;
    } else if (wanted > 0) {
      counts.unmatchedLines += 1;
      counts.unmatchedUnits += wanted;
    }
  }
  return [...regular.values(), ...beyond.values()];
}

function ask(asked: Map<string, RetailReturn>, takeBack: TakeBack, sold: Sold, quantity: number, beyond: boolean): void {
  let request = asked.get(sold.externalId);
  if (!request) {
    const { invoice, at, buyerId } = takeBack;
    request = { invoice, at, buyerId, externalId: sold.externalId, lines: [], beyond };
    asked.set(sold.externalId, request);
  }
  const line = request.lines.find((candidate) => candidate.sku === sold.sku);
  if (line) line.quantity += quantity;
  else request.lines.push({ sku: sold.sku, quantity });
}
