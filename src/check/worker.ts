// One thread of the checker: explores the courses that it is given, one after the other and each further when there is more room,
// and tells what it found.
import { parentPort } from "node:worker_threads";
import type { Policy } from "../core/policy.ts";
import { Exploration, type Extent } from "./course.ts";
import type { PropertyName } from "./properties.ts";
import { policyOf, type Course } from "./shapes.ts";
import { stallingStory } from "./stalling.ts";
import { tellFinding } from "./tell.ts";

/** What a thread is asked: to explore a course as far as there is room for `most` states, or, where that is null, to tell what it found. */
export type Task = { number: number; policy: Policy; course: Course; most: number | null };
/** `length` is how many moves the story has. */
export type ToldFinding = { property: PropertyName; what: string; length: number; story: string };
export type CourseFound = Extent & { arrows: number[]; deadlines: number[]; findings: ToldFinding[] };
/** Now and then how many states there are; in the end how far it went, or what it found. */
export type Answer = { done: false; states: number } | { done: true; extent: Extent; found: CourseFound | null };

const explorations = new Map<number, Exploration>();

function answer({ number, policy: given, course, most }: Task, say: (answer: Answer) => void): void {
  const policy = policyOf(given, course);
  const exploration = explorations.get(number) ?? new Exploration(policy, course);
  if (most !== null) {
    explorations.set(number, exploration);
    say({ done: true, extent: exploration.explore(most, (states) => say({ done: false, states })), found: null });
    return;
  }
  explorations.delete(number);
  const { arrows, deadlines, findings, quiet, ...extent } = exploration.result();
  const told: ToldFinding[] = findings.map((finding) => ({ property: finding.property, what: finding.what, length: finding.moves.length, story: tellFinding(policy, course, finding) }));
  const stalling = stallingStory(policy, course, quiet);
  if (stalling) told.push(stalling);
  say({ done: true, extent, found: { ...extent, arrows: [...arrows], deadlines: [...deadlines], findings: told } });
}

parentPort!.on("message", (task: Task) => answer(task, (said) => parentPort!.postMessage(said)));
