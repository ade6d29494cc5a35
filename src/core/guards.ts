// The closed words that an arrow or a deadline can make a condition of: each a named predicate over the order, its target and who acts.
// A guard that fails names the refusal; a choice only says which of several arrows a command takes.
import { groundsAt, stageOf } from "./claimEnding.ts";
import type { Actor } from "./event.ts";
import type { Target } from "./moments.ts";
import { later } from "./time.ts";
import { durationTerm, term, type Policy } from "./policy.ts";
import type { RefusalCode } from "./refusals.ts";
import { givenAtMost, refundable, returnable, returnWorth } from "./return.ts";
import { isHeld } from "./risk.ts";
import { cannotWithdraw, freeUnits } from "./withdrawable.ts";
import {
  anyExtended, freeEscrow, isChargedBack, isClaimOpen, isHandedOver, isComingBack, isReturnOpen, isReversalOpen, offerFor, openCancellation, openClaim, sanctioned,
  type Claim, type Order, type Refund, type Return, type Reversal, type Sanction,
} from "./state.ts";

/** What a guard looks at. `actor` is the clock where a deadline asks. */
export type View = { policy: Policy; order: Order; target: Target | null; actor: Actor; now: number };
type Guard = (view: View) => RefusalCode | null;

const unless = (fine: boolean, code: RefusalCode): RefusalCode | null => (fine ? null : code);
const refundsFor = (view: View): Refund[] => {
  const id = (view.target as { id: string }).id;
  return view.order.refunds.filter((refund) => refund.cause.id === id);
};

