// A whole history on the core alone, all orders together in the order of time, with the ids that a replay through the engine makes:
// so the histories of both can be compared hash by hash.
import { createHash } from "node:crypto";
import type { Policy } from "../../src/core/policy.ts";
import { GENESIS, hashOf } from "../../src/engine/hash.ts";
import { readHistory, type Dataset } from "../../src/replay/histories.ts";
import type { Run, Side } from "../../src/replay/whatIf/coreRun.ts";
import { openElsewhere } from "../../src/replay/whatIf/elsewhere.ts";
import { play, type Numbered } from "../../src/replay/whatIf/play.ts";
import { bucketOf, orderBucket, seededIds } from "../../src/store/ids.ts";

/** The orders of a history, numbered and named as a replay under a policy of that name does. */
export async function numberedOrders(dataset: Dataset, folder: string, marketplace: string): Promise<Numbered[]> {
  const { history } = await readHistory(dataset, folder);
  const mint = seededIds(`${dataset}/orders`);
  return [...history.courses].map((course, nth) => ({ nth, id: mint("ord", orderBucket(marketplace, course.placement.externalId), course.placedAt), course }));
}

/** The runs of all orders, decided together, with seeded ids. */
export async function playSeeded(dataset: Dataset, folder: string, policy: Policy): Promise<Run[]> {
  const mint = seededIds(dataset);
  const side: Side = { policy, elsewhere: openElsewhere(), mintFor: ({ id }, now) => (prefix) => mint(prefix, bucketOf(id), now) };
  return played(await numberedOrders(dataset, folder, policy.policy), [side]).map(([run]) => run!);
}

/** The runs of each order, one a side, in the order of placing. */
export function played(orders: Iterable<Numbered>, sides: readonly Side[]): (readonly Run[])[] {
  const all: (readonly Run[])[] = [];
  play(orders, sides, (runs) => (all[runs[0]!.nth] = runs));
  return all;
}

/** The last hash of an order's history, as the engine chains it. */
export function lastHashOf({ deeds, policy }: Run): string {
  let last = GENESIS;
  let seq = 0;
  for (const { at, by, facts } of deeds) {
    for (const { type, because = null, data } of facts ?? []) {
      last = hashOf(last, { seq: (seq += 1), at, type, by, because, policyVersion: policy.version, data: data as Record<string, unknown> });
    }
  }
  return last;
}

/** The hash over all orders' last hashes in the order of their ids, as the store sums them up. */
export function eventsHashOf(runs: readonly Run[]): string {
  const hash = createHash("sha256");
  const placed = runs.filter(({ order }) => order !== null).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const run of placed) hash.update(Buffer.from(lastHashOf(run), "hex"));
  return hash.digest("hex");
}
