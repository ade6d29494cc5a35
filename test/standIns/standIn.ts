// A server that stands in for an institution over real HTTP: it executes, keeps what it executed and the answer to each key, and
// misbehaves on request. What the institution's contract is its own file says; nothing of the product is used here.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What the next call with a key meets: `…After` once it was executed, `…Before` instead of it. */
export const faults = ["hangAfter", "error500After", "resetAfter", "error500Before", "resetBefore", "slow", "twice", "busy429", "conflict409", "unauthorized401"] as const;
export type Fault = (typeof faults)[number];

export type Call = { method: string; path: string; query: URLSearchParams; headers: IncomingHttpHeaders; body: string; key: string | null };
export type Reply = { status: number; body: object };
/**
 * `keepsKeysMs`: how long it answers a key as the first time. `problem` makes its errors. What `replays` says no to is answered anew
 * each time, by whatever else tells the same call apart.
 */
export type Contract = { keyHeader: string; refundPath: RegExp; replayedHeader: string | null; keepsKeysMs: number; replays?(path: string): boolean; now(): number; answer(call: Call): Reply; problem(status: number): object };

export type StandIn = {
  url: string;
  /** The faults of the coming calls with a key, in order; those of the coming refunds alone come first. */
  faults: Fault[];
  refundFaults: Fault[];
  /** Every call that came, faulty ones too. */
  calls: Call[];
  close(): Promise<void>;
};

const SLOW_MS = 150;

export async function openStandIn(contract: Contract): Promise<StandIn> {
  const kept = new Map<string, { asked: string; reply: Reply; at: number }>();
  const faultsToCome: Fault[] = [];
  const refundFaults: Fault[] = [];
  const calls: Call[] = [];

  /** The answer to a key is the first one, whatever that was, while the key is kept. */
  function keyed(call: Call, fault: Fault | undefined): { reply: Reply; replayed: boolean } {
    if (call.key === null) return { reply: contract.answer(call), replayed: false };
    const asked = `${call.method} ${call.path} ${call.body}`;
    const before = contract.replays?.(call.path) === false ? undefined : kept.get(call.key);
    if (before && contract.now() - before.at < contract.keepsKeysMs) {
      return before.asked === asked ? { reply: before.reply, replayed: true } : { reply: { status: 400, body: contract.problem(0) }, replayed: false };
    }
    const executed = fault === "error500Before" ? null : contract.answer(call);
    const reply = executed === null || fault === "error500After" ? { status: 500, body: contract.problem(500) } : executed;
    // Whoever is not let in has not begun anything that could be answered again.
    if (reply.status !== 401) kept.set(call.key, { asked, reply, at: contract.now() });
    return { reply, replayed: false };
  }

  async function serve(call: Call, response: ServerResponse): Promise<void> {
    const fault = call.key === null ? undefined : ((contract.refundPath.test(call.path) ? refundFaults.shift() : undefined) ?? faultsToCome.shift());
    if (fault === "resetBefore") return void response.socket?.resetAndDestroy();
    const turnedAway = fault === "busy429" ? 429 : fault === "conflict409" ? 409 : fault === "unauthorized401" ? 401 : null;
    if (turnedAway !== null) return send(response, { status: turnedAway, body: contract.problem(turnedAway) }, {});
    const { reply, replayed } = keyed(call, fault);
    if (fault === "resetAfter") return void response.socket?.resetAndDestroy();
    // Nothing is ever answered: whoever called gives up.
    if (fault === "hangAfter") return;
    if (fault === "slow") await sleep(SLOW_MS);
    const headers = replayed && contract.replayedHeader !== null ? { [contract.replayedHeader]: "true" } : {};
    if (fault !== "twice") return send(response, reply, headers);
    const text = JSON.stringify(reply.body);
    const whole = `HTTP/1.1 ${reply.status} OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    response.socket?.end(whole + whole);
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { pathname, searchParams } = new URL(request.url ?? "/", "http://stand.in");
      const header = request.headers[contract.keyHeader];
      const call: Call = { method: request.method ?? "", path: pathname, query: searchParams, headers: request.headers, body: Buffer.concat(chunks).toString("utf8"), key: request.method === "POST" && typeof header === "string" ? header : null };
      calls.push(call);
      serve(call, response).catch((error: unknown) => send(response, { status: 500, body: { standInFailed: String(error) } }, {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, faults: faultsToCome, refundFaults, calls,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, { status, body }: Reply, headers: Record<string, string>): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

/** What an institution says by itself, as it goes over the wire. */
export type Message = { id: string; type: string; headers: Record<string, string>; body: string };

/** Gives a message to a server. The answer is the status, 0 where there was none. */
export async function deliver(to: string, { headers, body }: Pick<Message, "headers" | "body">): Promise<number> {
  try {
    const answer = await fetch(to, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}
