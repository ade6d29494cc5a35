// Forged: false notices of every kind we could think of, given to a real server whose institutions are stand-ins, against orders in
// every state of their money. None may change any order; afterwards the true ones still must do what they say.
import { verify } from "../../src/engine/verify.ts";
import { openPayPalWorld, openStripeWorld } from "../../test/support/connected.ts";
import { chanceOf, type Chance } from "../../test/support/traders.ts";
import type { Json, TestServer } from "../../test/support/client.ts";
import type { CampaignEnd, CampaignWish } from "./campaign.ts";
import { paypalForgeries } from "./forgeries/paypal.ts";
import { stripeForgeries } from "./forgeries/stripe.ts";

/** One kind of false notice: what it answers may be, and how one is made. `to` is another address than the sender's. */
export type Forgery<W> = (world: W, scene: Scene, chance: Chance) => { headers: Record<string, string>; body: string | Buffer<ArrayBuffer>; to?: string; status: number };
/** The orders that the false notices aim at. `pending` is paid and not confirmed, `inFlight` handed over, `approved` not yet, `unknown` of an unknown outcome. */
export type Scene = Record<"pending" | "inFlight" | "approved" | "unknown", { order: Json; refundId: string }>;

export async function campaign({ seed, seconds, rounds = Infinity, tell }: CampaignWish): Promise<CampaignEnd> {
  const chance = chanceOf(seed);
  const until = Date.now() + seconds * 1000;
  const end: CampaignEnd = { tried: {}, findings: [] };
  const stripe = await openStripeWorld();
  const paypal = await openPayPalWorld();
  try {
    const scenes = { stripe: await setTheScene(stripe), paypal: await setTheScene(paypal) };
    const aims = [...Object.entries(stripeForgeries).map(([kind, make]) => ({ kind: `stripe: ${kind}`, name: "stripe", world: stripe, give: () => make(stripe, scenes.stripe, chance) })),
      ...Object.entries(paypalForgeries).map(([kind, make]) => ({ kind: `paypal: ${kind}`, name: "paypal", world: paypal, give: () => make(paypal, scenes.paypal, chance) }))];
    tell(`${aims.length} kinds of false notice`);
    for (let round = 0; round < rounds && (round === 0 || Date.now() < until); round += 1) {
      for (const { kind, name, world, give } of shuffled(aims, chance)) {
        const before = await stateOf(world.server, world.there);
        const { headers, body, to = name, status } = give();
        const answered = await post(`${world.server.url}/v1/notices/${to}`, headers, body);
        end.tried[kind] = (end.tried[kind] ?? 0) + 1;
        if (answered !== status) end.findings.push(`seed ${seed}, round ${round}, ${kind}: answered ${answered}, not ${status}`);
        if ((await stateOf(world.server, world.there)) !== before) end.findings.push(`seed ${seed}, round ${round}, ${kind}: had an effect`);
      }
    }
    for (const [name, world, scene] of [["stripe", stripe, scenes.stripe], ["paypal", paypal, scenes.paypal]] as const) {
      end.findings.push(...(await truthStillWorks(name, world, scene)), ...(await verify(world.server.engine.store)).differences.map(({ orderId, what }) => `${name}: ${orderId}: ${what}`));
    }
  } finally {
    await stripe.close();
    await paypal.close();
  }
  return end;
}

type World = Awaited<ReturnType<typeof openStripeWorld>> | Awaited<ReturnType<typeof openPayPalWorld>>;

async function setTheScene(world: World): Promise<Scene> {
  const inFlight = await world.cancelled();
  await world.advance("PT2H1S");
  const unknown = await world.cancelled();
  world.there.faults.push("error500Before");
  await world.advance("P1D");
  const approved = await world.cancelled();
  const { id } = await world.server.place();
  await world.buyer.command(id, { type: "PayOrder", method: "card" });
  await world.advance("PT1S");
  world.there.messages.splice(0);
  const now = async ({ order, refundId }: { order: Json; refundId: string }) => ({ order: await world.order(order.id), refundId });
  return { inFlight: await now(inFlight), unknown: await now(unknown), approved, pending: { order: await world.order(id), refundId: "" } };
}

/** Every order's version, and what the institution executed: whatever has an effect changes one of them. */
async function stateOf({ engine }: TestServer, there: World["there"]): Promise<string> {
  const { rows } = await engine.store.list({ limit: 100 });
  return JSON.stringify([rows.map(({ id, version }) => [id, version]), [...there.refunds.values()].length]);
}

async function truthStillWorks(name: string, world: World, { inFlight, pending }: Scene): Promise<string[]> {
  await world.there.payFor(pending.order);
  await world.hear();
  await world.hear();
  const paid = await world.order(pending.order.id);
  if (paid.status !== "awaitingShipment") return [`${name}: after all that the true notice does not confirm the payment: the order is ${paid.status}`];
  const there = [...world.there.refunds.values()].find((one) => JSON.stringify(one).includes(inFlight.refundId));
  if (!there) return [`${name}: the refund that was handed over is not there`];
  world.there.settle(there.id);
  await world.hear();
  const refund = (await world.order(inFlight.order.id)).refunds[0];
  return refund.status === "settled" ? [] : [`${name}: after all that the true notice does not settle the refund: it is ${refund.status}`];
}

async function post(url: string, headers: Record<string, string>, body: string | Buffer<ArrayBuffer>): Promise<number> {
  try {
    const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}

function shuffled<T>(all: readonly T[], chance: Chance): T[] {
  const rest = [...all];
  return all.map(() => rest.splice(chance.below(rest.length), 1)[0]!);
}
