// One errand: an effect carried out at its gateway, and the outcome recorded as the institution's or the carrier's own command.
// When it is sent, and again, dispatch.ts decides.
import type { Command } from "../core/commands.ts";
import type { Actor } from "../core/event.ts";
import type { Refund } from "../core/state.ts";
import type { LeasedEffect } from "../store/outbox.ts";
import type { References } from "../store/references.ts";
import type { Clock } from "./clock.ts";
import type { Gateways } from "./gateways/gateway.ts";
import type { Log } from "./log.ts";
import { openRefundErrands } from "./refundErrands.ts";

/** Records what a gateway said. False where it was refused: mostly it is known already, or the order's version of the policy has no such word. */
export type Recording = (orderId: string, actor: Actor, command: Command) => Promise<boolean>;

/** Carries out one effect; a number says in how many milliseconds to try it again. Throws what the gateway throws. */
export type Errands = (effect: LeasedEffect) => Promise<number | null>;

/** Where a refund stands now; null where there is none. */
export type RefundStatusOf = (orderId: string, refundId: string) => Promise<Refund["status"] | null>;

export type ErrandsAround = { gateways: Gateways; record: Recording; references: References; refundStatus: RefundStatusOf; clock: Clock; log: Log };

/** A hand-over that waited longer than this looks first whether it is still wanted. */
const LATE_MS = 60_000;
const isAwaited = (status: Refund["status"] | null): boolean => status === "submitting" || status === "unknown";

const INSTITUTION: Actor = { role: "institution", id: "institution" };
const CARRIER: Actor = { role: "carrier", id: "carrier" };

export function openErrands(around: ErrandsAround): Errands {
  const { gateways, record } = around;
  const { submit, inquire, reverse } = openRefundErrands(around);
  return carryOut;

  async function carryOut({ id, kind, body, orderId, attempts, seq, dueAt }: LeasedEffect): Promise<number | null> {
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
        // What waited may have been ended by hand meanwhile: then nothing is sent any more.
        const late = attempts > 1 || around.clock.now() - dueAt > LATE_MS;
        if (late && !isAwaited(await around.refundStatus(orderId, refundId))) return null;
        return submit({ key: refundId, orderId, ...call }, attempts);
      }
      case "inquireRefund":
        await inquire(orderId, wants.refundId!);
        return null;
      case "inquireChargeback":
        await inquireChargeback(orderId, body as { chargebackId: string; paymentId: string; reference: string | null });
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

  async function inquireChargeback(orderId: string, { chargebackId, ...call }: { chargebackId: string; paymentId: string; reference: string | null }): Promise<void> {
    const outcome = await gateways.institution.findChargeback(call);
    if (outcome !== null && outcome !== "open") await record(orderId, INSTITUTION, { type: "CloseChargeback", chargebackId, outcome });
  }
}
