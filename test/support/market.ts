// People who trade over HTTP with one or several servers at once: each request goes to the next server in turn.
// It checks nothing; races and crashes are told elsewhere.
import { operatorKey } from "./serverProcess.ts";

/** JSON as a test reads it. */
export type Json = ReturnType<typeof JSON.parse>;
export type Reply = { status: number; body: Json };
export type Command = { type: string; [field: string]: unknown };

export type Person = {
  get(path: string): Promise<Reply>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** Gives a command with a key of its own, or with this one. */
  command(orderId: string, command: Command, key?: string): Promise<Reply>;
};

export type Market = {
  /** Whether any server is there. */
  open(): boolean;
  operator: Person;
  /** A person by role and id, their token minted once. */
  as(role: string, id: string): Promise<Person>;
  buyer: Person;
  seller: Person;
  advance(by: string): Promise<Reply>;
  order(id: string): Promise<Json>;
  /** Places an order of Ann's at Cactus's; throws where it is not placed. */
  place(change?: Record<string, unknown>): Promise<Json>;
  /** The same, paid and confirmed. */
  placePaid(change?: Record<string, unknown>, payment?: Record<string, unknown>): Promise<Json>;
};

/** An order's body with that number. */
export function orderBody(externalId: string, change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    marketplace: "aliexpress", externalId, buyer: { id: "ann", name: "Ann", country: "DE" }, seller: { id: "cactus", name: "Cactus Shop", country: "CN" },
    fulfilledBy: "seller", currency: "USD", lines: [{ sku: "SEED-1", title: "Cactus seeds", quantity: 2, unitPriceMinor: 500 }], shippingMinor: 250, ...change,
  };
}

let numbered = 0;
const run = `${process.pid.toString(36)}${Date.now().toString(36)}`;
/** A text that no other call has given: external ids, keys, tracking numbers. */
export const unused = (prefix: string): string => `${prefix}-${run}-${++numbered}`.toUpperCase();

/** Opens the market; `urls` is asked anew for each request, so that servers may come and go. */
export async function openMarket(urls: () => readonly string[]): Promise<Market> {
  let turn = 0;
  const personWith = (key: string): Person => {
    const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> => {
      const all = urls();
      const url = all[turn++ % all.length]!;
      const answer = await fetch(url + path, {
        method, headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
        body: body === undefined ? null : JSON.stringify(body),
      });
      const text = await answer.text();
      return { status: answer.status, body: (answer.headers.get("content-type") ?? "").includes("json") ? JSON.parse(text) : text };
    };
    return {
      get: (path) => call("GET", path),
      post: (path, body, headers) => call("POST", path, body, headers),
      command: (orderId, command, given = unused("k")) => call("POST", `/v1/orders/${orderId}/commands`, command, { "idempotency-key": given }),
    };
  };
  const operator = personWith(operatorKey);
  const people = new Map<string, Promise<Person>>();
  const as = (role: string, id: string): Promise<Person> => {
    const name = `${role}/${id}`;
    const made = people.get(name) ?? operator.post("/v1/tokens", { role, id, ttl: "P1D" }).then(({ body }) => personWith(body.token as string));
    people.set(name, made);
    made.catch(() => people.delete(name));
    return made;
  };
  const buyer = await as("buyer", "ann");
  const seller = await as("seller", "cactus");
  const order = async (id: string): Promise<Json> => done(await operator.get(`/v1/orders/${id}`));
  const place = async (change: Record<string, unknown> = {}): Promise<Json> => done(await operator.post("/v1/orders", orderBody(unused("x"), change)));
  return {
    open: () => urls().length > 0,
    operator, as, buyer, seller, order, place,
    advance: (by) => operator.post("/v1/sandbox/clock", { advance: by }),
    async placePaid(change = {}, payment = { method: "card" }) {
      const { id, buyer: { id: name } } = await place(change);
      done(await (await as("buyer", name as string)).command(id as string, { type: "PayOrder", ...payment }));
      const { payments } = await order(id as string);
      for (const { id: paymentId } of payments as { id: string }[]) done(await untilKnown(() => operator.post(`/v1/sandbox/institution/payments/${paymentId}/confirm`, {})));
      return order(id as string);
    },
  };
}

/** The body of a success; throws for anything else. */
export function done({ status, body }: Reply): Json {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body).slice(0, 600)}`);
  return body;
}

/** Asks again while the other side does not know of it yet. */
async function untilKnown(ask: () => Promise<Reply>): Promise<Reply> {
  for (let tries = 0; ; tries += 1) {
    const reply = await ask();
    if (reply.status !== 404 || tries === 100) return reply;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
