// `rescind check`: proves policies and shows, property by property, what holds and the story of what does not.
import { readFile } from "node:fs/promises";
import { prove } from "../check/prove.ts";
import type { Proof } from "../check/proof.ts";
import { isVariant, variantOf } from "../check/variant.ts";
import type { Policy } from "../core/policy.ts";
import { readShippedLaws } from "../engine/laws.ts";
import { readShippedPolicies } from "../engine/policies.ts";
import { checkPolicy } from "../engine/policyShape.ts";
import type { Progress } from "./progress.ts";
import { WrongUsage, type Wish } from "./wish.ts";

const MOST_STATES = 1_000_000;

/** Checks what is wanted; the answer is the exit code. Throws `BadPolicy` for one that is not even written right. */
export async function checkPolicies(wish: Extract<Wish, { command: "check" }>, progress: Progress, say: (text: string) => void): Promise<number> {
  const most = wish.states ?? MOST_STATES;
  const laws = await readShippedLaws();
  const proofs: Proof[] = [];
  try {
    for (const policy of await policiesNamed(wish.policies)) {
      const proof = await prove(policy, { laws, states: most, ...(wish.cores ? { cores: wish.cores } : {}), progress: (states) => progress.at(`checking ${policy.policy}`, states, most) });
      progress.stop();
      proofs.push(proof);
      if (!wish.json) say(proofText(proof));
    }
  } finally {
    progress.stop();
  }
  if (wish.json) say(JSON.stringify({ proofs }));
  return proofs.every((proof) => proof.properties.every((property) => property.holds)) ? 0 : 1;
}

/** Shipped policies by their names, others by their files. */
async function policiesNamed(names: readonly string[]): Promise<Policy[]> {
  const shipped = await readShippedPolicies();
  if (names.length === 0) return shipped;
  return Promise.all(names.map(async (name) => {
    const known = shipped.find((policy) => policy.policy === name);
    if (known) return known;
    if (!name.endsWith(".json")) throw new WrongUsage(`there is no policy ${name}; there are ${shipped.map((policy) => policy.policy).join(", ")}, and files that end in .json`);
    return readPolicy(JSON.parse(await readFile(name, "utf8")), shipped);
  }));
}

/** A whole policy, or one that is written as what it changes in a shipped one. */
function readPolicy(value: unknown, shipped: readonly Policy[]): Policy {
  if (!isVariant(value)) return checkPolicy(value);
  const base = shipped.find((policy) => policy.policy === value.of);
  if (!base) throw new WrongUsage(`there is no policy ${value.of} to change; there are ${shipped.map((policy) => policy.policy).join(", ")}`);
  return checkPolicy(variantOf(base, value));
}

/** A proof as a person reads it. */
export function proofText({ policy, version, states, complete, bound, properties }: Proof): string {
  const reach = complete ? "every state within the bound" : "as far as the number of states allowed; more states lie beyond";
  const lines = properties.map(({ name, sentence, holds, story }) => `  ${holds ? "✓" : "✗"} ${name.padEnd(24)}${sentence}${story ? `\n\n${indented(story)}\n` : ""}`);
  return [`${policy}, version ${version}: ${states.toLocaleString("en")} states, ${reach}`, `  (${bound})`, ...lines].join("\n");
}

const indented = (text: string): string => text.split("\n").map((line) => `      ${line}`.trimEnd()).join("\n");
