// Stripe as an institution, by its own library: payments as PaymentIntents. Its refunds stand in refunds.ts, and
// what Stripe says by itself is read in notices.ts. It decides nothing about an order.
import Stripe from "stripe";
import type { StripeSettings } from "../../../settings.ts";
import type { Abilities, Institution } from "../gateway.ts";
import type { Records } from "../records.ts";
import { stripeAmount } from "./amounts.ts";
import { disputeOutcome, STRIPE } from "./answers.ts";
import { stripeNotices } from "./notices.ts";
import { stripePayouts } from "./payouts.ts";
import { stripeRefunds } from "./refunds.ts";

const HOUR = 3_600_000;

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
  const keep = (kind: "payment" | "voided", key: string, reference: string) => references.keep(STRIPE, kind, { key, reference, at: records.now() });

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

    async findChargeback({ reference }) {
      if (reference === null) return null;
      const outcome = disputeOutcome(await client.disputes.retrieve(reference));
      return outcome === "inquiry" ? null : outcome;
    },

    payouts: stripePayouts(client, records),
    ...stripeRefunds(client, records),
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
