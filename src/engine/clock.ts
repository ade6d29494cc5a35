// What time it is for orders, deadlines and promises. The real clock, or the sandbox's, which stands still until it is moved
// and survives a restart. Tokens, keys, leases and rate limits follow the real one and do not ask here.
import { later } from "../core/time.ts";
import type { Settings } from "../store/settings.ts";

export type Clock = { now(): number; sandbox: boolean };

export const realClock: Clock = { now: () => Date.now(), sandbox: false };

/** `base` holds since the real time `since`; while it runs, real time is added. */
type Standing = { base: number; running: boolean; since: number };

export type SandboxClock = Clock & {
  running(): boolean;
  /** Sets the time; never back. */
  set(now: number): Promise<void>;
  run(running: boolean): Promise<void>;
};

const NAME = "sandboxClock";

/** The sandbox clock as it was left, or standing at the real time of the very first start. */
export async function openSandboxClock(settings: Settings, startAt = Date.now()): Promise<SandboxClock> {
  const first: Standing = { base: startAt, running: false, since: startAt };
  let standing = (await settings.putFirst(NAME, first)) as Standing;
  const now = (): number => (standing.running ? standing.base + Math.max(0, Date.now() - standing.since) : standing.base);
  const keep = async (next: Standing): Promise<void> => {
    standing = next;
    await settings.put(NAME, next);
  };
  return {
    sandbox: true,
    now,
    running: () => standing.running,
    set: (to) => (to > now() ? keep({ ...standing, base: to, since: Date.now() }) : Promise.resolve()),
    run: (running) => keep({ base: now(), running, since: Date.now() }),
  };
}

/** The instant that a move of the clock leads to. Epoch milliseconds. */
export const advanced = (now: number, by: string): number => later(now, by, "UTC");
