// The words that a policy may use, each said in plain English: what an editor explains and what a change is told in.
// Typed over the core's own unions, so that a new word of the core does not compile until it is explained here.
import type { CommandType, Noun } from "../core/commands.ts";
import type { Role } from "../core/event.ts";
import type { GuardWord } from "../core/guards.ts";
import type { Stage } from "../core/policy.ts";
import type { RiskRule } from "../core/risk.ts";
import type { Cancellation, Chargeback, Claim, ClosedBecause, Fault, OrderStatus, Refund, Return, Reversal, Sanction } from "../core/state.ts";

/** What each command is, as what somebody may do: "may … refuse a cancellation". */
export const commandWords: Record<CommandType, string> = {
  PayOrder: "pay the order", ConfirmPayment: "confirm a payment", RejectPayment: "reject a payment", ReducePrice: "lower the price",
  CancelOrder: "cancel the order without asking", BeginDispatch: "begin the dispatch", DeleteOrder: "remove a closed order from the list", RestoreOrder: "put a removed order back on the list",
  RequestCancellation: "ask for a cancellation", AcceptCancellation: "accept a cancellation", RefuseCancellation: "refuse a cancellation",
  WithdrawCancellation: "take a cancellation request back", ShipOrder: "ship the order", RecordScan: "record where a parcel is", ExtendProtection: "lengthen the buyer's protection",
  WithdrawFromContract: "withdraw from the contract", ConfirmReceipt: "confirm receipt", RequestReturn: "ask for a return", AuthorizeReturn: "authorize a return", DeclineReturn: "decline a return",
  CallOffReturn: "call a return off", ApproveRefund: "approve a refund by hand", CancelReturn: "cancel a return", PostReturn: "post the goods back",
  ReceiveReturn: "receive goods that came back", ShipReplacement: "ship a replacement", OpenClaim: "open a claim", AcceptClaim: "accept a claim", RefuseClaim: "refuse a claim",
  MakeOffer: "make an offer", AcceptOffer: "accept an offer", ReviseClaim: "change a claim", WithdrawClaim: "take a claim back", EscalateClaim: "take a claim to the mediators",
  AddEvidence: "add evidence", DecideClaim: "decide a claim", AppealDecision: "appeal against a decision", ExecuteDecision: "carry out a decision", LapseClaim: "let a claim lapse",
  HoldRefund: "hold a refund before its hand-over", TakeHold: "take over a held refund", ReleaseHold: "release a held refund", SanctionBuyer: "sanction the buyer",
  AnswerSanction: "answer a sanction", StopRefund: "stop a refund", ReissueRefund: "send a failed refund again", InquireRefund: "ask the institution about a refund", RecordReversalImpossible: "say that a refund cannot be taken back", ResolveRefund: "end by hand a refund that the institution leaves unanswered",
  ConfirmRefundFailure: "confirm that a refund failed", DismissRefundFailure: "dismiss the proposal to end a refund as failed", RequestReversal: "ask for the reversal of a refund",
  AnswerReversal: "answer a reversal", AppealReversal: "appeal against a reversal", AskForMore: "ask for more about a reversal", GrantReversal: "grant a reversal",
  OpenChargeback: "dispute a payment", CloseChargeback: "say how a chargeback ended", InquireChargeback: "ask the institution about a chargeback",
  RefuseReversal: "refuse a reversal", ExpireReversal: "end a reversal that nobody answered", AppealSanction: "appeal against a sanction", UpholdSanction: "uphold a sanction",
  LiftSanction: "lift a sanction", ExtendDeadline: "move a deadline to a later time", TakeBackExtension: "take the extension of a deadline back", SendMessage: "send a message", ExpirePayment: "close an order that nobody paid",
  ExpireVerification: "close an order whose payment was not confirmed", ExpireShipment: "close an order that was not shipped", ReleaseEscrow: "pay the seller",
  ExpireReturn: "end a return that did not come", SubmitRefund: "hand a refund over to the institution", ReportOverdueRefund: "report that a refund is overdue",
  RemindParty: "remind those whose silence will cost them", RecordRefundSubmitted: "record that a refund was taken over", RecordRefundSettled: "record that a refund arrived",
  RecordRefundUnknown: "record that nobody knows what became of a refund", RecordRefundReversed: "record that a refund was reversed",
  RecordRefundFailed: "record that a refund failed", RecordLabel: "record a label", RecordLabelVoided: "record that a label was voided",
};

