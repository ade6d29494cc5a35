// The policies that run: the shipped files and every version that was ever published, for orders keep theirs (X5).
// Other processes publish too: what is new is looked up where a name or version is unknown, and about once a second while orders are placed.
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Policy } from "../core/policy.ts";
import type { Order } from "../core/state.ts";
import type { PolicyShelf } from "../store/policies.ts";
import { bodyHashOf } from "./hash.ts";
import { checkPolicy } from "./policyShape.ts";

export type Policies = {
  names(): string[];
  latest(name: string): Policy | null;
  version(name: string, version: number): Policy | null;
  /** Every version that runs or ran, the oldest first. */
  versions(name: string): readonly Published[];
  /** Learns what was published since, by whichever process. */
  look(): Promise<void>;
  /** The same, where the last look is longer ago than a moment: for what is asked often. */
  glance(): Promise<void>;
};

/** `at` is when it was published, on the engine's clock. */
export type Published = { policy: Policy; at: number };

/** A marketplace that no policy is for. */
export class UnknownMarketplace extends Error {
  constructor(name: string) {
    super(`no policy for the marketplace ${name}`);
    this.name = "UnknownMarketplace";
  }
}

/** An order's version that this process has not seen: another one published it, or it is lost. */
export class UnknownVersion extends Error {
  constructor({ id, marketplace, policyVersion }: Order) {
    super(`order ${id} was bought under ${marketplace} version ${policyVersion}, which is not here`);
    this.name = "UnknownVersion";
  }
}

const shipped = new URL("../../policies/", import.meta.url);
const GLANCE_MS = 1_000;

/** The policies in policies/, checked. Throws with every fault of a file. */
export async function readShippedPolicies(): Promise<Policy[]> {
  const folders = await readdir(fileURLToPath(shipped), { withFileTypes: true });
  const names = folders.filter((entry) => entry.isDirectory() && entry.name !== "broken").map((entry) => entry.name).sort();
  return Promise.all(names.map(async (name) => checkPolicy(JSON.parse(await readFile(new URL(`${name}/policy.json`, shipped), "utf8")))));
}

/** Publishes the given policies and opens all that the store knows. A number that was proposed here stays the proposal's. Throws where a shipped version was changed. */
export async function openPolicies(shelf: PolicyShelf, given: Policy[], atMs: number): Promise<Policies> {
  for (const policy of given) {
    if (await shelf.publish({ name: policy.policy, version: policy.version, at: atMs, body: policy })) continue;
    await demandSame(shelf, policy);
  }
  const all = new Map<string, Published[]>();
  let count = 0;
  let lookedAt = 0;

  async function look(): Promise<void> {
    lookedAt = Date.now();
    if ((await shelf.count()) === count) return;
    const found = await shelf.all();
    for (const { name, version, at, body } of found) {
      const own = all.get(name) ?? [];
      // What is known keeps its identity: much is derived from a policy once and kept beside it.
      if (!own.some(({ policy }) => policy.version === version)) own.push({ policy: body as Policy, at });
      all.set(name, own.sort((a, b) => a.policy.version - b.policy.version));
    }
    count = found.length;
  }

  await look();
  return {
    names: () => [...all.keys()].sort(),
    latest: (name) => all.get(name)?.at(-1)?.policy ?? null,
    version: (name, version) => all.get(name)?.find(({ policy }) => policy.version === version)?.policy ?? null,
    versions: (name) => all.get(name) ?? [],
    look,
    glance: async () => (Date.now() - lookedAt >= GLANCE_MS ? look() : undefined),
  };
}

/** A version that is here already must be the shipped one, or one that was proposed here. */
async function demandSame(shelf: PolicyShelf, { policy: name, version, ...rest }: Policy): Promise<void> {
  if ((await shelf.proposals(name)).some((one) => one.version === version)) return;
  const kept = (await shelf.all()).find((one) => one.name === name && one.version === version);
  if (bodyHashOf(kept?.body) !== bodyHashOf({ policy: name, version, ...rest })) {
    throw new Error(`policy ${name} version ${version} was changed after it was published here: give it a new version`);
  }
}

/** Finds an order's policy. Throws `UnknownVersion`. */
export function policyFinder(policies: Pick<Policies, "version">): (order: Order) => Policy {
  return (order) => {
    const policy = policies.version(order.marketplace, order.policyVersion);
    if (!policy) throw new UnknownVersion(order);
    return policy;
  };
}
