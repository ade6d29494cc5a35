// What every PDF of ours begins and ends with: its fonts embedded, its properties, its bytes in one piece. Not what stands on it.
import PDFDocument from "pdfkit";
import type { Fonts } from "./fonts.ts";
import type { Line } from "./lines.ts";

export type PdfSettings = { title: string; author: string; language: string; madeAt: number };
export type OpenPdf = { document: PDFKit.PDFDocument; finish(): Promise<Uint8Array> };

/** A PDF without a page yet. `madeAt` is epoch milliseconds. */
export function openPdf({ title, author, language, madeAt }: PdfSettings, fonts: Fonts, size: "A4" | [width: number, height: number]): OpenPdf {
  const document = new PDFDocument({
    size, margin: 0, autoFirstPage: false, bufferPages: true, pdfVersion: "1.7", lang: language, displayTitle: true,
    info: { Title: title, Author: author, Creator: "Rescind", Producer: "Rescind", CreationDate: new Date(madeAt), ModDate: new Date(madeAt) },
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const written = new Promise<void>((resolve, reject) => document.on("end", resolve).on("error", reject));
  for (const [name, file] of fonts.files) document.registerFont(name, file);
  return {
    document,
    async finish() {
      document.end();
      await written;
      return Buffer.concat(chunks);
    },
  };
}

/** Sets one line at that place, left; `size` is in points. */
export function drawLine(document: PDFKit.PDFDocument, line: Line, x: number, y: number, { size, color }: { size: number; color: string }): void {
  let at = x;
  document.fontSize(size).fillColor(color);
  for (const run of line.runs) {
    document.font(run.font).text(run.text, at, y, { lineBreak: false, features: [] });
    at += run.width * size;
  }
}
