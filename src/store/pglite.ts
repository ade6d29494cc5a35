// The embedded store: PGlite in a worker thread, and the lock on its folder. There is one connection, so there is
// no other writer: a group reads, decides and writes one statement, and needs no row locks.

import { existsSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { asText } from "./database.ts";
import type { Database, Statement, Turn, Value } from "./database.ts";
import { lockFolder } from "./folderLock.ts";
import type { Answer, Job, WireStatement } from "./pgliteWorker.ts";

/** Opens, or creates, the database in that folder; null keeps it in memory. Throws `DataFolderInUse` when another living process has it. */
export async function openPglite(dataDir: string | null): Promise<Database> {
  const lock = dataDir === null ? null : await lockFolder(dataDir);
  try {
    const folder = dataDir === null ? null : join(dataDir, "pglite");
    if (folder !== null) await createOnce(folder);
    return onThread(await startThread(folder), async () => lock?.release());
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

/**
 * Makes the database's files beside the place where they are to stand: killed half-way, it begins anew. It does so in a
 * thread of its own, because making them takes some 300 MB that are given back only with the thread.
 */
async function createOnce(folder: string): Promise<void> {
  if (existsSync(join(folder, "PG_VERSION"))) return;
  const half = `${folder}.new`;
  await rm(half, { recursive: true, force: true });
  const thread = await startThread(half);
  await thread.ask({ do: "close" });
  await thread.ended;
  await rename(half, folder);
}

function onThread(thread: Thread, released: () => Promise<void> | undefined): Database {
  let lane: Promise<unknown> = Promise.resolve();
  const run = async (statements: readonly Statement[], atomic = false) =>
    (await thread.ask({ do: "run", statements: statements.map(wired), atomic })).rows!;
  const turn: Turn = { read: (statements) => run(statements), write: async (statement) => void (await run([statement])) };
  return {
    kind: "pglite",
    rows: async <R>(text: string, values: readonly Value[] = [], options: { hot?: boolean } = {}) =>
      (await run([{ text, values, ...options }]))[0] as R[],
    transaction: (statements) => run(statements, true),
    script: async (sql) => void (await thread.ask({ do: "script", sql })),
    turn: (work) => {
      // One group after the other: what a group has read is still true when it writes.
      const mine = lane.then(() => work(turn));
      lane = mine.catch(() => undefined);
      return mine;
    },
    listen: null,
    backup: async (file) => {
      const { dump } = await thread.ask({ do: "dump" });
      await writeFile(file, new Uint8Array(dump!));
    },
    close: async () => {
      await lane;
      await thread.ask({ do: "close" });
      await thread.ended;
      await released();
    },
  };
}

function wired({ text, values, hot }: Statement): WireStatement {
  return { text, values: asText(values), hot: hot === true };
}

type Thread = { ask(job: Job): Promise<Answer>; ended: Promise<void> };

async function startThread(folder: string | null): Promise<Thread> {
  const worker = new Worker(new URL("./pgliteWorker.ts", import.meta.url), {
    workerData: { folder },
    // Flags of the main thread, such as those of a test runner, are not for this one.
    execArgv: [],
  });
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let asked = 0;
  let over: Error | null = null;
  let closing = false;
  worker.on("message", (answer: Answer) => {
    const caller = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.error) caller?.reject(Object.assign(new Error(answer.error.message), answer.error));
    else caller?.resolve(answer);
    if (waiting.size === 0 && !closing) worker.unref();
  });
  const ended = new Promise<void>((resolve) => {
    const end = (error: Error) => {
      over ??= error;
      for (const { reject } of waiting.values()) reject(over);
      waiting.clear();
      resolve();
    };
    worker.on("error", (error) => end(error as Error));
    worker.on("exit", () => end(new Error("the embedded database is closed")));
  });
  const answered = (id: number) =>
    new Promise<Answer>((resolve, reject) => {
      if (over) return reject(over);
      // The process stays alive while an answer is due, and not longer.
      worker.ref();
      waiting.set(id, { resolve, reject });
    });
  await answered(asked);
  return {
    ended,
    ask: (job) => {
      closing ||= job.do === "close";
      const answer = answered(++asked);
      if (!over) worker.postMessage({ id: asked, job });
      return answer;
    },
  };
}
