// Accounts: made by oneself or on an invitation, what each may be, proving an e-mail, finding one's orders, being erased.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ageProof, demoBrowser, openBrowser, type Browser } from "./support/browser.ts";
import { startTestServer, type Json, type TestServer } from "./support/client.ts";
import { newDatabase } from "./support/stores.ts";
import { openStore } from "../src/store/store.ts";

let server: TestServer;
before(async () => void (server = await startTestServer()));
after(() => server.close());

const password = "correct horse battery";
const HOUR = 3_600_000;

async function signedUp(email: string, name = "Ann"): Promise<Browser> {
  const browser = openBrowser(server);
  const { status, body } = await browser.post("/v1/auth/sign-up/email", { name, email, password });
  assert.equal(status, 200, JSON.stringify(body));
  return browser;
}

const letterTo = async (email: string, kind: string): Promise<string> =>
  (await server.operator.get("/v1/sandbox/letters")).body.letters.find((letter: Json) => letter.to === email && letter.kind === kind).token as string;

async function proven(email: string): Promise<Browser> {
  const browser = await signedUp(email);
  assert.equal((await browser.get(`/v1/auth/verify-email?token=${await letterTo(email, "proveEmail")}`)).status, 200);
  return browser;
}

test("an account that somebody makes is a buyer with an id of its own, whatever else was asked for", async () => {
  const browser = await signedUp("first@example.com");
  const { body: { person } } = await browser.get("/v1/session");
  assert.deepEqual([person.role, person.email, person.emailProven, person.provesBy], ["buyer", "first@example.com", false, "password"]);
  assert.match(person.id, /^self_[0-9a-f]{24}$/);
  for (const more of [{ role: "operator" }, { personId: "ann" }, { madeBy: "operator" }, { emailVerified: true }]) {
    assert.equal((await openBrowser(server).post("/v1/auth/sign-up/email", { name: "X", email: "more@example.com", password, ...more })).status, 422);
  }
  assert.deepEqual((await browser.get("/v1/orders")).body.orders, []);
  assert.equal((await browser.get("/v1/people")).status, 403);
});

test("passwords have ten characters at least and are kept only as a hash", async () => {
  assert.equal((await openBrowser(server).post("/v1/auth/sign-up/email", { name: "X", email: "short@example.com", password: "123456789" })).status, 422);
  await signedUp("hashed@example.com");
  const rows = JSON.stringify(await server.engine.store.people.find("sign_ins", [], { limit: 100, offset: 0, sortBy: null }));
  assert.doesNotMatch(rows, new RegExp(password));
  assert.match(rows, /"password":"[0-9a-f]{32}:[0-9a-f]{128}"/);
});

test("no account is made for an address that stands in for none: it may be kept for somebody", async () => {
  for (const email of ["somebody@oidc.invalid", "demo-olga@demo.INVALID"]) {
    assert.equal((await openBrowser(server).post("/v1/auth/sign-up/email", { name: "X", email, password })).status, 422, email);
    assert.equal((await server.operator.post("/v1/people", { email, role: "buyer", id: "x", name: "X" })).status, 422, email);
  }
});

test("signing in again needs the right password; the e-mail counts in any case; an e-mail has one account", async () => {
  await signedUp("again@example.com");
  const browser = openBrowser(server);
  const wrong = await browser.post("/v1/auth/sign-in/email", { email: "again@example.com", password: "wrong password" });
  assert.deepEqual([wrong.status, wrong.body.type], [401, "/docs/problems/signInFailed"]);
  const nobody = await browser.post("/v1/auth/sign-in/email", { email: "nobody@example.com", password });
  assert.deepEqual([nobody.status, nobody.body.detail, nobody.body.code], [401, wrong.body.detail, wrong.body.code], "whether there is such an account is not told");
  assert.equal((await browser.get("/v1/session")).body.person, null);
  assert.equal((await browser.post("/v1/auth/sign-in/email", { email: "Again@Example.com", password })).status, 200);
  assert.equal((await browser.get("/v1/session")).body.person.email, "again@example.com");
  assert.equal((await openBrowser(server).post("/v1/auth/sign-up/email", { name: "X", email: "AGAIN@example.com", password })).status, 422);
});

