// An order's state in one short name, with its mark: what is open on it says more than the order's own status.
import type { ReactElement } from "react";
import type { Person } from "../api/person.ts";
import type { Order } from "../api/queries.ts";
import { useWords, type Words } from "../words/words.ts";
import { Mark, type Turn } from "./mark.tsx";
import { deadlinesOf } from "./people.ts";

/** The name of what is going on: an open cancellation, claim, return or refund before the order's own status. */
export function statusText(order: Order, { t, say }: Words): string {
  const { marketplace } = order;
  const claim = order.claims.find(({ endedAt }) => endedAt === null);
  if (claim) return `${say(marketplace, "noun.claim")}: ${say(marketplace, `status.claim.${claim.status}`)}`;
  if (order.cancellations.some(({ status }) => status === "requested")) return t("status.cancellationAsked");
  const returned = order.returns.find(({ endedAt }) => endedAt === null);
  if (returned) return say(marketplace, `status.return.${returned.status}`);
  if (order.money.refundingMinor > 0) return t("status.refunding");
  return say(marketplace, `status.order.${order.status}`);
}

export function turnOf(order: Order, person: Person | null | undefined, now: number): Turn {
  const [first] = deadlinesOf(order);
  if (!first) return "over";
  if (Date.parse(first.by) < now) return "lost";
  return first.who === person?.role ? "yours" : "theirs";
}

export function Status({ order, turn }: { order: Order; turn: Turn }): ReactElement {
  const words = useWords();
  return <p className="status"><Mark turn={turn} />{statusText(order, words)}</p>;
}
