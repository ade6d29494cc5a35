// What is mutated, and which of the tests look for the mutants.

/**
 * The core's files that decide, in groups. Not among them: the shapes of inputs (asks.ts), tested where they are used, over HTTP
 * (test/badInput.test.ts), and the lists of words and sentences (refusals.ts, currency.ts), which their own tests hold against their sources.
 */
const groups: Record<string, string[]> = {
  "The decision and the ledger": ["decide", "evolve", "postings", "money", "parts", "scene", "state"],
  "The nouns": [
    "order", "orderTransitions", "ending", "payment", "parcel", "tracking", "cancellation", "return", "claim", "claimEnding", "claimTransitions", "refund", "refunding", "resolution", "promise", "reversal",
    "chargeback", "sanction", "risk", "withdrawal", "extension",
  ],
  "Rules, time and views": [
    "admit", "guards", "deadlines", "moments", "reminders", "time", "durations", "place", "policy", "effects", "permissions", "preview", "withdrawable", "law", "lawArrows",
  ],
};

/** The paths of the files that are mutated, by group. */
export const mutatedFiles = (): Map<string, string[]> => new Map(Object.entries(groups).map(([name, files]) => [name, files.map((file) => `src/core/${file}.ts`)]));

/** Where the command says that other tests shall look. */
export const testsVariable = "MUTANT_TESTS";

/** Tests that play on the core alone. */
export const testFiles = process.env[testsVariable]?.split(",") ?? [
  "test/coreAdmission.test.ts", "test/coreChargebacks.test.ts", "test/coreClaims.test.ts", "test/coreEnding.test.ts", "test/coreGuards.test.ts", "test/coreMoments.test.ts",
  "test/coreNumbers.test.ts", "test/coreOrders.test.ts", "test/coreParcels.test.ts", "test/corePostings.test.ts", "test/corePredicates.test.ts", "test/coreRefunds.test.ts", "test/coreReturns.test.ts", "test/coreReversals.test.ts", "test/coreRules.test.ts", "test/coreSanctions.test.ts", "test/coreWithdrawals.test.ts", "test/riskRules.test.ts", "test/currency.test.ts", "test/lawOnCore.test.ts", "test/stories.test.ts", "test/settings.test.ts", "test/courses.test.ts",
];

/** Groups of tests that say something about all the others together: they mean nothing where some are played. */
export const wholeOnly = ["the stories together"];

/** What need not be copied beside the mutated core. */
export const notNeeded = [".mutants", "bench", "build", "docs", "dist", "ladders", "sql", "*.md", "examples", "openapi.json", "reports", "run", "data"];
