// Reads of orders, their history and their journal, each straight from one table by its key.
// Who may see what is not decided here.

import type { Actor, RecordedEvent } from "../core/event.ts";
import type { Database, Row } from "./database.ts";
import { bucketOf, isId } from "./ids.ts";
import type { EventRow, OrderRow, PaymentRow, PostingRow, RefundRow } from "./rows.ts";

/** An order with everything that `verify` recomputes. */
export type OrderInFull = OrderRow & { events: EventRow[]; postings: PostingRow[]; payments: PaymentRow[]; refunds: RefundRow[] };

/** A refund as the ledger's columns have it. */
export type RefundStatusRow = { id: string; orderId: string; amountMinor: number; currency: string; status: string };

export interface OrderReads {
  /** The order, or null: also for text that is no id. */
  order(id: string): Promise<OrderRow | null>;
  /** Those of the orders that exist, by id. */
  orders(ids: readonly string[]): Promise<Map<string, OrderRow>>;
  /** The order that a marketplace knows under this number, or null. */
  orderByExternalId(bucket: number, marketplace: string, externalId: string): Promise<OrderRow | null>;
  /** The history, oldest first; `afterSeq` and `throughSeq` cut it, `type` sifts it. */
  events(orderId: string, part?: { afterSeq?: number; throughSeq?: number; type?: string }): Promise<RecordedEvent[]>;
  /** The events of many orders after one place of their history and through another; one list for each, in the order asked. */
  eventsWithin(parts: readonly { orderId: string; afterSeq: number; version: number }[]): Promise<RecordedEvent[][]>;
  /** The events of one type of many orders, by order id, oldest first. */
  eventsOf(orderIds: readonly string[], type: string): Promise<Map<string, RecordedEvent[]>>;
  /** The ledger of the order, in the order of its events. */
  journal(orderId: string): Promise<PostingRow[]>;
  /** Orders with a deadline at or before `nowMs`, the earliest first. What is due is decided anew by whoever asks. */
  dueOrders(nowMs: number, limit: number): Promise<{ id: string; dueAt: number }[]>;
  /** The order that a refund (payment) belongs to, or null. */
  findRefund(refundId: string): Promise<string | null>;
  findPayment(paymentId: string): Promise<string | null>;
  /** All refunds in the order of their keys: give the last id to go on. */
  refundsAfter(lastId: string | null, limit: number): Promise<RefundStatusRow[]>;
  /** The orders that have a parcel with that number from one of the carriers. */
  findParcel(carriers: readonly string[], number: string): Promise<string[]>;
  /** All orders in the order of their keys, whole: give the last id to go on. For `verify`. */
  ordersAfter(lastId: string | null, limit: number): Promise<OrderInFull[]>;
  /** How many orders there are. */
  countOrders(): Promise<number>;
}

export const ORDER_FIELDS = `orders.bucket, orders.id, marketplace, external_id, buyer_id, seller_id, currency, version, status, open_kinds,
  array_to_json(owes)::text AS owes, due_at, queue_at, total_minor, paid_minor, escrow_minor, held_minor, placed_at, hidden,
  encode(body_hash, 'hex') AS body_hash, encode(last_hash, 'hex') AS last_hash, state`;

const EVENT_FIELDS = "order_id, seq, at, type, by_role, by_id, because, policy_version, encode(hash, 'hex') AS hash, data";
const POSTING_FIELDS = "order_id, event_seq, line, account, amount_minor, currency, at";

// For each wanted key one look into the index, whatever the planner believes of the table's size.
const EACH = "unnest($1::smallint[], $2::text[]) AS wanted (wanted_bucket, wanted_id) CROSS JOIN LATERAL";

