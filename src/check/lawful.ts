// Whether the floors of the buyer's law hold under a policy: in its settings once the law lies over it, and in the states of an order.
import { admit } from "../core/admit.ts";
import { undercuts, underLaw, type Law } from "../core/law.ts";
import type { Policy } from "../core/policy.ts";
import { durationTerm } from "../core/policy.ts";
import { later } from "../core/time.ts";
import type { Breach } from "./properties.ts";
import type { Standing } from "./step.ts";

/** What a policy gives less than these laws although they lie over it; null where nothing is. Promises of arrival stand: the money leaves the earlier for them. */
export function lawlessSettings(policy: Policy, laws: readonly Law[]): string | null {
  const denied = Object.entries(policy.floors ?? {}).filter(([, holds]) => !holds).map(([name]) => `the policy says that ${name} does not hold`);
  const less = laws.flatMap((law) => undercuts(underLaw(policy, law), law).filter(({ term }) => !term.startsWith("refund.arrives."))
    .map(({ term, policy: own, floor, source }) => `${law.law}: ${term} is ${String(own)} where the law gives ${floor} (${source})`));
  const all = [...denied, ...less];
  return all.length === 0 ? null : `L1 · The policy gives less than the law\n${all.map((one) => `# ${one}`).join("\n")}`;
}

/** In a state in which nothing stands in the way, the buyer can withdraw from the contract. `policy` is the one under the law. */
export function breachOfLaw(policy: Policy, law: Law | null, { order, now }: Standing): Breach | null {
  if (!law?.withdrawal || !isUntouched(order)) return null;
  const window = durationTerm(policy, "withdrawal.window");
  // Nobody knows since when goods are held that no carrier saw arriving.
  if (order.status === "completed" && order.deliveredAt === null) return null;
  const open = law.withdrawal.from.includes(`order.${order.status}`) && (order.deliveredAt === null || window === null || now <= later(order.deliveredAt, window, policy.zone));
  if (!open) return null;
  const { refused } = admit(policy, order, "WithdrawFromContract", null, { role: "buyer", id: order.buyer.id }, now, null);
  return refused ? { property: "lawHolds", what: `the buyer cannot withdraw from the contract: ${refused.refusal}` } : null;
}

const isUntouched = ({ cancellations, returns, claims, refunds, lines }: Standing["order"]): boolean =>
  cancellations.length + returns.length + claims.length + refunds.length === 0 && lines.every((line) => line.cancelled === 0);
