// Labels bought of a carrier as rows: what the carrier calls them, and when it is asked next. The first shipment that is kept for a
// return stands. It knows no carrier. All times are the real clock's, epoch milliseconds.
import type { Database, Row } from "./database.ts";
import { bucketOf } from "./ids.ts";

/** Whether the price of a voided label comes back; null where it was never asked for. */
export type LabelRefund = "submitted" | "refunded" | "rejected" | "notApplicable";

export type Shipment = {
  returnId: string; orderId: string; gateway: string; shipmentId: string; madeAt: number; trackerId: string | null; trackingNumber: string | null;
  boughtAt: number | null; refund: LabelRefund | null; refundTries: number; voidedAt: number | null; askAt: number | null;
};

export interface Shipments {
  /** Keeps what the carrier calls the shipment of a return, where nothing is kept yet. The answer is what stands. */
  keep(made: Pick<Shipment, "returnId" | "orderId" | "gateway" | "shipmentId" | "madeAt">): Promise<Shipment>;
  find(returnId: string): Promise<Shipment | null>;
  /** The shipment has a label; the carrier is asked about its parcel from `askAt` on. Told again, nothing changes. */
  bought(returnId: string, label: { trackerId: string | null; trackingNumber: string; boughtAt: number; askAt: number }): Promise<void>;
  /** What became of the price of a voided label, and when to ask again. `retried`: it was asked for once more. */
  refunded(returnId: string, refund: LabelRefund, at: number, askAt: number | null, retried: boolean): Promise<void>;
  /** The same by the carrier's own name for the shipment, from a message: what is settled stays. */
  refundedByShipment(gateway: string, shipmentId: string, refund: LabelRefund): Promise<void>;
  byTrackers(gateway: string, trackerIds: readonly string[]): Promise<Map<string, Shipment>>;
  /** Takes what the carrier is to be asked about now: two processes never get the same while the lease lasts. */
  lease(gateway: string, nowMs: number, leaseMs: number, limit: number): Promise<Shipment[]>;
  /** When each is asked next, null for never; ends the lease. */
  askNext(next: readonly { returnId: string; askAt: number | null }[]): Promise<void>;
  /** Something was heard without asking: it is not asked about before `askAt`. */
  heard(returnId: string, askAt: number): Promise<void>;
  /** When the carrier is to be asked next, or null. */
  earliest(gateway: string): Promise<number | null>;
  /** Voided labels whose price does not come back, or of which nothing was heard since before `heardBefore`; the oldest first. */
  unrefunded(heardBefore: number, limit: number): Promise<Shipment[]>;
}

const FIELDS = ["return_id", "order_id", "gateway", "shipment_id", "made_at", "tracker_id", "tracking_number", "bought_at", "refund", "refund_tries", "voided_at", "ask_at"].map((field) => `shipments.${field}`).join(", ");
const HOT = { hot: true };

