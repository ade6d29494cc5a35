// A closed loop: so many at once, each going through one order's life after the other, until the time is over.
// It counts and times commands; what a command is, it does not know.

/** Performs one order's life from its beginning; calls `done` after each command with the instant at which it was given. */
export type Live = (number: number, done: (startedAt: number) => boolean) => Promise<void>;

/** `perSecond` counts commands answered within the window; latencies are milliseconds; `nodeMicroseconds` is this process's processor time for a command. */
export type Pace = { perSecond: number; commands: number; seconds: number; p50Ms: number; p99Ms: number; nodeMicroseconds: number };

const WARM_UP = 0.25;

/** Runs for a quarter of `seconds` unmeasured, then for `seconds`; ends early when the first client finds no more of `lives`. */
export async function pace(live: Live, atOnce: number, seconds: number, lives = Infinity): Promise<Pace> {
  const from = performance.now() + seconds * WARM_UP * 1_000;
  let until = from + seconds * 1_000;
  const latencies: number[] = [];
  let next = 0;
  let all = 0;
  const used = process.cpuUsage();
  const done = (startedAt: number): boolean => {
    const now = performance.now();
    all += 1;
    if (now >= from && now < until) latencies.push(now - startedAt);
    return now < until;
  };
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      if (next === lives) until = performance.now();
      else await live(next++, done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  const measured = Math.max(until - from, 1) / 1_000;
  const { user, system } = process.cpuUsage(used);
  latencies.sort((a, b) => a - b);
  const at = (share: number): number => round(latencies[Math.floor(latencies.length * share)] ?? 0, 2);
  return {
    perSecond: round(latencies.length / measured, 1), commands: latencies.length, seconds: round(measured, 2),
    p50Ms: at(0.5), p99Ms: at(0.99),
    nodeMicroseconds: round((user + system) / all, 0),
  };
}

/** Every life once, to its end, nothing measured. */
export async function throughout(live: Live, atOnce: number, lives: number): Promise<void> {
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < lives) await live(next++, () => true);
  };
  await Promise.all(Array.from({ length: atOnce }, client));
}

export const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** The middle of some figures. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
