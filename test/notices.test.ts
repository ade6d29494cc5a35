// The door for what institutions say by themselves, and what their adapters make of it: who is let in, what happens once, what is asked
// for again. And the adapters' own edges: amounts, what cannot be taken back, reports.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { reconcileWith } from "../src/cli/reconcile.ts";
import { minorOf, paypalValue } from "../src/engine/gateways/paypal/amounts.ts";
import { openInstitution } from "../src/engine/gateways/connect.ts";
import { minorAmount, stripeAmount } from "../src/engine/gateways/stripe/amounts.ts";
import { BadSettings, readSettings } from "../src/settings.ts";
import type { Json } from "./support/client.ts";
import { openPayPalWorld, openStripeWorld, paypalSettings, stripeSettings } from "./support/connected.ts";

describe("notices of Stripe", () => {
  let world: Awaited<ReturnType<typeof openStripeWorld>>;
  before(async () => {
    world = await openStripeWorld();
  });
  after(() => world.close());
  const refundOf = (refundId: string) => [...world.there.refunds.values()].find((one) => one.metadata.rescindRefund === refundId)!;
  const take = (body: string, headers: Record<string, string>) => world.server.engine.notices.receive("stripe", { headers, body });

  test("a message is taken in once, by its id; what it said is recorded as the institution's", async () => {
    const { order, refundId } = await world.cancelled();
    await world.advance("PT2H1S");
    world.there.settle(refundOf(refundId).id);
    const { body, headers, id } = world.there.messages.splice(0).at(-1)!;
    assert.deepEqual(await take(body, headers), { id, type: "refund.updated", seen: false, outcomes: ["refused", "recorded"] });
    assert.deepEqual(await take(body, headers), { id, type: "refund.updated", seen: true, outcomes: [] });
    const { body: history } = await world.server.operator.get(`/v1/orders/${order.id}/events`);
    assert.deepEqual(history.events.find((event: Json) => event.type === "RefundSettled").by, { role: "institution", id: "stripe" });
  });

  test("the same message twice at once is recorded once", async () => {
    const { order, refundId } = await world.cancelled();
    await world.advance("PT2H1S");
    world.there.settle(refundOf(refundId).id);
    const { body, headers } = world.there.messages.splice(0).at(-1)!;
    const taken = await Promise.all(Array.from({ length: 20 }, () => take(body, headers)));
    assert.equal(taken.filter((one) => !one!.seen).length, 1);
    const { body: history } = await world.server.operator.get(`/v1/orders/${order.id}/events`);
    assert.equal(history.events.filter((event: Json) => event.type === "RefundSettled").length, 1);
  });

  test("what fails here is not seen: the message is answered with 5xx and taken in when it comes again", async () => {
    const { order, refundId } = await world.cancelled();
    await world.advance("PT2H1S");
    world.there.settle(refundOf(refundId).id);
    const messages = world.there.messages.splice(0);
    const { store } = world.server.engine;
    const group = store.group;
    store.group = () => Promise.reject(new Error("the disk is full"));
    try {
      assert.deepEqual(new Set(await world.give(messages)), new Set([500]));
    } finally {
      store.group = group;
    }
    assert.equal((await world.refund(order.id)).status, "submitted");
    assert.deepEqual(new Set(await world.give(messages)), new Set([200]));
    assert.equal((await world.refund(order.id)).status, "settled");
  });

  test("a card that is refused once ends nothing: the customer tries another, and the payment is confirmed", async () => {
    const { id } = await world.server.place();
    await world.buyer.command(id, { type: "PayOrder", method: "card" });
    await world.advance("PT1S");
    const { payments } = await world.order(id);
    world.there.decline([...world.there.intents.values()].find((one) => one.metadata.rescindPayment === payments[0].id)!.id);
    await world.hear();
    assert.equal((await world.order(id)).status, "verifyingPayment");
    await world.there.payFor(await world.order(id));
    await world.hear();
    assert.equal((await world.order(id)).status, "awaitingShipment");
  });

  test("an order that ends before it is paid cancels its payment there", async () => {
    const { id } = await world.server.place();
    await world.buyer.command(id, { type: "PayOrder", method: "card" });
    await world.advance("P2D");
    const { payments } = await world.order(id);
    assert.equal([...world.there.intents.values()].find((one) => one.metadata.rescindPayment === payments[0].id)!.status, "canceled");
  });

  test("a refund that Stripe surely did not make, because of itself, fails with its reason", async () => {
    const { order, refundId } = await world.cancelled();
    const intent = [...world.there.intents.values()].find((one) => one.metadata.rescindOrder === order.id)!;
    // Somebody has paid it back at Stripe already, by hand.
    world.there.refunds.set("re_by_hand", { ...refundLike(intent.id), amount: intent.amount, currency: intent.currency });
    await world.advance("PT2H1S");
    const refund = (await world.order(order.id)).refunds[0];
    assert.equal(refund.id, refundId);
    assert.equal(refund.status, "failed");
    assert.match(refund.failedBecause ?? JSON.stringify(refund), /charge_already_refunded/);
    world.there.refunds.delete("re_by_hand");
  });

  test("once Stripe may have forgotten the key nothing is sent again: it is looked up", async () => {
    const { order, refundId } = await world.cancelled();
    const { references } = world.server.engine.store;
    const { clock } = world.server.engine;
    const sentBefore = { key: refundId, reference: order.payments[0].id, at: clock.now() - 21 * 3_600_000 };
    await references.keep("stripe", "sent", sentBefore);
    await world.advance("P1D");
    assert.equal(world.there.calls.filter((call) => call.key === refundId).length, 0, "it may have been executed: it is not sent");
    assert.equal((await world.refund(order.id)).status, "unknown");
  });

  test("Stripe takes back only what waits for the customer; the rest is said to be impossible, and nothing changes", async () => {
    const institution = await openInstitution(stripeSettings(world.there), world.server.engine.store, world.server.engine.clock);
    const { refundId } = await world.cancelled();
    await world.advance("PT2H1S");
    const refund = refundOf(refundId);
    const told = await institution.reverseRefund({ key: refundId });
    assert.equal(told.kind, "impossible");
    assert.equal(refund.status, "pending");
    refund.status = "requires_action";
    assert.deepEqual(await institution.reverseRefund({ key: refundId }), { kind: "asked" });
    assert.equal(refund.status, "canceled");
    assert.deepEqual(await institution.findRefund(refundId), { kind: "reversed", reference: refund.id });
    world.there.messages.splice(0);
    assert.equal((await institution.reverseRefund({ key: "rfd_01a20053-0312-7000-acea-aebe5a8642ca" })).kind, "impossible");
  });

  test("a dispute opens a chargeback and closes it, also when the messages come twice and in the wrong order", async () => {
    const order = await world.paid();
    const intent = [...world.there.intents.values()].find((one) => one.metadata.rescindOrder === order.id)!;
    const dispute = world.there.dispute(intent.id);
    const opened = world.there.messages.splice(0);
    world.there.closeDispute(dispute, "won");
    const closed = world.there.messages.splice(0);
    assert.deepEqual(new Set(await world.give([...closed, ...opened, ...closed])), new Set([200]));
    const { body } = await world.server.operator.get(`/v1/orders/${order.id}/events`);
    assert.deepEqual(body.events.map((event: Json) => event.type).filter((type: string) => type.startsWith("Chargeback")), ["ChargebackOpened", "ChargebackClosed"]);
  });

  test("reconcile asks Stripe for all its refunds, page after page, and names every difference", async () => {
    const { store } = world.server.engine;
    const wish = { command: "reconcile", payouts: false, file: null, institution: "stripe", json: true } as const;
    const run = async (): Promise<Json> => {
      const said: string[] = [];
      await reconcileWith(store, wish, (text) => said.push(text), stripeSettings(world.there));
      return JSON.parse(said[0]!);
    };
    const known = (await run()).differences.map((one: Json) => one.key);
    const ours = [...world.there.refunds.values()].find((one) => !known.includes(one.metadata.rescindRefund) && one.status === "succeeded")!;
    for (let made = 0; made < 205; made += 1) world.there.refunds.set(`re_more_${made}`, { ...refundLike("pi_of_another"), id: `re_more_${made}` });
    ours.amount += 1;
    const { differences, reported } = await run();
    assert.ok(reported > 205, "more than two pages");
    const fresh = differences.filter((one: Json) => !known.includes(one.key));
    assert.deepEqual(fresh.filter((one: Json) => one.kind === "amount").map((one: Json) => one.key), [ours.metadata.rescindRefund]);
    assert.equal(fresh.filter((one: Json) => one.kind === "missingHere").length, 205);
    assert.equal(fresh.length, 206, "and no false alarm");
    ours.amount -= 1;
  });

  const refundLike = (payment_intent: string) => ({ id: "re_by_hand", object: "refund", metadata: {}, status: "succeeded", amount: 1, currency: "usd", created: Math.floor(Date.now() / 1000), payment_intent });
});

