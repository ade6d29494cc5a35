// The errands of refunds: hand one over and again, look one up, take one back. What the institution's abilities allow, and no more:
// a key that it may have forgotten is never sent again. When an errand is run dispatch.ts decides.
import type { Actor } from "../core/event.ts";
import type { ErrandsAround } from "./errands.ts";
import { NotExecuted, type RefundAnswer, type RefundCall } from "./gateways/gateway.ts";

const INSTITUTION: Actor = { role: "institution", id: "institution" };
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How long after an attempt the same key is sent again; after the last only inquiries are made, one at once, and an operator owns it. */
const RESEND_AFTER_MS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 240 * MINUTE, 240 * MINUTE, 240 * MINUTE, 240 * MINUTE];

/** Each answers in how many milliseconds to try again, or null. They throw what the institution throws. */
export type RefundErrands = {
  submit(call: RefundCall, attempts: number): Promise<number | null>;
  inquire(orderId: string, refundId: string): Promise<void>;
  reverse(effect: string, orderId: string, refundId: string, method: string): Promise<number | null>;
};

export function openRefundErrands(around: ErrandsAround): RefundErrands {
  return {
    submit: (call, attempts) => submit(around, call, attempts),
    inquire: (orderId, refundId) => inquire(around, orderId, refundId),
    reverse: (effect, orderId, refundId, method) => reverse(around, { effect, orderId, refundId, method }),
  };
}

/** Sends a refund. Once the institution may have forgotten the key it is never sent again: it is looked up, and then it is an operator's. */
async function submit(around: ErrandsAround, call: RefundCall, attempts: number): Promise<number | null> {
  const { gateways, record, references, clock } = around;
  const { name, abilities: { keepsKeysMs } } = gateways.institution;
  if (keepsKeysMs === Infinity) return recordRefund(around, call, await gateways.institution.submitRefund(call), attempts, Infinity);
  const now = clock.now();
  // Kept before it is sent: a crash between the two counts as sent.
  const sent = await references.keep(name, "sent", { key: call.key, reference: call.paymentId, at: now });
  const keptForMs = sent.at + keepsKeysMs - now;
  if (keptForMs <= 0) {
    await record(call.orderId, INSTITUTION, { type: "RecordRefundUnknown", refundId: call.key });
    await inquire(around, call.orderId, call.key);
    return null;
  }
  try {
    return await recordRefund(around, call, await gateways.institution.submitRefund(call), attempts, keptForMs);
  } catch (error) {
    // Only where no earlier attempt may have been executed: this one surely was not.
    if (error instanceof NotExecuted && sent.fresh) await references.forget(name, "sent", call.key);
    throw error;
  }
}

async function recordRefund(around: ErrandsAround, { orderId, key: refundId }: RefundCall, answer: RefundAnswer, attempts: number, keptForMs: number): Promise<number | null> {
  const { record } = around;
  switch (answer.kind) {
    case "accepted":
      await record(orderId, INSTITUTION, { type: "RecordRefundSubmitted", refundId, reference: answer.reference });
      return null;
    case "rejected":
      await record(orderId, INSTITUTION, { type: "RecordRefundFailed", refundId, reason: answer.reason });
      return null;
    case "unknown": {
      await record(orderId, INSTITUTION, { type: "RecordRefundUnknown", refundId });
      const again = RESEND_AFTER_MS[attempts - 1];
      if (again !== undefined) return Math.min(again, keptForMs);
      await inquire(around, orderId, refundId);
      return null;
    }
    default: {
      const never: never = answer;
      throw new Error(`no such answer ${String(never)}`);
    }
  }
}

/** "Not found" is no outcome: the refund may be on its way there, or have been executed under a key that was forgotten. */
async function inquire({ gateways, record }: ErrandsAround, orderId: string, refundId: string): Promise<void> {
  if (!gateways.institution.abilities.lookUp) return;
  const found = await gateways.institution.findRefund(refundId);
  if (found.kind === "notFound") return;
  if (found.kind === "failed") {
    await record(orderId, INSTITUTION, { type: "RecordRefundFailed", refundId, reason: found.reason });
    return;
  }
  await record(orderId, INSTITUTION, { type: "RecordRefundSubmitted", refundId, reference: found.reference });
  if (found.kind !== "submitted") await record(orderId, INSTITUTION, { type: "RecordRefundSettled", refundId });
  if (found.kind === "reversed") await record(orderId, INSTITUTION, { type: "RecordRefundReversed", refundId });
}

/** Where the money cannot be taken back that is said of the order. An order whose version of its policy has no word for it keeps the effect among the failing ones, tried once a day. */
async function reverse({ gateways, record, log }: ErrandsAround, { effect, orderId, refundId, method }: Record<"effect" | "orderId" | "refundId" | "method", string>): Promise<number | null> {
  const { name, abilities: { cancelRefund } } = gateways.institution;
  const answer = method in cancelRefund
    ? await gateways.institution.reverseRefund({ key: refundId })
    : { kind: "impossible" as const, reason: `${name} cannot take back what went to ${method}` };
  if (answer.kind === "asked") return null;
  if (await record(orderId, INSTITUTION, { type: "RecordReversalImpossible", refundId, reason: answer.reason })) return null;
  log.error({ effect, orderId, refundId, reason: answer.reason }, "a refund cannot be taken back there; an operator must");
  return DAY;
}
