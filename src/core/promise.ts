// What is promised of money on its way back: until when it can be stopped, and by when it arrives (A24), a withdrawal's as the law
// counts it (L1, L3). In epoch milliseconds; moves nothing.
import { durationTerm, type Policy } from "./policy.ts";
import type { Order, RefundCause, Return } from "./state.ts";
import { afterBusinessDays, later } from "./time.ts";

/** When money sent back by `to` is promised to arrive, counted from the approval (A24). Epoch milliseconds. */
export function promisedBy(policy: Policy, to: string, approvedAt: number): number {
  const arrives = policy.refund.arrives[to] ?? policy.refund.arrives["*"];
  if (arrives === undefined) throw new Error(`policy ${policy.policy} promises nothing for ${to}`);
  if (typeof arrives === "string") return later(approvedAt, arrives, policy.zone);
  return afterBusinessDays(approvedAt, arrives.businessDays, policy.zone, policy.refund.calendar);
}

/** Until when a refund approved at `approvedAt` can be stopped. */
export function cancellableUntil(policy: Policy, approvedAt: number): number {
  return later(approvedAt, durationTerm(policy, "refund.heldFor")!, policy.zone);
}

/** Since when the law's time for a withdrawal's money runs; null while it does not. `ret` is null where no goods go back. */
function moneyOwedSince(policy: Policy, noticedAt: number, ret: Return | null): number | null {
  const since = policy.law?.withdrawal?.refundWithin.since ?? "noticed";
  if (since === "noticed" || ret === null) return noticedAt;
  return since === "posted" ? ret.postedAt : ret.receivedAt ?? ret.backAt;
}

/** By when a withdrawal's money must have arrived, as the law counts; null while that has not begun to run. */
export function withdrawalDueBy(policy: Policy, noticedAt: number, ret: Return | null): number | null {
  const since = moneyOwedSince(policy, noticedAt, ret);
  const within = policy.terms["withdrawal.refundWithin"] ? durationTerm(policy, "withdrawal.refundWithin") : null;
  return since === null || within === null ? null : later(since, within, policy.zone);
}

/** When a withdrawal's money goes back although the goods are not there yet: posted, and early enough to arrive in time by the marketplace's own promise. */
export function withdrawalMoneyDue(policy: Policy, order: Order, ret: Return): number | null {
  const { withdrawnAt, postedAt } = ret;
  if (withdrawnAt === undefined || postedAt === null) return null;
  const due = withdrawalDueBy(policy, withdrawnAt, ret);
  if (due === null) return null;
  const ways = ret.refundTo === "giftCard" ? ["giftCard"] : order.payments.map((payment) => payment.method);
  return Math.max(postedAt, due - Math.max(0, ...ways.map((way) => promisedBy(policy, way, postedAt) - postedAt)));
}

/** The promise for a refund of that cause: the marketplace's own, and for a withdrawal no later than the law allows, where that is still to come. */
export function promiseFor(policy: Policy, order: Order, cause: RefundCause, to: string, approvedAt: number): number {
  const promised = promisedBy(policy, to, approvedAt);
  const ret = cause.kind === "return" ? order.returns.find((one) => one.id === cause.id) : undefined;
  const noticedAt = ret ? ret.withdrawnAt : cause.kind === "withdrawal" ? order.withdrawals?.find((one) => one.id === cause.id)?.at : undefined;
  const due = noticedAt === undefined ? null : withdrawalDueBy(policy, noticedAt, ret ?? null);
  return due !== null && due > approvedAt ? Math.min(promised, due) : promised;
}
