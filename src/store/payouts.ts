// Payouts as rows: making one under a lock of its seller and currency, moving it on, finding and checking them.
// What a payout pays and what becomes of it is decided by whoever asks, from what was read under the lock.
import { payoutAccounts } from "./payoutAccounts.ts";
import type { PayoutAccounts } from "./payoutAccounts.ts";
import { payoutBatches } from "./payoutBatches.ts";
import type { PayoutBatches } from "./payoutBatches.ts";
import { payoutChecks } from "./payoutChecks.ts";
import type { PayoutChecks } from "./payoutChecks.ts";
import type { Database, Row, Statement } from "./database.ts";
import { UnstorableText, asConflict } from "./errors.ts";
import { asJson } from "./groupWrite.ts";
import { lineOf, PAYOUT, payoutOf, stepOf, type PayoutLine, type PayoutOrderLine, type PayoutPosting, type PayoutRow, type PayoutStatus, type PayoutStep } from "./payoutRows.ts";

/** A row as it is to be, the step that makes it so, and what that moves. Without a step only what concerns the next attempt changes. */
export type PayoutWrite = { payout: PayoutRow; step: Omit<PayoutStep, "seq"> | null; postings: readonly PayoutPosting[] };

export type PayoutFilter = { sellerId?: string | undefined; status?: PayoutStatus | undefined; batchId?: string | undefined; marketplace?: string | undefined; before?: string | undefined; limit: number };

export interface Payouts extends PayoutBatches, PayoutChecks, PayoutAccounts {
  /**
   * One transaction under the lock of that seller and currency: `decide` gets the balance that no payout covers, and what it returns is kept
   * with those postings as its lines. Null where there is one of the batch already, or nothing to cover, or `decide` says so.
   */
  make(of: { batchId: string; sellerId: string; currency: string }, decide: (balanceMinor: number) => PayoutWrite | null): Promise<PayoutRow | null>;
  /** One transaction under the payout's lock. Null where there is none, or `decide` changes nothing. Throws `StoreConflict`. */
  change(id: string, decide: (payout: PayoutRow) => PayoutWrite | null): Promise<PayoutRow | null>;
  payout(id: string): Promise<PayoutRow | null>;
  steps(id: string): Promise<PayoutStep[]>;
  /** The postings that it is made of, the oldest first. */
  orderLines(id: string, limit: number): Promise<PayoutOrderLine[]>;
  /** The last made first; `before` is the last id of the page before. */
  list(filter: PayoutFilter): Promise<PayoutRow[]>;
  /** Takes payouts that are due (`nowMs`: the engine's clock), each for one process while its lease lasts (the real one), and counts the attempt. */
  lease(request: { nowMs: number; realNowMs: number; leaseMs: number; limit: number }): Promise<PayoutRow[]>;
  /** When something is to be done next for a payout or a batch that nobody is at, or null. */
  earliestDue(realNowMs: number): Promise<number | null>;
}

const OPEN = `FROM postings WHERE account = 'seller/' || $1 AND account LIKE 'seller/%' AND currency = $2
  AND EXISTS (SELECT FROM orders WHERE orders.bucket = postings.bucket AND orders.id = postings.order_id AND orders.seller_id = $1)
  AND NOT EXISTS (SELECT FROM payout_lines AS paid WHERE paid.bucket = postings.bucket AND paid.order_id = postings.order_id
                  AND paid.event_seq = postings.event_seq AND paid.line = postings.line AND paid.live)`;

export function payoutsOf(database: Database): Payouts {
  return { ...turnsOf(database), ...readsOf(database), ...payoutBatches(database), ...payoutChecks(database), ...payoutAccounts(database) };
}

