// Many stories at once on one clock: every order in its own world on the core, and in each engine. What anybody is asked is asked of
// all; their answers, versions, histories and states must be the same. What differs is thrown as a Difference.
import pg from "pg";
import type { Placement } from "../../../src/core/place.ts";
import type { Arrow, Policy } from "../../../src/core/policy.ts";
import type { Order } from "../../../src/core/state.ts";
import { arrowName } from "../coreOrder.ts";
import { nameless, type Ask, type Outcome } from "./ask.ts";
import type { Turn } from "./choose.ts";
import { isSame, type Side, type SideName } from "./side.ts";
import { count, type Tally } from "./tally.ts";
import { World, type Fault, type FaultAt, type Way } from "./world.ts";

/** A turn of a story, `at` milliseconds after its beginning; `ways` on the sides that took what came at once otherwise than usual. */
export type Entry = { at: number; turn: Turn; ways: Map<SideName, Way> };
/** An order as it is to be placed, and what has been asked of it so far. */
export type Story = { policy: Policy; placement: Placement; entries: Entry[] };

type Running = Story & { shared: World; own: Map<SideName, World>; ids: Map<SideName, string>; faults: Faults };
/** What the institution did wrong, by the time since the beginning. */
export type Faults = Map<number, Fault>;

/** Where two opinions differ. `story` is the one that shows it. */
export class Difference extends Error {
  readonly story: Story;
  readonly faults: Faults;
  constructor(story: Story, faults: Faults, what: string) {
    super(what);
    this.story = story;
    this.faults = faults;
  }
}

const DAY = 86_400_000;
const SECOND = 1_000;
/** Clocks are moved by whole seconds: what happens within one happens at its end. */
const secondOf = (at: number): number => Math.ceil(at / SECOND) * SECOND;
const SILENCE = 420 * DAY;
const SEVER_AFTER_MS = 3;
const RESENDS = 20;

const USUAL: Way = { reversed: false, labelsBetween: false };
const OTHERWISE: Way[] = [{ reversed: true, labelsBetween: false }, { reversed: false, labelsBetween: true }, { reversed: true, labelsBetween: true }];

/** `base` is when the stories begin on every clock. `faults` says what the institution does, by the time since then. */
export type BatchWish = { sides: Side[]; base: number; faults: (since: number) => Fault | null; tally: Tally };

export class Batch {
  readonly stories: Running[] = [];
  readonly #wish: BatchWish;
  readonly #faultAt: FaultAt;
  #now: number;

  constructor(wish: BatchWish) {
    this.#wish = wish;
    this.#now = wish.base;
    this.#faultAt = (now) => wish.faults(secondOf(now) - wish.base);
  }

  get since(): number {
    return this.#now - this.#wish.base;
  }

