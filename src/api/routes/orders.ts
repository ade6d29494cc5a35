// Orders: placing one or many, and reading one. Finding them stands in orderList.ts, acting on them in commands.ts.
import { z } from "@hono/zod-openapi";
import type { Order } from "../../core/state.ts";
import { BATCH_LIMIT } from "../body.ts";
import { Problem, problemBody, RefusedProblem, wrongShape, type ProblemBody } from "../problems.ts";
import { jsonAnswer, orderRoute, route, type Api, type Route } from "../route.ts";
import { checked } from "../shape.ts";
import type { Caller } from "../caller.ts";
import { problemSchema } from "../schemas/common.ts";
import { orderSchema, type OrderView } from "../schemas/order.ts";
import { orderBody, orderInput } from "../schemas/orderBody.ts";
import { showOrder, showOrders } from "../views/order.ts";

const tag = "Orders";
const MOST_IN_BATCH = 1000;

const placeOne = route({
  method: "post", path: "/v1/orders", tag, right: "place", audited: false, summary: "Place an order",
  description: "Idempotent by marketplace and externalId: the same body gives the same order with 200, another body 409.",
  body: orderBody, problems: ["orderExists"],
  answers: { 200: jsonAnswer("It was placed before.", orderSchema), 201: jsonAnswer("Placed.", orderSchema) },
  async handle({ c, api, caller, body }) {
    const { order, created } = await placed(api, caller, body);
    return c.json(await showOrder(api.engine, order, caller), created ? 201 : 200);
  },
});

/** Places a checked order. Throws the problem that it meets. */
async function placed({ engine }: Api, caller: Caller, body: z.output<typeof orderBody>): Promise<{ order: Order; created: boolean }> {
  if (!engine.policies.latest(body.marketplace)) await engine.policies.look();
  if (!engine.policies.latest(body.marketplace)) throw wrongShape([{ pointer: "#/marketplace", detail: `no such marketplace; there are ${engine.policies.names().join(", ")}` }]);
  const answer = await engine.place(orderInput(body), caller.actor);
  switch (answer.kind) {
    case "placed": return answer;
    case "refused": throw new RefusedProblem(answer.refusal);
    case "conflict": throw new Problem("orderExists", `${body.marketplace} has placed ${body.externalId} with another body.`);
    default: {
      const never: never = answer;
      throw new Error(`no such answer ${String(never)}`);
    }
  }
}

const batchBody = z.union([z.strictObject({ orders: z.array(z.unknown()).min(1).max(MOST_IN_BATCH) }), z.array(z.unknown()).min(1).max(MOST_IN_BATCH)]);
const batchResult = z.object({ status: z.int(), order: orderSchema.optional(), problem: problemSchema.optional() });
type BatchResult = { status: number; order?: OrderView; problem?: ProblemBody };

const placeMany = route({
  method: "post", path: "/v1/orders:batch", tag, right: "place", audited: false, summary: `Place up to ${MOST_IN_BATCH} orders`,
  description: "Each one succeeds or fails by itself; the results stand in the order of the input.",
  body: batchBody, bodyLimit: BATCH_LIMIT,
  answers: { 200: jsonAnswer("One result for each order.", z.object({ results: z.array(batchResult) })) },
  async handle({ c, api, caller, body }) {
    const all = Array.isArray(body) ? body : body.orders;
    const outcomes = await eachInItsTurn(all, async (one) => {
      try {
        return await placed(api, caller, checked(orderBody, one));
      } catch (error) {
        if (error instanceof Problem || error instanceof RefusedProblem) return problemBody(error, c.get("instance"));
        throw error;
      }
    });
    const orders = outcomes.flatMap((outcome) => ("order" in outcome ? [outcome.order as Order] : []));
    const views = (await showOrders(api.engine, orders, caller)).values();
    const results = outcomes.map((outcome): BatchResult =>
      "created" in outcome ? { status: outcome.created ? 201 : 200, order: views.next().value! } : { status: (outcome as ProblemBody).status, problem: outcome as ProblemBody });
    return c.json({ results }, 200);
  },
});

/** All at once, but bodies that speak of one order strictly one after the other: the first of them is the one that places it. */
async function eachInItsTurn<T>(bodies: unknown[], act: (body: unknown) => Promise<T>): Promise<T[]> {
  const last = new Map<string, Promise<T>>();
  return Promise.all(bodies.map((body) => {
    const { marketplace, externalId } = (body ?? {}) as Record<string, unknown>;
    const key = JSON.stringify([marketplace, externalId]);
    const turn: Promise<T> = (last.get(key) ?? Promise.resolve()).then(() => act(body));
    last.set(key, turn);
    return turn;
  }));
}

const readOne = orderRoute({
  method: "get", path: "/v1/orders/{id}", tag, right: "read", summary: "Read an order",
  description: "As the caller may see it, with what they may do now, what it would do, and why not otherwise.",
  answers: { 200: jsonAnswer("The order.", orderSchema) },
  handle: async ({ c, api, caller, order }) => c.json(await showOrder(api.engine, order, caller), 200),
});

export const orderRoutes: Route[] = [placeOne, placeMany, readOne];
