// How an order moves by a fact: every kind of fact has exactly one transition, in the file of its noun.
import { cancellationTransitions } from "./cancellation.ts";
import { chargebackTransitions } from "./chargeback.ts";
import { claimTransitions } from "./claimTransitions.ts";
import type { EventType, OrderEvent, Stamp, Stamped } from "./events.ts";
import { orderTransitions } from "./orderTransitions.ts";
import { parcelTransitions } from "./parcel.ts";
import { paymentTransitions } from "./payment.ts";
import { refundTransitions } from "./refund.ts";
import { resolutionTransitions } from "./resolution.ts";
import { returnTransitions } from "./return.ts";
import { reversalTransitions } from "./reversal.ts";
import { riskTransitions } from "./risk.ts";
import { sanctionTransitions } from "./sanction.ts";
import type { Transitions } from "./scene.ts";
import type { Order } from "./state.ts";

const transitions: Transitions<OrderEvent> = {
  ...orderTransitions, ...paymentTransitions, ...parcelTransitions, ...cancellationTransitions, ...returnTransitions, ...claimTransitions,
  ...refundTransitions, ...resolutionTransitions, ...reversalTransitions, ...chargebackTransitions, ...riskTransitions, ...sanctionTransitions,
};

/** The order after the fact. Pure; `null` is the order before it was placed. Throws on a fact that cannot follow: that is a bug, not an input. */
export function evolve(order: Order | null, event: Stamped & { policyVersion?: number }): Order {
  const move = transitions[event.type] as (order: Order | null, event: OrderEvent & Stamp) => Order;
  const moved = move(order, event);
  return { ...moved, version: event.seq, updatedAt: event.at, policyVersion: order ? order.policyVersion : event.policyVersion ?? 0 };
}

/** Whether a text names a kind of fact. */
export const isEventType = (type: string): type is EventType => Object.hasOwn(transitions, type);
