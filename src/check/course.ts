// Explores one course: every state that one order can come to within its bound, breadth first, so that the first way to
// anything is a shortest one. Every step goes through the real core. Deterministic: the same policy gives the same proof.
import { admit, nothingToActOn, targetField } from "../core/admit.ts";
import type { Command } from "../core/commands.ts";
import type { Actor } from "../core/event.ts";
import { holds } from "../core/guards.ts";
import type { Target } from "../core/moments.ts";
import type { Policy } from "../core/policy.ts";
import { targetsOf } from "../core/deadlines.ts";
import type { Order } from "../core/state.ts";
import { breachesOfStep, unnamed } from "./facts.ts";
import { stateHash } from "./key.ts";
import { actorsOf, commandOf, deedsOf, isBeyond, type Deed } from "./moves.ts";
import type { Breach, PropertyName } from "./properties.ts";
import { breachesOfEnd, isEnd } from "./rest.ts";
import type { Course } from "./shapes.ts";
import { begin, give, nextPassing, wholeSecond, withoutReminders, type Standing } from "./step.ts";
import { firstCircle, institutionOwes } from "./silence.ts";
import { breachOfShown } from "./shown.ts";
import { NOWHERE, Visited } from "./visited.ts";
import { tracesOf } from "./withdrawing.ts";

/** Time passing, among the moves: no list of deeds is ever that long. */
export const TIME_PASSES = 0xffff;

/** The first breach of a property: the moves that lead to it, and what is wrong there. */
export type Finding = { property: PropertyName; what: string; moves: number[] };

export type CourseResult = { states: number; complete: boolean; arrows: Set<number>; deadlines: Set<number>; findings: Finding[]; quiet: Standing[] };

type Waiting = Standing & { number: number };

/** How often what is shown is held against what is accepted: in the first states, and in one of so many. */
const SHOWN_EVERY = 16;
const TELL_EVERY = 2_000;

export class Exploration {
  readonly arrows = new Set<number>();
  readonly deadlines = new Set<number>();
  readonly findings = new Map<PropertyName, Finding>();
  readonly quiet = new Map<string, Standing>();
  readonly #policy: Policy;
  readonly #course: Course;
  readonly #visited: Visited;
  #ahead: Waiting[] = [];
  #complete = true;

  constructor(policy: Policy, course: Course, most: number) {
    this.#policy = withoutReminders(policy);
    this.#course = course;
    this.#visited = new Visited(most);
  }

