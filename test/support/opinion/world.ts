// The second opinion: an order on the core alone in a world of its own, with an outbox, an institution, a carrier and a clock written
// anew from what API.md and ARCHITECTURE.md say of them. It shares no line with the engine that it is compared with but the core.
import { createHash } from "node:crypto";
import type { Command } from "../../../src/core/commands.ts";
import { nextDue } from "../../../src/core/decide.ts";
import type { Effect } from "../../../src/core/effects.ts";
import type { Actor } from "../../../src/core/event.ts";
import { underLaw } from "../../../src/core/law.ts";
import type { Placement } from "../../../src/core/place.ts";
import type { Policy } from "../../../src/core/policy.ts";
import type { Order } from "../../../src/core/state.ts";
import { later } from "../../../src/core/time.ts";
import { CoreOrder, lawOf, type Recorded, type Witness } from "../coreOrder.ts";
import { filledIn, ownerName, ownerOf, type Ask, type Outcome } from "./ask.ts";

export type Fault = "timeoutAfterAccept" | "error500AfterAccept" | "reject" | "hang";
/** What the institution does to the refund calls of that instant. */
export type FaultAt = (now: number) => Fault | null;

/** How things that came at once were taken. */
export type Way = { reversed: boolean; labelsBetween: boolean };

type Waiting = { effect: Effect; dueAt: number; attempts: number };

const HOUR = 3_600_000;
const MINUTE = 60_000;
const RESENT_AFTER = [1, 5, 30, 120, 240, 240, 240, 240].map((minutes) => minutes * MINUTE);
const SETTLES_AFTER: Record<string, string> = { card: "P5D", bankAccount: "P3D", westernUnion: "P3D", eWallet: "P2D", alipay: "PT1H", giftCard: "PT0S" };
const callsForLabel = new Set(["ReturnAuthorized", "ReturnCancelled", "ReturnCalledOff", "ReturnDeclined", "ReturnExpired"]);
const isLabel = ({ effect }: Waiting): boolean => effect.kind === "makeLabel" || effect.kind === "voidLabel";
const INSTITUTION: Actor = { role: "institution", id: "institution" };
const CARRIER: Actor = { role: "carrier", id: "carrier" };
const SANDBOX = "sandbox";
const clock: Actor = { role: "clock", id: "clock" };

export class World {
  now: number;
  /** The instants at which a faulty institution was called, once for each call. */
  readonly faultyCalls: number[] = [];
  readonly #player: CoreOrder;
  readonly #own: string;
  readonly #faultAt: FaultAt;
  #outbox: Waiting[] = [];
  #taken = 0;
  #labelsWanted = false;
  readonly #payments = new Map<string, { dueAt: number | null }>();
  readonly #refunds = new Map<string, { status: string; dueAt: number | null }>();
  readonly #keys = new Map<string, { body: string; events: string[] }>();
  readonly #words = new Map<string, string>();

  constructor(policy: Policy, placement: Placement, now: number, faultAt: FaultAt, witness: Witness) {
    this.now = now;
    this.#own = placement.externalId;
    this.#faultAt = faultAt;
    this.#player = new CoreOrder(underLaw(policy, lawOf(placement.buyer.country)), now, { unpaidOrders: 0, points: 0, trackingNumbers: [], foreignEvidence: new Set() }, witness);
    this.#player.place(placement, { role: "operator", id: "olga" });
    this.#queueEffects();
  }

  get order(): Order {
    return this.#player.order!;
  }

  get history(): readonly Recorded[] {
    return this.#player.history;
  }

  get policy(): Policy {
    return this.#player.policy;
  }

  describe(): string {
    return this.#player.describe();
  }

  /** What comes at once, one way round or the other; the carrier's labels are made between the two, or after both. */
  askAtOnce(asks: readonly Ask[], { reversed, labelsBetween }: Way): Outcome[] {
    const outcomes = (reversed ? asks.toReversed() : asks).map((ask) => {
      const outcome = this.#ask(ask);
      if (labelsBetween) this.#sendLabels();
      return outcome;
    });
    this.#sendLabels();
    return reversed ? outcomes.reverse() : outcomes;
  }

