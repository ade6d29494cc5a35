// The ladders of redress by the buyer's country, as data in ladders/: which rungs there are, in three languages, with their sources.
// Where an order stands on its ladder is read from its history in ladder.ts.
import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";

const text = z.strictObject({ en: z.string().min(1), zh: z.string().min(1), ru: z.string().min(1) });

/** What the order's own history can show of a rung. */
export const recordedSteps = ["consultation", "mediation", "appeal"] as const;
export type RecordedStep = (typeof recordedSteps)[number];

export const sourceSchema = z.strictObject({ title: z.string().min(1), url: z.url().nullable() });

/** `history` names what of the order's history is a step on this rung; a rung without it lies outside the marketplace. */
export const rungSchema = z.strictObject({ id: z.string().min(1), history: z.array(z.enum(recordedSteps)), title: text, text, sources: z.array(sourceSchema).min(1) });

/** `order` says whether the rungs are usually climbed one after the other, or are free to choose. No countries: the ladder for all others. */
const ladderSchema = z.strictObject({
  ladder: z.string().min(1), name: text, countries: z.array(z.string().regex(/^[A-Z]{2}$/)), checkedOn: z.iso.date(), order: z.enum(["free", "usual"]), note: text,
  rungs: z.array(rungSchema).min(1),
});
export type Ladder = z.infer<typeof ladderSchema>;

const folder = new URL("../../ladders/", import.meta.url);

/** Every ladder, checked. Throws where a file is not one, or where two are for the same country. */
export function readLadders(): Ladder[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
  const ladders = names.map((name) => ladderSchema.parse(JSON.parse(readFileSync(new URL(name, folder), "utf8"))));
  const countries = ladders.flatMap((ladder) => ladder.countries);
  if (new Set(countries).size !== countries.length || ladders.filter((ladder) => ladder.countries.length === 0).length !== 1) {
    throw new Error("ladders: each country has one ladder, and one is for all others");
  }
  return ladders;
}

let all: Ladder[] | null = null;

/** The ladder for a country (ISO 3166, two letters). */
export function ladderFor(country: string): Ladder {
  all ??= readLadders();
  return all.find((ladder) => ladder.countries.includes(country)) ?? all.find((ladder) => ladder.countries.length === 0)!;
}
