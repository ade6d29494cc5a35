// Everything that is kept of a person, over HTTP: what the API shows to that very person and nothing of anybody else, for whom it is,
// and that what was erased is not in it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, type Browser } from "./support/browser.ts";
import { orderBody, startTestServer, type Client, type Json, type TestServer } from "./support/client.ts";
import { picture, upload } from "./support/disputed.ts";
import { unzip } from "./support/unzip.ts";

type Files = Map<string, Buffer>;

const nora = { id: "nora", name: "Nora Ünverwechselbar", email: "nora@own.example", address: "Birkenweg 3, Mölln", country: "DE" };
const shop = { id: "cactus", name: "Cactus Shop", email: "boss@cactus.example", country: "CN" };
/** What only the other buyer has, wherever it could stand. */
const otto = { id: "otto-id", name: "Otto Andersson", email: "otto@elsewhere.example", address: "Fremdgasse 9", country: "DE" };
const ottoSays = "Otto asks about his own parcel";
const noraSays = "Nora's seeds came crushed";
const password = "correct horse battery";

let server: TestServer;
let buyer: Client;
let browser: Browser;
let orders: string[];
let evidence: string;

before(async () => {
  server = await startTestServer();
  buyer = await server.as("buyer", nora.id);
  const other = await server.as("buyer", otto.id);
  const [first, second, foreign] = [
    await server.place({ buyer: nora, seller: shop, externalId: "N-1" }), await server.place({ buyer: nora, seller: shop, marketplace: "amazon", externalId: "N-2" }), await server.place({ buyer: otto, seller: shop, externalId: "OTTO-1" }),
  ];
  orders = [first.id, second.id];
  for (const [client, { id }, text] of [[buyer, first, noraSays], [other, foreign, ottoSays]] as const) {
    assert.equal((await client.post(`/v1/orders/${id}/messages`, { text })).status, 201);
    assert.equal((await client.command(id, { type: "PayOrder", method: "card" })).status, 200);
  }
  await server.advance("PT2H");
  const seller = await server.as("seller", "cactus");
  assert.equal((await seller.command(first.id, { type: "ShipOrder", carrier: "sandbox", trackingNumber: "SB-EXPORT-1" })).status, 200);
  await server.advance("P12D");
  evidence = await upload(buyer, picture, "Nora's seeds.png");
  await upload(other, picture, "Otto's picture.png");
  assert.equal((await buyer.command(first.id, { type: "OpenClaim", ground: "notTracked", evidence: [evidence] })).status, 200);
  browser = await signedIn();
});
after(() => server?.close());

/** Nora with an account that an operator made for her. */
async function signedIn(): Promise<Browser> {
  const { status, body } = await server.operator.post("/v1/people", { email: nora.email, role: "buyer", id: nora.id, name: nora.name });
  assert.equal(status, 201);
  const own = openBrowser(server);
  assert.equal((await own.post("/v1/auth/reset-password", { token: body.token, newPassword: password })).status, 200);
  assert.equal((await own.post("/v1/auth/sign-in/email", { email: nora.email, password })).status, 200);
  assert.equal((await own.call("PUT", "/v1/me/mail", { optional: false, language: "ru" })).status, 200);
  return own;
}

async function ask(token: string, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(server.url + path, { headers: { authorization: `Bearer ${token}`, ...headers } });
}

const tokenOf = async (role: string, id: string): Promise<string> => (await server.operator.post("/v1/tokens", { role, id })).body.token as string;

async function exported(byRole: string, byId: string, path: string): Promise<{ zip: Buffer; files: Files }> {
  const answer = await ask(await tokenOf(byRole, byId), path);
  assert.equal(answer.status, 200);
  const zip = Buffer.from(await answer.arrayBuffer());
  return { zip, files: unzip(zip) };
}

const json = (files: Files, path: string): Json => JSON.parse(files.get(path)!.toString("utf8"));
const NORAS = "/v1/people/buyer/nora/export";
const buyersFiles = ["README.txt", "person.json", "orders.json", "evidence.json", "mails.json", "sessions.json", "risk.json", "views.json"];

test("a buyer gets their orders of all marketplaces as the API gives them, with history and messages, and the files they uploaded", async () => {
  const { files } = await exported("buyer", nora.id, NORAS);
  assert.deepEqual([...files.keys()].sort(), [...buyersFiles, `evidence/${evidence}.png`].sort());
  const kept = json(files, "orders.json").orders as Json[];
  assert.deepEqual(kept.map(({ order }) => order.marketplace).sort(), ["aliexpress", "amazon"]);
  for (const id of orders) {
    const one = kept.find(({ order }) => order.id === id);
    const [order, events, messages] = await Promise.all(["", "/events", "/messages"].map((part) => buyer.get(`/v1/orders/${id}${part}`)));
    assert.deepEqual(one, { order: order!.body, ...events!.body, ...messages!.body });
  }
  assert.ok(JSON.stringify(kept).includes(noraSays) && JSON.stringify(kept).includes(nora.address));
  assert.deepEqual(files.get(`evidence/${evidence}.png`), picture);
  const [listed] = json(files, "evidence.json").evidence;
  assert.deepEqual([listed.id, listed.name, listed.mediaType, listed.size, listed.path], [evidence, "Nora's seeds.png", "image/png", picture.length, `evidence/${evidence}.png`]);
  assert.deepEqual(json(files, "risk.json"), (await buyer.get("/v1/risk/buyer/nora")).body);
});

