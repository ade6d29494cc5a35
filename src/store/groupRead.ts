// What one group needs to see before it decides: one statement for each kind of fact, all of them sent together.
// On a server the orders are locked in key order first, so that the facts behind them are the newest.
// LATERAL with OFFSET 0 fixes the plan: for each wanted key one look into the index, whatever the planner believes.

import { bucketOf, isId, orderBucket } from "./ids.ts";
import type { Row, Statement } from "./database.ts";
import type { RiskFacts } from "../core/risk.ts";
import { countedOf, factColumns, factsIn } from "./risk.ts";

export type GroupRequest = {
  /** Existing orders to lock, in any order; ids that are nobody's are simply not there. */
  orders: readonly string[];
  /** Orders about to be placed: is there one already, and how many does the buyer leave unpaid? */
  placements: readonly { marketplace: string; externalId: string; buyerId: string }[];
  keys: readonly { orderId: string; caller: string; key: string }[];
  trackingNumbers: readonly { carrier: string; number: string }[];
  evidence: readonly string[];
  /** Messages about to be taken in: were they already? */
  notices?: readonly { sender: string; id: string }[];
  /** Where these marketplaces have rules about risk: what is counted since then of the people of those of their orders. */
  risk?: { marketplaces: readonly string[]; sinceMs: number } | null;
};

export type LockedOrder = { state: unknown; version: number; lastHash: string; bodyHash: string; dueAt: number | null };

export type GroupRead = {
  orders: Map<string, LockedOrder>;
  /** By `${marketplace}\0${externalId}`. */
  placed: Map<string, { orderId: string; bodyHash: string }>;
  /** By `${marketplace}\0${buyerId}`: how many orders await payment now. */
  unpaid: Map<string, number>;
  /** By `${orderId}\0${caller}\0${key}`. */
  keys: Map<string, { bodyHash: string; firstSeq: number; lastSeq: number; at: number }>;
  /** By `${carrier}\0${number}`: the order that has it. */
  trackingNumbers: Map<string, string>;
  /** The uploader, by evidence id. */
  evidence: Map<string, { role: string; id: string }>;
  /** The seller's active points, by order id. */
  points: Map<string, number>;
  /** What is counted of both sides, by order id; only for marketplaces that have rules about it. */
  risk: Map<string, { buyer: RiskFacts; seller: RiskFacts }>;
  /** Those wanted that were taken in before, as `${sender}\0${id}`. */
  notices: Set<string>;
};

type Question = { statement: Statement; take(rows: Row[], read: GroupRead): void };

export function emptyRead(): GroupRead {
  return { orders: new Map(), placed: new Map(), unpaid: new Map(), keys: new Map(), trackingNumbers: new Map(), evidence: new Map(), points: new Map(), risk: new Map(), notices: new Set() };
}

/** The questions of a group, the locking ones first. `server`: other processes write too. */
export function questionsOf(request: GroupRequest, server: boolean): Question[] {
  // In key order: two groups that want the same orders never wait for each other in a circle.
  const orders = [...new Set(request.orders)].filter((id) => isId(id)).sort((a, b) => bucketOf(a) - bucketOf(b) || (a < b ? -1 : 1));
  return [...lockQuestions({ ...request, orders }, server), ...factQuestions({ ...request, orders })];
}

function lockQuestions({ orders, placements }: GroupRequest, server: boolean): Question[] {
  const questions: Question[] = [];
  if (orders.length > 0) {
    questions.push({
      statement: hot(
        `SELECT id, state, version, encode(last_hash, 'hex') AS last_hash, encode(body_hash, 'hex') AS body_hash, due_at
         FROM unnest($1::smallint[], $2::text[]) AS wanted (wanted_bucket, wanted_id)
         CROSS JOIN LATERAL (SELECT * FROM orders WHERE bucket = wanted_bucket AND id = wanted_id OFFSET 0 ${server ? "FOR UPDATE" : ""}) AS found`,
        orders.map(bucketOf), orders),
      take: (rows, read) => {
        for (const row of rows) {
          read.orders.set(row.id as string, {
            state: JSON.parse(row.state as string), version: row.version as number, lastHash: row.last_hash as string,
            bodyHash: row.body_hash as string, dueAt: row.due_at as number | null,
          });
        }
      },
    });
  }
  if (placements.length > 0 && server) {
    // Two orders of one buyer that are placed at once must count each other: one lock for each buyer, in one order.
    questions.push({
      statement: hot(
        "SELECT pg_advisory_xact_lock(lock) IS NULL AS done FROM (SELECT DISTINCT hashtextextended(buyer, 0) AS lock FROM unnest($1::text[]) AS buyer ORDER BY 1) AS locks",
        placements.map(({ marketplace, buyerId }) => `${marketplace}/${buyerId}`)),
      take: () => undefined,
    });
  }
  return questions;
}

