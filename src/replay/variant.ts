// A policy as a person names it on the command line: a shipped one or a file, with some of its terms set otherwise.
// `olist`, `olist:shipGrace=P3D,protection=P30D`, `./mine/policy.json`, `./mine/policy.json:shipGrace=P3D`.
import { readFile } from "node:fs/promises";
import type { Policy } from "../core/policy.ts";
import { readShippedPolicies } from "../engine/policies.ts";
import { checkPolicy } from "../engine/policyShape.ts";
import { BadTerm, withTerms } from "./terms.ts";

/** `name` is how it was written, in one piece; `terms` those that were set otherwise. */
export type Variant = { name: string; policy: Policy; terms: Record<string, string> };

/** A policy that is not there or cannot be read; the message says what there is. */
export class UnknownPolicy extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = "UnknownPolicy";
  }
}

/** Reads a policy with its settings, and on top of them `wishes`, each `TERM=VALUE`. Throws `UnknownPolicy`, `BadTerm`, `BadPolicy`. */
export async function readVariant(text: string, wishes: readonly string[] = []): Promise<Variant> {
  const [, place = "", settings] = /^(.*?)(?::([\w.-]+(?:=.*)?))?$/s.exec(text) ?? [];
  const plain = isPath(place) ? await policyIn(place) : await policyNamed(place);
  return changed(plain, place, [...(settings === undefined ? [] : settings.split(",")), ...wishes]);
}

/**
 * One variant for each value of `TERM=VALUE,VALUE…`: the policy and settings of `text` and `wishes` with that one term set so.
 * Throws as `readVariant` does.
 */
export async function readWhatIfs(text: string, wishes: readonly string[], whatIf: string): Promise<Variant[]> {
  const variant = await readVariant(text, wishes);
  const [, term = "", values = ""] = /^([^=]+)=(.*)$/s.exec(whatIf) ?? [];
  if (term === "") throw new BadTerm(`${whatIf} is not TERM=VALUE,VALUE…`, variant.policy);
  return Promise.all(values.split(",").map((value) => readVariant(text, [...wishes, `${term}=${value}`])));
}

function changed(plain: Policy, place: string, wishes: readonly string[]): Variant {
  const policy = checkPolicy(withTerms(plain, wishes));
  const terms = Object.fromEntries(wishes.map((wish) => [wish.slice(0, wish.indexOf("=")), wish.slice(wish.indexOf("=") + 1)]));
  const settings = Object.entries(terms).map(([term, value]) => `${term}=${value}`).join(",");
  return { name: settings === "" ? place : `${place}:${settings}`, policy, terms };
}

const isPath = (place: string): boolean => /[/\\]|\.json$/.test(place);

async function policyNamed(name: string): Promise<Policy> {
  const shipped = await readShippedPolicies();
  const policy = shipped.find((one) => one.policy === name);
  if (!policy) throw new UnknownPolicy(`there is no policy ${name}; there are ${shipped.map((one) => one.policy).join(", ")}, or the path of a policy.json`);
  return policy;
}

async function policyIn(path: string): Promise<Policy> {
  const text = await readFile(path, "utf8").catch((error: Error) => {
    throw new UnknownPolicy(`the policy ${path} cannot be read: ${error.message}`);
  });
  try {
    return checkPolicy(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UnknownPolicy(`the policy ${path} is not JSON: ${error.message}`);
    throw error;
  }
}
