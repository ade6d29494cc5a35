// Payouts through Stripe: a transfer to the seller's connected account, whence Stripe pays their bank by that account's own schedule.
// Made under our id as idempotency key and as transfer group, by which it is found when its answer never came.
import Stripe from "stripe";
import type { PayoutAbility, PayoutLookup, ReportedPayout } from "../gateway.ts";
import { frozenAccount } from "../payoutFrozen.ts";
import type { Records } from "../records.ts";
import { AmountNotPossible, minorAmount, stripeAmount } from "./amounts.ts";
import { answerOfError, STRIPE } from "./answers.ts";

const PAGE = 100;

export function stripePayouts(client: Stripe, records: Records): PayoutAbility {
  const { references } = records;
  const keep = (key: string, reference: string) => references.keep(STRIPE, "payout", { key, reference, at: records.now() });

  async function find(key: string): Promise<Stripe.Transfer | null> {
    const known = await references.find(STRIPE, "payout", key);
    if (known) return client.transfers.retrieve(known.reference);
    for await (const transfer of client.transfers.list({ transfer_group: key, limit: PAGE })) if (transfer.metadata.rescindPayout === key) return transfer;
    return null;
  }

  return {
    account: { form: /^acct_\w{6,60}$/, says: "the seller's connected account, acct_…" },

    async submitPayout(call) {
      const { key, amountMinor, currency } = call;
      const account = await frozenAccount(STRIPE, records, call);
      if (typeof account !== "string") return account;
      try {
        const transfer = await client.transfers.create(
          { amount: stripeAmount(amountMinor, currency), currency: currency.toLowerCase(), destination: account, transfer_group: key, metadata: { rescindPayout: key } }, { idempotencyKey: key });
        await keep(key, transfer.id);
        return { kind: "accepted", reference: transfer.id };
      } catch (error) {
        if (error instanceof AmountNotPossible) return { kind: "rejected", reason: error.message };
        const answer = answerOfError(error);
        // What is refused now may have been made by an earlier attempt whose answer never came.
        const made = answer.kind === "rejected" ? await find(key) : null;
        return made ? { kind: "accepted", reference: made.id } : answer;
      }
    },

    async findPayout(key) {
      const transfer = await find(key);
      if (!transfer) return { kind: "notFound" };
      await keep(key, transfer.id);
      return lookupOf(transfer);
    },

    async *list(): AsyncGenerator<ReportedPayout> {
      for await (const transfer of client.transfers.list({ limit: PAGE }, { maxNetworkRetries: 2 })) {
        const currency = transfer.currency.toUpperCase();
        const { kind } = lookupOf(transfer);
        yield { key: transfer.metadata.rescindPayout ?? transfer.id, amountMinor: minorAmount(transfer.amount, currency), currency, status: kind === "failed" ? "failed" : "settled", at: transfer.created * 1000 };
      }
    },
  };
}

/** A transfer is in the seller's balance there as soon as it is made. Taken back as a whole it never came; a part taken back is the platform's own doing there. */
export const lookupOf = (transfer: Stripe.Transfer): Exclude<PayoutLookup, { kind: "notFound" }> =>
  transfer.reversed ? { kind: "failed", reason: "Stripe: the transfer was reversed" } : { kind: "settled", reference: transfer.id };
