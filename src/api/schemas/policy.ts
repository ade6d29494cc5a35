// What policies, their versions, proofs and differences look like over HTTP.
import { z } from "@hono/zod-openapi";
import type { Difference } from "../../check/differences.ts";
import type { Version } from "../../engine/versions.ts";
import { isoOrNull } from "../views/time.ts";
import { instantOrNull } from "./common.ts";

/** Its shape is policies/policy.schema.json: too long to repeat here, and checked by itself. */
export const policySchema = z.object({ policy: z.string(), version: z.int() }).catchall(z.unknown())
  .openapi("Policy", { description: "The rules as data. The whole shape, every word explained, is the JSON Schema at /docs/policy.schema.json." });

export const lawSchema = z.object({ law: z.string(), version: z.int(), title: z.string(), countries: z.record(z.string(), z.object({ languages: z.array(z.string()) })) }).catchall(z.unknown())
  .openapi("Law", { description: "`withdrawal`, `withdrawalFunction`, `sanctions` and `guarantee` are its floors, null where it has none." });

export const proofSchema = z.object({
  policy: z.string(), version: z.int(), states: z.int().openapi({ description: "How many states of an order were visited." }),
  complete: z.boolean().openapi({ description: "Whether these are all within the bound." }), bound: z.string(),
  properties: z.array(z.object({ name: z.string(), sentence: z.string(), holds: z.boolean(), story: z.string().nullable() })),
}).openapi("Proof");

export const differenceSchema = z.object({
  kind: z.string(), sentence: z.string(), helps: z.array(z.string()), hurts: z.array(z.string()), where: z.string().openapi({ description: "A JSON pointer into the policy." }), rule: z.string().nullable(),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
}).openapi("PolicyDifference");

const status = z.enum(["awaitingConfirmation", "published", "rejected"]);

export const versionSchema = z.object({
  policy: z.string(), version: z.int(), status, publishedAt: instantOrNull,
  proposedBy: z.string().nullable().openapi({ description: "Null where it came with the program, and for whoever is no operator." }), proposedAt: instantOrNull,
  decidedBy: z.string().nullable(), decidedAt: instantOrNull,
}).openapi("PolicyVersion");

/** `people` is whether the caller may see who proposed and decided. */
export function versionView({ policy, status, publishedAt, proposedBy, proposedAt, decidedBy, decidedAt }: Version, people: boolean): z.infer<typeof versionSchema> {
  return {
    policy: policy.policy, version: policy.version, status, publishedAt: isoOrNull(publishedAt), proposedBy: people ? proposedBy : null,
    proposedAt: isoOrNull(people ? proposedAt : null), decidedBy: people ? decidedBy : null, decidedAt: isoOrNull(people ? decidedAt : null),
  };
}

export const differenceView = ({ helps, hurts, parameters, ...rest }: Difference): z.infer<typeof differenceSchema> =>
  ({ ...rest, helps: [...helps], hurts: [...hurts], parameters: parameters as z.infer<typeof differenceSchema>["parameters"] });
