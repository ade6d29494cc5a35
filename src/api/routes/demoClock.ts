// The sandbox's clock for visitors of the pages: read and moved by anybody, as anybody may be a demo operator there. It is the clock of
// /v1/sandbox/clock, with the next deadline of any order. These routes exist only where the engine has a sandbox.
import { z } from "@hono/zod-openapi";
import { later } from "../../core/time.ts";
import { wrongShape } from "../problems.ts";
import { jsonAnswer, publicRoute, type Api, type Route } from "../route.ts";
import { duration, instant, instantOrNull } from "../schemas/common.ts";
import { iso, isoOrNull } from "../views/time.ts";
import { demandSameSite } from "../writeAccess.ts";

const tag = "Sandbox";
const path = "/v1/demo/clock";
const LAST_INSTANT = Date.UTC(9000, 0, 1);
const SECOND_MS = 1000;

const clock = z.object({ now: instant, running: z.boolean(), next: instantOrNull.openapi({ description: "When the next deadline of any order passes; null where none runs." }) }).openapi("DemoClock");

async function clockView({ engine }: Api): Promise<z.infer<typeof clock>> {
  const { now, running } = await engine.sandbox!.clock();
  return { now: iso(now), running, next: isoOrNull(await engine.store.nextDeadline(now)) };
}

const read = publicRoute({
  method: "get", path, tag, summary: "Read the clock as a visitor",
  answers: { 200: jsonAnswer("The clock.", clock) },
  handle: async ({ c, api }) => c.json(await clockView(api), 200),
});

const move = publicRoute({
  method: "post", path, tag, summary: "Move the clock as a visitor",
  description: "By `advance`, or without it to the next deadline of any order. Answers once every deadline up to the new time has been acted on. The clock never goes back.",
  body: z.strictObject({ advance: duration.optional() }), problems: ["crossSite"],
  answers: { 200: jsonAnswer("The clock.", clock) },
  async handle({ c, api, body }) {
    demandSameSite(c, api.baseUrl);
    const advance = body.advance ?? await toNext(api);
    if (advance !== null) {
      if (later((await api.engine.sandbox!.clock()).now, advance, "UTC") > LAST_INSTANT) throw wrongShape([{ pointer: "#/advance", detail: "leads past the year 9000" }]);
      await api.engine.sandbox!.moveClock({ advance });
    }
    return c.json(await clockView(api), 200);
  },
});

/** How long it is until the next deadline, in whole seconds; null where none runs. */
async function toNext({ engine }: Api): Promise<string | null> {
  const { now } = await engine.sandbox!.clock();
  const next = await engine.store.nextDeadline(now);
  return next === null ? null : `PT${Math.max(1, Math.ceil((next - now) / SECOND_MS))}S`;
}

export const demoClockRoutes: Route[] = [read, move];
