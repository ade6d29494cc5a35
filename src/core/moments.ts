// Named moments of an order, and the windows between which an action is open. All in epoch milliseconds.
import { durationTerm, term, type Moment, type Policy } from "./policy.ts";
import { withdrawalMoneyDue } from "./promise.ts";
import type { Cancellation, Chargeback, Claim, Order, Refund, Return, Reversal, Sanction } from "./state.ts";
import { later } from "./time.ts";

/** What a command or a deadline speaks of, besides the order as a whole. */
export type Target = Cancellation | Return | Claim | Refund | Reversal | Chargeback | Sanction;

const after = (policy: Policy, at: number | null, duration: string | null): number | null =>
  at === null || duration === null ? null : later(at, duration, policy.zone);

/** Moments of the order start anew when a reversal brought it back to where it was (T4). */
const anew = (order: Order, at: number | null): number | null =>
  at === null || order.restartedAt === null ? at : Math.max(at, order.restartedAt);

/** By when the seller must ship: the listing's own instant or duration, else the policy's (A13). */
export function shipBy(policy: Policy, order: Order): number | null {
  if (order.shipBy !== null) return order.shipBy;
  return after(policy, anew(order, order.confirmedAt), order.shipWithin ?? durationTerm(policy, "shipWithin"));
}

/** When the protection ends: counted from the delivery, or from shipping while none is recorded (A15). */
export function protectionEnds(policy: Policy, order: Order): number | null {
  const end = order.deliveredAt !== null
    ? after(policy, anew(order, order.deliveredAt), durationTerm(policy, "protection.afterDelivery"))
    : after(policy, anew(order, order.shippedAt), durationTerm(policy, "protection"));
  return end === null ? null : end + order.extraProtectionMs;
}

/** Since when the buyer can post goods back: since they are there, at the latest when they were to be. */
const goodsThere = (policy: Policy, order: Order): number => order.deliveredAt ?? protectionEnds(policy, order) ?? 0;

/** Since when the buyer holds the last of the goods. Where no delivery was ever recorded, since the order was completed over it. */
const goodsHeld = (order: Order): number | null => order.deliveredAt ?? (order.status === "completed" ? order.endedAt : null);

/** Since when an answer about a refund is waited for: each inquiry starts it anew. */
const asked = (refund: Refund, since: number | null): number | null => (since === null ? null : Math.max(since, refund.inquiredAt ?? 0));

type Reading = (policy: Policy, order: Order, target: never) => number | null;

const moments: Record<string, Reading> = {
  placed: (_policy, order) => order.placedAt,
  paid: (_policy, order) => order.paidAt,
  confirmed: (_policy, order) => anew(order, order.confirmedAt),
  shipBy,
  shipped: (_policy, order) => order.shippedAt,
  goodsHeld: (_policy, order) => goodsHeld(order),
  delivered: (_policy, order) => anew(order, order.deliveredAt),
  protectionEnds,
  requested: (_policy, _order, target: Cancellation | Return | Reversal) => target.requestedAt,
  claimOpened: (_policy, _order, target: Claim) => target.openedAt,
  asked: (_policy, _order, target: Claim) => target.askedAt,
  answered: (_policy, _order, target: Claim) => target.answeredAt ?? target.askedAt,
  escalated: (_policy, _order, target: Claim) => target.escalatedAt,
  overdue: (_policy, _order, target: Claim | Refund) => target.overdueAt,
  decided: (_policy, _order, target: Claim) => target.decisions.at(-1)?.at ?? null,
  authorized: (policy, order, target: Return) => (target.authorizedAt === null ? null : Math.max(target.authorizedAt, goodsThere(policy, order))),
  posted: (_policy, _order, target: Return) => target.postedAt,
  withdrawalMoneyDue,
  goodsBack: (_policy, _order, target: Return) => target.backAt,
  received: (_policy, _order, target: Return) => target.receivedAt,
  cancellableUntil: (_policy, _order, target: Refund) => target.cancellableUntil,
  held: (_policy, _order, target: Refund) => target.hold?.heldAt ?? null,
  promisedBy: (_policy, _order, target: Refund) => target.promisedBy,
  submitting: (_policy, _order, target: Refund) => asked(target, target.submittingAt),
  unknown: (_policy, _order, target: Refund) => asked(target, target.unknownAt),
  awaited: (_policy, _order, target: Refund) => (target.submittingAt === null ? null : Math.max(target.submittingAt, target.promisedBy)),
  failureProposed: (_policy, _order, target: Refund) => target.failureProposed?.at ?? null,
  reversing: (_policy, _order, target: Refund) => asked(target, target.reversingSince),
  failed: (_policy, _order, target: Refund) => target.endedAt,
  refundOverdue: (_policy, _order, target: Refund) => asked(target, target.overdueAt),
  reviewSince: (_policy, _order, target: Reversal) => target.reviewSince,
  reversalDecided: (_policy, _order, target: Reversal) => target.decidedAt,
  chargedBack: (_policy, _order, target: Chargeback) => Math.max(target.openedAt, target.inquiredAt ?? 0),
  sanctioned: (_policy, _order, target: Sanction) => target.at,
  appealUntil: (_policy, _order, target: Sanction) => target.appealUntil,
  sanctionAppealed: (_policy, _order, target: Sanction) => target.appealedAt,
};

/** The instant of a named moment; null while it has not come. Throws on a word that the core does not know. */
export function momentOf(policy: Policy, order: Order, target: Target | null, name: string): number | null {
  const reading = moments[name];
  if (!reading) throw new Error(`policy ${policy.policy} names no moment of the core: ${name}`);
  return reading(policy, order, target as never);
}

/** Every word for a moment. */
export const momentNames: readonly string[] = Object.keys(moments);

/** Whether a word names a moment of the core. */
export const isMoment = (name: string): boolean => Object.hasOwn(moments, name);

/** When a window opens or closes: `at` is the latest time at which it does, `certain` false while that still depends on others. */
export type Edge = { at: number | null; certain: boolean };

/** The edge that a policy names: a moment, a moment and a term after it, or a term whose value is a word for a moment (A7). */
export function edgeOf(policy: Policy, order: Order, target: Target | null, spec: Moment): Edge {
  if (spec.length === 2) return { at: after(policy, momentOf(policy, order, target, spec[0]), durationTerm(policy, spec[1])), certain: true };
  if (isMoment(spec[0])) return { at: momentOf(policy, order, target, spec[0]), certain: true };
  const word = term(policy, spec[0]);
  switch (word) {
    case "with_payment":
      return { at: order.paidAt, certain: true };
    case "after_verification":
      return { at: order.confirmedAt ?? after(policy, order.paidAt, durationTerm(policy, "verification")), certain: order.confirmedAt !== null };
    case "P1D_after_payment":
      return { at: after(policy, order.paidAt, "P1D"), certain: true };
    case "shipping":
      return { at: null, certain: true };
    default:
      throw new Error(`policy ${policy.policy} names no moment of the core: ${String(word)}`);
  }
}
