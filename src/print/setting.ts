// The other end of a setting thread: answers its wishes, one at a time. Runs in the thread, never in the server's own.
import { parentPort } from "node:worker_threads";

export type Wish<T> = { id: number; wanted: T };
export type Made = { id: number; pdf: Uint8Array } | { id: number; error: string };

/** Sets whatever this thread is asked for with `pdfOf`. */
export function answerWishes<T>(pdfOf: (wanted: T) => Promise<Uint8Array>): void {
  let last: Promise<void> = Promise.resolve();
  parentPort!.on("message", ({ id, wanted }: Wish<T>) => {
    last = last.then(async () => {
      const made = await pdfOf(wanted).then((pdf): Made => ({ id, pdf }), (error: unknown): Made => ({ id, error: error instanceof Error ? error.stack ?? error.message : String(error) }));
      parentPort!.postMessage(made);
    });
  });
}
