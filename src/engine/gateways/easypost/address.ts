// An address as people write it, in the fields that EasyPost wants. Ours is free text: what cannot be told apart stays in the street,
// and EasyPost says no where it cannot deliver there.
import type { Addressee } from "../consignment.ts";

export type PostalAddress = { name: string; street1: string; street2?: string; city?: string; state?: string; zip?: string; country: string };

/** San Francisco, CA 94107 · Toronto, ON M5V 2T6 */
const AMERICAN = /^(?<city>[^,]+),\s*(?<state>[A-Z]{2})\s+(?<zip>\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)$/;
/** 10115 Berlin · 620014 Екатеринбург · SW1A 1AA London */
const ZIP_FIRST = /^(?<zip>[A-Z]{0,2}-?\d[\dA-Z-]{2,}(?: \d[A-Z]{2})?)\s+(?<city>\D+)$/;
/** London SW1A 1AA · Sydney 2000 */
const ZIP_LAST = /^(?<city>\D+?),?\s+(?<zip>[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}|\d{4,6})$/;

/** The fields of an address. Lines are told apart by line ends or, where it has none, by commas. */
export function postalAddress({ name, address, country }: Addressee): PostalAddress {
  const lines = linesOf(address ?? "");
  const named = { name: name ?? "", country };
  for (const [index, line] of lines.entries()) {
    const found = AMERICAN.exec(line) ?? ZIP_FIRST.exec(line) ?? ZIP_LAST.exec(line);
    if (!found?.groups || index === 0) continue;
    const streets = [...lines.slice(0, index), ...lines.slice(index + 1)];
    return { ...named, ...streetsOf(streets), ...(found.groups as { city: string; zip: string; state?: string }) };
  }
  return { ...named, ...streetsOf(lines) };
}

function linesOf(text: string): string[] {
  const byEnds = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
  if (byEnds.length > 1) return byEnds;
  const parts = text.split(",").map((part) => part.trim()).filter((part) => part !== "");
  // "…, San Francisco, CA 94107": the state belongs to the city before it.
  const last = parts.at(-1);
  return last !== undefined && parts.length > 2 && /^[A-Z]{2}\s+\S/.test(last) ? [...parts.slice(0, -2), `${parts.at(-2)}, ${last}`] : parts;
}

function streetsOf([street1 = "", ...rest]: string[]): { street1: string; street2?: string } {
  return rest.length === 0 ? { street1 } : { street1, street2: rest.join(", ") };
}
