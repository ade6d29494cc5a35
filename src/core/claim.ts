// A claim: ground + remedy + amount + evidence, negotiated, mediated, appealed (A16–A22, T2, T3).
// awaitingSeller ⇄ awaitingBuyer → inMediation → decided; awaitingGoods; settled, withdrawn, lapsed.
import { endJoined, groundsAt, settleClaimOf, stageOf } from "./claimEnding.ts";
import { unshippedParts } from "./ending.ts";
import type { Sealed } from "./event.ts";
import { shipParcel } from "./parcel.ts";
import { checkParts, mergedParts } from "./parts.ts";
import { putsRight, type Ground, type Remedy, type Stage } from "./policy.ts";
import { chargeBack, reopenOrder, stopRefund } from "./refunding.ts";
import { refuse, type Refusal } from "./refusals.ts";
import { givenAtMost, goodsOf, refundable, returnForClaim } from "./return.ts";
import { needsEvidence } from "./risk.ts";
import { byId, saying, sideOf, type Decisions, type Scene } from "./scene.ts";
import { isOwed, isReturnOpen, offerFor, type Claim, type LinePart, type Order } from "./state.ts";
import { checkTracking } from "./tracking.ts";
import { worthOf, settleOrder } from "./ending.ts";

type ClaimCommand =
  | "OpenClaim" | "AcceptClaim" | "RefuseClaim" | "MakeOffer" | "AcceptOffer" | "ReviseClaim" | "WithdrawClaim" | "EscalateClaim"
  | "AddEvidence" | "DecideClaim" | "AppealDecision" | "ExecuteDecision" | "LapseClaim";

