// A dossier: everything about an order that its reader may see, as a ZIP that can be checked by anybody (T6). docs/decisions/0007-dossier.md.
// Made whole before the first byte leaves, but for the files of evidence, which are read one at a time as it is written.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Order } from "../core/state.ts";
import type { Engine } from "../engine/engine.ts";
import { archive, archiveSize, type Entry } from "./archive.ts";
import { manifestOf, recordFiles, type Listed } from "./files.ts";
import { howToVerify } from "./howToVerify.ts";
import { readRecord, type DossierRecord, type EvidenceEntry } from "./record.ts";
import type { Language, Reader } from "./reader.ts";
import { pdfOf } from "./summary/pdf.ts";
import { summaryOf } from "./summary/sections.ts";

/** The ZIP: how long it is, and its bytes piece by piece. They fail where a file of evidence is erased meanwhile. */
export type Dossier = { size: number; bytes: AsyncGenerator<Uint8Array> };

const verifier = new URL("./verify.mjs", import.meta.url);

/** The program that checks dossiers, as it lies in each of them. */
export const readVerifier = (): Promise<Uint8Array> => readFile(verifier);

/** Makes the dossier of an order for a reader. Its memory does not grow with the evidence: at most one file is held. */
export async function makeDossier(engine: Engine, order: Order, reader: Reader, language: Language): Promise<Dossier> {
  const record = await readRecord(engine, order, reader, language);
  const made: [path: string, bytes: Uint8Array][] = [
    ["summary.pdf", await pdfOf(summaryOf(record))],
    ...recordFiles(record).map(({ path, text }): [string, Uint8Array] => [path, Buffer.from(text)]),
    ["HOW-TO-VERIFY.txt", Buffer.from(howToVerify(record.key))],
    ["verify.mjs", await readVerifier()],
  ];
  const files = record.evidence.filter((entry) => entry.state === "here");
  const listed = [...made.map(listedOf), ...files.map(({ path, size, sha256 }): Listed => ({ path: path!, size, sha256: sha256! }))];
  const entries: Entry[] = [...signed(record, listed), ...made.map(([path, bytes]) => entryOf(path, bytes)), ...files.map((file) => evidenceEntry(engine, file))];
  return { size: archiveSize(entries), bytes: archive(entries) };
}

const listedOf = ([path, bytes]: [string, Uint8Array]): Listed => ({ path, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
const entryOf = (path: string, bytes: Uint8Array): Entry => ({ path, size: bytes.length, read: () => bytes });

/** The manifest and the signature over its very bytes. */
function signed(record: DossierRecord, listed: readonly Listed[]): Entry[] {
  const manifest = Buffer.from(manifestOf(record, listed));
  return [entryOf("manifest.json", manifest), entryOf("manifest.sig", Buffer.from(`${record.key.sign(manifest)}\n`))];
}

function evidenceEntry({ store }: Engine, { id, path, size }: EvidenceEntry): Entry {
  return {
    path: path!, size,
    async read() {
      const bytes = await store.evidence.bytes(id);
      if (!bytes) throw new Error(`${id} was erased while its dossier was being written`);
      return bytes;
    },
  };
}
