// Stands in for node:test while mutants are tried: it keeps the tests that a file declares, to be played one by one in this process.
// It knows no hooks and no options: a file that needs them cannot be among the tests that find mutants.

/** One test: its name is that of its groups and its own. */
export type CollectedTest = { name: string; play: () => unknown };

let tests: CollectedTest[] = [];
let groups: string[] = [];

/** Keeps a test. */
export function test(name: string, play: () => unknown): void {
  tests.push({ name: [...groups, name].join(" › "), play });
}
export { test as it };

/** Keeps a group's tests under its name. */
export function describe(name: string, declare: () => void): void {
  const outer = groups;
  groups = [...outer, name];
  declare();
  groups = outer;
}

/** What was declared since the last call. */
export function takeTests(): CollectedTest[] {
  const taken = tests;
  tests = [];
  return taken;
}
