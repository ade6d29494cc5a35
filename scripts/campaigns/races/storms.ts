// Storms: one refund asked for two hundred times at once over two servers, under one key, under one key with a cent of difference, and
// under as many keys. Each is one refund.
import { done, unused, type Json, type Reply } from "../../../test/support/market.ts";
import type { Arena } from "./arena.ts";

const AT_ONCE = 200;

type Storm = { name: string; body(index: number): Record<string, unknown>; key(index: number): string; answers(first: Json): Record<string, number> };

const counted = (replies: readonly Reply[]): Record<string, number> => Object.fromEntries([...Map.groupBy(replies, ({ status }) => status)].map(([status, all]) => [status, all.length]));

export async function runStorms(arena: Arena): Promise<void> {
  const [same, cent] = [unused("same"), unused("cent")];
  const approval = { type: "ApproveRefund", amountMinor: 700 };
  await storm(arena, { name: "one key", key: () => same, body: () => approval, answers: () => ({ 200: AT_ONCE }) });
  await storm(arena, { name: "one key, a cent of difference", key: () => cent, body: (index) => ({ ...approval, amountMinor: 700 + (index % 2) }), answers: () => ({ 200: AT_ONCE / 2, 422: AT_ONCE / 2 }) });
  await storm(arena, { name: "as many keys", key: () => unused("key"), body: () => approval, answers: () => ({ 200: 1, 409: AT_ONCE - 1 }) });
}

async function storm({ both: market, promised, tried, findings }: Arena, { name, key, body, answers }: Storm): Promise<void> {
  const { id } = await market.placePaid({ marketplace: "amazon", lines: [{ sku: "LAMP", title: "Lamp", quantity: 1, unitPriceMinor: 1000 }], shippingMinor: 0 });
  const trackingNumber = unused("D");
  done(await market.seller.command(id, { type: "ShipOrder", carrier: "sandbox", trackingNumber }));
  done(await market.operator.post("/v1/sandbox/carrier/scans", { trackingNumber, status: "delivered", country: "DE" }));
  const { order } = done(await market.buyer.command(id, { type: "RequestReturn", lines: [{ sku: "LAMP", quantity: 1, reason: "defective" }] }));
  const returnId = order.returns[0].id as string;
  const replies = await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => market.seller.command(id, { ...body(index), type: "ApproveRefund", returnId }, key(index))));
  tried[`${AT_ONCE} at once, ${name}`] = (tried[`${AT_ONCE} at once, ${name}`] ?? 0) + 1;
  const accepted = replies.filter(({ status }) => status === 200);
  const wanted = answers(accepted[0]);
  if (JSON.stringify(counted(replies)) !== JSON.stringify(wanted)) findings.push(`${name}: ${id} was answered ${JSON.stringify(counted(replies))}`);
  if (new Set(accepted.map(({ body: shown }) => JSON.stringify(shown))).size !== 1) findings.push(`${name}: ${id} was answered differently`);
  const { refunds } = await market.order(id);
  if (refunds.length !== 1) findings.push(`${name}: ${id} has ${refunds.length} refunds`);
  promised.push({ race: name, orderId: id, cause: returnId, paidMinor: accepted[0]?.body.order.refunds[0].amountMinor ?? 0 });
}
