// What the buyer can still withdraw from (L1, L3): counted over units that are neither cancelled nor back, and what stands in the way.
// Changes nothing; the withdrawal itself stands in withdrawal.ts.
import { unshipped } from "./ending.ts";
import type { Policy } from "./policy.ts";
import type { RefusalCode } from "./refusals.ts";
import { isReturnOpen, type Line, type LinePart, type Order, type Return } from "./state.ts";

/** A return on its way that a withdrawal can make its own: any that is not one yet and has sent no replacement. */
export const canBeTakenOver = (ret: Return): boolean =>
  isReturnOpen(ret) && ret.status !== "received" && ret.withdrawnAt === undefined && ret.replacementParcelId === null;

const unitsIn = (returns: readonly Return[], sku: string): number =>
  returns.reduce((sum, ret) => sum + ret.lines.reduce((own, line) => (line.sku === sku ? own + line.quantity : own), 0), 0);

/** Units of a line that are with the buyer or on the way there, and asked back by nobody. */
export const freeUnits = (line: Line): number => line.shipped - line.returned - line.returning;

/** Units of a line that the buyer can withdraw from now. */
export function withdrawableUnits(order: Order, line: Line): number {
  return unshipped(line) + freeUnits(line) + unitsIn(order.returns.filter(canBeTakenOver), line.sku);
}

/** Why a line is excepted, or null: the refusal that says so. */
export function exceptionOf(policy: Policy, line: Line): RefusalCode | null {
  const excepts = policy.law?.withdrawal?.excepts;
  if (line.excepted && (!excepts || line.excepted in excepts)) return "ExceptedFromWithdrawal";
  return line.finalSale && (!excepts || "finalSale" in excepts) ? "FinalSale" : null;
}

/** All that the buyer can withdraw from now. */
export function withdrawableParts(order: Order, policy: Policy): LinePart[] {
  const lines = order.lines.filter((line) => exceptionOf(policy, line) === null && withdrawableUnits(order, line) > 0);
  return lines.map((line) => ({ sku: line.sku, quantity: withdrawableUnits(order, line) }));
}

/** Why nothing can be withdrawn from, or null where something can. */
export function cannotWithdraw(order: Order, policy: Policy): RefusalCode | null {
  if (withdrawableParts(order, policy).length > 0) return null;
  const excepted = order.lines.filter((line) => withdrawableUnits(order, line) > 0).map((line) => exceptionOf(policy, line));
  if (excepted.length > 0) return excepted.includes("ExceptedFromWithdrawal") ? "ExceptedFromWithdrawal" : "FinalSale";
  if (order.returns.some((ret) => isReturnOpen(ret) && ret.replacementParcelId !== null)) return "ReplacementOnItsWay";
  return order.withdrawals ? "AlreadyWithdrawn" : "NothingLeft";
}