test("who tries to sign in too often waits, whatever address they claim to come from", async () => {
  const limited = await startTestServer();
  try {
    const statuses: number[] = [];
    for (let count = 0; count < 12; count += 1) {
      const reply = await openBrowser(limited).call("POST", "/v1/auth/sign-in/email", { email: "a@example.com", password: "wrong password" }, { headers: { "x-forwarded-for": `10.0.0.${count}`, "x-rescind-address": `10.1.0.${count}` } });
      statuses.push(reply.status);
      if (reply.status === 429) assert.ok(Number(reply.headers.get("retry-after")) >= 1);
    }
    assert.deepEqual(statuses, [...Array<number>(10).fill(401), 429, 429]);
  } finally {
    await limited.close();
  }
});

test("only the addresses that are documented exist; nobody changes who they are", async () => {
  const browser = await signedUp("fixed@example.com");
  for (const [method, path] of ([["POST", "update-user"], ["POST", "delete-user"], ["POST", "change-email"], ["GET", "get-session"], ["GET", "list-sessions"], ["POST", "link-social"], ["POST", "sign-in-as"]] as const)) {
    assert.equal((await browser.call(method, `/v1/auth/${path}`, method === "POST" ? { role: "operator" } : undefined)).status, 404, path);
  }
});

test("a session that proved itself too long ago proves itself with the password, and not with a wrong one", async () => {
  const browser = await proven("stepup@example.com");
  await server.place({ externalId: "S-1", buyer: { id: "stepper", name: "Ann", email: "stepup@example.com", country: "DE" } });
  await ageProof(server, HOUR);
  assert.equal((await browser.post("/v1/session/orders", { orderNumber: "S-1" })).status, 401);
  for (const body of [{}, { password: "wrong password" }]) assert.equal((await browser.post("/v1/session/proof", body)).status, 403);
  assert.equal((await browser.post("/v1/session/orders", { orderNumber: "S-1" })).status, 401);
  assert.equal((await browser.post("/v1/session/proof", { password })).status, 200);
  assert.equal((await browser.post("/v1/session/orders", { orderNumber: "S-1" })).status, 200);
});

test("orders placed without an account are found by number and proven e-mail, and by nothing less", async () => {
  const mine = await server.place({ externalId: "E-1", buyer: { id: "eve-1", name: "Eve", email: "Eve@Example.com", country: "DE" } });
  const other = await server.place({ externalId: "E-2", buyer: { id: "other-1", name: "Otto", email: "otto@example.com", country: "DE" } });
  const unproven = await signedUp("eve@example.com");
  assert.deepEqual([(await unproven.post("/v1/session/orders", { orderNumber: "E-1" })).status, (await unproven.get("/v1/orders")).body.orders], [409, []]);
  assert.equal((await unproven.get(`/v1/auth/verify-email?token=${await letterTo("eve@example.com", "proveEmail")}`)).status, 200);
  const answers = [];
  for (const orderNumber of ["E-2", "E-999"]) answers.push(await unproven.post("/v1/session/orders", { orderNumber }));
  assert.deepEqual(answers.map(({ status, body }) => [status, body.detail]), Array(2).fill([404, "No such order was placed with your e-mail."]), "whether there is such an order is not told");
  const found = await unproven.post("/v1/session/orders", { orderNumber: "E-1" });
  assert.deepEqual([found.status, found.body.person.id], [200, "eve-1"]);
  assert.deepEqual((await unproven.get("/v1/orders")).body.orders.map((order: Json) => order.id), [mine.id]);
  assert.equal((await unproven.get(`/v1/orders/${other.id}`)).status, 404);
  assert.equal((await unproven.post("/v1/session/orders", { orderNumber: "E-1" })).status, 404, "an account becomes a buyer once");
});

test("a buyer's id that carries several e-mails lets nobody in, and one that is somebody's already lets in nobody else", async () => {
  await server.place({ externalId: "M-1", buyer: { id: "shared", name: "Mia", email: "mia@example.com", country: "DE" } });
  await server.place({ externalId: "M-2", buyer: { id: "shared", name: "Max", email: "max@example.com", country: "DE" } });
  assert.equal((await (await proven("mia@example.com")).post("/v1/session/orders", { orderNumber: "M-1" })).status, 404);
  await server.place({ externalId: "M-3", buyer: { id: "taken", name: "Tom", email: "tom@example.com", country: "DE" } });
  const invited = await server.operator.post("/v1/people", { email: "tom-at-work@example.com", role: "buyer", id: "taken", name: "Tom" });
  assert.equal(invited.status, 201);
  assert.equal((await (await proven("tom@example.com")).post("/v1/session/orders", { orderNumber: "M-3" })).status, 409);
});

