// The audit as operators read it: who of the house did what. Nothing is written here.
import { z } from "@hono/zod-openapi";
import { wrongShape } from "../problems.ts";
import { jsonAnswer, route, type Route } from "../route.ts";
import { instant, shortText } from "../schemas/common.ts";
import { iso } from "../views/time.ts";

const entrySchema = z.object({
  at: instant, by: z.object({ role: z.string(), id: z.string().openapi({ description: "A key is `key:` and its name; the first operator key is `operator`." }) }),
  act: z.string().openapi({ description: "The type of an order's event, or the method and route of anything else.", example: "POST /v1/policies/{name}/versions/{version}/confirm" }),
  about: z.string().nullable().openapi({ description: "The ids of what it was done to, besides the order." }),
  orderId: z.string().nullable(), externalId: z.string().nullable(),
  status: z.int().nullable().openapi({ description: "How it was answered; 200 for an event. Null where nobody knows what came of it: its server ended before it had answered." }),
}).openapi("AuditEntry");

const list = route({
  method: "get", path: "/v1/audit", tag: "Operations", right: "operate", summary: "List who of the house did what",
  description: `Operators, mediators and keys, the latest first: what they did to orders, as events, and every other request of theirs that changed or tried to change something, or took a dossier or what is kept of a person out of the house.
Orders that a key placed, tokens that it made, their own sessions and saved views do not stand here. \`by\` is the id of who did it.`.replaceAll("\n", " "),
  query: z.strictObject({ by: shortText.regex(/^[^\0]*$/).optional(), before: z.string().max(400).optional().openapi({ description: "`next` of the page before." }), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answers: { 200: jsonAnswer("A page of the audit.", z.object({ entries: z.array(entrySchema), next: z.string().nullable() })) },
  async handle({ c, api, query }) {
    const { entries, next } = await api.engine.store.audit.list(query).catch((error: Error) => {
      throw error.name === "BadCursor" ? wrongShape([{ pointer: "#/before", detail: "not a cursor of this list" }], "malformed") : error;
    });
    return c.json({ entries: entries.map((entry) => ({ ...entry, at: iso(entry.at) })), next }, 200);
  },
});

export const auditRoutes: Route[] = [list];
