// Risk over HTTP: what is counted comes from the orders themselves, a held refund is seen by those it concerns and waits by name, and
// the same picture is found again.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import sharp from "sharp";
import { readShippedPolicies } from "../src/engine/policies.ts";
import { pictureHash } from "../src/engine/pictureHash.ts";
import { isAlike } from "../src/store/risk.ts";
import { startTestServer, type Client, type TestServer } from "./support/client.ts";

let server: TestServer;
before(async () => {
  const policies = (await readShippedPolicies()).map((policy) => (policy.policy !== "amazon" ? policy : {
    ...policy, risk: {
      ...policy.risk!, rules: [
        { of: "buyer" as const, fact: "emptyBoxes" as const, atLeast: 2, effect: "hold" as const },
        { of: "order" as const, fact: "amount" as const, currency: "EUR", atLeast: 1, effect: "secondPerson" as const },
      ],
    },
  }));
  server = await startTestServer({ policies, reviewers: ["rita"] });
});
after(() => server.close());

/** A picture that no other is like: a mosaic by a seed. */
const picture = (seed: number, size = 200): Promise<Buffer> => {
  let state = seed;
  const tiles = Buffer.from(Array.from({ length: 12 * 12 }, () => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) >>> 23));
  return sharp(tiles, { raw: { width: 12, height: 12, channels: 1 } }).resize(size, size, { kernel: "cubic" }).png().toBuffer();
};

async function upload(client: Client, bytes: Uint8Array, type = "image/png"): Promise<string> {
  const form = new FormData();
  form.append("file", new File([bytes as Uint8Array<ArrayBuffer>], "picture", { type }));
  const { status, body } = await client.call("POST", "/v1/evidence", undefined, { raw: { type: "", bytes: form } });
  assert.equal(status, 201, JSON.stringify(body));
  return body.id as string;
}

let count = 0;
async function delivered(buyer: string, marketplace = "amazon", currency = "USD"): Promise<string> {
  const { id } = await server.place({ marketplace, currency, buyer: { id: buyer, country: "US" } });
  const trackingNumber = `SB-RISK-${count += 1}`;
  await (await server.as("buyer", buyer)).command(id, { type: "PayOrder", method: "card" });
  await server.advance("PT2H");
  await (await server.as("seller", "cactus")).command(id, { type: "ShipOrder", carrier: "sandbox", trackingNumber });
  await server.operator.post("/v1/sandbox/carrier/scans", { trackingNumber, status: "delivered", country: "US" });
  return id;
}

async function emptyBox(buyer: string): Promise<string> {
  const id = await delivered(buyer);
  const [ann, cactus] = [await server.as("buyer", buyer), await server.as("seller", "cactus")];
  const { body: order } = await ann.get(`/v1/orders/${id}`);
  const asked = await ann.command(id, { type: "RequestReturn", lines: [{ sku: order.lines[0].sku, quantity: 1, reason: "defective" }] });
  assert.equal(asked.status, 200, JSON.stringify(asked.body));
  assert.equal((await cactus.command(id, { type: "AuthorizeReturn" })).status, 200);
  const posted = await ann.command(id, { type: "PostReturn", carrier: "sandbox", trackingNumber: `SB-BACK-${count += 1}` });
  assert.equal(posted.status, 200, JSON.stringify(posted.body));
  const received = await cactus.command(id, { type: "ReceiveReturn", condition: "empty" });
  assert.equal(received.status, 200, JSON.stringify(received.body));
  return id;
}

describe("a refund", () => {
  test("is held from the second empty box on, is seen by those it concerns, and goes on when it was looked at", async () => {
    for (let box = 0; box < 2; box += 1) await emptyBox("ben");
    const ben = await server.as("buyer", "ben");
    assert.equal((await ben.get("/v1/risk/buyer/ben")).body.marketplaces[0].facts.emptyBoxes, 2);
    const id = await delivered("ben");
    const cactus = await server.as("seller", "cactus");
    const back = await ben.command(id, { type: "RequestReturn", lines: [{ sku: (await ben.get(`/v1/orders/${id}`)).body.lines[0].sku, quantity: 1, reason: "defective" }] });
    assert.equal(back.status, 200);
    const approved = await cactus.command(id, { type: "ApproveRefund" });
    assert.equal(approved.status, 200, JSON.stringify(approved.body));
    const seen = async (client: Client) => (await client.get(`/v1/orders/${id}`)).body.refunds[0].hold;
    const reasons = [{ of: "buyer", fact: "emptyBoxes", value: 2, atLeast: 2 }];
    const { reasons: own, reviewer, open } = await seen(ben);
    assert.deepEqual([own, reviewer, open], [reasons, "rita", true]);
    assert.deepEqual((await seen(cactus)).reasons, [], "what is counted of the buyer is not the seller's business");
    const told = (await cactus.get(`/v1/orders/${id}/events`)).body.events.find(({ type }: { type: string }) => type === "RefundHeld");
    assert.deepEqual(told.data.reasons, []);
    const { holds } = (await server.operator.get("/v1/risk/holds")).body;
    assert.deepEqual(holds.map(({ orderId, reviewer: who }: { orderId: string; reviewer: string }) => [orderId, who]), [[id, "rita"]]);
    await server.advance("PT3H");
    assert.equal((await ben.get(`/v1/orders/${id}`)).body.refunds[0].status, "approved", "its time to be stopped has passed, and it waits");
    const rita = await server.as("operator", "rita");
    assert.equal((await rita.command(id, { type: "ReleaseHold", note: "Two boxes of one broken batch" })).status, 200);
    assert.notEqual((await ben.get(`/v1/orders/${id}`)).body.refunds[0].status, "approved");
    assert.deepEqual((await server.operator.get("/v1/risk/holds")).body.holds, []);
  });

  test("above an amount waits for somebody else than who approved it, and in silence goes on by itself", async () => {
    const { id } = await server.place({ marketplace: "amazon", currency: "EUR", buyer: { id: "eva", country: "US" } });
    await (await server.as("buyer", "eva")).command(id, { type: "PayOrder", method: "card" });
    await server.advance("PT2H");
    assert.equal((await (await server.as("seller", "cactus")).command(id, { type: "CancelOrder", reason: "other" })).status, 200);
    const eva = await server.as("buyer", "eva");
    assert.equal((await eva.get(`/v1/orders/${id}`)).body.refunds[0].hold.secondPerson, true);
    await server.advance("P3D");
    assert.equal((await eva.get(`/v1/orders/${id}`)).body.refunds[0].status, "approved");
    await server.advance("PT1S");
    assert.notEqual((await eva.get(`/v1/orders/${id}`)).body.refunds[0].status, "approved");
  });
});

