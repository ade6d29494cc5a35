// The journal: what each fact does to the money, as signed lines that sum to zero. Every unit is always in exactly one account (X6).
import type { Posting } from "./event.ts";
import type { EventOf, EventType, OrderEvent } from "./events.ts";
import { byId } from "./scene.ts";
import type { Chargeback, Order, Refund } from "./state.ts";

/** The lines of one fact. `order` is the order before it. Empty where no money moves. */
export function postings(order: Order | null, event: OrderEvent): Posting[] {
  const moves = order ? (movements[event.type] as ((order: Order, event: OrderEvent) => Posting[]) | undefined) : undefined;
  return moves ? moves(order!, event) : [];
}

const escrow = (order: Order): string => `escrow/${order.id}`;
const held = (order: Order): string => `held/${order.id}`;
const subsidy = (order: Order): string => `subsidy/${order.id}`;
const seller = (order: Order): string => `seller/${order.seller.id}`;
const buyer = (order: Order, method: string): string => `buyer/${order.buyer.id}/${method}`;
const onTheWay = (method: string): string => `institution/${method}/in-flight`;

const move = (from: string, to: string, amountMinor: number): Posting[] =>
  amountMinor === 0 ? [] : [{ account: from, amountMinor: -amountMinor }, { account: to, amountMinor }];

const disputed = (method: string): string => `institution/${method}/disputed`;

/** The bank's word is spoken: nothing is in dispute any more. */
const undisputed = (order: Order, { paymentId, amountMinor }: Chargeback): Posting[] =>
  move(disputed(byId(order.payments, paymentId).method), "platform/disputed", amountMinor);

/** Where a refund's money is before it arrived: held, or with the institution once that has accepted it. */
const underWay = (order: Order, refund: Refund): string => (refund.institutionReference === null ? held(order) : onTheWay(refund.to));

/** A refund's money, and the platform's part of it, back into escrow. */
const returned = (order: Order, refund: Refund, from: string): Posting[] =>
  [...move(from, escrow(order), refund.amountMinor), ...move("platform/discounts", subsidy(order), refund.subsidyMinor)];

type Movements = { [K in EventType]?: (order: Order, event: EventOf<K>) => Posting[] };

