// Whether somebody can keep an order open for ever by asking and withdrawing again and again, each time at the last moment.
import type { Command, CommandType } from "../core/commands.ts";
import type { Actor } from "../core/event.ts";
import type { Policy } from "../core/policy.ts";
import type { Course } from "./shapes.ts";
import { commandOf, deedsOf } from "./moves.ts";
import { isEnd } from "./rest.ts";
import { institutionOwes, keepingWord } from "./silence.ts";
import { give, nextPassing, wholeSecond, withoutReminders, type Standing } from "./step.ts";
import { durationOf } from "./tell.ts";
import { takesBack } from "./withdrawing.ts";
import type { ToldFinding } from "./worker.ts";

/** Who has asked this often and taken it back each time can do so for ever. */
const OFTEN = 40;
const MANY = 500;
const institution: Actor = { role: "institution", id: "sandbox" };

/** Tries it from quiet states, one of each status; the first that goes on for ever is told. */
export function stallingStory(given: Policy, course: Course, quiet: readonly Standing[]): ToldFinding | null {
  const policy = withoutReminders(given);
  for (const standing of quiet) {
    const actor: Actor = { role: "buyer", id: standing.order.buyer.id };
    for (const [ask, back] of Object.entries(takesBack) as [CommandType, CommandType][]) {
      const reached = repeat(policy, course, standing, actor, ask, back);
      // A claim takes other people's time: raised that often it is too often, however short the time.
      if (reached === null || (ask !== "OpenClaim" && reached <= silentEnd(policy, course, standing))) continue;
      const what = `the buyer can give ${ask} and ${back} ${OFTEN} times over ${durationOf(reached - standing.now)}, and the order is still ${standing.order.status}`;
      return { property: "nobodyStalls", what, length: OFTEN, story: `A22 · ${what.slice(0, 1).toUpperCase()}${what.slice(1)}` };
    }
  }
  return null;
}

/** When silence would have ended the order, had nobody asked for anything. */
function silentEnd(policy: Policy, course: Course, from: Standing): number {
  let at = from;
  for (let steps = 0; steps < MANY && !isEnd(at.order); steps += 1) {
    const owed = institutionOwes(at.order);
    const next = owed ? { at: at.now, command: keepingWord(owed), actor: institution } : nextPassing(policy, at);
    if (!next) return at.now;
    const outcome = next.command ? give(policy, course.shape, { order: at.order, now: next.at }, next.actor, next.command) : null;
    at = { order: outcome?.refused === null ? outcome.order : at.order, now: wholeSecond(next.at) };
  }
  return at.now;
}

/** When the last of all the rounds ended; null where the rules put an end to it. */
function repeat(policy: Policy, course: Course, from: Standing, actor: Actor, ask: CommandType, back: CommandType): number | null {
  let at = from;
  for (let round = 0; round < OFTEN; round += 1) {
    const opened = open(policy, course, at, actor, ask);
    if (!opened) return null;
    const waited = justBefore(policy, opened);
    const taken = give(policy, course.shape, waited, actor, { type: back } as Command);
    if (taken.refused) return null;
    at = settled(policy, course, { order: taken.order, now: waited.now });
    if (isEnd(at.order)) return null;
  }
  return at.now;
}

function open(policy: Policy, course: Course, at: Standing, actor: Actor, ask: CommandType): Standing | null {
  const deed = deedsOf(course, policy, at.order, actor).find((one) => one.type === ask);
  for (const input of deed?.inputs ?? []) {
    const outcome = give(policy, course.shape, at, actor, commandOf(deed!, input));
    if (!outcome.refused) return { order: outcome.order, now: at.now };
  }
  return null;
}

/** A second before time does the next thing. */
function justBefore(policy: Policy, at: Standing): Standing {
  const next = nextPassing(policy, at);
  return next?.command ? { order: at.order, now: Math.max(at.now, wholeSecond(next.at) - 2_000) } : at;
}

/** What is due by now has been done. */
function settled(policy: Policy, course: Course, from: Standing): Standing {
  let at = from;
  for (let next = nextPassing(policy, at); next?.command && next.at <= at.now; next = nextPassing(policy, at)) {
    const outcome = give(policy, course.shape, { order: at.order, now: next.at }, next.actor, next.command);
    if (outcome.refused || outcome.facts.length === 0) return at;
    at = { order: outcome.order, now: at.now };
  }
  return at;
}
