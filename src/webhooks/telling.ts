// Telling one receiver of one order: what it has not heard, in order, until something is not taken. When that is, webhooks.ts says.
import { createHash } from "node:crypto";
import type { RecordedEvent } from "../core/event.ts";
import type { Order } from "../core/state.ts";
import type { Engine } from "../engine/engine.ts";
import type { Log } from "../engine/log.ts";
import type { DeliveryRow, QueueLease, WebhookRow } from "../store/webhooks.ts";
import type { Message, Poster } from "./post.ts";

/** An event as receivers get it: the view is the API's own. */
export type EventOf = (order: Order, event: RecordedEvent) => object;

export type Telling = {
  /** Sends what is left of the lease's order and keeps how far that came. `stopped` is asked between two events. */
  tellOrder(webhook: WebhookRow, lease: QueueLease, stopped: () => boolean): Promise<void>;
  /** Sends one delivery again now, whatever became of it; null where there is none such. */
  replay(webhook: WebhookRow, deliveryId: string): Promise<DeliveryRow | null>;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** When a delivery is tried again; after the last it is given up, and the order goes on. */
const TRY_AGAIN_MS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
/** A receiver that has taken nothing for so long is paused. */
const DEAD_AFTER_MS = 3 * DAY;
const EVENTS_AT_ONCE = 50;
const GONE = 410;

export function openTelling(engine: Engine, eventOf: EventOf, poster: Poster, log: Log): Telling {
  const { webhooks } = engine.store;
  return { tellOrder, replay };

  async function tellOrder(webhook: WebhookRow, lease: QueueLease, stopped: () => boolean): Promise<void> {
    const [order, events] = await Promise.all([engine.order(lease.orderId), engine.store.events(lease.orderId, { afterSeq: lease.sentSeq, throughSeq: lease.sentSeq + EVENTS_AT_ONCE })]);
    let { sentSeq, attempts } = lease;
    for (const event of events) {
      if (stopped()) break;
      if (wants(webhook, order!.marketplace, event)) {
        const tried = await deliver(webhook, order!, event, attempts + 1);
        if (tried.status === "waiting") {
          await pauseIfDead(webhook, tried);
          return webhooks.advance(lease, sentSeq, attempts + 1, Date.now() + TRY_AGAIN_MS[attempts]!);
        }
      }
      [sentSeq, attempts] = [event.seq, 0];
    }
    await webhooks.advance(lease, sentSeq, attempts, Date.now());
  }

  async function deliver(webhook: WebhookRow, order: Order, event: RecordedEvent, attempts: number): Promise<DeliveryRow> {
    const message = messageOf(webhook, order, event);
    const { status, error, tookMs } = await poster.post(webhook, message);
    const ended = error === null ? "delivered" : attempts > TRY_AGAIN_MS.length ? "givenUp" : "waiting";
    const delivery: DeliveryRow = { webhookId: webhook.id, id: message.id, orderId: order.id, seq: event.seq, type: event.type, attempts, status: ended, answer: status, error, tookMs, triedAt: Date.now() };
    await webhooks.record(delivery);
    return delivery;
  }

  async function pauseIfDead(webhook: WebhookRow, { answer, triedAt }: DeliveryRow): Promise<void> {
    const dead = webhook.failingSince !== null && triedAt - webhook.failingSince > DEAD_AFTER_MS;
    if (answer !== GONE && !dead) return;
    await webhooks.pause(webhook.id, triedAt, answer === GONE ? "it answered 410: it is gone" : "nothing has arrived there for three days");
    log.warn({ webhook: webhook.id }, "a webhook was paused");
  }

  function messageOf(webhook: WebhookRow, order: Order, event: RecordedEvent): Message {
    const id = `msg_${createHash("sha256").update(`${webhook.id}\0${order.id}\0${event.seq}`).digest("hex").slice(0, 32)}`;
    const { id: orderId, externalId, marketplace } = order;
    return { id, payload: JSON.stringify({ type: event.type, timestamp: new Date(event.at).toISOString(), data: { orderId, externalId, marketplace, event: eventOf(order, event) } }) };
  }

  async function replay(webhook: WebhookRow, deliveryId: string): Promise<DeliveryRow | null> {
    const known = await webhooks.delivery(webhook.id, deliveryId);
    if (!known) return null;
    const [order, [event]] = await Promise.all([engine.order(known.orderId), engine.store.events(known.orderId, { afterSeq: known.seq - 1, throughSeq: known.seq })]);
    const { status, error, tookMs } = await poster.post(webhook, messageOf(webhook, order!, event!));
    // What waits goes on waiting in its order; a replay that arrives stands for it only where it was given up.
    const delivery: DeliveryRow = { ...known, attempts: known.attempts + 1, status: error === null && known.status !== "waiting" ? "delivered" : known.status, answer: status, error, tookMs, triedAt: Date.now() };
    await webhooks.record(delivery);
    return delivery;
  }

}

const wants = (webhook: WebhookRow, marketplace: string, event: RecordedEvent): boolean =>
  (webhook.marketplace === null || webhook.marketplace === marketplace) && (webhook.types === null || webhook.types.includes(event.type));
