// Policies in the store: the versions that run, those that somebody proposed, and their proofs. A version that is here never changes;
// what is decided about a proposal is decided once, by one statement, however many ask at the same time.

import type { Database, Row, Statement } from "./database.ts";
import { asJson } from "./groupWrite.ts";

/** Times are the engine's clock. */
export type PublishedPolicy = { name: string; version: number; at: number; body: unknown };

export type ProposalStatus = "awaitingConfirmation" | "published" | "rejected";
export type Proposal = {
  name: string; version: number; status: ProposalStatus; body: unknown; proposedBy: string; proposedAt: number; decidedBy: string | null; decidedAt: number | null;
};
/** `core` is a hash of what the proof was made with: core, checker and laws. */
export type KeptProof = { core: string; proof: unknown };

export interface PolicyShelf {
  /** Publishes a version that came with the program; false when its number is taken: a version never changes. */
  publish(policy: PublishedPolicy): Promise<boolean>;
  /** Every version that runs or ran, of every policy, the oldest first. */
  all(): Promise<PublishedPolicy[]>;
  /** How many there are: it only grows, so another number means that somebody published. */
  count(): Promise<number>;
  /** Keeps a proposal with its proof; false when its number is not the next one any more, or another proposal of that policy is open. */
  propose(proposal: Pick<Proposal, "name" | "version" | "body" | "proposedBy" | "proposedAt">, proof: KeptProof): Promise<boolean>;
  /** Publishes an open proposal; false when it is not open, or the same person proposed it. */
  confirm(name: string, version: number, by: string, atMs: number): Promise<boolean>;
  /** Rejects an open proposal; false when it is not open. */
  reject(name: string, version: number, by: string, atMs: number): Promise<boolean>;
  /** All that was ever proposed for a policy, the oldest first. */
  proposals(name: string): Promise<Proposal[]>;
  proof(name: string, version: number): Promise<KeptProof | null>;
  keepProof(name: string, version: number, proof: KeptProof, atMs: number): Promise<void>;
}

export function policyShelf(database: Database): PolicyShelf {
  return {
    ...proposalsOf(database),
    publish: ({ name, version, at, body }) =>
      numbered(database, name, {
        text: `INSERT INTO policies (name, version, at, body) SELECT $1, $2::integer, $3::bigint, $4::json
         WHERE NOT EXISTS (SELECT FROM policy_proposals WHERE name = $1 AND version = $2::integer) ON CONFLICT DO NOTHING RETURNING name`,
        values: [name, version, at, asJson(body)],
      }),
    all: async () =>
      (await database.rows("SELECT name, version, at, body FROM policies ORDER BY name, version"))
        .map((row) => ({ name: row.name as string, version: row.version as number, at: row.at as number, body: JSON.parse(row.body as string) as unknown })),
    count: async () => (await database.rows<{ count: number }>("SELECT count(*)::integer AS count FROM policies", [], { hot: true }))[0]!.count,
    proof: async (name, version) => {
      const [row] = await database.rows<{ core: string; proof: string }>("SELECT core, proof FROM policy_proofs WHERE name = $1 AND version = $2", [name, version]);
      return row ? { core: row.core, proof: JSON.parse(row.proof) as unknown } : null;
    },
    keepProof: async (name, version, { core, proof }, atMs) => {
      await database.rows(
        `INSERT INTO policy_proofs (name, version, core, at, proof) VALUES ($1, $2, $3, $4, $5::json)
         ON CONFLICT (name, version) DO UPDATE SET core = EXCLUDED.core, at = EXCLUDED.at, proof = EXCLUDED.proof`, [name, version, core, atMs, asJson(proof)]);
    },
  };
}

/** Writes what takes a version's number: of one policy, one after the other, so that no two take the same. Whether it was written. */
async function numbered(database: Database, name: string, statement: Statement): Promise<boolean> {
  const lock: Statement = { text: "SELECT 1 AS locked FROM (SELECT pg_advisory_xact_lock(hashtextextended($1, 0))) AS lock", values: [`policy ${name}`] };
  const [, written] = await database.transaction([lock, statement]);
  return written!.length === 1;
}

function proposalsOf(database: Database): Pick<PolicyShelf, "propose" | "confirm" | "reject" | "proposals"> {
  return {
    propose: ({ name, version, body, proposedBy, proposedAt }, { core, proof }) =>
      numbered(database, name, {
        text: `WITH put AS (
           INSERT INTO policy_proposals (name, version, body, proposed_by, proposed_at) SELECT $1, $2::integer, $3::json, $4, $5::bigint
           WHERE $2::integer = 1 + greatest((SELECT coalesce(max(version), 0) FROM policies WHERE name = $1), (SELECT coalesce(max(version), 0) FROM policy_proposals WHERE name = $1))
           ON CONFLICT DO NOTHING RETURNING name, version, proposed_at)
         INSERT INTO policy_proofs (name, version, core, at, proof) SELECT name, version, $6, proposed_at, $7::json FROM put
         ON CONFLICT (name, version) DO UPDATE SET core = EXCLUDED.core, at = EXCLUDED.at, proof = EXCLUDED.proof RETURNING version`,
        values: [name, version, asJson(body), proposedBy, proposedAt, core, asJson(proof)],
      }),
    // Who comes second waits for the row and then finds it decided.
    confirm: async (name, version, by, atMs) =>
      (await database.rows(
        `WITH open AS (SELECT name, version, body FROM policy_proposals WHERE name = $1 AND version = $2 AND status = 'awaitingConfirmation' AND proposed_by <> $3 FOR UPDATE),
           put AS (INSERT INTO policies (name, version, at, body) SELECT name, version, $4::bigint, body FROM open ON CONFLICT DO NOTHING RETURNING name, version)
         UPDATE policy_proposals AS one SET status = 'published', decided_by = $3, decided_at = $4::bigint FROM put WHERE one.name = put.name AND one.version = put.version RETURNING one.version`,
        [name, version, by, atMs])).length === 1,
    reject: async (name, version, by, atMs) =>
      (await database.rows(
        "UPDATE policy_proposals SET status = 'rejected', decided_by = $3, decided_at = $4 WHERE name = $1 AND version = $2 AND status = 'awaitingConfirmation' RETURNING version",
        [name, version, by, atMs])).length === 1,
    proposals: async (name) =>
      (await database.rows("SELECT name, version, status, body, proposed_by, proposed_at, decided_by, decided_at FROM policy_proposals WHERE name = $1 ORDER BY version", [name])).map(proposalOf),
  };
}

function proposalOf(row: Row): Proposal {
  return {
    name: row.name as string, version: row.version as number, status: row.status as ProposalStatus, body: JSON.parse(row.body as string) as unknown,
    proposedBy: row.proposed_by as string, proposedAt: row.proposed_at as number, decidedBy: row.decided_by as string | null, decidedAt: row.decided_at as number | null,
  };
}
