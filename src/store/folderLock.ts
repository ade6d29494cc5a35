// The lock on the embedded database's folder: two PGlites in one folder lose each other's work without a word. Every
// process first writes a claim under a name that is only its own, then looks for other living claims: of two that start
// together at least one sees the other, and there is no moment of taking over to get wrong. The claims of dead
// processes do not count. It locks nothing else, and no one part of the folder.

import { execFile } from "node:child_process";
import { mkdir, readFile, readdir, readlink, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { DataFolderInUse } from "./errors.ts";

export type FolderLock = { release(): Promise<void> };

type Claim = { pid: number; startedAt: string; machine: string };

const BEAT_MS = 5_000;
// A claim from another machine (a container that shares the folder) cannot be asked whether it lives: it counts
// while it was touched lately.
const BEAT_LOST_MS = 20_000;
const TRIES = 4;

/** Takes the folder for this process. Throws `DataFolderInUse` when another living process (or this one, already) has it. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const claims = join(folder, "claims");
  await mkdir(claims, { recursive: true });
  const mine: Claim = { pid: process.pid, startedAt: (await startOf(process.pid)) ?? "unknown", machine: await machine() };
  const file = join(claims, `${mine.machine.replaceAll(/[^\w.-]/g, "-")}-${mine.pid}-${mine.startedAt.replaceAll(/\W/g, "-")}.json`);
  for (let attempt = 1; ; attempt++) {
    try {
      await writeFile(file, JSON.stringify(mine), { flag: "wx" });
    } catch (error) {
      if ((error as { code?: string }).code === "EEXIST") throw new DataFolderInUse(folder, "this very process");
      throw error;
    }
    const other = await livingClaim(claims, file, mine.machine);
    if (other === null) return held(file);
    await rm(file, { force: true });
    if (attempt === TRIES) throw new DataFolderInUse(folder, `process ${other.pid} on ${other.machine.split(" ")[0]}`);
    // Perhaps both have just come and both step back: the pauses differ, one of them gets through.
    await sleep(20 + Math.random() * 100);
  }
}

function held(file: string): FolderLock {
  const beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), BEAT_MS);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      await rm(file, { force: true });
    },
  };
}

async function livingClaim(claims: string, mine: string, here: string): Promise<Claim | null> {
  for (const name of await readdir(claims)) {
    const file = join(claims, name);
    if (file === mine) continue;
    const claim = await readClaim(file);
    if (claim && (await lives(claim, file, here))) return claim;
    // Its name holds the dead process's start: no living claim can be removed by mistake.
    if (claim) await rm(file, { force: true });
  }
  return null;
}

async function readClaim(file: string): Promise<Claim | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Claim;
  } catch {
    // Gone in between, or just being written: the latter still counts while it is fresh.
    const touched = await stat(file).catch(() => null);
    return touched && Date.now() - touched.mtimeMs < BEAT_LOST_MS ? { pid: 0, startedAt: "", machine: "a process that is starting" } : null;
  }
}

async function lives(claim: Claim, file: string, here: string): Promise<boolean> {
  if (claim.machine === here) return (await startOf(claim.pid)) === claim.startedAt;
  const touched = await stat(file).catch(() => null);
  return touched !== null && Date.now() - touched.mtimeMs < BEAT_LOST_MS;
}

/** When that process was started, in the system's own words; null when there is none, or it is dead and only not yet buried. */
async function startOf(pid: number): Promise<string | null> {
  if (process.platform === "linux") {
    const line = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
    if (line === null) return null;
    // Behind the name, which may hold spaces and brackets: the state is the first field, the start the twentieth.
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : fields[19]!;
  }
  if (process.platform === "win32") return exists(pid) ? "running" : null;
  const { stdout } = await promisify(execFile)("ps", ["-o", "lstart=", "-p", String(pid)]).catch(() => ({ stdout: "" }));
  return stdout.trim() || null;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === "EPERM";
  }
}

/** Where process ids mean the same: the host, its boot, and on Linux the namespace of process ids. */
async function machine(): Promise<string> {
  if (process.platform !== "linux") return hostname();
  const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  const namespace = await readlink("/proc/self/ns/pid").catch(() => "");
  return `${hostname()} ${boot.trim()} ${namespace}`;
}
