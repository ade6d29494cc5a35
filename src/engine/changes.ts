// Tells whoever listens what changed, after the commit. Keeps the latest changes so that a reader who was away can go on.
import type { RecordedEvent } from "../core/event.ts";
import type { Order } from "../core/state.ts";

/** One commit of one order. `position` grows with every change of this process. */
export type Change = { position: string; order: Order; events: RecordedEvent[] };

export type Changes = {
  /** Calls `listen` with every change from now on; returns how to stop. */
  subscribe(listen: (change: Change) => void): () => void;
  /** What came after a position; null where it is too old or another process's, and the reader must read anew. */
  since(position: string): Change[] | null;
};

const KEPT = 2_000;

export function openChanges(): Changes & { publish(order: Order, events: RecordedEvent[]): void } {
  const listeners = new Set<(change: Change) => void>();
  const run = Date.now().toString(36);
  const kept: Change[] = [];
  let count = 0;
  return {
    publish(order, events) {
      const change = { position: `${run}-${++count}`, order, events };
      kept.push(change);
      if (kept.length > KEPT) kept.shift();
      for (const listen of listeners) listen(change);
    },
    subscribe(listen) {
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
    since(position) {
      const [from, number] = position.split("-");
      const after = Number(number);
      if (from !== run || !Number.isInteger(after) || after > count || after < count - kept.length) return null;
      return kept.slice(kept.length - (count - after));
    },
  };
}
