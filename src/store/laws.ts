// The laws that ever lay over an order, every version of each. What they say is opaque here.
import type { Database } from "./database.ts";
import { asJson } from "./groupWrite.ts";

export type KeptLaw = { name: string; version: number; at: number; body: unknown };

export interface LawShelf {
  /** Keeps a version; one that is there already stays as it is. */
  keep(law: KeptLaw): Promise<void>;
  /** Every version of every law, the oldest first. */
  all(): Promise<KeptLaw[]>;
}

export function lawShelf(database: Database): LawShelf {
  return {
    keep: async ({ name, version, at, body }) => {
      await database.rows("INSERT INTO laws (name, version, at, body) VALUES ($1, $2, $3, $4::json) ON CONFLICT DO NOTHING", [name, version, at, asJson(body)]);
    },
    all: async () =>
      (await database.rows("SELECT name, version, at, body FROM laws ORDER BY name, version"))
        .map((row) => ({ name: row.name as string, version: row.version as number, at: row.at as number, body: JSON.parse(row.body as string) as unknown })),
  };
}
