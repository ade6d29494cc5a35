// Stripe as an institution, by its own library: payments as PaymentIntents, refunds under our id as idempotency key.
// What Stripe says by itself is read in notices.ts. It decides nothing about an order.
import Stripe from "stripe";
import type { StripeSettings } from "../../../settings.ts";
import { NotExecuted, type Abilities, type Institution, type RefundAnswer, type RefundCall, type ReportedRefund } from "../gateway.ts";
import type { Records } from "../records.ts";
import { AmountNotPossible, minorAmount, stripeAmount } from "./amounts.ts";
import { answerOf, answerOfError, lookupOf, statusOf, STRIPE } from "./answers.ts";
import { stripeNotices } from "./notices.ts";

const HOUR = 3_600_000;
const PAGE = 100;

/**
 * Stripe keeps keys for at least 24 hours; we rely on 20. It cancels only refunds that wait for the customer's bank details
 * (docs.stripe.com/api/refunds/cancel): those to bank accounts, and says itself when it is too late.
 */
export const stripeAbilities: Abilities = { cancelRefund: { bankAccount: Infinity }, keepsKeysMs: 20 * HOUR, lookUp: true };

/** Which of Stripe's ways a method is; for the others the payer chooses among those that the account has switched on. */
const waysOf: Record<string, "card" | "alipay"> = { card: "card", alipay: "alipay" };

/** Opens the adapter. Nothing is called before it is needed. */
export function openStripe(settings: StripeSettings, records: Records): Institution {
  const client = clientOf(settings);
  const { references } = records;
  const keep = (kind: "payment" | "voided" | "refund" | "refundOf" | "reversing", key: string, reference: string) =>
    references.keep(STRIPE, kind, { key, reference, at: records.now() });

  async function find(key: string): Promise<Stripe.Refund | null> {
    const known = await references.find(STRIPE, "refund", key);
    if (known) return client.refunds.retrieve(known.reference);
    const intent = await references.find(STRIPE, "refundOf", key);
    if (!intent) return null;
    for await (const refund of client.refunds.list({ payment_intent: intent.reference, limit: PAGE })) if (refund.metadata?.rescindRefund === key) return refund;
    return null;
  }

  /** The same bytes at each attempt: all of it stands in the effect, but the intent's id, which never changes once it is kept. */
  async function create({ key, orderId, paymentId, amountMinor, currency }: RefundCall): Promise<Stripe.Refund> {
    const intent = await references.find(STRIPE, "payment", paymentId);
    if (!intent) throw new NotExecuted(`it is not known what Stripe calls payment ${paymentId}`);
    const amount = stripeAmount(amountMinor, currency);
    await keep("refundOf", key, intent.reference);
    return client.refunds.create({ payment_intent: intent.reference, amount, metadata: { rescindOrder: orderId, rescindRefund: key } }, { idempotencyKey: key });
  }

  /** A failure that Stripe replays for its key would stand for a day: then another key is taken. An intent that nobody is shown moves no money. */
  async function createIntent(paymentId: string, wanted: Stripe.PaymentIntentCreateParams): Promise<Stripe.PaymentIntent> {
    try {
      return await client.paymentIntents.create(wanted, { idempotencyKey: paymentId });
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeError) || error.headers?.["idempotent-replayed"] !== "true") throw error;
      return client.paymentIntents.create(wanted, { idempotencyKey: `${paymentId}-${records.now()}` });
    }
  }

  return {
    name: STRIPE,
    abilities: stripeAbilities,
    readNotice: stripeNotices(client, settings, records),

    // Captured at once: escrow outlasts the week for which a card's authorisation holds, and goods must not leave for money that may not come.
    async requestPayment({ id, orderId, method, amountMinor, currency }) {
      if (method === "giftCard") throw new Error("Stripe knows no gift cards of ours");
      if ((await references.find(STRIPE, "payment", id)) || (await references.find(STRIPE, "voided", id))) return;
      const way = waysOf[method];
      const intent = await createIntent(id, {
        amount: stripeAmount(amountMinor, currency), currency: currency.toLowerCase(), capture_method: "automatic", metadata: { rescindOrder: orderId, rescindPayment: id },
        ...(way ? { allowed_payment_method_types: [way] } : {}),
      });
      await keep("payment", id, intent.id);
    },

    async voidPayment({ id }) {
      await keep("voided", id, id);
      const intent = await references.find(STRIPE, "payment", id);
      if (!intent) return;
      await client.paymentIntents.cancel(intent.reference).catch((error: unknown) => {
        // Paid or cancelled meanwhile: what was paid comes as a message, and goes back.
        if (!(error instanceof Stripe.errors.StripeError) || error.code !== "payment_intent_unexpected_state") throw error;
      });
    },

    async submitRefund(call): Promise<RefundAnswer> {
      if (call.to === "giftCard") return { kind: "rejected", reason: "Stripe pays back the way the money came, not to a gift card" };
      let answer: RefundAnswer;
      try {
        const refund = await create(call);
        await keep("refund", call.key, refund.id);
        return answerOf(refund);
      } catch (error) {
        if (error instanceof AmountNotPossible) return { kind: "rejected", reason: error.message };
        answer = answerOfError(error);
      }
      // "Already refunded" may be said of this very refund, where its first answer never came.
      const executed = answer.kind === "rejected" ? await find(call.key) : null;
      return executed ? answerOf(executed) : answer;
    },

    async findRefund(key) {
      const refund = await find(key);
      if (!refund) return { kind: "notFound" };
      await keep("refund", key, refund.id);
      return lookupOf(refund, (await references.find(STRIPE, "reversing", key)) !== null);
    },

    async reverseRefund({ key }) {
      const refund = await find(key);
      if (!refund) return { kind: "impossible", reason: "Stripe does not know this refund" };
      await keep("reversing", key, refund.id);
      try {
        await client.refunds.cancel(refund.id);
        return { kind: "asked" };
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
        await references.forget(STRIPE, "reversing", key);
        return { kind: "impossible", reason: `Stripe: ${error.message}` };
      }
    },

    async *refunds(): AsyncGenerator<ReportedRefund> {
      for await (const refund of client.refunds.list({ limit: PAGE }, { maxNetworkRetries: 2 })) {
        const key = refund.metadata?.rescindRefund;
        const currency = refund.currency.toUpperCase();
        const reversing = key !== undefined && (await references.find(STRIPE, "reversing", key)) !== null;
        yield { key: key ?? refund.id, amountMinor: minorAmount(refund.amount, currency), currency, status: statusOf(refund, reversing), at: refund.created * 1000 };
      }
    },
  };
}

/** The library's client, towards another address where one is set. It repeats nothing by itself: what is sent again, and when, the outbox decides. */
function clientOf({ secretKey, api, timeoutMs }: StripeSettings): Stripe {
  const { protocol, hostname, port } = new URL(api);
  return new Stripe(secretKey, {
    protocol: protocol === "http:" ? "http" : "https", host: hostname, port: port === "" ? (protocol === "http:" ? 80 : 443) : Number(port),
    timeout: timeoutMs, maxNetworkRetries: 0, telemetry: false, appInfo: { name: "rescind" },
  });
}
