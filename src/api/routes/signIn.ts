// Signing up and in: better-auth's own addresses, and of them only those that are listed here. Each body is checked before it is handed
// on, and what goes wrong comes back as a problem like everywhere else.
import type { Context } from "hono";
import { z } from "@hono/zod-openapi";
import { AUTH_PATH, knockAt, NO_EMAIL, OIDC_PROVIDER } from "../../people/signIn.ts";
import { Problem, type ProblemKind } from "../problems.ts";
import { addressOf } from "../rateLimit.ts";
import { jsonAnswer, publicRoute, type Api, type Env, type Route } from "../route.ts";
import { demandSameSite, isWrite } from "../writeAccess.ts";

const tag = "Sign-in";
const problems: ProblemKind[] = ["malformed", "signInFailed", "crossSite", "notFound", "signUpRefused", "tooManyRequests"];
/** An address that mail can reach: what stands in for none is nobody's to take. */
export const realEmail = z.email().max(254).refine((text) => !text.toLowerCase().endsWith(NO_EMAIL), "an address that mail can reach");
const password = z.string().min(10).max(128);
const path = z.string().max(2000).regex(/^\/(?!\/)[^\\]*$/, "a path of this site");
const signedIn = jsonAnswer("Signed in: the answer sets the session's cookie. Then GET /v1/session.", z.object({ signedIn: z.literal(true) }));
const done = jsonAnswer("Done.", z.object({ done: z.literal(true) }));
const elsewhere = { 302: { description: "Back to the page that it began on." } };

