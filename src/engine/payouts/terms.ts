// What a payout costs and how small it may be, as data of the settings: by marketplace, `*` for all others. Pure.
import { portion } from "../../core/money.ts";

/** `feeBasisPoints` is a share of the balance in hundredths of a percent, rounded down; `feeMinor` and `leastMinor` are by currency, in minor units. */
export type Terms = { feeBasisPoints: number; feeMinor: Readonly<Record<string, number>>; leastMinor: Readonly<Record<string, number>> };
export type TermsByMarketplace = Readonly<Record<string, Terms>>;

const FREE: Terms = { feeBasisPoints: 0, feeMinor: {}, leastMinor: {} };
const BASIS = 10_000;

export const termsFor = (all: TermsByMarketplace, marketplace: string): Terms => own(all, marketplace) ?? own(all, "*") ?? FREE;

/** What a balance comes to. `held`: why nothing is paid, null where it is. `amountMinor` is 0 where nothing is left. */
export type Worth = { feeMinor: number; amountMinor: number; held: "owes" | "belowLeast" | null };

/** The fee on a balance, and what the seller gets of it; nothing below the least amount, which is one minor unit where none is set. */
export function worthOf({ feeBasisPoints, feeMinor, leastMinor }: Terms, currency: string, balanceMinor: number): Worth {
  if (balanceMinor <= 0) return { feeMinor: 0, amountMinor: 0, held: "owes" };
  const fee = (own(feeMinor, currency) ?? 0) + portion(balanceMinor, feeBasisPoints, BASIS);
  const amountMinor = balanceMinor - fee;
  return amountMinor < Math.max(1, own(leastMinor, currency) ?? 1) ? { feeMinor: 0, amountMinor: 0, held: "belowLeast" } : { feeMinor: fee, amountMinor, held: null };
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
