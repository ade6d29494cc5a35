// The policies that run: the shipped files and every version that was ever used, for orders keep theirs (X5).
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Policy } from "../core/policy.ts";
import type { PolicyShelf } from "../store/settings.ts";
import { bodyHashOf } from "./hash.ts";
import { checkPolicy } from "./policyShape.ts";

export type Policies = {
  names(): string[];
  latest(name: string): Policy | null;
  version(name: string, version: number): Policy | null;
};

/** A marketplace that no policy is for. */
export class UnknownMarketplace extends Error {
  constructor(name: string) {
    super(`no policy for the marketplace ${name}`);
    this.name = "UnknownMarketplace";
  }
}

const shipped = new URL("../../policies/", import.meta.url);

/** The policies in policies/, checked. Throws with every fault of a file. */
export async function readShippedPolicies(): Promise<Policy[]> {
  const folders = await readdir(fileURLToPath(shipped), { withFileTypes: true });
  const names = folders.filter((entry) => entry.isDirectory() && entry.name !== "broken").map((entry) => entry.name).sort();
  return Promise.all(names.map(async (name) => checkPolicy(JSON.parse(await readFile(new URL(`${name}/policy.json`, shipped), "utf8")))));
}

/** Publishes the given policies and opens all that the store knows. Throws where a published version was changed. */
export async function openPolicies(shelf: PolicyShelf, given: Policy[], atMs: number): Promise<Policies> {
  for (const policy of given) await shelf.publish({ name: policy.policy, version: policy.version, at: atMs, body: policy });
  const all = new Map<string, Policy[]>();
  for (const { name, body } of await shelf.all()) all.set(name, [...(all.get(name) ?? []), body as Policy]);
  for (const policy of given) {
    const kept = all.get(policy.policy)!.find((one) => one.version === policy.version);
    if (bodyHashOf(kept) !== bodyHashOf(policy)) {
      throw new Error(`policy ${policy.policy} version ${policy.version} was changed after it was published here: give it a new version`);
    }
  }
  return {
    names: () => [...all.keys()],
    latest: (name) => all.get(name)?.at(-1) ?? null,
    version: (name, version) => all.get(name)?.find((one) => one.version === version) ?? null,
  };
}
