// What the clock did to an order, read from its history: each of the clock's acts must be the one that was due next, at its instant, and
// nothing may have happened after an instant whose consequence had not come. The rules say what was due; when it came is judged here.
import { deadlinesOf, firesAt } from "../../../src/core/deadlines.ts";
import { decide, nextDue } from "../../../src/core/decide.ts";
import { evolve } from "../../../src/core/evolve.ts";
import type { Stamped } from "../../../src/core/events.ts";
import type { Policy } from "../../../src/core/policy.ts";
import type { Order } from "../../../src/core/state.ts";
import type { OrderInFull } from "../../../src/store/orders.ts";
import type { EventRow } from "../../../src/store/rows.ts";
import { countingMint } from "../../../test/support/coreOrder.ts";
import type { ToldDeadline } from "./sow.ts";

/** `fired` and `reminded`: how often the clock acted. `overtaken`: what was told and ended before its instant. */
export type ClockActs = { fired: number; reminded: number; overtaken: number; findings: string[] };
type Due = NonNullable<ReturnType<typeof nextDue>>;

/** Judges a whole history as of `now`, and what people were `told` of it. Epoch milliseconds. */
export function judgeHistory({ id, events }: Pick<OrderInFull, "id" | "events">, policy: Policy, now: number, told: readonly ToldDeadline[]): ClockActs {
  const acts: ClockActs = { fired: 0, reminded: 0, overtaken: 0, findings: [] };
  const find = (what: string): void => void acts.findings.push(`${id}: ${what}`);
  const fired = new Map<string, number>();
  /** Up to when each deadline ran, by its name. */
  const ran = new Map<string, number>();
  let order: Order | null = null;
  for (let index = 0; index < events.length;) {
    const event = events[index]!;
    const due: Due | null = order && nextDue(policy, order);
    let count = 1;
    if (event.by.role !== "clock") {
      if (due && due.actsAt <= event.at) find(`${event.type} came at ${iso(event.at)}, and ${due.command.type} of ${iso(due.at)} had not come`);
    } else if (!due) find(`${event.type} by the clock, and nothing was due`);
    else {
      count = judgeAct(events.slice(index), policy, order!, due, now, find);
      acts[due.command.type === "RemindParty" ? "reminded" : "fired"] += 1;
      for (const one of deadlinesOf(policy, order!)) if (one.by === due.at && one.otherwise === due.command.type) fired.set(nameOf(one), (fired.get(nameOf(one)) ?? 0) + 1);
    }
    for (const one of events.slice(index, index + count)) order = evolve(order, one as unknown as Stamped & { policyVersion: number });
    index += count;
    for (const one of deadlinesOf(policy, order!)) if (firesAt(one) > event.at) ran.set(nameOf(one), events[index]?.at ?? now);
  }
  const next = nextDue(policy, order!);
  if (next && next.actsAt <= now) find(`${next.command.type} of ${iso(next.at)} has not come, and it is ${iso(now)}`);
  for (const [name, times] of fired) if (times > 1) find(`${name} came ${times} times`);
  for (const one of told) {
    const name = nameOf(one);
    if (one.by >= now || fired.has(name)) continue;
    if ((ran.get(name) ?? 0) > one.by) find(`${name} was told and never came`);
    else acts.overtaken += 1;
  }
  return acts;
}

/** One act of the clock, at the head of `events`; the answer is how many of them it is. */
function judgeAct(events: readonly EventRow[], policy: Policy, order: Order, due: Due, now: number, find: (what: string) => void): number {
  const [event] = events as [EventRow];
  // What came to be after its deadline had passed is overdue at once: a refund that was handed over late.
  const instant = Math.max(due.at, order.updatedAt);
  if (event.at !== instant) find(`${event.type} came at ${iso(event.at)}, due at ${iso(instant)}`);
  if (due.actsAt > now) find(`${event.type} came early: it is ${iso(now)}, due at ${iso(due.actsAt)}`);
  const { facts } = decide(policy, order, due.command, { now: instant, actor: { role: "clock", id: "clock" }, mint: countingMint(), known: {} });
  const should = (facts ?? []).map(({ type }) => type);
  const came = events.slice(0, Math.max(1, should.length)).map(({ type }) => type);
  if (came.join(" ") !== should.join(" ")) find(`${due.command.type} came as ${came.join(" ")}, not as ${should.join(" ")}`);
  return came.length;
}

const iso = (at: number): string => new Date(at).toISOString();
const nameOf = ({ otherwise, target, by }: Pick<ToldDeadline, "otherwise" | "target" | "by">): string => `${otherwise}${target === null ? "" : ` of ${target}`} by ${iso(by)}`;
