// A reader of /v1/stream: opens it with a key and takes its events one by one.
import assert from "node:assert/strict";
import type { Json } from "./client.ts";

export type Told = { event: string; id: string; data: Json };
/** `next` waits for the next event, `end` leaves. */
export type Following = { next(): Promise<Told>; end(): void };

/** Opens the stream of the server at `url`, after that event where one is named. */
export async function follow(url: string, key: string, lastEventId?: string): Promise<Following> {
  const leaving = new AbortController();
  const headers = { authorization: `Bearer ${key}`, ...(lastEventId ? { "last-event-id": lastEventId } : {}) };
  const answer = await fetch(`${url}/v1/stream`, { headers, signal: leaving.signal });
  assert.equal(answer.headers.get("content-type"), "text/event-stream");
  const told = events(answer.body!.pipeThrough(new TextDecoderStream()));
  return {
    next: async () => (await told.next()).value as Told,
    end: () => leaving.abort(),
  };
}

async function* events(text: AsyncIterable<string>): AsyncGenerator<Told> {
  let rest = "";
  for await (const chunk of text) {
    const blocks = (rest + chunk).split("\n\n");
    rest = blocks.pop()!;
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]));
      if (fields.data !== undefined) yield { event: fields.event ?? "", id: fields.id ?? "", data: JSON.parse(fields.data) };
    }
  }
}
