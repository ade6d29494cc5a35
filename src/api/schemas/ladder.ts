// Where an order stands on its ladder of redress, as the API shows it.
import { z } from "@hono/zod-openapi";
import { instant } from "./common.ts";

const text = z.object({ en: z.string(), zh: z.string(), ru: z.string() });

const trace = z.object({ events: z.int(), firstSeq: z.int(), firstAt: instant, lastSeq: z.int(), lastAt: instant })
  .openapi({ description: "What the order's history shows of this rung." });

const rung = z.object({
  id: z.string(), title: text, text, sources: z.array(z.object({ title: z.string(), url: z.string().nullable() })),
  state: z.enum(["taken", "underWay", "notTaken", "outside"]).openapi({ description: "`outside`: a rung that lies outside the marketplace, so that nothing is known of it here." }),
  trace: trace.nullable(),
});

export const ladderSchema = z
  .object({
    ladder: z.string(), country: z.string(), name: text,
    order: z.enum(["free", "usual"]).openapi({ description: "Whether the rungs are free to choose or usually climbed one after the other." }), note: text, checkedOn: z.iso.date(),
    rungs: z.array(rung), current: z.string().nullable().openapi({ description: "The rung that is under way." }),
    next: z.string().nullable().openapi({ description: "The rung to turn to after what was done." }), dossier: z.string().openapi({ description: "What to attach." }),
  })
  .openapi("Ladder");
