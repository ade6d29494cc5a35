// Brings a database to the newest shape: the numbered files of sql/, each in one transaction together with its own
// record, each once. A file that was applied may never change.

import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Database } from "./database.ts";
import { MigrationChanged } from "./errors.ts";

export type Migration = { number: number; name: string; sql: string; sha256: string };

const FOLDER = new URL("../../sql/", import.meta.url);

/** Applies what is missing and returns the names of what it applied. Any number of processes may call it at once. Throws `MigrationChanged`. */
export async function migrate(database: Database, migrations?: readonly Migration[]): Promise<string[]> {
  const files = migrations ?? (await readMigrations());
  await database.script("CREATE TABLE IF NOT EXISTS migrations (number integer PRIMARY KEY, name text NOT NULL, sha256 text NOT NULL, at bigint NOT NULL)");
  const applied: string[] = [];
  for (const migration of files) {
    if (await isApplied(database, migration)) continue;
    try {
      await database.script(`${recordOf(migration)}; ${migration.sql}`);
      applied.push(migration.name);
    } catch (error) {
      // Another process applied it between the look and the lock; its record is the proof.
      if (!(await isApplied(database, migration).catch(() => false))) throw error;
    }
  }
  return applied;
}

/** The files of sql/, in order. Throws when their numbers are not 1, 2, 3, … */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(fileURLToPath(FOLDER))).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name, at) => {
      if (Number(name.slice(0, 4)) !== at + 1) throw new Error(`sql/${name} is not number ${at + 1}`);
      const sql = await readFile(new URL(name, FOLDER), "utf8");
      return { number: at + 1, name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function isApplied(database: Database, migration: Migration): Promise<boolean> {
  const [row] = await database.rows<{ sha256: string }>("SELECT sha256 FROM migrations WHERE number = $1", [migration.number]);
  if (row && row.sha256 !== migration.sha256) throw new MigrationChanged(migration.name);
  return row !== undefined;
}

// The record comes first: its primary key stops a second process before it repeats what cannot be repeated.
function recordOf({ number, name, sha256 }: Migration): string {
  return `INSERT INTO migrations (number, name, sha256, at) VALUES (${number}, '${name}', '${sha256}', (extract(epoch FROM clock_timestamp()) * 1000)::bigint)`;
}
