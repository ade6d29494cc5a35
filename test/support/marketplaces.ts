// The marketplaces that random orders play under, settings of theirs at other values, and the buyer's country, whose law lies over them.
import { underLaw } from "../../src/core/law.ts";
import type { Policy } from "../../src/core/policy.ts";
import { lawOf, policyNamed } from "./coreOrder.ts";

export type Variant = { marketplace: string; country: string; terms: Record<string, string | number | null> };

const of = (marketplace: string, country: string, terms: Variant["terms"] = {}): Variant => ({ marketplace, country, terms });

export const variants: readonly Variant[] = [
  of("aliexpress", "US"), of("aliexpress", "DE"), of("aliexpress", "GB", { "cancellation.opens": "with_payment" }), of("amazon", "US"), of("amazon", "DE"),
  of("amazon", "FR", { "refund.when": "scanned", "payout.after": "P7D" }), of("amazon", "CN", { "refund.when": "authorized" }), of("taobao", "US"), of("taobao", "CN"),
  of("taobao", "GB"), of("bare", "DE"),
];

/** The marketplace's policy with the settings, no law over it. */
export const plainPolicy = ({ marketplace, terms }: Variant): Policy => (marketplace === "bare" ? barePolicy() : policyNamed(marketplace, terms));

/** The policy as it holds for that country's buyers. */
export const variantPolicy = (variant: Variant): Policy => underLaw(plainPolicy(variant), lawOf(variant.country));

/** A marketplace without returns and claims of its own: what a withdrawal needs there comes from the law alone. */
function barePolicy(): Policy {
  const policy = policyNamed("aliexpress");
  const own = (status: string): boolean => !status.startsWith("return.") && !status.startsWith("claim.");
  const arrows = policy.arrows.filter((arrow) => arrow.from.every(own) && !arrow.to.includes("claim.awaitingSeller"));
  return { ...policy, arrows, deadlines: policy.deadlines.filter((rule) => rule.in.every(own)) };
}
