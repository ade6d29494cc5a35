// The store on a PostgreSQL server (15 or later). A group is one transaction on one connection, its statements
// sent in pipelines: two round trips for lock-and-read, and write-and-commit.

import { spawn } from "node:child_process";
import type { Socket } from "node:net";
import pg from "pg";
import { asText } from "./database.ts";
import { listen } from "./listening.ts";
import type { Cell, Database, Row, Statement, Turn, Value } from "./database.ts";

/** Connects lazily. `lanes` is how many groups can be under way at once; all else has four or more connections of its own. */
export function openPostgres(databaseUrl: string, lanes: number): Database {
  const groups = pool(databaseUrl, lanes, GROUPS);
  const single = pool(databaseUrl, Math.max(4, lanes), SINGLE);
  return {
    kind: "postgres",
    rows: async <R>(text: string, values: readonly Value[] = [], options: { hot?: boolean } = {}) => {
      const client = await single.connect();
      return released(client, client.query(sent({ text, values, ...options })).then((result) => result.rows as R[]));
    },
    transaction: async (statements) => {
      const client = await single.connect();
      return released(client, transaction(client, statements));
    },
    script: async (sql) => {
      const client = await single.connect();
      // The advisory lock keeps two processes that start together from migrating at once.
      await released(client, client.query(`BEGIN; SELECT pg_advisory_xact_lock(${MIGRATION_LOCK}); ${sql}; COMMIT`));
    },
    turn: async (run) => {
      const client = await groups.connect();
      await released(client, turnOn(client, run));
    },
    listen: (channel, listener) => listen(databaseUrl, channel, listener),
    backup: (file) => dump(databaseUrl, file),
    close: async () => {
      await Promise.all([groups.end(), single.end()]);
    },
  };
}

const MIGRATION_LOCK = 7_310_472;

// The statements join a few rows out of JSON with tables by primary key. Their plans are made once, perhaps
// while the tables are empty: anything but index and nested loop would be wrong for ever after.
const SINGLE = "SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off";
const GROUPS = `${SINGLE}; SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan`;

function pool(databaseUrl: string, max: number, settings: string): pg.Pool {
  const made = new pg.Pool({ connectionString: databaseUrl, max, pipeline: true, types: { getTypeParser: parserOf }, application_name: "rescind" } as pg.PoolConfig);
  made.on("connect", (client) => {
    // One that breaks while it is in use fails what was asked of it; without a listener it would end the process.
    client.on("error", () => undefined);
    client.query(settings).catch(() => client.end());
  });
  // An idle connection that breaks is replaced by the next request; without a listener it would end the process.
  made.on("error", () => undefined);
  return made;
}

function parserOf(typeId: number): (text: string) => Cell {
  switch (typeId) {
    case pg.types.builtins.INT2:
    case pg.types.builtins.INT4:
    case pg.types.builtins.INT8:
      return Number;
    case pg.types.builtins.BOOL:
      return (text) => text === "t";
    default:
      return (text) => text;
  }
}

// A turn that does not write, or throws, leaves its transaction open: `released` rolls it back.
async function turnOn(client: pg.PoolClient, run: (turn: Turn) => Promise<void>): Promise<void> {
  let begun = false;
  const begin = () => {
    const first = begun ? [] : [client.query("BEGIN")];
    begun = true;
    return first;
  };
  await run({
    read: (statements) => inOnePiece(client, () => allOf(client, statements, begin())),
    // Where the write fails, PostgreSQL turns the COMMIT behind it into a rollback.
    write: (statement) => inOnePiece(client, () => settled([...begin(), client.query(sent(statement)), client.query("COMMIT")])),
  });
}

async function transaction(client: pg.PoolClient, statements: readonly Statement[]): Promise<Row[][]> {
  const begun = client.query("BEGIN");
  const rows = allOf(client, statements, [begun]);
  const committed = client.query("COMMIT");
  await settled([rows, committed]);
  return rows;
}

async function allOf(client: pg.PoolClient, statements: readonly Statement[], before: Promise<unknown>[]): Promise<Row[][]> {
  const results = statements.map((statement) => client.query(sent(statement)));
  await settled([...before, ...results]);
  return Promise.all(results.map(async (result) => (await result).rows as Row[]));
}

/** What `send` gives to the driver leaves in one piece: a system call for each statement costs more than the statement's own work here. */
function inOnePiece<T>(client: pg.PoolClient, send: () => T): T {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}

/** Waits for every answer of a pipeline, then throws the first error: the connection must be quiet before its next use. */
async function settled(answers: Promise<unknown>[]): Promise<void> {
  const outcomes = await Promise.allSettled(answers);
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
}

async function released<T>(client: pg.PoolClient, answer: Promise<T>): Promise<T> {
  let failed = false;
  try {
    return await answer;
  } catch (error) {
    failed = true;
    throw error;
  } finally {
    // An error arrives before the connection's new status does, so after one the status cannot be trusted.
    if (failed || client.getTransactionStatus() !== "I") await client.query("ROLLBACK").catch(() => undefined);
    // A connection that cannot even end its transaction is thrown away.
    client.release(client.getTransactionStatus() !== "I");
  }
}

const names = new Map<string, string>();

function sent({ text, values, hot }: Statement): { text: string; values: unknown[]; name?: string } {
  if (!hot) return { text, values: asText(values) };
  let name = names.get(text);
  if (name === undefined) names.set(text, (name = `rescind_${names.size}`));
  return { name, text, values: asText(values) };
}

async function dump(databaseUrl: string, file: string): Promise<void> {
  const child = spawn("pg_dump", ["--format=custom", `--file=${file}`, `--dbname=${databaseUrl}`], { stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.on("error", (error) => reject(new Error("a backup of a PostgreSQL server needs its pg_dump in the PATH", { cause: error })));
    child.on("close", (status) => (status === 0 ? resolve() : reject(new Error(`pg_dump: ${complaint.trim()}`))));
  });
}
