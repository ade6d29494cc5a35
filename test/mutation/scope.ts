// What is mutated, and which of the tests look for the mutants.

/** The core, without the shapes of inputs: those are tested where they are used, over HTTP (test/apiCommands.test.ts, test/badInput.test.ts). */
export const mutated = ["src/core/*.ts", "!src/core/asks.ts"];

/** Tests that play on the core alone. */
export const testFiles = [
  "test/coreNumbers.test.ts", "test/coreRules.test.ts", "test/currency.test.ts", "test/lawOnCore.test.ts", "test/stories.test.ts", "test/settings.test.ts", "test/property.test.ts",
];

/** Groups of tests that say something about all the others together: they mean nothing where some are played. */
export const wholeOnly = ["the stories together"];

/** How many random courses are played for each marketplace. */
export const runsOfProperties = 5;

/** What need not be copied beside the mutated core. */
export const notNeeded = ["bench", "docs", "dist", "ladders", "sql", "*.md", "examples", "openapi.json", "reports", "run", "data"];
