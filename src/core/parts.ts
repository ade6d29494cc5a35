// Parts of an order: some units of some lines, and whether the order has them.
import { refuse, type Refusal } from "./refusals.ts";
import type { Line, LinePart, Order } from "./state.ts";

/** The same parts with each line named once. */
export function mergedParts(parts: readonly LinePart[]): LinePart[] {
  const merged = new Map<string, number>();
  for (const { sku, quantity } of parts) merged.set(sku, (merged.get(sku) ?? 0) + quantity);
  return [...merged].map(([sku, quantity]) => ({ sku, quantity }));
}

/** Refuses parts that the order does not have, counted by `available`. */
export function checkParts(order: Order, parts: readonly LinePart[], available: (line: Line) => number): Refusal | undefined {
  for (const part of mergedParts(parts)) {
    const line = order.lines.find((one) => one.sku === part.sku);
    if (!line) return refuse("UnknownLine");
    if (part.quantity > available(line)) return refuse("QuantityTooHigh");
  }
  return undefined;
}

/** The lines with those units added to (or, with `sign` −1, taken from) one of their counts. */
export function addTo(lines: readonly Line[], parts: readonly LinePart[], count: "shipped" | "delivered" | "cancelled" | "returning" | "returned", sign = 1): Line[] {
  return lines.map((line) => {
    const quantity = parts.filter((part) => part.sku === line.sku).reduce((sum, part) => sum + part.quantity, 0);
    return quantity === 0 ? line : { ...line, [count]: line[count] + sign * quantity };
  });
}
