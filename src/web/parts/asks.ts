// What a command asks for, read off its JSON Schema: which fields a form shows, of which kind. What names the target is filled in by itself.
import type { Permission } from "../api/queries.ts";

type Schema = { type?: string; enum?: string[]; minimum?: number; maximum?: number; maxLength?: number; items?: Schema; properties?: Record<string, Schema>; required?: string[]; pattern?: string };
export type Field =
  | { name: string; kind: "choice"; options: readonly string[]; required: boolean }
  | { name: string; kind: "choices"; options: readonly string[]; required: boolean }
  | { name: string; kind: "lines"; reasons: readonly string[] | null; required: boolean }
  | { name: string; kind: "evidence"; required: boolean }
  | { name: string; kind: "amount"; least: number; required: boolean }
  | { name: string; kind: "yesNo"; required: boolean }
  | { name: string; kind: "days"; required: boolean }
  | { name: string; kind: "text"; long: boolean; most: number; required: boolean };

const targets: ReadonlySet<string> = new Set(["cancellationId", "returnId", "claimId", "refundId", "reversalId", "sanctionId", "paymentId"]);
/** Splitting a payment over several ways has a place of its own on the API; the pages pay in one. A batch has a page of its own. */
const left: ReadonlySet<string> = new Set(["payments", "expectedVersion", "batch"]);

/** The fields of a command's form, in the order of its schema. */
export function fieldsOf({ asks, command }: Permission): Field[] {
  const { properties = {}, required = [] } = asks as Schema;
  return Object.entries(properties).flatMap(([name, schema]) => (targets.has(name) || left.has(name) ? [] : [fieldOf(name, schema, required.includes(name) || (command === "PayOrder" && name === "method"))]));
}

/** The field that names the target, where the command has one. */
export const targetField = ({ asks }: Permission): string | null => Object.keys((asks as Schema).properties ?? {}).find((name) => targets.has(name)) ?? null;

function fieldOf(name: string, schema: Schema, required: boolean): Field {
  if (name === "evidence" || name === "documents") return { name, kind: "evidence", required };
  if (name === "lines") return { name, kind: "lines", reasons: schema.items?.properties?.reason?.enum ?? null, required };
  if (schema.type === "array") return { name, kind: "choices", options: schema.items?.enum ?? [], required };
  if (schema.enum) return { name, kind: "choice", options: schema.enum, required };
  if (schema.type === "integer") return { name, kind: "amount", least: schema.minimum ?? 0, required };
  if (schema.type === "boolean") return { name, kind: "yesNo", required };
  if (name === "by") return { name, kind: "days", required };
  return { name, kind: "text", long: (schema.maxLength ?? 0) > 500, most: schema.maxLength ?? 200, required };
}
