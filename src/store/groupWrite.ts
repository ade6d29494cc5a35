// One statement that writes all of a group: a data-modifying CTE for each table that has rows, and one JSON
// parameter for each. Fails as a whole when an order is no longer at the version it was read at.

import { CHANNEL } from "./announcements.ts";
import { bucketOf } from "./ids.ts";
import type { Statement } from "./database.ts";
import { UnstorableText } from "./errors.ts";
import type { GroupWrite, OrderRow } from "./rows.ts";

type Table = {
  part: keyof GroupWrite;
  name: string;
  columns: string;
  /** What happens to a row that is there already; without it that is a conflict. */
  existing?: string;
  /** The row as JSON, its keys the columns. */
  row(item: never, nowMs: number): object;
  /** Rows that two groups may both want are written in one order, so that neither waits for the other in a circle. */
  sortBy?(item: never): string;
};

/**
 * The statement for this group, or null when there is nothing to write. `nowMs` is the real clock; `announced` is said with the
 * commit to whoever listens. Throws `UnstorableText`.
 */
export function writeStatement(group: GroupWrite, nowMs: number, announced: readonly string[] = []): Statement | null {
  const parts: string[] = [];
  const values: (string | number | readonly string[])[] = [];
  for (const table of TABLES) {
    const items = group[table.part] as readonly never[] | undefined;
    if (!items?.length) continue;
    const sorted = table.sortBy ? items.toSorted((a, b) => (table.sortBy!(a) < table.sortBy!(b) ? -1 : 1)) : items;
    values.push(asJson(sorted.map((item) => table.row(item, nowMs))));
    parts.push(insertPart(table, values.length));
  }
  let guard = "true";
  if (group.updated?.length) {
    values.push(asJson(group.updated.map((order) => ({ ...changingJson(order), expected: order.expectedVersion }))));
    parts.push(updatePart(values.length));
    values.push(group.updated.length);
    guard = `demand_rows((SELECT count(*) FROM updated), $${values.length}::bigint)`;
  }
  if (parts.length === 0) return null;
  const changed = [...(group.inserted?.length ? ["inserted"] : []), ...(group.updated?.length ? ["updated"] : [])];
  if (changed.length > 0) {
    values.push(nowMs);
    parts.push(queuePart(changed, values.length));
  }
  let said = "";
  if (announced.length > 0) {
    values.push(announced);
    said = `, (SELECT count(pg_notify('${CHANNEL}', said)) FROM unnest($${values.length}::text[]) AS said) AS said`;
  }
  return { text: `WITH\n${parts.join(",\n")}\nSELECT ${guard} AS done${said}`, values, hot: true };
}

function insertPart(table: Table, parameter: number): string {
  const names = columnNames(table.columns);
  const orders = table.part === "inserted";
  return `${orders ? "inserted" : `${table.name}_written`} AS (INSERT INTO ${table.name} (${names})
  SELECT ${names} FROM json_to_recordset($${parameter}::json) AS item (${table.columns}) ${table.existing ?? ""}${orders ? "RETURNING bucket, id, version, 0 AS expected" : ""})`;
}

function updatePart(parameter: number): string {
  const kept = CHANGING.map((name) => `${name} = item.${name}`).join(", ");
  return `updated AS (UPDATE orders SET ${kept}
  FROM json_to_recordset($${parameter}::json) AS item (${CHANGING_COLUMNS}, expected integer)
  WHERE orders.bucket = item.bucket AND orders.id = item.id AND orders.version = item.expected RETURNING orders.bucket, orders.id, orders.version, item.expected)`;
}

/** Whoever is told of orders has something to hear, from these events on; what already waits keeps its time. Without webhooks, and without mail, this joins nothing. */
function queuePart(changed: readonly string[], now: number): string {
  const all = changed.map((name) => `SELECT * FROM ${name}`).join(" UNION ALL ");
  return `webhook_queue_written AS (INSERT INTO webhook_queue (bucket, webhook_id, order_id, sent_seq, latest_seq, due_at)
  SELECT changed.bucket, webhooks.id, changed.id, changed.expected, changed.version, CASE WHEN webhooks.paused_at IS NULL THEN $${now}::bigint END
  FROM (${all}) AS changed CROSS JOIN webhooks
  ON CONFLICT (bucket, webhook_id, order_id) DO UPDATE SET latest_seq = EXCLUDED.latest_seq, due_at = COALESCE(webhook_queue.due_at, EXCLUDED.due_at)),
mail_queue_written AS (INSERT INTO mail_queue (bucket, order_id, told_seq, latest_seq, due_at)
  SELECT changed.bucket, changed.id, changed.expected, changed.version, $${now}::bigint FROM (${all}) AS changed CROSS JOIN mail_switch
  ON CONFLICT (bucket, order_id) DO UPDATE SET latest_seq = EXCLUDED.latest_seq)`;
}

