// The marketplaces' rules as data, the newest version of each.
import { z } from "@hono/zod-openapi";
import { Problem } from "../problems.ts";
import { jsonAnswer, route, type Route } from "../route.ts";

const tag = "Policies";

const list = route({
  method: "get", path: "/v1/policies", tag, right: "read", summary: "List the policies",
  answers: { 200: jsonAnswer("The policies.", z.object({ policies: z.array(z.object({ name: z.string(), version: z.int(), zone: z.string(), source: z.string() })) })) },
  handle({ c, api: { engine } }) {
    const policies = engine.policies.names().map((name) => engine.policies.latest(name)!);
    return c.json({ policies: policies.map(({ policy, version, zone, source }) => ({ name: policy, version, zone, source })) }, 200);
  },
});

const read = route({
  method: "get", path: "/v1/policies/{name}", tag, right: "read", summary: "Read a policy", problems: ["notFound"],
  answers: { 200: jsonAnswer("Every rule, with its source.", z.object({ policy: z.string(), version: z.int() }).catchall(z.unknown())) },
  handle({ c, api: { engine } }) {
    const policy = engine.policies.latest(c.req.param("name") ?? "");
    if (!policy) throw new Problem("notFound", "No such policy.");
    return c.json(policy as unknown as Record<string, never>, 200);
  },
});

export const policyRoutes: Route[] = [list, read];
