// Tells registered receivers what happens to orders: each order's events in their order, each at least once, signed. What fails is
// tried again, later and later; who has not answered for days is paused and told so on the page of deliveries. Real clock throughout.
import type { Engine } from "../engine/engine.ts";
import type { Log } from "../engine/log.ts";
import { openPoster } from "./post.ts";
import { openTelling, type EventOf, type Telling } from "./telling.ts";

export type Webhooks = {
  /** A receiver was added, resumed or removed: it is looked after at once. */
  changed(): void;
  replay: Telling["replay"];
  /** Nothing more is sent. Resolves when what is under way has ended. */
  close(): Promise<void>;
};

const HOUR = 60 * 60 * 1000;
const KEPT_MS = 30 * 24 * HOUR;
const LEASE_MS = 10 * 60 * 1000;
const ORDERS_AT_ONCE = 32;
const TOGETHER_MS = 20;
const LONGEST_WAIT_MS = 30 * 1000;

export function openWebhooks(engine: Engine, eventOf: EventOf, log: Log): Webhooks {
  const { webhooks } = engine.store;
  const poster = openPoster(engine.sandbox !== null);
  const telling = openTelling(engine, eventOf, poster, log);
  let closed = false;
  let timer: NodeJS.Timeout | null = null;
  let under: Promise<void> | null = null;
  let asked = false;
  /** Whether there is any receiver: without one nothing is looked for. */
  let any = false;
  let purgedAt = 0;

  const wake = (wait: number): void => {
    asked ||= wait <= TOGETHER_MS;
    if (closed || under) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      under = work().catch((error: unknown) => void (closed || log.error({ err: error }, "webhooks could not be sent; they are tried again"))).finally(() => {
        under = null;
        wake(asked ? TOGETHER_MS : LONGEST_WAIT_MS);
      });
    }, wait).unref();
  };

  async function work(): Promise<void> {
    asked = false;
    any = (await webhooks.list()).length > 0;
    if (!any) return;
    if (Date.now() - purgedAt > HOUR) {
      purgedAt = Date.now();
      await webhooks.purge(purgedAt - KEPT_MS);
    }
    for (let leases = await webhooks.lease(Date.now(), LEASE_MS, ORDERS_AT_ONCE); leases.length > 0 && !closed; leases = await webhooks.lease(Date.now(), LEASE_MS, ORDERS_AT_ONCE)) {
      const hooks = await webhooks.find([...new Set(leases.map((lease) => lease.webhookId))]);
      await Promise.all(leases.map(async (lease) => {
        const webhook = hooks.get(lease.webhookId);
        if (webhook) await telling.tellOrder(webhook, lease, () => closed);
      }));
    }
    const next = await webhooks.earliest();
    if (next !== null && next - Date.now() < LONGEST_WAIT_MS) setTimeout(() => wake(0), Math.max(TOGETHER_MS, next - Date.now())).unref();
  }

  const stop = engine.changes.onCommit(() => {
    if (any) wake(TOGETHER_MS);
  });
  wake(0);
  return {
    changed: () => wake(0),
    replay: telling.replay,
    async close() {
      closed = true;
      stop();
      if (timer) clearTimeout(timer);
      await poster.close();
      await under;
    },
  };
}
