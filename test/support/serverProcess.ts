// The real server as a process of its own, on the Node that runs the tests: started, killed, ended by a signal, measured.
// It sends no requests.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const operatorKey = "an operator's key, 16 or more";

/** How a process ended, and what it had said on standard error. */
export type Exit = { code: number | null; signal: NodeJS.Signals | null; complaint: string };

export type ServerProcess = {
  url: string;
  pid: number;
  /** From the start of the process until it listened. */
  startedInMs: number;
  ended: Promise<Exit>;
  /** Lines of the log of level error and above, so far. */
  errors(): string[];
  /** Resident bytes now, and at most so far; zero where the system does not tell. */
  memory(): { now: number; most: number };
  signal(name: NodeJS.Signals): Promise<Exit>;
};

type Where = { dataDir?: string; databaseUrl?: string };

const LONGEST_START_MS = 120_000;
const alive = new Set<number>();
process.on("exit", () => {
  for (const pid of alive) process.kill(pid, "SIGKILL");
});

function launch({ dataDir, databaseUrl }: Where) {
  const started = Date.now();
  const child = spawn(process.execPath, [fileURLToPath(new URL("../../src/main.ts", import.meta.url))], {
    env: {
      PATH: process.env.PATH, PORT: "0", SANDBOX: "1", LOG_LEVEL: "warn", OPERATOR_KEY: operatorKey,
      ...(dataDir === undefined ? {} : { DATA_DIR: dataDir }), ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const pid = child.pid!;
  alive.add(pid);
  let complaint = "";
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<Exit>((resolve) => child.on("close", (code, signal) => {
    alive.delete(pid);
    resolve({ code, signal, complaint });
  }));
  return { child, pid, started, ended, said: () => said, complaint: () => complaint };
}

/** Starts the server and waits until it listens. Throws with what it said when it ends before that. */
export async function startServer(where: Where): Promise<ServerProcess> {
  const { child, pid, started, ended, said, complaint } = launch(where);
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not listening after ${LONGEST_START_MS} ms: ${complaint()}`)), LONGEST_START_MS);
    child.stdout.on("data", () => {
      const found = /listening on (\S+)\n/.exec(said());
      if (!found) return;
      clearTimeout(late);
      resolve(found[1]!);
    });
    void ended.then(({ code, signal }) => {
      clearTimeout(late);
      reject(new Error(`the server ended with ${code ?? signal} before it listened: ${complaint()}`));
    });
  });
  return {
    url, pid, ended, startedInMs: Date.now() - started,
    errors: () => complaint().split("\n").filter((line) => line !== "" && !/"level":[1-4]0\b/.test(line)),
    memory: () => memoryOf(pid),
    signal: (name) => {
      child.kill(name);
      return ended;
    },
  };
}

/** Starts the server where it is expected to refuse, and waits for its end; `afterMs` kills it while it starts. */
export async function startAndEnd(where: Where, afterMs?: number): Promise<Exit> {
  const { child, ended } = launch(where);
  const timer = setTimeout(() => child.kill("SIGKILL"), afterMs ?? LONGEST_START_MS);
  const exit = await ended;
  clearTimeout(timer);
  return exit;
}

function memoryOf(pid: number): { now: number; most: number } {
  let status: string;
  try {
    status = readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return { now: 0, most: 0 };
  }
  const bytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) * 1024;
  return { now: bytes("VmRSS"), most: bytes("VmHWM") };
}