export function orderReads(database: Database): OrderReads {
  const hot = { hot: true };
  const ofOrders = async (fields: string, table: string, order: string, ids: readonly string[]): Promise<Row[]> =>
    database.rows(
      `SELECT ${fields} FROM ${EACH} (SELECT * FROM ${table} WHERE bucket = wanted_bucket AND order_id = wanted_id ORDER BY ${order} OFFSET 0) AS found`,
      [ids.map(bucketOf), ids], hot);
  const orders = async (ids: readonly string[]) => {
    const known = [...new Set(ids)].filter((id) => isId(id));
    if (known.length === 0) return new Map<string, OrderRow>();
    const rows = await database.rows(`SELECT ${ORDER_FIELDS} FROM ${EACH} (SELECT * FROM orders WHERE bucket = wanted_bucket AND id = wanted_id OFFSET 0) AS orders`, [known.map(bucketOf), known], hot);
    return new Map(rows.map((row) => [row.id as string, orderOf(row)]));
  };
  const ownerOf = async (table: "refunds" | "payments", id: string) => {
    if (!isId(id)) return null;
    const [row] = await database.rows<{ order_id: string }>(`SELECT order_id FROM ${table} WHERE bucket = $1 AND id = $2`, [bucketOf(id), id], hot);
    return row?.order_id ?? null;
  };
  return {
    order: async (id) => (await orders([id])).get(id) ?? null,
    orders,
    orderByExternalId: async (bucket, marketplace, externalId) => {
      const [row] = await database.rows(`SELECT ${ORDER_FIELDS} FROM orders WHERE bucket = $1 AND marketplace = $2 AND external_id = $3`, [bucket, marketplace, externalId], hot);
      return row ? orderOf(row) : null;
    },
    ...historyReads(database),
    journal: async (orderId) => (isId(orderId) ? (await ofOrders(POSTING_FIELDS, "postings", "event_seq, line", [orderId])).map(postingOf) : []),
    dueOrders: async (nowMs, limit) =>
      (await database.rows("SELECT id, due_at FROM orders WHERE due_at <= $1 ORDER BY due_at, id LIMIT $2", [nowMs, limit], hot))
        .map((row) => ({ id: row.id as string, dueAt: row.due_at as number })),
    findParcel: async (carriers, number) =>
      (await database.rows<{ order_id: string }>("SELECT order_id FROM tracking_numbers WHERE carrier = ANY($1::text[]) AND number = $2 ORDER BY order_id", [carriers, number], hot)).map((row) => row.order_id),
    findRefund: (id) => ownerOf("refunds", id),
    findPayment: (id) => ownerOf("payments", id),
    refundsAfter: async (lastId, limit) =>
      (await database.rows("SELECT id, order_id, amount_minor, currency, status FROM refunds WHERE (bucket, id) > ($1, $2) ORDER BY bucket, id LIMIT $3", [lastId === null ? -1 : bucketOf(lastId), lastId ?? "", limit], hot))
        .map((row) => ({ id: row.id as string, orderId: row.order_id as string, amountMinor: row.amount_minor as number, currency: row.currency as string, status: row.status as string })),
    ordersAfter: async (lastId, limit) => {
      const rows = await database.rows(`SELECT ${ORDER_FIELDS} FROM orders WHERE (bucket, id) > ($1, $2) ORDER BY bucket, id LIMIT $3`, [lastId === null ? -1 : bucketOf(lastId), lastId ?? "", limit], hot);
      const ids = rows.map((row) => row.id as string);
      if (ids.length === 0) return [];
      const [events, postings, payments, refunds] = (await Promise.all([
        ofOrders(EVENT_FIELDS, "events", "seq", ids),
        ofOrders(POSTING_FIELDS, "postings", "event_seq, line", ids),
        ofOrders(PAYMENT_FIELDS, "payments", "id", ids),
        ofOrders(REFUND_FIELDS, "refunds", "id", ids),
      ])).map(byOrder) as [Map<string, Row[]>, Map<string, Row[]>, Map<string, Row[]>, Map<string, Row[]>];
      return rows.map((row) => {
        const id = row.id as string;
        const of = (part: Map<string, Row[]>) => part.get(id) ?? [];
        return {
          ...orderOf(row), events: of(events).map(eventOf), postings: of(postings).map(postingOf),
          payments: of(payments).map(paymentOf), refunds: of(refunds).map(refundOf),
        };
      });
    },
    countOrders: async () => (await database.rows<{ number: number }>("SELECT count(*) AS number FROM orders"))[0]!.number,
  };
}