/** What a rule about risk can count. */
export const riskWords: Record<RiskRule["fact"], string> = {
  orders: "how many paid orders there are", refundShare: "which part of the orders had money back, of ten thousand", emptyBoxes: "how many returns were empty or held other goods",
  claimsWithdrawn: "how many claims were taken back", claimsLost: "how many claims the mediators decided against this side", sameEvidence: "how many pictures look like one of another order",
  points: "the points that weigh against this side", amount: "the amount of the refund",
};
export const riskEffects: Record<RiskRule["effect"], string> = {
  hold: "a refund waits before its hand-over until a named person has looked at it, or its time has passed", secondPerson: "the same, and somebody else than who approved it must look",
  evidence: "every claim after shipment needs evidence",
};

/** Who acts, as the subject of a sentence. */
export const roleWords: Record<Role, string> = {
  buyer: "the buyer", seller: "the seller", mediator: "the mediator", operator: "the operator", institution: "the payment institution", carrier: "the carrier", clock: "time alone",
};

type Statuses = {
  order: OrderStatus; cancellation: Cancellation["status"]; return: Return["status"]; claim: Claim["status"]; refund: Refund["status"];
  reversal: Reversal["status"]; chargeback: Chargeback["status"]; sanction: Sanction["status"];
};

/** Each status of each noun, as what follows "while …". */
export const statusWords: { [N in Noun]: Record<Statuses[N], string> } = {
  order: {
    awaitingPayment: "the order waits for payment", verifyingPayment: "the payment is being verified", awaitingShipment: "the order waits for shipment", inTransit: "the order is in transit",
    delivered: "the order is delivered", returnStarted: "a return is under way", completed: "the order is completed", closed: "the order is closed",
  },
  cancellation: {
    requested: "a cancellation is asked for", accepted: "a cancellation is accepted", refused: "a cancellation is refused", withdrawn: "a cancellation request is taken back",
  },
  return: {
    requested: "a return is asked for", authorized: "a return is authorized", inTransit: "goods are on their way back", received: "goods are back", closed: "a return is closed",
    declined: "a return is declined", cancelled: "a return is cancelled", expired: "a return has expired",
  },
  claim: {
    awaitingSeller: "a claim waits for the seller", awaitingBuyer: "a claim waits for the buyer", awaitingGoods: "a claim waits for the goods", inMediation: "a claim is with the mediators",
    decided: "a claim is decided", settled: "a claim is settled", withdrawn: "a claim is taken back", lapsed: "a claim has lapsed",
  },
  refund: {
    approved: "a refund is approved", submitting: "a refund is being handed over", submitted: "a refund is with the institution", settled: "a refund has arrived",
    stopped: "a refund is stopped", failed: "a refund has failed", unknown: "nobody knows what became of a refund", reversed: "a refund is reversed",
  },
  reversal: {
    requested: "a reversal is asked for", underReview: "a reversal is being looked at", granted: "a reversal is granted", refused: "a reversal is refused",
  },
  chargeback: { open: "the buyer's bank disputes a payment", won: "a chargeback is won", lost: "a chargeback is lost", withdrawn: "a chargeback is withdrawn" },
  sanction: {
    active: "a sanction stands", appealed: "an appeal against a sanction waits", upheld: "a sanction is upheld", lifted: "a sanction is lifted",
  },
};

/** Every status by its full name, such as `order.delivered`, in the order of the lists above. */
export const statusNames: readonly string[] = Object.entries(statusWords).flatMap(([noun, statuses]) => Object.keys(statuses).map((status) => `${noun}.${status}`));

/** What follows "while": of `order.delivered`, and of `order.*`. */
export function statusPhrase(name: string): string {
  const [noun = "", status = ""] = name.split(".");
  if (status === "*") return noun === "order" ? "the order is in any status" : `there is a ${noun}`;
  return (statusWords[noun as Noun] as Record<string, string> | undefined)?.[status] ?? name;
}

