// A route as one value: where it is, who may use it, what it takes, what it answers, and what it does.
// The same value is mounted and documented, so that the two cannot differ. The order of the checks is the contract's:
// 401, 404 (not yours), 403, the shape, and then whatever the route itself finds.
import type { Context } from "hono";
import { z, type OpenAPIHono } from "@hono/zod-openapi";
import type { Logger } from "pino";
import type { Order } from "../core/state.ts";
import type { Demo } from "../demo/demo.ts";
import type { Engine } from "../engine/engine.ts";
import type { People, Session } from "../people/people.ts";
import { beginAct, type BegunAct } from "./acts.ts";
import type { Authentication } from "./authentication.ts";
import type { Mail } from "../mail/mail.ts";
import type { Webhooks } from "../webhooks/webhooks.ts";
import { JSON_LIMIT, readJson } from "./body.ts";
import { rights, sees, type Caller, type Right } from "./caller.ts";
import type { GuessLimit } from "./guessLimit.ts";
import { Problem, problemKinds, type ProblemKind } from "./problems.ts";
import type { RateLimit } from "./rateLimit.ts";
import { checked } from "./shape.ts";
import { demandProof, demandSameSite, isWrite } from "./writeAccess.ts";

/** `cookies` are set by the answer, whatever it is. `act` is what the house is about to do, once it is written down. */
export type Env = { Variables: { instance: string; cookies?: string[]; act?: BegunAct } };
export type App = OpenAPIHono<Env>;

/** What every route works with. `closing` ends what would otherwise never end. */
export type Api = { engine: Engine; people: People; demo: Demo; webhooks: Webhooks; mail: Mail; baseUrl: string | null; authentication: Authentication; rateLimit: RateLimit | null; guessLimit: GuessLimit; log: Logger; closing: AbortSignal; cartLinks: Readonly<Record<string, string>>; modelOrigins: readonly string[]; document: () => object };

type RouteDocument = Parameters<App["openAPIRegistry"]["registerPath"]>[0];
type Answers = RouteDocument["responses"];
type Method = "get" | "post" | "put" | "delete";

/** A route without the types of its input, as it is mounted. `act` is its code in the audit; null where nothing of it stands there. */
export type Route = {
  method: Method; path: string; right: Right | null; ofOrder: boolean; act: string | null; document: RouteDocument;
  perform(c: Context<Env>, api: Api): Promise<Response>;
};

type Call<Q, B> = { c: Context<Env>; api: Api; query: Q; body: B };

type Spec<Q extends z.ZodType, B extends z.ZodType, C> = {
  method: Method; path: string; tag: string; summary: string; description?: string;
  query?: Q; body?: B; bodyLimit?: number;
  /** Headers, or a body that the route reads by itself, for the document. */
  documented?: RouteDocument["request"];
  answers: Answers;
  /** Problems besides those that follow from the rest. */
  problems?: ProblemKind[];
  /** Whether the house's doing it stands in the audit. Where nothing is said: if it changes something. `byPeople`: not what a key does for every visit. */
  audited?: boolean | "byPeople";
  handle(call: Call<z.output<Q>, z.output<B>> & C): Response | Promise<Response>;
};

/** A route for anybody. */
export function publicRoute<Q extends z.ZodType = z.ZodUndefined, B extends z.ZodType = z.ZodUndefined>(spec: Spec<Q, B, unknown>): Route {
  return made(spec, null, false, null, async (c, api) => spec.handle({ c, api, ...(await inputOf(spec, c)) }));
}

/** A route for callers who have that right. */
export function route<Q extends z.ZodType = z.ZodUndefined, B extends z.ZodType = z.ZodUndefined>(
  spec: Spec<Q, B, { caller: Caller }> & { right: Right },
): Route {
  const act = actOf(spec);
  return made(spec, spec.right, false, act, async (c, api) => {
    const caller = await callerOf(c, api);
    if (isWrite(c)) demandProof(api.engine, caller, null);
    if (act !== null && (spec.audited !== "byPeople" || caller.scope === "person")) await beginAct(c, api, caller, act, null);
    demand(spec.right, caller);
    return spec.handle({ c, api, caller, ...(await inputOf(spec, c)) });
  });
}

/** A route about the order that `{id}` in its path names, for callers who may see it. */
export function orderRoute<Q extends z.ZodType = z.ZodUndefined, B extends z.ZodType = z.ZodUndefined>(
  spec: Spec<Q, B, { caller: Caller; order: Order }> & { right: Right },
): Route {
  const act = actOf(spec);
  return made(spec, spec.right, true, act, async (c, api) => {
    const caller = await callerOf(c, api);
    const order = await orderFor(c, api, caller);
    if (isWrite(c)) demandProof(api.engine, caller, order);
    if (act !== null) await beginAct(c, api, caller, act, order);
    demand(spec.right, caller);
    return spec.handle({ c, api, caller, order, ...(await inputOf(spec, c)) });
  });
}

