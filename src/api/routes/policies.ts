// The marketplaces' rules as data: what runs, every version, its proof, and what is different from the one before.
import type { Context } from "hono";
import { z } from "@hono/zod-openapi";
import { undercuts } from "../../core/law.ts";
import type { Policy } from "../../core/policy.ts";
import type { Engine } from "../../engine/engine.ts";
import type { Version } from "../../engine/versions.ts";
import type { Caller } from "../caller.ts";
import { Problem } from "../problems.ts";
import { jsonAnswer, route, type Env, type Route } from "../route.ts";
import { differenceSchema, differenceView, lawSchema, policySchema, proofSchema, versionSchema, versionView } from "../schemas/policy.ts";

const tag = "Policies";

const list = route({
  method: "get", path: "/v1/policies", tag, right: "read", summary: "List the policies",
  answers: { 200: jsonAnswer("The policies.", z.object({ policies: z.array(z.object({ name: z.string(), version: z.int(), zone: z.string(), source: z.string() })) })) },
  async handle({ c, api: { engine } }) {
    await engine.policies.look();
    const policies = engine.policies.names().map((name) => engine.policies.latest(name)!);
    return c.json({ policies: policies.map(({ policy, version, zone, source }) => ({ name: policy, version, zone, source })) }, 200);
  },
});

const read = route({
  method: "get", path: "/v1/policies/{name}", tag, right: "read", summary: "Read a policy", problems: ["notFound"],
  description: "The newest version that runs. `undercuts` says for each law where the policy gives less: there the law's value holds for the law's buyers.",
  answers: { 200: jsonAnswer("Every rule, with its source.", policySchema) },
  async handle({ c, api: { engine } }) {
    const policy = await latest(engine, nameOf(c));
    const less = Object.fromEntries(engine.laws.all().map((law) => [law.law, undercuts(policy, law)]));
    return c.json({ ...policy, undercuts: less } as unknown as z.infer<typeof policySchema>, 200);
  },
});

const laws = route({
  method: "get", path: "/v1/laws", tag, right: "read", summary: "Read the laws that lie over the policies",
  description: "The newest version of each: its countries and their languages, its floors, and the article that each comes from. An order keeps the version under which it was placed.",
  answers: { 200: jsonAnswer("The laws.", z.object({ laws: z.array(lawSchema) })) },
  handle: ({ c, api: { engine } }) => c.json({ laws: engine.laws.all() as unknown as z.infer<typeof lawSchema>[] }, 200),
});

const versions = route({
  method: "get", path: "/v1/policies/{name}/versions", tag, right: "read", summary: "List a policy's versions", problems: ["notFound"],
  description: "The oldest first. Those that await confirmation or were rejected are for operators.",
  answers: { 200: jsonAnswer("The versions.", z.object({ versions: z.array(versionSchema) })) },
  async handle({ c, api: { engine }, caller }) {
    const found = await engine.publishing.versions.list(nameOf(c), isOperator(caller));
    if (found.length === 0) throw new Problem("notFound", "No such policy.");
    return c.json({ versions: found.map((version) => versionView(version, isOperator(caller))) }, 200);
  },
});

const readVersion = route({
  method: "get", path: "/v1/policies/{name}/versions/{version}", tag, right: "read", summary: "Read a version", problems: ["notFound"],
  description: "It never changes. `rules` is what POST /v1/policies took.",
  answers: { 200: jsonAnswer("The version and its rules.", versionSchema.extend({ rules: policySchema })) },
  async handle({ c, api: { engine }, caller }) {
    const version = await versionOf(engine, c, caller);
    return c.json({ ...versionView(version, isOperator(caller)), rules: version.policy as unknown as z.infer<typeof policySchema> }, 200);
  },
});

const changes = route({
  method: "get", path: "/v1/policies/{name}/versions/{version}/changes", tag, right: "read", summary: "What a version changes", problems: ["notFound"],
  description: "In sentences, and as kinds with parameters, against the version that ran before it (`against` is null for the first).",
  answers: { 200: jsonAnswer("The differences.", z.object({ policy: z.string(), version: z.int(), against: z.int().nullable(), changes: z.array(differenceSchema) })) },
  async handle({ c, api: { engine }, caller }) {
    const version = await versionOf(engine, c, caller);
    const { against, changes: found } = engine.publishing.versions.changes(version);
    return c.json({ policy: version.policy.policy, version: version.policy.version, against, changes: found.map(differenceView) }, 200);
  },
});

const proof = route({
  method: "get", path: "/v1/policies/{name}/proof", tag, right: "read", summary: "Read a policy's proof", problems: ["notFound"],
  description: "How far its states were explored, and for each property whether it holds or the shortest story found that breaks it. Made with the first request where there is none yet: that may take a minute.",
  query: z.strictObject({ version: z.string().regex(/^\d{1,7}$/, "a whole number").optional() }),
  answers: { 200: jsonAnswer("The proof.", proofSchema) },
  async handle({ c, api: { engine }, caller, query: { version } }) {
    const policy = version === undefined ? await latest(engine, nameOf(c)) : (await versionOf(engine, c, caller, Number(version))).policy;
    return c.json(await engine.publishing.proofOf(policy), 200);
  },
});

const isOperator = ({ actor }: Caller): boolean => actor.role === "operator";

/** The name in the path. Throws 404 where no policy can have it. */
export function nameOf(c: Context<Env>): string {
  const name = c.req.param("name") ?? "";
  if (!/^[a-z][a-z0-9-]{1,40}$/.test(name)) throw new Problem("notFound", "No such policy.");
  return name;
}

async function latest({ policies }: Engine, name: string): Promise<Policy> {
  await policies.look();
  const policy = policies.latest(name);
  if (!policy) throw new Problem("notFound", "No such policy.");
  return policy;
}

/** The number of a version in the path, or null where that is no number. */
export function numberOf(c: Context<Env>): number | null {
  const text = c.req.param("version") ?? "";
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
}

/** The version that the path names, for whoever may see it. Throws 404. */
async function versionOf(engine: Engine, c: Context<Env>, caller: Caller, number = numberOf(c)): Promise<Version> {
  const name = nameOf(c);
  const found = number === null ? undefined : (await engine.publishing.versions.list(name, isOperator(caller))).find(({ policy }) => policy.version === number);
  if (!found) throw new Problem("notFound", "No such version.");
  return found;
}

export const policyRoutes: Route[] = [laws, list, read, versions, readVersion, changes, proof];
