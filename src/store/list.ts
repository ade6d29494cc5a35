// The list of orders: every filter of the contract, newest first or by deadline, page by page.
// Pages are cut by key, never by number: what is placed in between neither repeats nor hides a row.

import type { Database, Row, Value } from "./database.ts";
import { BadCursor } from "./errors.ts";
import { bucketOf, isId } from "./ids.ts";
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
  const sort = filter.sort ?? "newest";
  const from = filter.cursor === undefined ? null : cursorOf(filter.cursor, sort);
  const search = await searchOf(database, filter);
  // One row more than asked for shows whether there is a next page.
  const rows = sort === "deadline" ? await byDeadline(database, filter, search, from, limit + 1) : await newest(database, filter, search, from, limit + 1);
  const page = rows.slice(0, limit).map(orderOf);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? textOf(sort, last) : null };
}

/** How many orders the filter finds, counted up to `most`. */
export async function countOrders(database: Database, filter: OrderFilter, most: number): Promise<number> {
  const { texts, values } = conditions(filter, await searchOf(database, filter));
  const where = texts.length === 0 ? "" : `WHERE ${texts.join(" AND ")}`;
  return (await database.rows<{ number: number }>(`SELECT count(*) AS number FROM (SELECT FROM orders ${where} LIMIT ${most}) AS found`, values))[0]!.number;
}

async function newest(database: Database, filter: OrderFilter, search: Search, from: Cursor | null, limit: number): Promise<Row[]> {
  const where = conditions(filter, search);
  if (from) where.add((p) => `(placed_at, orders.id) < (${p(from.placedAt)}, ${p(from.id)})`);
  return select(database, where, "placed_at DESC, orders.id DESC", limit);
}

/** First those with a deadline, then, newest first, those without: each part walks along an index of its own. */
async function byDeadline(database: Database, filter: OrderFilter, search: Search, from: Cursor | null, limit: number): Promise<Row[]> {
  const rows: Row[] = [];
  if (from === null || from.queueAt !== null) {
    const where = conditions(filter, search);
    where.add(() => "queue_at IS NOT NULL");
    if (from) where.add((p) => `(queue_at, orders.id) > (${p(from.queueAt)}, ${p(from.id)})`);
    rows.push(...(await select(database, where, "queue_at, orders.id", limit)));
  }
  if (rows.length < limit) {
    const where = conditions(filter, search);
    where.add(() => "queue_at IS NULL");
    if (from && from.queueAt === null) where.add((p) => `(placed_at, orders.id) < (${p(from.placedAt)}, ${p(from.id)})`);
    rows.push(...(await select(database, where, "placed_at DESC, orders.id DESC", limit - rows.length)));
  }
  return rows;
}

/** How words are looked for: among the few orders that have them, or order by order along the list. */
type Search = { pattern: string; few: readonly string[] | null } | null;

const FEW = 500;

async function searchOf(database: Database, { q, buyer, seller }: OrderFilter): Promise<Search> {
  const words = q?.trim().toLowerCase();
  if (!words) return null;
  const pattern = `%${(storable(words) as string).replaceAll(/[\\%_]/g, "\\$&")}%`;
  // A person's list is short: its words are read as the list goes on. So is it with words that many orders have.
  if (buyer !== undefined || seller !== undefined) return { pattern, few: null };
  const found = await database.rows<{ order_id: string }>(`SELECT order_id FROM order_words WHERE words LIKE $1 LIMIT ${FEW + 1}`, [pattern]);
  return { pattern, few: found.length > FEW ? null : found.map(({ order_id }) => order_id) };
}

type Conditions = { texts: string[]; values: Value[]; add(condition: (parameter: (value: Value) => string) => string): void };

const OPEN_BITS = { cancellations: 1, returns: 2, claims: 4, refunds: 8, reversals: 16 };

function conditions(filter: OrderFilter, search: Search): Conditions {
  const texts: string[] = [];
  const values: Value[] = [];
  const parameter = (value: Value) => `$${values.push(storable(value))}`;
  const made: Conditions = { texts, values, add: (condition) => void texts.push(condition(parameter)) };
  const { marketplace, status, buyer, seller, amountFrom, placedFrom, placedTo, open, owes, hiddenFrom } = filter;
  if (marketplace !== undefined) made.add((p) => `marketplace = ${p(marketplace)}`);
  if (status !== undefined) made.add((p) => `status = ${p(status)}`);
  if (buyer !== undefined) made.add((p) => `buyer_id = ${p(buyer)}`);
  if (seller !== undefined) made.add((p) => `seller_id = ${p(seller)}`);
  if (amountFrom !== undefined) made.add((p) => `total_minor >= ${p(amountFrom)}::bigint`);
  if (placedFrom !== undefined) made.add((p) => `placed_at >= ${p(placedFrom)}::bigint`);
  if (placedTo !== undefined) made.add((p) => `placed_at <= ${p(placedTo)}::bigint`);
  if (open !== undefined) made.add((p) => `open_kinds <> 0 AND open_kinds & ${p(OPEN_BITS[open])}::integer <> 0`);
  if (owes !== undefined) made.add((p) => `${p(owes)} = ANY(owes)`);
  if (hiddenFrom !== undefined) made.add(() => "NOT hidden");
  if (search?.few) made.add((p) => `(orders.bucket, orders.id) IN (SELECT * FROM unnest(${p(search.few!.map(bucketOf))}::smallint[], ${p(search.few!)}::text[]))`);
  // As a value, not as a join: it is looked up for each order that the list comes to, and the list stops early.
  else if (search) made.add((p) => `(SELECT words LIKE ${p(search.pattern)} FROM order_words WHERE order_words.bucket = orders.bucket AND order_words.order_id = orders.id)`);
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

type Cursor = { queueAt: number | null; placedAt: number; id: string };

function textOf(sort: string, { queueAt, placedAt, id }: OrderRow): string {
  return Buffer.from(JSON.stringify([sort, queueAt, placedAt, id])).toString("base64url");
}

function cursorOf(text: string, sort: string): Cursor {
  try {
    const [made, queueAt, placedAt, id] = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as unknown[];
    const queueFits = queueAt === null || Number.isSafeInteger(queueAt);
    if (made === sort && queueFits && Number.isSafeInteger(placedAt) && typeof id === "string" && isId(id, "ord")) {
      return { queueAt: queueAt as number | null, placedAt: placedAt as number, id };
    }
  } catch {
    // Not JSON, or no list: none of ours.
  }
  throw new BadCursor();
}
