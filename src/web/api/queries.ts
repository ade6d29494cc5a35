// What the pages read, each with its key. A change that the stream tells of makes the keys of that order old at once.
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { client, got } from "./client.ts";
import type { Event, Message, Order, Permission, paths, Posting } from "./openapi.d.ts";

export type { Event, Message, Order, Permission, Posting };
export type Deadline = Order["deadlines"][number];
export type Return = Order["returns"][number];
export type Claim = Order["claims"][number];
export type Refund = Order["refunds"][number];
export type Reversal = Order["reversals"][number];
export type Parcel = Order["parcels"][number];
export type Line = Order["lines"][number];
export type OrderSearch = Omit<NonNullable<paths["/v1/orders"]["get"]["parameters"]["query"]>, "cursor" | "limit">;

const PAGE = "25";

export const orderQuery = (id: string) => queryOptions({
  queryKey: ["order", id],
  queryFn: async () => got(await client.GET("/v1/orders/{id}", { params: { path: { id } } })),
});

export const eventsQuery = (id: string) => queryOptions({
  queryKey: ["order", id, "events"],
  queryFn: async () => got(await client.GET("/v1/orders/{id}/events", { params: { path: { id } } })).events,
});

export const journalQuery = (id: string) => queryOptions({
  queryKey: ["order", id, "journal"],
  queryFn: async () => got(await client.GET("/v1/orders/{id}/journal", { params: { path: { id } } })).postings,
});

export const messagesQuery = (id: string) => queryOptions({
  queryKey: ["order", id, "messages"],
  queryFn: async () => got(await client.GET("/v1/orders/{id}/messages", { params: { path: { id } } })).messages,
});

/** Pages of a list of orders; `search` is what the address says. */
export const ordersQuery = (search: OrderSearch) => infiniteQueryOptions({
  queryKey: ["orders", search],
  queryFn: async ({ pageParam }) => got(await client.GET("/v1/orders", { params: { query: { ...search, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } } })),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
});

/** The sandbox's clock; only asked where there is one. */
export const clockQuery = queryOptions({
  queryKey: ["clock"],
  queryFn: async () => got(await client.GET("/v1/demo/clock", {})),
  staleTime: 30_000,
});

/** What the pages may lead to and load of the marketplaces' own sites: settings of the server, which stay while it runs. */
export const marketplacesQuery = queryOptions({
  queryKey: ["marketplaces"],
  queryFn: async () => got(await client.GET("/v1/marketplaces", {})),
  staleTime: Number.POSITIVE_INFINITY,
});