const columnNames = (columns: string) => columns.split(", ").map((column) => column.split(" ")[0]).join(", ");

const ORDER_COLUMNS =
  "bucket smallint, id text, marketplace text, external_id text, buyer_id text, seller_id text, currency text, version integer, status text, " +
  "open_kinds integer, owes text[], due_at bigint, queue_at bigint, total_minor bigint, paid_minor bigint, escrow_minor bigint, held_minor bigint, " +
  "placed_at bigint, hidden boolean, body_hash bytea, last_hash bytea, state json";

const CHANGING = ["version", "status", "open_kinds", "owes", "due_at", "queue_at", "total_minor", "paid_minor", "escrow_minor", "held_minor", "hidden", "last_hash", "state"];

const CHANGING_COLUMNS = ORDER_COLUMNS.split(", ").filter((column) => ["bucket", "id", ...CHANGING].includes(column.split(" ")[0]!)).join(", ");

function orderJson(order: OrderRow): object {
  return {
    ...changingJson(order), marketplace: order.marketplace, external_id: order.externalId, buyer_id: order.buyerId, seller_id: order.sellerId,
    currency: order.currency, placed_at: order.placedAt, body_hash: bytes(order.bodyHash),
  };
}

function changingJson(order: OrderRow): object {
  return {
    bucket: order.bucket, id: order.id, version: order.version, status: order.status, open_kinds: order.openKinds, owes: order.owes, due_at: order.dueAt, queue_at: order.queueAt,
    total_minor: order.totalMinor, paid_minor: order.paidMinor, escrow_minor: order.escrowMinor, held_minor: order.heldMinor,
    hidden: order.hidden, last_hash: bytes(order.lastHash), state: order.state,
  };
}

type Item<Part extends keyof GroupWrite> = NonNullable<GroupWrite[Part]>[number];

function table<Part extends keyof GroupWrite>(
  part: Part,
  name: string,
  columns: string,
  row: (item: Item<Part>, nowMs: number) => object,
  more: { existing?: string; sortBy?(item: Item<Part>): string } = {},
): Table {
  return { part, name, columns, row, ...more } as Table;
}

const ID = ["bucket", "id"];

