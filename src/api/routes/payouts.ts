// Payouts to sellers: batches that an operator looks at and starts, what became of each payout, and those whose outcome is unknown.
// Sellers read their own.
import type { Context } from "hono";
import { z } from "@hono/zod-openapi";
import type { Said } from "../../engine/payouts/payout.ts";
import type { BatchSummary } from "../../store/payoutBatches.ts";
import type { PayoutRow } from "../../store/payoutRows.ts";
import { actIsAbout } from "../acts.ts";
import { decider, rights, type Caller } from "../caller.ts";
import { Problem, wrongShape } from "../problems.ts";
import { jsonAnswer, route, type Api, type Env, type Route } from "../route.ts";
import { computedAmount, instant, instantOrNull, noteText, shortText } from "../schemas/common.ts";
import { iso, isoOrNull } from "../views/time.ts";

const tag = "Payouts";
const MOST_LINES = 5000;
const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
/** The id of a payout, and of a batch. */
export const PAYOUT_ID = new RegExp(`^pyo_${UUID}$`);
const BATCH_ID = new RegExp(`^pbt_${UUID}$`);
const statuses = ["submitting", "submitted", "unknown", "settled", "failed"] as const;
const count = z.int().nonnegative();

export const payoutSchema = z.object({
  id: z.string().openapi({ description: "The key under which the institution knows it." }), batchId: z.string(), marketplace: z.string(), sellerId: z.string(), currency: z.string(),
  balanceMinor: computedAmount.openapi({ description: "What the seller was owed: fee and amount together." }), feeMinor: computedAmount, amountMinor: computedAmount,
  status: z.enum(statuses), at: instant, submittedAt: instantOrNull, unknownAt: instantOrNull,
  decideBy: instantOrNull.openapi({ description: "Until when an operator owes the outcome of an unknown one." }), settledAt: instantOrNull,
  failedAt: instantOrNull.openapi({ description: "The money is the seller's balance again; after `settledAt` it had arrived before." }), failedBecause: z.string().nullable(),
  reference: z.string().nullable().openapi({ description: "The institution's own." }),
}).openapi("Payout");

const batchSchema = z.object({
  id: z.string(), marketplace: z.string(), at: instant, by: z.string(), slotAt: instantOrNull.openapi({ description: "The time of the schedule; null where somebody started it." }),
  endedAt: instantOrNull, payouts: count, unknown: count, failed: count, settled: count,
}).openapi("PayoutBatch");

const shareSchema = z.object({
  sellerId: z.string(), currency: z.string(), balanceMinor: computedAmount, feeMinor: computedAmount, amountMinor: computedAmount,
  held: z.enum(["owes", "belowLeast"]).nullable().openapi({ description: "Why nothing is paid: the seller owes, or it is too little." }),
}).openapi("PayoutShare");

const inFull = payoutSchema.extend({
  lines: z.array(z.object({ orderId: z.string(), externalId: z.string(), marketplace: z.string(), eventSeq: z.int(), type: z.string(), at: instant, amountMinor: computedAmount })),
  steps: z.array(z.object({ seq: z.int(), at: instant, type: z.string(), by: z.string(), reason: z.string().nullable() })),
}).openapi("PayoutInFull");

/** A payout as callers see it. */
export const payoutView = ({ version: _version, dueAt: _dueAt, attempts: _attempts, at, submittedAt, unknownAt, decideBy, settledAt, failedAt, ...rest }: PayoutRow): z.infer<typeof payoutSchema> => ({
  ...rest, at: iso(at), submittedAt: isoOrNull(submittedAt), unknownAt: isoOrNull(unknownAt), decideBy: isoOrNull(decideBy), settledAt: isoOrNull(settledAt), failedAt: isoOrNull(failedAt),
});

const batchView = ({ terms: _terms, at, slotAt, endedAt, ...rest }: BatchSummary): z.infer<typeof batchSchema> => ({ ...rest, at: iso(at), slotAt: isoOrNull(slotAt), endedAt: isoOrNull(endedAt) });

const start = route({
  method: "post", path: "/v1/payouts", tag, right: "operate", summary: "Pay a marketplace's sellers out, or look at what would be paid", problems: ["noPayouts"],
  description: "Every seller with an order of that marketplace gets what their account holds, by currency, over all their orders: fines, debits and fees taken off; who owes gets nothing, and what comes later fills that first. " +
    "With `dryRun` nothing is made, and `shares` says what each would get. Sent twice, the second batch finds nothing left to pay.",
  body: z.strictObject({ marketplace: shortText, dryRun: z.boolean().default(false) }),
  answers: {
    200: jsonAnswer("What would be paid.", z.object({ shares: z.array(shareSchema) })),
    201: jsonAnswer("The batch with its payouts, on their way.", z.object({ batch: batchSchema })),
  },
  async handle({ c, api: { engine }, caller, body: { marketplace, dryRun } }) {
    if (!engine.policies.names().includes(marketplace)) throw wrongShape([{ pointer: "#/marketplace", detail: "no such marketplace" }]);
    actIsAbout(c, marketplace, ...(dryRun ? ["dryRun"] : []));
    if (dryRun) return c.json({ shares: await engine.payouts.preview(marketplace) }, 200);
    if (!engine.payouts.possible) throw new Problem("noPayouts", "Connect an institution that can.");
    return c.json({ batch: batchView(await engine.payouts.start(marketplace, decider(caller))) }, 201);
  },
});

