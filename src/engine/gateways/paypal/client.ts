// Calls to PayPal's REST API with its access token, over undici. What an answer means for a payment or a refund others say.
import { request } from "undici";
import { z } from "zod";
import type { PayPalSettings } from "../../../settings.ts";

/** `body` is null where there was none or no JSON. */
export type PayPalAnswer = { status: number; body: unknown };
/** `key` goes out as PayPal-Request-Id: the same key is executed once. `json` is sent as it stands. */
export type PayPalCall = { method: "GET" | "POST"; path: string; json?: string; key?: string };
export type PayPalClient = (call: PayPalCall) => Promise<PayPalAnswer>;

/** PayPal did not answer, or not in time: nobody knows what it did. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super(`PayPal gave no answer: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = "NoAnswer";
  }
}

/** A token is renewed so long before it ends. */
const RENEW_MS = 60_000;
const tokenShape = z.object({ access_token: z.string().min(1), expires_in: z.number() });

/** A client that gets its token when it first needs it, and anew when PayPal does not take it any more. Throws `NoAnswer`. */
export function paypalClient({ clientId, clientSecret, api, timeoutMs }: PayPalSettings): PayPalClient {
  let token: { text: string; until: number } | null = null;

  async function send({ method, path, json, key }: PayPalCall, authorization: string, type = "application/json"): Promise<PayPalAnswer> {
    try {
      const { statusCode, body } = await request(api + path, {
        method, signal: AbortSignal.timeout(timeoutMs),
        headers: { authorization, accept: "application/json", prefer: "return=representation", ...(json === undefined ? {} : { "content-type": type }), ...(key === undefined ? {} : { "paypal-request-id": key }) },
        ...(json === undefined ? {} : { body: json }),
      });
      const text = await body.text();
      return { status: statusCode, body: text === "" ? null : parsed(text) };
    } catch (error) {
      throw new NoAnswer(error);
    }
  }

  async function bearer(): Promise<PayPalAnswer | string> {
    if (token && token.until > Date.now()) return token.text;
    const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
    const answer = await send({ method: "POST", path: "/v1/oauth2/token", json: "grant_type=client_credentials" }, basic, "application/x-www-form-urlencoded");
    const read = tokenShape.safeParse(answer.body);
    if (answer.status !== 200 || !read.success) return { ...answer, status: answer.status === 200 ? 502 : answer.status };
    token = { text: `Bearer ${read.data.access_token}`, until: Date.now() + read.data.expires_in * 1000 - RENEW_MS };
    return token.text;
  }

  return async (call) => {
    for (let tries = 0; ; tries += 1) {
      const authorization = await bearer();
      if (typeof authorization !== "string") return authorization;
      const answer = await send(call, authorization);
      if (answer.status !== 401 || tries === 1) return answer;
      token = null;
    }
  };
}

/** An answer that is no JSON, as a proxy in between gives, says nothing. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
