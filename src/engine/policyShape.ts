// Whether a policy is written in words that the core knows, each in a place where it means something.
// What its rules lead to is another question: src/check answers it.
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { Policy } from "../core/policy.ts";
import { policySchema } from "./policySchema.ts";
import { wordFaults } from "./policyWords.ts";

/** What is wrong, and where: a JSON pointer (RFC 6901) into the policy, empty for the whole. */
export type PolicyFault = { pointer: string; detail: string };

/** All that is wrong with a policy, each with the place where it stands. */
export class BadPolicy extends Error {
  readonly faults: readonly PolicyFault[];
  constructor(name: string, faults: readonly PolicyFault[]) {
    super(`policy ${name}:\n  ${faults.map(({ pointer, detail }) => `${pointer || "/"} ${detail}`).join("\n  ")}`);
    this.name = "BadPolicy";
    this.faults = faults;
  }
}

let compiled: ValidateFunction | null = null;

/** Whether the value has the shape of a policy. Compiled when it is first asked: without inlining and a second pass that takes an eighth of the time. */
function shape(): ValidateFunction {
  if (compiled) return compiled;
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, verbose: true, strictRequired: false, inlineRefs: false, code: { optimize: false } });
  ajv.addVocabulary(["enumDescriptions"]);
  return (compiled = ajv.compile(policySchema));
}

/** What stands beside the rules and is none of them. */
const beside = ["$schema", "undercuts"];

/** The value as a policy, without what is only for editors. Throws `BadPolicy` with every fault. */
export function checkPolicy(value: unknown): Policy {
  const given = (value as { policy?: unknown } | null)?.policy;
  const name = typeof given === "string" ? given.slice(0, 60) : "?";
  if (sizeOf(value) > MOST_VALUES) throw new BadPolicy(name, [{ pointer: "", detail: `more than ${MOST_VALUES} values: no policy is that large` }]);
  const matches = shape();
  if (!matches(value)) throw new BadPolicy(name, shapeFaults(matches.errors!));
  const policy = Object.fromEntries(Object.entries(value as object).filter(([key]) => !beside.includes(key))) as unknown as Policy;
  const faults = wordFaults(policy);
  if (faults.length > 0) throw new BadPolicy(name, faults);
  return policy;
}

/** Some six times the largest policy that is shipped. Each wrong value costs the check as much as all before it. */
const MOST_VALUES = 10_000;

/** How many values there are, all the way down; no further than is too many. */
function sizeOf(value: unknown): number {
  let count = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && count <= MOST_VALUES) {
    const part = waiting.pop();
    count += 1;
    if (part !== null && typeof part === "object") for (const inner of Object.values(part)) waiting.push(inner);
  }
  return count;
}

const step = (key: string): string => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** The schema's findings in our words. A wrong key is said once, at the key. */
function shapeFaults(errors: readonly ErrorObject[]): PolicyFault[] {
  return errors.filter(({ keyword, propertyName }) => keyword !== "propertyNames" || propertyName === undefined).flatMap((error): PolicyFault[] => {
    const { instancePath: pointer, keyword, params, message, parentSchema, data, propertyName } = error;
    const what = String((parentSchema as { title?: string } | undefined)?.title ?? "word");
    switch (keyword) {
      case "additionalProperties": return [{ pointer: pointer + step(String(params.additionalProperty)), detail: "no such field" }];
      case "required": return [{ pointer: pointer + step(String(params.missingProperty)), detail: "must be given" }];
      case "propertyNames": return [];
      case "enum": return [{ pointer: propertyName === undefined ? pointer : pointer + step(propertyName), detail: `no such ${what}: ${shown(data)}${choices(params.allowedValues as string[])}` }];
      case "const": return [{ pointer, detail: `can only be ${JSON.stringify(params.allowedValue)}` }];
      default: return [{ pointer: propertyName === undefined ? pointer : pointer + step(propertyName), detail: message ?? keyword }];
    }
  });
}

const MOST_CHOICES = 12;
const LONGEST_SHOWN = 60;
const choices = (allowed: readonly string[]): string => (allowed.length > MOST_CHOICES ? "" : `; there are ${allowed.join(", ")}`);

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
