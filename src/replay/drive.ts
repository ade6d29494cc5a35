// Drives a history through the engine's pipeline on a clock of its own: what people did, the deadlines that pass, and the
// institution's answers, of all orders together in the order of time. Decides nothing and counts no money: that is the engine's.
import type { Policy } from "../core/policy.ts";
import type { RefusalCode } from "../core/refusals.ts";
import { bodyHashOf } from "../engine/hash.ts";
import { commandJob, dueJob, placeJob, type CommandResult, type Job, type PlaceResult } from "../engine/jobs.ts";
import type { Pipeline } from "../engine/pipeline.ts";
import type { Work } from "../engine/work.ts";
import { orderBucket, type MintId } from "../store/ids.ts";
import { isOver, openAgenda, openOrder, type Agenda, type Begun, type Happening, type Open } from "./agenda.ts";
import { OPERATOR, type History } from "./course.ts";

/** Decided commands (accepted or not), refusals by code, acts left out because one of the same moment was refused, orders that ended. */
export type Driven = { commands: number; refusals: Partial<Record<RefusalCode, number>>; leftOut: number; ended: number };

/** `mint` makes the orders' ids; `progress` is told after each group how many orders have ended. */
export type DriveAround = { pipeline: Pipeline; policy: Policy; mint: MintId; progress(ended: number): void };

/** A happening as the pipeline takes it. */
type Planned = { happening: Happening<Driving>; jobs: Job<Outcome>[] };
type Driving = Open & { ended: boolean };
type Outcome = PlaceResult | CommandResult | { order: unknown; events: unknown };

/** A group holds at most so many happenings, and so many order lines: an order is rewritten whole with each command. */
const LARGEST_GROUP = 256;
const MOST_LINES = 4_000;

/**
 * Drives the whole history until every order has ended and nothing more is due. Throws where an order was there already, or
 * somebody else writes to the store: a replay needs one of its own.
 */
export async function drive(history: History, around: DriveAround): Promise<Driven> {
  const driven: Driven = { commands: 0, refusals: {}, leftOut: 0, ended: 0 };
  const agenda = openAgenda(begunOrders(history, around));
  for (let group = takeGroup(agenda); group.length > 0; group = takeGroup(agenda)) {
    await around.pipeline.submit(groupJob(group, (work) => runGroup(group, work, agenda, driven)));
    around.progress(driven.ended);
  }
  return driven;
}

function* begunOrders({ courses }: History, { policy, mint }: DriveAround): Generator<Begun<Driving>> {
  const marketplace = policy.policy;
  for (const course of courses) {
    const { placedAt, placement } = course;
    const id = mint("ord", orderBucket(marketplace, placement.externalId), placedAt);
    yield { open: { ...openOrder(id, policy, course), ended: false }, placedAt, placement: { id, marketplace, ...placement } };
  }
}

/** The next happenings in order, as many as go into one group. */
function takeGroup(agenda: Agenda<Driving>): Planned[] {
  const group: Planned[] = [];
  for (let lines = 0; group.length < LARGEST_GROUP && lines < MOST_LINES; ) {
    const happening = agenda.next();
    if (!happening) break;
    group.push({ happening, jobs: jobsOf(happening) });
    lines += happening.open.lines;
  }
  return group;
}

function jobsOf(happening: Happening<Driving>): Job<Outcome>[] {
  const { kind, at, open } = happening;
  switch (kind) {
    case "placed": {
      const { id: _id, ...body } = happening.placement;
      return [placeJob({ placement: happening.placement, policy: open.policy, bodyHash: bodyHashOf(body), by: OPERATOR, now: at, words: [] }, 0)];
    }
    case "step": case "answer":
      return happening.acts.map(({ actor, command }) => commandJob({ orderId: open.id, actor, command, words: [], now: at }, 0));
    case "due":
      return [dueJob(open.id, at, 0)];
    default: {
      const never: never = kind;
      throw new Error(`nothing happens like ${String(never)}`);
    }
  }
}

/** The whole group as one job, which sees what it wants read before it runs. */
function groupJob(group: readonly Planned[], run: (work: Work) => void): Job<void> {
  const wants = group.flatMap(({ jobs }) => jobs.map((job) => job.wants));
  let begun = false;
  return {
    lane: 0,
    wants: {
      orders: [...new Set(wants.flatMap((one) => one.orders ?? []))], placements: wants.flatMap((one) => one.placements ?? []),
      trackingNumbers: wants.flatMap((one) => one.trackingNumbers ?? []),
    },
    run(work) {
      if (begun) throw new Error("another program writes to this database: a replay needs one of its own");
      begun = true;
      run(work);
    },
  };
}

/** What comes up while a group runs and comes before the next of its happenings concerns orders of that group only. */
function runGroup(group: readonly Planned[], work: Work, agenda: Agenda<Driving>, driven: Driven): void {
  for (const { happening, jobs } of group) {
    for (let first = agenda.nextBefore(happening); first; first = agenda.nextBefore(happening)) happen(first, jobsOf(first), work, agenda, driven);
    happen(happening, jobs, work, agenda, driven);
  }
}

/** Carries out one happening and puts on the agenda what follows from it. */
function happen(happening: Happening<Driving>, jobs: readonly Job<Outcome>[], work: Work, agenda: Agenda<Driving>, driven: Driven): void {
  if (!agenda.begin(happening)) return;
  const { open } = happening;
  const before = work.orders.get(open.id)?.events.length ?? 0;
  carryOut(jobs, work, driven);
  const one = work.orders.get(open.id);
  if (!one) return;
  if (!open.ended && isOver(one.order)) {
    open.ended = true;
    driven.ended += 1;
  }
  agenda.follow(open, one.order, one.events.slice(before));
}

function carryOut(jobs: readonly Job<Outcome>[], work: Work, driven: Driven): void {
  for (const [index, job] of jobs.entries()) {
    const outcome = job.run(work);
    const kind = "kind" in outcome ? outcome.kind : "accepted";
    if (kind === "existing" || kind === "conflict") throw new Error("an order of this history is there already: a replay needs an empty database");
    if (kind === "notFound") {
      driven.leftOut += jobs.length - index;
      return;
    }
    driven.commands += 1;
    if ("refusal" in outcome) {
      const { refusal } = outcome.refusal;
      driven.refusals[refusal] = (driven.refusals[refusal] ?? 0) + 1;
      driven.leftOut += jobs.length - index - 1;
      return;
    }
  }
}
