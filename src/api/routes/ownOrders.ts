// How somebody who made their own account comes to the orders that they placed before: by one order's number, and the e-mail that they
// have proven. From then on they are the buyer whom those orders mean. Why so: docs/decisions/0008-people.md.
import { z } from "@hono/zod-openapi";
import type { Order } from "../../core/state.ts";
import { buyersEmail, orderOf, sameAddress } from "../../engine/guests.ts";
import { Problem } from "../problems.ts";
import { jsonAnswer, sessionRoute, type Api, type Route } from "../route.ts";
import { shortText } from "../schemas/common.ts";
import { demandProof } from "../writeAccess.ts";
import { sessionSchema, sessionView } from "./session.ts";

const MOST_LOOKED_AT = 200;

const become = sessionRoute({
  method: "post", path: "/v1/session/orders", tag: "Session", summary: "Find the orders that one placed without an account",
  description: "For an account that its person made, with a proven e-mail: name one order that was placed with that e-mail. The account then is that order's buyer, and stays so.",
  body: z.strictObject({ orderNumber: shortText }), problems: ["proofNeeded", "notFound", "emailUnproven", "personExists", "tooManyRequests"],
  answers: { 200: jsonAnswer("The session.", sessionSchema) },
  async handle({ c, api, session, body: { orderNumber } }) {
    const { person } = session;
    demandProof(api.engine, { actor: { role: person.role, id: person.id }, scope: "person", name: "", provenAt: session.provenAt }, null);
    if (person.email === null || !person.emailProven) throw new Problem("emailUnproven", "Prove it first.");
    api.guessLimit.count(c, orderNumber, "Too many tries at orders.");
    const fits = person.madeBy === "self" && (await ordersOf(api, person.id)).length === 0;
    const order = fits ? await orderOf(api.engine.store, api.engine.policies, orderNumber, person.email) : null;
    if (!order || !(await allCarry(api, order.buyer.id, person.email))) throw new Problem("notFound", "No such order was placed with your e-mail.");
    if (!(await api.people.become(person, order.buyer.id))) throw new Problem("personExists", "Somebody else signs in as this buyer.");
    return c.json(sessionView(api, await api.authentication.sessionOf(c)), 200);
  },
});

const ordersOf = async (api: Api, buyer: string): Promise<Order[]> => (await api.engine.store.list({ buyer, limit: MOST_LOOKED_AT })).rows.map(({ state }) => state as Order);

/** Whether all orders of that buyer that carry an e-mail carry this one: one id may not let somebody into another's orders. */
async function allCarry(api: Api, buyer: string, email: string): Promise<boolean> {
  const orders = await ordersOf(api, buyer);
  const words = await api.engine.words(orders.map(({ id }) => id));
  const emails = orders.map((order) => buyersEmail(order, words)).filter((one) => one !== null);
  return orders.length < MOST_LOOKED_AT && emails.every((one) => sameAddress(one, email));
}

export const ownOrdersRoutes: Route[] = [become];