function historyReads(database: Database): Pick<OrderReads, "events" | "eventsWithin" | "eventsOf"> {
  const hot = { hot: true };
  return {
    events: async (orderId, { afterSeq = 0, throughSeq = 2_147_483_647, type } = {}) => {
      if (!isId(orderId)) return [];
      const rows = await database.rows(
        `SELECT ${EVENT_FIELDS} FROM events WHERE bucket = $1 AND order_id = $2 AND seq > $3 AND seq <= $4 ${type === undefined ? "" : "AND type = $5"} ORDER BY seq`,
        [bucketOf(orderId), orderId, afterSeq, throughSeq, ...(type === undefined ? [] : [type])], hot);
      return rows.map(recordedOf);
    },
    eventsWithin: async (parts) => {
      const rows = await database.rows(
        `SELECT nth, ${EVENT_FIELDS} FROM unnest($1::smallint[], $2::text[], $3::integer[], $4::integer[]) WITH ORDINALITY AS wanted (wanted_bucket, wanted_id, after_seq, through_seq, nth)
         CROSS JOIN LATERAL (SELECT * FROM events WHERE bucket = wanted_bucket AND order_id = wanted_id AND seq > after_seq AND seq <= through_seq ORDER BY seq OFFSET 0) AS found`,
        [parts.map(({ orderId }) => bucketOf(orderId)), parts.map(({ orderId }) => orderId), parts.map(({ afterSeq }) => afterSeq), parts.map(({ version }) => version)], hot);
      const byPart = Map.groupBy(rows, (row) => row.nth as number);
      return parts.map((_, index) => (byPart.get(index + 1) ?? []).map(recordedOf));
    },
    eventsOf: async (orderIds, type) => {
      const known = [...new Set(orderIds)].filter((id) => isId(id));
      if (known.length === 0) return new Map();
      const rows = await database.rows(
        `SELECT ${EVENT_FIELDS} FROM ${EACH} (SELECT * FROM events WHERE bucket = wanted_bucket AND order_id = wanted_id AND type = $3 ORDER BY seq OFFSET 0) AS found`,
        [known.map(bucketOf), known, type], hot);
      return new Map([...byOrder(rows)].map(([id, own]) => [id, own.map(recordedOf)]));
    },
  };
}

const PAYMENT_FIELDS = "id, order_id, method, captured_minor, refunding_minor, refunded_minor";
const REFUND_FIELDS = "id, order_id, payment_id, amount_minor, currency, status, promised_by, reference";

function byOrder(rows: Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, (row) => row.order_id as string);
}

/** An order as `ORDER_FIELDS` selects it. */
export function orderOf(row: Row): OrderRow {
  return {
    id: row.id as string, bucket: row.bucket as number, marketplace: row.marketplace as string, externalId: row.external_id as string,
    buyerId: row.buyer_id as string, sellerId: row.seller_id as string, currency: row.currency as string, version: row.version as number,
    state: JSON.parse(row.state as string), status: row.status as string, openKinds: row.open_kinds as number,
    owes: JSON.parse(row.owes as string) as string[], dueAt: row.due_at as number | null, queueAt: row.queue_at as number | null,
    totalMinor: row.total_minor as number, paidMinor: row.paid_minor as number, escrowMinor: row.escrow_minor as number, heldMinor: row.held_minor as number,
    placedAt: row.placed_at as number, hidden: row.hidden as boolean, lastHash: row.last_hash as string, bodyHash: row.body_hash as string,
  };
}

function recordedOf(row: Row): RecordedEvent {
  return {
    seq: row.seq as number, at: row.at as number, type: row.type as string,
    by: { role: row.by_role as Actor["role"], id: row.by_id as string }, because: row.because as string | null,
    policyVersion: row.policy_version as number, data: JSON.parse(row.data as string), hash: row.hash as string,
  };
}

function eventOf(row: Row): EventRow {
  return { orderId: row.order_id as string, ...recordedOf(row) };
}

function postingOf(row: Row): PostingRow {
  return {
    orderId: row.order_id as string, eventSeq: row.event_seq as number, line: row.line as number, account: row.account as string,
    amountMinor: row.amount_minor as number, currency: row.currency as string, at: row.at as number,
  };
}

function paymentOf(row: Row): PaymentRow {
  return {
    id: row.id as string, orderId: row.order_id as string, method: row.method as string, capturedMinor: row.captured_minor as number,
    refundingMinor: row.refunding_minor as number, refundedMinor: row.refunded_minor as number,
  };
}

function refundOf(row: Row): RefundRow {
  return {
    id: row.id as string, orderId: row.order_id as string, paymentId: row.payment_id as string, amountMinor: row.amount_minor as number,
    currency: row.currency as string, status: row.status as string, promisedBy: row.promised_by as number | null, reference: row.reference as string | null,
  };
}
