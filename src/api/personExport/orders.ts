// Somebody's orders for their export, page by page: each as the API shows it to that very person, with its history and its messages.
import { setImmediate as afterOthers } from "node:timers/promises";
import type { Order, Side } from "../../core/state.ts";
import type { Engine } from "../../engine/engine.ts";
import type { Caller } from "../caller.ts";
import { messageView } from "../routes/messages.ts";
import { eventViews } from "../views/event.ts";
import { orderView } from "../views/order.ts";

/** Orders in one export, the newest; an order costs some ten kilobytes. */
export const MOST_ORDERS = 10_000;
const ORDERS_IN_PART = 100;

/** The orders of a side, the newest first, in lists that are read as their turn comes. There is always a first list. */
export async function* orderParts(engine: Engine, role: Side, person: Caller): AsyncGenerator<object[]> {
  let cursor: string | null = null;
  for (let left = MOST_ORDERS; left > 0; left -= ORDERS_IN_PART) {
    const { rows, next } = await engine.store.list({ [role]: person.actor.id, limit: ORDERS_IN_PART, ...(cursor === null ? {} : { cursor }) });
    yield await inFull(engine, rows.map(({ state }) => state as Order), person);
    if (next === null) return;
    cursor = next;
  }
}

async function inFull(engine: Engine, orders: readonly Order[], person: Caller): Promise<object[]> {
  const [histories, words] = await Promise.all([
    engine.store.eventsWithin(orders.map(({ id, version }) => ({ orderId: id, afterSeq: 0, version }))), engine.words(orders.map(({ id }) => id)),
  ]);
  if (orders.some(({ marketplace, policyVersion }) => !engine.policies.version(marketplace, policyVersion))) await engine.policies.look();
  const now = engine.clock.now();
  const all: object[] = [];
  for (const [index, order] of orders.entries()) {
    const events = histories[index]!;
    all.push({
      order: orderView(engine.policyOf(order), order, person, now, words), events: eventViews(events, person, words),
      messages: events.filter(({ type }) => type === "MessageSent").map((event) => messageView(event, words)),
    });
    // What an order lets somebody do is worked out here, a millisecond each: whoever else is waiting comes in between.
    await afterOthers();
  }
  return all;
}
