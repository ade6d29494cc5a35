// The parts of an order as the API shows them: payments, parcels, requests, refunds. Times as text, words in plain.
import type { Policy } from "../../core/policy.ts";
import { doubtsAbout } from "../../core/parcel.ts";
import { isHeld } from "../../core/risk.ts";
import { sanctioned, type Cancellation, type Chargeback, type Claim, type Hold, type Parcel, type Payment, type Refund, type Return, type Reversal, type Sanction } from "../../core/state.ts";
import type { Caller } from "../caller.ts";
import type { OrderView } from "../schemas/order.ts";
import { reasonsFor } from "./event.ts";
import { iso, isoOrNull } from "./time.ts";
import { plain, type Words } from "./words.ts";

type Part<K extends keyof OrderView> = OrderView[K] extends readonly (infer T)[] ? T : never;

export function paymentView(payment: Payment): Part<"payments"> {
  return { ...payment, madeAt: iso(payment.madeAt), capturedAt: isoOrNull(payment.capturedAt) };
}

export function parcelView(parcel: Parcel, policy: Policy, now: number): Part<"parcels"> {
  return {
    id: parcel.id, kind: parcel.kind, returnId: parcel.returnId, carrier: parcel.carrier, trackingNumber: parcel.trackingNumber, status: parcel.status,
    lines: parcel.lines, shippedAt: iso(parcel.shippedAt), postedIn: parcel.postedIn, deliveredAt: isoOrNull(parcel.deliveredAt),
    scans: parcel.scans.map((scan) => ({ ...scan, at: iso(scan.at) })), marks: doubtsAbout(policy, parcel, now),
  };
}

export function cancellationView(cancellation: Cancellation, words: Words): Part<"cancellations"> {
  return { ...cancellation, note: plain(words, cancellation.note), requestedAt: iso(cancellation.requestedAt), endedAt: isoOrNull(cancellation.endedAt) };
}

/** A label that is not void is printed at its `url`, whoever made it: what the carrier gave is no address for people. */
export function returnView(orderId: string, ret: Return): Part<"returns"> {
  return {
    id: ret.id, rma: ret.rma, status: ret.status, claimId: ret.claimId, lines: ret.lines, remedy: ret.remedy, refundTo: ret.refundTo, amountMinor: ret.amountMinor,
    sellerPays: ret.sellerPays, label: ret.label && { ...ret.label, url: ret.label.voidedAt === null ? labelPath(orderId, ret.id) : null, voidedAt: isoOrNull(ret.label.voidedAt) }, parcelId: ret.parcelId,
    replacementParcelId: ret.replacementParcelId, condition: ret.condition, advance: ret.advance, approvedByHand: ret.approvedByHand,
    requestedAt: iso(ret.requestedAt), authorizedAt: isoOrNull(ret.authorizedAt), postedAt: isoOrNull(ret.postedAt), scannedAt: isoOrNull(ret.scannedAt),
    backAt: isoOrNull(ret.backAt), receivedAt: isoOrNull(ret.receivedAt), overdueAt: isoOrNull(ret.overdueAt), endedAt: isoOrNull(ret.endedAt), withdrawnAt: isoOrNull(ret.withdrawnAt ?? null),
  };
}

/** Where a return's label is printed. */
const labelPath = (orderId: string, returnId: string): string => `/v1/orders/${orderId}/returns/${returnId}/label.pdf`;

export function claimView(claim: Claim, words: Words): Part<"claims"> {
  const said = <T extends Claim["offers"][number] | Claim["decisions"][number]>(one: T) => ({ ...one, note: plain(words, one.note), at: iso(one.at) });
  return {
    id: claim.id, status: claim.status, stage: claim.stage, ground: claim.ground, fault: claim.fault, graver: claim.graver, silence: claim.silence, lines: claim.lines,
    remedy: claim.remedy, amountMinor: claim.amountMinor, note: plain(words, claim.note), evidence: claim.evidence, offers: claim.offers.map(said),
    decisions: claim.decisions.map(said), agreed: claim.agreed, appealedBy: claim.appealedBy, returnId: claim.returnId, guarantee: claim.guarantee ?? false,
    openedAt: iso(claim.openedAt), answeredAt: isoOrNull(claim.answeredAt), escalatedAt: isoOrNull(claim.escalatedAt), overdueAt: isoOrNull(claim.overdueAt),
    endedAt: isoOrNull(claim.endedAt),
  };
}

