// Webhooks over real HTTP: receivers of our own on this machine, which fail, hang, redirect and disappear.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { Webhook } from "standardwebhooks";
import { checkedLookup, mayBeCalled, refusedUrl } from "../src/webhooks/address.ts";
import { openPoster } from "../src/webhooks/post.ts";
import { startTestServer, type Json, type TestServer } from "./support/client.ts";

type Received = { path: string; headers: Record<string, string>; text: string };

/** A receiver on this machine. `answer` says what becomes of a request; what it returns is the status, null leaves it hanging. */
async function openReceiver(answer: (received: Received) => number | null | { redirect: string } = () => 204) {
  const received: Received[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let text = "";
    request.setEncoding("utf8").on("data", (part: string) => (text += part)).on("end", () => {
      const one = { path: request.url!, headers: request.headers as Record<string, string>, text };
      received.push(one);
      const status = answer(one);
      if (status === null) return;
      if (typeof status === "object") response.writeHead(302, { location: status.redirect }).end();
      else response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, received, close: () => new Promise<unknown>((resolve) => (server.closeAllConnections(), server.close(resolve))) };
}

async function until<T>(look: () => T | Promise<T>, what: string): Promise<NonNullable<T>> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`never came: ${what}`);
}

const parsed = ({ text }: Received): Json => JSON.parse(text);

test("the published vector of Standard Webhooks is what we sign, and what is altered does not pass", () => {
  const { standard_webhooks: { published } } = JSON.parse(readFileSync(new URL("./fixtures/webhook-vectors.json", import.meta.url), "utf8"));
  for (const { secret, id, timestamp, payload, signature } of published) assert.equal(new Webhook(secret).sign(id, new Date(timestamp * 1000), payload), signature);
});

