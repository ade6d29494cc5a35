// What a replay came to: figures that the database sums up, and how fast the engine was. As one object for programs and as lines for people.
import { minorUnits } from "../core/currency.ts";
import type { RefusalCode } from "../core/refusals.ts";
import type { Money } from "../core/state.ts";
import type { EndingTotals } from "../store/totals.ts";
import type { Store } from "../store/store.ts";

/** All orders that ended alike; amounts are minor units of the summary's currency. */
export type Ending = { ending: string; orders: number; paidMinor: number; releasedMinor: number; refundedMinor: number };

/** What the store says. `heldMinor` is what waits in escrow or for a refund; `journalDifferenceMinor` is 0 where the ledger balances and agrees with the orders. */
export type Figures = {
  currency: string; orders: number; endings: Record<string, number>; byEnding: Ending[];
  paidMinor: number; releasedMinor: number; refundedMinor: number; heldMinor: number; journalDifferenceMinor: number; eventsHash: string;
};

/** `source` counts what the files hold and what of it was left out, `madeUp` what their payments lack; `terms` are those that were set otherwise. */
export type Summary = Figures & {
  dataset: string; policy: string; terms: Record<string, string>; source: Record<string, number>; madeUp: { orders: number; amountMinor: number };
  commands: number; commandsPerSecond: number; ordersPerSecond: number; refusals: Partial<Record<RefusalCode, number>>; leftOut: number;
  seconds: number; readSeconds: number; peakMemoryBytes: number;
};

/** Sums up the store. All its orders must be of one currency. */
export async function figuresOf(store: Store): Promise<Figures> {
  const totals = await store.totals.endings();
  const accounts = await store.totals.accounts();
  const currencies = [...new Set(totals.map((one) => one.currency))];
  if (currencies.length > 1) throw new Error(`orders of several currencies cannot be summed up: ${currencies.join(", ")}`);
  const byEnding = totals.map((one): Ending => {
    const { orders, paidMinor, releasedMinor, refundedMinor } = one;
    return { ending: one.closedBecause ?? one.status, orders, paidMinor, releasedMinor, refundedMinor };
  });
  const sum = (part: (one: EndingTotals) => number): number => totals.reduce((all, one) => all + part(one), 0);
  const figures = {
    paidMinor: sum((one) => one.paidMinor), releasedMinor: sum((one) => one.releasedMinor), refundedMinor: sum((one) => one.refundedMinor),
    heldMinor: sum((one) => one.inEscrowMinor + one.refundingMinor),
  };
  const balances: Record<string, number> = {};
  for (const { kind, amountMinor } of accounts) balances[kind] = (balances[kind] ?? 0) + amountMinor;
  const inEscrowMinor = sum((one) => one.inEscrowMinor);
  return {
    currency: currencies[0] ?? "XXX", orders: sum((one) => one.orders), endings: Object.fromEntries(byEnding.map(({ ending, orders }) => [ending, orders])), byEnding,
    ...figures, journalDifferenceMinor: journalDifference(balances, { ...figures, inEscrowMinor, refundingMinor: figures.heldMinor - inEscrowMinor }), eventsHash: await store.totals.eventsHash(),
  };
}

/**
 * How far a ledger is from balancing and from agreeing with its orders, minor units: 0 where all is well. `balances` are those of its
 * accounts by kind (`buyer`, `escrow`, `seller`, …), `money` is what the orders say.
 */
export function journalDifference(balances: Readonly<Record<string, number>>, money: Pick<Money, "paidMinor" | "inEscrowMinor" | "releasedMinor" | "refundingMinor" | "refundedMinor">): number {
  const balance = (...kinds: string[]): number => kinds.reduce((all, kind) => all + (balances[kind] ?? 0), 0);
  return Math.max(...[
    balance(...Object.keys(balances)),
    balance("escrow") - money.inEscrowMinor,
    balance("seller", "platform", "subsidy") - money.releasedMinor,
    balance("buyer", "institution", "held") + money.paidMinor - money.refundedMinor - money.refundingMinor,
  ].map(Math.abs));
}

/** Minor units as people read them: `1,406,036.89 BRL`. */
export const moneyText = (amountMinor: number, currency: string): string => `${decimal(amountMinor, minorUnits(currency) ?? 0)} ${currency}`;

/** The summary as lines for people. */
export function summaryText(summary: Summary): string {
  const money = (amountMinor: number) => moneyText(amountMinor, summary.currency);
  const count = (value: number) => value.toLocaleString("en");
  const counted = (counts: Record<string, number>) => Object.entries(counts).map(([name, value]) => `${name} ${count(value)}`).join(", ") || "none";
  const terms = Object.entries(summary.terms).map(([name, value]) => `${name}=${value}`);
  const rows: [string, string][] = [
    ["policy", [summary.policy, ...terms].join(" ")],
    ["source", counted(summary.source)],
    ["made-up payments", `${count(summary.madeUp.orders)} orders, ${money(summary.madeUp.amountMinor)}`],
    ["orders", count(summary.orders)],
    ...summary.byEnding.map((one): [string, string] =>
      [`  ${one.ending}`, `${count(one.orders)}: paid ${money(one.paidMinor)}, released ${money(one.releasedMinor)}, refunded ${money(one.refundedMinor)}`]),
    ["paid", money(summary.paidMinor)],
    ["released", money(summary.releasedMinor)],
    ["refunded", money(summary.refundedMinor)],
    ["held", money(summary.heldMinor)],
    ["journal difference", money(summary.journalDifferenceMinor)],
    ["refused commands", counted(summary.refusals as Record<string, number>)],
    ["left out after them", count(summary.leftOut)],
    ["commands", `${count(summary.commands)}, ${count(Math.round(summary.commandsPerSecond))} a second`],
    ["peak memory", `${count(Math.round(summary.peakMemoryBytes / 2 ** 20))} MiB`],
    ["seconds", `${summary.seconds.toFixed(1)}, ${summary.readSeconds.toFixed(1)} of them reading`],
    ["events hash", summary.eventsHash],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join("\n");
}

function decimal(amountMinor: number, digits: number): string {
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, "0");
  const whole = Number(text.slice(0, text.length - digits)).toLocaleString("en");
  return `${amountMinor < 0 ? "-" : ""}${whole}${digits > 0 ? `.${text.slice(-digits)}` : ""}`;
}