  /** A command calls for labels at once, a notice does not. */
  #sendLabels(): void {
    if (this.#labelsWanted) this.#send(isLabel);
    this.#labelsWanted = false;
  }

  /** Gives a command as a person does, or a notice as a gateway does. */
  #ask(wanted: Ask): Outcome {
    const { actor, command, key, version } = filledIn(wanted, this.order, this.#own);
    const told = notified(actor, command);
    if (told && !this.#isKnown(told)) return { kind: "notFound" };
    const keyName = key === null ? null : `${actor.role}/${actor.id} ${key}`;
    const body = JSON.stringify([wanted.command, wanted.version]);
    const before = keyName === null ? undefined : this.#keys.get(keyName);
    if (before) return before.body === body ? { kind: "accepted", events: before.events } : { kind: "keyReused" };
    const seen = this.order.version + (version ?? 0);
    this.#runDue(this.now);
    if (version !== null && seen !== this.order.version) return { kind: "stale" };
    const outcome = this.#give(command, actor);
    if (outcome.kind === "accepted") {
      if (told) this.#note(told);
      else if (outcome.events.some((event) => callsForLabel.has(event.split(" ")[1]!))) this.#labelsWanted = true;
      if (keyName !== null && outcome.events.length > 0) this.#keys.set(keyName, { body, events: outcome.events });
    }
    return outcome;
  }

  /** Lets time pass up to `target`: what waits is sent, deadlines pass, the institution acts, each at its instant. */
  moveTo(target: number): void {
    this.#sendAll();
    for (;;) {
      const at = this.#earliestDue();
      if (at === null || at > target) break;
      this.now = Math.max(this.now, at);
      do this.#sendAll();
      while (this.#runDue(this.now).length > 0 || this.#outsideActs());
    }
    this.now = Math.max(this.now, target);
  }

  #earliestDue(): number | null {
    const times = [nextDue(this.policy, this.order)?.actsAt, ...this.#outbox.map(({ dueAt }) => dueAt), ...[...this.#payments.values(), ...this.#refunds.values()].map(({ dueAt }) => dueAt)];
    const due = times.filter((at) => at !== undefined && at !== null);
    return due.length === 0 ? null : Math.min(...due);
  }

  /** A command at the present time, and what is due right after it. */
  #give(command: Command, actor: Actor): Outcome {
    this.#player.now = Math.max(this.now, this.order.updatedAt);
    const { outside } = this.#player;
    const sealed = this.#sealed(command);
    const numbers = this.order.parcels.map(({ trackingNumber }) => trackingNumber);
    outside.trackingNumbers = command.type === "PostReturn" ? [] : numbers;
    outside.foreignEvidence = new Set(filesOf(command).filter((file) => ownerOf(file) !== ownerName(actor)));
    const given = this.#player.give(sealed, actor);
    this.#queueEffects();
    if (given.refused) return { kind: "refused", refusal: given.refused.refusal };
    const events = [...given.events, ...this.#runDue(this.#player.now)];
    return { kind: "accepted", events: events.map(({ seq, type }) => `${seq} ${type}`) };
  }

  /** Words become commitments: here numbered ones. */
  #sealed(command: Command): Command {
    const text = JSON.stringify(command);
    if (!text.includes('"sealed"')) return command;
    return JSON.parse(text, (name, value: unknown) => {
      if (name !== "sealed") return value;
      const commitment = createHash("sha256").update(`${this.#words.size}`).digest("hex");
      this.#words.set(commitment, String(value));
      return commitment;
    }) as Command;
  }

  #runDue(until: number): Recorded[] {
    const events: Recorded[] = [];
    for (let due = nextDue(this.policy, this.order); due && due.actsAt <= until; due = nextDue(this.policy, this.order)) {
      this.#player.now = Math.max(due.at, this.order.updatedAt);
      const given = this.#player.give(due.command, clock);
      if (given.refused) throw new Error(`the clock's ${due.command.type} was refused: ${given.refused.refusal}`);
      events.push(...given.events);
      this.#queueEffects();
    }
    return events;
  }

