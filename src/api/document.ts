// The OpenAPI 3.1 document, made from the routes themselves. openapi.json in the repository is its checked snapshot.
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Env, Route } from "./route.ts";
import { commandBodySchema } from "./routes/commands.ts";
import { problemSchema } from "./schemas/common.ts";

const description = `What happens after the purchase: cancellations, returns, claims and refunds of marketplaces.

Money is integer minor units with an ISO 4217 currency, times are ISO 8601 UTC, durations ISO 8601.
Answers come in this order: 401, 404 (not yours), 403 (not your role), 400 and 422 (shape), 422 (key with another body), 412, 409 (a rule refuses).`;

/** The document of these routes. */
export function openApiDocument(routes: readonly Route[]): object {
  const { openAPIRegistry: registry, getOpenAPI31Document } = new OpenAPIHono<Env>();
  registry.registerComponent("securitySchemes", "bearer", { type: "http", scheme: "bearer", description: "An API key, or a token from /v1/tokens." });
  registry.registerComponent("securitySchemes", "session", {
    type: "apiKey", in: "cookie", name: "rescind.session_token",
    description: "The pages' session (behind https its name begins with __Secure-). Changes need the same origin and a session that proved itself lately: else 401 with an RFC 9470 challenge.",
  });
  registry.register("Problem", problemSchema);
  registry.registerComponent("schemas", "CommandBody", commandBodySchema());
  for (const route of routes) registry.registerPath(route.document);
  return getOpenAPI31Document({ openapi: "3.1.0", info: { title: "Rescind", version: "1", description, license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" } } });
}
