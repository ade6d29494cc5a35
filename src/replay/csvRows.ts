// Rows of a published CSV file, gzipped or not, one at a time, and exact readings of its amounts and times.
// Knows no data set. Holds no text beyond the row at hand.
import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";

export type Row = Record<string, string>;

/** Calls `each` with every row of `folder/name.csv.gz` (or `name.csv`), UTF-8 with a header line, in file order. Throws where there is no such file. */
export async function eachRow(folder: string, name: string, each: (row: Row) => void): Promise<void> {
  const path = fileOf(folder, name);
  if (path === null) throw new Error(`neither ${name}.csv.gz nor ${name}.csv in ${folder}`);
  const parser = parse({ columns: true, bom: true });
  const visit = async (rows: AsyncIterable<Row>) => {
    for await (const row of rows) each(row);
  };
  if (path.endsWith(".gz")) await pipeline(createReadStream(path), createGunzip(), parser, visit);
  else await pipeline(createReadStream(path), parser, visit);
}

/** The path of `folder/name.csv.gz` or else of `name.csv`; null where there is neither. */
export function fileOf(folder: string, name: string): string | null {
  return [`${name}.csv.gz`, `${name}.csv`].map((file) => join(folder, file)).find((path) => existsSync(path)) ?? null;
}

/** A decimal number with at most two significant decimals ("58.9") as hundredths (5890), without floating point; null where it is none. */
export function hundredths(text: string): number | null {
  const parts = /^(-?)(\d+)(?:\.(\d{0,2})0*)?$/.exec(text);
  if (!parts) return null;
  const [, sign, whole, decimals] = parts;
  const value = Number(whole) * 100 + Number((decimals ?? "").padEnd(2, "0"));
  return sign === "-" && value !== 0 ? -value : value;
}

/** Epoch milliseconds of "2017-09-19 09:45:35", read as UTC. Throws on anything else. */
export function instantOf(text: string): number {
  const at = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? Date.parse(`${text.replace(" ", "T")}Z`) : Number.NaN;
  if (Number.isNaN(at)) throw new Error(`not a time: ${JSON.stringify(text)}`);
  return at;
}

/** Compares by code units, so that every machine sorts alike. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
