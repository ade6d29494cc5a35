// The strokes that a diagram is made of: elements, lines of text, and an arrow between columns. Knows no policy.
import { wrapped, type Run } from "./lettering.ts";

/** The sizes of a sheet in pixels. `textWidth` is the room for a row's words; the columns take `columnsWidth` from `columnsLeft` on. */
export type Shape = { width: number; margin: number; textWidth: number; columnsLeft: number; columnsWidth: number; stacked: boolean };

export const shapes: Record<"wide" | "narrow", Shape> = {
  wide: { width: 1280, margin: 24, textWidth: 408, columnsLeft: 464, columnsWidth: 792, stacked: false },
  narrow: { width: 390, margin: 16, textWidth: 352, columnsLeft: 32, columnsWidth: 342, stacked: true },
};

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => entities[character]!);

/** An element with its attributes in the given order. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, inside: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join("");
  return `<${name}${written}>${inside}</${name}>`;
}

/** One line of text at its baseline. */
export function line(runs: readonly Run[], x: number, y: number, size: number, more: Readonly<Record<string, string>> = {}): string {
  const inside = runs.map(({ text, look }) => (look === "" ? escaped(text) : element("tspan", { class: look }, escaped(text)))).join("");
  return element("text", { x, y, "font-size": size, ...more }, inside);
}

/** Text in as many lines as it needs, from `top` down. */
export function lines(runs: readonly Run[], x: number, top: number, width: number, { size, leading }: { size: number; leading: number }): { drawn: string; bottom: number } {
  const all = wrapped(runs, width, size);
  const drawn = all.map((one, index) => line(one, x, round(top + index * leading + leading / 2 + size * 0.36), size)).join("\n");
  return { drawn, bottom: top + all.length * leading };
}

export const round = (value: number): number => Math.round(value * 10) / 10;

/** Where an arrow begins and ends, in pixels; `start` stands for a beginning outside of the columns. */
export type Course = { from: readonly number[]; to: readonly number[]; start: number | null; look: "given" | "silence" | "elsewhere"; dot: number };

/** An arrow over columns at height `y`: a dot at each start, a tip at each end, a loop where it ends where it started. */
export function arrow({ from, to, start, look, dot }: Course, y: number): string {
  if (start === null && to.every((x) => from.includes(x)) && (from.length === 1 || to.length === from.length && look === "silence")) {
    return from.map((x) => loop(x, y, look, dot)).join("");
  }
  const starts = start === null ? from : [start];
  const left = Math.min(...starts, ...to);
  const right = Math.max(...starts, ...to);
  const tips = to.flatMap((x) => [
    ...(starts.some((one) => one < x) ? [tip(x, y, true, look, dot, from.includes(x))] : []),
    ...(starts.some((one) => one > x) ? [tip(x, y, false, look, dot, from.includes(x))] : []),
  ]);
  const dots = from.map((x) => `<circle class="dot ${look}" cx="${round(x)}" cy="${y}" r="${dot}"/>`);
  const ring = start === null ? "" : `<circle class="ring ${look}" cx="${round(start)}" cy="${y}" r="4"/>`;
  return `<path class="line ${look}" d="M${round(left)} ${y}H${round(right)}"/>${ring}${dots.join("")}${tips.join("")}`;
}

function tip(x: number, y: number, right: boolean, look: string, dot: number, onDot: boolean): string {
  const room = onDot || dot > 6 ? dot + 1 : 0;
  const point = right ? x - room : x + room;
  return `<path class="tip ${look}" d="M${round(point)} ${y}l${right ? -9 : 9}-5v10z"/>`;
}

/** From a dot and back to it, on its right; too short a way for dashes. */
function loop(x: number, y: number, look: string, dot: number): string {
  const [near, turn] = [round(x + dot), round(x + dot + 14)];
  const [above, below] = [y - 7, y + 7];
  return `<path class="line ${look} loop" d="M${round(x)} ${y}L${round(near + 2)} ${above}H${turn}a7 7 0 0 1 0 14H${round(near + 10)}"/><path class="tip ${look}" d="M${round(near + 2)} ${below}l9-5v10z"/><circle class="dot ${look}" cx="${round(x)}" cy="${y}" r="${dot}"/>`;
}
