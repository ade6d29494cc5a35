// A database as PGlite makes it, before anything of ours is in it, kept beside the built pages: making one takes seconds of
// computing, reading one a fraction. Only a saving: where it cannot be kept, each database is made anew.
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import own from "../../package.json" with { type: "json" };

/** Where the blank database for these settings is kept: another PGlite or another setting has another one. */
export function blankDatabaseFile(settings: readonly string[]): string {
  const pinned = own.dependencies["@electric-sql/pglite"];
  const hash = createHash("sha256").update(JSON.stringify([pinned, settings])).digest("hex").slice(0, 16);
  return fileURLToPath(new URL(`../../build/blank-database/${hash}.tar`, import.meta.url));
}

/** The kept one; null where there is none. */
export async function readBlankDatabase(file: string): Promise<Blob | null> {
  const bytes = await readFile(file).catch(() => null);
  return bytes && new Blob([bytes]);
}

/** Keeps one for the next time. Another process may do the same at once: the last whole one stays. */
export async function keepBlankDatabase(file: string, dump: Blob): Promise<void> {
  const half = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    await mkdir(fileURLToPath(new URL("../../build/blank-database/", import.meta.url)), { recursive: true });
    await writeFile(half, new Uint8Array(await dump.arrayBuffer()));
    await rename(half, file);
  } catch {
    // A folder that cannot be written to: nothing is saved, nothing is lost.
  }
}
