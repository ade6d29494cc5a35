// What is there to read: the document, its reader, the refusals; and that every generated file is what the code says now.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { generated } from "../scripts/generate.ts";
import { routesOf } from "../src/api/app.ts";
import { contractCommands, rolesOf } from "../src/api/commandRoles.ts";
import { givenCommands } from "../src/core/asks.ts";
import { refusals } from "../src/core/refusals.ts";
import { readShippedPolicies } from "../src/engine/policies.ts";
import { startTestServer, type Json, type TestServer } from "./support/client.ts";

let server: TestServer;
before(async () => void (server = await startTestServer()));
after(() => server.close());

for (const [path, make] of Object.entries(generated)) {
  test(`${path} is what would be generated now (npm run generate)`, async () => {
    const kept = readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
    assert.ok(kept === (await make()), `${path} has drifted: run npm run generate`);
  });
}

test("the document lists every route and every command that a person can give", async () => {
  const { body } = await server.nobody.get("/openapi.json");
  assert.equal(body.openapi, "3.1.0");
  for (const { method, path } of routesOf(true)) assert.ok(body.paths[path]?.[method], `${method} ${path}`);
  const titles = body.components.schemas.CommandBody.oneOf.map((one: Json) => one.title);
  assert.ok(titles.includes("RequestCancellation") && !titles.includes("ConfirmPayment") && !titles.includes("RecordScan"));
});

test("what a policy gives beyond the contract's table of commands is known, and the table has every command", async () => {
  const beyond = new Set<string>();
  for (const policy of await readShippedPolicies()) {
    for (const { command, by } of policy.arrows.filter((arrow) => givenCommands.includes(arrow.command))) {
      for (const role of by) if (role !== "clock" && !rolesOf(command)?.includes(role)) beyond.add(`${policy.policy}: ${command} by ${role}`);
    }
  }
  // Z1: the platform's own dispatch answers; T4: who asked for a reversal answers when more is asked.
  assert.deepEqual([...beyond], ["amazon: AcceptCancellation by operator", "amazon: RefuseCancellation by operator", "taobao: AnswerReversal by seller"]);
  for (const command of givenCommands) assert.ok(contractCommands.includes(command), command);
});

test("/docs is served from here, asks no other host and reads the document", async () => {
  const { body, headers } = await server.nobody.get("/docs");
  assert.match(headers.get("content-security-policy")!, /script-src 'self'; connect-src 'self'/);
  assert.doesNotMatch(body, /https?:/);
  for (const found of (body as string).matchAll(/(?:src|href)="([^"]+)"/g)) {
    const path = found[1]!;
    const { status } = await server.nobody.get(new URL(path, `${server.url}/docs`).pathname);
    assert.equal(status, 200, path);
  }
  const script = (await server.nobody.get("/docs/start.js")).body;
  assert.match(script, /validatorUrl: null/);
  assert.equal((await server.nobody.get("/docs/package.json")).status, 404);
});

test("every refusal is documented, in order of precedence, for people and for programs", async () => {
  const page = (await server.nobody.get("/docs/refusals")).body as string;
  const list = (await server.nobody.call("GET", "/docs/refusals", undefined, { headers: { accept: "application/json" } })).body;
  assert.deepEqual(list.refusals.map((one: Json) => one.code), Object.keys(refusals));
  for (const [code, { title }] of Object.entries(refusals)) {
    assert.ok(page.includes(`id="${code}"`) && page.includes(title.replaceAll("'", "&#39;")), code);
    assert.equal((await server.nobody.get(`/docs/refusals/${code}`)).status, 200);
  }
  assert.equal((await server.nobody.get("/docs/refusals/NoSuchRefusal")).status, 404);
  assert.equal((await server.nobody.get("/docs/problems/shape")).status, 200);
});

test("the server says that it serves", async () => {
  assert.deepEqual((await server.nobody.get("/health")).body, { status: "ok", store: process.env.TEST_DATABASE_URL ? "postgres" : "pglite", sandbox: true });
});

test("the policies are read as data", async () => {
  const ann = await server.as("buyer", "ann");
  const { policies } = (await ann.get("/v1/policies")).body;
  assert.ok(["aliexpress", "amazon", "taobao"].every((name) => policies.some((one: Json) => one.name === name)));
  const { body } = await ann.get("/v1/policies/taobao");
  assert.ok(body.arrows.length > 20 && body.terms);
  assert.equal((await ann.get("/v1/policies/ebay")).status, 404);
});
