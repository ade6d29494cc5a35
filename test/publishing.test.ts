// Publishing over HTTP: what is refused and with what, who confirms, and that orders keep the version they were bought under.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Policy } from "../src/core/policy.ts";
import { startTestServer, type Client, type Json, type TestServer } from "./support/client.ts";
import { endless, milder, policyLike } from "./support/policies.ts";

let server: TestServer;
let olga: Client;
let ivan: Client;
let ann: Client;
before(async () => {
  server = await startTestServer();
  [olga, ivan, ann] = await Promise.all([server.as("operator", "olga"), server.as("operator", "ivan"), server.as("buyer", "ann")]);
});
after(() => server.close());

/** A marketplace of its own, so that tests do not share versions. */
const marketplace = (name: string, version = 1, change: (policy: Policy) => void = () => undefined): Policy =>
  policyLike("aliexpress", (policy) => {
    Object.assign(policy, { policy: name, version });
    change(policy);
  });

/** Publishes by olga and ivan. */
async function publish(policy: Policy): Promise<void> {
  const proposed = await olga.post("/v1/policies", policy);
  assert.equal(proposed.status, 201, JSON.stringify(proposed.body));
  assert.equal((await ivan.post(`/v1/policies/${policy.policy}/versions/${policy.version}/confirm`)).status, 200);
}

/** An order of ann's that was delivered, and when its protection ends, counted in days from the delivery. */
async function protectionDays(marketplaceName: string, externalId: string): Promise<{ id: string; days: () => Promise<number> }> {
  const { id } = await server.place({ marketplace: marketplaceName, externalId });
  const seller = await server.as("seller", "cactus");
  assert.equal((await ann.command(id, { type: "PayOrder", method: "card" })).status, 200);
  await server.advance("PT2H");
  const trackingNumber = `SB-${externalId}`;
  assert.equal((await seller.command(id, { type: "ShipOrder", carrier: "sandbox", trackingNumber })).status, 200);
  assert.equal((await server.operator.post("/v1/sandbox/carrier/scans", { trackingNumber, status: "delivered", country: "DE" })).status, 200);
  return {
    id,
    days: async () => {
      const { protectionEnds, deliveredAt } = (await ann.get(`/v1/orders/${id}`)).body;
      return (Date.parse(protectionEnds) - Date.parse(deliveredAt)) / 86_400_000;
    },
  };
}

test("X5 · an order keeps the version it was bought under; a later order follows the new one", async () => {
  await publish(marketplace("keeps"));
  const old = await protectionDays("keeps", "OLD-1");
  await publish(marketplace("keeps", 2, (policy) => (policy.terms["protection.afterDelivery"]!.is = "P7D")));
  const fresh = await protectionDays("keeps", "NEW-1");
  assert.deepEqual([await old.days(), await fresh.days()], [15, 7]);
  await server.advance("P8D");
  const [before, later] = await Promise.all([old, fresh].map(async ({ id }) => (await ann.get(`/v1/orders/${id}`)).body as Json));
  assert.deepEqual([before.policyVersion, before.status, later.policyVersion, later.status], [1, "delivered", 2, "completed"]);
  const { events } = (await ann.get(`/v1/orders/${old.id}/events`)).body;
  assert.ok(events.every((event: Json) => event.policyVersion === 1));
});

