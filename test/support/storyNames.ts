// The names that a story uses and those that stand for them in one play on a server that many plays share: people, tracking
// numbers, files. S10 numbers stay S10 numbers of the same office, right or wrong as told.

let plays = 0;
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];
const S10 = /^([A-Z]{2})(\d{8})(\d)([A-Z]{2})$/;

export class Names {
  /** Different for every play. */
  readonly run = `${process.pid.toString(36)}-${(plays += 1)}`;
  readonly #realOf = new Map<string, string>();
  readonly #toldOf = new Map<string, string>();

  /** That a name of the story stands for one that somebody else has given. */
  pair(told: string, real: string): void {
    this.#realOf.set(told, real);
    this.#toldOf.set(real, told);
  }

  /** The name here of a person. */
  real(told: string): string {
    if (!this.#realOf.has(told)) this.pair(told, `${told}-${this.run}`);
    return this.#realOf.get(told)!;
  }

  /** The tracking number here. */
  number(carrier: string, told: string): string {
    const plain = told.replaceAll(" ", "").toUpperCase();
    const known = this.#realOf.get(plain);
    if (known !== undefined) return known;
    const s10 = S10.exec(plain);
    if (carrier !== "s10") this.pair(plain, `${plain}-${this.run}`.toUpperCase());
    else if (s10 && checkDigit(s10[2]!) === Number(s10[3])) {
      const serial = String(10_000_000 + ((process.pid * 7919 + plays * 97 + this.#realOf.size) % 89_999_999));
      this.pair(plain, `${s10[1]!}${serial}${checkDigit(serial)}${s10[4]!}`);
    } else return told;
    return this.#realOf.get(plain)!;
  }

  /** JSON with the story's own names again. */
  told<T>(json: T): T {
    let text = JSON.stringify(json);
    for (const [real, told] of [...this.#toldOf].sort((a, b) => b[0].length - a[0].length)) text = text.replaceAll(real, told);
    return JSON.parse(text) as T;
  }
}

function checkDigit(serial: string): number {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(serial[index]), 0);
  const digit = 11 - (sum % 11);
  return digit === 10 ? 0 : digit === 11 ? 5 : digit;
}
