// A person's own saved views, as the server keeps them: read with their counts, made, renamed and deleted.
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, got } from "../../api/client.ts";
import type { OrderSearch } from "../../api/queries.ts";
import type { SavedView } from "../../api/openapi.d.ts";

export type { SavedView };

export const savedViewsQuery = queryOptions({
  queryKey: ["orders", "views"],
  queryFn: async () => got(await client.GET("/v1/me/views", {})).views,
});

/** The search that can be kept: where on the list one is, and in which order, is no part of it. */
export const keptOf = ({ sort: _sort, amountFrom: _amountFrom, ...search }: OrderSearch): SavedView["search"] => search;

/** Each changes the views on the server and reads them anew. Their errors are the server's own. */
export function useSavedViews() {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: savedViewsQuery.queryKey });
  return {
    save: useMutation({ mutationFn: async (view: { name: string; search: SavedView["search"] }) => got(await client.POST("/v1/me/views", { body: view })), onSuccess }),
    rename: useMutation({ mutationFn: async ({ id, name }: { id: string; name: string }) => got(await client.PUT("/v1/me/views/{id}", { params: { path: { id } }, body: { name } })), onSuccess }),
    remove: useMutation({ mutationFn: async (id: string) => got(await client.DELETE("/v1/me/views/{id}", { params: { path: { id } } })), onSuccess }),
  };
}
