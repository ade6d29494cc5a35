// Drives a history through the engine's pipeline on a clock of its own: what people did, the deadlines that pass, and the
// institution's answers, of all orders together in the order of time. Decides nothing and counts no money: that is the engine's.
import type { Command } from "../core/commands.ts";
import { nextDue } from "../core/decide.ts";
import type { RecordedEvent } from "../core/event.ts";
import type { Policy } from "../core/policy.ts";
import type { RefusalCode } from "../core/refusals.ts";
import { later } from "../core/time.ts";
import { referenceOf, usualSettlement } from "../engine/gateways/sandbox/institution.ts";
import { bodyHashOf } from "../engine/hash.ts";
import { commandJob, dueJob, placeJob, type CommandResult, type Job, type PlaceResult } from "../engine/jobs.ts";
import type { Pipeline } from "../engine/pipeline.ts";
import type { Work, Working } from "../engine/work.ts";
import { orderBucket, type MintId } from "../store/ids.ts";
import { INSTITUTION, type Act, type Course, type History, type Step } from "./course.ts";
import { heapOf } from "./heap.ts";

/** Decided commands (accepted or not), refusals by code, acts left out because one of the same moment was refused, orders that ended. */
export type Driven = { commands: number; refusals: Partial<Record<RefusalCode, number>>; leftOut: number; ended: number };

/** `mint` makes the orders' ids; `progress` is told after each group how many orders have ended. */
export type DriveAround = { pipeline: Pipeline; policy: Policy; mint: MintId; progress(ended: number): void };

/** An order under way: its course as far as it was `taken` into a group and `done`. `dueAt` is its deadline on the agenda, if one is. */
type Open = { id: string; lines: number; steps: Step[]; taken: number; done: number; dueAt: number | null; ended: boolean };

/** Something that happens at a time; of what falls on one instant, `rank` says what comes first. */
type Happening = { kind: Kind; at: number; nth: number; open: Open; jobs: Job<Outcome>[] };
type Kind = keyof typeof rank;
type Outcome = PlaceResult | CommandResult | { order: unknown; events: unknown };

/** What comes at the very instant of a deadline is in time, so the clock acts last. */
const rank = { placed: 0, step: 0, answer: 1, due: 2 };

/** A group holds at most so many happenings, and so many order lines: an order is rewritten whole with each command. */
const LARGEST_GROUP = 256;
const MOST_LINES = 4_000;
const OPERATOR = { role: "operator" as const, id: "replay" };

const earlier = (a: Happening, b: Happening): boolean =>
  a.at !== b.at ? a.at < b.at : rank[a.kind] !== rank[b.kind] ? rank[a.kind] < rank[b.kind] : a.nth < b.nth;

/**
 * Drives the whole history until every order has ended and nothing more is due. Throws where an order was there already, or
 * somebody else writes to the store: a replay needs one of its own.
 */
export async function drive(history: History, around: DriveAround): Promise<Driven> {
  const driven: Driven = { commands: 0, refusals: {}, leftOut: 0, ended: 0 };
  const agenda = openAgenda(history, around);
  for (let group = agenda.take(); group.length > 0; group = agenda.take()) {
    await around.pipeline.submit(groupJob(group, (work) => runGroup(group, work, agenda, around.policy, driven)));
    around.progress(driven.ended);
  }
  return driven;
}

type Agenda = ReturnType<typeof openAgenda>;

