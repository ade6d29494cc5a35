// PayPal's disputes as chargebacks (customer_disputes_v1.json). An inquiry is between the two sides and has taken no money: it is none,
// unless it ends with the money at the buyer. Each command is true whenever the message comes.
import type { Institution, Notice, NoticeMoney } from "../gateway.ts";
import type { Records } from "../records.ts";
import { minorOf } from "./amounts.ts";
import { issueOf, PAYPAL } from "./answers.ts";
import type { PayPalClient } from "./client.ts";
import { disputeShape, type PayPalDispute } from "./shapes.ts";

type Outcome = "open" | "won" | "lost" | "withdrawn" | "inquiry";

/** How a dispute stands, for us. What PayPal pays the buyer from its own pocket leaves the payment as it was. */
export function outcomeOf({ status, dispute_life_cycle_stage: stage, dispute_outcome: ended }: PayPalDispute): Outcome {
  const inquiry = stage === "INQUIRY";
  if (status !== "RESOLVED") return inquiry ? "inquiry" : "open";
  switch (ended?.outcome_code) {
    case "RESOLVED_BUYER_FAVOUR": case "ACCEPTED": return "lost";
    case "RESOLVED_SELLER_FAVOUR": case "RESOLVED_WITH_PAYOUT": case "DENIED": return inquiry ? "inquiry" : "won";
    case "CANCELED_BY_BUYER": case "NONE": return inquiry ? "inquiry" : "withdrawn";
    // Without an outcome that we know nothing has ended yet.
    default: return inquiry ? "inquiry" : "open";
  }
}

/** What a message about a dispute says of a payment of ours. A dispute says itself that the payment was captured, a closed one that it was opened. */
export async function ofDispute(resource: unknown, { references, payment }: Records): Promise<Notice["commands"]> {
  const read = disputeShape.safeParse(resource);
  if (!read.success) return [];
  const { dispute_id: reference, dispute_amount: amount, disputed_transactions: transactions = [] } = read.data;
  const outcome = outcomeOf(read.data);
  const captures = transactions.flatMap(({ seller_transaction_id: id }) => id ?? []);
  // One of several payments at once cannot be told by its share: an operator looks at PayPal.
  const paymentId = captures.length === 1 ? await references.keyOf(PAYPAL, "capture", captures[0]!) : null;
  const own = paymentId === null ? null : await payment(paymentId);
  if (paymentId === null || own === null || outcome === "inquiry" || !amount || amount.currency_code !== own.currency) return [];
  const { orderId } = own;
  const { amountMinor }: NoticeMoney = { amountMinor: minorOf(amount.value, amount.currency_code), currency: own.currency };
  if (!Number.isSafeInteger(amountMinor)) return [];
  const opened: Notice["commands"] = [{ orderId, command: { type: "ConfirmPayment", paymentId } }, { orderId, command: { type: "OpenChargeback", paymentId, amountMinor, reference } }];
  return outcome === "open" ? opened : [...opened, { orderId, command: { type: "CloseChargeback", paymentId, outcome }, dispute: reference }];
}

/** Asks how a dispute stands now. */
export function paypalChargebacks(client: PayPalClient): Pick<Institution, "findChargeback"> {
  return {
    async findChargeback({ reference }) {
      if (reference === null) return null;
      const answer = await client({ method: "GET", path: `/v1/customer/disputes/${encodeURIComponent(reference)}` });
      if (answer.status !== 200) throw new Error(`PayPal does not show dispute ${reference}: ${issueOf(answer)}`);
      const outcome = outcomeOf(disputeShape.parse(answer.body));
      return outcome === "inquiry" ? null : outcome;
    },
  };
}