function factQuestions({ orders, placements, keys, trackingNumbers, evidence, notices = [], risk }: GroupRequest): Question[] {
  const questions: Question[] = [];
  if (placements.length > 0) questions.push(placedQuestion(placements), unpaidQuestion(placements));
  const ownKeys = keys.filter(({ orderId }) => isId(orderId));
  if (ownKeys.length > 0) questions.push(keysQuestion(ownKeys));
  if (trackingNumbers.length > 0) questions.push(trackingQuestion(trackingNumbers));
  if (evidence.length > 0) questions.push(evidenceQuestion(evidence));
  if (notices.length > 0) questions.push(noticesQuestion(notices));
  if (orders.length > 0) questions.push(pointsQuestion(orders));
  if (orders.length > 0 && risk && risk.marketplaces.length > 0) questions.push(riskQuestion(orders, risk));
  return questions;
}

function placedQuestion(placements: GroupRequest["placements"]): Question {
  return {
    statement: hot(
      `SELECT id, marketplace, external_id, encode(body_hash, 'hex') AS body_hash
       FROM unnest($1::smallint[], $2::text[], $3::text[]) AS wanted (wanted_bucket, wanted_marketplace, wanted_id)
       CROSS JOIN LATERAL (SELECT * FROM orders WHERE bucket = wanted_bucket AND marketplace = wanted_marketplace AND external_id = wanted_id OFFSET 0) AS found`,
      placements.map(({ marketplace, externalId }) => orderBucket(marketplace, externalId)),
      placements.map(({ marketplace }) => marketplace), placements.map(({ externalId }) => externalId)),
    take: (rows, read) => {
      for (const row of rows) read.placed.set(`${row.marketplace}\0${row.external_id}`, { orderId: row.id as string, bodyHash: row.body_hash as string });
    },
  };
}

function unpaidQuestion(placements: GroupRequest["placements"]): Question {
  return {
    statement: hot(
      `SELECT wanted_marketplace AS marketplace, wanted_buyer AS buyer_id, unpaid FROM unnest($1::text[], $2::text[]) AS wanted (wanted_marketplace, wanted_buyer)
       CROSS JOIN LATERAL (SELECT count(*) AS unpaid FROM orders WHERE marketplace = wanted_marketplace AND buyer_id = wanted_buyer AND status = 'awaitingPayment') AS found`,
      placements.map(({ marketplace }) => marketplace), placements.map(({ buyerId }) => buyerId)),
    take: (rows, read) => {
      for (const row of rows) read.unpaid.set(`${row.marketplace}\0${row.buyer_id}`, row.unpaid as number);
    },
  };
}

function keysQuestion(keys: GroupRequest["keys"]): Question {
  return {
    statement: hot(
      `SELECT order_id, caller, key, encode(body_hash, 'hex') AS body_hash, first_seq, last_seq, at
       FROM unnest($1::smallint[], $2::text[], $3::text[], $4::text[]) AS wanted (wanted_bucket, wanted_order, wanted_caller, wanted_key)
       CROSS JOIN LATERAL (SELECT * FROM idempotency
         WHERE bucket = wanted_bucket AND order_id = wanted_order AND caller = wanted_caller AND key = wanted_key OFFSET 0) AS found`,
      keys.map(({ orderId }) => bucketOf(orderId)), keys.map(({ orderId }) => orderId), keys.map(({ caller }) => caller), keys.map(({ key }) => key)),
    take: (rows, read) => {
      for (const row of rows) {
        read.keys.set(`${row.order_id}\0${row.caller}\0${row.key}`, {
          bodyHash: row.body_hash as string, firstSeq: row.first_seq as number, lastSeq: row.last_seq as number, at: row.at as number,
        });
      }
    },
  };
}

