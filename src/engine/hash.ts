// The chain that runs through an order's history: each event's hash covers the one before, so that nothing can be changed,
// left out or put in between without being seen. Personal words are covered by their commitments only.
import { createHmac, hash } from "node:crypto";
import canonicalize from "canonicalize";
import type { RecordedEvent } from "../core/event.ts";

/** What the first event of an order chains to. */
export const GENESIS = "0".repeat(64);

/** SHA-256 (hex) over the previous hash and the event in RFC 8785 form. */
export function hashOf(previous: string, event: Omit<RecordedEvent, "hash">): string {
  const { seq, at, type, by, because, policyVersion, data } = event;
  return hash("sha256", `${previous}\n${canonicalize({ seq, at, type, by, because, policyVersion, data })}`);
}

/** SHA-256 (hex) of a value in RFC 8785 form: the same body, however its keys are ordered, hashes the same. */
export function bodyHashOf(value: unknown): string {
  return hash("sha256", canonicalize(value) ?? "");
}

/** HMAC-SHA-256 (hex) of a value in RFC 8785 form under a person's key (hex): worth nothing once the key is gone. */
export function keyedHashOf(keyHex: string, value: unknown): string {
  return createHmac("sha256", Buffer.from(keyHex, "hex")).update(canonicalize(value) ?? "").digest("hex");
}
