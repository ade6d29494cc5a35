// Lets time pass by itself: waits for the next thing that is due, and sends what commands queued. Idle, it costs one look
// at the indexes each half minute, however many orders there are.
import type { Clock } from "./clock.ts";
import type { Dispatcher } from "./dispatch.ts";
import type { Drain } from "./drain.ts";
import type { Log } from "./log.ts";

export type Worker = {
  /** Something was committed: there may be effects to send, or an earlier deadline. */
  poke(): void;
  /** Finishes what is under way. */
  stop(): Promise<void>;
};

const LONGEST_WAIT_MS = 30_000;

export function openWorker(clock: Clock, drain: Drain, dispatcher: Dispatcher, log: Log, byItself: boolean): Worker {
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;
  let under: Promise<void> | null = null;
  let again = false;

  async function work(): Promise<void> {
    do {
      again = false;
      await dispatcher.run();
      await drain.to(clock.now(), async () => undefined);
    } while (again && !stopped);
  }

  function start(): void {
    if (stopped || !byItself) return;
    if (under) {
      again = true;
      return;
    }
    if (timer) clearTimeout(timer);
    under = work()
      .catch((error: unknown) => log.error({ error }, "the clock's work failed; it is tried again"))
      .then(plan)
      .finally(() => {
        under = null;
        if (again) start();
      });
  }

  async function plan(): Promise<void> {
    const next = stopped ? null : await drain.next().catch(() => null);
    const wait = next === null ? LONGEST_WAIT_MS : Math.min(Math.max(next - clock.now(), 20), LONGEST_WAIT_MS);
    if (!stopped) timer = setTimeout(start, wait);
  }

  // What a crash left: effects that were recorded but not sent, deadlines that passed meanwhile.
  setImmediate(start);
  return {
    poke: start,
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      while (under) await under;
    },
  };
}
