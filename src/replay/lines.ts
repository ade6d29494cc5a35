// The lines of a planned order, gathered from rows that name a product once per unit or once per price.
// Plans only; the order that comes of it is the engine's.

export type PlannedLine = { sku: string; title: string; quantity: number; unitPriceMinor: number };

/**
 * Adds units of `product` to `lines`. The same product at the same price is one line; at another price it is a line of its own,
 * whose sku is `PRODUCT#2` (then `#3`, …), because a sku names one line of an order. Returns the line.
 */
export function addUnits(lines: PlannedLine[], product: string, title: string, quantity: number, unitPriceMinor: number): PlannedLine {
  for (let nth = 1; ; nth += 1) {
    const sku = nth === 1 ? product : `${product}#${nth}`;
    const line = lines.find((known) => known.sku === sku);
    if (line && line.unitPriceMinor !== unitPriceMinor) continue;
    if (line) {
      line.quantity += quantity;
      return line;
    }
    const added = { sku, title, quantity, unitPriceMinor };
    lines.push(added);
    return added;
  }
}
