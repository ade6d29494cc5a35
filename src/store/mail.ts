// Mail as rows: which orders have events that nobody has looked at, each mail and what became of it, what people wish.
// What is told to whom is not known here, and no address is kept. All times here are the real clock's.
import type { Database, Row } from "./database.ts";
import { asJson } from "./groupWrite.ts";
import { bucketOf } from "./ids.ts";

/** `kept`: in a sandbox, to be read there. `refused`: for good, by the receiving side. `notSent`: there was nobody to send it to, or they do not want it. */
export type MailStatus = "waiting" | "sent" | "refused" | "givenUp" | "notSent" | "kept";

/** What a mail is about: an event of an order, a withdrawal without an account (by the hash of its id), or a sealed letter. */
export type NewMail = {
  id: string; kind: string; person: string; orderId: string | null; seq: number | null; notice: string | null; required: boolean;
  sealed: { nonce: string; ciphertext: string } | null;
};
/** `attempts` counts the one that is under way. `key` opens the sealed words; null where the person was erased. */
export type MailRow = NewMail & { status: MailStatus; attempts: number; answer: string | null; madeAt: number; dueAt: number | null; endedAt: number | null; key: string | null };

/** An order whose events after `toldSeq` have not been looked at, taken for a while. */
export type MailLease = { orderId: string; toldSeq: number; epoch: number };

export type MailWish = { optional: boolean; language: "en" | "zh" | "ru" | null };

export interface Mails {
  /** From now on what happens is to be told, or is not: then nothing that has happened waits, either. */
  switch(on: boolean, nowMs: number): Promise<void>;
  /** Takes orders with something new. Two processes never get the same one while its lease lasts. */
  lease(nowMs: number, leaseMs: number, limit: number): Promise<MailLease[]>;
  /** Keeps the mails of one order's events through `toldSeq`, each once, and that they were looked at: both or neither. */
  told(lease: MailLease, toldSeq: number, mails: readonly NewMail[], nowMs: number): Promise<void>;
  /** Keeps one mail that belongs to no event; a second with the same id is none. */
  add(mail: NewMail, nowMs: number): Promise<void>;
  /** Takes mails whose turn it is, and counts the attempt. */
  take(nowMs: number, leaseMs: number, limit: number): Promise<MailRow[]>;
  /** How an attempt ended. With `dueAt` it is tried again then. Counts only where nobody else has taken it meanwhile. */
  end(mail: MailRow, status: MailStatus, answer: string | null, nowMs: number, dueAt?: number): Promise<void>;
  /** Ends everything that waits as kept. */
  keepWaiting(nowMs: number): Promise<void>;
  /** Lets one that has not arrived be tried now; false where it is none, or just being tried. */
  again(id: string, nowMs: number): Promise<boolean>;
  /** The last made first. */
  list(filter: { statuses: readonly MailStatus[]; before: { madeAt: number; id: string } | null; limit: number }): Promise<MailRow[]>;
  /** What was told to one person (`role/id`), the last made first. */
  of(person: string, before: { madeAt: number; id: string } | null, limit: number): Promise<MailRow[]>;
  find(id: string): Promise<MailRow | null>;
  /** When something is due, or null. */
  earliest(): Promise<number | null>;
  /** Forgets mails that ended before then. */
  purge(beforeMs: number): Promise<void>;
  wishes(persons: readonly string[]): Promise<Map<string, MailWish>>;
  wish(person: string, wish: MailWish): Promise<void>;
}

const FIELDS = `id, kind, mails.person, order_id, seq, notice, encode(nonce, 'hex') AS nonce, encode(ciphertext, 'hex') AS ciphertext, required, status, attempts, answer,
  made_at, due_at, ended_at, encode(person_keys.key, 'hex') AS key`;
const KEYED = "mails LEFT JOIN person_keys ON nonce IS NOT NULL AND person_keys.person = mails.person";
const COLUMNS = "id, kind, person, order_id, seq, notice, nonce, ciphertext, required, status, due_at, made_at";
const TYPED = "id text, kind text, person text, order_id text, seq integer, notice text, nonce bytea, ciphertext bytea, required boolean, status text, due_at bigint, made_at bigint";

