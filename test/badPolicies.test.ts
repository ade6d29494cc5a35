// Whatever is sent as a policy: 4xx with a pointer to each fault, never a 5xx, and what was published is as before. Random input
// from fast-check; FAST_CHECK_SEED runs a failure again.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import type { Policy } from "../src/core/policy.ts";
import { startTestServer, type Json, type Reply, type TestServer } from "./support/client.ts";
import { milder, policyLike } from "./support/policies.ts";

const seed = Number(process.env.FAST_CHECK_SEED ?? 20_261_122);

let server: TestServer;
before(async () => void (server = await startTestServer()));
after(() => server.close());

const post = (body: unknown): Promise<Reply> => server.operator.post("/v1/policies", body);
const raw = (bytes: string, type = "application/json"): Promise<Reply> => server.operator.call("POST", "/v1/policies", undefined, { raw: { type, bytes } });
const broken = (change: (policy: Json) => void): Json => policyLike("aliexpress", (policy) => change(Object.assign(policy as Json, { version: 2 })));
const pointersOf = ({ body }: Reply): string[] => (body.errors as Json[]).map(({ pointer }) => pointer as string);

function assertRefused(reply: Reply, what: string): void {
  assert.ok(reply.status >= 400 && reply.status < 500, `${reply.status} for ${what}: ${JSON.stringify(reply.body).slice(0, 300)}`);
  assert.equal(reply.headers.get("content-type"), "application/problem+json");
  if (reply.status === 400 || reply.status === 422) assert.ok(pointersOf(reply).length > 0 && pointersOf(reply).every((pointer) => pointer.startsWith("#")), what);
}

const faults: [what: string, change: (policy: Json) => void, pointers: string[]][] = [
  ["fields that are missing", (policy) => { delete policy.zone; delete policy.refund.to; }, ["#/zone", "#/refund/to"]],
  ["fields that are not there", (policy) => { policy.surprise = 1; policy.arrows[3].wen = []; }, ["#/surprise", "#/arrows/3/wen"]],
  ["wrong types", (policy) => { policy.version = "2"; policy.terms = []; policy.deadlines = {}; policy.refund = "soon"; }, ["#/version", "#/terms", "#/deadlines", "#/refund"]],
  ["words that are no words", (policy) => { policy.arrows[0].command = "PayLater"; policy.arrows[1].when = ["noClaims"]; policy.arrows[2].by = ["boss"]; policy.arrows[2].to = ["order.gone"]; policy.deadlines[0].since = "yesterday"; },
    ["#/arrows/0/command", "#/arrows/1/when/0", "#/arrows/2/by/0", "#/arrows/2/to/0", "#/deadlines/0/since"]],
  ["reasons that nobody knows", (policy) => { policy.reasons.cancellation.bored = { fault: "buyer" }; policy.grounds.onTheWay["a/b~c"] = { fault: "buyer" }; policy.methods.push("cash"); },
    ["#/reasons/cancellation/bored", "#/grounds/onTheWay/a~1b~0c", "#/methods/6"]],
  ["terms of the wrong kind", (policy) => { policy.terms.payWithin.is = 20; policy.terms["dispute.attempts"].is = "P2D"; policy.terms["cancellation.opens"].is = "P1D"; },
    ["#/terms/payWithin/is", "#/terms/dispute.attempts/is", "#/terms/cancellation.opens/is"]],
  ["durations that no calendar can add", (policy) => { policy.terms.payWithin.is = `P${"9".repeat(400)}Y`; policy.terms.shipWithin.is = "P99999999999M"; policy.reminders.before = ["soon"]; policy.refund.arrives.card = "P"; },
    ["#/terms/payWithin/is", "#/terms/shipWithin/is", "#/reminders/before/0", "#/refund/arrives/card"]],
  ["terms that name one another in a circle", (policy) => { policy.terms.protection.is = "protection.afterDelivery"; policy.terms["protection.afterDelivery"].is = "protection"; }, ["#/terms/protection/is", "#/terms/protection.afterDelivery/is"]],
  ["words of every object", (policy) => { policy.terms.payWithin.is = "toString"; policy.deadlines[0].within = "valueOf"; policy.arrows[0].opens = ["hasOwnProperty"]; },
    ["#/terms/payWithin/is", "#/deadlines/0/within", "#/arrows/0/opens/0"]],
  ["conditions and moments of another part", (policy) => { policy.arrows[0].when = ["notScanned"]; policy.arrows[1].opens = ["claimOpened", "verification"]; policy.arrows[12].from = ["order.delivered"]; },
    ["#/arrows/0/when/0", "#/arrows/1/opens/0", "#/arrows/12/from/0"]],
  ["deadlines without an end", (policy) => { policy.deadlines[0].otherwise = "PayOrder"; policy.deadlines[1].otherwise = "LapseClaim"; policy.deadlines[2].in = ["order.*"]; },
    ["#/deadlines/0/otherwise", "#/deadlines/1/otherwise", "#/deadlines/2/in/0"]],
  ["terms that a command needs", (policy) => { delete policy.terms["dispute.attempts"]; delete policy.terms["sanction.appealWithin"]; delete policy.terms["protection.extendable"]; },
    ["#/terms/dispute.attempts", "#/terms/sanction.appealWithin", "#/terms/protection.extendable"]],
  ["places that are nowhere", (policy) => { policy.zone = "Moon/Tycho"; }, ["#/zone"]],
  ["names that are no names", (policy) => { policy.policy = "../etc"; }, ["#/policy"]],
];

