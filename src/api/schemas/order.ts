// An order as the API shows it. The types of the views are read off these schemas, so that the document cannot drift from the answers.
import { z } from "@hono/zod-openapi";
import { computedAmount as amount, instant, instantOrNull, sealedText } from "./common.ts";

const linePart = z.object({ sku: z.string(), quantity: z.int() });
const status = <const T extends readonly [string, ...string[]]>(...names: T) => z.enum(names);
const remedy = status("money", "goodsAndMoney", "repair", "replacement", "lowerPrice");
const side = status("buyer", "seller");
const country = z.string();

const party = z.object({
  id: z.string(), country, name: sealedText,
  email: sealedText.optional().openapi({ description: "Shown to the person, to mediators and operators." }),
  address: sealedText.optional().openapi({ description: "Shown to the person, mediators and operators; the buyer's to the seller too." }),
});

const line = z.object({
  sku: z.string(), title: z.string(), quantity: z.int(), unitPriceMinor: amount, discountMinor: amount, discountBy: status("seller", "platform").nullable(),
  taxMinor: amount, model3dUrl: z.string().nullable(), imageUrl: z.string().nullable(), finalSale: z.boolean(),
  excepted: status("customMade", "sealedHygiene", "digitalBegun").nullable().openapi({ description: "Why the line is excepted from the right of withdrawal." }),
  priceMinor: amount.openapi({ description: "What the buyer pays for all units." }), platformMinor: amount.openapi({ description: "What the platform adds to it." }),
  cancelled: z.int(), shipped: z.int(), delivered: z.int(), returning: z.int(), returned: z.int(),
});

const money = z.object({
  currency: z.string(), totalMinor: amount, paidMinor: amount, inEscrowMinor: amount, releasedMinor: amount, refundingMinor: amount, refundedMinor: amount,
  subsidyMinor: amount, commissionPaidMinor: amount, owedByBuyerMinor: amount,
});

const payment = z.object({
  id: z.string(), method: z.string(), amountMinor: amount, status: status("pending", "captured", "voided"), refundingMinor: amount, refundedMinor: amount,
  madeAt: instant, capturedAt: instantOrNull,
});

const position = z.object({ latitude: z.number(), longitude: z.number() });
const scan = z.object({ status: z.string(), at: instant, place: z.string().nullable(), country: country.nullable(), position: position.nullable() });
const parcel = z.object({
  id: z.string(), kind: status("order", "return", "replacement"), returnId: z.string().nullable(), carrier: z.string(), trackingNumber: z.string(),
  status: z.string(), lines: z.array(linePart), shippedAt: instant, postedIn: country.nullable(), deliveredAt: instantOrNull, scans: z.array(scan),
  marks: z.array(status("silent", "foreignEnd", "returned", "lost")).openapi({ description: "Doubts about the parcel (A27)." }),
});

const cancellation = z.object({
  id: z.string(), status: status("requested", "accepted", "refused", "withdrawn"), reason: z.string(), fault: z.string(), lines: z.array(linePart).nullable(),
  note: sealedText, evidence: z.array(z.string()), requestedAt: instant, endedAt: instantOrNull,
});

const label = z.object({ id: z.string(), carrier: z.string(), trackingNumber: z.string(), voidedAt: instantOrNull, url: z.string().nullable() });
const returned = z.object({
  id: z.string(), rma: z.string(), status: status("requested", "authorized", "inTransit", "received", "closed", "declined", "cancelled", "expired"),
  claimId: z.string().nullable(), lines: z.array(linePart.extend({ reason: z.string() })), remedy: status("refund", "replacement", "repair"), refundTo: z.string().nullable(),
  amountMinor: amount, sellerPays: z.boolean(), label: label.nullable(), parcelId: z.string().nullable(), replacementParcelId: z.string().nullable(),
  condition: z.string().nullable(), advance: z.boolean(), approvedByHand: z.boolean(), requestedAt: instant, authorizedAt: instantOrNull, postedAt: instantOrNull,
  scannedAt: instantOrNull, backAt: instantOrNull, receivedAt: instantOrNull, overdueAt: instantOrNull, endedAt: instantOrNull,
  withdrawnAt: instantOrNull.openapi({ description: "When the buyer withdrew from the contract over these goods." }),
});

