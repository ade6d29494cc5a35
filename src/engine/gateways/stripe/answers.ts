// What an answer of Stripe's means for a refund: executed, surely not executed, or nobody knows.
// Sources: docs.stripe.com/error-low-level, docs.stripe.com/api/idempotent_requests.
import Stripe from "stripe";
import { NotExecuted, type RefundAnswer, type RefundLookup, type ReportedRefund } from "../gateway.ts";

export const STRIPE = "stripe";

/** The outcome of a refund that Stripe knows. */
export function answerOf(refund: Stripe.Refund): RefundAnswer {
  if (refund.status === "failed" || refund.status === "canceled") return { kind: "rejected", reason: reasonOf(refund) };
  return { kind: "accepted", reference: refund.id };
}

/** `reversing`: we asked for it to be cancelled, so that a cancelled one came back. */
export function lookupOf(refund: Stripe.Refund, reversing: boolean): RefundLookup {
  const kind = statusOf(refund, reversing);
  return kind === "failed" ? { kind, reason: reasonOf(refund) } : { kind, reference: refund.id };
}

/** Stripe's status in ours. Pending and what waits for the customer is on its way; a cancelled one never left, unless it was settled and we asked. */
export function statusOf({ status }: Stripe.Refund, reversing: boolean): ReportedRefund["status"] {
  if (status === "succeeded") return "settled";
  if (status === "failed") return "failed";
  if (status === "canceled") return reversing ? "reversed" : "failed";
  return "submitted";
}

/** How a dispute stands. An inquiry (`warning_…`) has taken no money yet, and is none. */
export function disputeOutcome({ status }: Stripe.Dispute): "open" | "won" | "lost" | "withdrawn" | "inquiry" {
  if (status.startsWith("warning")) return "inquiry";
  if (status === "won") return "won";
  if (status === "lost") return "lost";
  // Stripe may add words: only the ones that say that the money stays are an end.
  return status === "charge_refunded" || status === "prevented" ? "withdrawn" : "open";
}

export const reasonOf = (refund: Stripe.Refund): string => refund.failure_reason ?? (refund.status === "canceled" ? "cancelled at Stripe" : "failed at Stripe");

/**
 * What an error means for the refund that was to be made. `rejected` is only what Stripe surely did not execute because of the refund itself.
 * Throws `NotExecuted` for what is wrong with our account or key, and everything that is no error of Stripe's.
 */
export function answerOfError(error: unknown): RefundAnswer {
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  const { statusCode, code, message } = error;
  const reason = `Stripe: ${code ?? error.type}: ${message}`;
  // No answer at all, or one that says that Stripe does not know either; a 500 that is replayed for its key is such a one, too.
  if (statusCode === undefined || statusCode >= 500) return { kind: "unknown", reason };
  // The same key is being worked on, too many calls, or the key came with other parameters: an earlier one may have been executed.
  if (statusCode === 409 || statusCode === 429 || error.rawType === "idempotency_error") return { kind: "unknown", reason };
  // 404: the payment is of another account, or test and live are mixed up.
  if (statusCode === 401 || statusCode === 403 || statusCode === 404) throw new NotExecuted(reason);
  if (statusCode === 400 || statusCode === 402) return { kind: "rejected", reason };
  return { kind: "unknown", reason };
}
