// The demonstration: people whom any visitor of the sandbox can be, their orders, and the letters of accounts. These routes exist only where
// the engine has a sandbox.
import { z } from "@hono/zod-openapi";
import { demoPeople, demoPersonOf } from "../../demo/people.ts";
import { tokenRoles } from "../caller.ts";
import { Problem } from "../problems.ts";
import { jsonAnswer, publicRoute, route, type Route } from "../route.ts";
import { country, instant, shortText } from "../schemas/common.ts";
import { iso } from "../views/time.ts";
import { demandSameSite } from "../writeAccess.ts";
import { replacingSession } from "./signIn.ts";
import { sessionSchema, sessionView } from "./session.ts";

const tag = "Sandbox";

const listPeople = publicRoute({
  method: "get", path: "/v1/demo/people", tag, summary: "List the demo people", description: "In each marketplace buyers and sellers; mediators and operators are of the house.",
  answers: { 200: jsonAnswer("The people.", z.object({ people: z.array(z.object({ id: z.string(), role: z.enum(tokenRoles), name: z.string(), marketplace: z.string().nullable(), country, locale: z.string() })) })) },
  handle: ({ c }) => c.json({ people: [...demoPeople] }, 200),
});

const signIn = publicRoute({
  method: "post", path: "/v1/session/demo", tag, summary: "Be a demo person", description: "Sets the session's cookie. Needs nothing, since in a sandbox nothing is real.",
  body: z.strictObject({ person: shortText }), problems: ["crossSite", "notFound"],
  answers: { 200: jsonAnswer("The session.", sessionSchema) },
  async handle({ c, api, body }) {
    demandSameSite(c, api.baseUrl);
    const person = demoPersonOf(body.person);
    if (!person) throw new Problem("notFound", "No such demo person.");
    const session = await replacingSession(c, api, async () => {
      const signedIn = await api.people.signInDemo(person, c.req.raw.headers);
      c.set("cookies", signedIn.cookies);
      return signedIn.session;
    });
    return c.json(sessionView(api, session), 200);
  },
});

const make = publicRoute({
  method: "post", path: "/v1/demo", tag, summary: "Make the demonstration's orders",
  description: "A few dozen, in every status, of the demo people. Made once: asked again, it answers at once. They are played by the sandbox clock, which is some weeks later afterwards; that takes a few seconds.",
  problems: ["crossSite"], answers: { 200: jsonAnswer("They are there.", z.object({ orders: z.int() })) },
  async handle({ c, api }) {
    demandSameSite(c, api.baseUrl);
    return c.json({ orders: (await api.demo.make()).orders }, 200);
  },
});

const letters = route({
  method: "get", path: "/v1/sandbox/letters", tag, right: "operate", summary: "Read the letters of accounts", description: "The latest first. The token proves an e-mail, or sets a password.",
  answers: { 200: jsonAnswer("The letters.", z.object({ letters: z.array(z.object({ kind: z.enum(["proveEmail", "setPassword", "invited"]), to: z.string(), token: z.string(), at: instant })) })) },
  handle: async ({ c, api }) => c.json({ letters: (await api.people.letters()).map(({ kind, to, token, at }) => ({ kind, to, token, at: iso(at) })) }, 200),
});

export const demoRoutes: Route[] = [listPeople, signIn, make, letters];
