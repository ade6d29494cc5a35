// Integer minor units, split without losing any: shares by largest remainder, parts of a line by running totals.

/** The largest amount of minor units that a single field may carry; every sum of an order stays a safe integer. */
export const LARGEST_AMOUNT_MINOR = 100_000_000_000_000;

/** `total × part / whole`, rounded down, without overflow. A whole of 0 gives 0. */
export function portion(total: number, part: number, whole: number): number {
  if (whole === 0) return 0;
  const product = total * part;
  if (Number.isSafeInteger(product)) return Math.floor(product / whole);
  return Number((BigInt(total) * BigInt(part)) / BigInt(whole));
}

/** Splits `totalMinor` in proportion to `weights`; the shares add up to it exactly (largest remainder, ties to the first). */
export function shares(totalMinor: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map((_, index) => (index === 0 ? totalMinor : 0));
  const exact = weights.map((weight) => BigInt(totalMinor) * BigInt(weight));
  const whole = BigInt(sum);
  const result = exact.map((value) => Number(value / whole));
  let left = totalMinor - result.reduce((a, b) => a + b, 0);
  const byRemainder = exact.map((value, index) => ({ index, remainder: value % whole }));
  byRemainder.sort((a, b) => Number(b.remainder - a.remainder));
  for (const { index } of byRemainder) {
    if (left === 0) break;
    result[index]! += 1;
    left -= 1;
  }
  return result;
}

/** What units `taken … taken + quantity` of a line are worth, so that all its units together are worth exactly `totalMinor`. */
export function unitsWorth(totalMinor: number, of: number, taken: number, quantity: number): number {
  return portion(totalMinor, taken + quantity, of) - portion(totalMinor, taken, of);
}
