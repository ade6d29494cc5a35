// Messages about an order. One that proposes to pay past the platform is delivered, marked, and kept as evidence (A26).
import { z } from "@hono/zod-openapi";
import type { RecordedEvent, Sealed } from "../../core/event.ts";
import { bodyHashOf } from "../../engine/hash.ts";
import { jsonAnswer, orderRoute, refusedAnswer, type Route } from "../route.ts";
import { instant, noteText, sealedText } from "../schemas/common.ts";
import { iso } from "../views/time.ts";
import { plain, type Words } from "../views/words.ts";
import { accepted, idempotencyKey } from "./commands.ts";

const path = "/v1/orders/{id}/messages";
const tag = "Messages";

const message = z
  .object({
    id: z.string(), by: z.object({ role: z.string(), id: z.string() }), at: instant, text: sealedText, warning: z.enum(["offPlatformPayment"]).nullable(),
  })
  .openapi("Message");

const read = orderRoute({
  method: "get", path, tag, right: "read", summary: "Read an order's messages",
  answers: { 200: jsonAnswer("The messages, oldest first.", z.object({ messages: z.array(message) })) },
  async handle({ c, api, order }) {
    const [sent, words] = await Promise.all([api.engine.store.events(order.id, { type: "MessageSent" }), api.engine.words([order.id])]);
    return c.json({ messages: sent.map((event) => messageView(event, words)) }, 200);
  },
});

const write = orderRoute({
  method: "post", path, tag, right: "act", audited: false, summary: "Write a message", body: z.strictObject({ text: noteText }),
  description: "With an Idempotency-Key the same message is sent once, however often it is posted.",
  documented: { headers: z.object({ "idempotency-key": z.string().max(200).optional() }) }, problems: ["keyReused"],
  answers: { 201: jsonAnswer("Sent.", message), 409: refusedAnswer },
  async handle({ c, api, caller, order, body }) {
    const key = idempotencyKey(c, false);
    const command = { type: "SendMessage", text: body.text };
    const answer = accepted(await api.engine.command({
      orderId: order.id, actor: caller.actor, command, ...(key === null ? {} : { key: { caller: caller.name, key, bodyHash: bodyHashOf(command) } }),
    }));
    const sent = answer.events.find((event) => event.type === "MessageSent")!;
    return c.json(messageView(sent, await api.engine.words([order.id])), 201);
  },
});

/** A message is named after its place in the order's history. */
export function messageView({ seq, by, at, data }: RecordedEvent, words: Words): z.infer<typeof message> {
  const { text, warning } = data as { text: Sealed; warning: "offPlatformPayment" | null };
  return { id: `msg_${seq}`, by, at: iso(at), text: plain(words, text), warning };
}

export const messageRoutes: Route[] = [read, write];
