// How a version of a policy comes to run: somebody proposes it, it is proven, somebody else confirms it. A version never changes,
// and orders keep theirs (X5). Who may do so, and how it is said over HTTP, is the API's.
import type { Difference } from "../check/differences.ts";
import { brokenProperty, type Proof, type PropertyResult } from "../check/proof.ts";
import type { Policy } from "../core/policy.ts";
import type { ProposalStatus } from "../store/policies.ts";
import type { Store } from "../store/store.ts";
import { openIfFree } from "./alone.ts";
import type { Clock } from "./clock.ts";
import { bodyHashOf } from "./hash.ts";
import type { Log } from "./log.ts";
import type { Policies } from "./policies.ts";
import type { Proving } from "./proving.ts";
import { openVersions, type Version, type Versions } from "./versions.ts";

export type Proposed =
  | { kind: "proposed"; version: Version; proof: Proof; changes: Difference[]; created: boolean }
  | { kind: "wrongVersion"; expected: number }
  | { kind: "open"; version: number }
  | { kind: "underWay" }
  | { kind: "broken"; property: PropertyResult; proof: Proof }
  | { kind: "unprovable"; why: string };

export type Decided =
  | { kind: "decided"; version: Version }
  | { kind: "notFound" }
  | { kind: "samePerson" }
  | { kind: "broken"; property: PropertyResult }
  | { kind: "decidedBefore"; version: Version }
  | { kind: "numberTaken" };

export type Publishing = {
  readonly versions: Versions;
  /** Proves a policy of the right shape and keeps it until somebody else decides. The same again, while it is open, gives the same. */
  propose(policy: Policy, by: string): Promise<Proposed>;
  confirm(name: string, version: number, by: string): Promise<Decided>;
  reject(name: string, version: number, by: string): Promise<Decided>;
  proofOf(policy: Policy): Promise<Proof>;
};

type Around = { store: Store; policies: Policies; proving: Proving; clock: Clock; log: Log };
type Ending = Exclude<ProposalStatus, "awaitingConfirmation">;

export function openPublishing(around: Around): Publishing {
  const { store, policies, proving } = around;
  const versions = openVersions(store.policies, policies);
  const ifFree = openIfFree(store, "proving");
  return {
    versions,
    propose: async (policy, by) =>
      (await standing(around, versions, policy)) ?? (await ifFree(policy.policy, () => provenAndKept(around, versions, policy, by)))?.done ?? { kind: "underWay" },
    confirm: (name, version, by) => decide(around, versions, { name, version, by, wanted: "published" }),
    reject: (name, version, by) => decide(around, versions, { name, version, by, wanted: "rejected" }),
    proofOf: (policy) => proving.proofOf(policy),
  };
}

/** Why this cannot be proposed now, or the same proposal that is open already; null where the way is free. */
async function standing({ proving }: Around, versions: Versions, policy: Policy): Promise<Proposed | null> {
  const known = await versions.list(policy.policy, true);
  const open = known.find(({ status }) => status === "awaitingConfirmation");
  if (open && open.policy.version === policy.version && bodyHashOf(open.policy) === bodyHashOf(policy)) {
    return { kind: "proposed", version: open, proof: await proving.proofOf(open.policy), created: false, changes: versions.changes(open).changes };
  }
  if (open) return { kind: "open", version: open.policy.version };
  const expected = 1 + Math.max(0, ...known.map(({ policy: { version } }) => version));
  return policy.version === expected ? null : { kind: "wrongVersion", expected };
}

async function provenAndKept(around: Around, versions: Versions, policy: Policy, by: string): Promise<Proposed> {
  const { store, clock, proving, log } = around;
  const { policy: name, version } = policy;
  const proven = await proving.prove(policy).catch((error: unknown) => {
    log.error({ err: error, policy: name, version }, "a policy could not be proven");
    return String(error instanceof Error ? error.message : error);
  });
  if (typeof proven === "string") return { kind: "unprovable", why: proven };
  const { proof, core } = proven;
  const property = brokenProperty(proof);
  if (property) return { kind: "broken", property, proof };
  await clock.refresh();
  const created = await store.policies.propose({ name, version, body: policy, proposedBy: by, proposedAt: clock.now() }, { core, proof });
  const now = await standing(around, versions, policy);
  return now?.kind === "proposed" ? { ...now, created } : now ?? { kind: "underWay" };
}

async function decide({ store, clock, proving }: Around, versions: Versions, { name, version, by, wanted }: { name: string; version: number; by: string; wanted: Ending }): Promise<Decided> {
  const found = await versions.find(name, version);
  if (!found) return { kind: "notFound" };
  if (found.status !== "awaitingConfirmation") return decidedBefore(found, by, wanted);
  if (wanted === "published" && found.proposedBy === by) return { kind: "samePerson" };
  // The program may have changed since it was proven: then it is proven again under what runs now.
  const property = wanted === "published" ? brokenProperty(await proving.proofOf(found.policy)) : null;
  if (property) return { kind: "broken", property };
  await clock.refresh();
  const done = await (wanted === "published" ? store.policies.confirm(name, version, by, clock.now()) : store.policies.reject(name, version, by, clock.now()));
  const after = (await versions.find(name, version))!;
  if (done) return { kind: "decided", version: after };
  return after.status === "awaitingConfirmation" ? { kind: "numberTaken" } : decidedBefore(after, by, wanted);
}

/** The same decision by the same person once more is the same answer. */
const decidedBefore = (version: Version, by: string, wanted: Ending): Decided =>
  ({ kind: version.status === wanted && version.decidedBy === by ? "decided" : "decidedBefore", version });