test("a forged proof of an e-mail proves nothing", async () => {
  const browser = await signedUp("forged@example.com");
  const token = await letterTo("forged@example.com", "proveEmail");
  const [head, , signature] = token.split(".");
  const claims = Buffer.from(JSON.stringify({ email: "forged@example.com", exp: Math.floor(Date.now() / 1000) + 900 })).toString("base64url");
  for (const forged of [`${head!}.${claims}.${signature!}`, "a.b.c", "x"]) assert.equal((await browser.get(`/v1/auth/verify-email?token=${forged}`)).status, 401, forged);
  assert.equal((await browser.get("/v1/session")).body.person.emailProven, false);
});

test("members of the house are invited by an operator; the link sets the password once", async () => {
  const operator = await demoBrowser(server, "demo-olga");
  const { status, body } = await operator.post("/v1/people", { email: "Seller@Example.com", role: "seller", id: "cactus", name: "Cactus Shop" });
  assert.equal(status, 201);
  assert.match(body.link, new RegExp(`^${server.url}/set-password\\?token=`));
  const browser = openBrowser(server);
  assert.equal((await browser.post("/v1/auth/sign-in/email", { email: "seller@example.com", password })).status, 401);
  assert.equal((await browser.post("/v1/auth/reset-password", { token: body.token, newPassword: password })).status, 200);
  assert.equal((await browser.post("/v1/auth/reset-password", { token: body.token, newPassword: "another password" })).status, 400);
  assert.equal((await browser.post("/v1/auth/sign-in/email", { email: "seller@example.com", password })).status, 200);
  const order = await server.place({ externalId: "H-1" });
  assert.equal((await browser.get(`/v1/orders/${order.id}`)).status, 200);
  assert.deepEqual((await browser.get("/v1/session")).body.person, { role: "seller", id: "cactus", name: "Cactus Shop", email: "seller@example.com", emailProven: false, marketplace: null, provesBy: "password" });
  assert.equal((await operator.post("/v1/people", { email: "seller@example.com", role: "seller", id: "another", name: "X" })).status, 409);
  assert.equal((await operator.post("/v1/people", { email: "another@example.com", role: "seller", id: "cactus", name: "X" })).status, 409);
  assert.ok((await operator.get("/v1/people")).body.people.some((one: Json) => one.id === "cactus" && one.madeBy === "operator"));
});

test("an operator's session makes no other operator; a key does", async () => {
  const wanted = { email: "op@example.com", role: "operator", id: "second", name: "Second" };
  assert.equal((await (await demoBrowser(server, "demo-olga")).post("/v1/people", wanted)).status, 403);
  assert.equal((await server.operator.post("/v1/people", wanted)).status, 201);
});

test("an account that is closed is out at once; an operator's session closes no operator's", async () => {
  const browser = await signedUp("leaving@example.com");
  const { body: { person } } = await browser.get("/v1/session");
  const operator = await demoBrowser(server, "demo-olga");
  assert.equal((await operator.call("DELETE", "/v1/people/operator/demo-olga")).status, 403);
  assert.deepEqual((await operator.call("DELETE", `/v1/people/buyer/${person.id as string}`)).body, { closed: true });
  assert.equal((await browser.get("/v1/orders")).status, 401);
  assert.deepEqual((await operator.call("DELETE", `/v1/people/buyer/${person.id as string}`)).body, { closed: false });
});

