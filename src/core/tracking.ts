// Whether a tracking number may stand for a parcel: form, check digit, and used for nothing else (A27).
// The number itself was checked outside; here is only what follows.
import { refuse, type Refusal } from "./refusals.ts";
import type { Scene } from "./scene.ts";
import type { Parcel } from "./state.ts";

/** What a person says who hands a parcel over. */
export type Posted = { carrier: string; trackingNumber: string };

/** Refuses a number of wrong form or check digit, or one that another parcel has. */
export function checkTracking(scene: Scene, trackingNumber: string): Refusal | undefined {
  const { tracking, trackingUsed } = scene.known;
  if (tracking?.form === "wrongForm") return refuse("TrackingNumberMalformed");
  if (tracking?.form === "wrongCheckDigit") return refuse("TrackingNumberCheckDigitWrong");
  if (trackingUsed || scene.order.parcels.some((parcel) => parcel.trackingNumber === trackingNumber)) return refuse("TrackingNumberAlreadyUsed");
  return undefined;
}

/** Records a new parcel and returns its id. */
export function emitParcel(scene: Scene, posted: Posted, what: Pick<Parcel, "kind" | "returnId" | "lines">): string {
  const id = scene.mint("prc");
  const postedIn = scene.known.tracking?.form === "valid" ? scene.known.tracking.country : null;
  scene.emit({ type: "ParcelShipped", data: { id, ...what, carrier: posted.carrier, trackingNumber: posted.trackingNumber, postedIn, marks: [] } });
  return id;
}
