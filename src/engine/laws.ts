// The laws that lie over the policies: the shipped files and every version that ever lay over an order, for orders keep theirs.
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { underLaw, type Law } from "../core/law.ts";
import type { Policy } from "../core/policy.ts";
import type { Order } from "../core/state.ts";
import type { LawShelf } from "../store/laws.ts";
import { bodyHashOf } from "./hash.ts";
import { checkLaw } from "./lawShape.ts";

export type Laws = {
  /** The newest version of each law. */
  all(): Law[];
  /** The law of a country (ISO 3166), newest version; null where none is known. */
  of(country: string): Law | null;
  /** The law that lies over an order's policy, in the version of its placing; null where none does. Throws where it is not here. */
  over(order: Order): Law | null;
};

const shipped = new URL("../../laws/", import.meta.url);

/** The laws in laws/, checked. Throws `BadLaw`. */
export async function readShippedLaws(): Promise<Law[]> {
  const files = (await readdir(fileURLToPath(shipped))).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(files.map(async (name) => checkLaw(JSON.parse(await readFile(new URL(name, shipped), "utf8")))));
}

/** Keeps the given laws and opens all that the store knows. Throws where a kept version was changed. */
export async function openLaws(shelf: LawShelf, given: Law[], atMs: number): Promise<Laws> {
  for (const law of given) await shelf.keep({ name: law.law, version: law.version, at: atMs, body: law });
  const kept = new Map((await shelf.all()).map(({ name, version, body }) => [`${name} ${version}`, body as Law]));
  for (const law of given) {
    if (bodyHashOf(kept.get(`${law.law} ${law.version}`)) !== bodyHashOf(law)) {
      throw new Error(`law ${law.law} version ${law.version} was changed after it was used here: give it a new version`);
    }
  }
  const newest = [...new Map([...kept.values()].map((law) => [law.law, law])).values()];
  return {
    all: () => newest,
    of: (country) => newest.find((law) => Object.hasOwn(law.countries, country)) ?? null,
    over({ id, law }) {
      if (!law) return null;
      const found = kept.get(`${law.name} ${law.version}`);
      if (!found) throw new Error(`order ${id} was bought under the law ${law.name} version ${law.version}, which is not here`);
      return found;
    },
  };
}

/** Finds an order's policy under the law that was over it when it was placed. Throws where that law is not here. */
export const withLaws = (policyOf: (order: Order) => Policy, laws: Pick<Laws, "over">): ((order: Order) => Policy) => (order) => underLaw(policyOf(order), laws.over(order));
