// One attempt: a signed message is posted to a receiver, and what it answered. Follows no redirect, reads no answer's body, waits
// fifteen seconds at most. Signed as Standard Webhooks says (https://www.standardwebhooks.com).
import { isIP } from "node:net";
import { Webhook } from "standardwebhooks";
import { Agent, request } from "undici";
import { checkedLookup, mayBeCalled } from "./address.ts";

/** What is sent. `id` stays the same however often it is tried. */
export type Message = { id: string; payload: string };
/** `status` is null where no answer came; `error` says why, in a few words. */
export type PostAnswer = { status: number | null; error: string | null; tookMs: number };

export type Poster = { post(target: { url: string; secret: string }, message: Message): Promise<PostAnswer>; close(): Promise<void> };

const TIMEOUT_MS = 15_000;

/** `loopback` lets this machine be called, as the sandbox does. */
export function openPoster(loopback: boolean): Poster {
  const agent = new Agent({ connect: { lookup: checkedLookup(loopback), timeout: TIMEOUT_MS }, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS, pipelining: 1 });
  return {
    async post({ url, secret }, { id, payload }) {
      const began = performance.now();
      const tookMs = (): number => Math.round(performance.now() - began);
      // A literal address is never looked up.
      const host = new URL(url).hostname.replace(/^\[|\]$/g, "");
      if (isIP(host) !== 0 && !mayBeCalled(host, loopback)) return { status: null, error: "the address leads into a private network", tookMs: 0 };
      const at = new Date();
      const headers = {
        "content-type": "application/json", "user-agent": "rescind", "webhook-id": id, "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
        "webhook-signature": new Webhook(secret).sign(id, at, payload),
      };
      try {
        const { statusCode, body } = await request(url, { method: "POST", headers, body: payload, dispatcher: agent, signal: AbortSignal.timeout(TIMEOUT_MS) });
        body.on("error", () => undefined).destroy();
        return { status: statusCode, error: statusCode >= 200 && statusCode < 300 ? null : `answered ${statusCode}`, tookMs: tookMs() };
      } catch (error) {
        return { status: null, error: (error as Error).name === "TimeoutError" ? "no answer in 15 seconds" : (error as Error).message.slice(0, 200), tookMs: tookMs() };
      }
    },
    close: () => agent.destroy(),
  };
}
