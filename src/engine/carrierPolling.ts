// Asks a carrier in time what it did not tell by itself. Sleeps until something is to be asked: with nothing on its way it costs one
// look at an index an hour. Real clock: the carrier's world does not follow the sandbox's.
import type { Command } from "../core/commands.ts";
import type { Polling } from "./gateways/gateway.ts";
import type { Log } from "./log.ts";

export type CarrierPolling = {
  /** Nothing more is asked. Resolves when what is under way has ended. */
  stop(): Promise<void>;
};

/** Other processes buy labels too: what they left behind is found at the latest then. */
const LONGEST_WAIT_MS = 60 * 60 * 1000;
/** What became due together is asked about together. */
const SHORTEST_WAIT_MS = 1_000;
/** After the carrier failed. */
const FAILED_WAIT_MS = 5 * 60 * 1000;

export function openCarrierPolling(polling: Polling, record: (orderId: string, command: Command) => Promise<void>, log: Log): CarrierPolling {
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;
  let under: Promise<void> | null = null;

  async function work(): Promise<number> {
    while (!stopped && (await polling.ask(record)) > 0);
    const next = await polling.next();
    return next === null ? LONGEST_WAIT_MS : Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, next - Date.now()));
  }

  function plan(waitMs: number): void {
    if (stopped) return;
    timer = setTimeout(() => {
      under = work().catch((error: unknown) => {
        log.warn({ err: error }, "the carrier could not be asked; it is asked again");
        return FAILED_WAIT_MS;
      }).then((wait) => {
        under = null;
        plan(wait);
      });
    }, waitMs).unref();
  }

  plan(SHORTEST_WAIT_MS);
  return {
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await under;
    },
  };
}
