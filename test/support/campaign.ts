// A crash campaign: real servers over a real database, people who trade at random, an institution that misbehaves, and a
// kill at a moment that the seed chooses; again and again. In the end time runs out and everything is compared with what
// people were told and with what the institution executed.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { openStore } from "../../src/store/store.ts";
import { audit, type Audit } from "./audit.ts";
import { done, openMarket } from "./market.ts";
import { startAndEnd, startServer, type ServerProcess } from "./serverProcess.ts";
import { emptyDatabase } from "./stores.ts";
import { chanceOf, openTraders, type Chance, type Traded } from "./traders.ts";

/**
 * `servers` side by side on one PostgreSQL; PGlite has always one, in `dataDir` where a folder is given. `severs`: the servers'
 * connections are cut too, so that a 500 is an honest answer. It lasts `seconds`, and until servers were struck `strikes` times.
 */
export type CampaignWish = { kind: "pglite" | "postgres"; servers: number; dataDir?: string; severs?: boolean; seed: number; seconds: number; strikes?: number; tell?: (line: string) => void };

export type Campaign = {
  seed: number; kills: number; killedWhileStarting: number; terminated: number; longestStartMs: number; mostMemoryBytes: number;
  traded: Omit<Traded, "acknowledged"> & { acknowledged: number }; audit: Audit;
  /** Everything that must not be: what the audit found, answers of 5xx, logged errors, ends other than 0. */
  findings: string[];
};

const DRAIN = ["P60D", "P200D", "P400D"];

/** Runs it; the answer's `findings` are empty where nothing was found. */
export async function runCampaign({ kind, servers: wanted, dataDir: given, severs = false, seed, seconds, strikes = 0, tell = () => undefined }: CampaignWish): Promise<Campaign> {
  const chance = chanceOf(seed);
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), "rescind-crash-")));
  const database = kind === "postgres" ? await emptyDatabase() : null;
  const where = database ? { databaseUrl: database.url } : { dataDir };
  const count = kind === "pglite" ? 1 : wanted;
  const sever = database && severs ? () => severAll(database.url, tell) : null;
  const fleet = openFleet(where, chance, count, kind, tell);
  tell(`seed ${seed}`);
  try {
    await fleet.start();
    const market = await openMarket(fleet.urls);
    const traders = openTraders(market, chance);
    const end = Date.now() + seconds * 1000;
    let over = false;
    const trading = traders.trade(() => !over);
    for (let struck = 0; Date.now() < end || struck < strikes; struck += 1) {
      await sleep(200 + chance.below(2_000));
      if (sever && chance.happens(30)) await sever();
      else await fleet.strike();
      await fleet.start();
      await traders.resend();
    }
    over = true;
    await trading;
    await traders.resend();
    tell("time runs out");
    done(await market.operator.post("/v1/sandbox/institution", { mode: "auto", next: [] }));
    for (const step of DRAIN) done(await market.advance(step));
    await fleet.end();
    const store = await openStore(where);
    const audited = await audit(store, { acknowledged: traders.traded.acknowledged, drained: true });
    await store.close();
    const { acknowledged, faults } = traders.traded;
    return {
      seed, ...fleet.counts, audit: audited, traded: { ...traders.traded, acknowledged: acknowledged.length },
      findings: [...(traders.traded.accepted < seconds ? ["hardly anything was accepted"] : []), ...audited.findings, ...faults.filter((fault) => !severs || !/^5\d\d/.test(fault)).map((fault) => `answered ${fault}`), ...(severs ? [] : fleet.findings), ...fleet.died],
    };
  } finally {
    await fleet.abandon();
    if (given === undefined) await rm(dataDir, { recursive: true, force: true });
    await database?.forget();
  }
}

/** Cuts every connection of the servers, in the middle of whatever they do. */
async function severAll(databaseUrl: string, tell: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rowCount } = await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'rescind'");
  await client.end();
  tell(`cut ${rowCount} connections`);
}

/** The servers of a campaign, as they come and go. */
function openFleet(where: { dataDir: string } | { databaseUrl: string }, chance: Chance, count: number, kind: string, tell: (line: string) => void) {
  const counts = { kills: 0, killedWhileStarting: 0, terminated: 0, longestStartMs: 0, mostMemoryBytes: 0 };
  const findings: string[] = [];
  const died: string[] = [];
  let living: ServerProcess[] = [];

  /** An error in the log is a finding, unless another server was killed or ended just then. */
  function look(server: ServerProcess): void {
    counts.mostMemoryBytes = Math.max(counts.mostMemoryBytes, server.memory().most);
    findings.push(...server.errors().map((line) => `logged ${line.slice(0, 600)}`));
  }

  async function end(server: ServerProcess): Promise<void> {
    const exit = await server.signal("SIGTERM");
    look(server);
    if (exit.code !== 0) findings.push(`SIGTERM ended with ${exit.code ?? exit.signal}: ${exit.complaint.slice(-600)}`);
  }

  return {
    counts, findings, died,
    urls: (): string[] => living.map(({ url }) => url),
    async start(): Promise<void> {
      while (living.length < count) {
        if (chance.happens(15)) {
          await startAndEnd(where, 50 + chance.below(2_000));
          counts.killedWhileStarting += 1;
        }
        const started = await startServer(where);
        counts.longestStartMs = Math.max(counts.longestStartMs, started.startedInMs);
        living = [...living, started];
        void started.ended.then(({ code, signal, complaint }) => {
          if (living.includes(started)) died.push(`${started.pid} ended by itself with ${code ?? signal}: ${complaint.slice(-900)}`);
          living = living.filter((one) => one !== started);
        });
        tell(`${started.pid} listens after ${started.startedInMs} ms`);
        if (kind === "pglite" && chance.happens(10)) {
          const second = await startAndEnd(where);
          if (second.code !== 1 || !/is in use by process/.test(second.complaint)) findings.push(`a second server ended with ${second.code}: ${second.complaint.slice(0, 300)}`);
        }
      }
    },
    /** Ends one server: mostly by SIGKILL. */
    async strike(): Promise<void> {
      if (living.length === 0) return;
      const struck = chance.one(living);
      living = living.filter((server) => server !== struck);
      if (chance.happens(15)) {
        counts.terminated += 1;
        tell(`SIGTERM to ${struck.pid}`);
        return end(struck);
      }
      look(struck);
      counts.kills += 1;
      tell(`SIGKILL to ${struck.pid}`);
      await struck.signal("SIGKILL");
    },
    async end(): Promise<void> {
      const last = living;
      living = [];
      await Promise.all(last.map(end));
    },
    async abandon(): Promise<void> {
      const last = living;
      living = [];
      await Promise.all(last.map((server) => server.signal("SIGKILL")));
    },
  };
}
