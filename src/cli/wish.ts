// What somebody wants of the command line: its words and options read and checked, before anything is opened.
import { parseArgs } from "node:util";
import { POLICY_HELP, policyOptions, readPolicyWish, type PolicyWish } from "./policyWish.ts";
import { COMPARE_HELP, readReplayWish, replayOptions, type ReplayWish } from "./replayWish.ts";
import { datasets } from "../replay/histories.ts";

export const HELP = `usage: npm run -s rescind -- COMMAND

  serve                    serves the API, as npm start does
  migrate                  brings the database to the newest shape
  replay DATASET FOLDER    drives a published history through a policy and sums up what came of it
                           (${datasets.join(", ")})
      --policy POLICY      another policy than the data set's own
      --set TERM=VALUE     another value for a term of the policy, e.g. shipGrace=P3D; may be repeated
      --keep DIR           keeps the database in that folder (then: DATA_DIR=DIR … verify)
      --database           writes to the empty database that DATABASE_URL names, not to a temporary folder
${COMPARE_HELP}
  check [POLICY…]          explores every course of an order that a policy allows, and shows for each property that it
                           holds or the shortest story that breaks it (POLICY: a shipped policy's name or a file;
                           without one, all that are shipped); exit 1 where one does not hold
      --states N           how many states are visited at most for each policy (1000000)
      --cores N            how many processor cores work (all)
${POLICY_HELP}
  verify                   recomputes every hash, state, ledger line and column; exit 1 on any difference
  reconcile [FILE]         compares an institution's report of refunds (CSV: key, amountMinor, currency, status, at) with ours and names
                           each difference; without a file, the sandbox's own record; exit 1 on any
      --institution NAME   asks the institution itself for its refunds (stripe, paypal: the one of the settings; sandbox)
      --payouts            the same for payouts to sellers
  backup FILE              writes a restorable copy of the database
  erase ROLE ID            destroys a person's words for ever (ROLE: ${["buyer", "seller", "mediator", "operator"].join(", ")})

  --json                   for replay, check, verify, reconcile, policy check and policy diff: one JSON object as the last line of standard output
  --help                   this

The database is the one of the server's settings: DATABASE_URL, or else the folder DATA_DIR (./data).
Exit codes: 0 right, 1 a difference or a failure, 2 wrong usage.`;

/** The command line says something that no command understands. */
export class WrongUsage extends Error {
  constructor(problem: string) {
    super(`${problem} (rescind --help shows what there is)`);
    this.name = "WrongUsage";
  }
}

const institutions = ["sandbox", "stripe", "paypal"] as const;
const roles = ["buyer", "seller", "mediator", "operator"] as const;

export type Wish =
  | PolicyWish | ReplayWish
  | { command: "help" } | { command: "serve" } | { command: "migrate" } | { command: "verify"; json: boolean } | { command: "backup"; file: string }
  | { command: "reconcile"; file: string | null; institution: string | null; payouts: boolean; json: boolean }
  | { command: "erase"; role: (typeof roles)[number]; id: string }
  | { command: "check"; policies: string[]; states: number | undefined; cores: number | undefined; json: boolean };

const options = {
  help: { type: "boolean", short: "h" }, json: { type: "boolean" }, states: { type: "string" }, institution: { type: "string" }, payouts: { type: "boolean" }, cores: { type: "string" }, ...replayOptions, ...policyOptions,
} as const;

/** Which words and options each command takes; `more` where any number of words may stand. */
const shapes: Record<Exclude<Wish["command"], "help" | "policy" | "compare">, { words: string[]; more?: true; options: (keyof typeof options)[] }> = {
  serve: { words: [], options: [] },
  migrate: { words: [], options: [] },
  replay: { words: ["DATASET", "FOLDER"], options: ["policy", "set", "keep", "database", "against", "what-if", "examples", "report", "json"] },
  check: { words: [], more: true, options: ["states", "cores", "json"] },
  verify: { words: [], options: ["json"] },
  reconcile: { words: [], more: true, options: ["institution", "payouts", "json"] },
  backup: { words: ["FILE"], options: [] },
  erase: { words: ["ROLE", "ID"], options: [] },
};

/** Reads the arguments. Throws `WrongUsage`. */
export function readWish(args: readonly string[]): Wish {
  const { values, positionals } = parsed(args);
  const [command, ...words] = positionals;
  if (values.help || command === "help") return { command: "help" };
  if (command === undefined) throw new WrongUsage("a command is missing");
  if (command === "policy") return readPolicyWish(words, values, (problem) => new WrongUsage(problem));
  if (!isCommand(command)) throw new WrongUsage(`there is no command ${command}`);
  const shape = shapes[command];
  if (words.length !== shape.words.length && !shape.more) throw new WrongUsage(`usage: ${[command, ...shape.words].join(" ")}`);
  for (const name of Object.keys(values)) if (!(shape.options as string[]).includes(name)) throw new WrongUsage(`${command} knows no --${name}`);
  const [first = "", second = ""] = words;
  const { json = false } = values;
  switch (command) {
    case "serve": case "migrate":
      return { command };
    case "verify":
      return { command, json };
    case "check":
      return { command, policies: words, states: countOf(values.states, "--states"), cores: countOf(values.cores, "--cores"), json };
    case "reconcile":
      if (words.length > 1) throw new WrongUsage("usage: reconcile [FILE]");
      if (words.length === 1 && values.institution !== undefined) throw new WrongUsage("reconcile takes a file or --institution, not both");
      return { command, file: words[0] ?? null, institution: values.institution === undefined ? null : oneOf(institutions, values.institution, "institution"), payouts: values.payouts ?? false, json };
    case "backup":
      return { command, file: first };
    case "erase":
      return { command, role: oneOf(roles, first, "role"), id: second };
    case "replay":
      return readReplayWish(oneOf(datasets, first, "data set"), second, values, (problem) => new WrongUsage(problem));
    default: {
      const never: never = command;
      throw new Error(`no such command ${String(never)}`);
    }
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message.split(". ")[0]! : String(error));
  }
}

function countOf(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new WrongUsage(`${name} takes a whole number above 0, not ${text}`);
  return Number(text);
}

const isCommand = (text: string): text is keyof typeof shapes => Object.hasOwn(shapes, text);

function oneOf<T extends string>(all: readonly T[], text: string, what: string): T {
  const found = all.find((one) => one === text);
  if (found === undefined) throw new WrongUsage(`there is no ${what} ${text}; there are ${all.join(", ")}`);
  return found;
}
