// What EasyPost says of a parcel, as the carrier's scans; what becomes of a voided label's price; and when to ask again. Values only.
import type { CommandOf } from "../../../core/commands.ts";
import type { ScanStatus } from "../../../core/state.ts";
import type { LabelRefund, Shipment } from "../../../store/shipments.ts";
import { normaliseTrackingNumber } from "../../trackingNumbers.ts";

const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;
/** A parcel that nobody has posted yet, and one that moves, where no message came of it meanwhile. */
export const FIRST_ASKED_MS = DAY;
export const MOVING_ASKED_MS = 6 * HOUR;
/** A label that was never used, or a parcel that never arrives, is given up: messages are still heard. */
const GIVEN_UP_AFTER_MS = 120 * DAY;

/** EasyPost's tracker as far as it is read here: it comes from outside, so any of it may be missing. */
export type TrackerSaid = {
  id?: string; tracking_code?: string; carrier?: string; status?: string; shipment_id?: string | null;
  tracking_details?: { status?: string; status_detail?: string | null; datetime?: string; tracking_location?: { city?: string | null; state?: string | null; country?: string | null } | null }[];
};

const statuses: Record<string, ScanStatus> = {
  in_transit: "inTransit", out_for_delivery: "outForDelivery", available_for_pickup: "availableForPickup", delivered: "delivered", return_to_sender: "returnedToSender", failure: "exception",
};
const details: Record<string, ScanStatus> = { received_at_origin_facility: "accepted", lost: "lost", damaged: "exception", delivery_exception: "exception", transit_exception: "exception" };
const LONGEST_PLACE = 100;

/** The scans of a tracker, each once, the oldest first. What happened before the carrier had the parcel is none. */
export function scansOf({ tracking_code: code = "", tracking_details: said = [] }: TrackerSaid): CommandOf<"RecordScan">[] {
  const scans = new Map<string, CommandOf<"RecordScan">>();
  for (const { status = "", status_detail: detail, datetime = "", tracking_location: at } of said) {
    const known = Object.hasOwn(statuses, status) ? statuses[status]! : undefined;
    const time = Date.parse(datetime);
    if (known === undefined || Number.isNaN(time)) continue;
    // A detail makes a scan on the way plainer; it never turns an arrival into something else.
    const meant = (known === "inTransit" || known === "exception") && detail && Object.hasOwn(details, detail) ? details[detail]! : known;
    const place = [at?.city, at?.state].filter(Boolean).join(", ").slice(0, LONGEST_PLACE);
    scans.set(`${meant} ${time}`, {
      type: "RecordScan", trackingNumber: normaliseTrackingNumber(code), status: meant, at: time,
      ...(place === "" ? {} : { place }), ...(/^[A-Z]{2}$/.test(at?.country ?? "") ? { country: at!.country! } : {}),
    });
  }
  return [...scans.values()].sort((a, b) => a.at! - b.at!);
}

/** When to ask about a parcel again, null for never. Real clock. */
export function askAgainAt({ status = "" }: TrackerSaid, { boughtAt, madeAt }: Pick<Shipment, "boughtAt" | "madeAt">, now: number): number | null {
  if (status === "delivered" || status === "return_to_sender" || now - (boughtAt ?? madeAt) > GIVEN_UP_AFTER_MS) return null;
  return now + (Object.hasOwn(statuses, status) ? MOVING_ASKED_MS : FIRST_ASKED_MS);
}

/** EasyPost's word for what becomes of the price of a voided label; null where it has none. */
export function refundOf(said: string | null | undefined): LabelRefund | null {
  switch (said) {
    case "submitted": case "refunded": case "rejected": return said;
    case "not_applicable": return "notApplicable";
    default: return null;
  }
}
