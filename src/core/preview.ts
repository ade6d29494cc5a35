// What a command will do before it is confirmed (X2): how much money, to where, by when, until when it can be undone, and what it loses.
import type { CommandType } from "./commands.ts";
import { cancellableWorth, unshipped, worthOf } from "./ending.ts";
import type { Role } from "./event.ts";
import { protectionEnds, type Target } from "./moments.ts";
import { durationTerm, putsRight, term, type Arrow, type Policy, type Remedy } from "./policy.ts";
import { cancellableUntil, promisedBy, withdrawalDueBy } from "./promise.ts";
import { givenAtMost, goodsOf, isToBePutRight, owesRest, refundable, refundsOf, returnable, returnWorth } from "./return.ts";
import { freeEscrow, heldOf, offerFor, openClaim, totalMinor, type Cancellation, type Claim, type Order, type Refund, type Return, type Reversal } from "./state.ts";
import { later } from "./time.ts";
import { withdrawableParts } from "./withdrawable.ts";

/** What is lost: the last claim this order may have, the protection (its end has passed), or the chance of another return. */
export type Loss = "lastClaim" | "protectionEnded" | "noNewReturn";

/** Amounts in minor units, times in epoch milliseconds. `if` says what comes first: somebody's consent, or the goods on their way back. */
export type Preview = {
  refundMinor: number; to: string | null; arrivesBy: number | null; undoUntil: number | null; if?: "accepted" | "posted";
  releaseMinor?: number; takenBackMinor?: number; loses?: Loss[];
};

const nothing: Preview = { refundMinor: 0, to: null, arrivesBy: null, undoUntil: null };

/** The effect of an allowed command as far as it is known before its input is filled in: the whole amount where one can be chosen. */
export function preview(policy: Policy, order: Order, type: CommandType, target: Target | null, arrow: Arrow, role: Role, now: number): Preview {
  switch (type) {
    case "CancelOrder": case "AcceptCancellation":
      return arrow.to.includes("cancellation.requested")
        ? asked(policy, order, cancellableWorth(order, null), now, "cancellation.answerWithin")
        : refund(policy, order, cancellableWorth(order, type === "AcceptCancellation" ? (target as Cancellation).lines : null), now);
    case "RequestCancellation":
      return asked(policy, order, wholeOf(order), now, arrow.to.includes("claim.awaitingSeller") ? null : "cancellation.answerWithin");
    case "OpenClaim": case "ReviseClaim":
      return asked(policy, order, arrow.when?.includes("guaranteeGround") ? givenAtMost(order) : refundable(order), now, null);
    case "RequestReturn": {
      const parts = order.lines.map((line) => ({ sku: line.sku, quantity: Math.max(0, returnable(line)) })).filter((part) => part.quantity > 0);
      return asked(policy, order, Math.min(worthOf(order, parts, false), refundable(order)), now, null);
    }
    case "WithdrawFromContract":
      return withdrawal(policy, order, now);
    case "AuthorizeReturn": case "PostReturn":
      return { ...returned(policy, order, target as Return, now), if: "accepted" };
    case "ReceiveReturn": case "ApproveRefund":
      return goodsOnly(order, target as Return, type) ? nothing : returned(policy, order, target as Return, now);
    case "AcceptClaim":
      return claimed(policy, order, target as Claim, target as Claim, now);
    case "AcceptOffer":
      return claimed(policy, order, target as Claim, offerFor(target as Claim, role) ?? (target as Claim), now);
    case "MakeOffer": case "EscalateClaim": case "DecideClaim":
      return { ...claimed(policy, order, target as Claim, target as Claim, now), if: "accepted" };
    case "ReissueRefund":
      return refund(policy, order, (target as Refund).amountMinor, now);
    case "ConfirmReceipt":
      return { ...nothing, releaseMinor: freeEscrow(order), to: "seller" };
    case "WithdrawClaim":
      return { ...nothing, loses: lostByWithdrawing(policy, order, now) };
    case "CancelReturn":
      return { ...nothing, loses: lostByKeeping(policy, order, now) };
    case "RequestReversal": case "GrantReversal":
      return { ...nothing, takenBackMinor: (target as Refund | Reversal).amountMinor };
    default:
      return nothing;
  }
}

