// What time brings about, in order: deadlines of orders, effects that wait, and what the sandbox's institution does by itself.
// The earliest comes first, then the clock stands there, it is acted on, and again; never day by day, also through a long jump.
import { setTimeout as sleep } from "node:timers/promises";
import { StoreConflict } from "../store/errors.ts";
import type { Store } from "../store/store.ts";
import type { Dispatcher } from "./dispatch.ts";
import type { Log } from "./log.ts";

export type Drain = {
  /** Does everything that is due at `now`, and what follows from it. Epoch milliseconds. */
  to(now: number): Promise<void>;
  /** The same up to `target`, each thing at its own time: `stand` is told the time before anything is done at it. Also waits for what other processes are sending. */
  upTo(target: number, stand: (now: number) => Promise<void>): Promise<void>;
  /** When something is due next, or null. */
  next(): Promise<number | null>;
  /** The engine ends: what is under way stops at the next thing that is due. */
  stop(): void;
};

/** What acts by the clock besides the orders: payouts, and the sandbox's institution. */
export type Outside = { earliestDue(): Promise<number | null>; actUpTo(now: number): Promise<number> };

/** Several as one. */
export function together(all: readonly Outside[]): Outside {
  return {
    earliestDue: async () => (await Promise.all(all.map((one) => one.earliestDue()))).reduce((first, at) => (first === null || (at !== null && at < first) ? at : first), null),
    actUpTo: async (now) => {
      let acted = 0;
      for (const one of all) acted += await one.actUpTo(now);
      return acted;
    },
  };
}

const AT_ONCE = 256;
const ASK_MS = 25;
/** When an order on which the clock cannot act is looked at again. */
const LATER_MS = 24 * 60 * 60 * 1000;

export function openDrain(store: Store, dispatcher: Dispatcher, actOn: (orderId: string, until: number) => Promise<unknown>, outside: Outside | null, log: Log): Drain {
  let stopped = false;
  const next = async (): Promise<number | null> => {
    const times = await Promise.all([store.earliestDue(), outside?.earliestDue() ?? null]);
    return times.reduce((first, at) => (first === null || (at !== null && at < first) ? at : first), null);
  };

  /** Everything at or before `now`, and what follows from it at once. */
  async function settle(now: number): Promise<void> {
    while (!stopped) {
      const sent = await dispatcher.run();
      const due = await store.dueOrders(now, AT_ONCE);
      await Promise.all(due.map(({ id }) => actOn(id, now).catch((error: unknown) => setAside(id, now, error))));
      const acted = due.length > 0 ? 0 : (await outside?.actUpTo(now)) ?? 0;
      if (sent + due.length + acted === 0) return;
    }
  }

  /** A fault of ours in one order must not hold up the time of all others. */
  async function setAside(orderId: string, now: number, error: unknown): Promise<void> {
    if (error instanceof StoreConflict) return;
    log.error({ err: error, orderId }, "the clock could not act on an order; it is looked at again in a day");
    await store.postpone(orderId, now + LATER_MS);
  }

  /** What another process has taken off the outbox is sent, or its lease has run out: only then does time go on. */
  async function untilNothingIsUnderWay(): Promise<void> {
    // The embedded database has one process, and its own dispatcher has just finished.
    if (store.kind === "pglite") return;
    let waited = await store.outbox.underWay();
    while (waited.length > 0) {
      await sleep(ASK_MS);
      await dispatcher.run();
      const still = new Set((await store.outbox.underWay()).map(({ id, epoch }) => `${id} ${epoch}`));
      waited = waited.filter(({ id, epoch }) => still.has(`${id} ${epoch}`));
    }
  }

  return {
    next,
    to: settle,
    async upTo(target, stand) {
      // Later ones are sent before `settle` comes back.
      await dispatcher.run();
      for (;;) {
        if (stopped) throw new Error("the engine ended while the clock was moving");
        await untilNothingIsUnderWay();
        const at = await next();
        if (at === null || at > target) return;
        await stand(at);
        await settle(at);
      }
    },
    stop() {
      stopped = true;
    },
  };
}