const withdrawal = z.object({ id: z.string(), lines: z.array(linePart), asGuest: z.boolean(), at: instant });

const offer = z.object({ by: side, remedy, amountMinor: amount, note: sealedText, at: instant });
const decision = z.object({ by: z.string(), amountMinor: amount, remedy, reasons: z.array(z.string()), note: sealedText, at: instant, final: z.boolean() });
const claim = z.object({
  id: z.string(), status: status("awaitingSeller", "awaitingBuyer", "awaitingGoods", "inMediation", "decided", "settled", "withdrawn", "lapsed"),
  stage: z.string(), ground: z.string(), fault: z.string(), graver: z.boolean(), silence: status("grants", "escalates"), lines: z.array(linePart).nullable(),
  remedy, amountMinor: amount, note: sealedText, evidence: z.array(z.string()), offers: z.array(offer), decisions: z.array(decision),
  agreed: z.object({ remedy, amountMinor: amount }).nullable(), appealedBy: side.nullable(), returnId: z.string().nullable(),
  guarantee: z.boolean().openapi({ description: "Raised under the legal guarantee alone (L5)." }),
  openedAt: instant, answeredAt: instantOrNull, escalatedAt: instantOrNull, overdueAt: instantOrNull, endedAt: instantOrNull,
});

const refund = z.object({
  id: z.string(), paymentId: z.string(), amountMinor: amount, to: z.string(),
  status: status("approved", "submitting", "submitted", "settled", "stopped", "failed", "unknown", "reversed"),
  cause: z.object({ kind: z.string(), id: z.string().nullable() }), lines: z.array(linePart), approvedAt: instant, cancellableUntil: instant, promisedBy: instant,
  overdue: z.boolean().openapi({ description: "The promise has passed and the money has not arrived (A25)." }),
  submittedAt: instantOrNull, settledAt: instantOrNull, endedAt: instantOrNull, institutionReference: z.string().nullable(),
  failedBecause: z.string().nullable(), replacedBy: z.string().nullable(),
  coveredBy: z.string().nullable().openapi({ description: "What paid this money in its stead: a chargeback, or the refund that it was to replace." }),
  resolvedByHand: status("settled", "failed").nullable().openapi({ description: "Operators ended it so, for the institution left it unanswered." }),
  failureProposed: z.object({ by: z.string(), at: instant }).nullable().openapi({ description: "An operator proposes to end it as failed; another confirms or dismisses that." }),
  paidTwiceMinor: amount.openapi({ description: "It arrived although it was ended as failed and its money had gone again: what the buyer has of it." }),
  lossMinor: amount.openapi({ description: "What of that nobody has made good: the platform's loss." }),
  hold: z.object({
    open: z.boolean().openapi({ description: "It still waits to be looked at." }),
    reasons: z.array(z.object({ of: status("buyer", "seller", "order"), fact: z.string(), value: amount, atLeast: amount })).openapi({ description: "What was counted and from where on it holds a refund; without what is counted of the other side." }),
    secondPerson: z.boolean(), reviewer: z.string().nullable().openapi({ description: "The operator who looks at it." }), heldAt: instant, releasedAt: instantOrNull,
  }).nullable().openapi({ description: "That the refund waits, or waited, before its hand-over until somebody has looked at it." }),
  irreversible: z.object({ because: z.string(), owedMinor: amount }).nullable().openapi({ description: "It was to be taken back, and the institution cannot: why, and what the buyer owes for it." }),
});

const reversal = z.object({
  id: z.string(), refundId: z.string(), status: status("requested", "underReview", "granted", "refused"), ground: z.string(), amountMinor: amount,
  requestedBy: z.object({ role: z.string(), id: z.string() }), note: sealedText, documents: z.array(z.string()), requestedAt: instant,
  buyerMayAnswerUntil: instantOrNull, answeredAt: instantOrNull, decidedAt: instantOrNull, appealedAt: instantOrNull, settledAt: instantOrNull,
});

