// What happened to an order: its events and its ledger, whole and oldest first.
import { z } from "@hono/zod-openapi";
import { seesPosting } from "../caller.ts";
import { jsonAnswer, orderRoute, type Route } from "../route.ts";
import { eventSchema, postingSchema, type PostingView } from "../schemas/event.ts";
import { eventViews } from "../views/event.ts";
import { iso } from "../views/time.ts";

const tag = "History";

const events = orderRoute({
  method: "get", path: "/v1/orders/{id}/events", tag, right: "read", summary: "Read an order's history",
  description: "Every change: who, when, what, why, under which version of the policy. The buyer does not see the seller's sanctions.",
  answers: { 200: jsonAnswer("The history.", z.object({ events: z.array(eventSchema) })) },
  async handle({ c, api, caller, order }) {
    const [recorded, words] = await Promise.all([api.engine.store.events(order.id), api.engine.words([order.id])]);
    return c.json({ events: eventViews(recorded, caller, words) }, 200);
  },
});

const journal = orderRoute({
  method: "get", path: "/v1/orders/{id}/journal", tag, right: "read", summary: "Read an order's ledger",
  description: "Signed postings that add up to zero for each event and currency.",
  answers: { 200: jsonAnswer("The postings.", z.object({ postings: z.array(postingSchema) })) },
  async handle({ c, api, caller, order }) {
    const all = await api.engine.store.journal(order.id);
    const hidden = new Set(all.filter(({ account }) => !seesPosting(caller, account)).map(({ eventSeq }) => eventSeq));
    const postings: PostingView[] = all
      .filter(({ eventSeq }) => !hidden.has(eventSeq))
      .map(({ eventSeq, at, account, amountMinor, currency }) => ({ eventSeq, at: iso(at), account, amountMinor, currency }));
    return c.json({ postings }, 200);
  },
});

export const historyRoutes: Route[] = [events, journal];