export const claimDecisions: Decisions<ClaimCommand> = {
  OpenClaim(scene, command) {
    const stage = stageOf(scene.order);
    const ground = groundsAt(scene.policy, stage)[command.ground];
    const guarantee = scene.arrow.when?.includes("guaranteeGround") === true;
    if (!ground) return refuse("GroundNotPossibleNow");
    if (guarantee && !scene.policy.law?.guarantee?.grounds.includes(command.ground)) return refuse(scene.order.status === "completed" ? "OrderCompleted" : "GroundNotPossibleNow");
    const lines = command.lines ? mergedParts(command.lines) : null;
    const refused = lines ? checkParts(scene.order, lines, (line) => line.quantity - line.cancelled - line.returned) : undefined;
    if (refused) return refused;
    const remedy = command.remedy ?? (guarantee ? "repair" : remediesOf(ground)[0]!);
    const most = guarantee ? givenAtMost(scene.order) : refundable(scene.order);
    const worth = lines ? Math.min(worthOf(scene.order, lines, true), most) : most;
    const wanted: Wanted = { ground: command.ground, remedy, amountMinor: command.amountMinor ?? worth, note: command.note ?? null, evidence: command.evidence ?? [], lines };
    if (guarantee) return openUnderGuarantee(scene, wanted, { stage, ground });
    return openClaimAs(scene, wanted, { stage, ground });
  },

  ReviseClaim(scene, command) {
    const claim = byId(scene.order.claims, command.claimId);
    const fields = [command.ground, command.remedy, command.amountMinor, command.note, command.evidence];
    if (fields.every((field) => field === undefined)) return refuse("NothingSaid");
    const stage = stageOf(scene.order);
    const code = command.ground ?? claim.ground;
    const ground = groundsAt(scene.policy, stage)[code] ?? scene.policy.reasons.cancellation[code];
    if (!ground) return refuse("GroundNotPossibleNow");
    const evidence = [...new Set([...claim.evidence, ...(command.evidence ?? [])])];
    const wanted: Wanted = {
      ground: code, remedy: command.remedy ?? (remediesOf(ground).includes(claim.remedy) ? claim.remedy : remediesOf(ground)[0]!),
      amountMinor: command.amountMinor ?? claim.amountMinor, note: command.note ?? claim.note, evidence,
    };
    const refused = checkWanted(scene, wanted, ground, refundable(scene.order)) ?? checkOrderOfRemedies(scene.order, wanted.remedy, claim);
    if (refused) return refused;
    scene.emit({ type: "ClaimRevised", data: { claimId: claim.id, ...wanted, stage, ...judged(ground) } });
  },

  AcceptClaim(scene, command) {
    const claim = byId(scene.order.claims, command.claimId);
    agree(scene, claim, { remedy: claim.remedy, amountMinor: claim.amountMinor }, command.note);
  },

  RefuseClaim(scene, command) {
    const claim = byId(scene.order.claims, command.claimId);
    const { carrier, trackingNumber } = command;
    const ships = carrier !== undefined && trackingNumber !== undefined;
    if (ships && scene.order.status !== "awaitingShipment") return refuse("AlreadyShipped");
    const refused = ships ? checkTracking(scene, trackingNumber) : undefined;
    if (refused) return refused;
    scene.emit({ type: "ClaimRefused", data: { claimId: claim.id, note: command.note ?? null } });
    if (ships) shipParcel(scene, { carrier, trackingNumber }, unshippedParts(scene.order));
  },

  MakeOffer(scene, command) {
    const claim = byId(scene.order.claims, command.claimId);
    const side = sideOf(scene.actor)!;
    if (command.amountMinor > refundable(scene.order)) return refuse("AmountTooHigh");
    if (command.remedy !== "money" && stageOf(scene.order) === "beforeShipment") return refuse("RemedyNotPossible");
    if (needsGuarantee(scene, command.remedy)) return refuse("RemedyNotPossible");
    const refused = side === "buyer" ? checkOrderOfRemedies(scene.order, command.remedy, claim) : undefined;
    if (refused) return refused;
    const offer = { by: side, remedy: command.remedy, amountMinor: command.amountMinor, note: command.note ?? null };
    scene.emit({ type: "OfferMade", data: { claimId: claim.id, offer } });
  },

  AcceptOffer(scene, command) {
    const claim = byId(scene.order.claims, command.claimId);
    const other = offerFor(claim, scene.actor.role);
    if (!other) return refuse("NoOfferToAccept");
    if (other.amountMinor > refundable(scene.order)) return refuse("AmountTooHigh");
    agree(scene, claim, other);
  },

  WithdrawClaim(scene, command) {
    const claim = byId(scene.order.claims, command.claimId);
    const all = scene.order.refunds.filter((refund) => refund.cause.kind === "claim" && refund.cause.id === claim.id);
    const refunds = all.filter(({ status }) => status === "approved");
    for (const refund of refunds) stopRefund(scene, refund);
    // What failed is not sent again either: nothing is claimed any more.
    for (const refund of all) if (isOwed(refund)) chargeBack(scene, refund);
    for (const refund of refunds) reopenOrder(scene, refund);
    const ret = scene.order.returns.find((one) => one.id === claim.returnId && isReturnOpen(one));
    if (ret) scene.emit({ type: "ReturnCancelled", data: { returnId: ret.id } });
    endJoined(scene, claim, "ReturnCancelled");
    scene.emit({ type: "ClaimWithdrawn", data: { claimId: claim.id } });
    settleOrder(scene);
  },

  EscalateClaim(scene, command) {
    const overdue = byId(scene.order.claims, command.claimId).status === "inMediation";
    scene.emit({ type: overdue ? "ClaimOverdue" : "ClaimEscalated", data: { claimId: command.claimId! } });
  },

  AddEvidence(scene, command) {
    if (scene.known.foreignEvidence?.length) return refuse("EvidenceNotFound");
    scene.emit({ type: "EvidenceAdded", data: { claimId: command.claimId!, evidence: command.evidence } });
  },

  DecideClaim(scene, command) {
    const claim = byId(scene.order.claims, command.claimId);
    const silent = scene.actor.role === "clock";
    const amountMinor = silent ? Math.min(claim.amountMinor, refundable(scene.order)) : command.amountMinor;
    const reasons = silent ? ["noAnswer"] : command.reasons ?? [];
    if (reasons.some((reason) => !scene.policy.reasons.decision.includes(reason))) return refuse("ReasonUnknownHere");
    if (amountMinor > refundable(scene.order)) return refuse("AmountTooHigh");
    const remedy = silent ? claim.remedy : command.remedy ?? "money";
    if (!silent && needsGuarantee(scene, remedy)) return refuse("RemedyNotPossible");
    const final = claim.appealedBy !== null;
    scene.emit({ type: "ClaimDecided", data: { claimId: claim.id, amountMinor, remedy, reasons, note: command.note ?? null, final } });
    if (final) execute(scene, byId(scene.order.claims, claim.id));
  },

  AppealDecision: (scene, command) =>
    scene.emit({ type: "DecisionAppealed", data: { claimId: command.claimId!, side: sideOf(scene.actor)!, note: command.note ?? null } }),

  ExecuteDecision: (scene, command) => execute(scene, byId(scene.order.claims, command.claimId)),

  LapseClaim(scene, command) {
    endJoined(scene, byId(scene.order.claims, command.claimId), "ReturnClosed");
    scene.emit({ type: "ClaimLapsed", data: { claimId: command.claimId! } });
    settleOrder(scene);
  },
};

type Wanted = { ground: string; remedy: Remedy; amountMinor: number; note: Sealed | null; evidence: string[]; lines?: LinePart[] | null };

const remediesOf = (ground: Ground): Remedy[] => ground.remedies ?? ["money", "goodsAndMoney"];
const judged = (ground: Ground) => ({ fault: ground.fault, graver: ground.graver ?? false, silence: ground.silence ?? ("grants" as const) });

