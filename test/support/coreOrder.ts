// One order on the core alone: gives it commands, moves its clock, keeps its books, and checks every fact on the way.
// What an engine looks up beforehand (tracking numbers, points, evidence) comes from what the caller says there is.
import assert from "node:assert/strict";
import { unnamed } from "../../src/check/facts.ts";
import { readFileSync } from "node:fs";
import { admit, targetField, targetOf } from "../../src/core/admit.ts";
import type { Command, CommandType } from "../../src/core/commands.ts";
import { decide, nextDue } from "../../src/core/decide.ts";
import { effectsOf, type Effect } from "../../src/core/effects.ts";
import type { Actor, Sealed } from "../../src/core/event.ts";
import type { OrderEvent, Stamp } from "../../src/core/events.ts";
import { evolve } from "../../src/core/evolve.ts";
import { underLaw, type Law } from "../../src/core/law.ts";
import { place, type Placement } from "../../src/core/place.ts";
import { arrowsOf, type Arrow, type Policy } from "../../src/core/policy.ts";
import type { Refusal } from "../../src/core/refusals.ts";
import type { Known, Mint } from "../../src/core/scene.ts";
import { countedFacts } from "../../src/core/risk.ts";
import type { Order } from "../../src/core/state.ts";
import type { Elsewhere } from "../../src/story/story.ts";
import { checkTrackingNumber, normaliseTrackingNumber } from "../../src/engine/trackingNumbers.ts";
import { bookFact, checkRest, type Books } from "./invariants.ts";
import { checkShape } from "./orderShape.ts";
import { formatAmount } from "../../src/story/command.ts";

export type Recorded = OrderEvent & Stamp & { policyVersion: number };
export type Given = { events: Recorded[]; refused: null } | { events: null; refused: Refusal };
export type Deed = { command: CommandType; at: number; events: Recorded[] };
/** What the world outside the order holds. */
export type Outside = { unpaidOrders: number; points: number; trackingNumbers: string[]; foreignEvidence: Set<string>; counted?: Elsewhere["counted"] };
/** Told of every arrow that a command took and of every refusal. */
export type Witness = { arrow?: (policy: Policy, arrow: Arrow) => void; refusal?: (refusal: Refusal) => void };

const clock: Actor = { role: "clock", id: "clock" };
const TOO_MANY_DEEDS = 2_000;

const policyTexts = new Map<string, string>();

/** A shipped policy, with settings changed. */
export function policyNamed(name: string, terms: Record<string, string | number | boolean | null> = {}): Policy {
  const text = policyTexts.get(name) ?? readFileSync(new URL(`../../policies/${name}/policy.json`, import.meta.url), "utf8");
  policyTexts.set(name, text);
  const policy = JSON.parse(text) as Policy;
  for (const [term, is] of Object.entries(terms)) {
    assert.ok(policy.terms[term], `${name} has the setting ${term}`);
    policy.terms[term] = { ...policy.terms[term], is };
  }
  return policy;
}

/** The laws that are laid over policies. */
export const shippedLaws: readonly Law[] = ["eu", "uk", "cn"].map((name) => JSON.parse(readFileSync(new URL(`../../laws/${name}.json`, import.meta.url), "utf8")) as Law);

/** The law of a country, or null. */
export const lawOf = (country: string): Law | null => shippedLaws.find((law) => country in law.countries) ?? null;

/** Makes ids that look like the real ones and repeat from run to run. */
export function countingMint(): Mint {
  let count = 0;
  return (prefix) => `${prefix}_00000000-0000-7000-8000-${(count += 1).toString(16).padStart(12, "0")}`;
}

export class CoreOrder {
  order: Order | null = null;
  readonly policy: Policy;
  readonly history: Recorded[] = [];
  readonly books: Books = new Map();
  readonly effects: Effect[] = [];
  readonly outside: Outside;
  now: number;
  readonly #witness: Witness;
  readonly #trusted: boolean;
  readonly #mint = countingMint();

