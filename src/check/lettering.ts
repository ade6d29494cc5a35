// How wide a text will be, and where its lines break: an estimate on the wide side, since the reader's fonts are not known here.
// No text is ever cut off; a single word wider than its room is broken.

/** A piece of a line with one look; `look` is a class of the drawing's style. */
export type Run = { text: string; look: "" | "strong" | "quiet" | "due" | "mono" };

const narrow = /[ijlItfr.,:;'|!()[\]{}·/\\-]/;
const wide = /[mwMWшщжюыфмШЩЖЮЫФМ@%…→—]/;
const ideograph = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;
const capital = /\p{Lu}/u;

/** The width of one character in ems. */
function widthOf(character: string): number {
  if (ideograph.test(character)) return 1.02;
  if (character === " ") return 0.3;
  if (wide.test(character)) return 0.88;
  if (narrow.test(character)) return 0.34;
  return capital.test(character) ? 0.68 : 0.585;
}

/** How wide a text is in pixels at that size; bold letters are a little wider. */
export function widthOfText(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const character of text) ems += widthOf(character);
  return ems * size * (bold ? 1.1 : 1);
}

/** Where a line may break: before each word, and between ideographs, but never before a closing mark. */
const pieces = /\s*(?:[\u2e80-\u2fff\u3040-\u9fff\uf900-\ufaff]|[^\s\u2e80-\u2fff\u3040-\u9fff\uf900-\ufaff\uff08\u300c《]+|[\uff08\u300c《])[\uff0c\u3002\uff1a\uff1b\uff09\u300d》、…]*|\s+$/gu;

/** The runs as lines no wider than `width` pixels. */
export function wrapped(runs: readonly Run[], width: number, size: number): Run[][] {
  const lines: Run[][] = [];
  let left = 0;
  for (const { text, look } of runs) {
    const bold = look === "strong" || look === "due";
    for (const piece of (text.match(pieces) ?? []).flatMap((one) => fitting(one, width, size, bold))) {
      const needed = widthOfText(piece, size, bold);
      if (lines.length === 0 || needed > left + 0.01) {
        lines.push([{ text: piece.trimStart(), look }]);
        left = width - widthOfText(piece.trimStart(), size, bold);
        continue;
      }
      const line = lines.at(-1)!;
      const last = line.at(-1)!;
      if (last.look === look) line[line.length - 1] = { text: last.text + piece, look };
      else line.push({ text: piece, look });
      left -= needed;
    }
  }
  return lines;
}

/** A piece that fits into a line by itself, or its parts. */
function fitting(piece: string, width: number, size: number, bold: boolean): string[] {
  if (widthOfText(piece.trimStart(), size, bold) <= width) return [piece];
  const parts: string[] = [""];
  for (const character of piece.trimStart()) {
    if (widthOfText(parts.at(-1)! + character, size, bold) > width && parts.at(-1) !== "") parts.push("");
    parts[parts.length - 1] += character;
  }
  return parts;
}
