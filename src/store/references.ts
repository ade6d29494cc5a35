// What institutions call our payments and refunds, and what may have been sent to them. The first word about a thing stands.
// It knows no institution; which kinds there are each adapter says.
import type { Database, Row } from "./database.ts";

/** `payoutTo`: the account that a payout went to the first time it was sent. `sent`: a refund of which somebody began to send it, whatever came of it; its `at` is when. */
export type ReferenceKind = "payment" | "capture" | "voided" | "refund" | "refundOf" | "reversing" | "sent" | "payout" | "payoutTo";
/** `key` is ours, `reference` theirs. `at` is the engine's clock, epoch milliseconds. */
export type Reference = { key: string; reference: string; at: number };

export interface References {
  /** Keeps what a thing is called, where nothing is kept yet. The answer is what stands, and whether this call put it there. */
  keep(institution: string, kind: ReferenceKind, own: Reference): Promise<Reference & { fresh: boolean }>;
  find(institution: string, kind: ReferenceKind, key: string): Promise<Reference | null>;
  /** Ours for their name; null where it is not known. */
  keyOf(institution: string, kind: ReferenceKind, reference: string): Promise<string | null>;
  /** Takes back what turned out not to be: what was to be sent never left. */
  forget(institution: string, kind: ReferenceKind, key: string): Promise<void>;
  /** A page of one kind in the order of keys, after `key`. */
  after(institution: string, kind: ReferenceKind, key: string, limit: number): Promise<Reference[]>;
}

export function referencesOf(database: Database): References {
  const find = async (institution: string, kind: ReferenceKind, key: string): Promise<Reference | null> => {
    const [row] = await database.rows("SELECT key, reference, at FROM institution_references WHERE institution = $1 AND kind = $2 AND key = $3", [institution, kind, key], { hot: true });
    return row ? referenceOf(row) : null;
  };
  return {
    find,
    keep: async (institution, kind, { key, reference, at }) => {
      const put = await database.rows(
        "INSERT INTO institution_references (institution, kind, key, reference, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING key",
        [institution, kind, key, reference, at], { hot: true });
      if (put.length === 1) return { key, reference, at, fresh: true };
      const kept = await find(institution, kind, key);
      // Forgotten between the two statements: there is nothing any more, so this call stands for it.
      return kept ? { ...kept, fresh: false } : { key, reference, at, fresh: false };
    },
    keyOf: async (institution, kind, reference) => {
      const [row] = await database.rows<{ key: string }>(
        "SELECT key FROM institution_references WHERE institution = $1 AND kind = $2 AND reference = $3 ORDER BY key LIMIT 1", [institution, kind, reference], { hot: true });
      return row?.key ?? null;
    },
    forget: async (institution, kind, key) => {
      await database.rows("DELETE FROM institution_references WHERE institution = $1 AND kind = $2 AND key = $3", [institution, kind, key], { hot: true });
    },
    after: async (institution, kind, key, limit) =>
      (await database.rows("SELECT key, reference, at FROM institution_references WHERE institution = $1 AND kind = $2 AND key > $3 ORDER BY key LIMIT $4", [institution, kind, key, limit])).map(referenceOf),
  };
}

const referenceOf = (row: Row): Reference => ({ key: row.key as string, reference: row.reference as string, at: row.at as number });
