// Groups: the commands that wait while a transaction is under way go into the next one together, one group at a time in each lane.
// One command's failure never fails its neighbours; answers come only after the commit.
import { setTimeout as sleep } from "node:timers/promises";
import type { RecordedEvent } from "../core/event.ts";
import type { Policy } from "../core/policy.ts";
import type { Order } from "../core/state.ts";
import { StoreConflict } from "../store/errors.ts";
import type { GroupRequest } from "../store/groupRead.ts";
import type { GroupWrite } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import type { Job } from "./jobs.ts";
import { Work, type Surroundings } from "./work.ts";

export type Pipeline = {
  lanes: number;
  /** Puts a job into its lane's next group. Resolves after the commit; rejects with what it threw. */
  submit<R>(job: Job<R>): Promise<R>;
  /** Resolves when nothing is under way or waiting. */
  idle(): Promise<void>;
};

/** What a group committed: what happened to which order, and when the earliest thing that it leaves to be done is due. Epoch milliseconds. */
export type Committed = { changes: { order: Order; events: RecordedEvent[] }[]; dueAt: number | null };

type Waiting = { job: Job<unknown>; resolve: (value: never) => void; reject: (error: unknown) => void; tries: number };

const LARGEST_GROUP = 256;
const MOST_TRIES = 20;
/** A database that restarts is asked again after this time. */
const RECONNECT_MS = 100;

/** Opens the lanes. `committed` is told what each group brought, before its commands are answered. */
export function openPipeline(store: Pick<Store, "group">, lanes: number, policyOf: (order: Order) => Policy, around: Surroundings, committed: (group: Committed) => void): Pipeline {
  const waiting: Waiting[][] = Array.from({ length: lanes }, () => []);
  const busy: (Promise<void> | null)[] = Array.from({ length: lanes }, () => null);

  function start(lane: number): void {
    busy[lane] ??= drain(lane).finally(() => {
      busy[lane] = null;
      if (waiting[lane]!.length > 0) start(lane);
    });
  }

  async function drain(lane: number): Promise<void> {
    do {
      // What arrives in the same turn of the event loop goes together: also what those ask next who were just answered.
      await new Promise<void>((resolve) => void setImmediate(resolve));
      await runGroup(waiting[lane]!.splice(0, LARGEST_GROUP));
    } while (waiting[lane]!.length > 0);
  }

  async function runGroup(group: Waiting[]): Promise<void> {
    let results: unknown[] = [];
    let written: GroupWrite | null = null;
    let changes: Committed["changes"] = [];
    try {
      await store.group({ ...requestOf(group), risk: around.risk.counted() }, (read) => {
        const work = new Work(read, policyOf, around);
        results = group.map(({ job }) => job.run(work));
        changes = [...work.orders.values()].filter((one) => one.events.length > 0).map(({ order, events }) => ({ order, events }));
        return (written = work.close());
      });
    } catch (error) {
      return retry(group, error);
    }
    if (written) committed({ changes, dueAt: earliestDue(written) });
    group.forEach((one, index) => one.resolve(results[index] as never));
  }

  /** Somebody was faster: decide again. Anything else: halve until the one is alone that causes it. */
  async function retry(group: Waiting[], error: unknown): Promise<void> {
    const conflict = error instanceof StoreConflict;
    if (conflict && error.over === "connection" && group.every((one) => ++one.tries <= MOST_TRIES)) {
      await sleep(RECONNECT_MS);
      return runGroup(group);
    }
    if (group.length === 1) {
      const [one] = group;
      if (!conflict || ++one!.tries > MOST_TRIES) return one!.reject(error);
      return runGroup(group);
    }
    const middle = group.length >> 1;
    await runGroup(group.slice(0, middle));
    await runGroup(group.slice(middle));
  }

  return {
    lanes,
    submit: (job) =>
      new Promise((resolve, reject) => {
        waiting[job.lane]!.push({ job, resolve: resolve as (value: never) => void, reject, tries: 0 });
        start(job.lane);
      }),
    async idle() {
      while (busy.some((one) => one !== null)) await Promise.all(busy);
    },
  };
}

/** When the first of the orders and effects is due that these rows leave behind. */
function earliestDue({ inserted = [], updated = [], outbox = [] }: GroupWrite): number | null {
  let first: number | null = null;
  for (const rows of [inserted, updated, outbox]) for (const { dueAt } of rows) if (dueAt !== null && (first === null || dueAt < first)) first = dueAt;
  return first;
}

type Lists = Omit<Required<GroupRequest>, "risk">;

function requestOf(group: readonly Waiting[]): GroupRequest {
  const wanted: { [K in keyof Lists]: Lists[K][number][] } = { orders: [], placements: [], keys: [], trackingNumbers: [], evidence: [], notices: [] };
  for (const { job: { wants } } of group) {
    if (wants.orders) wanted.orders.push(...wants.orders);
    if (wants.placements) wanted.placements.push(...wants.placements);
    if (wants.keys) wanted.keys.push(...wants.keys);
    if (wants.trackingNumbers) wanted.trackingNumbers.push(...wants.trackingNumbers);
    if (wants.evidence) wanted.evidence.push(...wants.evidence);
    if (wants.notices) wanted.notices.push(...wants.notices);
  }
  return { ...wanted, orders: [...new Set(wanted.orders)] };
}
