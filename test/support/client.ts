// A server in this process with an engine in memory, and clients for it that hold every request and every answer against
// the OpenAPI document. Used by all tests of the API; it knows no rule itself.
import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { pino } from "pino";
import { createApp, type AppSettings } from "../../src/api/app.ts";
import { hashOfKey } from "../../src/api/authentication.ts";
import type { KeyScope, TokenRole } from "../../src/api/caller.ts";
import type { Policy } from "../../src/core/policy.ts";
import type { PayoutSettings } from "../../src/engine/payouts/batches.ts";
import type { Engine } from "../../src/engine/engine.ts";
import type { Prove } from "../../src/engine/proving.ts";
import { startEngine } from "../../src/engine/start.ts";
import type { CarrierSettings, ConnectionSettings } from "../../src/settings.ts";
import { openContract, type Contract } from "./contract.ts";
import { quickProof } from "./quickProof.ts";
import { newDatabase } from "./stores.ts";

export const operatorKey = "a test's operator key";

/** What came back. `body` is the JSON, or the text where it is none. */
export type Reply = { status: number; body: Json; headers: Headers };
/** JSON as a test reads it: the contract has just checked its shape. */
export type Json = ReturnType<typeof JSON.parse>;
export type Sending = { headers?: Record<string, string>; raw?: { type: string; bytes: string | Uint8Array | FormData } };

export type Client = {
  call(method: string, path: string, body?: unknown, sending?: Sending): Promise<Reply>;
  get(path: string): Promise<Reply>;
  post(path: string, body?: unknown): Promise<Reply>;
  put(path: string, body?: unknown): Promise<Reply>;
  /** Gives a command with a new key, or with the one in `key`. */
  command(orderId: string, command: { type: string; [field: string]: unknown }, key?: string): Promise<Reply>;
};

export type TestServer = {
  url: string; engine: Engine;
  operator: Client; nobody: Client;
  as(role: TokenRole, id: string): Promise<Client>;
  withKey(scope: KeyScope): Promise<Client>;
  /** A client that presents this after `Bearer`. */
  presenting(key: string): Client;
  advance(by: string): Promise<void>;
  /** Places an order and returns it. */
  place(change?: Record<string, unknown>): Promise<Json>;
  close(): Promise<void>;
};

/** `socketEach`: of so many requests one goes over a socket, the others straight to the app, which costs half. One: all of them. */
type Options = Partial<Pick<AppSettings, "rateLimit" | "people" | "pages" | "mail" | "framedBy" | "cartLinks" | "modelOrigins">> & { key?: string; databaseUrl?: string; carrier?: CarrierSettings; institution?: ConnectionSettings; policies?: Policy[]; sandbox?: boolean; socketEach?: number; prove?: Prove; payouts?: PayoutSettings; reviewers?: string[] };

/** Sends a request to the path and gives the answer. */
type Send = (path: string, request: RequestInit) => Promise<Response>;

/** Starts a server on a free port over an engine in memory. */
export async function startTestServer({ rateLimit = null, key = operatorKey, policies, sandbox = true, socketEach = 1, prove = quickProof, people, pages, mail, framedBy = [], cartLinks = {}, modelOrigins = [], databaseUrl, carrier, institution, payouts, reviewers = [] }: Options = {}): Promise<TestServer> {
  const log = pino({ level: "warn" });
  // On the tests' PostgreSQL where there is one: it costs a fraction of the embedded database, which has tests of its own.
  const own = databaseUrl === undefined && process.env.TEST_DATABASE_URL ? await newDatabase() : null;
  const where = databaseUrl ?? own?.url;
  const engine = await startEngine({ ...(where === undefined ? { dataDir: "memory" } : { databaseUrl: where }), sandbox, log, prove, payouts, reviewers, ...(carrier ? { carrier } : {}), ...(institution ? { institution } : {}), ...(policies ? { policies } : {}) });
  const closing = new AbortController();
  const app = createApp(engine, { operatorKeyHash: hashOfKey(key), rateLimit, log, closing: closing.signal, framedBy, cartLinks, modelOrigins, ...(people ? { people } : {}), ...(pages ? { pages } : {}), ...(mail ? { mail } : {}) });
  const server = await new Promise<Server>((resolve) => {
    const made = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () => resolve(made as Server));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const contract = openContract((await (await fetch(`${url}/openapi.json`)).json()) as object);
  let requests = 0;
  const send: Send = async (path, request) => ((requests += 1) % socketEach === 0 ? fetch(url + path, request) : app.request(path, request));
  const operator = clientOf(send, contract, key);
  let placed = 0;
  return {
    url, engine, operator, nobody: clientOf(send, contract, null),
    presenting: (key) => clientOf(send, contract, key),
    async as(role, id) {
      const { status, body } = await operator.post("/v1/tokens", { role, id, ttl: "P1D" });
      assert.equal(status, 201);
      return clientOf(send, contract, body.token as string);
    },
    async withKey(scope) {
      const { status, body } = await operator.post("/v1/keys", { name: `a ${scope} key`, scope });
      assert.equal(status, 201);
      return clientOf(send, contract, body.key as string);
    },
    async advance(by) {
      assert.equal((await operator.post("/v1/sandbox/clock", { advance: by })).status, 200);
    },
    async place(change = {}) {
      const { status, body } = await operator.post("/v1/orders", { ...orderBody(`T-${++placed}`), ...change });
      assert.equal(status, 201, JSON.stringify(body));
      return body;
    },
    async close() {
      closing.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await engine.close();
      await own?.forget();
    },
  };
}

/** An order as API.md shows it. */
export function orderBody(externalId: string) {
  return {
    marketplace: "aliexpress", externalId, buyer: { id: "ann", name: "Ann", country: "DE" }, seller: { id: "cactus", name: "Cactus Shop", country: "CN" },
    fulfilledBy: "seller", currency: "USD", lines: [{ sku: "SEED-1", title: "Cactus seeds", quantity: 2, unitPriceMinor: 500 }], shippingMinor: 250, shipWithin: "P7D",
  };
}

function clientOf(send: Send, contract: Contract, key: string | null): Client {
  const call = async (method: string, path: string, body?: unknown, { headers = {}, raw }: Sending = {}): Promise<Reply> => {
    const sent: Record<string, string> = { ...(key === null ? {} : { authorization: `Bearer ${Buffer.from(key).toString("latin1")}` }), ...headers };
    if (raw && !(raw.bytes instanceof FormData)) sent["content-type"] = raw.type;
    if (body !== undefined) sent["content-type"] = "application/json";
    const answer = await send(path, { method, headers: sent, redirect: "manual", body: raw ? (raw.bytes as RequestInit["body"] & object) : body === undefined ? null : JSON.stringify(body) });
    const text = await answer.text();
    const type = answer.headers.get("content-type") ?? "";
    const reply: Reply = { status: answer.status, body: type.includes("json") ? JSON.parse(text) : text, headers: answer.headers };
    contract.check(method, path, body, reply.status, type, reply.body);
    return reply;
  };
  let given = 0;
  return {
    call,
    get: (path) => call("GET", path),
    post: (path, body) => call("POST", path, body),
    put: (path, body) => call("PUT", path, body),
    command: (orderId, command, idempotencyKey = `k-${process.hrtime.bigint()}-${++given}`) =>
      call("POST", `/v1/orders/${orderId}/commands`, command, { headers: { "idempotency-key": idempotencyKey } }),
  };
}