const wholeOf = (order: Order): number => (order.money.paidMinor > 0 ? cancellableWorth(order, null) : order.paidAt === null ? 0 : totalMinor(order));

function refund(policy: Policy, order: Order, amountMinor: number, now: number, way: string | null = null): Preview {
  const method = order.payments.find((payment) => heldOf(payment) > 0 || payment.status === "pending")?.method ?? null;
  const to = way === "giftCard" ? way : method;
  if (amountMinor === 0 || to === null) return nothing;
  return { refundMinor: amountMinor, to, arrivesBy: promisedBy(policy, to, now), undoUntil: cancellableUntil(policy, now) };
}

function asked(policy: Policy, order: Order, amountMinor: number, now: number, answerWithin: string | null): Preview {
  const within = answerWithin === null ? null : durationTerm(policy, answerWithin);
  return { ...refund(policy, order, amountMinor, now), undoUntil: within === null ? null : later(now, within, policy.zone), if: "accepted" };
}

/** Everything that can be withdrawn from: nobody can stop its money, and what is out must be posted first. */
function withdrawal(policy: Policy, order: Order, now: number): Preview {
  const parts = withdrawableParts(order, policy);
  const out = parts.some((part) => part.quantity > unshipped(order.lines.find((line) => line.sku === part.sku)!));
  const dueBy = out && policy.law?.withdrawal?.refundWithin.since !== "noticed" ? null : withdrawalDueBy(policy, now, null);
  if (out) {
    const worthMinor = worthOf(order, parts, policy.law?.withdrawal?.outboundShipping !== "kept");
    const whole = refund(policy, order, Math.min(worthMinor, freeEscrow(order) + order.money.releasedMinor), now);
    return whole.refundMinor === 0 ? { ...whole, if: "posted" } : { ...whole, arrivesBy: dueBy, undoUntil: null, if: "posted" };
  }
  const whole = refund(policy, order, cancellableWorth(order, parts), now);
  return { ...whole, undoUntil: null, arrivesBy: whole.arrivesBy === null || dueBy === null ? whole.arrivesBy : Math.min(whole.arrivesBy, dueBy) };
}

const returned = (policy: Policy, order: Order, ret: Return, now: number): Preview => refund(policy, order, returnWorth(order, ret), now, ret.refundTo);

/** Goods that come back for a replacement, or for money that was given already, move no money; a claim over them is for money. */
function goodsOnly(order: Order, ret: Return, type: CommandType): boolean {
  const claimed = ret.claimId !== null || openClaim(order)?.returnId === ret.id;
  if (isToBePutRight(order, ret)) return type === "ReceiveReturn";
  return type === "ReceiveReturn" && !claimed && (ret.remedy !== "refund" || (refundsOf(order, ret).length > 0 && !owesRest(order, ret)));
}

/** What agreeing on those terms does. Where the goods of the claim are on their way back already only money is left. */
function claimed(policy: Policy, order: Order, claim: Claim, terms: { remedy: Remedy; amountMinor: number }, now: number): Preview {
  const whole = refund(policy, order, Math.min(terms.amountMinor, refundable(order)), now);
  const goodsGo = terms.remedy !== "money" && terms.remedy !== "lowerPrice" && goodsOf(order, claim).length > 0;
  if (goodsGo && putsRight(terms.remedy)) return nothing;
  return goodsGo ? { ...whole, if: "accepted" } : whole;
}

function lostByWithdrawing(policy: Policy, order: Order, now: number): Loss[] {
  const losses: Loss[] = [];
  if (order.claims.length >= Number(term(policy, "dispute.attempts"))) losses.push("lastClaim");
  const ends = protectionEnds(policy, order);
  if (ends !== null && now >= ends) losses.push("protectionEnded");
  return losses;
}

/** The window has closed, or closes within a day: no new return can be asked for (Z5). */
function lostByKeeping(policy: Policy, order: Order, now: number): Loss[] {
  if (order.deliveredAt === null) return [];
  const closes = later(order.deliveredAt, durationTerm(policy, "return.window")!, policy.zone);
  return later(now, "P1D", policy.zone) >= closes ? ["noNewReturn"] : [];
}
