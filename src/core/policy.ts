// A marketplace's rules as data: what a person reads from top to bottom in policies/<name>/policy.json.
// A policy chooses among the core's words; it cannot invent a status, a command, a guard or an effect.
import type { Role } from "./event.ts";
import type { CommandType } from "./commands.ts";
import type { GuardWord } from "./guards.ts";
import type { Law } from "./law.ts";
import type { RiskPolicy } from "./risk.ts";
import type { Calendar } from "./time.ts";
import type { ClosedBecause, Fault } from "./state.ts";

/** A setting of the marketplace, under the name that RULES gives it; `others` are values that its texts name too. */
export type Term = { is: string | number | boolean | null; others?: (string | number | boolean | null)[]; rule: string; source: string };

/** Why somebody asks, whose fault that implies, and what it costs the seller. */
export type Reason = { fault: Fault; points?: number };

/** What a claim rests on: whose fault, whether it needs evidence, which remedies it allows, and whether the seller's silence grants it. */
export type Ground = Reason & { evidence?: "needed"; remedies?: Remedy[]; silence?: "grants" | "escalates"; graver?: true };
/** *Repair*, *replacement* and *lowerPrice* are the legal guarantee's (L5): possible where the law gives one. */
export type Remedy = "money" | "goodsAndMoney" | "repair" | "replacement" | "lowerPrice";

/** Remedies that put the goods right: they go back and come again, and no money moves. */
export const putsRight = (remedy: Remedy): remedy is "repair" | "replacement" => remedy === "repair" || remedy === "replacement";
export type Stage = "beforeShipment" | "onTheWay" | "afterDelivery";

/** Calendar time (ISO 8601) or a number of business days. */
export type Arrival = string | { businessDays: number };

/** A moment of the order (`shipped`), optionally a term after it; a term alone whose value is a word for a moment. */
export type Moment = [string] | [string, string];

/** Who may do what, from where, from when until when, to what. The first arrow that fits is taken. */
export type Arrow = {
  command: CommandType;
  by: Role[];
  from: string[];
  when?: GuardWord[];
  opens?: Moment;
  closes?: Moment;
  to: string[];
  because?: ClosedBecause;
  /** Why nobody can ever take it: it is there to be shown, refused, to those who would look for it (X1). */
  onlyShown?: string;
  rule: string;
  source?: string;
};

/** Who owes what by when, in which status, and what the clock does when they stay silent. */
export type DeadlineRule = {
  in: string[];
  who: Role;
  owes: CommandType;
  since: string;
  within: string | null;
  otherwise: CommandType;
  when?: GuardWord[];
  because?: ClosedBecause;
  /** Acted on at the very instant (a hand-over), not only after it (somebody's silence). */
  atOnce?: true;
  /** The law's own: no operator moves it. */
  floor?: true;
  rule: string;
  source?: string;
};

/**
 * How the marketplace's pages look and speak: the name and a picture in their masthead (a data URI), an accent for light and one for dark paper
 * (`#rrggbb`), and by language what it calls things its own way, under the keys of words/en.json.
 */
export type Look = { name?: string; logo?: string; accent?: { light: string; dark: string }; words?: { [language in "en" | "zh" | "ru"]?: Record<string, string> } };

export type Policy = {
  policy: string;
  version: number;
  zone: string;
  source: string;
  terms: Record<string, Term>;
  methods: string[];
  reasons: { cancellation: Record<string, Reason>; return: Record<string, Reason>; decision: string[]; reversal: string[] };
  grounds: Record<Stage, Record<string, Ground>>;
  refund: { to: ("sameMethod" | "giftCard")[]; arrives: Record<string, Arrival>; calendar: Calendar; rule: string; source: string };
  sanctions: { threshold: number; finePerTenThousand: number; rule: string; source: string } | null;
  /** Absent where a marketplace holds nothing and sanctions no buyer. */
  risk?: RiskPolicy;
  /** `because` says why nobody is reminded where nobody is. */
  reminders: { half: boolean; before: string[]; because?: string };
  deadlines: DeadlineRule[];
  arrows: Arrow[];
  /** Whether the law's floors hold; a policy that says that one does not is refused. */
  floors?: Record<string, boolean>;
  /** No rule: nothing in the core asks for it. */
  look?: Look;
  /** Never in a file: the law that `underLaw` has laid over the policy. */
  law?: Law;
};

/** The value of a term. Throws where the policy lacks it: a policy that names a term it does not define is a bug. */
export function term(policy: Policy, name: string): string | number | boolean | null {
  const found = policy.terms[name];
  if (!found) throw new Error(`policy ${policy.policy} has no term ${name}`);
  return found.is;
}

/** A term that must be a duration, or null where the marketplace sets no limit. A term may refer to another by its name. */
export function durationTerm(policy: Policy, name: string): string | null {
  const value = term(policy, name);
  if (typeof value === "string" && Object.hasOwn(policy.terms, value)) return durationTerm(policy, value);
  if (value !== null && typeof value !== "string") throw new Error(`term ${name} of ${policy.policy} is not a duration`);
  return value;
}

const byCommand = new WeakMap<Policy, Map<CommandType, Arrow[]>>();

/** The arrows of one command, in the order in which the policy writes them. */
export function arrowsOf(policy: Policy, command: CommandType): Arrow[] {
  let index = byCommand.get(policy);
  if (!index) {
    index = new Map();
    for (const arrow of policy.arrows) {
      const list = index.get(arrow.command);
      if (list) list.push(arrow);
      else index.set(arrow.command, [arrow]);
    }
    byCommand.set(policy, index);
  }
  return index.get(command) ?? [];
}
