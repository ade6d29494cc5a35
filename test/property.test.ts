// Whatever anybody tries, in whatever order and at whatever time: no command throws, the books hold after every fact, what people
// are shown is what they get, and once everybody falls silent every order comes to its end with nothing left in escrow.
import { describe, test } from "node:test";
import fc from "fast-check";
import { CoreOrder } from "./support/coreOrder.ts";
import { checkPermissions } from "./support/permissionCheck.ts";
import { randomDeal, randomJump, randomPlacement, stream, usualRoad } from "./support/randomDeeds.ts";
import { silenceEnds, STORY_BEGINS } from "./support/storyRunner.ts";
import { variantPolicy, variants, type Variant } from "./support/marketplaces.ts";

/** The same courses each time, so that a change of ours is what a failure shows; search elsewhere with PROPERTY_SEED, longer with PROPERTY_RUNS. */
const seed = Number(process.env.PROPERTY_SEED ?? 20_261_121);
const runs = Number(process.env.PROPERTY_RUNS ?? 60);
const LONGEST = 50;
/** How often a step may try until something is accepted. */
const TRIES = 8;

function play(variant: Variant, first: number, steps: number[]): void {
  const player = new CoreOrder(variantPolicy(variant), STORY_BEGINS, { unpaidOrders: 0, points: first % 8, trackingNumbers: [], foreignEvidence: new Set() });
  const told: string[] = [];
  try {
    const placement = randomPlacement(stream(first), variant.marketplace, variant.country);
    player.place(placement, { role: "operator", id: "olga" });
    for (const { actor, command } of usualRoad(stream(first + 1), placement)) player.give(command, actor);
    for (const step of steps) {
      const draw = stream(step);
      const jump = randomJump(draw, player.policy, player.order!, player.now);
      for (const deed of player.moveTo(player.now + jump)) told.push(`+${jump} clock ${deed.command} → ${deed.events.map((event) => event.type).join(" ")}`);
      for (let tries = 0, accepted = false; tries < TRIES && !accepted; tries += 1) {
        const { actor, command } = randomDeal(draw, player.policy, player.order!, player.now);
        told.push(`+${jump} ${actor.role}/${actor.id} ${JSON.stringify(command)}`);
        const given = player.give(command, actor);
        if (given.refused) told.pop();
        accepted = given.refused === null;
      }
      checkPermissions(player.policy, player.order!, player.now);
    }
    told.push("silence");
    silenceEnds(player, 400);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${told.join("\n")}\n${player.order ? player.describe() : ""}`, { cause: error });
  }
}

const number = fc.noBias(fc.nat({ max: 2 ** 31 - 1 }));

describe(`random courses of orders, PROPERTY_SEED=${seed}`, () => {
  for (const variant of variants) {
    const { marketplace, country, terms } = variant;
    const named = Object.entries(terms).map(([name, value]) => ` ${name}=${String(value)}`).join("");
    test(`every order of ${marketplace}${named} with a buyer in ${country} keeps its books and comes to its end`, () => {
      const courses = fc.property(number, fc.array(number, { minLength: 5, maxLength: LONGEST, size: "max" }), (first, steps) => play(variant, first, steps));
      fc.assert(courses, { seed, numRuns: runs });
    });
  }
});
