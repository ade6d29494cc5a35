// Empty databases for the rounds: on a PostgreSQL with fsync on, and PGlite in folders on disk. All are taken away again.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openStore, type StoreOptions } from "../src/store/store.ts";
import { startPostgres } from "../test/support/postgres.ts";

/** Where a round's database is, and how to be rid of it. */
export type Place = Pick<StoreOptions, "databaseUrl" | "dataDir"> & { forget(): Promise<void> };
export type Databases = { name: "postgres" | "pglite"; version: string; empty(): Promise<Place>; stop(): Promise<void> };

/** The server that BENCH_DATABASE_URL names, else a durable one in a temporary folder. Each round gets a copy of a migrated template. */
export async function onPostgres(): Promise<Databases> {
  const given = process.env.BENCH_DATABASE_URL;
  const server = given ? { url: given, stop: async () => undefined } : await startPostgres({ durable: true });
  const template = `bench_${randomBytes(4).toString("hex")}`;
  await ask(server.url, `CREATE DATABASE ${template}`);
  await (await openStore({ databaseUrl: at(server.url, template) })).close();
  const [{ version, fsync }] = await ask(server.url, "SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync") as [{ version: string; fsync: string }];
  return {
    name: "postgres",
    version: `${version}, fsync ${fsync}`,
    async empty() {
      const name = `bench_${randomBytes(4).toString("hex")}`;
      await ask(server.url, `CREATE DATABASE ${name} TEMPLATE ${template}`);
      // What earlier rounds left to be written must not be written during this one. Only a superuser may.
      await ask(server.url, "CHECKPOINT").catch(() => undefined);
      return { databaseUrl: at(server.url, name), forget: async () => void (await ask(server.url, `DROP DATABASE ${name} WITH (FORCE)`)) };
    },
    async stop() {
      await ask(server.url, `DROP DATABASE ${template} WITH (FORCE)`);
      await server.stop();
    },
  };
}

/** The embedded database, each round in a new folder. */
export async function onPglite(): Promise<Databases> {
  return {
    name: "pglite",
    version: "in a folder",
    async empty() {
      const dataDir = await mkdtemp(join(tmpdir(), "rescind-bench-"));
      return { dataDir, forget: () => rm(dataDir, { recursive: true, force: true }) };
    },
    stop: async () => undefined,
  };
}

function at(url: string, name: string): string {
  const there = new URL(url);
  there.pathname = `/${name}`;
  return there.href;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
