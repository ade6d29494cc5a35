// What the conditions of the rules mean. Each looks at an event and the order as it was right after it, and at nothing else.
import { deadlinesOf } from "../../core/deadlines.ts";
import type { EventOf } from "../../core/events.ts";
import type { Policy } from "../../core/policy.ts";
import type { Order } from "../../core/state.ts";
import type { RecordedEvent } from "../../core/event.ts";
import type { Condition, Reader } from "./rule.ts";

/** An event with the order after it and everything that came with it. */
export type Seen = { event: RecordedEvent; order: Order; policy: Policy; together: readonly RecordedEvent[] };

const unpaid = new Set<EventOf<"OrderClosed">["data"]["closedBecause"]>(["unpaid", "paymentRejected"]);
/** The mail of the cancellation, the refund or the withdrawal has told these. */
const toldElsewhere = new Set<EventOf<"OrderClosed">["data"]["closedBecause"]>(["cancellationAccepted", "refunded", "withdrawnFromContract", "chargedBack"]);

const closedBecause = ({ order }: Seen) => order.closedBecause ?? "refunded";

const holdsIn: Record<Condition, (seen: Seen, reader: Reader) => boolean> = {
  owes: ({ policy, order }, reader) => deadlinesOf(policy, order).some(({ who }) => who === reader),
  reminded: ({ event }, reader) => event.data.who === reader,
  startsInMediation: ({ event }) => event.data.status === "inMediation",
  startsWithSeller: ({ event }) => event.data.status !== "inMediation",
  withAccount: ({ event }) => event.data.asGuest !== true,
  endsUnpaid: (seen) => unpaid.has(closedBecause(seen)) || (!toldElsewhere.has(closedBecause(seen)) && seen.order.money.paidMinor === 0),
  endsOtherwise: (seen) => !unpaid.has(closedBecause(seen)) && !toldElsewhere.has(closedBecause(seen)) && seen.order.money.paidMinor > 0,
  theirs: ({ event }, reader) => (event.data.party ?? "seller") === reader,
};

export const holds = (condition: Condition | undefined, seen: Seen, reader: Reader): boolean => condition === undefined || holdsIn[condition](seen, reader);
