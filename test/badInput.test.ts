// Whatever comes in: a 4xx problem, with a pointer where the shape is wrong, never a 5xx, and the order is as before.
// Random input from fast-check; a failure prints its seed and path, and FAST_CHECK_SEED runs it again.
import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { givenCommands, schemaOf } from "../src/core/asks.ts";
import { rolesOf } from "../src/api/commandRoles.ts";
import { carriers } from "../src/engine/trackingNumbers.ts";
import { operatorKey, orderBody, startTestServer, type Client, type Json, type Reply, type TestServer } from "./support/client.ts";

const seed = Number(process.env.FAST_CHECK_SEED ?? 20_261_121);
const runs = (numRuns: number): fc.Parameters<unknown> => ({ seed, numRuns, endOnFailure: false });

let server: TestServer;
let parties: Record<"buyer" | "seller" | "mediator" | "operator", Client>;
/** One order in each of several statuses. */
let orders: { id: string; status: string }[];

before(async () => {
  server = await startTestServer();
  parties = { buyer: await server.as("buyer", "ann"), seller: await server.as("seller", "cactus"), mediator: await server.as("mediator", "mia"), operator: await server.as("operator", "olga") };
  orders = [];
  for (let stage = 0; stage < 6; stage += 1) orders.push(await orderAt(stage, stage === 5 ? "amazon" : "aliexpress"));
});
after(() => server.close());

async function orderAt(stage: number, marketplace: string): Promise<{ id: string; status: string }> {
  const { id } = await server.place({ externalId: `bad-${stage}`, marketplace });
  if (stage >= 1) await parties.buyer.command(id, { type: "PayOrder", method: "card" });
  if (stage >= 2) await server.advance("PT2H");
  if (stage >= 3) await parties.seller.command(id, { type: "ShipOrder", carrier: "sandbox", trackingNumber: `SB-BAD-${stage}` });
  if (stage >= 4) await server.operator.post("/v1/sandbox/carrier/scans", { trackingNumber: `SB-BAD-${stage}`, status: "delivered", country: "DE" });
  return { id, status: (await server.operator.get(`/v1/orders/${id}`)).body.status };
}

/** The order's version and status: what bad input must not move. */
async function stateOf(id: string): Promise<Json> {
  const { version, status, money } = (await server.operator.get(`/v1/orders/${id}`)).body;
  return { version, status, money };
}

function assertProblem({ status, body, headers }: Reply, allowed: readonly number[], what: string): void {
  assert.ok(allowed.includes(status), `${status} for ${what}: ${JSON.stringify(body)}`);
  assert.equal(headers.get("content-type"), "application/problem+json", what);
  assert.equal(body.status, status);
  assert.match(body.instance, /^urn:uuid:/);
  const needsPointer = status === 422 ? !/keyReused$/.test(body.type) : status === 400;
  if (needsPointer) assert.ok(body.errors?.length > 0 && body.errors.every((one: Json) => one.pointer.startsWith("#")), `no pointer for ${what}: ${JSON.stringify(body)}`);
}

const strangeScalar = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, "", " ", "0", -1, 0, 0.5, 1e308, -0, 2 ** 53, 1e15, Number.MIN_VALUE, "\u0000", "\ud800", "x".repeat(5000), [], {}, [[]], "ord_1", "2026-02-30T00:00:00Z", "P1D"),
  fc.string({ unit: "binary", maxLength: 30 }), fc.double(), fc.integer(),
);
const strange = fc.oneof({ weight: 5, arbitrary: strangeScalar }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) }, { weight: 1, arbitrary: fc.array(strangeScalar, { maxLength: 5 }) });

/** What stands at a random place of a body is replaced, removed or joined by something. */
function broken(body: Json, arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<Json> {
  const paths = pathsOf(body);
  return fc.tuple(fc.constantFrom(...paths), fc.constantFrom("replace", "remove", "add"), fc.constantFrom("surprise", "__proto__", "constructor", "a/b~c"), arbitrary)
    .map(([path, how, key, value]) => {
      const copy = structuredClone(body);
      const parent = path.slice(0, -1).reduce((at: Json, step) => at[step], copy);
      const last = path.at(-1)!;
      if (how === "remove") delete parent[last];
      else if (how === "replace") parent[last] = value;
      else Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
      return copy;
    });
}

function pathsOf(value: Json, before: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== "object") return [];
  return Object.keys(value).flatMap((key) => [[...before, key], ...pathsOf(value[key], [...before, key])]);
}

test("an order with something wrong anywhere in it is refused with a pointer, or was still an order", async () => {
  let count = 0;
  await fc.assert(fc.asyncProperty(broken({ ...orderBody("x"), commissionMinor: 1, locale: "de" }, strange), async (body) => {
    count += 1;
    if (body.externalId === "x") body.externalId = `fuzz-${count}`;
    if (body.buyer?.id === "ann") body.buyer.id = `buyer-${count}`;
    const reply = await server.operator.post("/v1/orders", body);
    if (reply.status !== 201 && reply.status !== 200) assertProblem(reply, [409, 422], JSON.stringify(body));
  }), runs(150));
});

