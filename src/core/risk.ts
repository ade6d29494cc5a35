// Risk and abuse: what is known of a buyer and a seller from their other orders, and what a policy makes of it. Nothing here blocks
// anybody in silence: a refund is held by name and until a time, evidence is asked for, a sanction is given by a person with a reason.
import type { Sealed } from "./event.ts";
import type { RefundEvent } from "./events.ts";
import { durationTerm, type Policy } from "./policy.ts";
import { refuse } from "./refusals.ts";
import { byId, change, saying, type Decisions, type Scene, type Transitions } from "./scene.ts";
import type { HoldReason, Order, Refund } from "./state.ts";
import { later } from "./time.ts";

/** What is counted of a person over their latest orders in one marketplace. `refundShare` is of ten thousand of the orders that were paid. */
export const riskFacts = ["orders", "refundShare", "emptyBoxes", "claimsWithdrawn", "claimsLost", "sameEvidence", "points"] as const;
export type RiskFact = (typeof riskFacts)[number];
export type RiskFacts = Record<RiskFact, number>;

/** From `atLeast` on, the effect. `amount` is the refund's own, in minor units of `currency`; every other fact is counted of the side `of`. */
export type RiskRule = {
  of: "buyer" | "seller" | "order"; fact: RiskFact | "amount"; atLeast: number; currency?: string;
  /** Counted only from so many orders on: the share of one order says nothing. */
  orders?: number;
  effect: "hold" | "secondPerson" | "evidence";
};

/** How a marketplace guards against abuse. `reasons` are what an operator can sanction a buyer for, with their points. */
export type RiskPolicy = { rules: RiskRule[]; reasons: Record<string, number>; rule: string; source: string };

type RiskCommand = "HoldRefund" | "TakeHold" | "ReleaseHold" | "SanctionBuyer";

export const riskDecisions: Decisions<RiskCommand> = {
  HoldRefund: (scene, command) => hold(scene, command.refundId!, { reasons: [{ of: "order", fact: "byHand", value: 1, atLeast: 1 }], secondPerson: false, reviewer: scene.actor.id }, command.note),
  TakeHold: (scene, command) => scene.emit({ type: "HoldTaken", data: { refundId: command.refundId! } }),
  ReleaseHold: (scene, command) => scene.emit({ type: "HoldReleased", data: { refundId: command.refundId!, ...saying(command.note) } }),

  SanctionBuyer(scene, command) {
    const points = scene.policy.risk?.reasons[command.reason];
    if (points === undefined) return refuse("ReasonUnknownHere");
    const appealUntil = later(scene.now, durationTerm(scene.policy, "sanction.appealWithin")!, scene.policy.zone);
    scene.emit({ type: "BuyerSanctioned", data: { sanctionId: scene.mint("snc"), points, reason: command.reason, appealUntil, note: command.note ?? null } });
  },
};

/** Holds the refunds just approved where the policy's rules say so. What the law gives back to who withdrew is never held. */
export function holdForRisk(scene: Scene, refundIds: readonly string[]): void {
  for (const id of refundIds) {
    const refund = byId(scene.order.refunds, id);
    const met = rulesMet(scene, (rule) => rule.effect !== "evidence", refund).filter(() => !byLaw(scene.order, refund));
    if (met.length === 0) continue;
    const secondPerson = met.some(({ rule }) => rule.effect === "secondPerson");
    hold(scene, id, { reasons: met.map(({ reason }) => reason), secondPerson, reviewer: scene.known.reviewer ?? null });
  }
}

/** Whether what is known of the buyer makes evidence necessary where it would not be. */
export const needsEvidence = (scene: Scene): boolean => rulesMet(scene, (rule) => rule.effect === "evidence", null).length > 0;

function hold(scene: Scene, refundId: string, held: { reasons: HoldReason[]; secondPerson: boolean; reviewer: string | null }, note?: Sealed): void {
  scene.emit({ type: "RefundHeld", data: { refundId, ...held, ...saying(note) } });
}

function rulesMet({ policy, known, order }: Scene, wanted: (rule: RiskRule) => boolean, refund: Refund | null): { rule: RiskRule; reason: HoldReason }[] {
  return (policy.risk?.rules ?? []).filter(wanted).flatMap((rule) => {
    const { of, fact, atLeast } = rule;
    const facts = of === "order" ? null : known.risk?.[of];
    const value = fact === "amount" ? (rule.currency === order.currency ? refund?.amountMinor ?? 0 : 0) : facts && facts.orders >= (rule.orders ?? 0) ? facts[fact] : 0;
    return value >= atLeast ? [{ rule, reason: { of, fact, value, atLeast } }] : [];
  });
}

/** Money that goes back because the buyer withdrew from the contract: the law sets its time. */
function byLaw(order: Order, { cause }: Refund): boolean {
  return cause.kind === "withdrawal" || (cause.kind === "return" && byId(order.returns, cause.id!).withdrawnAt !== undefined);
}

/** What counts of an order against its buyer and its seller; 1 in `refunded` where money of it went back or is on its way. */
export function marksOf({ refunds, returns, claims, sanctions }: Order) {
  const last = claims.flatMap(({ status, decisions }) => (status === "settled" || status === "decided" ? decisions.slice(-1) : []));
  return {
    refunded: refunds.some(({ status }) => status !== "stopped" && status !== "failed" && status !== "reversed") ? 1 : 0,
    emptyBoxes: returns.filter(({ condition }) => condition === "empty" || condition === "different").length,
    claimsWithdrawn: claims.filter(({ status }) => status === "withdrawn").length,
    lostByBuyer: last.filter(({ amountMinor }) => amountMinor === 0).length, lostBySeller: last.filter(({ amountMinor }) => amountMinor > 0).length,
    buyerPoints: sanctions.reduce((sum, { party, points, status }) => (party === "buyer" && status !== "lifted" ? sum + points : sum), 0),
  };
}

/** The facts of somebody of whom only some are told: twenty orders, and nothing else against them. */
export const countedFacts = (some: Partial<RiskFacts>): RiskFacts =>
  ({ orders: 20, refundShare: 0, emptyBoxes: 0, claimsWithdrawn: 0, claimsLost: 0, sameEvidence: 0, points: 0, ...some });

/** Whether somebody still has to look at the refund before it may be handed over. */
export const isHeld = ({ hold: held, status }: Refund): boolean => status === "approved" && held !== undefined && held.releasedAt === null;

/** The marketplace's rules for risk; none where it has none. */
export const riskRules = (policy: Policy): readonly RiskRule[] => policy.risk?.rules ?? [];

export const riskTransitions: Transitions<Extract<RefundEvent, { type: "RefundHeld" | "HoldTaken" | "HoldReleased" }>> = {
  RefundHeld(order, event) {
    const { refundId, reasons, secondPerson, reviewer } = event.data;
    const held = { reasons, secondPerson, approvedBy: event.by.id, reviewer, heldAt: event.at, releasedAt: null, releasedBy: null };
    return { ...order, refunds: change(order.refunds, refundId, { hold: held }) };
  },
  HoldTaken: (order, event) => patched(order, event.data.refundId, { reviewer: event.by.id }),
  HoldReleased: (order, event) => patched(order, event.data.refundId, { releasedAt: event.at, releasedBy: event.by.id }),
};

function patched(order: Order, refundId: string, patch: Partial<NonNullable<Refund["hold"]>>): Order {
  return { ...order, refunds: change(order.refunds, refundId, (refund) => ({ hold: { ...refund.hold!, ...patch } })) };
}
