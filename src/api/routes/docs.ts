// What people read of the API: its document and its reader, and why commands are refused. All served from here, nothing from elsewhere.
import { readFile } from "node:fs/promises";
import { html } from "hono/html";
import { z } from "@hono/zod-openapi";
import { refusals, type RefusalCode } from "../../core/refusals.ts";
import { policySchema } from "../../engine/policySchema.ts";
import { Problem, problemKinds } from "../problems.ts";
import { jsonAnswer, publicRoute, type Route } from "../route.ts";

const tag = "Documents";
const page = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const reader = `${page}; script-src 'self'; connect-src 'self'`;
const htmlAnswer = { description: "A page.", content: { "text/html": { schema: { type: "string" as const } } } };

type Page = ReturnType<typeof html>;

async function pageOf(title: string, body: Page, policy = page, status = 200): Promise<Response> {
  const text = html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body{font:1rem/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}code{font-size:.95em}th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0}dt{font-weight:600;margin-top:1rem}</style></head>
<body>${body}</body>
</html>
`;
  return new Response(String(await text), { status, headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy } });
}

const health = publicRoute({
  method: "get", path: "/health", tag, summary: "Whether it can serve",
  answers: { 200: jsonAnswer("It can.", z.object({ status: z.literal("ok"), store: z.string(), sandbox: z.boolean() })) },
  async handle({ c, api: { engine } }) {
    await engine.store.earliestDue();
    return c.json({ status: "ok" as const, store: engine.store.kind, sandbox: engine.sandbox !== null }, 200);
  },
});

const document = publicRoute({
  method: "get", path: "/openapi.json", tag, summary: "This document",
  answers: { 200: jsonAnswer("OpenAPI 3.1.", z.object({ openapi: z.string() }).catchall(z.unknown())) },
  handle: ({ c, api }) => c.json(api.document() as Record<string, never>, 200),
});

const docs = publicRoute({
  method: "get", path: "/docs", tag, summary: "This document, to read and try", answers: { 200: htmlAnswer },
  handle: () => pageOf("Rescind: HTTP API", html`<link rel="stylesheet" href="docs/swagger-ui.css"><style>body{max-width:none;margin:0;padding:0}</style>
<div id="reader"></div><script src="docs/swagger-ui-bundle.js"></script><script src="docs/start.js"></script>`, reader),
});

const startScript = `SwaggerUIBundle({ url: new URL("../openapi.json", document.currentScript.src).href, dom_id: "#reader", deepLinking: true, validatorUrl: null });\n`;
const assets: Record<string, { type: string; text: () => Promise<string> }> = {
  "swagger-ui.css": { type: "text/css", text: () => fromPackage("swagger-ui.css") },
  "swagger-ui-bundle.js": { type: "text/javascript", text: () => fromPackage("swagger-ui-bundle.js") },
  "policy.schema.json": { type: "application/json", text: async () => `${JSON.stringify(policySchema, null, 2)}\n` },
  "start.js": { type: "text/javascript", text: async () => startScript },
};
const fromPackage = (name: string): Promise<string> => readFile(new URL(import.meta.resolve(`swagger-ui-dist/${name}`)), "utf8");

const asset = publicRoute({
  method: "get", path: "/docs/{file}", tag, summary: "The parts of /docs, and policy.schema.json for editors", problems: ["notFound"],
  answers: { 200: { description: "The file.", content: { "text/css": { schema: { type: "string" } }, "text/javascript": { schema: { type: "string" } }, "application/json": { schema: {} } } } },
  async handle({ c }) {
    const found = Object.hasOwn(assets, c.req.param("file") ?? "") ? assets[c.req.param("file")!] : undefined;
    if (!found) throw new Problem("notFound", "No such page.");
    return new Response(await found.text(), { headers: { "content-type": `${found.type}; charset=utf-8`, "cache-control": "public, max-age=3600" } });
  },
});

type Entry = { title: string; next: string; instead?: readonly string[] };
const entries = Object.entries(refusals) as [RefusalCode, Entry][];
const refusalSchema = z.object({ code: z.string(), title: z.string(), next: z.string(), instead: z.array(z.string()) });
const refusalView = ([code, { title, next, instead }]: [string, Entry]): z.infer<typeof refusalSchema> => ({ code, title, next, instead: [...(instead ?? [])] });
const refusalRows = (list: [string, Entry][]): Page => html`<dl>${list.map(([code, { title, next, instead }]) =>
  html`<dt id="${code}"><code>${code}</code></dt><dd>${title} ${next}${instead?.length ? html` Instead: ${instead.map((command) => html`<code>${command}</code> `)}` : ""}</dd>`)}</dl>`;

const wantsJson = (accept: string | undefined): boolean => (accept ?? "").includes("json") && !(accept ?? "").includes("text/html");

const listRefusals = publicRoute({
  method: "get", path: "/docs/refusals", tag, summary: "Why a command can be refused",
  description: "In order of precedence: where several hold, the first is told. As JSON where the Accept header asks for it.",
  answers: { 200: { description: "The list.", content: { "text/html": { schema: { type: "string" } }, "application/json": { schema: z.object({ refusals: z.array(refusalSchema) }) } } } },
  handle: ({ c }) => wantsJson(c.req.header("accept"))
    ? c.json({ refusals: entries.map(refusalView) }, 200)
    : pageOf("Refusals", html`<h1>Why a command can be refused</h1><p>In order of precedence: where several hold, the first is told.</p>${refusalRows(entries)}`),
});

const oneRefusal = publicRoute({
  method: "get", path: "/docs/refusals/{code}", tag, summary: "One refusal", problems: ["notFound"],
  answers: { 200: { description: "It.", content: { "text/html": { schema: { type: "string" } }, "application/json": { schema: refusalSchema } } } },
  handle({ c }) {
    const entry = entries.find(([code]) => code === c.req.param("code"));
    if (!entry) throw new Problem("notFound", "No such refusal.");
    return wantsJson(c.req.header("accept"))
      ? c.json(refusalView(entry), 200)
      : pageOf(entry[0], html`<h1><code>${entry[0]}</code></h1>${refusalRows([entry])}<p><a href="../refusals">All refusals</a></p>`);
  },
});

const oneProblem = publicRoute({
  method: "get", path: "/docs/problems/{kind}", tag, summary: "What a problem means", problems: ["notFound"], answers: { 200: htmlAnswer },
  handle({ c }) {
    const kind = c.req.param("kind") ?? "";
    if (!Object.hasOwn(problemKinds, kind)) throw new Problem("notFound", "No such problem.");
    const { status, title } = problemKinds[kind as keyof typeof problemKinds];
    return pageOf(kind, html`<h1><code>${kind}</code></h1><p>${String(status)}: ${title}</p><p><a href="../../docs">The HTTP API</a></p>`);
  },
});

export const docsRoutes: Route[] = [health, document, docs, listRefusals, oneRefusal, oneProblem, asset];
