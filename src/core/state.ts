// The whole state of an order: plain values, folded from its events. The nouns' own files say how each part moves.
import type { Sealed } from "./event.ts";
import type { Remedy, Stage } from "./policy.ts";

export type OrderStatus =
  | "awaitingPayment" | "verifyingPayment" | "awaitingShipment" | "inTransit"
  | "delivered" | "returnStarted" | "completed" | "closed";
export type ClosedBecause =
  | "unpaid" | "paymentRejected" | "cancelledByBuyer" | "cancelledBySeller" | "cancellationAccepted"
  | "sellerSilent" | "notShipped" | "refunded" | "withdrawnFromContract" | "chargedBack";
export type Fault = "buyer" | "seller" | "carrier" | "nobody";
export type Method = "card" | "bankAccount" | "eWallet" | "westernUnion" | "alipay" | "giftCard";
export type Party = { id: string; country: string; profile: Sealed | null };
export type Side = "buyer" | "seller";
/** Why a line is excepted from the right of withdrawal (L1, L3). */
export type Excepted = "customMade" | "sealedHygiene" | "digitalBegun";
/** The law that lies over an order's policy, in the version that was in force when it was placed. */
export type LawRef = { name: string; version: number };

/** `priceMinor` is what the buyer pays for all units, discount and tax included; `platformMinor` what the platform adds to it. `excepted` is absent where it is not. */
export type Line = {
  sku: string; title: string; quantity: number; unitPriceMinor: number;
  discountMinor: number; discountBy: "seller" | "platform" | null; taxMinor: number;
  model3dUrl: string | null; imageUrl: string | null; finalSale: boolean; excepted?: Excepted;
  priceMinor: number; platformMinor: number;
  cancelled: number; shipped: number; delivered: number; returning: number; returned: number;
};
export type LinePart = { sku: string; quantity: number };

/** paid = in escrow + released + refunding + refunded, always. `subsidyMinor` is the platform's part that waits beside the escrow. */
export type Money = {
  paidMinor: number; inEscrowMinor: number; releasedMinor: number; refundingMinor: number; refundedMinor: number;
  subsidyMinor: number; commissionPaidMinor: number; owedByBuyerMinor: number;
};

export type Payment = {
  id: string; method: Method; amountMinor: number; status: "pending" | "captured" | "voided";
  refundingMinor: number; refundedMinor: number; madeAt: number; capturedAt: number | null;
};

export type ScanStatus =
  | "accepted" | "inTransit" | "outForDelivery" | "attempted" | "availableForPickup"
  | "delivered" | "returnedToSender" | "lost" | "exception";
export type Position = { latitude: number; longitude: number };
export type Scan = { status: ScanStatus; at: number; place: string | null; country: string | null; position: Position | null };
export type ParcelMark = "silent" | "foreignEnd" | "returned" | "lost";
/** `postedIn` is the country that the tracking number itself names (S10). */
export type Parcel = {
  id: string; kind: "order" | "return" | "replacement"; returnId: string | null; carrier: string; trackingNumber: string;
  lines: LinePart[]; shippedAt: number; postedIn: string | null; status: "announced" | ScanStatus; scans: Scan[]; deliveredAt: number | null; marks: ParcelMark[];
};

export type Cancellation = {
  id: string; status: "requested" | "accepted" | "refused" | "withdrawn"; reason: string; fault: Fault; lines: LinePart[] | null;
  note: Sealed | null; requestedAt: number; endedAt: number | null; evidence: string[];
};

