// What is counted of a person over their orders, and which pictures look like each other. Every count looks at a person's latest
// orders only, so that no look-up grows with their history. What follows from the counts is the policy's.

import type { RiskFacts } from "../core/risk.ts";
import type { Database, Row } from "./database.ts";

/** Of how many of a person's latest orders in a marketplace the facts are counted. */
export const LATEST = 200;
const MOST_ALIKE = 20;

type Side = "buyer" | "seller";
export type HeldRefund = { refundId: string; orderId: string; marketplace: string; reviewer: string | null; heldAt: number; reviewBy: number | null };

export interface RiskShelf {
  /** What is counted of a person since then, in each marketplace in which they have orders. */
  factsOf(side: Side, id: string, sinceMs: number): Promise<{ marketplace: string; facts: RiskFacts }[]>;
  /** Refunds that are held now, the one that was held first in front; at most `limit`. */
  held(limit: number): Promise<HeldRefund[]>;
  /** Keeps a picture's hash and which earlier pictures of anybody it looks like. */
  keepPrint(evidenceId: string, uploader: { role: string; id: string }, print: bigint): Promise<void>;
  /** Forgets the hashes of a person's pictures; what was found to look alike stays on the other picture's side. */
  forget(person: string): Promise<void>;
  /** Where a person's pictures were used, and that another picture which looks like it was used on another order. */
  alike(evidenceIds: readonly string[]): Promise<{ evidenceId: string; otherId: string; orderId: string }[]>;
}

/** The facts of one side as a subquery: its row always comes, with zeros where nothing is counted. The parts are SQL, never a caller's words. */
export function countedOf(side: Side, marketplace: string, person: string, since: string): string {
  const points = side === "buyer"
    ? "coalesce(sum(marks.buyer_points), 0)"
    : `(SELECT coalesce(sum(points), 0) FROM sanctions WHERE sanctions.marketplace = ${marketplace} AND sanctions.seller_id = ${person} AND sanctions.status = 'active')`;
  const pictures = side === "seller" ? "0" : `(SELECT count(DISTINCT prints.evidence_id) FROM evidence_prints AS prints
      JOIN evidence_alike AS alike ON alike.evidence_id = prints.evidence_id
      JOIN evidence_uses AS own ON own.evidence_id = prints.evidence_id
      JOIN evidence_uses AS other ON other.evidence_id = alike.other_id AND other.order_id <> own.order_id
      WHERE prints.uploader_role = 'buyer' AND prints.uploader_id = ${person})`;
  return `SELECT count(latest.id) AS orders, coalesce(sum(marks.refunded), 0) AS refunded, coalesce(sum(marks.empty_boxes), 0) AS empty_boxes,
      coalesce(sum(marks.claims_withdrawn), 0) AS claims_withdrawn, coalesce(sum(marks.lost_by_${side}), 0) AS claims_lost, ${points} AS points, ${pictures} AS same_evidence
    FROM (SELECT bucket, id FROM orders WHERE ${side}_id = ${person} AND marketplace = ${marketplace} AND placed_at >= (${since})[1] AND paid_minor > 0
      ORDER BY placed_at DESC, id DESC LIMIT ${LATEST}) AS latest
    LEFT JOIN risk_marks AS marks ON marks.bucket = latest.bucket AND marks.order_id = latest.id`;
}

/** The columns of that subquery under names of their own. */
export const factColumns = (side: Side): string =>
  ["orders", "refunded", "empty_boxes", "claims_withdrawn", "claims_lost", "points", "same_evidence"].map((name) => `${side}.${name} AS ${side}_${name}`).join(", ");

/** The facts of one side of a row that has those columns. */
export function factsIn(row: Row, side: Side): RiskFacts {
  const value = (name: string): number => Number(row[`${side}_${name}`]);
  const orders = value("orders");
  return {
    orders, refundShare: orders === 0 ? 0 : Math.floor((value("refunded") * 10_000) / orders), emptyBoxes: value("empty_boxes"),
    claimsWithdrawn: value("claims_withdrawn"), claimsLost: value("claims_lost"), sameEvidence: value("same_evidence"), points: value("points"),
  };
}