const words = {
  dispatchBegun: ({ order }) => unless(order.dispatchBegunAt !== null, "DispatchNotBegun"),
  dispatchNotBegun: ({ order }) => unless(order.dispatchBegunAt === null, "DispatchAlreadyBegun"),
  deleted: ({ order }) => unless(order.hidden, "NotDeleted"),
  notDeleted: ({ order }) => unless(!order.hidden, "AlreadyDeleted"),
  noCancellation: ({ order }) => unless(!openCancellation(order), "CancellationOpen"),
  noClaim: ({ order }) => unless(!openClaim(order), "ClaimOpen"),
  noReturn: ({ order }) => unless(!order.returns.some(isReturnOpen), "ReturnOpen"),
  nothingOpen: ({ order }) =>
    isChargedBack(order) ? "ChargebackOpen" : openClaim(order) ? "ClaimOpen" : order.returns.some(isReturnOpen) ? "ReturnOpen"
      : order.reversals.some(isReversalOpen) || order.refunds.some(isComingBack) ? "ReversalOpen" : null,
  noChargeback: ({ order }) => unless(!isChargedBack(order), "ChargebackOpen"),
  escrowHeld: ({ order }) => unless(freeEscrow(order) > 0, "NothingLeft"),
  worthLeft: ({ order, target }) => unless(returnWorth(order, target as Return) > 0, "NothingLeft"),
  goodsLeft: ({ order }) => unless(order.lines.some((line) => returnable(line) > 0), "QuantityTooHigh"),
  moneyLeft: ({ order }) => unless(refundable(order) > 0, "NothingLeft"),
  claimsLeft: ({ order, policy }) => unless(order.claims.length < Number(term(policy, "dispute.attempts")), "NoClaimsLeft"),
  returnWindowEnded: ({ order, policy, now }) =>
    unless(order.deliveredAt !== null && now >= later(order.deliveredAt, durationTerm(policy, "return.window")!, policy.zone), "ReturnOpen"),
  fulfilledByPlatform: ({ order }) => unless(order.fulfilledBy === "platform", "NotFulfilledByYou"),
  fulfilledBySeller: ({ order }) => unless(order.fulfilledBy === "seller", "NotFulfilledByYou"),
  fulfilsIt: ({ order, actor }) => unless(actor.role !== "operator" || order.fulfilledBy === "platform", "NotFulfilledByYou"),
  guaranteed: ({ order }) => {
    if (order.deliveredAt === null) return order.status === "completed" ? "OrderCompleted" : "NotDeliveredYet";
    return unless(givenAtMost(order) > 0 && order.lines.some((line) => freeUnits(line) > 0), "NothingLeft");
  },
  withdrawable: ({ order, policy }) => cannotWithdraw(order, policy),
  withdrawn: ({ target }) => unless((target as Return | null)?.withdrawnAt !== undefined, "ReturnNotPosted"),
  notWithdrawn: ({ target }) => unless((target as Return | null)?.withdrawnAt === undefined, "WithdrawnFromContract"),
  notByWithdrawal: ({ order, target }) => {
    const { kind, id } = (target as Refund).cause;
    const returned = kind === "return" && order.returns.some((ret) => ret.id === id && ret.withdrawnAt !== undefined);
    return unless(kind !== "withdrawal" && !returned, "WithdrawnFromContract");
  },
  notScanned: ({ target }) => unless((target as Return).scannedAt === null, "ParcelAlreadyScanned"),
  goodsNotScanned: ({ order, target }) => {
    const ret = order.returns.find((one) => one.id === (target as Claim).returnId);
    if (ret && ret.replacementParcelId !== null) return "ReplacementOnItsWay";
    const joined = order.returns.some((one) => one.overdueAt !== null && one.status === "inTransit" && one.scannedAt !== null);
    return unless(!joined && (!ret || (ret.scannedAt === null && ret.receivedAt === null)), "ParcelAlreadyScanned");
  },
  refundNotSubmitted: (view) => unless(!refundsFor(view).some(isHandedOver), "RefundAlreadySubmitted"),
  refundStoppable: (view) =>
    refundsFor(view).some(isHandedOver) ? "RefundAlreadySubmitted"
      : unless(!isSettled(view.target as Claim) || refundsFor(view).some((refund) => refund.status === "approved"), "ClaimAlreadyEnded"),
  notApprovedYet: (view) => unless(!refundsFor(view).some((refund) => refund.status !== "stopped" && refund.replacedBy === null), "RefundAlreadyApproved"),
  notAuthorizedByHand: ({ target }) => unless(!(target as Return).approvedByHand, "RefundAuthorizedByHand"),
  noReplacement: ({ target }) => unless((target as Return).replacementParcelId === null, "ReplacementOnItsWay"),
  replacementNotShipped: ({ target }) => unless((target as Return).replacementParcelId === null, "ReplacementAlreadyShipped"),
  replacementWaiting: ({ target }) => unless((target as Return).remedy !== "refund" && isReturnOpen(target as Return), "ReplacementNotAsked"),
  ownReturn: ({ target }) => unless((target as Return).claimId === null, "ClaimAlreadyAgreed"),
  goodsAreBack: ({ target }) => unless((target as Return).backAt !== null, "ReturnNotPosted"),
  goodsNotBack: ({ target }) => unless((target as Return).backAt === null && (target as Return).overdueAt === null, "ReturnNotPosted"),
  silenceGrants: ({ target }) => unless((target as Claim).silence === "grants", "ClaimNotDecided"),
  silenceEscalates: ({ target }) => unless((target as Claim).silence === "escalates", "ClaimNotDecided"),
  beforeShipment: ({ target }) => unless((target as Claim).stage === "beforeShipment", "AlreadyShipped"),
  afterShipment: ({ target }) => unless((target as Claim).stage !== "beforeShipment", "NotShippedYet"),
  notAppealed: ({ target }) => unless((target as Claim | Reversal & { appealedBy?: unknown }).appealedBy == null && !appealedAt(target), "AlreadyAppealed"),
  notOverdue: ({ target }) => unless((target as Claim).overdueAt === null, "ClaimInMediation"),
  isOverdue: ({ target }) => unless((target as Claim).overdueAt !== null, "StillWithTheMediators"),
  anotherHears: ({ target, actor }) => {
    const previous = (target as Claim).decisions?.at(-1)?.by ?? ((target as Reversal).appealedAt ? (target as Reversal).decidedBy : null);
    return unless(previous === null || previous !== actor.id, "DecidedByYou");
  },
  offerWaits: ({ target, actor }) => unless(offerFor(target as Claim, actor.role) !== undefined, "NoOfferToAccept"),
  notAskedByYou: ({ target, actor }) => {
    const asked = (target as Reversal).requestedBy;
    return unless(asked.role !== actor.role || asked.id !== actor.id, "AskedByYou");
  },
  yourReversal: ({ target, actor }) => unless(actor.role === "buyer" || (target as Reversal).requestedBy.role === actor.role, "NotYourRequest"),
  appealable: ({ target }) => unless((target as Reversal).ground !== "givenBack", "ReversalNotGranted"),
  buyerHeard: ({ target, now }) => {
    const until = (target as Reversal).buyerMayAnswerUntil;
    return unless(until === null || now > until, "BuyerMayStillAnswer");
  },
  noReversal: ({ order, target }) =>
    unless(!isComingBack(target as Refund) && !order.reversals.some((one) => one.refundId === (target as Refund).id && one.status !== "refused"), "ReversalOpen"),
  notReissued: ({ target }) => unless((target as Refund).replacedBy === null && !(target as Refund).chargeBackDue && (target as Refund).coveredBy === undefined, "RefundAlreadyFailed"),
  refundNotOverdue: ({ target }) => unless((target as Refund).overdueAt === null, "RefundOpen"),
  refundOverdue: ({ target }) => unless((target as Refund).overdueAt !== null, "RefundOpen"),
  failureProposed: ({ target }) => unless((target as Refund).failureProposed !== undefined, "NoFailureProposed"),
  notProposedByYou: ({ target, actor }) => unless((target as Refund).failureProposed?.by !== actor.id, "ProposedByYou"),
  failedByHand: ({ target }) => unless((target as Refund).resolved === "failed" && (target as Refund).stray === undefined, "RefundAlreadyFailed"),
  paidTwice: ({ target }) => unless(((target as Refund).stray?.amountMinor ?? 0) > 0, "RefundAlreadyFailed"),
  refundReversing: ({ target }) => unless((target as Refund).reversingSince !== null, "RefundNotSettled"),
  notHeld: ({ target }) => unless(!isHeld(target as Refund), "RefundHeld"),
  held: ({ target }) => unless(isHeld(target as Refund), "RefundNotHeld"),
  neverHeld: ({ target }) => unless((target as Refund).hold === undefined, isHeld(target as Refund) ? "RefundHeld" : "RefundReviewed"),
  heldByAnother: ({ target, actor }) => unless((target as Refund).hold?.reviewer !== actor.id, "AlreadyYours"),
  secondPerson: ({ target, actor }) => unless(!(target as Refund).hold?.secondPerson || (target as Refund).hold?.approvedBy !== actor.id, "ApprovedByYou"),
  yourSanction: ({ target, actor }) => unless(sanctioned(target as Sanction) === actor.role, "NotYourRequest"),
  notAnswered: ({ target }) => unless((target as Sanction).answer === undefined, "SanctionAnswered"),
  extended: ({ order, now }) => unless(anyExtended(order, now), "NoExtension"),
  neverDelivered: ({ order }) => unless(order.deliveredAt === null, "AlreadyDelivered"),
} satisfies Record<string, Guard>;

