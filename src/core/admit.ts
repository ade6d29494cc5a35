// Whether somebody may give a command now: no arrow, no permission. `decide` and `permissions` both ask here, so they cannot differ.
// The order of the checks is that of the refusals: exists, finished, party, physical fact, policy, time.
import type { CommandType, Noun } from "./commands.ts";
import type { Actor, Role } from "./event.ts";
import { targetsOf } from "./deadlines.ts";
import { chosen, failing, type View } from "./guards.ts";
import { edgeOf, type Target } from "./moments.ts";
import { arrowsOf, type Arrow, type Policy } from "./policy.ts";
import { foremost, refuse, type Refusal, type RefusalCode } from "./refusals.ts";
import { isClaimOpen, isHandedOver, isRefundMoving, type Claim, type Order, type OrderStatus, type Refund } from "./state.ts";

/** Which noun each command speaks to, and under which name it carries the id. */
export const targetField: Partial<Record<CommandType, { noun: Noun; field: string }>> = {};
const aim = (noun: Noun, field: string, commands: CommandType[]): void => commands.forEach((command) => { targetField[command] = { noun, field }; });
aim("cancellation", "cancellationId", ["AcceptCancellation", "RefuseCancellation", "WithdrawCancellation"]);
aim("return", "returnId", [
  "AuthorizeReturn", "DeclineReturn", "CallOffReturn", "ApproveRefund", "CancelReturn", "PostReturn", "ReceiveReturn", "ShipReplacement",
  "ExpireReturn", "RecordLabel", "RecordLabelVoided",
]);
aim("claim", "claimId", [
  "AcceptClaim", "RefuseClaim", "MakeOffer", "AcceptOffer", "ReviseClaim", "WithdrawClaim", "EscalateClaim", "AddEvidence", "DecideClaim",
  "AppealDecision", "ExecuteDecision", "LapseClaim",
]);
aim("refund", "refundId", [
  "StopRefund", "ReissueRefund", "HoldRefund", "TakeHold", "ReleaseHold", "RequestReversal", "SubmitRefund", "ReportOverdueRefund", "InquireRefund", "RecordRefundSubmitted",
  "RecordRefundSettled", "RecordRefundUnknown", "RecordRefundReversed", "RecordRefundFailed", "RecordReversalImpossible", "ResolveRefund", "ConfirmRefundFailure",
  "DismissRefundFailure",
]);
aim("reversal", "reversalId", ["AnswerReversal", "AppealReversal", "AskForMore", "GrantReversal", "RefuseReversal", "ExpireReversal"]);
aim("chargeback", "chargebackId", ["CloseChargeback", "InquireChargeback"]);
aim("sanction", "sanctionId", ["AnswerSanction", "AppealSanction", "UpholdSanction", "LiftSanction"]);

export type Admission = { arrow: Arrow; target: Target | null; refused: null } | { arrow: null; target: Target | null; refused: Refusal };

/** Finds the target that a command means: the one it names, or the only one that it could mean. */
export function targetOf(policy: Policy, order: Order, type: CommandType, named: string | undefined): { target: Target | null } | { refused: Refusal } {
  const aimed = targetField[type];
  if (!aimed) return { target: null };
  const all = targetsOf(order, aimed.noun);
  if (named !== undefined) {
    const target = all.find((one) => one.id === named);
    return target ? { target } : { refused: refuse("NoSuchTarget") };
  }
  const arrows = arrowsOf(policy, type);
  const possible = all.filter((one) => arrows.some((arrow) => arrow.from.includes(`${aimed.noun}.${one.status}`)));
  const open = aimed.noun === "claim" ? possible.filter((one) => isClaimOpen(one as Claim)) : aimed.noun === "refund" ? possible.filter((one) => isRefundMoving(one as Refund)) : [];
  const fitting = open.length > 0 ? open : possible;
  if (fitting.length > 1) return { refused: refuse("WhichOne") };
  const target = fitting[0] ?? all.at(-1);
  return target ? { target } : { refused: nothingToActOn(aimed.noun) };
}

const missing: Record<Noun, RefusalCode> = {
  order: "NoSuchTarget", cancellation: "NoOpenCancellation", return: "NoOpenReturn", claim: "NoOpenClaim", refund: "NoSuchRefund",
  reversal: "NoOpenReversal", chargeback: "NoOpenChargeback", sanction: "NoOpenSanction",
};

