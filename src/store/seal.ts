// Sealing personal words: AES-256-GCM with the person's key, and the salted commitment that stands for them in the
// history. Only arithmetic; where keys and ciphertexts are kept, vault.ts and evidence.ts know.

import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** What `seal` makes, all lower-case hex. The ciphertext ends with its 16 bytes of authentication. */
export type SealedWords = { commitment: string; salt: string; nonce: string; ciphertext: string };

/** Where salts and nonces come from. A replay gives seeded ones, so that its hashes repeat. */
export type Entropy = (size: number) => Uint8Array;

/** Seals words with a person's key (32 bytes, hex). commitment = sha256(salt ‖ words): it shows nothing and can be checked by whoever has both. */
export function seal(words: string, keyHex: string, entropy: Entropy = randomBytes): SealedWords {
  const plain = Buffer.from(words, "utf8");
  const salt = Buffer.from(entropy(16));
  const nonce = Buffer.from(entropy(12));
  return {
    commitment: createHash("sha256").update(salt).update(plain).digest("hex"),
    salt: salt.toString("hex"),
    nonce: nonce.toString("hex"),
    ciphertext: encrypt(plain, keyHex, nonce).toString("hex"),
  };
}

/** Entropy that repeats with its seed. For replays only: the nonces are unique within the seed, but anyone can compute them. */
export function seededEntropy(seed: string): Entropy {
  let drawn = 0;
  return (size) => createHash("sha512").update(`${seed}\0${drawn++}`).digest().subarray(0, size);
}

export function encrypt(plain: Uint8Array, keyHex: string, nonce: Uint8Array): Buffer {
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(keyHex, "hex"), nonce);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The plaintext, or null when the key is another one: words sealed before their person was erased stay shut. */
export function decrypt(ciphertext: Uint8Array, keyHex: string, nonce: Uint8Array): Buffer | null {
  const end = ciphertext.length - 16;
  const decipher = createDecipheriv("aes-256-gcm", Buffer.from(keyHex, "hex"), nonce);
  decipher.setAuthTag(ciphertext.subarray(end));
  try {
    return Buffer.concat([decipher.update(ciphertext.subarray(0, end)), decipher.final()]);
  } catch {
    return null;
  }
}
