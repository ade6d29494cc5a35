// What the sandbox's institution and carrier remember by themselves: the outside truth that ours is compared with.
// It refers to nothing of ours but by the names we gave when we asked.

import type { Database, Row } from "./database.ts";
import { sandboxPayoutRecords, type SandboxPayoutRecords } from "./sandboxPayouts.ts";

export type SandboxPayment = { id: string; orderId: string; method: string; amountMinor: number; currency: string; at: number; status: string; dueAt: number | null };
/** `dueAt` is when it settles by itself; null when it does not. */
export type SandboxRefund = { key: string; amountMinor: number; currency: string; to: string; at: number; status: string; dueAt: number | null };
export type SandboxLabel = { id: string; orderId: string; carrier: string; trackingNumber: string; at: number; voidedAt: number | null };

/** What a bank knows of a chargeback of its own. */
export type SandboxChargeback = { reference: string; paymentId: string; amountMinor: number; at: number; status: string };

export interface SandboxRecords extends SandboxPayoutRecords {
  /** Remembers a payment; asked again with the same id, nothing changes. */
  addPayment(payment: SandboxPayment): Promise<void>;
  payment(id: string): Promise<SandboxPayment | null>;
  /** Payments that wait to be confirmed by themselves up to `nowMs`, the earliest first. */
  duePayments(nowMs: number, limit: number): Promise<SandboxPayment[]>;
  setPayment(id: string, status: string, dueAt: number | null): Promise<boolean>;
  /** Executes a refund once for its key: asked again, it returns what was executed the first time. */
  executeRefund(refund: SandboxRefund): Promise<{ refund: SandboxRefund; first: boolean }>;
  refund(key: string): Promise<SandboxRefund | null>;
  /** Every refund ever executed, the oldest first. */
  refunds(): Promise<SandboxRefund[]>;
  dueRefunds(nowMs: number, limit: number): Promise<SandboxRefund[]>;
  /** Sets a refund's status, where `from` is given only if it still is that. */
  setRefund(key: string, status: string, dueAt: number | null, from?: string): Promise<boolean>;
  /** When the institution acts by itself next, or null. */
  earliestDue(): Promise<number | null>;
  addChargeback(chargeback: SandboxChargeback): Promise<void>;
  chargeback(reference: string): Promise<SandboxChargeback | null>;
  /** The last one that a payment saw. */
  chargebackOf(paymentId: string): Promise<SandboxChargeback | null>;
  setChargeback(reference: string, status: string): Promise<void>;
  addLabel(label: SandboxLabel): Promise<SandboxLabel>;
  label(id: string): Promise<SandboxLabel | null>;
  labelByNumber(trackingNumber: string): Promise<SandboxLabel | null>;
  /** Voids a label; the time of the first voiding stays. */
  voidLabel(id: string, atMs: number): Promise<SandboxLabel | null>;
}

const PAYMENT = "id, order_id, method, amount_minor, currency, at, status, due_at";
const REFUND = 'key, amount_minor, currency, "to", at, status, due_at';
const LABEL = "id, order_id, carrier, tracking_number, at, voided_at";
const HOT = { hot: true };

export function sandboxRecords(database: Database): SandboxRecords {
  return { ...paymentRecords(database), ...refundRecords(database), ...chargebackRecords(database), ...labelRecords(database), ...sandboxPayoutRecords(database) };
}

function paymentRecords(database: Database) {
  return {
    addPayment: async ({ id, orderId, method, amountMinor, currency, at, status, dueAt }: SandboxPayment) => {
      await database.rows(`INSERT INTO sandbox.payments (${PAYMENT}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`, [id, orderId, method, amountMinor, currency, at, status, dueAt], HOT);
    },
    payment: async (id: string) => first(await database.rows(`SELECT ${PAYMENT} FROM sandbox.payments WHERE id = $1`, [id], HOT), paymentOf),
    duePayments: async (nowMs: number, limit: number) =>
      (await database.rows(`SELECT ${PAYMENT} FROM sandbox.payments WHERE due_at <= $1 ORDER BY due_at, id LIMIT $2`, [nowMs, limit], HOT)).map(paymentOf),
    setPayment: async (id: string, status: string, dueAt: number | null) =>
      (await database.rows("UPDATE sandbox.payments SET status = $2, due_at = $3 WHERE id = $1 RETURNING id", [id, status, dueAt], HOT)).length === 1,
  };
}