/** The refusal with only those next steps that this marketplace has for the role. */
export function withNextSteps(policy: Policy, type: CommandType, role: Role, refused: Refusal): Refusal {
  if (refused.instead.length === 0) return refused;
  const instead = refused.instead.filter((next) => next !== type && arrowsOf(policy, next).some((arrow) => arrow.by.includes(role)));
  return { ...refused, instead };
}

/** The refusal where the order has nothing of that kind. */
export const nothingToActOn = (noun: Noun): Refusal => refuse(missing[noun]);

/** Whether the actor may give this command for this target now; `input` null asks before anything is filled in. */
export function admit(policy: Policy, order: Order, type: CommandType, target: Target | null, actor: Actor, now: number, input: object | null): Admission {
  const view: View = { policy, order, target, actor, now };
  const own = arrowsOf(policy, type).filter((arrow) => arrow.by.includes(actor.role));
  if (own.length === 0) return { arrow: null, target, refused: refuse("NotInThisMarketplace") };
  const noun = target ? targetField[type]!.noun : "order";
  const status = `${noun}.${target ? target.status : order.status}`;
  const here = own.filter((arrow) => arrow.from.includes(status) || arrow.from.includes(`${noun}.*`));
  if (here.length === 0) return { arrow: null, target, refused: wrongStatus(type, noun, order, target, own) };
  const blocks: Refusal[][] = [];
  const meant = here.filter((arrow) => chosen(arrow.when, input, view));
  for (const arrow of meant.length > 0 ? meant : here) {
    const reasons = blocked(arrow, view);
    if (reasons.length === 0) return { arrow, target, refused: null };
    blocks.push(reasons);
  }
  const fewest = Math.min(...blocks.map((reasons) => reasons.length));
  return { arrow: null, target, refused: foremost(blocks.filter((reasons) => reasons.length === fewest).flat()) };
}

/** All that stands in the way of an arrow. Of several arrows the one that is nearest to being open says why not. */
function blocked(arrow: Arrow, view: View): Refusal[] {
  const { policy, order, target, now } = view;
  const codes = failing(arrow.when, view);
  const opens = arrow.opens ? edgeOf(policy, order, target, arrow.opens) : null;
  const closes = arrow.closes ? edgeOf(policy, order, target, arrow.closes) : null;
  const early = opens !== null && (!opens.certain || opens.at === null || now < opens.at);
  const late = closes !== null && closes.at !== null && now > closes.at;
  const reasons: Refusal[] = codes.map((code) => refuse(code, code === "BuyerMayStillAnswer" ? { opensAt: answerEnds(target) } : {}));
  const times = { opensAt: early ? opens!.at : null, closedAt: late ? closes!.at : null };
  if (early) reasons.push(refuse(order.status === "verifyingPayment" ? "PaymentBeingVerified" : "NotOpenYet", times));
  if (late) reasons.push(refuse("NoLongerOpen", times));
  return reasons;
}

const answerEnds = (target: Target | null): number | null => (target && "buyerMayAnswerUntil" in target ? target.buyerMayAnswerUntil : null);

const ranks: OrderStatus[] = ["awaitingPayment", "verifyingPayment", "awaitingShipment", "inTransit", "delivered", "returnStarted", "completed"];
const tooEarly: Partial<Record<OrderStatus, RefusalCode>> = {
  awaitingPayment: "NotPaidYet", verifyingPayment: "PaymentBeingVerified", awaitingShipment: "NotShippedYet", inTransit: "NotDeliveredYet",
  delivered: "NoOpenReturn", returnStarted: "ReturnOpen",
};
const tooLate: Partial<Record<OrderStatus, RefusalCode>> = {
  awaitingPayment: "AlreadyPaid", verifyingPayment: "PaymentAlreadyVerified", awaitingShipment: "AlreadyShipped", inTransit: "AlreadyDelivered",
  delivered: "ReturnOpen", returnStarted: "ReturnAlreadyEnded",
};

const takesBack = new Set<CommandType>(["CancelReturn", "CallOffReturn", "WithdrawClaim", "WithdrawCancellation"]);

