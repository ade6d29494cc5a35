// The servers of a campaign as they come and go: started, killed, ended, their logs looked at. They send and judge nothing.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startAndEnd, startServer, type ServerProcess } from "./serverProcess.ts";
import { newDatabase } from "./stores.ts";
import type { Chance } from "./traders.ts";

/** One database: an embedded folder, or a server's. */
export type Where = { dataDir: string } | { databaseUrl: string };
/** Where a campaign takes place; `forget` removes it. */
export type Ground = { where: Where; forget(): Promise<void> };
type FleetWish = { where: Where; count: number; chance: Chance; mishaps?: boolean; tell(line: string): void };
export type Fleet = ReturnType<typeof openFleet>;

/** A new database of that kind. */
export async function openGround(kind: "pglite" | "postgres"): Promise<Ground> {
  if (kind === "postgres") {
    const { url, forget } = await newDatabase();
    return { where: { databaseUrl: url }, forget };
  }
  const dataDir = await mkdtemp(join(tmpdir(), "rescind-campaign-"));
  return { where: { dataDir }, forget: () => rm(dataDir, { recursive: true, force: true }) };
}

/** Opens a fleet of `count` servers, none of them started. `mishaps`: at times one is killed while it starts, or a second is tried on a folder. */
export function openFleet({ where, count, chance, mishaps = true, tell }: FleetWish) {
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

  async function startOne(killedAfterMs: number | null): Promise<void> {
    if (killedAfterMs !== null) {
      await startAndEnd(where, killedAfterMs);
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
  }

  /** Two processes in one folder would lose each other's work: the second must refuse. */
  async function trySecond(): Promise<void> {
    const second = await startAndEnd(where);
    if (second.code !== 1 || !/is in use by process/.test(second.complaint)) findings.push(`a second server ended with ${second.code}: ${second.complaint.slice(0, 300)}`);
  }

  return {
    counts, findings, died,
    urls: (): string[] => living.map(({ url }) => url),
    /** Starts what is missing, all at once. */
    async start(): Promise<void> {
      const missing = Math.max(0, count - living.length);
      await Promise.all(Array.from({ length: missing }, () => startOne(mishaps && chance.happens(15) ? 50 + chance.below(2_000) : null)));
      if (missing > 0 && mishaps && "dataDir" in where && chance.happens(10)) await trySecond();
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
    /** SIGKILL to the one that listens there. */
    async kill(url: string): Promise<void> {
      const struck = living.find((server) => server.url === url);
      living = living.filter((server) => server !== struck);
      counts.kills += 1;
      await struck?.signal("SIGKILL");
    },
    /** SIGKILL to all of them at once. */
    async abandon(): Promise<void> {
      const last = living;
      living = [];
      counts.kills += last.length;
      last.forEach(look);
      await Promise.all(last.map((server) => server.signal("SIGKILL")));
    },
  };
}

/** Cuts every connection of the servers, in the middle of whatever they do. */
export async function severAll(databaseUrl: string, tell: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rowCount } = await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'rescind'");
  await client.end();
  tell(`cut ${rowCount} connections`);
}
