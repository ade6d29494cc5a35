// Kill: people trade at random with real servers over a real database and an institution that misbehaves, and the servers are killed at
// moments that the seed chooses, again and again. In the end time runs out, and everything is compared with what people were told and
// with what the institution executed. `--on pglite|postgres` (both in turn without it), `--servers N`, `--sever true`, `--strikes N`.
import { setTimeout as sleep } from "node:timers/promises";
import { openStore } from "../../src/store/store.ts";
import { audit, type Audit } from "../../test/support/audit.ts";
import { openFleet, openGround, severAll, type Fleet, type Where } from "../../test/support/fleet.ts";
import { done, openMarket, type Market } from "../../test/support/market.ts";
import { chanceOf, openTraders, type Traders } from "../../test/support/traders.ts";
import type { CampaignEnd, CampaignWish } from "./campaign.ts";

/** `severs`: the servers' connections are cut too, so that a 500 is an honest answer. It lasts `seconds`, and until servers were struck `strikes` times. */
export type KillWish = Omit<CampaignWish, "more" | "rounds"> & { severs?: boolean; strikes: number };

const DRAIN = ["P60D", "P200D", "P400D"];
const FEWEST_STRIKES = 3;

export async function campaign({ seconds, rounds, more = {}, ...wish }: CampaignWish): Promise<CampaignEnd> {
  const { on, servers = "2", sever, strikes = rounds } = more;
  const kinds = (["pglite", "postgres"] as const).filter((kind) => on === undefined || kind === on);
  if (kinds.length === 0) throw new Error(`--on is pglite or postgres, not ${on}`);
  const end: CampaignEnd = { tried: {}, findings: [] };
  for (const kind of kinds) {
    wish.tell(kind);
    const { where, forget } = await openGround(kind);
    const fleet = openFleet({ where, count: kind === "pglite" ? 1 : Number(servers), chance: chanceOf(wish.seed), tell: wish.tell });
    const { tried, findings } = await killOn(fleet, where, { ...wish, seconds: seconds / kinds.length, severs: sever === "true", strikes: Number(strikes ?? FEWEST_STRIKES) }).finally(forget);
    for (const [what, count] of Object.entries(tried)) end.tried[`${kind}: ${what}`] = count;
    end.findings.push(...findings.map((finding) => `${kind}, seed ${wish.seed}: ${finding}`));
  }
  return end;
}

/** One database's campaign; its servers may stand already, and it ends them. */
export async function killOn(fleet: Fleet, where: Where, { seed, seconds, strikes, severs = false, tell }: KillWish): Promise<CampaignEnd> {
  const chance = chanceOf(seed);
  const sever = severs && "databaseUrl" in where ? () => severAll(where.databaseUrl, tell) : null;
  try {
    await fleet.start();
    const market = await openMarket(fleet.urls);
    const traders = openTraders(market, chance);
    const until = Date.now() + seconds * 1000;
    let over = false;
    const trading = traders.trade(() => !over);
    for (let struck = 0; Date.now() < until || struck < strikes; struck += 1) {
      await sleep(200 + chance.below(2_000));
      if (sever && chance.happens(30)) await sever();
      else await fleet.strike();
      await fleet.start();
      await traders.resend();
    }
    over = true;
    await trading;
    await traders.resend();
    await comeToRest(market, tell);
    await fleet.end();
    const store = await openStore(where);
    const audited = await audit(store, { acknowledged: traders.traded.acknowledged, drained: true });
    await store.close();
    return compared(fleet, traders, audited, severs);
  } finally {
    await fleet.abandon();
  }
}

/** The institution behaves again, and more time passes than anything can wait. */
async function comeToRest(market: Market, tell: (line: string) => void): Promise<void> {
  tell("time runs out");
  done(await market.operator.post("/v1/sandbox/institution", { mode: "auto", next: [] }));
  for (const step of DRAIN) done(await market.advance(step));
}

function compared({ counts, findings, died }: Fleet, { traded }: Traders, { findings: audited, of, ...looked }: Audit, severs: boolean): CampaignEnd {
  const { acknowledged, faults, ...requests } = traded;
  const others = audited.length - of.lost - of.doubled - of.stuck;
  // A cut connection may be answered with 5xx; nothing else may.
  const wrong = faults.filter((fault) => !severs || !/^5\d\d/.test(fault)).map((fault) => `answered ${fault}`);
  return {
    tried: {
      ...counts, ...requests, commandsAcknowledged: acknowledged.length, ...looked,
      "acknowledged commands lost": of.lost, "refunds doubled": of.doubled, stuck: of.stuck, "journal differences": others,
    },
    findings: [...(traded.accepted === 0 ? ["nothing was accepted"] : []), ...audited, ...wrong, ...(severs ? [] : findings), ...died],
  };
}
