// The instants that an order depends on: where deadlines act, and where the windows of the policy's rules open and close.
import { deadlinesOf, firesAt, targetsOf } from "../core/deadlines.ts";
import { edgeOf, type Target } from "../core/moments.ts";
import { durationTerm, type Moment, type Policy } from "../core/policy.ts";
import type { Order } from "../core/state.ts";
import { later } from "../core/time.ts";

/** `at` is the first instant at which it has happened, epoch milliseconds. `matters` is false while nothing in the present status depends on it. */
export type Point = { name: string; target: number; at: number; matters: boolean };

/** Every instant that something depends on now or may later. */
export function pointsOf(policy: Policy, order: Order): Point[] {
  const points: Point[] = [];
  for (const deadline of deadlinesOf(policy, order)) {
    points.push({ name: deadline.otherwise, target: place(order, deadline.target), at: firesAt(deadline), matters: true });
  }
  for (const { noun, spec, closes, name, from } of edgesOf(policy)) {
    const add = (target: Target | null, index: number): void => {
      const { at } = edgeOf(policy, order, target, spec);
      const matters = from.has(target ? `${noun}.${target.status}` : `order.${order.status}`);
      if (at !== null && (matters || target === null || !over.has(`${noun}.${target.status}`))) points.push({ name, target: index, at: closes ? at + 1 : at, matters });
    };
    if (noun === "order") add(null, -1);
    else targetsOf(order, noun).forEach(add);
  }
  const window = policy.terms["return.window"] && order.deliveredAt !== null ? durationTerm(policy, "return.window") : null;
  if (window) points.push({ name: "returnWindow", target: -1, at: later(order.deliveredAt!, window, policy.zone), matters: order.status === "delivered" || order.status === "returnStarted" });
  order.reversals.forEach(({ buyerMayAnswerUntil }, index) => {
    if (buyerMayAnswerUntil !== null) points.push({ name: "mayAnswer", target: index, at: buyerMayAnswerUntil + 1, matters: true });
  });
  return points;
}

function place(order: Order, target: string | null): number {
  if (target === null) return -1;
  for (const list of [order.refunds, order.claims, order.returns, order.cancellations, order.reversals, order.chargebacks ?? [], order.sanctions]) {
    const at = list.findIndex((one) => one.id === target);
    if (at >= 0) return at;
  }
  throw new Error(`no part ${target}`);
}

/** Statuses that nothing leaves but a rule that names them. */
const over = new Set([
  "cancellation.accepted", "cancellation.refused", "cancellation.withdrawn", "return.cancelled", "return.declined", "return.expired", "return.closed",
  "claim.settled", "claim.withdrawn", "claim.lapsed", "refund.stopped", "refund.reversed", "sanction.upheld", "sanction.lifted",
]);

type Edge = { noun: string; spec: Moment; closes: boolean; name: string; from: Set<string> };
const edges = new WeakMap<Policy, Edge[]>();

/** The windows of a policy's rules, each once, with the statuses in which they count. */
function edgesOf(policy: Policy): Edge[] {
  let all = edges.get(policy);
  if (!all) {
    const found = new Map<string, Edge>();
    for (const arrow of policy.arrows) {
      const noun = arrow.from[0]!.split(".")[0]!;
      for (const [spec, closes] of [[arrow.opens, false], [arrow.closes, true]] as const) {
        if (!spec) continue;
        const name = `${closes ? "closes" : "opens"} ${noun} ${spec.join("+")}`;
        const edge = found.get(name) ?? { noun, spec, closes, name, from: new Set<string>() };
        for (const status of arrow.from) edge.from.add(status);
        found.set(name, edge);
      }
    }
    edges.set(policy, (all = [...found.values()]));
  }
  return all;
}
