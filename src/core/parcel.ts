// A parcel: goods under one tracking number, out to the buyer or back. What the carrier scans is a fact that no policy waives;
// scans may come late, twice and out of order (A27).
import { goodsBack, returnScanned } from "./return.ts";
import { settleShipment, unshipped, unshippedParts } from "./ending.ts";
import type { ParcelEvent } from "./events.ts";
import { durationTerm, type Policy } from "./policy.ts";
import { refuse } from "./refusals.ts";
import { change, type Decisions, type Scene, type Transitions } from "./scene.ts";
import { openCancellation, openClaim, type LinePart, type Order, type Parcel, type ParcelMark, type Scan } from "./state.ts";
import { addTo, checkParts, mergedParts } from "./parts.ts";
import { checkTracking, emitParcel, type Posted } from "./tracking.ts";
import { later } from "./time.ts";

export const parcelDecisions: Decisions<"BeginDispatch" | "ShipOrder" | "RecordScan"> = {
  BeginDispatch: (scene) => scene.emit({ type: "DispatchBegun", data: {} }),

  ShipOrder(scene, command) {
    const lines = command.lines ? mergedParts(command.lines) : unshippedParts(scene.order);
    if (lines.length === 0) return refuse("AlreadyShipped");
    const refused = checkParts(scene.order, lines, unshipped) ?? checkTracking(scene, command.trackingNumber);
    if (refused) return refused;
    shipParcel(scene, command, lines);
  },

  RecordScan(scene, command) {
    const parcel = scene.order.parcels.find((one) => one.trackingNumber === command.trackingNumber);
    if (!parcel) return refuse("NoSuchParcel");
    const scan: Scan = {
      status: command.status, at: command.at ?? scene.now, place: command.place ?? null, country: command.country ?? null, position: command.position ?? null,
    };
    if (parcel.scans.some((one) => one.status === scan.status && one.at === scan.at)) return;
    recordScan(scene, parcel, scan);
  },
};

/** The seller hands goods to the carrier: requests that they contradict are refused by it (A10), a claim before shipment too. */
export function shipParcel(scene: Scene, posted: Posted, lines: LinePart[]): void {
  const cancellation = openCancellation(scene.order);
  emitParcel(scene, posted, { kind: "order", returnId: null, lines });
  if (cancellation && !stillPossible(scene.order, cancellation.lines)) {
    scene.emit({ type: "CancellationRefused", because: "shipped", data: { cancellationId: cancellation.id, note: null, evidence: [] } });
  }
  settleShipment(scene);
  const claim = openClaim(scene.order);
  if (scene.order.status === "inTransit" && claim?.status === "awaitingSeller" && claim.stage === "beforeShipment") {
    scene.emit({ type: "ClaimRefused", because: "shipped", data: { claimId: claim.id, note: null } });
  }
}

/** A request over everything is contradicted by any parcel. */
function stillPossible(order: Order, lines: LinePart[] | null): boolean {
  return lines !== null && lines.every((part) => unshipped(order.lines.find((line) => line.sku === part.sku)!) >= part.quantity);
}

function recordScan(scene: Scene, parcel: Parcel, scan: Scan): void {
  const firstDelivery = scan.status === "delivered" && parcel.deliveredAt === null;
  scene.emit({ type: "ParcelScanned", data: { parcelId: parcel.id, scan, marks: marksOf(scene.order, parcel, scan), firstDelivery } });
  switch (parcel.kind) {
    case "order":
      if (firstDelivery) settleShipment(scene);
      return;
    case "return":
      returnScanned(scene, parcel);
      if (firstDelivery) goodsBack(scene, parcel);
      return;
    case "replacement":
      return;
    default: {
      const never: never = parcel.kind;
      throw new Error(`no such parcel ${String(never)}`);
    }
  }
}

/** Which doubts a scan raises about a parcel to the buyer: ended abroad, went back, lost. */
function marksOf(order: Order, parcel: Parcel, scan: Scan): ParcelMark[] {
  if (parcel.kind === "return") return [];
  if (scan.status === "delivered" && scan.country !== null && scan.country !== order.buyer.country) return ["foreignEnd"];
  if (scan.status === "returnedToSender") return ["returned"];
  return scan.status === "lost" ? ["lost"] : [];
}

/** All doubts about a parcel at `now`, silence among them: no scan for `tracking.silentAfter` (A27). */
export function doubtsAbout(policy: Policy, parcel: Parcel, now: number): ParcelMark[] {
  const silentAfter = durationTerm(policy, "tracking.silentAfter");
  if (silentAfter === null || parcel.deliveredAt !== null) return parcel.marks;
  const heard = Math.max(parcel.shippedAt, ...parcel.scans.map((scan) => scan.at));
  return now > later(heard, silentAfter, policy.zone) ? [...parcel.marks, "silent"] : parcel.marks;
}

export const parcelTransitions: Transitions<ParcelEvent> = {
  ParcelShipped(order, event) {
    const parcel: Parcel = { ...event.data, shippedAt: event.at, status: "announced", scans: [], deliveredAt: null };
    const moved = { ...order, parcels: [...order.parcels, parcel] };
    return parcel.kind === "order" ? { ...moved, lines: addTo(order.lines, parcel.lines, "shipped") } : moved;
  },

  ParcelScanned(order, event) {
    const { parcelId, scan, marks, firstDelivery } = event.data;
    const parcel = order.parcels.find((one) => one.id === parcelId)!;
    const scans = [...parcel.scans, scan].sort((a, b) => a.at - b.at);
    const status = scans[scans.length - 1]!.status;
    const patch: Partial<Parcel> = {
      scans, status: parcel.deliveredAt !== null && status !== "returnedToSender" ? "delivered" : status,
      marks: [...new Set([...parcel.marks, ...marks])], deliveredAt: firstDelivery ? event.at : parcel.deliveredAt,
    };
    if (firstDelivery) patch.status = "delivered";
    const lines = firstDelivery && parcel.kind === "order" ? addTo(order.lines, parcel.lines, "delivered") : order.lines;
    const returns = parcel.kind === "return"
      ? change(order.returns, parcel.returnId!, (ret) => ({ scannedAt: ret.scannedAt ?? event.at, backAt: firstDelivery ? event.at : ret.backAt }))
      : order.returns;
    return { ...order, lines, returns, parcels: change(order.parcels, parcelId, patch) };
  },
};
