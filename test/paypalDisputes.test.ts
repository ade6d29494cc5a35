// PayPal's disputes, as its messages and its answers tell them, through the real adapter: what is a chargeback and what is none.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Json } from "./support/client.ts";
import { openPayPalWorld } from "./support/connected.ts";

describe("disputes at PayPal", () => {
  let world: Awaited<ReturnType<typeof openPayPalWorld>>;
  before(async () => {
    world = await openPayPalWorld();
  });
  after(() => world.close());

  const paidThere = async (): Promise<{ id: string; there: string }> => {
    const { id, payments } = await world.paid();
    return { id, there: [...world.there.orders.values()].find((one) => one.invoiceId === payments[0].id)!.id };
  };
  const chargebacks = async (orderId: string): Promise<Json[]> => (await world.order(orderId)).chargebacks;

  test("a dispute opens a chargeback and closes it, also when the messages come twice and in the wrong order", async () => {
    const { id, there } = await paidThere();
    const dispute = world.there.dispute(there);
    const opened = world.there.messages.splice(0);
    world.there.disputeBecomes(dispute, { outcome: "RESOLVED_SELLER_FAVOUR" });
    const closed = world.there.messages.splice(0);
    assert.deepEqual(new Set(await world.give([...closed, ...opened, ...closed])), new Set([200]));
    assert.deepEqual((await chargebacks(id)).map(({ status, reference }) => [status, reference]), [["won", dispute]]);
  });

  test("lost, the payment is with the buyer, and nothing is paid for it again", async () => {
    const { id, there } = await paidThere();
    const dispute = world.there.dispute(there);
    world.there.disputeBecomes(dispute, { outcome: "RESOLVED_BUYER_FAVOUR" });
    await world.hear();
    const order = await world.order(id);
    assert.deepEqual([order.status, order.closedBecause, order.money.inEscrowMinor], ["closed", "chargedBack", 0]);
  });

  test("an inquiry is none until it becomes a claim there, or ends with the money at the buyer", async () => {
    const { id, there } = await paidThere();
    const dispute = world.there.dispute(there, "INQUIRY");
    await world.hear();
    assert.deepEqual(await chargebacks(id), []);
    world.there.disputeBecomes(dispute, { stage: "CHARGEBACK" });
    await world.hear();
    assert.deepEqual((await chargebacks(id)).map(({ status }) => status), ["open"]);
    const other = await paidThere();
    const settled = world.there.dispute(other.there, "INQUIRY");
    world.there.disputeBecomes(settled, { outcome: "RESOLVED_SELLER_FAVOUR" });
    await world.hear();
    assert.deepEqual(await chargebacks(other.id), []);
  });

  test("of which nothing is heard any more PayPal is asked, and its answer ends it", async () => {
    const { id, there } = await paidThere();
    const dispute = world.there.dispute(there);
    await world.hear();
    world.there.disputeBecomes(dispute, { outcome: "CANCELED_BY_BUYER" });
    world.there.messages.length = 0;
    await world.advance("P13D");
    assert.deepEqual((await chargebacks(id)).map(({ status }) => status), ["withdrawn"]);
  });

  test("a message about another's payment has no effect, and one that is 90 days old is forgotten", async () => {
    const { id, there } = await paidThere();
    const dispute = world.there.dispute(there);
    const message = world.there.messages.splice(0).find(({ type }) => type === "CUSTOMER.DISPUTE.CREATED");
    const body = JSON.parse(message!.body) as { resource: { disputed_transactions: { seller_transaction_id: string }[] } };
    body.resource.disputed_transactions[0]!.seller_transaction_id = "NOBODYS1234567890";
    await world.give([world.there.signed(body)]);
    assert.deepEqual(await chargebacks(id), []);
    await world.give([message!]);
    assert.equal((await chargebacks(id))[0]!.reference, dispute);
    const { store, clock } = world.server.engine;
    assert.equal(await store.purgeNotices(clock.now() - 1_000 * 60 * 60 * 24 * 90), 0);
    assert.ok((await store.purgeNotices(clock.now() + 1)) > 0);
    await world.give([message!]);
    assert.equal((await chargebacks(id)).length, 1, "what comes again changes nothing");
  });
});
