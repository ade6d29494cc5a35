// An order as a marketplace sends it, and how it becomes what the engine takes.
import { z } from "@hono/zod-openapi";
import { isCurrency } from "../../core/currency.ts";
import { LARGEST_AMOUNT_MINOR } from "../../core/money.ts";
import type { OrderInput } from "../../engine/engine.ts";
import { amount, country, duration, shortText } from "./common.ts";

const address = z.url({ protocol: /^https?$/ }).max(2000);

const partyBody = z.strictObject({
  id: shortText, country, name: shortText.optional(), email: z.email().max(254).optional(), address: z.string().min(1).max(1000).optional(),
});

const lineBody = z
  .strictObject({
    sku: shortText, title: z.string().min(1).max(500), quantity: z.int().min(1).max(1_000_000), unitPriceMinor: amount,
    discountMinor: amount.optional(), discountBy: z.enum(["seller", "platform"]).optional(), taxMinor: amount.optional(),
    model3dUrl: address.optional(), imageUrl: address.optional(), finalSale: z.boolean().optional(), excepted: z.enum(["customMade", "sealedHygiene", "digitalBegun"]).optional(),
  })
  .superRefine((line, context) => {
    const discount = line.discountMinor ?? 0;
    if (discount > line.quantity * line.unitPriceMinor) context.addIssue({ code: "custom", path: ["discountMinor"], message: "more than the units cost" });
    if (discount > 0 && line.discountBy === undefined) context.addIssue({ code: "custom", path: ["discountBy"], message: "must say who gives the discount" });
  });

type LineBody = z.output<typeof lineBody>;

/** `POST /v1/orders`. */
export const orderBody = z
  .strictObject({
    marketplace: shortText, externalId: shortText, buyer: partyBody, seller: partyBody, fulfilledBy: z.enum(["seller", "platform"]).default("seller"),
    currency: z.string().refine(isCurrency, "an ISO 4217 currency in use").openapi({ example: "USD" }),
    locale: z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, "a language tag").max(35).optional(),
    lines: z.array(lineBody).min(1).max(1000), shippingMinor: amount.default(0), commissionMinor: amount.default(0),
    shipWithin: duration.optional(), shipBy: z.iso.datetime({ offset: true }).optional(),
  })
  .superRefine((order, context) => {
    const seen = new Set<string>();
    order.lines.forEach((line, index) => {
      if (seen.has(line.sku)) context.addIssue({ code: "custom", path: ["lines", index, "sku"], message: "another line has this sku" });
      seen.add(line.sku);
    });
    const total = order.lines.reduce((sum, line) => sum + priceOf(line), order.shippingMinor);
    if (total > LARGEST_AMOUNT_MINOR) context.addIssue({ code: "custom", path: ["lines"], message: `together more than ${LARGEST_AMOUNT_MINOR}` });
    if (order.commissionMinor > total) context.addIssue({ code: "custom", path: ["commissionMinor"], message: "more than the order's total" });
    if (order.shipBy !== undefined && order.shipWithin !== undefined) context.addIssue({ code: "custom", path: ["shipBy"], message: "stands instead of shipWithin, not beside it" });
  })
  .openapi("OrderBody");

const priceOf = (line: LineBody): number => line.quantity * line.unitPriceMinor - (line.discountMinor ?? 0) + (line.taxMinor ?? 0);

/** The order as the engine takes it. */
export function orderInput(body: z.output<typeof orderBody>): OrderInput {
  return { ...body, locale: body.locale ?? null, shipWithin: body.shipWithin ?? null, shipBy: body.shipBy === undefined ? null : Date.parse(body.shipBy) };
}
