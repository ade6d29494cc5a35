// Orders as far as a test wants them, brought there over HTTP by the shop, its buyer and its seller.
import assert from "node:assert/strict";
import type { Client, Json, TestServer } from "./client.ts";

type Change = Record<string, unknown>;

export type Stages = ReturnType<typeof openStages>;

export function openStages(server: TestServer, buyer: Client, seller: Client) {
  /** Gives a command that must be accepted. */
  const done = async (by: Client, order: Json, command: { type: string; [field: string]: unknown }): Promise<Json> => {
    const { status, body } = await by.command(order.id, command);
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  /** The carrier delivers what has that number. */
  const arrived = async (trackingNumber: string, country: string): Promise<void> => {
    const { status } = await server.operator.post("/v1/sandbox/carrier/scans", { trackingNumber, status: "delivered", country });
    assert.equal(status, 200);
  };
  const beingVerified = async (change: Change = {}): Promise<Json> => {
    const order = await server.place(change);
    await done(buyer, order, { type: "PayOrder", method: "card" });
    return order;
  };
  const paid = async (change: Change = {}): Promise<Json> => {
    const order = await beingVerified(change);
    await server.advance("PT2H");
    return order;
  };
  const delivered = async (change: Change = {}): Promise<Json> => {
    const order = await paid(change);
    const trackingNumber = `OUT-${order.externalId}`;
    await done(seller, order, { type: "ShipOrder", carrier: "sandbox", trackingNumber });
    await arrived(trackingNumber, "DE");
    return order;
  };
  return { done, arrived, beingVerified, paid, delivered };
}
