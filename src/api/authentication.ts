// How a caller proves who they are: API keys and signed tokens in the Authorization header. Keys and tokens follow the real clock.
// Sessions of the pages will join `ways` here; everything else only sees a Caller.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { sign, verify } from "hono/jwt";
import type { Store } from "../store/store.ts";
import { keyScopes, tokenRoles, type Caller, type KeyScope, type TokenRole } from "./caller.ts";

export type Authentication = {
  /** The caller, or null where nothing valid was presented. */
  callerOf(c: Context): Promise<Caller | null>;
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
export function openAuthentication(store: Store, operatorKeyHash: string): Authentication {
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
  return {
    async callerOf(c) {
      const presented = bearerOf(c.req.header("authorization"));
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
