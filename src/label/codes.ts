// Code 128 and QR as rectangles in a PDF: drawn, not pictures, so that every printer prints them with sharp edges.
import bwip from "bwip-js/node";

type Place = { x: number; y: number };

/** Widths of a bar's thinnest part that printers of 203 dots an inch print exactly: four, three and two dots, in points. */
const MODULES = [4, 3, 2].map((dots) => (dots * 72) / 203);
/** Empty space that readers need on each side, in thinnest parts. */
const QUIET = 10;

/** Draws a Code 128, centred within `width`, as wide as printers can print it exactly. Points. Throws for text that it cannot hold. */
export function drawCode128(document: PDFKit.PDFDocument, text: string, { x, y }: Place, width: number, height: number): void {
  const [code] = bwip.raw("code128", text) as { sbs: number[] }[];
  const modules = code!.sbs.reduce((sum, wide) => sum + wide, 0);
  const module = MODULES.find((one) => (modules + 2 * QUIET) * one <= width) ?? width / (modules + 2 * QUIET);
  let at = x + (width - modules * module) / 2;
  for (const [index, wide] of code!.sbs.entries()) {
    if (index % 2 === 0) document.rect(at, y, wide * module, height);
    at += wide * module;
  }
  document.fill("#000000");
}

/** Draws a QR code into a square of `side` points, the empty edge that readers need not counted. */
export function drawQr(document: PDFKit.PDFDocument, text: string, { x, y }: Place, side: number): void {
  const [code] = bwip.raw("qrcode", text, { eclevel: "M" } as never) as { pixs: number[]; pixx: number }[];
  const { pixs, pixx } = code!;
  const module = side / pixx;
  for (let row = 0; row < pixx; row += 1) {
    for (let column = 0; column < pixx; column += 1) {
      const from = column;
      while (column < pixx && pixs[row * pixx + column] === 1) column += 1;
      // Dark squares beside each other are one rectangle: seams between them would show.
      if (column > from) document.rect(x + from * module, y + row * module, (column - from) * module, module);
    }
  }
  document.fill("#000000");
}
