// The tape: every row that the engine writes for the mix, recorded command by command from a real run (embedded database,
// in memory), to be written again without any rules. Played in the same pipeline, so grouped just as the engine's commands.
import type { Policy } from "../src/core/policy.ts";
import type { Order } from "../src/core/state.ts";
import { realClock } from "../src/engine/clock.ts";
import { openCommands } from "../src/engine/commands.ts";
import type { Job } from "../src/engine/jobs.ts";
import { openLaws, readShippedLaws, withLaws } from "../src/engine/laws.ts";
import { openPipeline } from "../src/engine/pipeline.ts";
import { openPolicies, policyFinder, readShippedPolicies } from "../src/engine/policies.ts";
import { noRisk } from "../src/engine/risk.ts";
import { bucketOf, mintId } from "../src/store/ids.ts";
import type { GroupWrite } from "../src/store/rows.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { throughout, type Live } from "./loop.ts";
import { throughEngine } from "./throughEngine.ts";

/** The writes of one order's life, one for each command. */
export type Track = { orderId: string; writes: GroupWrite[] };

/** What was recorded, and the states that the orders went through (for `permissions`). */
export type Tape = { tracks: Track[]; policyOf: (order: Order) => Policy };

/** Records `lives` orders. */
export async function record(lives: number): Promise<Tape> {
  const store = await openStore({ dataDir: "memory" });
  const tracks = new Map<string, Track>();
  const listening: Store = {
    ...store,
    group: (request, work) => store.group(request, (read) => {
      const rows = work(read);
      if (rows) keep(tracks, rows);
      return rows;
    }),
  };
  const policies = await openPolicies(store.policies, await readShippedPolicies(), Date.now());
  const laws = await openLaws(store.laws, await readShippedLaws(), Date.now());
  const policyOf = withLaws(policyFinder(policies), laws);
  const pipeline = openPipeline(listening, 1, policyOf, { mint: mintId, sandbox: false, keepEffects: true, risk: noRisk }, () => undefined);
  const silent = { run: async () => 0, labels: async () => 0 };
  const commands = openCommands({ store: listening, clock: realClock, policies, laws, policyOf, pipeline, dispatcher: silent, mint: mintId });
  await throughout(throughEngine(commands, "tape"), 64, lives);
  await store.close();
  return { tracks: [...tracks.values()], policyOf };
}

/** Takes a group's rows apart by order: no order has two commands in one group, for each waits for its answer. */
function keep(tracks: Map<string, Track>, rows: GroupWrite): void {
  const fresh = new Map<string, Record<string, unknown[]>>();
  for (const [part, items] of Object.entries(rows)) {
    for (const item of items as readonly { orderId?: string; id?: string }[]) {
      const orderId = item.orderId ?? item.id!;
      let own = fresh.get(orderId);
      if (!own) fresh.set(orderId, (own = {}));
      (own[part] ??= []).push(item);
    }
  }
  for (const [orderId, own] of fresh) {
    const track = tracks.get(orderId) ?? { orderId, writes: [] };
    track.writes.push(own as GroupWrite);
    tracks.set(orderId, track);
  }
}

/** The tape's lives on a database: the same rows, lanes and groups, and nothing read or decided. */
export function throughSql(tape: Tape, store: Store, lanes: number): Live {
  const pipeline = openPipeline(store, lanes, tape.policyOf, { mint: mintId, sandbox: false, keepEffects: true, risk: noRisk }, () => undefined);
  return async (number, done) => {
    const { orderId, writes } = tape.tracks[number]!;
    const lane = bucketOf(orderId) % lanes;
    for (const rows of writes) {
      const startedAt = performance.now();
      await pipeline.submit(writing(rows, lane));
      if (!done(startedAt)) return;
    }
  };
}

function writing(written: GroupWrite, lane: number): Job<void> {
  return {
    lane,
    wants: {},
    run({ rows }) {
      for (const [part, items] of Object.entries(written)) (rows[part as keyof GroupWrite] as unknown[]).push(...items);
    },
  };
}
