// Plays a history on the pure core under several policies at once, and hands on each order when it has ended under all of them.
// Compares nothing: it only holds side by side what belongs together.
import type { Placement } from "../../core/place.ts";
import { isFinished, openAgenda, type Begun } from "../agenda.ts";
import type { Course } from "../course.ts";
import { carryOut, openRun, type Run, type Side } from "./coreRun.ts";
import { isEachAlone, openElsewhere } from "./elsewhere.ts";
import type { Policy } from "../../core/policy.ts";

/** One order of a history: the how-manieth it is, and the id that a replay gives it. */
export type Numbered = { nth: number; id: string; course: Course };

/** Told of every order with its runs, one a side. */
export type Ended = (runs: readonly Run[]) => void;

/** A side whose parts' ids are counted within each order: they name nothing outside it. */
export function sideOf(policy: Policy): Side {
  return { policy, elsewhere: isEachAlone(policy) ? null : openElsewhere(), mintFor: (run) => (prefix) => countedId(prefix, (run.minted += 1)) };
}

const countedId = (prefix: string, count: number): string => `${prefix}_00000000-0000-7000-8000-${String(count).padStart(12, "0")}`;

/**
 * Plays the orders, which come in the order of placing, under each side's policy. Where no side's orders need to know of each other
 * each one is played to its end before the next begins, and `ended` is told in their order; else all go together in the order of
 * time, and memory holds those under way.
 */
export function play(orders: Iterable<Numbered>, sides: readonly Side[], ended: Ended): void {
  if (sides.some(({ elsewhere }) => elsewhere !== null)) return playTogether(orders, sides, ended);
  for (const order of orders) playTogether([order], sides, ended);
}

function playTogether(orders: Iterable<Numbered>, sides: readonly Side[], ended: Ended): void {
  const agenda = openAgenda(begunOn(orders, sides));
  const finished = new Map<number, Run[]>();
  for (let happening = agenda.next(); happening; happening = agenda.next()) {
    const run = happening.open;
    agenda.begin(happening);
    const events = carryOut(run, happening, sides[run.side]!);
    if (run.order) agenda.follow(run, run.order, events);
    if (!isFinished(run)) continue;
    const runs = finished.get(run.nth) ?? [];
    runs.push(run);
    finished.set(run.nth, runs);
    if (runs.length < sides.length) continue;
    finished.delete(run.nth);
    ended(runs.sort((a, b) => a.side - b.side));
  }
  if (finished.size > 0) throw new Error(`${finished.size} orders have not ended under every policy`);
}

/** Every order once for each side; the sides share nothing but its course. */
function* begunOn(orders: Iterable<Numbered>, sides: readonly Side[]): Generator<Begun<Run>> {
  for (const { nth, id, course } of orders) {
    for (const [index, { policy }] of sides.entries()) {
      const placement: Placement = { id, marketplace: policy.policy, ...course.placement };
      yield { open: openRun(nth, index, id, policy, course), placedAt: course.placedAt, placement };
    }
  }
}
