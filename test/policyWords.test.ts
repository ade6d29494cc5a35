// The words of a policy: the editor's schema knows exactly those that the core knows, explains each, and takes every shipped policy.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { termWords } from "../src/check/termWords.ts";
import { commandWords, guardPhrases, momentPhrases, statusNames } from "../src/check/vocabulary.ts";
import { guardWords } from "../src/core/guards.ts";
import { momentNames } from "../src/core/moments.ts";
import { checkPolicy } from "../src/engine/policyShape.ts";

const root = new URL("..", import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), "utf8"));
const schema = read("policies/policy.schema.json") as { $defs: Record<string, { enum: string[]; enumDescriptions: string[] }> };
const files = [...globSync("policies/*/policy.json", { cwd: root }), ...globSync("examples/policies/*/policy.json", { cwd: root })];

test("every condition, moment, command and status of the core is explained, and none that is not there", () => {
  assert.deepEqual(Object.keys(guardPhrases).sort(), [...guardWords].sort());
  assert.deepEqual(Object.keys(momentPhrases).sort(), [...momentNames].sort());
  for (const { arrows, deadlines } of files.map((file) => checkPolicy(read(file)))) {
    for (const { command, from, to } of arrows) {
      assert.ok(command in commandWords, command);
      for (const status of [...from, ...to].filter((name) => !name.endsWith(".*"))) assert.ok(statusNames.includes(status), status);
    }
    for (const { owes, otherwise } of deadlines) assert.ok(owes in commandWords && otherwise in commandWords);
  }
});

test("every setting of a shipped policy is explained", () => {
  for (const file of files) for (const name of Object.keys(checkPolicy(read(file)).terms)) assert.ok(Object.hasOwn(termWords, name), `${file}: ${name}`);
});

test("the schema for editors stands alone: it takes every policy and explains every word of its closed lists", () => {
  const matches = new Ajv2020({ strict: false }).compile(schema);
  for (const file of files) assert.ok(matches(read(file)), `${file}: ${JSON.stringify(matches.errors)}`);
  for (const [name, { enum: words, enumDescriptions }] of Object.entries(schema.$defs).filter(([, one]) => one.enum)) {
    assert.equal(enumDescriptions.length, words.length, name);
    assert.ok(enumDescriptions.every((text) => /^[A-Z].*\.$/.test(text)), name);
  }
  assert.deepEqual(schema.$defs.condition!.enum, Object.keys(guardPhrases));
});

test("every policy names the schema for its editor", () => {
  for (const file of files) {
    const { $schema } = read(file) as { $schema?: string };
    assert.equal($schema && new URL($schema, new URL(file, root)).href, new URL("policies/policy.schema.json", root).href, file);
  }
});