const chargeback = z.object({
  id: z.string(), paymentId: z.string(), amountMinor: amount, reference: z.string().nullable(), status: status("open", "won", "lost", "withdrawn"),
  lossMinor: amount.openapi({ description: "What was paid out twice and has not come back: the platform's loss." }), openedAt: instant, endedAt: instantOrNull,
});

const sanction = z.object({
  id: z.string(), points: z.int(), fineMinor: amount, reason: z.string(), status: status("active", "appealed", "upheld", "lifted"),
  at: instant, appealUntil: instant, appealedAt: instantOrNull, endedAt: instantOrNull, note: sealedText, party: side,
  answer: sealedText, answeredAt: instantOrNull,
});

const deadline = z.object({
  id: z.string(), who: z.string(), owes: z.string(), since: instant, by: instant, otherwise: z.string(), because: z.string().nullable(), target: z.string().nullable(), rule: z.string(),
});

const effect = z.object({
  refundMinor: amount, to: z.string().nullable(), arrivesBy: instantOrNull, undoUntil: instantOrNull, if: z.enum(["accepted", "posted"]).optional().openapi({ description: "What comes first: the other side's consent, or the goods on their way back." }),
  releaseMinor: amount.optional(), takenBackMinor: amount.optional(), loses: z.array(status("lastClaim", "protectionEnded", "noNewReturn")).optional(),
});

const permission = z
  .object({
    command: z.string(), target: z.string().nullable(), allowed: z.boolean(), refusal: z.string().nullable(), because: z.string().nullable(),
    opensAt: instantOrNull, closedAt: instantOrNull, instead: z.array(z.string()), effect: effect.nullable(),
    asks: z.record(z.string(), z.unknown()).openapi({ description: "JSON Schema 2020-12 of the command's input." }),
  })
  .openapi("Permission");

export const orderSchema = z
  .object({
    id: z.string(), externalId: z.string(), marketplace: z.string(), policyVersion: z.int(),
    law: z.object({ name: z.string(), version: z.int() }).nullable().openapi({ description: "The law of the buyer's country that lies over the policy." }),
    version: z.int(), placedAt: instant, updatedAt: instant,
    locale: z.string().nullable(), fulfilledBy: status("seller", "platform"),
    status: status("awaitingPayment", "verifyingPayment", "awaitingShipment", "inTransit", "delivered", "returnStarted", "completed", "closed"),
    closedBecause: status(
      "unpaid", "paymentRejected", "cancelledByBuyer", "cancelledBySeller", "cancellationAccepted", "sellerSilent", "notShipped", "refunded", "withdrawnFromContract", "chargedBack",
    ).nullable(),
    deleted: z.boolean().openapi({ description: "The buyer has removed it from their list." }),
    buyer: party, seller: party, lines: z.array(line), shippingMinor: amount, commissionMinor: amount, shipWithin: z.string().nullable(),
    shipBy: instantOrNull, protectionEnds: instantOrNull, paidAt: instantOrNull, confirmedAt: instantOrNull, shippedAt: instantOrNull,
    deliveredAt: instantOrNull, endedAt: instantOrNull, money, payments: z.array(payment), parcels: z.array(parcel), cancellations: z.array(cancellation),
    returns: z.array(returned), claims: z.array(claim), refunds: z.array(refund), reversals: z.array(reversal),
    chargebacks: z.array(chargeback).openapi({ description: "What the buyer's bank took back, or tries to." }),
    withdrawals: z.array(withdrawal).openapi({ description: "The buyer's notices of withdrawal from the contract (L1, L3)." }),
    sanctions: z.array(sanction).openapi({ description: "Each side sees its own; mediators and operators see all." }),
    deadlines: z.array(deadline), permissions: z.array(permission),
  })
  .openapi("Order");

export type OrderView = z.infer<typeof orderSchema>;
export type PermissionView = z.infer<typeof permission>;
export type PartyView = z.infer<typeof party>;
