// Commands: what a person does with an order. The order of the answers is the contract's, and decided here but for the last:
// 401, 404, 403, 400 and 422 (shape), 422 (key), 412, 409.
import type { Context } from "hono";
import { z } from "@hono/zod-openapi";
import { givenCommands, schemaOf, type Schema } from "../../core/asks.ts";
import type { CommandType } from "../../core/commands.ts";
import { commandsFor } from "../../core/permissions.ts";
import { refuse } from "../../core/refusals.ts";
import type { Order } from "../../core/state.ts";
import type { Answer } from "../../engine/engine.ts";
import { bodyHashOf } from "../../engine/hash.ts";
import { carriers } from "../../engine/trackingNumbers.ts";
import { JSON_LIMIT, readJson } from "../body.ts";
import type { Caller } from "../caller.ts";
import { rolesOf } from "../commandRoles.ts";
import { Problem, RefusedProblem, wrongShape } from "../problems.ts";
import { jsonAnswer, orderRoute, refusedAnswer, type Api, type Env, type Route } from "../route.ts";
import { eventSchema } from "../schemas/event.ts";
import { orderSchema } from "../schemas/order.ts";
import { checkCommandInput } from "../shape.ts";
import { eventViews } from "../views/event.ts";
import { orderView } from "../views/order.ts";

type Accepted = Extract<Answer, { kind: "accepted" }>;

export const commandAnswer = z.object({ order: orderSchema, events: z.array(eventSchema) });
export const keyHeader = z.object({ "idempotency-key": z.string().min(1).max(200) });

const give = orderRoute({
  method: "post", path: "/v1/orders/{id}/commands", tag: "Commands", right: "act", audited: false, summary: "Give a command",
  description:
    "The same key and body again get the first answer again. A rule's refusal is 409 with its code, what it waits for and what can be done instead; nothing changes then.",
  documented: { headers: keyHeader, body: { required: true, content: { "application/json": { schema: { $ref: "#/components/schemas/CommandBody" } } } } },
  problems: ["malformed", "keyMissing", "tooLarge", "mediaType", "shape", "keyReused", "stale"],
  answers: {
    200: jsonAnswer("Done: the order after it, and what happened.", commandAnswer),
    409: refusedAnswer,
  },
  async handle({ c, api, caller, order }) {
    const body = await readJson(c, JSON_LIMIT);
    const type = typeOf(body);
    demandRole(api, caller, order, type);
    const key = idempotencyKey(c, true);
    const { expectedVersion, ...command } = body as Record<string, unknown>;
    const version = versionOf(expectedVersion);
    if (!(givenCommands as string[]).includes(type)) throw new RefusedProblem(refuse("NotInThisMarketplace"));
    const { type: _type, ...input } = command;
    checkCommandInput(type as CommandType, input);
    const answer = await api.engine.command({
      orderId: order.id, actor: caller.actor, command: { ...input, type }, key: { caller: caller.name, key: key!, bodyHash: bodyHashOf(body) },
      ...(version === undefined ? {} : { expectedVersion: version }),
    });
    return c.json(await showAnswer(api, caller, accepted(answer)), 200);
  },
});

function typeOf(body: unknown): string {
  if (body === null || typeof body !== "object" || Array.isArray(body)) throw wrongShape([{ pointer: "#", detail: "must be an object" }]);
  const { type } = body as { type?: unknown };
  if (typeof type !== "string") throw wrongShape([{ pointer: "#/type", detail: "must name a command" }]);
  if (!rolesOf(type)) throw wrongShape([{ pointer: "#/type", detail: "no such command" }]);
  return type;
}

/** 403 where no marketplace lets this role give the command; where only this one does not, the rules refuse it. */
function demandRole({ engine }: Api, { actor }: Caller, order: Order, type: string): void {
  const may = rolesOf(type)!.includes(actor.role) || commandsFor(engine.policyOf(order), actor.role).includes(type as CommandType);
  if (!may) throw new Problem("forbidden", `${type} is not for a ${actor.role}.`);
}

/** The caller's Idempotency-Key, or null where it may be left out. Throws 400. */
export function idempotencyKey(c: Context<Env>, needed: boolean): string | null {
  const key = c.req.header("idempotency-key");
  const pointer = "#/Idempotency-Key";
  if (key === undefined || key === "") {
    if (needed) throw wrongShape([{ pointer, detail: "the header must be given" }], "keyMissing");
    return null;
  }
  if (key.length > 200) throw wrongShape([{ pointer, detail: "at most 200 characters" }], "malformed");
  return key;
}

function versionOf(expected: unknown): number | undefined {
  if (expected === undefined) return undefined;
  if (Number.isSafeInteger(expected) && (expected as number) >= 0) return expected as number;
  throw wrongShape([{ pointer: "#/expectedVersion", detail: "must be an integer of at least 0" }]);
}

/** The accepted answer. Throws the problem that any other one is. */
export function accepted(answer: Answer): Accepted {
  switch (answer.kind) {
    case "accepted": return answer;
    case "refused": throw new RefusedProblem(answer.refusal);
    case "keyReused": throw new Problem("keyReused", "Take a new key for another command.");
    case "stale": throw new Problem("stale", `The order is at version ${answer.version}.`, { version: answer.version });
    case "notFound": throw new Problem("notFound", "No such thing.");
    default: {
      const never: never = answer;
      throw new Error(`no such answer ${String(never)}`);
    }
  }
}

/** An accepted command's answer: as it was when it was first given, however often it is given again. */
export async function showAnswer({ engine }: Api, caller: Caller, { order, events, at }: Accepted): Promise<z.infer<typeof commandAnswer>> {
  const words = await engine.words([order.id]);
  return { order: orderView(engine.policyOf(order), order, caller, at, words), events: eventViews(events, caller, words) };
}

/** The bodies of all commands that a person can give, for the document. */
export function commandBodySchema(): Schema {
  const byPeople = givenCommands.filter((type) => rolesOf(type)?.some((role) => ["buyer", "seller", "mediator", "operator"].includes(role)));
  return { oneOf: byPeople.map(commandSchema), description: "One command. What `permissions[].asks` shows is the same, narrowed to what is possible now." };
}

function commandSchema(type: CommandType): Schema {
  const { $schema: _, properties, required, ...rest } = schemaOf(type, carriers) as { $schema: string; properties: object; required: string[] };
  return {
    title: type, ...rest, properties: { type: { const: type }, ...properties, expectedVersion: { type: "integer", minimum: 0 } }, required: ["type", ...required],
  };
}

export const commandRoutes: Route[] = [give];