export function mailsOf(database: Database): Mails {
  const hot = { hot: true };
  return {
    switch: async (on, nowMs) => {
      if (on) await database.rows("INSERT INTO mail_switch (since) VALUES ($1) ON CONFLICT DO NOTHING", [nowMs]);
      else await database.rows("WITH off AS (DELETE FROM mail_switch) DELETE FROM mail_queue");
    },
    lease: async (nowMs, leaseMs, limit) => {
      const rows = await database.rows(
        `WITH due AS MATERIALIZED (SELECT bucket, order_id FROM mail_queue WHERE due_at <= $1 AND (leased_until IS NULL OR leased_until < $1) ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
         UPDATE mail_queue AS queue SET leased_until = $2, epoch = epoch + 1 FROM due WHERE queue.bucket = due.bucket AND queue.order_id = due.order_id
         RETURNING queue.order_id, queue.told_seq, queue.epoch`, [nowMs, nowMs + leaseMs, limit], hot);
      return rows.map((row) => ({ orderId: row.order_id as string, toldSeq: row.told_seq as number, epoch: row.epoch as number }));
    },
    told: async ({ orderId, epoch }, toldSeq, mails, nowMs) => {
      const [bucket, values] = [bucketOf(orderId), asJson(mails.map((mail) => jsonOf(mail, nowMs)))];
      await database.transaction([
        // Locked before it is looked at: an order that changes just now must find it either gone or free, never leased and due.
        { text: "SELECT 1 FROM mail_queue WHERE bucket = $1 AND order_id = $2 FOR UPDATE", values: [bucket, orderId], hot: true },
        {
          text: `WITH made AS (INSERT INTO mails (${COLUMNS}) SELECT ${COLUMNS} FROM json_to_recordset($4::json) AS item (${TYPED}) ON CONFLICT (id) DO NOTHING),
                   all_told AS (DELETE FROM mail_queue WHERE bucket = $1 AND order_id = $2 AND epoch = $3 AND latest_seq <= $5)
                 UPDATE mail_queue SET told_seq = $5, leased_until = NULL WHERE bucket = $1 AND order_id = $2 AND epoch = $3 AND latest_seq > $5`,
          values: [bucket, orderId, epoch, values, toldSeq], hot: true,
        },
      ]);
    },
    add: async (mail, nowMs) => {
      await database.rows(`INSERT INTO mails (${COLUMNS}) SELECT ${COLUMNS} FROM json_to_recordset($1::json) AS item (${TYPED}) ON CONFLICT (id) DO NOTHING`, [asJson([jsonOf(mail, nowMs)])]);
    },
    take: async (nowMs, leaseMs, limit) => {
      const rows = await database.rows(
        `WITH due AS MATERIALIZED (SELECT id FROM mails WHERE due_at <= $1 AND (leased_until IS NULL OR leased_until < $1) ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED),
              taken AS (UPDATE mails SET leased_until = $2, attempts = attempts + 1 FROM due WHERE mails.id = due.id RETURNING mails.*)
         SELECT ${FIELDS} FROM ${KEYED.replace("mails", "taken AS mails")} ORDER BY due_at, id`, [nowMs, nowMs + leaseMs, limit], hot);
      return rows.map(mailOf);
    },
    end: async ({ id, attempts }, status, answer, nowMs, dueAt) => {
      await database.rows(
        `UPDATE mails SET status = $3, answer = $4, leased_until = NULL, due_at = $6, ended_at = CASE WHEN $3 = 'waiting' THEN NULL ELSE $5::bigint END,
           nonce = CASE WHEN $3 IN ('waiting', 'kept') THEN nonce END, ciphertext = CASE WHEN $3 IN ('waiting', 'kept') THEN ciphertext END
         WHERE id = $1 AND attempts = $2 AND status = 'waiting'`, [id, attempts, status, answer, nowMs, dueAt ?? null], hot);
    },
    keepWaiting: async (nowMs) => void (await database.rows("UPDATE mails SET status = 'kept', due_at = NULL, ended_at = $1 WHERE due_at IS NOT NULL", [nowMs], hot)),
    again: async (id, nowMs) =>
      (await database.rows("UPDATE mails SET status = 'waiting', due_at = $2, ended_at = NULL, leased_until = NULL WHERE id = $1 AND (status = 'waiting' OR (status IN ('refused', 'givenUp', 'notSent') AND (order_id IS NOT NULL OR notice IS NOT NULL))) AND (leased_until IS NULL OR leased_until < $2) RETURNING id", [id, nowMs])).length === 1,
    list: async ({ statuses, before, limit }) => {
      const after = before ? "AND (made_at, id) < ($3, $4)" : "";
      return (await database.rows(`SELECT ${FIELDS} FROM ${KEYED} WHERE status = ANY($1::text[]) ${after} ORDER BY made_at DESC, id DESC LIMIT $2`, [[...statuses], limit, ...(before ? [before.madeAt, before.id] : [])])).map(mailOf);
    },
    of: async (person, before, limit) =>
      (await database.rows(`SELECT ${FIELDS} FROM ${KEYED} WHERE mails.person = $1 ${before ? "AND (made_at, id) < ($3, $4)" : ""} ORDER BY made_at DESC, id DESC LIMIT $2`,
        [person, limit, ...(before ? [before.madeAt, before.id] : [])])).map(mailOf),
    find: async (id) => (await database.rows(`SELECT ${FIELDS} FROM ${KEYED} WHERE id = $1`, [id])).map(mailOf)[0] ?? null,
    earliest: async () => {
      const [row] = await database.rows<{ due_at: number | null }>(
        `SELECT least((SELECT min(GREATEST(due_at, leased_until)) FROM (SELECT due_at, leased_until FROM mail_queue ORDER BY due_at LIMIT 100) AS soon),
                      (SELECT min(GREATEST(due_at, leased_until)) FROM (SELECT due_at, leased_until FROM mails WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 100) AS soon)) AS due_at`, [], hot);
      return row?.due_at ?? null;
    },
    purge: async (beforeMs) => void (await database.rows("DELETE FROM mails WHERE ended_at < $1", [beforeMs])),
    wishes: async (persons) =>
      new Map((await database.rows("SELECT person, optional, language FROM mail_wishes WHERE person = ANY($1::text[])", [[...persons]], hot))
        .map((row) => [row.person as string, { optional: row.optional as boolean, language: row.language as MailWish["language"] }])),
    wish: async (person, { optional, language }) => {
      await database.rows("INSERT INTO mail_wishes (person, optional, language) VALUES ($1, $2, $3) ON CONFLICT (person) DO UPDATE SET optional = EXCLUDED.optional, language = EXCLUDED.language", [person, optional, language]);
    },
  };
}

function jsonOf({ id, kind, person, orderId, seq, notice, sealed, required }: NewMail, nowMs: number): object {
  const bytes = (hex: string | undefined) => (hex === undefined ? null : `\\x${hex}`);
  return { id, kind, person, order_id: orderId, seq, notice, nonce: bytes(sealed?.nonce), ciphertext: bytes(sealed?.ciphertext), required, status: "waiting", due_at: nowMs, made_at: nowMs };
}

function mailOf(row: Row): MailRow {
  return {
    id: row.id as string, kind: row.kind as string, person: row.person as string, orderId: row.order_id as string | null, seq: row.seq as number | null, notice: row.notice as string | null,
    required: row.required as boolean, status: row.status as MailStatus, attempts: row.attempts as number, answer: row.answer as string | null, madeAt: row.made_at as number,
    dueAt: row.due_at as number | null, endedAt: row.ended_at as number | null, key: row.key as string | null,
    sealed: row.nonce === null ? null : { nonce: row.nonce as string, ciphertext: row.ciphertext as string },
  };
}
