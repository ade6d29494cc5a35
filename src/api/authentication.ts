// How a caller proves who they are: API keys and signed tokens in the Authorization header, or the cookie of a session. All of them
// follow the real clock. Everything else only sees a Caller.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import type { Env } from "./route.ts";
import { sign, verify } from "hono/jwt";
import type { People, Presented } from "../people/people.ts";
import type { Store } from "../store/store.ts";
import { keyScopes, tokenRoles, type Caller, type KeyScope, type TokenRole } from "./caller.ts";

export type Authentication = {
  /** The caller, or null where nothing valid was presented. What the Authorization header says wins over a cookie. */
  callerOf(c: Context<Env>): Promise<Caller | null>;
  /** The session that the request's cookie carries, whatever else it carries. */
  sessionOf(c: Context<Env>): Promise<Presented["session"] | null>;
  /** A token for one person, valid until `expiresAt` (real time, epoch milliseconds, whole seconds). */
  mintToken(person: { role: TokenRole; id: string }, expiresAt: number): Promise<string>;
};

const AUDIENCE = "rescind";
const ALGORITHM = "HS256";

/** SHA-256 of a key, hex: all that is ever kept of one. */
export const hashOfKey = (key: string): string => createHash("sha256").update(key).digest("hex");

/** A new API key: 256 random bits behind a prefix that secret scanners can look for. */
export const newKey = (): string => `rsk_${randomBytes(32).toString("base64url")}`;

/** Opens authentication over the store; the secret that signs tokens is made once and shared by all processes. */
export function openAuthentication(store: Store, people: People, operatorKeyHash: string): Authentication {
  let secret: Promise<string> | null = null;
  const tokenSecret = (): Promise<string> =>
    (secret ??= store.settings.putFirst("tokenSecret", randomBytes(32).toString("base64url")).then(String).catch((error: unknown) => {
      secret = null;
      throw error;
    }));
  const ways = [
    async (presented: string) => operatorOf(presented, operatorKeyHash),
    async (presented: string) => personOf(presented, await tokenSecret()),
    async (presented: string) => keyHolderOf(presented, store),
  ];
  const sessionOf: Authentication["sessionOf"] = async (c) => {
    const presented = await people.presented(c.req.raw.headers);
    if (presented !== null) c.set("cookies", presented.cookies);
    return presented?.session ?? null;
  };
  return {
    sessionOf,
    async callerOf(c) {
      const header = c.req.header("authorization");
      if (header === undefined) return callerIn(await sessionOf(c));
      const presented = bearerOf(header);
      if (presented === null) return null;
      for (const way of ways) {
        const caller = await way(presented);
        if (caller) return caller;
      }
      return null;
    },
    async mintToken({ role, id }, expiresAt) {
      const seconds = Math.floor(expiresAt / 1000);
      return sign({ aud: AUDIENCE, role, sub: id, iat: Math.floor(Date.now() / 1000), exp: seconds }, await tokenSecret(), ALGORITHM);
    },
  };
}

function callerIn(session: Presented["session"] | null): Caller | null {
  if (session === null) return null;
  const { person: { role, id }, provenAt } = session;
  return { actor: { role, id }, scope: "person", name: `${role}/${id}`, provenAt };
}

/** What stands behind `Bearer`. Headers arrive as bytes read as Latin-1; a key may be any text. */
function bearerOf(header: string | undefined): string | null {
  const found = /^Bearer +(.+)$/i.exec(header ?? "");
  return found ? Buffer.from(found[1]!.trim(), "latin1").toString("utf8") : null;
}

function operatorOf(presented: string, operatorKeyHash: string): Caller | null {
  const same = timingSafeEqual(Buffer.from(hashOfKey(presented), "hex"), Buffer.from(operatorKeyHash, "hex"));
  return same ? { actor: { role: "operator", id: "operator" }, scope: "operator", name: "key/operator" } : null;
}

async function personOf(presented: string, secret: string): Promise<Caller | null> {
  if (presented.split(".").length !== 3) return null;
  try {
    const { role, sub } = await verify(presented, secret, { alg: ALGORITHM, aud: AUDIENCE });
    const known = tokenRoles.find((one) => one === role);
    return known && typeof sub === "string" ? { actor: { role: known, id: sub }, scope: "person", name: `${known}/${sub}` } : null;
  } catch {
    return null;
  }
}

async function keyHolderOf(presented: string, store: Store): Promise<Caller | null> {
  const key = await store.apiKeys.find(hashOfKey(presented));
  if (!key || key.revokedAt !== null || !keyScopes.includes(key.scope as KeyScope)) return null;
  return { actor: { role: "operator", id: `key:${key.name}` }, scope: key.scope as KeyScope, name: `key/${key.hash}` };
}
