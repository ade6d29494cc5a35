// The engines of a campaign with their databases: opened empty, used for some batches, audited as a whole, and taken away.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Policy } from "../../../src/core/policy.ts";
import { audit } from "../audit.ts";
import { newDatabase } from "../stores.ts";
import { plainPolicy, variants, type Variant } from "../marketplaces.ts";
import { openSide, type Side, type SideName } from "./side.ts";

/** `databaseUrl` is the side's on a server. */
export type Book = { sides: Side[]; databaseUrl: string | null; audit(): Promise<string[]>; close(): Promise<void> };

/** The name under which that marketplace with those settings runs here. */
export const nameOf = ({ marketplace, terms }: Variant): string => [marketplace, ...Object.entries(terms).flat()].join("-").replaceAll(/[^a-zA-Z0-9-]/g, "-");

/** The marketplaces that the stories play under, no law over them; one with settings at other values has a name of its own. */
export const opinionPolicies: Policy[] = [...new Map(variants.map((variant) => [nameOf(variant), { ...plainPolicy(variant), policy: nameOf(variant) }])).values()];

/** Opens the sides. `policies` are what the engines run; the core always plays under `opinionPolicies`. */
export async function openBook(names: readonly SideName[], policies = opinionPolicies): Promise<Book> {
  const tidy: (() => Promise<void>)[] = [];
  let databaseUrl: string | null = null;
  const sides = await Promise.all(names.map(async (name) => {
    if (name === "postgres") {
      const database = await newDatabase();
      tidy.push(database.forget);
      databaseUrl = database.url;
      return openSide(name, { databaseUrl: database.url }, policies);
    }
    const dataDir = await mkdtemp(join(tmpdir(), "rescind-opinion-"));
    tidy.push(() => rm(dataDir, { recursive: true, force: true }));
    return openSide(name, { dataDir }, policies);
  }));
  return {
    sides, databaseUrl,
    async audit() {
      const found = await Promise.all(sides.map(async ({ name, engine }) => (await audit(engine.store, { drained: true, policies })).findings.map((finding) => `${name}: ${finding}`)));
      return found.flat();
    },
    async close() {
      await Promise.all(sides.map((side) => side.close()));
      await Promise.all(tidy.map((one) => one()));
    },
  };
}
