// Notices of withdrawal that came without an account: kept under the hash of their id, their words sealed like the vault's.
// What they say and whom they concern is not known here.
import type { Database, Row } from "./database.ts";
import { decrypt, encrypt } from "./seal.ts";
import type { Vault } from "./vault.ts";
import { randomBytes } from "node:crypto";

/** Times are the engine's clock, epoch milliseconds. `words` is null once their person was erased. */
export type GuestWithdrawal = {
  idHash: string; at: number; confirmBefore: number; confirmedAt: number | null; outcome: string | null; orderId: string | null; person: string; words: string | null;
};

export interface GuestWithdrawals {
  /** Keeps a notice; its words are sealed with a key of its own. */
  add(notice: { idHash: string; at: number; confirmBefore: number; words: string }): Promise<void>;
  find(idHash: string): Promise<GuestWithdrawal | null>;
  /** Confirms it, with the words that stand from now on, and where mail goes out keeps with it that its writer is to be sent them; false where it was confirmed before. */
  confirm(idHash: string, atMs: number, words: string): Promise<boolean>;
  /** Records what came of it. Where it belongs to an order, its words go under the key of that person. */
  settle(idHash: string, outcome: string, of: { orderId: string; person: string } | null): Promise<void>;
  /** Confirmed ones of which nothing came yet, the oldest first. */
  unsettled(limit: number): Promise<GuestWithdrawal[]>;
  /** Forgets those, and their keys, that could be confirmed until before that time and were not. */
  forgetUnconfirmed(beforeMs: number): Promise<void>;
}

const FIELDS = `encode(id_hash, 'hex') AS id_hash, at, confirm_before, confirmed_at, outcome, order_id, guest_withdrawals.person,
  encode(nonce, 'hex') AS nonce, encode(ciphertext, 'hex') AS ciphertext, encode(person_keys.key, 'hex') AS key`;
const KEYED = "guest_withdrawals LEFT JOIN person_keys ON person_keys.person = guest_withdrawals.person";
const AT_ONCE = 100;
/** The kind of the mail with the acknowledgement. */
export const GUEST_MAIL = "withdrawalAcknowledged";
const ownPerson = (idHash: string): string => `guest/${idHash}`;

export function guestWithdrawalsOf(database: Database, vault: Vault): GuestWithdrawals {
  const sealed = async (words: string, person: string) => {
    const key = (await vault.ensurePersonKeys([person])).get(person)!;
    const nonce = randomBytes(12);
    return [person, nonce.toString("hex"), encrypt(Buffer.from(words, "utf8"), key, nonce).toString("hex")] as const;
  };
  const find = async (idHash: string) => {
    const [row] = await database.rows(`SELECT ${FIELDS} FROM ${KEYED} WHERE id_hash = decode($1, 'hex')`, [idHash], { hot: true });
    return row ? noticeOf(row) : null;
  };
  return {
    find,
    add: async ({ idHash, at, confirmBefore, words }) => {
      await database.rows(
        "INSERT INTO guest_withdrawals (id_hash, at, confirm_before, person, nonce, ciphertext) VALUES (decode($1, 'hex'), $2, $3, $4, decode($5, 'hex'), decode($6, 'hex'))",
        [idHash, at, confirmBefore, ...(await sealed(words, ownPerson(idHash)))]);
    },
    confirm: async (idHash, atMs, words) =>
      (await database.rows(
        `WITH confirmed AS (UPDATE guest_withdrawals SET confirmed_at = $2, person = $3, nonce = decode($4, 'hex'), ciphertext = decode($5, 'hex')
           WHERE id_hash = decode($1, 'hex') AND confirmed_at IS NULL RETURNING at),
         told AS (INSERT INTO mails (id, kind, person, notice, required, status, due_at, made_at)
           SELECT 'mail_' || left($1, 32), '${GUEST_MAIL}', $3, $1, true, 'waiting', $6, $6 FROM confirmed CROSS JOIN mail_switch ON CONFLICT (id) DO NOTHING)
         SELECT at FROM confirmed`,
        [idHash, atMs, ...(await sealed(words, ownPerson(idHash))), Date.now()])).length === 1,
    settle: async (idHash, outcome, of) => {
      const words = of ? (await find(idHash))?.words : null;
      if (!of || typeof words !== "string") {
        await database.rows("UPDATE guest_withdrawals SET outcome = $2, order_id = $3 WHERE id_hash = decode($1, 'hex')", [idHash, outcome, of?.orderId ?? null]);
        return;
      }
      await database.rows(
        "UPDATE guest_withdrawals SET outcome = $2, order_id = $3, person = $4, nonce = decode($5, 'hex'), ciphertext = decode($6, 'hex') WHERE id_hash = decode($1, 'hex')",
        [idHash, outcome, of.orderId, ...(await sealed(words, of.person))]);
      await database.rows("DELETE FROM person_keys WHERE person = $1", [ownPerson(idHash)]);
    },
    unsettled: async (limit) =>
      (await database.rows(`SELECT ${FIELDS} FROM ${KEYED} WHERE confirmed_at IS NOT NULL AND outcome IS NULL ORDER BY confirmed_at, id_hash LIMIT $1`, [limit])).map(noticeOf),
    forgetUnconfirmed: async (beforeMs) => {
      const gone = await database.rows<{ person: string }>(
        `DELETE FROM guest_withdrawals WHERE id_hash IN
           (SELECT id_hash FROM guest_withdrawals WHERE confirmed_at IS NULL AND confirm_before < $1 ORDER BY confirm_before LIMIT $2) RETURNING person`, [beforeMs, AT_ONCE]);
      if (gone.length > 0) await database.rows("DELETE FROM person_keys WHERE person = ANY($1::text[])", [gone.map(({ person }) => person)]);
    },
  };
}

function noticeOf(row: Row): GuestWithdrawal {
  const plain = row.key === null ? null : decrypt(Buffer.from(row.ciphertext as string, "hex"), row.key as string, Buffer.from(row.nonce as string, "hex"));
  return {
    idHash: row.id_hash as string, at: row.at as number, confirmBefore: row.confirm_before as number, confirmedAt: row.confirmed_at as number | null,
    outcome: row.outcome as string | null, orderId: row.order_id as string | null, person: row.person as string, words: plain && plain.toString("utf8"),
  };
}
