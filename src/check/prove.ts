// Proves a policy: its courses are explored on all processor cores, and what they found is put together property by property.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Law } from "../core/law.ts";
import type { Policy } from "../core/policy.ts";
import { deadRules, type Reached } from "./deadRules.ts";
import { lawlessSettings } from "./lawful.ts";
import type { PropertyResult, Proof } from "./proof.ts";
import { properties, propertyNames, type PropertyName } from "./properties.ts";
import { unannounced } from "./reminding.ts";
import { coursesFor, describeBound, type Course } from "./shapes.ts";
import type { Answer, Task, ToldFinding } from "./worker.ts";

/** `laws` are those whose floors must hold, and under each of which an order is explored too; `states` is how many are visited at most, over all courses; `cores` how many threads work; `progress` hears how many there are so far. */
export type ProofOptions = { laws?: readonly Law[]; states?: number; cores?: number; progress?: (states: number) => void };

type Done = Extract<Answer, { kind: "done" }>;

const MOST_STATES = 1_000_000;
/** However few are asked for, each order gets so many. */
const FEWEST_STATES = 300;

/** Explores the policy within its bound. Deterministic: the same policy and the same number of states give the same proof. */
export async function prove(policy: Policy, { laws = [], states = MOST_STATES, cores = availableParallelism(), progress = () => undefined }: ProofOptions = {}): Promise<Proof> {
  const courses = coursesFor(policy, laws);
  const done = await shareOut(policy, courses, Math.max(FEWEST_STATES, Math.floor(states / courses.length)), cores, progress);
  const complete = done.every((one) => one.complete);
  return {
    policy: policy.policy, version: policy.version, states: done.reduce((sum, one) => sum + one.states, 0), complete, bound: describeBound(),
    properties: propertyNames.map((name) => resultOf(policy, laws, name, done)),
  };
}

/** Gives each thread a course, and another as soon as it is done. */
function shareOut(policy: Policy, courses: Course[], most: number, cores: number, progress: (states: number) => void): Promise<Done[]> {
  const waiting: Task[] = courses.map((course, number) => ({ number, policy, course, most })).reverse();
  const done: Done[] = [];
  const reached = new Map<number, number>();
  const threads = Array.from({ length: Math.min(cores, courses.length) }, () => new Worker(new URL("./worker.ts", import.meta.url)));
  return new Promise<Done[]>((resolve, reject) => {
    const next = (thread: Worker): void => {
      const task = waiting.pop();
      if (task) thread.postMessage(task);
    };
    for (const thread of threads) {
      thread.on("error", reject);
      thread.on("message", (answer: Answer) => {
        reached.set(answer.number, answer.states);
        progress([...reached.values()].reduce((sum, one) => sum + one, 0));
        if (answer.kind === "progress") return;
        done[answer.number] = answer;
        if (Object.keys(done).length === courses.length) resolve(done);
        else next(thread);
      });
      next(thread);
    }
  }).finally(() => Promise.all(threads.map((thread) => thread.terminate())));
}

/** A property holds where no course found a breach; of several breaches the shortest is told. */
function resultOf(policy: Policy, laws: readonly Law[], name: PropertyName, done: Done[]): PropertyResult {
  const { sentence } = properties[name];
  const own = name === "noDeadRules" ? deadRules(policy, reachedBy(done)) : name === "silenceIsAnnounced" ? unannounced(policy) : name === "lawHolds" ? lawlessSettings(policy, laws) : null;
  if (own !== null) return { name, sentence, holds: false, story: own };
  const found = done.flatMap((one) => one.findings).filter((finding) => finding.property === name);
  const shortest = found.reduce<ToldFinding | null>((best, next) => (best === null || next.length < best.length ? next : best), null);
  return { name, sentence, holds: shortest === null, story: shortest?.story ?? null };
}

const reachedBy = (done: Done[]): Reached => ({ arrows: new Set(done.flatMap((one) => one.arrows)), deadlines: new Set(done.flatMap((one) => one.deadlines)) });
