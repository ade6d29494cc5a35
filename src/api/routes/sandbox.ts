// The sandbox: its clock, its institution, its carrier. These routes exist only where the engine has one.
import { z } from "@hono/zod-openapi";
import { codes } from "../../core/asks.ts";
import { later } from "../../core/time.ts";
import type { Answer } from "../../engine/engine.ts";
import type { SandboxControl } from "../../engine/gateways/sandbox/sandbox.ts";
import { wrongShape } from "../problems.ts";
import { jsonAnswer, refusedAnswer, route, type Api, type Route } from "../route.ts";
import { amount, computedAmount, country, duration, instant } from "../schemas/common.ts";
import { iso } from "../views/time.ts";
import { accepted, commandAnswer, showAnswer } from "./commands.ts";

const tag = "Sandbox";
const right = "operate";
const ID = /^(pay|rfd)_[0-9a-f-]{36}$/;
const LAST_INSTANT = Date.UTC(9000, 0, 1);

const clock = z.object({ now: instant, running: z.boolean() });
const settings = z.object({ mode: z.enum(["auto", "manual"]), settleAfter: z.string().nullable(), next: z.array(z.string()) });
const faults = ["timeoutAfterAccept", "error500AfterAccept", "reject", "hang"] as const;

/** Only mounted where there is a sandbox. */
const sandboxOf = (api: Api): SandboxControl => api.engine.sandbox!;
const clockView = ({ now, running }: { now: number; running: boolean }): z.infer<typeof clock> => ({ now: iso(now), running });

const readClock = route({
  method: "get", path: "/v1/sandbox/clock", tag, right, summary: "Read the sandbox clock",
  answers: { 200: jsonAnswer("The clock.", clock) },
  handle: async ({ c, api }) => c.json(clockView(await sandboxOf(api).clock()), 200),
});

const moveClock = route({
  method: "post", path: "/v1/sandbox/clock", tag, right, summary: "Move the sandbox clock",
  description: "Answers once every deadline up to the new time has been acted on, in order. The clock never goes back.",
  body: z.strictObject({ advance: duration.optional(), run: z.boolean().optional() }),
  answers: { 200: jsonAnswer("The clock.", clock) },
  async handle({ c, api, body: { advance, run } }) {
    const sandbox = sandboxOf(api);
    if (advance !== undefined && later((await sandbox.clock()).now, advance, "UTC") > LAST_INSTANT) throw wrongShape([{ pointer: "#/advance", detail: "leads past the year 9000" }]);
    return c.json(clockView(await sandbox.moveClock({ ...(advance === undefined ? {} : { advance }), ...(run === undefined ? {} : { run }) })), 200);
  },
});

const readInstitution = route({
  method: "get", path: "/v1/sandbox/institution", tag, right, summary: "Read the institution's settings",
  answers: { 200: jsonAnswer("The settings.", settings) },
  handle: async ({ c, api }) => c.json(await sandboxOf(api).settings(), 200),
});

const setInstitution = route({
  method: "post", path: "/v1/sandbox/institution", tag, right, summary: "Set how the institution behaves",
  description: "`settleAfter` null means each method's usual time; `next` are faults of the next refund and payout calls.",
  body: z.strictObject({ mode: z.enum(["auto", "manual"]).optional(), settleAfter: duration.nullable().optional(), next: z.array(z.enum(faults)).max(100).optional() }),
  answers: { 200: jsonAnswer("The settings.", settings) },
  handle: async ({ c, api, body }) => c.json(await sandboxOf(api).configure(body as Parameters<SandboxControl["configure"]>[0]), 200),
});

const listRefunds = route({
  method: "get", path: "/v1/sandbox/institution/refunds", tag, right, summary: "List what the institution has executed",
  description: "The outside truth: every refund it ever executed.",
  answers: {
    200: jsonAnswer("The refunds.", z.object({
      refunds: z.array(z.object({ key: z.string(), amountMinor: computedAmount, currency: z.string(), to: z.string(), at: instant, status: z.string() })),
    })),
  },
  async handle({ c, api }) {
    const refunds = await sandboxOf(api).refunds();
    return c.json({ refunds: refunds.map((refund) => ({ ...refund, at: iso(refund.at) })) }, 200);
  },
});

const noticeAnswers = {
  200: jsonAnswer("The order after it, and what happened.", commandAnswer),
  409: refusedAnswer,
};

/** A notice of the institution about the payment or refund that the path names. */
function notice(what: "payments/{id}" | "refunds/{key}", verb: string, summary: string, give: (sandbox: SandboxControl, id: string) => Promise<Answer>): Route {
  return route({
    method: "post", path: `/v1/sandbox/institution/${what}/${verb}`, tag, right, summary, problems: ["notFound"], answers: noticeAnswers,
    async handle({ c, api, caller }) {
      const id = c.req.param(what.startsWith("p") ? "id" : "key") ?? "";
      const answer: Answer = ID.test(id) ? await give(sandboxOf(api), id) : { kind: "notFound" };
      return c.json(await showAnswer(api, caller, accepted(answer)), 200);
    },
  });
}

const chargeback = route({
  method: "post", path: "/v1/sandbox/institution/payments/{id}/chargeback", tag, right, summary: "Open a chargeback, or let the bank decide it",
  description: "Without `outcome` the buyer's bank disputes the payment, all of it where `amountMinor` is absent; with it the bank decides the chargeback that is open.",
  body: z.strictObject({ amountMinor: amount.min(1).optional(), outcome: z.enum(codes.chargebackOutcome).optional() }), problems: ["notFound"], answers: noticeAnswers,
  async handle({ c, api, caller, body: { amountMinor, outcome } }) {
    const id = c.req.param("id") ?? "";
    const sandbox = sandboxOf(api);
    const answer: Answer = !ID.test(id) ? { kind: "notFound" } : outcome === undefined ? await sandbox.openChargeback(id, amountMinor) : await sandbox.closeChargeback(id, outcome);
    return c.json(await showAnswer(api, caller, accepted(answer)), 200);
  },
});

const scan = route({
  method: "post", path: "/v1/sandbox/carrier/scans", tag, right, summary: "Scan a parcel", description: "As RecordScan; `at` is now if absent.",
  body: z.strictObject({
    trackingNumber: z.string().min(1).max(64), status: z.enum(codes.scanStatus), place: z.string().min(1).max(200).optional(), country: country.optional(),
    position: z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).optional(),
    at: z.iso.datetime({ offset: true }).optional(),
  }),
  problems: ["notFound"], answers: noticeAnswers,
  async handle({ c, api, caller, body: { at, ...body } }) {
    const answer = await sandboxOf(api).scan({ ...(body as Parameters<SandboxControl["scan"]>[0]), ...(at === undefined ? {} : { at: Date.parse(at) }) });
    return c.json(await showAnswer(api, caller, accepted(answer)), 200);
  },
});

export const sandboxRoutes: Route[] = [
  readClock, moveClock, readInstitution, setInstitution, listRefunds,
  notice("payments/{id}", "confirm", "Confirm a payment", (sandbox, id) => sandbox.confirmPayment(id)),
  notice("payments/{id}", "reject", "Reject a payment", (sandbox, id) => sandbox.rejectPayment(id)),
  notice("refunds/{key}", "settle", "Settle a refund", (sandbox, key) => sandbox.settleRefund(key)),
  notice("refunds/{key}", "fail", "Let a refund fail", (sandbox, key) => sandbox.failRefund(key)),
  notice("refunds/{key}", "reverse", "Reverse a refund", (sandbox, key) => sandbox.reverseRefund(key)),
  chargeback, scan,
];
