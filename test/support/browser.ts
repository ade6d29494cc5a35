// A browser as the server sees one: keeps cookies, says where its requests come from. Each request is held against the OpenAPI
// document like any other client's.
import assert from "node:assert/strict";
import type { Reply, Sending, TestServer } from "./client.ts";

export type Browser = {
  call(method: string, path: string, body?: unknown, sending?: Sending): Promise<Reply>;
  get(path: string): Promise<Reply>;
  post(path: string, body?: unknown): Promise<Reply>;
  command(orderId: string, command: { type: string; [field: string]: unknown }): Promise<Reply>;
  /** The cookies as they were set last, by name, with their attributes. */
  cookies: Map<string, string>;
};

/** Opens a browser on that server, at its own site or at another. */
export function openBrowser(server: TestServer, origin = server.url): Browser {
  const cookies = new Map<string, string>();
  const valueOf = (set: string): string => set.split(";")[0]!.slice(set.indexOf("=") + 1);
  const call: Browser["call"] = async (method, path, body, { headers = {}, ...more } = {}) => {
    const cookie = [...cookies].filter(([, set]) => valueOf(set) !== "").map(([name, set]) => `${name}=${valueOf(set)}`).join("; ");
    const own = { origin, "sec-fetch-site": origin === server.url ? "same-origin" : "cross-site", ...(cookie === "" ? {} : { cookie }) };
    const reply = await server.nobody.call(method, path, body, { headers: { ...own, ...headers }, ...more });
    for (const set of reply.headers.getSetCookie()) cookies.set(set.slice(0, set.indexOf("=")), set);
    return reply;
  };
  let given = 0;
  return {
    call, cookies,
    get: (path) => call("GET", path),
    post: (path, body) => call("POST", path, body),
    command: (orderId, command) => call("POST", `/v1/orders/${orderId}/commands`, command, { headers: { "idempotency-key": `b-${process.hrtime.bigint()}-${++given}` } }),
  };
}

/** A browser in which that demo person is signed in. */
export async function demoBrowser(server: TestServer, person: string): Promise<Browser> {
  const browser = openBrowser(server);
  const { status, body } = await browser.post("/v1/session/demo", { person });
  assert.equal(status, 200, JSON.stringify(body));
  return browser;
}

/** Lets the sessions of somebody have proven themselves that long ago. */
export async function ageProof(server: TestServer, byMs: number): Promise<void> {
  for (const row of await server.engine.store.people.find("sessions", [], { limit: 100, offset: 0, sortBy: null })) {
    await server.engine.store.people.change("sessions", [{ column: "id", operator: "eq", value: row.id as string, either: false, anyCase: false }], { proven_at: (row.proven_at as number) - byMs });
  }
}
