// A stand-in for Stripe: payment intents, refunds, lists, cancelling and signed webhooks, as its published specification says them.
// Its objects are Stripe's own fixtures with our values; every answer is held against Stripe's schema. It has no card and no bank.
import { createHmac, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { openStandIn, type Call, type Message, type Reply, type StandIn } from "./standIn.ts";

type Thing = Record<string, unknown> & { id: string; metadata: Record<string, string>; status: string; amount: number; currency: string; created: number; payment_intent?: string };
const published = JSON.parse(readFileSync(new URL("../fixtures/stripe.json", import.meta.url), "utf8")) as { fixtures: Record<"refund" | "payment_intent" | "dispute" | "transfer", Thing>; schemas: Record<string, object> };
const ajv = new Ajv2020({ strict: false, inlineRefs: false, code: { optimize: false } });
const checks = new Map(Object.entries(published.schemas).map(([name, schema]) => [name, ajv.compile(schema)]));

const DAY_MS = 86_400_000;

export type StripeStandIn = StandIn & {
  secretKey: string; webhookSecret: string;
  /** Everything that it ever executed, by its own ids. */
  refunds: Map<string, Thing>; intents: Map<string, Thing>; transfers: Map<string, Thing>;
  /** What it wants to say and has not said yet, in the order in which it happened. */
  messages: Message[];
  /** The customer pays an intent, or the card is refused. */
  pay(intentId: string): void;
  decline(intentId: string): void;
  settle(refundId: string): void;
  fail(refundId: string): void;
  /** A transfer is taken back as a whole. */
  reverseTransfer(id: string): void;
  /** A dispute about all of a payment: opened, and closed with that status. */
  dispute(intentId: string): string;
  closeDispute(id: string, status: "won" | "lost"): void;
  /** A webhook as Stripe signs it, from any event: also from one that never was. */
  signed(event: object, with_?: { secret?: string; at?: number }): Message;
  /** The event as it would be said of an object. */
  event(type: string, object: object, more?: object): { id: string; type: string } & Record<string, unknown>;
};

/** `now` is the time by which it forgets keys, after a day. */
export async function openStripeStandIn({ now = Date.now }: { now?: () => number } = {}): Promise<StripeStandIn> {
  const refunds = new Map<string, Thing>();
  const intents = new Map<string, Thing>();
  const transfers = new Map<string, Thing>();
  const disputes = new Map<string, Thing>();
  const messages: Message[] = [];
  const secretKey = `sk_test_${randomBytes(12).toString("hex")}`;
  const webhookSecret = `whsec_${randomBytes(16).toString("hex")}`;
  const newId = (prefix: string): string => `${prefix}_${randomBytes(12).toString("hex")}`;
  const seconds = (): number => Math.floor(now() / 1000);

  const event: StripeStandIn["event"] = (type, object, more = {}) =>
    ({ id: newId("evt"), object: "event", api_version: "2026-10-28.endive", created: seconds(), livemode: false, pending_webhooks: 1, request: null, type, data: { object: structuredClone(object) }, ...more });
  const signed: StripeStandIn["signed"] = (said, { secret = webhookSecret, at = Date.now() } = {}) => {
    const body = JSON.stringify(said);
    const t = Math.floor(at / 1000);
    const { id, type } = said as { id: string; type: string };
    return { id, type, body, headers: { "stripe-signature": `t=${t},v1=${createHmac("sha256", secret).update(`${t}.${body}`).digest("hex")}` } };
  };
  const say = (type: string, object: object): void => void messages.push(signed(event(type, object)));
  const put = (map: Map<string, Thing>, thing: Thing): Thing => {
    map.set(thing.id, thing);
    return thing;
  };

  function createIntent(form: Record<string, string>, metadata: Record<string, string>): Reply {
    const id = newId("pi");
    return ok("payment_intent", put(intents, { ...published.fixtures.payment_intent, id, amount: Number(form.amount), currency: form.currency!, capture_method: form.capture_method!, metadata, created: seconds(), client_secret: `${id}_secret_x`, status: "requires_payment_method" }));
  }

  function createRefund(form: Record<string, string>, metadata: Record<string, string>): Reply {
    const intent = intents.get(form.payment_intent ?? "");
    if (!intent) return problem(404, "resource_missing", "No such payment_intent");
    if (intent.status !== "succeeded") return problem(400, "charge_not_refundable", "This payment was not captured");
    const amount = Number(form.amount);
    const gone = [...refunds.values()].filter((one) => one.payment_intent === intent.id && one.status !== "failed" && one.status !== "canceled").reduce((sum, one) => sum + one.amount, 0);
    if (!(amount > 0) || gone + amount > Number(intent.amount_received)) return problem(400, "charge_already_refunded", "More than is left of this charge");
    const refund = put(refunds, { ...published.fixtures.refund, id: newId("re"), amount, currency: intent.currency, payment_intent: intent.id, metadata, created: seconds(), status: "pending" });
    say("refund.created", refund);
    return ok("refund", refund);
  }

  function createTransfer(form: Record<string, string>, metadata: Record<string, string>): Reply {
    const amount = Number(form.amount);
    if (!/^acct_/.test(form.destination ?? "") || !(amount > 0)) return problem(400, "parameter_invalid", "No such destination");
    const transfer = put(transfers, { ...published.fixtures.transfer, id: newId("tr"), amount, currency: form.currency!, destination: form.destination!, transfer_group: form.transfer_group ?? null, metadata, created: seconds() });
    say("transfer.created", transfer);
    return ok("transfer", transfer);
  }

  function list(noun: "refunds" | "transfers", query: URLSearchParams): Reply {
    const [things, by] = noun === "refunds" ? [refunds, "payment_intent"] : [transfers, "transfer_group"];
    const wanted = query.get(by);
    const all = [...things.values()].filter((one) => wanted === null || one[by] === wanted).reverse();
    const begin = query.has("starting_after") ? all.findIndex((one) => one.id === query.get("starting_after")) + 1 : 0;
    const limit = Number(query.get("limit") ?? 10);
    return { status: 200, body: { object: "list", url: `/v1/${noun}`, data: all.slice(begin, begin + limit), has_more: begin + limit < all.length } };
  }

  function answer({ method, path, query, headers, body }: Call): Reply {
    if (headers.authorization !== `Bearer ${secretKey}`) return problem(401, "api_key_invalid", "Invalid API Key provided");
    const [, , noun, id = "", verb] = path.split("/");
    const { metadata, ...form } = formOf(body);
    if (noun === "payment_intents" && method === "POST" && id === "") return createIntent(form as Record<string, string>, metadata);
    if (noun === "refunds" && method === "POST" && id === "") return createRefund(form as Record<string, string>, metadata);
    if (noun === "transfers" && method === "POST" && id === "") return createTransfer(form as Record<string, string>, metadata);
    if ((noun === "refunds" || noun === "transfers") && method === "GET" && id === "") return list(noun, query);
    if (noun === "transfers" && method === "GET" && transfers.has(id)) return ok("transfer", transfers.get(id)!);
    if (noun === "disputes" && method === "GET" && disputes.has(id)) return { status: 200, body: structuredClone(disputes.get(id)!) };
    const found = (noun === "refunds" ? refunds : intents).get(id);
    if (!found) return problem(404, "resource_missing", `No such ${noun}: ${id}`);
    if (method === "GET") return ok(noun === "refunds" ? "refund" : "payment_intent", found);
    if (verb !== "cancel") return problem(404, "resource_missing", "Unrecognized request URL");
    const possible = noun === "refunds" ? found.status === "requires_action" : found.status.startsWith("requires");
    if (!possible) return problem(400, noun === "refunds" ? "charge_not_refundable" : "payment_intent_unexpected_state", `It is ${found.status} and cannot be cancelled`);
    Object.assign(found, { status: "canceled", ...(noun === "refunds" ? {} : { canceled_at: seconds() }) });
    say(noun === "refunds" ? "refund.updated" : "payment_intent.canceled", found);
    return ok(noun === "refunds" ? "refund" : "payment_intent", found);
  }

  const standIn = await openStandIn({ keyHeader: "idempotency-key", refundPath: /^\/v1\/refunds$/, replayedHeader: "idempotent-replayed", keepsKeysMs: DAY_MS, now, answer, problem: (status) => problemBody(status, status === 0 ? "idempotency_key_reused" : "", "As told") });
  const moved = (map: Map<string, Thing>, id: string, change: object, type: string): void => {
    const thing = map.get(id);
    if (!thing) throw new Error(`the stand-in has no ${id}`);
    say(type, Object.assign(thing, change));
  };
  return Object.assign(standIn, {
    secretKey, webhookSecret, refunds, intents, transfers, messages, signed, event,
    pay: (id: string) => moved(intents, id, { status: "succeeded", amount_received: intents.get(id)?.amount }, "payment_intent.succeeded"),
    decline: (id: string) => moved(intents, id, { status: "requires_payment_method" }, "payment_intent.payment_failed"),
    settle: (id: string) => moved(refunds, id, { status: "succeeded" }, "refund.updated"),
    fail: (id: string) => moved(refunds, id, { status: "failed", failure_reason: "lost_or_stolen_card" }, "refund.failed"),
    reverseTransfer: (id: string) => moved(transfers, id, { reversed: true, amount_reversed: transfers.get(id)?.amount }, "transfer.reversed"),
    dispute(intentId: string) {
      const { amount, currency } = intents.get(intentId)!;
      const made = put(disputes, { ...published.fixtures.dispute, id: newId("dp"), amount, currency, payment_intent: intentId, metadata: {}, created: seconds(), status: "needs_response" });
      say("charge.dispute.created", made);
      return made.id;
    },
    closeDispute: (id: string, status: "won" | "lost") => moved(disputes, id, { status }, "charge.dispute.closed"),
  });
}

/** An answer that Stripe's own schema allows; anything else is a fault of the stand-in. */
function ok(schema: "refund" | "payment_intent" | "transfer", body: Thing): Reply {
  const check = checks.get(schema)!;
  if (!check(body)) throw new Error(`the stand-in's ${schema} is not Stripe's: ${ajv.errorsText(check.errors)}`);
  return { status: 200, body: structuredClone(body) };
}

const problem = (status: number, code: string, message: string): Reply => ({ status, body: problemBody(status, code, message) });

function problemBody(status: number, code: string, message: string): object {
  const type = status === 0 ? "idempotency_error" : status >= 500 ? "api_error" : status === 402 ? "card_error" : "invalid_request_error";
  const body = { error: { type, message, ...(code === "" ? {} : { code }) } };
  const check = checks.get("error")!;
  if (!check(body)) throw new Error(`the stand-in's error is not Stripe's: ${ajv.errorsText(check.errors)}`);
  return body;
}

/** Stripe's forms: `metadata[name]=value` beside plain fields. */
function formOf(body: string): { metadata: Record<string, string> } & Record<string, unknown> {
  const form: Record<string, unknown> = {};
  const metadata: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const inner = /^metadata\[(\w+)\]$/.exec(name)?.[1];
    if (inner === undefined) form[name] = value;
    else metadata[inner] = value;
  }
  return { ...form, metadata };
}
