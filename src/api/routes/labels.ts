// A return's label as a file to print: the carrier's own where it makes them, otherwise set by us.
import { z } from "@hono/zod-openapi";
import type { Order } from "../../core/state.ts";
import { labelSizes, type Addressee } from "../../label/label.ts";
import { labelLanguages, labelOf } from "../../label/ofOrder.ts";
import { labelPdf } from "../../label/pdf.ts";
import { Problem } from "../problems.ts";
import { jsonAnswer, orderRoute, route, type Api, type Route } from "../route.ts";
import { instant } from "../schemas/common.ts";
import { iso } from "../views/time.ts";
import { profileOf } from "../views/words.ts";

const label = orderRoute({
  method: "get", path: "/v1/orders/{id}/returns/{returnId}/label.pdf", tag: "Orders", right: "read", summary: "Print a return's label",
  description: "One page: A6, or 4 × 6 inch where the buyer's country prints that. A carrier's own label comes as the carrier made it. There is none before it is made, and none once it is void or one of the two was erased.",
  query: z.strictObject({ language: z.enum(labelLanguages).optional(), size: z.enum(labelSizes).optional() }),
  problems: ["gone"],
  answers: { 200: { description: "The label, in the language asked for, otherwise the order's, otherwise English.", content: { "application/pdf": { schema: {} } } } },
  async handle({ c, api, order, query }) {
    const returned = order.returns.find(({ id }) => id === c.req.param("returnId"));
    if (!returned) throw new Problem("notFound", "This order has no such return.");
    if (!returned.label) throw new Problem("notFound", "This return has no label, or none yet.");
    if (returned.label.voidedAt !== null) throw new Problem("notFound", "This label is void: a parcel with it is refused.");
    const people = await addresseesOf(api, order);
    const theirs = await api.engine.labelFile({ id: returned.label.id, returnId: returned.id });
    if (theirs === null) throw new Problem("notFound", "The carrier that made this label is not connected.");
    const pdf = theirs !== "ours" ? theirs.bytes : await labelPdf(labelOf(order, returned, people, api.baseUrl, query));
    return new Response(pdf as Uint8Array<ArrayBuffer>, { headers: { "content-type": "application/pdf", "content-disposition": `inline; filename="${returned.rma}.pdf"`, "x-content-type-options": "nosniff", "cache-control": "private, no-store" } });
  },
});

const MOST = 200;
const DAY_MS = 86_400_000;
/** Carriers take up to thirty days to say whether a price comes back. */
const WAITED_DAYS = 30;

const unrefunded = route({
  method: "get", path: "/v1/labels/unrefunded", tag: "Operations", right: "operate", summary: "List voided labels whose price does not come back",
  description: `Rejected by the carrier, or not answered for ${WAITED_DAYS} days; the longest voided first, at most ${MOST}. It is money of the house: nobody's refund depends on it.`,
  answers: { 200: jsonAnswer("The labels.", z.object({ labels: z.array(z.object({ orderId: z.string(), returnId: z.string(), carrier: z.string(), reference: z.string(), trackingNumber: z.string().nullable(), refund: z.enum(["submitted", "rejected", "notApplicable"]), voidedAt: instant })) })) },
  async handle({ c, api }) {
    const shipments = await api.engine.store.shipments.unrefunded(Date.now() - WAITED_DAYS * DAY_MS, MOST);
    return c.json({ labels: shipments.map(({ orderId, returnId, gateway, shipmentId, trackingNumber, refund, voidedAt }) => ({ orderId, returnId, carrier: gateway, reference: shipmentId, trackingNumber, refund: refund as "submitted", voidedAt: iso(voidedAt!) })) }, 200);
  },
});

/** Both sides as they are printed. Throws `gone` where either was erased. */
async function addresseesOf({ engine }: Api, order: Order): Promise<{ from: Addressee; to: Addressee }> {
  const words = await engine.words([order.id]);
  const addressee = ({ country, profile }: Order["buyer"]): Addressee => {
    const text = profile && (words.get(profile.sealed) ?? null);
    if (profile !== null && text === null) throw new Problem("gone", "The words that stood on this label were erased.");
    const { name, address } = profileOf(text);
    return { name: name ?? null, address: address ?? null, country };
  };
  return { from: addressee(order.buyer), to: addressee(order.seller) };
}

export const labelRoutes: Route[] = [label, unrefunded];
