// A picture's perceptual hash: the same 64 bits, or nearly, for the same picture made smaller or saved anew. Says nothing of what is
// on it. The difference hash of N. Krawetz, "Kind of Like That" (2013): is each of 8 × 8 points brighter than its right neighbour?

/** Larger pictures are not looked at: a small file can unfold into a very large one. */
const MOST_PIXELS = 100_000_000;
const LONGEST_SECONDS = 10;
/** Of 255 levels: less than this between neighbours is noise of the compression. */
const NOISE = 3;
/** With fewer bits of one kind the picture is all but empty, and all empty pictures look alike. */
const FEWEST_BITS = 6;

/** The 64 bits; null where the bytes are no picture that can be read, or one with nothing on it. Never throws for what was uploaded. */
export async function pictureHash(bytes: Uint8Array): Promise<bigint | null> {
  const { default: sharp } = await import("sharp");
  const points = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" }).timeout({ seconds: LONGEST_SECONDS })
    .rotate().flatten({ background: "#fff" }).greyscale().resize(9, 8, { fit: "fill" }).raw().toBuffer().catch(() => null);
  if (points === null || points.length !== 72) return null;
  let hash = 0n;
  let bright = 0;
  for (let row = 0; row < 8; row += 1) {
    for (let column = 0; column < 8; column += 1) {
      const brighter = points[row * 9 + column]! >= points[row * 9 + column + 1]! + NOISE;
      hash = (hash << 1n) | (brighter ? 1n : 0n);
      if (brighter) bright += 1;
    }
  }
  return bright < FEWEST_BITS || bright > 64 - FEWEST_BITS ? null : hash;
}
