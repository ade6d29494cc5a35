// The arrows and deadlines that the law adds to a policy: the withdrawal itself, and the way of its goods and its money wherever
// the policy has none of its own. In the policy's notation; what the words do stands where it does for policies.
import type { CommandType } from "./commands.ts";
import type { Role } from "./event.ts";
import type { GuardWord } from "./guards.ts";
import type { Law, WithdrawalLaw } from "./law.ts";
import { arrowsOf, type Arrow, type DeadlineRule, type Policy } from "./policy.ts";

type Wish = { command: CommandType; by: Role[]; from: string[]; when?: GuardWord[]; to: string[]; rule: string };

const received = ["return.received", "return.closed", "claim.settled", "claim.inMediation", "order.inTransit", "order.delivered", "order.closed"];
const executed = ["claim.decided", "claim.settled", "claim.awaitingGoods", "return.authorized", "return.closed", "order.returnStarted", "order.inTransit", "order.delivered", "order.closed"];

/** What happens to goods that go back, and who decides when they are not what they were. */
const course: Wish[] = [
  { command: "PostReturn", by: ["buyer"], from: ["return.authorized"], to: ["return.inTransit"], rule: "A23" },
  { command: "ReceiveReturn", by: ["seller"], from: ["return.authorized", "return.inTransit"], to: received, rule: "A23" },
  { command: "ReceiveReturn", by: ["operator"], from: ["return.authorized", "return.inTransit"], when: ["fulfilledByPlatform"], to: received, rule: "A23" },
  { command: "ReceiveReturn", by: ["clock"], from: ["return.inTransit"], when: ["goodsAreBack"], to: received, rule: "A23" },
  { command: "ExpireReturn", by: ["clock"], from: ["return.authorized"], to: ["return.expired", "claim.inMediation", "claim.lapsed", "order.inTransit", "order.delivered", "order.closed"], rule: "A23" },
  { command: "ExpireReturn", by: ["clock"], from: ["return.inTransit"], when: ["goodsNotBack"], to: ["claim.inMediation", "return.expired", "claim.lapsed", "order.inTransit", "order.delivered", "order.closed"], rule: "A23" },
  { command: "EscalateClaim", by: ["clock"], from: ["claim.inMediation"], when: ["notOverdue"], to: ["claim.inMediation"], rule: "A20" },
  { command: "DecideClaim", by: ["mediator"], from: ["claim.inMediation"], when: ["anotherHears"], to: executed, rule: "A20" },
  { command: "DecideClaim", by: ["operator"], from: ["claim.inMediation"], when: ["isOverdue", "anotherHears"], to: executed, rule: "A20" },
  { command: "DecideClaim", by: ["clock"], from: ["claim.inMediation"], when: ["isOverdue"], to: executed, rule: "A20" },
  { command: "AppealDecision", by: ["buyer", "seller"], from: ["claim.decided"], when: ["notAppealed"], to: ["claim.inMediation"], rule: "A21" },
  { command: "ExecuteDecision", by: ["clock"], from: ["claim.decided"], to: executed.slice(1), rule: "A20" },
  { command: "InquireRefund", by: ["operator", "clock"], from: ["refund.settled"], to: ["refund.*"], rule: "X3" },
];

/** An advance that is charged back, since the goods never came. */
const chargedBack: DeadlineRule = {
  in: ["refund.settled"], who: "operator", owes: "InquireRefund", since: "reversing", within: "refund.inquireWithin", otherwise: "InquireRefund", when: ["refundReversing"], rule: "X3",
};

const mediation: DeadlineRule[] = [
  { in: ["claim.inMediation"], who: "mediator", owes: "DecideClaim", since: "escalated", within: "mediation.decideWithin", otherwise: "EscalateClaim", when: ["notOverdue"], rule: "A20" },
  { in: ["claim.inMediation"], who: "operator", owes: "DecideClaim", since: "overdue", within: "mediation.decideWithin", otherwise: "DecideClaim", when: ["isOverdue"], rule: "A20" },
  { in: ["claim.decided"], who: "buyer", owes: "AppealDecision", since: "decided", within: "dispute.appealWithin", otherwise: "ExecuteDecision", rule: "A21" },
];

/** The arrows that the law adds. Those of the course only where the policy has none for that role and status. */
export function lawArrows(policy: Policy, law: Law): Arrow[] {
  if (!law.withdrawal) return [];
  return [...withdrawalArrows(law.withdrawal), ...course.flatMap((wish) => missing(policy, wish))];
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

/** The arrow for the roles and statuses that the policy leaves without one. */
function missing(policy: Policy, wish: Wish): Arrow[] {
  const has = (role: Role, status: string): boolean => arrowsOf(policy, wish.command).some((arrow) => arrow.by.includes(role) && (arrow.from.includes(status) || arrow.from.includes(`${status.split(".")[0]!}.*`)));
  return wish.by.flatMap((role) => {
    const from = wish.from.filter((status) => !has(role, status));
    return from.length > 0 ? [{ ...wish, by: [role], from }] : [];
  });
}

/** The deadlines that the law adds: for the buyer's posting, the seller's money, and the mediators where the policy has none. */
export function lawDeadlines(policy: Policy, { withdrawal }: Law): DeadlineRule[] {
  if (!withdrawal) return [];
  const { postWithin, refundWithin } = withdrawal;
  // A marketplace without times for returns of its own has the law's for those too that its mediators ask for.
  const ofWithdrawals = (status: string): GuardWord[] => (policy.deadlines.some((rule) => rule.in.includes(status)) ? ["withdrawn"] : []);
  const mediated = policy.deadlines.some((rule) => rule.in.includes("claim.inMediation"));
  const money: DeadlineRule[] = refundWithin.since === "received" ? [] : [{
    in: ["return.inTransit"], who: "seller", owes: "ReceiveReturn", since: "withdrawalMoneyDue", within: null, otherwise: "ApproveRefund", when: ["withdrawn", "worthLeft"],
    floor: true, rule: refundWithin.rule, source: refundWithin.source,
  }];
  return [
    {
      in: ["return.authorized"], who: "buyer", owes: "PostReturn", since: "authorized", within: "withdrawal.postWithin", otherwise: "ExpireReturn", when: [...ofWithdrawals("return.authorized"), "goodsNotBack"],
      rule: postWithin.rule, source: postWithin.source,
    },
    ...money,
    {
      in: ["return.inTransit"], who: "seller", owes: "ReceiveReturn", since: "goodsBack", within: "withdrawal.inspectWithin", otherwise: "ReceiveReturn", when: ofWithdrawals("return.inTransit"),
      floor: true, rule: refundWithin.rule, source: refundWithin.source,
    },
    {
      in: ["return.inTransit"], who: "carrier", owes: "RecordScan", since: "posted", within: "withdrawal.arriveWithin", otherwise: "ExpireReturn", when: [...ofWithdrawals("return.inTransit"), "goodsNotBack"],
      rule: "A23",
    },
    ...(mediated ? [] : mediation),
    ...(policy.deadlines.some((rule) => rule.in.includes("refund.settled")) ? [] : [chargedBack]),
  ];
}
