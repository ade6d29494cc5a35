// A refund that is to be taken back, and an institution that cannot: what it answers is recorded, once, and the books say who has what.
// The rules themselves are told in policies/taobao/stories/impossible.story.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Json } from "./support/client.ts";
import { openStripeWorld } from "./support/connected.ts";

describe("Stripe cannot take back what has arrived on a card", () => {
  let world: Awaited<ReturnType<typeof openStripeWorld>>;
  before(async () => {
    world = await openStripeWorld();
  });
  after(() => world.close());

  test("the reversal is recorded as impossible, the buyer owes the amount, nobody is asked again, and every account adds up", async () => {
    const order = await world.paid({ marketplace: "taobao" });
    assert.equal((await world.buyer.command(order.id, { type: "OpenClaim", ground: "noLongerWanted", remedy: "money" })).status, 200);
    assert.equal((await world.seller.command(order.id, { type: "AcceptClaim" })).status, 200);
    await world.advance("PT3H");
    const [there] = [...world.there.refunds.values()];
    world.there.settle(there!.id);
    await world.hear();
    const { id: refundId, amountMinor } = await world.refund(order.id);
    const asked = await world.buyer.command(order.id, { type: "RequestReversal", refundId, ground: "givenBack" });
    assert.equal(asked.status, 200, JSON.stringify(asked.body));
    await world.advance("PT1M");
    const now = await world.order(order.id);
    const [refund] = now.refunds;
    assert.equal(refund.status, "settled");
    assert.equal(refund.irreversible.owedMinor, amountMinor);
    assert.match(refund.irreversible.because, /cannot take back/);
    assert.equal(now.money.owedByBuyerMinor, amountMinor);
    const calls = world.there.calls.length;
    await world.advance("P20D");
    assert.equal(world.there.calls.length, calls, "nothing is tried again");
    const { effects } = (await world.server.operator.get("/v1/effects")).body;
    assert.deepEqual(effects, [], "nothing stands among what fails");
    const journal = (await world.server.operator.get(`/v1/orders/${order.id}/journal`)).body.postings as Json[];
    const balance = (account: string): number => journal.filter((one) => one.account === account).reduce((sum, one) => sum + one.amountMinor, 0);
    assert.equal(balance("institution/card/in-flight"), 0);
    assert.equal(balance("buyer/ann/card"), 0, "the buyer has the money back");
    assert.equal(balance("buyer/ann/owed"), -amountMinor);
  });
});
