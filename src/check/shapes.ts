// The orders that the exploration begins with, and how much may happen to one: what the size of a proof depends on.
// An order is written as a story writes it, so that a counterexample can be told from its first line.
import { underLaw, type Law } from "../core/law.ts";
import type { Policy } from "../core/policy.ts";
import type { RiskFacts, RiskRule } from "../core/risk.ts";
import { blankSetting, type Setting, type SoldLine } from "../story/story.ts";

/** How many of each kind one order may have. `faults` counts refunds that failed, came back or were of unknown outcome. */
export type Bound = { cancellations: number; returns: number; claims: number; reversals: number; chargebacks: number; parcels: number; faults: number; stops: number; resolutions: number; extensions: number; holds: number };

/** An order to begin with. `methods` pay it: two give it two payments. */
export type Shape = { name: string; setting: Setting; methods: string[] };

/** One piece of the exploration: all courses of one order within a bound. */
export type Course = { shape: Shape; bound: Bound; law: Law | null };

/** A country whose law is not among those laid over policies. */
const LAWLESS = "US";

const one: Bound = { cancellations: 1, returns: 1, claims: 1, reversals: 1, chargebacks: 0, parcels: 2, faults: 1, stops: 1, resolutions: 0, extensions: 0, holds: 0 };
const two: Bound = { cancellations: 2, returns: 2, claims: 2, reversals: 2, chargebacks: 0, parcels: 4, faults: 2, stops: 2, resolutions: 0, extensions: 1, holds: 0 };

/** A hold and a sanction of the buyer are a person's, and the same for every order: one of two units shows them. */
const watched: Bound = { ...one, holds: 1 };
/** Banks act on their own at any time, and what they do is the same for every order: orders of one line and of two payments show it. */
const disputed: Bound = { ...one, chargebacks: 1 };

/** Operators end by hand what the institution leaves unanswered: that is the same wherever the refund came from, so the order is never shipped. */
const unanswered: Bound = { cancellations: 0, returns: 0, claims: 0, reversals: 0, chargebacks: 0, parcels: 0, faults: 1, stops: 0, resolutions: 1, extensions: 0, holds: 0 };

const sold = (sku: string, quantity: number, price: string): SoldLine => ({ sku, quantity, price, less: null, lessBy: null, tax: null, finalSale: false });

function shape(policy: Policy, name: string, change: Partial<Setting>, methods: string[]): Shape {
  return { name, setting: { ...blankSetting(), marketplaces: [policy.policy], buyer: { id: "ann", country: LAWLESS }, ...change }, methods };
}

/** Everything that is explored for a policy: first each order with at most one of every kind, then with two; one order under each law. */
export function coursesFor(policy: Policy, laws: readonly Law[] = []): Course[] {
  const [method = "card", other = method] = policy.methods;
  const single = shape(policy, "one unit", { lines: [sold("MUG-1", 1, "20.00")] }, [method]);
  const pair = shape(policy, "two units with shipping and commission", { lines: [sold("MUG-1", 2, "20.00")], shipping: "5.00", commission: "4.00" }, [method]);
  const split = shape(policy, "two lines and two payments", { lines: [sold("MUG-1", 1, "20.00"), sold("BOWL-1", 1, "10.00")] }, [method, other]);
  const slow = shape(policy, "a listing that ships within thirty days", { lines: [sold("MUG-1", 1, "20.00")], shipsWithin: "P30D" }, [method]);
  const all = [single, pair, split, slow];
  if (asksWhoFulfils(policy)) all.push(shape(policy, "fulfilled by the platform", { lines: [sold("MUG-1", 1, "20.00")], fulfilledBy: "platform" }, [method]));
  if (policy.sanctions) {
    const points = Math.max(0, policy.sanctions.threshold - 1);
    all.push(shape(policy, "a seller just below the threshold", { lines: [sold("MUG-1", 1, "20.00")], elsewhere: { unpaidOrders: 0, points, trackingNumbers: [] } }, [method]));
  }
  if (policy.risk && policy.risk.rules.length > 0) {
    const counted = { buyer: mostOf(policy.risk.rules, "buyer"), seller: mostOf(policy.risk.rules, "seller") };
    all.push(shape(policy, "a buyer and a seller of whom enough is counted for every rule", { lines: [sold("MUG-1", 1, "20.00")], elsewhere: { unpaidOrders: 0, points: 0, trackingNumbers: [], counted } }, [method]));
  }
  const otherwise = [0, 1].map((which) => otherSettings(policy, which)).filter((terms) => Object.keys(terms).length > 0)
    .map((terms, which) => ({ shape: shape(policy, `with the ${which === 0 ? "first" : "second"} other value of its settings`, { lines: [sold("MUG-1", 1, "20.00")], terms }, [method]), bound: one, law: null }));
  const lawful = laws.map((law): Course => {
    const country = Object.keys(law.countries)[0]!;
    return { shape: shape(policy, `a buyer in ${country}, under the law there`, { lines: [sold("MUG-1", 2, "20.00")], shipping: "5.00", buyer: { id: "ann", country } }, [method]), bound: one, law };
  });
  const left = { shape: { ...single, name: "one unit, whose refund the institution leaves unanswered" }, bound: unanswered, law: null };
  return [...all.map((shape) => ({ shape, bound: shape === single || shape === split ? disputed : shape === pair ? watched : one, law: null })), ...otherwise, ...lawful, left, ...[single, pair].map((shape) => ({ shape, bound: two, law: null }))];
}

/** As much of every fact as the rules of a side ask for. */
const mostOf = (rules: readonly RiskRule[], side: "buyer" | "seller"): Partial<RiskFacts> =>
  Object.fromEntries(rules.filter(({ of }) => of === side).map(({ fact, atLeast }) => [fact, atLeast]));

/** The settings whose texts name other values too, each with one of those. */
function otherSettings(policy: Policy, which: number): Setting["terms"] {
  return Object.fromEntries(Object.entries(policy.terms).flatMap(([name, { others = [] }]) => (others.length > which ? [[name, others[which]!]] : [])));
}

/** The policy with the settings of a course, under its law. The policy's own rules keep their places. */
export function policyOf(policy: Policy, { shape, law }: Course): Policy {
  const changed = Object.entries(shape.setting.terms);
  const set = changed.length === 0 ? policy : { ...policy, terms: { ...policy.terms, ...Object.fromEntries(changed.map(([name, is]) => [name, { ...policy.terms[name]!, is }])) } };
  return underLaw(set, law);
}

const asksWhoFulfils = ({ arrows }: Policy): boolean =>
  arrows.some((arrow) => arrow.when?.some((word) => word === "fulfilledByPlatform" || word === "fulfilledBySeller" || word === "fulfilsIt"));

/** The bound in words, for the page and the proof. */
export function describeBound(): string {
  const say = (bound: Bound): string =>
    `${bound.cancellations} cancellation, ${bound.returns} return, ${bound.claims} claim, ${bound.reversals} reversal, ${bound.parcels} parcels to the buyer, ${bound.stops} stopped refund, ${bound.faults} fault of the institution`;
  return `orders of one or two units in one or two lines, one or two payments; first at most ${say(one)}, then at most two of each (${two.parcels} parcels); a chargeback on two of them, a held refund and a sanction of the buyer on one, and on one that is never shipped a refund that operators end by hand`;
}
