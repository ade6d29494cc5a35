// Commands per second: rounds through the engine and rounds of the same rows in bare SQL, in turn (ABAB), each on an empty
// database. The figure is the median of the rounds; the ratio is engine to bare.
import { startEngine } from "../src/engine/start.ts";
import type { Log } from "../src/engine/log.ts";
import { openStore } from "../src/store/store.ts";
import type { Databases, Place } from "./databases.ts";
import { median, pace, round, type Pace } from "./loop.ts";
import { throughSql, type Tape } from "./tape.ts";
import { throughEngine } from "./throughEngine.ts";

/** Commands per second at so many at once. */
export type CommandFigures = { atOnce: number; engine: number; bare: number; ratio: number; engineRounds: Pace[]; bareRounds: Pace[] };

export type CommandSettings = { atOnce: readonly number[]; seconds: number; rounds: number; lanes: number };

const quiet: Log = { info: () => undefined, debug: () => undefined, warn: console.error, error: console.error };

/** Measures one kind of database at every number at once; `seconds` are shared among the rounds of each loop. */
export async function measureCommands(databases: Databases, tape: Tape, settings: CommandSettings, say: (line: string) => void): Promise<CommandFigures[]> {
  const all: CommandFigures[] = [];
  const seconds = settings.seconds / settings.rounds;
  const lanes = databases.name === "pglite" ? 1 : settings.lanes;
  for (const atOnce of settings.atOnce) {
    const engineRounds: Pace[] = [];
    const bareRounds: Pace[] = [];
    for (let number = 0; number < settings.rounds; number += 1) {
      engineRounds.push(await onEmpty(databases, (place) => engineRound(place, lanes, atOnce, seconds)));
      bareRounds.push(await onEmpty(databases, (place) => bareRound(place, tape, lanes, atOnce, seconds)));
      say(`${databases.name}, ${atOnce} at once, round ${number + 1}: engine ${engineRounds.at(-1)!.perSecond}/s, bare ${bareRounds.at(-1)!.perSecond}/s`);
    }
    const engine = median(engineRounds.map(({ perSecond }) => perSecond));
    const bare = median(bareRounds.map(({ perSecond }) => perSecond));
    all.push({ atOnce, engine, bare, ratio: round(engine / bare, 3), engineRounds, bareRounds });
  }
  return all;
}

async function onEmpty(databases: Databases, run: (place: Place) => Promise<Pace>): Promise<Pace> {
  const place = await databases.empty();
  try {
    return await run(place);
  } finally {
    await place.forget();
  }
}

async function engineRound({ databaseUrl, dataDir }: Place, lanes: number, atOnce: number, seconds: number): Promise<Pace> {
  const engine = await startEngine({ databaseUrl, dataDir, lanes, sandbox: false, log: quiet });
  try {
    return await pace(throughEngine(engine, "round"), atOnce, seconds);
  } finally {
    await engine.close();
  }
}

async function bareRound({ databaseUrl, dataDir }: Place, tape: Tape, lanes: number, atOnce: number, seconds: number): Promise<Pace> {
  const store = await openStore({ databaseUrl, dataDir, lanes });
  try {
    return await pace(throughSql(tape, store, lanes), atOnce, seconds, tape.tracks.length);
  } finally {
    await store.close();
  }
}