describe("notices of PayPal", () => {
  let world: Awaited<ReturnType<typeof openPayPalWorld>>;
  before(async () => {
    world = await openPayPalWorld();
  });
  after(() => world.close());

  test("while PayPal cannot say whether it signed a message, they are asked to send it again", async () => {
    const { order } = await world.cancelled();
    await world.advance("PT2H1S");
    const messages = world.there.messages.splice(0);
    const { url } = world.there;
    const elsewhere = await openInstitution({ ...paypalSettings(world.there), api: "http://127.0.0.1:9" } as ReturnType<typeof paypalSettings>, world.server.engine.store, world.server.engine.clock);
    await assert.rejects(elsewhere.readNotice!({ headers: messages[0]!.headers, body: messages[0]!.body }), /no answer/);
    assert.ok(url.startsWith("http://127.0.0.1"));
    world.there.settle([...world.there.refunds.values()].at(-1)!.id);
    await world.hear();
    assert.equal((await world.refund(order.id)).status, "settled");
  });

  test("a token that ended is fetched anew", async () => {
    const { order } = await world.cancelled();
    world.there.expireTokens();
    await world.advance("PT2H1S");
    assert.equal((await world.refund(order.id)).status, "submitted");
  });

  test("reconcile asks for the refunds of every payment, and names what is not ours", async () => {
    const [one] = [...world.there.refunds.values()];
    world.there.refunds.set("BYHAND", { ...one!, id: "BYHAND", custom_id: "byhand" });
    const said: string[] = [];
    assert.equal(await reconcileWith(world.server.engine.store, { command: "reconcile", payouts: false, file: null, institution: "paypal", json: true }, (text) => said.push(text), paypalSettings(world.there)), 1);
    const { differences } = JSON.parse(said[0]!) as Json;
    assert.deepEqual(differences.map(({ kind, key }: Json) => [kind, key]), [["missingHere", "BYHAND"]]);
  });
});

