// What a campaign has tried and met: commands, refusals, arrows, faults, tricks. Numbers that can be added up.

export type Tally = {
  stories: number; events: number; asked: number; seconds: number;
  accepted: Record<string, number>; refused: Record<string, number>; otherwise: Record<string, number>;
  tricks: Record<string, number>; faults: Record<string, number>; arrows: Record<string, number>;
};

export const emptyTally = (): Tally => ({ stories: 0, events: 0, asked: 0, seconds: 0, accepted: {}, refused: {}, otherwise: {}, tricks: {}, faults: {}, arrows: {} });

/** One more (or so many) of a kind. */
export function count(of: Record<string, number>, name: string, times = 1): void {
  of[name] = (of[name] ?? 0) + times;
}

/** Adds what another has counted. */
export function add(sum: Tally, other: Tally): void {
  for (const name of ["stories", "events", "asked", "seconds"] as const) sum[name] += other[name];
  for (const name of ["accepted", "refused", "otherwise", "tricks", "faults", "arrows"] as const) for (const [kind, times] of Object.entries(other[name])) count(sum[name], kind, times);
}
