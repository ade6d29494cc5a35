// What must leave because of a fact: calls to the institution and the carrier, messages to people. Written with the fact, carried out after it.
import type { OrderEvent } from "./events.ts";
import { byId } from "./scene.ts";
import type { Order } from "./state.ts";

export type Effect =
  | { kind: "submitRefund"; refundId: string; amountMinor: number; currency: string; to: string; paymentId: string }
  | { kind: "inquireRefund"; refundId: string }
  | { kind: "reverseRefund"; refundId: string; amountMinor: number; currency: string; from: string }
  | { kind: "requestPayment"; payments: { id: string; method: string; amountMinor: number }[]; currency: string }
  | { kind: "voidPayment"; payments: { id: string }[] }
  | { kind: "inquireChargeback"; chargebackId: string; paymentId: string; reference: string | null }
  | { kind: "makeLabel"; returnId: string }
  | { kind: "voidLabel"; returnId: string; labelId: string };

/** The effects of one fact. `order` is the order after it. */
export function effectsOf(order: Order, event: OrderEvent): Effect[] {
  switch (event.type) {
    case "PaymentMade":
      return [{ kind: "requestPayment", payments: event.data.payments, currency: order.currency }];
    case "PaymentVoided":
      return [{ kind: "voidPayment", payments: event.data.payments.map(({ id }) => ({ id })) }];
    case "RefundSubmitting": {
      const { id, amountMinor, to, paymentId } = byId(order.refunds, event.data.refundId);
      return [{ kind: "submitRefund", refundId: id, amountMinor, currency: order.currency, to, paymentId }];
    }
    case "RefundInquired":
      return [{ kind: "inquireRefund", refundId: event.data.refundId }];
    case "ReversalGranted": case "AdvanceChargedBack": {
      const { id, amountMinor, to } = byId(order.refunds, event.data.refundId);
      return [{ kind: "reverseRefund", refundId: id, amountMinor, currency: order.currency, from: to }];
    }
    case "ChargebackInquired": {
      const { id, paymentId, reference } = byId(order.chargebacks ?? [], event.data.chargebackId);
      return [{ kind: "inquireChargeback", chargebackId: id, paymentId, reference }];
    }
    case "ReturnAuthorized":
      return byId(order.returns, event.data.returnId).labelWanted ? [{ kind: "makeLabel", returnId: event.data.returnId }] : [];
    case "ReturnCancelled": case "ReturnCalledOff": case "ReturnDeclined": case "ReturnExpired": {
      const { id, label } = byId(order.returns, event.data.returnId);
      return label && label.voidedAt === null ? [{ kind: "voidLabel", returnId: id, labelId: label.id }] : [];
    }
    case "LabelIssued": {
      const { id, label, status } = byId(order.returns, event.data.returnId);
      const useless = status === "cancelled" || status === "declined" || status === "expired";
      return useless ? [{ kind: "voidLabel", returnId: id, labelId: label!.id }] : [];
    }
    default:
      return [];
  }
}
