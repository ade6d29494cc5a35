// Signing in by the marketplace's own sign-in, against a real OpenID provider over HTTP: who somebody is there is who they are here.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BadSettings, readSettings } from "../src/settings.ts";
import { ageProof, openBrowser, type Browser } from "./support/browser.ts";
import { startTestServer, type Json, type TestServer } from "./support/client.ts";
import { client, openOidcProvider, type Claims, type OidcProvider } from "./support/oidcProvider.ts";

const people: Record<string, Claims> = {
  ann: { name: "Ann Shopper", email: "ann@example.com", email_verified: true, role: "buyer", shop_id: "ann" },
  cactus: { name: "Cactus Shop", email: "cactus@example.com", role: "seller", shop_id: "cactus" },
  nameless: { email: "nameless@example.com", role: "buyer" },
  stranger: { name: "Stranger", email: "stranger@example.com", role: "emperor", shop_id: "stranger" },
  twin: { name: "Twin", email: "twin@example.com", role: "buyer", shop_id: "ann" },
  roleless: { name: "Roleless", email: "roleless@example.com", shop_id: "roleless" },
};

let provider: OidcProvider;
let server: TestServer;

before(async () => {
  provider = await openOidcProvider((login) => people[login] ?? {});
  server = await startTestServer({ people: { oidc: { issuer: provider.issuer, ...client, idClaim: "shop_id", roleClaim: "role" } } });
  provider.serve(`${server.url}/v1/auth/callback/marketplace`);
});
after(async () => {
  await server.close();
  await provider.close();
});

/** Signs in by the provider and returns where it ended. */
async function signedIn(browser: Browser, login: string, start?: string, cookies?: Map<string, string>): Promise<string> {
  const url = start ?? ((await browser.post("/v1/auth/sign-in/social", { provider: "marketplace", callbackURL: "/orders", errorCallbackURL: "/sign-in" })).body.url as string);
  const back = await provider.signIn(url, login, cookies);
  assert.ok(back.startsWith(`${server.url}/v1/auth/callback/marketplace?`), back);
  const { status, headers } = await browser.get(back.slice(server.url.length));
  assert.equal(status, 302);
  return headers.get("location")!;
}

test("who signs in there is the person whom the orders mean, in the role that the claim says", async () => {
  const order = await server.place();
  const buyer = openBrowser(server);
  assert.equal((await buyer.get("/v1/session")).body.marketplaceSignIn, true);
  assert.equal(new URL(await signedIn(buyer, "ann"), server.url).pathname, "/orders");
  const { body: { person } } = await buyer.get("/v1/session");
  assert.deepEqual(person, { role: "buyer", id: "ann", name: "Ann Shopper", email: null, emailProven: false, marketplace: null, provesBy: "marketplaceSignIn" });
  assert.deepEqual((await buyer.get("/v1/orders")).body.orders.map((one: Json) => one.id), [order.id]);
  assert.equal((await buyer.command(order.id, { type: "PayOrder", method: "card" })).status, 200);
  const seller = openBrowser(server);
  await signedIn(seller, "cactus");
  assert.equal((await seller.get("/v1/session")).body.person.role, "seller");
  assert.equal((await seller.get(`/v1/orders/${order.id}`)).status, 200);
});

test("the sign-in page with the page that somebody came from is a way back, whatever stands in that page's address", async () => {
  const callbackURL = `/sign-in?returnTo=${encodeURIComponent("/orders/ord_1/do/PayOrder?target=pay_1&q=ткань 5%#messages")}`;
  const { status, body } = await openBrowser(server).post("/v1/auth/sign-in/social", { provider: "marketplace", callbackURL, errorCallbackURL: callbackURL });
  assert.equal(status, 200, JSON.stringify(body));
  const browser = openBrowser(server);
  const { body: { url } } = await browser.post("/v1/auth/sign-in/social", { provider: "marketplace", callbackURL, errorCallbackURL: callbackURL });
  assert.ok((await signedIn(browser, "ann", url)).endsWith(callbackURL));
});

test("the request is bound: code flow with state, nonce and PKCE", async () => {
  await signedIn(openBrowser(server), "ann");
  const asked = provider.asked();
  assert.deepEqual([asked.get("response_type"), asked.get("code_challenge_method")], ["code", "S256"]);
  for (const name of ["state", "nonce", "code_challenge"]) assert.ok((asked.get(name) ?? "").length >= 20, name);
});

test("a way back that another browser began, or that was used before, signs nobody in", async () => {
  const [mallory, victim] = [openBrowser(server), openBrowser(server)];
  const { body: { url } } = await mallory.post("/v1/auth/sign-in/social", { provider: "marketplace", callbackURL: "/orders" });
  const back = (await provider.signIn(url, "ann")).slice(server.url.length);
  await victim.get(back);
  assert.equal((await victim.get("/v1/session")).body.person, null, "no login by somebody else's link");
  const fresh = openBrowser(server);
  await signedIn(fresh, "ann");
  const { body: { url: again } } = await fresh.post("/v1/auth/sign-in/social", { provider: "marketplace", callbackURL: "/orders" });
  const used = (await provider.signIn(again, "ann")).slice(server.url.length);
  await fresh.get(used);
  await fresh.call("DELETE", "/v1/session");
  await fresh.get(used);
  assert.equal((await fresh.get("/v1/session")).body.person, null);
});

