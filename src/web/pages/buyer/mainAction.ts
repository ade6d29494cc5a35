// The one action that a page puts first: what is owed by the reader, else what takes back or moves on what is open. Pure.
import type { Order, Permission } from "../../api/queries.ts";
import { deadlinesOf } from "../../parts/people.ts";

/** After what is owed, in this order. What merely could be done (a claim, a return) is nobody's next step. */
const usual = ["PayOrder", "RestoreOrder", "AcceptOffer", "PostReturn", "WithdrawCancellation", "CancelReturn", "ConfirmReceipt", "OpenClaim", "RequestReturn", "RequestCancellation", "CancelOrder"];

/** The main action, null where nothing that is possible stands out. */
export function mainAction(order: Order, role: string | undefined): Permission | null {
  const allowed = order.permissions.filter((one) => one.allowed);
  const owed = deadlinesOf(order).filter(({ who }) => who === role).map(({ owes }) => owes);
  const names = [...owed, ...usual];
  return names.flatMap((name) => allowed.find(({ command }) => command === name) ?? [])[0] ?? null;
}
