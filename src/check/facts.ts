// What must hold of one step: the facts of a command, each booked and followed from the order before it to the order after it.
import type { OrderEvent } from "../core/events.ts";
import type { Actor } from "../core/event.ts";
import { evolve } from "../core/evolve.ts";
import type { Arrow } from "../core/policy.ts";
import { postings } from "../core/postings.ts";
import { backOtherwiseMinor, freeEscrow, type Order, type Refund } from "../core/state.ts";
import type { Breach } from "./properties.ts";

/** Where a refund can go from each status. Stopping it is possible before the hand-over only. */
const roads: Record<Refund["status"], readonly Refund["status"][]> = {
  approved: ["submitting", "stopped"], submitting: ["submitted", "settled", "unknown", "failed"], unknown: ["submitted", "settled", "failed"],
  submitted: ["settled", "failed", "unknown"], settled: ["failed", "reversed"], stopped: [], failed: [], reversed: [],
};

/** Everything about a step that is not as it must be. */
export function breachesOfStep(before: Order, facts: readonly OrderEvent[], after: Order, by: Actor, now: number): Breach[] {
  const breaches: Breach[] = [];
  let order = before;
  for (const fact of facts) {
    const moved = evolve(order, { ...fact, seq: order.version + 1, at: now, by });
    checkBooks(breaches, order, fact, moved);
    order = moved;
  }
  if (order.version !== after.version || order.status !== after.status) breaches.push({ property: "moneyConserved", what: "the facts do not lead to the order that was decided" });
  checkRefunds(breaches, before, after);
  checkReturns(breaches, before, after, by);
  checkJudges(breaches, before, facts, by);
  checkPayments(breaches, after);
  return breaches;
}

function checkBooks(breaches: Breach[], before: Order, fact: OrderEvent, after: Order): void {
  const lines = postings(before, fact);
  const grown = (account: string): number => lines.reduce((sum, line) => (line.account === `${account}/${before.id}` ? sum + line.amountMinor : sum), 0);
  const { money } = after;
  const wrong =
    lines.reduce((sum, line) => sum + line.amountMinor, 0) !== 0 ? "the postings do not sum to zero"
    : grown("escrow") !== money.inEscrowMinor - before.money.inEscrowMinor ? "the escrow account is not what the order says"
    : grown("subsidy") !== money.subsidyMinor - before.money.subsidyMinor ? "the platform's discount is not what the order says"
    : grown("held") !== heldFor(after) - heldFor(before) ? "what is held for refunds is not what the order says"
    : money.paidMinor !== money.inEscrowMinor + money.releasedMinor + money.refundingMinor + money.refundedMinor ? "money was lost or made"
    : Object.values(money).some((minor) => minor < 0 || !Number.isSafeInteger(minor)) ? "an amount is below zero"
    : null;
  if (wrong) breaches.push({ property: "moneyConserved", what: `${fact.type}: ${wrong}` });
}

const heldFor = (order: Order): number =>
  order.refunds.reduce((sum, refund) => {
    const held = refund.status === "approved" || refund.status === "submitting" || (refund.status === "unknown" && refund.institutionReference === null);
    return held ? sum + refund.amountMinor : sum;
  }, 0);

function checkRefunds(breaches: Breach[], before: Order, after: Order): void {
  for (const [index, was] of before.refunds.entries()) {
    const is = after.refunds[index]!;
    const revived = was.resolved === "failed" && (is.status === "submitted" || is.status === "settled");
    if (is.status !== was.status && !revived && !roads[was.status].includes(is.status) && !passedThrough(was.status, is.status)) {
      breaches.push({ property: "handedOverStays", what: `a refund that was ${was.status} became ${is.status}` });
    }
    if (was.status !== "approved" && (is.amountMinor !== was.amountMinor || is.to !== was.to)) breaches.push({ property: "handedOverStays", what: "a refund changed after it was handed over" });
  }
}

/** One command may take a refund over two steps of its road. */
const passedThrough = (from: Refund["status"], to: Refund["status"]): boolean => roads[from].some((between) => between !== "stopped" && roads[between].includes(to));

function checkReturns(breaches: Breach[], before: Order, after: Order, by: Actor): void {
  if (by.role !== "buyer" && by.role !== "seller") return;
  for (const [index, was] of before.returns.entries()) {
    if (was.scannedAt !== null && was.status === "inTransit" && after.returns[index]!.status === "cancelled") breaches.push({ property: "scannedStays", what: `the ${by.role} ends a return whose parcel the carrier has scanned` });
  }
}

function checkJudges(breaches: Breach[], before: Order, facts: readonly OrderEvent[], by: Actor): void {
  for (const fact of facts) {
    const judges = fact.type === "ClaimDecided" || fact.type === "SanctionUpheld" || fact.type === "SanctionLifted";
    if (judges && (by.role === "buyer" || by.role === "seller")) breaches.push({ property: "othersJudge", what: `the ${by.role} decides their own case` });
    if (fact.type !== "ClaimDecided" || by.role === "clock") continue;
    const claim = before.claims.find((one) => one.id === fact.data.claimId);
    if (claim?.appealedBy && claim.decisions.at(-1)?.by === by.id) breaches.push({ property: "othersJudge", what: "an appeal is heard by who decided first" });
  }
}

function checkPayments(breaches: Breach[], order: Order): void {
  for (const payment of order.payments) {
    const own = order.refunds.filter((refund) => refund.paymentId === payment.id && !["stopped", "failed", "reversed"].includes(refund.status));
    const given = own.reduce((sum, refund) => sum + refund.amountMinor, backOtherwiseMinor(order, payment.id));
    const holds = payment.status === "captured" ? payment.amountMinor : 0;
    if (given > holds || given !== payment.refundingMinor + payment.refundedMinor) {
      breaches.push({ property: "refundWithinPayment", what: `${given} of ${holds} minor units go back from one payment` });
    }
  }
  if (freeEscrow(order) < 0) breaches.push({ property: "refundWithinPayment", what: "more is owed back than escrow holds" });
}

/** Statuses that a step reached and its rule does not name. Refunds and sanctions follow from the money, and count where the rule speaks of them. */
export function unnamed(arrow: Arrow, before: Order, after: Order): string[] {
  // The rule by which the mediators had to wait has named that they will hear this.
  const waited = before.refunds.some((refund) => refund.mediationDue);
  const moved: string[] = before.status === after.status ? [] : [`order.${after.status}`];
  for (const [noun, list] of [["cancellation", "cancellations"], ["return", "returns"], ["claim", "claims"], ["reversal", "reversals"], ["refund", "refunds"], ["chargeback", "chargebacks"], ["sanction", "sanctions"]] as const) {
    if ((noun === "refund" || noun === "sanction") && !arrow.to.some((one) => one.startsWith(`${noun}.`))) continue;
    (after[list] ?? []).forEach((part, index) => {
      if (before[list]?.[index]?.status !== part.status) moved.push(`${noun}.${part.status}`);
    });
  }
  return moved.filter((status) => !(waited && status === "claim.inMediation") && !arrow.to.includes(status) && !arrow.to.includes(`${status.split(".")[0]!}.*`));
}
