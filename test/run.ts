// The whole of `npm test`: gives the tests a PostgreSQL, runs every file with node's own runner (the type check is one
// of them), and takes the PostgreSQL away again. It decides nothing about what passes.
// `npm test -- test/tidy.test.ts` runs one file; arguments with a dash go to node's runner as they are.

import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { builtPages } from "../src/api/pages/build.ts";
import { startPostgres } from "./support/postgres.ts";
import type { RunningPostgres } from "./support/postgres.ts";
import { templateDatabase } from "./support/stores.ts";

/** The caller's server when TEST_DATABASE_URL names one, else one of our own. */
async function postgresToUse(): Promise<Pick<RunningPostgres, "url" | "stop">> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== "") {
    console.log("PostgreSQL: the one that TEST_DATABASE_URL names");
    return { url: given, stop: async () => undefined };
  }
  const started = await startPostgres({ embedded: process.env.TEST_POSTGRES === "embedded" });
  console.log(`PostgreSQL ${started.version} from ${started.origin}, in a temporary folder, fsync off`);
  return started;
}

/** Runs node's test runner to its end; the answer is its exit code. */
function runTests(args: string[]): Promise<number> {
  const files = args.filter((arg) => !arg.startsWith("-"));
  const runner = spawn(
    process.execPath,
    [
      "--test",
      "--test-reporter=spec",
      // Two more than there are cores: tests wait for browsers, clocks and other servers, too.
      `--test-concurrency=${availableParallelism() + 2}`,
      "--test-timeout=600000",
      ...args.filter((arg) => arg.startsWith("-")),
      ...(files.length > 0 ? files : ["test/**/*.test.ts"]),
    ],
    { cwd: fileURLToPath(new URL("..", import.meta.url)), stdio: "inherit" },
  );
  process.on("exit", () => runner.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    runner.once("error", reject);
    runner.once("exit", (code) => resolve(code ?? 1));
  });
}

// Once for all: servers that the tests start would each begin to build them.
await builtPages();
const postgres = await postgresToUse();
process.env.TEST_DATABASE_URL = postgres.url;
const template = await templateDatabase();
process.env.TEST_TEMPLATE = template.name;
process.exitCode = await runTests(process.argv.slice(2));
await template.forget();
await postgres.stop();