/** A condition: what follows "if", and which noun's commands and deadlines can ask it (null: all of them). */
export type Condition = { says: string; of: readonly Noun[] | null };

const all = (says: string): Condition => ({ says, of: null });
const ofReturn = (says: string): Condition => ({ says, of: ["return"] });
const ofClaim = (says: string): Condition => ({ says, of: ["claim"] });
const ofRefund = (says: string): Condition => ({ says, of: ["refund"] });
const ofSanction = (says: string): Condition => ({ says, of: ["sanction"] });
const ofReversal = (says: string): Condition => ({ says, of: ["reversal"] });

export const guardPhrases: Record<GuardWord, Condition> = {
  dispatchBegun: all("the dispatch has begun"), dispatchNotBegun: all("the dispatch has not begun"), deleted: all("the order was removed from the list"),
  notDeleted: all("the order stands in the list"), noCancellation: all("no cancellation is open"), noClaim: all("no claim is open"), noReturn: all("no return is open"),
  nothingOpen: all("no claim, return, reversal or chargeback is open"), noChargeback: all("the buyer's bank disputes no payment"), escrowHeld: all("money is left in escrow"), worthLeft: ofReturn("money is left for that return"),
  goodsLeft: all("the buyer holds units that are not asked back yet"), moneyLeft: all("money is left to give back"), claimsLeft: all("the order may have another claim"), returnWindowEnded: all("the return window has ended"),
  fulfilledByPlatform: all("the platform fulfils the order"), fulfilledBySeller: all("the seller fulfils the order"), fulfilsIt: all("whoever acts fulfils the order"),
  notScanned: ofReturn("the carrier has not scanned the parcel"), goodsNotScanned: ofClaim("the carrier has not scanned the goods"),
  refundNotSubmitted: { says: "its refund has not been handed over", of: ["cancellation", "return", "claim"] }, refundStoppable: ofClaim("its refund can still be stopped"),
  notApprovedYet: { says: "its refund is not approved yet", of: ["cancellation", "return", "claim"] }, notAuthorizedByHand: ofReturn("the refund was not approved by hand"),
  noReplacement: ofReturn("no replacement is on its way"), replacementNotShipped: ofReturn("the replacement has not been shipped"),
  replacementWaiting: ofReturn("a replacement is waited for"), ownReturn: ofReturn("the return does not belong to a claim"), goodsAreBack: ofReturn("the goods are back"),
  goodsNotBack: ofReturn("the goods are not back"), silenceGrants: ofClaim("the seller's silence grants the claim"), silenceEscalates: ofClaim("the seller's silence takes the claim to the mediators"),
  beforeShipment: ofClaim("the claim was opened before shipment"), afterShipment: ofClaim("the claim was opened after shipment"),
  notAppealed: { says: "there was no appeal yet", of: ["claim", "reversal"] }, notOverdue: ofClaim("the mediators' time still runs"), isOverdue: ofClaim("the mediators' time has passed"),
  anotherHears: { says: "somebody else than the first time decides", of: ["claim", "reversal"] }, offerWaits: ofClaim("the other side has made an offer"),
  notAskedByYou: ofReversal("it was asked for by somebody else"), yourReversal: ofReversal("it was asked for by the same side"), appealable: ofReversal("it was not asked for by the buyer"),
  buyerHeard: ofReversal("the buyer has had time to answer"), noReversal: ofRefund("no reversal of it is open or granted"), notReissued: ofRefund("it was not sent again"),
  refundNotOverdue: ofRefund("it is not overdue"), refundOverdue: ofRefund("it is overdue"), refundReversing: ofRefund("it is being reversed"),
  notHeld: ofRefund("nobody holds it"), held: ofRefund("it is held"), neverHeld: ofRefund("it was never held"), heldByAnother: ofRefund("somebody else looks at it"),
  secondPerson: ofRefund("somebody else approved it, or it is small enough for one"), yourSanction: ofSanction("it is one's own"), notAnswered: ofSanction("it was not answered yet"),
  failureProposed: ofRefund("somebody has proposed to end it as failed"), notProposedByYou: ofRefund("that was proposed by somebody else"),
  failedByHand: ofRefund("operators ended it as failed"), paidTwice: ofRefund("it was paid twice"),
  neverDelivered: all("no delivery was recorded"), sellerAtFault: all("the buyer says that the seller is at fault"), sellerNotAtFault: all("the buyer does not say that the seller is at fault"),
  guaranteeGround: all("the ground is one that the legal guarantee covers"), guaranteed: all("the order was delivered and money is left that can come back"),
  withdrawable: all("something is left that can be withdrawn from"), withdrawn: ofReturn("the buyer withdrew from the contract over it"),
  notWithdrawn: ofReturn("the buyer did not withdraw from the contract over it"), notByWithdrawal: ofRefund("it does not come of a withdrawal from the contract"),
  extended: all("a deadline that runs was extended"), graverGround: all("the ground is one of the graver ones"),
};

