// An order as its caller may see it: each side without the other's sanctions, each side without the other's e-mail, everybody with what they may do now.
// Nothing is decided here; permissions and deadlines come from the core.
import { deadlineId, deadlinesOf } from "../../core/deadlines.ts";
import { protectionEnds, shipBy } from "../../core/moments.ts";
import { permissionsOf, type Permission } from "../../core/permissions.ts";
import type { Policy } from "../../core/policy.ts";
import { sanctioned, totalMinor, type Order } from "../../core/state.ts";
import type { Engine } from "../../engine/engine.ts";
import { carriers } from "../../engine/trackingNumbers.ts";
import { rights, seesOf, type Caller } from "../caller.ts";
import type { OrderView, PermissionView } from "../schemas/order.ts";
import { cancellationView, chargebackView, claimView, parcelView, paymentView, refundView, returnView, reversalView, sanctionView } from "./parts.ts";
import { iso, isoOrNull } from "./time.ts";
import { partyView, type Words } from "./words.ts";

/** The order with everything, as it stands at `now` (the engine's clock; an earlier time for a repeated answer). */
export async function showOrder(engine: Engine, order: Order, caller: Caller, now = engine.clock.now()): Promise<OrderView> {
  const words = await engine.words([order.id]);
  return orderView(engine.policyOf(order), order, caller, now, words);
}

/** Many orders, each with what is open to the caller right there (A1); their words are read at once. */
export async function showOrders(engine: Engine, orders: readonly Order[], caller: Caller): Promise<OrderView[]> {
  const words = await engine.words(orders.map((order) => order.id));
  if (orders.some(({ marketplace, policyVersion }) => !engine.policies.version(marketplace, policyVersion))) await engine.policies.look();
  const now = engine.clock.now();
  return orders.map((order) => listedView(engine.policyOf(order), order, caller, now, words));
}

export function orderView(policy: Policy, order: Order, caller: Caller, now: number, words: Words): OrderView {
  return { ...plainView(policy, order, caller, now, words), permissions: permissionsFor(policy, order, caller, now).map(permissionView) };
}

function permissionsFor(policy: Policy, order: Order, caller: Caller, now: number): Permission[] {
  return rights.act(caller) ? permissionsOf(policy, order, caller.actor, now, carriers) : [];
}

/** As in a list: of the permissions only the allowed ones, for the page of the order explains the others. */
function listedView(policy: Policy, order: Order, caller: Caller, now: number, words: Words): OrderView {
  const allowed = permissionsFor(policy, order, caller, now).filter((permission) => permission.allowed);
  return { ...plainView(policy, order, caller, now, words), permissions: allowed.map(permissionView) };
}

function plainView(policy: Policy, order: Order, caller: Caller, now: number, words: Words): Omit<OrderView, "permissions"> {
  const { subsidyMinor, commissionPaidMinor, owedByBuyerMinor, ...money } = order.money;
  return {
    id: order.id, externalId: order.externalId, marketplace: order.marketplace, policyVersion: order.policyVersion, law: order.law ?? null, version: order.version,
    placedAt: iso(order.placedAt), updatedAt: iso(order.updatedAt), locale: order.locale, fulfilledBy: order.fulfilledBy, status: order.status,
    closedBecause: order.closedBecause, deleted: order.hidden, buyer: partyView(order, "buyer", caller, words), seller: partyView(order, "seller", caller, words),
    lines: order.lines.map((line) => ({ ...line, excepted: line.excepted ?? null })), shippingMinor: order.shippingMinor, commissionMinor: order.commissionMinor, shipWithin: order.shipWithin,
    shipBy: isoOrNull(shipBy(policy, order)), protectionEnds: isoOrNull(protectionEnds(policy, order)), paidAt: isoOrNull(order.paidAt),
    confirmedAt: isoOrNull(order.confirmedAt), shippedAt: isoOrNull(order.shippedAt), deliveredAt: isoOrNull(order.deliveredAt), endedAt: isoOrNull(order.endedAt),
    money: { currency: order.currency, totalMinor: totalMinor(order), ...money, subsidyMinor, commissionPaidMinor, owedByBuyerMinor },
    payments: order.payments.map(paymentView), parcels: order.parcels.map((parcel) => parcelView(parcel, policy, now)),
    cancellations: order.cancellations.map((one) => cancellationView(one, words)), returns: order.returns.map((one) => returnView(order.id, one)),
    claims: order.claims.map((one) => claimView(one, words)), refunds: order.refunds.map((one) => refundView(one, now, caller)),
    withdrawals: (order.withdrawals ?? []).map((one) => ({ ...one, at: iso(one.at) })),
    reversals: order.reversals.map((one) => reversalView(one, words)),
    chargebacks: (order.chargebacks ?? []).map(chargebackView),
    sanctions: order.sanctions.filter((one) => seesOf(caller, sanctioned(one))).map((one) => sanctionView(one, words)),
    deadlines: deadlineViews(policy, order, caller),
  };
}

function deadlineViews(policy: Policy, order: Order, caller: Caller): OrderView["deadlines"] {
  const running = deadlinesOf(policy, order).filter(({ target }) => {
    const sanction = order.sanctions.find(({ id }) => id === target);
    return !sanction || seesOf(caller, sanctioned(sanction));
  });
  return running.map((deadline) => ({
    id: deadlineId(deadline), who: deadline.who, owes: deadline.owes, since: iso(deadline.since), by: iso(deadline.by), otherwise: deadline.otherwise,
    because: deadline.because, target: deadline.target, rule: deadline.rule,
  }));
}

function permissionView({ effect, opensAt, closedAt, ...permission }: Permission): PermissionView {
  return {
    ...permission, opensAt: isoOrNull(opensAt), closedAt: isoOrNull(closedAt),
    effect: effect && { ...effect, arrivesBy: isoOrNull(effect.arrivesBy), undoUntil: isoOrNull(effect.undoUntil) },
  };
}
