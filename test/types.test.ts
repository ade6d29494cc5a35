// The type check as a test, so that its verdict stands in the same totals as the others.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

for (const [what, project] of [["the whole tree", "."], ["the pages, which know a browser,", "src/web"]] as const) {
  test(`${what} passes the type check`, () => {
    const root = fileURLToPath(new URL("..", import.meta.url));
    const check = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "--noEmit", "--singleThreaded", "--pretty", "false", "-p", project], {
      cwd: root,
      encoding: "utf8",
    });
    assert.equal(check.status, 0, `${check.stdout}${check.stderr}`);
  });
}