function refundRecords(database: Database) {
  const refund = async (key: string) => first(await database.rows(`SELECT ${REFUND} FROM sandbox.refunds WHERE key = $1`, [key], HOT), refundOf);
  return {
    refund,
    executeRefund: async (wanted: SandboxRefund) => {
      const { key, amountMinor, currency, to, at, status, dueAt } = wanted;
      const made = await database.rows(`INSERT INTO sandbox.refunds (${REFUND}) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING key`, [key, amountMinor, currency, to, at, status, dueAt], HOT);
      return made.length === 1 ? { refund: wanted, first: true } : { refund: (await refund(key))!, first: false };
    },
    refunds: async () => (await database.rows(`SELECT ${REFUND} FROM sandbox.refunds ORDER BY at, key`)).map(refundOf),
    dueRefunds: async (nowMs: number, limit: number) =>
      (await database.rows(`SELECT ${REFUND} FROM sandbox.refunds WHERE due_at <= $1 ORDER BY due_at, key LIMIT $2`, [nowMs, limit], HOT)).map(refundOf),
    setRefund: async (key: string, status: string, dueAt: number | null, from: string | null = null) =>
      (await database.rows("UPDATE sandbox.refunds SET status = $2, due_at = $3 WHERE key = $1 AND status = coalesce($4, status) RETURNING key", [key, status, dueAt, from], HOT)).length === 1,
    earliestDue: async () => {
      const [row] = await database.rows<{ due_at: number | null }>(
        `SELECT least((SELECT due_at FROM sandbox.payments WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1),
                      (SELECT due_at FROM sandbox.refunds WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1)) AS due_at`, [], HOT);
      return row!.due_at;
    },
  };
}

const CHARGEBACK = "reference, payment_id, amount_minor, at, status";

function chargebackRecords(database: Database) {
  return {
    addChargeback: async ({ reference, paymentId, amountMinor, at, status }: SandboxChargeback) => {
      await database.rows(`INSERT INTO sandbox.chargebacks (${CHARGEBACK}) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`, [reference, paymentId, amountMinor, at, status], HOT);
    },
    chargeback: async (reference: string) => first(await database.rows(`SELECT ${CHARGEBACK} FROM sandbox.chargebacks WHERE reference = $1`, [reference], HOT), chargebackOf),
    chargebackOf: async (paymentId: string) => first(await database.rows(`SELECT ${CHARGEBACK} FROM sandbox.chargebacks WHERE payment_id = $1 ORDER BY at DESC, reference DESC LIMIT 1`, [paymentId], HOT), chargebackOf),
    setChargeback: async (reference: string, status: string) => {
      await database.rows("UPDATE sandbox.chargebacks SET status = $2 WHERE reference = $1", [reference, status], HOT);
    },
  };
}

function labelRecords(database: Database) {
  const label = async (id: string) => first(await database.rows(`SELECT ${LABEL} FROM sandbox.labels WHERE id = $1`, [id], HOT), labelOf);
  return {
    label,
    addLabel: async (wanted: SandboxLabel) => {
      const { id, orderId, carrier, trackingNumber, at, voidedAt } = wanted;
      const made = await database.rows(`INSERT INTO sandbox.labels (${LABEL}) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING RETURNING id`, [id, orderId, carrier, trackingNumber, at, voidedAt], HOT);
      return made.length === 1 ? wanted : (await label(id))!;
    },
    labelByNumber: async (number: string) => first(await database.rows(`SELECT ${LABEL} FROM sandbox.labels WHERE tracking_number = $1`, [number], HOT), labelOf),
    voidLabel: async (id: string, atMs: number) =>
      first(await database.rows(`UPDATE sandbox.labels SET voided_at = coalesce(voided_at, $2) WHERE id = $1 RETURNING ${LABEL}`, [id, atMs], HOT), labelOf),
  };
}

function first<T>(rows: Row[], read: (row: Row) => T): T | null {
  return rows.length === 0 ? null : read(rows[0]!);
}

function paymentOf(row: Row): SandboxPayment {
  return {
    id: row.id as string, orderId: row.order_id as string, method: row.method as string, amountMinor: row.amount_minor as number,
    currency: row.currency as string, at: row.at as number, status: row.status as string, dueAt: row.due_at as number | null,
  };
}

function refundOf(row: Row): SandboxRefund {
  return {
    key: row.key as string, amountMinor: row.amount_minor as number, currency: row.currency as string, to: row.to as string,
    at: row.at as number, status: row.status as string, dueAt: row.due_at as number | null,
  };
}

function chargebackOf(row: Row): SandboxChargeback {
  return { reference: row.reference as string, paymentId: row.payment_id as string, amountMinor: row.amount_minor as number, at: row.at as number, status: row.status as string };
}

function labelOf(row: Row): SandboxLabel {
  return {
    id: row.id as string, orderId: row.order_id as string, carrier: row.carrier as string, trackingNumber: row.tracking_number as string,
    at: row.at as number, voidedAt: row.voided_at as number | null,
  };
}
