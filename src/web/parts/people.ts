// Who is who on an order's page: the reader is "you", the others have their names.
import type { Person } from "../api/person.ts";
import type { Deadline, Order } from "../api/queries.ts";
import type { Words } from "../words/words.ts";

/** The name of whoever has that role in the order, as the reader would call them. */
export function nameOf(order: Order, role: string, person: Person | null | undefined, { t, say }: Words): string {
  if (role === person?.role && (role === "buyer" || role === "seller")) return t("you");
  if (role === "buyer") return order.buyer.name ?? say(order.marketplace, "role.buyer");
  if (role === "seller") return order.seller.name ?? say(order.marketplace, "role.seller");
  return say(order.marketplace, `role.${role}`);
}

/** The status of what a deadline is about, as policies name it. */
function statusOf(order: Order, target: string | null): string {
  const all = [...order.cancellations, ...order.returns, ...order.claims, ...order.refunds, ...order.reversals];
  return all.find(({ id }) => id === target)?.status ?? order.status;
}

/** What must be done until a deadline, and what follows from silence, in the marketplace's words. */
export function deadlineWords(order: Order, { owes, otherwise, target }: Deadline, { say }: Words): { owes: string; otherwise: string } {
  const { marketplace } = order;
  return {
    owes: say(marketplace, `owes.${owes}.${otherwise}`, `owes.${owes}`, `command.${owes}`),
    otherwise: say(marketplace, `silence.${otherwise}.${statusOf(order, target)}`, `silence.${otherwise}`, `command.${otherwise}`),
  };
}

/** What runs on an order, the earliest first; what two rules ask alike is said once. */
export const deadlinesOf = (order: Order): Deadline[] =>
  order.deadlines.toSorted((one, other) => Date.parse(one.by) - Date.parse(other.by)).filter((one, at, all) => all.findIndex((other) => saysTheSame(one, other)) === at);

const saysTheSame = (one: Deadline, other: Deadline): boolean =>
  one.by === other.by && one.who === other.who && one.owes === other.owes && one.otherwise === other.otherwise && one.target === other.target;

/** The first letter large, as a sentence begins. */
export const begun = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
