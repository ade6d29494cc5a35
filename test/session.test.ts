// Sessions of the pages: what the cookie is, who it makes the caller, when it may change things, and how it ends.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ageProof, demoBrowser, openBrowser } from "./support/browser.ts";
import { policyNamed } from "./support/coreOrder.ts";
import { operatorKey, startTestServer, type Json, type TestServer } from "./support/client.ts";

let server: TestServer;
before(async () => void (server = await startTestServer()));
after(() => server.close());

const MINUTE = 60_000;
const placeFor = async (buyer: string, marketplace = "aliexpress"): Promise<string> =>
  (await server.place({ marketplace, buyer: { id: buyer, name: "Buyer", country: "US" }, shipWithin: "P7D" })).id as string;
const nothing = { person: null, sandbox: true, marketplaceSignIn: false, provenAt: null, writableUntil: null };

test("nobody is signed in at first; there are demo people of each role in each marketplace, two mediators and two operators", async () => {
  const browser = openBrowser(server);
  assert.deepEqual((await browser.get("/v1/session")).body, nothing);
  const { body: { people } } = await browser.get("/v1/demo/people");
  for (const marketplace of ["aliexpress", "amazon", "taobao"]) {
    for (const role of ["buyer", "seller"]) assert.ok(people.some((one: Json) => one.role === role && one.marketplace === marketplace), `${role} of ${marketplace}`);
  }
  for (const role of ["mediator", "operator"]) assert.equal(people.filter((one: Json) => one.role === role).length, 2, role);
  assert.equal(new Set(people.map((one: Json) => one.id)).size, people.length);
  assert.equal((await browser.post("/v1/session/demo", { person: "nobody" })).status, 404);
});

