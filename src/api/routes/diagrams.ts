// A policy as a picture, in the reader's language. Drawn once for each version, language and shape, for a version never changes.
import { hash } from "node:crypto";
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { z } from "@hono/zod-openapi";
import { diagramOf } from "../../check/diagram.ts";
import { diagramStyle } from "../../check/diagramStyle.ts";
import { languages, type Language } from "../../check/words.ts";
import type { Policy } from "../../core/policy.ts";
import { readWords, wordsOf, type WordShelf } from "../../engine/words.ts";
import { Problem } from "../problems.ts";
import { route, type Env, type Route } from "../route.ts";

type Drawing = { svg: string; tag: string };

/** Nothing may be fetched or run: only the drawing's own style sheet, known by its hash, holds. */
const contentPolicy = `default-src 'none'; style-src 'sha256-${hash("sha256", diagramStyle, "base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox`;

const query = z.strictObject({
  language: z.enum(languages).optional().openapi({ description: "Without it Accept-Language decides, then English." }),
  shape: z.enum(["wide", "narrow"]).default("wide").openapi({ description: "`narrow` is for a phone." }),
});

let shelf: Promise<WordShelf> | null = null;
const drawings = new WeakMap<Policy, Map<string, Drawing>>();

async function drawingOf(policy: Policy, language: Language, shape: "wide" | "narrow"): Promise<Drawing> {
  const own = drawings.getOrInsertComputed(policy, () => new Map<string, Drawing>());
  const kept = own.get(`${language} ${shape}`);
  if (kept) return kept;
  const svg = diagramOf(policy, wordsOf(await (shelf ??= readWords(languages)), policy.policy, language, policy.look), shape);
  // The words may change between releases although the version does not, so the tag carries the text's own hash too.
  const drawing = { svg, tag: `"${policy.policy}-${policy.version}-${language}-${shape}-${hash("sha256", svg, "hex").slice(0, 12)}"` };
  own.set(`${language} ${shape}`, drawing);
  return drawing;
}

/** The wanted language, whatever its region: `zh-Hans-CN` is Chinese. */
function languageWanted(c: Context<Env>): Language {
  const match = (wanted: { type: string; q: number }[]): Language => {
    const byWish = wanted.filter(({ q }) => q > 0).toSorted((one, other) => other.q - one.q);
    return byWish.flatMap(({ type }) => languages.find((one) => one === type.toLowerCase().split("-")[0]) ?? [])[0] ?? "en";
  };
  return accepts(c, { header: "Accept-Language", supports: [...languages], default: "en", match }) as Language;
}

const isKnown = (header: string | undefined, tag: string): boolean =>
  header !== undefined && header.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === tag);

const diagram = route({
  method: "get", path: "/v1/policies/{name}/diagram.svg", tag: "Policies", right: "read", summary: "See a policy", query, problems: ["notFound"],
  description: "Statuses, who moves them, deadlines and what silence does, in the words of that marketplace.",
  answers: {
    200: { description: "The picture.", content: { "image/svg+xml": { schema: { type: "string" } } } },
    304: { description: "It is the one that the reader has (If-None-Match)." },
  },
  async handle({ c, api: { engine }, query: { language, shape } }) {
    const policy = engine.policies.latest(c.req.param("name") ?? "");
    if (!policy) throw new Problem("notFound", "No such policy.");
    const spoken = language ?? languageWanted(c);
    const { svg, tag } = await drawingOf(policy, spoken, shape);
    const headers = { etag: tag, "cache-control": "private, no-cache", vary: "Accept-Language, Authorization", "content-language": spoken, "content-security-policy": contentPolicy };
    if (isKnown(c.req.header("if-none-match"), tag)) return new Response(null, { status: 304, headers });
    return new Response(svg, { headers: { ...headers, "content-type": "image/svg+xml; charset=utf-8" } });
  },
});

export const diagramRoutes: Route[] = [diagram];
