// Which commands answer what is owed, and which deadline of an order a row of a queue is about. Pure.
import type { Deadline, Order, Permission } from "../../api/queries.ts";
import { fieldsOf } from "../../parts/asks.ts";
import { deadlinesOf } from "../../parts/people.ts";

const answers: Record<string, readonly string[]> = {
  AcceptCancellation: ["AcceptCancellation", "RefuseCancellation"],
  AcceptClaim: ["AcceptClaim", "MakeOffer", "RefuseClaim"],
  AuthorizeReturn: ["AuthorizeReturn", "DeclineReturn"],
  UpholdSanction: ["UpholdSanction", "LiftSanction"],
  InquireRefund: ["InquireRefund", "ResolveRefund"],
  ResolveRefund: ["ResolveRefund", "InquireRefund"],
  ConfirmRefundFailure: ["ConfirmRefundFailure", "DismissRefundFailure"],
  GrantReversal: ["GrantReversal", "RefuseReversal", "AskForMore"],
};

/** What a row in a queue is about: the earliest deadline of that role, of the kind that is looked for, else the earliest of all. */
export function rowDeadline(order: Order, role: string, open: string | undefined): Deadline | null {
  const own = deadlinesOf(order).filter(({ who }) => who === role);
  const kinds: Record<string, readonly { id: string }[]> = { cancellations: order.cancellations, returns: order.returns, claims: order.claims, refunds: order.refunds, reversals: order.reversals };
  const targets = open === undefined ? [] : (kinds[open] ?? []);
  return own.find(({ target }) => targets.some(({ id }) => id === target)) ?? own[0] ?? deadlinesOf(order)[0] ?? null;
}

/** The allowed commands that answer a deadline. */
export function answersTo(order: Order, { owes, target }: Deadline): Permission[] {
  return (answers[owes] ?? [owes]).flatMap((command) => order.permissions.find((one) => one.command === command && one.allowed && (target === null || one.target === null || one.target === target)) ?? []);
}

/** What should not be answered in passing: with words for the other side, or after reading what somebody else has said. */
const asksMore: ReadonlySet<string> = new Set(["RefuseClaim", "RefuseCancellation", "DeclineReturn", "MakeOffer", "ConfirmRefundFailure", "DismissRefundFailure"]);

/** Whether it can be given without filling anything in. */
export const isPlain = (permission: Permission): boolean => fieldsOf(permission).every(({ required }) => !required) && !asksMore.has(permission.command);

/** The sum that a row is about: the matter's own, else the order's. */
export function amountOf(order: Order, target: string | null): number {
  const found = [...order.returns, ...order.claims, ...order.refunds, ...order.reversals].find(({ id }) => id === target);
  return found?.amountMinor ?? order.money.totalMinor;
}

/** The code that says why a matter was raised: its ground or reason, with whose fault that is; null where it has none. */
export function becauseOf(order: Order, target: string | null): { code: string; sellerAtFault: boolean } | null {
  const cancellation = order.cancellations.find(({ id }) => id === target);
  if (cancellation) return { code: cancellation.reason, sellerAtFault: cancellation.fault === "seller" };
  const claim = order.claims.find(({ id }) => id === target);
  if (claim) return { code: claim.ground, sellerAtFault: claim.fault === "seller" };
  const returned = order.returns.find(({ id }) => id === target);
  if (returned?.lines[0]) return { code: returned.lines[0].reason, sellerAtFault: false };
  const reversal = order.reversals.find(({ id }) => id === target);
  if (reversal) return { code: reversal.ground, sellerAtFault: false };
  const sanction = order.sanctions.find(({ id }) => id === target);
  return sanction ? { code: sanction.reason, sellerAtFault: true } : null;
}
