// The replay of a real marketplace's orders, as a user runs it: a process of its own, whose summary is read. By default on the
// first orders of the files only, so that the whole benchmark stays short.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { round } from "./loop.ts";

/** `sourceOrders` is null for all of them; the rest is what the replay says of itself. */
export type ReplayFigures = {
  sourceOrders: number | null; orders: number; commands: number; seconds: number; ordersPerSecond: number; commandsPerSecond: number; peakMemoryMiB: number; heldMinor: number; journalDifferenceMinor: number;
};

const root = fileURLToPath(new URL("..", import.meta.url));
/** The files whose rows belong to an order: its id is the first column, and no field of theirs holds a line break. */
const BY_ORDER = /(?:orders|order_items|order_payments)_dataset\.csv\.gz$/;
const ORDERS = /olist_orders_dataset\.csv\.gz$/;

/** Replays the first `sourceOrders` of the folder, or all. Null where the folder or the command line is not there. */
export async function measureReplay(folder: string, sourceOrders: number | null): Promise<ReplayFigures | null> {
  if (!existsSync(folder) || !existsSync(join(root, "src/cli.ts"))) return null;
  const slice = sourceOrders === null ? null : await sliceOf(folder, sourceOrders);
  try {
    const summary = await replayed(slice ?? folder);
    return {
      sourceOrders, orders: summary.orders!, commands: summary.commands!, seconds: round(summary.seconds!, 1), ordersPerSecond: round(summary.orders! / summary.seconds!, 0),
      commandsPerSecond: round(summary.commandsPerSecond!, 0), peakMemoryMiB: round(summary.peakMemoryBytes! / 2 ** 20, 0), heldMinor: summary.heldMinor!,
      journalDifferenceMinor: summary.journalDifferenceMinor!,
    };
  } finally {
    if (slice) await rm(slice, { recursive: true, force: true });
  }
}

async function sliceOf(folder: string, orders: number): Promise<string> {
  const slice = await mkdtemp(join(tmpdir(), "rescind-bench-olist-"));
  const names = await readdir(folder);
  const rows = async (name: string): Promise<string[]> => gunzipSync(await readFile(join(folder, name))).toString("utf8").split("\n");
  const wanted = new Set((await rows(names.find((name) => ORDERS.test(name))!)).slice(1, orders + 1).map(idOf));
  for (const name of names) {
    if (!BY_ORDER.test(name)) {
      await copyFile(join(folder, name), join(slice, name));
      continue;
    }
    const [head, ...rest] = await rows(name);
    await writeFile(join(slice, name), gzipSync([head, ...rest.filter((row) => wanted.has(idOf(row))), ""].join("\n"), { level: 1 }));
  }
  return slice;
}

const idOf = (row: string): string => row.slice(0, row.indexOf(","));

async function replayed(folder: string): Promise<Record<string, number>> {
  const child = spawn(process.execPath, [join(root, "src/cli.ts"), "replay", "olist", folder, "--json"], { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, DATABASE_URL: "" } });
  let said = "";
  let complaint = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`the replay ended with ${String(code)}: ${complaint.slice(-2_000)}`);
  return JSON.parse(said.trim().split("\n").at(-1)!) as Record<string, number>;
}
