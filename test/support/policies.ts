// Policies for tests: a shipped one with a change, each as text that was read anew.
import { readFileSync } from "node:fs";
import type { Policy } from "../../src/core/policy.ts";

/** The shipped policy of that name, changed in place by `change`. */
export function policyLike(name: string, change: (policy: Policy) => void = () => undefined): Policy {
  const policy = JSON.parse(readFileSync(new URL(`../../policies/${name}/policy.json`, import.meta.url), "utf8")) as Policy & { $schema?: string };
  delete policy.$schema;
  change(policy);
  return policy;
}

/** The next version of aliexpress: half the protection after delivery. */
export const milder = (version = 2): Policy => policyLike("aliexpress", (policy) => {
  policy.version = version;
  policy.terms["protection.afterDelivery"]!.is = "P7D";
});

/** A version that waits for ever where a seller does not ship. */
export const endless = (version = 2): Policy => policyLike("aliexpress", (policy) => {
  policy.version = version;
  policy.deadlines = policy.deadlines.filter(({ owes }) => owes !== "ShipOrder");
});
