// Sends what must leave: takes effects off the outbox, calls the gateway, and records the outcome as the institution's or
// the carrier's own command. Nothing is sent before it was recorded; the same key goes out again until there is an answer.
import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "../core/commands.ts";
import type { Effect } from "../core/effects.ts";
import type { Actor } from "../core/event.ts";
import type { LeasedEffect } from "../store/outbox.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { Gateways, RefundAnswer } from "./gateways/gateway.ts";
import type { Log } from "./log.ts";

/** Records what a gateway said. A refusal means that it is known already. */
export type Recording = (orderId: string, actor: Actor, command: Command) => Promise<void>;

export type Dispatcher = {
  /** Sends everything that is due now. Resolves with how much, when it has been sent and recorded. */
  run(): Promise<number>;
  /** The same for labels alone, which never wait behind an institution that is slow. */
  labels(): Promise<number>;
};

const INSTITUTION: Actor = { role: "institution", id: "institution" };
const CARRIER: Actor = { role: "carrier", id: "carrier" };
const AT_ONCE = 64;
/** A lease is renewed while its sender lives: what a killed one leaves is free again soon. */
const LEASE_MS = 8_000;
const RENEW_MS = 2_500;
/** While an answer is awaited, what came up meanwhile is sent beside it. */
const LOOK_AGAIN_MS = 200;
const MINUTE = 60_000;
/** How long after an attempt the same key is sent again; after the last only an inquiry is made, and an operator owns it. */
const RESEND_AFTER_MS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 240 * MINUTE, 240 * MINUTE, 240 * MINUTE, 240 * MINUTE];

export type EffectKind = Effect["kind"];
/** Which queue an effect stands in. */
export const queueOf: Record<EffectKind, "labels" | "others"> = {
  makeLabel: "labels", voidLabel: "labels", requestPayment: "others", voidPayment: "others", submitRefund: "others", inquireRefund: "others", reverseRefund: "others",
};
const kindsIn = (queue: "labels" | "others"): string[] => Object.entries(queueOf).flatMap(([kind, own]) => (own === queue ? [kind] : []));

export function openDispatcher(store: Store, clock: Clock, gateways: Gateways, record: Recording, log: Log): Dispatcher {
  async function send(effect: LeasedEffect): Promise<void> {
    const again = await carryOut(effect);
    if (again === null) await store.outbox.complete([effect]);
    else await store.outbox.retry(effect.id, effect.epoch, clock.now() + again);
  }

  /** Carries out one effect; a number says in how many milliseconds to try it again. */
  async function carryOut({ kind, body, orderId, attempts, seq }: LeasedEffect): Promise<number | null> {
    const { institution, carrier } = gateways;
    const wants = body as Record<string, never>;
    switch (kind) {
      case "requestPayment": {
        const { payments, currency } = body as { payments: { id: string; method: string; amountMinor: number }[]; currency: string };
        for (const payment of payments) await institution.requestPayment({ ...payment, orderId, currency });
        return null;
      }
      case "voidPayment":
        for (const payment of (body as { payments: { id: string }[] }).payments) await institution.voidPayment(payment);
        return null;
      case "submitRefund": {
        const { refundId, ...call } = body as { refundId: string; amountMinor: number; currency: string; to: string; paymentId: string };
        return recordRefund(orderId, refundId, await institution.submitRefund({ key: refundId, ...call }), attempts);
      }
      case "inquireRefund":
        await inquire(orderId, wants.refundId!);
        return null;
      case "reverseRefund":
        await institution.reverseRefund({ key: wants.refundId! });
        return null;
      case "makeLabel": {
        const label = await carrier.makeLabel({ orderId, returnId: wants.returnId! });
        await record(orderId, CARRIER, { type: "RecordLabel", returnId: wants.returnId!, label });
        return null;
      }
      case "voidLabel":
        await carrier.voidLabel({ id: wants.labelId! });
        await record(orderId, CARRIER, { type: "RecordLabelVoided", returnId: wants.returnId! });
        return null;
      default:
        throw new Error(`no such effect ${kind} (event ${seq} of ${orderId})`);
    }
  }

  async function recordRefund(orderId: string, refundId: string, answer: RefundAnswer, attempts: number): Promise<number | null> {
    switch (answer.kind) {
      case "accepted":
        await record(orderId, INSTITUTION, { type: "RecordRefundSubmitted", refundId, reference: answer.reference });
        return null;
      case "rejected":
        await record(orderId, INSTITUTION, { type: "RecordRefundFailed", refundId, reason: answer.reason });
        return null;
      case "unknown":
        await record(orderId, INSTITUTION, { type: "RecordRefundUnknown", refundId });
        return RESEND_AFTER_MS[attempts - 1] ?? null;
      default: {
        const never: never = answer;
        throw new Error(`no such answer ${String(never)}`);
      }
    }
  }

  async function inquire(orderId: string, refundId: string): Promise<void> {
    const found = await gateways.institution.findRefund(refundId);
    if (found.kind === "notFound") return;
    if (found.kind === "failed") return record(orderId, INSTITUTION, { type: "RecordRefundFailed", refundId, reason: found.reason });
    await record(orderId, INSTITUTION, { type: "RecordRefundSubmitted", refundId, reference: found.reference });
    if (found.kind !== "submitted") await record(orderId, INSTITUTION, { type: "RecordRefundSettled", refundId });
    if (found.kind === "reversed") await record(orderId, INSTITUTION, { type: "RecordRefundReversed", refundId });
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
      await store.outbox.retry(effect.id, effect.epoch, clock.now() + MINUTE);
    }
  }
}
