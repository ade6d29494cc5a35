// Lets time pass by itself: waits for the next thing that is due, and sends what commands queued. Idle, it costs one look
// at the indexes each half minute, however many orders there are.
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { Drain } from "./drain.ts";
import type { Log } from "./log.ts";

export type Worker = {
  /** Something that was committed is due at that time of the engine's clock: an effect, or an order. */
  wakeBy(at: number): void;
  /** Finishes what is under way. */
  stop(): Promise<void>;
};

const LONGEST_WAIT_MS = 30_000;
/** Under load, what is asked for within this time is done together. */
const SHORTEST_WAIT_MS = 50;

export function openWorker(store: Store, clock: Clock, drain: Drain, log: Log, byItself: boolean): Worker {
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;
  let under: Promise<void> | null = null;
  /** When the timer wakes us, on the real clock. */
  let wakesAt = Infinity;
  /** The earliest time that was asked for while work was under way. */
  let asked = Infinity;

  async function work(): Promise<void> {
    asked = Infinity;
    await clock.refresh();
    await drain.to(clock.now());
  }

  /** How long until something is due, or a lease of a killed process runs out. */
  async function pause(): Promise<number> {
    const [next, leased] = await Promise.all([drain.next(), store.kind === "pglite" ? [] : store.outbox.underWay()]);
    const freed = Math.min(Infinity, ...leased.map(({ leasedUntil }) => leasedUntil)) - Date.now();
    return Math.min((next ?? Infinity) - clock.now(), freed);
  }

  function start(): void {
    if (stopped || under || !byItself) return;
    if (timer) clearTimeout(timer);
    under = work()
      .catch((error: unknown) => log.error({ err: error }, "the clock's work failed; it is tried again"))
      .then(() => pause().catch(() => Infinity))
      .then((wait) => {
        under = null;
        plan(Math.min(wait, asked - clock.now()));
      });
  }

  function plan(waitMs: number): void {
    if (stopped) return;
    if (timer) clearTimeout(timer);
    const wait = Math.min(Math.max(waitMs, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
    wakesAt = Date.now() + wait;
    timer = setTimeout(start, wait);
  }

  // What a crash left: effects that were recorded but not sent, deadlines that passed meanwhile.
  setImmediate(start);
  return {
    wakeBy(at) {
      const wait = at - clock.now();
      if (under) asked = Math.min(asked, at);
      else if (wait <= 0) start();
      else if (byItself && Date.now() + wait < wakesAt) plan(wait);
    },
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      while (under) await under;
    },
  };
}
