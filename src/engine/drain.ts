// What time brings about, in order: deadlines of orders, effects that wait, and what the sandbox's institution does by itself.
// The earliest comes first, then the clock stands there, it is acted on, and again; never day by day, also through a long jump.
import type { Store } from "../store/store.ts";
import type { Dispatcher } from "./dispatch.ts";

export type Drain = {
  /** Does everything that is due up to `target`. `stand` is told each time at which something is done, before it is. Epoch milliseconds. */
  to(target: number, stand: (now: number) => Promise<void>): Promise<void>;
  /** When something is due next, or null. */
  next(): Promise<number | null>;
};

/** What acts by the clock besides the orders: only the sandbox's institution. */
export type Outside = { earliestDue(): Promise<number | null>; actUpTo(now: number): Promise<number> };

const AT_ONCE = 256;

export function openDrain(store: Store, dispatcher: Dispatcher, actOn: (orderId: string, until: number) => Promise<unknown>, outside: Outside | null): Drain {
  const next = async (): Promise<number | null> => {
    const times = await Promise.all([store.earliestDue(), outside?.earliestDue() ?? null]);
    return times.reduce((first, at) => (first === null || (at !== null && at < first) ? at : first), null);
  };

  /** Everything at or before `now`, and what follows from it at once. */
  async function settle(now: number): Promise<void> {
    for (;;) {
      const sent = await dispatcher.run();
      const due = await store.dueOrders(now, AT_ONCE);
      await Promise.all(due.map(({ id }) => actOn(id, now)));
      const acted = due.length > 0 ? 0 : (await outside?.actUpTo(now)) ?? 0;
      if (sent + due.length + acted === 0) return;
    }
  }

  return {
    next,
    async to(target, stand) {
      await dispatcher.run();
      for (;;) {
        const at = await next();
        if (at === null || at > target) return;
        await stand(at);
        await settle(at);
      }
    },
  };
}
