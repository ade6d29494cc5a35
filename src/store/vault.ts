// Personal words and the keys that open them. Erasing a person destroys the key: every word of theirs is gone at
// once, everywhere, while the history with its commitments still verifies.

import { randomBytes } from "node:crypto";
import type { Database } from "./database.ts";
import { gathered } from "./gather.ts";
import { bucketOf, isId } from "./ids.ts";
import { decrypt } from "./seal.ts";

export interface Vault {
  /** The key of each person as hex, made where there is none. Call it before the group that seals: keys outlive its failure. An erased person gets a new key; the old words stay shut. */
  ensurePersonKeys(persons: readonly string[]): Promise<Map<string, string>>;
  /** The words of these orders by commitment; null where their person was erased. */
  unseal(orderIds: readonly string[]): Promise<Map<string, string | null>>;
  /** The words of an order with their salts, by commitment; null for both where their person was erased: a salt would let short words be guessed. */
  openings(orderId: string): Promise<Map<string, { words: string; salt: string } | null>>;
  /** Destroys the person's key, and in a store also their account with its sessions. Returns whether there was any. `atMs` is the real clock. */
  erasePerson(person: string, atMs: number): Promise<boolean>;
  /** When the person was last erased, or null. */
  erasedAt(person: string): Promise<number | null>;
}

export function vaultOf(database: Database): Vault {
  const keysFor = gathered((persons: string[]) => keysMade(database, persons));
  return {
    ensurePersonKeys: async (persons) => {
      const keys = await keysFor(persons);
      return new Map(persons.map((person) => [person, keys.get(person)!]));
    },
    unseal: async (orderIds) => {
      const known = orderIds.filter((id) => isId(id));
      if (known.length === 0) return new Map();
      const rows = await database.rows<{ commitment: string; nonce: string; ciphertext: string; key: string | null }>(
        `SELECT encode(commitment, 'hex') AS commitment, encode(nonce, 'hex') AS nonce, encode(ciphertext, 'hex') AS ciphertext, encode(person_keys.key, 'hex') AS key
         FROM unnest($1::smallint[], $2::text[]) AS wanted (wanted_bucket, wanted_order)
         CROSS JOIN LATERAL (SELECT * FROM vault WHERE bucket = wanted_bucket AND order_id = wanted_order OFFSET 0) AS words
         LEFT JOIN LATERAL (SELECT key FROM person_keys WHERE person_keys.person = words.person OFFSET 0) AS person_keys ON true`,
        [known.map(bucketOf), known], { hot: true });
      return new Map(rows.map(({ commitment, nonce, ciphertext, key }) => {
        const plain = key === null ? null : decrypt(Buffer.from(ciphertext, "hex"), key, Buffer.from(nonce, "hex"));
        return [commitment, plain && plain.toString("utf8")];
      }));
    },
    openings: async (orderId) => {
      if (!isId(orderId)) return new Map();
      const rows = await database.rows<{ commitment: string; salt: string; nonce: string; ciphertext: string; key: string | null }>(
        `SELECT encode(commitment, 'hex') AS commitment, encode(salt, 'hex') AS salt, encode(nonce, 'hex') AS nonce, encode(ciphertext, 'hex') AS ciphertext, encode(person_keys.key, 'hex') AS key
         FROM vault LEFT JOIN person_keys ON person_keys.person = vault.person WHERE bucket = $1 AND order_id = $2`, [bucketOf(orderId), orderId]);
      return new Map(rows.map(({ commitment, salt, nonce, ciphertext, key }) => {
        const plain = key === null ? null : decrypt(Buffer.from(ciphertext, "hex"), key, Buffer.from(nonce, "hex"));
        return [commitment, plain && { words: plain.toString("utf8"), salt }];
      }));
    },
    erasePerson: async (person, atMs) => {
      const rows = await database.rows("UPDATE person_keys SET key = NULL, erased_at = $2 WHERE person = $1 AND key IS NOT NULL RETURNING person", [person, atMs]);
      return rows.length === 1;
    },
    erasedAt: async (person) => (await database.rows<{ erased_at: number | null }>("SELECT erased_at FROM person_keys WHERE person = $1", [person]))[0]?.erased_at ?? null,
  };
}

async function keysMade(database: Database, persons: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(persons)].sort();
  // Whoever makes the key first wins; where that was another, a second look tells.
  const found = await database.rows<{ person: string; key: string }>(
    `WITH wanted AS (SELECT person, key FROM unnest($1::text[], $2::bytea[]) AS wanted (person, key)),
          kept AS (SELECT found.person, found.key FROM wanted CROSS JOIN LATERAL (SELECT * FROM person_keys WHERE person_keys.person = wanted.person AND person_keys.key IS NOT NULL OFFSET 0) AS found),
          made AS (INSERT INTO person_keys (person, key) SELECT person, key FROM wanted WHERE person NOT IN (SELECT person FROM kept)
                   ON CONFLICT (person) DO UPDATE SET key = EXCLUDED.key WHERE person_keys.key IS NULL RETURNING person, key)
     SELECT person, encode(key, 'hex') AS key FROM kept UNION ALL SELECT person, encode(key, 'hex') FROM made`,
    [wanted, wanted.map(() => `\\x${randomBytes(32).toString("hex")}`)], { hot: true });
  const keys = new Map(found.map(({ person, key }) => [person, key]));
  const others = wanted.filter((person) => !keys.has(person));
  if (others.length > 0) for (const [person, key] of await keysOf(database, others)) keys.set(person, key);
  return keys;
}

async function keysOf(database: Database, persons: readonly string[]): Promise<Map<string, string>> {
  const rows = await database.rows<{ person: string; key: string }>(
    `SELECT found.person, encode(found.key, 'hex') AS key FROM unnest($1::text[]) AS wanted (wanted_person)
     CROSS JOIN LATERAL (SELECT * FROM person_keys WHERE person = wanted_person AND key IS NOT NULL OFFSET 0) AS found`, [persons], { hot: true });
  return new Map(rows.map(({ person, key }) => [person, key]));
}
