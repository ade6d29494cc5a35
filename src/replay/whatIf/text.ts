// A comparison as lines for a terminal: what each policy changes with examples, and at the end one table of them all.
import { moneyText } from "../summary.ts";
import type { Change, Comparison, VariantFigures } from "./comparison.ts";
import type { Example, Told } from "./example.ts";
import { changeWords, countText, endingWords, sentencesOf, signedText, tableOf } from "./words.ts";

/** The whole comparison as text, without a newline at its end. */
export function comparisonText(comparison: Comparison): string {
  const { dataset, against, variants, placedFrom, placedTo, commands, commandsPerSecond, seconds, readSeconds, peakMemoryBytes, currency } = comparison;
  const { head, rows } = tableOf(comparison);
  const lines = variants.flatMap((variant) => [...variantLines(variant, comparison), ""]);
  const facts = [
    `${dataset}: ${countText(comparison.orders)} orders placed from ${dayOf(placedFrom)} to ${dayOf(placedTo)}, each played under ${against.name} and ${variants.length} more`,
    `held ${moneyText(comparison.heldMinor, currency)}, journal difference ${moneyText(comparison.journalDifferenceMinor, currency)}`,
    `${countText(commands)} commands, ${countText(Math.round(commandsPerSecond))} a second; ${seconds.toFixed(1)} seconds, ${readSeconds.toFixed(1)} of them reading; peak memory ${countText(Math.round(peakMemoryBytes / 2 ** 20))} MiB`,
  ];
  return [...lines, ...facts, "", ...aligned([head, ...rows])].join("\n");
}

const dayOf = (time: string | null): string => time?.slice(0, 10) ?? "no time";

function variantLines(variant: VariantFigures, { against, currency, orders }: Comparison): string[] {
  return [
    `${variant.name} against ${against.name}`, `  ${sentencesOf(variant, currency, orders)}`,
    ...variant.changes.flatMap((change) => changeLines(change, currency)),
  ];
}

function changeLines(change: Change, currency: string): string[] {
  const { orders, paidMinor, buyerMinor, sellerMinor, platformMinor, examples } = change;
  const money = `buyers ${signedText(buyerMinor, currency)}, sellers ${signedText(sellerMinor, currency)}, platform ${signedText(platformMinor, currency)}`;
  return [
    `  ${changeWords(change)}: ${countText(orders)} order${orders === 1 ? "" : "s"}, paid ${moneyText(paidMinor, currency)}; ${money}`,
    ...examples.flatMap((example) => exampleLines(example, currency)),
  ];
}

function exampleLines({ orderId, externalId, paidMinor, before, after }: Example, currency: string): string[] {
  const told = (when: string, { ending, history }: Told): string => `      ${when} ${endingWords(ending)}: ${history.join(" · ")}`;
  return [`    ${externalId}  ${orderId}  paid ${moneyText(paidMinor, currency)}`, told("was", before), told("is ", after)];
}

/** Columns: the first to the left, the rest to the right. A head that is wider than its column is broken at spaces. */
function aligned([head = [], ...rows]: readonly string[][]): string[] {
  const widths = head.map((name, column) => Math.max(...rows.map((row) => row[column]!.length), ...name.split(" ").map((word) => word.length)));
  const broken = head.map((name, column) => brokenAt(name, widths[column]!));
  const depth = Math.max(...broken.map((parts) => parts.length));
  const headRows = Array.from({ length: depth }, (_, row) => broken.map((parts) => parts[row - (depth - parts.length)] ?? ""));
  const line = (row: readonly string[]): string => row.map((text, column) => (column === 0 ? text.padEnd(widths[column]!) : text.padStart(widths[column]!))).join("  ").trimEnd();
  return [...headRows.map(line), widths.map((width) => "─".repeat(width)).join("  "), ...rows.map(line)];
}

function brokenAt(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1)!;
    if (last !== "" && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}
