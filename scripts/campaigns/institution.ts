// Institution: orders are paid, cancelled, stopped and refunded through a real server whose institution is a stand-in that misbehaves in
// every way at once, its messages late, twice, in any order and among forged ones. In the end its record is held against our journal
// and against every answer that was given: no double, no loss, no refund shown as stopped that was executed. `--name stripe|paypal`.
import { reconcile } from "../../src/engine/reconcile.ts";
import { openInstitution } from "../../src/engine/gateways/connect.ts";
import { verify } from "../../src/engine/verify.ts";
import { faults } from "../../test/standIns/standIn.ts";
import { openPayPalWorld, openStripeWorld, paypalSettings, stripeSettings } from "../../test/support/connected.ts";
import { chanceOf, type Chance } from "../../test/support/traders.ts";
import type { Json } from "../../test/support/client.ts";
import type { CampaignEnd, CampaignWish } from "./campaign.ts";

type World = Awaited<ReturnType<typeof openStripeWorld>> | Awaited<ReturnType<typeof openPayPalWorld>>;
/** What somebody was told of stopping a refund. */
type Told = { orderId: string; refundId: string; stopped: boolean };
type Play = { world: World; chance: Chance; orders: string[]; held: World["there"]["messages"]; told: Told[]; tried: Record<string, number>; findings: string[] };

export async function campaign({ seed, seconds, rounds = Infinity, more = {}, tell }: CampaignWish): Promise<CampaignEnd> {
  const chance = chanceOf(seed);
  const until = Date.now() + seconds * 1000;
  const name = more.name ?? (seed % 2 === 0 ? "stripe" : "paypal");
  const { world, settings } = await open(name);
  const play: Play = { world, chance, orders: [], held: [], told: [], tried: {}, findings: [] };
  try {
    for (let round = 0; round < rounds && (round === 0 || Date.now() < until); round += 1) {
      const [deed, act] = chance.one(deeds);
      play.tried[deed] = (play.tried[deed] ?? 0) + 1;
      await act(play);
      if (round % 100 === 99) tell(`${round + 1} deeds, ${play.orders.length} orders, ${world.there.refunds.size} refunds executed`);
    }
    await comeToRest(play);
    await compare(play);
    const institution = await openInstitution(settings, world.server.engine.store, { now: () => Date.now() });
    const report = await reconcile(world.server.engine.store, institution.refunds!());
    for (const one of report.differences) if (one.kind !== "openHere") play.findings.push(`reconcile: ${one.kind} ${one.key} (here ${one.here}, there ${one.there})`);
    play.findings.push(...(await verify(world.server.engine.store)).differences.map(({ orderId, what }) => `${orderId}: ${what}`));
    Object.assign(play.tried, { orders: play.orders.length, refundsExecuted: world.there.refunds.size, stopsTold: play.told.length });
    return { tried: play.tried, findings: play.findings.map((finding) => `${name}, seed ${seed}: ${finding}`) };
  } finally {
    await world.close();
  }
}

async function open(name: string) {
  if (name === "stripe") {
    const world = await openStripeWorld();
    return { world, settings: stripeSettings(world.there) };
  }
  if (name !== "paypal") throw new Error(`--name is stripe or paypal, not ${name}`);
  const world = await openPayPalWorld();
  return { world, settings: paypalSettings(world.there) };
}

/** What may happen next, the commoner more than once. */
const deeds: [string, (play: Play) => Promise<void>][] = [
  ["sell and cancel", sellAndCancel], ["sell and cancel", sellAndCancel], ["sell and cancel", sellAndCancel], ["sell and cancel", sellAndCancel], ["place", place], ["cancel", cancel], ["cancel", cancel], ["cancel", cancel], ["stop", stop], ["misbehave", misbehave], ["misbehave", misbehave], ["misbehave", misbehave], ["misbehave", misbehave], ["wait", wait], ["wait", wait],
  ["wait", wait], ["hear", hear], ["hear", hear], ["settle", settle], ["fail", fail], ["forge", forge], ["pay", pay], ["pay", pay], ["pay", pay],
];

const idOf = (play: Play): string | null => (play.orders.length === 0 ? null : play.chance.one(play.orders));

async function place({ world, orders, chance }: Play): Promise<void> {
  const { id } = await world.server.place();
  orders.push(id);
  const split = [{ method: "card", amountMinor: 750 }, { method: "alipay", amountMinor: 500 }];
  await world.buyer.command(id, chance.happens(30) ? { type: "PayOrder", payments: split } : { type: "PayOrder", method: "card" });
}

/** The customers pay whatever they are asked to pay. */
async function pay({ world, orders }: Play): Promise<void> {
  for (const id of orders) {
    const order = await world.order(id);
    if (order.payments.some((one: Json) => one.status === "pending")) await world.there.payFor(order);
  }
}

async function cancel(play: Play, id = idOf(play)): Promise<void> {
  if (id === null || id === undefined) return;
  // Half of it leaves room for the institution to pay a second time.
  const part = play.chance.happens(60) ? { lines: [{ sku: "SEED-1", quantity: 1 }] } : {};
  await play.world.buyer.command(id, { type: "RequestCancellation", reason: "noLongerWanted", ...part });
  await play.world.seller.command(id, { type: "AcceptCancellation" });
}

/** An order of its own, paid and cancelled in part, whose refund will meet something. */
async function sellAndCancel(play: Play): Promise<void> {
  await place(play);
  await play.world.there.payFor(await play.world.order(play.orders.at(-1)!));
  await hear(play);
  await hear(play);
  await cancel(play, play.orders.at(-1));
  await misbehave(play);
}

