// The arrows and deadlines that the law adds to a policy: the withdrawal itself, and the way of its goods and its money wherever
// the policy has none of its own. In the policy's notation; what the words do stands where it does for policies.
import type { CommandType } from "./commands.ts";
import type { Role } from "./event.ts";
import type { GuardWord } from "./guards.ts";
import type { GuaranteeLaw, Law, WithdrawalLaw } from "./law.ts";
import { arrowsOf, type Arrow, type DeadlineRule, type Policy } from "./policy.ts";

type Wish = { command: CommandType; by: Role[]; from: string[]; when?: GuardWord[]; to: string[]; rule: string };

const received = ["return.received", "return.closed", "claim.settled", "claim.inMediation", "order.inTransit", "order.delivered", "order.completed", "order.closed"];
const executed = ["claim.decided", "claim.settled", "claim.awaitingGoods", "return.authorized", "return.closed", "order.returnStarted", "order.inTransit", "order.delivered", "order.completed", "order.closed"];

/** What happens to goods that go back, and who decides when they are not what they were. */
const course: Wish[] = [
  { command: "PostReturn", by: ["buyer"], from: ["return.authorized"], to: ["return.inTransit"], rule: "A23" },
  { command: "ReceiveReturn", by: ["seller"], from: ["return.authorized", "return.inTransit"], to: received, rule: "A23" },
  { command: "ReceiveReturn", by: ["operator"], from: ["return.authorized", "return.inTransit"], when: ["fulfilledByPlatform"], to: received, rule: "A23" },
  { command: "ReceiveReturn", by: ["clock"], from: ["return.inTransit"], when: ["goodsAreBack"], to: received, rule: "A23" },
  { command: "ExpireReturn", by: ["clock"], from: ["return.authorized"], to: ["return.expired", "return.closed", "claim.inMediation", "claim.lapsed", "order.inTransit", "order.delivered", "order.completed", "order.closed"], rule: "A23" },
  { command: "ExpireReturn", by: ["clock"], from: ["return.inTransit"], when: ["goodsNotBack"], to: ["claim.inMediation", "return.expired", "return.closed", "claim.lapsed", "reversal.granted", "order.inTransit", "order.delivered", "order.completed", "order.closed"], rule: "A23" },
  { command: "EscalateClaim", by: ["clock"], from: ["claim.inMediation"], when: ["notOverdue"], to: ["claim.inMediation"], rule: "A20" },
  { command: "DecideClaim", by: ["mediator"], from: ["claim.inMediation"], when: ["anotherHears"], to: executed, rule: "A20" },
  { command: "DecideClaim", by: ["operator"], from: ["claim.inMediation"], when: ["isOverdue", "anotherHears"], to: executed, rule: "A20" },
  { command: "DecideClaim", by: ["clock"], from: ["claim.inMediation"], when: ["isOverdue"], to: executed, rule: "A20" },
  { command: "AppealDecision", by: ["buyer", "seller"], from: ["claim.decided"], when: ["notAppealed"], to: ["claim.inMediation"], rule: "A21" },
  { command: "ExecuteDecision", by: ["clock"], from: ["claim.decided"], to: executed.slice(1), rule: "A20" },
  { command: "InquireRefund", by: ["operator", "clock"], from: ["refund.settled"], to: ["refund.*"], rule: "X3" },
];

/** What was given on the proof of a posting can be charged back: whoever waits for that has an end. */
const chargedBack: DeadlineRule[] = [
  { in: ["refund.settled"], who: "operator", owes: "InquireRefund", since: "reversing", within: "refund.inquireWithin", otherwise: "InquireRefund", when: ["refundReversing"], rule: "X3" },
];

/** Of that the institution may say that it cannot be taken back. */
const notTakenBack: Wish = { command: "RecordReversalImpossible", by: ["institution"], from: ["refund.settled"], when: ["refundReversing"], to: ["refund.settled", "claim.inMediation", "order.delivered", "order.completed", "order.closed"], rule: "X3" };

const mediation: DeadlineRule[] = [
  { in: ["claim.inMediation"], who: "mediator", owes: "DecideClaim", since: "escalated", within: "mediation.decideWithin", otherwise: "EscalateClaim", when: ["notOverdue"], rule: "A20" },
  { in: ["claim.inMediation"], who: "operator", owes: "DecideClaim", since: "overdue", within: "mediation.decideWithin", otherwise: "DecideClaim", when: ["isOverdue"], rule: "A20" },
  { in: ["claim.decided"], who: "buyer", owes: "AppealDecision", since: "decided", within: "dispute.appealWithin", otherwise: "ExecuteDecision", rule: "A21" },
];

const settled = ["claim.settled", "claim.awaitingGoods", "return.authorized", "return.closed", "order.returnStarted", "order.inTransit", "order.delivered", "order.completed", "order.closed"];
const mendable = ["return.authorized", "return.inTransit", "return.received"];

