// Messages that institutions and carriers send by themselves: verified by whose adapter it is, decided like any command of theirs, and
// marked as seen in the very transaction that records what came of them. What crashes before that is sent again and means the same.
import type { Command } from "../core/commands.ts";
import { decide } from "../core/decide.ts";
import type { Actor } from "../core/event.ts";
import type { Known } from "../core/scene.ts";
import type { Order } from "../core/state.ts";
import { bucketOf, isId } from "../store/ids.ts";
import type { Clock } from "./clock.ts";
import type { Notice, NoticeCall, NoticeMoney, PayoutNotice, ReadNotice } from "./gateways/gateway.ts";
import type { Job } from "./jobs.ts";
import type { Log } from "./log.ts";
import type { Pipeline } from "./pipeline.ts";
import type { Work } from "./work.ts";

/** Who may send messages, by the name in the address. */
export type Senders = Readonly<Record<string, { role: Actor["role"]; read: ReadNotice }>>;

/** What came of each command of a message, in its order. `contradicted`: it speaks of other money than ours. */
export type NoticeOutcome = "recorded" | "refused" | "contradicted" | "noOrder";
export type Received = { id: string; type: string; seen: boolean; outcomes: NoticeOutcome[] };

export type Notices = {
  /** Takes a message in. Null where nobody of that name is connected; throws `ForgedNotice`, and whatever failed here. */
  receive(sender: string, call: NoticeCall): Promise<Received | null>;
};

/** Hears what a message says of a payout. Twice, late and out of order it changes nothing. */
export type HearPayout = (said: PayoutNotice) => Promise<void>;

/** How long it is kept that a message came. Stripe and PayPal repeat theirs for three days by themselves and for a month on request; what came twice after that changes nothing either. */
const KEPT_MS = 90 * 86_400_000;
const PURGE_EVERY_MS = 3_600_000;

type Around = { hearPayout: HearPayout; purge(beforeMs: number): Promise<number> };

export function openNotices(senders: Senders, pipeline: Pipeline, { hearPayout, purge }: Around, clock: Clock, log: Log): Notices {
  let purgedAt = -Infinity;

  /** Beside the messages, not in their way. */
  function purgeNowAndThen(): void {
    const now = clock.now();
    if (now - purgedAt < PURGE_EVERY_MS) return;
    purgedAt = now;
    purge(now - KEPT_MS).catch((error: unknown) => log.error({ err: error }, "old messages could not be purged"));
  }

  return {
    async receive(sender, call) {
      const known = Object.hasOwn(senders, sender) ? senders[sender] : undefined;
      if (!known) return null;
      const notice = await known.read(call);
      for (const said of notice.payouts ?? []) await hearPayout(said);
      // What says nothing about our orders has nothing that could happen twice.
      if (notice.commands.length === 0) return { id: notice.id, type: notice.type, seen: false, outcomes: [] };
      await clock.refresh();
      purgeNowAndThen();
      const received = await pipeline.submit(noticeJob({ role: known.role, id: sender }, notice, clock.now(), pipeline.lanes));
      const level = received.outcomes.some((outcome) => outcome === "contradicted" || outcome === "noOrder") ? "warn" : "debug";
      log[level]({ sender, notice: notice.id, type: notice.type, seen: received.seen, outcomes: received.outcomes }, "a message was taken in");
      return received;
    },
  };
}

/** Decides the commands of one message, each for itself: a refusal means that it is known already, or no longer true. */
function noticeJob(actor: Actor, { id, type, commands }: Notice, now: number, lanes: number): Job<Received> {
  const sender = actor.id;
  const orders = [...new Set(commands.map(({ orderId }) => orderId))].filter((orderId) => isId(orderId));
  return {
    lane: orders[0] === undefined ? 0 : bucketOf(orders[0]) % lanes,
    wants: { orders, notices: [{ sender, id }] },
    run(work) {
      const mark = `${sender}\0${id}`;
      if (work.read.notices.has(mark)) return { id, type, seen: true, outcomes: [] };
      const outcomes = commands.map((said) => outcomeOf(work, actor, said, now));
      work.read.notices.add(mark);
      work.rows.notices.push({ sender, id, type, at: now });
      return { id, type, seen: false, outcomes };
    },
  };
}

function outcomeOf(work: Work, actor: Actor, { orderId, command, about, dispute }: Notice["commands"][number], now: number): NoticeOutcome {
  const one = work.working(orderId);
  if (!one) return "noOrder";
  work.runDue(one, now);
  if (about && !isAbout(one.order, command, about)) return "contradicted";
  if (dispute !== undefined && !(one.order.chargebacks ?? []).some((open) => open.status === "open" && open.reference === dispute)) return "refused";
  const at = Math.max(now, one.order.updatedAt);
  const known: Known = work.known(one.order, actor);
  const outcome = decide(one.policy, one.order, command, { now: at, actor, mint: work.mintFor(orderId, at), known });
  if (outcome.refused) return "refused";
  work.record(one, outcome.facts, actor, at);
  work.runDue(one, at);
  return "recorded";
}

/** Whether the money that a message speaks of is that of the payment or refund it names. */
function isAbout(order: Order, command: Command, { amountMinor, currency, reference }: NoticeMoney): boolean {
  const { paymentId, refundId } = command as { paymentId?: string; refundId?: string };
  const refund = refundId === undefined ? undefined : order.refunds.find((one) => one.id === refundId);
  const meant = refundId === undefined ? order.payments.find((one) => one.id === paymentId) : refund;
  if (!meant || meant.amountMinor !== amountMinor || order.currency !== currency) return false;
  const known = refund?.institutionReference ?? null;
  return known === null || reference === undefined || known === reference;
}