/** `overdue`: promised for a time that has passed, and still on its way or of unknown outcome. */
export function refundView(refund: Refund, now: number, caller: Caller): Part<"refunds"> {
  const waiting = refund.status === "approved" || refund.status === "submitting" || refund.status === "submitted" || refund.status === "unknown" ||
    (refund.status === "failed" && refund.replacedBy === null);
  return {
    id: refund.id, paymentId: refund.paymentId, amountMinor: refund.amountMinor, to: refund.to, status: refund.status, cause: refund.cause, lines: refund.lines,
    approvedAt: iso(refund.approvedAt), cancellableUntil: iso(refund.cancellableUntil), promisedBy: iso(refund.promisedBy), overdue: waiting && now > refund.promisedBy,
    submittedAt: isoOrNull(refund.submittedAt), settledAt: isoOrNull(refund.settledAt), endedAt: isoOrNull(refund.endedAt),
    institutionReference: refund.institutionReference, failedBecause: refund.failedBecause, replacedBy: refund.replacedBy, coveredBy: refund.coveredBy ?? null,
    resolvedByHand: refund.resolved ?? null, failureProposed: refund.failureProposed ? { ...refund.failureProposed, at: iso(refund.failureProposed.at) } : null,
    paidTwiceMinor: refund.stray?.amountMinor ?? 0, lossMinor: refund.stray?.lossMinor ?? 0, irreversible: refund.irreversible ?? null,
    hold: refund.hold ? holdView(refund, refund.hold, caller) : null,
  };
}

function holdView(refund: Refund, hold: Hold, caller: Caller): NonNullable<Part<"refunds">["hold"]> {
  const { secondPerson, reviewer, heldAt, releasedAt } = hold;
  return { open: isHeld(refund), reasons: reasonsFor(caller, hold.reasons), secondPerson, reviewer, heldAt: iso(heldAt), releasedAt: isoOrNull(releasedAt) };
}

export function reversalView(reversal: Reversal, words: Words): Part<"reversals"> {
  return {
    id: reversal.id, refundId: reversal.refundId, status: reversal.status, ground: reversal.ground, amountMinor: reversal.amountMinor,
    requestedBy: reversal.requestedBy, note: plain(words, reversal.note), documents: reversal.documents, requestedAt: iso(reversal.requestedAt),
    buyerMayAnswerUntil: isoOrNull(reversal.buyerMayAnswerUntil), answeredAt: isoOrNull(reversal.answeredAt), decidedAt: isoOrNull(reversal.decidedAt),
    appealedAt: isoOrNull(reversal.appealedAt), settledAt: isoOrNull(reversal.settledAt),
  };
}

export function chargebackView({ inquiredAt: _, openedAt, endedAt, ...chargeback }: Chargeback): Part<"chargebacks"> {
  return { ...chargeback, openedAt: iso(openedAt), endedAt: isoOrNull(endedAt) };
}

export function sanctionView(sanction: Sanction, words: Words): Part<"sanctions"> {
  return {
    ...sanction, party: sanctioned(sanction), note: plain(words, sanction.note), answer: plain(words, sanction.answer ?? null), answeredAt: isoOrNull(sanction.answeredAt ?? null), at: iso(sanction.at), appealUntil: iso(sanction.appealUntil), appealedAt: isoOrNull(sanction.appealedAt),
    endedAt: isoOrNull(sanction.endedAt),
  };
}
