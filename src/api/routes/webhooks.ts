// Receivers that are told of orders' events: registering, pausing, what was sent to them, sending it again.
import { randomBytes, randomUUID } from "node:crypto";
import type { Context } from "hono";
import { z } from "@hono/zod-openapi";
import type { DeliveryRow, WebhookRow } from "../../store/webhooks.ts";
import { refusedUrl } from "../../webhooks/address.ts";
import { actIsAbout } from "../acts.ts";
import { Problem, wrongShape } from "../problems.ts";
import { jsonAnswer, route, type Api, type Env, type Route } from "../route.ts";
import { instant, instantOrNull, shortText } from "../schemas/common.ts";
import { iso, isoOrNull } from "../views/time.ts";

const tag = "Webhooks";
const SECRET_BYTES = 32;
const MOST = 50;

const webhookSchema = z.object({
  id: z.string(), url: z.string(), description: z.string(), marketplace: z.string().nullable(), types: z.array(z.string()).nullable(), madeAt: instant,
  failingSince: instantOrNull, pausedAt: instantOrNull, pausedBecause: z.string().nullable(),
}).openapi("Webhook");

const deliverySchema = z.object({
  id: z.string().openapi({ description: "The `webhook-id` that it is sent with, each time the same." }), orderId: z.string(), seq: z.int(), type: z.string(), attempts: z.int(),
  status: z.enum(["delivered", "waiting", "givenUp"]), answer: z.int().nullable(), error: z.string().nullable(), tookMs: z.int(), triedAt: instant,
}).openapi("Delivery");

const viewOf = ({ id, url, description, marketplace, types, madeAt, failingSince, pausedAt, pausedBecause }: WebhookRow): z.infer<typeof webhookSchema> =>
  ({ id, url, description, marketplace, types, madeAt: iso(madeAt), failingSince: isoOrNull(failingSince), pausedAt: isoOrNull(pausedAt), pausedBecause });

const deliveryView = ({ webhookId: _, triedAt, ...delivery }: DeliveryRow): z.infer<typeof deliverySchema> => ({ ...delivery, triedAt: iso(triedAt) });

const register = route({
  method: "post", path: "/v1/webhooks", tag, right: "operate", summary: "Register a receiver", problems: ["tooManyWebhooks"],
  description: "Every event that is recorded from now on is posted to `url` as Standard Webhooks says: signed, each order's in their order, at least once, tried again for about three days. " +
    "`marketplace` and `types` narrow it down. The body is `{type, timestamp, data: {orderId, externalId, marketplace, event}}`, the event as in the order's history; personal words never leave: they stand as commitments. " +
    "The address must be on the public internet and begin with https; in the sandbox this machine can be called, too. `secret` is shown once.",
  body: z.strictObject({ url: z.string().max(2000), description: z.string().max(200).default(""), marketplace: shortText.nullable().default(null), types: z.array(shortText).min(1).max(100).nullable().default(null) }),
  answers: { 201: jsonAnswer("The webhook and its secret.", webhookSchema.extend({ secret: z.string() })) },
  async handle({ c, api, body }) {
    const refused = refusedUrl(body.url, api.engine.sandbox !== null);
    if (refused) throw wrongShape([{ pointer: "#/url", detail: refused }]);
    if (body.marketplace !== null && !api.engine.policies.names().includes(body.marketplace)) throw wrongShape([{ pointer: "#/marketplace", detail: "no such marketplace" }]);
    const { webhooks } = api.engine.store;
    if ((await webhooks.list()).length >= MOST) throw new Problem("tooManyWebhooks", `There are ${MOST} already.`);
    const made = { id: `whk_${randomUUID()}`, ...body, url: new URL(body.url).href, secret: `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`, madeAt: Date.now() };
    await webhooks.add(made);
    actIsAbout(c, made.id);
    api.webhooks.changed();
    return c.json({ ...viewOf({ ...made, failingSince: null, pausedAt: null, pausedBecause: null }), secret: made.secret }, 201);
  },
});