/** The facts that move money; all others move none. */
const movements: Movements = {
  PaymentMade: (order, { data }) => data.payments.flatMap(({ method, amountMinor }) => move(buyer(order, method), onTheWay(method), amountMinor)),

  PaymentConfirmed: (order, { data }) => [
    ...data.payments.flatMap(({ id, amountMinor }) => {
      const { method, status } = byId(order.payments, id);
      return move(status === "voided" ? buyer(order, method) : onTheWay(method), escrow(order), amountMinor);
    }),
    ...move("platform/discounts", subsidy(order), data.subsidyMinor),
  ],

  PaymentVoided: (order, { data }) =>
    data.payments.flatMap(({ id, amountMinor }) => {
      const { method } = byId(order.payments, id);
      return move(onTheWay(method), buyer(order, method), amountMinor);
    }),

  RefundApproved: (order, { data }) => [...move(escrow(order), held(order), data.amountMinor), ...move(subsidy(order), "platform/discounts", data.subsidyMinor)],

  RefundStopped: (order, { data }) => returned(order, byId(order.refunds, data.refundId), held(order)),

  RefundSubmitted(order, { data }) {
    const { amountMinor, to } = byId(order.refunds, data.refundId);
    return move(held(order), onTheWay(to), amountMinor);
  },

  RefundSettled(order, { data }) {
    const refund = byId(order.refunds, data.refundId);
    return move(underWay(order, refund), buyer(order, refund.to), refund.amountMinor);
  },

  RefundFailed(order, { data }) {
    const refund = byId(order.refunds, data.refundId);
    return returned(order, refund, arrivedAt(order, refund));
  },

  RefundReversed(order, { data }) {
    const refund = byId(order.refunds, data.refundId);
    return returned(order, refund, arrivedAt(order, refund));
  },

  // What the institution takes back before it has arrived is on its way already.
  ReversalGranted: (order, { data }) => (byId(order.refunds, data.refundId).status === "settled" ? move(buyer(order, data.to), onTheWay(data.to), data.amountMinor) : []),
  AdvanceChargedBack: (order, { data }) => move(buyer(order, data.to), onTheWay(data.to), data.amountMinor),

  RefundRevived(order, { data: { refundId, insteadOf, subsidyMinor } }) {
    const refund = byId(order.refunds, refundId);
    // Held for what was to replace it, the money is held for this one.
    if (insteadOf !== null && byId(order.refunds, insteadOf).status === "approved") return [];
    return [...move(escrow(order), held(order), refund.amountMinor), ...move(subsidy(order), "platform/discounts", subsidyMinor)];
  },
  RefundPaidTwice: (order, { data }) => move("platform/losses", buyer(order, data.to), data.amountMinor),
  DoublePaymentRecovered(order, { data: { refundId, from, amountMinor, toEscrowMinor, subsidyMinor } }) {
    const source = from === refundId ? buyer(order, byId(order.refunds, refundId).to) : escrow(order);
    return [...move(source, "platform/losses", amountMinor), ...move(source, escrow(order), toEscrowMinor), ...move(subsidy(order), "platform/discounts", subsidyMinor)];
  },

  // What was booked as on its way back is with the buyer, and stays; in its stead they owe it to the seller.
  ReversalImpossible: (order, { data: { amountMinor, to, owedMinor } }) =>
    [...move(onTheWay(to), buyer(order, to), amountMinor), ...move(buyer(order, "owed"), `${seller(order)}/owed`, owedMinor)],
  DebtEnded: (order, { data }) => move(`${seller(order)}/owed`, buyer(order, "owed"), data.amountMinor),

  EscrowReleased: (order, { data: { amountMinor, commissionMinor, subsidyMinor } }) => [
    ...move(escrow(order), seller(order), amountMinor - commissionMinor), ...move(escrow(order), "platform/commission", commissionMinor),
    ...move(subsidy(order), seller(order), subsidyMinor),
  ],

  SellerDebited: (order, { data: { amountMinor, commissionMinor } }) =>
    [...move(seller(order), escrow(order), amountMinor - commissionMinor), ...move("platform/commission", escrow(order), commissionMinor)],

  // The bank has taken the money from the platform for as long as it looks into it: what the order holds stays, the claim on the bank is the platform's.
  ChargebackOpened: (_order, { data }) => move("platform/disputed", disputed(data.method), data.amountMinor),
  ChargebackClosed: (order, { data }) => undisputed(order, byId(order.chargebacks ?? [], data.chargebackId)),
  ChargebackLost(order, { data: { chargebackId, fromOrderMinor, lossMinor, subsidyMinor } }) {
    const chargeback = byId(order.chargebacks ?? [], chargebackId);
    const { method } = byId(order.payments, chargeback.paymentId);
    return [
      ...undisputed(order, chargeback), ...move(escrow(order), buyer(order, method), fromOrderMinor), ...move("platform/losses", buyer(order, method), lossMinor),
      ...move(subsidy(order), "platform/discounts", subsidyMinor),
    ];
  },
  RefundCovered(order, { data }) {
    const refund = byId(order.refunds, data.refundId);
    return refund.status === "approved" ? returned(order, refund, held(order)) : [];
  },
  LossRecovered: (order, { data }) => [...move(escrow(order), "platform/losses", data.amountMinor), ...move(subsidy(order), "platform/discounts", data.subsidyMinor)],

  ReplacementOwed: (order, { data }) => move(buyer(order, "owed"), `${seller(order)}/owed`, data.amountMinor),
  SellerSanctioned: (order, { data }) => move(seller(order), "platform/fines", data.fineMinor),
  SanctionLifted: (order, { data }) => move("platform/fines", seller(order), byId(order.sanctions, data.sanctionId).fineMinor),
};

/** Where the money of a refund is that comes back: with the buyer once settled, unless it is on its way back already. */
function arrivedAt(order: Order, refund: Refund): string {
  if (refund.status !== "settled") return underWay(order, refund);
  return refund.reversingSince === null ? buyer(order, refund.to) : onTheWay(refund.to);
}
