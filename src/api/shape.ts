// Checks input against its schema and names every field that is wrong, as a JSON pointer.
// Bodies and queries have zod schemas; commands have the JSON Schemas of the core, the same that fill the forms.
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { z } from "@hono/zod-openapi";
import { schemaOf } from "../core/asks.ts";
import type { CommandType } from "../core/commands.ts";
import { carriers } from "../engine/trackingNumbers.ts";
import { pointerStep } from "./body.ts";
import { wrongShape, type WrongField } from "./problems.ts";

/** The value as its schema reads it. Throws 422, or 400 for what is not a body. */
export function checked<S extends z.ZodType>(schema: S, value: unknown, kind: "shape" | "malformed" = "shape"): z.output<S> {
  const result = schema.safeParse(value);
  if (!result.success) throw wrongShape(result.error.issues.flatMap((issue) => fieldsOf(issue)), kind);
  return result.data;
}

/** What is wrong with a value, empty where nothing is. */
export function faultsOf(schema: z.ZodType, value: unknown): WrongField[] {
  const result = schema.safeParse(value);
  return result.success ? [] : result.error.issues.flatMap((issue) => fieldsOf(issue));
}

type Issue = z.core.$ZodIssue;

function fieldsOf(issue: Issue, before: PropertyKey[] = []): WrongField[] {
  const path = [...before, ...issue.path];
  const pointer = `#${path.map((step) => pointerStep(String(step))).join("")}`;
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ pointer: pointer + pointerStep(key), detail: "no such field" }));
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const nearest = issue.errors.reduce((best, next) => (deepest(next) > deepest(best) ? next : best));
    return nearest.flatMap((inner) => fieldsOf(inner, path));
  }
  return [{ pointer, detail: issue.message.endsWith("received undefined") ? "must be given" : issue.message }];
}

const deepest = (issues: Issue[]): number => Math.max(0, ...issues.map((issue) => issue.path.length));

const ajv = addFormats.default(new Ajv2020({ allErrors: true, strict: true, strictRequired: false, inlineRefs: false, code: { optimize: false } }), ["date-time"]);
const validators = new Map<CommandType, ValidateFunction>();

/** Checks a command's input (without its type). Throws 422 with every wrong field; a bug where the command has no schema. */
export function checkCommandInput(type: CommandType, input: Record<string, unknown>): void {
  let validate = validators.get(type);
  if (!validate) {
    const schema = schemaOf(type, carriers);
    if (!schema) throw new Error(`${type} has no schema`);
    validators.set(type, (validate = ajv.compile(schema)));
  }
  if (!validate(input)) throw wrongShape(commandFaults(validate.errors ?? []));
}

function commandFaults(errors: ErrorObject[]): WrongField[] {
  const plain = errors.filter((error) => error.keyword !== "anyOf" && error.keyword !== "if");
  return plain.map(({ instancePath, keyword, params, message }) => {
    const parent = `#${instancePath.split("/").slice(1).map((step) => `/${encodeURIComponent(step)}`).join("")}`;
    switch (keyword) {
      case "additionalProperties": return { pointer: parent + pointerStep(String(params.additionalProperty)), detail: "no such field" };
      case "required": return { pointer: parent + pointerStep(String(params.missingProperty)), detail: "must be given" };
      case "enum": return { pointer: parent, detail: `must be one of ${(params.allowedValues as string[]).join(", ")}` };
      default: return { pointer: parent, detail: message ?? keyword };
    }
  });
}
