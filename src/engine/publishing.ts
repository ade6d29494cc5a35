// How a version of a policy comes to run: somebody proposes it, it is proven, somebody else confirms it. A version never changes,
// and orders keep theirs (X5). Who may do so, and how it is said over HTTP, is the API's.
import { differencesOf, type Difference } from "../check/differences.ts";
import { brokenProperty, type Proof, type PropertyResult } from "../check/proof.ts";
import type { Policy } from "../core/policy.ts";
import type { Proposal, ProposalStatus } from "../store/policies.ts";
import type { Store } from "../store/store.ts";
import { openIfFree } from "./alone.ts";
import type { Clock } from "./clock.ts";
import { bodyHashOf } from "./hash.ts";
import type { Log } from "./log.ts";
import type { Policies } from "./policies.ts";
import type { Proving } from "./proving.ts";

/** A version with all that is known of it. `proposedBy` is null where it came with the program. Times are the engine's clock. */
export type Version = {
  policy: Policy; status: ProposalStatus; publishedAt: number | null;
  proposedBy: string | null; proposedAt: number | null; decidedBy: string | null; decidedAt: number | null;
};

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
  | { kind: "decidedBefore"; version: Version }
  | { kind: "numberTaken" };

export type Publishing = {
  /** Proves a policy of the right shape and keeps it until somebody else decides. The same again, while it is open, gives the same. */
  propose(policy: Policy, by: string): Promise<Proposed>;
  confirm(name: string, version: number, by: string): Promise<Decided>;
  reject(name: string, version: number, by: string): Promise<Decided>;
  /** Every version, the oldest first; those that never ran only where `all`. */
  versions(name: string, all: boolean): Promise<Version[]>;
  proofOf(policy: Policy): Promise<Proof>;
  /** What is different from the version that ran before it. */
  changes(version: Version): Promise<{ against: number | null; changes: Difference[] }>;
};

const MOST_LOOKS = 5;

type Around = { store: Store; policies: Policies; proving: Proving; clock: Clock; log: Log };

export function openPublishing({ store, policies, proving, clock, log }: Around): Publishing {
  const shelf = store.policies;
  const ifFree = openIfFree(store, "proving");

  /** The proposals, and the policies at least as new as they: what is published by then runs. */
  async function proposalsBefore(name: string): Promise<Proposal[]> {
    for (let looks = 0; ; looks += 1) {
      const proposals = await shelf.proposals(name);
      await policies.look();
      if (looks === MOST_LOOKS || proposals.every(({ version, status }) => status === "published" || policies.version(name, version) === null)) return proposals;
    }
  }

  async function versions(name: string, all: boolean): Promise<Version[]> {
    const proposals = await proposalsBefore(name);
    const ran = policies.versions(name).map(({ policy, at }): Version => {
      const proposal = proposals.find((one) => one.version === policy.version);
      return { policy, status: "published", publishedAt: at, ...peopleOf(proposal) };
    });
    const others = proposals.filter(({ status }) => all && status !== "published")
      .map((one): Version => ({ policy: one.body as Policy, status: one.status, publishedAt: null, ...peopleOf(one) }));
    return [...ran, ...others].sort((a, b) => a.policy.version - b.policy.version);
  }

  const find = async (name: string, version: number): Promise<Version | undefined> => (await versions(name, true)).find(({ policy }) => policy.version === version);

  async function changes(version: Version): Promise<{ against: number | null; changes: Difference[] }> {
    const before = policies.versions(version.policy.policy).filter(({ policy }) => policy.version < version.policy.version).at(-1)?.policy;
    return before ? { against: before.version, changes: differencesOf(before, version.policy) } : { against: null, changes: [] };
  }

  /** Why this cannot be proposed now, or the same proposal that is open already; null where the way is free. */
  async function standing(policy: Policy): Promise<Proposed | null> {
    const known = await versions(policy.policy, true);
    const open = known.find(({ status }) => status === "awaitingConfirmation");
    if (open && open.policy.version === policy.version && bodyHashOf(open.policy) === bodyHashOf(policy)) {
      return { kind: "proposed", version: open, proof: await proving.proofOf(open.policy), created: false, changes: (await changes(open)).changes };
    }
    const expected = 1 + Math.max(0, ...known.map(({ policy: { version } }) => version));
    if (open) return { kind: "open", version: open.policy.version };
    return policy.version === expected ? null : { kind: "wrongVersion", expected };
  }

  async function provenAndKept(policy: Policy, by: string): Promise<Proposed> {
    const proven = await proving.prove(policy).catch((error: unknown) => {
      log.error({ err: error, policy: policy.policy, version: policy.version }, "a policy could not be proven");
      return String(error instanceof Error ? error.message : error);
    });
    if (typeof proven === "string") return { kind: "unprovable", why: proven };
    const { proof, core } = proven;
    const property = brokenProperty(proof);
    if (property) return { kind: "broken", property, proof };
    await clock.refresh();
    const { policy: name, version } = policy;
    await shelf.propose({ name, version, body: policy, proposedBy: by, proposedAt: clock.now() }, { core, proof });
    const now = await standing(policy);
    if (now?.kind === "proposed") return { ...now, created: true };
    return now ?? { kind: "underWay" };
  }

  async function decide(name: string, version: number, by: string, wanted: Exclude<ProposalStatus, "awaitingConfirmation">): Promise<Decided> {
    const found = await find(name, version);
    if (!found) return { kind: "notFound" };
    if (found.status !== "awaitingConfirmation") return decidedBefore(found, by, wanted);
    if (wanted === "published" && found.proposedBy === by) return { kind: "samePerson" };
    await clock.refresh();
    const done = await (wanted === "published" ? shelf.confirm(name, version, by, clock.now()) : shelf.reject(name, version, by, clock.now()));
    const after = (await find(name, version))!;
    if (done) return { kind: "decided", version: after };
    return after.status === "awaitingConfirmation" ? { kind: "numberTaken" } : decidedBefore(after, by, wanted);
  }

  return {
    versions, changes,
    propose: async (policy, by) => (await standing(policy)) ?? (await ifFree(policy.policy, () => provenAndKept(policy, by)))?.done ?? { kind: "underWay" },
    confirm: (name, version, by) => decide(name, version, by, "published"),
    reject: (name, version, by) => decide(name, version, by, "rejected"),
    proofOf: (policy) => proving.proofOf(policy),
  };
}

/** The same decision by the same person once more is the same answer. */
const decidedBefore = (version: Version, by: string, wanted: ProposalStatus): Decided =>
  ({ kind: version.status === wanted && version.decidedBy === by ? "decided" : "decidedBefore", version });

const peopleOf = (proposal: Proposal | undefined): Pick<Version, "proposedBy" | "proposedAt" | "decidedBy" | "decidedAt"> => ({
  proposedBy: proposal?.proposedBy ?? null, proposedAt: proposal?.proposedAt ?? null, decidedBy: proposal?.decidedBy ?? null, decidedAt: proposal?.decidedAt ?? null,
});
