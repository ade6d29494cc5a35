// Tries the tests of the core: changes it in thousands of small ways (mutants), and says which of them no test finds. Whoever survives
// must be explained in test/mutation/explained.json, or this fails. `npm run mutants`, `npm run mutants -- --files src/core/parts.ts`,
// `--seconds 300` stops then and says what was found so far, `--incremental` takes what is unchanged from the last time.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { mutated, notNeeded } from "../test/mutation/scope.ts";

const { values } = parseArgs({ options: { files: { type: "string", multiple: true }, seconds: { type: "string" }, incremental: { type: "boolean", default: false }, dry: { type: "boolean", default: false } } });
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const stryker = new Stryker({
  mutate: values.files ?? mutated,
  testRunner: "stories",
  plugins: ["./test/mutation/storyRunner.ts"],
  coverageAnalysis: "perTest",
  reporters: ["json", "progress-append-only"],
  tsconfigFile: "none",
  disableTypeChecks: false,
  ignorePatterns: notNeeded,
  concurrency: 1,
  maxTestRunnerReuse: 0,
  incremental: values.incremental,
  dryRunOnly: values.dry,
  timeoutMS: 10_000,
  tempDirName: ".mutants",
  logLevel: "info" as never,
} as never);
const results = await stryker.runMutationTest();
console.log(results.length);