function turnsOf(database: Database): Pick<Payouts, "make" | "change" | "lease"> {
  return {
    async make({ batchId, sellerId, currency }, decide) {
      let made: PayoutRow | null = null;
      await inTurn(database, [
        { text: "SELECT pg_advisory_xact_lock(hashtextextended('payout/' || $1 || '/' || $2, 0)) IS NULL AS done", values: [sellerId, currency] },
        { text: "SELECT id FROM payouts WHERE batch_id = $1 AND seller_id = $2 AND currency = $3", values: [batchId, sellerId, currency] },
        { text: `SELECT bucket, order_id, event_seq, line, amount_minor, true AS live ${OPEN} ORDER BY at, order_id, event_seq, line`, values: [sellerId, currency] },
      ], ([, before = [], open = []]) => {
        const lines = open.map(lineOf);
        const write = before.length > 0 || lines.length === 0 ? null : decide(lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0));
        made = write && write.payout;
        return write && insertOf(write, lines);
      });
      return made;
    },
    async change(id, decide) {
      let changed: PayoutRow | null = null;
      await inTurn(database, [{ text: `SELECT ${PAYOUT} FROM payouts WHERE id = $1 FOR UPDATE`, values: [id] }], ([rows = []]) => {
        const row = rows[0];
        const write = row ? decide(payoutOf(row)) : null;
        if (!write) return null;
        const version = write.payout.version + (write.step ? 1 : 0);
        changed = { ...write.payout, version };
        return updateOf({ ...write, payout: changed });
      });
      return changed;
    },
    lease: async ({ nowMs, realNowMs, leaseMs, limit }) =>
      (await database.rows(
        `WITH due AS MATERIALIZED (SELECT id AS due_id FROM payouts WHERE due_at <= $1 AND coalesce(leased_until, 0) < $2 ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED)
         UPDATE payouts SET leased_until = $4, attempts = attempts + 1 FROM due WHERE payouts.id = due_id RETURNING ${PAYOUT}`,
        [nowMs, realNowMs, limit, realNowMs + leaseMs], { hot: true })).map(payoutOf),
  };
}

async function inTurn(database: Database, reads: readonly Statement[], work: (rows: Row[][]) => Statement | null): Promise<void> {
  try {
    await database.turn(async (turn) => {
      const statement = work(await turn.read(reads));
      if (statement) await turn.write(statement);
    });
  } catch (error) {
    throw error instanceof UnstorableText ? error : asConflict(error);
  }
}

const COLUMNS = `id text, batch_id text, marketplace text, seller_id text, currency text, balance_minor bigint, fee_minor bigint, amount_minor bigint, status text, version integer,
  at bigint, submitted_at bigint, unknown_at bigint, decide_by bigint, settled_at bigint, failed_at bigint, failed_because text, reference text, due_at bigint, attempts integer`;
const NAMES = COLUMNS.replaceAll(/ (?:text|bigint|integer)\b/g, "");
const CHANGING = ["status", "version", "submitted_at", "unknown_at", "decide_by", "settled_at", "failed_at", "failed_because", "reference", "due_at", "attempts"];

const rowJson = (payout: PayoutRow): object => Object.fromEntries(Object.entries(payout).map(([name, value]) => [name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]));

/** The step and its postings, as further parts of the one statement. `$1` is the row, `$2` the step, `$3` the postings. */
const STEP = `stepped AS (INSERT INTO payout_steps (payout_id, seq, at, type, by, reason)
    SELECT row.id, row.version, step.at, step.type, step.by, step.reason FROM json_to_record($1::json) AS row (id text, version integer), json_to_record($2::json) AS step (at bigint, type text, by text, reason text)
    WHERE step.type IS NOT NULL),
  moved AS (INSERT INTO payout_postings (payout_id, step_seq, line, part, account, amount_minor, currency, at)
    SELECT row.id, row.version, moves.line, moves.part, moves.account, moves.amount_minor, row.currency, step.at
    FROM json_to_record($1::json) AS row (id text, version integer, currency text), json_to_record($2::json) AS step (at bigint),
      json_to_recordset($3::json) AS moves (line smallint, part text, account text, amount_minor bigint))`;

const stepValues = ({ payout, step, postings }: PayoutWrite): [string, string, string] =>
  [asJson(rowJson(payout)), asJson(step ?? {}), asJson(postings.map(({ part, account, amountMinor }, line) => ({ line, part, account, amount_minor: amountMinor })))];

