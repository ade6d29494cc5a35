// Saved views: searches of the list of orders that a person keeps under a name. What they find is the list's.

import type { Database, Row } from "./database.ts";
import { asJson } from "./groupWrite.ts";

/** `person` is role/id; `search` is kept as it came. */
export type SavedView = { id: string; name: string; search: unknown };

export interface Views {
  /** That person's own, as they were made. */
  of(person: string): Promise<SavedView[]>;
  /** Keeps one more; false where the person has no place left. `atMs` is the real clock. */
  add(person: string, view: SavedView, atMs: number): Promise<boolean>;
  /** Gives one of the person's own another name, another search, or both; null where it is none of theirs. */
  change(person: string, id: string, to: { name?: string | undefined; search?: unknown }): Promise<SavedView | null>;
  /** False where it is none of theirs. */
  remove(person: string, id: string): Promise<boolean>;
  forget(person: string): Promise<void>;
}

const MOST_VIEWS = 30;

export function viewsOf(database: Database): Views {
  const of = async (person: string) => (await database.rows("SELECT id, name, search FROM saved_views WHERE person = $1 ORDER BY at, id", [person])).map(viewOf);
  return {
    of,
    add: async (person, { id, name, search }, atMs) => {
      for (;;) {
        const added = await database.rows(
          `INSERT INTO saved_views (id, person, place, name, search, at)
           SELECT $1, $2, free, $3, $4::json, $5 FROM generate_series(1, ${MOST_VIEWS}) AS free
           WHERE NOT EXISTS (SELECT FROM saved_views WHERE person = $2 AND place = free) ORDER BY free LIMIT 1
           ON CONFLICT (person, place) DO NOTHING RETURNING id`, [id, person, name, asJson(search), atMs]);
        if (added.length > 0) return true;
        // Nothing was free, or somebody took that place in between.
        if ((await of(person)).length >= MOST_VIEWS) return false;
      }
    },
    change: async (person, id, { name, search }) => {
      const [row] = await database.rows(
        "UPDATE saved_views SET name = coalesce($3, name), search = coalesce($4::json, search) WHERE person = $1 AND id = $2 RETURNING id, name, search",
        [person, id, name ?? null, search === undefined ? null : asJson(search)]);
      return row ? viewOf(row) : null;
    },
    remove: async (person, id) => (await database.rows("DELETE FROM saved_views WHERE person = $1 AND id = $2 RETURNING id", [person, id])).length > 0,
    forget: async (person) => void (await database.rows("DELETE FROM saved_views WHERE person = $1", [person])),
  };
}

const viewOf = (row: Row): SavedView => ({ id: row.id as string, name: row.name as string, search: typeof row.search === "string" ? (JSON.parse(row.search) as unknown) : row.search });
