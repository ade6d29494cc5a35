// What `permissions` of an order costs: every policy of the mix, every distinct state that its orders went through, every role
// that has pages. Pure arithmetic: no database, one thread.
import { permissionsOf } from "../src/core/permissions.ts";
import type { Actor, Role } from "../src/core/event.ts";
import type { Order } from "../src/core/state.ts";
import { carriers } from "../src/engine/trackingNumbers.ts";
import { median, round } from "./loop.ts";
import type { Tape } from "./tape.ts";

/** Microseconds for all permissions of one actor on one order: the median and the slowest of `cells` (policy, state, role). */
export type PermissionFigures = { medianMicroseconds: number; p95Microseconds: number; slowestMicroseconds: number; slowest: string; cells: number; byPolicy: Record<string, number> };

const roles: Role[] = ["buyer", "seller", "mediator", "operator"];
const CALLS = 50;
const BATCHES = 9;

/** Takes about `seconds`, warm-up included, at least one pass. */
export function measurePermissions(tape: Tape, seconds: number): PermissionFigures {
  const cells = statesOf(tape).flatMap((order) => roles.map((role) => ({ order, role, timed: [] as number[] })));
  const until = performance.now() + seconds * 1_000;
  for (const { order, role } of cells) timed(tape, order, role);
  do {
    for (const cell of cells) cell.timed.push(timed(tape, cell.order, cell.role));
  } while (performance.now() < until || cells[0]!.timed.length < BATCHES);
  const figures = cells.map(({ order, role, timed: times }) => ({ name: `${signature(order)}, ${role}`, policy: order.marketplace, us: median(times) }));
  figures.sort((a, b) => a.us - b.us);
  const policies = [...new Set(figures.map(({ policy }) => policy))];
  return {
    medianMicroseconds: round(median(figures.map(({ us }) => us)), 2), p95Microseconds: round(figures[Math.floor(figures.length * 0.95)]!.us, 2),
    slowestMicroseconds: round(figures.at(-1)!.us, 2), slowest: figures.at(-1)!.name, cells: figures.length,
    byPolicy: Object.fromEntries(policies.map((policy) => [policy, round(median(figures.filter((one) => one.policy === policy).map(({ us }) => us)), 2)])),
  };
}

function timed({ policyOf }: Tape, order: Order, role: Role): number {
  const actor: Actor = { role, id: role === "buyer" ? order.buyer.id : role === "seller" ? order.seller.id : "somebody" };
  const policy = policyOf(order);
  const now = order.updatedAt + 60_000;
  const from = performance.now();
  for (let call = 0; call < CALLS; call += 1) permissionsOf(policy, order, actor, now, carriers);
  return ((performance.now() - from) * 1_000) / CALLS;
}

/** One order for each combination of statuses that the tape knows. */
function statesOf({ tracks }: Tape): Order[] {
  const found = new Map<string, Order>();
  for (const { writes } of tracks) {
    for (const { inserted = [], updated = [] } of writes) {
      for (const { state } of [...inserted, ...updated]) {
        const order = state as Order;
        const known = signature(order);
        if (!found.has(known)) found.set(known, order);
      }
    }
  }
  return [...found.values()];
}

function signature({ marketplace, status, cancellations, returns, claims, refunds }: Order): string {
  const parts = [...cancellations, ...returns, ...claims, ...refunds].map((part) => `${part.id.slice(0, 3)} ${part.status}`);
  return [`${marketplace} ${status}`, ...parts].join(", ");
}