function insertOf(write: PayoutWrite, lines: readonly PayoutLine[]): Statement {
  return {
    text: `WITH made AS (INSERT INTO payouts (${NAMES}) SELECT ${NAMES} FROM json_to_record($1::json) AS row (${COLUMNS})), ${STEP},
      covered AS (INSERT INTO payout_lines (payout_id, bucket, order_id, event_seq, line, amount_minor)
        SELECT $4::text, * FROM unnest($5::smallint[], $6::text[], $7::integer[], $8::smallint[], $9::bigint[]))
      SELECT 1 AS done`,
    values: [...stepValues(write), write.payout.id, lines.map(({ bucket }) => bucket), lines.map(({ orderId }) => orderId), lines.map(({ eventSeq }) => eventSeq), lines.map(({ line }) => line), lines.map(({ amountMinor }) => amountMinor)],
  };
}

function updateOf(write: PayoutWrite): Statement {
  return {
    text: `WITH changed AS (UPDATE payouts SET ${CHANGING.map((name) => `${name} = row.${name}`).join(", ")}, leased_until = NULL
        FROM json_to_record($1::json) AS row (${COLUMNS}) WHERE payouts.id = row.id), ${STEP},
      freed AS (UPDATE payout_lines SET live = false WHERE payout_id = $4 AND live AND $5::boolean)
      SELECT 1 AS done`,
    values: [...stepValues(write), write.payout.id, write.payout.status === "failed"],
  };
}

function readsOf(database: Database): Pick<Payouts, "payout" | "steps" | "orderLines" | "list" | "earliestDue"> {
  return {
    payout: async (id) => (await database.rows(`SELECT ${PAYOUT} FROM payouts WHERE id = $1`, [id])).map(payoutOf)[0] ?? null,
    steps: async (id) => (await database.rows("SELECT seq, at, type, by, reason FROM payout_steps WHERE payout_id = $1 ORDER BY seq", [id])).map(stepOf),
    orderLines: async (id, limit) =>
      (await database.rows(
        `SELECT orders.id, external_id, orders.marketplace, events.seq, events.type, events.at, amount_minor FROM payout_lines
         JOIN orders ON orders.bucket = payout_lines.bucket AND orders.id = payout_lines.order_id
         JOIN events ON events.bucket = payout_lines.bucket AND events.order_id = payout_lines.order_id AND events.seq = payout_lines.event_seq
         WHERE payout_id = $1 ORDER BY events.at, orders.id, events.seq, line LIMIT $2`, [id, limit])).map((row) => ({
        orderId: row.id as string, externalId: row.external_id as string, marketplace: row.marketplace as string, eventSeq: row.seq as number, type: row.type as string,
        at: row.at as number, amountMinor: row.amount_minor as number,
      })),
    list: async ({ sellerId, status, batchId, marketplace, before, limit }) => {
      const values: (string | number)[] = [];
      const given = (column: string, value: string | undefined, sign = "="): string[] => (value === undefined ? [] : [`payouts.${column} ${sign} $${values.push(value)}`]);
      const wanted = [...given("seller_id", sellerId), ...given("status", status), ...given("batch_id", batchId), ...given("marketplace", marketplace), ...given("id", before, "<")];
      const where = wanted.length === 0 ? "" : `WHERE ${wanted.join(" AND ")}`;
      return (await database.rows(`SELECT ${PAYOUT} FROM payouts ${where} ORDER BY payouts.id DESC LIMIT ${limit}`, values)).map(payoutOf);
    },
    earliestDue: async (realNowMs) => {
      const [row] = await database.rows<{ due_at: number | null }>(
        `SELECT least((SELECT due_at FROM payouts WHERE due_at IS NOT NULL AND coalesce(leased_until, 0) < $1 ORDER BY due_at LIMIT 1),
                      (SELECT at FROM payout_batches WHERE ended_at IS NULL AND coalesce(leased_until, 0) < $1 ORDER BY at LIMIT 1)) AS due_at`, [realNowMs], { hot: true });
      return row!.due_at;
    },
  };
}

/** A process that has the embedded folder for itself: leases left from before its start are nobody's. */
export async function releasePayoutLeases(database: Database): Promise<void> {
  await database.rows("UPDATE payouts SET leased_until = NULL WHERE leased_until IS NOT NULL");
  await database.rows("UPDATE payout_batches SET leased_until = NULL WHERE leased_until IS NOT NULL");
}