  /** Goes as far as there is room. `progress` is told now and then how many states there are. */
  run(progress: (states: number) => void): CourseResult {
    this.#reach(begin(this.#policy, this.#course.shape), { from: NOWHERE, move: 0 });
    while (this.#ahead.length > 0) {
      const level = this.#ahead;
      this.#ahead = [];
      for (const [index, waiting] of level.entries()) {
        this.#expand(waiting);
        if (index % TELL_EVERY === 0) progress(this.#visited.count);
      }
    }
    this.#lookForCircles();
    return { states: this.#visited.count, complete: this.#complete, arrows: this.arrows, deadlines: this.deadlines, findings: [...this.findings.values()], quiet: [...this.quiet.values()] };
  }

  #reach(standing: Standing, origin: { from: number; move: number }): number {
    const reached = this.#visited.add(stateHash(this.#policy, standing.order, standing.now), origin);
    if (!reached) {
      this.#complete = false;
      return NOWHERE;
    }
    if (reached.fresh) this.#ahead.push({ ...standing, number: reached.number });
    return reached.number;
  }

  #expand(at: Waiting): void {
    const { order, number } = at;
    const owed = institutionOwes(order);
    const ended = isEnd(order);
    if (ended) {
      for (const breach of breachesOfEnd(order)) this.#found(breach, number);
      this.#visited.silence[number] = number;
    }
    const looks = number < TELL_EVERY || number % SHOWN_EVERY === 0;
    let move = 0;
    for (const actor of actorsOf(this.#policy, order)) {
      for (const deed of deedsOf(this.#course, this.#policy, order, actor)) {
        if (looks) this.#checkShown(at, deed, move);
        const awaited = !ended && owed !== null && deed.type === owed.type && deed.target?.id === owed.refundId;
        this.#tryOut(at, deed, move, awaited);
        move += deed.inputs.length;
      }
    }
    this.#letTimePass(at, !ended && owed === null);
    if (at.number < TELL_EVERY * 10 && order.returns.length + order.claims.length + order.cancellations.length === 0) {
      if (!this.quiet.has(order.status)) this.quiet.set(order.status, { order, now: at.now });
    }
  }

  #tryOut(at: Waiting, deed: Deed, firstMove: number, awaited: boolean): void {
    const { order, now, number } = at;
    if (isBeyond(this.#course.bound, deed.type, order)) return;
    if (targetField[deed.type] && deed.target === null) return;
    const policy = this.#policy;
    const { shape } = this.#course;
    if (admit(policy, order, deed.type, deed.target, deed.actor, now, null).refused) return;
    for (const [index, input] of deed.inputs.entries()) {
      const command = commandOf(deed, input);
      const outcome = this.#answered(() => give(policy, shape, at, deed.actor, command), number, firstMove + index);
      if (!outcome || outcome.refused) continue;
      const { arrow } = admit(policy, order, deed.type, deed.target, deed.actor, now, command);
      if (arrow) this.#took(arrow, order, outcome.order, number, firstMove + index);
      for (const breach of breachesOfStep(order, outcome.facts, outcome.order, deed.actor, now)) this.#found(breach, number, firstMove + index);
      for (const breach of tracesOf(policy, shape, order, outcome.order, deed.type, deed.actor, now)) this.#found(breach, number, firstMove + index);
      const next = this.#reach({ order: outcome.order, now }, { from: number, move: firstMove + index });
      if (awaited) this.#visited.fallSilent(number, next, firstMove + index);
    }
  }

  #letTimePass(at: Waiting, silent: boolean): void {
    const { order, number } = at;
    const policy = this.#policy;
    const passing = this.#answered(() => nextPassing(policy, at), number);
    if (passing === undefined) return;
    if (passing === null) {
      if (silent) this.#found({ property: "silenceEnds", what: `nothing happens any more, and the order is ${order.status}` }, number);
      return;
    }
    const then = wholeSecond(passing.at);
    let after = order;
    if (passing.command) {
      const command = passing.command;
      const outcome = this.#answered(() => give(policy, this.#course.shape, { order, now: passing.at }, passing.actor, command), number, TIME_PASSES);
      if (!outcome) return;
      if (outcome.refused) return this.#found({ property: "deadlineActs", what: `the clock's ${command.type} is refused: ${outcome.refused.refusal}` }, number);
      if (outcome.facts.length === 0) return this.#found({ property: "deadlineActs", what: `the clock's ${command.type} changes nothing and comes again and again` }, number);
      this.#fired(order, command, passing.at);
      const target = targetAmong(order, command);
      const { arrow } = admit(policy, order, command.type, target, passing.actor, passing.at, command);
      if (arrow) this.#took(arrow, order, outcome.order, number, TIME_PASSES);
      for (const breach of breachesOfStep(order, outcome.facts, outcome.order, passing.actor, passing.at)) this.#found(breach, number, TIME_PASSES);
      after = outcome.order;
    }
    const next = this.#reach({ order: after, now: then }, { from: number, move: TIME_PASSES });
    if (silent) this.#visited.fallSilent(number, next, TIME_PASSES);
  }

  #checkShown(at: Waiting, deed: Deed, move: number): void {
    const { order, now } = at;
    if (deed.inputs.length === 0 || ["institution", "carrier"].includes(deed.actor.role)) return;
    const aimed = targetField[deed.type];
    const shown = aimed && deed.target === null ? { refused: nothingToActOn(aimed.noun) } : admit(this.#policy, order, deed.type, deed.target, deed.actor, now, null);
    const outcomes = deed.inputs.map((input) => this.#answered(() => give(this.#policy, this.#course.shape, at, deed.actor, commandOf(deed, input)), at.number, move));
    const what = breachOfShown(deed, shown.refused?.refusal ?? null, outcomes.map((outcome) => outcome?.refused?.refusal ?? null));
    if (what) this.#found({ property: "permissionsTrue", what }, at.number, move);
  }

  #took(arrow: Policy["arrows"][number], before: Order, after: Order, number: number, move: number): void {
    this.arrows.add(this.#policy.arrows.indexOf(arrow));
    const wrong = unnamed(arrow, before, after);
    if (wrong.length > 0) this.#found({ property: "ruleLeadsWhereItSays", what: `${arrow.command} leads to ${wrong.join(", ")}, which its rule does not name` }, number, move);
  }

  #fired(order: Order, command: Command, at: number): void {
    const policy = this.#policy;
    const target = targetAmong(order, command);
    policy.deadlines.forEach((rule, index) => {
      const noun = target ? targetField[command.type]!.noun : "order";
      if (rule.otherwise !== command.type || !rule.in.includes(`${noun}.${target ? target.status : order.status}`)) return;
      if (holds(rule.when, { policy, order, target, actor: CLOCK, now: at })) this.deadlines.add(index);
    });
  }

  /** What the core throws is a hole in the rules. */
  #answered<T>(ask: () => T, number: number, move?: number): T | undefined {
    try {
      return ask();
    } catch (error) {
      const { message } = error as Error;
      this.#found({ property: /exceeds|more than/.test(message) ? "refundWithinPayment" : "alwaysAnswered", what: message }, number, move);
      return undefined;
    }
  }

  #found({ property, what }: Breach, number: number, move?: number): void {
    if (this.findings.has(property)) return;
    this.findings.set(property, { property, what, moves: [...this.#visited.wayTo(number), ...(move === undefined ? [] : [move])] });
  }

  #lookForCircles(): void {
    const found = firstCircle(this.#visited);
    if (!found) return;
    const finding: Finding = {
      property: "silenceEnds", what: "silence goes round in a circle: the same deadlines come again and again",
      moves: [...this.#visited.wayTo(found.state), ...found.circle.map((state) => this.#visited.silentMove[state]!)],
    };
    const already = this.findings.get("silenceEnds");
    if (!already || already.moves.length > finding.moves.length) this.findings.set("silenceEnds", finding);
  }
}

const CLOCK: Actor = { role: "clock", id: "clock" };

/** The part of the order that a command of the clock is about. */
export function targetAmong(order: Order, command: Command): Target | null {
  const aimed = targetField[command.type];
  if (!aimed) return null;
  const id = (command as Record<string, unknown>)[aimed.field];
  return targetsOf(order, aimed.noun).find((one) => one.id === id) ?? null;
}
