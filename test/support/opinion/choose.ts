// What is tried on an order next: by people, by gateways, once, twice, at once, with an old key or an old version. Drawn from a
// stream of numbers and from how the order stands in its own world.
import type { Command } from "../../../src/core/commands.ts";
import { decide } from "../../../src/core/decide.ts";
import type { Placement } from "../../../src/core/place.ts";
import { countingMint } from "../coreOrder.ts";
import { randomDeal, usualRoad, type Deal, type Draw } from "../randomDeeds.ts";
import { fileOf, ownerName, ownNumber, placed, type Ask } from "./ask.ts";
import type { World } from "./world.ts";

/** What was done besides giving commands one by one. */
export type Trick = "same command twice at once" | "same key twice at once" | "old key again" | "old key, other body" | "stale version" | "true version" | "two at once" | "notice again";

/** Asks that come at once, mostly a single one. */
export type Turn = { asks: Ask[]; trick: Trick | null };

export type Chooser = { next(world: World): Turn };

const TRIES = 8;
/** Open nearly always: rarely worth a turn. */
const common = new Set(["DeleteOrder", "RestoreOrder", "ExtendDeadline", "TakeBackExtension", "InquireRefund", "SendMessage", "ExtendProtection"]);
const MESSAGES = { plain: "Where is my parcel?", aside: "I will refund you by PayPal, outside the platform." };

/** One order's chooser. It begins with the usual road of an order, and leaves it sometimes. */
export function chooserFor(draw: Draw, placement: Placement): Chooser {
  const road = usualRoad(draw, placement);
  const given: Ask[] = [];
  let keys = 0;

  const keyed = (deal: Deal): Ask => ({ ...deal, key: deal.actor.role === "institution" || deal.actor.role === "carrier" ? null : `k${(keys += 1)}`, version: null });

  function deal(world: World): Deal {
    if (road.length > 0 && draw(10) > 0) return road.shift()!;
    let tried: Deal;
    let tries = 0;
    do tried = randomDeal(draw, world.policy, world.order, world.now);
    while ((!isAccepted(world, tried) || (common.has(tried.command.type) && draw(6) > 0)) && (tries += 1) < TRIES);
    return tried;
  }

  const chosen = (world: World): Ask => placed(keyed(adjusted(deal(world), placement.externalId, draw)), world.order);

  function turn(world: World): Turn {
    const last = given.at(-1);
    const person = given.filter(({ key }) => key !== null);
    const earlier = person.length === 0 ? undefined : person[draw(person.length)];
    const dice = draw(24);
    if (dice === 0 && earlier) return { asks: [earlier], trick: "old key again" };
    if (dice === 1 && earlier) return { asks: [{ ...chosen(world), actor: earlier.actor, key: earlier.key }], trick: "old key, other body" };
    if (dice <= 3 && last && last.key === null) return { asks: [last], trick: "notice again" };
    const ask = chosen(world);
    if (ask.key === null) return { asks: [ask], trick: null };
    switch (dice) {
      case 4: return { asks: [ask, { ...ask, key: `k${(keys += 1)}` }], trick: "same command twice at once" };
      case 5: return { asks: [ask, ask], trick: "same key twice at once" };
      case 6: return { asks: [{ ...ask, version: -1 }], trick: "stale version" };
      case 7: return { asks: [{ ...ask, version: 0 }], trick: "true version" };
      case 8: case 9: return { asks: [ask, chosen(world)], trick: "two at once" };
      default: return { asks: [ask], trick: null };
    }
  }

  return {
    next(world) {
      const made = turn(world);
      given.push(...made.asks);
      return made;
    },
  };
}

const mint = countingMint();

function isAccepted({ policy, order, now }: World, { command, actor }: Deal): boolean {
  return decide(policy, order, command, { now: Math.max(now, order.updatedAt), actor, mint, known: { tracking: { form: "valid", country: null } } }).refused === null;
}

/** As the world outside would say it: numbers of their own, files of somebody, words that are meant. */
function adjusted({ actor, command }: Deal, own: string, draw: Draw): Deal {
  const fields = { ...command } as Record<string, unknown>;
  if (typeof fields.trackingNumber === "string" && fields.trackingNumber.startsWith("NUMBER")) fields.trackingNumber = ownNumber(fields.trackingNumber.replace(`-${own}`, ""));
  if (fields.evidence) fields.evidence = [fileOf(draw(12) === 0 ? "stranger" : ownerName(actor), 1 + draw(2))];
  if (command.type === "SendMessage") fields.text = { sealed: command.offPlatform ? MESSAGES.aside : MESSAGES.plain };
  if (command.type === "StopRefund" && draw(2) === 0) fields.reason = { sealed: "They have kept it" };
  if (command.type === "RecordRefundFailed") fields.reason = "the institution could not settle it";
  return { actor, command: fields as unknown as Command };
}
