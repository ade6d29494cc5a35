// How many requests a minute a caller may send, where the setting asks for a limit. Counted in this process, on the real clock.
// Whoever shows no valid key is counted by their address, so that keys cannot be guessed at speed.
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { Caller } from "./caller.ts";
import { Problem } from "./problems.ts";

export type RateLimit = {
  /** Counts a request. Throws 429 with the seconds to wait. */
  count(c: Context, caller: Caller | null): void;
};

const MINUTE = 60_000;

/** A limit of `perMinute` requests for each caller: a bucket that refills evenly. */
export function rateLimitOf(perMinute: number): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    count(c, caller) {
      const name = caller?.name ?? `address/${addressOf(c)}`;
      const now = Date.now();
      const bucket = buckets.get(name) ?? { left: perMinute, at: now };
      bucket.left = Math.min(perMinute, bucket.left + ((now - bucket.at) * perMinute) / MINUTE);
      bucket.at = now;
      buckets.delete(name);
      buckets.set(name, bucket);
      forgetFull(buckets, now, MINUTE);
      if (bucket.left < 1) {
        const seconds = Math.ceil(((1 - bucket.left) * MINUTE) / perMinute / 1000);
        throw new Problem("tooManyRequests", `At most ${perMinute} requests a minute.`, {}, { "retry-after": String(seconds) });
      }
      bucket.left -= 1;
    },
  };
}

/** A bucket that nobody touched for a minute is full again; the oldest stand first. */
function forgetFull(buckets: Map<string, { at: number }>, now: number, afterMs: number): void {
  for (const [name, { at }] of buckets) {
    if (now - at < afterMs) return;
    buckets.delete(name);
  }
}

/** The address that a request came from, as far as the server knows it. */
export function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? "unknown";
  } catch {
    // Mounted in a server that is not Node's: it must limit by address itself.
    return "unknown";
  }
}