/** Each moment: what follows "until" or "from", and which nouns have it (null: the order has it, so all of them). */
export const momentPhrases: Record<string, Condition> = {
  placed: all("the placing of the order"), paid: all("the payment"), confirmed: all("the confirmed payment"), shipBy: all("the time by which the order must be shipped"),
  shipped: all("shipping"), delivered: all("the delivery"), goodsHeld: all("the buyer's holding the last of the goods"), protectionEnds: all("the end of the protection"),
  requested: { says: "the request", of: ["cancellation", "return", "reversal"] }, claimOpened: ofClaim("the opening of the claim"), asked: ofClaim("the buyer's last request"),
  answered: ofClaim("the last answer"), escalated: ofClaim("its coming to the mediators"), overdue: { says: "the end of its time", of: ["claim", "refund"] },
  decided: ofClaim("the decision"), authorized: ofReturn("the authorization, at the earliest the delivery"), posted: ofReturn("the posting of the goods"),
  withdrawalMoneyDue: ofReturn("the time at which a withdrawal's money leaves without the goods"), goodsBack: ofReturn("the arrival of the goods"), received: ofReturn("the receipt of the goods"), cancellableUntil: ofRefund("the time until which it can be stopped"),
  held: ofRefund("its being held"), promisedBy: ofRefund("the promised arrival"), submitting: ofRefund("the beginning of its hand-over"), unknown: ofRefund("the last that was heard of it"), reversing: ofRefund("the beginning of its reversal"),
  awaited: ofRefund("the promised arrival, at the earliest the hand-over"), failureProposed: ofRefund("the proposal to end it as failed"),
  failed: ofRefund("its failure"), refundOverdue: ofRefund("the day on which it became overdue"), reviewSince: ofReversal("the beginning of the review"), reversalDecided: ofReversal("the decision"),
  chargedBack: { says: "the last that was heard of the chargeback", of: ["chargeback"] },
  sanctioned: { says: "the sanction", of: ["sanction"] }, appealUntil: { says: "the end of the time to appeal", of: ["sanction"] },
  sanctionAppealed: { says: "the appeal", of: ["sanction"] },
};

/** The values of a term that name a moment instead of a length of time (A7). */
export const edgeWords: Record<string, string> = {
  with_payment: "the payment", after_verification: "the confirmed payment", P1D_after_payment: "a day after the payment", shipping: "shipping",
};

/** When an advance refund is paid (Z14). */
export const refundTimes: Record<string, string> = { received: "when the goods are back", scanned: "when the carrier scans the parcel", authorized: "when the return is authorized" };

export const endingWords: Record<ClosedBecause, string> = {
  unpaid: "nobody paid", paymentRejected: "the payment was rejected", cancelledByBuyer: "the buyer cancelled", cancelledBySeller: "the seller cancelled",
  cancellationAccepted: "a cancellation was accepted", sellerSilent: "the seller stayed silent", notShipped: "it was not shipped", refunded: "all money went back",
  withdrawnFromContract: "the buyer withdrew from the contract", chargedBack: "the buyer's bank took the payment back",
};

export const faultWords: Record<Fault, string> = { buyer: "the buyer's fault", seller: "the seller's fault", carrier: "the carrier's fault", nobody: "nobody's fault" };
export const stageWords: Record<Stage, string> = { beforeShipment: "before shipment", onTheWay: "while the parcel is on its way", afterDelivery: "after delivery" };