test("it holds the account, what mail is wished, what was mailed and where one is signed in, without a token or a link", async () => {
  const { body: { mails } } = await server.operator.get("/v1/sandbox/mail");
  const { zip, files } = await exported("buyer", nora.id, NORAS);
  const person = json(files, "person.json");
  assert.deepEqual([person.role, person.id, person.account.name, person.account.email, person.account.madeBy, person.mailWish, person.wordsErasedAt], ["buyer", nora.id, nora.name, nora.email, "operator", { optional: false, language: "ru" }, null]);
  assert.ok(Math.abs(Date.parse(person.account.createdAt) - Date.now()) < 600_000);
  const hers = (mails as Json[]).filter((mail) => mail.person === "buyer/nora");
  assert.ok(hers.length > 0);
  const told = json(files, "mails.json").mails as Json[];
  assert.deepEqual(told.map(({ id, subject, at, status }) => ({ id, subject, at, status })), hers.map(({ id, subject, at, status }) => ({ id, subject, at, status })));
  const { body: { sessions } } = await browser.get("/v1/sessions");
  assert.deepEqual(json(files, "sessions.json").sessions.map(({ address, ...one }: Json) => ({ ...one, current: true })), sessions);
  assert.equal(typeof json(files, "sessions.json").sessions[0].address, "string");
  const rows = await server.engine.store.people.find("sessions", [], { limit: 10, offset: 0, sortBy: null });
  const secrets = [...rows.map(({ token }) => token as string), password, "set-password?token="];
  for (const secret of secrets) assert.equal(zip.includes(secret), false, secret);
});

test("nothing of another buyer is in it, nor the seller's e-mail; another buyer, another role and a key that only reads get 404", async () => {
  const { zip } = await exported("buyer", nora.id, NORAS);
  for (const foreign of [otto.id, otto.name, otto.email, otto.address, ottoSays, "OTTO-1", "Otto's picture", shop.email]) assert.equal(zip.includes(foreign), false, foreign);
  const strangers = [await server.as("buyer", otto.id), await server.as("seller", nora.id), await server.as("seller", "cactus"), await server.as("mediator", "mia"), await server.withKey("read"), await server.withKey("orders")];
  for (const stranger of strangers) assert.equal((await stranger.get(NORAS)).status, 404);
  assert.equal((await server.nobody.get(NORAS)).status, 401);
  for (const role of ["mediator", "operator", "nobody"]) assert.equal((await server.operator.get(`/v1/people/${role}/mia/export`)).status, 404);
  for (const id of ["%00", "a%00b"]) assert.equal((await server.operator.get(`/v1/people/buyer/${id}/export`)).status, 404);
});

