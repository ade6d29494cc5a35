// The link by which somebody turns optional mail off without signing in (RFC 8058): it names the person and is signed. It can do
// nothing else, and never ends.
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Settings } from "../store/settings.ts";

export type Unsubscribing = {
  tokenFor(person: string): string;
  /** The person (`role/id`) that a token names; null where it is not ours. */
  personOf(token: string): string | null;
};

const SECRET = "mailSecret";

/** The secret is made once and shared by all processes. */
export async function openUnsubscribing(settings: Settings): Promise<Unsubscribing> {
  const secret = String(await settings.putFirst(SECRET, randomBytes(32).toString("base64url")));
  const sign = (named: string): Buffer => createHmac("sha256", secret).update(`unsubscribe\0${named}`).digest();
  return {
    tokenFor(person) {
      const named = Buffer.from(person, "utf8").toString("base64url");
      return `${named}.${sign(named).toString("base64url")}`;
    },
    personOf(token) {
      const [, named, signature] = /^([\w-]{1,1000})\.([\w-]{43})$/.exec(token) ?? [];
      if (named === undefined || signature === undefined || !timingSafeEqual(Buffer.from(signature, "base64url"), sign(named))) return null;
      return Buffer.from(named, "base64url").toString("utf8");
    },
  };
}
