// better-auth as it is used here: e-mail and password, a marketplace's own sign-in by OIDC, sessions in the store. Only settings;
// which of its addresses exist is decided where they are mounted, and what a person may do is not decided here at all.
import { createHash, randomBytes } from "node:crypto";
import { betterAuth } from "better-auth/minimal";
import type { AuthContext } from "better-auth";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { adapterOver } from "./adapter.ts";
import { knock } from "./knock.ts";
import { signInAs } from "./signInAs.ts";
import { ADDRESS_HEADER, AUTH_PATH, knockAt, NO_EMAIL, OIDC_PROVIDER, personRoles, type Letter, type OidcSettings } from "./signIn.ts";
import type { Log } from "./people.ts";
import type { PeopleRows } from "../store/people.ts";

type AuthOptions = {
  rows: PeopleRows; secret: string; baseUrl: string | null; oidc: OidcSettings | null; log: Log;
  send(letter: Letter): Promise<void>;
};

const CALLBACK = "/callback/:id";
const noTokens = { accessToken: null, refreshToken: null, accessTokenExpiresAt: null, refreshTokenExpiresAt: null };

type Claims = Record<string, unknown>;

const DAY_S = 86_400;

/** How often one address may ask for a letter; seconds. */
const LETTERS = { window: 600, max: 10 };
const PROOFS = { window: 60, max: 3 };

/** An id for somebody who made their own account: no marketplace gives one like it. */
export const newPersonId = (): string => `self_${randomBytes(12).toString("hex")}`;

/** Sets up better-auth over those tables. */
export function openAuth({ rows, secret, baseUrl, oidc, log, send }: AuthOptions) {
  return betterAuth({
    appName: "Rescind", secret, basePath: AUTH_PATH, ...(baseUrl === null ? {} : { baseURL: baseUrl }),
    database: adapterOver(rows), telemetry: { enabled: false },
    // Whatever a stranger gets wrong is an error to better-auth: here only what broke is worth a line.
    logger: { level: "debug", log: (_level, message, ...more) => {
      const broke = more.find((one) => one instanceof Error && one.name !== "APIError" && one.name !== "BetterAuthError");
      if (broke) log.warn({ err: broke }, `sign-in: ${message}`);
      else log.debug({ more: more.map(String) }, `sign-in: ${message}`);
    } },
    onAPIError: { errorURL: "/" },
    emailAndPassword: {
      enabled: true, minPasswordLength: 10, maxPasswordLength: 128, revokeSessionsOnPasswordReset: true, resetPasswordTokenExpiresIn: 3600,
      sendResetPassword: ({ user, token }, request) => send(letterTo("setPassword", user, token, request)),
    },
    emailVerification: { sendOnSignUp: true, expiresIn: DAY_S, sendVerificationEmail: ({ user, token }, request) => send(letterTo("proveEmail", user, token, request)) },
    user: { modelName: "people", ...(oidc === null ? {} : { validateUserInfo: gate(oidc) }), additionalFields: {
      // All of them may come in here, since a marketplace's sign-in brings them; the hook below keeps them from everybody else.
      role: { type: "string", required: false, defaultValue: "buyer" }, personId: { type: "string", required: false, defaultValue: newPersonId },
      madeBy: { type: "string", required: false, defaultValue: "self" }, marketplace: { type: "string", required: false },
    } },
    session: {
      modelName: "sessions", expiresIn: 30 * DAY_S, updateAge: 60,
      additionalFields: { provenAt: { type: "date", required: false, input: false, defaultValue: () => new Date() } },
    },
    account: { modelName: "sign_ins", accountLinking: { enabled: false }, encryptOAuthTokens: true },
    verification: { modelName: "verifications", storeIdentifier: "hashed" },
    rateLimit: {
      enabled: true, storage: "database", modelName: "sign_in_tries", window: 60, max: 60,
      customRules: { "/sign-in/email": { window: 60, max: 10 }, "/sign-up/email": { window: 600, max: 20 }, "/sign-in/social": { window: 60, max: 30 }, "/request-password-reset": LETTERS, [knockAt("/request-password-reset")]: LETTERS, "/send-verification-email": PROOFS, [knockAt("/send-verification-email")]: PROOFS },
    },
    advanced: {
      cookiePrefix: "rescind", useSecureCookies: baseUrl?.startsWith("https://") ?? false, ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
    },
    databaseHooks: {
      user: { create: { before: async (user, context) => ({ data: { ...user, ...(context?.path === "/sign-up/email" ? { role: "buyer", personId: newPersonId(), madeBy: "self", marketplace: null } : {}) } }) } },
      session: { create: { before: async (session, context) => (context?.path === CALLBACK ? { data: { ...session, provenAt: await provenElsewhere(session.userId, context) } } : undefined) } },
      // What the marketplace's sign-in would let us do on somebody's behalf is never wanted.
      account: { create: { before: async (account) => ({ data: { ...account, ...noTokens } }) }, update: { before: async (account) => ({ data: { ...account, ...noTokens } }) } },
    },
    plugins: [signInAs(), knock(), ...(oidc === null ? [] : [genericOAuth({ config: [providerOf(oidc)] })])],
  });
}

