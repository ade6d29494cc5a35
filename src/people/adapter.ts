// better-auth's database: its models over the store's tables of people. Its field names become our column names, its dates our
// epoch milliseconds. It decides nothing.
import { createAdapterFactory, type CleanedWhere } from "better-auth/adapters";
import type { Row } from "../store/database.ts";
import type { Condition, PeopleRows, PeopleTable } from "../store/people.ts";

const MOST_ROWS = 100;

const column = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const field = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A row as better-auth names it. */
const toModel = <T>(row: Row): T => Object.fromEntries(Object.entries(row).map(([name, value]) => [field(name), value])) as T;

const toRow = (model: Record<string, unknown>): Row => Object.fromEntries(Object.entries(model).map(([name, value]) => [column(name), cell(value)]));

function cell(value: unknown): string | number | boolean | null {
  if (value instanceof Date) return value.getTime();
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new Error(`better-auth keeps a ${typeof value}, which no column is for`);
}

function conditionOf({ field, operator, value, connector, mode }: CleanedWhere): Condition {
  const anyCase = mode === "insensitive" && typeof value === "string";
  const rest = { column: column(field), either: connector === "OR", anyCase };
  if (operator === "in") return { ...rest, operator, value: (value as readonly (string | number)[]).map(String) };
  if (operator === "eq" || operator === "ne" || operator === "lt" || operator === "lte" || operator === "gt" || operator === "gte") return { ...rest, operator, value: cell(value) };
  throw new Error(`better-auth asks for ${operator}, which is not here`);
}

const conditionsOf = (where: readonly CleanedWhere[] | undefined): Condition[] => (where ?? []).map(conditionOf);

/** The adapter over those rows. */
export function adapterOver(rows: PeopleRows) {
  const first = async (model: string, where: readonly CleanedWhere[]): Promise<Row | undefined> =>
    (await rows.find(model as PeopleTable, conditionsOf(where), { limit: 1, offset: 0, sortBy: null }))[0];
  return createAdapterFactory({
    config: {
      adapterId: "rescind", adapterName: "Rescind's store", supportsJSON: false, supportsDates: true, supportsBooleans: true, supportsNumericIds: false,
      customTransformOutput: ({ data, fieldAttributes }) => (fieldAttributes.type === "date" && typeof data === "number" ? new Date(data) : data),
    },
    adapter: () => ({
      create: async ({ model, data }) => toModel(await rows.insert(model as PeopleTable, toRow(data))),
      findOne: async <T>({ model, where }: { model: string; where: CleanedWhere[] }) => {
        const found = await first(model, where);
        return found ? toModel<T>(found) : null;
      },
      findMany: async <T>({ model, where, limit, offset, sortBy }: { model: string; where?: CleanedWhere[] | undefined; limit?: number; offset?: number | undefined; sortBy?: { field: string; direction: "asc" | "desc" } | undefined }) =>
        (await rows.find(model as PeopleTable, conditionsOf(where), {
          limit: limit ?? MOST_ROWS, offset: offset ?? 0, sortBy: sortBy ? { column: column(sortBy.field), descending: sortBy.direction === "desc" } : null,
        })).map((row) => toModel<T>(row)),
      count: ({ model, where }) => rows.count(model as PeopleTable, conditionsOf(where)),
      update: async <T>({ model, where, update }: { model: string; where: CleanedWhere[]; update: T }) => {
        const [changed] = await rows.change(model as PeopleTable, conditionsOf(where), toRow(update as Record<string, unknown>));
        return changed ? toModel<T>(changed) : null;
      },
      updateMany: async ({ model, where, update }) => (await rows.change(model as PeopleTable, conditionsOf(where), toRow(update))).length,
      delete: async ({ model, where }) => void (await rows.remove(model as PeopleTable, conditionsOf(where))),
      deleteMany: async ({ model, where }) => (await rows.remove(model as PeopleTable, conditionsOf(where))).length,
    }),
  });
}
