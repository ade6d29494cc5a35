// One at a time, also among several processes on one database: a lease in the settings, which its holder renews while it works
// and which a killed one loses after a few seconds. The embedded database has one process, where a queue is enough.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Store } from "../store/store.ts";

/** Runs the work when everybody who asked before has finished. */
export type Alone = <T>(work: () => Promise<T>) => Promise<T>;

/** `until` is real time. */
type Lease = { holder: string | null; until: number };

const LEASE_MS = 6_000;
const RENEW_MS = 2_000;
const ASK_MS = 25;
const FREE: Lease = { holder: null, until: 0 };

/** Opens the queue of that name. */
export async function openAlone({ kind, settings }: Pick<Store, "kind" | "settings">, name: string): Promise<Alone> {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn: Alone = (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  if (kind === "pglite") return inTurn;
  const me = randomUUID();
  await settings.putFirst(name, FREE);
  const lease = async (next: (kept: Lease) => Lease) => (await settings.change(name, (kept) => next(kept as Lease))) as Lease;
  const held = (): Lease => ({ holder: me, until: Date.now() + LEASE_MS });

  return (work) => inTurn(async () => {
    while ((await lease((kept) => (kept.holder !== me && kept.until > Date.now() ? kept : held()))).holder !== me) await sleep(ASK_MS);
    const renewal = setInterval(() => void lease((kept) => (kept.holder === me ? held() : kept)).catch(() => undefined), RENEW_MS);
    try {
      return await work();
    } finally {
      clearInterval(renewal);
      await lease((kept) => (kept.holder === me ? FREE : kept));
    }
  });
}
