// Refunds through the real engine and the real adapters against stand-ins that speak the institutions' published contracts over HTTP and
// misbehave on request: whatever happens, each is executed once, and what is shown is true.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Json } from "./support/client.ts";
import { openPayPalWorld, openStripeWorld, type Connected } from "./support/connected.ts";
import type { Fault } from "./standIns/standIn.ts";

type World = Connected<Awaited<ReturnType<typeof openStripeWorld>>["there"]> | Connected<Awaited<ReturnType<typeof openPayPalWorld>>["there"]>;

/** What must have happened after a day, whatever the call met: how often it was executed, what is shown, and whether it was sent again. */
const outcomes: Record<Fault, { executed: number; status: "submitted" | "unknown"; sent: "once" | "again" }> = {
  slow: { executed: 1, status: "submitted", sent: "once" },
  twice: { executed: 1, status: "submitted", sent: "once" },
  hangAfter: { executed: 1, status: "submitted", sent: "again" },
  resetAfter: { executed: 1, status: "submitted", sent: "again" },
  resetBefore: { executed: 1, status: "submitted", sent: "again" },
  busy429: { executed: 1, status: "submitted", sent: "again" },
  conflict409: { executed: 1, status: "submitted", sent: "again" },
  unauthorized401: { executed: 1, status: "submitted", sent: "again" },
  // The 500 is replayed for its key: only a look-up tells.
  error500After: { executed: 1, status: "submitted", sent: "again" },
  error500Before: { executed: 0, status: "unknown", sent: "again" },
};

function stories(name: string, open: () => Promise<World>, refundPath: RegExp): void {
  describe(name, () => {
    let world: World;
    before(async () => {
      world = await open();
    });
    after(() => world.close());

    const sentFor = (key: string) => world.there.calls.filter((call) => call.key === key && refundPath.test(call.path));
    const executed = (refundId: string) => [...world.there.refunds.values()].filter((one) => JSON.stringify(one).includes(refundId));

    test("a payment is confirmed by its message, a refund handed over once and settled by its message", async () => {
      const { order, refundId } = await world.cancelled();
      assert.equal(sentFor(refundId).length, 0, "nothing leaves while it can still be stopped");
      await world.advance("PT2H1S");
      const refund = await world.refund(order.id);
      assert.equal(refund.status, "submitted");
      const [there] = executed(refundId);
      assert.equal(refund.institutionReference, there!.id);
      world.there.settle(there!.id);
      assert.deepEqual(new Set(await world.hear()), new Set([200]));
      assert.equal((await world.refund(order.id)).status, "settled");
      assert.equal(sentFor(refundId).length, 1);
    });

    for (const [fault, expected] of Object.entries(outcomes) as [Fault, (typeof outcomes)[Fault]][]) {
      test(`${fault}: executed ${expected.executed} times, sent ${expected.sent}, and in the end ${expected.status}`, async () => {
        const { order, refundId } = await world.cancelled();
        world.there.faults.push(fault);
        await world.advance("P1D");
        assert.equal(world.there.faults.length, 0, "the call met the fault");
        const refund = await world.refund(order.id);
        const calls = sentFor(refundId);
        assert.equal(executed(refundId).length, expected.executed);
        assert.equal(refund.status, expected.status);
        assert.equal(calls.length > 1 ? "again" : "once", expected.sent);
        assert.equal(new Set(calls.map(({ path, body }) => `${path} ${body}`)).size, 1, "the same bytes at each attempt");
        if (expected.status === "unknown") await isAnOperators(order.id, refundId);
      });
    }

    /** It has an owner and a deadline, is not sent any more, and a message ends it either way. */
    async function isAnOperators(orderId: string, refundId: string): Promise<void> {
      const calls = sentFor(refundId).length;
      await world.advance("P10D");
      assert.equal(sentFor(refundId).length, calls, "nothing is sent any more");
      const order = await world.order(orderId);
      assert.equal(order.refunds.at(-1).status, "unknown");
      assert.ok(order.deadlines.some((one: Json) => one.who === "operator" && one.owes === "InquireRefund"), JSON.stringify(order.deadlines));
      const asked = await world.server.operator.command(orderId, { type: "InquireRefund", refundId });
      assert.equal(asked.status, 200);
      await world.advance("PT1S");
      assert.equal((await world.refund(orderId)).status, "unknown", "not found proves nothing");
    }

    test("messages late, twice and in the wrong order lead to the same end", async () => {
      const { order, refundId } = await world.cancelled();
      await world.advance("PT2H1S");
      const [there] = executed(refundId);
      world.there.settle(there!.id);
      const messages = world.there.messages.splice(0);
      assert.ok(messages.length >= 2);
      await world.give([...messages.toReversed(), ...messages, ...messages.toReversed()]);
      const refund = await world.refund(order.id);
      assert.equal(refund.status, "settled");
      const { body } = await world.server.operator.get(`/v1/orders/${order.id}/events`);
      assert.equal(body.events.filter((event: Json) => event.type === "RefundSettled").length, 1);
    });

    test("a failure that is told after the money seemed to have arrived is a failure, and the old message changes nothing", async () => {
      const { order, refundId } = await world.cancelled();
      await world.advance("PT2H1S");
      const [there] = executed(refundId);
      world.there.settle(there!.id);
      const early = world.there.messages.splice(0);
      await world.give(early);
      world.there.fail(there!.id);
      await world.hear();
      assert.equal((await world.order(order.id)).refunds[0].status, "failed");
      await world.give(early);
      assert.equal((await world.order(order.id)).refunds[0].status, "failed");
    });

    test("a message that overtakes the answer is enough", async () => {
      const { order, refundId } = await world.cancelled();
      world.there.faults.push("hangAfter");
      await world.advance("PT2H0S");
      await world.hear();
      const refund = await world.refund(order.id);
      assert.equal(refund.status, "submitted");
      assert.equal(refund.institutionReference, executed(refundId)[0]!.id);
    });

    test("a payment that comes after the order ended goes back", async () => {
      const { id } = await world.server.place();
      await world.buyer.command(id, { type: "PayOrder", method: "card" });
      await world.advance("PT1S");
      const pending = await world.order(id);
      await world.there.payFor(pending);
      const messages = world.there.messages.splice(0);
      await world.advance("P2D");
      assert.equal((await world.order(id)).status, "closed");
      await world.give(messages);
      await world.hear();
      const order = await world.order(id);
      const paid = order.money.paidMinor;
      if (paid > 0) assert.equal(order.refunds[0].amountMinor, paid);
      // PayPal's order is not captured any more: nothing was taken that would have to go back.
      assert.equal(paid, name === "PayPal" ? 0 : 1250);
    });
  });
}

stories("Stripe", openStripeWorld, /^\/v1\/refunds$/);
stories("PayPal", openPayPalWorld, /\/refund$/);
