// The files of a dossier that machines read: events as they were hashed, the words behind their commitments, messages, ledger, policy.
// Their shapes are what verify.mjs checks; a change here is a new `format` in the manifest.
import type { RecordedEvent, Sealed } from "../core/event.ts";
import { bodyHashOf } from "../engine/hash.ts";
import { seenEvents, type DossierRecord, type EvidenceEntry, type Opening } from "./record.ts";

/** A file of text: UTF-8, its path in the dossier. */
export type TextFile = { path: string; text: string };

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
const iso = (at: number): string => new Date(at).toISOString();

/** The files that hold what happened, in the order in which they stand in the archive. */
export function recordFiles(record: DossierRecord): TextFile[] {
  return [
    { path: "events.json", text: json({ order: record.order.id, events: record.events }) },
    { path: "words.json", text: json({ words: Object.fromEntries([...record.openings].map(([commitment, opening]) => [commitment, wordsView(opening)])) }) },
    { path: "messages.json", text: json({ messages: messagesOf(record) }) },
    { path: "journal.json", text: json({ postings: record.postings.map(({ eventSeq, line, at, account, amountMinor, currency }) => ({ eventSeq, line, at, account, amountMinor, currency })) }) },
    { path: "evidence.json", text: json({ evidence: record.evidence.map(evidenceView) }) },
    { path: "policy.json", text: json(record.policy) },
  ];
}

const wordsView = (opening: Opening): object => (opening.state === "open" ? { state: "open", salt: opening.salt, words: opening.words } : opening);
const evidenceView = (entry: EvidenceEntry): object => ({ ...entry, at: iso(entry.at) });

export type Message = { id: string; seq: number; at: string; by: { role: string; id: string }; text: string | null; commitment: string; warning: string | null; about: string | null };

/** Messages in plain; null for the words of an erased person. */
export function messagesOf({ events, openings }: DossierRecord): Message[] {
  return seenEvents(events).filter(({ type }) => type === "MessageSent").map((event) => messageOf(event, openings));
}

function messageOf({ seq, at, by, data }: RecordedEvent, openings: ReadonlyMap<string, Opening>): Message {
  const { text, warning, about } = data as { text: Sealed; warning: string | null; about: string | null };
  const opening = openings.get(text.sealed);
  return { id: `msg_${seq}`, seq, at: iso(at), by, text: opening?.state === "open" ? opening.words : null, commitment: text.sealed, warning, about };
}

/** A line of the manifest. */
export type Listed = { path: string; size: number; sha256: string };

/** The manifest's text: every other file but its signature with its hash, and what the dossier is about. */
export function manifestOf(record: DossierRecord, files: readonly Listed[]): string {
  const { order, policy, key, reader } = record;
  return json({
    format: "rescind-dossier-1",
    order: order.id, marketplace: order.marketplace, externalId: order.externalId,
    madeAt: iso(record.madeAt), sandbox: record.sandbox, language: record.language, madeFor: { role: reader.role, id: reader.id },
    policy: { name: policy.policy, version: policy.version, sha256: bodyHashOf(policy) },
    events: record.events.length, lastEventHash: record.events.at(-1)!.hash,
    key: { id: key.id, algorithm: key.algorithm, publicKey: key.publicKey },
    files,
  });
}
