// What somebody wants of `rescind policy`: its words and options read and checked.

export const POLICY_HELP = `  policy check FILE…       checks the shape of policies, then proves them: faults by line, or the story that breaks a property
      --states N           how many states are visited at most (200000)
  policy diff A B          what is different between two policies, in sentences
  policy publish FILE      puts a version forward on a server; it runs when another operator has confirmed it
      --server URL         where the server is (http://127.0.0.1:4600)
      --key KEY            an operator's key; better in the environment as OPERATOR_KEY`;

export type PolicyWish =
  | { command: "policy"; deed: "check"; files: string[]; states: number; json: boolean }
  | { command: "policy"; deed: "diff"; before: string; after: string; json: boolean }
  | { command: "policy"; deed: "publish"; file: string; server: string; key: string };

/** The options that `policy` knows. */
export const policyOptions = { server: { type: "string" }, key: { type: "string" } } as const;

type Values = { states?: string | undefined; server?: string | undefined; key?: string | undefined; json?: boolean | undefined };

const known: Record<PolicyWish["deed"], (keyof Values)[]> = { check: ["states", "json"], diff: ["json"], publish: ["server", "key"] };

/** Reads the words after `policy`. `wrong` makes the error of wrong usage. */
export function readPolicyWish(words: readonly string[], values: Values & Record<string, unknown>, wrong: (problem: string) => Error, environment = process.env): PolicyWish {
  const [deed, ...rest] = words;
  if (deed !== "check" && deed !== "diff" && deed !== "publish") throw wrong(deed === undefined ? "policy check, policy diff or policy publish?" : `policy knows no ${deed}: check, diff or publish`);
  for (const name of Object.keys(values)) if (!(known[deed] as string[]).includes(name)) throw wrong(`policy ${deed} knows no --${name}`);
  const { states = "200000", server = "http://127.0.0.1:4600", key = environment.OPERATOR_KEY, json = false } = values;
  const [first, second] = rest;
  switch (deed) {
    case "check":
      if (first === undefined) throw wrong("usage: policy check FILE…");
      if (!/^[1-9]\d{3,8}$/.test(states)) throw wrong("--states is a whole number from 1000 on");
      return { command: "policy", deed, files: [...rest], states: Number(states), json };
    case "diff":
      if (first === undefined || second === undefined || rest.length > 2) throw wrong("usage: policy diff A B");
      return { command: "policy", deed, before: first, after: second, json };
    case "publish":
      if (first === undefined || rest.length > 1) throw wrong("usage: policy publish FILE --server URL --key KEY");
      if (!URL.canParse(server)) throw wrong(`--server ${server} is no address`);
      if (!key) throw wrong("policy publish needs --key or OPERATOR_KEY");
      return { command: "policy", deed, file: first, server, key };
    default: {
      const never: never = deed;
      throw new Error(`no such deed ${String(never)}`);
    }
  }
}
