// All facts that an order's history can hold. Each noun's file explains its own in its transitions.
import type { Actor, Sealed } from "./event.ts";
import type { Remedy, Stage } from "./policy.ts";
import type {
  ClosedBecause, Condition, Fault, HoldReason, Label, LawRef, Line, LinePart, Method, Offer, OrderStatus, Parcel, ParcelMark, Party,
  RefundCause, ReturnLine, Scan, Side,
} from "./state.ts";

type E<T extends string, D> = { type: T; because?: string | null; data: D };

export type OrderNounEvent =
  | E<"OrderPlaced", {
      id: string; externalId: string; marketplace: string; buyer: Party; seller: Party; fulfilledBy: "seller" | "platform"; currency: string;
      locale: string | null; lines: Line[]; shippingMinor: number; commissionMinor: number; shipWithin: string | null; shipBy: number | null; law?: LawRef;
    }>
  | E<"PriceReduced", { totalMinor: number; linePricesMinor: number[]; shippingMinor: number }>
  | E<"OrderClosed", { closedBecause: ClosedBecause }>
  | E<"OrderCompleted", Record<string, never>>
  | E<"OrderReopened", { status: OrderStatus; asBefore?: true }>
  | E<"ContractWithdrawn", { withdrawalId: string; lines: LinePart[]; asGuest: boolean }>
  | E<"OrderDeleted" | "OrderRestored" | "DispatchBegun" | "OrderShipped" | "OrderDelivered" | "ReceiptConfirmed" | "ReturnsEnded", Record<string, never>>
  | E<"LinesCancelled", { lines: LinePart[] }>
  | E<"ProtectionExtended", { byMs: number }>
  | E<"EscrowReleased", { amountMinor: number; commissionMinor: number; subsidyMinor: number }>
  | E<"SellerDebited", { amountMinor: number; commissionMinor: number }>
  | E<"DeadlineExtended", { deadline: string; byMs: number; reason: Sealed | null; batch?: string }>
  | E<"DeadlineExtensionTakenBack", { deadline: string; byMs: number; reason: Sealed | null; batch?: string }>
  | E<"PartyReminded", { reminder: string; who: string; owes: string; by: number; question: string | null }>
  | E<"MessageSent", { text: Sealed; warning: "offPlatformPayment" | null; about: string | null }>;

export type PaymentEvent =
  | E<"PaymentMade", { payments: { id: string; method: Method; amountMinor: number }[] }>
  | E<"PaymentConfirmed", { payments: { id: string; amountMinor: number }[]; subsidyMinor: number }>
  | E<"PaymentVoided", { payments: { id: string; amountMinor: number }[] }>;

export type ParcelEvent =
  | E<"ParcelShipped", Pick<Parcel, "id" | "kind" | "returnId" | "carrier" | "trackingNumber" | "lines" | "postedIn"> & { marks: ParcelMark[] }>
  | E<"ParcelScanned", { parcelId: string; scan: Scan; marks: ParcelMark[]; firstDelivery: boolean }>;

export type CancellationEvent =
  | E<"CancellationRequested", { cancellationId: string; reason: string; fault: Fault; lines: LinePart[] | null; note: Sealed | null }>
  | E<"CancellationAccepted" | "CancellationWithdrawn", { cancellationId: string }>
  | E<"CancellationRefused", { cancellationId: string; note: Sealed | null; evidence: string[] }>;

export type ReturnEvent =
  | E<"ReturnRequested", {
      returnId: string; rma: string; claimId: string | null; lines: ReturnLine[]; remedy: "refund" | "replacement" | "repair"; refundTo: string | null;
      amountMinor: number; sellerPays: boolean; labelWanted: boolean; withdrawalId?: string; shippingBack?: boolean;
    }>
  | E<"ReturnTakenOver", { returnId: string; withdrawalId: string; amountMinor: number; shippingBack: boolean }>
  | E<"ReturnAuthorized" | "ReturnCalledOff", { returnId: string; note?: Sealed }>
  | E<"ReturnCancelled" | "ReturnClosed" | "ReturnOverdue" | "ReturnExpired", { returnId: string }>
  | E<"ReturnDeclined", { returnId: string; note: Sealed | null }>
  | E<"LabelIssued", { returnId: string; label: Omit<Label, "voidedAt">; parcelId: string }>
  | E<"LabelVoided", { returnId: string }>
  | E<"ReturnPosted", { returnId: string; parcelId: string | null }>
  | E<"ReturnReceived", { returnId: string; condition: Condition }>
  | E<"RefundAuthorized", { returnId: string; byHand: boolean; advance: boolean }>
  | E<"ReplacementShipped", { returnId: string; parcelId: string }>
  | E<"ReplacementOwed", { returnId: string; amountMinor: number }>;