test("POST takes what GET gives with the next number; it does not run before another operator confirms", async () => {
  const { body: rules } = await ann.get("/v1/policies/aliexpress");
  const proposed = await olga.post("/v1/policies", { ...rules, version: 2, terms: milder().terms });
  assert.equal(proposed.status, 201);
  assert.deepEqual([proposed.body.policy, proposed.body.version, proposed.body.status, proposed.body.proposedBy], ["aliexpress", 2, "awaitingConfirmation", "operator/olga"]);
  assert.deepEqual(proposed.body.changes, ["Buyers have 7 days instead of 15 to open a dispute after delivery (protection.afterDelivery, A15)."]);
  assert.ok(proposed.body.proof.properties.every(({ holds }: Json) => holds));
  assert.equal((await ann.get("/v1/policies/aliexpress")).body.version, 1);

  const again = await ivan.post("/v1/policies", { ...rules, version: 2, terms: milder().terms });
  assert.deepEqual([again.status, again.body], [200, proposed.body], "the same body once more");
  const other = await ivan.post("/v1/policies", { ...rules, version: 3 });
  assert.deepEqual([other.status, other.body.type, other.body.version], [409, "/docs/problems/policyOpen", 2]);

  const own = await olga.post("/v1/policies/aliexpress/versions/2/confirm");
  assert.deepEqual([own.status, own.body.type], [409, "/docs/problems/secondPerson"]);
  const confirmed = await ivan.post("/v1/policies/aliexpress/versions/2/confirm");
  assert.deepEqual([confirmed.status, confirmed.body.status, confirmed.body.decidedBy], [200, "published", "operator/ivan"]);
  assert.deepEqual(await ivan.post("/v1/policies/aliexpress/versions/2/confirm").then(({ status, body }) => [status, body]), [200, confirmed.body], "asked once more");
  assert.equal((await olga.post("/v1/policies/aliexpress/versions/2/confirm")).body.type, "/docs/problems/policyDecided");
  assert.equal((await ann.get("/v1/policies/aliexpress")).body.version, 2);
  assert.deepEqual((await ann.get("/v1/policies")).body.policies.find(({ name }: Json) => name === "aliexpress").version, 2);
});

test("a version that is not the next one is told which is", async () => {
  await publish(marketplace("numbers"));
  for (const version of [1, 3, 7]) {
    const { status, body } = await olga.post("/v1/policies", marketplace("numbers", version));
    assert.deepEqual([status, body.type, body.expected], [409, "/docs/problems/policyVersion", 2]);
  }
  assert.deepEqual((await olga.post("/v1/policies", marketplace("brand-new", 2))).body.expected, 1);
});

test("a policy that breaks a property is refused with the property and its story, and keeps no number", async () => {
  await publish(marketplace("proud"));
  const { status, body } = await olga.post("/v1/policies", { ...endless(2), policy: "proud" });
  assert.deepEqual([status, body.type, body.property], [409, "/docs/problems/policyBroken", "nothingWaitsForEver"]);
  assert.match(body.story, /^X3 · .*\n/);
  assert.equal((await olga.get("/v1/policies/proud/versions/2")).status, 404);
  assert.equal((await olga.post("/v1/policies", marketplace("proud", 2))).status, 201);
});

test("a rejected version never runs, its number is used up, and who proposed may take it back", async () => {
  await publish(marketplace("picky"));
  assert.equal((await olga.post("/v1/policies", marketplace("picky", 2))).status, 201);
  const rejected = await olga.post("/v1/policies/picky/versions/2/reject");
  assert.deepEqual([rejected.status, rejected.body.status], [200, "rejected"]);
  assert.equal((await ivan.post("/v1/policies/picky/versions/2/confirm")).body.type, "/docs/problems/policyDecided");
  assert.equal((await olga.post("/v1/policies", marketplace("picky", 2))).body.expected, 3);
  const forOperator = (await olga.get("/v1/policies/picky/versions")).body.versions as Json[];
  assert.deepEqual(forOperator.map(({ version, status, proposedBy, decidedBy }) => [version, status, proposedBy, decidedBy]),
    [[1, "published", "operator/olga", "operator/ivan"], [2, "rejected", "operator/olga", "operator/olga"]]);
  const forBuyer = (await ann.get("/v1/policies/picky/versions")).body.versions as Json[];
  assert.deepEqual(forBuyer.map(({ version, proposedBy }) => [version, proposedBy]), [[1, null]]);
  assert.equal((await ann.get("/v1/policies/picky/versions/2")).status, 404);
  assert.equal((await ann.get("/v1/policies/picky/proof?version=2")).status, 404);
});