export type Condition = "asSent" | "damaged" | "empty" | "different";
export type ReturnLine = { sku: string; quantity: number; reason: string };
export type Label = { id: string; carrier: string; trackingNumber: string; url: string | null; voidedAt: number | null };
/** `withdrawnAt`: the buyer withdrew from the contract over these goods; absent on every other return. `shippingBack`: the way out is given back with the last line. */
export type Return = {
  id: string; rma: string; status: "requested" | "authorized" | "inTransit" | "received" | "closed" | "declined" | "cancelled" | "expired";
  claimId: string | null; lines: ReturnLine[]; remedy: "refund" | "replacement" | "repair"; refundTo: string | null; amountMinor: number; sellerPays: boolean;
  labelWanted: boolean; label: Label | null; parcelId: string | null; replacementParcelId: string | null; condition: Condition | null;
  requestedAt: number; authorizedAt: number | null; postedAt: number | null; scannedAt: number | null; backAt: number | null;
  receivedAt: number | null; endedAt: number | null; approvedByHand: boolean; advance: boolean; overdueAt: number | null;
  withdrawnAt?: number; withdrawalId?: string; shippingBack?: boolean;
};

/** The buyer's notice of withdrawal from the contract, whole or over some lines. */
export type Withdrawal = { id: string; lines: LinePart[]; asGuest: boolean; at: number };

export type Offer = { by: Side; remedy: Remedy; amountMinor: number; note: Sealed | null; at: number };
export type Decision = { by: string; amountMinor: number; remedy: Remedy; reasons: string[]; note: Sealed | null; at: number; final: boolean };
export type Claim = {
  id: string; status: "awaitingSeller" | "awaitingBuyer" | "awaitingGoods" | "inMediation" | "decided" | "settled" | "withdrawn" | "lapsed";
  stage: Stage; ground: string; fault: Fault; graver: boolean; silence: "grants" | "escalates"; lines: LinePart[] | null; remedy: Remedy; amountMinor: number; note: Sealed | null;
  evidence: string[]; offers: Offer[]; openedAt: number; askedAt: number; answeredAt: number | null; escalatedAt: number | null;
  overdueAt: number | null; decisions: Decision[]; appealedBy: Side | null; agreed: { remedy: Remedy; amountMinor: number } | null;
  returnId: string | null; endedAt: number | null;
  /** Raised under the legal guarantee alone (L5); absent on every other claim. */
  guarantee?: true;
};

export type RefundCause = { kind: "cancellation" | "return" | "claim" | "order" | "reversal" | "refund" | "withdrawal"; id: string | null };
/** `orderWas` is where the order stood before the refund: a stopped or reversed one brings it back there. */
export type Refund = {
  id: string; paymentId: string; amountMinor: number; subsidyMinor: number; to: string;
  status: "approved" | "submitting" | "submitted" | "settled" | "stopped" | "failed" | "unknown" | "reversed";
  cause: RefundCause; lines: LinePart[]; withShipping: boolean; orderWas: OrderStatus; approvedAt: number; cancellableUntil: number; promisedBy: number;
  submittingAt: number | null; submittedAt: number | null; settledAt: number | null; endedAt: number | null; overdueAt: number | null;
  unknownAt: number | null; inquiredAt: number | null; failedBecause: string | null; institutionReference: string | null; replacedBy: string | null;
  reversingSince: number | null; chargeBackDue: boolean;
  /** The mediators are to decide over this money as soon as the claim ends that was open when it came back. */
  mediationDue?: true;
  /** What paid this money, or a part of it, in its stead: a chargeback, or the refund that it was to replace and that arrived after all. */
  coveredBy?: string;
  /** Ended by operators, for nobody else said how it ended. */
  resolved?: "settled" | "failed";
  /** An operator proposes to end it as failed; somebody else has to confirm that. */
  failureProposed?: { by: string; at: number };
  /** It was to be taken back, and the institution cannot: why, and what the buyer owes for it. */
  irreversible?: { because: string; owedMinor: number };
  /** It arrived though it counted as failed and its money had gone again: what the buyer has of it, and what of that nobody has made good. */
  stray?: { amountMinor: number; lossMinor: number };
  /** Absent on a refund that nobody ever held. */
  hold?: Hold;
};

