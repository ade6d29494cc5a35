// How long `npm start` takes until GET /health answers: with an empty data folder (which is made then) and with the same one
// again. It starts the real command and asks over HTTP.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { median, round } from "./loop.ts";

/** Seconds from the command to the first answer, medians of the runs. */
export type FirstAnswer = { emptyFolderSeconds: number; existingFolderSeconds: number; runs: { emptyFolderSeconds: number; existingFolderSeconds: number }[] };

const root = fileURLToPath(new URL("..", import.meta.url));
const GIVE_UP_MS = 60_000;
const LOOK_EVERY_MS = 10;

/** Null where there is no server to start. Throws when one does not answer within a minute. */
export async function measureFirstAnswer(times: number): Promise<FirstAnswer | null> {
  if (!existsSync(join(root, "src/main.ts"))) return null;
  const runs: FirstAnswer["runs"] = [];
  for (let run = 0; run < times; run += 1) {
    const folder = await mkdtemp(join(tmpdir(), "rescind-bench-start-"));
    try {
      const emptyFolderSeconds = await untilHealthy(folder);
      runs.push({ emptyFolderSeconds, existingFolderSeconds: await untilHealthy(folder) });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const middle = (which: keyof FirstAnswer["runs"][number]): number => round(median(runs.map((run) => run[which])), 2);
  return { emptyFolderSeconds: middle("emptyFolderSeconds"), existingFolderSeconds: middle("existingFolderSeconds"), runs };
}

async function untilHealthy(dataDir: string): Promise<number> {
  const port = await freePort();
  const startedAt = performance.now();
  const server = spawn("npm", ["start"], {
    cwd: root, stdio: ["ignore", "ignore", "pipe"], detached: true,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: "", SANDBOX: "", LOG_LEVEL: "error" },
  });
  let complaint = "";
  server.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  try {
    while (!(await answers(port))) {
      if (server.exitCode !== null || performance.now() - startedAt > GIVE_UP_MS) throw new Error(`npm start did not answer: ${complaint.slice(-2_000)}`);
      await sleep(LOOK_EVERY_MS);
    }
    return round((performance.now() - startedAt) / 1_000, 3);
  } finally {
    // The group of processes that npm started, and nobody else.
    if (server.exitCode === null) process.kill(-server.pid!, "SIGTERM");
    await ended;
    while (groupLives(server.pid!)) await sleep(LOOK_EVERY_MS);
  }
}

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(2_000) }).then(async (response) => {
    await response.arrayBuffer();
    return response.status === 200;
  }, () => false);
}

function groupLives(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
