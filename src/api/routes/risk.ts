// Risk and abuse, for people: which refunds are held and until when, what is counted of somebody, which pictures look alike.
// Holding, releasing and sanctioning are commands of the order; what follows from a count is the policy's.
import { z } from "@hono/zod-openapi";
import { riskFacts, type RiskFacts } from "../../core/risk.ts";
import type { Order, Side } from "../../core/state.ts";
import { COUNTED_MS, COUNTED_ORDERS } from "../../engine/risk.ts";
import { Problem } from "../problems.ts";
import { jsonAnswer, orderRoute, route, type Api, type Route } from "../route.ts";
import { instant, instantOrNull } from "../schemas/common.ts";
import { iso, isoOrNull } from "../views/time.ts";

const tag = "Risk";
const MOST_HOLDS = 200;

const holds = route({
  method: "get", path: "/v1/risk/holds", tag, right: "operate", summary: "Refunds that are held",
  description: `Those that wait to be looked at, the one that was held first in front; at most ${MOST_HOLDS}.`,
  answers: {
    200: jsonAnswer("The held refunds.", z.object({
      holds: z.array(z.object({
        orderId: z.string(), externalId: z.string(), marketplace: z.string(), refundId: z.string(), amountMinor: z.int(), currency: z.string(), buyer: z.string(), seller: z.string(),
        reasons: z.array(z.object({ of: z.enum(["buyer", "seller", "order"]), fact: z.string(), value: z.int(), atLeast: z.int() })), secondPerson: z.boolean(),
        reviewer: z.string().nullable().openapi({ description: "The operator who looks at it; null where nobody is named yet." }), heldAt: instant,
        reviewBy: instantOrNull.openapi({ description: "When it goes on by itself." }),
      })),
    })),
  },
  async handle({ c, api }) {
    const { risk, orders } = api.engine.store;
    const held = await risk.held(MOST_HOLDS);
    const rows = await orders(held.map(({ orderId }) => orderId));
    const all = held.flatMap(({ refundId, orderId, reviewer, heldAt, reviewBy }) => {
      const order = rows.get(orderId)?.state as Order | undefined;
      const refund = order?.refunds.find(({ id }) => id === refundId);
      if (!order || !refund?.hold) return [];
      return [{
        orderId, externalId: order.externalId, marketplace: order.marketplace, refundId, amountMinor: refund.amountMinor, currency: order.currency, buyer: order.buyer.id,
        seller: order.seller.id, reasons: refund.hold.reasons, secondPerson: refund.hold.secondPerson, reviewer, heldAt: iso(heldAt), reviewBy: isoOrNull(reviewBy),
      }];
    });
    return c.json({ holds: all }, 200);
  },
});

const factSchema = z.object(Object.fromEntries(riskFacts.map((fact) => [fact, z.int()])) as Record<keyof RiskFacts, z.ZodInt>);

/** What is counted of somebody, by marketplace. */
export const countsOf = ({ store, clock }: Api["engine"], role: Side, id: string) => store.risk.factsOf(role, id, clock.now() - COUNTED_MS);

const person = route({
  method: "get", path: "/v1/risk/{role}/{id}", tag, right: "read", summary: "What is counted of a buyer or a seller",
  description: `By marketplace, over their latest ${COUNTED_ORDERS} paid orders of the last ${COUNTED_MS / 86_400_000} days. Everybody may read what is counted of themselves, mediators and operators of all. \`refundShare\` is of ten thousand.`,
  problems: ["notFound"],
  answers: { 200: jsonAnswer("The counts.", z.object({ marketplaces: z.array(z.object({ marketplace: z.string(), facts: factSchema })) })) },
  async handle({ c, api, caller: { actor, scope } }) {
    const { role, id } = c.req.param() as { role: string; id: string };
    const house = (actor.role === "mediator" || actor.role === "operator") && scope !== "orders" && scope !== "read";
    if ((role !== "buyer" && role !== "seller") || !(house || (actor.role === role && actor.id === id))) throw new Problem("notFound", "Nothing is counted under that name.");
    return c.json({ marketplaces: await countsOf(api.engine, role, id) }, 200);
  },
});

const alike = orderRoute({
  method: "get", path: "/v1/orders/{id}/alike", tag, right: "read", summary: "Pictures of this order that look like those of others",
  description: "By perceptual hash: the same picture made smaller, or saved anew, is found; a new picture of the same thing is not. For mediators and operators.",
  problems: ["forbidden"],
  answers: { 200: jsonAnswer("The pictures.", z.object({ alike: z.array(z.object({ evidenceId: z.string(), otherId: z.string(), orderId: z.string() })) })) },
  async handle({ c, api, caller: { actor, scope }, order }) {
    if ((actor.role !== "mediator" && actor.role !== "operator") || scope === "orders" || scope === "read") throw new Problem("forbidden", "For mediators and operators.");
    const used = [...order.claims.flatMap(({ evidence }) => evidence), ...order.cancellations.flatMap(({ evidence }) => evidence), ...order.reversals.flatMap(({ documents }) => documents)];
    return c.json({ alike: (await api.engine.store.risk.alike(used)).filter(({ orderId }) => orderId !== order.id) }, 200);
  },
});

export const riskRoutes: Route[] = [holds, person, alike];
