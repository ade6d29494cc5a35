// Where two sides meet: one client at each of two servers, who call at moments a few milliseconds apart. It keeps who was first, and
// moves the meeting to where either side may win. What a race is about is told elsewhere.
import { setTimeout as sleep } from "node:timers/promises";
import type { Store } from "../../../src/store/store.ts";
import type { Json, Market, Reply } from "../../../test/support/market.ts";
import type { Chance } from "../../../test/support/traders.ts";

/** What an answer has promised of one order's money: what the institution must have executed for that cause in the end, in minor units. */
export type Promised = { race: string; orderId: string; cause: string; paidMinor: number };

export type Arena = {
  /** Each at a server of its own; `both` takes the two in turn. `store` is the database under them. */
  first: Market; second: Market; both: Market; store: Store; chance: Chance;
  /** By the race's name: how often which side won. */
  seen: Map<string, [number, number]>;
  /** By the race's name: how many milliseconds after the first side the second one starts, for an even race. */
  leads: Map<string, number>;
  promised: Promised[]; tried: Record<string, number>; findings: string[];
};

const SPREAD_MS = 5;
const FEWEST_TO_JUDGE = 40;
/** Longer than any lead gets, so that either side can be the earlier one. */
const RUN_UP_MS = 40;

/** Runs `act` on the second side, up to five milliseconds before or after the moment at which that race is even. */
export async function beside<T>({ leads, chance }: Arena, race: string, act: () => Promise<T>): Promise<T> {
  const offsetMs = (leads.get(race) ?? 0) + (chance.below(2 * SPREAD_MS * 10 + 1) - SPREAD_MS * 10) / 10;
  await sleep(Math.max(0, RUN_UP_MS + offsetMs));
  return act();
}

/** Runs `act` on the first side, at the moment from which the second side's offsets count. */
export async function atTheEdge<T>(act: () => Promise<T>): Promise<T> {
  await sleep(RUN_UP_MS);
  return act();
}

/** Notes who won, and moves the next meeting of that race a little towards the other. */
export function won({ seen, leads }: Arena, race: string, side: 0 | 1): void {
  const counts = seen.get(race) ?? [0, 0];
  counts[side] += 1;
  seen.set(race, counts);
  const lead = (leads.get(race) ?? 0) + (side === 0 ? -1 : 1);
  leads.set(race, Math.max(-RUN_UP_MS, Math.min(RUN_UP_MS, lead)));
}

/** A race in which one side hardly ever won tells nothing: that is a finding, once there were enough of them. */
export const lopsided = ({ seen }: Pick<Arena, "seen">): string[] =>
  [...seen].filter(([, [first, second]]) => first + second >= FEWEST_TO_JUDGE && Math.min(first, second) * 10 < first + second).map(([race, counts]) => `${race} was won ${counts.join(" to ")}: one side was hardly seen`);

export const said = ({ status, body }: Reply): string => `${status} ${(body as Json).refusal ?? (status === 200 ? "" : JSON.stringify(body).slice(0, 200))}`.trim();
