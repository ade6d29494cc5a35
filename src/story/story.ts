// A story: lines of `when · who · command → events or refusal`, and what then holds. Its parts, and how they are read from text.
// Pure text work: what a line means for an order stands in command.ts, whether it is true is for whoever plays it.
import type { Role } from "../core/event.ts";
import { riskFacts, type RiskFact, type RiskFacts } from "../core/risk.ts";

/** `rules` are the numbers that the title opens with (A10). `line` is where it stands in its file, counted from 1. */
export type Story = { rules: string[]; title: string; setting: Setting; steps: Step[]; line: number };

/** What there is before the first line. Amounts are decimal texts in `currency`; `terms` override settings of the policy. */
export type Setting = {
  marketplaces: string[]; terms: Record<string, string | number | boolean | null>; currency: string; lines: SoldLine[];
  shipping: string | null; commission: string | null; shipsWithin: string | null; shipsBy: string | null; fulfilledBy: "seller" | "platform";
  buyer: Person; seller: Person; elsewhere: Elsewhere;
};
export type SoldLine = { sku: string; quantity: number; price: string; less: string | null; lessBy: "seller" | "platform" | null; tax: string | null; finalSale: boolean; excepted?: string };
export type Person = { id: string; country: string };
/** What the same people have in other orders: unpaid ones, points against the seller, a tracking number in use. */
export type Elsewhere = {
  unpaidOrders: number; points: number; trackingNumbers: string[];
  /** What is counted of the two over other orders; absent where nothing is. */
  counted?: { buyer: Partial<RiskFacts>; seller: Partial<RiskFacts> };
};

/** `after` is the time since the line before, null for the same moment; `command` null means that this person stays silent. */
export type Step = {
  after: string | null; who: { role: Role; id: string | null }; command: string | null; input: [name: string, value: string][];
  outcome: Outcome | null; claims: Claimed[]; line: number;
};
export type Outcome =
  | { kind: "events"; events: string[] }
  | { kind: "refused"; refusal: string; opensIn: string | null; closedAgo: string | null; instead: string[] };

/** What the story says of the order after a line: a subject and, separated by commas, what holds of it. */
export type Claimed = { subject: string; holds: string[]; line: number };