  #queueEffects(): void {
    const fresh = this.#player.effects.slice(this.#taken);
    this.#taken = this.#player.effects.length;
    this.#outbox.push(...fresh.map((effect) => ({ effect, dueAt: this.order.updatedAt, attempts: 0 })));
  }

  /** Labels never wait behind the institution. */
  #sendAll(): void {
    while (this.#send(isLabel) || this.#send((one) => !isLabel(one)));
  }

  #send(wanted: (waiting: Waiting) => boolean): boolean {
    let sent = false;
    for (let next = this.#nextOf(wanted); next; next = this.#nextOf(wanted)) {
      sent = true;
      next.attempts += 1;
      const again = this.#carryOut(next);
      if (again === null) this.#outbox = this.#outbox.filter((one) => one !== next);
      else next.dueAt = this.now + again;
    }
    return sent;
  }

  #nextOf(wanted: (waiting: Waiting) => boolean): Waiting | undefined {
    return this.#outbox.filter((one) => one.dueAt <= this.now && wanted(one)).sort((a, b) => a.dueAt - b.dueAt)[0];
  }

  /** Null when it is done, or how long until it is sent again. */
  #carryOut({ effect, attempts }: Waiting): number | null {
    switch (effect.kind) {
      case "requestPayment":
        for (const { id } of effect.payments) if (!this.#payments.has(id)) this.#payments.set(id, { dueAt: this.now + HOUR });
        return null;
      case "voidPayment":
        for (const { id } of effect.payments) if (this.#payments.has(id)) this.#payments.set(id, { dueAt: null });
        return null;
      case "submitRefund":
        // What waited is not sent any more once it has arrived or was ended by hand.
        return attempts > 1 && !this.#isAwaited(effect.refundId) ? null : this.#handOver(effect.refundId, effect.to, attempts);
      case "inquireRefund":
        this.#inquire(effect.refundId);
        return null;
      // The second opinion knows no banks: no chargeback is ever opened in it.
      case "inquireChargeback":
        return null;
      case "reverseRefund":
        if (this.#refunds.has(effect.refundId)) this.#refunds.set(effect.refundId, { status: "reversing", dueAt: later(this.now, "P1D", "UTC") });
        return null;
      case "makeLabel":
        this.#give({ type: "RecordLabel", returnId: effect.returnId, label: labelFor(effect.returnId) }, CARRIER);
        return null;
      case "voidLabel":
        this.#give({ type: "RecordLabelVoided", returnId: effect.returnId }, CARRIER);
        return null;
      default: {
        const never: never = effect;
        throw new Error(`no such effect ${JSON.stringify(never)}`);
      }
    }
  }

  #isAwaited(refundId: string): boolean {
    const status = this.order.refunds.find(({ id }) => id === refundId)?.status;
    return status === "submitting" || status === "unknown";
  }

  #handOver(refundId: string, to: string, attempts: number): number | null {
    const fault = this.#faultAt(this.now);
    if (fault) this.faultyCalls.push(this.now);
    if (fault === "reject" && !this.#refunds.has(refundId)) {
      this.#give({ type: "RecordRefundFailed", refundId, reason: "the institution rejects this refund" }, INSTITUTION);
      return null;
    }
    // Executed once for its key, however often it comes.
    if (!this.#refunds.has(refundId)) this.#refunds.set(refundId, { status: "submitted", dueAt: later(this.now, SETTLES_AFTER[to] ?? "P5D", "UTC") });
    if (fault === "timeoutAfterAccept" || fault === "error500AfterAccept") {
      this.#give({ type: "RecordRefundUnknown", refundId }, INSTITUTION);
      return RESENT_AFTER[attempts - 1] ?? null;
    }
    this.#give({ type: "RecordRefundSubmitted", refundId, reference: referenceOf(refundId) }, INSTITUTION);
    return null;
  }

  #inquire(refundId: string): void {
    const status = this.#refunds.get(refundId)?.status;
    if (status === undefined) return;
    if (status === "failed") return void this.#give({ type: "RecordRefundFailed", refundId, reason: "the institution could not settle it" }, INSTITUTION);
    this.#give({ type: "RecordRefundSubmitted", refundId, reference: referenceOf(refundId) }, INSTITUTION);
    if (status !== "submitted") this.#give({ type: "RecordRefundSettled", refundId }, INSTITUTION);
    if (status === "reversed") this.#give({ type: "RecordRefundReversed", refundId }, INSTITUTION);
  }

  /** What the institution does by itself now: confirms, settles, takes back. */
  #outsideActs(): boolean {
    const byItself: Actor = { role: "institution", id: SANDBOX };
    const due = <T extends { dueAt: number | null }>(all: Map<string, T>): [string, T][] => [...all].filter(([, { dueAt }]) => dueAt !== null && dueAt <= this.now);
    const payments = due(this.#payments);
    for (const [paymentId] of payments) this.#give({ type: "ConfirmPayment", paymentId }, byItself);
    for (const [id] of payments) this.#payments.set(id, { dueAt: null });
    const refunds = due(this.#refunds).sort(([a, one], [b, other]) => one.dueAt! - other.dueAt! || (a < b ? -1 : 1));
    for (const [refundId, { status }] of refunds) {
      const reversed = status === "reversing";
      this.#give(reversed ? { type: "RecordRefundReversed", refundId } : { type: "RecordRefundSettled", refundId }, byItself);
      // What came over it meanwhile stands.
      if (this.#refunds.get(refundId)!.status === status) this.#refunds.set(refundId, { status: reversed ? "reversed" : "settled", dueAt: null });
    }
    return payments.length + refunds.length > 0;
  }

  #isKnown(told: Notice): boolean {
    if (told.of === "payment") return this.order.payments.some(({ id }) => id === told.id);
    if (told.of === "refund") return this.#refunds.has(told.id);
    return this.order.parcels.some(({ trackingNumber }) => trackingNumber === told.id);
  }

  /** The institution remembers what it has told. */
  #note(told: Notice): void {
    if (told.of === "payment" && this.#payments.has(told.id)) this.#payments.set(told.id, { dueAt: null });
    if (told.of === "refund") this.#refunds.set(told.id, { status: told.status, dueAt: null });
  }
}

