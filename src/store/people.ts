// The tables of people, sessions and ways to sign in, as rows: what better-auth's adapter needs, and nothing it does not.
// Who may do what with them is not known here.
import type { Database, Row, Value } from "./database.ts";

export const peopleTables = ["people", "sessions", "sign_ins", "verifications", "sign_in_tries"] as const;
export type PeopleTable = (typeof peopleTables)[number];

const comparisons = { eq: "=", ne: "<>", lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;

/** A condition on a column. Those that are joined by OR hold together as one; `in` takes a list of texts. */
export type Condition = { column: string; operator: keyof typeof comparisons | "in"; value: Value; either: boolean; anyCase: boolean };
export type Page = { limit: number; offset: number; sortBy: { column: string; descending: boolean } | null };

export interface PeopleRows {
  insert(table: PeopleTable, row: Row): Promise<Row>;
  find(table: PeopleTable, conditions: readonly Condition[], page: Page): Promise<Row[]>;
  count(table: PeopleTable, conditions: readonly Condition[]): Promise<number>;
  /** Changes every row that fits and returns them. */
  change(table: PeopleTable, conditions: readonly Condition[], row: Row): Promise<Row[]>;
  /** Deletes every row that fits and returns them. */
  remove(table: PeopleTable, conditions: readonly Condition[]): Promise<Row[]>;
  /** Deletes the account of a person (`role/id`) with its sessions and ways to sign in; false where there is none. */
  forget(person: string): Promise<boolean>;
}

export function peopleRowsOf(database: Database): PeopleRows {
  return {
    insert: async (table, row) => {
      const columns = Object.keys(row);
      const [kept] = await database.rows(
        `INSERT INTO ${table} (${columns.map(named).join(", ")}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(", ")}) RETURNING *`, Object.values(row));
      return kept!;
    },
    find: (table, conditions, { limit, offset, sortBy }) => {
      const { where, values } = whereOf(conditions);
      const order = sortBy ? ` ORDER BY ${named(sortBy.column)}${sortBy.descending ? " DESC" : ""}` : "";
      return database.rows(`SELECT * FROM ${table}${where}${order} LIMIT ${whole(limit)} OFFSET ${whole(offset)}`, values);
    },
    count: async (table, conditions) => {
      const { where, values } = whereOf(conditions);
      return (await database.rows<{ count: number }>(`SELECT count(*) AS count FROM ${table}${where}`, values))[0]!.count;
    },
    change: (table, conditions, row) => {
      const columns = Object.keys(row);
      const { where, values } = whereOf(conditions, columns.length);
      return database.rows(`UPDATE ${table} SET ${columns.map((column, at) => `${named(column)} = $${at + 1}`).join(", ")}${where} RETURNING *`, [...Object.values(row), ...values]);
    },
    remove: (table, conditions) => {
      const { where, values } = whereOf(conditions);
      return database.rows(`DELETE FROM ${table}${where} RETURNING *`, values);
    },
    forget: async (person) => {
      const slash = person.indexOf("/");
      const gone = await database.rows("DELETE FROM people WHERE role = $1 AND person_id = $2 RETURNING id", [person.slice(0, slash), person.slice(slash + 1)]);
      return gone.length > 0;
    },
  };
}

/** The WHERE of the conditions, its parameters numbered after `before` others. */
function whereOf(conditions: readonly Condition[], before = 0): { where: string; values: Value[] } {
  const values: Value[] = [];
  const text = ({ column, operator, value, anyCase }: Condition): string => {
    if (value === null) return `${named(column)} IS ${operator === "ne" ? "NOT " : ""}NULL`;
    values.push(value);
    const [left, right] = anyCase ? [`lower(${named(column)})`, `lower($${before + values.length})`] : [named(column), `$${before + values.length}`];
    return operator === "in" ? `${left} = ANY(${right})` : `${left} ${comparisons[operator]} ${right}`;
  };
  const all = conditions.filter(({ either }) => !either).map(text);
  const any = conditions.filter(({ either }) => either).map(text);
  const parts = [...all, ...(any.length > 0 ? [`(${any.join(" OR ")})`] : [])];
  return { where: parts.length > 0 ? ` WHERE ${parts.join(" AND ")}` : "", values };
}

/** A column's name. Throws where it is none: names never come from outside, and this keeps it so. */
function named(column: string): string {
  if (!/^[a-z_]+$/.test(column)) throw new Error(`no column: ${column}`);
  return `"${column}"`;
}

function whole(number: number): number {
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`no number of rows: ${number}`);
  return number;
}
