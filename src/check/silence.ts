// Where silence leads: nobody asks for anything any more, the institution does what it was told, and time passes.
import { targetField } from "../core/admit.ts";
import type { Command, CommandType } from "../core/commands.ts";
import type { Order } from "../core/state.ts";
import { NOWHERE, type Visited } from "./visited.ts";

/** What the institution still has to do for this order, oldest first; null where time alone goes on. */
export function institutionOwes(order: Order): { type: CommandType; target: string } | null {
  for (const { id, status, reversingSince } of order.refunds) {
    if (status === "submitting" || status === "unknown") return { type: "RecordRefundSubmitted", target: id };
    if (status === "submitted") return { type: "RecordRefundSettled", target: id };
    if (reversingSince !== null) return { type: "RecordRefundReversed", target: id };
  }
  const disputed = order.chargebacks?.find((one) => one.status === "open");
  return disputed ? { type: "CloseChargeback", target: disputed.id } : null;
}

/** The command by which the institution does it, as if nothing went wrong. */
export const keepingWord = ({ type, target }: { type: CommandType; target: string }): Command =>
  ({ type, [targetField[type]!.field]: target, ...(type === "CloseChargeback" ? { outcome: "won" } : { reference: "ref-1" }) }) as Command;

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
