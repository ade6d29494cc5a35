// The marked section of a policy's page that says what the checker found, so that it can be found again in the text.
import type { Proof } from "./proof.ts";
import { say, tell, type Words } from "./words.ts";

/** The section between its two marks. A story that breaks a property stands below the table, as it is. */
export function proofSection(proof: Proof, words: Words): string {
  const count = proof.states.toLocaleString(words.language);
  const rows = proof.properties.map(({ name, sentence, holds }) => `| \`${name}\` | ${sentence.replaceAll("|", "\\|")} | ${holds ? "✓" : "✗"} |`);
  const stories = proof.properties.flatMap(({ name, story }) => (story === null ? [] : [`### ✗ \`${name}\``, `\`\`\`\n${story.trimEnd()}\n\`\`\``]));
  return [
    "<!-- proof -->", `## ${say(words, "page.proof")}`, tell(words, proof.complete ? "page.proof.complete" : "page.proof.partial", { states: count, bound: proof.bound }),
    [`| | ${say(words, "column.property")} | ${say(words, "column.holds")} |`, "|---|---|---|", ...rows].join("\n"), ...stories, "<!-- /proof -->",
  ].join("\n\n");
}