describe("receivers", () => {
  let server: TestServer;
  before(async () => void (server = await startTestServer()));
  after(() => server.close());
  const register = async (url: string, more: object = {}): Promise<Json> => {
    const { status, body } = await server.operator.post("/v1/webhooks", { url, ...more });
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const deliveries = async (id: string): Promise<Json[]> => (await server.operator.get(`/v1/webhooks/${id}/deliveries?limit=200`)).body.deliveries;

  test("are told every event of an order in its order, signed, without anybody's words", async () => {
    const receiver = await openReceiver();
    const hook = await register(`${receiver.url}/hook`);
    const order = await server.place();
    const ann = await server.as("buyer", "ann");
    await ann.command(order.id, { type: "PayOrder", method: "card" });
    await ann.post(`/v1/orders/${order.id}/messages`, { text: "a secret of Ann's" });
    await server.advance("PT2H");
    const { events } = (await server.operator.get(`/v1/orders/${order.id}/events`)).body;
    await until(() => receiver.received.length >= events.length, "every event");
    assert.deepEqual(receiver.received.map((one) => parsed(one).data.event.seq), events.map((event: Json) => event.seq));
    for (const one of receiver.received) {
      new Webhook(hook.secret).verify(one.text, one.headers);
      assert.throws(() => new Webhook(hook.secret).verify(`${one.text} `, one.headers));
      const { type, data } = parsed(one);
      assert.deepEqual([data.orderId, data.externalId, data.marketplace, type], [order.id, order.externalId, "aliexpress", data.event.type]);
      assert.ok(!one.text.includes("secret of Ann") && !one.text.includes("Cactus Shop"), one.text);
    }
    assert.equal(new Set(receiver.received.map((one) => one.headers["webhook-id"])).size, events.length);
    const told = await deliveries(hook.id);
    assert.deepEqual([told.length, new Set(told.map((one) => one.status))], [events.length, new Set(["delivered"])]);
    assert.equal((await server.operator.call("DELETE", `/v1/webhooks/${hook.id}`)).status, 204);
    assert.equal((await server.operator.get(`/v1/webhooks/${hook.id}/deliveries`)).status, 404);
    await receiver.close();
  });

  test("that wanted only some marketplace or type hear only of those, and nothing of before", async () => {
    const receiver = await openReceiver();
    const before = await server.place();
    const some = await register(`${receiver.url}/some`, { types: ["PaymentMade"] });
    const other = await register(`${receiver.url}/other`, { marketplace: "amazon" });
    await (await server.as("buyer", "ann")).command(before.id, { type: "PayOrder", method: "card" });
    await until(() => receiver.received.length > 0, "the payment");
    assert.deepEqual(receiver.received.map((one) => [one.path, parsed(one).type]), [["/some", "PaymentMade"]]);
    for (const { id } of [some, other]) await server.operator.call("DELETE", `/v1/webhooks/${id}`);
    await receiver.close();
  });

  test("that fail are asked again before anything later of that order is sent, and a message keeps its id", async () => {
    let failures = 2;
    const receiver = await openReceiver(() => (failures-- > 0 ? 503 : 200));
    const hook = await register(receiver.url);
    const order = await server.place();
    await (await server.as("buyer", "ann")).command(order.id, { type: "PayOrder", method: "card" });
    const waiting = await until(async () => (await deliveries(hook.id)).find((one) => one.status === "waiting"), "a delivery that waits");
    assert.deepEqual([waiting.answer, waiting.error, waiting.seq], [503, "answered 503", 1]);
    assert.ok(receiver.received.every((one) => parsed(one).data.event.seq === 1), "the second waits for the first");
    assert.notEqual((await server.operator.get("/v1/webhooks")).body.webhooks.find((one: Json) => one.id === hook.id).failingSince, null);
    // Resuming sends what has waited at once: nobody waits five seconds here.
    await server.operator.post(`/v1/webhooks/${hook.id}/pause`);
    await server.operator.post(`/v1/webhooks/${hook.id}/resume`);
    await until(() => receiver.received.length >= 2, "the second attempt");
    await server.operator.post(`/v1/webhooks/${hook.id}/pause`);
    await server.operator.post(`/v1/webhooks/${hook.id}/resume`);
    await until(async () => (await deliveries(hook.id)).filter((one) => one.status === "delivered").length === 2, "both");
    assert.equal(new Set(receiver.received.filter((one) => parsed(one).data.event.seq === 1).map((one) => one.headers["webhook-id"])).size, 1);
    assert.equal((await server.operator.get("/v1/webhooks")).body.webhooks.find((one: Json) => one.id === hook.id).failingSince, null);

    const [last] = await deliveries(hook.id);
    const replayed = await server.operator.post(`/v1/webhooks/${hook.id}/deliveries/${last.id}/replay`);
    assert.deepEqual([replayed.status, replayed.body.id, replayed.body.status], [200, last.id, "delivered"]);
    assert.equal(receiver.received.at(-1)!.headers["webhook-id"], last.id);
    assert.equal((await server.operator.post(`/v1/webhooks/${hook.id}/deliveries/msg_none/replay`)).status, 404);
    await server.operator.call("DELETE", `/v1/webhooks/${hook.id}`);
    await receiver.close();
  });

  test("that are paused miss nothing, and one that says it is gone is paused", async () => {
    const receiver = await openReceiver(({ path }) => (path === "/gone" ? 410 : 200));
    const [paused, gone] = [await register(`${receiver.url}/paused`), await register(`${receiver.url}/gone`)];
    assert.equal((await server.operator.post(`/v1/webhooks/${paused.id}/pause`)).body.pausedBecause, "by an operator");
    await server.place();
    const stopped = await until(async () => (await server.operator.get("/v1/webhooks")).body.webhooks.find((one: Json) => one.id === gone.id && one.pausedAt !== null), "the pause");
    assert.match(stopped.pausedBecause, /410/);
    assert.deepEqual(receiver.received.map(({ path }) => path), ["/gone"]);
    assert.equal((await server.operator.post(`/v1/webhooks/${paused.id}/resume`)).body.pausedAt, null);
    await until(() => receiver.received.some(({ path }) => path === "/paused"), "what was missed");
    for (const { id } of [paused, gone]) await server.operator.call("DELETE", `/v1/webhooks/${id}`);
    await receiver.close();
  });

  test("cannot make the server follow a redirect", async () => {
    const inner = await openReceiver();
    const outer = await openReceiver(() => ({ redirect: `${inner.url}/inside` }));
    const hook = await register(outer.url);
    await server.place();
    const told = await until(async () => (await deliveries(hook.id))[0], "the answer");
    assert.deepEqual([told.answer, told.status, inner.received.length], [302, "waiting", 0]);
    await server.operator.call("DELETE", `/v1/webhooks/${hook.id}`);
    await Promise.all([inner.close(), outer.close()]);
  });

  test("must have an address that can be one", async () => {
    for (const url of ["ftp://example.org/", "http://10.0.0.1/", "https://169.254.169.254/latest", "https://[fd00::1]/", "https://user:word@example.org/", "nothing", "https://intranet/"]) {
      const { status, body } = await server.operator.post("/v1/webhooks", { url });
      assert.deepEqual([status, body.errors?.[0]?.pointer], [422, "#/url"], url);
    }
    assert.equal((await server.operator.post("/v1/webhooks", { url: "https://example.org", marketplace: "nowhere" })).status, 422);
    assert.equal((await server.operator.get("/v1/webhooks/none/deliveries")).status, 404);
  });
});

describe("addresses", () => {
  test("of private networks, of this machine and of no machine are not called", () => {
    for (const address of ["10.1.2.3", "172.16.0.1", "192.168.1.1", "127.0.0.1", "0.0.0.0", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd12::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "nothing"]) {
      assert.equal(mayBeCalled(address, false), false, address);
    }
    for (const address of ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"]) assert.equal(mayBeCalled(address, false), true, address);
    assert.deepEqual([mayBeCalled("127.0.0.1", true), mayBeCalled("::1", true), mayBeCalled("10.0.0.1", true)], [true, true, false]);
  });

  test("outside the sandbox must be https and public", () => {
    assert.deepEqual([refusedUrl("http://example.org", false), refusedUrl("https://127.0.0.1", false), refusedUrl("https://localhost", false), refusedUrl("https://example.org/hook", false)],
      ["must begin with https://", "leads into a private network", "must be a full host name", null]);
  });

  test("are looked at when the connection is made, whatever the name said before", async () => {
    const [error] = await new Promise<unknown[]>((resolve) => checkedLookup(false)("localhost", { all: true }, (...answer) => resolve(answer)));
    assert.match(String(error), /not on the public internet/);
    const receiver = await openReceiver();
    const poster = openPoster(false);
    const port = new URL(receiver.url).port;
    const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    for (const host of ["localhost", "127.0.0.1", "2130706433", "0x7f.1"]) {
      const answer = await poster.post({ url: `http://${host}:${port}/`, secret }, { id: "msg_1", payload: "{}" });
      assert.deepEqual([answer.status, /private|public/.test(answer.error!)], [null, true], `${host}: ${answer.error}`);
    }
    assert.equal(receiver.received.length, 0);
    await poster.close();
    await receiver.close();
  });
});
