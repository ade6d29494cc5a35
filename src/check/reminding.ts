// Whether people are reminded before their silence costs them something: the one property that stands in the policy as it is.
import type { Policy } from "../core/policy.ts";

/** What is missing of the reminders at half time and a day before (X3); null where nothing is. */
export function unannounced({ reminders }: Policy): string | null {
  if (reminders.because) return null;
  const missing = [...(reminders.half ? [] : ["at half time"]), ...(reminders.before.includes("P1D") ? [] : ["a day before"])];
  return missing.length === 0 ? null : `X3 · Nobody is reminded ${missing.join(" and ")}\n# reminders: ${JSON.stringify(reminders)}`;
}
