// PayPal's webhooks as commands. PayPal itself is asked whether it signed them (verify-webhook-signature): no address from the message
// is ever called, no certificate chain judged by us, and its answer holds for our webhook's id alone.
import { isId } from "../../../store/ids.ts";
import { z } from "zod";
import type { PayPalSettings } from "../../../settings.ts";
import { ForgedNotice, type Notice, type NoticeCall, type NoticeMoney, type PayoutNotice, type ReadNotice } from "../gateway.ts";
import { speaksOf, type Records } from "../records.ts";
import { minorOf } from "./amounts.ts";
import { issueOf, PAYPAL, reasonOf, statusOf } from "./answers.ts";
import type { PayPalClient } from "./client.ts";
import { ofDispute } from "./disputes.ts";
import { saidOf } from "./payouts.ts";
import { captureShape, customIdParts, eventShape, orderShape, payoutItemEventShape, refundShape, type PayPalCapture } from "./shapes.ts";

type Commands = Notice["commands"];
const signed = { auth_algo: "paypal-auth-algo", cert_url: "paypal-cert-url", transmission_id: "paypal-transmission-id", transmission_sig: "paypal-transmission-sig", transmission_time: "paypal-transmission-time" } as const;
const verdict = z.object({ verification_status: z.enum(["SUCCESS", "FAILURE"]) });

export function paypalNotices(client: PayPalClient, { webhookId }: PayPalSettings, records: Records): ReadNotice {
  return async (call) => {
    const event = await verified(client, call, webhookId);
    return { id: event.id, type: event.event_type, commands: await commandsOf(client, event, records), payouts: payoutsOf(event) };
  };
}

