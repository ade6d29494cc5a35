// The shape of an order's state, word by word: every id with its kind, every status one of its noun's, every list of what it should hold,
// and every part that another names is there. What the values must add up to stands in invariants.ts.
import assert from "node:assert/strict";
import { z } from "zod";
import type { Order } from "../../src/core/state.ts";

const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9a-f-]{36}$`));
const word = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
const instant = z.int().positive();
const instantOrNull = instant.nullable();
const minor = z.int().nonnegative();
const sealed = z.unknown().refine((value) => value === null || (typeof value === "object" && value !== null), "is sealed or null");
const evidence = z.array(z.string().startsWith("evi_"));
const parts = z.array(z.strictObject({ sku: z.string().min(1), quantity: z.int().positive() }));
const remedy = z.enum(["money", "goodsAndMoney", "repair", "replacement", "lowerPrice"]);
const side = z.enum(["buyer", "seller"]);
const fault = z.enum(["buyer", "seller", "carrier", "nobody"]);
const orderStatus = z.enum(["awaitingPayment", "verifyingPayment", "awaitingShipment", "inTransit", "delivered", "returnStarted", "completed", "closed"]);
const method = z.enum(["card", "bankAccount", "eWallet", "westernUnion", "alipay", "giftCard"]);
const closedBecause = z.enum(["unpaid", "paymentRejected", "cancelledByBuyer", "cancelledBySeller", "cancellationAccepted", "sellerSilent", "notShipped", "refunded", "withdrawnFromContract", "chargedBack"]);
const scanStatus = z.enum(["accepted", "inTransit", "outForDelivery", "attempted", "availableForPickup", "delivered", "returnedToSender", "lost", "exception"]);
const party = z.strictObject({ id: z.string().min(1), country: z.string().regex(/^[A-Z]{2}$/), profile: sealed });

const line = z.strictObject({
  sku: z.string().min(1), title: z.string().min(1), quantity: z.int().positive(), unitPriceMinor: minor, discountMinor: minor, discountBy: z.enum(["seller", "platform"]).nullable(),
  taxMinor: minor, model3dUrl: z.url().nullable(), imageUrl: z.url().nullable(), finalSale: z.boolean(), excepted: z.enum(["customMade", "sealedHygiene", "digitalBegun"]).optional(),
  priceMinor: minor, platformMinor: minor, cancelled: minor, shipped: minor, delivered: minor, returning: minor, returned: minor,
});

const payment = z.strictObject({
  id: id("pay"), method, amountMinor: minor, status: z.enum(["pending", "captured", "voided"]), refundingMinor: minor, refundedMinor: minor, madeAt: instant, capturedAt: instantOrNull,
});

const scan = z.strictObject({ status: scanStatus, at: instant, place: z.string().min(1).nullable(), country: z.string().length(2).nullable(), position: z.unknown() });
const parcel = z.strictObject({
  id: id("prc"), kind: z.enum(["order", "return", "replacement"]), returnId: id("ret").nullable(), carrier: z.string().min(1), trackingNumber: z.string().min(1), lines: parts, shippedAt: instant,
  postedIn: z.string().length(2).nullable(), status: z.enum(["announced", ...scanStatus.options]), scans: z.array(scan), deliveredAt: instantOrNull,
  marks: z.array(z.enum(["silent", "foreignEnd", "returned", "lost"])),
});

const cancellation = z.strictObject({
  id: id("can"), status: z.enum(["requested", "accepted", "refused", "withdrawn"]), reason: word, fault, lines: parts.nullable(), note: sealed, requestedAt: instant, endedAt: instantOrNull, evidence,
});

const ret = z.strictObject({
  id: id("ret"), rma: z.string().regex(/^RMA-[0-9A-F]{12}$/), status: z.enum(["requested", "authorized", "inTransit", "received", "closed", "declined", "cancelled", "expired"]),
  claimId: id("clm").nullable(), lines: z.array(z.strictObject({ sku: z.string().min(1), quantity: z.int().positive(), reason: word })), remedy: z.enum(["refund", "replacement", "repair"]),
  refundTo: z.enum(["sameMethod", ...method.options]).nullable(), amountMinor: minor, sellerPays: z.boolean(), labelWanted: z.boolean(),
  label: z.strictObject({ id: z.string().startsWith("lbl_"), carrier: z.string().min(1), trackingNumber: z.string().min(1), url: z.string().nullable(), voidedAt: instantOrNull }).nullable(),
  parcelId: id("prc").nullable(), replacementParcelId: id("prc").nullable(), condition: z.enum(["asSent", "damaged", "empty", "different"]).nullable(), requestedAt: instant,
  authorizedAt: instantOrNull, postedAt: instantOrNull, scannedAt: instantOrNull, backAt: instantOrNull, receivedAt: instantOrNull, endedAt: instantOrNull, approvedByHand: z.boolean(),
  advance: z.boolean(), overdueAt: instantOrNull, withdrawnAt: instant.optional(), withdrawalId: id("wdr").optional(), shippingBack: z.boolean().optional(),
});

const offer = z.strictObject({ by: side, remedy, amountMinor: z.int().positive(), note: sealed, at: instant });
const decision = z.strictObject({ by: z.string().min(1), amountMinor: minor, remedy, reasons: z.array(word), note: sealed, at: instant, final: z.boolean() });
const claim = z.strictObject({
  id: id("clm"), status: z.enum(["awaitingSeller", "awaitingBuyer", "awaitingGoods", "inMediation", "decided", "settled", "withdrawn", "lapsed"]),
  stage: z.enum(["beforeShipment", "onTheWay", "afterDelivery"]), ground: word, fault, graver: z.boolean(), silence: z.enum(["grants", "escalates"]), lines: parts.nullable(), remedy,
  amountMinor: minor, note: sealed, evidence, offers: z.array(offer), openedAt: instant, askedAt: instant, answeredAt: instantOrNull, escalatedAt: instantOrNull, overdueAt: instantOrNull,
  decisions: z.array(decision), appealedBy: side.nullable(), agreed: z.strictObject({ remedy, amountMinor: minor }).nullable(), returnId: id("ret").nullable(), endedAt: instantOrNull,
  guarantee: z.literal(true).optional(),
});

const refund = z.strictObject({
  id: id("rfd"), paymentId: id("pay"), amountMinor: z.int().positive(), subsidyMinor: minor, to: method,
  status: z.enum(["approved", "submitting", "submitted", "settled", "stopped", "failed", "unknown", "reversed"]),
  cause: z.strictObject({ kind: z.enum(["cancellation", "return", "claim", "order", "reversal", "refund", "withdrawal"]), id: z.string().nullable() }), lines: parts, withShipping: z.boolean(),
  orderWas: orderStatus, approvedAt: instant, cancellableUntil: instant, promisedBy: instant, submittingAt: instantOrNull, submittedAt: instantOrNull, settledAt: instantOrNull,
  endedAt: instantOrNull, overdueAt: instantOrNull, unknownAt: instantOrNull, inquiredAt: instantOrNull, failedBecause: z.string().min(1).nullable(),
  institutionReference: z.string().min(1).nullable(), replacedBy: id("rfd").nullable(), reversingSince: instantOrNull, chargeBackDue: z.boolean(), mediationDue: z.literal(true).optional(),
  coveredBy: z.union([id("cbk"), id("rfd")]).optional(), resolved: z.enum(["settled", "failed"]).optional(), failureProposed: z.strictObject({ by: z.string().min(1), at: instant }).optional(),
  irreversible: z.strictObject({ because: z.string().min(1), owedMinor: minor }).optional(), stray: z.strictObject({ amountMinor: minor, lossMinor: minor }).optional(),
  hold: z.strictObject({
    reasons: z.array(z.strictObject({ of: z.enum(["buyer", "seller", "order"]), fact: word, value: z.int().positive(), atLeast: z.int().positive() })).min(1), secondPerson: z.boolean(),
    approvedBy: z.string().min(1), reviewer: z.string().min(1).nullable(), heldAt: instant, releasedAt: instantOrNull, releasedBy: z.string().min(1).nullable(),
  }).optional(),
});

const reversal = z.strictObject({
  id: id("rev"), refundId: id("rfd"), status: z.enum(["requested", "underReview", "granted", "refused"]), ground: word, amountMinor: z.int().positive(),
  requestedBy: z.strictObject({ role: word, id: z.string().min(1) }), note: sealed, documents: evidence, requestedAt: instant, reviewSince: instant, buyerMayAnswerUntil: instantOrNull,
  answeredAt: instantOrNull, decidedBy: z.string().min(1).nullable(), decidedAt: instantOrNull, appealedAt: instantOrNull, settledAt: instantOrNull,
});

const chargeback = z.strictObject({
  id: id("cbk"), paymentId: id("pay"), amountMinor: z.int().positive(), reference: z.string().min(1).nullable(), status: z.enum(["open", "won", "lost", "withdrawn"]), lossMinor: minor,
  openedAt: instant, inquiredAt: instantOrNull, endedAt: instantOrNull,
});

const sanction = z.strictObject({
  id: id("snc"), points: z.int().positive(), fineMinor: minor, reason: word, status: z.enum(["active", "appealed", "upheld", "lifted"]), at: instant, appealUntil: instant,
  appealedAt: instantOrNull, endedAt: instantOrNull, note: sealed, party: z.literal("buyer").optional(), answer: sealed.optional(), answeredAt: instant.optional(),
});

const shape = z.strictObject({
  id: id("ord"), externalId: z.string().min(1), marketplace: z.string().min(1), policyVersion: z.int().nonnegative(), version: z.int().positive(), placedAt: instant, updatedAt: instant,
  locale: z.string().nullable(), buyer: party, seller: party, fulfilledBy: z.enum(["seller", "platform"]), currency: z.string().regex(/^[A-Z]{3}$/), lines: z.array(line).min(1),
  shippingMinor: minor, commissionMinor: minor, shipWithin: z.string().startsWith("P").nullable(), shipBy: instantOrNull, status: orderStatus, closedBecause: closedBecause.nullable(),
  hidden: z.boolean(), extraProtectionMs: minor, shippingReturned: z.boolean(), statusSince: instant, paidAt: instantOrNull, confirmedAt: instantOrNull, dispatchBegunAt: instantOrNull,
  shippedAt: instantOrNull, deliveredAt: instantOrNull, endedAt: instantOrNull, restartedAt: instantOrNull,
  money: z.strictObject({
    paidMinor: minor, inEscrowMinor: minor, releasedMinor: minor, refundingMinor: minor, refundedMinor: minor, subsidyMinor: minor, commissionPaidMinor: minor, owedByBuyerMinor: minor,
  }),
  payments: z.array(payment), parcels: z.array(parcel), cancellations: z.array(cancellation), returns: z.array(ret), claims: z.array(claim), refunds: z.array(refund),
  reversals: z.array(reversal), chargebacks: z.array(chargeback).optional(), sanctions: z.array(sanction), law: z.strictObject({ name: z.string().min(1), version: z.int().positive() }).optional(),
  withdrawals: z.array(z.strictObject({ id: id("wdr"), lines: parts, asGuest: z.boolean(), at: instant })).optional(), wasCompleted: z.literal(true).optional(),
  extensions: z.record(z.string(), z.int().positive()), reminded: z.array(z.string().includes("/")).max(40),
  extended: z.array(z.strictObject({ deadline: z.string().includes("@"), byMs: z.int().positive(), at: z.int(), batch: z.string().optional() })).min(1).max(40).optional(),
});

/** Checks the order's shape, and that whatever names another part names one that is there. */
export function checkShape(order: Order, after: string): void {
  const parsed = shape.safeParse(order);
  assert.ok(parsed.success, `the order's shape after ${after}: ${parsed.error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ")}`);
  const own = new Set([...order.payments, ...order.parcels, ...order.cancellations, ...order.returns, ...order.claims, ...order.refunds, ...order.reversals, ...(order.withdrawals ?? [])].map((part) => part.id));
  const named = [
    ...order.refunds.flatMap((one) => [one.paymentId, one.cause.id, one.replacedBy]), ...order.reversals.map((one) => one.refundId), ...order.claims.map((one) => one.returnId),
    ...order.returns.flatMap((one) => [one.claimId, one.parcelId, one.replacementParcelId, one.withdrawalId]), ...order.parcels.map((one) => one.returnId),
  ];
  for (const id of named) if (id) assert.ok(own.has(id), `${id} is there, after ${after}`);
  for (const { cause } of order.refunds) assert.ok(cause.kind === "order" ? cause.id === null : cause.id?.startsWith(prefixes[cause.kind]), `a refund's cause is of its kind, after ${after}`);
  assert.equal(order.closedBecause !== null, order.status === "closed", `an order has a reason for its closing when it is closed, after ${after}`);
  assert.equal(order.endedAt !== null, order.status === "closed" || order.status === "completed", `an order has an end when it has ended, after ${after}`);
}

const prefixes = { cancellation: "can_", return: "ret_", claim: "clm_", reversal: "rev_", refund: "rfd_", withdrawal: "wdr_" };
