// The deliberately bad policies in policies/broken: what each changes, what must break, and the story that shows it.
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { breachOf } from "./breach.ts";
import type { PropertyName } from "../../src/check/properties.ts";
import { variantOf, type Variant } from "../../src/check/variant.ts";
import type { Policy } from "../../src/core/policy.ts";
import { policyNamed } from "./coreOrder.ts";

const folder = new URL("../../policies/broken/", import.meta.url);
/** Room for states that each order gets where a variant names none: enough for the deepest of them. */
const ROOM = 3_000;

export type Broken = { name: string; variant: Variant; policy: Policy; storyFile: URL };

/** All of them, by name. */
export function brokenPolicies(): Broken[] {
  return globSync("*.json", { cwd: fileURLToPath(folder) }).sort().map((file) => {
    const variant = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Variant;
    const name = basename(file, ".json");
    return { name, variant, policy: variantOf(policyNamed(variant.of), variant), storyFile: new URL(`${name}.story`, folder) };
  });
}

/** The shortest story that breaks what it is there to break; null where the checker finds none. */
export const storyOf = ({ policy, variant }: Broken): string | null => breachOf(policy, variant.breaks as PropertyName, variant.room ?? ROOM, variant.order);
