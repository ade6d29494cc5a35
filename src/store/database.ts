// What the store asks of a database, whichever of the two it is: the embedded PGlite or a PostgreSQL server.
// It carries SQL and rows; it knows no table. JSON comes back as text, bytea is never selected bare.

import { UnstorableText } from "./errors.ts";

/** One SQL statement. `hot` statements are prepared once for each connection: use it where the text repeats. */
export type Statement = { text: string; values: readonly Value[]; hot?: boolean };

export type Value = string | number | boolean | null | readonly string[] | readonly number[];

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

/** A turn of one group: first it reads (and, on a server, locks), then it may write once. */
export interface Turn {
  /** The rows of each statement, in order; the later ones see what the earlier ones locked. */
  read(statements: readonly Statement[]): Promise<Row[][]>;
  /** One statement with all that the turn writes; the turn is committed with it. */
  write(statement: Statement): Promise<void>;
}

/** `missed`: the connection was lost and listens again; what was said meanwhile is gone. */
export type Listener = { heard(text: string): void; missed(): void };

export interface Database {
  readonly kind: "pglite" | "postgres";
  /** One statement, its own transaction. */
  rows<R = Row>(text: string, values?: readonly Value[], options?: { hot?: boolean }): Promise<R[]>;
  /** Several statements as one transaction. */
  transaction(statements: readonly Statement[]): Promise<Row[][]>;
  /** SQL of several statements and without values, as one transaction; on a server, alone among all processes. */
  script(sql: string): Promise<void>;
  /** A group's turn. Turns of one order never overlap. Everything that failed is rolled back. */
  turn(run: (turn: Turn) => Promise<void>): Promise<void>;
  /** Listens on a channel until the answer is called. Resolves once it listens. Null where nobody else can speak. */
  readonly listen: ((channel: string, listener: Listener) => Promise<() => Promise<void>>) | null;
  /** Writes a restorable copy of everything to that file. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

/** A PostgreSQL array literal: both drivers take it as text, so that neither guesses the element type. */
export function arrayLiteral(values: readonly (string | number)[]): string {
  return `{${values.map((value) => (typeof value === "number" ? value : `"${value.replaceAll(/["\\]/g, "\\$&")}"`)).join(",")}}`;
}

/** Values as PostgreSQL's text format. Throws `UnstorableText` for U+0000, which it cannot even compare. */
export function asText(values: readonly Value[]): (string | null)[] {
  return values.map((value) => {
    if (value === null) return null;
    const text = typeof value === "object" ? arrayLiteral(value) : String(value);
    if (text.includes("\0")) throw new UnstorableText();
    return text;
  });
}
