// A comparison as a page in Markdown that a marketplace's manager can read: tables, then examples as stories, then what the
// figures mean and what they do not. The figures are those of the comparison; here they are only written.
import { moneyText } from "../summary.ts";
import type { Change, Comparison, SideFigures, VariantFigures } from "./comparison.ts";
import type { Example, Told } from "./example.ts";
import { changeWords, countText, daysText, endingWords, sentencesOf, shareText, signedText, tableOf } from "./words.ts";

/** The page's text. */
export function pageOf(comparison: Comparison): string {
  const { dataset, orders, placedFrom, placedTo, against, variants, madeUp, currency, heldMinor, journalDifferenceMinor } = comparison;
  const { head, rows } = tableOf(comparison);
  const madeUpText = madeUp.orders === 0 ? "" : ` Of ${countText(madeUp.orders)} orders the files lack a part of the payment, ${moneyText(madeUp.amountMinor, currency)} in all; it was made up.`;
  return [
    `# What if: ${dataset} against ${code(against.name)}`,
    `${countText(orders)} orders, placed from ${(placedFrom ?? "").slice(0, 10)} to ${(placedTo ?? "").slice(0, 10)}, each played to its end under ${code(against.name)} and under ${variants.length === 1 ? "one other policy" : `${variants.length} other policies`}. What people did is what the history says; what the rules made of it is each policy's.${madeUpText}`,
    markdownTable(head, rows.map(([name = "", ...rest]) => [code(name), ...rest])),
    `The first row is what ${code(against.name)} came to, the others say what would have been otherwise. *Sooner / later only*: the same end and the same amounts, at another time. *Seller waits*: from the verified payment to the payout, the mean over all orders that were paid out.`,
    `Of all money paid, ${moneyText(heldMinor, currency)} was still held at the end; the ledgers differ from the orders by ${moneyText(journalDifferenceMinor, currency)}.`,
    ...variants.flatMap((variant) => variantParts(variant, comparison)),
    MEANING,
  ].join("\n\n") + "\n";
}

const code = (text: string): string => `\`${text}\``;

function variantParts(variant: VariantFigures, { against, currency, orders }: Comparison): string[] {
  const changes = variant.changes.map((change) => [
    changeWords(change), countText(change.orders), moneyText(change.paidMinor, currency), signedText(change.buyerMinor, currency), signedText(change.sellerMinor, currency),
    signedText(change.platformMinor, currency),
  ]);
  return [
    `## ${code(variant.name)}`, sentencesOf(variant, currency, orders),
    ...(changes.length === 0 ? [] : [markdownTable(["before → after", "orders", "paid in them", "buyers get back", "sellers receive", "platform"], changes)]),
    endingsTable(against, variant, orders),
    `Buyers who got money back waited ${daysText(variant.moneyBack.days)} days for it from their verified payment (before: ${daysText(against.moneyBack.days)}), sellers who were paid ${daysText(variant.payouts.days)} days (before: ${daysText(against.payouts.days)}).`,
    ...variant.changes.flatMap((change) => exampleParts(change, against, variant, currency)),
  ];
}

function endingsTable(against: SideFigures, variant: SideFigures, orders: number): string {
  const endings = [...new Set([...against.byEnding, ...variant.byEnding].map(({ ending }) => ending))];
  const ordersOf = (side: SideFigures, ending: string): number => side.byEnding.find((one) => one.ending === ending)?.orders ?? 0;
  return markdownTable(["ending", "before", "after"], endings.map((ending) => [
    endingWords(ending), ...[against, variant].map((side) => `${countText(ordersOf(side, ending))} (${shareText(ordersOf(side, ending), orders)})`),
  ]));
}

function exampleParts(change: Change, against: SideFigures, variant: SideFigures, currency: string): string[] {
  if (change.examples.length === 0) return [];
  const shown = `${countText(change.examples.length)} of ${countText(change.orders)}, drawn by chance, the same ones in every run`;
  return [`### ${changeWords(change)}: examples`, `${shown}.`, ...change.examples.flatMap((example) => exampleOrder(example, against, variant, currency))];
}

function exampleOrder({ orderId, externalId, placedAt, paidMinor, before, after }: Example, against: SideFigures, variant: SideFigures, currency: string): string[] {
  const shares = ({ buyerMinor, sellerMinor, platformMinor }: Told): string =>
    `buyer gets back ${moneyText(buyerMinor, currency)}, seller receives ${moneyText(sellerMinor, currency)}, platform ${moneyText(platformMinor, currency)}`;
  const told = (side: SideFigures, one: Told): string[] => [`Under ${code(side.name)}, ${endingWords(one.ending)}: ${shares(one)}.`, `\`\`\`\n${one.story}\n\`\`\``];
  return [
    `**${externalId}** (${code(orderId)}), placed ${placedAt.slice(0, 16).replace("T", " ")} UTC, paid ${moneyText(paidMinor, currency)}`,
    ...told(against, before), ...told(variant, after),
  ];
}

function markdownTable(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${head.map((_, column) => (column === 0 ? " --- " : " ---: ")).join("|")}|`, ...rows.map(line)].join("\n");
}

const MEANING = `## What these figures mean, and what they do not

- **People did what they did.** The history records what buyers, sellers, banks and carriers did under the rules of their time. Under other rules some would have acted otherwise: a seller with more time may use it, a buyer whose order is closed may buy again elsewhere. The figures hold only what the rules change while everybody acts as they did.
- **Amounts are where the money is at the end**, per order: everything paid is with the buyer, the seller or the platform. What somebody thought of that, the history does not say.
- **Completed, no delivery recorded**: the seller was paid because the protection ran out while the parcel was on its way. It may have come later, or never. Until the payout the buyer could have asked for the money back, afterwards not. Where a history holds no such requests (Olist's holds none) nobody asks, and no amount moves: what is counted is protection lost, not money.
- **Times** are when money moves in the played history: refunds arrive after the institution's usual time, payouts when the rules release them.
- **An example's id** is the one that \`rescind replay … --keep DIR\` under the policy compared with gives the order: it can be opened there. The stories can be played again as tests.`;