export type Auth = ReturnType<typeof openAuth>;

function letterTo(kind: Letter["kind"], user: { email: string }, token: string, request: Request | undefined): Letter {
  const { role, personId } = user as unknown as { role: string; personId: string };
  return { kind, person: `${role}/${personId}`, to: user.email, token, at: Date.now(), wished: request?.headers.get("accept-language") ?? null };
}

/** The marketplace's own sign-in as better-auth takes it: ID tokens are verified, PKCE and nonce are on. */
function providerOf(settings: OidcSettings) {
  const { issuer, clientId, clientSecret } = settings;
  return {
    providerId: OIDC_PROVIDER, discoveryUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`, requireIdTokenVerification: true,
    clientId, clientSecret, scopes: ["openid", "profile", "email"], pkce: true, overrideUserInfo: true,
    mapProfileToUser: (claims: Claims) => {
      const { role, id } = whoIn(claims, settings) ?? { role: null, id: null };
      // The e-mail of a marketplace's customer is not needed here, and must not meet those of people who made their own account.
      const email = `${createHash("sha256").update(`${issuer} ${String(claims.sub)}`).digest("hex").slice(0, 40)}@oidc${NO_EMAIL}`;
      return { email, emailVerified: false, name: nameIn(claims) ?? id ?? "", role, personId: id, madeBy: "oidc" };
    },
  };
}

/** When the marketplace's sign-in last asked who this is, where its ID token says so: one that lets people in silently proves nothing. */
async function provenElsewhere(userId: string, { context }: { context: Pick<AuthContext, "internalAdapter"> }): Promise<Date> {
  const own = (await context.internalAdapter.findAccounts(userId)).find(({ providerId }) => providerId === OIDC_PROVIDER);
  // Verified when it came; here it is only read.
  const { auth_time: at } = JSON.parse(Buffer.from(own?.idToken?.split(".")[1] ?? "e30", "base64url").toString("utf8")) as { auth_time?: unknown };
  return new Date(typeof at === "number" ? Math.min(Date.now(), at * 1000) : Date.now());
}

/** Whom the claims mean; null where they do not say it, or name no role that is known. */
function whoIn(claims: Claims, { idClaim, roleClaim }: OidcSettings): { role: string; id: string } | null {
  const id = claims[idClaim];
  const role = personRoles.find((one) => one === (roleClaim === null ? "buyer" : claims[roleClaim]));
  return role === undefined || (typeof id !== "string" && typeof id !== "number") || id === "" ? null : { role, id: String(id) };
}

/** Lets nobody in whom the claims do not name, nor as somebody who has an account already. */
function gate(oidc: OidcSettings) {
  return async ({ user, source }: { user: { id?: string | undefined }; source: { oauth?: { profile?: Claims | undefined } | undefined } }, context: { context: Pick<AuthContext, "adapter"> }) => {
    if (source.oauth === undefined) return;
    const who = whoIn(source.oauth.profile ?? {}, oidc);
    if (who === null) return { error: "claims_missing", errorDescription: "The sign-in does not say who this is, or in which role." };
    const where = [{ field: "role", value: who.role }, { field: "personId", value: who.id }];
    const other = await context.context.adapter.findOne<{ id: string }>({ model: "user", where });
    if (other !== null && other.id !== user.id) return { error: "person_exists", errorDescription: "This person signs in otherwise." };
  };
}

function nameIn({ name, preferred_username: username }: Claims): string | null {
  return [name, username].find((one): one is string => typeof one === "string" && one !== "") ?? null;
}
