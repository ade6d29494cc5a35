// What people's sign-in is called and told: the marketplace's own sign-in, letters, roles, addresses. No better-auth here, so that a
// server that nobody signs in to never loads it.

/** A marketplace's own sign-in. The claims say who somebody is; without a role claim everybody is a buyer. */
export type OidcSettings = { issuer: string; clientId: string; clientSecret: string; idClaim: string; roleClaim: string | null };

/** Something that must reach a person (`role/id`) by mail. `token` is good once; `wished` is the Accept-Language of whoever asked for it. */
export type Letter = { kind: "proveEmail" | "setPassword" | "invited"; person: string; to: string; token: string; at: number; wished: string | null };

export const AUTH_PATH = "/v1/auth";
/** The address of better-auth at which whoever asks for what is done later is counted; both begin with a slash. */
export const knockAt = (asked: string): string => `/knock${asked}`;
export const OIDC_PROVIDER = "marketplace";
/** The header in which the server tells better-auth the caller's address: never one that the caller may set. */
export const ADDRESS_HEADER = "x-rescind-address";
/** The end of e-mail addresses that stand in for none; RFC 2606 keeps it from ever being real. */
export const NO_EMAIL = ".invalid";
export const personRoles = ["buyer", "seller", "mediator", "operator"] as const;
export type PersonRole = (typeof personRoles)[number];
