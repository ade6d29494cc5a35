// Stripe's webhooks as commands: the signature first, then account and mode, then what the event says of a payment, a refund or a
// dispute of ours. Each command is true whenever the event comes; what the order makes of it the core decides.
import Stripe from "stripe";
import { isId } from "../../../store/ids.ts";
import type { StripeSettings } from "../../../settings.ts";
import { ForgedNotice, type Notice, type NoticeCall, type NoticeMoney, type PayoutNotice, type ReadNotice } from "../gateway.ts";
import { speaksOf, type Records } from "../records.ts";
import { minorAmount } from "./amounts.ts";
import { lookupOf } from "./payouts.ts";
import { disputeOutcome, reasonOf, statusOf, STRIPE } from "./answers.ts";

type Commands = Notice["commands"];
/** How old a signature may be: Stripe's own default. Each try of theirs is signed anew. */
const TOLERANCE_S = 300;

export function stripeNotices(client: Stripe, { webhookSecret, live }: Pick<StripeSettings, "webhookSecret" | "live">, records: Records): ReadNotice {
  return async (call) => {
    const event = verified(client, call, webhookSecret);
    if (event.livemode !== live) throw new ForgedNotice(live ? "it is of the test mode" : "it is of the live mode");
    if (event.account !== undefined) throw new ForgedNotice("it is of another account");
    return { id: event.id, type: event.type, commands: await commandsOf(event, records), payouts: payoutsOf(event) };
  };
}

function verified(client: Stripe, { headers, body }: NoticeCall, secret: string): Stripe.Event {
  let event: Stripe.Event;
  try {
    event = client.webhooks.constructEvent(body, headers["stripe-signature"] ?? "", secret, TOLERANCE_S);
  } catch (error) {
    throw new ForgedNotice(error instanceof Error ? error.message.split("\n")[0]! : String(error));
  }
  if (typeof event !== "object" || event === null || typeof event.id !== "string" || typeof event.type !== "string" || event.data === undefined) throw new ForgedNotice("it is no event");
  return event;
}

/** What an event says of a transfer of ours. */
function payoutsOf(event: Stripe.Event): PayoutNotice[] {
  if (event.type !== "transfer.created" && event.type !== "transfer.updated" && event.type !== "transfer.reversed") return [];
  const transfer = event.data.object;
  const { rescindPayout: key } = transfer.metadata ?? {};
  return isId(key ?? "", "pyo") ? [{ key: key!, said: lookupOf(transfer), ...moneyOf(transfer.amount, transfer.currency) }] : [];
}

async function commandsOf(event: Stripe.Event, records: Records): Promise<Commands> {
  switch (event.type) {
    case "payment_intent.succeeded": case "payment_intent.canceled":
      return ofPayment(event.data.object, records);
    case "refund.created": case "refund.updated": case "refund.failed": case "charge.refund.updated":
      return ofRefund(event.data.object as Stripe.Refund, records);
    case "charge.dispute.created": case "charge.dispute.updated": case "charge.dispute.funds_withdrawn": case "charge.dispute.closed":
      return ofDispute(event.data.object, records);
    default:
      // A payment that failed can be tried again with another card until it is cancelled: by itself it ends nothing.
      return [];
  }
}

/** Only the intent that we asked for speaks for a payment; one that overtook its own answer is taken at its word. */
async function ofPayment(intent: Stripe.PaymentIntent, records: Records): Promise<Commands> {
  const { rescindOrder: orderId, rescindPayment: paymentId } = intent.metadata;
  if (!isId(orderId ?? "") || !isId(paymentId ?? "") || !(await speaksOf(records, { orderId: orderId!, paymentId: paymentId! }, moneyOf(intent.amount, intent.currency)))) return [];
  const kept = await records.references.keep(STRIPE, "payment", { key: paymentId!, reference: intent.id, at: records.now() });
  if (kept.reference !== intent.id) return [];
  if (intent.status === "canceled") return [{ orderId: orderId!, command: { type: "RejectPayment", paymentId: paymentId! } }];
  if (intent.status !== "succeeded") return [];
  return [{ orderId: orderId!, command: { type: "ConfirmPayment", paymentId: paymentId! }, about: moneyOf(intent.amount_received, intent.currency) }];
}

async function ofRefund(refund: Stripe.Refund, { references }: Records): Promise<Commands> {
  const { rescindOrder: orderId, rescindRefund: refundId } = refund.metadata ?? {};
  if (!isId(orderId ?? "") || !isId(refundId ?? "")) return [];
  const reversing = (await references.find(STRIPE, "reversing", refundId!)) !== null;
  const about = { ...moneyOf(refund.amount, refund.currency), reference: refund.id };
  const submitted = { orderId: orderId!, command: { type: "RecordRefundSubmitted" as const, refundId: refundId!, reference: refund.id }, about };
  const status = statusOf(refund, reversing);
  switch (status) {
    case "submitted":
      return [submitted];
    case "settled":
      return [submitted, { orderId: orderId!, command: { type: "RecordRefundSettled", refundId: refundId! }, about }];
    case "failed":
      return [{ orderId: orderId!, command: { type: "RecordRefundFailed", refundId: refundId!, reason: `Stripe: ${reasonOf(refund)}` }, about }];
    case "reversed":
      return [submitted, { orderId: orderId!, command: { type: "RecordRefundReversed", refundId: refundId! }, about }];
    default: {
      const never: never = status;
      throw new Error(`no such status ${String(never)}`);
    }
  }
}

/** A dispute says itself that the payment was captured, and a closed one that it was opened: whichever message comes first is enough. */
async function ofDispute(dispute: Stripe.Dispute, { references, payment }: Records): Promise<Commands> {
  const outcome = disputeOutcome(dispute);
  const intent = typeof dispute.payment_intent === "string" ? dispute.payment_intent : dispute.payment_intent?.id;
  const paymentId = intent === undefined ? null : await references.keyOf(STRIPE, "payment", intent);
  const own = paymentId === null ? null : await payment(paymentId);
  const { amountMinor, currency } = moneyOf(dispute.amount, dispute.currency);
  if (paymentId === null || own === null || outcome === "inquiry" || currency !== own.currency) return [];
  const { orderId } = own;
  const opened: Commands = [{ orderId, command: { type: "ConfirmPayment", paymentId } }, { orderId, command: { type: "OpenChargeback", paymentId, amountMinor, reference: dispute.id } }];
  return outcome === "open" ? opened : [...opened, { orderId, command: { type: "CloseChargeback", paymentId, outcome }, dispute: dispute.id }];
}

function moneyOf(amount: number, currency: string): NoticeMoney {
  const code = currency.toUpperCase();
  return { amountMinor: minorAmount(amount, code), currency: code };
}
