// What other processes on the same server commit, read here after they announced it, and told in the order of their commits.
// It is followed only while somebody wants to know.
import type { RecordedEvent } from "../core/event.ts";
import type { Stamped } from "../core/events.ts";
import { evolve } from "../core/evolve.ts";
import type { Order } from "../core/state.ts";
import type { Announced } from "../store/announcements.ts";
import type { Store } from "../store/store.ts";
import type { Log } from "./log.ts";

export type Others = {
  /** Whether nothing that others commit now would be missed. Always, where there are no others. */
  followed(): boolean;
  /** Resolves once they are followed. */
  follow(): Promise<void>;
  leave(): Promise<void>;
};

export type Sources = Pick<Store, "announcements" | "orders" | "eventsWithin">;

/** Calls `tell` with each change, and `begun` where what comes does not join what was told before. */
export type Told = { tell(order: Order, events: RecordedEvent[]): void; begun(): void };

const MOST_AT_ONCE = 256;
/** A reader that is further behind than this goes on from now. */
const MOST_WAITING = 20_000;

type Session = { live: boolean; end: Promise<() => Promise<void>> };

export function openOthers(store: Sources, log: Log, told: Told): Others {
  const { announcements } = store;
  const reader = openReader(store, log, told);
  let session: Session | null = null;
  let hears = announcements === null;

  async function start(mine: Session): Promise<() => Promise<void>> {
    const { end } = await announcements!.follow({
      heard: (announced) => mine.live && reader.read(announced),
      missed: () => mine.live && reader.read([null]),
    });
    if (mine.live) {
      hears = true;
      told.begun();
    }
    return end;
  }

  return {
    followed: () => hears,
    async follow() {
      if (!announcements) return;
      if (!session) {
        const mine: Session = { live: true, end: Promise.resolve(async () => undefined) };
        session = mine;
        mine.end = start(mine);
        mine.end.catch(() => {
          if (session === mine) session = null;
        });
      }
      await session.end;
    },
    async leave() {
      const left = session;
      if (!left) return;
      session = null;
      hears = false;
      left.live = false;
      await left.end.then((end) => end(), () => undefined);
      await reader.idle();
    },
  };
}

/** Reads what was announced, many orders at once, one read at a time. Null stands where something was missed. */
function openReader({ orders, eventsWithin }: Sources, log: Log, { tell, begun }: Told) {
  let waiting: (Announced | null)[] = [];
  let reading: Promise<void> | null = null;

  async function readAll(): Promise<void> {
    while (waiting.length > 0) {
      const gap = waiting.indexOf(null);
      const some = waiting.splice(0, gap === 0 ? 1 : Math.min(gap < 0 ? waiting.length : gap, MOST_AT_ONCE));
      if (some[0] === null) begun();
      else await readSome(some as Announced[]);
    }
  }

  async function readSome(some: Announced[]): Promise<void> {
    try {
      const [now, histories] = await Promise.all([orders(some.map(({ orderId }) => orderId)), eventsWithin(some)]);
      const earlier = await asTheyWere(some.filter(({ orderId, version }) => (now.get(orderId)?.version ?? version) !== version));
      for (const [index, { orderId, version }] of some.entries()) {
        const row = now.get(orderId);
        if (row) tell(row.version === version ? (row.state as Order) : earlier.get(`${orderId} ${version}`)!, histories[index]!);
      }
    } catch (error) {
      log.warn({ err: error }, "what another process changed could not be read; whoever listens is told to read anew");
      begun();
    }
  }

  /** Orders that have gone on meanwhile, by id and version: each of their states up to the last of these versions. */
  async function asTheyWere(moved: readonly Announced[]): Promise<Map<string, Order>> {
    const states = new Map<string, Order>();
    if (moved.length === 0) return states;
    const last = [...Map.groupBy(moved, ({ orderId }) => orderId)].map(([orderId, own]) => ({ orderId, afterSeq: 0, version: Math.max(...own.map(({ version }) => version)) }));
    const histories = await eventsWithin(last);
    for (const [index, { orderId }] of last.entries()) {
      let order: Order | null = null;
      for (const event of histories[index]!) states.set(`${orderId} ${event.seq}`, (order = evolve(order, event as unknown as Stamped & { policyVersion: number })));
    }
    return states;
  }

  return {
    read(announced: readonly (Announced | null)[]): void {
      waiting = waiting.length + announced.length > MOST_WAITING ? [null] : [...waiting, ...announced];
      reading ??= readAll().finally(() => (reading = null));
    },
    idle: async () => void (await reading),
  };
}
