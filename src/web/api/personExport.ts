// Everything that is kept of a person as a file: fetched with the reader's own right, then saved.
import { useMutation, type UseMutationResult } from "@tanstack/react-query";
import { client, got } from "./client.ts";
import { saveFile } from "./save.ts";

export type Whose = { role: string; id: string; language?: "en" | "zh" | "ru" };

/** Fetches and saves it. Without a language the README comes in the one that the person wishes. */
export function usePersonExport(): UseMutationResult<void, Error, Whose> {
  return useMutation({
    mutationFn: async ({ role, id, language }) => {
      const file = got<Blob>(await client.GET("/v1/people/{role}/{id}/export", { params: { path: { role, id }, query: language ? { language } : {} }, parseAs: "blob" }) as never);
      saveFile(file, `${role}-${id}.zip`);
    },
  });
}
