// Lets time pass by itself: waits for the next thing that is due, and sends what commands queued. Idle, it costs one look
// at the indexes each half minute, however many orders there are.
import type { Clock } from "./clock.ts";
import type { Dispatcher } from "./dispatch.ts";
import type { Drain } from "./drain.ts";
import type { Log } from "./log.ts";

export type Worker = {
  /** Something that was committed is due at that time of the engine's clock: an effect, or an order. */
  wakeBy(at: number): void;
  /** Finishes what is under way. */
  stop(): Promise<void>;
};

const LONGEST_WAIT_MS = 30_000;
const SHORTEST_WAIT_MS = 20;

export function openWorker(clock: Clock, drain: Drain, dispatcher: Dispatcher, log: Log, byItself: boolean): Worker {
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;
  let under: Promise<void> | null = null;
  /** When the timer wakes us, on the real clock. */
  let wakesAt = Infinity;
  /** The earliest time that was asked for while work was under way. */
  let asked = Infinity;

  async function work(): Promise<void> {
    do {
      asked = Infinity;
      await dispatcher.run();
      await drain.to(clock.now(), async () => undefined);
    } while (asked <= clock.now() && !stopped);
  }

  function start(): void {
    if (stopped || under || !byItself) return;
    if (timer) clearTimeout(timer);
    under = work()
      .catch((error: unknown) => log.error({ error }, "the clock's work failed; it is tried again"))
      .then(() => drain.next().catch(() => null))
      .then((next) => {
        under = null;
        plan(Math.min(next ?? Infinity, asked) - clock.now());
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
