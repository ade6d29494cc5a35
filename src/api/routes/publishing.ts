// Publishing: an operator puts a version forward, it is proven while the request waits, and another person confirms or rejects it.
import { z } from "@hono/zod-openapi";
import { BadPolicy, checkPolicy, type PolicyFault } from "../../engine/policyShape.ts";
import type { PropertyResult } from "../../check/proof.ts";
import type { Policy } from "../../core/policy.ts";
import type { Decided, Proposed } from "../../engine/publishing.ts";
import { actIsAbout } from "../acts.ts";
import { POLICY_LIMIT, pointerStep, readJson } from "../body.ts";
import { decider } from "../caller.ts";
import { Problem, wrongShape } from "../problems.ts";
import { jsonAnswer, route, type Route } from "../route.ts";
import { policySchema, proofSchema, versionSchema, versionView } from "../schemas/policy.ts";
import { nameOf, numberOf } from "./policies.ts";

const tag = "Policies";
const proposalSchema = versionSchema.extend({ proof: proofSchema, changes: z.array(z.string()).openapi({ description: "What is different from the version that runs, in sentences." }) });

const propose = route({
  method: "post", path: "/v1/policies", tag, right: "operate", summary: "Put a version of a policy forward",
  description:
    "Takes what GET /v1/policies/{name} gives, with the next version number; a new name begins with version 1. The answer comes when it is proven, which may take a minute. A policy that breaks a property is refused with the property and the shortest story found. It runs once another person has confirmed it; orders placed before keep their version. The same body again, while it awaits confirmation, gives the same answer with 200.",
  documented: { body: { required: true, content: { "application/json": { schema: policySchema } } } },
  problems: ["malformed", "tooLarge", "mediaType", "shape", "policyVersion", "policyOpen", "policyBeingProven", "policyBroken"],
  answers: { 200: jsonAnswer("It was put forward before.", proposalSchema), 201: jsonAnswer("Proven; it awaits another person's confirmation.", proposalSchema) },
  async handle({ c, api: { engine }, caller }) {
    const policy = policyIn(await readJson(c, POLICY_LIMIT));
    actIsAbout(c, policy.policy, policy.version);
    const { version, proof, changes, created } = proposed(policy, await engine.publishing.propose(policy, decider(caller)));
    return c.json({ ...versionView(version, true), proof, changes: changes.map(({ sentence }) => sentence) }, created ? 201 : 200);
  },
});

/** The body as a policy. Throws 422 with every fault. */
function policyIn(body: unknown): Policy {
  try {
    return checkPolicy(body);
  } catch (error) {
    if (!(error instanceof BadPolicy)) throw error;
    throw wrongShape(error.faults.map(({ pointer, detail }) => ({ pointer: fragmentOf(pointer), detail })));
  }
}

const fragmentOf = (pointer: PolicyFault["pointer"]): string =>
  `#${pointer.split("/").slice(1).map((step) => pointerStep(step.replaceAll("~1", "/").replaceAll("~0", "~"))).join("")}`;

function proposed({ policy, version }: Policy, answer: Proposed): Extract<Proposed, { kind: "proposed" }> {
  switch (answer.kind) {
    case "proposed": return answer;
    case "wrongVersion": throw new Problem("policyVersion", `The next version of ${policy} is ${answer.expected}, not ${version}.`, { expected: answer.expected });
    case "open": throw new Problem("policyOpen", `Version ${answer.version} awaits confirmation: confirm or reject it first.`, { version: answer.version });
    case "underWay": throw new Problem("policyBeingProven", "Wait for its answer.");
    case "broken": throw broken(answer.property);
    case "unprovable": throw new Problem("policyBroken", `The checker could not go through these rules: ${answer.why}`, { property: "alwaysAnswered", story: null });
    default: {
      const never: never = answer;
      throw new Error(`no such answer ${String(never)}`);
    }
  }
}

const broken = ({ name, sentence, story }: PropertyResult): Problem => new Problem("policyBroken", sentence, { property: name, sentence, story });

const deciding = { tag, right: "operate", problems: ["notFound", "secondPerson", "policyDecided", "policyVersion", "policyBroken"], answers: { 200: jsonAnswer("The version.", versionSchema) } } as const;

const confirm = route({
  ...deciding, problems: [...deciding.problems], method: "post", path: "/v1/policies/{name}/versions/{version}/confirm", summary: "Confirm a version: it runs from now on",
  description: "By another person than who put it forward: a token stands for its person, a key for its name. Needs no body.",
  handle: async ({ c, api: { engine }, caller }) => c.json(versionView(decided(await engine.publishing.confirm(nameOf(c), numberOf(c) ?? 0, decider(caller))), true), 200),
});

const reject = route({
  ...deciding, problems: [...deciding.problems], method: "post", path: "/v1/policies/{name}/versions/{version}/reject", summary: "Reject a version, or take one's own back",
  description: "It never runs, and its number is not used again. Needs no body.",
  handle: async ({ c, api: { engine }, caller }) => c.json(versionView(decided(await engine.publishing.reject(nameOf(c), numberOf(c) ?? 0, decider(caller))), true), 200),
});

function decided(answer: Decided): Extract<Decided, { kind: "decided" }>["version"] {
  switch (answer.kind) {
    case "decided": return answer.version;
    case "notFound": throw new Problem("notFound", "No such version.");
    case "samePerson": throw new Problem("secondPerson", "Who put a version forward does not confirm it. Ask another operator.");
    case "broken": throw broken(answer.property);
    case "decidedBefore": throw new Problem("policyDecided", `Version ${answer.version.policy.version} is ${answer.version.status}${answer.version.decidedBy ? ` by ${answer.version.decidedBy}` : ""}.`);
    case "numberTaken": throw new Problem("policyVersion", "A version with this number came with the program meanwhile. Reject this one and put it forward with the next number.");
    default: {
      const never: never = answer;
      throw new Error(`no such answer ${String(never)}`);
    }
  }
}

export const publishingRoutes: Route[] = [propose, confirm, reject];
