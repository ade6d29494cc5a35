// Whatever anybody tries, in whatever order and at whatever time: no command throws, the books hold after every fact, what people
// are shown is what they get, and once everybody falls silent every order comes to its end with nothing left in escrow.
import { describe, test } from "node:test";
import fc from "fast-check";
import { variants } from "./support/marketplaces.ts";
import { checkPermissions } from "./support/permissionCheck.ts";
import { playCourse, variantName } from "./support/randomCourse.ts";

/** The same courses each time, so that a change of ours is what a failure shows; search elsewhere with PROPERTY_SEED, longer with PROPERTY_RUNS. */
const seed = Number(process.env.PROPERTY_SEED ?? 20_261_121);
const runs = Number(process.env.PROPERTY_RUNS ?? 20);
const LONGEST = 50;

const number = fc.noBias(fc.nat({ max: 2 ** 31 - 1 }));

describe(`random courses of orders, PROPERTY_SEED=${seed}`, () => {
  for (const variant of variants) {
    test(`every order of ${variantName(variant)} keeps its books and comes to its end`, () => {
      const courses = fc.property(number, fc.array(number, { minLength: 5, maxLength: LONGEST, size: "max" }), (first, steps) => void playCourse(variant, first, steps, checkPermissions));
      fc.assert(courses, { seed, numRuns: runs });
    });
  }
});
