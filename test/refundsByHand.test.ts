// Refunds that operators end by hand, through the real engine and Stripe's adapter against its stand-in: what waited is not sent any more,
// and what the institution says afterwards counts. The rules themselves are told in policies/aliexpress/stories/unanswered.story.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Client, Json } from "./support/client.ts";
import { openStripeWorld } from "./support/connected.ts";

type World = Awaited<ReturnType<typeof openStripeWorld>>;

describe("a refund that the institution leaves unanswered", () => {
  let world: World;
  let olga: Client;
  let otto: Client;
  before(async () => {
    world = await openStripeWorld();
    olga = await world.server.as("operator", "olga");
    otto = await world.server.as("operator", "otto");
  });
  after(() => world.close());

  const ok = async (asked: Promise<{ status: number; body: Json }>): Promise<Json> => {
    const { status, body } = await asked;
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  const failByHand = async (orderId: string, refundId: string): Promise<void> => {
    await ok(olga.command(orderId, { type: "ResolveRefund", refundId, outcome: "failed", note: "Their letter of 3 March" }));
    const own = await olga.command(orderId, { type: "ConfirmRefundFailure", refundId });
    assert.equal(own.body.refusal, "ProposedByYou");
    await ok(otto.command(orderId, { type: "ConfirmRefundFailure", refundId, note: "Read and compared" }));
  };
  const refundsOf = async (orderId: string): Promise<Json[]> => (await world.order(orderId)).refunds;
  const sent = (refundId: string): number => world.there.calls.filter((call) => call.key === refundId).length;
  /** An order whose refund was accepted there, and of which nothing more was heard until it is overdue. */
  async function unheard(): Promise<{ orderId: string; refundId: string; reference: string }> {
    const { order, refundId } = await world.cancelled();
    await world.advance("PT2H1S");
    await world.advance("P16D");
    const [refund] = await refundsOf(order.id);
    assert.equal(refund!.status, "submitted");
    assert.equal(refund!.overdue, true);
    return { orderId: order.id, refundId, reference: refund!.institutionReference };
  }

  test("a hand-over that still waits is not sent once operators have ended it", async () => {
    const { order, refundId } = await world.cancelled();
    world.there.faults.push(...Array.from({ length: 1_000 }, () => "unauthorized401" as const));
    await world.advance("P19D");
    assert.equal((await refundsOf(order.id))[0]!.status, "submitting");
    const before = sent(refundId);
    assert.ok(before > 10, "it was tried again and again");
    await failByHand(order.id, refundId);
    world.there.faults.length = 0;
    await world.advance("PT6H");
    assert.equal(sent(refundId), before, "nothing was sent any more");
    assert.equal([...world.there.refunds.values()].filter((one) => JSON.stringify(one).includes(refundId)).length, 0);
    await ok(olga.command(order.id, { type: "ReissueRefund", refundId }));
    await world.advance("PT3H");
    const [, again] = await refundsOf(order.id);
    assert.equal(again!.status, "submitted", "the same money goes out once, under the key of its own");
  });

  test("ended as failed and arrived after all before it was sent again: it is that one, and only that", async () => {
    const { orderId, refundId, reference } = await unheard();
    await failByHand(orderId, refundId);
    await ok(otto.command(orderId, { type: "ReissueRefund", refundId }));
    world.there.settle(reference);
    await world.hear();
    const [first, second] = await refundsOf(orderId);
    assert.deepEqual([first!.status, second!.status], ["settled", "stopped"]);
    assert.equal(second!.coveredBy, refundId);
    await world.advance("P1D");
    assert.equal(sent(second!.id), 0);
  });

  test("sent again, and refused there because the first holds the money: the first is taken up again, and every account adds up", async () => {
    const { orderId, refundId, reference } = await unheard();
    await failByHand(orderId, refundId);
    await ok(otto.command(orderId, { type: "ReissueRefund", refundId }));
    await world.advance("PT3H");
    assert.deepEqual((await refundsOf(orderId)).map(({ status }) => status), ["failed", "failed"]);
    world.there.settle(reference);
    await world.hear();
    const [first, second] = await refundsOf(orderId);
    assert.deepEqual([first!.status, first!.lossMinor, second!.status, second!.replacedBy], ["settled", 0, "failed", refundId]);
    const journal = (await world.server.operator.get(`/v1/orders/${orderId}/journal`)).body.postings as Json[];
    assert.equal(journal.reduce((sum, { amountMinor }) => sum + amountMinor, 0), 0);
    const escrow = journal.filter(({ account }) => account === `escrow/${orderId}`).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    assert.equal(escrow, 0, "the money is with the buyer, and nothing waits to be sent a third time");
  });

  test("settled by hand takes one operator and a note; the buyer cannot, nor without a word", async () => {
    const { orderId, refundId } = await unheard();
    assert.equal((await world.buyer.command(orderId, { type: "ResolveRefund", refundId, outcome: "settled", note: "I have it" })).status, 403);
    assert.equal((await olga.command(orderId, { type: "ResolveRefund", refundId, outcome: "settled" })).status, 422);
    const offered = (await olga.get(`/v1/orders/${orderId}`)).body.permissions.find((one: Json) => one.command === "ResolveRefund");
    assert.equal(offered.allowed, true);
    assert.deepEqual(offered.asks.required, ["outcome", "note"]);
    await ok(olga.command(orderId, { type: "ResolveRefund", refundId, outcome: "settled", reference: "letter-7", note: "Their letter" }));
    const [refund] = await refundsOf(orderId);
    assert.deepEqual([refund!.status, refund!.resolvedByHand], ["settled", "settled"]);
  });
});
