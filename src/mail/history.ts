// An order as it was right after one of its events: what a mail speaks of, however late it is written. Folded from the history.
import type { RecordedEvent } from "../core/event.ts";
import type { Stamped } from "../core/events.ts";
import { evolve } from "../core/evolve.ts";
import type { Order } from "../core/state.ts";
import type { Engine } from "../engine/engine.ts";
import type { Seen } from "./rules/conditions.ts";

/**
 * What happened with the events after `afterSeq`: each with the order after all that came with it (the same person at the same time),
 * so that nobody is told of a state that lasted no moment.
 */
export async function seenAfter(engine: Engine, orderId: string, afterSeq: number): Promise<Seen[]> {
  const events = await engine.store.events(orderId);
  const seen: Seen[] = [];
  let order: Order | null = null;
  for (let at = 0; at < events.length; ) {
    const together = commandAt(events, at);
    for (const event of together) order = evolve(order, event as unknown as Stamped);
    at += together.length;
    if (together.at(-1)!.seq <= afterSeq || order === null) continue;
    const policy = await policyOf(engine, order);
    for (const event of together) if (event.seq > afterSeq) seen.push({ event, order, policy, together });
  }
  return seen;
}

/** One event as `seenAfter` shows it; null where there is no such. */
export const seenAt = async (engine: Engine, orderId: string, seq: number): Promise<Seen | null> =>
  (await seenAfter(engine, orderId, seq - 1)).find(({ event }) => event.seq === seq) ?? null;

/** The events that came together, from that place on. */
function commandAt(events: readonly RecordedEvent[], from: number): RecordedEvent[] {
  const first = events[from]!;
  const same = ({ at, by }: RecordedEvent): boolean => at === first.at && by.role === first.by.role && by.id === first.by.id;
  const end = events.findIndex((event, at) => at > from && !same(event));
  return events.slice(from, end < 0 ? events.length : end);
}

async function policyOf(engine: Engine, order: Order): Promise<Seen["policy"]> {
  try {
    return engine.policyOf(order);
  } catch {
    // Another process has published this version meanwhile.
    await engine.policies.look();
    return engine.policyOf(order);
  }
}