function wrongStatus(type: CommandType, noun: Noun, order: Order, target: Target | null, arrows: Arrow[]): Refusal {
  if (target) {
    // A fact before the rules: what would take money back that has been handed over is told so (API.md).
    const gone = takesBack.has(type) && order.refunds.some((refund) => refund.cause.id === target.id && isHandedOver(refund));
    return refuse(gone ? "RefundAlreadySubmitted" : wrongTarget(type, noun, target.status));
  }
  const from = arrows.flatMap((arrow) => arrow.from).map((one) => one.slice("order.".length) as OrderStatus);
  if (type === "DeleteOrder" || type === "RestoreOrder") return refuse("OrderNotClosed");
  if (order.status === "closed") return refuse("OrderClosed");
  const here = ranks.indexOf(order.status);
  const allowed = from.map((status) => ranks.indexOf(status)).filter((rank) => rank >= 0);
  if (allowed.some((rank) => rank > here)) return refuse(tooEarly[order.status] ?? "NotOpenYet");
  if (order.status === "completed") return refuse("OrderCompleted");
  return refuse(tooLate[ranks[Math.max(...allowed)]!] ?? "NoLongerOpen");
}

const byStatus: Record<string, RefusalCode> = {
  "cancellation.accepted": "CancellationAlreadyAnswered", "cancellation.refused": "CancellationAlreadyAnswered", "cancellation.withdrawn": "CancellationAlreadyAnswered",
  "return.requested": "ReturnNotAuthorized", "return.authorized": "ReturnAlreadyAuthorized", "return.inTransit": "ReturnAlreadyAuthorized",
  "return.received": "ReturnAlreadyEnded", "return.closed": "ReturnAlreadyEnded", "return.declined": "ReturnAlreadyEnded",
  "return.cancelled": "ReturnAlreadyEnded", "return.expired": "ReturnAlreadyEnded",
  "claim.awaitingSeller": "ClaimNotInMediation", "claim.awaitingBuyer": "ClaimNotInMediation", "claim.awaitingGoods": "ClaimAlreadyAgreed",
  "claim.inMediation": "ClaimInMediation", "claim.decided": "ClaimDecided", "claim.settled": "ClaimAlreadyEnded", "claim.withdrawn": "ClaimAlreadyEnded",
  "claim.lapsed": "ClaimAlreadyEnded",
  "refund.approved": "RefundNotSettled", "refund.submitting": "RefundAlreadySubmitted", "refund.submitted": "RefundAlreadySubmitted",
  "refund.unknown": "RefundAlreadySubmitted", "refund.settled": "RefundAlreadySubmitted", "refund.stopped": "RefundAlreadyStopped",
  "refund.failed": "RefundAlreadyFailed", "refund.reversed": "RefundAlreadyReversed",
  "reversal.requested": "ReversalNotGranted", "reversal.underReview": "ReversalNotGranted", "reversal.granted": "ReversalAlreadyDecided",
  "reversal.refused": "ReversalAlreadyDecided",
  "chargeback.won": "ChargebackAlreadyDecided", "chargeback.lost": "ChargebackAlreadyDecided", "chargeback.withdrawn": "ChargebackAlreadyDecided",
  "sanction.active": "NoOpenSanction", "sanction.appealed": "AlreadyAppealed", "sanction.upheld": "SanctionAlreadyDecided", "sanction.lifted": "SanctionAlreadyDecided",
};

function wrongTarget(type: CommandType, noun: Noun, status: string): RefusalCode {
  if (type === "RequestReversal" && (status === "submitting" || status === "submitted" || status === "unknown")) return "RefundNotSettled";
  if (type === "AppealDecision" && (status === "awaitingSeller" || status === "awaitingBuyer" || status === "inMediation")) return "ClaimNotDecided";
  if (type === "WithdrawCancellation" && status === "accepted") return "CancellationAlreadyAnswered";
  if (type === "PostReturn" && status === "inTransit") return "ReturnAlreadyPosted";
  if (type === "RefuseClaim" && status === "awaitingBuyer") return "ClaimAlreadyAnswered";
  return byStatus[`${noun}.${status}`] ?? "NoSuchTarget";
}
