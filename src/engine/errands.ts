// One errand: an effect carried out at its gateway, and the outcome recorded as the institution's or the carrier's own command.
// When it is sent, and again, dispatch.ts decides.
import type { Command } from "../core/commands.ts";
import type { Actor } from "../core/event.ts";
import type { LeasedEffect } from "../store/outbox.ts";
import type { References } from "../store/references.ts";
import type { Clock } from "./clock.ts";
import { NotExecuted, type Gateways, type RefundAnswer, type RefundCall } from "./gateways/gateway.ts";
import type { Log } from "./log.ts";

/** Records what a gateway said. A refusal means that it is known already. */
export type Recording = (orderId: string, actor: Actor, command: Command) => Promise<void>;

/** Carries out one effect; a number says in how many milliseconds to try it again. Throws what the gateway throws. */
export type Errands = (effect: LeasedEffect) => Promise<number | null>;

export type ErrandsAround = { gateways: Gateways; record: Recording; references: References; clock: Clock; log: Log };

const INSTITUTION: Actor = { role: "institution", id: "institution" };
const CARRIER: Actor = { role: "carrier", id: "carrier" };
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How long after an attempt the same key is sent again; after the last only inquiries are made, one at once, and an operator owns it. */
const RESEND_AFTER_MS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 240 * MINUTE, 240 * MINUTE, 240 * MINUTE, 240 * MINUTE];

export function openErrands({ gateways, record, references, clock, log }: ErrandsAround): Errands {
  return carryOut;

  async function carryOut({ id, kind, body, orderId, attempts, seq }: LeasedEffect): Promise<number | null> {
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
        return submit({ key: refundId, orderId, ...call }, attempts);
      }
      case "inquireRefund":
        await inquire(orderId, wants.refundId!);
        return null;
      case "reverseRefund":
        return reverse(id, orderId, wants.refundId!, wants.from!);
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

  /** Sends a refund. Once the institution may have forgotten the key it is never sent again: it is looked up, and then it is an operator's. */
  async function submit(call: RefundCall, attempts: number): Promise<number | null> {
    const { name, abilities: { keepsKeysMs } } = gateways.institution;
    if (keepsKeysMs === Infinity) return recordRefund(call, await gateways.institution.submitRefund(call), attempts, Infinity);
    const now = clock.now();
    // Kept before it is sent: a crash between the two counts as sent.
    const sent = await references.keep(name, "sent", { key: call.key, reference: call.paymentId, at: now });
    const keptForMs = sent.at + keepsKeysMs - now;
    if (keptForMs <= 0) {
      await record(call.orderId, INSTITUTION, { type: "RecordRefundUnknown", refundId: call.key });
      await inquire(call.orderId, call.key);
      return null;
    }
    try {
      return await recordRefund(call, await gateways.institution.submitRefund(call), attempts, keptForMs);
    } catch (error) {
      // Only where no earlier attempt may have been executed: this one surely was not.
      if (error instanceof NotExecuted && sent.fresh) await references.forget(name, "sent", call.key);
      throw error;
    }
  }

  async function recordRefund({ orderId, key: refundId }: RefundCall, answer: RefundAnswer, attempts: number, keptForMs: number): Promise<number | null> {
    switch (answer.kind) {
      case "accepted":
        await record(orderId, INSTITUTION, { type: "RecordRefundSubmitted", refundId, reference: answer.reference });
        return null;
      case "rejected":
        await record(orderId, INSTITUTION, { type: "RecordRefundFailed", refundId, reason: answer.reason });
        return null;
      case "unknown": {
        await record(orderId, INSTITUTION, { type: "RecordRefundUnknown", refundId });
        const again = RESEND_AFTER_MS[attempts - 1];
        if (again !== undefined) return Math.min(again, keptForMs);
        await inquire(orderId, refundId);
        return null;
      }
      default: {
        const never: never = answer;
        throw new Error(`no such answer ${String(never)}`);
      }
    }
  }

  /** "Not found" is no outcome: the refund may be on its way there, or have been executed under a key that was forgotten. */
  async function inquire(orderId: string, refundId: string): Promise<void> {
    if (!gateways.institution.abilities.lookUp) return;
    const found = await gateways.institution.findRefund(refundId);
    if (found.kind === "notFound") return;
    if (found.kind === "failed") return record(orderId, INSTITUTION, { type: "RecordRefundFailed", refundId, reason: found.reason });
    await record(orderId, INSTITUTION, { type: "RecordRefundSubmitted", refundId, reference: found.reference });
    if (found.kind !== "submitted") await record(orderId, INSTITUTION, { type: "RecordRefundSettled", refundId });
    if (found.kind === "reversed") await record(orderId, INSTITUTION, { type: "RecordRefundReversed", refundId });
  }

  /** Where the money cannot be taken back, the effect stays among the failing ones, where an operator sees it, and is tried once a day. */
  async function reverse(effect: string, orderId: string, refundId: string, method: string): Promise<number | null> {
    const { name, abilities: { cancelRefund } } = gateways.institution;
    const answer = method in cancelRefund
      ? await gateways.institution.reverseRefund({ key: refundId })
      : { kind: "impossible" as const, reason: `${name} cannot take back what went to ${method}` };
    if (answer.kind === "asked") return null;
    log.error({ effect, orderId, refundId, reason: answer.reason }, "a refund cannot be taken back there; an operator must");
    return DAY;
  }
}
