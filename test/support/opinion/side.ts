// One of the engines that are asked for their opinion: with its store, its sandbox and its clock. Speaks the language of asks and
// outcomes; what is right it does not know.
import { randomBytes } from "node:crypto";
import type { Actor } from "../../../src/core/event.ts";
import type { Placement } from "../../../src/core/place.ts";
import type { Policy } from "../../../src/core/policy.ts";
import type { Order } from "../../../src/core/state.ts";
import type { Answer, CommandRequest, Engine } from "../../../src/engine/engine.ts";
import type { Log } from "../../../src/engine/log.ts";
import type { SandboxClock } from "../../../src/engine/clock.ts";
import { bodyHashOf } from "../../../src/engine/hash.ts";
import { startEngine } from "../../../src/engine/start.ts";
import { mintId } from "../../../src/store/ids.ts";
import { filledIn, ownerOf, type Ask, type Outcome } from "./ask.ts";
import { filesOf, notified, type Fault } from "./world.ts";

export type SideName = "pglite" | "postgres";
export type Where = { dataDir: string } | { databaseUrl: string };

export type Side = {
  name: SideName;
  readonly engine: Engine;
  /** What the engine has logged as a warning or worse. */
  complaints: string[];
  place(placement: Placement): Promise<string>;
  /** `seen` is the order as the asker saw it. */
  ask(wanted: Ask, seen: Order, own: string): Promise<Outcome>;
  /** Sets the clock before anything happens. */
  begin(at: number): Promise<void>;
  /** Lets time pass to that whole second. */
  moveTo(at: number): Promise<void>;
  /** The faults that the next refund calls meet; and how many are left of those before. */
  misbehave(next: Fault[]): Promise<number>;
  /** Ends the engine and starts another on the same store. */
  reopen(): Promise<void>;
  close(): Promise<void>;
};

const OPERATOR: Actor = { role: "operator", id: "olga" };
const NOT_ADDED = /^\d+ (ParcelShipped|LabelIssued|LabelVoided)$/;

/** Starts the engine. Time passes there only when it is moved. */
export async function openSide(name: SideName, where: Where, policies: Policy[]): Promise<Side> {
  const complaints: string[] = [];
  const complain = (what: object, message?: string): void => void complaints.push(`${message ?? ""} ${String((what as { err?: unknown }).err ?? JSON.stringify(what))}`);
  const log: Log = { info: () => undefined, debug: () => undefined, warn: complain, error: complain } as Log;
  const start = (): Promise<Engine> => startEngine({ ...where, sandbox: true, log, policies, workers: false });
  let engine = await start();
  const files = new Map<string, Promise<string>>();

  /** With the ids under which the files were kept, each uploaded when it is first needed. */
  async function filed(wanted: Ask, { id, buyer, seller }: Order): Promise<Ask> {
    let text = JSON.stringify(wanted);
    for (const name of new Set(filesOf(wanted.command))) {
      const owner = ownerOf(name);
      const uploader = { buyer: { role: "buyer", id: buyer.id }, seller: { role: "seller", id: seller.id }, stranger: { role: "buyer", id: owner } }[owner] ?? { role: owner.split("-")[0]!, id: owner };
      if (!files.has(`${id} ${name}`)) files.set(`${id} ${name}`, upload(engine, uploader as Actor, name));
      text = text.replaceAll(name, await files.get(`${id} ${name}`)!);
    }
    return JSON.parse(text) as Ask;
  }

  return {
    name, complaints,
    get engine() {
      return engine;
    },
    async place({ id: _id, buyer, seller, lines, ...rest }) {
      const input = { ...rest, buyer: { id: buyer.id, country: buyer.country }, seller: { id: seller.id, country: seller.country }, lines };
      const answer = await engine.place(input as never, OPERATOR);
      if (answer.kind !== "placed") throw new Error(`${name} did not place ${rest.externalId}: ${JSON.stringify(answer)}`);
      return answer.order.id;
    },
    async ask(wanted, seen, own) {
      try {
        return outcomeOf(await given(engine, wanted, await filed(filledIn(wanted, seen, own), seen), seen));
      } catch (error) {
        return { kind: "threw", message: String((error as Error).stack) };
      }
    },
    begin: (at) => (engine.clock as SandboxClock).set(at),
    async moveTo(at) {
      const { now } = await engine.sandbox!.clock();
      await engine.sandbox!.moveClock({ advance: `PT${(at - now) / 1000}S` });
    },
    async misbehave(next) {
      const { next: left } = await engine.sandbox!.settings();
      await engine.sandbox!.configure({ next });
      return left.length;
    },
    async reopen() {
      await engine.close();
      engine = await start();
    },
    close: () => engine.close(),
  };
}

function given(engine: Engine, wanted: Ask, { actor, command, key }: Ask, seen: Order): Promise<Answer> {
  const told = notified(actor, command);
  const sandbox = engine.sandbox!;
  switch (told?.of) {
    case "payment": return told.status === "confirmed" ? sandbox.confirmPayment(told.id) : sandbox.rejectPayment(told.id);
    case "refund": return told.status === "settled" ? sandbox.settleRefund(told.id) : told.status === "failed" ? sandbox.failRefund(told.id) : sandbox.reverseRefund(told.id);
    case "parcel": {
      const { type: _, ...scan } = command as { type: string };
      return sandbox.scan(scan as never);
    }
    default: return engine.command({
      orderId: seen.id, actor, command: plain(command),
      ...(key === null ? {} : { key: { caller: `${actor.role}/${actor.id}`, key, bodyHash: bodyHashOf([wanted.command, wanted.version]) } }),
      ...(wanted.version === null ? {} : { expectedVersion: seen.version + wanted.version }),
    });
  }
}

/** The command as it comes in: words in plain text; whether they lead off the platform the engine finds out. */
function plain(command: Ask["command"]): CommandRequest["command"] {
  const { offPlatform: _, ...fields } = JSON.parse(JSON.stringify(command), (_name, value: unknown) =>
    value !== null && typeof value === "object" && "sealed" in value ? (value as { sealed: string }).sealed : value) as CommandRequest["command"];
  return fields as CommandRequest["command"];
}

function outcomeOf(answer: Answer): Outcome {
  switch (answer.kind) {
    case "accepted": return { kind: "accepted", events: answer.events.map(({ seq, type }) => `${seq} ${type}`) };
    case "refused": return { kind: "refused", refusal: answer.refusal.refusal };
    case "stale": return { kind: "stale" };
    default: return { kind: answer.kind };
  }
}

/** Whether the engine's outcome is the world's. What the carrier adds at once to an answer is seen in the history. */
export function isSame(ours: Outcome, theirs: Outcome): boolean {
  if (ours.kind !== "accepted" || theirs.kind !== "accepted") return JSON.stringify(ours) === JSON.stringify(theirs);
  const added = theirs.events.slice(ours.events.length);
  return ours.events.every((event, index) => event === theirs.events[index]) && added.every((event) => NOT_ADDED.test(event));
}

async function upload(engine: Engine, uploader: Actor, name: string): Promise<string> {
  const { id } = await engine.store.evidence.put({
    id: mintId("evi", randomBytes(2).readUInt16BE() % 4096, Date.now()), uploader, person: `${uploader.role}/${uploader.id}`, mediaType: "application/pdf", name, bytes: Buffer.from(name), atMs: Date.now(),
  });
  return id;
}
