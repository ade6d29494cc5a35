// What the pages may lead to and load of each marketplace's own site: settings of this server, beside the rules and no part of them.
import { z } from "@hono/zod-openapi";
import { jsonAnswer, route, type Route } from "../route.ts";

const list = route({
  method: "get", path: "/v1/marketplaces", tag: "Policies", right: "read", summary: "List the marketplaces",
  description: "`cartLink` is an address with the places {sku} and {quantity}, which are to be percent-encoded; null where the marketplace named none. From `modelOrigins` the pages may load 3D models, and from their own.",
  answers: {
    200: jsonAnswer("The marketplaces.", z.object({ marketplaces: z.array(z.object({ name: z.string(), cartLink: z.string().nullable() })), modelOrigins: z.array(z.string()) })),
  },
  handle: ({ c, api: { engine, cartLinks, modelOrigins } }) =>
    c.json({ marketplaces: engine.policies.names().map((name) => ({ name, cartLink: cartLinks[name] ?? null })), modelOrigins: [...modelOrigins] }, 200),
});

export const marketplaceRoutes: Route[] = [list];
