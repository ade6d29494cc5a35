// Sends what must leave: takes effects off the outbox, calls the gateway, and records the outcome as the institution's or
// the carrier's own command. Nothing is sent before it was recorded; the same key goes out again until there is an answer.
import { setTimeout as sleep } from "node:timers/promises";
import type { Effect } from "../core/effects.ts";
import type { Order } from "../core/state.ts";
import type { LeasedEffect } from "../store/outbox.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { openErrands, type Recording, type RefundStatusOf } from "./errands.ts";
import type { Gateways } from "./gateways/gateway.ts";
import type { Log } from "./log.ts";

export type Dispatcher = {
  /** Sends everything that is due now. Resolves with how much, when it has been sent and recorded. */
  run(): Promise<number>;
  /** The same for labels alone, which never wait behind an institution that is slow. */
  labels(): Promise<number>;
};

const AT_ONCE = 64;
/** A lease is renewed while its sender lives: what a killed one leaves is free again soon. */
const LEASE_MS = 8_000;
const RENEW_MS = 2_500;
/** While an answer is awaited, what came up meanwhile is sent beside it. */
const LOOK_AGAIN_MS = 200;
const MINUTE = 60_000;
/** What fails again and again is tried after a minute, two, four, and at last each hour. */
const LONGEST_DOUBLING = 6;

export type EffectKind = Effect["kind"];
/** Which queue an effect stands in. */
export const queueOf: Record<EffectKind, "labels" | "others"> = {
  makeLabel: "labels", voidLabel: "labels", requestPayment: "others", voidPayment: "others", submitRefund: "others", inquireRefund: "others", inquireChargeback: "others", reverseRefund: "others",
};
const kindsIn = (queue: "labels" | "others"): string[] => Object.entries(queueOf).flatMap(([kind, own]) => (own === queue ? [kind] : []));

const statusIn = (store: Store): RefundStatusOf => async (orderId, refundId) => {
  const state = (await store.order(orderId))?.state as Order | undefined;
  return state?.refunds.find(({ id }) => id === refundId)?.status ?? null;
};

export function openDispatcher(store: Store, clock: Clock, gateways: Gateways, record: Recording, log: Log): Dispatcher {
  const carryOut = openErrands({ gateways, record, references: store.references, refundStatus: statusIn(store), clock, log });

  async function send(effect: LeasedEffect): Promise<void> {
    const again = await carryOut(effect);
    if (again === null) await store.outbox.complete([effect]);
    else await store.outbox.retry(effect.id, effect.epoch, clock.now() + again);
  }

  const labels = openRun(kindsIn("labels"));
  const others = openRun(kindsIn("others"));
  return { run: async () => (await Promise.all([labels(), others()])).reduce((sum, sent) => sum + sent, 0), labels };

  /** One run at a time for these kinds; whoever asks meanwhile joins it, and it looks again before it ends. */
  function openRun(kinds: readonly string[]): () => Promise<number> {
    let under: Promise<number> | null = null;
    let again = false;
    return () => {
      again = true;
      return (under ??= sendAll().finally(() => (under = null)));
    };

    async function sendAll(): Promise<number> {
      const sending = new Map<LeasedEffect, Promise<void>>();
      const lastOf = new Map<string, Promise<void>>();
      const renewal = setInterval(() => void store.outbox.renew([...sending.keys()], Date.now() + LEASE_MS).catch(() => undefined), RENEW_MS);
      let sent = 0;
      try {
        for (;;) {
          again = false;
          const free = AT_ONCE - sending.size;
          const effects = free === 0 ? [] : await store.outbox.lease({ nowMs: clock.now(), realNowMs: Date.now(), leaseMs: LEASE_MS, limit: free, kinds });
          for (const effect of effects) {
            // One order's effects in their order, different orders side by side.
            const mine = (lastOf.get(effect.orderId) ?? Promise.resolve()).then(() => sendOrPutBack(effect)).finally(() => sending.delete(effect));
            lastOf.set(effect.orderId, mine);
            sending.set(effect, mine);
          }
          sent += effects.length;
          if (sending.size > 0) await Promise.race([...sending.values(), sleep(LOOK_AGAIN_MS)]);
          else if (effects.length === 0 && !again) return sent;
        }
      } finally {
        clearInterval(renewal);
        await Promise.allSettled(sending.values());
      }
    }
  }

  async function sendOrPutBack(effect: LeasedEffect): Promise<void> {
    try {
      await send(effect);
    } catch (error) {
      log.error({ err: error, effect: effect.id, kind: effect.kind }, "an effect could not be carried out");
      const wait = MINUTE * 2 ** Math.min(effect.attempts - 1, LONGEST_DOUBLING);
      // Where even this fails the lease runs out, and it is taken up again.
      await store.outbox.retry(effect.id, effect.epoch, clock.now() + wait).catch(() => undefined);
    }
  }
}
