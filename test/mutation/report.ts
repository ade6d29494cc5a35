// What docs/mutation.md says: for each file how many mutants the tests find, and why those that they do not find may live.
// Explanations are kept in explained.json; one that explains nobody is as wrong as a survivor that nobody explains.
import { readFileSync, writeFileSync } from "node:fs";
import { kept, keptOfToday, lives, type FileOutcome, type Mutant } from "./outcome.ts";

/** Why mutants of a file may live: those on a line that has `within` in it whose original and replacement are these, as in Mutant; without a replacement whatever stands there instead. */
export type Explanation = { file: string; within: string; original: string; replacement?: string; because: string };
export type Survivor = { file: string; mutant: Mutant; because: string | null };

const explanations = new URL("./explained.json", import.meta.url);
const page = new URL("../../docs/mutation.md", import.meta.url);

export const readExplanations = (): Explanation[] => JSON.parse(readFileSync(explanations, "utf8")) as Explanation[];

const explains = (one: Explanation, file: string, mutant: Mutant): boolean =>
  one.file === file && mutant.source.includes(one.within) && one.original === mutant.original && (one.replacement === undefined || one.replacement === mutant.replacement);

/** Everybody whom no test found, each with why, or null. */
export function survivorsOf(outcomes: readonly FileOutcome[], all: readonly Explanation[]): Survivor[] {
  return outcomes.flatMap(({ file, mutants }) =>
    mutants.filter(lives).map((mutant) => ({ file, mutant, because: all.find((one) => explains(one, file, mutant))?.because ?? null })));
}

/** Explanations for those files that explain nobody who lives. */
export function idle(outcomes: readonly FileOutcome[], all: readonly Explanation[]): Explanation[] {
  const survivors = survivorsOf(outcomes, []);
  return all.filter((one) => outcomes.some(({ file }) => file === one.file) && !survivors.some(({ file, mutant }) => explains(one, file, mutant)));
}

type Counts = { mutants: number; killed: number; timeouts: number; survived: number; uncovered: number };

/** The mutants of some files by what became of them. A mutant that does not end within its time is found too. */
export function countsOf(outcomes: readonly FileOutcome[]): Counts {
  const all = outcomes.flatMap(({ mutants }) => mutants);
  const count = (status: Mutant["status"]): number => all.filter((mutant) => mutant.status === status).length;
  return { mutants: all.length, killed: count("Killed"), timeouts: count("Timeout"), survived: count("Survived"), uncovered: count("NoCoverage") };
}

export const scoreOf = ({ mutants, killed, timeouts }: Counts): string => (mutants === 0 ? "–" : `${(((killed + timeouts) / mutants) * 100).toFixed(1)} %`);

const short = (file: string): string => file.slice("src/core/".length);

const row = (name: string, counts: Counts): string =>
  `| ${name} | ${counts.mutants} | ${counts.killed} | ${counts.timeouts} | ${counts.survived} | ${counts.uncovered} | ${scoreOf(counts)} |`;

const code = (text: string): string => `\`${(text.length > 160 ? `${text.slice(0, 160)} …` : text).replaceAll("|", "\\|").replaceAll("`", "ˋ")}\``;

/** Writes docs/mutation.md from the outcomes that are kept, by groups that are summed up; says which files have none. */
export function writeReport(groups: ReadonlyMap<string, readonly string[]>, all: readonly Explanation[]): void {
  const outcomes: FileOutcome[] = [];
  const tables = [...groups].map(([name, files]) => {
    const tried = files.map(keptOfToday).filter((one) => one !== null);
    outcomes.push(...tried);
    const rows = files.map((file) => {
      const outcome = tried.find((one) => one.file === file);
      return outcome ? row(short(file), countsOf([outcome])) : `| ${short(file)} | ${kept(file) ? "changed since it was tried" : "not tried yet"} | | | | | |`;
    });
    return [`## ${name}`, "", "| file | mutants | found | never ended | survived | met by no test | score |", "| --- | ---: | ---: | ---: | ---: | ---: | ---: |", ...rows, row("**together**", countsOf(tried)), ""].join("\n");
  });
  const reasons = new Map<string, Survivor[]>();
  for (const survivor of survivorsOf(outcomes, all)) if (survivor.because !== null) reasons.set(survivor.because, [...(reasons.get(survivor.because) ?? []), survivor]);
  const explained = [...reasons].map(([because, survivors]) =>
    [`**${because}**`, ...survivors.map(({ file, mutant }) => `- ${short(file)}: ${code(mutant.original)} → ${code(mutant.replacement)}`), ""].join("\n"));
  writeFileSync(page, [intro(outcomes), ...tables, `## The ${[...reasons.values()].flat().length} that live, and why they may\n`, ...explained].join("\n"));
}

const intro = (outcomes: readonly FileOutcome[]): string => `# Do the tests see what the core does?

\`npm run mutants\` changes the core in ${countsOf(outcomes).mutants} small ways, one at a time (a condition turned round, a text emptied, a call left out), and plays stories, settings, random
courses and the tests of the core's numbers and rules, until one of them fails. What no test finds is either explained below or fails the command.
Generated by \`npm run mutants\`; the explanations stand in \`test/mutation/explained.json\`. How it works: [checking.md](checking.md#do-the-tests-see-what-the-core-does).
`;
