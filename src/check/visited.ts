// The states that were seen: their hashes, and from where each was reached first, in typed arrays, so that a million fit in little memory.

/** A step that led to a state: number `move` of the list of what could be tried at `from`. */
export type Origin = { from: number; move: number };

/** No state; the origin of the first. */
export const NOWHERE = 0xffff_ffff;

export class Visited {
  /** How many states there are. They are numbered in the order in which they were found. */
  count = 0;
  #most = 0;
  #table = new BigUint64Array(0);
  #numbers = new Uint32Array(0);
  #from = new Uint32Array(0);
  #move = new Uint16Array(0);
  /** The state to which silence leads from each; its own number at an end, NOWHERE while that is not known. */
  silence = new Uint32Array(0);
  /** The move by which silence leads there. */
  silentMove = new Uint16Array(0);

  /** Makes room for `most` states altogether; those that there are stay. */
  makeRoom(most: number): void {
    const table = this.#table;
    const numbers = this.#numbers;
    let size = 1024;
    while (size < most * 2) size *= 2;
    this.#most = most;
    this.#table = new BigUint64Array(size);
    this.#numbers = new Uint32Array(size);
    table.forEach((hash, at) => {
      if (hash === 0n) return;
      const free = this.#placeOf(hash);
      this.#table[free] = hash;
      this.#numbers[free] = numbers[at]!;
    });
    this.#from = grown(this.#from, new Uint32Array(most));
    this.#move = grown(this.#move, new Uint16Array(most));
    this.silence = grown(this.silence, new Uint32Array(most).fill(NOWHERE));
    this.silentMove = grown(this.silentMove, new Uint16Array(most));
  }

  get full(): boolean {
    return this.count >= this.#most;
  }

  /** The number of this state, and whether it is new. Null when it is new and there is no room. */
  add(hash: bigint, origin: Origin): { number: number; fresh: boolean } | null {
    const at = this.#placeOf(hash);
    if (this.#table[at] === hash) return { number: this.#numbers[at]!, fresh: false };
    if (this.full) return null;
    const number = this.count++;
    this.#table[at] = hash;
    this.#numbers[at] = number;
    this.#from[number] = origin.from;
    this.#move[number] = origin.move;
    return { number, fresh: true };
  }

  /** Where in the table it stands, or would. */
  #placeOf(hash: bigint): number {
    const mask = this.#table.length - 1;
    let at = Number(hash & BigInt(mask));
    for (let found = this.#table[at]!; found !== 0n && found !== hash; found = this.#table[at]!) at = (at + 1) & mask;
    return at;
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

function grown<T extends Uint16Array | Uint32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
