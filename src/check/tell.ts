// Tells the moves of a course as a story: who did what when, what came of it, and where the order stands at the end.
// The story reads and runs like those that people write (src/story).
import { targetField } from "../core/admit.ts";
import type { Command } from "../core/commands.ts";
import type { Actor } from "../core/event.ts";
import type { Policy } from "../core/policy.ts";
import type { LinePart, Order } from "../core/state.ts";
import { formatAmount } from "../story/command.ts";
import { formatStory } from "../story/format.ts";
import type { Step, Story } from "../story/story.ts";
import type { Finding } from "./course.ts";
import { targetsOf } from "../core/deadlines.ts";
import { actorsOf, commandOf, deedsOf, TIME_PASSES } from "./moves.ts";
import { properties } from "./properties.ts";
import type { Course } from "./shapes.ts";
import { begin, COURSE_BEGINS, give, nextPassing, wholeSecond, withoutReminders, type Standing } from "./step.ts";

const LONG_MS = 400 * 86_400_000;

/** A finding as text. What the core has no answer to cannot be played and stands as a remark behind the last line. */
export function tellFinding(policy: Policy, course: Course, finding: Finding): string {
  const { steps, standing, told, halted } = follow(policy, course, finding.moves);
  const remark = halted === null ? "" : `\n# ${halted}: ${finding.what}`;
  // Where nothing leads to the breach, silence shows it.
  if (standing.now > told || (steps.length === 0 && remark === "")) steps.push(silent(durationOf(standing.now > told ? standing.now - told : LONG_MS)));
  const end = steps.at(-1);
  if (end && remark === "") end.claims.push(...standsAt(standing.order));
  const title = `${finding.what.slice(0, 1).toUpperCase()}${finding.what.slice(1)}`.replaceAll("\n", " ");
  const story: Story = { rules: [properties[finding.property].rule], title, setting: course.shape.setting, steps, line: 1 };
  return `${steps.length === 0 ? `${story.rules[0]!} · ${title}` : formatStory(story)}${remark}`;
}

/** Those moves as the steps of a story, and where the order stands after them. `told` is the instant of the last step; `halted` is the move that the core had no answer to. */
export type Followed = { steps: Step[]; standing: Standing; told: number; halted: string | null };

/** Follows moves through the real core. */
export function follow(given: Policy, course: Course, moves: readonly number[]): Followed {
  const policy = withoutReminders(given);
  const steps: Step[] = [];
  let standing = begin(policy, course.shape);
  let told = COURSE_BEGINS;
  for (const move of moves) {
    const next = move === TIME_PASSES ? passing(policy, course, standing) : doing(policy, course, standing, move);
    if (typeof next === "string") return { steps, standing, told, halted: next };
    if (next.step) {
      steps.push({ ...next.step, after: next.standing.now === told && steps.length > 0 ? null : durationOf(next.standing.now - told) });
      told = next.standing.now;
    }
    standing = next.standing;
  }
  return { steps, standing, told, halted: null };
}

type Told = { standing: Standing; step: Omit<Step, "after"> | null };

function passing(policy: Policy, { shape }: Course, standing: Standing): Told | string {
  const next = nextPassing(policy, standing)!;
  const now = wholeSecond(next.at);
  if (!next.command) return { standing: { order: standing.order, now }, step: null };
  const outcome = tried(() => give(policy, shape, { order: standing.order, now: next.at }, next.actor, next.command!));
  if (typeof outcome === "string" || outcome.refused) return `then the clock's ${next.command.type}`;
  return { standing: { order: outcome.order, now }, step: step(next.actor, next.command, standing.order, outcome) };
}

function doing(policy: Policy, course: Course, standing: Standing, move: number): Told | string {
  let left = move;
  for (const actor of actorsOf(policy, standing.order)) {
    for (const deed of deedsOf(course, policy, standing.order, actor)) {
      if (left >= deed.inputs.length) {
        left -= deed.inputs.length;
        continue;
      }
      const command = commandOf(deed, deed.inputs[left]!);
      const outcome = tried(() => give(policy, course.shape, standing, actor, command));
      if (typeof outcome === "string") return `then ${actor.role} ${deed.type} ${inputOf(command, standing.order).map((pair) => pair.join("=")).join(" ")}`;
      return { standing: { order: outcome.order, now: standing.now }, step: step(actor, command, standing.order, outcome) };
    }
  }
  throw new Error(`no such move: ${move}`);
}

