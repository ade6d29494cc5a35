// A PDF's page as a picture, and the codes that a real decoder reads in a picture: PDFium and ZXing, neither of which wrote the page.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const require = createRequire(import.meta.url);
// Without this the decoder would ask another host for its program.
prepareZXingModule({ overrides: { wasmBinary: readFileSync(require.resolve("zxing-wasm/reader/zxing_reader.wasm")).buffer as ArrayBuffer } });

/** RGBA. */
export type Picture = { width: number; height: number; data: Uint8ClampedArray };
export type Page = { widthPoints: number; heightPoints: number; picture: Picture };

const POINTS_PER_INCH = 72;
let opened: ReturnType<typeof PDFiumLibrary.init> | null = null;

/** The pages of a PDF at so many dots an inch. */
export async function pagesOf(pdf: Uint8Array, dotsPerInch: number): Promise<Page[]> {
  const library = await (opened ??= PDFiumLibrary.init());
  const document = await library.loadDocument(pdf);
  const pages: Page[] = [];
  for (const page of document.pages()) {
    const { originalWidth: widthPoints, originalHeight: heightPoints } = page.getOriginalSize();
    const { data, width, height } = await page.render({ scale: dotsPerInch / POINTS_PER_INCH, render: "bitmap" });
    pages.push({ widthPoints, heightPoints, picture: { data: rgba(data), width, height } });
  }
  document.destroy();
  return pages;
}

/** PDFium gives blue first. */
function rgba(bgra: Uint8Array): Uint8ClampedArray {
  const data = new Uint8ClampedArray(bgra);
  for (let at = 0; at < data.length; at += 4) [data[at], data[at + 2]] = [data[at + 2]!, data[at]!];
  return data;
}

/** What each code in the picture says, by its kind. */
export async function codesIn(picture: Picture): Promise<Map<string, string>> {
  const found = await readBarcodes({ ...picture, colorSpace: "srgb" } as Parameters<typeof readBarcodes>[0], { tryHarder: true, maxNumberOfSymbols: 4 });
  for (const code of found) assert.equal(code.error, "");
  return new Map(found.map(({ format, text }) => [format, text]));
}
