// One errand: an effect carried out at its gateway, and the outcome recorded as the institution's or the carrier's own command.
// When it is sent, and again, dispatch.ts decides.
import type { Command } from "../core/commands.ts";
import type { Actor } from "../core/event.ts";
import type { LeasedEffect } from "../store/outbox.ts";
import type { Gateways, Institution, RefundAnswer } from "./gateways/gateway.ts";

/** Records what a gateway said. A refusal means that it is known already. */
export type Recording = (orderId: string, actor: Actor, command: Command) => Promise<void>;

/** Carries out one effect; a number says in how many milliseconds to try it again. Throws what the gateway throws. */
export type Errands = (effect: LeasedEffect) => Promise<number | null>;

const INSTITUTION: Actor = { role: "institution", id: "institution" };
const CARRIER: Actor = { role: "carrier", id: "carrier" };
const MINUTE = 60_000;
/** How long after an attempt the same key is sent again; after the last only an inquiry is made, and an operator owns it. */
const RESEND_AFTER_MS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 240 * MINUTE, 240 * MINUTE, 240 * MINUTE, 240 * MINUTE];

type Disputed = { chargebackId: string; paymentId: string; reference: string | null };

export function openErrands(gateways: Gateways, record: Recording): Errands {
  return carryOut;

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
      case "inquireChargeback":
        await inquireChargeback(institution, record, orderId, body as Disputed);
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
}

async function inquireChargeback(institution: Institution, record: Recording, orderId: string, { chargebackId, ...call }: Disputed): Promise<void> {
  const outcome = await institution.findChargeback(call);
  if (outcome !== null && outcome !== "open") await record(orderId, INSTITUTION, { type: "CloseChargeback", chargebackId, outcome });
}
