// Files that people upload to prove something, sealed with the uploader's key like words in the vault. A file belongs
// to its uploader; the orders it was used on stand beside it. Who may see it is not decided here.

import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "../core/event.ts";
import type { Database, Row } from "./database.ts";
import { decrypt, encrypt } from "./seal.ts";
import type { Vault } from "./vault.ts";

export type EvidenceFile = { id: string; uploader: Actor; person: string; mediaType: string; name: string; bytes: Uint8Array; atMs: number };

/** `name` and `bytes` are null once their person was erased; `sha256` is of the plain bytes, hex. */
export type StoredEvidence = { id: string; uploader: Actor; mediaType: string; sha256: string; size: number; at: number; name: string | null };

export interface EvidenceShelf {
  /** Keeps a file. `person` is whose key seals it. */
  put(file: EvidenceFile): Promise<StoredEvidence>;
  /** What is known of a file, without its bytes; null when there is none. */
  get(id: string): Promise<StoredEvidence | null>;
  /** The bytes; null when there is no such file or its person was erased. */
  bytes(id: string): Promise<Uint8Array | null>;
  /** What somebody uploaded, the oldest first; at most `limit`. */
  of(uploader: { role: string; id: string }, limit: number): Promise<StoredEvidence[]>;
  /** The orders on which the file was used. */
  usedOn(id: string): Promise<string[]>;
}

const FIELDS = `id, evidence.person, uploader_role, uploader_id, media_type, encode(sha256, 'hex') AS sha256, size, at, encode(nonce, 'hex') AS nonce,
  encode(name, 'hex') AS name, encode(name_nonce, 'hex') AS name_nonce, encode(person_keys.key, 'hex') AS key`;
const KEYED = "evidence LEFT JOIN person_keys ON person_keys.person = evidence.person";

export function evidenceShelf(database: Database, vault: Vault): EvidenceShelf {
  return {
    put: async ({ id, uploader, person, mediaType, name, bytes, atMs }) => {
      const key = (await vault.ensurePersonKeys([person])).get(person)!;
      const nonce = randomBytes(12);
      const nameNonce = randomBytes(12);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      await database.rows(
        `INSERT INTO evidence (id, person, uploader_role, uploader_id, media_type, sha256, size, at, nonce, name, name_nonce, bytes)
         VALUES ($1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8, decode($9, 'hex'), decode($10, 'hex'), decode($11, 'hex'), decode($12, 'base64'))`,
        [id, person, uploader.role, uploader.id, mediaType, sha256, bytes.length, atMs, nonce.toString("hex"),
          encrypt(Buffer.from(name, "utf8"), key, nameNonce).toString("hex"), nameNonce.toString("hex"), encrypt(bytes, key, nonce).toString("base64")]);
      return { id, uploader, mediaType, sha256, size: bytes.length, at: atMs, name };
    },
    get: async (id) => {
      const [row] = await database.rows(`SELECT ${FIELDS} FROM ${KEYED} WHERE id = $1`, [id], { hot: true });
      return row ? storedOf(row) : null;
    },
    bytes: async (id) => {
      const [row] = await database.rows<{ nonce: string; key: string | null; bytes: string }>(
        `SELECT encode(nonce, 'hex') AS nonce, encode(person_keys.key, 'hex') AS key, encode(bytes, 'base64') AS bytes FROM ${KEYED} WHERE id = $1`, [id], { hot: true });
      if (!row || row.key === null) return null;
      return decrypt(Buffer.from(row.bytes, "base64"), row.key, Buffer.from(row.nonce, "hex"));
    },
    of: async ({ role, id }, limit) =>
      (await database.rows(`SELECT ${FIELDS} FROM ${KEYED} WHERE uploader_role = $1 AND uploader_id = $2 ORDER BY at, id LIMIT $3`, [role, id, limit])).map(storedOf),
    usedOn: async (id) =>
      (await database.rows<{ order_id: string }>("SELECT order_id FROM evidence_uses WHERE evidence_id = $1 ORDER BY order_id", [id], { hot: true })).map((row) => row.order_id),
  };
}

function storedOf(row: Row): StoredEvidence {
  const name = row.key === null ? null : decrypt(Buffer.from(row.name as string, "hex"), row.key as string, Buffer.from(row.name_nonce as string, "hex"));
  return {
    id: row.id as string, uploader: { role: row.uploader_role as Actor["role"], id: row.uploader_id as string }, mediaType: row.media_type as string,
    sha256: row.sha256 as string, size: row.size as number, at: row.at as number, name: name && name.toString("utf8"),
  };
}
