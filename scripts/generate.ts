// Writes the generated files that are committed: openapi.json and the pages' types of it, docs/refusals.md and policies/policy.schema.json
// from the code, sql/schema.sql from the migrations, the page and the pictures of each policy, the table of proven properties in
// ARCHITECTURE.md, and the transcripts of the stories.
// A test compares each with what would be written now; `npm run generate` brings them up to date.
import { globSync, readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openApiDocument } from "../src/api/document.ts";
import { routesOf } from "../src/api/app.ts";
import { diagramOf } from "../src/check/diagram.ts";
import type { Proof } from "../src/check/proof.ts";
import { properties } from "../src/check/properties.ts";
import { readmeName, readmeOf } from "../src/check/readme.ts";
import { languages } from "../src/check/words.ts";
import { refusals } from "../src/core/refusals.ts";
import { committedProof } from "../src/engine/proving.ts";
import { readShippedPolicies } from "../src/engine/policies.ts";
import { policySchema } from "../src/engine/policySchema.ts";
import { readWords, wordsOf } from "../src/engine/words.ts";
import { openStore } from "../src/store/store.ts";
import { coursesPath, coursesText } from "../test/support/courses.ts";
import { transcriptPath, transcriptsText } from "../test/support/transcript.ts";
import { apiTypes } from "./apiTypes.ts";

/** The path of every generated file from the root, and how it is made. */
export const generated: Record<string, () => string | Promise<string>> = {
  "openapi.json": () => `${JSON.stringify(openApiDocument(routesOf(true)), null, 2)}\n`,
  "src/web/api/openapi.d.ts": apiTypes,
  "docs/refusals.md": refusalsText,
  "policies/policy.schema.json": () => `${JSON.stringify(policySchema, null, 2)}\n`,
  "sql/schema.sql": schemaText,
  "ARCHITECTURE.md": architectureText,
  ...(await policyPages()),
};

const TABLE = /(?<=<!-- properties -->\n)[^]*?(?=<!-- \/properties -->)/;

/** ARCHITECTURE.md with its table of properties, ✓ or ✗ for each policy as its committed proof says. */
async function architectureText(): Promise<string> {
  const policies = await readShippedPolicies();
  const proofs = (await Promise.all(policies.map(committedProof))).filter((proof): proof is Proof => proof !== null);
  const marks = (name: string): string[] => proofs.map((proof) => (proof.properties.find((one) => one.name === name)?.holds ? "✓" : "✗"));
  const row = (cells: string[]): string => `| ${cells.join(" | ")} |`;
  const rows = Object.entries(properties).map(([name, { sentence, rule }]) => row([`\`${name}\``, sentence, rule, ...marks(name)]));
  const counts = proofs.map(({ states, complete }) => `${states.toLocaleString("en")}${complete ? ", all" : ""}`);
  const head = [row(["property", "what it says", "rule", ...proofs.map(({ policy }) => policy)]), row(["---", "---", "---", ...proofs.map(() => "---")])];
  const written = [...head, ...rows, row(["", "states visited", "", ...counts])].join("\n");
  return (await readFile(new URL("../ARCHITECTURE.md", import.meta.url), "utf8")).replace(TABLE, `${written}\n`);
}

type Entry = { title: string; next: string; instead?: readonly string[] };

function refusalsText(): string {
  const rows = Object.entries(refusals as Record<string, Entry>).map(([code, { title, next, instead = [] }]) =>
    `| \`${code}\` | ${title} | ${next} | ${instead.map((command) => `\`${command}\``).join(", ")} |`);
  return `# Refusals

Why a command is answered with 409, in order of precedence: where several hold, the first is told. Nothing changes then.
Generated from \`src/core/refusals.ts\` by \`npm run generate\`; the running server shows the same at \`/docs/refusals\`.

| refusal | what it says | what next | instead |
|---|---|---|---|
${rows.join("\n")}
`;
}

async function schemaText(): Promise<string> {
  const store = await openStore({ dataDir: "memory" });
  try {
    return await store.schema();
  } finally {
    await store.close();
  }
}

/** What the facts of each story file come to, and the random courses (their own tests compare them). */
function transcripts(): Record<string, () => string> {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const files = globSync(["policies/*/stories/*.story", "laws/stories/*.story"], { cwd: root });
  const told = Object.fromEntries(files.map((file) => [transcriptPath(file), () => transcriptsText(readFileSync(`${root}/${file}`, "utf8"))]));
  return { ...told, [coursesPath]: coursesText };
}

/** For each policy and language its page, and its picture for a screen and for a phone. */
async function policyPages(): Promise<Record<string, () => string>> {
  const [policies, shelf] = [await readShippedPolicies(), await readWords(languages)];
  const proofs = new Map(await Promise.all(policies.map(async (policy): Promise<[string, Proof | null]> => [policy.policy, await committedProof(policy)])));
  return Object.fromEntries(policies.flatMap((policy) => languages.flatMap((language): [string, () => string][] => {
    const words = wordsOf(shelf, policy.policy, language);
    const folder = `policies/${policy.policy}`;
    return [
      [`${folder}/${readmeName(language)}`, () => readmeOf(policy, words, language, proofs.get(policy.policy) ?? null)],
      [`${folder}/diagram.${language}.svg`, () => diagramOf(policy, words)],
      [`${folder}/diagram.narrow.${language}.svg`, () => diagramOf(policy, words, "narrow")],
    ];
  })));
}

if (import.meta.main) {
  for (const [path, text] of Object.entries({ ...generated, ...transcripts() })) await writeFile(fileURLToPath(new URL(`../${path}`, import.meta.url)), await text());
}
