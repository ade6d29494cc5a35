// Whether the clock does what is due, and nothing else (X3): before a deadline has passed its consequence is refused, and what comes next
// is the earliest of all that is to come. Tries the clock's commands without keeping what follows.
import assert from "node:assert/strict";
import { targetField } from "../../src/core/admit.ts";
import type { Command } from "../../src/core/commands.ts";
import { deadlinesOf, firesAt, targetsOf } from "../../src/core/deadlines.ts";
import { decide, nextDue } from "../../src/core/decide.ts";
import type { Actor } from "../../src/core/event.ts";
import type { Policy } from "../../src/core/policy.ts";
import { remindersOf } from "../../src/core/reminders.ts";
import type { Order } from "../../src/core/state.ts";
import { countingMint } from "./coreOrder.ts";

const clock: Actor = { role: "clock", id: "clock" };

/** Checks everything that the policy lets the clock do, at `now`. */
export function checkClock(policy: Policy, order: Order, now: number): void {
  const deadlines = deadlinesOf(policy, order);
  const commands = new Set(policy.arrows.filter((arrow) => arrow.by.includes("clock") && arrow.command !== "RemindParty").map((arrow) => arrow.command));
  for (const type of commands) {
    const aimed = targetField[type];
    const targets = aimed ? targetsOf(order, aimed.noun) : [null];
    for (const target of targets) {
      if (deadlines.some((one) => one.otherwise === type && one.target === (target?.id ?? null) && one.by <= now)) continue;
      const command = { type, ...(target ? { [aimed!.field]: target.id } : {}) } as Command;
      const { refused } = decide(policy, order, command, { now, actor: clock, mint: countingMint(), known: {} });
      assert.equal(refused?.refusal ?? "accepted", "NoSuchDeadline", `the clock's ${type} before its time`);
    }
  }
  const instants = [...deadlines.map(firesAt), ...remindersOf(policy, order).map((reminder) => reminder.at)];
  assert.equal(nextDue(policy, order)?.actsAt ?? null, instants.length > 0 ? Math.min(...instants) : null, "what comes next is the earliest");
}