/** A text that is no story; `line` counts from 1. */
export class StoryError extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`);
    this.line = line;
  }
}

const TITLE = /^([A-Z]\d+(?:, [A-Z]\d+)*) · (.+)$/;
const STEP = /^(?:\+(P\S+)\s+)?([a-z]+)(?:\/(\S+))?\s+(.+)$/;
const roles: readonly string[] = ["buyer", "seller", "mediator", "operator", "institution", "carrier", "clock"];

/** Reads all stories of a file. Throws StoryError. */
export function parseStories(text: string): Story[] {
  const stories: Story[] = [];
  let current: Story | null = null;
  for (const [index, raw] of text.split("\n").entries()) {
    const line = index + 1;
    const content = raw.trim();
    if (content === "" || content.startsWith("#")) continue;
    const title = raw.startsWith(" ") ? null : TITLE.exec(content);
    if (title) {
      current = { rules: title[1]!.split(", "), title: title[2]!, setting: blankSetting(), steps: [], line };
      stories.push(current);
      continue;
    }
    if (!current) throw new StoryError(line, "a story opens with its rules and a title: A10 · What happens");
    readLine(current, content, line);
  }
  for (const story of stories) checkWhole(story);
  return stories;
}

function readLine(story: Story, content: string, line: number): void {
  const step = story.steps.at(-1);
  if (content.startsWith("· ")) {
    if (!step) throw new StoryError(line, "nothing has happened yet");
    const [subject = "", ...holds] = splitOutside(content.slice(2), ", ");
    step.claims.push({ subject, holds, line });
  } else if (content.startsWith("+") || (step && roles.includes(/^[a-z]+/.exec(content)?.[0] ?? ""))) {
    story.steps.push(readStep(content, line));
  } else if (step) {
    throw new StoryError(line, `who acts? One of ${roles.join(", ")}`);
  } else {
    for (const part of content.split(" · ")) readSetting(story.setting, part.trim(), line);
  }
}

function readStep(content: string, line: number): Step {
  const [before = "", after = null] = splitOutside(content, "→").map((part) => part.trim());
  const found = STEP.exec(before);
  if (!found || !roles.includes(found[2]!)) throw new StoryError(line, "a line reads: +P1D buyer PayOrder method=card → PaymentMade");
  const [, time = null, role, id = null, rest] = found;
  const [command = "", ...words] = splitOutside(rest!, " ").filter((word) => word !== "");
  const input = words.map((word): [string, string] => {
    const equals = word.indexOf("=");
    if (equals <= 0) throw new StoryError(line, `what a command carries is written name=value, not ${word}`);
    return [word.slice(0, equals), unquoted(word.slice(equals + 1))];
  });
  const silent = command === "silent";
  if (!silent && after === null) throw new StoryError(line, `what follows from ${command}? → events, or → refused`);
  return {
    after: time, who: { role: role as Role, id }, command: silent ? null : command, input,
    outcome: after === null ? null : readOutcome(after, line), claims: [], line,
  };
}

function readOutcome(text: string, line: number): Outcome {
  if (!text.startsWith("refused ")) return { kind: "events", events: text === "nothing" ? [] : text.split(/\s+/) };
  const [head = "", ...rest] = text.split(", ");
  const outcome: Outcome = { kind: "refused", refusal: head.slice("refused ".length).trim(), opensIn: null, closedAgo: null, instead: [] };
  for (const part of rest) {
    const words = part.split(" ");
    if (part.startsWith("opens in ")) outcome.opensIn = words[2]!;
    else if (part.startsWith("closed ") && words[2] === "ago") outcome.closedAgo = words[1]!;
    else if (part.startsWith("instead ")) outcome.instead = words.slice(1);
    else throw new StoryError(line, `a refusal says "opens in P1D", "closed P1D ago" or "instead OpenClaim", not "${part}"`);
  }
  return outcome;
}

/** An order of nobody in particular, with nothing in it yet. */
export function blankSetting(): Setting {
  return {
    marketplaces: [], terms: {}, currency: "USD", lines: [], shipping: null, commission: null, shipsWithin: null, shipsBy: null, fulfilledBy: "seller",
    buyer: { id: "ann", country: "DE" }, seller: { id: "cactus", country: "CN" }, elsewhere: { unpaidOrders: 0, points: 0, trackingNumbers: [] },
  };
}

const SOLD = /^(\S+) (\d+)×([\d.]+)(?: less ([\d.]+) by (seller|platform))?(?: tax ([\d.]+))?( final sale)?(?: excepted (\w+))?$/;

function readSetting(setting: Setting, part: string, line: number): void {
  const words = part.split(" ");
  const order = words[0] === "order";
  if (order) setting.currency = words[1] ?? "";
  const sold = SOLD.exec(order ? words.slice(2).join(" ") : part);
  if (sold) {
    const [, sku, quantity, price, less = null, lessBy = null, tax = null, finalSale, excepted] = sold;
    setting.lines.push({ sku: sku!, quantity: Number(quantity), price: price!, less, lessBy: lessBy as SoldLine["lessBy"], tax, finalSale: finalSale !== undefined, ...(excepted ? { excepted } : {}) });
  } else if (words[0] === "marketplace") setting.marketplaces = part.slice("marketplace ".length).split(", ");
  else if (words[0] === "setting" && part.includes("=")) setting.terms[words[1]!.split("=")[0]!] = settingValue(part.slice(part.indexOf("=") + 1));
  else if (words[0] === "shipping") setting.shipping = words[1]!;
  else if (words[0] === "commission") setting.commission = words[1]!;
  else if (part.startsWith("ships within ")) setting.shipsWithin = words[2]!;
  else if (part.startsWith("ships by +")) setting.shipsBy = words[2]!.slice(1);
  else if (part.startsWith("fulfilled by ")) setting.fulfilledBy = words[2] === "platform" ? "platform" : "seller";
  else if ((words[0] === "buyer" || words[0] === "seller") && words[2] === "in") setting[words[0]] = { id: words[1]!, country: words[3]! };
  else if (words[0] === "elsewhere") readElsewhere(setting.elsewhere, words, line);
  else throw new StoryError(line, `the setting of a story says nothing like "${part}"`);
}

function readElsewhere(elsewhere: Elsewhere, words: string[], line: number): void {
  const [, first = "", second] = words;
  if (second === "unpaid") elsewhere.unpaidOrders = Number(first);
  else if (second === "points") elsewhere.points = Number(first);
  else if (first === "number" && second) elsewhere.trackingNumbers.push(second);
  else if ((first === "buyer" || first === "seller") && riskFacts.includes(words[3] as RiskFact)) {
    elsewhere.counted ??= { buyer: {}, seller: {} };
    elsewhere.counted[first][words[3] as RiskFact] = Number(second);
  } else throw new StoryError(line, "elsewhere there are: 20 unpaid orders, 4 points, a number that is used, or what is counted of a buyer or seller (elsewhere buyer 3 emptyBoxes)");
}

/** The value of a setting as JSON has it; what is no JSON is a word or a duration. */
export function settingValue(text: string): string | number | boolean | null {
  return /^(null|true|false|\d+)$/.test(text) ? (JSON.parse(text) as number | boolean | null) : text;
}

function checkWhole(story: Story): void {
  if (story.setting.marketplaces.length === 0) throw new StoryError(story.line, "the story names no marketplace");
  if (story.setting.lines.length === 0) throw new StoryError(story.line, "the story sells nothing: order USD SEED-1 2×5.00");
  if (story.steps.length === 0) throw new StoryError(story.line, "nothing happens in the story");
}

/** Splits at a separator that does not stand inside quotes. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    if (quoted || !text.startsWith(separator, at)) continue;
    parts.push(text.slice(start, at));
    start = at + separator.length;
    at = start - 1;
  }
  return [...parts, text.slice(start)];
}

const unquoted = (value: string): string => (value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value);
