// One batch of random stories: the same seed and number give the same stories, whoever plays them and whatever was played before.
import { nameOf, opinionPolicies, type Book } from "./book.ts";
import { Batch, type Story } from "./batch.ts";
import { chooserFor, type Chooser } from "./choose.ts";
import { randomJump, randomPlacement, stream, type Draw } from "../randomDeeds.ts";
import { variants } from "../marketplaces.ts";
import { count, type Tally } from "./tally.ts";
import type { Fault } from "./world.ts";

export type PlayWish = { seed: number; number: number; stories: number; rounds: number; book: Book; tally: Tally; hangs?: boolean };

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** At first little time passes, so that most orders are paid, sent and delivered before their deadlines. */
const ORDINARY_ROUNDS = 5;
/** A Monday morning. Each batch has a time of its own that every clock comes to, in whatever order the batches are played. */
const FIRST = Date.UTC(2030, 0, 7, 9);
const APART = 77 * 7 * DAY;
const LONGEST = 90 * DAY;

export const batchBegins = (number: number): number => FIRST + number * APART;

/** Plays the batch. Throws a Difference. */
export async function playBatch({ seed, number, stories, rounds, book, tally, hangs = false }: PlayWish): Promise<void> {
  const draw = stream(mixed(seed, number));
  const faults = (since: number): Fault | null => faultOf(mixed(mixed(seed, number), since) % 100, hangs);
  const batch = new Batch({ sides: book.sides, base: batchBegins(number), faults, tally });
  const placed = Array.from({ length: stories }, (_, index) => placedStory(draw, seed, number, index));
  await batch.begin(placed);
  const choosers = new Map<Story, Chooser>(batch.stories.map((story) => [story, chooserFor(stream(draw(2 ** 31)), story.placement)]));
  for (let round = 0; round < rounds; round += 1) {
    await batch.moveTo(Math.min(LONGEST, next(draw, batch, round)));
    if (book.sides.length > 0 && draw(rounds * REOPENED_EACH) === 0) await reopen(book, tally);
    const sever = draw(SEVERED_EACH) === 0 && book.databaseUrl !== null;
    await batch.turns((story, world) => {
      if (draw(5) === 0) return null;
      const turn = choosers.get(story)!.next(world);
      return sever ? { asks: turn.asks.slice(0, 1), trick: turn.asks.length > 1 ? null : turn.trick } : turn;
    }, sever ? book.databaseUrl : null);
  }
  await batch.end();
}

/** Of so many batches, one sees the engines end and start again; of so many rounds, one sees all connections cut. */
const REOPENED_EACH = 6;
const SEVERED_EACH = 30;

async function reopen(book: Book, tally: Tally): Promise<void> {
  await Promise.all(book.sides.map((side) => side.reopen()));
  for (const { name } of book.sides) count(tally.faults, `${name} ended and started again`);
}

function placedStory(draw: Draw, seed: number, number: number, index: number) {
  const variant = variants[index % variants.length]!;
  const policy = opinionPolicies.find((one) => one.policy === nameOf(variant))!;
  const own = `${seed}-${number}-${index}`;
  const placement = { ...randomPlacement(draw, policy.policy, variant.country), externalId: own, buyer: { id: `buyer-${own}`, country: variant.country, profile: null }, seller: { id: `seller-${own}`, country: "CN", profile: null } };
  return { policy, placement };
}

/**
 * When the next round is: somebody's instant is everybody's. Mostly at a whole hour, so that what falls due for many falls due together;
 * sometimes to the second, for the instants of deadlines.
 */
function next(draw: Draw, { stories, since }: Batch, round: number): number {
  if (round < ORDINARY_ROUNDS) return since + draw(2) * draw(10) * HOUR;
  const { policy, order, now } = stories[draw(stories.length)]!.shared;
  const at = since + randomJump(draw, policy, order, now);
  return draw(4) === 0 ? at : Math.ceil(at / HOUR) * HOUR;
}

function faultOf(dice: number, hangs: boolean): Fault | null {
  if (dice < 8) return "timeoutAfterAccept";
  if (dice < 16) return "error500AfterAccept";
  if (dice < 22) return "reject";
  return hangs && dice === 22 ? "hang" : null;
}

/** A number that follows from two. */
function mixed(one: number, other: number): number {
  const text = stream(Math.imul(one ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul((other % 2 ** 31) + Math.floor(other / 2 ** 31) * 31, 0xc2b2ae35));
  return text(2 ** 31);
}
