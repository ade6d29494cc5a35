// What the sandbox's institution has paid out, and its word about one of them. Only where the engine has a sandbox.
import { z } from "@hono/zod-openapi";
import type { PayoutRow } from "../../store/payoutRows.ts";
import { Problem } from "../problems.ts";
import { jsonAnswer, route, type Api, type Route } from "../route.ts";
import { computedAmount, instant } from "../schemas/common.ts";
import { iso } from "../views/time.ts";
import { PAYOUT_ID, payoutSchema, payoutView } from "./payouts.ts";

const tag = "Sandbox";
const right = "operate";

const list = route({
  method: "get", path: "/v1/sandbox/institution/payouts", tag, right, summary: "List what the institution has paid out", description: "The outside truth: every payout it ever executed.",
  answers: {
    200: jsonAnswer("The payouts.", z.object({
      payouts: z.array(z.object({ key: z.string(), sellerId: z.string(), amountMinor: computedAmount, currency: z.string(), at: instant, status: z.string() })),
    })),
  },
  handle: async ({ c, api }) => c.json({ payouts: (await api.engine.sandbox!.payouts()).map(({ dueAt: _dueAt, ...payout }) => ({ ...payout, at: iso(payout.at) })) }, 200),
});

function word(verb: string, summary: string, give: (sandbox: NonNullable<Api["engine"]["sandbox"]>, key: string) => Promise<PayoutRow | null>): Route {
  return route({
    method: "post", path: `/v1/sandbox/institution/payouts/{key}/${verb}`, tag, right, summary, problems: ["notFound"],
    answers: { 200: jsonAnswer("The payout after it.", payoutSchema) },
    async handle({ c, api }) {
      const key = c.req.param("key") ?? "";
      const payout = PAYOUT_ID.test(key) ? await give(api.engine.sandbox!, key) : null;
      if (!payout) throw new Problem("notFound", "It has executed no such payout.");
      return c.json(payoutView(payout), 200);
    },
  });
}

export const sandboxPayoutRoutes: Route[] = [
  list,
  word("settle", "Settle a payout", (sandbox, key) => sandbox.settlePayout(key)),
  word("fail", "Let a payout fail, also one that has arrived", (sandbox, key) => sandbox.failPayout(key)),
];
