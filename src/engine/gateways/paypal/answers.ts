// What an answer of PayPal's means for a refund: executed, surely not executed, or nobody knows.
// Sources: developer.paypal.com/api/rest/responses, payments_payment_v2.json.
import { NotExecuted, type RefundAnswer, type RefundLookup, type ReportedRefund } from "../gateway.ts";
import type { PayPalAnswer } from "./client.ts";
import { problemShape, refundShape, type PayPalRefund } from "./shapes.ts";

export const PAYPAL = "paypal";

/** PayPal's status in ours. */
export function statusOf({ status }: PayPalRefund): ReportedRefund["status"] {
  switch (status) {
    case "COMPLETED": return "settled";
    case "PENDING": return "submitted";
    case "FAILED": case "CANCELLED": return "failed";
    default: {
      const never: never = status;
      throw new Error(`no such status ${String(never)}`);
    }
  }
}

export const reasonOf = ({ status, status_details }: PayPalRefund): string => `PayPal: ${status_details?.reason ?? status.toLowerCase()}`;

export function lookupOf(refund: PayPalRefund): RefundLookup {
  const kind = statusOf(refund);
  return kind === "failed" ? { kind, reason: reasonOf(refund) } : { kind, reference: refund.id };
}

/** The problem as PayPal names it, for people and for telling apart. */
export function issueOf({ status, body }: PayPalAnswer): string {
  const read = problemShape.safeParse(body);
  return (read.success ? (read.data.details?.[0]?.issue ?? read.data.name) : undefined) ?? `status ${status}`;
}

/** What the answer to a refund means. Throws `NotExecuted` where our account, key or address is wrong. */
export function answerOf(answer: PayPalAnswer): RefundAnswer {
  const { status } = answer;
  const read = refundShape.safeParse(answer.body);
  if (status === 200 || status === 201) {
    if (!read.success) return { kind: "unknown", reason: "PayPal: an answer that cannot be read" };
    return statusOf(read.data) === "failed" ? { kind: "rejected", reason: reasonOf(read.data) } : { kind: "accepted", reference: read.data.id };
  }
  const issue = issueOf(answer);
  const reason = `PayPal: ${issue}`;
  if (status === 401 || status === 403 || status === 404) throw new NotExecuted(reason);
  // The key is being worked on, or came with another body: an earlier call under it may have been executed.
  if (/REQUEST_ID|IN_PROGRESS|DUPLICATE/.test(issue)) return { kind: "unknown", reason };
  if (status === 400 || status === 422) return { kind: "rejected", reason };
  return { kind: "unknown", reason };
}
