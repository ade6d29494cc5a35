// A stand-in for PayPal: access tokens, orders and captures, refunds, and webhooks that it verifies when it is asked, as its published
// documents say them. Every request and every answer is held against PayPal's schemas. It has no payer and no wallet.
import { createHmac, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { openStandIn, type Call, type Message, type Reply, type StandIn } from "./standIn.ts";

type Money = { currency_code: string; value: string };
type Refund = { id: string; status: "PENDING" | "COMPLETED" | "FAILED"; amount: Money; custom_id: string; create_time: string; captureId: string };
type Payout = { batchId: string; itemId: string; key: string; receiver: string; amount: { currency: string; value: string }; status: "PENDING" | "SUCCESS" | "FAILED" | "RETURNED" | "UNCLAIMED"; at: number };
type Order = { id: string; status: string; customId: string; invoiceId: string; amount: Money; captureId: string | null };

const { schemas } = JSON.parse(readFileSync(new URL("../fixtures/paypal.json", import.meta.url), "utf8")) as { schemas: Record<string, object> };
const ajv = new Ajv2020({ strict: false, inlineRefs: false, code: { optimize: false } });
const checks = new Map(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]));
const BATCHES_KEPT_MS = 30 * 86_400_000;
const KEPT_MS = 45 * 86_400_000;

type DisputeStage = "INQUIRY" | "CHARGEBACK" | "ARBITRATION";
type Dispute = { dispute_id: string; status: string; reason: string; dispute_amount: Money; dispute_life_cycle_stage: DisputeStage; disputed_transactions: { seller_transaction_id: string }[]; dispute_outcome?: { outcome_code: string } };

export type PayPalStandIn = StandIn & {
  clientId: string; clientSecret: string; webhookId: string;
  /** Everything that it ever executed, by its own ids. */
  refunds: Map<string, Refund>; orders: Map<string, Order>;
  /** Every payout that it ever made, by the id of its batch. */
  payouts: Map<string, Payout>;
  messages: Message[];
  /** Access tokens given so far end now. */
  expireTokens(): void;
  /** The payer approves an order. */
  approve(orderId: string): void;
  settle(refundId: string): void;
  fail(refundId: string): void;
  /** A dispute about all of a captured order: its stage, and how it ended. Returns its id. */
  dispute(orderId: string, stage?: DisputeStage): string;
  disputeBecomes(id: string, change: { stage?: DisputeStage; outcome?: string }): void;
  /** What becomes of a payout's item, by its batch. */
  payoutBecomes(batchId: string, status: Payout["status"]): void;
  /** A webhook as PayPal signs it, from any event; `webhookId` is whose it is. */
  signed(event: object, with_?: { webhookId?: string }): Message;
  event(type: string, resource: object): { id: string; event_type: string } & Record<string, unknown>;
};