const list = route({
  method: "get", path: "/v1/webhooks", tag, right: "operate", summary: "List receivers",
  answers: { 200: jsonAnswer("All of them, the oldest first, without their secrets.", z.object({ webhooks: z.array(webhookSchema) })) },
  handle: async ({ c, api }) => c.json({ webhooks: (await api.engine.store.webhooks.list()).map(viewOf) }, 200),
});

const remove = route({
  method: "delete", path: "/v1/webhooks/{id}", tag, right: "operate", summary: "Remove a receiver", problems: ["notFound"], description: "With everything that was to be sent to it, and its list of deliveries.",
  answers: { 204: { description: "It is told nothing any more." } },
  async handle({ c, api }) {
    await api.engine.store.webhooks.remove((await webhookOf(c, api)).id);
    api.webhooks.changed();
    return c.body(null, 204);
  },
});

const pause = route({
  method: "post", path: "/v1/webhooks/{id}/pause", tag, right: "operate", summary: "Pause a receiver", problems: ["notFound"], description: "What happens meanwhile waits, and is sent in its order when it is resumed.",
  answers: { 200: jsonAnswer("The webhook.", webhookSchema) },
  async handle({ c, api }) {
    const { id } = await webhookOf(c, api);
    await api.engine.store.webhooks.pause(id, Date.now(), "by an operator");
    return c.json(viewOf(await webhookOf(c, api)), 200);
  },
});

const resume = route({
  method: "post", path: "/v1/webhooks/{id}/resume", tag, right: "operate", summary: "Resume a receiver", problems: ["notFound"], description: "Everything that has waited is sent at once.",
  answers: { 200: jsonAnswer("The webhook.", webhookSchema) },
  async handle({ c, api }) {
    const { id } = await webhookOf(c, api);
    await api.engine.store.webhooks.resume(id, Date.now());
    api.webhooks.changed();
    return c.json(viewOf(await webhookOf(c, api)), 200);
  },
});

const deliveries = route({
  method: "get", path: "/v1/webhooks/{id}/deliveries", tag, right: "operate", summary: "List what was sent", problems: ["notFound"], description: "The last tried first; kept for thirty days.",
  query: z.strictObject({ cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answers: { 200: jsonAnswer("A page of deliveries.", z.object({ deliveries: z.array(deliverySchema), next: z.string().nullable() })) },
  async handle({ c, api, query: { cursor, limit } }) {
    const { id } = await webhookOf(c, api);
    const found = await api.engine.store.webhooks.deliveries(id, cursor === undefined ? null : placeOf(cursor), limit + 1);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return c.json({ deliveries: page.map(deliveryView), next: found.length > limit && last ? `${last.triedAt}.${last.id}` : null }, 200);
  },
});

const replay = route({
  method: "post", path: "/v1/webhooks/{id}/deliveries/{delivery}/replay", tag, right: "operate", summary: "Send a delivery again", problems: ["notFound"], description: "Now, with the same `webhook-id`, whatever became of it. Answers when the receiver has.",
  answers: { 200: jsonAnswer("The delivery after this attempt.", deliverySchema) },
  async handle({ c, api }) {
    const delivery = await api.webhooks.replay(await webhookOf(c, api), textOf(c.req.param("delivery")));
    if (!delivery) throw new Problem("notFound", "No such delivery.");
    return c.json(deliveryView(delivery), 200);
  },
});

/** Text that a database can compare; anything else is nobody's id. */
const textOf = (text: string | undefined): string => (text !== undefined && !text.includes("\0") && text.isWellFormed() ? text : "");

async function webhookOf(c: Context<Env>, api: Api): Promise<WebhookRow> {
  const id = textOf(c.req.param("id"));
  const webhook = (await api.engine.store.webhooks.find([id])).get(id);
  if (!webhook) throw new Problem("notFound", "No such webhook.");
  return webhook;
}

function placeOf(cursor: string): { triedAt: number; id: string } {
  const [, triedAt, id] = /^(\d{1,15})\.(msg_[0-9a-f]{32})$/.exec(cursor) ?? [];
  if (triedAt === undefined || id === undefined) throw wrongShape([{ pointer: "#/cursor", detail: "not a cursor of this list" }], "malformed");
  return { triedAt: Number(triedAt), id };
}

export const webhookRoutes: Route[] = [register, list, remove, pause, resume, deliveries, replay];
