// The order's history and its journal as the API shows them.
import { z } from "@hono/zod-openapi";
import { computedAmount, instant } from "./common.ts";

export const eventSchema = z
  .object({
    seq: z.int(), at: instant, type: z.string(), by: z.object({ role: z.string(), id: z.string() }), because: z.string().nullable(), policyVersion: z.int(),
    data: z.record(z.string(), z.unknown()).openapi({ description: "The fact itself. Personal words stand as {sealed, words}: the hash covers the first only." }),
    hash: z.string().openapi({ description: "SHA-256 over the hash before and this event." }),
  })
  .openapi("Event");

export const postingSchema = z
  .object({ eventSeq: z.int(), at: instant, account: z.string(), amountMinor: computedAmount, currency: z.string() })
  .openapi("Posting");

export type EventView = z.infer<typeof eventSchema>;
export type PostingView = z.infer<typeof postingSchema>;