test("amounts as Stripe counts them: no decimals, two, three of which the last is 0, and back", () => {
  for (const [minor, currency, theirs] of [[1250, "USD", 1250], [1250, "JPY", 1250], [1250, "KWD", 1250], [1200, "MGA", 12], [12, "ISK", 1200], [12, "UGX", 1200], [1234, "HUF", 1234]] as const) {
    assert.equal(stripeAmount(minor, currency), theirs, currency);
    assert.equal(minorAmount(theirs, currency), minor, currency);
  }
  assert.throws(() => stripeAmount(1255, "KWD"), /cannot move/);
  assert.throws(() => stripeAmount(1250, "MGA"), /cannot move/);
});

test("amounts as PayPal writes them, and back", () => {
  for (const [minor, currency, text] of [[1250, "USD", "12.50"], [5, "EUR", "0.05"], [1250, "JPY", "1250"], [120_000, "HUF", "1200"], [0, "USD", "0.00"]] as const) {
    assert.equal(paypalValue(minor, currency), text);
    assert.equal(minorOf(text, currency), minor);
  }
  assert.throws(() => paypalValue(120_050, "HUF"), /cannot move/);
  assert.throws(() => paypalValue(1250, "KWD"), /cannot move/);
  for (const text of ["", "12.505", "-1", "1e3", "12,50", " 1"]) assert.ok(Number.isNaN(minorOf(text, "USD")), text);
});

test("an institution's settings are whole, and none that moves real money stands beside the sandbox", () => {
  const stripe = { INSTITUTION: "stripe", STRIPE_SECRET_KEY: "sk_test_x", STRIPE_WEBHOOK_SECRET: "whsec_x" };
  const { institution, sandbox } = readSettings(stripe);
  assert.deepEqual([institution, sandbox], [{ name: "stripe", secretKey: "sk_test_x", webhookSecret: "whsec_x", api: "https://api.stripe.com", timeoutMs: 20_000, live: false }, false]);
  assert.equal(readSettings({ ...stripe, SANDBOX: "1" }).sandbox, true);
  assert.equal(readSettings({}).institution, null);
  const wrong: [Record<string, string>, RegExp][] = [
    [{ INSTITUTION: "stripe" }, /STRIPE_SECRET_KEY: needed for INSTITUTION=stripe\nSTRIPE_WEBHOOK_SECRET: needed/], [{ ...stripe, STRIPE_SECRET_KEY: "pk_test_x" }, /STRIPE_SECRET_KEY/],
    [{ ...stripe, STRIPE_SECRET_KEY: "sk_live_x", SANDBOX: "1" }, /SANDBOX: not beside/], [{ INSTITUTION: "paypal", PAYPAL_CLIENT_ID: "a", PAYPAL_CLIENT_SECRET: "b" }, /PAYPAL_WEBHOOK_ID: needed/],
    [{ INSTITUTION: "paypal", PAYPAL_CLIENT_ID: "a", PAYPAL_CLIENT_SECRET: "b", PAYPAL_WEBHOOK_ID: "c", SANDBOX: "1" }, /SANDBOX: not beside/], [{ INSTITUTION: "bank" }, /INSTITUTION/], [{ ...stripe, STRIPE_API: "api.stripe.com" }, /STRIPE_API/],
  ];
  for (const [variables, problem] of wrong) assert.throws(() => readSettings(variables), (error) => error instanceof BadSettings && problem.test(error.message), JSON.stringify(variables));
});
