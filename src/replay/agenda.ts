// What is to come in a replay, in the order of time: what people did, the institution's answers, and the deadlines that pass.
// Knows when something happens and what follows from it. Carries nothing out: that is whoever works the agenda off.
import { nextDue } from "../core/decide.ts";
import type { RecordedEvent } from "../core/event.ts";
import type { Placement } from "../core/place.ts";
import type { Policy } from "../core/policy.ts";
import type { Order } from "../core/state.ts";
import { later } from "../core/time.ts";
import { referenceOf, usualSettlement } from "../engine/gateways/sandbox/institution.ts";
import { INSTITUTION, type Act, type Course, type Step } from "./course.ts";
import { heapOf } from "./heap.ts";

/**
 * An order under way: its course as far as it was `taken` from the agenda and `done`. `dueAt` is its deadline on the agenda, if one is;
 * `answers` counts what the institution still has to say.
 */
export type Open = { id: string; policy: Policy; lines: number; steps: Step[]; taken: number; done: number; answers: number; dueAt: number | null };

/** An order that is to be placed. */
export type Begun<O extends Open> = { open: O; placedAt: number; placement: Placement };

/** Something that happens at a time; of what falls on one instant, `rank` says what comes first, then `nth`. */
export type Happening<O extends Open> = { at: number; nth: number; open: O } & What;
type What = { kind: "placed"; placement: Placement } | { kind: "step" | "answer"; acts: Act[] } | { kind: "due" };

/** What an agenda must know of an event. */
export type Happened = Pick<RecordedEvent, "type" | "at" | "data">;

export type Agenda<O extends Open> = {
  /** What comes first of all; undefined when nothing is left. */
  next(): Happening<O> | undefined;
  /** What came up since and comes before a happening that was taken already. */
  nextBefore(limit: Happening<O>): Happening<O> | undefined;
  /** Ticks a happening off, right before it is carried out; false where it is a deadline that runs no more. */
  begin(happening: Happening<O>): boolean;
  /** Puts on the agenda what follows from the events that a happening led to; `order` is the order after them. */
  follow(open: O, order: Order, events: readonly Happened[]): void;
};

/** What comes at the very instant of a deadline is in time, so the clock acts last. */
const rank = { placed: 0, step: 0, answer: 1, due: 2 };

const earlier = (a: Happening<Open>, b: Happening<Open>): boolean =>
  a.at !== b.at ? a.at < b.at : rank[a.kind] !== rank[b.kind] ? rank[a.kind] < rank[b.kind] : a.nth < b.nth;

/** A deadline that is no longer the order's next one. */
const isStale = ({ kind, at, open }: Happening<Open>): boolean => kind === "due" && open.dueAt !== at;

/** An order as it comes onto the agenda. */
export const openOrder = (id: string, policy: Policy, { placement, steps }: Course): Open =>
  ({ id, policy, lines: placement.lines.length, steps, taken: 0, done: 0, answers: 0, dueAt: null });

/** Whether the order has come to its end; refunds may still be under way. */
export const isOver = ({ status }: Order): boolean => status === "closed" || status === "completed";

/** Whether nothing more will happen to the order. */
export const isFinished = ({ steps, done, answers, dueAt }: Open): boolean => done === steps.length && answers === 0 && dueAt === null;

/** The agenda of these orders, which come in the order of placing; each is asked for when its time has come. */
export function openAgenda<O extends Open>(orders: Iterable<Begun<O>>): Agenda<O> {
  const waiting = heapOf<Happening<O>>(earlier);
  const begun = orders[Symbol.iterator]();
  let count = 0;
  let upcoming = nextPlaced();

  const put = (open: O, at: number, what: What): void => waiting.push({ ...what, at, nth: ++count, open });

  function nextPlaced(): Happening<O> | null {
    const { done, value } = begun.next();
    return done ? null : { kind: "placed", at: value.placedAt, nth: ++count, open: value.open, placement: value.placement };
  }

  function first(): Happening<O> | undefined {
    const soonest = waiting.peek();
    const placed = upcoming !== null && (!soonest || earlier(upcoming, soonest)) ? upcoming : null;
    if (placed) upcoming = nextPlaced();
    else waiting.pop();
    return placed ?? soonest;
  }

  /** The order's next step follows the one before onto the agenda. */
  function putStep(open: O): void {
    const step = open.steps[open.taken++];
    if (step) put(open, step.at, { kind: "step", acts: step.acts });
  }

  /** Puts the order's next deadline on the agenda where it passes before the next step: after a step it is asked for anew. */
  function putDue(open: O, dueAt: number | null): void {
    const step = open.steps[open.done];
    const next = dueAt !== null && (!step || dueAt < step.at) ? dueAt : null;
    if (next !== null && next !== open.dueAt) put(open, next, { kind: "due" });
    open.dueAt = next;
  }

  return {
    next() {
      for (;;) {
        const happening = first();
        if (!happening) return undefined;
        if (happening.kind === "placed" || happening.kind === "step") putStep(happening.open);
        if (!isStale(happening)) return happening;
      }
    },
    nextBefore(limit) {
      const soonest = waiting.peek();
      return soonest && earlier(soonest, limit) ? waiting.pop() : undefined;
    },
    begin(happening) {
      if (isStale(happening)) return false;
      const { kind, open } = happening;
      if (kind === "step") open.done += 1;
      if (kind === "answer") open.answers -= 1;
      if (kind === "due") open.dueAt = null;
      return true;
    },
    follow(open, order, events) {
      for (const event of events) {
        const answer = answerTo(event, order);
        if (!answer) continue;
        open.answers += 1;
        put(open, answer.at, { kind: "answer", acts: [answer.act] });
      }
      putDue(open, nextDue(open.policy, order)?.actsAt ?? null);
    },
  };
}

/** The institution takes a refund at once and settles it after the method's usual time. */
function answerTo({ type, at, data }: Happened, order: Order): { at: number; act: Act } | null {
  if (type !== "RefundSubmitting" && type !== "RefundSubmitted") return null;
  const { id, to } = order.refunds.find((refund) => refund.id === data.refundId)!;
  if (type === "RefundSubmitting") return { at, act: { actor: INSTITUTION, command: { type: "RecordRefundSubmitted", refundId: id, reference: referenceOf(id) } } };
  return { at: later(at, usualSettlement[to]!, "UTC"), act: { actor: INSTITUTION, command: { type: "RecordRefundSettled", refundId: id } } };
}
