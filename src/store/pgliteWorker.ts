// The worker thread that PGlite lives in, so that SQL never blocks HTTP. One message is one job, done to its end
// before the next. It speaks PostgreSQL's wire protocol with PGlite: prepared statements cost a fifth of `query`.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite, protocol } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { blankDatabaseFile, keepBlankDatabase, readBlankDatabase } from "./blankDatabase.ts";
import type { Cell, Row } from "./database.ts";

export type WireStatement = { text: string; values: (string | null)[]; hot: boolean };
export type Job =
  | { do: "run"; statements: WireStatement[]; atomic: boolean }
  | { do: "script"; sql: string }
  | { do: "dump" }
  | { do: "close" };
export type Answer = { id: number; rows?: Row[][]; dump?: ArrayBuffer; error?: { message: string; code?: string; constraint?: string; detail?: string } };

const { serialize } = protocol;
const port = parentPort!;

// No background process writes checkpoints or vacuums here; a smaller log keeps memory and restart short. PostgreSQL
// touches all of its buffers at the start: half of its usual 128 MB is as fast here and saves 75 MB of an idle server.
const postgresqlconf = ["max_wal_size=128MB", "jit=off", "shared_buffers=64MB"];
const database = await openDatabase((workerData as { folder: string | null }).folder);
// As on a server's writing connections: plans are made once, and must be right when the tables have grown.
await database.exec("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET plan_cache_mode = force_generic_plan");
port.postMessage({ id: 0 } satisfies Answer);

/** A new one begins as a copy of a blank one where that is at hand; the first leaves it there. */
async function openDatabase(folder: string | null): Promise<PGlite> {
  const options = { dataDir: folder ?? "memory://", extensions: { pg_trgm }, postgresqlconf };
  if (folder !== null && existsSync(join(folder, "PG_VERSION"))) return PGlite.create(options);
  const file = blankDatabaseFile(postgresqlconf);
  const blank = await readBlankDatabase(file);
  if (blank) return PGlite.create({ ...options, loadDataDir: blank });
  const made = await PGlite.create(options);
  await made.exec("CHECKPOINT");
  await keepBlankDatabase(file, await made.dumpDataDir("none"));
  return made;
}

let last: Promise<void> = Promise.resolve();
port.on("message", ({ id, job }: { id: number; job: Job }) => {
  last = last.then(async () => {
    try {
      const answer = await done(job);
      port.postMessage({ id, ...answer } satisfies Answer, answer.dump ? [answer.dump] : []);
    } catch (error) {
      const { message, code, constraint, detail } = error as Error & { code?: string; constraint?: string; detail?: string };
      port.postMessage({ id, error: { message, code, constraint, detail } } satisfies Answer);
    }
    if (job.do === "close") port.close();
  });
});

async function done(job: Job): Promise<Omit<Answer, "id" | "error">> {
  switch (job.do) {
    case "run":
      return { rows: job.atomic ? await atomic(() => all(job.statements)) : await all(job.statements) };
    case "script":
      await atomic(() => database.exec(job.sql));
      return {};
    case "dump": {
      await database.exec("CHECKPOINT");
      const dump = await database.dumpDataDir("gzip");
      return { dump: await dump.arrayBuffer() };
    }
    case "close":
      await database.exec("CHECKPOINT");
      await database.close();
      return {};
  }
}

async function atomic<T>(run: () => Promise<T>): Promise<T> {
  await database.exec("BEGIN");
  try {
    const result = await run();
    await database.exec("COMMIT");
    return result;
  } catch (error) {
    await database.exec("ROLLBACK");
    throw error;
  }
}

async function all(statements: WireStatement[]): Promise<Row[][]> {
  const results: Row[][] = [];
  for (const statement of statements) results.push(await one(statement));
  return results;
}

const prepared = new Map<string, string>();

async function one({ text, values, hot }: WireStatement): Promise<Row[]> {
  const known = hot ? prepared.get(text) : "";
  const name = known ?? `hot_${prepared.size}`;
  const parts = [serialize.bind({ statement: name, values }), serialize.describe({ type: "P" }), serialize.execute({}), serialize.sync()];
  if (!known) parts.unshift(serialize.parse({ name, text }));
  try {
    const { messages } = await database.execProtocol(Buffer.concat(parts), { throwOnError: true });
    if (hot) prepared.set(text, name);
    return rowsOf(messages);
  } catch (error) {
    // It may have been parsed before it failed: its name must be free for the next try.
    if (hot && known === undefined) await database.execProtocol(Buffer.concat([serialize.close({ type: "S", name }), serialize.sync()]));
    throw error;
  }
}

type Description = { fields: { name: string; dataTypeID: number }[] };
type DataRow = { fields: (string | null)[] };

function rowsOf(messages: { name: string }[]): Row[] {
  const rows: Row[] = [];
  let columns: Description["fields"] = [];
  for (const message of messages) {
    if (message.name === "rowDescription") columns = (message as unknown as Description).fields;
    if (message.name !== "dataRow") continue;
    const { fields } = message as unknown as DataRow;
    const row: Row = {};
    for (let i = 0; i < columns.length; i++) row[columns[i]!.name] = cell(columns[i]!.dataTypeID, fields[i]!);
    rows.push(row);
  }
  return rows;
}

const BOOL = 16, INT8 = 20, INT2 = 21, INT4 = 23;

function cell(typeId: number, text: string | null): Cell {
  if (text === null) return null;
  if (typeId === BOOL) return text === "t";
  return typeId === INT8 || typeId === INT2 || typeId === INT4 ? Number(text) : text;
}
