// When a session may change things (Z11): only where its own site asks, and only as long after it proved itself as the marketplace
// allows. Callers with a key or a token are none of this file's business: no browser sends those by itself.
import type { Context } from "hono";
import { durationTerm, type Policy } from "../core/policy.ts";
import type { Order } from "../core/state.ts";
import { later } from "../core/time.ts";
import type { Engine } from "../engine/engine.ts";
import type { Caller } from "./caller.ts";
import { Problem } from "./problems.ts";

/** Where a policy does not say (Z11). */
const USUAL = "PT15M";
const TERM = "writeAccess";

/** Whether the request may change something, by its method. */
export const isWrite = (c: Context): boolean => !["GET", "HEAD", "OPTIONS"].includes(c.req.method);

/**
 * Throws 403 where another site sent the request. Browsers say so by Sec-Fetch-Site, older ones by Origin; what carries neither
 * is no browser, and holds a cookie only because its owner gave it one.
 */
export function demandSameSite(c: Context, baseUrl: string | null): void {
  const site = c.req.header("sec-fetch-site");
  const origin = c.req.header("origin");
  const ours = site !== undefined ? site === "same-origin" || site === "none" : origin === undefined || isOurs(origin, c, baseUrl);
  if (!ours) throw new Problem("crossSite", "A signed-in person's changes are taken from this site's own pages only.");
}

/** The origin that people see; where no setting names it, the host that they asked for. */
function isOurs(origin: string, c: Context, baseUrl: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  return baseUrl !== null ? origin === new URL(baseUrl).origin : new URL(origin).host === new URL(c.req.url).host;
}

/** How long after its proof a session may change that order (milliseconds); without an order, the shortest of all marketplaces'. */
export function writeAccessMs({ policies, policyOf }: Pick<Engine, "policies" | "policyOf">, order: Order | null): number {
  const asked = order ? [policyOf(order)] : policies.names().flatMap((name) => policies.latest(name) ?? []);
  return Math.min(...asked.map(spanMs));
}

function spanMs(policy: Policy): number {
  const span = Object.hasOwn(policy.terms, TERM) ? durationTerm(policy, TERM) : USUAL;
  return span === null ? Number.POSITIVE_INFINITY : later(0, span, "UTC");
}

/** Throws 401 with the challenge of RFC 9470 where the caller's session proved itself too long ago. */
export function demandProof(engine: Engine, caller: Caller, order: Order | null): void {
  if (caller.provenAt === undefined) return;
  const spanMs = writeAccessMs(engine, order);
  if (Date.now() < caller.provenAt + spanMs) return;
  const challenge = `Bearer realm="rescind", error="insufficient_user_authentication", error_description="A more recent proof is needed", max_age="${Math.floor(spanMs / 1000)}"`;
  throw new Problem("proofNeeded", "POST /v1/session/proof, then send this again.", {}, { "www-authenticate": challenge });
}