/** An operator stops a refund as long as they are told that they can. */
async function stop(play: Play): Promise<void> {
  const id = idOf(play);
  const refund = id === null ? undefined : (await play.world.order(id)).refunds.at(-1);
  if (id === null || !refund) return;
  const { status } = await play.world.server.operator.command(id, { type: "StopRefund", refundId: refund.id });
  play.told.push({ orderId: id, refundId: refund.id, stopped: status === 200 });
}

async function misbehave({ world, chance }: Play): Promise<void> {
  const { faults: ofAll, refundFaults } = world.there;
  // Executed without a word is the worst: it comes more often.
  (chance.happens(70) ? refundFaults : ofAll).push(chance.one(chance.happens(50) ? (["hangAfter", "resetAfter", "error500After"] as const) : faults));
}

async function wait({ world, chance }: Play): Promise<void> {
  await world.advance(chance.one(["PT1M", "PT30M", "PT1H59M", "PT2H", "PT7H", "P1D"]));
}

/** Messages come late (kept back), twice, and in another order. */
async function hear(play: Play): Promise<void> {
  const { world, chance } = play;
  const waiting = [...play.held, ...world.there.messages.splice(0)];
  play.held = waiting.filter(() => chance.happens(30));
  const now = waiting.filter((one) => !play.held.includes(one) || chance.happens(20));
  for (const status of await world.give(shuffled(chance.happens(50) ? [...now, ...now] : now, chance))) if (status !== 200) play.findings.push(`a true message was answered with ${status}`);
}

async function settle({ world, chance }: Play): Promise<void> {
  const moving = pendingRefunds(world);
  if (moving.length > 0) world.there.settle(chance.one(moving).id);
}

async function fail({ world, chance }: Play): Promise<void> {
  const moving = pendingRefunds(world);
  if (moving.length > 0 && chance.happens(30)) world.there.fail(chance.one(moving).id);
}

/** Somebody without the secret says that everything was paid back. */
async function forge(play: Play): Promise<void> {
  const forged = play.world.there.messages.slice(-3).map(({ headers, body }) => ({ headers, body: body.replaceAll(/"(pending|PENDING)"/g, '"succeeded"').concat(" ") }));
  for (const status of await play.world.give(forged)) if (status !== 400) play.findings.push(`a forged message was answered with ${status}`);
}

const pendingRefunds = (world: World) => [...world.there.refunds.values()].filter(({ status }) => status.toLowerCase() === "pending");

/** The faults end, everything is said, and time enough passes for every retry and look-up. */
async function comeToRest(play: Play): Promise<void> {
  const { world } = play;
  world.there.faults.splice(0);
  world.there.refundFaults.splice(0);
  for (let round = 0; round < 3; round += 1) {
    for (const { id } of pendingRefunds(world)) world.there.settle(id);
    await world.give(play.held.splice(0));
    while (world.there.messages.length > 0) await world.hear();
    await world.advance("P2D");
  }
  await world.advance("P6D");
  for (const { id } of pendingRefunds(world)) world.there.settle(id);
  while (world.there.messages.length > 0) await world.hear();
}

type Executed = { amountMinor: number; status: string };

/** What the institution executed under each key of ours. */
function executedBy(world: World): Map<string, Executed[]> {
  const all = [...world.there.refunds.values()].map((one) =>
    "metadata" in one ? { key: one.metadata.rescindRefund!, amountMinor: one.amount, status: one.status } : { key: one.custom_id.split(".")[1]!, amountMinor: Math.round(Number(one.amount.value) * 100), status: one.status.toLowerCase().replace("completed", "succeeded") });
  return Map.groupBy(all, ({ key }) => key);
}

/** Which states of the institution's each of ours allows; "none": it executed nothing. */
const fits: Record<string, string[]> = {
  approved: ["none"], stopped: ["none"], submitting: ["none", "pending", "succeeded"], unknown: ["none"], submitted: ["pending", "succeeded"], settled: ["succeeded"], failed: ["none", "failed"], reversed: ["canceled"],
};

async function compare({ world, orders, told, findings, tried }: Play): Promise<void> {
  const executed = executedBy(world);
  const ended: Record<string, number> = {};
  for (const id of orders) {
    const order = await world.order(id);
    for (const refund of order.refunds as Json[]) {
      const there = executed.get(refund.id) ?? [];
      executed.delete(refund.id);
      ended[refund.status] = (ended[refund.status] ?? 0) + 1;
      if (there.length > 1) findings.push(`double: ${refund.id} was executed ${there.length} times`);
      if (there[0] && there[0].amountMinor !== refund.amountMinor) findings.push(`amount: ${refund.id} is ${refund.amountMinor} here and ${there[0].amountMinor} there`);
      if (!fits[refund.status]!.includes(there[0]?.status ?? "none")) findings.push(`${refund.id} is ${refund.status} here and ${there[0]?.status ?? "not executed"} there`);
    }
    const mine = told.filter((one) => one.orderId === id);
    for (const { refundId, stopped } of mine) {
      const refund = order.refunds.find((one: Json) => one.id === refundId);
      if (stopped !== (refund.status === "stopped") && !mine.some((one) => one.refundId === refundId && one.stopped)) findings.push(`told: ${refundId} was said to be ${stopped ? "stopped" : "not stopped"} and is ${refund.status}`);
    }
  }
  for (const key of executed.keys()) findings.push(`loss: ${key} was executed there and is not known here`);
  for (const [status, count] of Object.entries(ended)) tried[`refunds ${status}`] = count;
}

function shuffled<T>(all: readonly T[], chance: Chance): T[] {
  const rest = [...all];
  return all.map(() => rest.splice(chance.below(rest.length), 1)[0]!);
}
