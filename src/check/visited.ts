// The states that were seen: their hashes, and from where each was reached first, in typed arrays, so that a million fit in little memory.

/** A step that led to a state: number `move` of the list of what could be tried at `from`. */
export type Origin = { from: number; move: number };

/** No state; the origin of the first. */
export const NOWHERE = 0xffff_ffff;

export class Visited {
  /** How many states there are. They are numbered in the order in which they were found. */
  count = 0;
  readonly #most: number;
  readonly #table: BigUint64Array;
  readonly #numbers: Uint32Array;
  readonly #from: Uint32Array;
  readonly #move: Uint16Array;
  /** The state to which silence leads from each; its own number at an end, NOWHERE while that is not known. */
  readonly silence: Uint32Array;
  /** The move by which silence leads there. */
  readonly silentMove: Uint16Array;

  /** Has room for `most` states. */
  constructor(most: number) {
    let size = 1024;
    while (size < most * 2) size *= 2;
    this.#most = most;
    this.#table = new BigUint64Array(size);
    this.#numbers = new Uint32Array(size);
    this.#from = new Uint32Array(most);
    this.#move = new Uint16Array(most);
    this.silence = new Uint32Array(most).fill(NOWHERE);
    this.silentMove = new Uint16Array(most);
  }

  get full(): boolean {
    return this.count >= this.#most;
  }

  /** The number of this state, and whether it is new. Null when it is new and there is no room. */
  add(hash: bigint, origin: Origin): { number: number; fresh: boolean } | null {
    const mask = this.#table.length - 1;
    let at = Number(hash & BigInt(mask));
    for (let found = this.#table[at]!; found !== 0n; found = this.#table[at]!) {
      if (found === hash) return { number: this.#numbers[at]!, fresh: false };
      at = (at + 1) & mask;
    }
    if (this.full) return null;
    const number = this.count++;
    this.#table[at] = hash;
    this.#numbers[at] = number;
    this.#from[number] = origin.from;
    this.#move[number] = origin.move;
    return { number, fresh: true };
  }

  /** Says where silence leads from a state, and by which move. */
  fallSilent(from: number, to: number, move: number): void {
    this.silence[from] = to;
    this.silentMove[from] = move;
  }

  /** The moves that led to a state, the first first. */
  wayTo(number: number): number[] {
    const moves: number[] = [];
    for (let at = number; this.#from[at] !== NOWHERE; at = this.#from[at]!) moves.push(this.#move[at]!);
    return moves.reverse();
  }
}
