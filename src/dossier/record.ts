// Everything that a dossier tells, read once and cut to what its reader may see: events, words, ledger, evidence, policy.
// The state is folded from the very events that are handed out, so that a dossier cannot contradict itself while people go on acting.
import type { RecordedEvent } from "../core/event.ts";
import type { OrderEvent, Stamped } from "../core/events.ts";
import { evolve } from "../core/evolve.ts";
import type { Policy } from "../core/policy.ts";
import type { Order, Side } from "../core/state.ts";
import type { Engine } from "../engine/engine.ts";
import type { PostingRow } from "../store/rows.ts";
import { evidenceIn, fileNameOf, withinLimit } from "./evidence.ts";
import type { Language, ProfileField, Reader } from "./reader.ts";
import { dossierKey, type DossierKey } from "./signingKey.ts";

/** The words behind a commitment: all of them with the salt, those that the reader may read (without the salt, which would let the rest be guessed), or none any more. */
export type Opening =
  | { state: "open"; words: string; salt: string }
  | { state: "part"; shown: Partial<Record<ProfileField, string>> }
  | { state: "erased" };

/** A file that the history names. `leftOut` is one that would make the dossier too large: its hash is there, its bytes are fetched by themselves. */
export type EvidenceEntry = {
  id: string; state: "here" | "erased" | "leftOut"; path: string | null; name: string | null; mediaType: string; size: number; sha256: string | null;
  at: number; by: { role: string; id: string };
};

/** An event as the dossier holds it; of a hidden one only its place and its hash. */
export type DossierEvent = RecordedEvent | { seq: number; hidden: true; hash: string };

export type DossierRecord = {
  order: Order; policy: Policy; events: DossierEvent[]; openings: Map<string, Opening>; postings: PostingRow[]; evidence: EvidenceEntry[];
  reader: Reader; language: Language; madeAt: number; sandbox: boolean; key: DossierKey;
};

export const isHidden = (event: DossierEvent): event is Extract<DossierEvent, { hidden: true }> => "hidden" in event;

/** The events that the reader may see. */
export const seenEvents = (events: readonly DossierEvent[]): RecordedEvent[] => events.filter((event) => !isHidden(event)) as RecordedEvent[];

/** Reads the record of an order. `order` only names it: what the dossier tells is read here. */
export async function readRecord(engine: Engine, order: Order, reader: Reader, language: Language): Promise<DossierRecord> {
  const { store, clock } = engine;
  const all = await store.events(order.id);
  const [journal, vault, key] = await Promise.all([store.journal(order.id), store.openings(order.id), dossierKey(store.settings)]);
  const events = all.map((event): DossierEvent => (reader.seesEvent(event) ? event : { seq: event.seq, hidden: true, hash: event.hash }));
  const seen = seenEvents(events);
  const seenSeqs = new Set(seen.map(({ seq }) => seq));
  const hiddenMoney = new Set(journal.filter(({ account }) => !reader.seesPosting(account)).map(({ eventSeq }) => eventSeq));
  return {
    order: foldedOf(all), policy: engine.policyOf(order), events, openings: openingsOf(seen, vault, reader),
    postings: journal.filter(({ eventSeq }) => seenSeqs.has(eventSeq) && !hiddenMoney.has(eventSeq)), evidence: await evidenceOf(engine, seen),
    reader, language, madeAt: clock.now(), sandbox: engine.sandbox !== null, key,
  };
}

function foldedOf(events: readonly RecordedEvent[]): Order {
  const order = events.reduce<Order | null>((before, event) => evolve(before, event as unknown as OrderEvent & Stamped & { policyVersion: number }), null);
  if (!order) throw new Error("an order without events");
  return order;
}

/** Every sealed reference within a value, with the side of the order whose profile it is, if it is one. */
export function* sealedIn(value: unknown, side: Side | null = null): Generator<{ sealed: string; side: Side | null }> {
  if (value === null || typeof value !== "object") return;
  if ("sealed" in value && typeof value.sealed === "string") return yield { sealed: value.sealed, side };
  for (const [key, inner] of Object.entries(value)) yield* sealedIn(inner, key === "buyer" || key === "seller" ? key : side);
}

type Vault = ReadonlyMap<string, { words: string; salt: string } | null>;

function openingsOf(events: readonly RecordedEvent[], vault: Vault, { profileFields }: Reader): Map<string, Opening> {
  const openings = new Map<string, Opening>();
  for (const { data } of events) {
    for (const { sealed, side } of sealedIn(data)) {
      const kept = vault.get(sealed);
      openings.set(sealed, kept ? openingOf(kept, side === null ? null : profileFields[side]) : { state: "erased" });
    }
  }
  return openings;
}

function openingOf(kept: { words: string; salt: string }, fields: readonly ProfileField[] | null): Opening {
  if (fields === null) return { state: "open", ...kept };
  const profile = JSON.parse(kept.words) as Partial<Record<ProfileField, string>>;
  const readable = Object.entries(profile).filter(([field]) => fields.includes(field as ProfileField));
  return readable.length === Object.keys(profile).length ? { state: "open", ...kept } : { state: "part", shown: Object.fromEntries(readable) };
}

async function evidenceOf({ store }: Engine, events: readonly RecordedEvent[]): Promise<EvidenceEntry[]> {
  const entries: EvidenceEntry[] = [];
  for (const [index, id] of evidenceIn(events).entries()) {
    const kept = await store.evidence.get(id);
    if (!kept) continue;
    // The name is sealed with the key that the bytes are sealed with: where it does not open, they do not.
    const erased = kept.name === null;
    entries.push({
      id, state: erased ? "erased" : "here", path: erased ? null : fileNameOf(index + 1, kept.name!, kept.mediaType), name: kept.name,
      mediaType: kept.mediaType, size: kept.size, sha256: erased ? null : kept.sha256, at: kept.at, by: kept.uploader,
    });
  }
  return withinLimit(entries);
}
