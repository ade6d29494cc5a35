// A proof of one property in a moment, for tests that are about publishing and not about proving: a status in which an order waits
// has a deadline. It is true or not of the policy as it is; what else the checker finds is tested with the checker.
import type { Proof } from "../../src/check/proof.ts";
import type { Policy } from "../../src/core/policy.ts";

const waiting = ["order.awaitingPayment", "order.verifyingPayment", "order.awaitingShipment", "order.inTransit", "order.delivered"];

export async function quickProof({ policy, version, arrows, deadlines }: Policy): Promise<Proof> {
  const reached = new Set(["order.awaitingPayment", ...arrows.flatMap(({ to }) => to)]);
  const stuck = waiting.filter((status) => reached.has(status) && !deadlines.some((deadline) => deadline.in.includes(status)));
  const story = stuck.length === 0 ? null : `X3 · Nothing ever ends ${stuck.join(", ")}\nmarketplace ${policy}\norder USD SEED-1 1×5.00\n+P1000D buyer silent`;
  return {
    policy, version, states: waiting.length, complete: true, bound: "one order, looked at status by status",
    properties: [{ name: "nothingWaitsForEver", sentence: "Nothing waits for ever.", holds: story === null, story }],
  };
}
