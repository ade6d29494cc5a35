// Plays parts of a history on several cores: each worker takes the next part as soon as it is done with the one before.
// Only for policies whose orders need to know nothing of each other. Tallies add up, so it does not matter who takes what.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Numbered } from "./play.ts";
import type { Question, Tally } from "./tally.ts";

/** Gives every part to one of `size` workers; `take` is told each part's tally, as they come. Rejects with what a worker throws. */
export async function playInParallel(parts: Iterable<Numbered[]>, question: Question, size: number, take: (tally: Tally) => void): Promise<void> {
  const waiting = parts[Symbol.iterator]();
  async function workOn(worker: Worker): Promise<void> {
    for (let part = waiting.next(); !part.done; part = waiting.next()) {
      worker.postMessage(part.value);
      const [tally] = (await once(worker, "message")) as [Tally];
      take(tally);
    }
  }
  const workers = Array.from({ length: size }, () => new Worker(new URL("./crewWorker.ts", import.meta.url), { workerData: question }));
  try {
    await Promise.all(workers.map(workOn));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