/** The body goes to PayPal as the very bytes that came: written anew, they would not be those that were signed. Throws `ForgedNotice`. */
async function verified(client: PayPalClient, { headers, body }: NoticeCall, webhookId: string): Promise<z.output<typeof eventShape>> {
  const head: Record<string, string> = { webhook_id: webhookId };
  for (const [field, header] of Object.entries(signed)) {
    const value = headers[header];
    if (value === undefined || value === "") throw new ForgedNotice(`it has no ${header}`);
    head[field] = value;
  }
  // Only one whole JSON object may be put in: anything else could end the field early and say what webhook it is for.
  const event = eventShape.safeParse(parsed(body));
  if (!event.success) throw new ForgedNotice("it is no event");
  const answer = await client({ method: "POST", path: "/v1/notifications/verify-webhook-signature", json: `${JSON.stringify(head).slice(0, -1)},"webhook_event":${body}}` });
  if (answer.status === 400 || answer.status === 422) throw new ForgedNotice(`PayPal cannot read it: ${issueOf(answer)}`);
  const said = verdict.safeParse(answer.body);
  // Not knowing is our failure: they send it again.
  if (answer.status !== 200 || !said.success) throw new Error(`PayPal did not say whether it signed a message: ${issueOf(answer)}`);
  if (said.data.verification_status !== "SUCCESS") throw new ForgedNotice("PayPal did not sign it");
  return event.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What an event says of an item of a payout of ours. */
function payoutsOf({ event_type: type, resource }: z.output<typeof eventShape>): PayoutNotice[] {
  const read = type.startsWith("PAYMENT.PAYOUTS-ITEM.") ? payoutItemEventShape.safeParse(resource) : null;
  const { sender_item_id: key, amount } = read?.data?.payout_item ?? {};
  if (!read?.success || !isId(key ?? "", "pyo") || !amount) return [];
  return [{ key: key!, said: saidOf(read.data, read.data.payout_batch_id), amountMinor: minorOf(amount.value, amount.currency), currency: amount.currency }];
}

async function commandsOf(client: PayPalClient, { event_type: type, resource }: z.output<typeof eventShape>, records: Records): Promise<Commands> {
  switch (type) {
    case "CHECKOUT.ORDER.APPROVED":
      return approved(client, resource, records);
    case "PAYMENT.CAPTURE.COMPLETED": case "PAYMENT.CAPTURE.PENDING": case "PAYMENT.CAPTURE.DENIED": {
      const capture = captureShape.safeParse(resource);
      return capture.success ? ofCapture(capture.data, records) : [];
    }
    case "PAYMENT.CAPTURE.REFUNDED": case "PAYMENT.REFUND.PENDING": case "PAYMENT.REFUND.FAILED":
      return ofRefund(resource);
    case "CUSTOMER.DISPUTE.CREATED": case "CUSTOMER.DISPUTE.UPDATED": case "CUSTOMER.DISPUTE.RESOLVED":
      return ofDispute(resource, records);
    default:
      return [];
  }
}

/** The payer approved: now the money is taken, once, unless the order ended meanwhile. Throws where that may not have happened: they send the message again. */
async function approved(client: PayPalClient, resource: unknown, records: Records): Promise<Commands> {
  const there = orderShape.safeParse(resource);
  if (!there.success) return [];
  const { id: reference } = there.data;
  const paymentId = await records.references.keyOf(PAYPAL, "payment", reference);
  if (paymentId === null || (await records.references.find(PAYPAL, "voided", paymentId))) return [];
  const answer = await client({ method: "POST", path: `/v2/checkout/orders/${reference}/capture`, json: "{}", key: `${paymentId}-capture` });
  // A failure may stand for its key, and hide that the money was taken.
  const seen = answer.status >= 500 ? await client({ method: "GET", path: `/v2/checkout/orders/${reference}` }) : answer;
  if (seen.status === 200 || seen.status === 201) {
    const captures = (orderShape.parse(seen.body).purchase_units ?? []).flatMap(({ payments }) => payments?.captures ?? []);
    if (captures.length === 0) throw new Error(`PayPal did not capture ${reference}: ${issueOf(answer)}`);
    return (await Promise.all(captures.map((capture) => ofCapture(capture, records)))).flat();
  }
  // Taken before, or the payer's card was declined, and they may choose another.
  if (answer.status === 422) return [];
  throw new Error(`PayPal did not capture ${reference}: ${issueOf(answer)}`);
}

async function ofCapture({ id, status, amount, custom_id: custom }: PayPalCapture, records: Records): Promise<Commands> {
  const own = customIdParts(custom);
  if (!own || !isId(own.key, "pay") || !amount || !(await speaksOf(records, { orderId: own.orderId, paymentId: own.key }, moneyOf(amount)))) return [];
  // A declined one is not the payment's: the payer may choose another card, and there will be another capture.
  if (status !== "COMPLETED" && status !== "PENDING" && status !== "DENIED") return [];
  const kept = await records.references.keep(PAYPAL, "capture", { key: own.key, reference: id, at: records.now() });
  if (kept.reference !== id || status === "PENDING") return [];
  if (status === "DENIED") return [{ orderId: own.orderId, command: { type: "RejectPayment", paymentId: own.key } }];
  return [{ orderId: own.orderId, command: { type: "ConfirmPayment", paymentId: own.key }, about: moneyOf(amount) }];
}

function ofRefund(resource: unknown): Commands {
  const read = refundShape.safeParse(resource);
  const own = read.success ? customIdParts(read.data.custom_id) : null;
  if (!read.success || !own || !isId(own.orderId) || !isId(own.key, "rfd") || !read.data.amount) return [];
  const { orderId, key: refundId } = own;
  const about = { ...moneyOf(read.data.amount), reference: read.data.id };
  const status = statusOf(read.data);
  if (status === "failed") return [{ orderId, command: { type: "RecordRefundFailed", refundId, reason: reasonOf(read.data) }, about }];
  const submitted = { orderId, command: { type: "RecordRefundSubmitted" as const, refundId, reference: read.data.id }, about };
  return status === "settled" ? [submitted, { orderId, command: { type: "RecordRefundSettled", refundId }, about }] : [submitted];
}

const moneyOf = ({ value, currency_code: currency }: { value: string; currency_code: string }): NoticeMoney => ({ amountMinor: minorOf(value, currency), currency });
