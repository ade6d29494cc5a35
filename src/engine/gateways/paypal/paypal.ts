// PayPal as an institution, over its REST API: a payment is a PayPal order that is captured once the payer approved it, a refund
// goes out under our id as PayPal-Request-Id. What PayPal says by itself is read in notices.ts.
import type { PayPalSettings } from "../../../settings.ts";
import { NotExecuted, type Abilities, type Institution, type RefundAnswer, type RefundCall, type ReportedRefund } from "../gateway.ts";
import type { Records } from "../records.ts";
import { AmountNotPossible, minorOf, paypalValue } from "./amounts.ts";
import { answerOf, issueOf, lookupOf, PAYPAL, statusOf } from "./answers.ts";
import { NoAnswer, paypalClient, type PayPalClient } from "./client.ts";
import { paypalNotices } from "./notices.ts";
import { customId, customIdParts, orderShape, refundShape, type PayPalOrder, type PayPalRefund } from "./shapes.ts";

const DAY = 86_400_000;
const AT_ONCE = 200;

/** PayPal keeps the keys of refunds for 45 days (payments_payment_v2.json); we rely on 30. It cannot take a refund back. */
export const paypalAbilities: Abilities = { cancelRefund: {}, keepsKeysMs: 30 * DAY, lookUp: true };

/** Opens the adapter. Nothing is called before it is needed. */
export function openPayPal(settings: PayPalSettings, records: Records): Institution {
  const client = paypalClient(settings);
  const { references } = records;

  /** By PayPal's own id where we heard it, and else among the refunds of its payment, by ours. */
  async function find(key: string): Promise<PayPalRefund | null> {
    const known = await references.find(PAYPAL, "refund", key);
    if (known) return refundShape.parse(await found(client, `/v2/payments/refunds/${known.reference}`));
    const payment = await references.find(PAYPAL, "refundOf", key);
    if (!payment) return null;
    return refundsOf(await order(client, payment.reference)).find((refund) => customIdParts(refund.custom_id)?.key === key) ?? null;
  }

  /** The same bytes at each attempt: all of it stands in the effect. */
  async function create({ key, orderId, paymentId, amountMinor, currency }: RefundCall): Promise<RefundAnswer> {
    const json = JSON.stringify({ amount: { currency_code: currency, value: paypalValue(amountMinor, currency) }, custom_id: customId(orderId, key) });
    const [capture, payment] = await Promise.all([references.find(PAYPAL, "capture", paymentId), references.find(PAYPAL, "payment", paymentId)]);
    if (!capture || !payment) throw new NotExecuted(`it is not known what PayPal calls payment ${paymentId}`);
    await references.keep(PAYPAL, "refundOf", { key, reference: payment.reference, at: records.now() });
    return answerOf(await client({ method: "POST", path: `/v2/payments/captures/${capture.reference}/refund`, json, key }));
  }

  return {
    name: PAYPAL,
    abilities: paypalAbilities,
    readNotice: paypalNotices(client, settings, records),

    async requestPayment({ id, orderId, method, amountMinor, currency }) {
      if (method === "giftCard") throw new Error("PayPal knows no gift cards of ours");
      if ((await references.find(PAYPAL, "payment", id)) || (await references.find(PAYPAL, "voided", id))) return;
      const unit = { custom_id: customId(orderId, id), invoice_id: id, amount: { currency_code: currency, value: paypalValue(amountMinor, currency) } };
      const call = { method: "POST" as const, path: "/v2/checkout/orders", json: JSON.stringify({ intent: "CAPTURE", purchase_units: [unit] }), key: id };
      const first = await client(call);
      // A failure may stand for its key; an order that nobody is shown moves no money.
      const answer = first.status >= 500 ? await client({ ...call, key: `${id}-${records.now()}` }) : first;
      if (answer.status !== 200 && answer.status !== 201) throw new Error(`PayPal made no order for payment ${id}: ${issueOf(answer)}`);
      await references.keep(PAYPAL, "payment", { key: id, reference: orderShape.parse(answer.body).id, at: records.now() });
    },

    // A PayPal order that nobody captures ends by itself; what matters is that we do not capture it any more.
    async voidPayment({ id }) {
      await references.keep(PAYPAL, "voided", { key: id, reference: id, at: records.now() });
    },

    async submitRefund(call): Promise<RefundAnswer> {
      if (call.to === "giftCard") return { kind: "rejected", reason: "PayPal pays back the way the money came, not to a gift card" };
      try {
        const answer = await create(call);
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
