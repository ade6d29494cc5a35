// Writes the counterexample of every deliberately bad policy in policies/broken beside it; names those that are not found out.
// A test finds each again and plays it; this is for when a policy or the checker has changed. With names, only those.
import { writeFileSync } from "node:fs";
import { brokenPolicies, storyOf } from "../test/support/variants.ts";

const wanted = new Set(process.argv.slice(2));
for (const broken of brokenPolicies()) {
  if (wanted.size > 0 && !wanted.has(broken.name)) continue;
  const story = storyOf(broken);
  if (story === null) {
    console.log(`${broken.name}: ${broken.variant.breaks} is not found to be broken`);
    process.exitCode = 1;
  } else {
    writeFileSync(broken.storyFile, `${story}\n`);
    console.log(`${broken.name}: ${story.split("\n")[0]}`);
  }
}
