// The types of the HTTP API for the pages' client, made from openapi.json in the shape that openapi-fetch reads (`paths`).
// openapi-typescript cannot be had beside TypeScript 7; JSON Schema is what OpenAPI 3.1 consists of, so its compiler does.
import { readFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

type Json = { [key: string]: unknown };
type Operation = { parameters?: Parameter[]; requestBody?: { required?: boolean; content: Record<string, { schema: Json }> }; responses: Record<string, { content?: Record<string, { schema?: Json }> }> };
type Parameter = { name: string; in: string; required?: boolean; schema: Json; $ref?: string };
type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Json>; parameters?: Record<string, Parameter> } };

const methods = ["get", "post", "put", "delete"];
const closed = (properties: Json, required: string[] = Object.keys(properties)): Json => ({ type: "object", properties, required, additionalProperties: false });

/** The text of the file with the types; openapi.json must be up to date. */
export async function apiTypes(): Promise<string> {
  const document = JSON.parse(await readFile(new URL("../openapi.json", import.meta.url), "utf8")) as Document;
  const paths = Object.fromEntries(Object.entries(document.paths).map(([path, operations]) => [path, pathOf(operations, document)]));
  const { schemas } = document.components;
  const schema = { ...closed(paths), title: "paths", definitions: { ...schemas } };
  const text = await compile(withLocalRefs(schema) as never, "paths", {
    bannerComment: "// The HTTP API's types, generated from openapi.json by `npm run generate`.\n// Do not edit: a test compares it with what would be written now.",
    additionalProperties: false, strictIndexSignatures: false, format: false, declareExternallyReferenced: true, unreachableDefinitions: false, enableConstEnums: false,
  });
  // Statuses are numbers where the client looks for them; the root is called as the client calls it.
  return text.replaceAll(/^(\s*)"?(\d{3})"?(\??):/gm, "$1$2$3:").replace(/export interface Paths\b/, "export interface paths");
}

function pathOf(operations: Record<string, Operation>, document: Document): Json {
  const all = methods.flatMap((method) => (operations[method] ? [[method, operationOf(operations[method], document)] as const] : []));
  return closed(Object.fromEntries(all));
}

function operationOf({ parameters = [], requestBody, responses }: Operation, document: Document): Json {
  const known = parameters.map((one) => (one.$ref ? document.components.parameters![one.$ref.split("/").at(-1)!]! : one));
  const places = ["path", "query", "header"].flatMap((place): [string, Json, boolean][] => {
    const own = known.filter((one) => one.in === place);
    const required = own.filter((one) => one.required).map((one) => one.name);
    return own.length === 0 ? [] : [[place, closed(Object.fromEntries(own.map((one) => [one.name, one.schema])), required), required.length > 0]];
  });
  const answers = Object.entries(responses).map(([status, { content }]) => [status, closed({ content: contentOf(content) })] as const);
  const made: Json = {
    parameters: closed(Object.fromEntries(places.map(([place, schema]) => [place, schema])), places.filter(([, , required]) => required).map(([place]) => place)),
    responses: closed(Object.fromEntries(answers)),
  };
  const needed = Object.keys(made);
  if (requestBody) made.requestBody = closed({ content: contentOf(requestBody.content) });
  return closed(made, requestBody?.required ? [...needed, "requestBody"] : needed);
}

const contentOf = (content: Record<string, { schema?: Json }> = {}): Json =>
  closed(Object.fromEntries(Object.entries(content).map(([type, { schema = {} }]) => [type, schema])));

/** The same schema with its references inside itself; without titles and descriptions, which would make a type of each property. */
function withLocalRefs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withLocalRefs);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    if (key === "$ref" && typeof inner === "string") return [[key, inner.replace("#/components/schemas/", "#/definitions/")]];
    if (key === "description" && typeof inner === "string") return [];
    if (["example", "pattern", "format", "minimum", "maximum", "maxItems", "minItems", "minLength", "maxLength"].includes(key) && typeof inner !== "object") return [];
    return [[key, withLocalRefs(inner)]];
  }));
}
