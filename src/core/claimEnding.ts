// How a claim is settled, whoever settled it: by agreement, by silence, by goods that came back, or by the mediators' decision.
import { settleOrder } from "./ending.ts";
import { approveRefund } from "./refunding.ts";
import { byId, type Scene } from "./scene.ts";
import { sanctionFor } from "./sanction.ts";
import { openClaim, type Claim, type LinePart, type Order, type Return } from "./state.ts";
import type { Ground, Policy, Stage } from "./policy.ts";

/** Sends back `amountMinor` and settles the claim; what was the seller's fault costs the seller (A12). */
export function settleClaimOf(scene: Scene, claimId: string, amountMinor: number): void {
  const claim = byId(scene.order.claims, claimId);
  const lines: LinePart[] = claim.lines ?? [];
  const asked = scene.order.returns.find((one) => one.id === claim.returnId);
  // Goods that came back to be put right, and are paid for instead.
  if (amountMinor > 0 && asked?.status === "received" && asked.remedy !== "refund") scene.emit({ type: "RefundAuthorized", data: { returnId: asked.id, byHand: true, advance: false } });
  if (amountMinor > 0) {
    approveRefund(scene, { amountMinor, cause: { kind: "claim", id: claimId }, lines });
    sanctionFor(scene, claim.ground, groundOf(scene.policy, claim));
  }
  scene.emit({ type: "ClaimSettled", data: { claimId } });
  const ret = scene.order.returns.find((one) => one.id === claim.returnId);
  const waitsForMoney = ret?.status === "received" && amountMinor > 0;
  const over = ret?.status === "closed" || ret?.status === "cancelled" || ret?.status === "declined" || ret?.status === "expired";
  if (ret && !over && !waitsForMoney) scene.emit({ type: "ReturnClosed", data: { returnId: ret.id } });
  endJoined(scene, claim, "ReturnClosed");
  settleOrder(scene);
}

/** Returns that never came back and joined an open claim about something else: they end with it, for nothing else waits for them. */
export function endJoined(scene: Scene, claim: Claim, as: "ReturnClosed" | "ReturnCancelled"): void {
  const joined = scene.order.returns.filter((ret) => ret.id !== claim.returnId && ret.overdueAt !== null && (ret.status === "authorized" || ret.status === "inTransit"));
  for (const { id } of joined) scene.emit({ type: as, data: { returnId: id } });
}

/** Goods that came back otherwise than agreed, or never did: the claim goes to the mediators, one is opened where there is none. */
export function goodsToMediators(scene: Scene, ret: Return, amountMinor: number): void {
  const open = openClaim(scene.order);
  if (open) {
    if (open.status !== "inMediation") scene.emit({ type: "ClaimEscalated", because: ret.condition ?? "goodsNotBack", data: { claimId: open.id } });
    return;
  }
  scene.emit({
    type: "ClaimOpened",
    because: ret.condition ?? "goodsNotBack",
    data: {
      claimId: scene.mint("clm"), stage: "afterDelivery", ground: "other", fault: "nobody", graver: false, silence: "escalates", lines: null, remedy: "money",
      amountMinor, note: null, evidence: [], status: "inMediation", returnId: ret.id,
    },
  });
}

/** Where the order stands for a claim: nothing shipped, on the way, or there. */
export function stageOf(order: Order): Stage {
  if (order.deliveredAt !== null) return "afterDelivery";
  return order.shippedAt !== null ? "onTheWay" : "beforeShipment";
}

const later = new WeakMap<Policy, Record<string, Ground>>();

/** The grounds that a claim can rest on at that stage; what could be said on the way can be said after delivery too. */
export function groundsAt(policy: Policy, stage: Stage): Record<string, Ground> {
  if (stage !== "afterDelivery") return policy.grounds[stage];
  let merged = later.get(policy);
  if (!merged) later.set(policy, (merged = { ...policy.grounds.onTheWay, ...policy.grounds.afterDelivery }));
  return merged;
}

function groundOf(policy: Policy, claim: Claim): Ground | undefined {
  return groundsAt(policy, claim.stage)[claim.ground] ?? policy.reasons.cancellation[claim.ground];
}
