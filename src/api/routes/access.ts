// Tokens for a store's own customers, API keys, and forgetting a person. All of it runs on the real clock.
import { z } from "@hono/zod-openapi";
import { later } from "../../core/time.ts";
import { actIsAbout } from "../acts.ts";
import { hashOfKey, newKey } from "../authentication.ts";
import { keyScopes, tokenRoles, type TokenRole } from "../caller.ts";
import { Problem, wrongShape } from "../problems.ts";
import { jsonAnswer, route, type Route } from "../route.ts";
import { duration, instant, instantOrNull, shortText } from "../schemas/common.ts";
import { iso, isoOrNull } from "../views/time.ts";

const tag = "Access";
const LONGEST_TOKEN_MS = 86_400_000;
const PREFIX = "key_";

const mintToken = route({
  method: "post", path: "/v1/tokens", tag, right: "operate", audited: "byPeople", summary: "Mint a token for a person",
  description: "It acts as that person only. `ttl` is PT15M if absent and at most P1D, on the real clock. A token for another operator needs a key, not a token.",
  body: z.strictObject({ role: z.enum(tokenRoles), id: shortText, ttl: duration.default("PT15M") }),
  answers: { 201: jsonAnswer("The token.", z.object({ token: z.string(), expiresAt: instant })) },
  async handle({ c, api, caller, body: { role, id, ttl } }) {
    actIsAbout(c, role, id);
    // Who could act as another operator could confirm what they themselves have proposed.
    if (role === "operator" && caller.scope === "person" && id !== caller.actor.id) throw new Problem("forbidden", "A token for another operator is minted with a key.");
    const now = Math.floor(Date.now() / 1000) * 1000;
    const expiresAt = later(now, ttl, "UTC");
    if (expiresAt - now > LONGEST_TOKEN_MS || expiresAt - now < 1000) throw wrongShape([{ pointer: "#/ttl", detail: "must be between PT1S and P1D" }]);
    return c.json({ token: await api.authentication.mintToken({ role, id }, expiresAt), expiresAt: iso(expiresAt) }, 201);
  },
});

const key = z.object({ id: z.string(), name: z.string(), scope: z.string(), createdAt: instant, revokedAt: instantOrNull }).openapi("ApiKey");

const makeKey = route({
  method: "post", path: "/v1/keys", tag, right: "keys", summary: "Make an API key",
  description: "`operator` acts as an operator, `orders` places and reads orders, `read` only reads. The key is shown once; only its hash is kept.",
  body: z.strictObject({ name: shortText, scope: z.enum(keyScopes) }),
  answers: { 201: jsonAnswer("The key.", key.extend({ key: z.string() })) },
  async handle({ c, api, body: { name, scope } }) {
    const made = newKey();
    const at = Date.now();
    const hash = hashOfKey(made);
    await api.engine.store.apiKeys.add({ hash, name, scope, at });
    actIsAbout(c, PREFIX + hash);
    return c.json({ id: PREFIX + hash, name, scope, createdAt: iso(at), revokedAt: null, key: made }, 201);
  },
});

const listKeys = route({
  method: "get", path: "/v1/keys", tag, right: "keys", summary: "List API keys",
  answers: { 200: jsonAnswer("The keys, without themselves.", z.object({ keys: z.array(key) })) },
  async handle({ c, api }) {
    const keys = await api.engine.store.apiKeys.list();
    return c.json({ keys: keys.map(({ hash, name, scope, at, revokedAt }) => ({ id: PREFIX + hash, name, scope, createdAt: iso(at), revokedAt: isoOrNull(revokedAt) })) }, 200);
  },
});

const revokeKey = route({
  method: "delete", path: "/v1/keys/{id}", tag, right: "keys", summary: "Revoke an API key", problems: ["notFound"],
  answers: { 204: { description: "It is not valid any more." } },
  async handle({ c, api }) {
    const id = c.req.param("id") ?? "";
    const revoked = /^key_[0-9a-f]{64}$/.test(id) && (await api.engine.store.apiKeys.revoke(id.slice(PREFIX.length), Date.now()));
    if (!revoked) throw new Problem("notFound", "No such key, or it was revoked before.");
    return c.body(null, 204);
  },
});

const erase = route({
  method: "delete", path: "/v1/people/{role}/{id}/words", tag, right: "operate", summary: "Erase a person",
  description: "Destroys the key of their names, notes, messages and files, and their account with its sessions. The history stays, and its hashes still verify.",
  problems: ["notFound"],
  answers: { 200: jsonAnswer("Erased; false where there was nothing to erase.", z.object({ erased: z.boolean() })) },
  async handle({ c, api }) {
    const role = c.req.param("role") as TokenRole;
    if (!tokenRoles.includes(role)) throw new Problem("notFound", "No such role.");
    const id = c.req.param("id") ?? "";
    if (id.includes("\0") || !id.isWellFormed()) throw new Problem("notFound", "No such person.");
    return c.json({ erased: await api.engine.erase({ role, id }) }, 200);
  },
});

export const accessRoutes: Route[] = [mintToken, makeKey, listKeys, revokeKey, erase];