export async function openPayPalStandIn({ now = Date.now }: { now?: () => number } = {}): Promise<PayPalStandIn> {
  const refunds = new Map<string, Refund>();
  const orders = new Map<string, Order>();
  const payouts = new Map<string, Payout>();
  const disputes = new Map<string, Dispute>();
  const messages: Message[] = [];
  const tokens = new Set<string>();
  const [clientId, clientSecret, signingKey] = [randomBytes(8).toString("hex"), randomBytes(8).toString("hex"), randomBytes(16)];
  const webhookId = `WH${randomBytes(6).toString("hex")}`;
  const newId = (): string => randomBytes(9).toString("hex").slice(0, 17).toUpperCase();
  const iso = (): string => new Date(now()).toISOString();

  const signatureOf = (transmission: string, time: string, forWebhook: string, body: string): string => `S${createHmac("sha256", signingKey).update(`${transmission}|${time}|${forWebhook}|${body}`).digest("base64")}`;
  const event: PayPalStandIn["event"] = (type, resource) => ({ id: `WH-${newId()}`, create_time: iso(), resource_type: "refund", event_type: type, summary: "as it says", resource: structuredClone(resource) });
  const signed: PayPalStandIn["signed"] = (said, { webhookId: forWebhook = webhookId } = {}) => {
    const body = JSON.stringify(said);
    const transmission = `t-${newId()}`;
    const time = iso();
    const { id, event_type: type } = said as { id: string; event_type: string };
    return {
      id, type, body,
      headers: {
        "paypal-auth-algo": "SHA256withRSA", "paypal-cert-url": "https://api.paypal.com/v1/notifications/certs/CERT-1", "paypal-transmission-id": transmission,
        "paypal-transmission-time": time, "paypal-transmission-sig": signatureOf(transmission, time, forWebhook, body),
      },
    };
  };
  const say = (type: string, resource: object): void => void messages.push(signed(event(type, resource)));
  const refundView = ({ captureId, ...refund }: Refund) => ({ ...refund, links: [{ href: `https://api-m.paypal.com/v2/payments/captures/${captureId}`, rel: "up", method: "GET" }] });
  const captureView = (order: Order) => ({ id: order.captureId!, status: "COMPLETED", amount: order.amount, custom_id: order.customId, invoice_id: order.invoiceId });
  const orderView = (order: Order) => ({
    id: order.id, status: order.status, intent: "CAPTURE",
    purchase_units: [{ reference_id: "default", custom_id: order.customId, invoice_id: order.invoiceId, amount: order.amount,
      ...(order.captureId === null ? {} : { payments: { captures: [captureView(order)], refunds: [...refunds.values()].filter((one) => one.captureId === order.captureId).map(refundView) } }) }],
  });

  function verify(body: string): Reply {
    // The event is taken as the bytes that stand in the request: written anew it would be another.
    const asked = JSON.parse(body) as Record<string, string>;
    must("verifyRequest", asked);
    const bytes = body.slice(body.indexOf(',"webhook_event":') + ',"webhook_event":'.length, -1);
    const right = signatureOf(asked.transmission_id!, asked.transmission_time!, asked.webhook_id!, bytes) === asked.transmission_sig && asked.webhook_id === webhookId;
    return answered("verifyResponse", 200, { verification_status: right ? "SUCCESS" : "FAILURE" });
  }

  function refund(captureId: string, body: string): Reply {
    const asked = JSON.parse(body) as { amount: Money; custom_id: string };
    must("refundRequest", asked);
    const order = [...orders.values()].find((one) => one.captureId === captureId);
    if (!order) return problem(404, "RESOURCE_NOT_FOUND");
    const gone = [...refunds.values()].filter((one) => one.captureId === captureId && one.status !== "FAILED").reduce((sum, one) => sum + Number(one.amount.value), 0);
    if (gone + Number(asked.amount.value) > Number(order.amount.value) + 1e-9) return problem(422, "REFUND_AMOUNT_EXCEEDED");
    const made: Refund = { id: newId(), status: "PENDING", amount: asked.amount, custom_id: asked.custom_id, create_time: iso(), captureId };
    refunds.set(made.id, made);
    say("PAYMENT.REFUND.PENDING", refundView(made));
    return answered("refund", 201, refundView(made));
  }

  const itemView = ({ batchId, itemId, key, receiver, amount, status }: Payout) =>
    ({ payout_item_id: itemId, payout_batch_id: batchId, transaction_status: status, payout_item: { recipient_type: receiver.includes("@") ? "EMAIL" : "PAYPAL_ID", receiver, amount, sender_item_id: key }, ...(status === "FAILED" ? { errors: { name: "RECEIVER_UNREGISTERED", message: "As it says.", debug_id: "d1" } } : {}) });

  /** PayPal executes a sender_batch_id once in thirty days: what comes again is refused with a link to the first. */
  function payOut(body: string): Reply {
    const asked = JSON.parse(body) as { sender_batch_header: { sender_batch_id: string }; items: { receiver: string; sender_item_id: string; amount: { currency: string; value: string } }[] };
    must("payoutRequest", asked);
    const key = asked.sender_batch_header.sender_batch_id;
    const before = [...payouts.values()].find((one) => one.key === key && now() - one.at < BATCHES_KEPT_MS);
    if (before) return { status: 400, body: { name: "USER_BUSINESS_ERROR", message: "Batch with given sender_batch_id already exists", debug_id: "d1", links: [{ href: `https://api-m.paypal.com/v1/payments/payouts/${before.batchId}`, rel: "self", method: "GET" }] } };
    const [item] = asked.items;
    const made: Payout = { batchId: newId(), itemId: newId(), key, receiver: item!.receiver, amount: item!.amount, status: "PENDING", at: now() };
    payouts.set(made.batchId, made);
    return answered("payout", 201, { batch_header: { payout_batch_id: made.batchId, batch_status: "PENDING", sender_batch_header: { sender_batch_id: key } } });
  }

  const batchView = (one: Payout) =>
    ({ batch_header: { payout_batch_id: one.batchId, batch_status: one.status === "PENDING" ? "PENDING" : "SUCCESS", time_created: new Date(one.at).toISOString(), sender_batch_header: { sender_batch_id: one.key } }, items: [itemView(one)] });

  function createOrder(body: string): Reply {
    const asked = JSON.parse(body) as { purchase_units: { custom_id: string; invoice_id: string; amount: Money }[] };
    must("orderRequest", asked);
    const [unit] = asked.purchase_units;
    const order: Order = { id: newId(), status: "CREATED", customId: unit!.custom_id, invoiceId: unit!.invoice_id, amount: unit!.amount, captureId: null };
    orders.set(order.id, order);
    return { status: 201, body: orderView(order) };
  }

  function capture(order: Order): Reply {
    if (order.status !== "APPROVED") return problem(422, order.captureId === null ? "ORDER_NOT_APPROVED" : "ORDER_ALREADY_CAPTURED");
    Object.assign(order, { status: "COMPLETED", captureId: newId() });
    say("PAYMENT.CAPTURE.COMPLETED", captureView(order));
    return { status: 201, body: orderView(order) };
  }

  function answer({ method, path, headers, body }: Call): Reply {
    if (path === "/v1/oauth2/token") return token(headers.authorization);
    if (!tokens.has(headers.authorization ?? "")) return problem(401, "AUTHENTICATION_FAILURE");
    if (path === "/v1/notifications/verify-webhook-signature") return verify(body);
    if (path === "/v2/checkout/orders" && method === "POST") return createOrder(body);
    if (path === "/v1/payments/payouts" && method === "POST") return payOut(body);
    const disputed = disputes.get(/^\/v1\/customer\/disputes\/([\w-]+)$/.exec(path)?.[1] ?? "");
    if (disputed) return answered("dispute", 200, disputed);
    const batch = payouts.get(/^\/v1\/payments\/payouts\/(\w+)$/.exec(path)?.[1] ?? "");
    if (batch) return answered("payoutBatch", 200, batchView(batch));
    const captured = /^\/v2\/payments\/captures\/(\w+)\/refund$/.exec(path)?.[1];
    if (captured) return refund(captured, body);
    const shown = refunds.get(/^\/v2\/payments\/refunds\/(\w+)$/.exec(path)?.[1] ?? "");
    if (shown) return answered("refund", 200, refundView(shown));
    const [, id = "", verb] = /^\/v2\/checkout\/orders\/(\w+)(\/capture)?$/.exec(path) ?? [];
    const order = orders.get(id);
    if (!order) return problem(404, "RESOURCE_NOT_FOUND");
    return verb === undefined ? { status: 200, body: orderView(order) } : capture(order);
  }

  function token(authorization: string | undefined): Reply {
    if (authorization !== `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`) return problem(401, "invalid_client");
    const made = randomBytes(8).toString("hex");
    tokens.add(`Bearer ${made}`);
    return { status: 200, body: { access_token: made, token_type: "Bearer", expires_in: 32_400 } };
  }

  const standIn = await openStandIn({ keyHeader: "paypal-request-id", refundPath: /\/refund$/, replayedHeader: null, keepsKeysMs: KEPT_MS, replays: (path) => path !== "/v1/payments/payouts", now, answer, problem: (status) => problem(status, status === 0 ? "DUPLICATE_REQUEST_ID" : "AS_TOLD").body });
  const moved = (id: string, status: Refund["status"], type: string): void => {
    const made = refunds.get(id);
    if (!made) throw new Error(`the stand-in has no refund ${id}`);
    say(type, refundView(Object.assign(made, { status })));
  };
  return Object.assign(standIn, {
    clientId, clientSecret, webhookId, refunds, orders, payouts, messages, signed, event,
    dispute(orderId: string, stage: DisputeStage = "CHARGEBACK") {
      const { amount, captureId } = orders.get(orderId)!;
      const made: Dispute = {
        dispute_id: `PP-D-${newId().slice(0, 8)}`, status: "OPEN", reason: "MERCHANDISE_OR_SERVICE_NOT_RECEIVED", dispute_amount: amount, dispute_life_cycle_stage: stage,
        disputed_transactions: [{ seller_transaction_id: captureId! }],
      };
      must("dispute", made);
      disputes.set(made.dispute_id, made);
      say("CUSTOMER.DISPUTE.CREATED", made);
      return made.dispute_id;
    },
    disputeBecomes(id: string, { stage, outcome }: { stage?: DisputeStage; outcome?: string }) {
      const made = disputes.get(id)!;
      Object.assign(made, stage ? { dispute_life_cycle_stage: stage } : {}, outcome ? { status: "RESOLVED", dispute_outcome: { outcome_code: outcome } } : {});
      must("dispute", made);
      say(outcome ? "CUSTOMER.DISPUTE.RESOLVED" : "CUSTOMER.DISPUTE.UPDATED", made);
    },
    payoutBecomes(batchId: string, status: Payout["status"]) {
      const made = payouts.get(batchId)!;
      made.status = status;
      say(`PAYMENT.PAYOUTS-ITEM.${status === "SUCCESS" ? "SUCCEEDED" : status}`, itemView(made));
    },
    expireTokens: () => tokens.clear(),
    approve(id: string) {
      const order = orders.get(id)!;
      order.status = "APPROVED";
      say("CHECKOUT.ORDER.APPROVED", orderView(order));
    },
    settle: (id: string) => moved(id, "COMPLETED", "PAYMENT.CAPTURE.REFUNDED"),
    fail: (id: string) => moved(id, "FAILED", "PAYMENT.REFUND.FAILED"),
  });
}

const problem = (status: number, issue: string): Reply => ({ status, body: { name: status === 422 ? "UNPROCESSABLE_ENTITY" : issue, message: "As it says.", details: [{ issue }] } });

/** What we were sent must be what PayPal publishes that it takes. */
function must(schema: string, value: unknown): void {
  const check = checks.get(schema)!;
  if (!check(value)) throw new Error(`PayPal takes no such ${schema}: ${ajv.errorsText(check.errors)}`);
}

function answered(schema: string, status: number, body: object): Reply {
  must(schema, body);
  return { status, body };
}