export type ClaimEvent =
  | E<"ClaimOpened", {
      claimId: string; stage: Stage; ground: string; fault: Fault; graver: boolean; silence: "grants" | "escalates"; remedy: Remedy; amountMinor: number;
      note: Sealed | null; evidence: string[]; lines: LinePart[] | null; status: "awaitingSeller" | "inMediation"; returnId: string | null; guarantee?: true;
    }>
  | E<"ClaimRevised", {
      claimId: string; stage: Stage; ground: string; fault: Fault; graver: boolean; silence: "grants" | "escalates"; remedy: Remedy; amountMinor: number;
      note: Sealed | null; evidence: string[];
    }>
  | E<"ClaimRefused", { claimId: string; note: Sealed | null }>
  | E<"OfferMade", { claimId: string; offer: Omit<Offer, "at"> }>
  | E<"ClaimAgreed", { claimId: string; remedy: Remedy; amountMinor: number; returnId: string | null; note?: Sealed }>
  | E<"ClaimWithdrawn" | "ClaimLapsed" | "ClaimSettled" | "ClaimEscalated" | "ClaimOverdue", { claimId: string }>
  | E<"EvidenceAdded", { claimId: string; evidence: string[] }>
  | E<"ClaimDecided", { claimId: string; amountMinor: number; remedy: Remedy; reasons: string[]; note: Sealed | null; final: boolean }>
  | E<"DecisionAppealed", { claimId: string; side: Side; note: Sealed | null }>;

export type RefundEvent =
  | E<"RefundApproved", {
      refundId: string; paymentId: string; amountMinor: number; subsidyMinor: number; to: string; cause: RefundCause; lines: LinePart[];
      withShipping: boolean; cancellableUntil: number; promisedBy: number; orderWas: OrderStatus;
    }>
  | E<"RefundStopped", { refundId: string; reason: Sealed | null; evidence: string[] }>
  | E<"RefundSubmitting" | "RefundSettled" | "RefundUnknown" | "RefundInquired" | "RefundOverdue" | "RefundReversed" | "ChargeBackDue" | "MediationDue", { refundId: string }>
  | E<"RefundSubmitted", { refundId: string; reference: string }>
  | E<"RefundFailed", { refundId: string; reason: string }>
  | E<"RefundReissued", { refundId: string; replacedBy: string }>
  | E<"AdvanceChargedBack", { refundId: string; amountMinor: number; to: string }>
  | E<"RefundHeld", { refundId: string; reasons: HoldReason[]; secondPerson: boolean; reviewer: string | null; note?: Sealed }>
  | E<"HoldTaken" | "HoldReleased", { refundId: string; note?: Sealed }>;

export type ResolutionEvent =
  | E<"RefundFailureProposed", { refundId: string; reference: string | null; note: Sealed; evidence: string[] }>
  | E<"RefundFailureDismissed", { refundId: string; note: Sealed | null }>
  | E<"RefundResolved", { refundId: string; outcome: "settled" | "failed"; reference: string | null; note: Sealed | null; evidence: string[] }>
  | E<"RefundRevived", { refundId: string; insteadOf: string | null; subsidyMinor: number }>
  | E<"RefundPaidTwice", { refundId: string; amountMinor: number; to: string }>
  | E<"DoublePaymentRecovered", { refundId: string; from: string; amountMinor: number; toEscrowMinor: number; subsidyMinor: number }>;

export type ReversalEvent =
  | E<"ReversalRequested", {
      reversalId: string; refundId: string; ground: string; amountMinor: number; note: Sealed | null; documents: string[]; buyerMayAnswerUntil: number | null;
    }>
  | E<"ReversalAnswered" | "ReversalAppealed", { reversalId: string; note: Sealed | null; documents: string[] }>
  | E<"MoreAsked", { reversalId: string; note: Sealed | null; buyerMayAnswerUntil: number }>
  | E<"ReversalGranted", { reversalId: string; refundId: string; amountMinor: number; to: string; note: Sealed | null }>
  | E<"ReversalImpossible", { refundId: string; reason: string; amountMinor: number; to: string; owedMinor: number }>
  | E<"DebtEnded", { refundId: string; amountMinor: number }>
  | E<"ReversalUpheld", { reversalId: string; note: Sealed | null }>
  | E<"ReversalRefused", { reversalId: string; note: Sealed | null }>;

export type ChargebackEvent =
  | E<"ChargebackOpened", { chargebackId: string; paymentId: string; method: Method; amountMinor: number; reference: string | null }>
  | E<"ChargebackInquired", { chargebackId: string }>
  | E<"ChargebackClosed", { chargebackId: string; outcome: "won" | "withdrawn" }>
  | E<"ChargebackLost", { chargebackId: string; fromOrderMinor: number; lossMinor: number; subsidyMinor: number }>
  | E<"RefundCovered", { chargebackId: string; refundId: string; amountMinor: number }>
  | E<"LossRecovered", { chargebackId: string; refundId: string; amountMinor: number; subsidyMinor: number }>;

export type SanctionEvent =
  | E<"SellerSanctioned", { sanctionId: string; points: number; fineMinor: number; reason: string; appealUntil: number }>
  | E<"BuyerSanctioned", { sanctionId: string; points: number; reason: string; appealUntil: number; note: Sealed | null }>
  | E<"SanctionAnswered" | "SanctionAppealed" | "SanctionUpheld" | "SanctionLifted", { sanctionId: string; note: Sealed | null; party?: "buyer" }>;

export type OrderEvent =
  | OrderNounEvent | PaymentEvent | ParcelEvent | CancellationEvent | ReturnEvent | ClaimEvent | RefundEvent | ResolutionEvent | ReversalEvent | ChargebackEvent | SanctionEvent;
export type EventType = OrderEvent["type"];

/** A fact with its place in the history: what `evolve` reads. */
export type Stamp = { seq: number; at: number; by: Actor };
export type Stamped = OrderEvent & Stamp;

/** The fact of one type. */
export type EventOf<T extends EventType> = OrderEvent extends infer F
  ? F extends { type: EventType } ? (T extends F["type"] ? Omit<F, "type"> & { type: T } : never) : never
  : never;