const limit = z.coerce.number().int().min(1).max(200).default(50);
const cursor = z.string().max(64).optional();

/** Where the page before ended. */
function placeOf(given: string | undefined, shape: RegExp): string | undefined {
  if (given !== undefined && !shape.test(given)) throw wrongShape([{ pointer: "#/cursor", detail: "not a cursor of this list" }], "malformed");
  return given;
}

/** Who may see payouts, and of whom: null is everybody's. */
function seenBy(caller: Caller): string | null {
  if (caller.actor.role === "seller") return caller.actor.id;
  if (!rights.operate(caller)) throw new Problem("forbidden", "Your role or key may not do this.");
  return null;
}

const list = route({
  method: "get", path: "/v1/payouts", tag, right: "read", summary: "List payouts", problems: ["forbidden"], description: "The last made first; a seller's own, or any for an operator.",
  query: z.strictObject({ status: z.enum(statuses).optional(), seller: shortText.optional(), marketplace: shortText.optional(), batch: shortText.optional(), cursor, limit }),
  answers: { 200: jsonAnswer("A page of payouts.", z.object({ payouts: z.array(payoutSchema), next: z.string().nullable() })) },
  async handle({ c, api, caller, query }) {
    const own = seenBy(caller);
    const found = await api.engine.store.payouts.list({
      sellerId: own ?? query.seller, status: query.status, batchId: query.batch, marketplace: query.marketplace, before: placeOf(query.cursor, PAYOUT_ID), limit: query.limit + 1,
    });
    const payouts = own !== null && query.seller !== undefined && query.seller !== own ? [] : found.slice(0, query.limit);
    return c.json({ payouts: payouts.map(payoutView), next: found.length > query.limit && payouts.length > 0 ? payouts.at(-1)!.id : null }, 200);
  },
});

const batches = route({
  method: "get", path: "/v1/payout-batches", tag, right: "operate", summary: "List batches of payouts", description: "The last begun first.",
  query: z.strictObject({ marketplace: shortText.optional(), cursor, limit }),
  answers: { 200: jsonAnswer("A page of batches.", z.object({ batches: z.array(batchSchema), next: z.string().nullable() })) },
  async handle({ c, api, query }) {
    const found = await api.engine.store.payouts.batches({ marketplace: query.marketplace, before: placeOf(query.cursor, BATCH_ID), limit: query.limit + 1 });
    const page = found.slice(0, query.limit);
    return c.json({ batches: page.map(batchView), next: found.length > query.limit ? page.at(-1)!.id : null }, 200);
  },
});

const one = route({
  method: "get", path: "/v1/payouts/{id}", tag, right: "read", summary: "Read a payout", problems: ["forbidden", "notFound"],
  description: `With the postings that it is made of (at most ${MOST_LINES}, the oldest) and what became of it.`,
  answers: { 200: jsonAnswer("The payout.", inFull) },
  async handle({ c, api, caller }) {
    const own = seenBy(caller);
    const payout = await payoutIn(c, api);
    if (own !== null && payout.sellerId !== own) throw new Problem("notFound", "No such payout.");
    const { payouts } = api.engine.store;
    const [lines, steps] = await Promise.all([payouts.orderLines(payout.id, MOST_LINES), payouts.steps(payout.id)]);
    return c.json({ ...payoutView(payout), lines: lines.map((line) => ({ ...line, at: iso(line.at) })), steps: steps.map((step) => ({ ...step, at: iso(step.at) })) }, 200);
  },
});

async function payoutIn(c: Context<Env>, api: Api): Promise<PayoutRow> {
  const id = c.req.param("id") ?? "";
  const payout = PAYOUT_ID.test(id) ? await api.engine.store.payouts.payout(id) : null;
  if (!payout) throw new Problem("notFound", "No such payout.");
  return payout;
}

const inquire = route({
  method: "post", path: "/v1/payouts/{id}/inquire", tag, right: "operate", summary: "Ask the institution about a payout now", problems: ["notFound"],
  description: "That the institution does not find it proves nothing: it may have been sent.",
  answers: { 200: jsonAnswer("The payout as it is then.", payoutSchema) },
  async handle({ c, api }) {
    const payout = await api.engine.payouts.inquire((await payoutIn(c, api)).id);
    return c.json(payoutView(payout!), 200);
  },
});

const resolve = route({
  method: "post", path: "/v1/payouts/{id}/resolve", tag, right: "operate", summary: "Say what became of an unknown payout", problems: ["notFound", "payoutKnown"],
  description: "What the institution's own report or people say. `failed` makes the money the seller's balance again, to be paid with the next batch: say so only where it is certain that nothing was sent.",
  body: z.strictObject({ outcome: z.enum(["submitted", "settled", "failed"]), reason: noteText }),
  answers: { 200: jsonAnswer("The payout.", payoutSchema) },
  async handle({ c, api, caller, body: { outcome, reason } }) {
    const { id } = await payoutIn(c, api);
    const said: Said = outcome === "failed" ? { kind: "failed", reason } : { kind: outcome, reference: null, reason };
    const payout = await api.engine.payouts.resolve(id, said, decider(caller));
    if (payout === "known") throw new Problem("payoutKnown", "Read it anew.");
    return c.json(payoutView(payout!), 200);
  },
});

export const payoutRoutes: Route[] = [start, list, batches, one, inquire, resolve];
