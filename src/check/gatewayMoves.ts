// What the institution and the carrier can report, truthfully or late: every outcome of a payment and a refund, every end of a parcel.
import type { CommandType } from "../core/commands.ts";
import type { Target } from "../core/moments.ts";
import type { Order, Parcel, Return } from "../core/state.ts";

/** The inputs of a gateway's command; null where it carries none. */
export function gatewayInputs(order: Order, type: CommandType, target: Target | null): object[] | null {
  switch (type) {
    case "ConfirmPayment": case "RejectPayment": {
      const pending = order.payments.filter((payment) => payment.status === "pending");
      return pending.length > 1 ? [{ paymentId: pending[0]!.id }] : [{}];
    }
    case "RecordRefundSubmitted": return [{ reference: "ref-1" }];
    case "RecordRefundFailed": case "RecordReversalImpossible": return [{ reason: "accountClosed" }];
    case "OpenChargeback": return order.payments.filter((payment) => payment.status === "captured").slice(0, 1).flatMap(({ id, amountMinor }) => [{ paymentId: id, amountMinor }, { paymentId: id, amountMinor: Math.max(1, Math.floor(amountMinor / 2)) }]);
    case "CloseChargeback": return [{ outcome: "won" }, { outcome: "lost" }, { outcome: "withdrawn" }];
    case "RecordScan": return order.parcels.flatMap((parcel) => scans(order, parcel));
    case "RecordLabel": return wantsLabel(target) ? [{ label: { id: `lbl_${order.parcels.length + 1}`, carrier: "sandbox", trackingNumber: `LABEL-${order.parcels.length + 1}`, url: null } }] : [];
    case "RecordLabelVoided": return isUseless(target) ? [{}] : [];
    default: return null;
  }
}

/** The carrier moves parcels onwards until they have arrived; what is lost may still turn up. */
function scans(order: Order, parcel: Parcel): object[] {
  const { trackingNumber } = parcel;
  if (parcel.deliveredAt !== null) return [];
  const arrives = { trackingNumber, status: "delivered", country: parcel.kind === "return" ? order.seller.country : order.buyer.country };
  const moves: object[] = [arrives];
  if (parcel.kind === "return" && parcel.status === "announced") moves.unshift({ trackingNumber, status: "accepted" });
  if (parcel.kind === "order") moves.push({ trackingNumber, status: "lost" }, { trackingNumber, status: "returnedToSender" }, { ...arrives, country: "AQ" });
  return moves;
}

/** The sandbox and every carrier make one label for a return that asks for one. */
function wantsLabel(target: Target | null): boolean {
  const ret = target as Return | null;
  return ret !== null && ret.labelWanted && ret.label === null && ret.authorizedAt !== null;
}

function isUseless(target: Target | null): boolean {
  const ret = target as Return | null;
  return ret !== null && ret.label !== null && ret.label.voidedAt === null && ret.endedAt !== null;
}
