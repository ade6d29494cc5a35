// A cancellation request: the buyer asks before shipment, the seller answers, silence agrees (A7–A11).
// requested → accepted | refused | withdrawn. Cancelling without asking stands in order.ts; the road by the seller's fault is a claim.
import { shipParcel } from "./parcel.ts";
import { cancelUnits, unshipped, unshippedParts } from "./ending.ts";
import type { CancellationEvent } from "./events.ts";
import { openClaimAs } from "./claim.ts";
import { checkParts, mergedParts } from "./parts.ts";
import { term } from "./policy.ts";
import { refuse, type Refusal } from "./refusals.ts";
import { sanctionFor } from "./sanction.ts";
import { byId, change, type Decisions, type Scene, type Transitions } from "./scene.ts";
import { freeEscrow, type LinePart } from "./state.ts";
import { checkTracking } from "./tracking.ts";
import type { Sealed } from "./event.ts";

type CancellationCommand = "RequestCancellation" | "AcceptCancellation" | "RefuseCancellation" | "WithdrawCancellation";

export const cancellationDecisions: Decisions<CancellationCommand> = {
  RequestCancellation(scene, command) {
    const reason = scene.policy.reasons.cancellation[command.reason];
    if (!reason) return refuse("ReasonUnknownHere");
    if (scene.arrow.to.includes("claim.awaitingSeller")) {
      const wanted = { ground: command.reason, remedy: "money" as const, amountMinor: freeEscrow(scene.order), note: command.note ?? null, evidence: [] };
      return openClaimAs(scene, wanted, { stage: "beforeShipment", ground: { ...reason, silence: "grants" } });
    }
    return requestCancellation(scene, command);
  },

  AcceptCancellation(scene, command) {
    const cancellation = byId(scene.order.cancellations, command.cancellationId);
    const because = scene.actor.role === "clock" ? "sellerSilent" : "cancellationAccepted";
    scene.emit({ type: "CancellationAccepted", because, data: { cancellationId: cancellation.id } });
    sanctionFor(scene, cancellation.reason, scene.policy.reasons.cancellation[cancellation.reason]);
    cancelUnits(scene, cancellation.lines, because, { kind: "cancellation", id: cancellation.id });
  },

  RefuseCancellation(scene, command) {
    const cancellation = byId(scene.order.cancellations, command.cancellationId);
    const { carrier, trackingNumber } = command;
    const shipped = carrier !== undefined && trackingNumber !== undefined;
    if (!shipped && term(scene.policy, "cancellation.refusalNeedsTracking")) return refuse("TrackingNumberNeeded");
    if (shipped && scene.order.status !== "awaitingShipment") return refuse("PaymentBeingVerified");
    if (scene.known.foreignEvidence?.length) return refuse("EvidenceNotFound");
    const refused = shipped ? checkTracking(scene, trackingNumber) : undefined;
    if (refused) return refused;
    const data = { cancellationId: cancellation.id, note: command.note ?? null, evidence: command.evidence ?? [] };
    scene.emit({ type: "CancellationRefused", data });
    if (shipped) shipParcel(scene, { carrier, trackingNumber }, unshippedParts(scene.order));
  },

  WithdrawCancellation: (scene, command) => scene.emit({ type: "CancellationWithdrawn", data: { cancellationId: command.cancellationId! } }),
};

/** Opens a request over some units, or over all that are not shipped. Also what `CancelOrder` becomes once the dispatch has begun (Z1). */
export function requestCancellation(scene: Scene, asked: { reason: string; lines?: LinePart[]; note?: Sealed }): Refusal | void {
  const reason = scene.policy.reasons.cancellation[asked.reason];
  if (!reason) return refuse("ReasonUnknownHere");
  const lines = asked.lines ? mergedParts(asked.lines) : null;
  const refused = lines ? checkParts(scene.order, lines, unshipped) : undefined;
  if (refused) return refused;
  const data = { cancellationId: scene.mint("can"), reason: asked.reason, fault: reason.fault, lines, note: asked.note ?? null };
  scene.emit({ type: "CancellationRequested", data });
}

export const cancellationTransitions: Transitions<CancellationEvent> = {
  CancellationRequested(order, event) {
    const { cancellationId, ...data } = event.data;
    const cancellation = { id: cancellationId, ...data, status: "requested" as const, requestedAt: event.at, endedAt: null, evidence: [] };
    return { ...order, cancellations: [...order.cancellations, cancellation] };
  },
  CancellationAccepted: (order, event) => ended(order, event.data.cancellationId, { status: "accepted", endedAt: event.at }),
  CancellationWithdrawn: (order, event) => ended(order, event.data.cancellationId, { status: "withdrawn", endedAt: event.at }),
  CancellationRefused: (order, event) =>
    ended(order, event.data.cancellationId, { status: "refused", endedAt: event.at, evidence: event.data.evidence }),
};

function ended(order: Scene["order"], id: string, patch: Partial<Scene["order"]["cancellations"][number]>): Scene["order"] {
  return { ...order, cancellations: change(order.cancellations, id, patch) };
}
