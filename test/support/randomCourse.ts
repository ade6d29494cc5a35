// One random course of an order: it is placed and goes the usual way as far as that goes, then for each step time passes and somebody tries
// until something is accepted, and in the end everybody falls silent. The same numbers give the same course.
import type { Policy } from "../../src/core/policy.ts";
import type { Order } from "../../src/core/state.ts";
import { CoreOrder } from "./coreOrder.ts";
import { variantPolicy, type Variant } from "./marketplaces.ts";
import { randomDeal, randomJump, randomPlacement, stream, usualRoad } from "./randomDeeds.ts";
import { silenceEnds, STORY_BEGINS } from "./storyRunner.ts";

/** How often a step may try until something is accepted. */
const TRIES = 8;

/** Plays the course; `check` sees the order after each step. Throws, with the course as it was told, where something does not hold. */
export function playCourse(variant: Variant, first: number, steps: readonly number[], check: (policy: Policy, order: Order, now: number) => void = () => undefined): CoreOrder {
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
      check(player.policy, player.order!, player.now);
    }
    told.push("silence");
    silenceEnds(player, 400);
    return player;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${told.join("\n")}\n${player.order ? player.describe() : ""}`, { cause: error });
  }
}

/** Which marketplace, under which settings, for a buyer where. */
export const variantName = ({ marketplace, country, terms }: Variant): string =>
  `${marketplace}${Object.entries(terms).map(([name, value]) => ` ${name}=${String(value)}`).join("")} with a buyer in ${country}`;