/** The request as better-auth gets it, with that body, at its own address or at another of better-auth's. */
function requestFor(c: Context<Env>, api: Api, body?: object, address = c.req.url): Request {
  if (isWrite(c)) demandSameSite(c, api.baseUrl);
  const headers = new Headers(c.req.raw.headers);
  if (body !== undefined) headers.set("content-type", "application/json");
  headers.delete("content-length");
  // Looked at above, by the same rule as everywhere: better-auth's own wants an origin also of what is no browser.
  if (isWrite(c)) headers.set("origin", api.baseUrl ?? new URL(c.req.url).origin);
  return new Request(address, { method: c.req.method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
}

/** Hands the request to better-auth and gives its answer. Throws a problem where it says no. */
async function asked(c: Context<Env>, api: Api, body?: object, address = c.req.url): Promise<Response> {
  const answer = await api.people.answer(requestFor(c, api, body, address), addressOf(c));
  if (answer.status < 400) return answer;
  if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status} to ${new URL(address).pathname}`);
  const { code, message } = (await answer.json().catch(() => ({}))) as { code?: string; message?: string };
  const retryAfter = answer.headers.get("x-retry-after");
  throw new Problem(kindOf(answer.status), message ?? "It was refused.", code === undefined ? {} : { code }, retryAfter === null ? {} : { "retry-after": retryAfter });
}

/** Counts the caller, and hands the request on once it has been answered: everybody is answered after the same steps, known or not. */
async function askedLater(c: Context<Env>, api: Api, body: object): Promise<void> {
  const { pathname } = new URL(c.req.url);
  await asked(c, api, {}, new URL(AUTH_PATH + knockAt(pathname.slice(AUTH_PATH.length)), c.req.url).href);
  api.people.answerLater(requestFor(c, api, body), addressOf(c));
}

function kindOf(status: number): ProblemKind {
  const kinds: Record<number, ProblemKind> = { 400: "malformed", 401: "signInFailed", 403: "crossSite", 404: "notFound", 409: "signUpRefused", 422: "signUpRefused", 429: "tooManyRequests" };
  return kinds[status] ?? "malformed";
}

/** An answer of our own with the cookies of better-auth's. */
function withCookies(c: Context<Env>, answer: Response): void {
  c.set("cookies", answer.headers.getSetCookie());
}

/** Signs in and ends the session that the browser had before: it holds one, and a forgotten one would live on. */
export async function replacingSession<T>(c: Context<Env>, api: Api, signIn: () => Promise<T>): Promise<T> {
  const before = await api.authentication.sessionOf(c);
  const made = await signIn();
  const fresh = (c.get("cookies") ?? []).some((cookie) => /session_token=[^;]/.test(cookie));
  if (before !== null && fresh) await api.people.revoke(before.person, before.id);
  return made;
}

/** Where better-auth leads to, as an answer of our own. */
function ledBack(c: Context<Env>, answer: Response): Response {
  withCookies(c, answer);
  return c.redirect(answer.headers.get("location") ?? "/", 302);
}

/** Begins the marketplace's own sign-in so that it asks anew; the answer's cookies belong to it. Where to go. */
export async function askedElsewhere(c: Context<Env>, api: Api, returnTo: string): Promise<string> {
  const body = { provider: OIDC_PROVIDER, callbackURL: returnTo, errorCallbackURL: returnTo, disableRedirect: true, additionalParams: { prompt: "login", max_age: "0" } };
  const answer = await asked(c, api, body, new URL(`${AUTH_PATH}/sign-in/social`, c.req.url).href);
  withCookies(c, answer);
  return ((await answer.json()) as { url: string }).url;
}

const signUp = publicRoute({
  method: "post", path: `${AUTH_PATH}/sign-up/email`, tag, summary: "Make an account of one's own",
  description: "It is a buyer with an id of its own. Members of the house are invited instead.",
  body: z.strictObject({ name: z.string().min(1).max(200), email: realEmail, password }), problems, answers: { 200: signedIn },
  async handle({ c, api, body }) {
    await replacingSession(c, api, async () => withCookies(c, await asked(c, api, body)));
    return c.json({ signedIn: true as const }, 200);
  },
});

const signIn = publicRoute({
  method: "post", path: `${AUTH_PATH}/sign-in/email`, tag, summary: "Sign in with e-mail and password", description: "Ten tries a minute from one address.",
  body: z.strictObject({ email: realEmail, password: z.string().max(200), rememberMe: z.boolean().optional().openapi({ description: "False ends the session with the browser, after a day at the latest." }) }),
  problems, answers: { 200: signedIn },
  async handle({ c, api, body }) {
    await replacingSession(c, api, async () => withCookies(c, await asked(c, api, body)));
    return c.json({ signedIn: true as const }, 200);
  },
});

const startElsewhere = publicRoute({
  method: "post", path: `${AUTH_PATH}/sign-in/social`, tag, summary: "Begin the marketplace's own sign-in (OIDC)", description: "Go to `url`; it leads back to `callbackURL`, or to `errorCallbackURL` with `?error=`.",
  body: z.strictObject({ provider: z.literal(OIDC_PROVIDER), callbackURL: path, errorCallbackURL: path.optional() }),
  problems, answers: { 200: jsonAnswer("Where to go.", z.object({ url: z.string() })) },
  async handle({ c, api, body }) {
    const answer = await asked(c, api, { ...body, disableRedirect: true });
    withCookies(c, answer);
    return c.json({ url: ((await answer.json()) as { url: string }).url }, 200);
  },
});

const comeBack = publicRoute({
  method: "get", path: `${AUTH_PATH}/callback/{provider}`, tag, summary: "Where the marketplace's own sign-in leads back to", problems, answers: elsewhere,
  handle: ({ c, api }) => replacingSession(c, api, async () => ledBack(c, await asked(c, api))),
});

const forgot = publicRoute({
  method: "post", path: `${AUTH_PATH}/request-password-reset`, tag, summary: "Ask for a letter to set a new password", description: "The answer is the same whether or not somebody has that e-mail, and comes before anybody looks.",
  body: z.strictObject({ email: realEmail }), problems, answers: { 200: done },
  async handle({ c, api, body }) {
    await askedLater(c, api, body);
    return c.json({ done: true as const }, 200);
  },
});

const setPassword = publicRoute({
  method: "post", path: `${AUTH_PATH}/reset-password`, tag, summary: "Set a password with the token of a letter or an invitation", description: "The token is good once. All sessions of that person end.",
  body: z.strictObject({ token: z.string().min(1).max(200), newPassword: password }), problems, answers: { 200: done },
  async handle({ c, api, body }) {
    await asked(c, api, body);
    return c.json({ done: true as const }, 200);
  },
});

const sendProof = publicRoute({
  method: "post", path: `${AUTH_PATH}/send-verification-email`, tag, summary: "Ask for a letter to prove one's e-mail", description: "Who is signed in asks for their own; to everybody else the answer is the same whether or not somebody has that e-mail, and comes before anybody looks.",
  body: z.strictObject({ email: realEmail }), problems, answers: { 200: done },
  async handle({ c, api, body }) {
    if ((await api.authentication.sessionOf(c)) === null) await askedLater(c, api, body);
    else await asked(c, api, body);
    return c.json({ done: true as const }, 200);
  },
});

const proveEmail = publicRoute({
  method: "get", path: `${AUTH_PATH}/verify-email`, tag, summary: "Prove an e-mail with the token of a letter",
  query: z.strictObject({ token: z.string().min(1).max(2000), callbackURL: path.optional() }), problems, answers: { 200: done, ...elsewhere },
  async handle({ c, api }) {
    const answer = await asked(c, api);
    return answer.status === 200 ? c.json({ done: true as const }, 200) : ledBack(c, answer);
  },
});

export const signInRoutes: Route[] = [signUp, signIn, startElsewhere, comeBack, forgot, setPassword, sendProof, proveEmail];
