// The whole of `npm test`: gives the tests a PostgreSQL, runs every file with node's own runner (the type check is one
// of them), and takes the PostgreSQL away again. It decides nothing about what passes.
// `npm test -- test/tidy.test.ts` runs one file, `npm test -- --test-name-pattern='A13'` the tests of that name.

import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { builtPages } from "../src/api/pages/build.ts";
import { startPostgres } from "./support/postgres.ts";
import type { RunningPostgres } from "./support/postgres.ts";
import { templateDatabase } from "./support/stores.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

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

/** Those that take longest begin first: what begins late and takes long would leave the other cores without work at the end. */
const LONG = ["staffPages", "textFlows", "storiesOverHttp", "crash", "storiesOverHttpConsent", "replay", "tutorial", "pages", "pagesHabits", "payoutPages"].map((name) => `test/${name}.test.ts`);

/** Every file of tests, the long ones first. Throws where one of those is not there any more. */
function allFiles(): string[] {
  const files = globSync("test/**/*.test.ts", { cwd: root });
  for (const file of LONG) if (!files.includes(file)) throw new Error(`${file} is among the long files of tests, and there is none`);
  return [...LONG, ...files.filter((file) => !LONG.includes(file))];
}

/** Runs the files, each in a process of its own; the answer is the exit code. */
async function runTests({ files, names }: { files: string[]; names: string[] }): Promise<number> {
  let failed = false;
  // Two more than there are cores: tests wait for browsers, clocks and other servers, too.
  const told = run({ files: files.map((file) => join(root, file)), concurrency: availableParallelism() + 2, timeout: 600_000, ...(names.length > 0 ? { testNamePatterns: names } : {}) });
  told.on("test:fail", () => (failed = true));
  await pipeline(told, new spec(), process.stdout, { end: false });
  return failed ? 1 : 0;
}

const { values: { "test-name-pattern": names }, positionals } = parseArgs({ options: { "test-name-pattern": { type: "string", multiple: true, default: [] } }, allowPositionals: true });
// Once for all: servers that the tests start would each begin to build them.
await builtPages();
const postgres = await postgresToUse();
process.env.TEST_DATABASE_URL = postgres.url;
const template = await templateDatabase();
process.env.TEST_TEMPLATE = template.name;
process.exitCode = await runTests({ files: positionals.length > 0 ? positionals : allFiles(), names });
await template.forget();
await postgres.stop();
