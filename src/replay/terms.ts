// Other values for a policy's terms, as a person writes them (`shipGrace=P3D`): what another rule would have done.
// The policy that comes of it is checked like any other.
import type { Policy, Term } from "../core/policy.ts";
import { isDuration, later } from "../core/time.ts";

/** A wish that no term answers to, or a value that the term cannot have; the message lists what there is. */
export class BadTerm extends Error {
  constructor(problem: string, { policy, terms }: Policy) {
    const lines = Object.entries(terms).map(([name, term]) => `  ${name}=${String(term.is)}${term.others ? `  (also ${term.others.map(String).join(", ")})` : ""}`);
    super(`${problem}; the terms of ${policy} are:\n${lines.join("\n")}`);
    this.name = "BadTerm";
  }
}

/** The policy with those terms changed, each `NAME=VALUE`. Throws `BadTerm`. */
export function withTerms(policy: Policy, wishes: readonly string[]): Policy {
  const terms = { ...policy.terms };
  for (const wish of wishes) {
    const [, name = "", text = ""] = /^([^=]+)=(.*)$/.exec(wish) ?? [];
    if (name === "") throw new BadTerm(`${wish} is not TERM=VALUE`, policy);
    if (!Object.hasOwn(terms, name)) throw new BadTerm(`there is no term ${name}`, policy);
    const value = valueOf(policy, terms[name]!, text);
    if (value === undefined) throw new BadTerm(`${name} cannot be ${text === "" ? "empty" : text}`, policy);
    terms[name] = { ...terms[name]!, is: value };
  }
  return { ...policy, terms };
}

/** What the text means for a term of that kind; undefined where it means nothing. `null` sets no limit where the term knows that. */
function valueOf(policy: Policy, term: Term, text: string): Term["is"] | undefined {
  const known = [term.is, ...(term.others ?? [])];
  const written = known.find((value) => String(value) === text);
  if (written !== undefined) return written;
  if (known.some((value) => typeof value === "number")) return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  const takesDuration = known.some((value) => value === null || (typeof value === "string" && (isDuration(value) || value in policy.terms)));
  return takesDuration && isDuration(text) && canBeAdded(text) ? text : undefined;
}

/** Whether calendars reach that far. */
function canBeAdded(duration: string): boolean {
  try {
    return later(0, duration, "UTC") < Date.UTC(3000, 0, 1);
  } catch {
    return false;
  }
}
