// A small picture for the demonstration's evidence: stripes in one colour, as a PNG. It shows nothing; it is there to be looked at.
import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

const WIDTH = 320;
const HEIGHT = 240;
const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

/** The picture of that name: each name has its own colour. */
export function pictureOf(name: string): Uint8Array {
  const [red = 0, green = 0, blue = 0] = createHash("sha256").update(name).digest();
  const row = (y: number): number[] => [0, ...Array.from({ length: WIDTH }, (_, x) => ((x + y) % 32 < 16 ? [red, green, blue] : [red >> 1, green >> 1, blue >> 1])).flat()];
  const pixels = Buffer.from(Array.from({ length: HEIGHT }, (_, y) => row(y)).flat());
  // Eight bits a channel, red, green and blue.
  const header = Buffer.concat([number(WIDTH), number(HEIGHT), Buffer.from([8, 2, 0, 0, 0])]);
  return Buffer.concat([Buffer.from(SIGNATURE), chunk("IHDR", header), chunk("IDAT", deflateSync(pixels)), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  return Buffer.concat([number(body.length), named, number(crc32(named))]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
