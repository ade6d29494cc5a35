// Which of two ISO 8601 durations is the longer one, months and years included: those have no one length, so they are held against
// each other from many starting points.
import { later } from "./time.ts";

const DAY = 86_400_000;
/** The first of each month of four years, a leap year among them: months and years take every length that they can have. */
const STARTS = Array.from({ length: 48 }, (_, month) => Date.UTC(2024 + Math.floor(month / 12), month % 12, 1));

const lengths = (duration: string, zone: string): number[] => STARTS.map((start) => later(start, duration, zone) - start);

/** Whether `one` is never shorter than `other`, wherever it begins. */
export function atLeast(one: string, other: string, zone: string): boolean {
  const others = lengths(other, zone);
  return lengths(one, zone).every((length, index) => length >= others[index]!);
}

/** A duration that is never shorter than either: one of the two, or where neither always is (P1M and P30D) the most days they can have. */
export function longerOf(one: string, other: string, zone: string): string {
  if (atLeast(one, other, zone)) return one;
  if (atLeast(other, one, zone)) return other;
  return `P${Math.ceil(Math.max(...lengths(one, zone), ...lengths(other, zone)) / DAY)}D`;
}

/** A duration that is never longer than either. */
export function shorterOf(one: string, other: string, zone: string): string {
  if (atLeast(other, one, zone)) return one;
  if (atLeast(one, other, zone)) return other;
  return `P${Math.floor(Math.min(...lengths(one, zone), ...lengths(other, zone)) / DAY)}D`;
}
