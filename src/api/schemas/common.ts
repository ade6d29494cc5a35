// Pieces that many schemas are made of: instants, amounts, ids, lists of wrong fields.
import { z } from "@hono/zod-openapi";
import { LARGEST_AMOUNT_MINOR } from "../../core/money.ts";
import { isDuration, later } from "../../core/time.ts";
import { refusals } from "../../core/refusals.ts";

export const instant = z.iso.datetime().openapi({ example: "2026-03-01T12:00:00.000Z" });
export const instantOrNull = instant.nullable();

/** Integer minor units of a currency. */
export const amount = z.int().min(0).max(LARGEST_AMOUNT_MINOR);
/** An amount that we computed: it may be the sum of several, or below zero in a journal. */
export const computedAmount = z.int();
export const positive = z.int().min(1).max(LARGEST_AMOUNT_MINOR);
export const country = z.string().regex(/^[A-Z]{2}$/, "an ISO 3166 code of two letters").openapi({ example: "DE" });
export const shortText = z.string().min(1).max(200);
export const noteText = z.string().min(1).max(4000);
export const sealedText = z.string().nullable().openapi({ description: "Null where nothing was said, or the person was erased." });

const longest = Date.UTC(9999, 0, 1);

/** An ISO 8601 duration of whole units whose end a date can still name. */
export const duration = z
  .string()
  .max(64)
  .refine((text) => isDuration(text) && reaches(text), "an ISO 8601 duration, such as P7D")
  .openapi({ example: "P7D" });

function reaches(text: string): boolean {
  try {
    return later(Date.UTC(2000, 0, 1), text, "UTC") < longest;
  } catch {
    return false;
  }
}

const wrongField = z.object({ pointer: z.string(), detail: z.string() });

/** An RFC 9457 problem; a rule's refusal carries the members from `refusal` on. */
export const problemSchema = z
  .object({
    type: z.string(), title: z.string(), status: z.int(), detail: z.string(), instance: z.string().openapi({ description: "Names this very request." }),
    errors: z.array(wrongField).optional().openapi({ description: "Every field that is wrong, as a JSON pointer into the body or to a parameter's name." }),
    refusal: z.enum(Object.keys(refusals) as [string, ...string[]]).optional(),
    opensAt: instantOrNull.optional(), closedAt: instantOrNull.optional(), instead: z.array(z.string()).optional(),
    version: z.int().optional().openapi({ description: "The order's version now, where the expected one was stale; the policy's version that awaits confirmation." }),
    expected: z.int().optional().openapi({ description: "The number that the policy's next version must have." }),
    property: z.string().optional().openapi({ description: "The property that a policy breaks." }), sentence: z.string().optional(),
    code: z.string().optional().openapi({ description: "Why a sign-in or sign-up did not succeed." }),
    story: z.string().nullable().optional().openapi({ description: "The shortest story found that breaks it." }),
  })
  .openapi("Problem");
