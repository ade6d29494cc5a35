// The text of a PDF as its own fonts spell it: each shown glyph through the ToUnicode table of its font. Only for PDFs whose
// streams are deflated and whose fonts are embedded, as ours are; a glyph without a meaning is an error.
import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";

type Parts = Map<number, { head: string; stream: Buffer | null }>;

/** The text of all pages, in the order in which it was set, without line ends; and how many fonts are embedded. */
export function pdfText(pdf: Buffer): { text: string; embedded: number; fonts: number } {
  const parts = partsOf(pdf);
  const fonts = new Map<string, Map<string, string>>();
  for (const { head } of parts.values()) {
    for (const [, name = "", number = ""] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(parts.get(Number(number))?.head ?? "")?.[1];
      if (table !== undefined) fonts.set(name, spellings(parts.get(Number(table))!.stream!.toString("latin1")));
    }
  }
  const contents = [...parts.values()].flatMap(({ head }) => [...head.matchAll(/\/Contents (\d+) 0 R/g)].map((match) => Number(match[1])));
  const text = contents.map((number) => shown(parts.get(number)!.stream!.toString("latin1"), fonts)).join("");
  const count = (word: string): number => [...parts.values()].filter(({ head }) => head.includes(word)).length;
  return { text, embedded: count("/FontFile2"), fonts: count("/Subtype /Type0") };
}

function partsOf(pdf: Buffer): Parts {
  const raw = pdf.toString("latin1");
  const parts: Parts = new Map();
  // A stream is as long as its head says: what it holds may look like anything, line ends and names of the format included.
  for (const match of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\n(endobj|stream\r?\n)/g)) {
    const head = match[2]!;
    const from = match.index + match[0].length;
    const length = /\/Length (\d+)/.exec(head)?.[1];
    const stream = match[3] === "endobj" ? null : pdf.subarray(from, from + Number(length));
    parts.set(Number(match[1]), { head, stream: stream && head.includes("/FlateDecode") ? inflateSync(stream) : stream });
  }
  return parts;
}

function spellings(table: string): Map<string, string> {
  const spelled = new Map<string, string>();
  for (const [, from = "", , list = ""] of table.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g)) {
    for (const [index, code] of [...list.matchAll(/<([0-9a-f ]+)>/g)].entries()) {
      const units = code[1]!.match(/[0-9a-f]{4}/g)!.map((unit) => Number.parseInt(unit, 16));
      spelled.set((Number.parseInt(from, 16) + index).toString(16).padStart(4, "0"), String.fromCharCode(...units));
    }
  }
  return spelled;
}

function shown(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font = "";
  let text = "";
  for (const [, name, list] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = name;
    for (const [, codes = ""] of (list ?? "").matchAll(/<([0-9a-f]*)>/g)) {
      for (const code of codes.match(/.{4}/g) ?? []) {
        const spelled = fonts.get(font)?.get(code);
        assert.ok(spelled !== undefined && code !== "0000", `glyph ${code} of ${font} means something`);
        text += spelled;
      }
    }
  }
  return text;
}
