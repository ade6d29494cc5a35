// Amounts as Stripe wants them: its smallest unit is not always that of ISO 4217 (docs.stripe.com/currencies).
// Knows no payment and no refund.
import { minorUnits } from "../../../core/currency.ts";

/** Decimals that Stripe counts in where they are not ISO 4217's: MGA has none there; ISK and UGX two, for compatibility. */
const decimalsThere: Record<string, number> = { MGA: 0, ISK: 2, UGX: 2 };
/** Amounts that Stripe takes only as multiples of this: no thousandths, and no fractions where it counts in two decimals that are not there. */
const steps: Record<string, number> = { BHD: 10, JOD: 10, KWD: 10, OMR: 10, TND: 10, ISK: 100, UGX: 100 };

/** An amount that Stripe cannot carry. */
export class AmountNotPossible extends Error {
  constructor(amountMinor: number, currency: string) {
    super(`Stripe cannot move ${amountMinor} minor units of ${currency}`);
    this.name = "AmountNotPossible";
  }
}

/** Our minor units (ISO 4217) in Stripe's. Throws `AmountNotPossible`. */
export function stripeAmount(amountMinor: number, currency: string): number {
  const amount = amountMinor * 10 ** shift(currency);
  if (!Number.isSafeInteger(amount) || amount % (steps[currency] ?? 1) !== 0) throw new AmountNotPossible(amountMinor, currency);
  return amount;
}

/** Stripe's units in ours; not whole where Stripe says what we could not have said. */
export const minorAmount = (amount: number, currency: string): number => amount / 10 ** shift(currency);

const shift = (currency: string): number => (decimalsThere[currency] ?? minorUnits(currency) ?? 2) - (minorUnits(currency) ?? 2);
