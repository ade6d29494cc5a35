// The sandbox's mail: every mail as it would be sent, to be read. These routes exist only where the engine has a sandbox.
import { z } from "@hono/zod-openapi";
import type { Composed } from "../../mail/composing.ts";
import { Problem } from "../problems.ts";
import { jsonAnswer, route, type Route } from "../route.ts";
import { instant } from "../schemas/common.ts";
import { iso } from "../views/time.ts";
import { mailPage, mailSchema, mailView, placeOf } from "./mail.ts";

const tag = "Sandbox";
const right = "operate";

const shown = mailSchema.extend({
  to: z.string().openapi({ description: "The address; where none is known, one that stands for the person and can never be real (RFC 2606)." }),
  subject: z.string().nullable().openapi({ description: "Null where it tells nobody any more: the person was erased." }), at: instant.openapi({ description: "By the sandbox's clock, for what happened to an order." }),
});

const viewOf = ({ mail, to, written, at }: Composed): z.infer<typeof shown> => ({ ...mailView(mail), to: to ?? standIn(mail.person), subject: written?.subject ?? null, at: iso(at) });

/** `ann@buyer.invalid` for `buyer/ann`. */
function standIn(person: string): string {
  const [role = "", ...id] = person.split("/");
  return `${id.join("/").replaceAll(/[^\w.+-]/g, "-")}@${role}.invalid`;
}

const list = route({
  method: "get", path: "/v1/sandbox/mail", tag, right, summary: "List the sandbox's mail", description: "The last made first. Nothing is sent anywhere, unless the sandbox has a mail server of its own.",
  query: z.strictObject({ cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(30) }),
  answers: { 200: jsonAnswer("A page of mails.", z.object({ mails: z.array(shown), next: z.string().nullable() })) },
  async handle({ c, api, query: { cursor, limit } }) {
    await api.people.idle();
    await api.mail.idle();
    const found = await api.engine.store.mails.list({ statuses: ["kept", "sent", "waiting", "refused", "givenUp", "notSent"], before: placeOf(cursor), limit: limit + 1 });
    const { mails, next } = mailPage(found, limit);
    return c.json({ mails: (await api.mail.compose(mails)).map(viewOf), next }, 200);
  },
});

const read = route({
  method: "get", path: "/v1/sandbox/mail/{id}", tag, right, summary: "Read a mail of the sandbox", problems: ["notFound"],
  answers: { 200: jsonAnswer("The mail with its text and its HTML.", shown.extend({ text: z.string().nullable(), html: z.string().nullable(), unsubscribeAt: z.string().nullable().openapi({ description: "The List-Unsubscribe header; null where it cannot be turned off." }) })) },
  async handle({ c, api }) {
    const id = c.req.param("id") ?? "";
    const mail = /^mail_[0-9a-f]{32}$/.test(id) ? await api.engine.store.mails.find(id) : null;
    if (!mail) throw new Problem("notFound", "No such mail.");
    const [composed] = await api.mail.compose([mail]);
    const { written, unsubscribeAt } = composed!;
    return c.json({ ...viewOf(composed!), text: written?.text ?? null, html: written?.html ?? null, unsubscribeAt }, 200);
  },
});

export const sandboxMailRoutes: Route[] = [list, read];
