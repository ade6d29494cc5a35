// One thread of the checker: explores the courses that it is given, one after the other, and tells what it found.
import { parentPort } from "node:worker_threads";
import type { Policy } from "../core/policy.ts";
import { Exploration } from "./course.ts";
import type { PropertyName } from "./properties.ts";
import { policyOf, type Course } from "./shapes.ts";
import { stallingStory } from "./stalling.ts";
import { tellFinding } from "./tell.ts";

/** What a thread is asked, and what it answers. `length` is how many moves a story has. */
export type Task = { number: number; policy: Policy; course: Course; most: number };
export type ToldFinding = { property: PropertyName; what: string; length: number; story: string };
export type Answer =
  | { kind: "progress"; number: number; states: number }
  | { kind: "done"; number: number; states: number; complete: boolean; arrows: number[]; deadlines: number[]; findings: ToldFinding[] };

/** Explores one course to its end, in this thread. */
export function explore({ number, policy: given, course, most }: Task, say: (answer: Answer) => void): void {
  const policy = policyOf(given, course);
  const exploration = new Exploration(policy, course, most);
  const { states, complete, arrows, deadlines, findings, quiet } = exploration.run((reached) => say({ kind: "progress", number, states: reached }));
  const told: ToldFinding[] = findings.map((finding) => ({ property: finding.property, what: finding.what, length: finding.moves.length, story: tellFinding(policy, course, finding) }));
  const stalling = stallingStory(policy, course, quiet);
  if (stalling) told.push(stalling);
  say({ kind: "done", number, states, complete, arrows: [...arrows], deadlines: [...deadlines], findings: told });
}

parentPort?.on("message", (task: Task) => explore(task, (answer) => parentPort!.postMessage(answer)));
