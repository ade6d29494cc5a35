// Loads the copy of the project whose core carries the mutants: its tests are collected instead of run, and it can be loaded anew in the
// same process, since what runs while a file is loaded must run again with the mutant switched on.
import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { takeTests, type CollectedTest } from "./collected.ts";

const collected = new URL("./collected.ts", import.meta.url).href;
let generation = 0;
let counting = true;

/** What is loaded from now on no longer counts which test meets which mutant: that took half of the time. */
export function stopCounting(): void {
  counting = false;
}

/** From now on files below `folder` are loaded once for each generation, and `node:test` is where they leave their tests. */
export function loadFrom(folder: string): void {
  const own = `${pathToFileURL(folder).href}/`;
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (counting || !url.startsWith(own)) return loaded;
      // The helper that Stryker puts into every mutated file.
      return { ...loaded, source: String(loaded.source).replace(/function stryCov_\w+\(\) \{/, "$& return;") };
    },
    resolve(specifier, context, next) {
      if (specifier === "node:test" && context.parentURL?.startsWith(own)) return { url: collected, shortCircuit: true };
      const found = next(specifier, context);
      return found.url.startsWith(own) ? { ...found, url: `${found.url.split("?")[0]!}?generation=${generation}` } : found;
    },
  });
}

/** The tests of the files, by a name that no other has; everything is loaded anew. */
export async function loadTests(folder: string, files: readonly string[]): Promise<Map<string, CollectedTest>> {
  generation += 1;
  const tests = new Map<string, CollectedTest>();
  for (const file of files) {
    takeTests();
    await import(pathToFileURL(join(folder, file)).href);
    for (const test of takeTests()) {
      const name = `${file} › ${test.name}`;
      if (tests.has(name)) throw new Error(`two tests are called ${name}`);
      tests.set(name, test);
    }
  }
  return tests;
}