/** What a claim under the guarantee needs: how the two sides settle it, and how goods are put right. */
const claims: Wish[] = [
  { command: "AcceptClaim", by: ["seller"], from: ["claim.awaitingSeller", "claim.awaitingBuyer"], to: settled, rule: "A19" },
  { command: "AcceptClaim", by: ["clock"], from: ["claim.awaitingSeller"], when: ["silenceGrants"], to: settled, rule: "A19" },
  { command: "RefuseClaim", by: ["seller"], from: ["claim.awaitingSeller"], to: ["claim.awaitingBuyer"], rule: "A19" },
  { command: "ReviseClaim", by: ["buyer"], from: ["claim.awaitingSeller", "claim.awaitingBuyer"], when: ["moneyLeft"], to: ["claim.awaitingSeller"], rule: "A19" },
  { command: "WithdrawClaim", by: ["buyer"], from: ["claim.awaitingSeller", "claim.awaitingBuyer", "claim.awaitingGoods", "claim.inMediation"], when: ["goodsNotScanned"], to: ["claim.withdrawn", "return.cancelled", "order.inTransit", "order.delivered", "order.completed", "order.closed"], rule: "A22" },
  { command: "EscalateClaim", by: ["buyer"], from: ["claim.awaitingSeller", "claim.awaitingBuyer"], to: ["claim.inMediation"], rule: "A20" },
  { command: "AddEvidence", by: ["buyer", "seller"], from: ["claim.awaitingSeller", "claim.awaitingBuyer", "claim.awaitingGoods", "claim.inMediation"], to: ["claim.*"], rule: "A17" },
  { command: "ShipReplacement", by: ["seller"], from: mendable, when: ["replacementWaiting", "replacementNotShipped"], to: ["return.closed", "claim.settled", "order.inTransit", "order.delivered", "order.completed"], rule: "Z9" },
  { command: "ApproveRefund", by: ["clock"], from: ["return.received"], when: ["replacementWaiting"], to: ["return.closed", "claim.settled", "order.delivered", "order.completed", "order.closed"], rule: "Z9" },
  { command: "RecordLabel", by: ["carrier"], from: ["return.*"], to: ["return.authorized"], rule: "Z3" },
  { command: "RecordLabelVoided", by: ["carrier"], from: ["return.*"], to: ["return.cancelled"], rule: "Z5" },
];

/** Where the marketplace has no negotiation of its own, silence takes a claim on. */
const bySilence: Wish = { command: "EscalateClaim", by: ["clock"], from: ["claim.awaitingSeller", "claim.awaitingBuyer"], to: ["claim.inMediation"], rule: "A20" };

const negotiation: DeadlineRule[] = [
  { in: ["claim.awaitingSeller"], who: "seller", owes: "AcceptClaim", since: "asked", within: "dispute.answerWithin", otherwise: "AcceptClaim", when: ["silenceGrants"], rule: "A19" },
  { in: ["claim.awaitingSeller"], who: "seller", owes: "AcceptClaim", since: "claimOpened", within: "dispute.settleWithin", otherwise: "EscalateClaim", rule: "A20" },
  { in: ["claim.awaitingBuyer"], who: "buyer", owes: "ReviseClaim", since: "claimOpened", within: "dispute.settleWithin", otherwise: "EscalateClaim", rule: "A20" },
];

const goodsBack: DeadlineRule[] = [
  { in: ["return.authorized"], who: "buyer", owes: "PostReturn", since: "authorized", within: "return.postWithin", otherwise: "ExpireReturn", when: ["notWithdrawn"], rule: "A23" },
  { in: ["return.inTransit"], who: "carrier", owes: "RecordScan", since: "posted", within: "return.arriveWithin", otherwise: "ExpireReturn", when: ["goodsNotBack", "notWithdrawn"], rule: "A23" },
  { in: ["return.inTransit"], who: "seller", owes: "ReceiveReturn", since: "goodsBack", within: "return.inspectWithin", otherwise: "ReceiveReturn", when: ["notWithdrawn"], rule: "A23" },
];

/** The arrows that the law adds. Those of the course only where the policy has none for that role and status. */
export function lawArrows(policy: Policy, law: Law): Arrow[] {
  const added = [...(law.withdrawal ? withdrawalArrows(law.withdrawal) : []), ...(law.guarantee ? guaranteeArrows(policy, law.guarantee) : [])];
  if (added.length === 0) return [];
  const byPosting = law.withdrawal !== null && law.withdrawal.refundWithin.since !== "received";
  return [...added, ...[...course, ...(byPosting ? [notTakenBack] : []), ...(law.guarantee ? [...claims, ...(policy.deadlines.some((rule) => rule.in.includes("claim.awaitingSeller")) ? [] : [bySilence])] : [])].flatMap((wish) => missing(policy, wish))];
}

