// Deadlines: who owes what by when, and what the clock does when they stay silent. Derived from policy and order, never stored.
import type { CommandType } from "./commands.ts";
import type { Role } from "./event.ts";
import { holds, type View } from "./guards.ts";
import { momentOf, type Target } from "./moments.ts";
import { durationTerm, type DeadlineRule, type Policy } from "./policy.ts";
import type { Order } from "./state.ts";
import { later } from "./time.ts";

/** `by` is still in time. `key` names this running of the deadline: a renewed one has another. Times are epoch milliseconds. */
export type Deadline = {
  key: string; who: Role; owes: CommandType; since: number; by: number; otherwise: CommandType; because: string | null; target: string | null; atOnce: boolean;
  floor: boolean; rule: string;
};

const clock = { role: "clock" as const, id: "clock" };

/** An order never changes, it is followed by another: what was derived from it once stays true. */
const derived = new WeakMap<Order, { policy: Policy; deadlines: readonly Deadline[] }>();

/** The deadlines that run now, earliest first. */
export function deadlinesOf(policy: Policy, order: Order): readonly Deadline[] {
  const known = derived.get(order);
  if (known?.policy === policy) return known.deadlines;
  const deadlines = derive(policy, order);
  derived.set(order, { policy, deadlines });
  return deadlines;
}

function derive(policy: Policy, order: Order): Deadline[] {
  const all: Deadline[] = [];
  for (const { rule, noun, status } of watchesOf(policy)) {
    if (noun === "order") {
      if (order.status === status) add(all, policy, order, rule, null);
      continue;
    }
    for (const target of targetsOf(order, noun)) if (target.status === status) add(all, policy, order, rule, target);
  }
  return all.length > 1 ? all.sort((a, b) => a.by - b.by) : all;
}

type Watch = { rule: DeadlineRule; noun: string; status: string };

const watches = new WeakMap<Policy, Watch[]>();

/** Each status that a policy's deadlines run in, as the policy writes them, taken apart once. */
function watchesOf(policy: Policy): Watch[] {
  let all = watches.get(policy);
  if (!all) {
    all = policy.deadlines.flatMap((rule) => rule.in.map((name) => ({ rule, noun: name.slice(0, name.indexOf(".")), status: name.slice(name.indexOf(".") + 1) })));
    watches.set(policy, all);
  }
  return all;
}

/** The parts of the order under a noun's name. */
export function targetsOf(order: Order, noun: string): readonly Target[] {
  switch (noun) {
    case "cancellation": return order.cancellations;
    case "return": return order.returns;
    case "claim": return order.claims;
    case "refund": return order.refunds;
    case "reversal": return order.reversals;
    case "chargeback": return order.chargebacks ?? [];
    case "sanction": return order.sanctions;
    default: throw new Error(`no such noun: ${noun}`);
  }
}

function add(all: Deadline[], policy: Policy, order: Order, rule: DeadlineRule, target: Target | null): void {
  if (rule.when) {
    const view: View = { policy, order, target, actor: clock, now: Number.POSITIVE_INFINITY };
    if (!holds(rule.when, view)) return;
  }
  const since = momentOf(policy, order, target, rule.since);
  if (since === null) return;
  const within = rule.within === null ? "PT0S" : durationTerm(policy, rule.within);
  if (within === null) return;
  const agreed = later(since, within, policy.zone);
  const id = target === null ? rule.otherwise : `${rule.otherwise}:${target.id}`;
  const key = `${id}@${agreed}`;
  const by = agreed + (order.extensions[key] ?? 0);
  const begun = rule.within === null ? order.statusSince : since;
  all.push({
    key, who: rule.who, owes: rule.owes, since: begun, by, otherwise: rule.otherwise, because: rule.because ?? null, target: target?.id ?? null,
    atOnce: rule.atOnce ?? false, floor: rule.floor ?? false, rule: rule.rule,
  });
}

/** When the clock acts on a deadline: after its instant, which is still in time, or at it where nobody's silence is meant. */
export const firesAt = (deadline: Deadline): number => (deadline.atOnce ? deadline.by : deadline.by + 1);

/** The deadline that an operator names: by its key, or by what is owed or follows where only one fits. Hand-overs are promises and stay, the law's floors too. */
export function extendable(policy: Policy, order: Order, name: string): Deadline | undefined {
  const running = deadlinesOf(policy, order).filter((deadline) => !deadline.atOnce && !deadline.floor);
  const exact = running.find((deadline) => deadline.key === name || deadlineId(deadline) === name);
  if (exact) return exact;
  const fitting = running.filter((deadline) => deadline.owes === name || deadline.otherwise === name);
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The name of a deadline for people and programs: what follows, and on what. */
export const deadlineId = (deadline: Deadline): string => (deadline.target === null ? deadline.otherwise : `${deadline.otherwise}:${deadline.target}`);
