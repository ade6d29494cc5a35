// A server whose institution is a stand-in: orders that are paid there, refunds that are handed over there, messages given as they come.
// What must hold is told elsewhere.
import assert from "node:assert/strict";
import type { ConnectionSettings } from "../../src/settings.ts";
import { deliver, type Message, type StandIn } from "../standIns/standIn.ts";
import { openPayPalStandIn, type PayPalStandIn } from "../standIns/paypal.ts";
import { openStripeStandIn, type StripeStandIn } from "../standIns/stripe.ts";
import { startTestServer, type Client, type Json, type TestServer } from "./client.ts";

export const stripeSettings = ({ url, secretKey, webhookSecret }: StripeStandIn): ConnectionSettings => ({ name: "stripe", secretKey, webhookSecret, api: url, timeoutMs: 1_000, live: false });
export const paypalSettings = ({ url, clientId, clientSecret, webhookId }: PayPalStandIn): ConnectionSettings => ({ name: "paypal", clientId, clientSecret, webhookId, api: url, timeoutMs: 1_000 });

export type Connected<T extends StandIn = StandIn> = {
  server: TestServer; there: T; buyer: Client; seller: Client;
  /** Gives messages to the server, in this order; the statuses of the answers. */
  give(messages: readonly Pick<Message, "headers" | "body">[]): Promise<number[]>;
  /** What it has to say, all of it, and nothing is left. */
  hear(): Promise<number[]>;
  /** An order that was paid at the institution and is confirmed here. */
  paid(change?: Record<string, unknown>): Promise<Json>;
  /** The same, cancelled: its refund is approved, to be handed over in two hours. */
  cancelled(): Promise<{ order: Json; refundId: string }>;
  /** Lets time pass; what is due is done. */
  advance(by: string): Promise<void>;
  order(id: string): Promise<Json>;
  refund(orderId: string): Promise<Json>;
  close(): Promise<void>;
};

type Told<T> = T & { messages: Message[]; payFor(order: Json): Promise<void> };

type Options = Pick<NonNullable<Parameters<typeof startTestServer>[0]>, "databaseUrl" | "pages">;

async function connected<T extends StandIn>(name: string, there: Told<T>, institution: ConnectionSettings, options: Options): Promise<Connected<Told<T>>> {
  const server = await startTestServer({ institution, ...options });
  const [buyer, seller] = [await server.as("buyer", "ann"), await server.as("seller", "cactus")];
  const order = async (id: string): Promise<Json> => (await server.operator.get(`/v1/orders/${id}`)).body;
  const one: Connected<Told<T>> = {
    server, there, buyer, seller, order,
    async give(messages) {
      const answers: number[] = [];
      for (const message of messages) answers.push(await deliver(`${server.url}/v1/notices/${name}`, message));
      return answers;
    },
    hear: () => one.give(there.messages.splice(0)),
    async paid(change = {}) {
      const { id } = await server.place(change);
      assert.equal((await buyer.command(id, { type: "PayOrder", method: "card" })).status, 200);
      await server.advance("PT1S");
      await there.payFor(await order(id));
      await one.hear();
      const now = await order(id);
      assert.equal(now.status, "awaitingShipment", "the payment is confirmed");
      return now;
    },
    async cancelled() {
      const { id } = await one.paid();
      assert.equal((await buyer.command(id, { type: "RequestCancellation", reason: "noLongerWanted" })).status, 200);
      assert.equal((await seller.command(id, { type: "AcceptCancellation" })).status, 200);
      const now = await order(id);
      return { order: now, refundId: now.refunds[0].id };
    },
    advance: (by) => server.advance(by),
    refund: async (orderId) => (await order(orderId)).refunds.at(-1),
    async close() {
      await server.close();
      await there.close();
    },
  };
  return one;
}

/** A server over PGlite in memory, or over `databaseUrl`, with Stripe's stand-in; with `pages` for a browser, too. */
export async function openStripeWorld(options: Options = {}): Promise<Connected<Told<StripeStandIn>>> {
  const there = await openStripeStandIn();
  const payFor = async ({ payments }: Json): Promise<void> => {
    for (const { id } of payments) for (const intent of [...there.intents.values()].filter(({ metadata }) => metadata.rescindPayment === id)) there.pay(intent.id);
  };
  return connected("stripe", Object.assign(there, { payFor }), stripeSettings(there), options);
}

/** The same with PayPal's. */
export async function openPayPalWorld(options: Options = {}): Promise<Connected<Told<PayPalStandIn>>> {
  const there = await openPayPalStandIn();
  const payFor = async ({ payments }: Json): Promise<void> => {
    for (const { id } of payments) for (const order of [...there.orders.values()].filter(({ invoiceId }) => invoiceId === id)) there.approve(order.id);
  };
  return connected("paypal", Object.assign(there, { payFor }), paypalSettings(there), options);
}
