// Whether a policy is written in words that the core knows. What its rules lead to is another question.
import { Ajv2020 } from "ajv/dist/2020.js";
import { codes } from "../core/asks.ts";
import { guardWords } from "../core/guards.ts";
import { isMoment } from "../core/moments.ts";
import { durationTerm, type Policy } from "../core/policy.ts";
import { isDuration } from "../core/time.ts";
import { policySchema } from "./policySchema.ts";

/** All that is wrong with a policy, each with the place where it stands. */
export class BadPolicy extends Error {
  readonly faults: string[];
  constructor(name: string, faults: string[]) {
    super(`policy ${name}:\n  ${faults.join("\n  ")}`);
    this.name = "BadPolicy";
    this.faults = faults;
  }
}

const matches = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(policySchema);

/** The value as a policy. Throws `BadPolicy`. */
export function checkPolicy(value: unknown): Policy {
  const name = String((value as { policy?: unknown } | null)?.policy ?? "?");
  if (!matches(value)) throw new BadPolicy(name, matches.errors!.map((error) => `${error.instancePath || "/"} ${error.message ?? ""}`));
  const policy = value as unknown as Policy;
  const faults = [...faultsOfTerms(policy), ...faultsOfArrows(policy), ...faultsOfDeadlines(policy), ...faultsOfPromises(policy)];
  if (faults.length > 0) throw new BadPolicy(name, faults);
  return policy;
}

const edgeWords = ["with_payment", "after_verification", "P1D_after_payment", "shipping", "received", "scanned", "authorized"];

function faultsOfTerms(policy: Policy): string[] {
  return Object.entries(policy.terms).flatMap(([name, { is, others = [] }]) =>
    [is, ...others].filter((value) => typeof value === "string" && !isDuration(value) && !edgeWords.includes(value) && !(value in policy.terms))
      .map((value) => `/terms/${name}: ${String(value)} is neither a duration, nor a word for a moment, nor another term`));
}

function faultsOfArrows(policy: Policy): string[] {
  return policy.arrows.flatMap((arrow, index) => {
    const at = `/arrows/${index} (${arrow.command})`;
    const words = (arrow.when ?? []).filter((word) => !guardWords.includes(word)).map((word) => `${at}: no such condition: ${word}`);
    const edges = [arrow.opens, arrow.closes].flatMap((edge) => {
      if (!edge) return [];
      const [first, second] = edge;
      const known = second === undefined ? isMoment(first) || first in policy.terms : isMoment(first) && second in policy.terms;
      return known ? [] : [`${at}: no such moment or term: ${edge.join(", ")}`];
    });
    return [...words, ...edges];
  });
}

function faultsOfDeadlines(policy: Policy): string[] {
  return policy.deadlines.flatMap((rule, index) => {
    const at = `/deadlines/${index} (${rule.owes})`;
    const faults = (rule.when ?? []).filter((word) => !guardWords.includes(word)).map((word) => `${at}: no such condition: ${word}`);
    if (!isMoment(rule.since)) faults.push(`${at}: no such moment: ${rule.since}`);
    if (rule.within !== null && !(rule.within in policy.terms)) faults.push(`${at}: no such term: ${rule.within}`);
    if (!policy.arrows.some((arrow) => arrow.command === rule.otherwise && arrow.by.includes("clock"))) {
      faults.push(`${at}: the clock has no arrow ${rule.otherwise}`);
    }
    return faults;
  });
}

function faultsOfPromises(policy: Policy): string[] {
  const methods = policy.methods.filter((method) => !(codes.method as readonly string[]).includes(method)).map((method) => `/methods: no such method: ${method}`);
  const needed = ["payWithin", "verification", "unpaidOrdersAllowed", "shipWithin", "protection", "protection.afterDelivery", "refund.when", "refund.heldFor", "tracking.silentAfter"];
  const missing = needed.filter((name) => !(name in policy.terms)).map((name) => `/terms: ${name} is missing`);
  const promised = policy.methods.every((method) => method in policy.refund.arrives) || "*" in policy.refund.arrives;
  if (!missing.includes("refund.heldFor") && policy.terms["refund.heldFor"] && durationTerm(policy, "refund.heldFor") === null) missing.push("/terms/refund.heldFor: a duration is needed");
  return [...methods, ...missing, ...(promised ? [] : ["/refund/arrives: every method needs a promise, or *"])];
}
