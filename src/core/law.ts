// The law of the buyer's country over a marketplace's policy: what a law says as data (laws/*.json), and the policy that comes of
// both (L1–L5). Where the policy gives more it stays; where it gives less the floor's value holds.
import type { CommandType } from "./commands.ts";
import { longerOf, shorterOf, atLeast } from "./durations.ts";
import { lawArrows, lawDeadlines } from "./lawArrows.ts";
import { durationTerm, type Arrow, type DeadlineRule, type Ground, type Policy, type Remedy, type Term } from "./policy.ts";
import type { GuardWord } from "./guards.ts";
import type { Excepted } from "./state.ts";

/** A value that no policy may undercut, with the article that says so. */
export type Floor = { is: string; rule: string; source: string };

/** The right to withdraw without a reason. `since`: what the time for the money counts from. `excepts`: which lines, by which article. */
export type WithdrawalLaw = {
  from: string[]; window: Floor; postWithin: Floor; refundWithin: Floor & { since: "noticed" | "posted" | "received" };
  outboundShipping: "refunded" | "kept"; returnPostage: "buyer" | "seller"; excepts: Partial<Record<Excepted | "finalSale", string>>; rule: string; source: string;
};

/** The legal guarantee: since the delivery, on these grounds; put right first, within that time. */
export type GuaranteeLaw = { window: Floor; putRightWithin: Floor; grounds: string[]; rule: string; source: string };

export type Law = {
  law: string; version: number; title: string;
  /** ISO 3166 codes, each with the official languages in which a buyer there is told. */
  countries: Record<string, { languages: string[] }>;
  withdrawal: WithdrawalLaw | null;
  /** Since when the withdrawal function is compulsory (a date), null where it is not. */
  withdrawalFunction: { since: string; rule: string; source: string } | null;
  sanctions: { appealWithin: Floor } | null;
  guarantee: GuaranteeLaw | null;
};

/** One thing in which a policy gives less than the law. `policy` is null where it gives nothing of the kind. */
export type Undercut = { term: string; policy: Term["is"]; floor: string; rule: string; source: string };

type TermFloor = { term: string; keep: "longer" | "shorter"; floor: Floor; onlyWhereThere?: true };

/** The law's floors as terms of a policy. */
function termFloors(law: Law): TermFloor[] {
  const floors: TermFloor[] = [];
  if (law.withdrawal) {
    const { window, postWithin, refundWithin } = law.withdrawal;
    floors.push(
      { term: "withdrawal.window", keep: "longer", floor: window }, { term: "withdrawal.postWithin", keep: "longer", floor: postWithin },
      { term: "withdrawal.refundWithin", keep: "shorter", floor: refundWithin }, { term: "return.window", keep: "longer", floor: window, onlyWhereThere: true },
    );
  }
  if (law.sanctions) floors.push({ term: "sanction.appealWithin", keep: "longer", floor: law.sanctions.appealWithin, onlyWhereThere: true });
  if (law.guarantee) {
    floors.push({ term: "guarantee.window", keep: "longer", floor: law.guarantee.window }, { term: "guarantee.putRightWithin", keep: "shorter", floor: law.guarantee.putRightWithin });
  }
  return floors;
}

const overlaid = new WeakMap<Policy, Map<Law, Policy>>();

/** The policy under the law; itself where there is none. The same pair gives the same object. */
export function underLaw(policy: Policy, law: Law | null): Policy {
  if (law === null) return policy;
  let known = overlaid.get(policy);
  if (!known) overlaid.set(policy, (known = new Map()));
  let made = known.get(law);
  if (!made) known.set(law, (made = overlay(policy, law)));
  return made;
}

