// Orders with something to wait for: unpaid, unshipped, cancellations and claims without an answer, parcels on their way, refunds that
// are held. What their pages say about deadlines is remembered, word for word.
import { done, unused, type Json, type Market } from "../../../test/support/market.ts";
import type { Chance } from "../../../test/support/traders.ts";

/** A deadline as somebody was told of it: what follows from silence, on what, and by when. Epoch milliseconds. */
export type ToldDeadline = { orderId: string; otherwise: string; target: string | null; by: number };

const shipWithin = ["P3D", "P7D", "P12D", "P30D"];

const kinds: ((market: Market, chance: Chance) => Promise<string>)[] = [
  async (market, chance) => (await market.place({ marketplace: chance.one(["aliexpress", "amazon", "taobao"]), buyer: { id: unused("late"), country: "DE" } })).id,
  async (market, chance) => (await market.placePaid({ marketplace: chance.one(["aliexpress", "amazon", "taobao"]), shipWithin: chance.one(shipWithin) })).id,
  (market) => asked(market, false),
  (market) => asked(market, true),
  async (market) => {
    const id = await asked(market, true);
    done(await market.buyer.command(id, { type: "EscalateClaim" }));
    return id;
  },
  async (market) => {
    const id = await asked(market, false);
    done(await market.seller.command(id, { type: "AcceptCancellation" }));
    return id;
  },
  async (market) => {
    const { id } = await market.placePaid();
    done(await market.seller.command(id, { type: "ShipOrder", carrier: "sandbox", trackingNumber: unused("W") }));
    return id;
  },
];

async function asked(market: Market, sellerAtFault: boolean): Promise<string> {
  const { id } = await market.placePaid({ shipWithin: "P30D" });
  done(await market.buyer.command(id, { type: "RequestCancellation", reason: "noLongerWanted", sellerAtFault }));
  return id;
}

/** One order of every kind, and the deadlines that they show. */
export async function sow(market: Market, chance: Chance): Promise<ToldDeadline[]> {
  const ids = await Promise.all(kinds.map((make) => make(market, chance)));
  const orders = await Promise.all(ids.map((id) => market.order(id)));
  return orders.flatMap(({ id, deadlines }) => (deadlines as Json[]).map(({ otherwise, target, by }) => ({ orderId: id, otherwise, target, by: Date.parse(by) })));
}
