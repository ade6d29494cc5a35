// `rescind policy`: checks the shape of policies and proves them, says what differs between two, puts one forward on a server.
import { differencesOf, differencesText } from "../check/differences.ts";
import { brokenProperty, type Proof } from "../check/proof.ts";
import { prove } from "../check/prove.ts";
import { readShippedLaws } from "../engine/laws.ts";
import { proofText } from "./check.ts";
import { faultLines, readPolicy, type PolicyFile } from "./policyFile.ts";
import { openProgress } from "./progress.ts";
import type { PolicyWish } from "./policyWish.ts";

type Say = (text: string) => void;

/** Does what is wanted of policies; the answer is the exit code. Throws `NoSuchPolicyFile`. */
export async function runPolicy(wish: PolicyWish, say: Say): Promise<number> {
  switch (wish.deed) {
    case "check": return check(wish, say);
    case "diff": return difference(wish, say);
    case "publish": return publish(wish, say);
    default: {
      const never: never = wish;
      throw new Error(`no such deed ${String(never)}`);
    }
  }
}

async function check({ files, states, json }: Extract<PolicyWish, { deed: "check" }>, say: Say): Promise<number> {
  const results: object[] = [];
  let bad = 0;
  for (const name of files) {
    const read = await readPolicy(name);
    const proof = read.policy ? await proven(read, states) : null;
    const broken = proof === null || brokenProperty(proof) !== null;
    if (broken) bad += 1;
    results.push({ file: read.file, policy: read.policy?.policy ?? null, version: read.policy?.version ?? null, faults: read.faults, proof });
    if (!json) say(proof ? proofText(proof) : faultLines(read).join("\n"));
  }
  if (json) say(JSON.stringify({ policies: results }));
  return bad === 0 ? 0 : 1;
}

async function proven({ file, policy }: Extract<PolicyFile, { policy: object }>, states: number): Promise<Proof> {
  const progress = openProgress();
  try {
    return await prove(policy, { laws: await readShippedLaws(), states, progress: (reached) => progress.at(`proving ${file}`, Math.min(reached, states), states) });
  } finally {
    progress.stop();
  }
}

async function difference({ before, after, json }: Extract<PolicyWish, { deed: "diff" }>, say: Say): Promise<number> {
  const both = [await readPolicy(before), await readPolicy(after)];
  const [one, other] = both.map(({ policy }) => policy);
  if (!one || !other) {
    say(both.flatMap(faultLines).join("\n"));
    return 1;
  }
  const found = differencesOf(one, other);
  say(json ? JSON.stringify({ differences: found }) : differencesText(found));
  return 0;
}

type Problem = { title: string; detail: string; errors?: { pointer: string; detail: string }[]; sentence?: string; story?: string | null };

async function publish({ file, server, key }: Extract<PolicyWish, { deed: "publish" }>, say: Say): Promise<number> {
  const read = await readPolicy(file);
  if (!read.policy) {
    say(faultLines(read).join("\n"));
    return 1;
  }
  const { policy, version } = read.policy;
  const answer = await fetch(new URL("v1/policies", server.endsWith("/") ? server : `${server}/`), {
    method: "POST", headers: { authorization: `Bearer ${key}`, "content-type": "application/json" }, body: JSON.stringify(read.policy),
  });
  const body = (await answer.json()) as { proof: Proof; changes: string[] } & Problem;
  if (!answer.ok) {
    const more = [...(body.errors ?? []).map(({ pointer, detail }) => `${pointer} ${detail}`), ...(body.story ? ["", body.story.trimEnd()] : [])];
    say([`${file} is refused: ${body.title} ${body.detail}`, ...more].join("\n"));
    return 1;
  }
  say([
    `${policy} version ${version} is proven (${body.proof.states.toLocaleString("en")} states) and awaits another operator's confirmation:`,
    `  POST ${server.replace(/\/$/, "")}/v1/policies/${policy}/versions/${version}/confirm`, ...body.changes.map((sentence) => `  ${sentence}`),
  ].join("\n"));
  return 0;
}
