// Placing an order: what was bought becomes the first fact of its history (A1, A6).
import type { OrderEvent } from "./events.ts";
import { evolve } from "./evolve.ts";
import { term, type Policy } from "./policy.ts";
import { refuse, type Refusal } from "./refusals.ts";
import type { Occasion } from "./scene.ts";
import type { LawRef, Line, Order, Party } from "./state.ts";

/** An order as a marketplace sends it, checked for shape. Amounts are minor units; `shipBy` is epoch milliseconds. */
export type Placement = {
  id: string; marketplace: string; externalId: string; buyer: Party; seller: Party; fulfilledBy: "seller" | "platform"; currency: string; locale: string | null;
  lines: PlacedLine[]; shippingMinor: number; commissionMinor: number; shipWithin: string | null; shipBy: number | null;
  /** The law of the buyer's country; absent where none lies over the policy. */
  law?: LawRef;
};
export type PlacedLine = Pick<Line, "sku" | "title" | "quantity" | "unitPriceMinor"> &
  Partial<Pick<Line, "discountMinor" | "discountBy" | "taxMinor" | "model3dUrl" | "imageUrl" | "finalSale" | "excepted">>;

/** The first fact of an order, or the refusal where the buyer has too many unpaid ones. */
export function place(policy: Policy, placement: Placement, occasion: Occasion): { facts: OrderEvent[]; order: Order; refused: null } | { facts: null; order: null; refused: Refusal } {
  const limit = term(policy, "unpaidOrdersAllowed");
  if (typeof limit === "number" && (occasion.known.unpaidOrders ?? 0) >= limit) return { facts: null, order: null, refused: refuse("TooManyUnpaidOrders") };
  const fact: OrderEvent = { type: "OrderPlaced", data: { ...placement, lines: placement.lines.map(priced) } };
  const order = evolve(null, { ...fact, seq: 1, at: occasion.now, by: occasion.actor, policyVersion: policy.version });
  return { facts: [fact], order, refused: null };
}

/** What the buyer pays for a line: units less the discount, plus tax. A discount of the platform comes to the seller all the same. */
function priced(line: PlacedLine): Line {
  const discountMinor = line.discountMinor ?? 0;
  const taxMinor = line.taxMinor ?? 0;
  return {
    sku: line.sku, title: line.title, quantity: line.quantity, unitPriceMinor: line.unitPriceMinor, discountMinor, discountBy: line.discountBy ?? null, taxMinor,
    model3dUrl: line.model3dUrl ?? null, imageUrl: line.imageUrl ?? null, finalSale: line.finalSale ?? false, ...(line.excepted ? { excepted: line.excepted } : {}),
    priceMinor: line.unitPriceMinor * line.quantity - discountMinor + taxMinor, platformMinor: line.discountBy === "platform" ? discountMinor : 0,
    cancelled: 0, shipped: 0, delivered: 0, returning: 0, returned: 0,
  };
}
