// Which files belong to a history, under which names they stand in a dossier, and how many bytes of them it takes.
// The files themselves are read one at a time while the dossier is written.
import type { RecordedEvent } from "../core/event.ts";
import type { EvidenceEntry } from "./record.ts";

/** Bytes of evidence that one dossier takes; what is beyond is named with its hash and fetched by itself. */
export const MOST_EVIDENCE_BYTES = 1024 * 1024 * 1024;
/** Files of evidence that one dossier takes. */
export const MOST_EVIDENCE_FILES = 1000;

/** The ids of all evidence that events name, each once, in the order of their first use. */
export function evidenceIn(events: readonly RecordedEvent[]): string[] {
  const ids = events.flatMap(({ data }) => [data.evidence, data.documents]).flatMap((list) => (Array.isArray(list) ? (list as string[]) : []));
  return [...new Set(ids)];
}

const extensions: Record<string, string> = {
  "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/gif": "gif", "image/heic": "heic", "application/pdf": "pdf", "video/mp4": "mp4",
};
/** The ending of a file's name for what its bytes are. */
export const endingOf = (mediaType: string): string => extensions[mediaType] ?? "bin";
const LONGEST_NAME = 60;

/**
 * A path that every file system takes and keeps as it is: a number, plain letters of the given name, the ending of what the bytes are.
 * Letters beyond ASCII go, because some systems write them in another normal form; the given name stands in evidence.json.
 */
export function fileNameOf(number: number, name: string, mediaType: string): string {
  const stem = name.replace(/\.[A-Za-z0-9]{1,5}$/, "").replaceAll(/[^A-Za-z0-9_-]+/g, "-").replaceAll(/^[-_]+|[-_]+$/g, "").slice(0, LONGEST_NAME);
  return `evidence/${String(number).padStart(3, "0")}${stem === "" ? "" : `-${stem}`}.${endingOf(mediaType)}`;
}

/** The entries, the files beyond the limits left out. */
export function withinLimit(entries: readonly EvidenceEntry[]): EvidenceEntry[] {
  let bytes = 0;
  let files = 0;
  return entries.map((entry) => {
    if (entry.state !== "here") return entry;
    if (bytes + entry.size > MOST_EVIDENCE_BYTES || files + 1 > MOST_EVIDENCE_FILES) return { ...entry, state: "leftOut", path: null };
    bytes += entry.size;
    files += 1;
    return entry;
  });
}
