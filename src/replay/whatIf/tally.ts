// Counts and sums over the orders that were played: how they ended under each policy, and what would have been otherwise.
// Holds sums and a few examples, never the orders. Tallies of parts of a history add up to the tally of the whole.
import type { Run } from "./coreRun.ts";
import { exampleOf, type Example } from "./example.ts";
import { differs, outcomeOf, shifted, type Outcome } from "./outcome.ts";
import { play, sideOf, type Numbered } from "./play.ts";
import type { Variant } from "../variant.ts";

/** Amounts are minor units. */
export type Sums = {
  orders: number; paidMinor: number; releasedMinor: number; refundedMinor: number; heldMinor: number; buyerMinor: number; sellerMinor: number; platformMinor: number;
};
/** How long so many orders waited, milliseconds in all. */
export type Waits = { orders: number; ms: number };
/** What orders under one policy came to. The waits count from the verified payment to the money at the seller, or back at the buyer. */
export type SideTally = {
  commands: number; leftOut: number; journalDifferenceMinor: number; refusals: Record<string, number>; byEnding: Record<string, Sums>; payouts: Waits; moneyBack: Waits;
};
/** Orders of one change and what they moved: `paidMinor` is what was paid in them, the others are differences to the policy compared with. */
export type Moved = { orders: number; paidMinor: number; buyerMinor: number; sellerMinor: number; platformMinor: number };
/** What one policy changes, by `from → to`; `otherTime` are orders of equal end whose money came at another time. */
export type ChangeTally = { changes: Record<string, Moved>; otherTime: { earlier: number; later: number }; examples: Record<string, Example[]> };
/** `sides` begins with the policy that the others are compared with; `variants` are those others. */
export type Tally = { orders: number; sides: SideTally[]; variants: ChangeTally[] };

export const ARROW = " → ";

export function emptyTally(variants: number): Tally {
  const side = (): SideTally => ({
    commands: 0, leftOut: 0, journalDifferenceMinor: 0, refusals: {}, byEnding: {}, payouts: { orders: 0, ms: 0 }, moneyBack: { orders: 0, ms: 0 },
  });
  return {
    orders: 0, sides: Array.from({ length: variants + 1 }, side),
    variants: Array.from({ length: variants }, () => ({ changes: {}, otherTime: { earlier: 0, later: 0 }, examples: {} })),
  };
}

/** What is compared: the policy that ran, those that might have run, and how many examples of each kind of change are wanted. */
export type Question = { against: Variant; variants: Variant[]; examples: number };

/** Plays orders, which come in the order of placing, and counts them. `progress` is told now and then how many have ended. */
export function tallyOf(orders: Iterable<Numbered>, question: Question, progress: (ended: number) => void = () => undefined): Tally {
  const tally = emptyTally(question.variants.length);
  const sides = [question.against, ...question.variants].map(({ policy }) => sideOf(policy));
  play(orders, sides, (runs) => {
    count(tally, runs, question);
    if (tally.orders % TOLD_EACH === 0) progress(tally.orders);
  });
  return tally;
}

const TOLD_EACH = 250;

/** Counts one order, played under `against` (first) and each of the variants; keeps at most `examples` of each kind of change. */
function count(tally: Tally, runs: readonly Run[], { against, variants, examples }: Question): void {
  const [was, ...others] = runs.map(outcomeOf) as [Outcome, ...Outcome[]];
  tally.orders += 1;
  [was, ...others].forEach((outcome, side) => countSide(tally.sides[side]!, runs[side]!, outcome));
  others.forEach((is, index) => {
    const to = tally.variants[index]!;
    if (!differs(was, is)) {
      const shift = shifted(was, is);
      if (shift) to.otherTime[shift] += 1;
      return;
    }
    const kind = `${was.ending}${ARROW}${is.ending}`;
    add((to.changes[kind] ??= { orders: 0, paidMinor: 0, buyerMinor: 0, sellerMinor: 0, platformMinor: 0 }), {
      orders: 1, paidMinor: Math.max(was.paidMinor, is.paidMinor), buyerMinor: is.buyerMinor - was.buyerMinor, sellerMinor: is.sellerMinor - was.sellerMinor,
      platformMinor: is.platformMinor - was.platformMinor,
    });
    keep((to.examples[kind] ??= []), runs[0]!.id, examples, () =>
      exampleOf({ run: runs[0]!, outcome: was, variant: against }, { run: runs[index + 1]!, outcome: is, variant: variants[index]! }));
  });
}

function countSide(to: SideTally, { commands, leftOut, deeds, order }: Run, outcome: Outcome): void {
  const { ending, paidMinor, releasedMinor, refundedMinor, heldMinor, buyerMinor, sellerMinor, platformMinor, paidOutAt, moneyBackAt } = outcome;
  const sums = (to.byEnding[ending] ??= { orders: 0, paidMinor: 0, releasedMinor: 0, refundedMinor: 0, heldMinor: 0, buyerMinor: 0, sellerMinor: 0, platformMinor: 0 });
  add(sums, { orders: 1, paidMinor, releasedMinor, refundedMinor, heldMinor, buyerMinor, sellerMinor, platformMinor });
  to.commands += commands;
  to.leftOut += leftOut;
  to.journalDifferenceMinor += outcome.journalDifferenceMinor;
  for (const { refusal } of deeds) if (refusal !== null) to.refusals[refusal] = (to.refusals[refusal] ?? 0) + 1;
  const confirmedAt = order?.confirmedAt ?? null;
  if (confirmedAt === null) return;
  if (paidOutAt !== null) add(to.payouts, { orders: 1, ms: paidOutAt - confirmedAt });
  if (moneyBackAt !== null) add(to.moneyBack, { orders: 1, ms: moneyBackAt - confirmedAt });
}

/** Adds the tally of another part of the history. */
export function addTally(to: Tally, part: Tally, examples: number): void {
  to.orders += part.orders;
  part.sides.forEach((side, index) => add(to.sides[index]! as unknown as Numbers, side as unknown as Numbers));
  part.variants.forEach(({ changes, otherTime, examples: found }, index) => {
    const variant = to.variants[index]!;
    add(variant.changes as unknown as Numbers, changes as unknown as Numbers);
    add(variant.otherTime, otherTime);
    for (const [kind, list] of Object.entries(found)) {
      for (const example of list) keep((variant.examples[kind] ??= []), example.orderId, examples, () => example);
    }
  });
}

type Numbers = { [name: string]: number | Numbers };

function add(to: Numbers, from: Numbers): void {
  for (const [name, value] of Object.entries(from)) {
    if (typeof value === "number") to[name] = ((to[name] as number | undefined) ?? 0) + value;
    else add((to[name] ??= {}) as Numbers, value);
  }
}

/** The part of an order's id that its seed drew: as good as chance, and the same in every run. */
const drawn = (orderId: string): string => orderId.slice(-12, -3);

/** Keeps the example where its id is among the lowest drawn: a sample of all, whatever the order in which they come. */
function keep(list: Example[], orderId: string, most: number, make: () => Example): void {
  if (list.length >= most && !(most > 0 && drawn(orderId) < drawn(list.at(-1)!.orderId))) return;
  const at = list.findIndex((one) => drawn(orderId) < drawn(one.orderId));
  list.splice(at < 0 ? list.length : at, 0, make());
  if (list.length > most) list.pop();
}