const isSettled = (claim: Claim): boolean => !isClaimOpen(claim);
const appealedAt = (target: Target | null): boolean => (target as Reversal | null)?.appealedAt != null && "refundId" in (target as object);

/** Choices look at what the command carries; with no command yet (`null`) every choice is still open. */
const choices = {
  sellerAtFault: (input: { sellerAtFault?: boolean }) => input.sellerAtFault === true,
  sellerNotAtFault: (input: { sellerAtFault?: boolean }) => input.sellerAtFault !== true,
  graverGround: (input: { ground?: string }, view: View) =>
    input.ground !== undefined && groundsAt(view.policy, stageOf(view.order))[input.ground]?.graver === true,
  guaranteeGround: (input: { ground?: string }, view: View) => input.ground !== undefined && view.policy.law?.guarantee?.grounds.includes(input.ground) === true,
} satisfies Record<string, (input: never, view: View) => boolean>;

export type GuardWord = keyof typeof words | keyof typeof choices;

/** Every word that a policy may use as a condition. */
export const guardWords: readonly string[] = [...Object.keys(words), ...Object.keys(choices)];

/** Whether the command takes this arrow, as far as what it carries decides it. */
export function chosen(when: readonly GuardWord[] | undefined, input: object | null, view: View): boolean {
  if (input === null || !when) return true;
  return when.every((word) => !(word in choices) || choices[word as keyof typeof choices](input as never, view));
}

/** The refusals of the conditions that do not hold. */
export function failing(when: readonly GuardWord[] | undefined, view: View): RefusalCode[] {
  if (!when) return [];
  const codes: RefusalCode[] = [];
  for (const word of when) {
    const guard = (words as Record<string, Guard>)[word];
    const code = guard?.(view);
    if (code) codes.push(code);
  }
  return codes;
}

/** Whether all conditions hold. */
export const holds = (when: readonly GuardWord[] | undefined, view: View): boolean => failing(when, view).length === 0;
