// The page of a label: who sends, who gets it, the carrier's code, and what the warehouse needs to know which return it is.
// Everything has its own place: a long address is set smaller, then cut, and never runs into a code.
import { drawLine, openPdf } from "../print/document.ts";
import { fontsFor, type Fonts, type Weight } from "../print/fonts.ts";
import { linesOf, namedCharacters, printable, type Line } from "../print/lines.ts";
import { drawCode128, drawQr } from "./codes.ts";
import { qrTextOf, type Addressee, type LabelSize, type ReturnLabel } from "./label.ts";
import { labelWords, type LabelWords } from "./words.ts";

/** Points. */
const sizes: Record<LabelSize, [width: number, height: number]> = { a6: [297.64, 419.53], "4x6": [288, 432] };
const EDGE = 14;
const BLACK = "#000000";
const LEADING = 1.3;

type Sheet = { document: PDFKit.PDFDocument; fonts: Fonts; language: string; width: number };
type Box = { y: number; height: number; x?: number; width?: number };

/** The label as a PDF. */
export async function labelPage(label: ReturnLabel): Promise<Uint8Array> {
  const words = labelWords(label.language);
  const texts = { from: textOf(label.from, words), to: textOf(label.to, words) };
  const characters = new Set(printable([namedCharacters, "…", ...Object.values(words), ...Object.values(texts), ...label.reasons, label.carrier.toUpperCase(), label.trackingNumber, label.rma, label.orderNumber].join("")).replaceAll("\n", ""));
  const fonts = await fontsFor(new Map<Weight, Set<string>>([[400, characters], [600, characters]]));
  const [width, height] = sizes[label.size];
  const pdf = openPdf({ title: `${words.title} ${label.rma}`, author: label.carrier, language: label.language, madeAt: label.madeAt }, fonts, [width, height]);
  pdf.document.addPage();
  const sheet: Sheet = { document: pdf.document, fonts, language: label.language, width };
  const incomplete = [...printable(`${texts.to}${texts.from}`)].some((character) => character !== "\n" && !fonts.glyph(character, 400));
  head(sheet, label, words);
  addressees(sheet, texts, words, incomplete);
  trackingCode(sheet, label, height - 184);
  forTheWarehouse(sheet, label, words, height - 96);
  return pdf.finish();
}

function head(sheet: Sheet, { carrier }: ReturnLabel, words: LabelWords): void {
  put(sheet, words.title, 600, [13], { y: EDGE, height: 18, width: 160 });
  const [line] = linesOf(carrier.toUpperCase(), 600, 1000, sheet.fonts, sheet.language);
  drawLine(sheet.document, line!, sheet.width - EDGE - line!.width * 13, EDGE, { size: 13, color: BLACK });
  rule(sheet, EDGE + 22);
}

function addressees(sheet: Sheet, texts: { from: string; to: string }, words: LabelWords, incomplete: boolean): void {
  put(sheet, words.from, 400, [6.5], { y: 42, height: 9 });
  put(sheet, texts.from, 400, [8, 7, 6], { y: 51, height: 52 });
  rule(sheet, 107);
  put(sheet, words.to, 400, [6.5], { y: 112, height: 9 });
  put(sheet, texts.to, 600, [13, 11, 9.5, 8, 7, 6], { y: 122, height: incomplete ? 86 : 104 });
  if (incomplete) put(sheet, words.unprintable, 600, [6.5, 5.5], { y: 210, height: 17 });
}

function trackingCode(sheet: Sheet, { trackingNumber }: ReturnLabel, y: number): void {
  rule(sheet, y - 6);
  drawCode128(sheet.document, trackingNumber, { x: EDGE / 2, y }, sheet.width - EDGE, 58);
  const [line] = linesOf(spaced(trackingNumber), 600, 1000, sheet.fonts, sheet.language);
  const size = Math.min(10, (sheet.width - 2 * EDGE) / line!.width);
  drawLine(sheet.document, line!, (sheet.width - line!.width * size) / 2, y + 62, { size, color: BLACK });
}

function forTheWarehouse(sheet: Sheet, label: ReturnLabel, words: LabelWords, y: number): void {
  rule(sheet, y - 6);
  const side = 72;
  drawQr(sheet.document, qrTextOf(label), { x: EDGE, y: y + 2 }, side);
  const right = { x: EDGE + side + 14, width: sheet.width - 2 * EDGE - side - 14 };
  put(sheet, label.rma, 600, [13, 11, 9], { ...right, y: y + 2, height: 18 });
  put(sheet, `${words.order} ${label.orderNumber}`, 400, [8, 7, 6], { ...right, y: y + 21, height: 21 });
  if (label.reasons.length > 0) put(sheet, `${words.reason} ${label.reasons.join("; ")}`, 400, [7, 6], { ...right, y: y + 44, height: 30 });
}

function rule({ document, width }: Sheet, y: number): void {
  document.moveTo(EDGE, y).lineTo(width - EDGE, y).lineWidth(0.75).strokeColor(BLACK).stroke();
}

/** Sets the text in the largest of the sizes that fits the box; where none does, in the smallest, cut at its last line. */
function put(sheet: Sheet, text: string, weight: Weight, choices: readonly number[], { y, height, x = EDGE, width = sheet.width - 2 * EDGE }: Box): void {
  const set = choices.map((size) => ({ size, lines: linesOf(text, weight, width / size, sheet.fonts, sheet.language) }));
  const { size, lines } = set.find((one) => one.lines.length * one.size * LEADING <= height) ?? set.at(-1)!;
  const most = Math.max(1, Math.floor(height / (size * LEADING)));
  const shown = lines.length > most ? [...lines.slice(0, most - 1), ...cut(sheet, lines[most - 1]!, weight, width / size)] : lines;
  for (const [index, line] of shown.entries()) drawLine(sheet.document, line, x, y + index * size * LEADING, { size, color: BLACK });
}

function cut({ fonts, language }: Sheet, line: Line, weight: Weight, width: number): Line[] {
  const text = line.runs.map((run) => run.text).join("");
  return linesOf(`${[...text].slice(0, -2).join("").trimEnd()}…`, weight, width, fonts, language).slice(0, 1);
}

/** Name, address and country. The country stands in English too: that is what other countries' posts can read. */
function textOf({ name, address, country }: Addressee, words: LabelWords): string {
  return [name ?? words.nameless, address, words.countryOf(country)].filter((line) => line !== null && line.trim() !== "").join("\n");
}

/** In groups of four, as people read it aloud. */
const spaced = (number: string): string => number.replaceAll(/(.{4})(?=.)/g, "$1 ");