function overlay(policy: Policy, law: Law): Policy {
  const terms = { ...policy.terms };
  for (const floor of termFloors(law)) {
    const term = flooredTerm(policy, floor);
    if (term) terms[floor.term] = term;
  }
  if (law.withdrawal) Object.assign(terms, termsOfCourse({ ...policy, terms }, law.withdrawal));
  if (law.guarantee) Object.assign(terms, { ...termsOfClaims, ...terms });
  const reasons = policy.reasons.decision.length > 0 ? policy.reasons : { ...policy.reasons, decision: ["evidence", "noEvidence", "noAnswer", "law", "other"] };
  return {
    ...policy, terms, reasons, law, grounds: law.guarantee ? guaranteedGrounds(policy, law.guarantee) : policy.grounds,
    deadlines: [...policy.deadlines.map(guardedDeadline), ...lawDeadlines(policy, law)],
    arrows: [...policy.arrows.map(guardedArrow), ...lawArrows(policy, law)],
  };
}

/** What a claim needs where the marketplace has none of its own, and the goods that its mediators ask back. */
const termsOfClaims: Record<string, Term> = Object.fromEntries(([
  ["dispute.answerWithin", "P5D", "A19"], ["dispute.settleWithin", "P16D", "A20"], ["dispute.attempts", 2, "A22"], ["mediation.decideWithin", "P30D", "A20"],
  ["dispute.appealWithin", "P7D", "A21"], ["return.postWithin", "P10D", "A23"], ["return.arriveWithin", "P60D", "A23"], ["return.inspectWithin", "P10D", "A23"],
] as const).map(([name, is, rule]) => [name, { is, rule, source: "default" }]));

const guaranteeRemedies: Remedy[] = ["repair", "replacement", "lowerPrice"];

/** Goods that are not as agreed can be put right, or cost less, whatever else the marketplace offers for them. */
function guaranteedGrounds(policy: Policy, { grounds }: GuaranteeLaw): Policy["grounds"] {
  const afterDelivery = { ...policy.grounds.afterDelivery };
  for (const code of grounds) {
    const own: Ground = afterDelivery[code] ?? { fault: "seller", evidence: "needed" };
    afterDelivery[code] = { ...own, remedies: [...new Set([...(own.remedies ?? (["money", "goodsAndMoney"] as const)), ...guaranteeRemedies])] };
  }
  return { ...policy.grounds, afterDelivery };
}

/** The term with the floor's value where the policy gives less; null where it may stay away. */
function flooredTerm(policy: Policy, { term, keep, floor, onlyWhereThere }: TermFloor): Term | null {
  const own = policy.terms[term];
  if (!own) return onlyWhereThere ? null : { is: floor.is, rule: floor.rule, source: floor.source };
  const value = durationOf(policy, term);
  if (value === null) return keep === "longer" ? own : { ...own, is: floor.is, rule: floor.rule, source: floor.source };
  const is = value === undefined ? floor.is : keep === "longer" ? longerOf(value, floor.is, policy.zone) : shorterOf(value, floor.is, policy.zone);
  return is === value ? own : { ...own, is, rule: floor.rule, source: floor.source };
}

/** The term as a duration, null for no limit, undefined where it is neither. */
function durationOf(policy: Policy, term: string): string | null | undefined {
  try {
    return durationTerm(policy, term);
  } catch {
    return undefined;
  }
}

/** The times of a withdrawal's course that the law leaves to the marketplace: its own for returns, else a default. */
function termsOfCourse(policy: Policy, { refundWithin }: WithdrawalLaw): Record<string, Term> {
  const inspect = ownTerm(policy, "return.inspectWithin", { is: "P10D", rule: "A23", source: "default" });
  const inspected = shorterOf(String(inspect.is), refundWithin.is, policy.zone);
  return {
    ...termsOfClaims, "refund.inquireWithin": { is: "P5D", rule: "X3", source: "default" }, ...policy.terms,
    "withdrawal.inspectWithin": inspected === inspect.is ? inspect : { is: inspected, rule: refundWithin.rule, source: refundWithin.source },
    "withdrawal.arriveWithin": ownTerm(policy, "return.arriveWithin", { is: "P60D", rule: "A23", source: "default" }),
  };
}

