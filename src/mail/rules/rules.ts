// The table of mail: every kind of event either tells somebody, or stands in the list of those that tell nobody, with why.
// An event that is in neither does not compile.
import type { EventType } from "../../core/events.ts";
import { moneyRules } from "./moneyRules.ts";
import { orderRules } from "./orderRules.ts";
import { returnRules } from "./returnRules.ts";
import type { Rule } from "./rule.ts";

const told = { ...orderRules, ...returnRules, ...moneyRules };

export const tellsNobody: Record<Exclude<EventType, keyof typeof told>, string> = {
  ChargebackInquired: "a question to the institution",
  RefundCovered: "comes with ChargebackLost, which tells it",
  LossRecovered: "between the platform and the institution; the journal shows it",
  OrderDeleted: "the buyer tidies their own list",
  OrderRestored: "the buyer tidies their own list",
  DispatchBegun: "changes what the buyer may do, which the page shows; nothing is to be done",
  ReturnsEnded: "says of the order what the return's own event has told",
  PaymentMade: "the buyer has just done it; whether it holds says PaymentConfirmed",
  PaymentVoided: "the order closes with it, and that is told",
  RefundAuthorized: "RefundApproved follows where money is due, and tells it",
  ParcelShipped: "OrderShipped and ReplacementShipped tell it",
  ParcelScanned: "too many; what matters of them has events of its own",
  ReturnTakenOver: "comes with ContractWithdrawn",
  ReturnClosed: "what came of it is told by the refund, the replacement or the claim",
  ClaimSettled: "ends what ClaimAgreed, ClaimDecided or the refund has told",
  RefundSubmitting: "a moment later it is submitted, failed or unknown, and that is told",
  HoldTaken: "who looks at it changes; that somebody does was told",
  SanctionAnswered: "stands with the sanction, where whoever decides reads it",
  RefundFailureDismissed: "nothing changes: the deadline to clear the refund up goes on",
  RefundResolved: "RefundSettled or RefundFailed follows and tells it",
  DebtEnded: "comes with RefundReversed or ReversalRefused, which tells it",
  DoublePaymentRecovered: "between the platform and the institution; the journal shows it",
  RefundInquired: "a question to the institution",
  ChargeBackDue: "comes with ReturnExpired, which tells it; AdvanceChargedBack tells that it was done",
  MediationDue: "the claim that is open tells it when it ends",
};

/** The rules of an event of that type; none where it tells nobody. */
export const rulesOf = (type: string): readonly Rule[] => (Object.hasOwn(told, type) ? told[type as keyof typeof told] : []);

/** Every event type that tells somebody. */
export const toldTypes = Object.keys(told) as (keyof typeof told)[];
