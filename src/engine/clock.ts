// What time it is for orders, deadlines and promises. The real clock, or the sandbox's, which stands still until it is moved
// and survives a restart. Tokens, keys, leases and rate limits follow the real one and do not ask here.
import { later } from "../core/time.ts";
import type { Settings } from "../store/settings.ts";

export type Clock = {
  now(): number;
  sandbox: boolean;
  /** Takes over what another process has made of the sandbox's clock. */
  refresh(): Promise<void>;
};

export const realClock: Clock = { now: () => Date.now(), sandbox: false, refresh: async () => undefined };

/** `base` holds since the real time `since`; while it runs, real time is added. `moves` counts what was done to it. */
type Standing = { base: number; running: boolean; since: number; moves: number };

export type SandboxClock = Clock & {
  running(): boolean;
  /** Sets the time; never back. */
  set(now: number): Promise<void>;
  run(running: boolean): Promise<void>;
};

const NAME = "sandboxClock";

/** The sandbox clock as it was left, or standing at the real time of the very first start. `alone`: no other process moves it. */
export async function openSandboxClock(settings: Settings, alone: boolean, startAt = Date.now()): Promise<SandboxClock> {
  let standing = (await settings.putFirst(NAME, { base: startAt, running: false, since: startAt, moves: 0 } satisfies Standing)) as Standing;
  // Answers may overtake one another: an older one never sets the clock back.
  const take = (kept: unknown): void => {
    if ((kept as Standing).moves > standing.moves) standing = kept as Standing;
  };
  const keep = async (next: (kept: Standing) => Omit<Standing, "moves"> | null): Promise<void> =>
    take(await settings.change(NAME, (kept) => {
      const moved = next(kept as Standing);
      return moved === null ? kept : { ...moved, moves: (kept as Standing).moves + 1 };
    }));
  return {
    sandbox: true,
    now: () => timeOf(standing),
    running: () => standing.running,
    refresh: async () => (alone ? undefined : take(await settings.get(NAME))),
    set: (to) => keep((kept) => (to > timeOf(kept) ? { base: to, running: kept.running, since: Date.now() } : null)),
    run: (running) => keep((kept) => ({ base: timeOf(kept), running, since: Date.now() })),
  };
}

const timeOf = ({ base, running, since }: Standing): number => (running ? base + Math.max(0, Date.now() - since) : base);

/** The instant that a move of the clock leads to. Epoch milliseconds. */
export const advanced = (now: number, by: string): number => later(now, by, "UTC");