test("a sanction of the buyer is seen and answered by the buyer, and is not the seller's business", async () => {
  const id = await delivered("sam", "aliexpress");
  const [sam, cactus] = [await server.as("buyer", "sam"), await server.as("seller", "cactus")];
  const sanctioned = await server.operator.command(id, { type: "SanctionBuyer", reason: "emptyBox", note: "weighed 20 g" });
  assert.equal(sanctioned.status, 200, JSON.stringify(sanctioned.body));
  assert.equal((await sam.get(`/v1/risk/buyer/sam`)).body.marketplaces[0].facts.points, 3);
  const [sanction] = (await sam.get(`/v1/orders/${id}`)).body.sanctions;
  assert.deepEqual([sanction.party, sanction.note, sanction.fineMinor], ["buyer", "weighed 20 g", 0]);
  assert.deepEqual((await cactus.get(`/v1/orders/${id}`)).body.sanctions, []);
  assert.equal(JSON.stringify((await cactus.get(`/v1/orders/${id}/events`)).body).includes("BuyerSanctioned"), false);
  assert.equal((await sam.command(id, { type: "AnswerSanction", note: "My scale says 200 g" })).status, 200);
  assert.equal((await sam.command(id, { type: "AppealSanction", note: "Please weigh again" })).status, 200);
  assert.equal((await (await server.as("mediator", "mia")).command(id, { type: "LiftSanction" })).status, 200);
  assert.equal((await sam.get(`/v1/risk/buyer/sam`)).body.marketplaces[0].facts.points, 0);
  const another = await delivered("sam", "aliexpress");
  assert.equal((await server.as("seller", "cactus").then((client) => client.get(`/v1/orders/${another}`))).body.sanctions.length, 0, "the buyer's points are none of the seller's");
});

describe("pictures", () => {
  test("made smaller, saved anew or turned into another kind are the same; others are not, and empty ones are none", async () => {
    const original = await picture(13, 400);
    const hash = (await pictureHash(original))!;
    for (const again of [sharp(original).resize(150).png(), sharp(original).jpeg({ quality: 50 }), sharp(original).resize(333).webp({ quality: 60 })]) assert.ok(isAlike(hash, (await pictureHash(await again.toBuffer()))!));
    for (const seed of [21, 37, 53]) assert.equal(isAlike(hash, (await pictureHash(await picture(seed)))!), false);
    assert.equal(await pictureHash(await sharp({ create: { width: 50, height: 50, channels: 3, background: "#888" } }).png().toBuffer()), null);
    assert.equal(await pictureHash(Buffer.from("no picture")), null);
  });

  test("that were shown on another order before are counted and found, whoever shows them again", async () => {
    const shown = await picture(17);
    const claim = async (buyer: string, bytes: Buffer, type: string): Promise<string> => {
      const id = await delivered(buyer, "aliexpress");
      await server.advance("P6D");
      const client = await server.as("buyer", buyer);
      const opened = await client.command(id, { type: "OpenClaim", ground: "defective", evidence: [await upload(client, bytes, type)] });
      assert.equal(opened.status, 200, JSON.stringify(opened.body));
      return id;
    };
    const first = await claim("kim", shown, "image/png");
    const second = await claim("lee", await sharp(shown).resize(90).jpeg({ quality: 70 }).toBuffer(), "image/jpeg");
    await claim("max", await picture(49), "image/png");
    const counted = async (buyer: string): Promise<number> => (await server.operator.get(`/v1/risk/buyer/${buyer}`)).body.marketplaces[0].facts.sameEvidence;
    assert.deepEqual([await counted("kim"), await counted("lee"), await counted("max")], [0, 1, 0], "who showed it first has nothing against them");
    assert.deepEqual((await server.operator.get(`/v1/orders/${second}/alike`)).body.alike.map(({ orderId }: { orderId: string }) => orderId), [first]);
    await server.operator.call("DELETE", "/v1/people/buyer/lee/words");
    assert.equal(await counted("lee"), 0, "an erased person's hashes are gone");
  });
});
