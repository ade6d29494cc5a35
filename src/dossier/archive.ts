// A ZIP whose every byte is determined by the names and contents of its files: stored, not compressed; sizes ahead of the bytes; no dates.
// So its length is known before it is written, only one file is in memory at a time, and a verifier can rebuild its frame.
import { crc32 } from "node:zlib";

/** A file of the archive: its length is known, its bytes are read when their turn comes. */
export type Entry = { path: string; size: number; read(): Promise<Uint8Array> | Uint8Array };

/** Below this the plain format, without its 64-bit extension, can name every place. */
export const LARGEST_ARCHIVE = 0xffff_ffff;
const MOST_FILES = 0xffff;

const LOCAL = 30;
const CENTRAL = 46;
const END = 22;
/** ZIP 2.0, names in UTF-8, stored; the date is 1 January 1980, the earliest that the format can name. */
const frame = { version: 20, flags: 0x0800, method: 0, time: 0, date: 0x0021 };

const nameLength = ({ path }: Entry): number => Buffer.byteLength(path);

/** Bytes of the archive of these files. Throws where it needs the 64-bit extension. */
export function archiveSize(entries: readonly Entry[]): number {
  const size = entries.reduce((sum, entry) => sum + LOCAL + CENTRAL + 2 * nameLength(entry) + entry.size, END);
  if (size > LARGEST_ARCHIVE || entries.length > MOST_FILES) throw new Error(`an archive of ${size} bytes in ${entries.length} files is too large`);
  return size;
}

/** The archive, piece by piece; files may be made as their turn comes. Throws where one has not the length that it was said to have, and where it needs the 64-bit extension. */
export async function* archive(entries: Iterable<Entry> | AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  const records: Buffer[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const bytes = await entry.read();
    if (bytes.length !== entry.size) throw new Error(`${entry.path} has ${bytes.length} bytes instead of ${entry.size}`);
    const sum = crc32(bytes);
    const head = Buffer.concat([headOf(0x0403_4b50, LOCAL, entry, sum), Buffer.from(entry.path)]);
    records.push(recordOf(entry, sum, offset));
    offset += head.length + bytes.length;
    if (offset > LARGEST_ARCHIVE || records.length > MOST_FILES) throw new Error(`an archive of more than ${offset} bytes in ${records.length} files is too large`);
    yield head;
    yield bytes;
  }
  const directory = Buffer.concat(records);
  yield directory;
  yield endOf(records.length, directory.length, offset);
}

/** What the header before a file and its record at the end have in common, from `at` on. */
function headOf(signature: number, length: number, entry: Entry, sum: number, at = 4): Buffer {
  const head = Buffer.alloc(length);
  head.writeUInt32LE(signature, 0);
  head.writeUInt16LE(frame.version, at);
  head.writeUInt16LE(frame.flags, at + 2);
  head.writeUInt16LE(frame.method, at + 4);
  head.writeUInt16LE(frame.time, at + 6);
  head.writeUInt16LE(frame.date, at + 8);
  head.writeUInt32LE(sum, at + 10);
  head.writeUInt32LE(entry.size, at + 14);
  head.writeUInt32LE(entry.size, at + 18);
  head.writeUInt16LE(nameLength(entry), at + 22);
  return head;
}

function recordOf(entry: Entry, sum: number, offset: number): Buffer {
  const head = headOf(0x0201_4b50, CENTRAL, entry, sum, 6);
  head.writeUInt16LE(frame.version, 4);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, Buffer.from(entry.path)]);
}

function endOf(files: number, directoryLength: number, directoryOffset: number): Buffer {
  const end = Buffer.alloc(END);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(files, 8);
  end.writeUInt16LE(files, 10);
  end.writeUInt32LE(directoryLength, 12);
  end.writeUInt32LE(directoryOffset, 16);
  return end;
}
