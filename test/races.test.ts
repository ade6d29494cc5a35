// What happens when people, the clock and the carrier act at the same moment, over HTTP on real databases: whoever commits
// first wins, everybody else is told the truth, and the books are right afterwards.
import assert from "node:assert/strict";
import { test } from "node:test";
import { raceOn } from "../scripts/campaigns/race.ts";
import { onEachField, type Field } from "./support/field.ts";
import { done, orderBody, unused, type Json, type Market, type Reply } from "./support/market.ts";

const statuses = (replies: readonly Reply[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
const refusalsOf = (replies: readonly Reply[]): string[] => [...new Set(replies.filter(({ status }) => status === 409).map(({ body }) => body.refusal as string))].sort();
const times = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: count }, (_, index) => make(index)));

/** paid = escrow + released + refunding + refunded, and the journal sums to zero. */
async function checkMoney({ operator }: Market, id: string): Promise<Json> {
  const order = done(await operator.get(`/v1/orders/${id}`));
  const { paidMinor, inEscrowMinor, releasedMinor, refundingMinor, refundedMinor } = order.money;
  assert.equal(paidMinor, inEscrowMinor + releasedMinor + refundingMinor + refundedMinor);
  const { postings } = done(await operator.get(`/v1/orders/${id}/journal`));
  assert.equal((postings as Json[]).reduce((sum, one) => sum + one.amountMinor, 0), 0);
  return order;
}

const amazon = (quantity = 2, change: Record<string, unknown> = {}): Record<string, unknown> =>
  ({ marketplace: "amazon", lines: [{ sku: "LAMP", title: "Lamp", quantity, unitPriceMinor: 1000 }], shippingMinor: 0, ...change });

async function delivered({ market }: { market: Market }, change: Record<string, unknown>): Promise<Json> {
  const { id } = await market.placePaid(change);
  const trackingNumber = unused("D");
  done(await market.seller.command(id, { type: "ShipOrder", carrier: "sandbox", trackingNumber }));
  done(await market.operator.post("/v1/sandbox/carrier/scans", { trackingNumber, status: "delivered", country: "DE" }));
  return market.order(id);
}

