// Olist's orders as courses: placed and paid at purchase, confirmed at approval, shipped at the later of hand-over and approval,
// delivered at the later of that and delivery. History has no tracking numbers, so each parcel gets one of the sandbox carrier.
import { buyerOf, CARRIER, INSTITUTION, sellerOf, type Course, type Step } from "../course.ts";
import type { OlistOrder } from "./plan.ts";

/** The courses of these orders, made one by one. The plans are packed into text and taken out of `orders`: as text they need a third of the memory. */
export function olistCourses(orders: OlistOrder[]): Iterable<Course> {
  const packed: (string | null)[] = orders.map((order) => JSON.stringify(order));
  orders.length = 0;
  return unpacked(packed);
}

function* unpacked(packed: (string | null)[]): Generator<Course> {
  for (const [index, text] of packed.entries()) {
    packed[index] = null;
    yield courseOf(JSON.parse(text!) as OlistOrder, `OLIST-${String(index + 1).padStart(6, "0")}`);
  }
}

function courseOf(order: OlistOrder, trackingNumber: string): Course {
  const { externalId, buyerId, sellerId, lines, shippingMinor, shipBy, placedAt } = order;
  const placement: Course["placement"] = {
    externalId, buyer: { id: buyerId, country: "BR", profile: null }, seller: { id: sellerId, country: "BR", profile: null }, fulfilledBy: "seller", currency: "BRL",
    locale: null, lines, shippingMinor, commissionMinor: 0, shipWithin: null, shipBy,
  };
  return { placedAt, placement, steps: stepsOf(order, placement, trackingNumber) };
}

function stepsOf({ placedAt, approvedAt, handedOverAt, deliveredAt, payments }: OlistOrder, placement: Course["placement"], trackingNumber: string): Step[] {
  const steps: Step[] = [];
  const add = (at: number, actor: Step["acts"][number]["actor"], command: Step["acts"][number]["command"]) =>
    steps.push({ at: Math.max(at, steps.at(-1)?.at ?? placedAt), acts: [{ actor, command }] });
  add(placedAt, buyerOf(placement), { type: "PayOrder", payments: payments.map(({ method, amountMinor }) => ({ method, amountMinor })) });
  if (approvedAt !== null) add(approvedAt, INSTITUTION, { type: "ConfirmPayment" });
  if (handedOverAt !== null) add(handedOverAt, sellerOf(placement), { type: "ShipOrder", carrier: CARRIER.id, trackingNumber });
  if (deliveredAt !== null) add(deliveredAt, CARRIER, { type: "RecordScan", trackingNumber, status: "delivered" });
  return steps;
}