test("a command with something wrong in it never fails here; unless it is accepted, the order is as before", async () => {
  const ids = fc.constantFrom("can", "ret", "clm", "rfd", "rev", "snc", "evi", "pay", "ord", "prc").map((prefix) => `${prefix}_01a20053-0312-7000-acea-aebe5a8642ca`);
  const type = fc.constantFrom(...givenCommands.filter((one) => one !== "CancelOrder" && rolesOf(one)!.some((role) => role in parties)));
  const command = type.chain((name) => {
    const { properties } = schemaOf(name, carriers) as { properties: Record<string, { enum?: string[]; type?: string }> };
    const fields = Object.fromEntries(Object.entries(properties).map(([field, { enum: list, type: kind }]) =>
      [field, fc.oneof(strange, ids, ...(list ? [fc.constantFrom(...list)] : []), ...(kind === "integer" ? [fc.integer({ min: -5, max: 2_000 })] : []))]));
    return fc.record({ ...fields, expectedVersion: fc.oneof(fc.constant(undefined), strange) }, { requiredKeys: [] }).map((input) => ({ ...input, type: name }));
  });
  await fc.assert(fc.asyncProperty(command, fc.constantFrom(...orders), fc.boolean(), async (body, { id }, right) => {
    const role = right ? rolesOf(body.type)!.find((one) => one in parties)! : "buyer";
    const before = await stateOf(id);
    const reply = await parties[role as "buyer"].command(id, body as { type: string });
    if (reply.status === 200) return;
    assertProblem(reply, [400, 403, 409, 412, 422], JSON.stringify(body));
    assert.deepEqual(await stateOf(id), before);
  }), runs(200));
});

test("amounts that are huge, negative, fractional or text are 422 with their pointer", async () => {
  const amount = fc.oneof(fc.constantFrom<unknown>(1e15, 2 ** 53, -1, -1e20, 0.1, 1e-7, "500", "1e3", null, true, [500], { amount: 5 }, 1e300), fc.double({ noInteger: true, noNaN: true, noDefaultInfinity: true }));
  await fc.assert(fc.asyncProperty(amount, fc.constantFrom("shippingMinor", "commissionMinor", "lines/0/unitPriceMinor", "lines/0/taxMinor"), async (value, place) => {
    const body: Json = orderBody("amount");
    if (place.startsWith("lines")) body.lines[0][place.split("/")[2]!] = value;
    else body[place] = value;
    const reply = await server.operator.post("/v1/orders", body);
    assertProblem(reply, [422], JSON.stringify(value));
    assert.ok(reply.body.errors.some((one: Json) => one.pointer.startsWith(`#/${place}`)), JSON.stringify(reply.body));
  }), runs(100));
});

/** Sends bytes as they are, with headers as they are. */
function send(path: string, bytes: Uint8Array, headers: Record<string, string>, method = "POST"): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(server.url + path, { method, headers: { authorization: `Bearer ${operatorKey}`, "idempotency-key": "raw", ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        const type = String(answer.headers["content-type"]);
        resolve({ status: answer.statusCode!, body: type.includes("json") ? JSON.parse(text) : text, headers: new Headers({ "content-type": type }) });
      });
    });
    sent.on("error", reject);
    sent.end(bytes);
  });
}

