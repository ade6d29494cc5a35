// Holds requests and answers against the OpenAPI document: an answer must be one that the document lists, of that shape,
// and what the server accepted must be what the document says it accepts.
import assert from "node:assert/strict";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

export type Contract = { check(method: string, path: string, body: unknown, status: number, mediaType: string, answer: unknown): void };

type Media = Record<string, { schema?: object }>;
type Operation = { requestBody?: { content: Media }; responses: Record<string, { content?: Media }> };
type Document = { paths: Record<string, Record<string, Operation>> };

export function openContract(document: object): Contract {
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: false, inlineRefs: false, code: { optimize: false } }));
  ajv.addSchema(document, "openapi.json");
  const { paths } = document as Document;
  const templates = Object.keys(paths).map((template) => ({ template, pattern: new RegExp(`^${template.replaceAll(/[.]/g, "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}$`) }));
  const validators = new Map<string, ValidateFunction>();

  function hold(value: unknown, steps: string[], what: string): void {
    // A shape that has a name is compiled once, wherever it is answered: most are the problem's.
    const named = (steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document) as { $ref?: string }).$ref;
    const pointer = named?.startsWith("#/") ? named.slice(1) : steps.map((step) => `/${encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"))}`).join("");
    let validate = validators.get(pointer);
    if (!validate) validators.set(pointer, (validate = ajv.compile({ $ref: `openapi.json#${pointer}` })));
    assert.ok(validate(value), `${what} is not what the document says: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(value)?.slice(0, 2000)}`);
  }

  return {
    check(method, path, body, status, mediaType, answer) {
      const plain = path.split("?")[0]!;
      const found = templates.filter(({ pattern }) => pattern.test(plain)).sort((a, b) => a.template.split("{").length - b.template.split("{").length)[0];
      const operation = found && paths[found.template]![method.toLowerCase()];
      if (!found || !operation) return assert.ok(status === 404 || status === 405, `${method} ${plain} is not documented and answered ${status}`);
      const steps = ["paths", found.template, method.toLowerCase()];
      const type = mediaType.split(";")[0]!;
      const listed = operation.responses[String(status)];
      assert.ok(listed, `${method} ${found.template} answered ${status}, which the document does not list: ${JSON.stringify(answer)}`);
      if (listed.content) {
        assert.ok(type in listed.content, `${method} ${found.template} answered ${status} as ${type}`);
        if (type.includes("json")) hold(answer, [...steps, "responses", String(status), "content", type, "schema"], `the ${status} of ${method} ${found.template}`);
      }
      if (status < 400 && body !== undefined && operation.requestBody?.content["application/json"]) {
        hold(body, [...steps, "requestBody", "content", "application/json", "schema"], `the body that ${method} ${found.template} took`);
      }
    },
  };
}