  /** `trusted` is false for a policy that is known to be bad: then nothing is checked on the way. */
  constructor(policy: Policy, now: number, outside: Outside, witness: Witness = {}, trusted = true) {
    this.#trusted = trusted;
    this.policy = policy;
    this.now = now;
    this.outside = outside;
    this.#witness = witness;
  }

  /** Places the order; a refusal leaves nothing. */
  place(placement: Placement, by: Actor): Given {
    const { law } = this.policy;
    const outcome = place(this.policy, law ? { ...placement, law: { name: law.law, version: law.version } } : placement, { now: this.now, actor: by, mint: this.#mint, known: { unpaidOrders: this.outside.unpaidOrders } });
    if (outcome.refused) return this.#refused(outcome.refused);
    return { events: this.#record(outcome.facts, by, outcome.order, "PlaceOrder"), refused: null };
  }

  /** Gives a command at the present time. */
  give(command: Command, actor: Actor): Given {
    const before = this.order!;
    const arrow = arrowFor(this.policy, before, command, actor, this.now);
    const outcome = decide(this.policy, before, command, { now: this.now, actor, mint: this.#mint, known: this.#known(command) });
    if (outcome.refused) return this.#refused(outcome.refused);
    const events = this.#record(outcome.facts, actor, outcome.order, command.type);
    if (this.#trusted) checkSaid(command, events);
    if (arrow && this.#trusted) {
      checkArrow(this.policy, arrow, before, this.order!);
      if (events.length > 0 || command.type === "RemindParty") this.#witness.arrow?.(this.policy, arrow);
    }
    return { events, refused: null };
  }

  /** Moves the clock to `at` and lets it do, in order, what is due on the way. */
  moveTo(at: number): Deed[] {
    const deeds: Deed[] = [];
    for (let due = this.order && nextDue(this.policy, this.order); due && due.actsAt <= at; due = nextDue(this.policy, this.order!)) {
      const at = Math.max(this.now, due.at);
      this.now = Math.max(this.now, due.actsAt);
      const given = this.give(due.command, clock);
      if (given.refused) throw new Error(`the clock's ${due.command.type} was refused: ${given.refused.refusal}`);
      deeds.push({ command: due.command.type, at, events: given.events });
      if (given.events.length === 0) throw new Error(`the clock's ${due.command.type} changed nothing and would come for ever`);
      if (deeds.length > TOO_MANY_DEEDS) throw new Error(`the clock does not come to rest: ${due.command.type}`);
    }
    this.now = Math.max(this.now, at);
    return deeds;
  }

  /** The order as a line of text: for messages. */
  describe(): string {
    const order = this.order!;
    return `${order.status} ${formatAmount(order.money.inEscrowMinor, order.currency)} in escrow: ${this.history.map((event) => event.type).join(" ")}`;
  }

  #refused(refusal: Refusal): Given {
    this.#witness.refusal?.(refusal);
    return { events: null, refused: refusal };
  }

  /** Lets the order move fact by fact from the history alone, which must lead to what the decision said (E2). */
  #record(facts: readonly OrderEvent[], by: Actor, expected: Order, command: string): Recorded[] {
    const recorded: Recorded[] = [];
    for (const fact of facts) {
      const event: Recorded = { ...structuredClone(fact), seq: this.history.length + 1, at: this.now, by, policyVersion: this.policy.version };
      assert.deepEqual(JSON.parse(JSON.stringify(event)), event, `${fact.type} is what its JSON is: nothing undefined`);
      const after = evolve(this.order, event);
      if (this.#trusted) bookFact(this.books, this.order, event, after);
      this.order = after;
      this.history.push(event);
      this.effects.push(...effectsOf(after, event));
      recorded.push(event);
    }
    assert.deepEqual(this.order, expected, `E2: the facts of ${command} give the state that was decided`);
    if (this.#trusted) {
      checkRest(this.policy, this.order!, command);
      checkShape(this.order!, command);
    }
    return recorded;
  }

  #known(command: Command): Known {
    const fields = command as Record<string, unknown>;
    const files = [...((fields.evidence as string[] | undefined) ?? []), ...((fields.documents as string[] | undefined) ?? [])];
    const { counted } = this.outside;
    const known: Known = { ...(counted ? { risk: { buyer: countedFacts(counted.buyer), seller: countedFacts(counted.seller) }, reviewer: "rita" } : {}), sellerPoints: this.outside.points + this.#pointsHere(), foreignEvidence: files.filter((file) => this.outside.foreignEvidence.has(file)) };
    if (typeof fields.trackingNumber === "string" && typeof fields.carrier === "string") {
      fields.trackingNumber = normaliseTrackingNumber(fields.trackingNumber);
      known.tracking = checkTrackingNumber(fields.carrier, fields.trackingNumber as string);
      known.trackingUsed = this.outside.trackingNumbers.includes(fields.trackingNumber as string);
    }
    return known;
  }

  #pointsHere(): number {
    return this.order!.sanctions.filter((one) => one.status !== "lifted" && one.party !== "buyer").reduce((sum, one) => sum + one.points, 0);
  }
}

function arrowFor(policy: Policy, order: Order, command: Command, actor: Actor, now: number): Arrow | null {
  const field = targetField[command.type]?.field;
  const found = targetOf(policy, order, command.type, field ? ((command as Record<string, unknown>)[field] as string | undefined) : undefined);
  return "refused" in found ? null : admit(policy, order, command.type, found.target, actor, now, command).arrow;
}

/** What somebody says with a command, and what they show, stands in a fact (T6). */
function checkSaid(command: Command, events: readonly Recorded[]): void {
  const { note, reason, text, evidence = [], documents = [] } = command as { note?: Sealed; reason?: Sealed | string; text?: Sealed; evidence?: string[]; documents?: string[] };
  const kept = JSON.stringify(events.map((event) => event.data));
  const words = [note, text, typeof reason === "string" ? undefined : reason].filter((said) => said !== undefined);
  for (const said of [...words, ...evidence, ...documents]) assert.ok(kept.includes(JSON.stringify(said)), `T6: what was said with ${command.type} is kept: ${JSON.stringify(said)}`);
}

/** Every status that the command changed is one that the arrow names. */
function checkArrow(policy: Policy, arrow: Arrow, before: Order, after: Order): void {
  const missing = unnamed(arrow, before, after);
  assert.equal(missing.join(", "), "", `${arrowName(policy, arrow)}: the arrow does not say that it leads to ${missing.join(", ")}`);
}

/** Every arrow of a policy, by a name that a person finds in it. */
export const arrowName = (policy: Policy, arrow: Arrow): string =>
  `${policy.policy}: ${arrow.command} by ${arrow.by.join()} from ${arrow.from.join()}${arrow.when ? ` when ${arrow.when.join()}` : ""}`;

/** The names of the arrows that can be taken, and of those that are there to be shown only. */
export function arrowsIn(policy: Policy): { open: string[]; onlyShown: string[] } {
  const named = (arrows: Arrow[]): string[] => arrows.map((arrow) => arrowName(policy, arrow));
  return { open: named(policy.arrows.filter((arrow) => !arrow.onlyShown)), onlyShown: named(policy.arrows.filter((arrow) => arrow.onlyShown)) };
}

/** The same for an arrow of a policy under a law: its name in the policy, or in the law that added it. */
export function plainArrowName(policy: Policy, arrow: Arrow): string {
  const plain = plainPolicies.get(policy.policy) ?? policyNamed(policy.policy);
  plainPolicies.set(policy.policy, plain);
  const own = plain.arrows[policy.arrows.indexOf(arrow)];
  return own ? arrowName(plain, own) : lawArrowName(policy.law!, arrow);
}

const plainPolicies = new Map<string, Policy>();

const lawArrowName = (law: Law, arrow: Arrow): string => `law ${law.law}: ${arrow.command} by ${arrow.by.join()} from ${arrow.from.join()}`;

/** The arrows that a law adds to a policy. */
export const lawArrowNames = (policy: Policy, law: Law): string[] => underLaw(policy, law).arrows.slice(policy.arrows.length).map((arrow) => lawArrowName(law, arrow));

export const hasCommand = (policy: Policy, command: CommandType): boolean => arrowsOf(policy, command).length > 0;
