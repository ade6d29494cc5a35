// What somebody wants of `rescind replay`: one replay, or a comparison of several policies. Its words and options read and checked.
import type { Dataset } from "../replay/histories.ts";

export const COMPARE_HELP = `  replay DATASET FOLDER --against POLICY | --what-if TERM=VALUE,…
                           which orders would have ended otherwise, with how much money and for whom;
                           in memory, without engine and database
      --against POLICY     compares --policy (with --set) with this one
      --what-if TERM=VALUE,VALUE…   one comparison for each value, all else alike; may be repeated;
                           without --against it is --policy as it stands that they are compared with
      --examples N         so many example orders of each kind of change (5)
      --report FILE.md     writes the comparison as a page to read, the examples as stories
      POLICY               a shipped policy or a file, with settings after a colon where wanted:
                           olist   olist:shipGrace=P3D,protection=P30D   ./mine/policy.json`;

export type ReplayWish =
  | { command: "replay"; dataset: Dataset; folder: string; policy: string | undefined; terms: string[]; keep: string | undefined; database: boolean; json: boolean }
  | {
      command: "compare"; dataset: Dataset; folder: string; policy: string | undefined; terms: string[]; against: string | undefined; whatIfs: string[];
      examples: number; report: string | undefined; json: boolean;
    };

/** The options that `replay` knows. */
export const replayOptions = {
  policy: { type: "string" }, set: { type: "string", multiple: true }, keep: { type: "string" }, database: { type: "boolean" },
  against: { type: "string" }, "what-if": { type: "string", multiple: true }, examples: { type: "string" }, report: { type: "string" },
} as const;

type Values = {
  json?: boolean | undefined; policy?: string | undefined; set?: string[] | undefined; keep?: string | undefined; database?: boolean | undefined;
  against?: string | undefined; "what-if"?: string[] | undefined; examples?: string | undefined; report?: string | undefined;
};

/** A replay, or a comparison where something is to be compared. `wrong` makes the error of wrong usage. */
export function readReplayWish(dataset: Dataset, folder: string, values: Values, wrong: (problem: string) => Error): ReplayWish {
  const { json = false, policy, set: terms = [], keep, database = false, against, "what-if": whatIfs = [], examples, report } = values;
  if (against !== undefined || whatIfs.length > 0) {
    if (keep !== undefined || database) throw wrong("a comparison keeps no database: leave out --keep and --database");
    if (examples !== undefined && !/^\d{1,4}$/.test(examples)) throw wrong(`--examples takes a number up to 9999, not ${examples === "" ? "nothing" : examples}`);
    return { command: "compare", dataset, folder, policy, terms, against, whatIfs, examples: Number(examples ?? 5), report, json };
  }
  if (examples !== undefined || report !== undefined) throw wrong(`--${report === undefined ? "examples" : "report"} belongs to a comparison: say --against or --what-if`);
  if (database && keep !== undefined) throw wrong("--keep and --database exclude each other");
  return { command: "replay", dataset, folder, policy, terms, keep, database, json };
}
