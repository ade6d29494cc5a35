// Race: two server processes on one PostgreSQL, and two clients who call within five milliseconds of each other where only one of them can
// be right. Both outcomes must occur often, and every answer must agree with the order and, in the end, with the institution's record.
import { openStore } from "../../src/store/store.ts";
import { audit } from "../../test/support/audit.ts";
import { openFleet, openGround, type Where } from "../../test/support/fleet.ts";
import { done, openMarket, type Json } from "../../test/support/market.ts";
import { chanceOf } from "../../test/support/traders.ts";
import type { CampaignEnd, CampaignWish } from "./campaign.ts";
import { lopsided, type Arena } from "./races/arena.ts";
import { runContests } from "./races/contests.ts";
import { executed, publishAdvance, runHandOvers, runHang } from "./races/handOver.ts";
import { runStorms } from "./races/storms.ts";

/** How many rounds lie between two storms and two hanging institutions, which take long. */
const STORM_EACH = 20;
/** Races of each kind in one round. */
const EACH = 3;

export async function campaign(wish: CampaignWish): Promise<CampaignEnd> {
  const { where, forget } = await openGround("postgres");
  const fleet = openFleet({ where, count: 2, chance: chanceOf(wish.seed), mishaps: false, tell: wish.tell });
  try {
    await fleet.start();
    const end = await raceOn(fleet.urls(), where, wish);
    await fleet.end();
    const store = await openStore(where);
    const { findings } = await audit(store);
    await store.close();
    end.findings.push(...findings, ...fleet.findings, ...fleet.died);
    return { ...end, findings: end.findings.map((finding) => `seed ${wish.seed}: ${finding}`) };
  } finally {
    await fleet.abandon();
    await forget();
  }
}

/** The same on two servers that stand already, and without looking at their books. */
export async function raceOn([here = "", there = here]: readonly string[], where: Where, { seed, seconds, rounds = Infinity, tell }: CampaignWish): Promise<CampaignEnd> {
  const store = await openStore(where);
  await publishAdvance(store);
  const [first, second, both] = [await openMarket(() => [here]), await openMarket(() => [there]), await openMarket(() => [here, there])];
  const arena: Arena = { first, second, both, store, chance: chanceOf(seed), seen: new Map(), leads: new Map(), promised: [], tried: {}, findings: [] };
  const until = Date.now() + seconds * 1000;
  for (let round = 0; round < rounds && (round === 0 || Date.now() < until); round += 1) {
    if (round % STORM_EACH === 0) {
      await runHang(arena);
      await runStorms(arena);
    }
    await runContests(arena, EACH);
    await runHandOvers(arena, EACH);
    if (round % STORM_EACH === STORM_EACH - 1) tell(`${round + 1} rounds, ${arena.promised.length} answers to be kept`);
  }
  // Longer than the time in which a decision can be appealed, and then a refund's hold.
  for (const step of ["P8D", "P1D"]) done(await both.advance(step));
  await keepPromises(arena);
  await store.close();
  for (const [race, [one, other]] of arena.seen) Object.assign(arena.tried, { [`${race}: first`]: one, [`${race}: second`]: other });
  return { tried: arena.tried, findings: [...arena.findings, ...lopsided(arena)] };
}

/** Every answer against what the institution says that it executed. */
async function keepPromises({ both, promised, findings, tried }: Arena): Promise<void> {
  const outside = new Map(Object.entries(Object.groupBy(await executed(both), ({ key }) => key)));
  for (const { race, orderId, cause, paidMinor } of promised) {
    const own = ((await both.order(orderId)).refunds as Json[]).filter((refund) => refund.cause.id === cause).flatMap(({ id }) => outside.get(id) ?? []);
    const sumMinor = own.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    if (sumMinor !== paidMinor || own.length !== (paidMinor > 0 ? 1 : 0)) findings.push(`${race}: ${orderId} was promised ${paidMinor}, and the institution executed ${own.length} refunds of ${sumMinor}`);
  }
  tried["answers held against the institution"] = promised.length;
}
