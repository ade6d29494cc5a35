// What the core is told about risk: for which marketplaces facts about people are counted, since when, and whose turn it is to look at
// a refund that is held. What is counted stands in store/risk.ts, what follows from it in the policies.
import type { Actor } from "../core/event.ts";
import { riskRules } from "../core/risk.ts";
import type { Order } from "../core/state.ts";
import { bucketOf } from "../store/ids.ts";
import { LATEST } from "../store/risk.ts";
import type { Clock } from "./clock.ts";
import type { Policies } from "./policies.ts";

/** How many of a person's latest orders count, and how long one does. */
export const COUNTED_ORDERS = LATEST;
export const COUNTED_MS = 180 * 24 * 60 * 60 * 1000;

export type RiskAround = {
  /** The marketplaces that have rules about what is counted, and since when; null where none has. */
  counted(): { marketplaces: readonly string[]; sinceMs: number } | null;
  /** The operator who looks at a held refund of that order: one after the other, never who approved it. Null where none is named. */
  reviewerOf(order: Order, approver: Actor): string | null;
};

/** Nobody counts and nobody is named: a replay. */
export const noRisk: RiskAround = { counted: () => null, reviewerOf: () => null };

/** `reviewers` are ids of operators. */
export function riskAround(policies: Policies, clock: Pick<Clock, "now">, reviewers: readonly string[]): RiskAround {
  return {
    counted: () => {
      const marketplaces = policies.names().filter((name) => policies.versions(name).some(({ policy }) => riskRules(policy).some(({ of }) => of !== "order")));
      return marketplaces.length > 0 ? { marketplaces, sinceMs: clock.now() - COUNTED_MS } : null;
    },
    reviewerOf: (order, approver) => {
      const others = approver.role === "operator" ? reviewers.filter((id) => id !== approver.id) : reviewers;
      return others.length > 0 ? others[bucketOf(order.id) % others.length]! : null;
    },
  };
}