function tried<T>(ask: () => T): T | string {
  try {
    return ask();
  } catch (error) {
    return (error as Error).message;
  }
}

const known = new Set(["mia", "olga", "sandbox", "clock", "ann", "cactus"]);

function step(actor: Actor, command: Command, before: Order, outcome: ReturnType<typeof give>): Omit<Step, "after"> {
  return {
    who: { role: actor.role, id: known.has(actor.id) ? null : actor.id }, command: command.type, input: actor.role === "clock" ? [] : inputOf(command, before),
    outcome: outcome.refused
      ? { kind: "refused", refusal: outcome.refused.refusal, opensIn: null, closedAgo: null, instead: [] }
      : { kind: "events", events: outcome.facts.map((fact) => fact.type) },
    claims: [], line: 0,
  };
}

const silent = (after: string): Step => ({ after, who: { role: "buyer", id: null }, command: null, input: [], outcome: null, claims: [], line: 0 });

/** What a command carries, in a story's words: the inverse of what a story's line means. */
export function inputOf(command: Command, order: Order): [string, string][] {
  const aimed = targetField[command.type];
  return Object.entries(command).flatMap(([name, value]): [string, string][] => {
    if (name === "type" || value === undefined) return [];
    if (aimed && name === aimed.field) {
      const all = targetsOf(order, aimed.noun);
      return all.length === 1 ? [] : [[aimed.noun, `#${all.findIndex((one) => one.id === value) + 1}`]];
    }
    if (name === "paymentId") return [["payment", `#${order.payments.findIndex((one) => one.id === value) + 1}`]];
    if (name === "label") return [["number", (value as { trackingNumber: string }).trackingNumber]];
    return [wordOf(name, value, order.currency)];
  });
}

function wordOf(name: string, value: unknown, currency: string): [string, string] {
  switch (name) {
    case "amountMinor": case "totalMinor":
      return [name.slice(0, -"Minor".length), formatAmount(value as number, currency)];
    case "trackingNumber":
      return ["number", String(value)];
    case "lines":
      return [name, (value as (LinePart & { reason?: string })[]).map(({ sku, quantity, reason }) => `${sku}×${quantity}${reason ? `:${reason}` : ""}`).join(",")];
    case "payments":
      return [name, (value as { method: string; amountMinor: number }[]).map((one) => `${one.method}:${formatAmount(one.amountMinor, currency)}`).join(",")];
    case "evidence": case "documents":
      return [name, (value as string[]).map((id) => id.replace(/^evi_/, "file-")).join(",")];
    case "reasons":
      return [name, (value as string[]).join(",")];
    default:
      if (typeof value === "boolean") return [name, value ? "yes" : "no"];
      return [name, typeof value === "object" ? (value as { sealed: string }).sealed : String(value)];
  }
}

function standsAt(order: Order): Step["claims"] {
  const amount = (minor: number): string => formatAmount(minor, order.currency);
  const { inEscrowMinor, releasedMinor, refundedMinor } = order.money;
  return [
    { subject: `order ${order.status}`, holds: [], line: 0 },
    { subject: `money escrow ${amount(inEscrowMinor)}`, holds: [`released ${amount(releasedMinor)}`, `refunded ${amount(refundedMinor)}`], line: 0 },
  ];
}

/** A time in whole seconds as people write it: days, hours, minutes. */
export function durationOf(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const parts: [number, string][] = [[Math.floor(seconds / 3600) % 24, "H"], [Math.floor(seconds / 60) % 60, "M"], [seconds % 60, "S"]];
  const time = parts.map(([amount, unit]) => (amount > 0 ? `${amount}${unit}` : "")).join("");
  const days = Math.floor(seconds / 86_400);
  return `P${days > 0 ? `${days}D` : ""}${time === "" ? (days > 0 ? "" : "T0S") : `T${time}`}`;
}