/** A notice that goes through the sandbox's own controls: about a payment or refund of the institution's, or a parcel. */
export type Notice = { of: "payment" | "refund" | "parcel"; id: string; status: string };

/** The notice that this is, or null where it is a command. */
export function notified(actor: Actor, command: Command): Notice | null {
  if (command.type === "RecordScan" && actor.role === "carrier") return { of: "parcel", id: command.trackingNumber, status: command.status };
  if (actor.role !== "institution") return null;
  switch (command.type) {
    case "ConfirmPayment": return command.paymentId === undefined ? null : { of: "payment", id: command.paymentId, status: "confirmed" };
    case "RejectPayment": return command.paymentId === undefined ? null : { of: "payment", id: command.paymentId, status: "rejected" };
    case "RecordRefundSettled": return { of: "refund", id: command.refundId, status: "settled" };
    case "RecordRefundFailed": return { of: "refund", id: command.refundId, status: "failed" };
    case "RecordRefundReversed": return { of: "refund", id: command.refundId, status: "reversed" };
    default: return null;
  }
}

export function filesOf(command: Command): string[] {
  const { evidence = [], documents = [] } = command as { evidence?: string[]; documents?: string[] };
  return [...evidence, ...documents];
}

const referenceOf = (key: string): string => `SBX-${key.slice(4, 12).toUpperCase()}-${key.slice(-12).toUpperCase()}`;

const labelFor = (returnId: string) => ({
  id: `lbl_${returnId.slice(4)}`, carrier: SANDBOX, trackingNumber: `SBX${createHash("sha256").update(returnId).digest("hex").slice(0, 14).toUpperCase()}`, url: null,
});
