// A policy as a picture: one panel a noun, its statuses side by side, a row for each way to move between them.
// Pure, and the same bytes each time. Rows instead of a net of lines: nothing crosses a label, however many rules there are.
import type { Policy } from "../core/policy.ts";
import { bandOf, type Band } from "./bands.ts";
import { diagramStyle } from "./diagramStyle.ts";
import { widthOfText } from "./lettering.ts";
import { panelsOf } from "./panels.ts";
import { element, escaped, line, lines, shapes, type Shape } from "./strokes.ts";
import { marketplaceName, say, tell, type Words } from "./words.ts";

const END = 24;

/**
 * The picture of a policy in the words of its marketplace, as a self-contained SVG without scripts, light or dark as the reader prefers.
 * `narrow` is for a phone: the text of a row above its arrow, the statuses as numbers.
 */
export function diagramOf(policy: Policy, words: Words, shape: "wide" | "narrow" = "wide"): string {
  const sheet = shapes[shape];
  const head = headOf(policy, words, sheet);
  const bands: Band[] = [head];
  let at = head.height;
  for (const panel of panelsOf(policy)) {
    const band = bandOf(policy, words, sheet, panel, at);
    bands.push(band);
    at += band.height;
  }
  const height = Math.ceil(at + END);
  const name = marketplaceName(words, policy);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${height}" viewBox="0 0 ${sheet.width} ${height}" lang="${words.language}" role="graphics-document" aria-labelledby="title described">
<title id="title">${escaped(`${name}: ${say(words, "page.diagram")}`)}</title>
<desc id="described">${escaped(tell(words, "page.described", { name }))}</desc>
<style>${diagramStyle}</style>
<rect class="paper" width="${sheet.width}" height="${height}"/>
${bands.map((band) => band.drawn).join("\n")}
</svg>
`;
}

/** The marketplace's name, what it is, and what the lines mean. */
function headOf(policy: Policy, words: Words, { width, margin }: Shape): Band {
  const room = width - 2 * margin;
  const title = lines([{ text: marketplaceName(words, policy), look: "strong" }], margin, 16, room, { size: 24, leading: 30 });
  const under = `${say(words, "page.diagram")} · ${tell(words, "page.version", { version: String(policy.version) })}`;
  const subtitle = lines([{ text: under, look: "quiet" }], margin, title.bottom + 2, room, { size: 14, leading: 20 });
  const about = words.text.about === undefined ? { drawn: "", bottom: subtitle.bottom } : lines([{ text: words.text.about, look: "" }], margin, subtitle.bottom + 8, Math.min(room, 900), { size: 14, leading: 21 });
  const key = keyOf(words, margin, about.bottom + 14, room);
  return { drawn: element("g", {}, [title.drawn, subtitle.drawn, about.drawn, key.drawn].join("\n")), height: key.bottom + 10 };
}

/** The legend, as many entries in a line as fit. */
function keyOf(words: Words, left: number, top: number, room: number): { drawn: string; bottom: number } {
  const entries: [string, string][] = [
    ["given", `<path class="line given" d="M4 0H34"/><circle class="dot given" cx="4" r="4"/><path class="tip given" d="M38 0l-9-5v10z"/>`],
    ["silence", `<path class="line silence" d="M4 0H32"/><circle class="dot silence" cx="4" r="4"/><path class="tip silence" d="M38 0l-9-5v10z"/>`],
    ["stay", `<path class="line given" d="M8 0L14-7H27a7 7 0 0 1 0 14H22"/><path class="tip given" d="M14 7l9-5v10z"/><circle class="dot given" cx="8" r="4"/>`],
    ["begins", `<path class="line given" d="M10 0H34"/><circle class="ring given" cx="6" r="4"/><path class="tip given" d="M38 0l-9-5v10z"/>`],
    ["end", `<rect class="box end" x="4" y="-8" width="32" height="16" rx="3"/>`],
    ["rule", `<text class="quiet" x="10" y="4" font-size="13">A10</text>`],
  ];
  let x = left;
  let y = top + 10;
  const drawn = entries.map(([name, mark]) => {
    const text = say(words, `page.key.${name}`);
    const width = 46 + widthOfText(text, 13) + 20;
    if (x > left && x + width > left + room) [x, y] = [left, y + 24];
    const one = `<g transform="translate(${x} ${y})">${mark}</g>${line([{ text, look: "" }], x + 46, y + 4.5, 13, { class: "soft" })}`;
    x += Math.ceil(width);
    return one;
  });
  return { drawn: drawn.join("\n"), bottom: y + 14 };
}