test("who lacks the claims, has an unknown role, or is somebody who signs in otherwise is not let in, and is told where it began", async () => {
  const before = (await server.operator.get("/v1/people")).body.people.length;
  for (const login of ["nameless", "stranger", "twin", "roleless"]) {
    const browser = openBrowser(server);
    const end = new URL(await signedIn(browser, login), server.url);
    assert.deepEqual([end.pathname, end.searchParams.has("error")], ["/sign-in", true], `${login}: ${end.href}`);
    assert.equal((await browser.get("/v1/session")).body.person, null, login);
  }
  assert.equal((await server.operator.get("/v1/people")).body.people.length, before);
});

test("an account that somebody made with the same e-mail stays another's", async () => {
  const own = openBrowser(server);
  assert.equal((await own.post("/v1/auth/sign-up/email", { name: "Not Cactus", email: "cactus@example.com", password: "correct horse battery" })).status, 200);
  const seller = openBrowser(server);
  await signedIn(seller, "cactus");
  assert.equal((await seller.get("/v1/session")).body.person.id, "cactus");
  assert.equal((await own.get("/v1/session")).body.person.role, "buyer");
});

test("proving anew leads to the sign-in, which asks again, and then the same request passes", async () => {
  const order = await server.place({ externalId: "O-9" });
  const browser = openBrowser(server);
  await signedIn(browser, "ann");
  await ageProof(server, 3_600_000);
  const pay = { type: "PayOrder", method: "card" };
  assert.equal((await browser.command(order.id, pay)).status, 401);
  const { status, body } = await browser.post("/v1/session/proof", { returnTo: "/orders/O-9" });
  assert.deepEqual([status, Date.parse(body.writableUntil) < Date.now()], [200, true], "nothing is proven before it was asked");
  assert.equal(new URL(await signedIn(browser, "ann", body.signInAt), server.url).pathname, "/orders/O-9");
  assert.equal(provider.asked().get("prompt"), "login");
  assert.equal((await browser.command(order.id, pay)).status, 200);
  assert.equal((await browser.post("/v1/session/proof", { returnTo: "//evil.example" })).status, 422);
});

test("who is let in there silently has proven themselves when they were last asked, and not now", async () => {
  const there = new Map<string, string>();
  const [first, second] = [openBrowser(server), openBrowser(server)];
  await signedIn(first, "ann", undefined, there);
  const asked = Date.parse((await first.get("/v1/session")).body.provenAt);
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  await signedIn(second, "ann", undefined, there);
  assert.equal(Date.parse((await second.get("/v1/session")).body.provenAt), asked);
  const { body: { signInAt } } = await second.post("/v1/session/proof", {});
  await signedIn(second, "ann", signInAt, there);
  assert.ok(Date.parse((await second.get("/v1/session")).body.provenAt) > asked);
});

test("nothing is kept that would let us act there on somebody's behalf", async () => {
  await signedIn(openBrowser(server), "ann");
  for (const row of await server.engine.store.people.find("sign_ins", [], { limit: 100, offset: 0, sortBy: null })) {
    assert.deepEqual([row.access_token, row.refresh_token], [null, null]);
  }
});

test("a changed role there is the role here from the next sign-in on", async () => {
  people.mover = { name: "Mover", email: "mover@example.com", role: "mediator", shop_id: "mover" };
  await signedIn(openBrowser(server), "mover");
  people.mover = { ...people.mover, role: "operator" };
  const browser = openBrowser(server);
  await signedIn(browser, "mover");
  assert.equal((await browser.get("/v1/session")).body.person.role, "operator");
});

test("its settings belong together, and the site's address is an origin", () => {
  const whole = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" };
  assert.deepEqual(readSettings(whole).signIn.oidc, { issuer: provider.issuer, clientId: "a", clientSecret: "b", idClaim: "sub", roleClaim: null });
  assert.equal(readSettings({ BASE_URL: "https://shop.example/" }).signIn.baseUrl, "https://shop.example");
  const wrong: [Record<string, string>, string][] = [
    [{ OIDC_ISSUER: provider.issuer }, "OIDC_CLIENT_ID: needed beside OIDC_ISSUER"], [{ ...whole, OIDC_CLIENT_SECRET: "" }, "OIDC_CLIENT_SECRET: needed"],
    [{ BASE_URL: "https://shop.example/help" }, "BASE_URL: an origin"], [{ BASE_URL: "ftp://shop.example" }, "BASE_URL: "], [{ SESSION_SECRET: "short" }, "SESSION_SECRET: at least 32"],
  ];
  for (const [variables, told] of wrong) assert.throws(() => readSettings(variables), (error) => error instanceof BadSettings && error.message.includes(told), told);
});

test("no other site is led back to", async () => {
  for (const callbackURL of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
    assert.equal((await openBrowser(server).post("/v1/auth/sign-in/social", { provider: "marketplace", callbackURL })).status, 422, callbackURL);
  }
});
