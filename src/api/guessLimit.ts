// How often a stranger may name an order: for each address, for each order, and for both together. Always on, whatever RATE_LIMIT
// says, since nothing else stands between a guesser and somebody's e-mail. Counted in this process, on the real clock, over an hour.
import type { Context } from "hono";
import { Problem } from "./problems.ts";
import { addressOf } from "./rateLimit.ts";

export type GuessLimit = {
  /** Counts a try at that order's number, or at what else can be guessed. Throws 429, for numbers that exist as for those that do not. */
  count(c: Context, guessed: string, tooMany?: string): void;
};

const HOUR = 3_600_000;
/** An order may be named often in all, so that nobody can shut its buyer out; seldom from one address. */
const most = { together: 20, order: 100, address: 200 };

export function openGuessLimit(now: () => number = Date.now): GuessLimit {
  const tries = new Map<string, number[]>();

  function recent(name: string, at: number): number[] {
    const own = (tries.get(name) ?? []).filter((one) => at - one < HOUR);
    tries.delete(name);
    tries.set(name, own);
    return own;
  }

  /** Names that were not tried for an hour are forgotten; the oldest stand first. */
  function forget(at: number): void {
    for (const [name, own] of tries) {
      if (at - (own.at(-1) ?? 0) < HOUR) return;
      tries.delete(name);
    }
  }

  return {
    count(c, guessed, tooMany = "Too many notices; the seller also takes them in writing.") {
      const at = now();
      const address = addressOf(c);
      const counted: [string, number][] = [[`both/${address}/${guessed}`, most.together], [`order/${guessed}`, most.order], [`address/${address}`, most.address]];
      const lists = counted.map(([name, limit]) => ({ own: recent(name, at), limit }));
      const full = lists.find(({ own, limit }) => own.length >= limit);
      if (full) {
        const seconds = Math.ceil((full.own[0]! + HOUR - at) / 1000);
        throw new Problem("tooManyRequests", tooMany, {}, { "retry-after": String(seconds) });
      }
      for (const { own } of lists) own.push(at);
      forget(at);
    },
  };
}
