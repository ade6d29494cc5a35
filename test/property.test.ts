// Whatever anybody tries, in whatever order and at whatever time: no command throws, the books hold after every fact, what people
// are shown is what they get, and once everybody falls silent every order comes to its end with nothing left in escrow.
import { describe, test } from "node:test";
import fc from "fast-check";
import { underLaw } from "../src/core/law.ts";
import type { Policy } from "../src/core/policy.ts";
import { CoreOrder, lawOf, policyNamed } from "./support/coreOrder.ts";
import { checkPermissions } from "./support/permissionCheck.ts";
import { randomDeal, randomJump, randomPlacement, stream, usualRoad } from "./support/randomDeeds.ts";
import { silenceEnds, STORY_BEGINS } from "./support/storyRunner.ts";

/** The same courses each time, so that a change of ours is what a failure shows; search elsewhere with PROPERTY_SEED, longer with PROPERTY_RUNS. */
const seed = Number(process.env.PROPERTY_SEED ?? 20_261_121);
const runs = Number(process.env.PROPERTY_RUNS ?? 60);
const LONGEST = 50;
/** How often a step may try until something is accepted. */
const TRIES = 8;

const variants: [marketplace: string, country: string, terms: Record<string, string | number | null>][] = [
  ["aliexpress", "US", {}], ["aliexpress", "DE", {}], ["aliexpress", "GB", { "cancellation.opens": "with_payment" }], ["amazon", "US", {}], ["amazon", "DE", {}],
  ["amazon", "FR", { "refund.when": "scanned", "payout.after": "P7D" }], ["amazon", "CN", { "refund.when": "authorized" }], ["taobao", "US", {}], ["taobao", "CN", {}],
  ["taobao", "GB", {}], ["bare", "DE", {}],
];

/** A marketplace without returns and claims of its own: what a withdrawal needs there comes from the law alone. */
function barePolicy(): Policy {
  const policy = policyNamed("aliexpress");
  const own = (status: string): boolean => !status.startsWith("return.") && !status.startsWith("claim.");
  const arrows = policy.arrows.filter((arrow) => arrow.from.every(own) && !arrow.to.includes("claim.awaitingSeller"));
  return { ...policy, arrows, deadlines: policy.deadlines.filter((rule) => rule.in.every(own)) };
}

function play(marketplace: string, country: string, terms: Record<string, string | number | null>, first: number, steps: number[]): void {
  const player = new CoreOrder(underLaw(marketplace === "bare" ? barePolicy() : policyNamed(marketplace, terms), lawOf(country)), STORY_BEGINS, { unpaidOrders: 0, points: first % 8, trackingNumbers: [], foreignEvidence: new Set() });
  const told: string[] = [];
  try {
    const placement = randomPlacement(stream(first), marketplace, country);
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
  for (const [marketplace, country, terms] of variants) {
    const named = Object.entries(terms).map(([name, value]) => ` ${name}=${String(value)}`).join("");
    test(`every order of ${marketplace}${named} with a buyer in ${country} keeps its books and comes to its end`, () => {
      const courses = fc.property(number, fc.array(number, { minLength: 5, maxLength: LONGEST, size: "max" }), (first, steps) => play(marketplace, country, terms, first, steps));
      fc.assert(courses, { seed, numRuns: runs });
    });
  }
});