/** Of 64 bits: what scaling and saving anew change. Two hashes that differ in three or fewer share a part for certain; in more, nearly always. */
const MOST_BITS = 8;

/** Whether two hashes are of the same picture. */
export function isAlike(one: bigint, other: bigint): boolean {
  let differing = one ^ other;
  let bits = 0;
  for (; differing !== 0n && bits <= MOST_BITS; bits += 1) differing &= differing - 1n;
  return bits <= MOST_BITS;
}

const partsOf = (print: bigint): number[] => [0n, 16n, 32n, 48n].map((shift) => Number((print >> shift) & 0xffffn));
const printOf = (row: Row): bigint => [0, 1, 2, 3].reduce((print, part) => print | (BigInt(row[`part_${part}`] as number) << BigInt(16 * part)), 0n);

export function riskShelf(database: Database): RiskShelf {
  return {
    factsOf: async (side, id, sinceMs) => {
      const rows = await database.rows(
        `SELECT own.marketplace, ${factColumns(side)} FROM (SELECT DISTINCT marketplace FROM (SELECT marketplace FROM orders WHERE ${side}_id = $1 AND placed_at >= ($2::bigint[])[1]
           ORDER BY placed_at DESC, id DESC LIMIT ${LATEST * 5}) AS lately) AS own
         CROSS JOIN LATERAL (${countedOf(side, "own.marketplace", "$1", "$2::bigint[]")}) AS ${side} ORDER BY own.marketplace`, [id, [sinceMs]]);
      return rows.map((row) => ({ marketplace: row.marketplace as string, facts: factsIn(row, side) }));
    },
    held: async (limit) =>
      (await database.rows("SELECT id, order_id, marketplace, reviewer, held_at, review_by FROM holds WHERE open ORDER BY held_at, id LIMIT $1", [limit])).map((row) => ({
        refundId: row.id as string, orderId: row.order_id as string, marketplace: row.marketplace as string, reviewer: row.reviewer as string | null,
        heldAt: row.held_at as number, reviewBy: row.review_by as number | null,
      })),
    keepPrint: async (evidenceId, uploader, print) => {
      const parts = partsOf(print);
      const near = await database.rows(
        `SELECT evidence_id, part_0, part_1, part_2, part_3 FROM evidence_prints WHERE part_0 = $1 OR part_1 = $2 OR part_2 = $3 OR part_3 = $4 LIMIT 2000`, parts);
      const alike = near.filter((row) => isAlike(print, printOf(row))).slice(0, MOST_ALIKE).map((row) => row.evidence_id as string);
      await database.rows(
        `WITH print AS (INSERT INTO evidence_prints (evidence_id, uploader_role, uploader_id, part_0, part_1, part_2, part_3) VALUES ($1, $2, $3, $4, $5, $6, $7))
         INSERT INTO evidence_alike (evidence_id, other_id) SELECT $1, other FROM unnest($8::text[]) AS other`,
        [evidenceId, uploader.role, uploader.id, ...parts, alike]);
    },
    forget: async (person) => void (await database.rows("DELETE FROM evidence_prints USING evidence WHERE evidence.id = evidence_prints.evidence_id AND evidence.person = $1", [person])),
    alike: async (evidenceIds) => {
      if (evidenceIds.length === 0) return [];
      const rows = await database.rows(
        `SELECT DISTINCT alike.evidence_id, alike.other_id, other.order_id FROM unnest($1::text[]) AS wanted (id)
         JOIN evidence_alike AS alike ON alike.evidence_id = wanted.id
         JOIN evidence_uses AS own ON own.evidence_id = wanted.id
         JOIN evidence_uses AS other ON other.evidence_id = alike.other_id AND other.order_id <> own.order_id
         ORDER BY 1, 2, 3 LIMIT 200`, [evidenceIds]);
      return rows.map((row) => ({ evidenceId: row.evidence_id as string, otherId: row.other_id as string, orderId: row.order_id as string }));
    },
  };
}