test("a demo person's cookie is HttpOnly and SameSite=Lax, and Secure behind https", async () => {
  const browser = await demoBrowser(server, "demo-jonas");
  const [name, set] = [...browser.cookies][0]!;
  assert.equal(name, "rescind.session_token");
  assert.match(set, /HttpOnly/i);
  assert.match(set, /SameSite=Lax/i);
  assert.match(set, /Path=\//i);
  assert.doesNotMatch(set, /Secure|Domain/i);
  const behind = await startTestServer({ people: { baseUrl: "https://shop.example" } });
  try {
    const secure = openBrowser(behind);
    await secure.call("POST", "/v1/session/demo", { person: "demo-jonas" }, { headers: { origin: "https://shop.example" } });
    const [secureName, secureSet] = [...secure.cookies][0]!;
    assert.equal(secureName, "__Secure-rescind.session_token");
    assert.match(secureSet, /Secure/);
  } finally {
    await behind.close();
  }
});

test("the session's person is the same caller as by token: own orders, own role, nothing else", async () => {
  const [own, other] = [await placeFor("demo-jonas"), await placeFor("ann")];
  const browser = await demoBrowser(server, "demo-jonas");
  const { body } = await browser.get("/v1/session");
  assert.deepEqual([body.person.role, body.person.id, body.person.name, body.person.email, body.person.provesBy], ["buyer", "demo-jonas", "Jonas Weber", null, "nothing"]);
  assert.equal(Date.parse(body.writableUntil) - Date.parse(body.provenAt), 15 * MINUTE);
  assert.deepEqual((await browser.get("/v1/orders")).body.orders.map((order: Json) => order.id), [own]);
  assert.equal((await browser.get(`/v1/orders/${other}`)).status, 404);
  assert.equal((await browser.get("/v1/people")).status, 403);
  assert.equal((await browser.command(own, { type: "PayOrder", method: "card" })).status, 200);
  assert.equal((await browser.command(own, { type: "ShipOrder", carrier: "sandbox", trackingNumber: "X1" })).status, 403);
  const token = (await server.operator.post("/v1/tokens", { role: "buyer", id: "demo-jonas" })).body.token as string;
  assert.equal((await server.presenting(token).get(`/v1/orders/${own}`)).status, 200);
});

test("the Authorization header wins over the cookie, also where it is not valid", async () => {
  const order = await placeFor("somebody");
  const browser = await demoBrowser(server, "demo-jonas");
  const withKey = await browser.call("GET", `/v1/orders/${order}`, undefined, { headers: { authorization: `Bearer ${operatorKey}` } });
  assert.equal(withKey.status, 200);
  const withWrong = await browser.call("GET", "/v1/orders", undefined, { headers: { authorization: "Bearer wrong" } });
  assert.equal(withWrong.status, 401);
});

test("a forged cookie is nobody's", async () => {
  const browser = await demoBrowser(server, "demo-jonas");
  const set = browser.cookies.get("rescind.session_token")!;
  const [value] = set.slice("rescind.session_token=".length).split(";");
  for (const forged of [value!.slice(0, -6), `x${value!}`, value!.split(".")[0]!, "a.b"]) {
    const reply = await server.nobody.call("GET", "/v1/orders", undefined, { headers: { cookie: `rescind.session_token=${forged}` } });
    assert.equal(reply.status, 401, forged);
  }
});

test("what another site sends with a signed-in person's cookie is refused and changes nothing; reading goes on", async () => {
  const order = await placeFor("demo-jonas");
  const browser = await demoBrowser(server, "demo-jonas");
  const pay = { type: "PayOrder", method: "card" };
  const forgeries: Record<string, string>[] = [
    { "sec-fetch-site": "cross-site", origin: "https://evil.example" }, { "sec-fetch-site": "same-site", origin: "https://sub.example" },
    { "sec-fetch-site": "cross-site", origin: server.url }, { "sec-fetch-site": "", origin: "https://evil.example" }, { "sec-fetch-site": "", origin: "null" },
  ];
  for (const headers of forgeries) {
    const asked: [string, string, unknown][] = [
      ["POST", `/v1/orders/${order}/commands`, pay], ["POST", `/v1/orders/${order}/messages`, { text: "hello" }], ["POST", "/v1/orders", {}], ["POST", "/v1/session/proof", {}],
      ["DELETE", "/v1/session", undefined], ["DELETE", "/v1/sessions/x", undefined], ["POST", "/v1/session/demo", { person: "demo-olga" }], ["POST", "/v1/auth/sign-in/email", { email: "a@example.com", password: "0123456789" }],
    ];
    for (const [method, path, body] of asked) {
      const sent = Object.fromEntries(Object.entries({ "idempotency-key": "forged", ...headers }).filter(([, value]) => value !== ""));
      const cookie = { cookie: `rescind.session_token=${browser.cookies.get("rescind.session_token")!.slice("rescind.session_token=".length).split(";")[0]!}` };
      const reply = await server.nobody.call(method, path, body, { headers: { ...sent, ...cookie } });
      assert.deepEqual([reply.status, reply.body.type], [403, "/docs/problems/crossSite"], `${method} ${path} ${JSON.stringify(headers)}`);
    }
  }
  const { body } = await browser.get(`/v1/orders/${order}`);
  assert.deepEqual([body.status, body.version], ["awaitingPayment", 1]);
  assert.equal((await browser.get("/v1/session")).body.person.id, "demo-jonas");
});

test("a write after writeAccess is 401 with the challenge of RFC 9470; after the proof the same request passes; reading went on", async () => {
  const order = await placeFor("demo-emma", "amazon");
  const browser = await demoBrowser(server, "demo-emma");
  await ageProof(server, 15 * MINUTE);
  const refused = await browser.command(order, { type: "PayOrder", method: "card" });
  assert.deepEqual([refused.status, refused.body.type], [401, "/docs/problems/proofNeeded"]);
  assert.match(refused.headers.get("www-authenticate")!, /^Bearer .*error="insufficient_user_authentication".*max_age="900"$/);
  assert.equal((await browser.post("/v1/evidence", {})).status, 401, "also where no order is named");
  assert.equal((await browser.get(`/v1/orders/${order}`)).body.status, "awaitingPayment");
  const proven = await browser.post("/v1/session/proof");
  assert.equal(proven.status, 200);
  assert.ok(Date.parse(proven.body.writableUntil) > Date.now());
  assert.equal((await browser.command(order, { type: "PayOrder", method: "card" })).status, 200);
});

test("how lately is said by the order's own marketplace, and by the strictest where no order is named", async () => {
  const [longer, shorter] = [policyNamed("aliexpress"), policyNamed("amazon", { writeAccess: "PT5M" })];
  const policies = [{ ...longer, terms: { ...longer.terms, writeAccess: { ...shorter.terms.writeAccess!, is: "PT1H" } } }, shorter, policyNamed("taobao")];
  const other = await startTestServer({ policies });
  try {
    const orders = new Map<string, string>();
    for (const marketplace of ["aliexpress", "amazon", "taobao"]) orders.set(marketplace, (await other.place({ marketplace, buyer: { id: "demo-emma", country: "US" } })).id);
    const browser = await demoBrowser(other, "demo-emma");
    const { body } = await browser.get("/v1/session");
    assert.equal(Date.parse(body.writableUntil) - Date.parse(body.provenAt), 5 * MINUTE);
    await ageProof(other, 10 * MINUTE);
    const pay = async (marketplace: string) => browser.command(orders.get(marketplace)!, { type: "PayOrder", method: "card" });
    assert.equal((await pay("aliexpress")).status, 200);
    assert.equal((await pay("taobao")).status, 200, "PT15M where the policy is silent");
    const refused = await pay("amazon");
    assert.deepEqual([refused.status, /max_age="(\d+)"/.exec(refused.headers.get("www-authenticate")!)?.[1]], [401, "300"]);
    assert.equal((await browser.post("/v1/evidence", {})).status, 401);
  } finally {
    await other.close();
  }
});

test("sessions follow the real clock: no move of the sandbox clock ends one", async () => {
  const browser = await demoBrowser(server, "demo-carlos");
  const order = await placeFor("demo-carlos", "amazon");
  await server.advance("PT2H");
  assert.equal((await browser.command(order, { type: "PayOrder", method: "card" })).status, 200);
});

test("one's own sessions are listed; one that is revoked is out at once, and nobody revokes another's", async () => {
  const [first, second, stranger] = [await demoBrowser(server, "demo-li-na"), await demoBrowser(server, "demo-li-na"), await demoBrowser(server, "demo-wang-wei")];
  const { body: { sessions } } = await second.get("/v1/sessions");
  assert.equal(sessions.length, 2);
  assert.equal(sessions.filter((one: Json) => one.current).length, 1);
  const other = sessions.find((one: Json) => !one.current).id as string;
  assert.equal((await stranger.call("DELETE", `/v1/sessions/${other}`)).status, 404);
  assert.equal((await first.get("/v1/orders")).status, 200);
  assert.equal((await second.call("DELETE", `/v1/sessions/${other}`)).status, 204);
  assert.equal((await first.get("/v1/orders")).status, 401);
  assert.equal((await first.get("/v1/session")).body.person, null);
  assert.equal((await second.get("/v1/orders")).status, 200);
});

test("who signs in anew in the same browser leaves no session behind", async () => {
  const browser = await demoBrowser(server, "demo-mia");
  const kept = [...browser.cookies];
  assert.equal((await browser.post("/v1/session/demo", { person: "demo-chen" })).status, 200);
  assert.equal((await browser.get("/v1/session")).body.person.id, "demo-chen");
  for (const [name, set] of kept) browser.cookies.set(name, set);
  assert.equal((await browser.get("/v1/orders")).status, 401);
});

test("a stream of a session that was revoked ends with the next change, and does not tell it", async () => {
  const order = await placeFor("demo-anna");
  const [watching, other] = [await demoBrowser(server, "demo-anna"), await demoBrowser(server, "demo-anna")];
  const cookie = `rescind.session_token=${watching.cookies.get("rescind.session_token")!.slice("rescind.session_token=".length).split(";")[0]!}`;
  const stream = await fetch(`${server.url}/v1/stream`, { headers: { cookie } });
  assert.equal(stream.status, 200);
  const { body: { sessions } } = await other.get("/v1/sessions");
  for (const one of (sessions as Json[]).filter(({ current }) => !current)) assert.equal((await other.call("DELETE", `/v1/sessions/${one.id as string}`)).status, 204);
  assert.equal((await other.command(order, { type: "PayOrder", method: "card" })).status, 200);
  assert.doesNotMatch(await stream.text(), new RegExp(order));
});

test("signing out ends the session itself, not only the cookie", async () => {
  const browser = await demoBrowser(server, "demo-omar");
  const kept = new Map(browser.cookies);
  assert.equal((await browser.call("DELETE", "/v1/session")).status, 204);
  assert.deepEqual((await browser.get("/v1/session")).body, nothing);
  for (const [name, set] of kept) browser.cookies.set(name, set);
  assert.equal((await browser.get("/v1/orders")).status, 401);
});

test("without a sandbox there are no demo people, and their sessions are nobody's", async () => {
  const real = await startTestServer({ sandbox: false });
  try {
    const browser = openBrowser(real);
    assert.equal((await browser.get("/v1/demo/people")).status, 404);
    assert.equal((await browser.post("/v1/session/demo", { person: "demo-olga" })).status, 404);
    assert.deepEqual((await browser.get("/v1/session")).body, { ...nothing, sandbox: false });
  } finally {
    await real.close();
  }
});