/** The policy's term with its duration, or the other where it has none. */
function ownTerm(policy: Policy, name: string, otherwise: Term): Term {
  const is = durationOf(policy, name);
  return typeof is === "string" ? { ...policy.terms[name]!, is } : otherwise;
}

const withGuard = <T extends { when?: GuardWord[] }>(rule: T, word: GuardWord): T =>
  rule.when?.includes(word) ? rule : { ...rule, when: [...(rule.when ?? []), word] };

/** Where arrows of any policy lead to besides, once goods can go back under a withdrawal. */
const leadsTo: Partial<Record<CommandType, string[]>> = {
  ExpireShipment: ["order.inTransit", "order.delivered", "order.returnStarted", "return.cancelled"], ExpireReturn: ["claim.inMediation", "reversal.granted", "return.closed"], RecordRefundSettled: ["return.closed", "order.delivered"], RecordRefundReversed: ["claim.inMediation"], RecordRefundFailed: ["order.completed"], ResolveRefund: ["return.closed", "order.delivered"], ConfirmRefundFailure: ["order.completed"],
  RecordScan: ["return.inTransit", "claim.inMediation"],
  LapseClaim: ["order.inTransit", "order.delivered", "order.completed", "order.closed", "return.closed"], RefuseReversal: ["order.completed"], ExpireReversal: ["order.completed"], ApproveRefund: ["claim.settled"], ShipReplacement: ["claim.settled", "order.inTransit"],
};

/** What could take a withdrawal back, stop its money, or pay the seller over the buyer's head waits for it. */
function guardedArrow(arrow: Arrow): Arrow {
  const more = [...(arrow.to.includes("order.inTransit") ? ["order.returnStarted"] : []), ...(arrow.to.includes("order.delivered") && arrow.command !== "ReleaseEscrow" ? ["order.completed"] : []), ...(leadsTo[arrow.command] ?? [])];
  const moved = more.length === 0 ? arrow : { ...arrow, to: [...new Set([...arrow.to, ...more])] };
  switch (arrow.command) {
    case "CancelReturn": case "CallOffReturn": case "DeclineReturn":
      return withGuard(moved, "notWithdrawn");
    case "StopRefund":
      return withGuard(moved, "notByWithdrawal");
    case "ReleaseEscrow": case "ConfirmReceipt":
      return withGuard(moved, "nothingOpen");
    default:
      return moved;
  }
}

/** A withdrawal's goods go back in the law's time; the policy's own deadlines are for its own returns. */
function guardedDeadline(rule: DeadlineRule): DeadlineRule {
  if (rule.otherwise === "ReleaseEscrow") return withGuard(rule, "nothingOpen");
  return rule.in.includes("return.authorized") || rule.in.includes("return.inTransit") ? withGuard(rule, "notWithdrawn") : rule;
}

/** Where the policy gives less than the law, its promises of arrival included. Empty where it gives as much or more. */
export function undercuts(policy: Policy, law: Law): Undercut[] {
  const found: Undercut[] = termFloors(law).flatMap((one) => {
    const own = policy.terms[one.term];
    const floored = flooredTerm(policy, one);
    if (floored === null || floored === own) return [];
    const { rule, source } = one.floor;
    return [{ term: one.term, policy: own?.is ?? null, floor: String(floored.is), rule, source }];
  });
  return [...found, ...latePromises(policy, law)];
}

function latePromises(policy: Policy, { withdrawal }: Law): Undercut[] {
  if (!withdrawal) return [];
  const { is: floor, rule, source } = withdrawal.refundWithin;
  return Object.entries(policy.refund.arrives).flatMap(([method, promise]) =>
    typeof promise === "string" && !atLeast(floor, promise, policy.zone) ? [{ term: `refund.arrives.${method}`, policy: promise, floor, rule, source }] : []);
}