/** Why a refund is held: a fact about the buyer or the seller and what it comes to; `byHand` where an operator held it. */
export type HoldReason = { of: Side | "order"; fact: string; value: number; atLeast: number };
/** A refund waits before its hand-over until `reviewer` has looked at it. `approvedBy` is who approved it: above an amount somebody else releases it. */
export type Hold = {
  reasons: HoldReason[]; secondPerson: boolean; approvedBy: string; reviewer: string | null; heldAt: number; releasedAt: number | null; releasedBy: string | null;
};

/** The buyer's bank takes a payment back. `reference` is the institution's own; `lossMinor` what was paid out twice and nobody has given back yet. */
export type Chargeback = {
  id: string; paymentId: string; amountMinor: number; reference: string | null; status: "open" | "won" | "lost" | "withdrawn"; lossMinor: number;
  openedAt: number; inquiredAt: number | null; endedAt: number | null;
};

export type Reversal = {
  id: string; refundId: string; status: "requested" | "underReview" | "granted" | "refused"; ground: string; amountMinor: number;
  requestedBy: { role: string; id: string }; note: Sealed | null; documents: string[]; requestedAt: number; reviewSince: number; buyerMayAnswerUntil: number | null;
  answeredAt: number | null; decidedBy: string | null; decidedAt: number | null; appealedAt: number | null; settledAt: number | null;
};

export type Sanction = {
  id: string; points: number; fineMinor: number; reason: string; status: "active" | "appealed" | "upheld" | "lifted";
  at: number; appealUntil: number; appealedAt: number | null; endedAt: number | null; note: Sealed | null;
  /** Absent on a seller's, which most are. */
  party?: "buyer";
  /** What the one sanctioned said to it, with or without an appeal. */
  answer?: Sealed; answeredAt?: number;
};
/** Whose sanction it is. */
export const sanctioned = (sanction: Sanction): Side => sanction.party ?? "seller";

export type Order = {
  id: string; externalId: string; marketplace: string; policyVersion: number; version: number; placedAt: number; updatedAt: number; locale: string | null;
  buyer: Party; seller: Party; fulfilledBy: "seller" | "platform"; currency: string;
  lines: Line[]; shippingMinor: number; commissionMinor: number; shipWithin: string | null; shipBy: number | null;
  status: OrderStatus; closedBecause: ClosedBecause | null; hidden: boolean; extraProtectionMs: number; shippingReturned: boolean;
  statusSince: number; paidAt: number | null; confirmedAt: number | null; dispatchBegunAt: number | null; shippedAt: number | null;
  deliveredAt: number | null; endedAt: number | null; restartedAt: number | null;
  money: Money; payments: Payment[]; parcels: Parcel[]; cancellations: Cancellation[]; returns: Return[]; claims: Claim[];
  refunds: Refund[]; reversals: Reversal[]; sanctions: Sanction[];
  /** Absent where no law lies over the policy, and until the buyer withdraws. */
  law?: LawRef; withdrawals?: Withdrawal[];
  /** Absent until the buyer's bank takes a payment back. */
  chargebacks?: Chargeback[];
  /** It was completed, and is open again for what the law still gives: once that is over it is completed at once. */
  wasCompleted?: true;
  extensions: Record<string, number>; reminded: string[];
  /** Each extension that was not taken back, the latest last; absent until there is one. */
  extended?: Extension[];
};

/** An operator's lengthening of one running of a deadline. `batch` is the name of what was extended together. */
export type Extension = { deadline: string; byMs: number; at: number; batch?: string };

/** What the whole order costs the buyer: lines and shipping. */
export function totalMinor(order: Order): number {
  return order.lines.reduce((sum, line) => sum + line.priceMinor, order.shippingMinor);
}

/** What a payment has given and not yet got back, minor units. */
export function heldOf(payment: Payment): number {
  return payment.status === "captured" ? payment.amountMinor - payment.refundingMinor - payment.refundedMinor : 0;
}

