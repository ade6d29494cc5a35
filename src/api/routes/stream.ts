// Changes as they happen: server-sent events after each commit, each one authorised by itself.
// Only the latest changes are kept: a reader who was away too long is told to read anew (`event: reload`).
import { z } from "@hono/zod-openapi";
import { streamSSE, type SSEStreamingApi } from "hono/streaming";
import type { Change } from "../../engine/changes.ts";
import { sees, type Caller } from "../caller.ts";
import { route, type Route } from "../route.ts";
import { seesEvent } from "../views/event.ts";

const HEARTBEAT_MS = 15_000;
const MOST_WAITING = 1000;

const stream = route({
  method: "get", path: "/v1/stream", tag: "History", right: "read", summary: "Follow changes",
  description: "Server-sent events `change` with {orderId, version, status, events}. Send Last-Event-ID to go on after it; `reload` says that too much has happened since.",
  documented: { headers: z.object({ "last-event-id": z.string().optional() }) },
  answers: { 200: { description: "The stream.", content: { "text/event-stream": { schema: { type: "string" } } } } },
  async handle({ c, api, caller }) {
    const { changes } = api.engine;
    const lastSeen = c.req.header("last-event-id");
    c.header("x-accel-buffering", "no");
    if (c.req.method === "HEAD") return c.body(null, 200);
    const waiting = openQueue();
    const subscription = await changes.subscribe((change) => waiting.add(change), lastSeen);
    return streamSSE(c, async (out) => {
      const beat = setInterval(() => waiting.wake(), HEARTBEAT_MS);
      const end = (): void => waiting.end();
      out.onAbort(end);
      api.closing.addEventListener("abort", end, { once: true });
      if (api.closing.aborted) end();
      try {
        await out.write("retry: 2000\n\n");
        for (const change of subscription.missed ?? [null]) await tell(out, caller, change);
        while (!waiting.ended()) {
          const next = await waiting.take();
          if (waiting.ended()) break;
          // A session that was revoked is out at once, a key or token with the next beat.
          if ((next.length === 0 || caller.provenAt !== undefined) && !(await api.authentication.callerOf(c))) break;
          for (const change of next) await tell(out, caller, change);
          if (next.length === 0) await out.write(": beat\n\n");
        }
      } finally {
        clearInterval(beat);
        subscription.end();
        api.closing.removeEventListener("abort", end);
      }
    }, async (error) => api.log.warn({ err: error }, "a stream broke"));
  },
});

/** Null is told where something was missed. */
async function tell(out: SSEStreamingApi, caller: Caller, change: Change | null): Promise<void> {
  if (change === null) return out.writeSSE({ event: "reload", data: "{}" });
  const { position, order, events } = change;
  if (!sees(caller, order)) return;
  const types = events.filter((event) => seesEvent(caller, event)).map((event) => event.type);
  await out.writeSSE({ event: "change", id: position, data: JSON.stringify({ orderId: order.id, version: order.version, status: order.status, events: types }) });
}

/** What waits for a reader. One who reads too slowly is cut off and can go on from the last event they got. */
function openQueue() {
  let list: (Change | null)[] = [];
  let over = false;
  let wake: () => void = () => undefined;
  return {
    add(change: Change | null): void {
      if (!over) list.push(change);
      if (list.length > MOST_WAITING) {
        over = true;
        list = [];
      }
      wake();
    },
    wake: () => wake(),
    end(): void {
      over = true;
      wake();
    },
    ended: () => over,
    /** Everything that waits; empty after a wake-up without news. */
    async take(): Promise<(Change | null)[]> {
      if (list.length === 0 && !over) await new Promise<void>((resolve) => (wake = resolve));
      const taken = list;
      list = [];
      return taken;
    },
  };
}

export const streamRoutes: Route[] = [stream];
