// Stryker's test runner for the core: plays stories and random courses in one process, switching mutants on and off between them.
// It decides nothing about what is right: that is the tests' business, which are those of `npm test`.
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from "@stryker-mutator/api/core";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  determineHitLimitReached, DryRunStatus, MutantRunStatus, TestStatus,
  type CompleteDryRunResult, type DryRunResult, type MutantRunOptions, type MutantRunResult, type TestResult, type TestRunner,
} from "@stryker-mutator/api/test-runner";
import type { CollectedTest } from "./collected.ts";
import { loadFrom, loadTests, stopCounting } from "./loading.ts";
import { testFiles, wholeOnly } from "./scope.ts";

type Instrumented = typeof globalThis & { [INSTRUMENTER_CONSTANTS.NAMESPACE]?: InstrumenterContext };
const mutants = ((globalThis as Instrumented)[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

/** So many of those that found something last are played before all others. */
const FOUND_LAST = 10;

class StoryRunner implements TestRunner {
  readonly #folder = process.cwd();
  #tests = new Map<string, CollectedTest>();
  /** When each test last found a mutant, as a running number: neighbours are mostly found by the same. */
  readonly #found = new Map<string, number>();
  #finds = 0;
  readonly #lasting = new Map<string, number>();

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    loadFrom(this.#folder);
    this.#tests = await this.#load();
  }

  async dryRun(): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    for (const [id, test] of this.#tests) {
      mutants.currentTestId = id;
      const started = performance.now();
      const failure = await failureOf(test);
      const timeSpentMs = performance.now() - started;
      this.#lasting.set(id, timeSpentMs);
      const played = { id, name: id, timeSpentMs };
      tests.push(failure === null ? { ...played, status: TestStatus.Success } : { ...played, status: TestStatus.Failed, failureMessage: failure });
    }
    mutants.currentTestId = undefined;
    const mutantCoverage = mutants.mutantCoverage;
    stopCounting();
    this.#tests = await this.#load();
    return { status: DryRunStatus.Complete, tests, mutantCoverage } satisfies CompleteDryRunResult;
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, reloadEnvironment }: MutantRunOptions): Promise<MutantRunResult> {
    mutants.hitLimit = hitLimit;
    mutants.hitCount = hitLimit === undefined ? undefined : 0;
    mutants.activeMutant = activeMutant.id;
    try {
      const tests = reloadEnvironment ? await this.#load() : this.#tests;
      return await this.#find(tests, testFilter ?? [...tests.keys()]);
    } catch (error) {
      // The core does not even load.
      return { status: MutantRunStatus.Killed, killedBy: [], failureMessage: messageOf(error), nrOfTests: 0 };
    } finally {
      mutants.activeMutant = undefined;
    }
  }

  /** Plays the tests, most promising first, until one of them fails. */
  async #find(tests: ReadonlyMap<string, CollectedTest>, ids: readonly string[]): Promise<MutantRunResult> {
    let nrOfTests = 0;
    for (const id of this.#ordered(ids)) {
      nrOfTests += 1;
      const failureMessage = await failureOf(tests.get(id)!);
      const looping = determineHitLimitReached(mutants.hitCount, mutants.hitLimit);
      if (looping) return { status: MutantRunStatus.Timeout, reason: looping.reason };
      if (failureMessage === null) continue;
      this.#found.set(id, (this.#finds += 1));
      return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage, nrOfTests };
    }
    return { status: MutantRunStatus.Survived, nrOfTests };
  }

  /** The few that found something last, then the shortest: of tests that found something long ago many are long. */
  #ordered(ids: readonly string[]): string[] {
    const found = (id: string): number => this.#found.get(id) ?? 0;
    const lasting = (id: string): number => this.#lasting.get(id) ?? 0;
    const last = ids.filter((id) => found(id) > 0).sort((a, b) => found(b) - found(a)).slice(0, FOUND_LAST);
    const others = new Set(ids).difference(new Set(last));
    return [...last, ...[...others].sort((a, b) => lasting(a) - lasting(b))];
  }

  async #load(): Promise<Map<string, CollectedTest>> {
    const all = await loadTests(this.#folder, testFiles);
    return new Map([...all].filter(([name]) => !wholeOnly.some((group) => name.includes(group))));
  }
}

/** What the test fails with, or null. */
async function failureOf(test: CollectedTest): Promise<string | null> {
  try {
    await test.play();
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "stories", StoryRunner)];
