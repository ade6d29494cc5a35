// What the staff's pages read besides orders, each with its key. Keys under "orders" are made old by the stream with the lists.
import { queryOptions } from "@tanstack/react-query";
import { client, got } from "../../api/client.ts";
import type { paths } from "../../api/openapi.d.ts";

type Answer<P extends keyof paths> = paths[P] extends { get: { responses: { 200: { content: { "application/json": infer T } } } } } ? T : never;
export type Open = Answer<"/v1/orders:open">;
export type OpenCount = Open["open"][number];
export type Statement = { seller: string; balances: { currency: string; openingMinor: number; closingMinor: number }[]; lines: { orderId: string | null; externalId: string | null; payoutId: string | null; marketplace: string; eventSeq: number; type: string; at: string; amountMinor: number; currency: string }[]; complete: boolean };
type Role = "buyer" | "seller" | "mediator" | "operator";

/** What is open, counted; narrowed to those whose turn is `owes`. */
export const openQuery = (owes: Role | null) => queryOptions({
  queryKey: ["orders", "open", owes],
  queryFn: async () => got(await client.GET("/v1/orders:open", { params: { query: owes === null ? {} : { owes } } })),
});

/** Sums one of the counts over marketplaces and statuses. */
export const countOf = (open: readonly OpenCount[], of: (row: OpenCount) => number): number => open.reduce((total, row) => total + of(row), 0);
