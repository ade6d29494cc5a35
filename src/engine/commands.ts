// A command's way through the engine: its words are sealed, it is decided in a group, what it calls for at once is carried out,
// and it is answered. The same key and body again get the first answer, rebuilt from the history.
import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "../core/commands.ts";
import type { Actor, RecordedEvent } from "../core/event.ts";
import type { Stamped } from "../core/events.ts";
import { evolve } from "../core/evolve.ts";
import type { Placement } from "../core/place.ts";
import { underLaw } from "../core/law.ts";
import type { Policy } from "../core/policy.ts";
import type { Order } from "../core/state.ts";
import { bucketOf, isId, orderBucket, type MintId } from "../store/ids.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { queueOf, type Dispatcher, type EffectKind } from "./dispatch.ts";
import type { Answer, CommandRequest, Engine, OrderInput, PartyInput } from "./engine.ts";
import { bodyHashOf, keyedHashOf } from "./hash.ts";
import { commandJob, dueJob, placeJob, type CommandResult, type PreparedCommand } from "./jobs.ts";
import type { Laws } from "./laws.ts";
import type { Pipeline } from "./pipeline.ts";
import { UnknownMarketplace, type Policies } from "./policies.ts";
import { carriesWords, personOf, sealCommand, sealProfile, type SealedWords } from "./sealing.ts";
import { normaliseTrackingNumber } from "./trackingNumbers.ts";

export type Around = {
  store: Store; clock: Clock; policies: Policies; laws: Laws; policyOf: (order: Order) => Policy; pipeline: Pipeline; dispatcher: Dispatcher; mint: MintId;
};

export type Commands = Pick<Engine, "place" | "command" | "order"> & {
  /** A gateway's command. */
  notice(orderId: string, actor: Actor, command: Command): Promise<Answer>;
};

export function openCommands(around: Around): Commands {
  const { store, clock, pipeline, policies } = around;
  const laneOf = (orderId: string): number => (isId(orderId) ? bucketOf(orderId) % pipeline.lanes : 0);
  const decided = (prepared: PreparedCommand): Promise<CommandResult> => pipeline.submit(commandJob(prepared, laneOf(prepared.orderId)));

  return {
    place: (input, by) => place(around, input, by),

    async command(request) {
      await clock.refresh();
      const result = await decided(await prepare(around, request));
      if (result.kind === "again") return again(around, result);
      return result.kind === "accepted" ? withLabels(around, result) : result;
    },

    async notice(orderId, actor, command) {
      const result = await decided({ orderId, actor, command, words: [], now: clock.now() });
      return result.kind === "again" ? again(around, result) : result;
    },

    async order(id) {
      await clock.refresh();
      const row = await store.order(id);
      if (!row) return null;
      const { marketplace, policyVersion } = row.state as Order;
      if (!policies.version(marketplace, policyVersion)) await policies.look();
      if (row.dueAt === null || row.dueAt > clock.now()) return row.state as Order;
      return (await pipeline.submit(dueJob(id, clock.now(), laneOf(id)))).order;
    },
  };
}

/** Puts the words under seal and brings the fields into the core's form. */
async function prepare({ store, clock }: Around, request: CommandRequest): Promise<PreparedCommand> {
  const { orderId, actor, key, expectedVersion } = request;
  const command = normalised(request.command);
  const base = { orderId, actor, now: clock.now(), ...(key ? { key } : {}), ...(expectedVersion !== undefined ? { expectedVersion } : {}) };
  if (!carriesWords(command)) return { ...base, command: command as Command, words: [] };
  const person = personOf(actor);
  const keys = await store.ensurePersonKeys([person]);
  return { ...base, ...sealCommand(command, person, keys.get(person)!) };
}

function normalised(command: CommandRequest["command"]): CommandRequest["command"] {
  const plain = { ...command };
  if (typeof plain.trackingNumber === "string") plain.trackingNumber = normaliseTrackingNumber(plain.trackingNumber);
  if (typeof plain.at === "string") plain.at = Date.parse(plain.at);
  return plain;
}

/** Labels are made and voided after the commit and before the answer (API.md): the answer shows them. */
async function withLabels(around: Around, result: Extract<CommandResult, { kind: "accepted" }>): Promise<Answer> {
  const { store } = around;
  if (!result.events.some((event) => callsForLabel.has(event.type))) return result;
  await untilLabelled(around, result.order.id);
  const row = await store.order(result.order.id);
  const later = await store.events(result.order.id, { afterSeq: result.order.version });
  const labels = followingLabels(later);
  if (labels.length === 0) return result;
  const order = labels.length === later.length ? (row!.state as Order) : labels.reduce((state, event) => evolve(state, event as unknown as Stamped), result.order);
  return { ...result, order, events: [...result.events, ...labels] };
}

