// The house's own view of accounts: who has one, inviting members of the house, closing an account. What a person is does not change here.
import { z } from "@hono/zod-openapi";
import type { Person } from "../../people/people.ts";
import { actIsAbout } from "../acts.ts";
import { tokenRoles } from "../caller.ts";
import { Problem } from "../problems.ts";
import { jsonAnswer, route, type Route } from "../route.ts";
import { instant, shortText } from "../schemas/common.ts";
import { realEmail } from "./signIn.ts";
import { iso } from "../views/time.ts";

const tag = "People";

const personSchema = z.object({
  role: z.enum(tokenRoles), id: z.string(), name: z.string(), email: z.string().nullable(), emailProven: z.boolean(), marketplace: z.string().nullable(),
  madeBy: z.enum(["self", "operator", "oidc", "demo"]),
}).openapi("Person");

/** An account as the house sees it, and its person. */
export const personView = ({ role, id, name, email, emailProven, marketplace, madeBy }: Person): z.infer<typeof personSchema> => ({ role, id, name, email, emailProven, marketplace, madeBy });

const list = route({
  method: "get", path: "/v1/people", tag, right: "operate", summary: "List everybody who has an account", description: "At most a thousand, the oldest first.",
  answers: { 200: jsonAnswer("The people.", z.object({ people: z.array(personSchema) })) },
  handle: async ({ c, api }) => c.json({ people: (await api.people.list()).map(personView) }, 200),
});

const invite = route({
  method: "post", path: "/v1/people", tag, right: "operate", summary: "Invite somebody", problems: ["personExists"],
  description: "Makes their account. `link` leads to the page that sets the password, once, within a week; it is mailed to them where mail goes out, and yours to hand over where not. Another operator is invited with a key, not by an operator's session or token.",
  body: z.strictObject({ email: realEmail, role: z.enum(tokenRoles), id: shortText, name: shortText }),
  answers: { 201: jsonAnswer("The invitation.", z.object({ person: personSchema, link: z.string(), token: z.string(), expiresAt: instant })) },
  async handle({ c, api, caller, body }) {
    actIsAbout(c, body.role, body.id);
    // Who could make another operator could confirm what they themselves have proposed.
    if (body.role === "operator" && caller.scope === "person") throw new Problem("forbidden", "Another operator is invited with a key.");
    const invited = await api.people.invite({ ...body, email: body.email.toLowerCase() }, c.req.header("accept-language") ?? null);
    if (invited === null) throw new Problem("personExists", "This e-mail, or this id in that role, has one.");
    const { person, token, expiresAt } = invited;
    return c.json({ person: personView(person), link: `${api.baseUrl ?? new URL(c.req.url).origin}/set-password?token=${token}`, token, expiresAt: iso(expiresAt) }, 201);
  },
});

const close = route({
  method: "delete", path: "/v1/people/{role}/{id}", tag, right: "operate", summary: "Close somebody's account",
  description: "All their sessions end at once; what they wrote and did stays. Another operator's is closed with a key. To forget a person, erase their words.",
  problems: ["notFound"], answers: { 200: jsonAnswer("Closed; false where there was no account.", z.object({ closed: z.boolean() })) },
  async handle({ c, api, caller }) {
    const { role = "", id = "" } = c.req.param();
    if (!tokenRoles.some((one) => one === role) || id.includes("\0") || !id.isWellFormed()) throw new Problem("notFound", "No such person.");
    if (role === "operator" && caller.scope === "person") throw new Problem("forbidden", "Another operator's account is closed with a key.");
    return c.json({ closed: await api.people.close({ role, id }) }, 200);
  },
});

export const peopleRoutes: Route[] = [list, invite, close];
