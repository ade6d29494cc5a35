// draft
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { notNeeded } from "../test/mutation/scope.ts";
import { keep, outcomeOf } from "../test/mutation/outcome.ts";

const { values } = parseArgs({ options: { files: { type: "string", multiple: true } } });
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
for (const file of values.files ?? []) {
  const started = Date.now();
  const stryker = new Stryker({
    mutate: [file],
    testRunner: "stories",
    plugins: ["./test/mutation/storyRunner.ts"],
    coverageAnalysis: "perTest",
    reporters: [],
    tsconfigFile: "none",
    disableTypeChecks: false,
    ignorePatterns: notNeeded,
    concurrency: 1,
    timeoutMS: 10_000,
    tempDirName: ".mutants",
    logLevel: "warn" as never,
  } as never);
  const outcome = outcomeOf(file, await stryker.runMutationTest());
  keep(outcome);
  const count = (status: string) => outcome.mutants.filter((one) => one.status === status).length;
  console.log(file, outcome.mutants.length, "survived", count("Survived"), "nocov", count("NoCoverage"), "timeout", count("Timeout"), "errors", count("RuntimeError"), "static", outcome.mutants.filter((one) => one.isStatic).length, Math.round((Date.now() - started) / 1000), "s");
}
