// Tells whoever listens what changed, after the commit: here, and on a server in other processes too. Keeps the latest changes so
// that a reader who was away for a moment can go on.
import type { RecordedEvent } from "../core/event.ts";
import type { Order } from "../core/state.ts";
import type { Log } from "./log.ts";
import { openOthers, type Sources } from "./others.ts";

/** One commit of one order. `position` grows with every change that this process tells. */
export type Change = { position: string; order: Order; events: RecordedEvent[] };

/** Called with every change; with null where something was missed and the reader must read anew. */
export type Listen = (change: Change | null) => void;

export type Changes = {
  /**
   * Calls `listen` with every change from now on, until `end`. `missed` is what came after the position; null where that is too old
   * or another process's, and the reader must read anew.
   */
  subscribe(listen: Listen, after?: string): Promise<{ missed: Change[] | null; end(): void }>;
  /** Calls `heard` after every commit of this process, until the answer is called. */
  onCommit(heard: () => void): () => void;
};

export type OwnChanges = Changes & { publish(order: Order, events: RecordedEvent[]): void; close(): Promise<void> };

const KEPT = 2_000;
/** Others are followed so long after the last listener has gone: a reader whose connection broke comes again. */
const LINGER_MS = 60_000;

export function openChanges(store: Sources, log: Log): OwnChanges {
  const listeners = new Set<Listen>();
  const heard = new Set<() => void>();
  const others = openOthers(store, log, { tell, begun: begin });
  let run = "";
  let runs = 0;
  let kept: Change[] = [];
  let count = 0;
  let lingering: NodeJS.Timeout | null = null;
  begin();

  function tell(order: Order, events: RecordedEvent[]): void {
    const change = { position: `${run}-${++count}`, order, events };
    kept.push(change);
    if (kept.length > KEPT) kept.shift();
    for (const listen of listeners) listen(change);
  }

  /** What comes from now on does not join what came before: nobody knows what happened in between. */
  function begin(): void {
    run = `${process.pid.toString(36)}.${Date.now().toString(36)}.${++runs}`;
    kept = [];
    for (const listen of listeners) listen(null);
  }

  function since(position: string): Change[] | null {
    const [from, number] = position.split("-");
    const after = Number(number);
    if (from !== run || !Number.isInteger(after) || after > count || after < count - kept.length) return null;
    return kept.slice(kept.length - (count - after));
  }

  return {
    publish(order, events) {
      // Where others are not followed nobody listens, and what was kept would have holes.
      if (others.followed()) tell(order, events);
      for (const told of heard) told();
    },
    onCommit(told) {
      heard.add(told);
      return () => void heard.delete(told);
    },
    async subscribe(listen, after) {
      do await others.follow();
      while (!others.followed());
      const missed = after === undefined ? [] : since(after);
      listeners.add(listen);
      return {
        missed,
        end() {
          listeners.delete(listen);
          if (lingering) clearTimeout(lingering);
          lingering = setTimeout(() => void (listeners.size === 0 && store.announcements && others.leave()), LINGER_MS);
          lingering.unref();
        },
      };
    },
    async close() {
      if (lingering) clearTimeout(lingering);
      await others.leave();
    },
  };
}
