// The withdrawal function (L2): for people without an account in two steps, notice and confirmation, with an acknowledgement that can
// be fetched again; for those with one, the same acknowledgement of what they did by WithdrawFromContract.
// Nothing here says whether an order exists: not by status, body or header, and not by how long an answer takes.
import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "hono";
import { z } from "@hono/zod-openapi";
import { acknowledgementText, languageOf } from "../../engine/acknowledgement.ts";
import type { GuestView } from "../../engine/guests.ts";
import { Problem } from "../problems.ts";
import { jsonAnswer, orderRoute, publicRoute, type Route } from "../route.ts";
import { instant, instantOrNull, shortText } from "../schemas/common.ts";
import { iso, isoOrNull } from "../views/time.ts";
import { mayRead, plain, profileOf } from "../views/words.ts";

const tag = "Withdrawal";
/** A confirmation answers after this time, whatever it led to meanwhile. */
const ANSWER_AFTER_MS = 300;

const linesBody = z.array(z.strictObject({ sku: shortText, quantity: z.int().min(1).max(1_000_000) })).min(1).max(1000);
const notice = z
  .object({
    id: z.string(), status: z.enum(["awaitingConfirmation", "confirmed"]), orderNumber: z.string(), name: z.string(), email: z.string(),
    lines: z.array(z.object({ sku: z.string(), quantity: z.int() })).nullable().openapi({ description: "Null for the whole order." }),
    saidAt: instant, confirmBefore: instant, receivedAt: instantOrNull.openapi({ description: "The date and time of the withdrawal." }),
    document: z.string().nullable().openapi({ description: "The acknowledgement as plain text; the same as with Accept: text/plain." }),
  })
  .openapi("WithdrawalNotice");
const textAnswer = { description: "The notice, or its acknowledgement.", content: { "application/json": { schema: notice }, "text/plain": { schema: { type: "string" as const } } } };

const say = publicRoute({
  method: "post", path: "/v1/withdrawals", tag, summary: "Withdraw from a contract without an account: the notice",
  description: "The answer is the same whether or not such an order exists. The id is the right to confirm and to read: keep it from others. The document's language follows Accept-Language (en, zh, ru).",
  body: z.strictObject({ orderNumber: shortText, name: shortText, email: z.email().max(254), lines: linesBody.optional() }),
  problems: ["tooManyRequests"],
  answers: { 201: jsonAnswer("To be confirmed.", z.object({ id: z.string(), confirmBefore: instant })) },
  async handle({ c, api, body: { lines = null, ...said } }) {
    api.guessLimit.count(c, said.orderNumber);
    const { id, confirmBefore } = await api.engine.guests.notice({ ...said, lines, language: languageOf(c.req.header("accept-language")) });
    return c.json({ id, confirmBefore: iso(confirmBefore) }, 201);
  },
});

const confirm = publicRoute({
  method: "post", path: "/v1/withdrawals/{id}/confirm", tag, summary: "Confirm the withdrawal",
  description: "Answers with the acknowledgement, the same one each time. It takes effect where an order with that number was placed with that e-mail; what came of it is told only to who can sign in.",
  problems: ["notFound", "confirmedTooLate"],
  answers: { 200: jsonAnswer("The acknowledgement.", notice) },
  async handle({ c, api }) {
    const [confirmed] = await Promise.all([api.engine.guests.confirm(c.req.param("id") ?? ""), sleep(ANSWER_AFTER_MS)]);
    if (confirmed === null) throw new Problem("notFound", "No such notice.");
    api.mail.changed();
    if (confirmed === "late") throw new Problem("confirmedTooLate", "Send the notice again.");
    return c.json(noticeView(confirmed), 200);
  },
});

const read = publicRoute({
  method: "get", path: "/v1/withdrawals/{id}", tag, summary: "Read a notice of withdrawal, or its acknowledgement", problems: ["notFound"],
  answers: { 200: textAnswer },
  async handle({ c, api }) {
    const found = await api.engine.guests.read(c.req.param("id") ?? "");
    if (!found) throw new Problem("notFound", "No such notice.");
    return found.document !== null && wantsText(c) ? c.text(found.document) : c.json(noticeView(found), 200);
  },
});

const acknowledge = orderRoute({
  method: "get", path: "/v1/orders/{id}/withdrawals/{withdrawal}", tag, right: "read", summary: "The acknowledgement of a withdrawal by WithdrawFromContract",
  description: "As plain text where the Accept header asks for it.", problems: ["notFound"],
  answers: { 200: { ...textAnswer, content: { ...textAnswer.content, "application/json": { schema: z.object({ id: z.string(), receivedAt: instant, document: z.string() }) } } } },
  async handle({ c, api, caller, order }) {
    const found = order.withdrawals?.find((one) => one.id === c.req.param("withdrawal"));
    if (!found) throw new Problem("notFound", "No such withdrawal.");
    const { name = null, email = null } = profileOf(plain(await api.engine.words([order.id]), order.buyer.profile));
    const said = { reference: found.id, at: found.at, orderNumber: order.externalId, name, email: mayRead(caller, "buyer").includes("email") ? email : null, lines: found.lines };
    const document = acknowledgementText(said, languageOf(order.locale ?? c.req.header("accept-language")));
    return wantsText(c) ? c.text(document) : c.json({ id: found.id, receivedAt: iso(found.at), document }, 200);
  },
});

const wantsText = (c: Context): boolean => /^text\/(plain|\*)/.test(c.req.header("accept") ?? "");

function noticeView({ at, confirmBefore, confirmedAt, ...said }: GuestView): z.infer<typeof notice> {
  return { ...said, status: confirmedAt === null ? "awaitingConfirmation" : "confirmed", saidAt: iso(at), confirmBefore: iso(confirmBefore), receivedAt: isoOrNull(confirmedAt) };
}

export const withdrawalRoutes: Route[] = [say, confirm, read, acknowledge];