const TABLES: readonly Table[] = [
  table("inserted", "orders", ORDER_COLUMNS, orderJson, { sortBy: (order) => `${order.id.slice(-3)}${order.id}` }),
  table("words", "order_words", "bucket smallint, order_id text, words text",
    ({ orderId, words }) => ({ ...place(orderId), words: words.toLowerCase() })),
  table("events", "events",
    "bucket smallint, order_id text, seq integer, at bigint, type text, by_role text, by_id text, because text, policy_version integer, hash bytea, data json",
    (event) => ({
      ...place(event.orderId), seq: event.seq, at: event.at, type: event.type, by_role: event.by.role, by_id: event.by.id,
      because: event.because, policy_version: event.policyVersion, hash: bytes(event.hash), data: event.data,
    })),
  table("postings", "postings",
    "bucket smallint, order_id text, event_seq integer, line smallint, account text, amount_minor bigint, currency text, at bigint",
    ({ orderId, eventSeq, line, account, amountMinor, currency, at }) =>
      ({ ...place(orderId), event_seq: eventSeq, line, account, amount_minor: amountMinor, currency, at })),
  table("payments", "payments",
    "bucket smallint, id text, order_id text, method text, captured_minor bigint, refunding_minor bigint, refunded_minor bigint",
    ({ id, orderId, method, capturedMinor, refundingMinor, refundedMinor }) =>
      ({ ...place(orderId), id, method, captured_minor: capturedMinor, refunding_minor: refundingMinor, refunded_minor: refundedMinor }),
    { existing: overwritten(ID, "method", "captured_minor", "refunding_minor", "refunded_minor") }),
  table("refunds", "refunds",
    "bucket smallint, id text, order_id text, payment_id text, amount_minor bigint, currency text, status text, promised_by bigint, reference text",
    ({ id, orderId, paymentId, amountMinor, currency, status, promisedBy, reference }) =>
      ({ ...place(orderId), id, payment_id: paymentId, amount_minor: amountMinor, currency, status, promised_by: promisedBy, reference }),
    { existing: overwritten(ID, "status", "promised_by", "reference") }),
  table("sanctions", "sanctions", "bucket smallint, id text, order_id text, marketplace text, seller_id text, points integer, status text",
    ({ id, orderId, marketplace, sellerId, points, status }) => ({ ...place(orderId), id, marketplace, seller_id: sellerId, points, status }),
    { existing: overwritten(ID, "points", "status") }),
  table("riskMarks", "risk_marks",
    "bucket smallint, order_id text, marketplace text, buyer_id text, seller_id text, placed_at bigint, refunded integer, empty_boxes integer, " +
    "claims_withdrawn integer, lost_by_buyer integer, lost_by_seller integer, buyer_points integer",
    ({ orderId, marketplace, buyerId, sellerId, placedAt, refunded, emptyBoxes, claimsWithdrawn, lostByBuyer, lostBySeller, buyerPoints }) => ({
      ...place(orderId), marketplace, buyer_id: buyerId, seller_id: sellerId, placed_at: placedAt, refunded, empty_boxes: emptyBoxes,
      claims_withdrawn: claimsWithdrawn, lost_by_buyer: lostByBuyer, lost_by_seller: lostBySeller, buyer_points: buyerPoints,
    }),
    { existing: overwritten(["bucket", "order_id"], "refunded", "empty_boxes", "claims_withdrawn", "lost_by_buyer", "lost_by_seller", "buyer_points") }),
  table("holds", "holds", "bucket smallint, id text, order_id text, marketplace text, reviewer text, held_at bigint, review_by bigint, open boolean",
    ({ id, orderId, marketplace, reviewer, heldAt, reviewBy, open }) => ({ ...place(orderId), id, marketplace, reviewer, held_at: heldAt, review_by: reviewBy, open }),
    { existing: overwritten(ID, "reviewer", "review_by", "open") }),
  table("extensionBatches", "extension_batches", "batch text, by_id text, at bigint, made_at bigint",
    ({ batch, by, at }, nowMs) => ({ batch, by_id: by, at, made_at: nowMs }), { existing: "ON CONFLICT DO NOTHING", sortBy: ({ batch }) => batch }),
  table("trackingNumbers", "tracking_numbers", "carrier text, number text, bucket smallint, order_id text",
    ({ carrier, number, orderId }) => ({ ...place(orderId), carrier, number }),
    { sortBy: ({ carrier, number }) => `${carrier}\0${number}` }),
  table("keys", "idempotency",
    "bucket smallint, order_id text, caller text, key text, body_hash bytea, first_seq integer, last_seq integer, at bigint, made_at bigint",
    ({ orderId, caller, key, bodyHash, firstSeq, lastSeq, at }, nowMs) =>
      ({ ...place(orderId), caller, key, body_hash: bytes(bodyHash), first_seq: firstSeq, last_seq: lastSeq, at, made_at: nowMs })),
  table("outbox", "outbox", "bucket smallint, id text, order_id text, seq integer, kind text, due_at bigint, body json",
    ({ id, orderId, seq, kind, dueAt, body }) => ({ ...place(orderId), id, seq, kind, due_at: dueAt, body })),
  table("vault", "vault", "bucket smallint, order_id text, commitment bytea, person text, salt bytea, nonce bytea, ciphertext bytea",
    ({ orderId, commitment, person, salt, nonce, ciphertext }) =>
      ({ ...place(orderId), person, commitment: bytes(commitment), salt: bytes(salt), nonce: bytes(nonce), ciphertext: bytes(ciphertext) }),
    { existing: "ON CONFLICT DO NOTHING" }),
  table("evidenceUses", "evidence_uses", "bucket smallint, order_id text, evidence_id text",
    ({ orderId, evidenceId }) => ({ ...place(orderId), evidence_id: evidenceId }),
    { existing: "ON CONFLICT DO NOTHING" }),
  table("notices", "notices", "sender text, id text, type text, at bigint", ({ sender, id, type, at }) => ({ sender, id, type, at }),
    { existing: "ON CONFLICT DO NOTHING", sortBy: ({ sender, id }) => `${sender}\0${id}` }),
];

function overwritten(key: readonly string[], ...columns: string[]): string {
  return `ON CONFLICT (${key.join(", ")}) DO UPDATE SET ${columns.map((column) => `${column} = EXCLUDED.${column}`).join(", ")}`;
}

function place(orderId: string): { bucket: number; order_id: string } {
  return { bucket: bucketOf(orderId), order_id: orderId };
}

const bytes = (hex: string) => `\\x${hex}`;

/** JSON that PostgreSQL can take apart again. */
export function asJson(value: unknown): string {
  const json = JSON.stringify(value);
  // JSON.stringify escapes exactly what PostgreSQL cannot keep. A cheap look first: nearly nothing has either.
  if ((json.includes("\\u0000") || json.includes("\\ud")) && /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(json)) throw new UnstorableText();
  return json;
}
