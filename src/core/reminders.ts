// Reminders: before silence costs somebody, they are told at half time and a day before (X3). Derived, like the deadlines.
import { deadlinesOf, type Deadline } from "./deadlines.ts";
import type { Policy } from "./policy.ts";
import type { Order } from "./state.ts";
import { lengthFrom } from "./time.ts";

/** `question` is what the buyer is asked where the silence would pay the seller although no delivery was recorded (A15). */
export type Reminder = { key: string; at: number; deadline: Deadline; question: "haveYouReceivedIt" | null };

const people = new Set(["buyer", "seller", "mediator", "operator"]);

/** The reminders of all running deadlines that have not been sent, earliest first. */
export function remindersOf(policy: Policy, order: Order, running: readonly Deadline[] = deadlinesOf(policy, order)): Reminder[] {
  const { half, before } = policy.reminders;
  if (!half && before.length === 0) return [];
  const all: Reminder[] = [];
  for (const deadline of running) {
    if (!people.has(deadline.who)) continue;
    const question = deadline.otherwise === "ReleaseEscrow" && order.deliveredAt === null ? "haveYouReceivedIt" : null;
    // A deadline that was moved is another one to be reminded of: what was sent for the one does not hide what is due for the other.
    const movedMs = order.extensions[deadline.key];
    const running = movedMs === undefined ? deadline.key : `${deadline.key}+${movedMs}`;
    const add = (name: string, at: number): void => {
      const key = `${running}/${name}`;
      if (at > deadline.since && at < deadline.by && !order.reminded.includes(key)) all.push({ key, at, deadline, question });
    };
    if (half) add("half", deadline.since + Math.floor((deadline.by - deadline.since) / 2));
    for (const duration of before) add(duration, deadline.by - lengthFrom(0, duration, policy.zone));
  }
  return all.sort((a, b) => a.at - b.at);
}

/** The reminders to send at `now`. */
export function dueReminders(policy: Policy, order: Order, now: number): Reminder[] {
  return remindersOf(policy, order).filter((reminder) => reminder.at <= now);
}
