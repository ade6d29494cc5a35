// The extension of a deadline by an operator, and until when it can be taken back: never so late that somebody loses by surprise.
import { extendable, type Deadline } from "./deadlines.ts";
import type { Policy } from "./policy.ts";
import { refuse, type Refusal } from "./refusals.ts";
import type { Extension, Order } from "./state.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type TakenBack = { deadline: Deadline; extension: Extension; until: number; refused: null } | { deadline: Deadline | null; extension: Extension | null; until: null; refused: Refusal };

/**
 * The last extension of the deadline that is named, as it can be taken back at `now` (epoch milliseconds), or the refusal. With a `batch` only
 * if that extension belongs to it. Times: the deadline before the extension is at least a day ahead; within an hour of
 * a mistaken extension, at least an hour. `until` is the last instant at which it can be taken back.
 */
export function takenBack(policy: Policy, order: Order, name: string, batch: string | undefined, now: number): TakenBack {
  const deadline = extendable(policy, order, name) ?? null;
  if (deadline === null) return { deadline, extension: null, until: null, refused: refuse("NoSuchDeadline") };
  const extension = lastOf(order, deadline) ?? null;
  if (extension === null) return { deadline, extension, until: null, refused: refuse("NoExtension") };
  if (batch !== undefined && extension.batch !== batch) return { deadline, extension, until: null, refused: refuse("ExtendedOtherwise") };
  const before = deadline.by - extension.byMs;
  const until = Math.max(before - DAY_MS, Math.min(extension.at + HOUR_MS, before - HOUR_MS));
  if (now > until) return { deadline, extension, until: null, refused: refuse("TooLateToTakeBack", { closedAt: until }) };
  return { deadline, extension, until, refused: null };
}

const lastOf = (order: Order, { key }: Deadline): Extension | undefined => order.extended?.findLast(({ deadline }) => deadline === key);
