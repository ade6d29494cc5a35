// Refunds at Stripe: made under our id as idempotency key, found by its id or among those of their payment, cancelled where Stripe can.
import Stripe from "stripe";
import { NotExecuted, type Institution, type RefundAnswer, type RefundCall, type ReportedRefund } from "../gateway.ts";
import type { Records } from "../records.ts";
import { AmountNotPossible, minorAmount, stripeAmount } from "./amounts.ts";
import { answerOf, answerOfError, lookupOf, statusOf, STRIPE } from "./answers.ts";

const PAGE = 100;

export function stripeRefunds(client: Stripe, records: Records): Pick<Institution, "submitRefund" | "findRefund" | "reverseRefund"> & Required<Pick<Institution, "refunds">> {
  const { references } = records;
  const find = (key: string): Promise<Stripe.Refund | null> => found(client, records, key);
  const keep = (kind: "refund" | "reversing", key: string, reference: string) => references.keep(STRIPE, kind, { key, reference, at: records.now() });
  return {
    async submitRefund(call): Promise<RefundAnswer> {
      if (call.to === "giftCard") return { kind: "rejected", reason: "Stripe pays back the way the money came, not to a gift card" };
      let answer: RefundAnswer;
      try {
        const refund = await create(client, records, call);
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

async function found(client: Stripe, { references }: Records, key: string): Promise<Stripe.Refund | null> {
  const known = await references.find(STRIPE, "refund", key);
  if (known) return client.refunds.retrieve(known.reference);
  const intent = await references.find(STRIPE, "refundOf", key);
  if (!intent) return null;
  for await (const refund of client.refunds.list({ payment_intent: intent.reference, limit: PAGE })) if (refund.metadata?.rescindRefund === key) return refund;
  return null;
}

/** The same bytes at each attempt: all of it stands in the effect, but the intent's id, which never changes once it is kept. */
async function create(client: Stripe, { references, now }: Records, { key, orderId, paymentId, amountMinor, currency }: RefundCall): Promise<Stripe.Refund> {
  const intent = await references.find(STRIPE, "payment", paymentId);
  if (!intent) throw new NotExecuted(`it is not known what Stripe calls payment ${paymentId}`);
  const amount = stripeAmount(amountMinor, currency);
  await references.keep(STRIPE, "refundOf", { key, reference: intent.reference, at: now() });
  return client.refunds.create({ payment_intent: intent.reference, amount, metadata: { rescindOrder: orderId, rescindRefund: key } }, { idempotencyKey: key });
}