test("bodies that are no JSON, no UTF-8, too deep, too large, compressed or of another type get their 4xx", async () => {
  const json = { "content-type": "application/json" };
  const text = (body: string): Buffer => Buffer.from(body);
  const order = JSON.stringify({ ...orderBody("raw"), buyer: { id: "raw", country: "DE" } });
  const table: [string, Uint8Array, Record<string, string>, number][] = [
    ["nothing", text(""), json, 400], ["half", text('{"a":'), json, 400], ["two", text("{}{}"), json, 400], ["NaN", text('{"a":NaN}'), json, 400],
    ["Latin-1", Buffer.from('{"marketplace":"caf\u00e9"}', "latin1"), json, 400], ["UTF-16", Buffer.from(order, "utf16le"), json, 400],
    ["deep", text("[".repeat(200_000) + "]".repeat(200_000)), json, 400], ["deep objects", text('{"a":'.repeat(33) + "1" + "}".repeat(33)), json, 400],
    ["__proto__", text(`{"__proto__":{"admin":true},${order.slice(1)}`), json, 422], ["constructor", text(`{"constructor":{},${order.slice(1)}`), json, 422],
    ["NUL", text(order.replace("Cactus seeds", "a\\u0000b")), json, 422], ["half a pair", text(order.replace("Cactus seeds", "\\ud83d")), json, 422],
    ["list", text("[]"), json, 422], ["null", text("null"), json, 422], ["text", text('"order"'), json, 422], ["1e999", text(order.replace("250", "1e999")), json, 422],
    ["form", text("a=b"), { "content-type": "application/x-www-form-urlencoded" }, 415], ["no type", text(order), {}, 415],
    ["other charset", text(order), { "content-type": "application/json; charset=utf-16" }, 415], ["gzip", text(order), { ...json, "content-encoding": "gzip" }, 415],
    ["large", text(`{"a":"${"x".repeat(1024 * 1024)}"}`), json, 413],
    ["large and chunked", text(`{"a":"${"x".repeat(1024 * 1024)}"}`), { ...json, "transfer-encoding": "chunked" }, 413],
  ];
  for (const [what, bytes, headers, expected] of table) {
    const sized = headers["transfer-encoding"] ? headers : { ...headers, "content-length": String(bytes.length) };
    for (const path of ["/v1/orders", `/v1/orders/${orders[0]!.id}/commands`]) assertProblem(await send(path, bytes, sized), [expected], `${what} to ${path}`);
  }
  const many = await send("/v1/orders:batch", text(`[${"0,".repeat(5 * 1024 * 1024)}0]`), json);
  assertProblem(many, [413], "a batch of 10 MiB");
  assert.equal((await send("/v1/orders", text(`\ufeff${order}`), json)).status, 201, "a byte order mark is no harm");
});

test("paths and queries that are nonsense get 400 or 404, ids of other kinds 404 in the path and 422 in the body", async () => {
  const { id } = orders[0]!;
  const odd = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.constantFrom("..", ".", "%", "%zz", "%00", "%ff", "%C0%AF", "a%2Fb", id.replace("ord", "ret"), id.slice(0, -1), id.toUpperCase(), "orders:batch"));
  const escaped = odd.map((text) => (text.startsWith("%") || text.startsWith("a%") ? text : encodeURIComponent(text.toWellFormed())));
  const places = (one: string): string[] => [`/v1/orders/${one}`, `/v1/orders/${one}/events`, `/v1/evidence/${one}`, `/v1/policies/${one}`, `/docs/${one}`, `/docs/refusals/${one}`];
  await fc.assert(fc.asyncProperty(escaped.filter((one) => one !== "" && one !== "." && one !== ".."), async (one) => {
    for (const path of places(one)) {
      const { status } = await send(path, new Uint8Array(), {}, "GET");
      assert.ok(status === 404 || status === 400, `${status} for ${path}`);
    }
    const { status } = await send(`/v1/orders?q=${one}&status=${one}&cursor=${one}`, new Uint8Array(), {}, "GET");
    assert.equal(status, 400, one);
    assert.ok([200, 400].includes((await send(`/v1/orders?q=${one}&buyer=${one}`, new Uint8Array(), {}, "GET")).status), one);
  }), runs(25));
  const other = await parties.seller.command(id, { type: "AcceptClaim", claimId: id });
  assertProblem(other, [422], "an order's id as a claim's");
  assert.equal(other.body.errors[0].pointer, "#/claimId");
});

test("headers that are nonsense get 400 or 401", async () => {
  const { id } = orders[0]!;
  const body = Buffer.from('{"type":"BeginDispatch"}');
  const json = { "content-type": "application/json" };
  assertProblem(await send(`/v1/orders/${id}/commands`, body, { ...json, "idempotency-key": "x".repeat(201) }), [400], "a key of 201 characters");
  assertProblem(await send(`/v1/orders/${id}/commands`, body, { ...json, "idempotency-key": "" }), [400], "an empty key");
  for (const authorization of ["", "Bearer", "Bearer  ", "bearer x", "Basic eDp5", `Bearer ${"x".repeat(8000)}`, "Bearer \u00ff\u00fe"]) {
    assertProblem(await send("/v1/orders", body, { ...json, authorization }), [401], authorization.slice(0, 20));
  }
});

test("no command of another status, no replay and no stale version moves an order or fails", async () => {
  const step = fc.record({
    order: fc.constantFrom(...orders), role: fc.constantFrom("buyer", "seller", "mediator", "operator" as const),
    type: fc.constantFrom("ConfirmReceipt", "DeleteOrder", "RestoreOrder", "WithdrawCancellation", "AcceptCancellation", "WithdrawClaim", "EscalateClaim", "AcceptOffer", "CancelReturn", "ReissueRefund"),
    key: fc.constantFrom("r-1", "r-2", "r-3"), expectedVersion: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
  });
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
    for (const { order, role, type, key, expectedVersion } of steps) {
      const before = await stateOf(order.id);
      const reply = await parties[role as "buyer"].command(order.id, { type, ...(expectedVersion === undefined ? {} : { expectedVersion }) }, key);
      if (reply.status === 200) continue;
      assertProblem(reply, [403, 409, 412, 422], type);
      assert.deepEqual(await stateOf(order.id), before);
    }
  }), runs(25));
});