test("every version can be read, with its rules, its changes and its proof", async () => {
  await publish(marketplace("open-book"));
  await publish(marketplace("open-book", 2, (policy) => (policy.arrows = policy.arrows.filter(({ command }) => command !== "RefuseCancellation"))));
  const { body: first } = await ann.get("/v1/policies/open-book/versions/1");
  assert.deepEqual(first.rules, marketplace("open-book"));
  const { body: none } = await ann.get("/v1/policies/open-book/versions/1/changes");
  assert.deepEqual([none.against, none.changes], [null, []]);
  const { body } = await ann.get("/v1/policies/open-book/versions/2/changes");
  assert.deepEqual([body.against, body.changes.map(({ kind, sentence, hurts }: Json) => [kind, sentence, hurts])],
    [1, [["permissionRemoved", "The seller may no longer refuse a cancellation (A11).", ["seller"]]]]);
  const { body: proof } = await ann.get("/v1/policies/open-book/proof");
  assert.deepEqual([proof.policy, proof.version, proof.properties[0].holds], ["open-book", 2, true]);
  assert.equal((await ann.get("/v1/policies/open-book/proof?version=1")).body.version, 1);
  for (const path of ["/v1/policies/nobodys/proof", "/v1/policies/nobodys/versions", "/v1/policies/open-book/versions/9", "/v1/policies/open-book/versions/x", "/v1/policies/open-book/versions/0/changes"]) {
    assert.equal((await ann.get(path)).status, 404, path);
  }
});

test("a shipped policy is proven with the first look at its proof, once", async () => {
  const [one, other] = await Promise.all([ann.get("/v1/policies/taobao/proof"), ann.get("/v1/policies/taobao/proof")]);
  assert.deepEqual([one.status, one.body.policy, one.body.version], [200, "taobao", 1]);
  assert.deepEqual(other.body, one.body);
});

test("a second proof of the same policy at once is turned away", async () => {
  let go = (): void => undefined;
  const gate = new Promise<void>((resolve) => (go = resolve));
  let begun = (): void => undefined;
  const proving = new Promise<void>((resolve) => (begun = resolve));
  const slow = await startTestServer({
    prove: async ({ policy, version }) => {
      begun();
      await gate;
      return { policy, version, states: 1, complete: true, bound: "one state", properties: [] };
    },
  });
  try {
    const first = slow.operator.post("/v1/policies", milder());
    await proving;
    assert.equal((await slow.operator.get("/health")).status, 200, "others are served meanwhile");
    const second = await slow.operator.post("/v1/policies", milder());
    assert.deepEqual([second.status, second.body.type], [409, "/docs/problems/policyBeingProven"]);
    go();
    assert.equal((await first).status, 201);
  } finally {
    go();
    await slow.close();
  }
});

test("a key counts as its name: it does not confirm what it has proposed, another key does", async () => {
  await publish(marketplace("keys"));
  const byKey = async (name: string): Promise<Client> => server.presenting((await server.operator.post("/v1/keys", { name, scope: "operator" })).body.key as string);
  const [deploy, sameName, review] = [await byKey("deploy"), await byKey("deploy"), await byKey("review")];
  assert.equal((await deploy.post("/v1/policies", marketplace("keys", 2))).body.proposedBy, "key/deploy");
  assert.equal((await sameName.post("/v1/policies/keys/versions/2/confirm")).body.type, "/docs/problems/secondPerson");
  assert.equal((await review.post("/v1/policies/keys/versions/2/confirm")).body.decidedBy, "key/review");
});

test("an operator's token mints none for another operator, who could confirm what the first proposed", async () => {
  assert.equal((await olga.post("/v1/tokens", { role: "operator", id: "ivan" })).status, 403);
  assert.equal((await olga.post("/v1/tokens", { role: "operator", id: "olga" })).status, 201);
  assert.equal((await olga.post("/v1/tokens", { role: "buyer", id: "ann" })).status, 201);
});
