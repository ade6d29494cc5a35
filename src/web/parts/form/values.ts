// The values of a command's form as they are typed, and the command that they make. Pure.
import type { Order, Permission } from "../../api/queries.ts";
import { targetField, type Field } from "../asks.ts";
import { minorOf } from "../format.ts";

export type Picked = { sku: string; quantity: number; reason: string };
export type Upload = { id: string; name: string };
/** Amounts stay as typed: what is half written is no number yet. */
export type Values = { [name: string]: string | boolean | string[] | Picked[] | Upload[] | undefined };
export type Wrong = { name: string; key: "wrong.needed" | "wrong.amount" | "wrong.lines" | "wrong.reason" };

/** The units of each line that can still be chosen: what is delivered for a return, what is not cancelled for a cancellation. */
export function unitsLeft(order: Order, command: string): Map<string, number> {
  return new Map(order.lines.map((line) => {
    const open = line.quantity - line.cancelled;
    if (command === "RequestReturn") return [line.sku, Math.max(0, (line.delivered || open) - line.returning - line.returned)];
    if (command === "ShipOrder" || command === "CancelOrder" || command === "RequestCancellation") return [line.sku, open - line.shipped];
    return [line.sku, open - line.returned];
  }));
}

/** What is missing or cannot be meant. */
export function faultsOf(fields: readonly Field[], values: Values, currency: string): Wrong[] {
  return fields.flatMap((field): Wrong[] => {
    const value = values[field.name];
    const { name } = field;
    if (field.kind === "lines" && field.required && linesIn(value).length === 0) return [{ name, key: "wrong.lines" }];
    if (field.kind === "lines" && field.reasons !== null && linesIn(value).some(({ reason }) => reason === "")) return [{ name, key: "wrong.reason" }];
    if (field.kind === "amount" && typeof value === "string" && value !== "" && minorOf(value, currency) === null) return [{ name, key: "wrong.amount" }];
    const empty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
    return field.required && empty ? [{ name, key: "wrong.needed" }] : [];
  });
}

/** The command that the form makes; what was left empty is left out. */
export function commandOf(permission: Permission, fields: readonly Field[], values: Values, currency: string): { type: string; [field: string]: unknown } {
  const target = targetField(permission);
  const given = fields.flatMap((field): [string, unknown][] => {
    const sent = sentAs(field, values[field.name], currency);
    return sent === undefined ? [] : [[field.name, sent]];
  });
  return { type: permission.command, ...(target !== null && permission.target !== null ? { [target]: permission.target } : {}), ...Object.fromEntries(given) };
}

function sentAs(field: Field, value: Values[string], currency: string): unknown {
  switch (field.kind) {
    case "lines": {
      const picked = linesIn(value);
      return picked.length === 0 ? undefined : picked.map(({ sku, quantity, reason }) => (field.reasons === null ? { sku, quantity } : { sku, quantity, reason }));
    }
    case "evidence": return uploadsIn(value).length === 0 ? undefined : uploadsIn(value).map(({ id }) => id);
    case "amount": return typeof value === "string" && value !== "" ? (minorOf(value, currency) ?? undefined) : undefined;
    case "yesNo": return typeof value === "boolean" ? value : undefined;
    case "days": return typeof value === "string" && /^\d+$/.test(value) ? `P${value}D` : undefined;
    case "choices": return Array.isArray(value) && value.length > 0 ? value : undefined;
    case "choice": case "text": return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  }
}

export const linesIn = (value: Values[string]): Picked[] => (Array.isArray(value) ? value.filter((one): one is Picked => typeof one === "object" && "sku" in one) : []);
export const uploadsIn = (value: Values[string]): Upload[] => (Array.isArray(value) ? value.filter((one): one is Upload => typeof one === "object" && "name" in one) : []);
