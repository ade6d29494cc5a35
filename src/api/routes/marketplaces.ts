// What the pages take from each marketplace beside its rules: how they look, by its policy; what they may lead to and load of its own site,
// by the settings of this server.
import { z } from "@hono/zod-openapi";
import { jsonAnswer, route, type Route } from "../route.ts";

const ownWords = z.record(z.string(), z.string());
const look = z.object({
  name: z.string().optional(), logo: z.string().optional().openapi({ description: "A data URI." }), accent: z.object({ light: z.string(), dark: z.string() }).optional(),
  words: z.object({ en: ownWords, zh: ownWords, ru: ownWords }).partial().optional().openapi({ description: "By language what it calls things its own way." }),
});

const list = route({
  method: "get", path: "/v1/marketplaces", tag: "Policies", right: "read", summary: "List the marketplaces",
  description: "`cartLink` is an address with the places {sku} and {quantity}, which are to be percent-encoded; null where the marketplace named none. `look` is what its newest policy says of the name, the picture, the accent and the words of its pages, null where it says nothing. From `modelOrigins` the pages may load 3D models, and from their own.",
  answers: {
    200: jsonAnswer("The marketplaces.", z.object({ marketplaces: z.array(z.object({ name: z.string(), cartLink: z.string().nullable(), look: look.nullable() })), modelOrigins: z.array(z.string()) })),
  },
  handle: ({ c, api: { engine, cartLinks, modelOrigins } }) =>
    c.json({ marketplaces: engine.policies.names().map((name) => ({ name, cartLink: cartLinks[name] ?? null, look: engine.policies.latest(name)?.look ?? null })), modelOrigins: [...modelOrigins] }, 200),
});

export const marketplaceRoutes: Route[] = [list];
