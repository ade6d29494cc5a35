// The audit: who of the house did what. Acts that belong to no order's history are kept here; what operators and mediators did to
// orders is read from the events. What counts as an act is not decided here.

import type { Database, Row, Value } from "./database.ts";
import { BadCursor } from "./errors.ts";
import { bucketOf, isId, mintId } from "./ids.ts";

/** `atMs` is the engine's clock; `act` a stable code; `about` the ids of what it was done to. */
export type Act = { atMs: number; by: { role: string; id: string }; act: string; about: string | null; orderId: string | null };

/** An act, or an event of an order: then `act` is its type, and `status` 200. The status is null where nobody knows what came of it. */
export type AuditEntry = { at: number; by: { role: string; id: string }; act: string; about: string | null; orderId: string | null; externalId: string | null; status: number | null };

export type AuditPage = { entries: AuditEntry[]; next: string | null };

export interface Audit {
  /** Writes down what is about to be done, and says under which id. */
  begin(act: Act): Promise<string>;
  /** Its answer's HTTP status; and what it was about, where only its answer tells. An act ends once. */
  ended(id: string, status: number, about: string | null): Promise<void>;
  /** A page of what that person (or everybody) did, the latest first, and the cursor of the next one. Throws `BadCursor`. */
  list(wish: { by?: string | undefined; before?: string | undefined; limit: number }): Promise<AuditPage>;
}

const OF_HOUSE = "by_role IN ('operator', 'mediator') AND type <> 'OrderPlaced'";

export function auditOf(database: Database): Audit {
  return {
    begin: async ({ atMs, by, act, about, orderId }) => {
      const bucket = orderId === null ? null : bucketOf(orderId);
      const id = mintId("act", bucket ?? 0, atMs);
      await database.rows("INSERT INTO audit (id, at, by_role, by_id, act, about, bucket, order_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        [id, atMs, by.role, by.id, act, about, bucket, orderId], { hot: true });
      return id;
    },
    ended: async (id, status, about) =>
      void (await database.rows("UPDATE audit SET status = $2, about = coalesce($3, about) WHERE id = $1", [id, status, about], { hot: true })),
    list: async ({ by, before, limit }) => {
      const { text, values } = listText(by, before === undefined ? null : placeOf(before), limit + 1);
      const rows = await database.rows(text, values);
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { entries: rows.slice(0, limit).map(entryOf), next: last === undefined ? null : cursorOf(last) };
    },
  };
}

type Place = { at: number; id: string; seq: number };

/** Each half walks along an index of its own and stops; an event stands under its order's id, an act has no `seq`. */
function listText(by: string | undefined, before: Place | null, limit: number): { text: string; values: Value[] } {
  const values: Value[] = [];
  const p = (value: Value): string => `$${values.push(value)}`;
  const whose = by === undefined ? "" : ` AND by_id = ${p(by)}`;
  const [at, id, seq] = before === null ? [] : [p(before.at), p(before.id), p(before.seq)];
  const [acts, events] = before === null ? ["", ""] : [` AND (at, id) < (${at}::bigint, ${id})`, ` AND (at, order_id, seq) < (${at}::bigint, ${id}, ${seq}::integer)`];
  const text = `SELECT found.*, orders.external_id FROM (
      (SELECT at, id, 0 AS seq, by_role, by_id, act, about, bucket, order_id, status FROM audit WHERE true${whose}${acts} ORDER BY at DESC, id DESC LIMIT ${limit})
      UNION ALL
      (SELECT at, order_id AS id, seq, by_role, by_id, type AS act, NULL AS about, bucket, order_id, 200 AS status FROM events WHERE ${OF_HOUSE}${whose}${events}
       ORDER BY at DESC, order_id DESC, seq DESC LIMIT ${limit})
    ) AS found LEFT JOIN orders ON orders.bucket = found.bucket AND orders.id = found.order_id
    ORDER BY found.at DESC, found.id DESC, found.seq DESC LIMIT ${limit}`;
  return { text, values };
}

const entryOf = (row: Row): AuditEntry => ({
  at: row.at as number, by: { role: row.by_role as string, id: row.by_id as string }, act: row.act as string, about: row.about as string | null,
  orderId: row.order_id as string | null, externalId: row.external_id as string | null, status: row.status as number | null,
});

const cursorOf = ({ at, id, seq }: Row): string => Buffer.from(JSON.stringify([at, id, seq])).toString("base64url");

function placeOf(cursor: string): Place {
  try {
    const [at, id, seq] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown[];
    if (Number.isSafeInteger(at) && typeof id === "string" && isId(id) && Number.isInteger(seq) && Math.abs(seq as number) < 2 ** 31) return { at: at as number, id, seq: seq as number };
  } catch {
    // Not JSON, or no list: none of ours.
  }
  throw new BadCursor();
}
