// Instants and lengths as the contract writes them: ISO 8601, UTC. The program itself counts epoch milliseconds.

/** The last instant that a four-digit year can name; a deadline moved beyond it is shown as this. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** An instant as text. */
export const iso = (at: number): string => new Date(Math.max(0, Math.min(at, LAST))).toISOString();
export const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/** A length in milliseconds as an ISO 8601 duration in days, hours, minutes and seconds. */
export function isoDuration(lengthMs: number): string {
  const seconds = Math.floor(lengthMs / 1000);
  const days = Math.floor(seconds / 86_400);
  const part = (count: number, unit: string): string => (count > 0 ? `${count}${unit}` : "");
  const time = part(Math.floor((seconds % 86_400) / 3600), "H") + part(Math.floor((seconds % 3600) / 60), "M") + part(seconds % 60, "S");
  return days === 0 && time === "" ? "PT0S" : `P${part(days, "D")}${time === "" ? "" : `T${time}`}`;
}
