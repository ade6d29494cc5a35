// One order of a replay on the pure core: places it, gives it its commands, lets the clock act, and keeps its deeds and its books.
// Does in memory what the engine's jobs do around a store (engine/jobs.ts, engine/work.ts). Writes nothing and hashes nothing.
import type { Command } from "../../core/commands.ts";
import { decide, nextDue } from "../../core/decide.ts";
import type { Actor } from "../../core/event.ts";
import type { OrderEvent } from "../../core/events.ts";
import { evolve } from "../../core/evolve.ts";
import { place, type Placement } from "../../core/place.ts";
import { postings } from "../../core/postings.ts";
import type { Policy } from "../../core/policy.ts";
import type { RefusalCode } from "../../core/refusals.ts";
import type { Known, Mint } from "../../core/scene.ts";
import type { Order } from "../../core/state.ts";
import { checkTrackingNumber } from "../../engine/trackingNumbers.ts";
import { openOrder, type Happened, type Happening, type Open } from "../agenda.ts";
import { OPERATOR, type Act, type Course } from "../course.ts";
import type { Elsewhere } from "./elsewhere.ts";

/** A policy that a history is played under, and what its orders see of each other: null where they need to see nothing. */
export type Side = { policy: Policy; elsewhere: Elsewhere | null; mintFor: (run: Run, now: number) => Mint };

/** What somebody did to the order, and what came of it. `at` is epoch milliseconds. */
export type Deed = { at: number; by: Actor; command: Command | { type: "PlaceOrder" } } & ({ facts: OrderEvent[]; refusal: null } | { facts: null; refusal: RefusalCode });

/** Balances of the order's accounts by their kind (the first word of their names), minor units; together they are zero. */
export type Books = Record<"buyer" | "institution" | "escrow" | "held" | "subsidy" | "seller" | "platform", number>;

/** `nth` and `side` say which order of the history this is, and under which of several policies. `commands` and `leftOut` count as a replay does, `minted` the ids of its parts. */
export type Run = Open & { nth: number; side: number; order: Order | null; deeds: Deed[]; books: Books; commands: number; leftOut: number; minted: number };

const CLOCK: Actor = { role: "clock", id: "clock" };
const MOST_AT_ONCE = 200;

export function openRun(nth: number, side: number, id: string, policy: Policy, course: Course): Run {
  const books: Books = { buyer: 0, institution: 0, escrow: 0, held: 0, subsidy: 0, seller: 0, platform: 0 };
  return { ...openOrder(id, policy, course), nth, side, order: null, deeds: [], books, commands: 0, leftOut: 0, minted: 0 };
}

/** Carries out what happens to the order; the answer is the events that came of it. Throws where the core breaks its own rules. */
export function carryOut(run: Run, happening: Happening<Run>, side: Side): Happened[] {
  const before = run.deeds.length;
  const { kind, at } = happening;
  switch (kind) {
    case "placed":
      placeOn(run, happening.placement, at, side);
      break;
    case "step": case "answer":
      actOn(run, happening.acts, at, side);
      break;
    case "due":
      run.commands += 1;
      runDue(run, at, side);
      break;
    default: {
      const never: never = kind;
      throw new Error(`nothing happens like ${String(never)}`);
    }
  }
  return run.deeds.slice(before).flatMap(({ at, facts }) => (facts ?? []).map(({ type, data }) => ({ type, at, data: data as Record<string, unknown> })));
}

function placeOn(run: Run, placement: Placement, now: number, side: Side): void {
  const known: Known = { unpaidOrders: side.elsewhere?.unpaidOf(placement.buyer.id) ?? 0 };
  const outcome = place(run.policy, placement, { now, actor: OPERATOR, mint: side.mintFor(run, now), known });
  const deed = { at: now, by: OPERATOR, command: { type: "PlaceOrder" as const } };
  run.commands += 1;
  if (outcome.refused) run.deeds.push({ ...deed, facts: null, refusal: outcome.refused.refusal });
  else record(run, { ...deed, facts: outcome.facts, refusal: null }, outcome.order, side);
}

/** Where one of the acts is refused, the rest of them are left out. */
function actOn(run: Run, acts: readonly Act[], now: number, side: Side): void {
  for (const [index, { actor, command }] of acts.entries()) {
    if (!run.order) {
      run.leftOut += acts.length - index;
      return;
    }
    run.commands += 1;
    runDue(run, now, side);
    const at = Math.max(now, run.order.updatedAt);
    const known = { sellerPoints: side.elsewhere?.pointsOf(run.order) ?? 0, ...trackingOf(command), foreignEvidence: [] };
    const outcome = decide(run.policy, run.order, command, { now: at, actor, mint: side.mintFor(run, at), known });
    if (outcome.refused) {
      run.deeds.push({ at, by: actor, command, facts: null, refusal: outcome.refused.refusal });
      run.leftOut += acts.length - index - 1;
      return;
    }
    record(run, { at, by: actor, command, facts: outcome.facts, refusal: null }, outcome.order, side);
    runDue(run, at, side);
  }
}

/** A history's tracking numbers are made up for each parcel, so that no other order has them. */
function trackingOf(command: Command): Known {
  if (!("carrier" in command) || command.carrier === undefined || command.trackingNumber === undefined) return {};
  return { tracking: checkTrackingNumber(command.carrier, command.trackingNumber) };
}

/** Acts on everything that is due up to `until`, in order, each at its own time. */
function runDue(run: Run, until: number, side: Side): void {
  for (let count = 0; run.order && count < MOST_AT_ONCE; count += 1) {
    const due = nextDue(run.policy, run.order);
    if (!due || due.actsAt > until) return;
    const at = Math.max(due.at, run.order.updatedAt);
    const known = { sellerPoints: side.elsewhere?.pointsOf(run.order) ?? 0 };
    const outcome = decide(run.policy, run.order, due.command, { now: at, actor: CLOCK, mint: side.mintFor(run, at), known });
    if (outcome.refused) throw new Error(`${due.command.type} was due for ${run.id} and refused: ${outcome.refused.refusal}`);
    record(run, { at, by: CLOCK, command: due.command, facts: outcome.facts, refusal: null }, outcome.order, side);
  }
  if (run.order) throw new Error(`order ${run.id} has no end of deadlines at ${new Date(until).toISOString()}`);
}

function record(run: Run, deed: Deed & { facts: OrderEvent[] }, after: Order, side: Side): void {
  let order = run.order;
  for (const [index, fact] of deed.facts.entries()) {
    for (const { account, amountMinor } of postings(order, fact)) run.books[account.slice(0, account.indexOf("/")) as keyof Books] += amountMinor;
    if (index < deed.facts.length - 1) order = evolve(order, { ...fact, seq: (order?.version ?? 0) + 1, at: deed.at, by: deed.by, policyVersion: run.policy.version });
  }
  side.elsewhere?.note(run.order, after);
  run.order = after;
  run.deeds.push(deed);
}
