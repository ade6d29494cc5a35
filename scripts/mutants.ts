// Tries the tests of the core: changes it in thousands of small ways (mutants), one at a time, and says which of them no test finds.
// Whoever lives must be explained in test/mutation/explained.json, or this fails. `npm run mutants -- --files decide.ts,postings.ts`;
// `--seconds 600` begins no further file after that time; `--kept` tries nothing and tells what the last time found, `--living` tries again
// only what lived then and is not explained; `--tests FILE,FILE` lets only those tests look, and keeps nothing.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { StrykerOptions } from "@stryker-mutator/api/core";
import { Stryker } from "@stryker-mutator/core";
import { keep, keptOfToday, outcomeOf, triedAgain, type FileOutcome } from "../test/mutation/outcome.ts";
import { countsOf, idle, readExplanations, scoreOf, survivorsOf, writeReport } from "../test/mutation/report.ts";
import { mutatedFiles, notNeeded, testsVariable } from "../test/mutation/scope.ts";

const { values } = parseArgs({
  options: { files: { type: "string" }, seconds: { type: "string", default: "Infinity" }, tests: { type: "string" }, kept: { type: "boolean", default: false }, living: { type: "boolean", default: false } },
});
const started = Date.now();
const chosen = values.files?.split(",").map((name) => (name.includes("/") ? name : `src/core/${name}`));

/** Tries the mutants of one file: of that one alone, so that the others run at full speed. */
async function tryFile(file: string): Promise<FileOutcome> {
  const known = values.living ? keptOfToday(file) : null;
  const living = known && survivorsOf([known], explanations).filter(({ because }) => because === null).map(({ mutant }) => `${file}:${mutant.line}-${mutant.lastLine}`);
  if (living?.length === 0) return known!;
  const stryker = new Stryker({
    mutate: living ?? [file], testRunner: "stories", plugins: ["./test/mutation/storyRunner.ts"], coverageAnalysis: "perTest", ignorePatterns: notNeeded, tempDirName: `.mutants/${process.pid}`,
    // TypeScript 7 has no API for Stryker to read a configuration with, and Node runs the files as they are.
    tsconfigFile: "none", disableTypeChecks: false,
    // Static mutants are tried like all others: the core is loaded anew for each.
    warnings: false, ignoreStatic: false,
    concurrency: 1, timeoutMS: 10_000, reporters: [], logLevel: "error" as StrykerOptions["logLevel"],
  });
  const found = outcomeOf(file, await stryker.runMutationTest());
  const outcome = living ? triedAgain(file, found) : found;
  if (!values.tests) keep(outcome);
  return outcome;
}

/** The outcomes of the files that were asked for, as far as the time allowed. */
async function outcomesOf(files: readonly string[]): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  for (const file of files) {
    if (!values.kept && Date.now() - started > Number(values.seconds) * 1000) break;
    const begun = Date.now();
    const outcome = values.kept ? keptOfToday(file) : await tryFile(file);
    if (!outcome) continue;
    outcomes.push(outcome);
    const { mutants, survived, uncovered } = countsOf([outcome]);
    console.log(`${file}: ${scoreOf(countsOf([outcome]))} of ${mutants}, ${survived + uncovered} live${values.kept ? "" : `, ${Math.round((Date.now() - begun) / 1000)} s`}`);
  }
  return outcomes;
}

if (values.tests) process.env[testsVariable] = values.tests;
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const groups = mutatedFiles();
const explanations = readExplanations();
const outcomes = await outcomesOf(chosen ?? [...groups.values()].flat());
for (const { file, mutant } of survivorsOf(outcomes, explanations).filter(({ because }) => because === null)) {
  console.log(`${file}:${mutant.line} lives: ${mutant.original} → ${mutant.replacement}`);
  process.exitCode = 1;
}
for (const { file, original } of idle(outcomes, explanations)) {
  console.log(`${file}: an explanation that explains nobody: ${original}`);
  process.exitCode = 1;
}
if (outcomes.length === 0) process.exitCode = 1;
if (!values.tests) writeReport(groups, explanations);
