// Reads the tutorial as the steps that a reader takes: what they write into their policy, and what they run and see.
import { readFileSync } from "node:fs";
import type { Json } from "./client.ts";

/** `shown` are the lines that the page shows of what the command prints. */
export type TutorialStep = { kind: "write"; to: string; text: string; line: number } | { kind: "run"; command: string; shown: string[]; line: number };

const BLOCK = /^```(\S+)(?: ([^\n]*))?\n([\s\S]*?)^```$/gm;

export function readTutorial(path: URL): TutorialStep[] {
  const page = readFileSync(path, "utf8");
  const steps: TutorialStep[] = [];
  for (const { 1: language, 2: to = "", 3: text = "", index } of page.matchAll(BLOCK)) {
    const line = page.slice(0, index).split("\n").length;
    const last = steps.at(-1);
    if (language === "json") steps.push({ kind: "write", to, text, line });
    else if (language === "sh") steps.push({ kind: "run", command: text.trim(), shown: [], line });
    else if (language === "text" && last?.kind === "run") last.shown = text.split("\n").map((one) => one.trim()).filter((one) => one !== "");
    else throw new Error(`line ${line}: nobody knows what to do with a block of ${language}`);
  }
  return steps;
}

/** The policy after a reader has written this block into it. */
export function written(policy: Json, { to, text, line }: Extract<TutorialStep, { kind: "write" }>): Json {
  const [how = "", ...where] = to.split(/ (?=\/)/);
  if (how === "pottery.json") return JSON.parse(text);
  const steps = (where[0] ?? "").split("/").slice(1);
  const copy = structuredClone(policy);
  const parent = steps.slice(0, -1).reduce((at: Json, step) => at[step], copy);
  const last = steps.at(-1)!;
  if (how === "at") parent[last] = JSON.parse(text);
  else if (how === "into" && Array.isArray(parent[last])) parent[last].push(...JSON.parse(`[${text}]`));
  else if (how === "into") Object.assign(parent[last], JSON.parse(`{${text}}`));
  else if (how === "instead in") for (const item of JSON.parse(`[${text}]`)) parent[last][placeOf(parent[last], item, line)] = item;
  else throw new Error(`line ${line}: nobody knows how to write ${how}`);
  return copy;
}

/** Where the rule stands that this one is written instead of: the one for the same command and people. */
function placeOf(rules: Json[], item: Json, line: number): number {
  const named = (rule: Json): string => JSON.stringify([rule.command ?? rule.owes, rule.by ?? rule.who, rule.from ?? rule.in]);
  const found = rules.findIndex((rule) => named(rule) === named(item));
  if (found < 0) throw new Error(`line ${line}: there is no ${named(item)} to write this instead of`);
  return found;
}