export function shipmentsOf(database: Database): Shipments {
  const find = async (returnId: string): Promise<Shipment | null> => {
    const [row] = await database.rows(`SELECT ${FIELDS} FROM shipments WHERE bucket = $1 AND return_id = $2`, [bucketOf(returnId), returnId], HOT);
    return row ? shipmentOf(row) : null;
  };
  return {
    find,
    keep: async ({ returnId, orderId, gateway, shipmentId, madeAt }) => {
      await database.rows("INSERT INTO shipments (bucket, return_id, order_id, gateway, shipment_id, made_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING", [bucketOf(returnId), returnId, orderId, gateway, shipmentId, madeAt], HOT);
      return (await find(returnId))!;
    },
    bought: async (returnId, { trackerId, trackingNumber, boughtAt, askAt }) => {
      await database.rows(
        "UPDATE shipments SET tracker_id = $3, tracking_number = $4, bought_at = $5, ask_at = $6 WHERE bucket = $1 AND return_id = $2 AND bought_at IS NULL",
        [bucketOf(returnId), returnId, trackerId, trackingNumber, boughtAt, askAt], HOT);
    },
    refunded: async (returnId, refund, at, askAt, retried) => {
      await database.rows(
        `UPDATE shipments SET refund = $3, voided_at = coalesce(voided_at, $4), ask_at = $5, refund_tries = refund_tries + $6, leased_until = NULL
         WHERE bucket = $1 AND return_id = $2 AND refund IS DISTINCT FROM 'refunded'`, [bucketOf(returnId), returnId, refund, at, askAt, retried ? 1 : 0], HOT);
    },
    refundedByShipment: async (gateway, shipmentId, refund) => {
      await database.rows("UPDATE shipments SET refund = $3, ask_at = NULL WHERE gateway = $1 AND shipment_id = $2 AND refund IS DISTINCT FROM 'refunded' AND voided_at IS NOT NULL", [gateway, shipmentId, refund], HOT);
    },
    byTrackers: async (gateway, trackerIds) =>
      new Map((await database.rows(`SELECT ${FIELDS} FROM shipments WHERE gateway = $1 AND tracker_id = ANY($2::text[])`, [gateway, trackerIds], HOT)).map((row) => [row.tracker_id as string, shipmentOf(row)])),
    ...asking(database),
    unrefunded: async (heardBefore, limit) =>
      (await database.rows(`SELECT ${FIELDS} FROM shipments WHERE refund IN ('rejected', 'notApplicable') OR (refund = 'submitted' AND voided_at < $1) ORDER BY voided_at, return_id LIMIT $2`, [heardBefore, limit])).map(shipmentOf),
  };
}

function asking(database: Database): Pick<Shipments, "lease" | "askNext" | "heard" | "earliest"> {
  return {
    lease: async (gateway, nowMs, leaseMs, limit) =>
      (await database.rows(
        `WITH due AS MATERIALIZED (
           SELECT bucket, return_id FROM shipments WHERE gateway = $1 AND ask_at <= $2 AND (leased_until IS NULL OR leased_until < $2) ORDER BY ask_at LIMIT $4 FOR UPDATE SKIP LOCKED)
         UPDATE shipments SET leased_until = $3 FROM due WHERE shipments.bucket = due.bucket AND shipments.return_id = due.return_id RETURNING ${FIELDS}`,
        [gateway, nowMs, nowMs + leaseMs, limit], HOT)).map(shipmentOf),
    askNext: async (next) => {
      await database.rows(
        `UPDATE shipments SET ask_at = next.at, leased_until = NULL FROM unnest($1::smallint[], $2::text[], $3::bigint[]) AS next (bucket, return_id, at)
         WHERE shipments.bucket = next.bucket AND shipments.return_id = next.return_id AND voided_at IS NULL`,
        [next.map(({ returnId }) => bucketOf(returnId)), next.map(({ returnId }) => returnId), `{${next.map(({ askAt }) => askAt ?? "NULL").join(",")}}`], HOT);
    },
    heard: async (returnId, askAt) => {
      await database.rows("UPDATE shipments SET ask_at = $3 WHERE bucket = $1 AND return_id = $2 AND ask_at < $3 AND voided_at IS NULL", [bucketOf(returnId), returnId, askAt], HOT);
    },
    earliest: async (gateway) => {
      const [row] = await database.rows<{ at: number | null }>(
        "SELECT greatest(ask_at, leased_until) AS at FROM shipments WHERE gateway = $1 AND ask_at IS NOT NULL ORDER BY ask_at LIMIT 1", [gateway], HOT);
      return row?.at ?? null;
    },
  };
}

function shipmentOf(row: Row): Shipment {
  return {
    returnId: row.return_id as string, orderId: row.order_id as string, gateway: row.gateway as string, shipmentId: row.shipment_id as string, madeAt: row.made_at as number,
    trackerId: row.tracker_id as string | null, trackingNumber: row.tracking_number as string | null, boughtAt: row.bought_at as number | null,
    refund: row.refund as LabelRefund | null, refundTries: row.refund_tries as number, voidedAt: row.voided_at as number | null, askAt: row.ask_at as number | null,
  };
}
