// The journal: what each fact does to the money, as signed lines that sum to zero. Every unit is always in exactly one account (X6).
import type { Posting } from "./event.ts";
import type { OrderEvent } from "./events.ts";
import { byId } from "./scene.ts";
import type { Order, Refund } from "./state.ts";

/** The lines of one fact. `order` is the order before it. Empty where no money moves. */
export function postings(order: Order | null, event: OrderEvent): Posting[] {
  if (!order) return [];
  const escrow = `escrow/${order.id}`;
  const held = `held/${order.id}`;
  const subsidy = `subsidy/${order.id}`;
  const seller = `seller/${order.seller.id}`;
  const buyer = (method: string): string => `buyer/${order.buyer.id}/${method}`;
  const onTheWay = (method: string): string => `institution/${method}/in-flight`;
  const move = (from: string, to: string, amountMinor: number): Posting[] =>
    amountMinor === 0 ? [] : [{ account: from, amountMinor: -amountMinor }, { account: to, amountMinor }];
  const refundOf = (id: string): Refund => byId(order.refunds, id);

  switch (event.type) {
    case "PaymentMade":
      return event.data.payments.flatMap((payment) => move(buyer(payment.method), onTheWay(payment.method), payment.amountMinor));
    case "PaymentConfirmed":
      return [
        ...event.data.payments.flatMap(({ id, amountMinor }) => {
          const { method, status } = byId(order.payments, id);
          return move(status === "voided" ? buyer(method) : onTheWay(method), escrow, amountMinor);
        }),
        ...move("platform/discounts", subsidy, event.data.subsidyMinor),
      ];
    case "PaymentVoided":
      return event.data.payments.flatMap(({ id, amountMinor }) => {
        const { method } = byId(order.payments, id);
        return move(onTheWay(method), buyer(method), amountMinor);
      });
    case "RefundApproved":
      return [...move(escrow, held, event.data.amountMinor), ...move(subsidy, "platform/discounts", event.data.subsidyMinor)];
    case "RefundStopped":
      return returned(refundOf(event.data.refundId), held);
    case "RefundSubmitted": {
      const { amountMinor, to } = refundOf(event.data.refundId);
      return move(held, onTheWay(to), amountMinor);
    }
    case "RefundSettled": {
      const { amountMinor, to, institutionReference } = refundOf(event.data.refundId);
      return move(institutionReference === null ? held : onTheWay(to), buyer(to), amountMinor);
    }
    case "RefundFailed": {
      const refund = refundOf(event.data.refundId);
      const from = refund.status === "settled" ? buyer(refund.to) : refund.institutionReference === null ? held : onTheWay(refund.to);
      return returned(refund, from);
    }
    case "ReversalGranted": case "AdvanceChargedBack":
      return move(buyer(event.data.to), onTheWay(event.data.to), event.data.amountMinor);
    case "RefundReversed": {
      const refund = refundOf(event.data.refundId);
      return returned(refund, refund.reversingSince !== null ? onTheWay(refund.to) : refund.status === "submitted" ? onTheWay(refund.to) : buyer(refund.to));
    }
    case "EscrowReleased": {
      const { amountMinor, commissionMinor, subsidyMinor } = event.data;
      return [
        ...move(escrow, seller, amountMinor - commissionMinor), ...move(escrow, "platform/commission", commissionMinor), ...move(subsidy, seller, subsidyMinor),
      ];
    }
    case "SellerDebited":
      return [
        ...move(seller, escrow, event.data.amountMinor - event.data.commissionMinor), ...move("platform/commission", escrow, event.data.commissionMinor),
      ];
    case "ReplacementOwed":
      return move(buyer("owed"), `${seller}/owed`, event.data.amountMinor);
    case "SellerSanctioned":
      return move(seller, "platform/fines", event.data.fineMinor);
    case "SanctionLifted":
      return move("platform/fines", seller, order.sanctions.find((one) => one.id === event.data.sanctionId)!.fineMinor);
    default:
      return [];
  }

  function returned(refund: Refund, from: string): Posting[] {
    return [...move(from, escrow, refund.amountMinor), ...move("platform/discounts", subsidy, refund.subsidyMinor)];
  }
}