/** Something that passes a schema: what a person with a form could send. */
function fitting(schema: Json): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...(schema.enum as unknown[]));
  switch (schema.type) {
    case "boolean": return fc.boolean();
    case "integer": return fc.oneof(fc.constantFrom(schema.minimum ?? 0, schema.maximum ?? 10, 1, 500, 1250), fc.integer({ min: schema.minimum ?? 0, max: 3000 }));
    case "array": return fc.array(fitting(schema.items), { minLength: schema.minItems ?? 0, maxLength: 3 }).map((list) => [...new Set(list)]).filter((list) => list.length >= (schema.minItems ?? 0));
    case "object": return fc.record(Object.fromEntries(Object.entries(schema.properties).map(([name, inner]) => [name, name === "sku" ? fc.constantFrom("SEED-1", "NONE") : fitting(inner)])), { requiredKeys: schema.required });
    default:
      if (schema.pattern?.startsWith("^P")) return fc.constantFrom("P1D", "PT1S", "P120D", "P9999Y", "P9999Y9999M9999W99999DT999999H", "P1M", "PT0S");
      if (schema.pattern) return fc.constant(`${schema.pattern.slice(1, 4)}_01a20053-0312-7000-acea-aebe5a8642ca`);
      return fc.constantFrom("SB-1234", "x", "RB123456785CN", "ReleaseEscrow", "SubmitRefund", "ExpireShipment", "AcceptClaim");
  }
}

test("no sequence of well-formed commands and jumps of the clock ends in a 5xx, under any policy", async () => {
  const people = ["buyer", "seller", "mediator", "operator"] as const;
  const types = givenCommands.filter((one) => rolesOf(one)!.some((role) => role in parties));
  const act = fc.constantFrom(...types).chain((type) => {
    const { properties, required } = schemaOf(type, ["sandbox", "s10"]) as Json;
    const ids = Object.keys(properties).filter((name) => name.endsWith("Id"));
    const fields = Object.fromEntries(Object.entries(properties).filter(([name]) => !ids.includes(name) && name !== "evidence" && name !== "documents").map(([name, schema]) => [name, fitting(schema)]));
    return fc.record(fields, { requiredKeys: required.filter((name: string) => name in fields) }).map((input) => ({ ...input, type }) as { type: string });
  });
  const move = fc.oneof({ weight: 6, arbitrary: act }, { weight: 1, arbitrary: fc.constantFrom("PT2H", "P3D", "P16D", "P70D") }, { weight: 1, arbitrary: fc.constantFrom("accepted", "delivered", "lost", "returnedToSender").map((scan) => ({ scan })) });
  let count = 0;
  await fc.assert(fc.asyncProperty(fc.constantFrom("aliexpress", "amazon", "taobao"), fc.array(move, { minLength: 10, maxLength: 25 }), async (marketplace, moves) => {
    count += 1;
    const { id } = await server.place({ externalId: `any-${count}`, marketplace, buyer: { id: `any-${count}`, country: "DE" }, lines: [{ sku: "SEED-1", title: "Seeds", quantity: 3, unitPriceMinor: 333 }] });
    const own = { ...parties, buyer: await server.as("buyer", `any-${count}`) };
    await own.buyer.command(id, { type: "PayOrder", method: "card" });
    await server.advance("PT2H");
    await own.seller.command(id, { type: "ShipOrder", carrier: "sandbox", trackingNumber: `SB-ANY-${seed}-${count}` });
    for (const one of moves) {
      if (typeof one === "string") await server.advance(one);
      else if ("scan" in one) await server.operator.post("/v1/sandbox/carrier/scans", { trackingNumber: `SB-ANY-${seed}-${count}`, status: one.scan, country: "DE" });
      else {
        const role = people.find((person) => rolesOf(one.type)!.includes(person))!;
        const reply = await own[role].command(id, one);
        if (reply.status !== 200) assertProblem(reply, [403, 409, 422], JSON.stringify(one));
      }
    }
    assert.equal((await own.buyer.get(`/v1/orders/${id}`)).status, 200);
  }), runs(25));
});

test("after all of this every order's journal adds up and its history has no gap", async () => {
  for (const { id } of orders) {
    const { events } = (await server.operator.get(`/v1/orders/${id}/events`)).body;
    assert.deepEqual(events.map((event: Json) => event.seq), events.map((_: Json, index: number) => index + 1));
    const { postings } = (await server.operator.get(`/v1/orders/${id}/journal`)).body;
    assert.equal(postings.reduce((sum: number, one: Json) => sum + one.amountMinor, 0), 0);
  }
});
