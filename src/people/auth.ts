// better-auth as it is used here: e-mail and password, a marketplace's own sign-in by OIDC, sessions in the store. Only settings;
// which of its addresses exist is decided where they are mounted, and what a person may do is not decided here at all.
import { createHash, randomBytes } from "node:crypto";
import { betterAuth } from "better-auth/minimal";
import { APIError } from "better-auth/api";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { adapterOver } from "./adapter.ts";
import { signInAs } from "./signInAs.ts";
import { ADDRESS_HEADER, AUTH_PATH, NO_EMAIL, OIDC_PROVIDER, personRoles, type Letter, type OidcSettings } from "./signIn.ts";
import type { Log } from "./people.ts";
import type { PeopleRows } from "../store/people.ts";

type AuthOptions = {
  rows: PeopleRows; secret: string; baseUrl: string | null; oidc: OidcSettings | null; log: Log;
  send(letter: Letter): Promise<void>;
};

const DAY_S = 86_400;

/** An id for somebody who made their own account: no marketplace gives one like it. */
export const newPersonId = (): string => `self_${randomBytes(12).toString("hex")}`;

/** Sets up better-auth over those tables. */
export function openAuth({ rows, secret, baseUrl, oidc, log, send }: AuthOptions) {
  return betterAuth({
    appName: "Rescind", secret, basePath: AUTH_PATH, ...(baseUrl === null ? {} : { baseURL: baseUrl }),
    database: adapterOver(rows), telemetry: { enabled: false },
    logger: { level: "debug", log: (_level, message, ...more) => log.debug({ more: more.map(String) }, `sign-in: ${message}`) },
    onAPIError: { errorURL: "/" },
    emailAndPassword: {
      enabled: true, minPasswordLength: 10, maxPasswordLength: 128, revokeSessionsOnPasswordReset: true, resetPasswordTokenExpiresIn: 3600,
      sendResetPassword: ({ user, token }) => send({ kind: "setPassword", to: user.email, token, at: Date.now() }),
    },
    emailVerification: { sendOnSignUp: true, expiresIn: DAY_S, sendVerificationEmail: ({ user, token }) => send({ kind: "proveEmail", to: user.email, token, at: Date.now() }) },
    user: { modelName: "people", additionalFields: {
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
      customRules: { "/sign-in/email": { window: 60, max: 10 }, "/sign-up/email": { window: 600, max: 20 }, "/request-password-reset": { window: 600, max: 10 } },
    },
    advanced: {
      cookiePrefix: "rescind", useSecureCookies: baseUrl?.startsWith("https://") ?? false, ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
    },
    databaseHooks: { user: { create: { before: async (user, context) => ({ data: { ...user, ...(context?.path === "/sign-up/email" ? { role: "buyer", personId: newPersonId(), madeBy: "self", marketplace: null } : {}) } }) } } },
    plugins: [signInAs(), ...(oidc === null ? [] : [genericOAuth({ config: [providerOf(oidc)] })])],
  });
}

export type Auth = ReturnType<typeof openAuth>;

/** The marketplace's own sign-in as better-auth takes it: ID tokens are verified, PKCE and nonce are on. */
function providerOf({ issuer, clientId, clientSecret, idClaim, roleClaim }: OidcSettings) {
  return {
    providerId: OIDC_PROVIDER, discoveryUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`, requireIdTokenVerification: true,
    clientId, clientSecret, scopes: ["openid", "profile", "email"], pkce: true, overrideUserInfo: true,
    mapProfileToUser: (claims: Record<string, unknown>) => {
      const id = claims[idClaim];
      const role = roleClaim === null ? "buyer" : claims[roleClaim];
      const known = personRoles.find((one) => one === role);
      if ((typeof id !== "string" && typeof id !== "number") || id === "" || !known) {
        throw new APIError("FORBIDDEN", { code: "claims_missing", message: "The sign-in does not say who this is, or in which role." });
      }
      // The e-mail of a marketplace's customer is not needed here, and must not meet those of people who made their own account.
      const email = `${createHash("sha256").update(`${issuer} ${String(claims.sub)}`).digest("hex").slice(0, 40)}@oidc${NO_EMAIL}`;
      return { email, emailVerified: false, name: nameIn(claims) ?? String(id), role: known, personId: String(id), madeBy: "oidc" };
    },
  };
}

function nameIn({ name, preferred_username: username }: Record<string, unknown>): string | null {
  return [name, username].find((one): one is string => typeof one === "string" && one !== "") ?? null;
}