for (const [what, change, pointers] of faults) {
  test(`${what}: 422 with ${pointers.join(", ")}`, async () => {
    const reply = await post(broken(change));
    assert.equal(reply.status, 422);
    for (const pointer of pointers) assert.ok(pointersOf(reply).includes(pointer), `${pointer} is not among ${JSON.stringify(reply.body.errors)}`);
  });
}

test("huge, deep, many and tricky bodies", async () => {
  const text = JSON.stringify(milder());
  const table: [what: string, bytes: string, status: number][] = [
    ["half a megabyte", text.replace('"source":"', `"source":"${"x".repeat(512 * 1024)}`), 413], ["a source of 10,000 letters", text.replace('"source":"', `"source":"${"x".repeat(10_000)}`), 422],
    ["deep", text.replace('"others":["P7D"]', `"others":${"[".repeat(40)}${"]".repeat(40)}`), 400], ["100,000 arrows", text.replace('"arrows":[', `"arrows":[${"0,".repeat(100_000)}`), 422],
    ["501 arrows", JSON.stringify({ ...milder(), arrows: Array(501).fill(milder().arrows[0]) }), 422], ["__proto__", text.replace('"terms":{', '"terms":{"__proto__":{"is":"P1D"},'), 422],
    ["constructor", text.replace('"terms":{', '"terms":{"constructor":{"is":"P1D","rule":"x","source":"x"},'), 422], ["NUL", text.replace('"zone":"', '"zone":"\\u0000'), 422],
    ["nothing", "", 400], ["no JSON", "{", 400], ["a list", "[]", 422], ["null", "null", 422], ["a text", '"policy"', 422],
    ["a number beyond all", text.replace('"version":2', '"version":1e999'), 422], ["the version after the last", text.replace('"version":2', '"version":9007199254740993'), 422],
  ];
  for (const [what, bytes, status] of table) {
    const reply = await raw(bytes);
    assertRefused(reply, what);
    assert.equal(reply.status, status, `${what}: ${JSON.stringify(reply.body).slice(0, 300)}`);
  }
  assert.equal((await raw(text, "text/plain")).status, 415);
});

const strange = fc.oneof(
  fc.constantFrom<unknown>(null, true, "", " ", "toString", "__proto__", "order.*", "P1D", "P0D", -1, 0, 1.5, 1e308, [], {}, [[]], "\ud800", "x".repeat(600), "noClaim", "delivered", "clock"),
  fc.string({ unit: "binary", maxLength: 20 }), fc.jsonValue({ maxDepth: 3 }),
);

function pathsOf(value: Json, before: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== "object") return [];
  return Object.keys(value).flatMap((key) => [[...before, key], ...pathsOf(value[key], [...before, key])]);
}

test("something wrong anywhere in a policy is a problem with pointers, or it was still a policy and can be looked at", async () => {
  const whole = milder();
  const paths = pathsOf(whole);
  const change = fc.tuple(fc.constantFrom(...paths), fc.constantFrom("replace", "remove", "add"), fc.constantFrom("surprise", "constructor", "is", "a/b~c"), strange);
  let number = 0;
  await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
    const body: Json = structuredClone(whole);
    body.policy = `fuzz-${++number}`;
    body.version = 1;
    for (const [path, how, key, value] of changes) {
      const parent = path.slice(0, -1).reduce((at: Json, step) => at?.[step], body);
      if (parent === null || typeof parent !== "object") continue;
      if (how === "remove") delete parent[path.at(-1)!];
      else if (how === "replace") parent[path.at(-1)!] = value;
      else Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
    }
    const reply = await post(body);
    if (reply.status === 201) {
      const read = await server.operator.get(`/v1/policies/${body.policy}/versions/1`);
      assert.equal(read.status, 200);
    } else assertRefused(reply, JSON.stringify(changes));
  }), { seed, numRuns: 150, endOnFailure: true });
  assert.equal((await server.operator.get("/v1/policies/aliexpress")).body.version, 1);
});

test("names and numbers in the path that are nonsense are 404", async () => {
  for (const path of ["aliexpress/versions/-1", "aliexpress/versions/1e3", "aliexpress/versions/99999999999", "%00/versions", "a%2Fb/versions/1", "toString/versions", "aliexpress/versions/%F0%9F%92%A9/changes"]) {
    assert.ok([400, 404].includes((await server.operator.get(`/v1/policies/${path}`)).status), path);
  }
  for (const deed of ["confirm", "reject"]) assert.equal((await server.operator.post(`/v1/policies/__proto__/versions/1/${deed}`)).status, 404);
  assert.equal((await server.operator.get("/v1/policies/aliexpress/proof?version=x")).status, 400);
});

test("what is only for editors is no part of the rules", async () => {
  const policy = { $schema: "../policy.schema.json", ...policyLike("olist", (one: Policy) => Object.assign(one, { policy: "edited" })) };
  assert.equal((await post(policy)).status, 201);
  assert.equal((await server.operator.get("/v1/policies/edited/versions/1")).body.rules.$schema, undefined);
});
