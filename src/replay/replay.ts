// A replay from beginning to end: reads a published history, opens a store of its own and a policy, drives the one through the
// other, and sums up. Prints nothing.
import { mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Policy } from "../core/policy.ts";
import { openPipeline } from "../engine/pipeline.ts";
import { openPolicies } from "../engine/policies.ts";
import { noRisk } from "../engine/risk.ts";
import { seededIds } from "../store/ids.ts";
import { openStore, type Store } from "../store/store.ts";
import type { History } from "./course.ts";
import { drive } from "./drive.ts";
import { readHistory, type Dataset } from "./histories.ts";
import { figuresOf, type Summary } from "./summary.ts";
import { readVariant } from "./variant.ts";

/** `policy` is written as in variant.ts, `terms` are `NAME=VALUE`. `keep` is a folder to leave the store in; `databaseUrl` a database to use instead. Neither may hold orders. */
export type ReplayRequest = {
  dataset: Dataset; folder: string; policy?: string | undefined; terms?: readonly string[] | undefined; keep?: string | undefined; databaseUrl?: string | undefined;
  /** Told what is being done, how much of it there is, and how much is done. */
  progress?: ((what: "reading" | "replaying" | "summing up", done: number, total: number) => void) | undefined;
};

/** Replays a history. Throws what `readVariant` throws, and what reading and the store throw. */
export async function replay(request: ReplayRequest): Promise<Summary> {
  const { dataset, folder, terms = [], progress = () => undefined } = request;
  const started = performance.now();
  const { policy, terms: changed } = await readVariant(request.policy ?? dataset, terms);
  progress("reading", 0, 1);
  const { history, source, madeUp } = await readHistory(dataset, folder);
  const readSeconds = secondsSince(started);
  const place = await placeFor(request);
  try {
    const store = await openStore(place);
    try {
      if ((await store.countOrders()) > 0) throw new Error("the database holds orders already: a replay needs an empty one");
      const { seconds, driven } = await driveThrough(store, policy, history, dataset, (ended) => progress("replaying", ended, history.orders));
      progress("summing up", 0, 1);
      const figures = await figuresOf(store);
      const { commands, refusals, leftOut } = driven;
      return {
        dataset, policy: policy.policy, terms: changed, ...figures, source, madeUp, commands, commandsPerSecond: commands / seconds, ordersPerSecond: figures.orders / seconds, refusals, leftOut,
        seconds: secondsSince(started), readSeconds, peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
      };
    } finally {
      await store.close();
    }
  } finally {
    await place.forget();
  }
}

/** Ids come from a seed and nothing leaves the house, so that two replays write the same events. */
async function driveThrough(store: Store, policy: Policy, history: History, seed: string, progress: (ended: number) => void) {
  await openPolicies(store.policies, [policy], 0);
  const around = { mint: seededIds(seed), sandbox: true, keepEffects: false, risk: noRisk };
  const pipeline = openPipeline(store, 1, () => policy, around, () => undefined);
  const started = performance.now();
  const driven = await drive(history, { pipeline, policy, mint: seededIds(`${seed}/orders`), progress });
  await pipeline.idle();
  return { driven, seconds: secondsSince(started) };
}

const secondsSince = (started: number): number => (performance.now() - started) / 1000;

/** Where the store is: the given database or folder, else a folder under the system's temporary one that does not outlive the process. */
async function placeFor({ keep, databaseUrl }: ReplayRequest): Promise<{ databaseUrl?: string; dataDir?: string; forget(): Promise<void> }> {
  if (databaseUrl !== undefined) return { databaseUrl, forget: async () => undefined };
  if (keep !== undefined) return { dataDir: keep, forget: async () => undefined };
  // At once, so that no signal comes between the folder and the promise to remove it.
  const dataDir = mkdtempSync(join(tmpdir(), "rescind-replay-"));
  const atExit = () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  process.once("exit", atExit);
  return {
    dataDir,
    async forget() {
      process.off("exit", atExit);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