/** While the marketplace has claims of its own the guarantee waits: it is for what comes after them. */
function guaranteeArrows(policy: Policy, { rule, source }: GuaranteeLaw): Arrow[] {
  const arrow = (from: string, when: GuardWord[]): Arrow => ({
    command: "OpenClaim", by: ["buyer"], from: [from], when: ["guaranteeGround", "guaranteed", "noClaim", ...when], closes: ["goodsHeld", "guarantee.window"],
    to: ["claim.awaitingSeller", "order.delivered"], rule, source,
  });
  return [...(hasArrow(policy, "OpenClaim", "buyer", "order.delivered") ? [] : [arrow("order.delivered", ["claimsLeft"])]), arrow("order.completed", [])];
}

function withdrawalArrows({ from, refundWithin, rule, source }: WithdrawalLaw): Arrow[] {
  const byPosting: Arrow = { command: "ApproveRefund", by: ["clock"], from: ["return.inTransit"], when: ["withdrawn", "worthLeft"], to: ["return.inTransit"], rule: refundWithin.rule, source: refundWithin.source };
  return [
    {
      command: "WithdrawFromContract", by: ["buyer"], from, when: ["withdrawable"], closes: ["goodsHeld", "withdrawal.window"], because: "withdrawnFromContract", rule, source,
      to: ["order.closed", "order.inTransit", "order.delivered", "order.returnStarted", "return.authorized", "return.cancelled", "cancellation.accepted", "claim.settled"],
    },
    ...(refundWithin.since === "received" ? [] : [byPosting]),
  ];
}

const hasArrow = (policy: Policy, command: CommandType, role: Role, status: string): boolean =>
  arrowsOf(policy, command).some((arrow) => arrow.by.includes(role) && (arrow.from.includes(status) || arrow.from.includes(`${status.split(".")[0]!}.*`)));

/** The arrow for the roles and statuses that the policy leaves without one. */
function missing(policy: Policy, wish: Wish): Arrow[] {
  return wish.by.flatMap((role) => {
    const from = wish.from.filter((status) => !hasArrow(policy, wish.command, role, status));
    return from.length > 0 ? [{ ...wish, by: [role], from }] : [];
  });
}

/** The deadlines that the law adds: for the buyer's posting, the seller's money, and the mediators where the policy has none. */
export function lawDeadlines(policy: Policy, { withdrawal, guarantee }: Law): DeadlineRule[] {
  const runs = (status: string): boolean => policy.deadlines.some((rule) => rule.in.includes(status));
  const unless = (status: string, rules: DeadlineRule[]): DeadlineRule[] => (runs(status) ? [] : rules);
  return [
    ...(withdrawal ? withdrawalDeadlines(withdrawal) : []), ...(withdrawal || guarantee ? [...unless("claim.inMediation", mediation), ...unless("refund.settled", chargedBack), ...unless("return.authorized", goodsBack)] : []),
    ...(guarantee ? [...unless("claim.awaitingSeller", negotiation), ...unless("return.received", [putRight(guarantee)])] : []),
  ];
}

const putRight = ({ putRightWithin: { rule, source } }: GuaranteeLaw): DeadlineRule => ({
  in: ["return.received"], who: "seller", owes: "ShipReplacement", since: "received", within: "guarantee.putRightWithin", otherwise: "ApproveRefund", when: ["replacementWaiting"],
  floor: true, rule, source,
});

function withdrawalDeadlines(withdrawal: WithdrawalLaw): DeadlineRule[] {
  const { postWithin, refundWithin } = withdrawal;
  const money: DeadlineRule[] = refundWithin.since === "received" ? [] : [{
    in: ["return.inTransit"], who: "seller", owes: "ReceiveReturn", since: "withdrawalMoneyDue", within: null, otherwise: "ApproveRefund", when: ["withdrawn", "worthLeft"],
    floor: true, rule: refundWithin.rule, source: refundWithin.source,
  }];
  return [
    {
      in: ["return.authorized"], who: "buyer", owes: "PostReturn", since: "authorized", within: "withdrawal.postWithin", otherwise: "ExpireReturn", when: ["withdrawn", "goodsNotBack"],
      rule: postWithin.rule, source: postWithin.source,
    },
    ...money,
    {
      in: ["return.inTransit"], who: "seller", owes: "ReceiveReturn", since: "goodsBack", within: "withdrawal.inspectWithin", otherwise: "ReceiveReturn", when: ["withdrawn"],
      floor: true, rule: refundWithin.rule, source: refundWithin.source,
    },
    {
      in: ["return.inTransit"], who: "carrier", owes: "RecordScan", since: "posted", within: "withdrawal.arriveWithin", otherwise: "ExpireReturn", when: ["withdrawn", "goodsNotBack"], rule: "A23",
    },
  ];
}
