// Proves a policy: its courses are explored on all processor cores, and what they found is put together property by property.
import { availableParallelism } from "node:os";
import type { Law } from "../core/law.ts";
import type { Policy } from "../core/policy.ts";
import type { Extent } from "./course.ts";
import { deadRules, type Reached } from "./deadRules.ts";
import { lawlessSettings } from "./lawful.ts";
import type { PropertyResult, Proof } from "./proof.ts";
import { properties, propertyNames, type PropertyName } from "./properties.ts";
import { unannounced } from "./reminding.ts";
import { coursesFor, describeBound, type Course } from "./shapes.ts";
import { openThread, type Thread } from "./thread.ts";
import type { CourseFound, ToldFinding } from "./worker.ts";

/** `laws` are those whose floors must hold, and under each of which an order is explored too; `states` is how many are visited at most, over all courses; `cores` how many threads work; `progress` hears how many there are so far. */
export type ProofOptions = { laws?: readonly Law[]; states?: number; cores?: number; progress?: (states: number) => void };

const MOST_STATES = 1_000_000;
/** However few are asked for, each order gets so many. */
const FEWEST_STATES = 300;
/** What closed courses leave over is given to the others while it is at least this part of a first share. */
const WORTH_A_ROUND = 1 / 4;

/** Explores the policy within its bound. Deterministic: the same policy and the same number of states give the same proof. */
export async function prove(policy: Policy, { laws = [], states = MOST_STATES, cores = availableParallelism(), progress = () => undefined }: ProofOptions = {}): Promise<Proof> {
  const courses = coursesFor(policy, laws);
  const done = await exploreAll(policy, courses, states, cores, progress);
  const complete = done.every((one) => one.complete);
  return {
    policy: policy.policy, version: policy.version, states: done.reduce((sum, one) => sum + one.states, 0), complete, bound: describeBound(),
    properties: propertyNames.map((name) => resultOf(policy, laws, name, done)),
  };
}

/** Explores all courses on so many threads: first with an equal share of the states each, then those that did not close with what the others left over. */
async function exploreAll(policy: Policy, courses: Course[], states: number, cores: number, progress: (states: number) => void): Promise<CourseFound[]> {
  const share = Math.max(FEWEST_STATES, Math.floor(states / courses.length));
  const reached = courses.map(() => 0);
  const tell = (number: number, so: number): void => {
    reached[number] = so;
    progress(reached.reduce((sum, one) => sum + one, 0));
  };
  const threads = Array.from({ length: Math.min(cores, courses.length) }, () => openThread(policy, courses, tell));
  try {
    const extents: Extent[] = [];
    const waiting = [...courses.keys()];
    await Promise.all(threads.map(async (thread) => {
      for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) extents[number] = await thread.explore(number, share);
    }));
    const onEach = (visit: (thread: Thread, number: number) => Promise<void>): Promise<void[]> => Promise.all(threads.map(async (thread) => {
      for (const number of thread.own) await visit(thread, number);
    }));
    for (;;) {
      const open = extents.filter(({ complete }) => !complete).length;
      const more = Math.floor((states - extents.reduce((sum, one) => sum + one.states, 0)) / open);
      if (open === 0 || more < share * WORTH_A_ROUND) break;
      await onEach(async (thread, number) => {
        const { complete, states: so } = extents[number]!;
        if (!complete) extents[number] = await thread.explore(number, so + more);
      });
    }
    const found: CourseFound[] = [];
    await onEach(async (thread, number) => void (found[number] = await thread.tell(number)));
    return found;
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

/** A property holds where no course found a breach; of several breaches the shortest is told. */
function resultOf(policy: Policy, laws: readonly Law[], name: PropertyName, done: CourseFound[]): PropertyResult {
  const { sentence } = properties[name];
  const own = name === "noDeadRules" ? deadRules(policy, reachedBy(done)) : name === "silenceIsAnnounced" ? unannounced(policy) : name === "lawHolds" ? lawlessSettings(policy, laws) : null;
  if (own !== null) return { name, sentence, holds: false, story: own };
  const found = done.flatMap((one) => one.findings).filter((finding) => finding.property === name);
  const shortest = found.reduce<ToldFinding | null>((best, next) => (best === null || next.length < best.length ? next : best), null);
  return { name, sentence, holds: shortest === null, story: shortest?.story ?? null };
}

const reachedBy = (done: CourseFound[]): Reached => ({ arrows: new Set(done.flatMap((one) => one.arrows)), deadlines: new Set(done.flatMap((one) => one.deadlines)) });
