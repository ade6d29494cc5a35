// The short form of `npm run mutants`: one small file, once with tests that find every mutant that is not explained, once with tests that
// cannot find any. The whole takes too long for here.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const mutants = (...args: string[]) => spawnSync(process.execPath, ["scripts/mutants.ts", ...args], { cwd: root, encoding: "utf8" });

test("every mutant of money is found by its tests, or explained", () => {
  const { status, stdout, stderr } = mutants("--files", "money.ts", "--tests", "test/coreNumbers.test.ts");
  assert.match(stdout, /^src\/core\/money\.ts: \d+\.\d % of \d+, \d+ live/);
  assert.equal(status, 0, `${stdout}\n${stderr}`);
});

test("tests that look elsewhere find none, and the command fails and names those that live", () => {
  const { status, stdout } = mutants("--files", "money.ts", "--tests", "test/currency.test.ts");
  assert.equal(status, 1, stdout);
  assert.match(stdout, /^src\/core\/money\.ts: 0\.0 % of/);
  assert.match(stdout, /money\.ts:\d+ lives: whole === 0 → true/);
});
