// Blocks to a PDF: A4 pages, set line by line, every font embedded. What the blocks say, sections.ts decides.
import { drawLine, openPdf } from "../../print/document.ts";
import type { Block, Column, Summary } from "./blocks.ts";
import { fontsFor, type Fonts, type Weight } from "../../print/fonts.ts";
import { linesOf, namedCharacters, printable, type Line } from "../../print/lines.ts";

/** Points. */
const page = { width: 595.28, height: 841.89, side: 54, top: 54, bottom: 64 };
const inner = page.width - 2 * page.side;
const ink = "#16202C";
const quiet = "#45505C";
const hairline = "#DCD9D2";
const warning = "#A0261C";

type Style = { size: number; leading: number; weight: Weight; color: string };
const styles = {
  title: { size: 18, leading: 26, weight: 600, color: ink }, heading: { size: 12, leading: 18, weight: 600, color: ink },
  text: { size: 9.5, leading: 14, weight: 400, color: ink }, quiet: { size: 8.5, leading: 12.5, weight: 400, color: quiet },
  strong: { size: 8.5, leading: 12.5, weight: 600, color: ink }, cell: { size: 8, leading: 11.5, weight: 400, color: ink },
  columnHead: { size: 8, leading: 11.5, weight: 600, color: quiet }, warning: { size: 8.5, leading: 12.5, weight: 600, color: warning },
} as const satisfies Record<string, Style>;

type Sheet = { document: PDFKit.PDFDocument; fonts: Fonts; language: string; y: number };

/** The summary as a PDF. */
export async function pdfOf(summary: Summary): Promise<Uint8Array> {
  const { title, author, madeAt, language } = summary;
  const fonts = await fontsFor(charactersOf(summary));
  const { document, finish } = openPdf({ title, author, language, madeAt }, fonts, "A4");
  const sheet: Sheet = { document, fonts, language, y: 0 };
  turn(sheet);
  for (const block of summary.blocks) set(sheet, block);
  number(sheet, summary.footer);
  return finish();
}

/** Every character that may be set, for each weight. */
function charactersOf({ blocks, footer }: Summary): Map<Weight, Set<string>> {
  const all = new Set(printable(`${namedCharacters}${footer}${blocks.flatMap((block) => textsOf(block)).join("")}`).replaceAll("\n", ""));
  const bold = new Set(printable(`${namedCharacters}${blocks.flatMap((block) => boldTextsOf(block)).join("")}`).replaceAll("\n", ""));
  return new Map([[400, all], [600, bold]]);
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case "title": case "heading": return [];
    case "text": case "quote": return [block.text];
    case "pairs": return block.rows.flat();
    case "table": return block.rows.flat();
    default: {
      const never: never = block;
      throw new Error(`no such block ${String(never)}`);
    }
  }
}

function boldTextsOf(block: Block): string[] {
  if (block.kind === "title" || block.kind === "heading") return [block.text];
  if (block.kind === "quote") return [block.head, block.warning ?? ""];
  return block.kind === "table" ? block.columns.map(({ title }) => title) : [];
}

function set(sheet: Sheet, block: Block): void {
  switch (block.kind) {
    case "title": return paragraph(sheet, block.text, styles.title, { after: 4 });
    case "heading": return heading(sheet, block.text);
    case "text": return paragraph(sheet, block.text, block.quiet ? styles.quiet : styles.text, { after: 6 });
    case "pairs": {
      for (const pair of block.rows) row(sheet, [{ title: "", width: 0.25 }, { title: "", width: 0.75 }], pair, styles.cell, false);
      sheet.y += 4;
      return;
    }
    case "table": return table(sheet, block.columns, block.rows);
    case "quote": {
      room(sheet, 2 * styles.strong.leading);
      paragraph(sheet, block.head, styles.strong, { before: 4 });
      if (block.warning) paragraph(sheet, block.warning, styles.warning, { indent: 10 });
      return paragraph(sheet, block.text, styles.quiet, { indent: 10, after: 4 });
    }
    default: {
      const never: never = block;
      throw new Error(`no such block ${String(never)}`);
    }
  }
}

function turn(sheet: Sheet): void {
  sheet.document.addPage();
  sheet.y = page.top;
}

/** Turns the page where less than `height` is left. */
function room(sheet: Sheet, height: number): void {
  if (sheet.y + height > page.height - page.bottom) turn(sheet);
}

function heading(sheet: Sheet, text: string): void {
  room(sheet, 70);
  sheet.y += 14;
  paragraph(sheet, text, styles.heading, {});
  rule(sheet, ink, 1);
  sheet.y += 5;
}

function rule({ document, y }: Sheet, color: string, width: number): void {
  document.moveTo(page.side, y).lineTo(page.width - page.side, y).lineWidth(width).strokeColor(color).stroke();
}

function paragraph(sheet: Sheet, text: string, style: Style, { indent = 0, before = 0, after = 0 }: { indent?: number; before?: number; after?: number }): void {
  sheet.y += before;
  for (const line of wrapped(sheet, text, style, inner - indent)) {
    room(sheet, style.leading);
    drawLine(sheet.document, line, page.side + indent, sheet.y, style);
    sheet.y += style.leading;
  }
  sheet.y += after;
}

const wrapped = ({ fonts, language }: Sheet, text: string, { size, weight }: Style, width: number): Line[] => linesOf(text, weight, width / size, fonts, language);

function table(sheet: Sheet, columns: readonly Column[], rows: readonly string[][]): void {
  const titles = columns.map(({ title }) => title);
  room(sheet, 3 * styles.cell.leading);
  row(sheet, columns, titles, styles.columnHead, true);
  for (const cells of rows) row(sheet, columns, cells, styles.cell, true, titles);
  sheet.y += 6;
}

const GAP = 8;
/** Lines of a row that stay on one page. */
const KEPT_TOGETHER = 8;

/** One row; where it does not fit, it goes on on the next page, under the titles again. */
function row(sheet: Sheet, columns: readonly Column[], cells: readonly string[], style: Style, ruled: boolean, titles?: readonly string[]): void {
  const lines = cells.map((cell, index) => wrapped(sheet, cell, style, columns[index]!.width * inner - GAP));
  const height = Math.max(...lines.map((own) => own.length));
  const turned = (): void => {
    turn(sheet);
    if (titles) row(sheet, columns, titles, styles.columnHead, true);
  };
  if (sheet.y + Math.min(height, KEPT_TOGETHER) * style.leading > page.height - page.bottom) turned();
  for (let index = 0; index < height; index += 1) {
    if (sheet.y + style.leading > page.height - page.bottom) turned();
    let x = page.side;
    for (const [place, column] of columns.entries()) {
      const line = lines[place]?.[index];
      const wide = column.width * inner;
      if (line) drawLine(sheet.document, line, column.align === "right" ? x + wide - line.width * style.size : x, sheet.y, style);
      x += wide;
    }
    sheet.y += style.leading;
  }
  if (ruled) rule(sheet, hairline, 0.5);
  sheet.y += 3;
}

/** Writes the footers, once it is known how many pages there are. */
function number(sheet: Sheet, footer: string): void {
  const { start, count } = sheet.document.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    sheet.document.switchToPage(start + index);
    const [line] = wrapped(sheet, footer.replace("{page}", String(index + 1)).replace("{pages}", String(count)), styles.quiet, inner);
    drawLine(sheet.document, line!, page.side, page.height - page.bottom + 24, styles.quiet);
  }
}
