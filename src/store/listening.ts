// A connection of its own to a PostgreSQL server that listens on a channel, for as long as it is wanted: where it breaks, it is
// made anew. What a message means is not known here.

import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Listener } from "./database.ts";

/** How long to wait before the next attempt, doubled each time up to the longest. */
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;
/** A connection that died without a word is noticed by TCP after some of these. */
const KEEP_ALIVE_MS = 10_000;

/** Listens until the answer is called. Resolves once it listens; throws where even the first attempt fails. `channel` is a plain name. */
export async function listen(databaseUrl: string, channel: string, { heard, missed }: Listener): Promise<() => Promise<void>> {
  const ending = new AbortController();
  let client = await connected();
  void goOn();
  return async () => {
    ending.abort();
    await client.end().catch(() => undefined);
  };

  async function connected(): Promise<pg.Client> {
    const made = new pg.Client({ connectionString: databaseUrl, application_name: "rescind", keepAlive: true, keepAliveInitialDelayMillis: KEEP_ALIVE_MS });
    // Without a listener a break would end the process; that it has ended is what counts.
    made.on("error", () => undefined);
    made.on("notification", ({ payload }) => heard(payload ?? ""));
    try {
      await made.connect();
      await made.query(`LISTEN ${channel}`);
      return made;
    } catch (error) {
      await made.end().catch(() => undefined);
      throw error;
    }
  }

  async function goOn(): Promise<void> {
    while (!ending.signal.aborted) {
      await ended(client);
      for (let wait = FIRST_WAIT_MS; !ending.signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
        await sleep(wait, undefined, { signal: ending.signal, ref: false }).catch(() => undefined);
        if (ending.signal.aborted) return;
        const next = await connected().catch(() => null);
        if (next === null) continue;
        client = next;
        if (ending.signal.aborted) return void (await client.end().catch(() => undefined));
        missed();
        break;
      }
    }
  }
}

const ended = (client: pg.Client): Promise<void> => new Promise((resolve) => void client.once("end", () => resolve()));
