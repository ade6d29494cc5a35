// Whether what people are shown is what they get: an action shown as open is not refused for who asks or when,
// one shown as refused is refused, and for the reason that was shown (X1).
import type { RefusalCode } from "../core/refusals.ts";
import type { Deed } from "./moves.ts";

/** Refusals of what is filled in, which nobody can know before it is. */
const ofContent = new Set<RefusalCode>([
  "ReasonUnknownHere", "MethodNotAccepted", "RemedyNotPossible", "EvidenceNeeded", "TrackingNumberNeeded", "NothingSaid", "RefundGoesBackTheWayItCame",
  "AmountTooHigh", "QuantityTooHigh", "UnknownLine", "PaymentsDoNotAddUp", "PriceNotLower", "ProtectionExtendedEnough", "DeadlineOnlyLater", "NoExtension", "TooLateToTakeBack", "FinalSale",
  "NoSuchDeadline", "PaymentBeingVerified", "NotPaidYet", "GroundNotPossibleNow", "NothingLeft", "FailureAlreadyProposed",
]);

/** What is not as it was shown; null where all is well. `shown` is the reason shown beside the button, `given` what each try was refused with. */
export function breachOfShown({ actor, type, target }: Deed, shown: RefusalCode | null, given: readonly (RefusalCode | null)[]): string | null {
  const which = target ? `${type} for a ${target.status} one` : type;
  if (shown === null) {
    return given.some((code) => code === null || ofContent.has(code)) ? null : `${which} is shown to the ${actor.role} as open, and refused with ${given.join(", ")}`;
  }
  if (given.some((code) => code === null)) return `${which} is shown to the ${actor.role} as refused (${shown}), and accepted`;
  return given.includes(shown) ? null : `${which} is shown to the ${actor.role} as refused with ${shown}, and refused with ${given.join(", ")}`;
}
