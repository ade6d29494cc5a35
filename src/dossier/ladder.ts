// Where an order stands on its ladder of redress (T6): which rungs its history shows, which one is being climbed, which is next.
// Pure: what happens outside the marketplace (an authority, a court) nobody here can know, and nothing here pretends to.
import type { RecordedEvent } from "../core/event.ts";
import { isReversalOpen, openCancellation, openClaim, type Order } from "../core/state.ts";
import type { Ladder, RecordedStep } from "./ladders.ts";

/** What the history shows of a rung: how many events, the first and the last; times are epoch milliseconds. */
export type Trace = { events: number; firstSeq: number; firstAt: number; lastSeq: number; lastAt: number };
/** `outside`: a rung that the order's history cannot show. */
export type RungState = "taken" | "underWay" | "notTaken" | "outside";
export type RungStanding = Ladder["rungs"][number] & { state: RungState; trace: Trace | null };
/** `current` is the rung under way, `next` the one to turn to after what was done; both are ids of rungs. `next` is null at the top. */
export type Standing = { ladder: Ladder; country: string; rungs: RungStanding[]; current: string | null; next: string | null };

/** Facts that are talks between the two sides. A message counts when a side wrote it. */
const talks: ReadonlySet<string> = new Set([
  "CancellationRequested", "CancellationRefused", "ReturnRequested", "ReturnDeclined", "ClaimOpened", "ClaimRevised", "ClaimRefused", "OfferMade", "ReversalRequested", "ReversalAnswered",
]);

/** Where the order stands. `events` are those that the reader may see. */
export function standingOf(ladder: Ladder, order: Order, events: readonly RecordedEvent[]): Standing {
  const going = stepUnderWay(order);
  const rungs = ladder.rungs.map((rung): RungStanding => {
    const trace = traceOf(events.filter((event) => rung.history.some((step) => isStep(step, event))));
    const state = rung.history.length === 0 ? "outside" : going !== null && rung.history.includes(going) ? "underWay" : trace ? "taken" : "notTaken";
    return { ...rung, state, trace };
  });
  const highest = rungs.findLastIndex(({ state }) => state === "taken" || state === "underWay");
  return { ladder, country: order.buyer.country, rungs, current: rungs.find(({ state }) => state === "underWay")?.id ?? null, next: rungs[highest + 1]?.id ?? null };
}

function isStep(step: RecordedStep, { type, by, data }: RecordedEvent): boolean {
  switch (step) {
    case "consultation": return talks.has(type) || (type === "MessageSent" && (by.role === "buyer" || by.role === "seller"));
    case "mediation": return type === "ClaimEscalated" || type === "ClaimDecided" || (type === "ClaimOpened" && data.status === "inMediation");
    case "appeal": return type === "DecisionAppealed" || (type === "ClaimDecided" && data.final === true);
    default: {
      const never: never = step;
      throw new Error(`no such step ${String(never)}`);
    }
  }
}

/** What the two sides or the mediators are at right now. */
function stepUnderWay(order: Order): RecordedStep | null {
  const claim = openClaim(order);
  if (claim?.status === "inMediation" || claim?.status === "decided") return claim.appealedBy === null ? "mediation" : "appeal";
  if (claim || openCancellation(order) || order.returns.some(({ status }) => status === "requested") || order.reversals.some(isReversalOpen)) return "consultation";
  return null;
}

function traceOf(events: readonly RecordedEvent[]): Trace | null {
  const [first, last] = [events[0], events.at(-1)];
  return first && last ? { events: events.length, firstSeq: first.seq, firstAt: first.at, lastSeq: last.seq, lastAt: last.at } : null;
}