/** What is to come, of all orders, in the order of time. */
function openAgenda(history: History, { policy, mint }: DriveAround) {
  const waiting = heapOf(earlier);
  const courses = history.courses[Symbol.iterator]();
  let count = 0;
  let upcoming = nextPlaced();

  const put = (kind: Kind, open: Open, at: number, jobs: Job<Outcome>[]): void => waiting.push({ kind, at, nth: ++count, open, jobs });

  function nextPlaced(): Happening | null {
    const course = courses.next();
    return course.done ? null : placedOf(course.value);
  }

  function placedOf({ placedAt, placement, steps }: Course): Happening {
    const marketplace = policy.policy;
    const id = mint("ord", orderBucket(marketplace, placement.externalId), placedAt);
    const open: Open = { id, lines: placement.lines.length, steps, taken: 0, done: 0, dueAt: null, ended: false };
    const bodyHash = bodyHashOf({ marketplace, ...placement });
    const job = placeJob({ placement: { id, marketplace, ...placement }, policy, bodyHash, by: OPERATOR, now: placedAt, words: [] }, 0);
    return { kind: "placed", at: placedAt, nth: ++count, open, jobs: [job] };
  }

  /** What comes first of all; the order's next step follows it onto the agenda. */
  function next(): Happening | undefined {
    const first = waiting.peek();
    const placed = upcoming !== null && (!first || earlier(upcoming, first)) ? upcoming : null;
    if (placed) upcoming = nextPlaced();
    else waiting.pop();
    const happening = placed ?? first;
    if (happening && (happening.kind === "placed" || happening.kind === "step")) putStep(happening.open);
    return happening;
  }

  function putStep(open: Open): void {
    const step = open.steps[open.taken++];
    if (step) put("step", open, step.at, step.acts.map((act) => actJob(open.id, act, step.at)));
  }

  return {
    /** The next happenings in order, as many as go into one group. */
    take(): Happening[] {
      const group: Happening[] = [];
      for (let lines = 0; group.length < LARGEST_GROUP && lines < MOST_LINES; ) {
        const happening = next();
        if (!happening) break;
        if (isStale(happening)) continue;
        group.push(happening);
        lines += happening.open.lines;
      }
      return group;
    },
    /** What came up while a group ran and comes before its `limit`: it concerns orders of that group only. */
    takeBefore(limit: Happening): Happening | undefined {
      const first = waiting.peek();
      return first && earlier(first, limit) ? waiting.pop() : undefined;
    },
    putAnswer: (open: Open, at: number, command: Command) => put("answer", open, at, [actJob(open.id, { actor: INSTITUTION, command }, at)]),
    putDue: (open: Open, at: number) => put("due", open, at, [dueJob(open.id, at, 0)]),
  };
}

const actJob = (orderId: string, { actor, command }: Act, now: number): Job<Outcome> => commandJob({ orderId, actor, command, words: [], now }, 0);

/** A deadline that is no longer the order's next one. */
const isStale = ({ kind, at, open }: Happening): boolean => kind === "due" && open.dueAt !== at;

/** The whole group as one job, which sees what it wants read before it runs. */
function groupJob(group: readonly Happening[], run: (work: Work) => void): Job<void> {
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

function runGroup(group: readonly Happening[], work: Work, agenda: Agenda, policy: Policy, driven: Driven): void {
  for (const planned of group) {
    for (let first = agenda.takeBefore(planned); first; first = agenda.takeBefore(planned)) happen(first, work, agenda, policy, driven);
    happen(planned, work, agenda, policy, driven);
  }
}

/** Carries out one happening and puts on the agenda what follows from it. */
function happen(happening: Happening, work: Work, agenda: Agenda, policy: Policy, driven: Driven): void {
  if (isStale(happening)) return;
  const { open, kind, jobs } = happening;
  if (kind === "step") open.done += 1;
  if (kind === "due") open.dueAt = null;
  const before = work.orders.get(open.id)?.events.length ?? 0;
  carryOut(jobs, work, driven);
  const one = work.orders.get(open.id);
  if (!one) return;
  for (const event of one.events.slice(before)) answer(open, one, event, agenda);
  if (!open.ended && (one.order.status === "closed" || one.order.status === "completed")) {
    open.ended = true;
    driven.ended += 1;
  }
  putDue(open, nextDue(policy, one.order)?.actsAt ?? null, agenda);
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

/** The institution takes a refund at once and settles it after the method's usual time. */
function answer(open: Open, { order }: Working, { type, at, data }: RecordedEvent, agenda: Agenda): void {
  if (type !== "RefundSubmitting" && type !== "RefundSubmitted") return;
  const { id, to } = order.refunds.find((refund) => refund.id === data.refundId)!;
  if (type === "RefundSubmitting") agenda.putAnswer(open, at, { type: "RecordRefundSubmitted", refundId: id, reference: referenceOf(id) });
  else agenda.putAnswer(open, later(at, usualSettlement[to]!, "UTC"), { type: "RecordRefundSettled", refundId: id });
}

/** Puts the order's next deadline on the agenda where it passes before the next step: after a step it is asked for anew. */
function putDue(open: Open, dueAt: number | null, agenda: Agenda): void {
  const step = open.steps[open.done];
  const next = dueAt !== null && (!step || dueAt < step.at) ? dueAt : null;
  if (next !== null && next !== open.dueAt) agenda.putDue(open, next);
  open.dueAt = next;
}
