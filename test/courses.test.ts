// The same random courses as ever: what an order comes to that nobody planned is what it came to before, fact by fact. Where a change of
// the core or of a policy is meant to change that, `npm run generate` keeps the new courses (test/transcripts/courses.txt).
// That a course is right say the checks on the way (support/invariants.ts) and property.test.ts, not this.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { courseDigest, coursesPath, numbersOf, COURSES } from "./support/courses.ts";
import { variants } from "./support/marketplaces.ts";
import { playCourse, variantName } from "./support/randomCourse.ts";

const kept = new Set(readFileSync(new URL(`../${coursesPath}`, import.meta.url), "utf8").split("\n"));

for (const variant of variants) {
  describe(variantName(variant), () => {
    for (let number = 1; number <= COURSES; number += 1) {
      test(`course ${number} is what it was`, () => {
        const { first, steps } = numbersOf(number);
        const player = playCourse(variant, first, steps);
        assert.ok(kept.has(courseDigest(variant, number, player)), `${player.describe()}; where this is meant to be another course: npm run generate`);
      });
    }
  });
}

test("there are no courses but these", () => assert.equal(kept.size, variants.length * COURSES + 2));
