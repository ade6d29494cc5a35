// An order as it was right after one of its events: what a mail speaks of, however late it is written. Folded from the history.
import type { RecordedEvent } from "../core/event.ts";
import type { Stamped } from "../core/events.ts";
import { evolve } from "../core/evolve.ts";
import type { Policy } from "../core/policy.ts";
import type { Order } from "../core/state.ts";
import type { Engine } from "../engine/engine.ts";
import type { Seen } from "./rules/conditions.ts";

/** What happened to an order after that place in its history. */
export async function seenAfter(engine: Engine, orderId: string, afterSeq: number): Promise<Seen[]> {
  const events = await engine.store.events(orderId);
  return events[0] === undefined ? [] : seenIn(events, afterSeq, await policyOf(engine, evolve(null, events[0] as unknown as Stamped)));
}

/**
 * The events after `afterSeq` of a whole history: each with the order after all that came with it (the same person at the same time),
 * so that nobody is told of a state that lasted no moment.
 */
export function seenIn(events: readonly RecordedEvent[], afterSeq: number, policy: Policy): Seen[] {
  const seen: Seen[] = [];
  let order: Order | null = null;
  for (let at = 0; at < events.length; ) {
    const together = commandAt(events, at);
    for (const event of together) order = evolve(order, event as unknown as Stamped);
    at += together.length;
    for (const event of together) if (event.seq > afterSeq) seen.push({ event, order: order!, policy, together });
  }
  return seen;
}

/** The events that came together, from that place on. */
function commandAt(events: readonly RecordedEvent[], from: number): RecordedEvent[] {
  const first = events[from]!;
  const same = ({ at, by }: RecordedEvent): boolean => at === first.at && by.role === first.by.role && by.id === first.by.id;
  const end = events.findIndex((event, at) => at > from && !same(event));
  return events.slice(from, end < 0 ? events.length : end);
}

/** The policy that an order was bought under. */
async function policyOf(engine: Engine, placed: Order): Promise<Policy> {
  try {
    return engine.policyOf(placed);
  } catch {
    // Another process has published this version meanwhile.
    await engine.policies.look();
    return engine.policyOf(placed);
  }
}
