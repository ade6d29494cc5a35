// One stream of changes for all open pages: what it tells of is read anew. It goes on where it broke off, and waits longer each time
// that it cannot be reached.
import type { QueryClient } from "@tanstack/react-query";
import { tokenHere } from "./token.ts";

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;
/** Changes within this time are read together. */
const GATHER_MS = 120;

export type Change = { orderId: string; version: number; status: string; events: string[] };
type Listener = (change: Change) => void;
const listeners = new Set<Listener>();

/** Hears of every change that the person may see; answers with how to stop. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Follows the stream until it is aborted. */
export async function follow(queries: QueryClient, signal: AbortSignal): Promise<void> {
  let lastId: string | null = null;
  let wait = FIRST_WAIT_MS;
  const refresh = gathering(queries);
  while (!signal.aborted) {
    try {
      for await (const { id, event, text } of read(lastId, signal)) {
        wait = FIRST_WAIT_MS;
        lastId = id ?? lastId;
        if (event === "reload") await queries.invalidateQueries();
        else if (event === "change") tell(JSON.parse(text) as Change, refresh);
      }
    } catch {
      // Broken off: whatever was missed comes with the next connection.
    }
    await pause(wait, signal);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

function tell(change: Change, refresh: (orderId: string) => void): void {
  refresh(change.orderId);
  for (const listener of listeners) listener(change);
}

function gathering(queries: QueryClient): (orderId: string) => void {
  const orders = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  return (orderId) => {
    orders.add(orderId);
    timer ??= setTimeout(() => {
      timer = null;
      for (const id of orders) void queries.invalidateQueries({ queryKey: ["order", id] });
      orders.clear();
      void queries.invalidateQueries({ queryKey: ["orders"] });
      void queries.invalidateQueries({ queryKey: ["clock"] });
    }, GATHER_MS);
  };
}

type Told = { id: string | null; event: string; text: string };

async function* read(lastId: string | null, signal: AbortSignal): AsyncGenerator<Told> {
  const token = tokenHere();
  const headers = { ...(token ? { authorization: `Bearer ${token.text}` } : {}), ...(lastId === null ? {} : { "last-event-id": lastId }) };
  const answer = await fetch("/v1/stream", { headers, signal });
  if (!answer.ok || answer.body === null) throw new Error(`no stream: ${answer.status}`);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop() ?? "";
    yield* blocks.map(toldIn);
  }
}

function toldIn(block: string): Told {
  const fields = block.split("\n").map((line) => /^(\w+): ?(.*)$/.exec(line));
  const field = (name: string): string | null => fields.find((one) => one?.[1] === name)?.[2] ?? null;
  return { id: field("id"), event: field("event") ?? "", text: field("data") ?? "" };
}

const pause = (ms: number, signal: AbortSignal): Promise<void> => new Promise((resolve) => {
  setTimeout(resolve, ms);
  signal.addEventListener("abort", () => resolve(), { once: true });
});
