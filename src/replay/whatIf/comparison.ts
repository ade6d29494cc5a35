// What a comparison says: for each policy how the orders ended and who has the money, and what each one changes. One object for
// programs; text.ts and page.ts write it for people.
import type { Variant } from "../variant.ts";
import type { Example } from "./example.ts";
import { plainEnding } from "./outcome.ts";
import { ARROW, type ChangeTally, type Moved, type SideTally, type Sums, type Tally, type Waits } from "./tally.ts";

/** Orders of one ending; amounts are minor units. */
export type EndingSums = { ending: string } & Sums;
/** `days` is the mean. */
export type MeanWait = { orders: number; days: number };

/**
 * What the history came to under one policy, in the words of a replay's summary. `byEnding` tells `completed` from
 * `completedUndelivered`, `endings` does not. `buyerMinor`, `sellerMinor`, `platformMinor`: who has the money in the end.
 */
export type SideFigures = Omit<Sums, "orders"> & {
  name: string; policy: string; version: number; terms: Record<string, string>; orders: number; endings: Record<string, number>; byEnding: EndingSums[];
  journalDifferenceMinor: number; commands: number; refusals: Record<string, number>; leftOut: number; payouts: MeanWait; moneyBack: MeanWait;
};

/** Orders that went from one ending to another (or the same, with other amounts). `paidMinor` is what was paid in them, the rest are differences. */
export type Change = { from: string; to: string } & Moved & { examples: Example[] };

/** `changed` sums up all `changes`; `otherTime` counts orders of equal end whose money came earlier or later. */
export type VariantFigures = SideFigures & { changed: Moved; changes: Change[]; otherTime: { earlier: number; later: number } };

export type Comparison = {
  dataset: string; currency: string; orders: number; placedFrom: string | null; placedTo: string | null;
  source: Record<string, number>; madeUp: { orders: number; amountMinor: number };
  against: SideFigures; variants: VariantFigures[]; heldMinor: number; journalDifferenceMinor: number;
  commands: number; commandsPerSecond: number; seconds: number; readSeconds: number; peakMemoryBytes: number;
};

export type Around = Pick<Comparison, "dataset" | "currency" | "source" | "madeUp" | "seconds" | "readSeconds" | "peakMemoryBytes"> & {
  against: Variant; variants: readonly Variant[]; from: number | null; to: number | null;
};

/** The comparison that a tally amounts to. */
export function comparisonOf(tally: Tally, around: Around): Comparison {
  const { dataset, currency, source, madeUp, seconds, readSeconds, peakMemoryBytes, from, to } = around;
  const [first, ...rest] = tally.sides as [SideTally, ...SideTally[]];
  const against = figuresOf(first, around.against);
  const variants = rest.map((side, index) => ({ ...figuresOf(side, around.variants[index]!), ...changesOf(tally.variants[index]!) }));
  const all = [against, ...variants];
  const commands = all.reduce((sum, side) => sum + side.commands, 0);
  return {
    dataset, currency, orders: tally.orders, placedFrom: timeText(from), placedTo: timeText(to), source, madeUp, against, variants,
    heldMinor: all.reduce((sum, side) => sum + side.heldMinor, 0), journalDifferenceMinor: all.reduce((sum, side) => sum + side.journalDifferenceMinor, 0),
    commands, commandsPerSecond: commands / (seconds - readSeconds), seconds, readSeconds, peakMemoryBytes,
  };
}

const timeText = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function figuresOf(side: SideTally, { name, policy, terms }: Variant): SideFigures {
  const { journalDifferenceMinor, commands, refusals, leftOut, payouts, moneyBack } = side;
  const byEnding = Object.entries(side.byEnding).map(([ending, sums]) => ({ ending, ...sums })).sort((a, b) => b.orders - a.orders);
  const sum = (part: (one: EndingSums) => number): number => byEnding.reduce((all, one) => all + part(one), 0);
  const endings: Record<string, number> = {};
  for (const { ending, orders } of byEnding) endings[plainEnding(ending)] = (endings[plainEnding(ending)] ?? 0) + orders;
  return {
    name, policy: policy.policy, version: policy.version, terms, orders: sum(({ orders }) => orders), endings, byEnding,
    paidMinor: sum((one) => one.paidMinor), releasedMinor: sum((one) => one.releasedMinor), refundedMinor: sum((one) => one.refundedMinor), heldMinor: sum((one) => one.heldMinor),
    buyerMinor: sum((one) => one.buyerMinor), sellerMinor: sum((one) => one.sellerMinor), platformMinor: sum((one) => one.platformMinor),
    journalDifferenceMinor, commands, refusals, leftOut, payouts: meanOf(payouts), moneyBack: meanOf(moneyBack),
  };
}

const meanOf = ({ orders, ms }: Waits): MeanWait => ({ orders, days: orders === 0 ? 0 : ms / orders / 86_400_000 });

function changesOf({ changes, otherTime, examples }: ChangeTally): Pick<VariantFigures, "changed" | "changes" | "otherTime"> {
  const list = Object.entries(changes).map(([kind, moved]): Change => {
    const [from = "", to = ""] = kind.split(ARROW);
    return { from, to, ...moved, examples: examples[kind] ?? [] };
  });
  const changed: Moved = { orders: 0, paidMinor: 0, buyerMinor: 0, sellerMinor: 0, platformMinor: 0 };
  for (const one of list) for (const name of Object.keys(changed) as (keyof Moved)[]) changed[name] += one[name];
  return { changed, changes: list.sort((a, b) => b.orders - a.orders || (a.from + a.to < b.from + b.to ? -1 : 1)), otherTime };
}
