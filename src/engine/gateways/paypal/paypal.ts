// PayPal as an institution, over its REST API: a payment is a PayPal order that is captured once the payer approved it.
// Its refunds stand in refunds.ts, what PayPal says by itself is read in notices.ts.
import type { PayPalSettings } from "../../../settings.ts";
import type { Abilities, Institution } from "../gateway.ts";
import type { Records } from "../records.ts";
import { paypalValue } from "./amounts.ts";
import { issueOf, PAYPAL } from "./answers.ts";
import { paypalClient } from "./client.ts";
import { paypalChargebacks } from "./disputes.ts";
import { paypalNotices } from "./notices.ts";
import { paypalPayouts } from "./payouts.ts";
import { paypalRefunds } from "./refunds.ts";
import { customId, orderShape } from "./shapes.ts";

const DAY = 86_400_000;

/** PayPal keeps the keys of refunds for 45 days (payments_payment_v2.json); we rely on 30. It cannot take a refund back. */
export const paypalAbilities: Abilities = { cancelRefund: {}, keepsKeysMs: 30 * DAY, lookUp: true };

/** Opens the adapter. Nothing is called before it is needed. */
export function openPayPal(settings: PayPalSettings, records: Records): Institution {
  const client = paypalClient(settings);
  const { references } = records;

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

    ...paypalChargebacks(client),

    payouts: paypalPayouts(client, records),
    ...paypalRefunds(client, records),
  };
}
