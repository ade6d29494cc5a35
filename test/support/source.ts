// Reads the project's own source text for the tidiness tests: what a file imports, how long its functions are.
// A scan of the text and not a parser: TypeScript 7 has no JS API, and these questions do not need one.

import { readFileSync, globSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** `to` is a path from the repository's root for a file of ours, else the name of a package; `erased` ones exist for the type check only. */
export type Import = { to: string; ours: boolean; erased: boolean };
export type FunctionLength = { name: string; line: number; lines: number };
export type SourceFile = {
  path: string;
  text: string;
  /** The text with comments and the insides of strings and regular expressions blanked, line for line. */
  code: string;
  lines: number;
  imports: Import[];
  functions: FunctionLength[];
};

/** Every .ts and .tsx file below `folder` (a path from the root) but those of types alone, which are generated; none when the folder is not there. */
export function sourceFiles(folder: string): SourceFile[] {
  const paths = globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }).map((path) => path.replaceAll("\\", "/")).filter((path) => !path.endsWith(".d.ts"));
  return paths.sort().map((path) => sourceFile(path, readFileSync(join(root, path), "utf8")));
}

export function sourceFile(path: string, text: string): SourceFile {
  const code = blanked(text);
  return { path, text, code, lines: text.trimEnd().split("\n").length, imports: importsOf(path, text, code), functions: functionsOf(code) };
}

/** Static and dynamic imports, re-exports, and files named by a path (`new URL("./worker.ts", …)`). */
function importsOf(path: string, text: string, code: string): Import[] {
  const found: Import[] = [];
  for (const literal of code.matchAll(/(["'])[^"'\n]*\1/g)) {
    const to = text.slice(literal.index + 1, literal.index + literal[0].length - 1);
    const before = code.slice(0, literal.index);
    const statement = /(?:^|[;}\n])\s*(import|export)\s+(type\s)?(?:[^;"']*\bfrom\s*)?$/.exec(before);
    const ours = /^\.{1,2}\/.*\.(tsx?|json)$/.test(to);
    if (statement === null && !ours && !/\bimport\s*\(\s*$/.test(before)) continue;
    found.push({ to: ours ? join(dirname(path), to).replaceAll("\\", "/") : to, ours, erased: statement?.[2] !== undefined });
  }
  return found;
}

/** Functions, methods and arrows with a body in braces; an arrow counts from the line of its `=>`. */
function functionsOf(code: string): FunctionLength[] {
  const found: FunctionLength[] = [];
  const add = (name: string, start: number, open: number) => {
    const line = lineAt(code, start);
    found.push({ name, line, lines: lineAt(code, closing(code, open)) - line + 1 });
  };
  for (const arrow of code.matchAll(/=>\s*\{/g)) add("=>", arrow.index, arrow.index + arrow[0].length - 1);
  const named = /(?:\bfunction\b\s*\*?\s*([\w$]*)|^[ \t]+(?:(?:async|static|get|set|override)\s+|\*\s*)*(#?[\w$]+))\s*(?:<[^()]*>)?\(/gm;
  for (const match of code.matchAll(named)) {
    const name = match[1] ?? match[2] ?? "";
    if (/^(if|for|while|switch|catch|with|return|await|function)$/.test(name) && match[1] === undefined) continue;
    const open = bodyAfter(code, closing(code, match.index + match[0].length - 1) + 1);
    if (open !== undefined) add(name, match.index + match[0].search(/\S/), open);
  }
  return found;
}

/** Where the body's brace is, after a parameter list and perhaps a return type; nothing for a call or an overload. */
function bodyAfter(code: string, from: number): number | undefined {
  if (!/^\s*[{:]/.test(code.slice(from, from + 200))) return undefined;
  let last = "";
  for (let at = from; at < code.length; at += 1) {
    const char = code[at] ?? "";
    if (/\s/.test(char)) continue;
    if (char === ";" || char === ")" || char === "}" || (char === "," && !/[{[(]/.test(last))) return undefined;
    if (char === "{" && !/[:|&<,=]/.test(last)) return at;
    if (char === "{" || char === "(" || char === "[") at = closing(code, at);
    last = code[at] ?? "";
  }
  return undefined;
}

function closing(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at += 1) {
    if ("([{".includes(code[at] ?? "")) depth += 1;
    if (")]}".includes(code[at] ?? "")) depth -= 1;
    if (depth === 0) return at;
  }
  return code.length - 1;
}

function lineAt(code: string, position: number): number {
  return code.slice(0, position).split("\n").length;
}

const token = new RegExp(
  [
    String.raw`\/\/[^\n]*|\/\*[\s\S]*?\*\/`,
    String.raw`"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|${"`"}(?:\\[\s\S]|[^${"`"}\\])*${"`"}`,
    String.raw`(?<=[=(,:[!&|?{};\n]\s*|\breturn\s)\/(?![*/>])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*`,
  ].join("|"),
  "g",
);

/** Comments become spaces; strings, templates and regular expressions keep only their marks. */
function blanked(text: string): string {
  return text.replace(token, (found) => {
    const isComment = /^\/[/*]/.test(found);
    const inside = (isComment ? found : found.slice(1, -1)).replace(/[^\n]/g, " ");
    return isComment ? inside : `${found[0]}${inside}${found.at(-1)}`;
  });
}
