// Whether a tracking number can be this carrier's at all (A27): its form, its check digit, and the country an S10 number names.
// Reads only the number. Whether another order uses it, and whether the parcel moves, is asked elsewhere.
// The library checks the digits; the patterns come from the carriers' folder, which is newer than what it ships.
import { readdirSync, readFileSync } from "node:fs";
import { getTracking } from "ts-tracking-number";
import type { TrackingCourier, TrackingData } from "ts-tracking-number";

export type TrackingNumberCheck = { form: "valid"; country: string | null } | { form: "wrongForm" | "wrongCheckDigit" };

/**
 * Checks the form and the check digit of `number` for `carrier` (one of `carriers`; of any other, every number has the wrong form).
 * Spaces and small letters do not matter. `country` is the posting office's, ISO 3166 alpha-2, where the number names one (S10).
 */
export function checkTrackingNumber(carrier: string, number: string): TrackingNumberCheck {
  const plain = normaliseTrackingNumber(number);
  if (carrier === SANDBOX) return SANDBOX_FORM.test(plain) ? { form: "valid", country: null } : { form: "wrongForm" };
  let fits = false;
  for (const format of plain.length > LONGEST ? [] : (formatsOf.get(carrier) ?? [])) {
    const parts = matched(format, plain);
    if (!parts) continue;
    if (format.checks(plain, parts)) return { form: "valid", country: carrier === "s10" ? (parts.CountryCode ?? null) : null };
    fits = true;
  }
  return { form: fits ? "wrongCheckDigit" : "wrongForm" };
}

/** The one spelling under which a tracking number is kept and compared: no white space, ASCII letters large. */
export function normaliseTrackingNumber(number: string): string {
  return number.replace(/\s+/g, "").replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** Territories whose posts number parcels under a code of their own (ISO 3166-1): the data lists the members of the Universal Postal Union only. */
const OTHER_POSTS = ["AI", "AW", "AX", "BM", "CK", "CW", "FK", "FO", "GG", "GI", "GL", "IM", "JE", "KY", "MO", "MS", "NC", "NU", "PF", "PS", "SH", "SX", "TC", "TK", "TW", "VG", "WF"];

const SANDBOX = "sandbox";
const SANDBOX_FORM = /^[A-Z0-9-]{4,40}$/;
/** Longer than any carrier's number: whatever exceeds it never meets a pattern. */
const LONGEST = 64;

type Parts = Record<string, string | undefined>;
type Format = { pattern: RegExp; listed: Listed[]; checks: (plain: string, parts: Parts) => boolean };
type Listed = { group: string; patterns: RegExp[] };

/** What the data says and the library's types leave out: lookups that a number must be found in. */
type Courier = Omit<TrackingCourier, "tracking_numbers"> & { tracking_numbers: CourierFormat[] };
type CourierFormat = TrackingData & { validation: { additional?: { exists?: string[] } } };

const formatsOf = new Map<string, Format[]>();
for (const courier of couriers()) formatsOf.set(courier.courier_code, courier.tracking_numbers.map((format) => prepared(courier, format)));

/** Every carrier that a parcel may be sent with, in alphabetical order. */
export const carriers: readonly string[] = [...formatsOf.keys(), SANDBOX].sort();

function couriers(): Courier[] {
  const folder = new URL("./carriers/", import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Courier);
}

function prepared(courier: Courier, format: CourierFormat): Format {
  const source = typeof format.regex === "string" ? format.regex : format.regex.join("");
  const pattern = new RegExp(`^(?:${source})$`);
  return { pattern, listed: mustBeListed(format), checks: checkDigitOf(courier, format) };
}

/** Lookups are mostly words for a page; only those the data names under `exists` are conditions. */
function mustBeListed(format: CourierFormat): Listed[] {
  const needed = format.validation.additional?.exists ?? [];
  return (format.additional ?? []).filter(({ name }) => needed.includes(name)).map(({ regex_group_name, lookup }) => ({
    group: regex_group_name,
    patterns: [
      ...lookup.map((entry) => new RegExp(`^(?:${"matches_regex" in entry ? entry.matches_regex : entry.matches})$`)),
      ...(regex_group_name === "CountryCode" ? [new RegExp(`^(?:${OTHER_POSTS.join("|")})$`)] : []),
    ],
  }));
}

function matched(format: Format, plain: string): Parts | null {
  const parts = format.pattern.exec(plain)?.groups;
  if (!parts) return null;
  const listed = format.listed.every(({ group, patterns }) => patterns.some((pattern) => pattern.test(parts[group] ?? "")));
  return listed ? parts : null;
}

/**
 * How a format's check digit is proved: by the library where it knows the algorithm, else by one of the two below. Throws on a third.
 * The library counts mod 10 from the left also where the data says `reverse`: the same, as those serial numbers have an odd length.
 */
function checkDigitOf(courier: Courier, format: CourierFormat): Format["checks"] {
  const { additional: _words, ...rest } = format;
  const alone: TrackingCourier[] = [{ ...courier, tracking_numbers: [rest] }];
  switch (format.validation.checksum?.name) {
    case undefined: return () => true;
    case "mod7": case "mod10": case "s10": case "sum_product_with_weightings_and_modulo":
      return (plain) => getTracking(plain, alone) !== undefined;
    case "luhn": return (_plain, parts) => luhn(parts.SerialNumber ?? "") === parts.CheckDigit;
    case "mod_37_36": return (_plain, parts) => mod37and36(parts.SerialNumber ?? "") === parts.CheckDigit;
    default: throw new Error(`${courier.courier_code}: unknown check digit algorithm ${format.validation.checksum?.name}`);
  }
}

/** The check digit of Luhn (ISO/IEC 7812-1, annex B) that belongs behind `serial`. */
function luhn(serial: string): string {
  const doubled = [...serial].reverse().map((digit, index) => (index % 2 === 0 ? Number(digit) * 2 : Number(digit)));
  const sum = doubled.reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return String((10 - (sum % 10)) % 10);
}

/** The check character of ISO 7064 MOD 37,36 that belongs behind `serial`; base 36 writes the digits, then the letters. */
function mod37and36(serial: string): string {
  let carried = 36;
  for (const character of serial) carried = (((carried + Number.parseInt(character, 36)) % 36 || 36) * 2) % 37;
  return ((37 - carried) % 36).toString(36).toUpperCase();
}
