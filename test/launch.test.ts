// The launcher, as npm calls it; what it does on a clone without node_modules is not repeated here, since that
// downloads Node.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const launcher = ["scripts/launch.mjs", "test/support/launched.ts"];

test("the launcher hands on arguments and exit code, and prints nothing of its own", () => {
  const ended = spawnSync(process.execPath, [...launcher, "3", "two words", "--flag"], { cwd: root, encoding: "utf8" });
  assert.equal(ended.status, 3);
  const said = JSON.parse(ended.stdout);
  assert.deepEqual(said.arguments, ["two words", "--flag"]);
  assert.ok(Number.parseInt(said.node, 10) >= 26);
  assert.equal(ended.stderr, "");
});

test("a SIGTERM sent to the launcher alone reaches what it runs, and the launcher ends with its code", async () => {
  const launched = spawn(process.execPath, [...launcher, "wait"], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  await once(launched.stdout, "data");
  launched.kill("SIGTERM");
  const [code, signal] = await once(launched, "exit");
  assert.deepEqual([code, signal], [7, null]);
});
