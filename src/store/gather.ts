// Gathers what is asked at the same time into one question: while one is under way, the next grows. It is to single
// statements what groups are to commands.

/** Asks for some items at once; the answer may cover other callers' items too. */
export type Gathered<T, R> = (items: readonly T[]) => Promise<R>;

type Caller<T, R> = { items: readonly T[]; resolve(answer: R): void; reject(error: unknown): void };

const MOST_CALLERS = 256;

/** `ask` answers for many callers together; where it fails, each is asked for alone, so that nobody pays for a neighbour. */
export function gathered<T, R>(ask: (items: T[]) => Promise<R>): Gathered<T, R> {
  const waiting: Caller<T, R>[] = [];
  let busy = false;

  async function drain(): Promise<void> {
    // What arrives in the same turn of the event loop goes together.
    await new Promise<void>((resolve) => void setImmediate(resolve));
    while (waiting.length > 0) await answer(waiting.splice(0, MOST_CALLERS));
    busy = false;
  }

  async function answer(callers: Caller<T, R>[]): Promise<void> {
    try {
      const given = await ask(callers.flatMap(({ items }) => items));
      for (const { resolve } of callers) resolve(given);
    } catch (error) {
      if (callers.length === 1) return callers[0]!.reject(error);
      for (const caller of callers) await answer([caller]);
    }
  }

  return (items) =>
    new Promise((resolve, reject) => {
      waiting.push({ items, resolve, reject });
      if (busy) return;
      busy = true;
      void drain();
    });
}
