// How one Olist order's payment rows pay for the orders of ours that it became, one a seller.
// Plans amounts only; nothing is paid here.
import type { Method } from "../../core/state.ts";
import { shares } from "../../core/money.ts";

/** `madeUp`: the rows gave too little, and this is the rest. */
export type PlannedPayment = { method: Method; amountMinor: number; madeUp: boolean };
export type PaymentRow = { method: Method; amountMinor: number };

/**
 * The payments of each seller's order, in the order of `totalsMinor`. The rows fill the whole in file order, none beyond its amount;
 * what they lack is one more payment, made up. Each is shared in proportion to what every seller's order still lacks
 * (largest remainder), so that no order gets more than its total, each ends exactly at it, and each row gives exactly its part.
 */
export function fillTotals(totalsMinor: readonly number[], rows: readonly PaymentRow[]): PlannedPayment[][] {
  const lacking = [...totalsMinor];
  const payments: PlannedPayment[][] = totalsMinor.map(() => []);
  let leftMinor = lacking.reduce((sum, total) => sum + total, 0);
  const give = (method: Method, wantedMinor: number, madeUp: boolean) => {
    const givenMinor = Math.min(wantedMinor, leftMinor);
    if (givenMinor === 0) return;
    for (const [index, amountMinor] of shares(givenMinor, lacking).entries()) {
      if (amountMinor === 0) continue;
      payments[index]!.push({ method, amountMinor, madeUp });
      lacking[index]! -= amountMinor;
    }
    leftMinor -= givenMinor;
  };
  for (const row of rows) give(row.method, row.amountMinor, false);
  give("eWallet", leftMinor, true);
  return payments;
}
