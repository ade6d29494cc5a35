// Orders whose money has been released to their sellers, many at once, on a test server of its own clock.
import assert from "node:assert/strict";
import type { Json, TestServer } from "./client.ts";

let numbered = 0;

/** Places, pays, ships and receives an order of each of these sellers; the money waits where it was released. Minor units of USD. */
export async function releasedOrders(server: TestServer, sellers: readonly string[], unitPriceMinor = 5000): Promise<Json[]> {
  const orders = await shippedOrders(server, sellers, unitPriceMinor);
  await receive(server, orders);
  return Promise.all(orders.map(async ({ id }) => (await server.operator.get(`/v1/orders/${id}`)).body));
}

/** The same up to the day before the buyer says that they arrived. */
export async function shippedOrders(server: TestServer, sellers: readonly string[], unitPriceMinor = 5000): Promise<Json[]> {
  const buyer = await server.as("buyer", "ann");
  const orders = await Promise.all(sellers.map((seller) => server.place({
    externalId: `R-${process.pid}-${++numbered}`, seller: { id: seller, country: "CN" }, lines: [{ sku: "A", title: "Lamp", quantity: 1, unitPriceMinor }], shippingMinor: 0,
  }) as Promise<Json>));
  await Promise.all(orders.map(({ id }) => accepted(buyer.command(id, { type: "PayOrder", method: "card" }))));
  await server.advance("PT2H");
  await Promise.all(orders.map(async ({ id, seller }) => accepted((await server.as("seller", seller.id)).command(id, { type: "ShipOrder", carrier: "sandbox", trackingNumber: `SB${process.pid}R${++numbered}` }))));
  await server.advance("P1D");
  return orders;
}

/** The buyer says that all of them arrived: the money is released. */
export async function receive(server: TestServer, orders: readonly Json[]): Promise<void> {
  const buyer = await server.as("buyer", "ann");
  await Promise.all(orders.map(({ id }) => accepted(buyer.command(id, { type: "ConfirmReceipt" }))));
}

async function accepted(reply: Promise<{ status: number; body: Json }>): Promise<void> {
  const { status, body } = await reply;
  assert.equal(status, 200, JSON.stringify(body));
}
