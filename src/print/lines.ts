// Text to lines: which characters can be set, how wide they are, and where a line may end. Chinese may break between words without a space.
import type { Fonts, Weight } from "./fonts.ts";

/** Characters of one font that stand beside each other; `width` at a size of 1. */
export type Run = { font: string; text: string; width: number };
export type Line = { runs: Run[]; width: number };

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;
const closing = /^[\p{Pe}\p{Pf}\p{Po}]/u;
/** What stands for a character that no font here has. */
const named = (character: string): string => `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`;
/** Every character that `named` may need. */
export const namedCharacters = "[U+0123456789ABCDEF] ";

/** The text in one normal form, without what only steers a terminal. Lines stay. */
export function printable(text: string): string {
  return text.normalize("NFC").replaceAll(/\r\n?/g, "\n").replaceAll("\t", " ").replaceAll(/[\p{Cc}\p{Cf}]/gu, (character) => (character === "\n" ? "\n" : named(character)));
}

/** The text in lines of at most `width` (at a size of 1). */
export function linesOf(text: string, weight: Weight, width: number, fonts: Fonts, language: string): Line[] {
  return printable(text).split("\n").flatMap((paragraph) => paragraphLines(paragraph, weight, width, fonts, language));
}

function paragraphLines(paragraph: string, weight: Weight, width: number, fonts: Fonts, language: string): Line[] {
  const lines: Line[] = [];
  let line: Line = { runs: [], width: 0 };
  const end = (): void => {
    lines.push(line);
    line = { runs: [], width: 0 };
  };
  for (const word of wordsOf(paragraph, language)) {
    const runs = runsOf(word, weight, fonts);
    const wide = widthOf(runs);
    const bare = widthOf(runsOf(word.trimEnd(), weight, fonts));
    if (line.runs.length > 0 && line.width + bare > width) end();
    if (bare <= width) line = { runs: [...line.runs, ...runs], width: line.width + wide };
    // A word wider than a line, such as a hash in a narrow column, is broken where the line is full.
    else for (const character of word) {
      const piece = runsOf(character, weight, fonts);
      if (line.runs.length > 0 && line.width + widthOf(piece) > width) end();
      line = { runs: [...line.runs, ...piece], width: line.width + widthOf(piece) };
    }
  }
  end();
  return lines.map(({ runs, width: wide }) => ({ runs: joined(runs), width: wide }));
}

/** Stretches between which a line may end; a space belongs to the stretch before it. */
function wordsOf(paragraph: string, language: string): string[] {
  const words: string[] = [];
  for (const { segment } of new Intl.Segmenter(language, { granularity: "word" }).segment(paragraph)) {
    const before = words.at(-1);
    const mayEnd = before !== undefined && !/^\s/.test(segment) && !opening.test(before) && !closing.test(segment) &&
      (/\s$/.test(before) || han.test(before.at(-1)!) || han.test(segment[0]!));
    if (before === undefined || mayEnd) words.push(segment);
    else words[words.length - 1] = before + segment;
  }
  return words;
}

function runsOf(word: string, weight: Weight, fonts: Fonts): Run[] {
  return [...word].flatMap((character): Run[] => {
    const glyph = fonts.glyph(character, weight);
    return glyph ? [{ font: glyph.font, text: character, width: glyph.advance }] : character.length > 0 && !namedCharacters.includes(character) ? runsOf(named(character), weight, fonts) : [];
  });
}

const widthOf = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + run.width, 0);

function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last?.font === run.font) all[all.length - 1] = { font: run.font, text: last.text + run.text, width: last.width + run.width };
    else all.push(run);
  }
  return all;
}
