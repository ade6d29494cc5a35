// Online Retail's invoices as courses: a sale is placed, paid, shipped and delivered at its time; an invoice that takes goods back
// asks for the return, posts and receives the goods at its own. Which returns go through is the policy's to say.
import { buyerOf, CARRIER, INSTITUTION, sellerOf, type Course, type Step } from "../course.ts";
import type { OnlineRetailPlan, RetailSale } from "./plan.ts";
import type { RetailReturn } from "./takeBacks.ts";

/** The wholesaler that wrote the invoices. */
const SELLER = { id: "wholesaler", country: "GB", profile: null };

/** The courses of all sales, each with the returns of its goods. */
export function* onlineRetailCourses({ sales, returns }: OnlineRetailPlan): Generator<Course> {
  const returnsOf = Map.groupBy(returns, (one) => one.externalId);
  for (const sale of sales) yield courseOf(sale, returnsOf.get(sale.externalId) ?? []);
}

function courseOf(sale: RetailSale, returns: readonly RetailReturn[]): Course {
  const placement: Course["placement"] = {
    externalId: sale.externalId, buyer: { id: sale.buyerId, country: sale.country, profile: null }, seller: SELLER, fulfilledBy: "seller", currency: "GBP",
    locale: null, lines: sale.lines, shippingMinor: 0, commissionMinor: 0, shipWithin: null, shipBy: null,
  };
  return { placedAt: sale.at, placement, steps: [saleStep(sale, placement), ...returns.map((one, index) => returnStep(one, index, placement))] };
}

function saleStep({ at, externalId }: RetailSale, placement: Course["placement"]): Step {
  const trackingNumber = `SALE-${externalId}`;
  return {
    at,
    acts: [
      { actor: buyerOf(placement), command: { type: "PayOrder", method: "card" } },
      { actor: INSTITUTION, command: { type: "ConfirmPayment" } },
      { actor: sellerOf(placement), command: { type: "ShipOrder", carrier: CARRIER.id, trackingNumber } },
      { actor: CARRIER, command: { type: "RecordScan", trackingNumber, status: "delivered" } },
    ],
  };
}

/** One invoice can ask twice of one sale (what is left of it, and beyond), so the number carries which return it is. */
function returnStep({ at, lines, invoice }: RetailReturn, index: number, placement: Course["placement"]): Step {
  const trackingNumber = `BACK-${invoice}-${placement.externalId}-${index + 1}`;
  const reason = "other";
  return {
    at,
    acts: [
      { actor: buyerOf(placement), command: { type: "RequestReturn", lines: lines.map((line) => ({ ...line, reason })) } },
      { actor: buyerOf(placement), command: { type: "PostReturn", carrier: CARRIER.id, trackingNumber } },
      { actor: sellerOf(placement), command: { type: "ReceiveReturn", condition: "asSent" } },
    ],
  };
}
