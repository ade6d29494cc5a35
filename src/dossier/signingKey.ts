// The key that signs dossiers: Ed25519, made once, kept in the store's settings, its public half shown to everybody.
// A signature shows who made a dossier; that the history behind it was true when it was signed, it does not show.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import type { Settings } from "../store/settings.ts";

/** `id` is the SHA-256 (hex) of the public key's 32 bytes; `since` is real time. */
export type PublicKey = { id: string; algorithm: "Ed25519"; publicKey: string; since: number };
export type DossierKey = PublicKey & { sign(bytes: Uint8Array): string };

/** What is kept: PKCS #8, base64. */
type Kept = { privateKey: string; since: number };
const SETTING = "dossierKey";

/** The key of this store, made where there is none; two processes that start together agree on one. */
export async function dossierKey(settings: Settings): Promise<DossierKey> {
  const kept = ((await settings.get(SETTING)) ?? (await settings.putFirst(SETTING, newKey()))) as Kept;
  const key = createPrivateKey({ key: Buffer.from(kept.privateKey, "base64"), format: "der", type: "pkcs8" });
  const publicKey = Buffer.from(createPublicKey(key).export({ format: "jwk" }).x!, "base64url");
  return {
    id: createHash("sha256").update(publicKey).digest("hex"), algorithm: "Ed25519", publicKey: publicKey.toString("hex"), since: kept.since,
    sign: (bytes) => sign(null, bytes, key).toString("hex"),
  };
}

function newKey(): Kept {
  const { privateKey } = generateKeyPairSync("ed25519");
  return { privateKey: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"), since: Date.now() };
}