test("a forgotten password is set anew by letter, and every session of that person ends", async () => {
  const browser = await signedUp("forgot@example.com");
  const stranger = openBrowser(server);
  const answers = [];
  for (const email of ["forgot@example.com", "nobody-here@example.com"]) answers.push(await stranger.post("/v1/auth/request-password-reset", { email }));
  assert.deepEqual(answers.map(({ status, body }) => [status, body]), Array(2).fill([200, { done: true }]));
  assert.equal((await stranger.post("/v1/auth/reset-password", { token: await letterTo("forgot@example.com", "setPassword"), newPassword: "a new long password" })).status, 200);
  assert.equal((await browser.get("/v1/session")).body.person, null);
  assert.equal((await browser.post("/v1/auth/sign-in/email", { email: "forgot@example.com", password })).status, 401);
  assert.equal((await browser.post("/v1/auth/sign-in/email", { email: "forgot@example.com", password: "a new long password" })).status, 200);
});

test("nobody is looked up before a stranger who asks for a letter has the answer: known or not, it comes after the same steps", { timeout: 60_000 }, async () => {
  await signedUp("slow@example.com");
  const rows = server.engine.store.people;
  const { find } = rows;
  const answered = Promise.withResolvers<void>();
  const looked: unknown[] = [];
  rows.find = async (table, conditions, page) => {
    if (table === "people") {
      looked.push(conditions.map(({ value }) => value));
      await answered.promise;
    }
    return find(table, conditions, page);
  };
  try {
    const stranger = openBrowser(server);
    for (const path of ["/v1/auth/request-password-reset", "/v1/auth/send-verification-email"]) {
      for (const email of ["slow@example.com", "nobody-known@example.com"]) {
        const { status, body } = await stranger.post(path, { email });
        assert.deepEqual([status, body], [200, { done: true }]);
      }
    }
    answered.resolve();
    assert.notEqual(await letterTo("slow@example.com", "setPassword"), "");
    const { letters } = (await server.operator.get("/v1/sandbox/letters")).body as { letters: Json[] };
    assert.equal(letters.filter(({ to, kind }) => to === "slow@example.com" && kind === "proveEmail").length, 2, "when it was made, and when it was asked for");
    assert.ok(!letters.some(({ to }) => to === "nobody-known@example.com"));
    assert.deepEqual(looked.flat().filter((value) => String(value).includes("@")).sort(), ["nobody-known@example.com", "nobody-known@example.com", "slow@example.com", "slow@example.com"]);
  } finally {
    answered.resolve();
    rows.find = find;
  }
});

test("an erased person's account is gone and their sessions end at once", async () => {
  const browser = await signedUp("erased@example.com", "Vanishing");
  const { body: { person } } = await browser.get("/v1/session");
  const erased = await server.operator.call("DELETE", `/v1/people/buyer/${person.id}/words`);
  assert.deepEqual(erased.body, { erased: true });
  assert.equal((await browser.get("/v1/orders")).status, 401);
  assert.equal((await browser.post("/v1/auth/sign-in/email", { email: "erased@example.com", password })).status, 401);
  for (const table of ["people", "sessions", "sign_ins"] as const) {
    assert.doesNotMatch(JSON.stringify(await server.engine.store.people.find(table, [], { limit: 500, offset: 0, sortBy: null })), /erased@example\.com|Vanishing/);
  }
});

test("people and sessions are the same on PostgreSQL, and shared by two servers beside each other", async () => {
  const { url, forget } = await newDatabase();
  try {
    const [one, two] = [await startTestServer({ databaseUrl: url }), await startTestServer({ databaseUrl: url })];
    try {
      const here = openBrowser(one);
      assert.equal((await here.post("/v1/auth/sign-up/email", { name: "Ann", email: "pg@example.com", password })).status, 200);
      const there = openBrowser(two);
      for (const [name, set] of here.cookies) there.cookies.set(name, set);
      assert.equal((await there.get("/v1/session")).body.person.email, "pg@example.com");
      const [session] = (await there.get("/v1/sessions")).body.sessions;
      assert.equal((await there.call("DELETE", `/v1/sessions/${session.id as string}`)).status, 204);
      assert.equal((await here.get("/v1/orders")).status, 401);
      assert.equal((await here.post("/v1/auth/sign-in/email", { email: "pg@example.com", password })).status, 200);
      assert.equal((await here.post("/v1/session/demo", { person: "demo-anna" })).status, 200);
    } finally {
      await Promise.all([one.close(), two.close()]);
    }
    const store = await openStore({ databaseUrl: url });
    assert.equal(await store.people.count("people", []), 2);
    await store.close();
  } finally {
    await forget();
  }
});
