// A thread of the checker as the one who shares out the work sees it: asked one thing after the other.
import { Worker } from "node:worker_threads";
import type { Policy } from "../core/policy.ts";
import type { Extent } from "./course.ts";
import type { Course } from "./shapes.ts";
import type { Answer, CourseFound, Task } from "./worker.ts";

export type Thread = {
  /** The courses that it has begun, by number: only this thread can go on with them. */
  readonly own: number[];
  /** Explores a course as far as there is room for `most` states altogether. */
  explore(number: number, most: number): Promise<Extent>;
  /** What was found on a course that it explored; it cannot go on with that afterwards. */
  tell(number: number): Promise<CourseFound>;
  end(): Promise<number>;
};

/** Starts one. `heard` is told now and then how many states of a course there are; what is thrown in the thread is thrown by what it was asked. */
export function openThread(policy: Policy, courses: readonly Course[], heard: (number: number, states: number) => void): Thread {
  const worker = new Worker(new URL("./worker.ts", import.meta.url));
  const own: number[] = [];

  function ask(number: number, most: number | null): Promise<Extract<Answer, { done: true }>> {
    return new Promise((resolve, reject) => {
      worker.removeAllListeners();
      worker.on("error", reject);
      worker.on("message", (answer: Answer) => (answer.done ? resolve(answer) : heard(number, answer.states)));
      worker.postMessage({ number, policy, course: courses[number]!, most } satisfies Task);
    });
  }

  return {
    own,
    async explore(number, most) {
      if (!own.includes(number)) own.push(number);
      return (await ask(number, most)).extent;
    },
    tell: async (number) => (await ask(number, null)).found!,
    end: () => worker.terminate(),
  };
}
