// Deadlines that were extended together: what there is, and for each of them whether its extension can still be taken back, or why not.
// It is taken back by a command to each order; nothing changes here.
import { z } from "@hono/zod-openapi";
import { takenBack } from "../../core/extension.ts";
import { admit } from "../../core/admit.ts";
import type { Order } from "../../core/state.ts";
import type { BatchExtension } from "../../store/extensions.ts";
import type { Caller } from "../caller.ts";
import { Problem } from "../problems.ts";
import { jsonAnswer, route, type Api, type Route } from "../route.ts";
import { instant, instantOrNull } from "../schemas/common.ts";
import { iso, isoOrNull } from "../views/time.ts";

const tag = "Operations";
const MOST_BATCHES = 50;
const MOST_DEADLINES = 1000;
const count = z.int().nonnegative();

const list = route({
  method: "get", path: "/v1/extensions", tag, right: "operate", summary: "List deadlines extended together",
  description: `A batch is what several ExtendDeadline commands gave the same name with \`batch\`. At most ${MOST_BATCHES}, the latest first.`,
  answers: { 200: jsonAnswer("The batches.", z.object({ batches: z.array(z.object({ batch: z.string(), at: instant, by: z.string().openapi({ description: "The operator." }), extended: count, takenBack: count })) })) },
  handle: async ({ c, api }) => c.json({ batches: (await api.engine.store.extensions.batches(MOST_BATCHES)).map((one) => ({ ...one, at: iso(one.at) })) }, 200),
});

const extensionSchema = z.object({
  orderId: z.string(), externalId: z.string(), marketplace: z.string(),
  deadline: z.string().openapi({ description: "What TakeBackExtension calls it." }), who: z.string().nullable(), owes: z.string().nullable(), otherwise: z.string().nullable(),
  by: instantOrNull.openapi({ description: "Until when it runs now; null where it no longer runs." }), before: instantOrNull.openapi({ description: "Until when it would run." }),
  state: z.enum(["standing", "takenBack"]), until: instantOrNull.openapi({ description: "Until when the extension can be taken back." }),
  refusal: z.string().nullable().openapi({ description: "Why it cannot be taken back now." }), because: z.string().nullable(),
});

const show = route({
  method: "get", path: "/v1/extensions/{batch}", tag, right: "operate", summary: "Preview taking a batch of extensions back", problems: ["notFound"],
  description: `For each deadline of the batch until when it runs and would run, and whether TakeBackExtension would be accepted now. At most ${MOST_DEADLINES}.`,
  answers: { 200: jsonAnswer("The deadlines.", z.object({ batch: z.string(), deadlines: z.array(extensionSchema) })) },
  async handle({ c, api, caller }) {
    const batch = c.req.param("batch") ?? "";
    if (batch.includes("\0") || !batch.isWellFormed()) throw new Problem("notFound", "No deadlines were extended under that name.");
    const all = await api.engine.store.extensions.ofBatch(batch, MOST_DEADLINES);
    if (all.length === 0) throw new Problem("notFound", "No deadlines were extended under that name.");
    const rows = await api.engine.store.orders(all.map(({ orderId }) => orderId));
    const orders = [...rows.values()].map(({ state }) => state as Order);
    if (orders.some(({ marketplace, policyVersion }) => !api.engine.policies.version(marketplace, policyVersion))) await api.engine.policies.look();
    const deadlines = all.flatMap((one) => {
      const order = rows.get(one.orderId)?.state as Order | undefined;
      return order ? [extensionView(api, caller, order, batch, one)] : [];
    });
    return c.json({ batch, deadlines }, 200);
  },
});

function extensionView(api: Api, { actor }: Caller, order: Order, batch: string, one: BatchExtension): z.infer<typeof extensionSchema> {
  const policy = api.engine.policyOf(order);
  const now = api.engine.clock.now();
  const { deadline, until, refused } = takenBack(policy, order, one.deadline, batch, now);
  const standing = one.standing > 0;
  const refusal = standing ? (admit(policy, order, "TakeBackExtension", null, actor, now, null).refused ?? refused) : null;
  const by = deadline?.by ?? null;
  return {
    orderId: order.id, externalId: order.externalId, marketplace: order.marketplace, deadline: one.deadline, who: deadline?.who ?? null, owes: deadline?.owes ?? null, otherwise: deadline?.otherwise ?? null,
    by: isoOrNull(by), before: standing && by !== null ? iso(by - one.byMs) : null, state: standing ? "standing" : "takenBack", until: isoOrNull(until),
    refusal: refusal?.refusal ?? null, because: refusal?.because ?? null,
  };
}

export const extensionRoutes: Route[] = [list, show];
