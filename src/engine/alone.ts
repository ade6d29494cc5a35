// One at a time, also among several processes on one database: a lease in the settings, which its holder renews while it works
// and which a killed one loses after a few seconds. The embedded database has one process, where a queue is enough.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Store } from "../store/store.ts";

/** Runs the work when everybody who asked before has finished. */
export type Alone = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs the work unless somebody else is at it; null then. */
export type IfFree = <T>(name: string, work: () => Promise<T>) => Promise<{ done: T } | null>;

type Settings = Pick<Store, "kind" | "settings">;
/** `until` is real time. */
type Kept = { holder: string | null; until: number };
type Lease = { take(): Promise<boolean>; whileHeld<T>(work: () => Promise<T>): Promise<T> };

const LEASE_MS = 6_000;
const RENEW_MS = 2_000;
const ASK_MS = 25;
const FREE: Kept = { holder: null, until: 0 };

/** Opens the queue of that name. */
export async function openAlone(store: Settings, name: string): Promise<Alone> {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn: Alone = (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  if (store.kind === "pglite") return inTurn;
  const lease = await leaseOf(store, name);
  return (work) => inTurn(async () => {
    while (!(await lease.take())) await sleep(ASK_MS);
    return lease.whileHeld(work);
  });
}

/** Opens what nobody waits for: a second one is turned away, whatever the name stands for. */
export function openIfFree(store: Settings, prefix: string): IfFree {
  const under = new Set<string>();
  return async (name, work) => {
    if (under.has(name)) return null;
    under.add(name);
    try {
      if (store.kind === "pglite") return { done: await work() };
      const lease = await leaseOf(store, `${prefix}/${name}`);
      return (await lease.take()) ? { done: await lease.whileHeld(work) } : null;
    } finally {
      under.delete(name);
    }
  };
}

async function leaseOf({ settings }: Settings, name: string): Promise<Lease> {
  const me = randomUUID();
  await settings.putFirst(name, FREE);
  const change = async (next: (kept: Kept) => Kept) => (await settings.change(name, (kept) => next(kept as Kept))) as Kept;
  const held = (): Kept => ({ holder: me, until: Date.now() + LEASE_MS });
  return {
    take: async () => (await change((kept) => (kept.holder !== me && kept.until > Date.now() ? kept : held()))).holder === me,
    async whileHeld(work) {
      const renewal = setInterval(() => void change((kept) => (kept.holder === me ? held() : kept)).catch(() => undefined), RENEW_MS);
      try {
        return await work();
      } finally {
        clearInterval(renewal);
        await change((kept) => (kept.holder === me ? FREE : kept));
      }
    },
  };
}
