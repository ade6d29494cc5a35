// Ids: a prefix that names the noun, and a UUIDv7 whose last three hex digits are the order's bucket.
// Whoever holds an id of anything that belongs to an order knows where to look. Not a secret, no meaning besides.

import { createHash, randomFillSync } from "node:crypto";

/** Makes an id of that noun in that bucket; sorts by `atMs` (UTC epoch milliseconds). */
export type MintId = (prefix: string, bucket: number, atMs: number) => string;

const BUCKETS = 4096;
const SHAPE = /^[a-z]{3}_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The bucket of an order, 0 to 4095: the same (marketplace, external id) always falls into the same one, so that a bucket can guard its uniqueness. */
export function orderBucket(marketplace: string, externalId: string): number {
  return createHash("sha256").update(`${marketplace}\0${externalId}`).digest().readUInt16BE(0) % BUCKETS;
}

/** Whether this text can be an id at all (of that noun, where a prefix is given). */
export function isId(text: string, prefix?: string): boolean {
  return SHAPE.test(text) && (prefix === undefined || text.startsWith(`${prefix}_`));
}

/** The bucket that an id carries. Throws a RangeError for text that is no id: check foreign text with `isId` first. */
export function bucketOf(id: string): number {
  if (!SHAPE.test(id)) throw new RangeError(`no id: ${id.slice(0, 64)}`);
  return Number.parseInt(id.slice(-3), 16);
}

/** Random ids for the living program, ascending within this process. */
export const mintId: MintId = minting(randomBytes8);

/** The same seed gives the same ids in the same order: for replays, whose event hashes must repeat. */
export function seededIds(seed: string): MintId {
  let minted = 0;
  return minting(() => createHash("sha256").update(`${seed}\0${minted++}`).digest().subarray(0, 8));
}

const RANDOM = Buffer.alloc(8192);
let spent = RANDOM.length;

function randomBytes8(): Buffer {
  if (spent === RANDOM.length) {
    randomFillSync(RANDOM);
    spent = 0;
  }
  spent += 8;
  return RANDOM.subarray(spent - 8, spent);
}

function minting(entropy: () => Buffer): MintId {
  let lastMs = 0;
  let within = 0;
  return (prefix, bucket, atMs) => {
    if (!(bucket >= 0 && bucket < BUCKETS)) throw new RangeError(`no bucket: ${bucket}`);
    if (atMs > lastMs) {
      lastMs = Math.floor(atMs);
      within = 0;
    } else if (++within === 4096) {
      // The counter is full: borrow the next millisecond rather than lose the order.
      lastMs++;
      within = 0;
    }
    const time = lastMs.toString(16).padStart(12, "0");
    const noise = entropy().toString("hex");
    const variant = "89ab"[Number.parseInt(noise[0]!, 16) & 3];
    return `${prefix}_${time.slice(0, 8)}-${time.slice(8)}-7${hex3(within)}-${variant}${noise.slice(1, 4)}-${noise.slice(4, 13)}${hex3(bucket)}`;
  };
}

function hex3(value: number): string {
  return value.toString(16).padStart(3, "0");
}
