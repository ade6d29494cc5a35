// Where silence leads: nobody asks for anything any more, the institution does what it was told, and time passes.
import type { CommandType } from "../core/commands.ts";
import type { Order } from "../core/state.ts";
import { NOWHERE, type Visited } from "./visited.ts";

/** What the institution still has to do for this order, oldest first; null where time alone goes on. */
export function institutionOwes(order: Order): { type: CommandType; refundId: string } | null {
  for (const { id, status, reversingSince } of order.refunds) {
    if (status === "submitting" || status === "unknown") return { type: "RecordRefundSubmitted", refundId: id };
    if (status === "submitted") return { type: "RecordRefundSettled", refundId: id };
    if (reversingSince !== null) return { type: "RecordRefundReversed", refundId: id };
  }
  return null;
}

/** The first state from which silence comes to a circle, and the states on the way round it; null where it always ends or leaves what was explored. */
export function firstCircle({ silence, count }: Visited): { state: number; circle: number[] } | null {
  const ends = new Uint8Array(count);
  for (let start = 0; start < count; start += 1) {
    const way: number[] = [];
    const onWay = new Set<number>();
    let at = start;
    while (at !== NOWHERE && ends[at] === 0 && silence[at] !== at && !onWay.has(at)) {
      way.push(at);
      onWay.add(at);
      at = silence[at]!;
    }
    if (at !== NOWHERE && onWay.has(at)) return { state: start, circle: way };
    for (const state of way) ends[state] = 1;
  }
  return null;
}
