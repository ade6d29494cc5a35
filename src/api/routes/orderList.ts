// The list of orders with every filter of the contract. Buyers and sellers find their own only.
import { z } from "@hono/zod-openapi";
import type { Order } from "../../core/state.ts";
import type { OrderFilter } from "../../store/list.ts";
import type { Caller } from "../caller.ts";
import { wrongShape } from "../problems.ts";
import { jsonAnswer, route, type Route } from "../route.ts";
import { shortText } from "../schemas/common.ts";
import { orderSchema } from "../schemas/order.ts";
import { showOrders } from "../views/order.ts";

const LARGEST_PAGE = 200;
const DAY_MS = 86_400_000;

const digits = (most: number) => z.string().regex(/^\d{1,15}$/, "a whole number").transform(Number).pipe(z.int().max(most));
const day = z.union([z.iso.datetime({ offset: true }), z.iso.date()]).openapi({ description: "An instant or a day (UTC)." });

const query = z.strictObject({
  marketplace: shortText.optional(), status: orderSchema.shape.status.optional(),
  q: z.string().max(200).optional().openapi({ description: "Part of an order number, an id, a title or a sku." }),
  buyer: shortText.optional(), seller: shortText.optional(), amountFrom: digits(Number.MAX_SAFE_INTEGER).optional().openapi({ type: "string" }),
  placedFrom: day.optional(), placedTo: day.optional(), open: z.enum(["cancellations", "returns", "claims", "refunds", "reversals"]).optional(),
  owes: z.enum(["buyer", "seller", "mediator", "operator", "institution", "carrier", "clock"]).optional().openapi({ description: "Whose turn it is." }),
  sort: z.literal("deadline").optional(), cursor: z.string().min(1).max(500).optional(),
  limit: digits(LARGEST_PAGE).pipe(z.int().min(1)).optional().openapi({ type: "string", description: `1 to ${LARGEST_PAGE}; 50 if absent.` }),
});

/** What a search of the list can say beside the page that is read: what a saved view keeps. */
export const searchQuery = query.omit({ cursor: true, limit: true, amountFrom: true });

const list = route({
  method: "get", path: "/v1/orders", tag: "Orders", right: "read", summary: "Find orders", query,
  description: "The newest first, or by the next deadline (graver claims with the mediators before all others). Of the permissions only the allowed ones. `next` is the cursor of the next page, null at the end.",
  answers: { 200: jsonAnswer("A page.", z.object({ orders: z.array(orderSchema), next: z.string().nullable() })) },
  async handle({ c, api, caller, query: wanted }) {
    const filter = ownOnly(filterOf(wanted), caller);
    if (filter === null) return c.json({ orders: [], next: null }, 200);
    const page = await api.engine.store.list(filter).catch((error: Error) => {
      throw error.name === "BadCursor" ? wrongShape([{ pointer: "#/cursor", detail: "not a cursor of this list" }], "malformed") : error;
    });
    const orders = page.rows.map((row) => row.state as Order);
    return c.json({ orders: await showOrders(api.engine, orders, caller), next: page.next }, 200);
  },
});

/** The store's filter of a search. */
export function filterOf({ placedFrom, placedTo, ...rest }: z.output<typeof query>): OrderFilter {
  const filter: OrderFilter = { ...rest };
  if (placedFrom !== undefined) filter.placedFrom = Date.parse(placedFrom);
  if (placedTo !== undefined) filter.placedTo = Date.parse(placedTo) + (placedTo.includes("T") ? 0 : DAY_MS - 1);
  return filter;
}

/** The filter narrowed to the caller's own orders; null where it asks for somebody else's. */
export function ownOnly(filter: OrderFilter, { actor }: Caller): OrderFilter | null {
  if (actor.role !== "buyer" && actor.role !== "seller") return filter;
  const asked = filter[actor.role];
  if (asked !== undefined && asked !== actor.id) return null;
  return actor.role === "buyer" ? { ...filter, buyer: actor.id, hiddenFrom: "buyer" } : { ...filter, seller: actor.id };
}

export const orderListRoutes: Route[] = [list];
