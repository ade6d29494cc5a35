// One step of a course: somebody's command, or time passing to the next instant at which something changes. Through the real core.
import { decide, nextDue, type Outcome } from "../core/decide.ts";
import type { Command } from "../core/commands.ts";
import type { Actor } from "../core/event.ts";
import { place } from "../core/place.ts";
import type { Policy } from "../core/policy.ts";
import { countedFacts } from "../core/risk.ts";
import type { Known, Mint } from "../core/scene.ts";
import { sanctioned, type Order } from "../core/state.ts";
import { placementOf } from "../story/command.ts";
import { pointsOf } from "./points.ts";
import type { Shape } from "./shapes.ts";

/** A Monday morning, as the stories' runner has it: business days count from here. */
export const COURSE_BEGINS = Date.UTC(2026, 2, 2, 9);
const ORDER_ID = "ord_00000000-0000-7000-8000-000000000001";
const clock: Actor = { role: "clock", id: "clock" };

/** Where a course stands. Times are epoch milliseconds. */
export type Standing = { order: Order; now: number };

/** The policy as it is explored: reminders change nothing but that somebody was reminded. */
export const withoutReminders = (policy: Policy): Policy => (policy.reminders.half || policy.reminders.before.length > 0 ? { ...policy, reminders: { half: false, before: [] } } : policy);

/** The order as it is placed. */
export function begin(policy: Policy, shape: Shape): Standing {
  const placement = placementOf(shape.setting, policy.policy, ORDER_ID, COURSE_BEGINS);
  const outcome = place(policy, placement, { now: COURSE_BEGINS, actor: { role: "operator", id: "olga" }, mint: mintAfter(null), known: {} });
  if (outcome.refused) throw new Error(`the order of "${shape.name}" is refused: ${outcome.refused.refusal}`);
  return { order: outcome.order, now: COURSE_BEGINS };
}

/** What a command comes to. What it carries is taken to be in order: tracking numbers valid and unused, files the sender's own. */
export function give(policy: Policy, shape: Shape, { order, now }: Standing, actor: Actor, command: Command): Outcome {
  return decide(policy, order, command, { now, actor, mint: mintAfter(order), known: knownIn(shape, order) });
}

function knownIn(shape: Shape, order: Order): Known {
  const here = order.sanctions.reduce((sum, sanction) => sum + (sanction.status === "lifted" || sanctioned(sanction) === "buyer" ? 0 : sanction.points), 0);
  const { points, counted } = shape.setting.elsewhere;
  const risk = counted && { buyer: countedFacts(counted.buyer), seller: countedFacts(counted.seller) };
  return { sellerPoints: points + here, ...(risk ? { risk } : {}), tracking: { form: "valid", country: null }, trackingUsed: false, foreignEvidence: [] };
}

/** The next instant at which something changes of itself: a deadline's, whose command it gives, or only a window's. Null where there is none. */
export type Passing = { at: number; command: Command | null; actor: Actor };
export function nextPassing(policy: Policy, { order, now }: Standing): Passing | null {
  const due = nextDue(policy, order);
  let edge = Infinity;
  for (const { at, matters } of pointsOf(policy, order)) if (matters && at > now && at < edge) edge = at;
  if (due && due.actsAt <= Math.max(edge, now)) return { at: Math.max(now, due.actsAt), command: due.command, actor: clock };
  return edge === Infinity ? null : { at: edge, command: null, actor: clock };
}

/** Whole seconds, as a story tells time. */
export const wholeSecond = (at: number): number => Math.ceil(at / 1000) * 1000;

const PREFIX = "00000000-0000-7000-8000-";

/** Ids that depend on the order alone, so that the same steps make the same ids. */
function mintAfter(order: Order | null): Mint {
  let count = order === null ? 0 : partsIn(order);
  return (prefix) => `${prefix}_${PREFIX}${(count += 1).toString(16).padStart(12, "0")}`;
}

const partsIn = ({ payments, parcels, cancellations, returns, claims, refunds, reversals, sanctions, withdrawals = [], chargebacks = [] }: Order): number =>
  payments.length + parcels.length + cancellations.length + returns.length + claims.length + refunds.length + reversals.length + sanctions.length + withdrawals.length + chargebacks.length;
