// Payouts through PayPal: a batch of one item for each payout, under our id as sender_batch_id, which PayPal executes once in 30 days:
// what comes again is refused with a link to the first. It is asked about by the id of that batch (payments_payouts_batch_v1.json).
import { NotExecuted, type PayoutAbility, type PayoutAnswer, type PayoutLookup, type ReportedPayout } from "../gateway.ts";
import { frozenAccount } from "../payoutFrozen.ts";
import type { Records } from "../records.ts";
import { AmountNotPossible, minorOf, paypalValue } from "./amounts.ts";
import { issueOf, PAYPAL } from "./answers.ts";
import { NoAnswer, type PayPalAnswer, type PayPalClient } from "./client.ts";
import { payoutBatchShape, problemShape, type PayPalPayoutBatch, type PayPalPayoutItem } from "./shapes.ts";

const AT_ONCE = 200;
const PATH = "/v1/payments/payouts";

export function paypalPayouts(client: PayPalClient, records: Records): PayoutAbility {
  const { references } = records;
  const keep = (key: string, reference: string) => references.keep(PAYPAL, "payout", { key, reference, at: records.now() });
  const show = (batchId: string): Promise<PayPalAnswer> => client({ method: "GET", path: `${PATH}/${batchId}` });

  return {
    account: { form: /^(?:[A-Z0-9]{13}|[^\s@]{1,64}@[^\s@]{3,62})$/, says: "the seller's PayPal account number or e-mail address" },

    async submitPayout(call) {
      const { key, amountMinor, currency } = call;
      const receiver = await frozenAccount(PAYPAL, records, call);
      if (typeof receiver !== "string") return receiver;
      try {
        const item = { recipient_type: receiver.includes("@") ? "EMAIL" : "PAYPAL_ID", amount: { currency, value: paypalValue(amountMinor, currency) }, receiver, sender_item_id: key };
        const answer = answerOf(await client({ method: "POST", path: PATH, json: JSON.stringify({ sender_batch_header: { sender_batch_id: key }, items: [item] }), key }));
        if (answer.kind === "accepted") await keep(key, answer.reference);
        return answer;
      } catch (error) {
        if (error instanceof AmountNotPossible) return { kind: "rejected", reason: error.message };
        if (error instanceof NoAnswer) return { kind: "unknown", reason: error.message };
        throw error;
      }
    },

    // PayPal shows a batch by its own id alone: what was never answered is only found by sending it again.
    async findPayout(key) {
      const known = await references.find(PAYPAL, "payout", key);
      if (!known) return { kind: "notFound" };
      return lookupOf(batchIn(await show(known.reference), known.reference), key);
    },

    // PayPal has no list of payouts: those whose batch we know.
    async *list(): AsyncGenerator<ReportedPayout> {
      for (let last = ""; ; ) {
        const page = await references.after(PAYPAL, "payout", last, AT_ONCE);
        if (page.length === 0) return;
        last = page.at(-1)!.key;
        for (const { key, reference } of page) yield reportedOf(batchIn(await show(reference), reference), key);
      }
    },
  };
}

/** What the answer to a batch means. Throws `NotExecuted` where our account, key or address is wrong. */
function answerOf(answer: PayPalAnswer): PayoutAnswer {
  const { status, body } = answer;
  if (status === 200 || status === 201) {
    const read = payoutBatchShape.safeParse(body);
    return read.success ? { kind: "accepted", reference: read.data.batch_header.payout_batch_id } : { kind: "unknown", reason: "PayPal: an answer that cannot be read" };
  }
  const reason = `PayPal: ${issueOf(answer)}`;
  const first = firstBatchIn(body);
  if (first !== null) return { kind: "accepted", reference: first };
  if (status === 401 || status === 403 || status === 404) throw new NotExecuted(reason);
  return status === 400 || status === 422 ? { kind: "rejected", reason } : { kind: "unknown", reason };
}

/** The batch that a refused duplicate names as the first of that sender_batch_id. */
function firstBatchIn(body: unknown): string | null {
  const read = problemShape.safeParse(body);
  const links = read.success ? [...(read.data.links ?? []), ...(read.data.details ?? []).flatMap(({ link }) => link ?? [])] : [];
  for (const { href } of links) {
    const id = /\/v1\/payments\/payouts\/(\w+)$/.exec(href ?? "")?.[1];
    if (id !== undefined) return id;
  }
  return null;
}

function batchIn(answer: PayPalAnswer, batchId: string): PayPalPayoutBatch {
  if (answer.status !== 200) throw new Error(`PayPal does not show payout ${batchId}: ${issueOf(answer)}`);
  return payoutBatchShape.parse(answer.body);
}

const itemOf = ({ items = [] }: PayPalPayoutBatch, key: string): PayPalPayoutItem | null => items.find(({ payout_item: item }) => item?.sender_item_id === key) ?? null;

function lookupOf(batch: PayPalPayoutBatch, key: string): Exclude<PayoutLookup, { kind: "notFound" }> {
  const item = itemOf(batch, key);
  const { payout_batch_id: reference, batch_status: status } = batch.batch_header;
  if (item?.transaction_status) return saidOf(item, reference);
  return status === "DENIED" || status === "CANCELED" ? { kind: "failed", reason: `PayPal: the batch was ${status.toLowerCase()}` } : { kind: "submitted", reference };
}

/** What the state of an item means. Unclaimed money is on its way until it is claimed, or returned after thirty days. */
export function saidOf({ transaction_status: status, errors }: PayPalPayoutItem, reference: string): Exclude<PayoutLookup, { kind: "notFound" }> {
  switch (status) {
    case "SUCCESS": return { kind: "settled", reference };
    case "FAILED": case "RETURNED": case "BLOCKED": case "REFUNDED": case "REVERSED": return { kind: "failed", reason: `PayPal: ${errors?.name ?? status.toLowerCase()}` };
    default: return { kind: "submitted", reference };
  }
}

function reportedOf(batch: PayPalPayoutBatch, key: string): ReportedPayout {
  const { kind } = lookupOf(batch, key);
  const { value = "", currency = "" } = itemOf(batch, key)?.payout_item?.amount ?? {};
  const at = Date.parse(batch.batch_header.time_created ?? "");
  return { key, amountMinor: minorOf(value, currency), currency, status: kind, at: Number.isNaN(at) ? null : at };
}
