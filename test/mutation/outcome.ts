// What became of each mutant of a file: kept in reports/mutants while the files are gone through, and told in docs/mutation.md.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync, existsSync } from "node:fs";
import { basename } from "node:path";
import type { MutantResult, MutantStatus } from "@stryker-mutator/api/core";

/** A mutant of a file, from its `line` to its `lastLine`; `original`, `replacement` and `source`, the line on which it begins, are source text with its white space as single spaces. */
export type Mutant = { line: number; lastLine: number; source: string; mutator: string; original: string; replacement: string; status: MutantStatus; isStatic: boolean };
/** `digest` is the text's that was mutated. */
export type FileOutcome = { file: string; digest: string; mutants: Mutant[] };

const folder = "reports/mutants";
const digestOf = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");
const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Reads off Stryker's results what this project keeps of them. */
export function outcomeOf(file: string, results: readonly MutantResult[]): FileOutcome {
  const lines = readFileSync(file, "utf8").split("\n");
  const mutants = results.map(({ location: { start, end }, mutatorName, replacement = "", status, static: isStatic }) => {
    const part = lines.slice(start.line - 1, end.line);
    part[part.length - 1] = part.at(-1)!.slice(0, end.column - 1);
    part[0] = part[0]!.slice(start.column - 1);
    return { line: start.line, lastLine: end.line, source: oneLine(lines[start.line - 1]!), mutator: mutatorName, original: oneLine(part.join("\n")), replacement: oneLine(replacement), status, isStatic: isStatic ?? false };
  });
  return { file, digest: digestOf(file), mutants };
}

/** Whether no test found it. */
export const lives = ({ status }: Mutant): boolean => status === "Survived" || status === "NoCoverage";
const sameAs = (one: Mutant): string => JSON.stringify([one.line, one.lastLine, one.mutator, one.original, one.replacement]);

/** The outcome that was kept for the file as it is now, or null. */
export function keptOfToday(file: string): FileOutcome | null {
  const outcome = kept(file);
  return outcome?.digest === digestOf(file) ? outcome : null;
}

/** The outcome that is kept, with those mutants that were tried again as they are now. */
export function triedAgain(file: string, again: FileOutcome): FileOutcome {
  const known = new Set(again.mutants.map(sameAs));
  return { ...again, mutants: [...kept(file)!.mutants.filter((one) => !known.has(sameAs(one))), ...again.mutants] };
}

const pathOf = (file: string): string => `${folder}/${basename(file, ".ts")}.json`;

/** Keeps a file's outcome until the next time. */
export function keep(outcome: FileOutcome): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(pathOf(outcome.file), JSON.stringify(outcome, null, 1));
}

/** The outcome that was kept for the file, or null. */
export const kept = (file: string): FileOutcome | null => (existsSync(pathOf(file)) ? (JSON.parse(readFileSync(pathOf(file), "utf8")) as FileOutcome) : null);
