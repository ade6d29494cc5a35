// What can stand in a group: placing an order, a command, and what time alone brings about. Each is decided in memory
// on the group's work and answers once the group is committed.
import { decide } from "../core/decide.ts";
import type { Command } from "../core/commands.ts";
import type { Actor, RecordedEvent } from "../core/event.ts";
import { place, type Placement } from "../core/place.ts";
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusals.ts";
import type { Known } from "../core/scene.ts";
import type { Order } from "../core/state.ts";
import type { GroupRequest } from "../store/groupRead.ts";
import { GENESIS } from "./hash.ts";
import type { SealedWords } from "./sealing.ts";
import { checkTrackingNumber } from "./trackingNumbers.ts";
import type { Work } from "./work.ts";

/** A unit of a group. `wants` is read before `run`; `run` is synchronous; `lane` keeps what must not cross apart. */
export type Job<R> = { lane: number; wants: Partial<GroupRequest>; run(work: Work): R };

export type PlaceResult = { kind: "placed"; order: Order; created: boolean } | { kind: "existing"; orderId: string } | { kind: "refused"; refusal: Refusal } | { kind: "conflict" };

export type PlaceRequest = { placement: Placement; policy: Policy; bodyHash: string; by: Actor; now: number; words: SealedWords };

/** Places an order once for its marketplace and external id. */
export function placeJob({ placement, policy, bodyHash, by, now, words }: PlaceRequest, lane: number): Job<PlaceResult> {
  const { marketplace, externalId, buyer } = placement;
  const key = `${marketplace}\0${externalId}`;
  const buyerKey = `${marketplace}\0${buyer.id}`;
  return {
    lane,
    wants: { placements: [{ marketplace, externalId, buyerId: buyer.id }] },
    run(work) {
      const { read, rows } = work;
      const existing = read.placed.get(key);
      if (existing) return existing.bodyHash === bodyHash ? { kind: "existing", orderId: existing.orderId } : { kind: "conflict" };
      const unpaidOrders = read.unpaid.get(buyerKey) ?? 0;
      const outcome = place(policy, placement, { now, actor: by, mint: work.mintFor(placement.id, now), known: { unpaidOrders } });
      if (outcome.refused) return { kind: "refused", refusal: outcome.refused };
      const one = { order: outcome.order, policy, readVersion: 0, dueAt: null, lastHash: GENESIS, bodyHash, events: [] };
      work.record(one, outcome.facts, by, now);
      read.placed.set(key, { orderId: placement.id, bodyHash });
      read.unpaid.set(buyerKey, unpaidOrders + 1);
      rows.words.push({ orderId: placement.id, words: searchWords(placement) });
      rows.vault.push(...words.map((word) => ({ ...word, orderId: placement.id })));
      return { kind: "placed", order: one.order, created: true };
    },
  };
}

const searchWords = ({ id, externalId, lines }: Placement): string => [id, externalId, ...lines.flatMap((line) => [line.title, line.sku])].join(" ");

export type CommandResult =
  | { kind: "accepted"; order: Order; events: RecordedEvent[]; at: number }
  | { kind: "again"; order: Order; firstSeq: number; lastSeq: number; at: number }
  | { kind: "refused"; order: Order; refusal: Refusal }
  | { kind: "keyReused" } | { kind: "stale"; version: number } | { kind: "notFound" };

export type PreparedCommand = {
  orderId: string; actor: Actor; command: Command; words: SealedWords; key?: { caller: string; key: string; bodyHash: string }; expectedVersion?: number; now: number;
};

/** Decides a command: its key first, then what is due, then the version, then the rules. */
export function commandJob(prepared: PreparedCommand, lane: number): Job<CommandResult> {
  const { orderId, actor, command, key, words } = prepared;
  const tracking = trackingOf(command);
  const evidence = evidenceOf(command);
  return {
    lane,
    wants: {
      orders: [orderId], keys: key ? [{ orderId, caller: key.caller, key: key.key }] : [], trackingNumbers: tracking ? [tracking] : [], evidence,
    },
    run(work) {
      const one = work.working(orderId);
      if (!one) return { kind: "notFound" };
      const keyName = key ? `${orderId}\0${key.caller}\0${key.key}` : "";
      const before = key ? work.read.keys.get(keyName) : undefined;
      if (before) return before.bodyHash === key!.bodyHash ? { kind: "again", order: one.order, ...before } : { kind: "keyReused" };
      work.runDue(one, prepared.now);
      if (prepared.expectedVersion !== undefined && prepared.expectedVersion !== one.order.version) return { kind: "stale", version: one.order.version };
      const now = Math.max(prepared.now, one.order.updatedAt);
      const known: Known = { ...work.known(one.order, actor), ...lookedUp(work, prepared, tracking, evidence) };
      const outcome = decide(one.policy, one.order, command, { now, actor, mint: work.mintFor(orderId, now), known });
      if (outcome.refused) return { kind: "refused", order: one.order, refusal: outcome.refused };
      const events = [...work.record(one, outcome.facts, actor, now), ...work.runDue(one, now)];
      work.rows.vault.push(...words.map((word) => ({ ...word, orderId })));
      work.rows.evidenceUses.push(...evidence.map((evidenceId) => ({ orderId, evidenceId })));
      if (key && events.length > 0) {
        const kept = { bodyHash: key.bodyHash, firstSeq: events[0]!.seq, lastSeq: events.at(-1)!.seq, at: now };
        work.rows.keys.push({ orderId, caller: key.caller, key: key.key, ...kept });
        work.read.keys.set(keyName, kept);
      }
      return { kind: "accepted", order: one.order, events, at: now };
    },
  };
}

function lookedUp(work: Work, { orderId, actor, command }: PreparedCommand, tracking: { carrier: string; number: string } | null, evidence: string[]): Known {
  const known: Known = {};
  if (tracking) {
    known.tracking = checkTrackingNumber(tracking.carrier, tracking.number);
    const user = work.read.trackingNumbers.get(`${tracking.carrier}\0${tracking.number}`);
    known.trackingUsed = user !== undefined && (user !== orderId || command.type !== "PostReturn");
  }
  known.foreignEvidence = evidence.filter((id) => {
    const uploader = work.read.evidence.get(id);
    return !uploader || uploader.role !== actor.role || uploader.id !== actor.id;
  });
  return known;
}

function trackingOf(command: Command): { carrier: string; number: string } | null {
  if (!("carrier" in command) || command.carrier === undefined || command.trackingNumber === undefined) return null;
  return { carrier: command.carrier, number: command.trackingNumber };
}

function evidenceOf(command: Command): string[] {
  const { evidence = [], documents = [] } = command as { evidence?: string[]; documents?: string[] };
  return [...new Set([...evidence, ...documents])];
}

/** Acts on what is due for an order up to `until`. */
export function dueJob(orderId: string, until: number, lane: number): Job<{ order: Order | null; events: RecordedEvent[] }> {
  return {
    lane,
    wants: { orders: [orderId] },
    run(work) {
      const one = work.working(orderId);
      return one ? { events: work.runDue(one, until), order: one.order } : { events: [], order: null };
    },
  };
}
