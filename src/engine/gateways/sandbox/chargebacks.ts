// The sandbox's banks: they dispute a payment and decide about it when they are told to, and keep a record of their own.
import { randomUUID } from "node:crypto";
import type { Actor } from "../../../core/event.ts";
import type { Store } from "../../../store/store.ts";
import type { Answer } from "../../engine.ts";
import type { Notice } from "./sandbox.ts";

export type ChargebackOutcome = "won" | "lost" | "withdrawn";

export type SandboxChargebacks = {
  /** The buyer's bank disputes a payment: the whole of it where no amount is given. Minor units. */
  openChargeback(paymentId: string, amountMinor?: number): Promise<Answer>;
  closeChargeback(paymentId: string, outcome: ChargebackOutcome): Promise<Answer>;
};

const INSTITUTION: Actor = { role: "institution", id: "sandbox" };

export function sandboxChargebacks(store: Store, notice: Notice): SandboxChargebacks {
  const records = store.sandbox;
  async function openChargeback(paymentId: string, amountMinor?: number): Promise<Answer> {
    const orderId = await store.findPayment(paymentId);
    if (!orderId) return { kind: "notFound" };
    const reference = `SBX-CB-${randomUUID()}`;
    const answer = await notice(orderId, INSTITUTION, { type: "OpenChargeback", paymentId, reference, ...(amountMinor === undefined ? {} : { amountMinor }) });
    const opened = answer.kind === "accepted" ? answer.order.chargebacks!.find((one) => one.reference === reference)! : null;
    if (opened) await records.addChargeback({ reference, paymentId, amountMinor: opened.amountMinor, at: opened.openedAt, status: "open" });
    return answer;
  }

  async function closeChargeback(paymentId: string, outcome: ChargebackOutcome): Promise<Answer> {
    const [orderId, known] = await Promise.all([store.findPayment(paymentId), records.chargebackOf(paymentId)]);
    if (!orderId) return { kind: "notFound" };
    const answer = await notice(orderId, INSTITUTION, { type: "CloseChargeback", paymentId, outcome });
    if (answer.kind === "accepted" && known) await records.setChargeback(known.reference, outcome);
    return answer;
  }

  return { openChargeback, closeChargeback };
}