/** Opens a claim on that ground, or says why it cannot rest on it. */
export function openClaimAs(scene: Scene, wanted: Wanted, on: { stage: Stage; ground: Ground }): Refusal | void {
  const refused = checkWanted(scene, wanted, on.ground, refundable(scene.order));
  if (refused) return refused;
  emitOpened(scene, wanted, on, {});
}

/** After the marketplace's own time only the law gives a claim (L5): an order that was completed is open again while it runs. */
function openUnderGuarantee(scene: Scene, wanted: Wanted, on: { stage: Stage; ground: Ground }): Refusal | void {
  const refused = checkWanted(scene, wanted, on.ground, givenAtMost(scene.order)) ?? checkOrderOfRemedies(scene.order, wanted.remedy, null);
  if (refused) return refused;
  if (scene.order.status === "completed") scene.emit({ type: "OrderReopened", because: "guarantee", data: { status: "delivered", asBefore: true } });
  emitOpened(scene, wanted, on, { guarantee: true });
}

function emitOpened(scene: Scene, wanted: Wanted, on: { stage: Stage; ground: Ground }, under: { guarantee?: true }): void {
  const { lines = null, ...asked } = wanted;
  scene.emit({
    type: "ClaimOpened",
    data: { claimId: scene.mint("clm"), ...asked, lines, stage: on.stage, ...judged(on.ground), status: "awaitingSeller", returnId: null, ...under },
  });
}

/** Under the guarantee alone repair or replacement come first: the rest where the seller has refused them, or where they were tried before (L5). */
export function putRightFirst(order: Order, claim: Claim | null): boolean {
  if (claim !== null && (claim.guarantee === undefined || claim.answeredAt !== null)) return false;
  return !order.claims.some((one) => one.status === "settled" && one.agreed !== null && putsRight(one.agreed.remedy));
}

const checkOrderOfRemedies = (order: Order, remedy: Remedy, claim: Claim | null): Refusal | undefined =>
  !putsRight(remedy) && putRightFirst(order, claim) ? refuse("RepairOrReplacementFirst") : undefined;

/** The guarantee's own remedies, where no law gives one. */
const needsGuarantee = ({ policy }: Scene, remedy: Remedy): boolean => remedy !== "money" && remedy !== "goodsAndMoney" && !policy.law?.guarantee;

function checkWanted(scene: Scene, wanted: Wanted, ground: Ground, left: number): Refusal | undefined {
  if (scene.known.foreignEvidence?.length) return refuse("EvidenceNotFound");
  if (!remediesOf(ground).includes(wanted.remedy)) return refuse("RemedyNotPossible");
  if (wanted.remedy === "goodsAndMoney" && stageOf(scene.order) === "beforeShipment") return refuse("RemedyNotPossible");
  if (wanted.evidence.length === 0 && (ground.evidence === "needed" || (stageOf(scene.order) !== "beforeShipment" && needsEvidence(scene)))) return refuse("EvidenceNeeded");
  if (left === 0) return refuse("NothingLeft");
  return wanted.amountMinor > left ? refuse("AmountTooHigh") : undefined;
}

/** Both sides, or one and the other's silence, agree: money goes back, or waits for the goods (A23). */
function agree(scene: Scene, claim: Claim, terms: { remedy: Remedy; amountMinor: number }, note?: Sealed): void {
  const amountMinor = Math.min(terms.amountMinor, refundable(scene.order));
  const { remedy } = terms;
  // Where the goods are on their way back for another reason only money is left to agree on.
  if (remedy === "money" || remedy === "lowerPrice" || goodsOf(scene.order, claim).length === 0) {
    scene.emit({ type: "ClaimAgreed", data: { claimId: claim.id, remedy, amountMinor, returnId: null, ...saying(note) } });
    return settleClaimOf(scene, claim.id, amountMinor);
  }
  const returnId = returnForClaim(scene, claim.id, { remedy, amountMinor }, claim.fault === "seller");
  scene.emit({ type: "ClaimAgreed", data: { claimId: claim.id, remedy, amountMinor, returnId, ...saying(note) } });
}

/** Carries out a decision once nobody can appeal it any more. Goods that were asked back already are not asked for again. */
function execute(scene: Scene, claim: Claim): void {
  const decision = claim.decisions.at(-1)!;
  const amountMinor = Math.min(decision.amountMinor, refundable(scene.order));
  const goodsGo = putsRight(decision.remedy) || (decision.remedy === "goodsAndMoney" && amountMinor > 0);
  if (goodsGo && claim.returnId === null && goodsOf(scene.order, claim).length > 0) return agree(scene, claim, { remedy: decision.remedy, amountMinor });
  settleClaimOf(scene, claim.id, amountMinor);
}
