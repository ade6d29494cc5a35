// The ways in which the store says no. A conflict is the world's (somebody was faster): ask again.
// Anything else that the database refuses is a bug of the caller and comes through as it is.

export type ConflictOver = "version" | "order" | "idempotencyKey" | "trackingNumber" | "lock" | "connection" | "other";

/**
 * Another transaction was faster, or holds what this one needs: nothing was written. Over a broken `connection` nobody knows
 * whether it was. Reading again and deciding again is right in either case: what was written is then seen.
 */
export class StoreConflict extends Error {
  readonly over: ConflictOver;
  constructor(over: ConflictOver, cause: unknown) {
    super(`conflict over ${over}`, { cause });
    this.name = "StoreConflict";
    this.over = over;
  }
}

/** A list cursor that this store did not make, or made for another way of sorting. */
export class BadCursor extends Error {
  constructor() {
    super("the cursor is none of ours");
    this.name = "BadCursor";
  }
}

/** Text that PostgreSQL cannot keep: U+0000, or half of a surrogate pair. */
export class UnstorableText extends Error {
  constructor() {
    super("text holds U+0000 or half of a surrogate pair");
    this.name = "UnstorableText";
  }
}

/** The embedded database's folder belongs to a living process. */
export class DataFolderInUse extends Error {
  constructor(folder: string, holder: string) {
    super(`${folder} is in use by ${holder}: two processes in one folder would lose each other's work`);
    this.name = "DataFolderInUse";
  }
}

/** A migration that was applied is not the file that lies in sql/ now. */
export class MigrationChanged extends Error {
  constructor(name: string) {
    super(`${name} was changed after it had been applied: write a new migration instead`);
    this.name = "MigrationChanged";
  }
}

const OVER_CONSTRAINT: Record<string, ConflictOver> = {
  orders_pkey: "order",
  orders_bucket_marketplace_external_id_key: "order",
  events_pkey: "version",
  idempotency_pkey: "idempotencyKey",
  tracking_numbers_pkey: "trackingNumber",
};

const UNIQUE_VIOLATION = "23505";
const VERSION_MISSED = "RS001";
const LOCK_LOST = new Set(["40001", "40P01", "55P03"]);

/** The same error, or the conflict that it means. */
export function asConflict(error: unknown): unknown {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === VERSION_MISSED) return new StoreConflict("version", error);
  if (code === UNIQUE_VIOLATION) return new StoreConflict(OVER_CONSTRAINT[constraint ?? ""] ?? "other", error);
  if (code !== undefined && LOCK_LOST.has(code)) return new StoreConflict("lock", error);
  if (isConnectionLost(error)) return new StoreConflict("connection", error);
  return error;
}

// Classes 08 and 57P of SQLSTATE: the connection broke, or the server ends or starts.
function isConnectionLost(error: unknown): boolean {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  return /^(08|57P0)/.test(code) || ["ECONNREFUSED", "ECONNRESET", "EPIPE"].includes(code) || message.startsWith("Connection terminated");
}
