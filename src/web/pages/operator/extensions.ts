// Deadlines that were extended together, as the server knows them: a list of batches, and what taking one back would do.
import { queryOptions } from "@tanstack/react-query";
import { client, got } from "../../api/client.ts";
import type { paths } from "../../api/openapi.d.ts";

export type ExtensionBatch = paths["/v1/extensions"]["get"]["responses"]["200"]["content"]["application/json"]["batches"][number];
export type Extended = paths["/v1/extensions/{batch}"]["get"]["responses"]["200"]["content"]["application/json"]["deadlines"][number];

export const batchesQuery = queryOptions({
  queryKey: ["orders", "extensions"],
  queryFn: async () => got(await client.GET("/v1/extensions", {})).batches,
});

export const batchQuery = (batch: string) => queryOptions({
  queryKey: ["orders", "extensions", batch],
  queryFn: async () => got(await client.GET("/v1/extensions/{batch}", { params: { path: { batch } } })).deadlines,
});