test("an operator and the house's key get the same orders as the buyer, not what operators see; by a session it comes too", async () => {
  const own = await exported("buyer", nora.id, NORAS);
  const operators = await exported("operator", "olga", NORAS);
  for (const path of ["person.json", "orders.json", "evidence.json", "mails.json"]) assert.deepEqual(operators.files.get(path), own.files.get(path), path);
  assert.equal(operators.zip.includes(shop.email), false);
  assert.equal((await server.operator.get(NORAS)).status, 200);
  const { body: { entries } } = await server.operator.get("/v1/audit");
  const taken = (entries as Json[]).filter(({ act }) => act === "GET /v1/people/{role}/{id}/export").map(({ by, about, status }) => [by.id, about, status]);
  assert.deepEqual(taken.slice(0, 2), [["operator", "buyer/nora", 200], ["olga", "buyer/nora", 200]], "what the house takes stands in the audit");
  assert.equal(taken.some(([id]) => id === nora.id), false);
  const cookie = [...browser.cookies.values()].map((set) => set.split(";")[0]).join("; ");
  const answer = await fetch(server.url + NORAS, { headers: { cookie } });
  assert.deepEqual([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")], [200, "application/zip", "private, no-store"]);
  assert.equal(decodeURIComponent(/^attachment; filename\*=UTF-8''(.*)$/.exec(answer.headers.get("content-disposition")!)![1]!), "buyer-nora.zip");
  assert.deepEqual(unzip(Buffer.from(await answer.arrayBuffer())).get("orders.json"), own.files.get("orders.json"));
  const head = await fetch(server.url + NORAS, { method: "HEAD", headers: { authorization: `Bearer ${await tokenOf("buyer", nora.id)}` } });
  assert.deepEqual([head.status, await head.text()], [200, ""]);
});

test("README.txt names every file, in the language asked for, otherwise the wished one, otherwise the browser's", async () => {
  const token = await tokenOf("buyer", otto.id);
  const firstLine = async (path: string, key: string, headers: Record<string, string> = {}): Promise<string> =>
    unzip(Buffer.from(await (await ask(key, path, headers)).arrayBuffer())).get("README.txt")!.toString("utf8").split("\n")[0]!;
  const ottos = `/v1/people/buyer/${otto.id}/export`;
  assert.equal(await firstLine(ottos, token), "What is kept of you");
  assert.equal(await firstLine(ottos, token, { "accept-language": "zh-CN,zh;q=0.9" }), "我们保存的关于您的信息");
  assert.equal(await firstLine(NORAS, await tokenOf("operator", "olga"), { "accept-language": "zh-CN" }), "Что о вас хранится");
  assert.equal(await firstLine(`${NORAS}?language=en`, await tokenOf("buyer", nora.id)), "What is kept of you");
  const { files } = await exported("seller", "cactus", "/v1/people/seller/cactus/export?language=en");
  const readme = files.get("README.txt")!.toString("utf8");
  for (const path of files.keys()) assert.ok(path === "README.txt" || readme.includes(`\n${path}`) || path.startsWith("evidence/"), path);
  assert.equal((await buyer.get(`${NORAS}?language=fr`)).status, 400);
});

test("a seller gets their statement besides, and of their buyers what the order shows: no e-mail", async () => {
  const { zip, files } = await exported("seller", "cactus", "/v1/people/seller/cactus/export");
  assert.deepEqual(json(files, "statement.json"), (await (await server.as("seller", "cactus")).get("/v1/sellers/cactus/statement")).body);
  assert.equal(json(files, "orders.json").orders.length, 3);
  assert.ok(zip.includes(shop.email) && zip.includes(otto.name));
  for (const email of [otto.email, nora.email]) assert.equal(zip.includes(email), false, email);
  assert.deepEqual(json(files, "evidence.json").evidence, []);
  assert.equal(json(files, "person.json").account, null);
});

test("more than a hundred orders stand in several files, each once, the newest first", async () => {
  const bodies = Array.from({ length: 203 }, (_, index) => ({ ...orderBody(`MANY-${index}`), buyer: { id: `one-of-many-${index}`, country: "DE" }, seller: { id: "many", name: "Many Shop", country: "CN" } }));
  const { results } = (await server.operator.post("/v1/orders:batch", { orders: bodies })).body;
  assert.deepEqual([...new Set((results as Json[]).map(({ status }) => status))], [201]);
  const { files } = await exported("seller", "many", "/v1/people/seller/many/export");
  const lists = ["orders.json", "orders-2.json", "orders-3.json"].map((path) => json(files, path).orders as Json[]);
  assert.deepEqual(lists.map(({ length }) => length), [100, 100, 3]);
  assert.equal(new Set(lists.flat().map(({ order }) => order.id)).size, 203);
  assert.equal(files.has("orders-4.json"), false);
  assert.deepEqual(json((await exported("operator", "olga", "/v1/people/buyer/never-heard-of/export")).files, "orders.json"), { orders: [] });
});

test("what a buyer has deleted from their list is kept, and therefore in it", async () => {
  const { id } = await server.place({ buyer: { id: "dora", country: "DE" } });
  const dora = await server.as("buyer", "dora");
  await dora.command(id, { type: "CancelOrder", reason: "noLongerWanted" });
  assert.equal((await dora.command(id, { type: "DeleteOrder" })).status, 200);
  assert.deepEqual((await dora.get("/v1/orders")).body.orders, []);
  const { files } = await exported("buyer", "dora", "/v1/people/buyer/dora/export");
  assert.deepEqual(json(files, "orders.json").orders.map(({ order }: Json) => [order.id, order.deleted]), [[id, true]]);
});

test("after an erasure it still comes: the orders without their words, no file, no account, and when it was", async () => {
  assert.deepEqual((await server.operator.call("DELETE", "/v1/people/buyer/nora/words")).body, { erased: true });
  const { zip, files } = await exported("buyer", nora.id, NORAS);
  for (const words of [noraSays, nora.name, nora.email, nora.address, "Nora's seeds"]) assert.equal(zip.includes(words), false, words);
  assert.deepEqual([...files.keys()].sort(), [...buyersFiles].sort());
  const kept = json(files, "orders.json").orders as Json[];
  assert.deepEqual(kept.map(({ order }) => order.id).sort(), [...orders].sort());
  assert.deepEqual(kept.flatMap(({ messages }) => messages.map(({ text }: Json) => text)), [null]);
  assert.deepEqual(json(files, "evidence.json").evidence.map(({ id, state, name, sha256, path }: Json) => ({ id, state, name, sha256, path })), [{ id: evidence, state: "erased", name: null, sha256: null, path: null }]);
  const person = json(files, "person.json");
  assert.deepEqual([person.account, json(files, "sessions.json").sessions, Math.abs(Date.parse(person.wordsErasedAt) - Date.now()) < 600_000], [null, [], true]);
  assert.equal((await browser.get(NORAS)).status, 401);
});
