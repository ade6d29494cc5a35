// The versions of policies as people look at them: those that ran, those that await a person, those that were rejected.
import { differencesOf, type Difference } from "../check/differences.ts";
import type { Policy } from "../core/policy.ts";
import type { PolicyShelf, Proposal, ProposalStatus } from "../store/policies.ts";
import type { Policies } from "./policies.ts";

/** A version with all that is known of it. `proposedBy` is null where it came with the program. Times are the engine's clock. */
export type Version = {
  policy: Policy; status: ProposalStatus; publishedAt: number | null;
  proposedBy: string | null; proposedAt: number | null; decidedBy: string | null; decidedAt: number | null;
};

export type Versions = {
  /** Every version, the oldest first; those that never ran only where `all`. */
  list(name: string, all: boolean): Promise<Version[]>;
  find(name: string, version: number): Promise<Version | undefined>;
  /** What is different from the version that ran before it; `against` is null for the first. */
  changes(version: Version): { against: number | null; changes: Difference[] };
};

const MOST_LOOKS = 5;

export function openVersions(shelf: PolicyShelf, policies: Policies): Versions {
  /** The proposals, and the policies at least as new as they: what is published by then runs. */
  async function proposalsBefore(name: string): Promise<Proposal[]> {
    for (let looks = 0; ; looks += 1) {
      const proposals = await shelf.proposals(name);
      await policies.look();
      if (looks === MOST_LOOKS || proposals.every(({ version, status }) => status === "published" || policies.version(name, version) === null)) return proposals;
    }
  }

  async function list(name: string, all: boolean): Promise<Version[]> {
    const proposals = await proposalsBefore(name);
    const ran = policies.versions(name).map(({ policy, at }): Version => {
      const proposal = proposals.find((one) => one.version === policy.version);
      return { policy, status: "published", publishedAt: at, ...peopleOf(proposal) };
    });
    const others = proposals.filter(({ status }) => all && status !== "published")
      .map((one): Version => ({ policy: one.body as Policy, status: one.status, publishedAt: null, ...peopleOf(one) }));
    return [...ran, ...others].sort((a, b) => a.policy.version - b.policy.version);
  }

  return {
    list,
    find: async (name, version) => (await list(name, true)).find(({ policy }) => policy.version === version),
    changes({ policy }) {
      const before = policies.versions(policy.policy).filter((one) => one.policy.version < policy.version).at(-1)?.policy;
      return before ? { against: before.version, changes: differencesOf(before, policy) } : { against: null, changes: [] };
    },
  };
}

const peopleOf = (proposal: Proposal | undefined): Pick<Version, "proposedBy" | "proposedAt" | "decidedBy" | "decidedAt"> => ({
  proposedBy: proposal?.proposedBy ?? null, proposedAt: proposal?.proposedAt ?? null, decidedBy: proposal?.decidedBy ?? null, decidedAt: proposal?.decidedAt ?? null,
});
