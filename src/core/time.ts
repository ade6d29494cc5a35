// Instants and durations: UTC epoch milliseconds, ISO 8601 durations, business days in a marketplace's zone.
// Reads no clock: whoever calls says what time it is.

const DAY = 86_400_000;
const PATTERN = /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const exactMs = new Map<string, number | null>();

/** Whether a text is an ISO 8601 duration of whole years, months, weeks, days, hours, minutes and seconds. */
export function isDuration(text: string): boolean {
  return PATTERN.test(text);
}

/** The length of a duration in milliseconds, a day being 24 hours; null where it counts calendar months or years. Throws on malformed text. */
function fixedLength(duration: string): number | null {
  const known = exactMs.get(duration);
  if (known !== undefined) return known;
  const parts = PATTERN.exec(duration);
  if (!parts) throw new Error(`not an ISO 8601 duration: ${duration}`);
  const [years, months, weeks, days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0)) as number[];
  const fixed = years || months ? null : (weeks! * 7 + days!) * DAY + hours! * 3_600_000 + minutes! * 60_000 + seconds! * 1_000;
  exactMs.set(duration, fixed);
  return fixed;
}

/** The last millisecond of the year 9999: no instant is later, so that every one can be written as text. */
const LAST_INSTANT = 253_402_300_799_999;
const LONGEST_YEARS = 20_000;

/** The instant `duration` after `at`, at most the end of the year 9999; months and years follow the calendar of `zone`. */
export function later(at: number, duration: string, zone: string): number {
  const fixed = fixedLength(duration);
  if (fixed !== null) return Math.min(at + fixed, LAST_INSTANT);
  const length = Temporal.Duration.from(duration);
  if (length.years + length.months / 12 > LONGEST_YEARS) return LAST_INSTANT;
  return Math.min(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).add(length).epochMilliseconds, LAST_INSTANT);
}

/** Milliseconds of a duration counted from `at`. */
export function lengthFrom(at: number, duration: string, zone: string): number {
  return later(at, duration, zone) - at;
}

/** Which days count as business days: ISO weekday numbers that do not, and dates (YYYY-MM-DD) that do not. */
export type Calendar = { weekend: number[]; holidays: string[] };

/** The instant `count` business days after `at`, at the same time of day in `zone`. */
export function afterBusinessDays(at: number, count: number, zone: string, calendar: Calendar): number {
  const start = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  let days = 0;
  for (let left = count; left > 0; ) {
    days += 1;
    const free = calendar.weekend.includes(((start.dayOfWeek + days - 1) % 7) + 1) || isHoliday(start, days, calendar);
    if (!free) left -= 1;
  }
  return start.add({ days }).epochMilliseconds;
}

const isHoliday = (start: Temporal.ZonedDateTime, days: number, { holidays }: Calendar): boolean =>
  holidays.length > 0 && holidays.includes(start.toPlainDate().add({ days }).toString());
