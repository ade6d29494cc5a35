// What institutions and carriers tell us by themselves. Public: only their signature lets a message in; what it means the engine decides.
import { z } from "@hono/zod-openapi";
import { ForgedNotice } from "../../engine/gateways/gateway.ts";
import { JSON_LIMIT, readBytes } from "../body.ts";
import { Problem } from "../problems.ts";
import { jsonAnswer, publicRoute, type Route } from "../route.ts";

const receive = publicRoute({
  method: "post", path: "/v1/notices/{sender}", tag: "Operations", summary: "A message of an institution or a carrier",
  description: "The address to give to them: `stripe`, `paypal`, or whichever is connected. The body is taken as the very bytes that were signed, at most 1 MiB. A message that came before changes nothing. 5xx asks them to send it again.",
  documented: { body: { required: true, content: { "application/json": { schema: z.looseObject({}) } } } },
  problems: ["notFound", "forgedNotice", "malformed", "tooLarge", "mediaType", "failed"],
  answers: { 200: jsonAnswer("It is known now.", z.object({ received: z.literal(true) })) },
  async handle({ c, api }) {
    const body = textOf(await readBytes(c, JSON_LIMIT));
    try {
      const received = await api.engine.notices.receive(c.req.param("sender") ?? "", { headers: c.req.header(), body });
      if (received === null) throw new Problem("notFound", "Nobody of this name is connected.");
    } catch (error) {
      // What is wrong with it is no business of who forged it.
      if (error instanceof ForgedNotice) {
        api.log.warn({ sender: c.req.param("sender"), because: error.message }, "a message was not let in");
        throw new Problem("forgedNotice", "Its signature, its time or its account is not the sender's.");
      }
      throw error;
    }
    return c.json({ received: true as const }, 200);
  },
});

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Problem("malformed", "It is not UTF-8.");
  }
}

export const noticeRoutes: Route[] = [receive];
