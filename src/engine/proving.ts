// The proofs of policies: made once for each version and each state of the core, and kept. How a policy is proven is given from
// outside, since it takes threads; here is only which proof is whose, and that nobody waits for the same one twice.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Proof } from "../check/proof.ts";
import type { Policy } from "../core/policy.ts";
import type { KeptProof, PolicyShelf } from "../store/policies.ts";
import type { Clock } from "./clock.ts";
import { bodyHashOf } from "./hash.ts";

/** Proves a policy, visiting at most `states` states. Does not block the event loop. */
export type Prove = (policy: Policy, options: { states: number }) => Promise<Proof>;

/** The committed proof of a shipped policy: `of` is the hash of the policy that it was made of. */
export type ShippedProof = Proof & { of: string };

export type Proving = {
  /** A new proof of what is not published yet, to be kept with it. */
  prove(policy: Policy): Promise<KeptProof & { proof: Proof }>;
  /** The proof of a published version, made now where there is none for this core. */
  proofOf(policy: Policy): Promise<Proof>;
};

/** What a proof depends on besides the policy: the rules that it went through, the checker that did, and the laws that lay over it. */
const grounds = [new URL("../core/", import.meta.url), new URL("../check/", import.meta.url), new URL("../../laws/", import.meta.url)];
const shipped = new URL("../../policies/", import.meta.url);

/** Opens the proofs over the store. `states` bounds each one. */
export function openProving(shelf: PolicyShelf, clock: Clock, prove: Prove, states: number): Proving {
  let mark: Promise<string> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const under = new Map<string, Promise<Proof>>();
  /** One after the other: each takes all processor cores. */
  const inTurn = (policy: Policy): Promise<Proof> => {
    const next = last.then(() => prove(policy, { states }));
    last = next.catch(() => undefined);
    return next;
  };
  const groundsMark = (): Promise<string> => (mark ??= hashOfGrounds());

  async function found(policy: Policy): Promise<Proof> {
    const kept = await shelf.proof(policy.policy, policy.version);
    if (kept?.core === (await groundsMark())) return kept.proof as Proof;
    const committed = await committedProof(policy);
    if (committed) return committed;
    const proof = await inTurn(policy);
    await shelf.keepProof(policy.policy, policy.version, { core: await groundsMark(), proof }, clock.now());
    return proof;
  }

  return {
    prove: async (policy) => ({ proof: await inTurn(policy), core: await groundsMark() }),
    proofOf(policy) {
      const name = `${policy.policy} ${policy.version}`;
      const asked = under.get(name) ?? found(policy).finally(() => under.delete(name));
      under.set(name, asked);
      return asked;
    },
  };
}

/** One hash over all that a proof depends on besides the policy: with another core, checker or law it is made anew. */
async function hashOfGrounds(): Promise<string> {
  const sum = createHash("sha256");
  for (const folder of grounds) {
    for (const name of (await readdir(fileURLToPath(folder))).filter((one) => /\.(ts|json)$/.test(one)).sort()) sum.update(`${name}\0`).update(await readFile(new URL(name, folder))).update("\0");
  }
  return sum.digest("hex");
}

/** The policy that a proof is of: its looks are no rule. */
export const hashOfRules = ({ look: _, ...rules }: Policy): string => bodyHashOf(rules);

/** The proof that lies beside a shipped policy, where it is that policy's; the tests hold it against the core. */
export async function committedProof(policy: Policy): Promise<Proof | null> {
  const text = await readFile(new URL(`${policy.policy}/proof.json`, shipped), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const { of, ...proof } = JSON.parse(text) as ShippedProof;
  return of === hashOfRules(policy) ? proof : null;
}
