// The list of orders: every filter of the contract, newest first or by deadline, page by page.
// Pages are cut by key, never by number: what is placed in between neither repeats nor hides a row.

import type { Database, Row, Value } from "./database.ts";
import { BadCursor } from "./errors.ts";
import { ORDER_FIELDS, orderOf } from "./orders.ts";
import type { OrderRow } from "./rows.ts";

export type OrderFilter = {
  marketplace?: string;
  status?: string;
  /** Part of an id, title or sku, in any case. */
  q?: string;
  buyer?: string;
  seller?: string;
  amountFrom?: number;
  /** UTC epoch milliseconds, both ends included. */
  placedFrom?: number;
  placedTo?: number;
  open?: "cancellations" | "returns" | "claims" | "refunds" | "reversals";
  /** The role whose turn it is. */
  owes?: string;
  /** Leaves out what that role has deleted from its list. */
  hiddenFrom?: "buyer";
  /** By the next deadline, those without one last; otherwise newest first. */
  sort?: "deadline";
  cursor?: string;
  /** 1 to 200; 50 if absent. */
  limit?: number;
};

export type OrderPage = { rows: OrderRow[]; next: string | null };

/** One page, and the cursor of the next one (null at the end). Throws `BadCursor`. */
export async function listOrders(database: Database, filter: OrderFilter): Promise<OrderPage> {
  const limit = Math.min(Math.max(filter.limit ?? 50, 1), 200);
  const from = filter.cursor === undefined ? null : cursorOf(filter.cursor, filter.sort ?? "newest");
  // One row more than asked for shows whether there is a next page.
  const rows = filter.sort === "deadline" ? await byDeadline(database, filter, from, limit + 1) : await newest(database, filter, from, limit + 1);
  const page = rows.slice(0, limit).map(orderOf);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? textOf(filter.sort ?? "newest", last) : null };
}

async function newest(database: Database, filter: OrderFilter, from: Cursor | null, limit: number): Promise<Row[]> {
  const where = conditions(filter);
  if (from) where.add((p) => `(placed_at, orders.id) < (${p(from.at ?? 0)}, ${p(from.id)})`);
  return select(database, where, "placed_at DESC, orders.id DESC", limit);
}

async function byDeadline(database: Database, filter: OrderFilter, from: Cursor | null, limit: number): Promise<Row[]> {
  const rows: Row[] = [];
  if (from === null || from.at !== null) {
    const where = conditions(filter);
    where.add(() => "due_at IS NOT NULL");
    if (from) where.add((p) => `(due_at, orders.id) > (${p(from.at)}, ${p(from.id)})`);
    rows.push(...(await select(database, where, "due_at, orders.id", limit)));
  }
  if (rows.length < limit) {
    const where = conditions(filter);
    where.add(() => "due_at IS NULL");
    if (from && from.at === null) where.add((p) => `orders.id > ${p(from.id)}`);
    rows.push(...(await select(database, where, "orders.id", limit - rows.length)));
  }
  return rows;
}

type Conditions = { texts: string[]; values: Value[]; add(condition: (parameter: (value: Value) => string) => string): void };

const OPEN_BITS = { cancellations: 1, returns: 2, claims: 4, refunds: 8, reversals: 16 };

function conditions(filter: OrderFilter): Conditions {
  const texts: string[] = [];
  const values: Value[] = [];
  const parameter = (value: Value) => `$${values.push(storable(value))}`;
  const made: Conditions = { texts, values, add: (condition) => void texts.push(condition(parameter)) };
  const { marketplace, status, q, buyer, seller, amountFrom, placedFrom, placedTo, open, owes, hiddenFrom } = filter;
  if (marketplace !== undefined) made.add((p) => `marketplace = ${p(marketplace)}`);
  if (status !== undefined) made.add((p) => `status = ${p(status)}`);
  if (buyer !== undefined) made.add((p) => `buyer_id = ${p(buyer)}`);
  if (seller !== undefined) made.add((p) => `seller_id = ${p(seller)}`);
  if (amountFrom !== undefined) made.add((p) => `total_minor >= ${p(amountFrom)}::bigint`);
  if (placedFrom !== undefined) made.add((p) => `placed_at >= ${p(placedFrom)}::bigint`);
  if (placedTo !== undefined) made.add((p) => `placed_at <= ${p(placedTo)}::bigint`);
  if (open !== undefined) made.add((p) => `open_kinds & ${p(OPEN_BITS[open])}::integer <> 0`);
  if (owes !== undefined) made.add((p) => `${p(owes)} = ANY(owes)`);
  if (hiddenFrom !== undefined) made.add(() => "NOT hidden");
  const words = q?.trim().toLowerCase();
  if (words) {
    made.add((p) => `EXISTS (SELECT FROM order_words WHERE order_words.bucket = orders.bucket AND order_words.order_id = orders.id
      AND words LIKE ${p(`%${words.replaceAll(/[\\%_]/g, "\\$&")}%`)})`);
  }
  return made;
}

/** Text with U+0000 cannot be stored, so it is nobody's; U+FFFF in its place is refused nowhere and found nowhere. */
function storable(value: Value): Value {
  return typeof value === "string" ? value.toWellFormed().replaceAll("\0", "\uffff") : value;
}

async function select(database: Database, { texts, values }: Conditions, order: string, limit: number): Promise<Row[]> {
  const where = texts.length === 0 ? "" : `WHERE ${texts.join(" AND ")}`;
  return database.rows(`SELECT ${ORDER_FIELDS} FROM orders ${where} ORDER BY ${order} LIMIT ${limit}`, values);
}

type Cursor = { sort: string; at: number | null; id: string };

function textOf(sort: string, { dueAt, placedAt, id }: OrderRow): string {
  return Buffer.from(JSON.stringify([sort, sort === "deadline" ? dueAt : placedAt, id])).toString("base64url");
}

function cursorOf(text: string, sort: string): Cursor {
  try {
    const [made, at, id] = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as [unknown, unknown, unknown];
    const validAt = Number.isSafeInteger(at) || (at === null && sort === "deadline");
    if (made === sort && validAt && typeof id === "string" && id.length < 100) return { sort, at: at as number | null, id };
  } catch {
    // Not JSON: none of ours.
  }
  throw new BadCursor();
}
