// Explores one course: every state that one order can come to within its bound, breadth first, so that the first way to
// anything is a shortest one; from where the room ends, random walks. With more room it goes on from there. Every step goes
// through the real core. Deterministic: the same policy and room give the same result.
import { admit, nothingToActOn, targetField } from "../core/admit.ts";
import type { Command } from "../core/commands.ts";
import type { Outcome } from "../core/decide.ts";
import { targetsOf } from "../core/deadlines.ts";
import type { Actor } from "../core/event.ts";
import { holds } from "../core/guards.ts";
import type { Target } from "../core/moments.ts";
import type { Arrow, Policy } from "../core/policy.ts";
import { isComingBack, type Order } from "../core/state.ts";
import { breachOfLaw } from "./lawful.ts";
import { breachesOfStep, unnamed } from "./facts.ts";
import { stateHash } from "./key.ts";
import { actorsOf, commandOf, deedsOf, isBeyond, TIME_PASSES, type Deed } from "./moves.ts";
import type { Breach, PropertyName } from "./properties.ts";
import { breachesOfEnd, breachesOfState, isEnd } from "./rest.ts";
import type { Course } from "./shapes.ts";
import { breachOfShown } from "./shown.ts";
import { firstCircle, institutionOwes } from "./silence.ts";
import { begin, give, nextPassing, wholeSecond, withoutReminders, type Standing } from "./step.ts";
import { follow } from "./tell.ts";
import { NOWHERE, Visited, type Origin } from "./visited.ts";
import { tracesOf } from "./withdrawing.ts";

/** The first breach of a property: the moves that lead to it, and what is wrong there. */
export type Finding = { property: PropertyName; what: string; moves: number[] };

/** How many states were visited, and whether those are all. */
export type Extent = { states: number; complete: boolean };

/** `quiet` are the first states of each status in which nobody has asked for anything. */
export type CourseResult = Extent & { arrows: Set<number>; deadlines: Set<number>; findings: Finding[]; quiet: Standing[] };

type Waiting = Standing & { number: number };
/** Where a walk came to: by those moves from the state of that number. */
type Far = Waiting & { moves: number[] };

/** How often what is shown is held against what is accepted: in the first states, and in one of so many. */
const SHOWN_EVERY = 16;
const TELL_EVERY = 2_000;
/** One walk for so many states that there was room for, up to a most. */
const STATES_A_WALK = 40;
const MOST_WALKS = 1_000;
const LONGEST_WALK = 40;
/** Of ten steps of a walk, how many let time pass. */
const IDLE_IN_TEN = 4;

export class Exploration {
  readonly #policy: Policy;
  readonly #course: Course;
  readonly #visited = new Visited();
  readonly #arrows = new Set<number>();
  readonly #deadlines = new Set<number>();
  readonly #findings = new Map<PropertyName, Finding>();
  readonly #quiet = new Map<string, Standing>();
  /** The numbers of the states at which the room ended: some of what follows them was not visited. */
  #edge: number[] = [];
  #ahead: Waiting[] = [];
  /** How the present step came about: the state that it starts from, and the moves since then. */
  #way: { number: number; moves: number[] } = { number: 0, moves: [] };

  constructor(policy: Policy, course: Course) {
    this.#policy = withoutReminders(policy);
    this.#course = course;
  }

