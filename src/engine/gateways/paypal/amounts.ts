// Amounts as PayPal writes them: a decimal text with as many decimals as PayPal has for the currency.
import { minorUnits } from "../../../core/currency.ts";

/** Currencies for which PayPal takes no decimals though ISO 4217 has some (developer.paypal.com/api/rest/reference/currency-codes). */
const withoutDecimals = new Set(["HUF", "TWD"]);

/** An amount that PayPal cannot carry. */
export class AmountNotPossible extends Error {
  constructor(amountMinor: number, currency: string) {
    super(`PayPal cannot move ${amountMinor} minor units of ${currency}`);
    this.name = "AmountNotPossible";
  }
}

/** Minor units as PayPal's text. Throws `AmountNotPossible`. */
export function paypalValue(amountMinor: number, currency: string): string {
  const decimals = minorUnits(currency);
  if (decimals === null || decimals > 2) throw new AmountNotPossible(amountMinor, currency);
  const digits = String(amountMinor).padStart(decimals + 1, "0");
  const [whole, rest] = [digits.slice(0, digits.length - decimals), digits.slice(digits.length - decimals)];
  if (withoutDecimals.has(currency)) {
    if (/[1-9]/.test(rest)) throw new AmountNotPossible(amountMinor, currency);
    return whole;
  }
  return rest === "" ? whole : `${whole}.${rest}`;
}

/** PayPal's text in minor units; NaN for what is no such amount. */
export function minorOf(value: string, currency: string): number {
  const decimals = minorUnits(currency);
  const read = /^(\d{1,15})(?:\.(\d{1,3}))?$/.exec(value);
  if (decimals === null || !read) return NaN;
  const rest = (read[2] ?? "").replace(/0+$/, "");
  return rest.length > decimals ? NaN : Number(read[1]! + rest.padEnd(decimals, "0"));
}
