// `rescind replay … --against` and `--what-if`: compares, writes the page where one is wanted, and says what came of it.
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { compare } from "../replay/whatIf/compare.ts";
import { pageOf } from "../replay/whatIf/page.ts";
import { comparisonText } from "../replay/whatIf/text.ts";
import type { Progress } from "./progress.ts";
import { WrongUsage, type Wish } from "./wish.ts";

/** Compares what is wanted; the answer is the exit code. Throws `WrongUsage` and what `compare` throws. */
export async function comparePolicies(wish: Extract<Wish, { command: "compare" }>, progress: Progress, say: (text: string) => void): Promise<number> {
  const { report } = wish;
  if (report !== undefined && !existsSync(dirname(report))) throw new WrongUsage(`--report: there is no folder ${dirname(report)}`);
  const comparison = await compare({ ...wish, progress: progress.at }).finally(progress.stop);
  if (report !== undefined) await writeFile(report, pageOf(comparison));
  say(wish.json ? JSON.stringify(comparison) : comparisonText(comparison));
  return comparison.journalDifferenceMinor === 0 && comparison.heldMinor === 0 ? 0 : 1;
}
