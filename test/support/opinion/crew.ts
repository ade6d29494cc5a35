// A campaign of batches: by itself, or with processes that share the batches among them. Each process keeps its engines for some
// batches, audits them as a whole, and takes new ones. A difference ends its engines' use, not the campaign.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Difference } from "./batch.ts";
import { openBook, type Book } from "./book.ts";
import { batchBegins, playBatch } from "./play.ts";
import { shrunk } from "./shrink.ts";
import type { SideName } from "./side.ts";
import { emptyTally, type Tally } from "./tally.ts";
import { toldStory } from "./told.ts";

export type CrewWish = {
  seed: number; sides: readonly SideName[]; stories: number; rounds: number; hangs: boolean;
  /** So many batches are played on the same engines, and then everything in them is audited. */
  batchesInBook: number;
};
/** What came of a batch: what was counted, and what was found, each a text to read. */
export type Played = { number: number; tally: Tally; findings: string[] };

/** A process' own part: plays batches one after the other. */
export function openPlayer(wish: CrewWish): { play(number: number): Promise<Played>; close(): Promise<string[]> } {
  let book: Book | null = null;
  let played: number[] = [];

  async function audited(): Promise<string[]> {
    const ended = book;
    if (!ended) return [];
    book = null;
    const which = `seed ${wish.seed}, batches ${played[0]} to ${played.at(-1)}`;
    played = [];
    const findings = await ended.audit();
    await ended.close();
    return findings.map((finding) => `${which}: the audit says ${finding}`);
  }

  return {
    async play(number) {
      book ??= await openBook(wish.sides);
      const tally = emptyTally();
      const began = performance.now();
      const findings: string[] = [];
      try {
        await playBatch({ ...wish, number, book, tally });
        played.push(number);
        if (played.length >= wish.batchesInBook) findings.push(...(await audited()));
      } catch (error) {
        findings.push(await reported(error, wish, number));
        // Nobody knows what its engines are in the middle of.
        await book?.close().catch(() => undefined);
        book = null;
        played = [];
      }
      tally.seconds = (performance.now() - began) / 1000;
      return { number, tally, findings };
    },
    close: audited,
  };
}

async function reported(error: unknown, { seed, sides }: CrewWish, number: number): Promise<string> {
  const where = `seed ${seed}, batch ${number}`;
  if (!(error instanceof Difference)) return `${where}: ${String((error as Error).stack)}`;
  let fresh: Book | null = null;
  try {
    // On engines of its own: those of the batch stand somewhere in the middle.
    fresh = await openBook(sides);
    const small = await shrunk(error, fresh, batchBegins(number));
    return small ? `${where}:\n${toldStory(small)}` : `${where}: it does not show when the story is played alone. As it was:\n${toldStory(error)}`;
  } catch (other) {
    return `${where}: ${error.message}\nIt could not be made shorter: ${String((other as Error).stack)}\n${toldStory(error)}`;
  } finally {
    await fresh?.close().catch(() => undefined);
  }
}

/**
 * Plays the batches from `first` on in so many processes until `goesOn` says no. Calls `heard` with what came of each. A process that
 * is killed is replaced, and its batch is played anew; resolves with what the last audits found.
 */
export async function playInCrew(wish: CrewWish, workers: number, first: number, goesOn: (next: number) => boolean, heard: (played: Played) => void): Promise<string[]> {
  let next = first;
  const late: string[] = [];
  const work = fileURLToPath(new URL("./crewMember.ts", import.meta.url));

  /** One process' life; resolves with the batch that it was killed in, or null. */
  function member(again: number | null): Promise<number | null> {
    return new Promise((resolve, reject) => {
      const child = fork(work, [JSON.stringify(wish)], { execArgv: [] });
      let playing: number | null = null;
      const give = (number: number | null): void => {
        playing = number;
        child.send(number === null ? { end: true } : { play: number });
      };
      const nextOne = (): number | null => (goesOn(next) ? next++ : null);
      child.on("message", (message: Played | { late: string[] }) => {
        if ("late" in message) return void late.push(...message.late);
        heard(message);
        give(nextOne());
      });
      child.on("error", reject);
      child.on("exit", (code, signal) => {
        if (code === 0) resolve(null);
        else if (signal !== null) resolve(playing);
        else reject(new Error(`a process of the crew ended with ${code}`));
      });
      give(again ?? nextOne());
    });
  }

  async function lasting(): Promise<void> {
    for (let killedIn = await member(null); killedIn !== null; ) killedIn = await member(killedIn);
  }
  await Promise.all(Array.from({ length: workers }, lasting));
  return late;
}
