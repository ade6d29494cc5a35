// The buyer withdraws from the contract, whole or over some lines, without a reason and without anybody's consent (L1, L3).
// What is not shipped is cancelled at once; what is goes back as a return of its own kind. What can be withdrawn from: withdrawable.ts.
import { endJoined } from "./claimEnding.ts";
import { cancelUnits, isLast, unshipped, worthOf } from "./ending.ts";
import { checkParts, mergedParts } from "./parts.ts";
import type { Policy } from "./policy.ts";
import { refuse, type Refusal } from "./refusals.ts";
import { refundable, rmaOf } from "./return.ts";
import { byId, type Decisions, type Scene } from "./scene.ts";
import { openCancellation, openClaim, type Claim, type LinePart, type Order, type Return } from "./state.ts";
import { canBeTakenOver, exceptionOf, freeUnits, withdrawableParts, withdrawableUnits } from "./withdrawable.ts";

export const withdrawalDecisions: Decisions<"WithdrawFromContract"> = {
  WithdrawFromContract(scene, command) {
    const { order, policy } = scene;
    const parts = command.lines ? mergedParts(command.lines) : withdrawableParts(order, policy);
    const refused = checkWithdrawal(order, policy, parts);
    if (refused) return refused;
    if (order.status === "completed") {
      scene.emit({ type: "OrderReopened", because: "withdrawnFromContract", data: { status: order.deliveredAt === null ? "inTransit" : "delivered", asBefore: true } });
    }
    const withdrawalId = scene.mint("wdr");
    scene.emit({ type: "ContractWithdrawn", data: { withdrawalId, lines: parts, asGuest: command.asGuest === true } });
    endRequests(scene, parts);
    const [unsent, sent] = split(scene.order, parts);
    if (unsent.length > 0) cancelUnits(scene, unsent, "withdrawnFromContract", { kind: "withdrawal", id: withdrawalId });
    if (scene.order.status !== "closed") takeBack(scene, withdrawalId, sent);
  },
};

function checkWithdrawal(order: Order, policy: Policy, parts: readonly LinePart[]): Refusal | undefined {
  const excepted = parts.map((part) => order.lines.find((line) => line.sku === part.sku)).map((line) => line && exceptionOf(policy, line)).find((code) => code);
  if (excepted) return refuse(excepted);
  const refused = checkParts(order, parts, (line) => withdrawableUnits(order, line));
  if (refused) return refused;
  if (order.confirmedAt !== null || isLast(order, parts)) return undefined;
  return refuse(order.status === "verifyingPayment" ? "PaymentBeingVerified" : "NotPaidYet");
}

/** Whether the parts hold every unit of the others. */
const covers = (parts: readonly LinePart[], others: readonly LinePart[]): boolean =>
  others.every((other) => (parts.find((part) => part.sku === other.sku)?.quantity ?? 0) >= other.quantity);

/** A request or a claim over nothing else ends in the buyer's favour: what it asked for comes by the withdrawal. */
function endRequests(scene: Scene, parts: readonly LinePart[]): void {
  const because = "withdrawnFromContract";
  const cancellation = openCancellation(scene.order);
  const left = scene.order.lines.map((line) => ({ sku: line.sku, quantity: unshipped(line) }));
  if (cancellation && covers(parts, cancellation.lines ?? left)) scene.emit({ type: "CancellationAccepted", because, data: { cancellationId: cancellation.id } });
  const claim = openClaim(scene.order);
  if (claim && claim.returnId === null && covers(parts, claimed(scene.order, claim)) && coversMoney(scene, parts, claim)) endClaim(scene, claim);
}

/** A claim over the whole order may be over money, too, whose goods never left: it ends only where the withdrawal brings all that is left. */
function coversMoney({ order, policy }: Scene, parts: readonly LinePart[], claim: Claim): boolean {
  return claim.lines !== null || worthOf(order, parts, policy.law?.withdrawal?.outboundShipping !== "kept") >= refundable(order);
}

function endClaim(scene: Scene, claim: Claim): void {
  endJoined(scene, claim, "ReturnClosed");
  scene.emit({ type: "ClaimSettled", because: "withdrawnFromContract", data: { claimId: claim.id } });
}

/** What a claim is still over: units that went back or are going back by an earlier withdrawal are not. */
const claimed = (order: Order, claim: Claim): LinePart[] =>
  order.lines.map((line) => {
    const part = claim.lines?.find((one) => one.sku === line.sku);
    return { sku: line.sku, quantity: claim.lines === null ? withdrawableUnits(order, line) : Math.min(part?.quantity ?? 0, withdrawableUnits(order, line)) };
  });

/** Of those units, the ones that are not shipped, and the others. */
function split(order: Order, parts: readonly LinePart[]): [unsent: LinePart[], sent: LinePart[]] {
  const unsentOf = ({ sku, quantity }: LinePart): number => Math.min(quantity, unshipped(order.lines.find((line) => line.sku === sku)!));
  const some = (all: LinePart[]): LinePart[] => all.filter((part) => part.quantity > 0);
  return [some(parts.map((part) => ({ sku: part.sku, quantity: unsentOf(part) }))), some(parts.map((part) => ({ sku: part.sku, quantity: part.quantity - unsentOf(part) })))];
}

/** The goods go back: in a return that is on its way already where those are its units, else in one of the withdrawal's own. */
function takeBack(scene: Scene, withdrawalId: string, sent: readonly LinePart[]): void {
  const shippingBack = scene.policy.law?.withdrawal?.outboundShipping !== "kept";
  let left = sent;
  for (const { id } of scene.order.returns) {
    const ret = byId(scene.order.returns, id);
    if (!canBeTakenOver(ret)) continue;
    const line = (sku: string) => scene.order.lines.find((one) => one.sku === sku)!;
    if (!left.some((part) => part.quantity > freeUnits(line(part.sku)) && ret.lines.some((one) => one.sku === part.sku))) continue;
    takeOver(scene, ret, withdrawalId, shippingBack);
    left = without(left, mergedParts(ret.lines));
  }
  if (left.length === 0) return;
  const returnId = scene.mint("ret");
  scene.emit({
    type: "ReturnRequested",
    data: {
      returnId, rma: rmaOf(returnId), claimId: null, lines: left.map((part) => ({ ...part, reason: "withdrawnFromContract" })), remedy: "refund", refundTo: "sameMethod",
      amountMinor: Math.min(worthOf(scene.order, left, shippingBack), refundable(scene.order)), sellerPays: false,
      labelWanted: scene.policy.law?.withdrawal?.returnPostage === "seller", withdrawalId, shippingBack,
    },
  });
  scene.emit({ type: "ReturnAuthorized", data: { returnId } });
}

function takeOver(scene: Scene, ret: Return, withdrawalId: string, shippingBack: boolean): void {
  const { order } = scene;
  const claim = openClaim(order);
  if (claim && (claim.id === ret.claimId || claim.returnId === ret.id)) endClaim(scene, claim);
  const amountMinor = Math.min(worthOf(order, mergedParts(ret.lines), shippingBack || ret.sellerPays), refundable(order));
  scene.emit({ type: "ReturnTakenOver", data: { returnId: ret.id, withdrawalId, amountMinor, shippingBack } });
  if (byId(scene.order.returns, ret.id).status === "requested") scene.emit({ type: "ReturnAuthorized", data: { returnId: ret.id } });
}

const without = (parts: readonly LinePart[], taken: readonly LinePart[]): LinePart[] =>
  parts.map(({ sku, quantity }) => ({ sku, quantity: quantity - (taken.find((one) => one.sku === sku)?.quantity ?? 0) })).filter((part) => part.quantity > 0);