  /** Places all orders, each twice at once: it is placed once. */
  async begin(stories: readonly { policy: Policy; placement: Placement }[]): Promise<void> {
    const { sides, base } = this.#wish;
    await together(sides.map((side) => side.begin(base)));
    for (const { policy, placement } of stories) {
      const story: Story = { policy, placement, entries: [] };
      this.stories.push({ ...story, shared: this.#world(story), own: new Map(), ids: new Map(), faults: new Map() });
    }
    await together(sides.flatMap((side) => this.stories.map(async (story) => {
      const [id, again] = await Promise.all([side.place(story.placement), story.placement.externalId.endsWith("0") ? side.place(story.placement) : null]);
      if (again !== null && again !== id) throw this.#difference(story, `${side.name} placed the same order twice`);
      story.ids.set(side.name, id);
    })));
  }

  /** Lets time pass on all clocks to a whole second, with the institution's faults at theirs. */
  async moveTo(since: number): Promise<void> {
    const target = secondOf(this.#wish.base + since);
    for (const story of this.stories) {
      for (const world of this.#worldsOf(story)) {
        this.#within(story, () => world.moveTo(target));
        for (const at of world.faultyCalls) story.faults.set(secondOf(at) - this.#wish.base, this.#faultAt(at)!);
      }
    }
    await together(this.#wish.sides.map((side) => this.#moveSide(side, target)));
    for (const world of this.#worlds()) world.faultyCalls.length = 0;
    this.#now = Math.max(this.#now, target);
  }

  async #moveSide(side: Side, target: number): Promise<void> {
    const calls = Map.groupBy(this.stories.flatMap((story) => this.#worldOf(story, side.name).faultyCalls), secondOf);
    for (const [at, { length }] of [...calls].sort(([a], [b]) => a - b)) {
      const fault = this.#faultAt(at)!;
      if (at - SECOND >= this.#now) await side.moveTo(at - SECOND);
      await side.misbehave(Array.from({ length }, () => fault));
      await side.moveTo(at);
      const left = await side.misbehave([]);
      count(this.#wish.tally.faults, `${side.name} ${fault}`, length);
      if (left > 0) throw this.#difference(this.#called(side.name, at), `${side.name} handed ${left} refund(s) less over than ${length} at ${new Date(at).toISOString()}`);
    }
    await side.moveTo(target);
  }

  #called = (side: SideName, at: number): Running => this.stories.find((story) => this.#worldOf(story, side).faultyCalls.some((call) => secondOf(call) === at))!;

  /** Everybody has a turn, all at once. With `sever`, connections of the engine on a server are cut meanwhile. */
  async turns(next: (story: Running, world: World) => Turn | null, sever: string | null = null): Promise<void> {
    const asked = this.stories.flatMap((story) => {
      const turn = next(story, story.shared);
      if (!turn) return [];
      const entry: Entry = { at: this.since, turn, ways: new Map() };
      return [{ story, entry }];
    });
    const rows = new Map(await together(this.#wish.sides.map(async (side) => [side.name, await this.#ordersOn(side)] as const)));
    const expected = asked.map(({ story, entry }) => this.#within({ ...story, entries: [...story.entries, entry] }, () => story.shared.askAtOnce(entry.turn.asks, USUAL)));
    // A label that could not be made is tried later: that time would differ.
    const severed = sever !== null && expected.flat().every((outcome) => outcome.kind !== "accepted" || !outcome.events.some((event) => /Return/.test(event)));
    await together(this.#wish.sides.map(async (side) => {
      const cutHere = severed && side.name === "postgres";
      const answers = asked.map(({ story, entry }) => Promise.all(entry.turn.asks.map((ask) => askSide(side, ask, rows.get(side.name)!.get(story.ids.get(side.name)!)!, story, cutHere))));
      if (cutHere) await cut(sever);
      const given = await Promise.all(answers);
      if (cutHere) await connectedAgain(side);
      for (const [index, { story, entry }] of asked.entries()) this.#compareTurn(side, story, entry, expected[index]!, given[index]!);
    }));
    if (severed) count(this.#wish.tally.faults, "postgres all connections cut");
    for (const [index, { story, entry }] of asked.entries()) {
      story.entries.push(entry);
      this.#count(entry, expected[index]!);
    }
    for (const side of this.#wish.sides) this.#listen(side, severed);
  }

  #compareTurn(side: Side, story: Running, entry: Entry, expected: Outcome[], given: { outcome: Outcome; resent: boolean }[]): void {
    const { asks } = entry.turn;
    const own = story.own.get(side.name);
    const ours = own ? this.#within(story, () => own.askAtOnce(asks, USUAL)) : expected;
    const fits = (outcomes: Outcome[]): boolean => outcomes.every((outcome, index) => (given[index]!.resent && asks[index]!.key === null) || isSame(outcome, given[index]!.outcome));
    if (fits(ours)) return;
    for (const way of asks.length > 1 ? OTHERWISE : []) {
      const other = this.#replayed(story, side.name);
      if (!fits(this.#within(story, () => other.askAtOnce(asks, way)))) continue;
      entry.ways.set(side.name, way);
      story.own.set(side.name, other);
      return count(this.#wish.tally.tricks, "at once, the other way round");
    }
    const told = given.map(({ outcome }) => JSON.stringify(outcome)).join(" and ");
    throw this.#difference({ ...story, entries: [...story.entries, entry] }, `the core says ${ours.map((one) => JSON.stringify(one)).join(" and ")}, ${side.name} says ${told}`);
  }

  /** The story's world once more, as it was on that side before this turn. */
  #replayed(story: Running, side: SideName): World {
    const world = this.#world(story);
    for (const { at, turn, ways } of story.entries) {
      world.moveTo(this.#wish.base + at);
      world.askAtOnce(turn.asks, ways.get(side) ?? USUAL);
    }
    world.moveTo(this.#now);
    world.faultyCalls.length = 0;
    return world;
  }

  /** Everybody falls silent until all has ended; then everything is compared. */
  async end(): Promise<void> {
    await this.moveTo(this.since + SILENCE);
    for (const story of this.stories) for (const world of this.#worldsOf(story)) this.#checkEnded(story, world);
    for (const side of this.#wish.sides) {
      const rows = await this.#ordersOn(side);
      const ids = this.stories.map((story) => story.ids.get(side.name)!);
      const histories = await side.engine.store.eventsWithin(ids.map((orderId) => ({ orderId, afterSeq: 0, version: 2_147_483_647 })));
      for (const [index, story] of this.stories.entries()) this.#compareHistory(side, story, histories[index]!, rows.get(ids[index]!)!);
      this.#listen(side, false);
    }
    const { tally } = this.#wish;
    tally.stories += this.stories.length;
    for (const { shared } of this.stories) tally.events += shared.history.length;
  }

  #checkEnded(story: Running, { order, describe }: World): void {
    const ended = order.status === "closed" || order.status === "completed";
    if (!ended || order.money.inEscrowMinor !== 0 || order.money.refundingMinor !== 0) throw this.#difference(story, `P2: it has not come to its end: ${describe()}`);
  }

  #compareHistory(side: Side, story: Running, history: readonly object[], row: Order): void {
    const world = this.#worldOf(story, side.name);
    const [ours, theirs] = [new Map<string, string>(), new Map<string, string>()];
    for (let index = 0; index < Math.max(world.history.length, history.length); index += 1) {
      const one = world.history[index] ? nameless(lineOf(world.history[index]!), ours) : "null";
      const other = history[index] ? nameless(lineOf(history[index]!), theirs) : "null";
      if (one !== other && sorted(one) !== sorted(other)) throw this.#difference(story, `event ${index + 1} is\n  ${one} on the core,\n  ${other} on ${side.name}`);
    }
    const [one, other] = [sorted(nameless(JSON.stringify(world.order), ours)), sorted(nameless(JSON.stringify(row), theirs))];
    if (one !== other) throw this.#difference(story, `the order is\n  ${one} on the core,\n  ${other} on ${side.name}`);
  }

  async #ordersOn(side: Side): Promise<Map<string, Order>> {
    const rows = await side.engine.store.orders(this.stories.map((story) => story.ids.get(side.name)!));
    for (const story of this.stories) {
      const row = rows.get(story.ids.get(side.name)!);
      const { order } = this.#worldOf(story, side.name);
      if (!row || row.version !== order.version || row.status !== order.status) {
        throw this.#difference(story, `the order is ${order.status} at version ${order.version} on the core, ${row ? `${row.status} at version ${row.version}` : "not there"} on ${side.name}: ${this.#worldOf(story, side.name).describe()}`);
      }
    }
    return new Map([...rows].map(([id, { state }]) => [id, state as Order]));
  }

  #listen(side: Side, severed: boolean): void {
    const said = side.complaints.splice(0);
    if (said.length > 0 && !severed) throw this.#difference(this.stories[0]!, `${side.name} complained: ${said.join("; ")}`);
  }

  #count({ turn: { asks, trick } }: Entry, outcomes: Outcome[]): void {
    const { tally } = this.#wish;
    if (trick) count(tally.tricks, trick);
    for (const [index, outcome] of outcomes.entries()) {
      tally.asked += 1;
      if (outcome.kind === "accepted") count(tally.accepted, asks[index]!.command.type);
      else if (outcome.kind === "refused") count(tally.refused, outcome.refusal);
      else count(tally.otherwise, outcome.kind);
    }
  }

  #world = ({ policy, placement }: Story): World =>
    new World(policy, placement, this.#wish.base, this.#faultAt, { arrow: (of, arrow) => count(this.#wish.tally.arrows, nameOfArrow(policy, of, arrow)) });
  #worldOf = (story: Running, side: SideName): World => story.own.get(side) ?? story.shared;
  #worldsOf = (story: Running): World[] => [story.shared, ...story.own.values()];
  #worlds = (): World[] => this.stories.flatMap((story) => this.#worldsOf(story));

  /** What the core throws is a finding of that story. */
  #within<T>(story: Running, run: () => T): T {
    try {
      return run();
    } catch (error) {
      throw this.#difference(story, `the core throws: ${(error as Error).message}`);
    }
  }

  #difference({ policy, placement, entries, faults }: Running, what: string): Difference {
    return new Difference({ policy, placement, entries: [...entries] }, new Map(faults), what);
  }
}

/** Sends it; what got no answer is sent again with the same key, as a careful client would. */
async function askSide(side: Side, ask: Ask, seen: Order, { placement }: Story, again: boolean): Promise<{ outcome: Outcome; resent: boolean }> {
  let outcome = await side.ask(ask, seen, placement.externalId);
  let resends = 0;
  while (again && outcome.kind === "threw" && (resends += 1) < RESENDS) outcome = await side.ask(ask, seen, placement.externalId);
  return { outcome, resent: resends > 0 };
}

/** Until no broken connection is left to be found. */
async function connectedAgain({ engine }: Side): Promise<void> {
  for (let working = 0; working < RESENDS; working += 1) await engine.store.earliestDue().catch(() => (working = 0));
}

/** All of them, to their ends; then throws the first fault. */
async function together<T>(all: readonly Promise<T>[]): Promise<T[]> {
  const outcomes = await Promise.allSettled(all);
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
  return outcomes.map((outcome) => (outcome as PromiseFulfilledResult<T>).value);
}

/** The arrow as its policy has it; those that a law added by the law's name. */
function nameOfArrow(plain: Policy, under: Policy, arrow: Arrow): string {
  const own = plain.arrows[under.arrows.indexOf(arrow)];
  return own ? arrowName(plain, own) : arrowName({ ...under, policy: `law ${under.law!.law}` }, arrow);
}

function lineOf(event: object): string {
  const { seq, at, type, by, because, policyVersion, data } = event as { seq: number; at: number; type: string; by: { role: string; id: string }; because?: string | null; policyVersion: number; data: object };
  return JSON.stringify([seq, at, type, by.role, by.id, because ?? null, policyVersion, data]);
}

/** JSON with its keys in order. */
function sorted(json: string): string {
  return JSON.stringify(JSON.parse(json), (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner);
}

/** Cuts every connection of the engine, in the middle of whatever it does. */
async function cut(databaseUrl: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, SEVER_AFTER_MS));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'rescind'");
  await client.end();
}
