// A thread that sets PDFs, so that the server goes on answering while fonts are cut: started with the first wish, let go when it
// had nothing to do for a while. What is set, the file that the thread runs says.
import { Worker } from "node:worker_threads";
import type { Made, Wish } from "./setting.ts";

const IDLE_MS = 60_000;

type Waiting = { resolve(pdf: Uint8Array): void; reject(error: Error): void };
type Thread = { worker: Worker; waiting: Map<number, Waiting>; idle: NodeJS.Timeout | null };

/** Asks the thread that runs `file` for PDFs of plain values. What it answers throws where one cannot be set. */
export function settingThread<T>(file: URL): (wanted: T) => Promise<Uint8Array> {
  let thread: Thread | null = null;
  let wishes = 0;
  return (wanted) => {
    const { worker, waiting, idle } = (thread ??= started());
    if (idle) clearTimeout(idle);
    return new Promise((resolve, reject) => {
      const id = (wishes += 1);
      waiting.set(id, { resolve, reject });
      // While somebody waits the thread keeps the process alive, otherwise it does not.
      worker.ref();
      worker.postMessage({ id, wanted } satisfies Wish<T>);
    });
  };

  function started(): Thread {
    // Flags of the main thread, such as those of a test runner, are not for this one.
    const worker = new Worker(file, { execArgv: [] });
    const own: Thread = { worker, waiting: new Map(), idle: null };
    worker.unref();
    worker.on("message", (made: Made) => {
      const one = own.waiting.get(made.id);
      own.waiting.delete(made.id);
      if ("pdf" in made) one?.resolve(made.pdf);
      else one?.reject(new Error(made.error));
      if (own.waiting.size === 0) rest(own);
    });
    worker.on("error", (error: Error) => ended(own, error));
    worker.on("exit", (code) => ended(own, new Error(`the setting thread ended with ${code}`)));
    return own;
  }

  function rest(own: Thread): void {
    own.worker.unref();
    if (own.idle) clearTimeout(own.idle);
    own.idle = setTimeout(() => {
      if (thread === own) thread = null;
      void own.worker.terminate();
    }, IDLE_MS).unref();
  }

  function ended(own: Thread, error: Error): void {
    if (thread === own) thread = null;
    for (const one of own.waiting.values()) one.reject(error);
    own.waiting.clear();
  }
}
