// The thread that sets summaries, so that the server goes on answering while fonts are cut. One summary at a time.
import { parentPort } from "node:worker_threads";
import type { Summary } from "./blocks.ts";
import { pdfOf } from "./layout.ts";

export type Wish = { id: number; summary: Summary };
export type Made = { id: number; pdf: Uint8Array } | { id: number; error: string };

let last: Promise<void> = Promise.resolve();
parentPort!.on("message", ({ id, summary }: Wish) => {
  last = last.then(async () => {
    const made = await pdfOf(summary).then((pdf): Made => ({ id, pdf }), (error: unknown): Made => ({ id, error: error instanceof Error ? error.stack ?? error.message : String(error) }));
    parentPort!.postMessage(made);
  });
});