function trackingQuestion(numbers: GroupRequest["trackingNumbers"]): Question {
  return {
    statement: hot(
      `SELECT carrier, number, order_id FROM unnest($1::text[], $2::text[]) AS wanted (wanted_carrier, wanted_number)
       CROSS JOIN LATERAL (SELECT * FROM tracking_numbers WHERE carrier = wanted_carrier AND number = wanted_number OFFSET 0) AS found`,
      numbers.map(({ carrier }) => carrier), numbers.map(({ number }) => number)),
    take: (rows, read) => {
      for (const row of rows) read.trackingNumbers.set(`${row.carrier}\0${row.number}`, row.order_id as string);
    },
  };
}

function evidenceQuestion(evidence: readonly string[]): Question {
  return {
    statement: hot("SELECT id, uploader_role, uploader_id FROM evidence WHERE id = ANY($1::text[])", evidence),
    take: (rows, read) => {
      for (const row of rows) read.evidence.set(row.id as string, { role: row.uploader_role as string, id: row.uploader_id as string });
    },
  };
}

function noticesQuestion(notices: NonNullable<GroupRequest["notices"]>): Question {
  return {
    statement: hot(
      `SELECT sender, id FROM unnest($1::text[], $2::text[]) AS wanted (wanted_sender, wanted_id)
       CROSS JOIN LATERAL (SELECT * FROM notices WHERE sender = wanted_sender AND id = wanted_id OFFSET 0) AS found`,
      notices.map(({ sender }) => sender), notices.map(({ id }) => id)),
    take: (rows, read) => {
      for (const row of rows) read.notices.add(`${row.sender}\0${row.id}`);
    },
  };
}

function pointsQuestion(orders: readonly string[]): Question {
  return {
    statement: hot(
      `SELECT id, (SELECT coalesce(sum(points), 0) FROM sanctions
                   WHERE sanctions.marketplace = found.marketplace AND sanctions.seller_id = found.seller_id AND sanctions.status = 'active') AS points
       FROM unnest($1::smallint[], $2::text[]) AS wanted (wanted_bucket, wanted_id)
       CROSS JOIN LATERAL (SELECT id, marketplace, seller_id FROM orders WHERE bucket = wanted_bucket AND id = wanted_id OFFSET 0) AS found`,
      orders.map(bucketOf), orders),
    take: (rows, read) => {
      for (const row of rows) read.points.set(row.id as string, row.points as number);
    },
  };
}

function riskQuestion(orders: readonly string[], { marketplaces, sinceMs }: NonNullable<GroupRequest["risk"]>): Question {
  return {
    statement: hot(
      `SELECT found.id, ${factColumns("buyer")}, ${factColumns("seller")}
       FROM unnest($1::smallint[], $2::text[]) AS wanted (wanted_bucket, wanted_id)
       CROSS JOIN LATERAL (SELECT id, marketplace, buyer_id, seller_id FROM orders
         WHERE bucket = wanted_bucket AND id = wanted_id AND marketplace = ANY($3::text[]) OFFSET 0) AS found
       CROSS JOIN LATERAL (${countedOf("buyer", "found.marketplace", "found.buyer_id", "$4::bigint[]")}) AS buyer
       CROSS JOIN LATERAL (${countedOf("seller", "found.marketplace", "found.seller_id", "$4::bigint[]")}) AS seller`,
      orders.map(bucketOf), orders, marketplaces, [sinceMs]),
    take: (rows, read) => {
      for (const row of rows) read.risk.set(row.id as string, { buyer: factsIn(row, "buyer"), seller: factsIn(row, "seller") });
    },
  };
}

function hot(text: string, ...values: (readonly string[] | readonly number[])[]): Statement {
  return { text, values, hot: true };
}
