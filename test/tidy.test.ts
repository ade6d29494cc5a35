// Keeps the tree tidy: sizes, who may import whom, nothing dead, nothing impure in the core.
// What it measures is the text of src/; what the code does is tested elsewhere.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceFile, sourceFiles } from "./support/source.ts";
import type { SourceFile } from "./support/source.ts";

const largestFile = 400;
const largestFunction = 70;

/** Composition roots: they may import everything, and everything must be reachable from them. */
const roots = ["src/main.ts", "src/cli.ts", "src/index.ts", "src/web/app/start.tsx", "src/web/vite.config.ts"];

/** What each folder of src may import, besides itself. A new folder takes its place here. */
const mayImport: Record<string, string[]> = {
  core: [],
  check: ["core", "story"],
  story: ["core"],
  store: ["core"],
  engine: ["core", "check", "store", "settings.ts"],
  words: ["core"],
  print: [],
  dossier: ["core", "words", "print", "store", "engine"],
  label: ["core", "words", "print"],
  people: ["core", "store"],
  webhooks: ["core", "store", "engine"],
  mail: ["core", "words", "store", "engine", "people"],
  demo: ["core", "story", "store", "engine"],
  api: ["core", "check", "store", "engine", "dossier", "label", "people", "demo", "webhooks", "mail"],
  replay: ["core", "story", "store", "engine"],
  cli: ["core", "check", "store", "engine", "replay", "settings.ts"],
  web: ["core", "words"],
  "settings.ts": [],
};

/** Imports that must be erased: only the types of the other folder are wanted. */
const typesOnly = new Set(["api → store", "web → core"]);

const files = sourceFiles("src");
const byPath = new Map(files.map((file) => [file.path, file]));
const areaOf = (path: string) => path.split("/")[1] ?? "";
const inCore = files.filter((file) => areaOf(file.path) === "core");

/** Fails with one line for each finding. */
function none(findings: string[]): void {
  assert.equal(findings.length, 0, `\n${findings.join("\n")}`);
}

/** `file:line: what` for every place where the pattern stands in the code (or in the text, comments included). */
function places(where: SourceFile[], pattern: RegExp, part: "code" | "text" = "code"): string[] {
  return where.flatMap((file) =>
    [...file[part].matchAll(pattern)].map(
      (found) => `${file.path}:${file[part].slice(0, found.index).split("\n").length}: ${found[0].trim()}`,
    ),
  );
}

test("no file is longer than 400 lines", () => {
  none(files.filter((file) => file.lines > largestFile).map((file) => `${file.path}: ${file.lines} lines`));
});

test("no function is longer than 70 lines", () => {
  none(
    files.flatMap((file) =>
      file.functions
        .filter((one) => one.lines > largestFunction)
        .map((one) => `${file.path}:${one.line}: ${one.name} has ${one.lines} lines`),
    ),
  );
});

test("every file opens with one to four comment lines that say what it is", () => {
  const opening = (file: SourceFile) => /^(#![^\n]*\n)?((?:\/\/[^\n]*\n)+)/.exec(file.text)?.[2]?.trimEnd().split("\n").length ?? 0;
  none(files.filter((file) => opening(file) < 1 || opening(file) > 4).map((file) => `${file.path}: ${opening(file)} comment lines`));
});

test("every folder imports only what lies below it", () => {
  const findings: string[] = [];
  for (const file of files.filter((one) => !roots.includes(one.path))) {
    const area = areaOf(file.path);
    const below = mayImport[area];
    if (below === undefined) findings.push(`${file.path}: src/${area} has no place in the list of this test`);
    for (const { to, ours, erased } of file.imports.filter((one) => one.ours && one.to.startsWith("src/"))) {
      const target = areaOf(to);
      if (target === area || !ours) continue;
      if (!below?.includes(target)) findings.push(`${file.path} imports ${to}`);
      else if (typesOnly.has(`${area} → ${target}`) && !erased) findings.push(`${file.path} imports more than types of ${to}`);
    }
  }
  none(findings);
});

test("the core imports nothing outside itself, not even node:*", () => {
  none(
    inCore.flatMap((file) => file.imports.filter((one) => !one.to.startsWith("src/core/")).map((one) => `${file.path} imports ${one.to}`)),
  );
});

test("there are no import cycles", () => {
  const findings: string[] = [];
  const finished = new Set<string>();
  const visit = (path: string, trail: string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) findings.push([...trail.slice(start), path].join(" → "));
    if (start >= 0 || finished.has(path)) return;
    for (const { to, erased } of byPath.get(path)?.imports ?? []) if (!erased) visit(to, [...trail, path]);
    finished.add(path);
  };
  for (const path of byPath.keys()) visit(path, []);
  none(findings);
});

test("every file is reachable from main, cli or index", (context) => {
  const reached = new Set(roots.filter((root) => byPath.has(root)));
  if (reached.size === 0) return context.diagnostic("there is no composition root yet");
  for (const path of reached) for (const { to } of byPath.get(path)?.imports ?? []) if (byPath.has(to)) reached.add(to);
  none(files.filter((file) => !reached.has(file.path)).map((file) => file.path));
});

test("the core has no clock, no randomness and no waiting", () => {
  none(
    places(
      inCore,
      /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bMath\.random\b|\bperformance\b|\bcrypto\b|\bset(Timeout|Interval|Immediate)\b|\bprocess\./g,
    ),
  );
  none(places(inCore, /\basync\b|\bawait\b|\bPromise\b/g));
});

test("nothing is typed any, nothing is left to do, nothing but the command line prints", () => {
  none(places(files, /:\s*any\b|\bas any\b|<any\b|\bany\[\]/g));
  none(places(files, /\bTODO\b|\bFIXME\b|@ts-(ignore|nocheck)/g, "text"));
  none(
    places(
      files.filter((file) => !/^src\/cli(\.ts|\/)/.test(file.path)),
      /\bconsole\.\w+/g,
    ),
  );
  none(places(files, /^export default\b/gm));
});

test("the measure itself sees long functions, imports and what only looks like code", () => {
  const body = "  work({ a: [1] });\n".repeat(80);
  const text = [
    'import type { A } from "./a.ts";',
    "import {\n  b,\n} from './b.ts';",
    'export { c } from "node:fs";',
    'const worker = new URL("./worker.ts", import.meta.url);',
    "// import { d } from './d.ts' and a TODO",
    "const text = `async ${b} '`, slash = /[\"'`{]/;",
    `export function long(one: { a: number }): { b: string } | undefined {\n${body}}`,
    `class Store {\n  async read<T>(key: string): Promise<T> {\n${body}  }\n}`,
    `const arrow = (key: string) => {\n${body}};`,
    "export function short(): void {\n  if (b) {\n  }\n}",
  ].join("\n");
  const file = sourceFile("src/store/sample.ts", text);
  assert.deepEqual(
    file.imports.map(({ to, erased }) => [to, erased]),
    [
      ["src/store/a.ts", true],
      ["src/store/b.ts", false],
      ["node:fs", false],
      ["src/store/worker.ts", false],
    ],
  );
  assert.deepEqual(
    file.functions.map(({ name, lines }) => [name, lines]),
    [
      ["=>", 82],
      ["long", 82],
      ["read", 82],
      ["short", 4],
    ],
  );
  assert.doesNotMatch(file.code, /async \$|TODO/);
});
