// The small tables of the house itself: single settings and API keys. All by primary key.

import type { Database, Row } from "./database.ts";
import { asJson } from "./groupWrite.ts";

export interface Settings {
  /** The value, or null. */
  get(name: string): Promise<unknown>;
  put(name: string, value: unknown): Promise<void>;
  /** Keeps the value unless there is one already, and returns what is kept: two processes that start together agree. */
  putFirst(name: string, value: unknown): Promise<unknown>;
  /** Puts `change` of the kept value in its place and returns it; where somebody else was faster, asks `change` anew. Throws where nothing is kept. */
  change(name: string, change: (kept: unknown) => unknown): Promise<unknown>;
}

export function settingsOf(database: Database): Settings {
  const get = async (name: string) => {
    const [row] = await database.rows<{ value: string }>("SELECT value FROM settings WHERE name = $1", [name], { hot: true });
    return row ? (JSON.parse(row.value) as unknown) : null;
  };
  return {
    get,
    put: async (name, value) => {
      await database.rows("INSERT INTO settings (name, value) VALUES ($1, $2::json) ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value", [name, asJson(value)], { hot: true });
    },
    putFirst: async (name, value) => {
      await database.rows("INSERT INTO settings (name, value) VALUES ($1, $2::json) ON CONFLICT (name) DO NOTHING", [name, asJson(value)]);
      return get(name);
    },
    change: async (name, change) => {
      for (;;) {
        const [row] = await database.rows<{ value: string }>("SELECT value FROM settings WHERE name = $1", [name], { hot: true });
        if (!row) throw new Error(`there is no setting ${name} to change`);
        const next = asJson(change(JSON.parse(row.value)));
        // JSON is kept letter by letter, so the text itself is the version.
        const done = next === row.value ||
          (await database.rows("UPDATE settings SET value = $3::json WHERE name = $1 AND value::text = $2 RETURNING name", [name, row.value, next], { hot: true })).length === 1;
        if (done) return JSON.parse(next) as unknown;
      }
    },
  };
}

/** `hash` is the sha256 of the key, hex; the key itself is kept nowhere. Times are the real clock. */
export type ApiKey = { hash: string; name: string; scope: string; at: number; revokedAt: number | null };

export interface ApiKeys {
  /** Keeps a key; one that is there already keeps its first name and scope. */
  add(key: Omit<ApiKey, "revokedAt">): Promise<void>;
  find(hash: string): Promise<ApiKey | null>;
  list(): Promise<ApiKey[]>;
  revoke(hash: string, atMs: number): Promise<boolean>;
}

const KEY_FIELDS = "encode(hash, 'hex') AS hash, name, scope, at, revoked_at";

export function apiKeysOf(database: Database): ApiKeys {
  return {
    add: async ({ hash, name, scope, at }) => {
      await database.rows("INSERT INTO api_keys (hash, name, scope, at) VALUES (decode($1, 'hex'), $2, $3, $4) ON CONFLICT (hash) DO NOTHING", [hash, name, scope, at]);
    },
    find: async (hash) => {
      const [row] = await database.rows(`SELECT ${KEY_FIELDS} FROM api_keys WHERE hash = decode($1, 'hex')`, [hash], { hot: true });
      return row ? keyOf(row) : null;
    },
    list: async () => (await database.rows(`SELECT ${KEY_FIELDS} FROM api_keys ORDER BY at, hash`)).map(keyOf),
    revoke: async (hash, atMs) =>
      (await database.rows("UPDATE api_keys SET revoked_at = $2 WHERE hash = decode($1, 'hex') AND revoked_at IS NULL RETURNING name", [hash, atMs])).length === 1,
  };
}

function keyOf(row: Row): ApiKey {
  return { hash: row.hash as string, name: row.name as string, scope: row.scope as string, at: row.at as number, revokedAt: row.revoked_at as number | null };
}
