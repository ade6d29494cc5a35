// Mail as people and operators see it: turning optional mail off by a link or when signed in, and what did not arrive.
// What is told to whom is not decided here.
import type { Context } from "hono";
import { z } from "@hono/zod-openapi";
import { languageOf, languages } from "../../engine/acknowledgement.ts";
import { turnedOffPage, turnOffPage } from "../../mail/unsubscribePage.ts";
import type { MailRow } from "../../store/mail.ts";
import { Problem, wrongShape } from "../problems.ts";
import { jsonAnswer, publicRoute, route, sessionRoute, type Api, type Env, type Route } from "../route.ts";
import { instant, instantOrNull } from "../schemas/common.ts";
import { iso, isoOrNull } from "../views/time.ts";

const tag = "Mail";
const statuses = ["waiting", "sent", "refused", "givenUp", "notSent", "kept"] as const;
const page = { 200: { description: "A small page.", content: { "text/html": { schema: { type: "string" as const } } } } };
const path = "/v1/mail/unsubscribe/{token}";

/** Nothing from elsewhere, and a form that leads back here. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";

async function personIn(c: Context<Env>, api: Api): Promise<string> {
  const person = (await api.mail.unsubscribing()).personOf(c.req.param("token") ?? "");
  if (person === null) throw new Problem("notFound", "This link is not one of ours.");
  return person;
}

async function wishOf(api: Api, person: string) {
  return (await api.engine.store.mails.wishes([person])).get(person) ?? { optional: true, language: null };
}

const ask = publicRoute({
  method: "get", path, tag, summary: "The page behind a mail's link that turns optional mail off", description: "Changes nothing: what looks at links in mails must not turn anything off.",
  problems: ["notFound"], answers: page,
  async handle({ c, api }) {
    const { language } = await wishOf(api, await personIn(c, api));
    c.header("content-security-policy", POLICY);
    return c.html(turnOffPage(language ?? languageOf(c.req.header("accept-language"))));
  },
});

const turnOff = publicRoute({
  method: "post", path, tag, summary: "Turn optional mail off", description: "In one step, as RFC 8058 says: the signed link is all it needs. What is required is still sent.",
  problems: ["notFound"], answers: page,
  async handle({ c, api }) {
    const person = await personIn(c, api);
    const { language } = await wishOf(api, person);
    await api.engine.store.mails.wish(person, { optional: false, language });
    c.header("content-security-policy", POLICY);
    return c.html(turnedOffPage(language ?? languageOf(c.req.header("accept-language"))));
  },
});

const wishSchema = z.object({
  optional: z.boolean().openapi({ description: "Whether mail comes that is not required." }),
  language: z.enum(languages).nullable().openapi({ description: "Null: the language of each order." }),
}).openapi("MailWish");

const readWish = sessionRoute({
  method: "get", path: "/v1/me/mail", tag, summary: "What mail the signed-in person wishes", answers: { 200: jsonAnswer("The wish.", wishSchema) },
  handle: async ({ c, api, session: { person } }) => c.json(await wishOf(api, `${person.role}/${person.id}`), 200),
});

const setWish = sessionRoute({
  method: "put", path: "/v1/me/mail", tag, summary: "Say what mail one wishes", body: z.strictObject({ optional: z.boolean(), language: z.enum(languages).nullable().default(null) }),
  answers: { 200: jsonAnswer("The wish.", wishSchema) },
  async handle({ c, api, body, session: { person } }) {
    await api.engine.store.mails.wish(`${person.role}/${person.id}`, body);
    return c.json(body, 200);
  },
});

export const mailSchema = z.object({
  id: z.string().openapi({ description: "The first part of its Message-ID." }), kind: z.string().openapi({ description: "The type of the event that it tells, or the kind of letter." }),
  person: z.string().openapi({ description: "Who is meant: role and id. The address is not kept." }), orderId: z.string().nullable(), seq: z.int().nullable(), required: z.boolean(),
  status: z.enum(statuses), attempts: z.int(), answer: z.string().nullable().openapi({ description: "What the mail server said last, or why nothing was sent." }), madeAt: instant, dueAt: instantOrNull, endedAt: instantOrNull,
}).openapi("Mail");

export const mailView = ({ id, kind, person, orderId, seq, required, status, attempts, answer, madeAt, dueAt, endedAt }: MailRow): z.infer<typeof mailSchema> =>
  ({ id, kind, person, orderId, seq, required, status, attempts, answer, madeAt: iso(madeAt), dueAt: isoOrNull(dueAt), endedAt: isoOrNull(endedAt) });

/** A page of mails and where the next begins; a list that is asked for one more than the page has. */
export function mailPage(found: readonly MailRow[], limit: number): { mails: readonly MailRow[]; next: string | null } {
  const mails = found.slice(0, limit);
  const last = mails.at(-1);
  return { mails, next: found.length > limit && last ? `${last.madeAt}.${last.id}` : null };
}

export function placeOf(cursor: string | undefined): { madeAt: number; id: string } | null {
  if (cursor === undefined) return null;
  const [, madeAt, id] = /^(\d{1,15})\.(mail_[0-9a-f]{32})$/.exec(cursor) ?? [];
  if (madeAt === undefined || id === undefined) throw wrongShape([{ pointer: "#/cursor", detail: "not a cursor of this list" }], "malformed");
  return { madeAt: Number(madeAt), id };
}

const list = route({
  method: "get", path: "/v1/mails", tag, right: "operate", summary: "List mails and what became of them", description: "The last made first; kept for ninety days. `refused` and `givenUp` have not reached anybody.",
  query: z.strictObject({ status: z.enum(statuses).optional(), cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answers: { 200: jsonAnswer("A page of mails.", z.object({ mails: z.array(mailSchema), next: z.string().nullable() })) },
  async handle({ c, api, query: { status, cursor, limit } }) {
    const { mails, next } = mailPage(await api.engine.store.mails.list({ statuses: status ? [status] : statuses, before: placeOf(cursor), limit: limit + 1 }), limit);
    return c.json({ mails: mails.map(mailView), next }, 200);
  },
});

const again = route({
  method: "post", path: "/v1/mails/{id}/again", tag, right: "operate", summary: "Try a mail again now", problems: ["notFound"],
  description: "One that waits, was refused, given up or not sent; with the address as it is now, and under the same Message-ID. Letters with a link that has ended cannot be sent again.",
  answers: { 200: jsonAnswer("The mail, waiting.", mailSchema) },
  async handle({ c, api }) {
    const id = c.req.param("id") ?? "";
    const { mails } = api.engine.store;
    const waiting = /^mail_[0-9a-f]{32}$/.test(id) && (await mails.again(id, Date.now()));
    const mail = waiting ? await mails.find(id) : null;
    if (!mail) throw new Problem("notFound", "No such mail that could be tried again.");
    api.mail.changed();
    return c.json(mailView(mail), 200);
  },
});

export const mailRoutes: Route[] = [ask, turnOff, readWish, setWish, list, again];
