// Whether a request that is taken back at once leaves everything as it was: tried on the spot wherever one can be opened.
import type { Command, CommandType } from "../core/commands.ts";
import type { Actor } from "../core/event.ts";
import { deadlinesOf } from "../core/deadlines.ts";
import type { Policy } from "../core/policy.ts";
import type { Order } from "../core/state.ts";
import type { Breach } from "./properties.ts";
import type { Shape } from "./shapes.ts";
import { give } from "./step.ts";

/** What takes back what each command asked for. */
export const takesBack: Partial<Record<CommandType, CommandType>> = {
  OpenClaim: "WithdrawClaim", RequestReturn: "CancelReturn", RequestCancellation: "WithdrawCancellation",
};

/** What is different after asking and withdrawing at once. `opened` is the order after the request. */
export function tracesOf(policy: Policy, shape: Shape, before: Order, opened: Order, actor: Actor, now: number): Breach[] {
  const back = backFrom(before, opened);
  if (!back || actor.role !== "buyer") return [];
  const outcome = give(policy, shape, { order: opened, now }, actor, back);
  if (outcome.refused) return [];
  const [was, is] = [trace(policy, before), trace(policy, outcome.order)];
  return was === is ? [] : [{ property: "withdrawnLeavesNoTrace", what: `${back.type} at once leaves ${is} where there was ${was}` }];
}

/** The command that takes back what was opened between these two; null where nothing was. */
function backFrom(before: Order, opened: Order): Command | null {
  const last = { claim: opened.claims[before.claims.length], ret: opened.returns[before.returns.length], cancellation: opened.cancellations[before.cancellations.length] };
  // What the mediators open themselves nobody has asked for.
  if (last.claim) return last.claim.status === "inMediation" ? null : { type: "WithdrawClaim", claimId: last.claim.id };
  if (last.ret) return { type: "CancelReturn", returnId: last.ret.id };
  return last.cancellation ? { type: "WithdrawCancellation", cancellationId: last.cancellation.id } : null;
}

function trace(policy: Policy, order: Order): string {
  const { status, money, lines } = order;
  const counts = lines.map(({ cancelled, shipped, delivered, returning, returned }) => [cancelled, shipped, delivered, returning, returned]);
  const waiting = deadlinesOf(policy, order).map(({ otherwise, by }) => [otherwise, by]);
  return JSON.stringify([status, Object.values(money), counts, waiting]);
}
