// Random courses that are kept: which numbers they are made of, and the digest that says whether one is still the same.
import { createHash } from "node:crypto";
import type { CoreOrder } from "./coreOrder.ts";
import { variants, type Variant } from "./marketplaces.ts";
import { playCourse, variantName } from "./randomCourse.ts";
import { stream } from "./randomDeeds.ts";

/** How many courses each marketplace has. */
export const COURSES = 30;
const STEPS = 18;
/** Which numbers the courses are drawn from. */
const FIRST = 20_261_122;

export const coursesPath = "test/transcripts/courses.txt";

/** What course `number` is made of. */
export function numbersOf(number: number): { first: number; steps: number[] } {
  const draw = stream(FIRST + number);
  return { first: draw(2 ** 31), steps: Array.from({ length: STEPS }, () => draw(2 ** 31)) };
}

/** A line for a course that was played: its facts, what it came to, and what every account holds. */
export function courseDigest(variant: Variant, number: number, { history, order, books }: CoreOrder): string {
  const digest = createHash("sha1").update(JSON.stringify([history, order, [...books]])).digest("hex").slice(0, 10);
  return `${variantName(variant)} ${number}: ${history.length} facts, ${order!.status}, ${digest}`;
}

const OPENING = "# Random courses of orders, by their digests. Made by `npm run generate`; a line that changes without a reason is a fault.";

/** The text of all courses, as it is kept. */
export function coursesText(): string {
  const lines = variants.flatMap((variant) =>
    Array.from({ length: COURSES }, (_, index) => {
      const { first, steps } = numbersOf(index + 1);
      return courseDigest(variant, index + 1, playCourse(variant, first, steps));
    }));
  return `${[OPENING, ...lines].join("\n")}\n`;
}
