// Proves the shipped policies and keeps each proof beside its policy (policies/<name>/proof.json), for the server, the policy's page
// and ARCHITECTURE.md. Takes minutes for each: run it when a policy or the core has changed, then `npm run generate`.
// `npm run prove -- taobao --states 300000`; without names all of them.
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { prove } from "../src/check/prove.ts";
import { hashOfRules } from "../src/engine/proving.ts";
import { readShippedLaws } from "../src/engine/laws.ts";
import { readShippedPolicies } from "../src/engine/policies.ts";
import { openProgress } from "../src/cli/progress.ts";
import { proofText } from "../src/cli/check.ts";

const { values, positionals } = parseArgs({ options: { states: { type: "string", default: "1000000" } }, allowPositionals: true });
const states = Number(values.states);
const laws = await readShippedLaws();
const progress = openProgress();
for (const policy of await readShippedPolicies()) {
  if (positionals.length > 0 && !positionals.includes(policy.policy)) continue;
  const proof = await prove(policy, { laws, states, progress: (reached) => progress.at(`proving ${policy.policy}`, Math.min(reached, states), states) });
  progress.stop();
  console.log(proofText(proof));
  if (proof.properties.some((property) => !property.holds)) process.exitCode = 1;
  await writeFile(fileURLToPath(new URL(`../policies/${policy.policy}/proof.json`, import.meta.url)), `${JSON.stringify({ of: hashOfRules(policy), ...proof }, null, 1)}\n`);
}
