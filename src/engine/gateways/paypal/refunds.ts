// Refunds at PayPal: made under our id as PayPal-Request-Id, found by PayPal's id or among those of their payment. PayPal takes none back.
import { NotExecuted, type Institution, type RefundAnswer, type RefundCall, type ReportedRefund } from "../gateway.ts";
import type { Records } from "../records.ts";
import { AmountNotPossible, minorOf, paypalValue } from "./amounts.ts";
import { answerOf, issueOf, lookupOf, PAYPAL, statusOf } from "./answers.ts";
import { NoAnswer, type PayPalClient } from "./client.ts";
import { customId, customIdParts, orderShape, refundShape, type PayPalOrder, type PayPalRefund } from "./shapes.ts";

const AT_ONCE = 200;

export function paypalRefunds(client: PayPalClient, records: Records): Pick<Institution, "submitRefund" | "findRefund" | "reverseRefund"> & Required<Pick<Institution, "refunds">> {
  const { references } = records;
  const find = (key: string): Promise<PayPalRefund | null> => lookedUp(client, records, key);
  return {
    async submitRefund(call): Promise<RefundAnswer> {
      if (call.to === "giftCard") return { kind: "rejected", reason: "PayPal pays back the way the money came, not to a gift card" };
      try {
        const answer = await create(client, records, call);
        if (answer.kind === "accepted") await references.keep(PAYPAL, "refund", { key: call.key, reference: answer.reference, at: records.now() });
        // "Fully refunded" may be said of this very refund, where its first answer never came.
        const executed = answer.kind === "rejected" ? await find(call.key) : null;
        if (!executed) return answer;
        const there = lookupOf(executed);
        return there.kind === "failed" || there.kind === "notFound" ? answer : { kind: "accepted", reference: executed.id };
      } catch (error) {
        if (error instanceof AmountNotPossible) return { kind: "rejected", reason: error.message };
        if (error instanceof NoAnswer) return { kind: "unknown", reason: error.message };
        throw error;
      }
    },

    async findRefund(key) {
      const refund = await find(key);
      if (!refund) return { kind: "notFound" };
      await references.keep(PAYPAL, "refund", { key, reference: refund.id, at: records.now() });
      return lookupOf(refund);
    },

    reverseRefund: async () => ({ kind: "impossible", reason: "PayPal does not take refunds back" }),

    // PayPal has no list of refunds but under their payments: those of every payment that we asked for.
    async *refunds(): AsyncGenerator<ReportedRefund> {
      for (let last = ""; ; ) {
        const page = await references.after(PAYPAL, "payment", last, AT_ONCE);
        if (page.length === 0) return;
        last = page.at(-1)!.key;
        for (const { reference } of page) for (const refund of refundsOf(await order(client, reference))) yield reportedOf(refund);
      }
    },
  };
}

/** By PayPal's own id where we heard it, and else among the refunds of its payment, by ours. */
async function lookedUp(client: PayPalClient, { references }: Records, key: string): Promise<PayPalRefund | null> {
  const known = await references.find(PAYPAL, "refund", key);
  if (known) return refundShape.parse(await found(client, `/v2/payments/refunds/${known.reference}`));
  const payment = await references.find(PAYPAL, "refundOf", key);
  if (!payment) return null;
  return refundsOf(await order(client, payment.reference)).find((refund) => customIdParts(refund.custom_id)?.key === key) ?? null;
}

/** The same bytes at each attempt: all of it stands in the effect. */
async function create(client: PayPalClient, records: Records, { key, orderId, paymentId, amountMinor, currency }: RefundCall): Promise<RefundAnswer> {
  const { references } = records;
  const json = JSON.stringify({ amount: { currency_code: currency, value: paypalValue(amountMinor, currency) }, custom_id: customId(orderId, key) });
  const [capture, payment] = await Promise.all([references.find(PAYPAL, "capture", paymentId), references.find(PAYPAL, "payment", paymentId)]);
  if (!capture || !payment) throw new NotExecuted(`it is not known what PayPal calls payment ${paymentId}`);
  await references.keep(PAYPAL, "refundOf", { key, reference: payment.reference, at: records.now() });
  return answerOf(await client({ method: "POST", path: `/v2/payments/captures/${capture.reference}/refund`, json, key }));
}

function reportedOf(refund: PayPalRefund): ReportedRefund {
  const { value, currency_code: currency } = refund.amount ?? { value: "", currency_code: "" };
  const at = Date.parse(refund.create_time ?? "");
  return { key: customIdParts(refund.custom_id)?.key ?? refund.id, amountMinor: minorOf(value, currency), currency, status: statusOf(refund), at: Number.isNaN(at) ? null : at };
}

const refundsOf = (one: PayPalOrder): PayPalRefund[] => (one.purchase_units ?? []).flatMap(({ payments }) => payments?.refunds ?? []);
const order = async (client: PayPalClient, id: string): Promise<PayPalOrder> => orderShape.parse(await found(client, `/v2/checkout/orders/${id}`));

async function found(client: PayPalClient, path: string): Promise<unknown> {
  const answer = await client({ method: "GET", path });
  if (answer.status !== 200) throw new Error(`PayPal does not show ${path}: ${issueOf(answer)}`);
  return answer.body;
}
