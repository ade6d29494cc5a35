// The session of whoever is at the pages: who they are, until when they may change things, proving it anew, ending it.
// How one comes about stands in signIn.ts; here nothing is signed in.
import type { Context } from "hono";
import { z } from "@hono/zod-openapi";
import type { Session } from "../../people/people.ts";
import { JSON_LIMIT, readJson } from "../body.ts";
import { tokenRoles } from "../caller.ts";
import { Problem } from "../problems.ts";
import { jsonAnswer, publicRoute, sessionRoute, type Api, type Env, type Route } from "../route.ts";
import { instant, instantOrNull, shortText } from "../schemas/common.ts";
import { checked } from "../shape.ts";
import { iso, isoOrNull } from "../views/time.ts";
import { askedElsewhere } from "./signIn.ts";
import { demandSameSite, writeAccessMs } from "../writeAccess.ts";

const tag = "Session";

export const sessionSchema = z.object({
  person: z.object({
    role: z.enum(tokenRoles), id: z.string(), name: z.string(), email: z.string().nullable(), emailProven: z.boolean(), marketplace: z.string().nullable(),
    provesBy: z.enum(["password", "marketplaceSignIn", "nothing"]).openapi({ description: "What POST /v1/session/proof wants." }),
  }).nullable(),
  sandbox: z.boolean(), marketplaceSignIn: z.boolean().openapi({ description: "Whether people can sign in by the marketplace's own sign-in (OIDC)." }),
  provenAt: instantOrNull, writableUntil: instantOrNull.openapi({ description: "Until when the session may change things everywhere; after that, 401 with a challenge." }),
}).openapi("Session");

/** How the session looks to its person. */
export function sessionView(api: Api, session: Session | null): z.infer<typeof sessionSchema> {
  const span = session ? writeAccessMs(api.engine, null) : 0;
  return {
    person: session && personView(session), sandbox: api.engine.sandbox !== null, marketplaceSignIn: api.people.marketplaceSignIn,
    provenAt: isoOrNull(session?.provenAt ?? null), writableUntil: isoOrNull(session && Number.isFinite(span) ? session.provenAt + span : null),
  };
}

const provesBy = { self: "password", operator: "password", oidc: "marketplaceSignIn", demo: "nothing" } as const;

function personView({ person: { role, id, name, email, emailProven, marketplace, madeBy } }: Session) {
  return { role, id, name, email, emailProven, marketplace, provesBy: provesBy[madeBy] };
}

const read = publicRoute({
  method: "get", path: "/v1/session", tag, summary: "Who is signed in", description: "By the session's cookie; `person` is null where nobody is.",
  answers: { 200: jsonAnswer("The session.", sessionSchema) },
  handle: async ({ c, api }) => c.json(sessionView(api, await api.authentication.sessionOf(c)), 200),
});

const end = publicRoute({
  method: "delete", path: "/v1/session", tag, summary: "Sign out", problems: ["crossSite"], answers: { 204: { description: "Nobody is signed in here any more." } },
  async handle({ c, api }) {
    demandSameSite(c, api.baseUrl);
    c.set("cookies", await api.people.signOut(c.req.raw.headers));
    return c.body(null, 204);
  },
});

const proofBody = z.strictObject({
  password: z.string().max(200).optional(),
  returnTo: z.string().max(2000).regex(/^\/(?!\/)[^\\]*$/, "a path of this site").optional().openapi({ description: "Where the marketplace's sign-in leads back to." }),
});

const prove = sessionRoute({
  method: "post", path: "/v1/session/proof", tag, summary: "Prove the session anew",
  description: "With the password; demo people with nothing. Who signs in by the marketplace's own sign-in gets `signInAt`: an address to go to, which asks anew and leads back with a session that has proven itself; nothing is proven before that.",
  documented: { body: { required: false, content: { "application/json": { schema: proofBody } } } },
  problems: ["malformed", "tooLarge", "mediaType", "shape", "wrongPassword", "tooManyRequests"],
  answers: { 200: jsonAnswer("The session.", sessionSchema.extend({ signInAt: z.string().nullable() })) },
  async handle({ c, api, session }) {
    const { password, returnTo = "/" } = checked(proofBody, await bodyOrNothing(c));
    const { person } = session;
    if (person.madeBy === "oidc") {
      const signInAt = await askedElsewhere(c, api, returnTo);
      return c.json({ ...sessionView(api, session), signInAt }, 200);
    }
    if (person.madeBy !== "demo") {
      api.guessLimit.count(c, `proof/${person.userId}`, "Too many tries at this password.");
      if (password === undefined || !(await api.people.isPassword(person, password))) throw new Problem("wrongPassword", "Try again, or set a new one.");
    }
    await api.people.prove(session);
    return c.json({ ...sessionView(api, await api.authentication.sessionOf(c)), signInAt: null }, 200);
  },
});

/** The JSON of a request that may come without any. */
async function bodyOrNothing(c: Context<Env>): Promise<unknown> {
  const empty = c.req.header("content-type") === undefined || c.req.header("content-length") === "0";
  return empty ? {} : readJson(c, JSON_LIMIT);
}

const kept = z.object({ id: z.string(), device: shortText.nullable().openapi({ description: "What the browser called itself." }), createdAt: instant, lastSeenAt: instant, current: z.boolean() }).openapi("KeptSession");

/** A session as its person reads it. */
export const keptView = ({ id, device, createdAt, seenAt }: Session) => ({ id, device: device?.slice(0, 200) ?? null, createdAt: iso(createdAt), lastSeenAt: iso(seenAt) });

const list = sessionRoute({
  method: "get", path: "/v1/sessions", tag, summary: "List one's own sessions", description: "The one seen last comes first.",
  answers: { 200: jsonAnswer("The sessions.", z.object({ sessions: z.array(kept) })) },
  async handle({ c, api, session }) {
    const own = await api.people.sessionsOf(session.person);
    return c.json({
      sessions: own.map((one) => ({ ...keptView(one), current: one.id === session.id })),
    }, 200);
  },
});

const revoke = sessionRoute({
  method: "delete", path: "/v1/sessions/{id}", tag, summary: "End one of one's own sessions", problems: ["notFound"], answers: { 204: { description: "It is out at once." } },
  async handle({ c, api, session }) {
    if (!(await api.people.revoke(session.person, c.req.param("id") ?? ""))) throw new Problem("notFound", "No such session.");
    return c.body(null, 204);
  },
});

export const sessionRoutes: Route[] = [read, end, prove, list, revoke];