onEachField((field, kind) => {
  if (kind === "two servers on PostgreSQL") {
    test("two clients within milliseconds of each other: one is right, both are told the truth, and the institution's record agrees", async (context) => {
      const { servers, where } = field();
      const { tried, findings } = await raceOn(servers.map(({ url }) => url), where, { seed: 5, seconds: 60, rounds: 1, tell: () => undefined });
      context.diagnostic(JSON.stringify(tried));
      assert.deepEqual(findings, []);
      assert.ok(tried["answers held against the institution"]! >= 25);
    });
  } else sameOnOneServer(field);

  test("cancelling a return against the carrier's scan: the cancelled one was not scanned before, the scanned one is on its way", async () => {
    const { market } = field();
    for (let round = 0; round < 6; round += 1) {
      const { id } = await delivered(field(), amazon());
      const asked = done(await market.buyer.command(id, { type: "RequestReturn", lines: [{ sku: "LAMP", quantity: 1, reason: "noLongerWanted" }] }));
      if (asked.order.returns[0].status === "requested") done(await market.seller.command(id, { type: "AuthorizeReturn" }));
      const label = (await market.order(id)).returns[0].label;
      const [cancelled, scanned] = await Promise.all([
        market.buyer.command(id, { type: "CancelReturn" }),
        market.operator.post("/v1/sandbox/carrier/scans", { trackingNumber: label.trackingNumber, status: "accepted" }),
      ]);
      assert.equal(scanned.status, 200);
      const ret = (await checkMoney(market, id)).returns[0];
      const events = (done(await market.operator.get(`/v1/orders/${id}/events`)).events as Json[]).map(({ type }) => type as string);
      if (cancelled.status === 200) {
        assert.equal(ret.status, "cancelled");
        assert.ok(ret.label.voidedAt, "the label is void");
        assert.ok(events.indexOf("ReturnCancelled") < events.lastIndexOf("ParcelScanned"));
      } else assert.deepEqual([cancelled.status, ret.status], [409, "inTransit"]);
    }
  });

  test("shipping, withdrawing and accepting at once never give both goods and money", async () => {
    const { market } = field();
    await times(6, async () => {
      const { id } = await market.placePaid();
      done(await market.buyer.command(id, { type: "RequestCancellation", reason: "noLongerWanted", sellerAtFault: false }));
      const replies = await Promise.all([
        market.seller.command(id, { type: "ShipOrder", carrier: "sandbox", trackingNumber: unused("S") }),
        market.buyer.command(id, { type: "WithdrawCancellation" }), market.seller.command(id, { type: "AcceptCancellation" }),
      ]);
      const order = await checkMoney(market, id);
      const [shipped, withdrawn, accepted] = replies.map(({ status }) => status === 200);
      assert.ok(replies.every(({ status }) => status === 200 || status === 409), JSON.stringify(replies.map(({ status }) => status)));
      if (accepted) assert.deepEqual([shipped, withdrawn, order.status, order.parcels.length], [false, false, "closed", 0]);
      else assert.deepEqual([order.status, order.parcels.length, order.refunds.length], [shipped ? "inTransit" : "awaitingShipment", shipped ? 1 : 0, 0]);
      assert.ok(shipped || withdrawn || accepted);
    });
  });

  test("returns and refunds asked for at once never come to more than was bought and paid", async () => {
    const { market } = field();
    const { id } = await delivered(field(), amazon(10));
    const asked = await times(8, () => market.buyer.command(id, { type: "RequestReturn", lines: [{ sku: "LAMP", quantity: 4, reason: "defective" }] }));
    assert.deepEqual(statuses(asked), { 200: 2, 409: 6 });
    const returns = (await market.order(id)).returns as Json[];
    const approved = await times(12, (index) => market.seller.command(id, { type: "ApproveRefund", returnId: returns[index % 2].id, amountMinor: 2500 }));
    assert.ok(approved.every(({ status }) => status === 200 || status === 409));
    const { money, refunds } = await checkMoney(market, id);
    assert.ok(refunds.reduce((sum: number, one: Json) => sum + one.amountMinor, 0) <= 8000, "each return gives at most what its units cost");
    assert.ok(money.refundingMinor <= money.paidMinor);
  });

  test("claims opened at once are one claim, and answering it twice refunds once", async () => {
    const { market } = field();
    const { id } = await market.placePaid();
    done(await market.seller.command(id, { type: "ShipOrder", carrier: "sandbox", trackingNumber: unused("C") }));
    done(await market.advance("P7D"));
    const opened = await times(10, (index) => market.buyer.command(id, { type: "OpenClaim", ground: "notTracked", remedy: "money", amountMinor: 800 + index }));
    assert.deepEqual(statuses(opened), { 200: 1, 409: 9 });
    const accepted = await times(10, () => market.seller.command(id, { type: "AcceptClaim" }));
    assert.deepEqual(statuses(accepted), { 200: 1, 409: 9 });
    assert.equal((await checkMoney(market, id)).refunds.length, 1);
  });

  test("several sellers with one tracking number: one ships, the others are told that it is used", async () => {
    const { market } = field();
    const sellers = await times(8, async (index) => {
      const seller = { id: `shop-${index}`, country: "CN" };
      return { person: await market.as("seller", seller.id), order: await market.placePaid({ seller }) };
    });
    const trackingNumber = unused("one");
    const replies = await Promise.all(sellers.map(({ person, order }) => person.command(order.id, { type: "ShipOrder", carrier: "sandbox", trackingNumber })));
    assert.deepEqual(statuses(replies), { 200: 1, 409: 7 });
    assert.deepEqual(refusalsOf(replies), ["TrackingNumberAlreadyUsed"]);
  });

  test("thirty orders placed at once by one buyer: the twenty that may be unpaid, and not one more", async () => {
    const { market } = field();
    const buyer = { id: unused("piler"), country: "DE" };
    const replies = await times(30, () => market.operator.post("/v1/orders", orderBody(unused("x"), { buyer })));
    assert.deepEqual(statuses(replies), { 201: 20, 409: 10 });
    assert.equal(refusalsOf(replies).length, 1);
  });

  test("one external id placed twenty times at once is one order; with other bodies it is 409", async () => {
    const { market } = field();
    const same = orderBody(unused("same"));
    const replies = await times(20, () => market.operator.post("/v1/orders", same));
    assert.deepEqual(statuses(replies), { 200: 19, 201: 1 });
    assert.equal(new Set(replies.map(({ body }) => body.id)).size, 1);
    const number = unused("other");
    const others = await times(20, (index) => market.operator.post("/v1/orders", orderBody(number, { shippingMinor: index, buyer: { id: `b-${index}`, country: "DE" } })));
    assert.deepEqual(statuses(others), { 201: 1, 409: 19 });
  });

  test("two clocks moved at once: both moves happen, one after the other, and everything due on the way has happened", async () => {
    const { market } = field();
    const { id } = await market.placePaid();
    const before = done(await market.operator.get("/v1/sandbox/clock"));
    const moves = await Promise.all([market.advance("P5D"), market.advance("P4D")]);
    assert.deepEqual(statuses(moves), { 200: 2 });
    const ends = await times(4, async () => done(await market.operator.get("/v1/sandbox/clock")).now as string);
    assert.deepEqual(new Set(ends.map((now) => (Date.parse(now) - Date.parse(before.now)) / 86_400_000)), new Set([9]));
    const order = await checkMoney(market, id);
    assert.deepEqual([order.status, order.closedBecause], ["closed", "notShipped"]);
  });

  test("three hundred commands that wait at once are all answered", async () => {
    const { market } = field();
    const orders = await times(30, (index) => market.place({ buyer: { id: `waiting-${index % 10}`, country: "DE" } }));
    const replies = await times(300, (index) => market.seller.command(orders[index % 30].id, { type: "ReducePrice", totalMinor: 1240 - Math.floor(index / 30) }));
    assert.equal((statuses(replies)[200] ?? 0) + (statuses(replies)[409] ?? 0), 300);
    assert.ok(statuses(replies)[200]! >= 30, "each order's first is accepted");
  });

  test("twenty commands for one version: one is accepted, the others hear 412", async () => {
    const { market } = field();
    const { id, version } = await market.place();
    const replies = await times(20, (index) => market.seller.command(id, { type: "ReducePrice", totalMinor: 1000 + index, expectedVersion: version }));
    assert.deepEqual(statuses(replies), { 200: 1, 412: 19 });
    assert.equal((await market.order(id)).version, version + 1);
  });

  test("a command at the very instant of its deadline is in time; a second later it is too late; in between one of them holds", async () => {
    const { market } = field();
    const orders = await times(6, () => market.place({ buyer: { id: unused("late"), country: "DE" } }));
    const [early, ...racing] = orders as [Json, ...Json[]];
    const buyerOf = (order: Json) => market.as("buyer", order.buyer.id as string);
    done(await market.advance("P20D"));
    done(await (await buyerOf(early)).command(early.id, { type: "PayOrder", method: "card" }));
    const people = await Promise.all(racing.map(buyerOf));
    const [, ...replies] = await Promise.all([market.advance("PT1S"), ...racing.map((order, index) => people[index]!.command(order.id, { type: "PayOrder", method: "card" }))]);
    for (const [index, { status }] of replies.entries()) {
      const order = await checkMoney(market, racing[index].id);
      assert.deepEqual([status, order.status], status === 200 ? [200, "verifyingPayment"] : [409, "closed"]);
    }
  });
});

