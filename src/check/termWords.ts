// The settings that the core itself reads or that every marketplace knows under the same name: what each means, what it takes,
// and whom more of it helps. A policy may have further terms of its own, which its deadlines and windows then name.
import type { Role } from "../core/event.ts";

/** What a term's value may be: a length of time, the same or no limit, a count or no limit, yes or no, a moment, when money goes back. */
export type Takes = "duration" | "durationOrNull" | "count" | "countOrNull" | "flag" | "edge" | "refundTime";

/**
 * `says` explains it to an editor. `changed` tells a change with {after} and {before}; null where the deadlines and windows
 * that name the term tell it. `more` is whom a longer time, a later moment or a higher count helps and whom it hurts.
 */
export type TermWords = { says: string; takes: Takes; changed: string | null; more: { helps: readonly Role[]; hurts: readonly Role[] } | null };

const buyers = { helps: ["buyer"], hurts: ["seller"] } as const;
const sellers = { helps: ["seller"], hurts: ["buyer"] } as const;
const said = (says: string, takes: Takes, changed: string | null = null, more: TermWords["more"] = null): TermWords => ({ says, takes, changed, more });

export const termWords: Record<string, TermWords> = {
  payWithin: said("How long the buyer has to pay (A3).", "duration"),
  verification: said("How long the payment institution has to confirm a payment (A2).", "duration"),
  unpaidOrdersAllowed: said("How many unpaid orders one buyer may have; null for any number (A6).", "countOrNull", "The limit of unpaid orders of one buyer is {after} instead of {before}", { helps: ["buyer"], hurts: [] }),
  "cancellation.opens": said("From when a cancellation can be asked for (A7).", "edge", "A cancellation can be asked for from {after} on instead of from {before} on", { helps: ["seller"], hurts: ["buyer"] }),
  "cancellation.closes": said("Until when a cancellation can be asked for (A7).", "edge", "A cancellation can be asked for until {after} instead of until {before}", buyers),
  "cancellation.answerWithin": said("How long the seller has to answer a cancellation request (A10).", "duration"),
  "cancellation.refusalNeedsTracking": said("Whether a seller who refuses a cancellation must give a tracking number (A11).", "flag", "A seller who refuses a cancellation {after} give a tracking number", buyers),
  shipWithin: said("How long the seller has to ship, from the confirmed payment (A13). An order may set its own.", "duration", "Sellers have {after} instead of {before} to ship", sellers),
  shipGrace: said("How long after the time to ship an order is still kept open (A13).", "duration", "An order is kept open for {after} instead of {before} after the time to ship has passed", sellers),
  protection: said("How long the money waits in escrow from shipping, where no delivery is recorded (A15).", "durationOrNull", "The buyer's money is protected for {after} instead of {before} from shipping, where no delivery is recorded", buyers),
  "protection.afterDelivery": said("How long the money waits in escrow after the delivery (A15).", "durationOrNull", "The buyer's money is protected for {after} instead of {before} after delivery", buyers),
  "protection.extendable": said("By how much in all a seller may lengthen the protection; null for any length (A15).", "durationOrNull", "A seller may lengthen the buyer's protection by {after} instead of {before} in all", { helps: ["buyer"], hurts: [] }),
  "dispute.opens": said("From when after shipping a claim can be opened (A16).", "duration"),
  "dispute.answerWithin": said("How long the seller has to answer a claim (A19).", "duration"),
  "dispute.settleWithin": said("How long the two sides have to settle a claim before the mediators get it (A20).", "duration"),
  "dispute.appealWithin": said("How long a decision can be appealed (A21).", "duration"),
  "dispute.attempts": said("How many claims an order may have (A22).", "count", "An order may have {after} claims instead of {before}", buyers),
  "mediation.decideWithin": said("How long the mediators have to decide (A20).", "duration"),
  "return.window": said("How long after the delivery a return can be asked for (Z3).", "duration"),
  "return.authorizeWithin": said("How long the seller has to authorize a return (Z8).", "duration"),
  "return.postWithin": said("How long the buyer has to post goods back (A23, Z3).", "duration"),
  "return.arriveWithin": said("How long goods may be on their way back (A23, Z3).", "duration"),
  "return.inspectWithin": said("How long the seller has to look at goods that came back (A23, Z3).", "duration"),
  "replacement.shipWithin": said("How long the seller has to ship a replacement (Z9).", "duration"),
  "payout.after": said("How long after the delivery the seller is paid; another term may be named (Z16).", "duration", "The seller is paid {after} instead of {before} after the delivery", buyers),
  "refund.when": said("When the money of a return goes back: received, scanned or authorized (Z14).", "refundTime", "The money of a return goes back {after} instead of {before}", sellers),
  "refund.heldFor": said("How long an approved refund can be stopped before it is handed over (Z7).", "duration", "An approved refund can be stopped for {after} instead of {before} before it is handed over"),
  "risk.reviewWithin": said("By when a held refund is looked at, or goes on by itself (X3).", "duration"),
  "chargeback.inquireWithin": said("After how long the institution is asked about a chargeback of which nothing is heard (X3).", "duration"),
  "refund.inquireWithin": said("After how long the institution is asked about a refund of which nothing is heard (X3).", "duration"),
  "refund.resolveWithin": said("How long an operator has to end a refund by hand that the institution leaves unanswered, and another to confirm that it failed (X3).", "duration"),
  "refund.reissueWithin": said("After how long a failed refund is sent again (X3).", "duration"),
  "refund.answerWithin.beforeShipment": said("How long the seller has to answer a claim before shipment (T2).", "duration"),
  "refund.answerWithin.afterShipment": said("How long the seller has to answer a claim after shipment (T2).", "duration"),
  "refund.reviseWithin": said("How long the buyer has to change a refused claim (T3).", "duration"),
  "reversal.reviewWithin": said("How long a reversal may be looked at (T5).", "duration"),
  "reversal.answerWithin": said("How long the buyer has to answer before a reversal can be granted (T5).", "duration", "The buyer has {after} instead of {before} to answer before a reversal can be granted", { helps: ["buyer"], hurts: [] }),
  "reversal.appealWithin": said("How long a reversal can be appealed (T4).", "duration"),
  "sanction.appealWithin": said("How long the seller can appeal against a sanction (L4).", "duration", "Sellers have {after} instead of {before} to appeal against a sanction", { helps: ["seller"], hurts: [] }),
  "sanction.decideWithin": said("How long an appeal against a sanction may wait (X3).", "duration"),
  "tracking.silentAfter": said("After how long without a scan a parcel counts as silent; null for never (A27).", "durationOrNull", "A parcel counts as silent after {after} instead of {before} without a scan"),
  writeAccess: said("How long a session may change things after it proved itself (Z11).", "duration", "A session may change things for {after} instead of {before} after it proved itself"),
};
