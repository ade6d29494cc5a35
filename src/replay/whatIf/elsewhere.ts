// What the orders of one history see of each other where a policy asks for it: a buyer's unpaid orders (A6), a seller's points (A12).
// Every other fact of an order is its own.
import { term, type Policy } from "../../core/policy.ts";
import type { Order } from "../../core/state.ts";

export type Elsewhere = {
  unpaidOf(buyerId: string): number;
  pointsOf(order: Order): number;
  /** Takes in how an order moved. */
  note(before: Order | null, after: Order): void;
};

/** Whether orders under this policy can be decided one by one: none of them needs to know of another. */
export const isEachAlone = (policy: Policy): boolean => policy.sanctions === null && term(policy, "unpaidOrdersAllowed") === null;

export function openElsewhere(): Elsewhere {
  const unpaid = new Map<string, number>();
  const points = new Map<string, number>();
  const add = (to: Map<string, number>, key: string, value: number): void => {
    if (value !== 0) to.set(key, (to.get(key) ?? 0) + value);
  };
  return {
    unpaidOf: (buyerId) => unpaid.get(buyerId) ?? 0,
    pointsOf: ({ seller }) => points.get(seller.id) ?? 0,
    note(before, after) {
      add(unpaid, after.buyer.id, unpaidIn(after) - unpaidIn(before));
      add(points, after.seller.id, pointsIn(after) - pointsIn(before));
    },
  };
}

const unpaidIn = (order: Order | null): number => (order?.status === "awaitingPayment" ? 1 : 0);
const pointsIn = (order: Order | null): number => (order?.sanctions ?? []).reduce((sum, { status, points }) => sum + (status === "active" ? points : 0), 0);