/** What the campaign does on two servers, with more of it. */
function sameOnOneServer(field: () => Field): void {
  test("stopping a refund against its hand-over: either it was stopped and never sent, or it is too late and sent once", async () => {
    const { market } = field();
    const orders = await times(10, async () => {
      const { id } = await market.placePaid();
      done(await market.buyer.command(id, { type: "RequestCancellation", reason: "noLongerWanted", sellerAtFault: false }));
      const { order } = done(await market.seller.command(id, { type: "AcceptCancellation" }));
      return { id: id as string, refundId: order.refunds[0].id as string };
    });
    const [moved, ...stops] = await Promise.all([
      market.advance("PT2H"), ...orders.map(({ id, refundId }) => market.operator.command(id, { type: "StopRefund", refundId, reason: "seen in time" })),
    ]);
    assert.equal(moved.status, 200);
    const { refunds } = done(await market.operator.get("/v1/sandbox/institution/refunds"));
    for (const [index, { id, refundId }] of orders.entries()) {
      const { status, body } = stops[index]!;
      const executed = (refunds as Json[]).filter(({ key }) => key === refundId);
      const refund = (await checkMoney(market, id)).refunds[0];
      if (status === 200) assert.deepEqual([refund.status, executed.length], ["stopped", 0]);
      else assert.deepEqual([status, body.refusal, refund.status, executed.length], [409, "RefundAlreadySubmitted", "submitted", 1]);
    }
  });

  test("the same key fifty times at once is one command with fifty equal answers", async () => {
    const { market } = field();
    const { id } = await delivered(field(), amazon(2, { fulfilledBy: "platform" }));
    const key = unused("same");
    const replies = await times(50, () => market.buyer.command(id, { type: "RequestReturn", lines: [{ sku: "LAMP", quantity: 1, reason: "defective" }] }, key));
    assert.deepEqual(statuses(replies), { 200: 50 });
    for (const { body } of replies) assert.deepEqual(body, replies[0]!.body);
    assert.ok(replies[0]!.body.order.returns[0].label, "the answer shows the label");
    assert.equal((await checkMoney(market, id)).returns.length, 1);
  });

  test("fifty keys of one command: one is accepted, the others are refused with a reason", async () => {
    const { market } = field();
    const { id } = await market.placePaid();
    const replies = await times(50, () => market.buyer.command(id, { type: "RequestCancellation", reason: "noLongerWanted", sellerAtFault: false }));
    assert.deepEqual(statuses(replies), { 200: 1, 409: 49 });
    assert.ok(refusalsOf(replies).every((refusal) => typeof refusal === "string"));
    assert.equal((await checkMoney(market, id)).cancellations.length, 1);
  });
}
