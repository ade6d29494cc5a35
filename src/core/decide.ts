// The decision: policy, order, command and moment in; facts or one refusal out. Pure.
import { admit, targetField, targetOf, withNextSteps } from "./admit.ts";
import { cancellationDecisions } from "./cancellation.ts";
import { chargebackDecisions } from "./chargeback.ts";
import { claimDecisions } from "./claim.ts";
import type { Command, CommandType } from "./commands.ts";
import { deadlinesOf, firesAt, type Deadline } from "./deadlines.ts";
import type { OrderEvent } from "./events.ts";
import { evolve } from "./evolve.ts";
import { orderDecisions } from "./order.ts";
import { parcelDecisions } from "./parcel.ts";
import { paymentDecisions } from "./payment.ts";
import { arrowsOf, type Policy } from "./policy.ts";
import { refundDecisions } from "./refund.ts";
import { refuse, type Refusal } from "./refusals.ts";
import { remindersOf } from "./reminders.ts";
import { resolutionDecisions } from "./resolution.ts";
import { returnDecisions } from "./return.ts";
import { reversalDecisions } from "./reversal.ts";
import { riskDecisions } from "./risk.ts";
import { sanctionDecisions } from "./sanction.ts";
import type { Decisions, Occasion, Scene } from "./scene.ts";
import type { Order } from "./state.ts";
import { withdrawalDecisions } from "./withdrawal.ts";

/** What a command comes to: the facts and the order after them, or the refusal. */
export type Outcome = { facts: OrderEvent[]; order: Order; refused: null } | { facts: null; order: Order; refused: Refusal };

const decisions: Decisions<CommandType> = {
  ...orderDecisions, ...paymentDecisions, ...parcelDecisions, ...cancellationDecisions, ...returnDecisions, ...claimDecisions,
  ...refundDecisions, ...resolutionDecisions, ...reversalDecisions, ...chargebackDecisions, ...sanctionDecisions, ...riskDecisions, ...withdrawalDecisions,
};

/** Decides one command. A party's command is admitted by the policy's arrows; the clock's only when its deadline has passed. */
export function decide(policy: Policy, order: Order, command: Command, occasion: Occasion): Outcome {
  const outcome = decided(policy, order, command, occasion);
  return outcome.refused ? { ...outcome, refused: withNextSteps(policy, command.type, occasion.actor.role, outcome.refused) } : outcome;
}

function decided(policy: Policy, order: Order, command: Command, occasion: Occasion): Outcome {
  if (!arrowsOf(policy, command.type).some((arrow) => arrow.by.includes(occasion.actor.role))) return { facts: null, order, refused: refuse("NotInThisMarketplace") };
  const field = targetField[command.type]?.field;
  const found = targetOf(policy, order, command.type, field ? namedBy(order, command, field) : undefined);
  if ("refused" in found) return { facts: null, order, refused: found.refused };
  const { actor, now } = occasion;
  if (actor.role === "clock" && !isDue(policy, order, command.type, found.target?.id ?? null, now)) {
    return { facts: null, order, refused: refuse("NoSuchDeadline") };
  }
  const admission = admit(policy, order, command.type, found.target, actor, now, command);
  if (admission.refused) return { facts: null, order, refused: admission.refused };
  const aimed = field && found.target ? { ...command, [field]: found.target.id } : command;
  return run(aimed as Command, { ...occasion, policy, order, arrow: admission.arrow });
}

/** The id that a command names its target by. The institution knows a chargeback by its payment. */
function namedBy(order: Order, command: Command, field: string): string | undefined {
  const named = (command as Record<string, unknown>)[field] as string | undefined;
  if (named !== undefined || command.type !== "CloseChargeback" || command.paymentId === undefined) return named;
  return order.chargebacks && (order.chargebacks.filter(({ paymentId }) => paymentId === command.paymentId).at(-1)?.id ?? command.paymentId);
}

function run(command: Command, moment: Omit<Scene, "facts" | "emit">): Outcome {
  const before = moment.order;
  const facts: OrderEvent[] = [];
  const scene: Scene = {
    ...moment,
    facts,
    emit(fact) {
      facts.push(fact);
      scene.order = evolve(scene.order, { ...fact, seq: scene.order.version + 1, at: scene.now, by: scene.actor });
    },
  };
  const decision = decisions[command.type] as (scene: Scene, command: Command) => Refusal | void;
  const refused = decision(scene, command);
  if (!refused) return { facts, order: scene.order, refused: null };
  if (facts.length > 0) throw new Error(`${command.type} emitted facts and was refused with ${refused.refusal}`);
  return { facts: null, order: before, refused };
}

function isDue(policy: Policy, order: Order, type: CommandType, target: string | null, now: number): boolean {
  if (type === "RemindParty") return true;
  return deadlinesOf(policy, order).some((one) => one.otherwise === type && one.target === target && one.by <= now);
}

/** The next thing that time alone will do to this order, and when: a deadline's consequence or a reminder. Null when nothing is pending. */
export function nextDue(policy: Policy, order: Order): { at: number; actsAt: number; command: Command } | null {
  const deadlines = deadlinesOf(policy, order);
  const reminder = remindersOf(policy, order, deadlines)[0];
  const deadline = earliest(deadlines);
  if (reminder && (!deadline || reminder.at <= deadline.by)) return { at: reminder.at, actsAt: reminder.at, command: { type: "RemindParty" } };
  if (!deadline) return null;
  const field = targetField[deadline.otherwise]?.field;
  const command = { type: deadline.otherwise, ...(field && deadline.target ? { [field]: deadline.target } : {}) } as Command;
  return { at: deadline.by, actsAt: firesAt(deadline), command };
}

function earliest(deadlines: readonly Deadline[]): Deadline | undefined {
  let first: Deadline | undefined;
  for (const deadline of deadlines) if (!first || firesAt(deadline) < firesAt(first)) first = deadline;
  return first;
}