/** What failed refunds still owe the buyer: it waits in escrow until it is sent again, and is nobody else's meanwhile. */
export const isOwed = (refund: Refund): boolean => refund.status === "failed" && refund.replacedBy === null && !refund.chargeBackDue && refund.coveredBy === undefined;
const owedBack = (refunds: readonly Refund[]): number => refunds.reduce((sum, refund) => sum + (isOwed(refund) ? refund.amountMinor : 0), 0);

/** What is in escrow and not yet owed to the buyer, minor units: only this can be given back, claimed or released. */
export const freeEscrow = (order: Order): number => order.money.inEscrowMinor - owedBack(order.refunds);

/** What a payment can still give back beside what it owes already, minor units. */
export const freeOf = (order: Order, payment: Payment): number => heldOf(payment) - owedBack(order.refunds.filter((refund) => refund.paymentId === payment.id));

/** Refunds that move money now: approved, on their way, or of unknown outcome. */
export const isRefundMoving = (refund: Refund): boolean =>
  refund.status === "approved" || refund.status === "submitting" || refund.status === "submitted" || refund.status === "unknown";

/** Money of a refund that is being taken back, or will be as soon as it has arrived. */
export const isComingBack = (refund: Refund): boolean => refund.reversingSince !== null || (refund.chargeBackDue && refund.status !== "failed");

/** Refunds past the point of no return: with the institution, or there already. */
export const isHandedOver = (refund: Refund): boolean =>
  refund.status === "submitting" || refund.status === "submitted" || refund.status === "settled" || refund.status === "unknown";

/** A return that still waits for an answer, for goods, or for a replacement. */
export const isReturnOpen = (ret: Return): boolean =>
  ret.status === "requested" || ret.status === "authorized" || ret.status === "inTransit" ||
  (ret.status === "received" && ret.remedy !== "refund" && ret.replacementParcelId === null && ret.condition === "asSent");
export const isClaimOpen = (claim: Claim): boolean => claim.status !== "settled" && claim.status !== "withdrawn" && claim.status !== "lapsed";
export const isReversalOpen = (reversal: Reversal): boolean => reversal.status === "requested" || reversal.status === "underReview";
/** The other side's offer that still stands: a buyer's is gone once the buyer has asked for something else. */
export function offerFor(claim: Claim, role: string): Offer | undefined {
  const offer = claim.offers.filter((one) => one.by !== role).at(-1);
  const replaced = offer?.by === "buyer" && (offer.remedy !== claim.remedy || offer.amountMinor !== claim.amountMinor);
  return replaced ? undefined : offer;
}
/** Whether the buyer's bank disputes a payment of this order now: nothing is handed over or released meanwhile. */
export const isChargedBack = (order: Order): boolean => order.chargebacks?.some((one) => one.status === "open") ?? false;
/** What went back of a payment out of what the order held, beside its settled refunds: by the bank, or by a refund that arrived after all. Minor units. */
export const backOtherwiseMinor = (order: Order, paymentId: string): number =>
  (order.chargebacks ?? []).reduce((sum, one) => (one.paymentId === paymentId && one.status === "lost" ? sum + one.amountMinor - one.lossMinor : sum), 0) +
  order.refunds.reduce((sum, { paymentId: of, stray }) => (of === paymentId && stray ? sum + stray.amountMinor - stray.lossMinor : sum), 0);
export const openClaim = (order: Order): Claim | undefined => order.claims.find(isClaimOpen);
export const openCancellation = (order: Order): Cancellation | undefined => order.cancellations.find((one) => one.status === "requested");

/** Whether an extension is left whose deadline has not passed at `now`: its end is the instant in its key, and all that was added. */
export const anyExtended = (order: Order, now: number): boolean =>
  (order.extended ?? []).some(({ deadline }) => Number(deadline.slice(deadline.lastIndexOf("@") + 1)) + order.extensions[deadline]! >= now);
