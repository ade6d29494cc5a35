// Gift cards beside an institution that has none: the sandbox's stored value executes them, and without it nobody is offered one.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "./support/client.ts";
import { openStripeWorld, stripeSettings } from "./support/connected.ts";
import { openStripeStandIn } from "./standIns/stripe.ts";
import { startTestServer } from "./support/client.ts";

test("beside the sandbox an order is paid and refunded by gift card, and the institution hears nothing of it", async () => {
  const world = await openStripeWorld();
  try {
    const { id } = await world.server.place();
    assert.equal((await world.buyer.command(id, { type: "PayOrder", method: "giftCard" })).status, 200);
    await world.advance("PT1H1S");
    assert.equal((await world.order(id)).status, "awaitingShipment");
    await world.buyer.command(id, { type: "RequestCancellation", reason: "noLongerWanted" });
    await world.seller.command(id, { type: "AcceptCancellation" });
    await world.advance("P1D");
    const refund = await world.refund(id);
    assert.deepEqual([refund.status, refund.to], ["settled", "giftCard"]);
    assert.deepEqual([world.there.intents.size, world.there.refunds.size], [0, 0]);
    const there = (await world.server.operator.get("/v1/sandbox/institution/refunds")).body.refunds as Json[];
    assert.deepEqual(there.map(({ key, to }) => [key, to]), [[refund.id, "giftCard"]]);
  } finally {
    await world.close();
  }
});

test("without stored value no gift card is offered, and paying with one is refused before anything is asked of the institution", async () => {
  const there = await openStripeStandIn();
  const server = await startTestServer({ institution: stripeSettings(there), sandbox: false });
  try {
    const { id } = await server.place({ marketplace: "amazon" });
    const ann = await server.as("buyer", "ann");
    const paying = (await ann.get(`/v1/orders/${id}`)).body.permissions.find((one: Json) => one.command === "PayOrder");
    assert.ok(paying.allowed);
    assert.equal(JSON.stringify(paying.asks).includes("giftCard"), false);
    const refused = await ann.command(id, { type: "PayOrder", method: "giftCard" });
    assert.equal(refused.status, 409);
    assert.equal(refused.body.refusal, "MethodNotAccepted");
    assert.equal(there.calls.length, 0);
  } finally {
    await server.close();
    await there.close();
  }
});
