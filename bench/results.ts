// What a run of the benchmarks came to: as JSON for later comparison, and as a table for people.
import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { arch, cpus, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CommandFigures } from "./commands.ts";
import type { FirstAnswer } from "./firstAnswer.ts";
import { median, round, type Pace } from "./loop.ts";
import type { ReplayFigures } from "./olist.ts";
import type { PermissionFigures } from "./permissions.ts";

export type Machine = { processor: string; cores: number; memoryGiB: number; system: string; node: string; loadBefore: number };

/** Parts that were not run are absent; `notes` says why. */
export type Results = {
  date: string; commit: string; changedSince: boolean; machine: Machine; settings: Record<string, unknown>; mix: Record<string, number>; databases: Record<string, string>;
  commands: Record<string, CommandFigures[]>; permissions?: PermissionFigures; firstAnswer?: FirstAnswer; replay?: ReplayFigures; notes: string[];
};

const root = fileURLToPath(new URL("..", import.meta.url));

/** This machine; `loadBefore` is its load before the run. */
export function thisMachine(load: number): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? "unknown", cores: processors.length, memoryGiB: round(totalmem() / 2 ** 30, 1),
    system: `${platform()} ${release()} ${arch()}`, node: process.version, loadBefore: round(load, 2),
  };
}

/** The commit that is measured, and whether files differ from it. */
export function thisCommit(): { commit: string; changedSince: boolean } {
  try {
    const git = (...args: string[]): string => execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    return { commit: git("rev-parse", "--short=12", "HEAD"), changedSince: git("status", "--porcelain", "--", "src", "sql", "policies", "bench/*.ts") !== "" };
  } catch {
    return { commit: "unknown", changedSince: true };
  }
}

/** Writes the results into bench/results/ and returns the file's path from the root. */
export async function keep(results: Results): Promise<string> {
  const name = `${results.date.replaceAll(/[:.]/g, "-").slice(0, 19)}-${results.commit}.json`;
  await mkdir(join(root, "bench/results"), { recursive: true });
  await writeFile(join(root, "bench/results", name), `${JSON.stringify(results, null, 1)}\n`);
  return `bench/results/${name}`;
}

/** The results as lines. */
export function table(results: Results): string {
  const { machine, commands, databases, permissions, firstAnswer, replay, notes } = results;
  const lines = [
    `${results.date}, commit ${results.commit}${results.changedSince ? " and changes" : ""}`,
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}, Node ${machine.node}, load before ${machine.loadBefore}`,
  ];
  for (const [name, figures] of Object.entries(commands)) {
    lines.push("", `${name} ${databases[name] ?? ""}: commands per second, medians of alternating rounds`, row("at once", "engine", "bare SQL", "ratio", "engine p50", "engine p99", "node engine", "node bare"));
    for (const { atOnce, engine, bare, ratio, engineRounds, bareRounds } of figures) {
      const middle = (rounds: Pace[], part: keyof Pace): number => median(rounds.map((one) => one[part]));
      lines.push(row(
        String(atOnce), engine.toFixed(0), bare.toFixed(0), ratio.toFixed(2), `${middle(engineRounds, "p50Ms").toFixed(1)} ms`, `${middle(engineRounds, "p99Ms").toFixed(1)} ms`,
        `${middle(engineRounds, "nodeMicroseconds").toFixed(0)} µs`, `${middle(bareRounds, "nodeMicroseconds").toFixed(0)} µs`));
    }
  }
  if (permissions) {
    const { medianMicroseconds, p95Microseconds, slowestMicroseconds, slowest, cells } = permissions;
    lines.push("", `permissions of an order: median ${medianMicroseconds} µs, 95 % within ${p95Microseconds} µs, slowest ${slowestMicroseconds} µs (${slowest}); ${cells} states and roles`);
  }
  if (firstAnswer) lines.push("", `npm start to the first answer: ${firstAnswer.emptyFolderSeconds} s on an empty data folder, ${firstAnswer.existingFolderSeconds} s on an existing one`);
  if (replay) {
    const { orders, seconds, ordersPerSecond, commandsPerSecond, peakMemoryMiB } = replay;
    lines.push("", `replay olist: ${orders} orders in ${seconds} s, ${ordersPerSecond} orders/s, ${commandsPerSecond} commands/s, peak memory ${peakMemoryMiB} MiB`);
  }
  if (notes.length > 0) lines.push("", ...notes);
  return lines.join("\n");
}

const row = (...cells: string[]): string => cells.map((cell) => cell.padStart(12)).join("");
