// Noto Sans SC for what is printed: Latin, Cyrillic and Chinese. The package has it in a hundred pieces, each for some characters; of each
// piece that a text needs, only the characters that it needs are embedded, at one weight. Nothing is fetched from anywhere.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
// Both come without types.
const subsetFont = require("subset-font") as (font: Buffer, text: string, options: { targetFormat: "truetype"; variationAxes: Record<string, number>; keepFeatures: string[] }) => Promise<Buffer>;
const fontkit = require("fontkit") as { create(font: Buffer): { unitsPerEm: number; characterSet: number[]; glyphForCodePoint(point: number): { advanceWidth: number } } };

const PACKAGE = "@fontsource-variable/noto-sans-sc";

/** Regular and semibold. */
export type Weight = 400 | 600;

/** A character as it is set: with which font, and how far it moves on at a size of 1. */
export type Glyph = { font: string; advance: number };

/** Embeddable fonts by name, and the glyph of each character that has one. */
export type Fonts = { files: ReadonlyMap<string, Buffer>; glyph(character: string, weight: Weight): Glyph | undefined };

type Piece = { name: string; ranges: [first: number, last: number][] };

/** The fonts for these characters. A character that no piece has is without a glyph. */
export async function fontsFor(characters: ReadonlyMap<Weight, ReadonlySet<string>>): Promise<Fonts> {
  const pieces = await readPieces();
  const files = new Map<string, Buffer>();
  const glyphs = new Map<string, Glyph>();
  for (const [weight, wanted] of characters) {
    // A piece says that it has a character, and now and then has not: then the next one is asked.
    let missing = [...wanted].map((character) => ({ character, candidates: piecesOf(pieces, character.codePointAt(0)!) }));
    for (let round = 0; missing.length > 0; round += 1) {
      const found = await cut(missing.filter(({ candidates }) => candidates[round]).map(({ character, candidates }) => [candidates[round]!, character]), weight, `${weight}-${round}`, files);
      for (const [character, glyph] of found) glyphs.set(`${weight}${character}`, glyph);
      missing = missing.filter(({ character, candidates }) => !found.has(character) && candidates.length > round + 1);
    }
  }
  return { files, glyph: (character, weight) => glyphs.get(`${weight}${character}`) };
}

async function cut(wanted: [Piece, string][], weight: Weight, suffix: string, files: Map<string, Buffer>): Promise<Map<string, Glyph>> {
  const glyphs = new Map<string, Glyph>();
  for (const [piece, own] of Map.groupBy(wanted, ([piece]) => piece)) {
    const characters = own.map(([, character]) => character);
    const whole = await readFile(require.resolve(`${PACKAGE}/files/noto-sans-sc-${piece.name}-wght-normal.woff2`));
    const file = await subsetFont(whole, characters.join(""), { targetFormat: "truetype", variationAxes: { wght: weight }, keepFeatures: [] });
    const font = fontkit.create(file);
    const name = `${piece.name}-${suffix}`;
    const has = charactersIn(font);
    for (const character of characters) {
      const point = character.codePointAt(0)!;
      if (has.has(point)) glyphs.set(character, { font: name, advance: font.glyphForCodePoint(point).advanceWidth / font.unitsPerEm });
    }
    if (has.size > 0) files.set(name, file);
  }
  return glyphs;
}

/** The code points of a font. One that was left with none has no table of them either, which is an error to fontkit. */
function charactersIn(font: { characterSet: number[] }): ReadonlySet<number> {
  try {
    return new Set(font.characterSet);
  } catch {
    return new Set();
  }
}

let known: Promise<Piece[]> | null = null;

/** The pieces, those of alphabets first. */
function readPieces(): Promise<Piece[]> {
  return (known ??= readFile(require.resolve(`${PACKAGE}/unicode.json`), "utf8").then((text) => {
    const pieces = Object.entries(JSON.parse(text) as Record<string, string>).map(([name, ranges]) => ({ name: name.replaceAll(/[[\]]/g, ""), ranges: ranges.split(",").map(rangeOf) }));
    return pieces.toSorted((a, b) => Number(/^\d/.test(a.name)) - Number(/^\d/.test(b.name)));
  }));
}

function rangeOf(text: string): [number, number] {
  const [first = "", last = first] = text.replace(/^U\+/, "").split("-");
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

const piecesOf = (pieces: readonly Piece[], point: number): Piece[] => pieces.filter(({ ranges }) => ranges.some(([first, last]) => point >= first && point <= last));