/** Another process may be making the label; it has a moment for that. A carrier that does not answer keeps nobody waiting: the label follows. */
async function untilLabelled({ store, dispatcher }: Around, orderId: string): Promise<void> {
  const patience = sleep(LABEL_WAITED_FOR_MS, true, { ref: false });
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    if (await Promise.race([dispatcher.labels().then(() => false), patience])) return;
    if (store.kind === "pglite") return;
    const [pending, underWay] = await Promise.all([store.outbox.pending(orderId), store.outbox.underWay()]);
    const leased = new Set(underWay.map(({ id }) => id));
    if (!pending.some(({ id, kind }) => queueOf[kind as EffectKind] === "labels" && leased.has(id))) return;
    await sleep(LOOK_AGAIN_MS);
  }
}

const LABEL_WAITED_FOR_MS = 10_000;
const MOST_LOOKS = 40;
const LOOK_AGAIN_MS = 25;
const callsForLabel = new Set(["ReturnAuthorized", "ReturnCancelled", "ReturnCalledOff", "ReturnDeclined", "ReturnExpired"]);
const labelEvents = new Set(["ParcelShipped", "LabelIssued", "LabelVoided"]);

function followingLabels(events: readonly RecordedEvent[]): RecordedEvent[] {
  const end = events.findIndex((event) => event.by.role !== "carrier" || !labelEvents.has(event.type));
  return end < 0 ? [...events] : events.slice(0, end);
}

/** The first answer once more: the order as it was then, folded from its history. */
async function again(around: Around, { order, firstSeq, lastSeq, at }: Extract<CommandResult, { kind: "again" }>): Promise<Answer> {
  const { store } = around;
  const already = await store.events(order.id, { afterSeq: firstSeq - 1, throughSeq: lastSeq });
  if (already.some((event) => callsForLabel.has(event.type))) await untilLabelled(around, order.id);
  const history = await store.events(order.id);
  const own = history.filter((event) => event.seq >= firstSeq && event.seq <= lastSeq);
  const labels = own.some((event) => callsForLabel.has(event.type)) ? followingLabels(history.filter((event) => event.seq > lastSeq)) : [];
  const events = [...own, ...labels];
  const upTo = events.at(-1)!.seq;
  let then: Order | null = null;
  for (const event of history) if (event.seq <= upTo) then = evolve(then, event as unknown as Stamped & { policyVersion: number });
  return { kind: "accepted", order: then!, events, at };
}

async function place(around: Around, input: OrderInput, by: Actor): ReturnType<Engine["place"]> {
  const { store, clock, policies, laws, pipeline, mint } = around;
  await clock.refresh();
  await policies.glance();
  if (!policies.latest(input.marketplace)) await policies.look();
  const plain = policies.latest(input.marketplace);
  if (!plain) throw new UnknownMarketplace(input.marketplace);
  const law = laws.of(input.buyer.country);
  const policy = underLaw(plain, law);
  const now = clock.now();
  const [buyer, seller] = await Promise.all([party(store, "buyer", input.buyer), party(store, "seller", input.seller)]);
  const id = mint("ord", orderBucket(input.marketplace, input.externalId), now);
  const placement: Placement = { ...input, id, buyer: buyer.party, seller: seller.party, ...(law ? { law: { name: law.law, version: law.version } } : {}) };
  const words: SealedWords = [...buyer.words, ...seller.words];
  const lane = orderBucket(input.marketplace, input.buyer.id) % pipeline.lanes;
  const result = await pipeline.submit(placeJob({ placement, policy, bodyHash: bodyHashOf({ ...input, buyer: buyer.mark, seller: seller.mark }), by, now, words }, lane));
  if (result.kind !== "existing") return result;
  const row = await store.order(result.orderId);
  return { kind: "placed", order: row!.state as Order, created: false };
}

type SealedParty = { party: Placement["buyer"]; words: SealedWords; mark: object };

/**
 * A side of the order with its profile sealed. `mark` stands for it where bodies are compared: what is personal under the person's
 * own key, so that after an erasure nothing is left that a guess could be tried against.
 */
async function party(store: Store, role: "buyer" | "seller", { id, country, ...profile }: PartyInput): Promise<SealedParty> {
  if (Object.values(profile).every((value) => value === undefined)) return { party: { id, country, profile: null }, words: [], mark: { id, country } };
  const person = personOf({ role, id });
  const key = (await store.ensurePersonKeys([person])).get(person)!;
  const sealed = sealProfile(profile, person, key);
  return { party: { id, country, profile: sealed.profile }, words: sealed.words, mark: { id, country, personal: keyedHashOf(key, profile) } };
}