/** A route for whoever is signed in, by the cookie of their session alone. */
export function sessionRoute<Q extends z.ZodType = z.ZodUndefined, B extends z.ZodType = z.ZodUndefined>(spec: Spec<Q, B, { session: Session }>): Route {
  return made(spec, null, false, null, async (c, api) => {
    const session = await api.authentication.sessionOf(c);
    if (session === null) throw new Problem("unauthenticated", "Sign in first.", {}, { "www-authenticate": 'Bearer realm="rescind"' });
    if (isWrite(c)) demandSameSite(c, api.baseUrl);
    return spec.handle({ c, api, session, ...(await inputOf(spec, c)) });
  }, true);
}

/** What the audit calls it. */
const actOf = ({ method, path, audited = method !== "get" }: { method: Method; path: string; audited?: boolean | "byPeople" }): string | null =>
  audited !== false ? `${method.toUpperCase()} ${path}` : null;

async function callerOf(c: Context<Env>, api: Api): Promise<Caller> {
  const caller = await api.authentication.callerOf(c);
  api.rateLimit?.count(c, caller);
  if (caller) {
    if (caller.provenAt !== undefined && isWrite(c)) demandSameSite(c, api.baseUrl);
    return caller;
  }
  const presented = c.req.header("authorization") !== undefined;
  const challenge = presented ? 'Bearer realm="rescind", error="invalid_token"' : 'Bearer realm="rescind"';
  throw new Problem("unauthenticated", presented ? "The key or token is not valid, or no longer." : "Send Authorization: Bearer, or sign in.", {}, { "www-authenticate": challenge });
}

async function orderFor(c: Context<Env>, api: Api, caller: Caller): Promise<Order> {
  const order = await api.engine.order(c.req.param("id") ?? "");
  if (!order || !sees(caller, order)) throw new Problem("notFound", "No such order.");
  return order;
}

function demand(right: Right, caller: Caller): void {
  if (!rights[right](caller)) throw new Problem("forbidden", "Your role or key may not do this.");
}

async function inputOf<Q extends z.ZodType, B extends z.ZodType>(spec: Pick<Spec<Q, B, never>, "query" | "body" | "bodyLimit">, c: Context<Env>) {
  const query = (spec.query ? checked(spec.query, queryOf(c), "malformed") : undefined) as z.output<Q>;
  const body = (spec.body ? checked(spec.body, await readJson(c, spec.bodyLimit ?? JSON_LIMIT)) : undefined) as z.output<B>;
  return { query, body };
}

/** The query with one text a name; a name given twice stays a list, which no schema takes. */
function queryOf(c: Context<Env>): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0]! : values]));
}

function made<Q extends z.ZodType, B extends z.ZodType>(spec: Spec<Q, B, never>, right: Right | null, ofOrder: boolean, act: string | null, perform: Route["perform"], ofSession = false): Route {
  const { method, path } = spec;
  return { method, path, right, ofOrder, act, document: documentOf(spec, right, ofOrder, ofSession), perform };
}

function documentOf<Q extends z.ZodType, B extends z.ZodType>(spec: Spec<Q, B, never>, right: Right | null, ofOrder: boolean, ofSession: boolean): RouteDocument {
  const names = [...spec.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  const kinds = new Set<ProblemKind>(spec.problems);
  if (right !== null) (["unauthenticated", "tooManyRequests"] as const).forEach((kind) => kinds.add(kind));
  if (right !== null && right !== "read") kinds.add("forbidden");
  if (ofSession) kinds.add("unauthenticated");
  if ((right !== null || ofSession) && spec.method !== "get") kinds.add("crossSite");
  if (right !== null && spec.method !== "get") kinds.add("proofNeeded");
  if (ofOrder) kinds.add("notFound");
  if (spec.query) kinds.add("malformed");
  if (spec.body) (["malformed", "tooLarge", "mediaType", "shape"] as const).forEach((kind) => kinds.add(kind));
  const request: NonNullable<RouteDocument["request"]> = { ...spec.documented };
  if (names.length > 0) request.params = z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
  if (spec.query) request.query = spec.query as never;
  if (spec.body) request.body = { required: true, content: { "application/json": { schema: spec.body } } };
  return {
    method: spec.method, path: spec.path, tags: [spec.tag], summary: spec.summary, ...(spec.description ? { description: spec.description } : {}),
    security: ofSession ? [{ session: [] }] : right === null ? [] : [{ bearer: [] }, { session: [] }], request, responses: { ...problemAnswers([...kinds]), ...spec.answers },
  };
}

function problemAnswers(kinds: ProblemKind[]): Answers {
  const byStatus = Map.groupBy(kinds, (kind) => problemKinds[kind].status);
  return Object.fromEntries([...byStatus].map(([status, own]) => [status, {
    description: own.map((kind) => problemKinds[kind].title).join(" Or: "),
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  }]));
}

/** A rule's refusal for the document. */
export const refusedAnswer: Answers[string] = { description: "A rule refuses.", content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } };

/** An answer of JSON for the document. */
export const jsonAnswer = (description: string, schema: z.ZodType): Answers[string] => ({ description, content: { "application/json": { schema } } });
