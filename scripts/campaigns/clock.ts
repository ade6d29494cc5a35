// Clock: orders that wait for somebody who stays silent, two servers, and a clock that leaps. Processes are down across many deadlines and
// wake together, one is killed in the middle of a leap, both move the clock at once, the clock runs over an instant while both watch.
// Each deadline must come once, at its instant, none early, in each order's own sequence, and no refund may leave twice.
import { setTimeout as sleep } from "node:timers/promises";
import { underLaw } from "../../src/core/law.ts";
import type { Order } from "../../src/core/state.ts";
import { advanced, openSandboxClock, type SandboxClock } from "../../src/engine/clock.ts";
import { openLaws, readShippedLaws } from "../../src/engine/laws.ts";
import { readShippedPolicies } from "../../src/engine/policies.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { audit } from "../../test/support/audit.ts";
import { openFleet, openGround, type Fleet, type Where } from "../../test/support/fleet.ts";
import { done, openMarket, type Market } from "../../test/support/market.ts";
import { chanceOf, type Chance } from "../../test/support/traders.ts";
import type { CampaignEnd, CampaignWish } from "./campaign.ts";
import { judgeHistory } from "./deadlines/history.ts";
import { sow, type ToldDeadline } from "./deadlines/sow.ts";

type Watch = { fleet: Fleet; market: Market; store: Store; clock: SandboxClock; chance: Chance; told: ToldDeadline[]; findings: string[] };

const PATIENCE_MS = 60_000;
const leaps = ["PT3H", "P1D", "P5D", "P8D", "P21D", "P70D"];

/** How time passes; the first is what the short form does first. */
const passings: [string, (watch: Watch) => Promise<void>][] = [["down over deadlines, woken together", sleepThrough], ["two leaps at once", leapTogether], ["killed in a leap", dieInLeap], ["one leap", leap], ["a running clock", run]];

export async function campaign(wish: CampaignWish): Promise<CampaignEnd> {
  const { where, forget } = await openGround("postgres");
  const fleet = openFleet({ where, count: 2, chance: chanceOf(wish.seed), mishaps: false, tell: wish.tell });
  try {
    await fleet.start();
    const end = await clockOn(fleet, where, wish);
    await fleet.end();
    end.findings.push(...fleet.findings, ...fleet.died);
    return { ...end, findings: end.findings.map((finding) => `seed ${wish.seed}: ${finding}`) };
  } finally {
    await fleet.abandon();
    await forget();
  }
}

/** The same with servers that stand already, and may have more orders. */
export async function clockOn(fleet: Fleet, where: Where, { seed, seconds, rounds = Infinity, tell }: CampaignWish): Promise<CampaignEnd> {
  const store = await openStore(where);
  const chance = chanceOf(seed);
  const watch: Watch = { fleet, store, chance, market: await openMarket(fleet.urls), clock: await openSandboxClock(store.settings, false), told: [], findings: [] };
  const tried: Record<string, number> = {};
  const until = Date.now() + seconds * 1000;
  for (let round = 0; round < rounds && (round === 0 || Date.now() < until); round += 1) {
    for (const told of await Promise.all([sow(watch.market, chance), sow(watch.market, chance)])) watch.told.push(...told);
    const [name, pass] = round < passings.length ? passings[round]! : chance.one(passings);
    tell(name);
    await pass(watch);
    tried[name] = (tried[name] ?? 0) + 1;
  }
  done(await watch.market.advance("P400D"));
  await watch.clock.refresh();
  const counts = await judgeAll(watch);
  const { findings, executed } = await audit(store, { drained: true });
  await store.close();
  return { tried: { ...tried, ...counts, deadlinesTold: watch.told.length, refundsExecuted: executed, kills: fleet.counts.kills }, findings: [...watch.findings, ...findings] };
}

async function leap({ market, chance }: Watch): Promise<void> {
  done(await market.advance(chance.one(leaps)));
}

async function leapTogether({ market, chance }: Watch): Promise<void> {
  (await Promise.all([market.advance(chance.one(leaps)), market.advance(chance.one(leaps))])).forEach(done);
}

/** The process that moves the clock dies on the way; the other one, and then both, go on from there. */
async function dieInLeap({ fleet, market, chance }: Watch): Promise<void> {
  const moving = market.advance("P70D").catch(() => null);
  await sleep(chance.below(400));
  await fleet.abandon();
  await moving;
  await fleet.start();
  done(await market.advance(chance.one(leaps)));
}

/** Nobody is there while time goes on; then both come up at once and find everything overdue. */
async function sleepThrough(watch: Watch): Promise<void> {
  const { fleet, clock, chance } = watch;
  await fleet.abandon();
  await clock.refresh();
  await clock.set(advanced(clock.now(), chance.one(["P8D", "P21D", "P70D"])));
  await fleet.start();
  await untilQuiet(watch);
}

/** The clock runs by itself over the next instant, and both servers watch it. */
async function run(watch: Watch): Promise<void> {
  const { market, clock, store, chance } = watch;
  const next = await store.earliestDue();
  await clock.refresh();
  if (next !== null && next - clock.now() > 2_000) await clock.set(next - 500 - chance.below(1_000));
  // Once at each server: both know that it runs.
  for (let server = 0; server < 2; server += 1) done(await market.operator.post("/v1/sandbox/clock", { run: true }));
  await sleep(1_500 + chance.below(1_000));
  done(await market.operator.post("/v1/sandbox/clock", { run: false }));
  await untilQuiet(watch);
}

/** Until the servers, by themselves, have done what is due. */
async function untilQuiet({ store, clock, findings }: Watch): Promise<void> {
  await clock.refresh();
  const since = Date.now();
  while (((await store.earliestDue()) ?? Infinity) <= clock.now()) {
    if (Date.now() - since > PATIENCE_MS) return void findings.push("what was due was not done within a minute of real time");
    await sleep(50);
  }
}

/** Every history, as it is now. */
async function judgeAll({ store, clock, told, findings }: Watch): Promise<Record<string, number>> {
  const policies = new Map((await readShippedPolicies()).map((policy) => [policy.policy, policy]));
  const laws = await openLaws(store.laws, await readShippedLaws(), 0);
  const counts = { orders: 0, deadlinesFired: 0, deadlinesOvertaken: 0, reminders: 0 };
  for (let last: string | null = null; ;) {
    const page = await store.ordersAfter(last, 200);
    for (const row of page) {
      const policy = underLaw(policies.get(row.marketplace)!, laws.over(row.state as Order));
      const acts = judgeHistory(row, policy, clock.now(), told.filter(({ orderId }) => orderId === row.id));
      findings.push(...acts.findings);
      counts.orders += 1;
      counts.deadlinesFired += acts.fired;
      counts.deadlinesOvertaken += acts.overtaken;
      counts.reminders += acts.reminded;
    }
    if (page.length < 200) return counts;
    last = page.at(-1)!.id;
  }
}
