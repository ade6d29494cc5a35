// One panel drawn: a heading, the statuses as columns, a row for each move, the notes below. Says where things stand, not what they say.
import type { Policy } from "../core/policy.ts";
import { widthOfText, wrapped } from "./lettering.ts";
import type { Row, Panel } from "./panels.ts";
import { leadsText, panelNotes, rowWords } from "./rowWords.ts";
import { isEnd } from "./statuses.ts";
import { arrow, element, escaped, line, lines, round, type Shape } from "./strokes.ts";
import { say, type Words } from "./words.ts";

/** A horizontal band of the sheet; `drawn` stands at its place already. */
export type Band = { drawn: string; height: number };

const text = { size: 14, leading: 20 };
const small = { size: 13, leading: 18 };
const widestColumn = 150;
const stripHeight = 30;

/** The panel at `top`. */
export function bandOf(policy: Policy, words: Words, shape: Shape, panel: Panel, top: number): Band {
  const { margin, width } = shape;
  const columns = new Columns(shape, panel);
  const title = lines([{ text: say(words, `noun.${panel.noun}`), look: "strong" }], margin, top + 26, width - 2 * margin, { size: 20, leading: 28 });
  const drawn = [title.drawn, `<path class="rule" d="M${margin} ${title.bottom + 4}H${width - margin}"/>`];
  const head = columns.head(words, title.bottom + 14);
  let at = head.bottom + 8;
  const drawnRows: string[] = [];
  for (const move of panel.rows) {
    const row = rowAt(policy, words, shape, panel, columns, move, at);
    drawnRows.push(row.drawn);
    at += row.height;
    if (move !== panel.rows.at(-1)) drawnRows.push(`<path class="hair" d="M${margin} ${at}H${width - margin}"/>`);
  }
  drawn.push(...(shape.stacked ? [] : [columns.lives(head.bottom, at)]), head.drawn, ...drawnRows);
  if (!shape.stacked && at - head.bottom > 620) {
    const foot = columns.head(words, at + 6);
    drawn.push(foot.drawn);
    at = foot.bottom;
  }
  at += 10;
  for (const note of panelNotes(words, panel)) {
    const block = lines(note, margin, at, Math.min(width - 2 * margin, 1080), small);
    drawn.push(block.drawn);
    at = block.bottom + 3;
  }
  return { drawn: element("g", {}, `\n${drawn.join("\n")}\n`), height: at + 14 - top };
}

function rowAt(policy: Policy, words: Words, shape: Shape, { noun }: Panel, columns: Columns, move: Row, top: number): Band {
  const said = rowWords(policy, words, noun, move, shape.stacked);
  const first = lines(said.first, shape.margin, top + 8, shape.textWidth, text);
  let bottom = first.bottom;
  const notes = said.notes.map((note) => {
    const block = lines(note, shape.margin, bottom + 1, shape.textWidth, small);
    bottom = block.bottom;
    return block.drawn;
  });
  const y = shape.stacked ? round(bottom + 4 + stripHeight / 2) : round((top + bottom + 8) / 2);
  const end = shape.stacked ? bottom + 4 + stripHeight + 6 : bottom + 8;
  const named = `<title>${escaped(leadsText(words, noun, move))}</title>`;
  return { drawn: element("g", {}, [named, first.drawn, ...notes, columns.arrow(move, y)].join("")), height: end - top };
}

/** The statuses of a panel side by side. */
class Columns {
  readonly #shape: Shape;
  readonly #panel: Panel;
  readonly #pitch: number;

  constructor(shape: Shape, panel: Panel) {
    this.#shape = shape;
    this.#panel = panel;
    this.#pitch = Math.min(shape.columnsWidth / panel.columns.length, widestColumn);
  }

  #at(status: string): number {
    return round(this.#shape.columnsLeft + (this.#panel.columns.indexOf(status) + 0.5) * this.#pitch);
  }

  /** The statuses' names: in boxes above their columns, or numbered below each other. */
  head(words: Words, top: number): { drawn: string; bottom: number } {
    return this.#shape.stacked ? this.#list(words, top) : this.#boxes(words, top);
  }

  #boxes(words: Words, top: number): { drawn: string; bottom: number } {
    const { noun, columns } = this.#panel;
    const width = Math.floor(this.#pitch - 6);
    const names = columns.map((status) => wrapped([{ text: say(words, `status.${noun}.${status}`), look: "strong" }], width - 6, small.size));
    const most = Math.max(...names.map((all) => all.length));
    const height = most * 17 + 14;
    const drawn = columns.map((status, index) => {
      const x = this.#at(status);
      const box = `<rect class="${isEnd({ noun, status }) ? "box end" : "box"}" x="${round(x - width / 2)}" y="${top}" width="${width}" height="${height}" rx="5"/>`;
      const own = names[index]!;
      const first = top + 7 + ((most - own.length) * 17) / 2 + 13;
      return box + own.map((one, row) => line(one, x, round(first + row * 17), small.size, { "text-anchor": "middle" })).join("");
    });
    return { drawn: drawn.join("\n"), bottom: top + height };
  }

  #list(words: Words, top: number): { drawn: string; bottom: number } {
    const { noun, columns } = this.#panel;
    const { margin } = this.#shape;
    const drawn = columns.map((status, index) => {
      const y = top + 14 + index * 26;
      const name = say(words, `status.${noun}.${status}`);
      const number = String(index + 1);
      const width = Math.ceil(widthOfText(`${number}  ${name}`, small.size, true)) + 22;
      const box = `<rect class="${isEnd({ noun, status }) ? "box end" : "box"}" x="${margin + 1}" y="${y - 11}" width="${width}" height="22" rx="5"/>`;
      return box + line([{ text: `${number} `, look: "quiet" }, { text: name, look: "strong" }], margin + 11, y + 4.5, small.size);
    });
    return { drawn: drawn.join("\n"), bottom: top + 2 + columns.length * 26 };
  }

  /** Hairlines down from the names. */
  lives(top: number, bottom: number): string {
    return `<path class="life" d="${this.#panel.columns.map((status) => `M${this.#at(status)} ${top}V${bottom}`).join("")}"/>`;
  }

  /** The arrow of a move; where names are far away, each of its ends carries the number of its status. */
  arrow(move: Row, y: number): string {
    const { stacked, columnsLeft } = this.#shape;
    const from = move.from.map((status) => this.#at(status));
    const to = move.to.map((status) => this.#at(status));
    const look = move.kind === "silence" ? "silence" : move.kind === "given" ? "given" : "elsewhere";
    const start = from.length > 0 ? null : columnsLeft - (stacked ? 10 : -4);
    const dot = stacked ? 9 : 4.5;
    const drawn = arrow({ from, to, start, look, dot }, y);
    if (!stacked) return drawn;
    const numbers = [...new Set([...move.from, ...move.to])].map((status) => {
      const filled = move.from.includes(status);
      const circle = filled ? "" : `<circle class="ring ${look}" cx="${this.#at(status)}" cy="${y}" r="9"/>`;
      return circle + line([{ text: String(this.#panel.columns.indexOf(status) + 1), look: "" }], this.#at(status), round(y + 4.5), 13, { "text-anchor": "middle", class: filled ? "on" : "strong" });
    });
    return drawn + numbers.join("");
  }
}
