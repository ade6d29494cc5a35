// A return's label as a file to print: the carrier's own where it makes them, otherwise set by us.
import { z } from "@hono/zod-openapi";
import type { Order } from "../../core/state.ts";
import { labelPdf, labelSizes, type Addressee } from "../../label/label.ts";
import { labelLanguages, labelOf } from "../../label/ofOrder.ts";
import { Problem } from "../problems.ts";
import { orderRoute, type Api, type Route } from "../route.ts";
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
    const pdf = await labelPdf(labelOf(order, returned, people, api.baseUrl, query));
    return new Response(pdf as Uint8Array<ArrayBuffer>, { headers: { "content-type": "application/pdf", "content-disposition": `inline; filename="${returned.rma}.pdf"`, "x-content-type-options": "nosniff", "cache-control": "private, no-store" } });
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

export const labelRoutes: Route[] = [label];
