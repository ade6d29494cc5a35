// Races at the point of no return: one server's clock comes to the very instant of `cancellableUntil` while at the other a refund is
// stopped, its request withdrawn or its return cancelled. Also a millisecond before it, at it, and while an institution has accepted and hangs.
import { setTimeout as sleep } from "node:timers/promises";
import { openSandboxClock } from "../../../src/engine/clock.ts";
import { readShippedPolicies } from "../../../src/engine/policies.ts";
import type { Store } from "../../../src/store/store.ts";
import { done, unused, type Json, type Market, type Reply } from "../../../test/support/market.ts";
import { atTheEdge, beside, said, won, type Arena } from "./arena.ts";

/** An approved refund, and how somebody takes it back. */
type Approved = { name: string; orderId: string; refundId: string; until: number; amountMinor: number; takeBack(market: Market): Promise<Reply> };

/** An operator stops the refund of a cancellation. */
async function stoppable({ both: market }: Arena): Promise<Approved> {
  const { id } = await market.placePaid();
  done(await market.buyer.command(id, { type: "RequestCancellation", reason: "noLongerWanted", sellerAtFault: false }));
  const { order } = done(await market.seller.command(id, { type: "AcceptCancellation" }));
  return approved("hand over · stop", order, (at, refundId) => at.operator.command(id, { type: "StopRefund", refundId, reason: "seen in time" }));
}

/** The buyer withdraws a claim that was agreed to, which stops its refund. */
async function withdrawable({ both: market }: Arena): Promise<Approved> {
  const { id } = await market.placePaid({ marketplace: "taobao", currency: "CNY" });
  done(await market.buyer.command(id, { type: "OpenClaim", ground: "noLongerWanted" }));
  const { order } = done(await market.seller.command(id, { type: "AcceptClaim" }));
  return approved("hand over · withdraw", order, (at) => at.buyer.command(id, { type: "WithdrawClaim" }));
}

/** The marketplace of the one race that no shipped policy has by itself: it pays as soon as a return is authorized, so that the buyer can still cancel the return. */
const ADVANCE = "advance";

/** Publishes that marketplace's policy, the same for every campaign. What is published already stays. */
export async function publishAdvance(store: Store): Promise<void> {
  const amazon = (await readShippedPolicies()).find(({ policy }) => policy === "amazon")!;
  const terms = { ...amazon.terms, "refund.when": { ...amazon.terms["refund.when"]!, is: "authorized" } };
  await store.policies.publish({ name: ADVANCE, version: amazon.version, at: 0, body: { ...amazon, policy: ADVANCE, terms } });
}

/** The buyer cancels a return whose money was approved when it was authorized, which stops its refund. */
async function cancellable({ both: market }: Arena): Promise<Approved> {
  const { id } = await market.placePaid({ marketplace: ADVANCE, fulfilledBy: "platform" });
  const trackingNumber = unused("RET");
  done(await market.operator.command(id, { type: "ShipOrder", carrier: "sandbox", trackingNumber }));
  done(await market.operator.post("/v1/sandbox/carrier/scans", { trackingNumber, status: "delivered", country: "DE" }));
  const { order } = done(await market.buyer.command(id, { type: "RequestReturn", lines: [{ sku: "SEED-1", quantity: 2, reason: "noLongerWanted" }] }));
  return approved("hand over · cancel the return", order, (at) => at.buyer.command(id, { type: "CancelReturn" }));
}

const kinds = [stoppable, withdrawable, cancellable];

function approved(name: string, order: Json, takeBack: (market: Market, refundId: string) => Promise<Reply>): Approved {
  const { id: refundId, cancellableUntil, amountMinor } = order.refunds[0];
  return { name, orderId: order.id, refundId, until: Date.parse(cancellableUntil), amountMinor, takeBack: (market) => takeBack(market, refundId) };
}

/** `each` refunds of every kind against one movement of the clock. */
export async function runHandOvers(arena: Arena, each: number): Promise<void> {
  const { first, second, chance, store } = arena;
  const clock = await openSandboxClock(store.settings, false);
  const racing = await Promise.all(Array.from({ length: kinds.length * each }, (_, index) => kinds[index % kinds.length]!(arena)));
  const [before, at] = await Promise.all([withdrawable(arena), withdrawable(arena)]);
  const { until } = before;
  done(await first.advance("PT1H59M59S"));
  await clock.refresh();
  await clock.set(until - 1);
  await judge(arena, { ...before, name: "a millisecond before" }, await before.takeBack(second), 1);
  // Either a server moves the clock there and hands over by itself, or the time is only there, and whoever comes first finds what is due.
  const how = chance.happens(50) ? "moved" : "reached";
  const move = how === "moved" ? async () => void done(await first.advance("PT1S")) : () => clock.set(until);
  const [, ...replies] = await Promise.all([atTheEdge(move), ...racing.map((one) => beside(arena, `${one.name}, ${how}`, () => one.takeBack(second)))]);
  await judge(arena, { ...at, name: "at the instant" }, await at.takeBack(second), 0);
  if (how === "reached") done(await first.advance("PT1S"));
  for (const [index, one] of racing.entries()) await judge(arena, { ...one, name: `${one.name}, ${how}` }, replies[index]!);
}

/** What was answered against the order and the institution's record; `expected` is the side that must have won, where it is no race. */
async function judge(arena: Arena, { name, orderId, refundId, amountMinor }: Approved, reply: Reply, expected?: 0 | 1): Promise<void> {
  const late = reply.status === 409 && reply.body.refusal === "RefundAlreadySubmitted";
  if (reply.status !== 200 && !late) return void arena.findings.push(`${name}: ${refundId} was answered ${said(reply)}`);
  const side = late ? 0 : 1;
  if (expected === undefined) won(arena, name, side);
  else {
    arena.tried[name] = (arena.tried[name] ?? 0) + 1;
    if (side !== expected) arena.findings.push(`${name}: ${refundId} was answered ${said(reply)}`);
  }
  const { refunds } = await arena.both.order(orderId);
  const { status, cause } = (refunds as Json[]).find(({ id }) => id === refundId);
  if (late ? status === "stopped" : status !== "stopped") arena.findings.push(`${name}: ${refundId} was answered ${said(reply)} and is ${status}`);
  arena.promised.push({ race: name, orderId, cause: cause.id, paidMinor: late ? amountMinor : 0 });
}

/** The institution has executed the refund and does not answer; the buyer withdraws meanwhile, and is told the truth. */
export async function runHang(arena: Arena): Promise<void> {
  const { first, second } = arena;
  const one = await withdrawable(arena);
  done(await first.operator.post("/v1/sandbox/institution", { next: ["hang"] }));
  const moving = first.advance("PT2H");
  while (!(await executed(second)).some(({ key }) => key === one.refundId)) await sleep(20);
  const replies = await Promise.all(Array.from({ length: 5 }, () => one.takeBack(second)));
  const { status } = (await second.order(one.orderId)).refunds[0];
  if (status !== "submitting") arena.findings.push(`while the institution hangs ${one.refundId} is ${status}`);
  done(await moving);
  for (const reply of replies) await judge(arena, { ...one, name: "accepted and hanging" }, reply, 0);
}

/** The institution's record. */
export const executed = async (market: Market): Promise<{ key: string; amountMinor: number }[]> => done(await market.operator.get("/v1/sandbox/institution/refunds")).refunds as { key: string; amountMinor: number }[];