  /** Goes as far as there is room for `most` states, and from where the room ended before. `progress` is told now and then how many states there are; `until` ends the search with the first breach of that property. */
  explore(most: number, progress: (states: number) => void, until?: PropertyName): Extent {
    this.#visited.makeRoom(most);
    if (this.#visited.count === 0) this.#reach(begin(this.#policy, this.#course.shape), { from: NOWHERE, move: 0 });
    let expanded = 0;
    const expand = (at: Waiting): boolean => {
      this.#expand(at);
      expanded += 1;
      if (expanded % TELL_EVERY === 0) progress(this.#visited.count);
      return !this.#has(until);
    };
    const edge = this.#edge;
    this.#edge = [];
    edge.every((number) => expand(this.#standingAt(number)));
    while (this.#ahead.length > 0 && !this.#has(until)) {
      const level = this.#ahead;
      this.#ahead = [];
      level.every(expand);
    }
    return { states: this.#visited.count, complete: this.#edge.length === 0 };
  }

  /** What was found, after a look at where silence goes round and walks beyond the edge. */
  result(until?: PropertyName): CourseResult {
    const complete = this.#edge.length === 0;
    this.#lookForCircles();
    if (!complete && !this.#has(until)) this.#wander();
    return { states: this.#visited.count, complete, arrows: this.#arrows, deadlines: this.#deadlines, findings: [...this.#findings.values()], quiet: [...this.#quiet.values()] };
  }

  /** The shortest moves to a state, by its number: below `states`, the nearest ones first. */
  wayTo(number: number): number[] {
    return this.#visited.wayTo(number);
  }

  /** The state of that number, played anew: states are not kept. */
  #standingAt(number: number): Waiting {
    return { ...follow(this.#policy, this.#course, this.wayTo(number)).standing, number };
  }

  #has(property: PropertyName | undefined): boolean {
    return property !== undefined && this.#findings.has(property);
  }

  #reach(standing: Standing, origin: Origin): number | null {
    const reached = this.#visited.add(stateHash(this.#policy, standing.order, standing.now), origin);
    if (reached?.fresh) this.#ahead.push({ ...standing, number: reached.number });
    return reached && reached.number;
  }

  #expand(at: Waiting): void {
    const { order, number } = at;
    const owed = institutionOwes(order);
    const ended = isEnd(order);
    const looks = number < TELL_EVERY || number % SHOWN_EVERY === 0;
    this.#way = { number, moves: [] };
    this.#look(at);
    if (ended) this.#visited.fallSilent(number, number, TIME_PASSES);
    let beyond = false;
    let move = 0;
    for (const deed of this.#deeds(order)) {
      if (looks) this.#checkShown(at, deed, move);
      const awaited = !ended && owed !== null && deed.type === owed.type && deed.target?.id === owed.target;
      if (this.#isOpen(at, deed)) {
        for (let input = 0; input < deed.inputs.length; input += 1) {
          const next = this.#try(at, deed, deed.inputs[input]!, move + input);
          if (!next) continue;
          const reached = this.#reach(next, { from: number, move: move + input });
          if (awaited && input === 0 && reached !== null) this.#visited.fallSilent(number, reached, move + input);
          beyond ||= reached === null;
        }
      }
      move += deed.inputs.length;
    }
    const then = this.#letTimePass(at);
    const reached = then && this.#reach(then, { from: number, move: TIME_PASSES });
    if (then && !ended && owed === null && reached !== null) this.#visited.fallSilent(number, reached, TIME_PASSES);
    if (beyond || (then && reached === null)) this.#edge.push(number);
    if (order.returns.length + order.claims.length + order.cancellations.length === 0 && !this.#quiet.has(order.status)) this.#quiet.set(order.status, { order, now: at.now });
  }

  /** Goes on from the edge at random, where not everything can be visited, and again from where a walk met statuses that stood together nowhere before: for rules and breaches that lie far away. */
  #wander(): void {
    let seed = 1;
    const draw = (below: number): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const seen = new Set<string>();
    const far: Far[] = [];
    for (let walk = 0; walk < Math.min(MOST_WALKS, this.#visited.count / STATES_A_WALK); walk += 1) {
      const from: Far = far.length > 0 && draw(2) === 0 ? far[draw(far.length)]! : { ...this.#standingAt(this.#edge[draw(this.#edge.length)]!), moves: [] };
      const moves = [...from.moves];
      for (let at: Standing | null = from; at !== null && moves.length < from.moves.length + LONGEST_WALK; ) {
        this.#way = { number: from.number, moves };
        this.#look(at);
        const look = statusesOf(at.order);
        if (!seen.has(look)) far.push({ ...at, number: from.number, moves: [...moves] });
        seen.add(look);
        at = draw(10) < IDLE_IN_TEN ? this.#idle(at, moves) : this.#act(at, moves, draw);
      }
    }
  }

  #idle(at: Standing, moves: number[]): Standing | null {
    const next = this.#letTimePass(at);
    if (next) moves.push(TIME_PASSES);
    return next;
  }

  #act(at: Standing, moves: number[], draw: (below: number) => number): Standing | null {
    const open: { deed: Deed; first: number }[] = [];
    const untaken: typeof open = [];
    let first = 0;
    for (const deed of this.#deeds(at.order)) {
      const arrow = deed.inputs.length > 0 ? this.#openArrow(at, deed) : null;
      if (arrow) open.push({ deed, first });
      if (arrow && !this.#arrows.has(this.#policy.arrows.indexOf(arrow))) untaken.push({ deed, first });
      first += deed.inputs.length;
    }
    if (open.length === 0) return this.#idle(at, moves);
    const among = untaken.length > 0 && draw(2) === 0 ? untaken : open;
    const { deed, first: firstMove } = among[draw(among.length)]!;
    const input = draw(deed.inputs.length);
    const next = this.#try(at, deed, deed.inputs[input]!, firstMove + input);
    if (!next) return this.#idle(at, moves);
    moves.push(firstMove + input);
    return next;
  }

  #deeds(order: Order): Deed[] {
    return actorsOf(this.#policy, order).flatMap((actor) => deedsOf(this.#course, this.#policy, order, actor));
  }

  #isOpen(at: Standing, deed: Deed): boolean {
    return this.#openArrow(at, deed) !== null;
  }

  /** The rule by which the deed is open here; null where none is. */
  #openArrow({ order, now }: Standing, { actor, type, target }: Deed): Arrow | null {
    if (isBeyond(this.#course.bound, type, order, target) || (targetField[type] && target === null)) return null;
    const { refused, arrow } = admit(this.#policy, order, type, target, actor, now, null);
    return refused === null ? arrow : null;
  }

  /** Gives a command and looks at what follows; null where it is refused. */
  #try(at: Standing, deed: Deed, input: object, move: number): Standing | null {
    const { order, now } = at;
    const command = commandOf(deed, input);
    const outcome = this.#answered(() => give(this.#policy, this.#course.shape, at, deed.actor, command), move);
    if (!outcome || outcome.refused) return null;
    this.#checkStep(order, outcome, deed.target, command, deed.actor, now, move);
    for (const breach of tracesOf(this.#policy, this.#course.shape, order, outcome.order, deed.actor, now)) this.#found(breach, move);
    return { order: outcome.order, now };
  }

  /** Lets time pass to the next instant at which something changes; null where there is none, or the clock cannot do it. */
  #letTimePass(at: Standing): Standing | null {
    const { order } = at;
    const passing = this.#answered(() => nextPassing(this.#policy, at));
    if (passing === undefined) return null;
    if (passing === null) {
      if (!isEnd(order) && institutionOwes(order) === null) this.#found({ property: "silenceEnds", what: `nothing happens any more, and the order is ${order.status}` });
      return null;
    }
    const now = wholeSecond(passing.at);
    if (!passing.command) return { order, now };
    const command = passing.command;
    const outcome = this.#answered(() => give(this.#policy, this.#course.shape, { order, now: passing.at }, passing.actor, command), TIME_PASSES);
    if (!outcome) return null;
    if (outcome.refused) return this.#found({ property: "deadlineActs", what: `the clock's ${command.type} is refused: ${outcome.refused.refusal}` });
    if (outcome.facts.length === 0) return this.#found({ property: "deadlineActs", what: `the clock's ${command.type} changes nothing and comes again and again` });
    const target = targetAmong(order, command);
    this.#fired(order, target, command, passing.at);
    this.#checkStep(order, outcome, target, command, passing.actor, passing.at, TIME_PASSES);
    return { order: outcome.order, now };
  }

  #checkStep(order: Order, outcome: Extract<Outcome, { refused: null }>, target: Target | null, command: Command, actor: Actor, now: number, move: number): void {
    const { arrow } = admit(this.#policy, order, command.type, target, actor, now, command);
    if (arrow) {
      this.#arrows.add(this.#policy.arrows.indexOf(arrow));
      const wrong = unnamed(arrow, order, outcome.order);
      if (wrong.length > 0) this.#found({ property: "ruleLeadsWhereItSays", what: `${command.type} leads to ${wrong.join(", ")}, which its rule does not name` }, move);
    }
    for (const breach of breachesOfStep(order, outcome.facts, outcome.order, actor, now)) this.#found(breach, move);
  }

  #look(at: Standing): void {
    const { order } = at;
    const unlawful = breachOfLaw(this.#policy, this.#course.law, at);
    if (unlawful) this.#found(unlawful);
    for (const breach of breachesOfState(this.#policy, order)) this.#found(breach);
    if (isEnd(order)) for (const breach of breachesOfEnd(this.#policy, order)) this.#found(breach);
  }

  #checkShown(at: Standing, deed: Deed, move: number): void {
    if (deed.inputs.length === 0 || deed.actor.role === "institution" || deed.actor.role === "carrier") return;
    const aimed = targetField[deed.type];
    const shown = aimed && deed.target === null ? { refused: nothingToActOn(aimed.noun) } : admit(this.#policy, at.order, deed.type, deed.target, deed.actor, at.now, null);
    const given = deed.inputs.map((input) => this.#answered(() => give(this.#policy, this.#course.shape, at, deed.actor, commandOf(deed, input)), move)?.refused?.refusal ?? null);
    const what = breachOfShown(deed, shown.refused?.refusal ?? null, given);
    if (what) this.#found({ property: "permissionsTrue", what }, move);
  }

  #fired(order: Order, target: Target | null, command: Command, now: number): void {
    const noun = target ? targetField[command.type]!.noun : "order";
    const status = `${noun}.${target ? target.status : order.status}`;
    this.#policy.deadlines.forEach((rule, index) => {
      if (rule.otherwise !== command.type || !rule.in.includes(status)) return;
      if (holds(rule.when, { policy: this.#policy, order, target, actor: { role: "clock", id: "clock" }, now })) this.#deadlines.add(index);
    });
  }

  /** What the core throws is a hole in the rules. */
  #answered<T>(ask: () => T, move?: number): T | undefined {
    try {
      return ask();
    } catch (error) {
      const { message } = error as Error;
      this.#found({ property: /exceeds|more than/.test(message) ? "refundWithinPayment" : "alwaysAnswered", what: message }, move);
      return undefined;
    }
  }

  /** Keeps the first breach of each property. Returns null, for whoever cannot go on after it. */
  #found({ property, what }: Breach, move?: number): null {
    const { number, moves } = this.#way;
    if (!this.#findings.has(property)) this.#findings.set(property, { property, what, moves: [...this.#visited.wayTo(number), ...moves, ...(move === undefined ? [] : [move])] });
    return null;
  }

  #lookForCircles(): void {
    const found = firstCircle(this.#visited);
    if (!found) return;
    const moves = [...this.#visited.wayTo(found.state), ...found.circle.map((state) => this.#visited.silentMove[state]!)];
    const already = this.#findings.get("silenceEnds");
    if (!already || already.moves.length > moves.length) this.#findings.set("silenceEnds", { property: "silenceEnds", what: "silence goes round in a circle: the same deadlines come again and again", moves });
  }
}

/** Which statuses stand together on an order, and which money is on its way back from the buyer. */
function statusesOf(order: Order): string {
  const parts = [order.cancellations, order.returns, order.claims, order.reversals, order.refunds].map((list) => list.map(({ status }) => status).sort().join());
  return [order.status, ...parts, order.refunds.filter(isComingBack).length].join(";");
}

/** The part of the order that a command of the clock is about. */
function targetAmong(order: Order, command: Command): Target | null {
  const aimed = targetField[command.type];
  if (!aimed) return null;
  const id = (command as Record<string, unknown>)[aimed.field];
  return targetsOf(order, aimed.noun).find((one) => one.id === id) ?? null;
}
