// The long form of test/secondOpinion.test.ts: random stories on the core in a world of its own, on the engine over PGlite and on the
// engine over PostgreSQL, all of which must say the same. With a seed it is always the same stories; what differs is told as a story.
// --stories N --seconds S --seed S --first BATCH --only core|pglite|postgres (also several times) --workers N --batch N --rounds N
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { arrowsIn, policyNamed } from "../test/support/coreOrder.ts";
import { playInCrew, type CrewWish, type Played } from "../test/support/opinion/crew.ts";
import type { SideName } from "../test/support/opinion/side.ts";
import { add, emptyTally, type Tally } from "../test/support/opinion/tally.ts";
import { startPostgres } from "../test/support/postgres.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: { stories: text, seconds: text, seed: text, first: text, only: { ...text, multiple: true }, workers: text, batch: text, rounds: text, hangs: { type: "boolean", default: false } },
});
const whole = (name: string, value: string | undefined, otherwise: number): number => {
  const number = Number(value ?? otherwise);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} is a whole number, not ${value}`);
  return number;
};
const only = values.only ?? ["core", "pglite", "postgres"];
const unknown = only.find((name) => !["core", "pglite", "postgres"].includes(name));
if (unknown) throw new Error(`--only is core, pglite or postgres, not ${unknown}`);

const wish: CrewWish = {
  seed: whole("seed", values.seed, Date.now() % 1_000_000), sides: (["pglite", "postgres"] as const satisfies SideName[]).filter((name) => only.includes(name)),
  stories: whole("batch", values.batch, 500), rounds: whole("rounds", values.rounds, 10), hangs: values.hangs, batchesInBook: 16,
};
const first = whole("first", values.first, 0);
const stories = whole("stories", values.stories, values.seconds === undefined ? 5_000 : 100_000_000);
const seconds = whole("seconds", values.seconds, 86_400);
const began = Date.now();
const sum = emptyTally();
const findings: string[] = [];
const say = (line: string): void => void process.stderr.write(`${line}\n`);
let asked = first;

const server = wish.sides.includes("postgres") && !process.env.TEST_DATABASE_URL ? await startPostgres() : null;
if (server) process.env.TEST_DATABASE_URL = server.url;
say(`seed ${wish.seed}, from batch ${first}, ${["core", ...wish.sides].join(" and ")}`);

function heard({ number, tally, findings: found }: Played): void {
  add(sum, tally);
  findings.push(...found);
  for (const finding of found) process.stdout.write(`FOUND ${finding}\n\n`);
  const passed = (Date.now() - began) / 1000;
  say(`batch ${number}: ${sum.stories} stories, ${(sum.stories / passed).toFixed(1)} a second, ${findings.length} found`);
}

const goesOn = (next: number): boolean => {
  const more = (next - first) * wish.stories < stories && Date.now() - began < seconds * 1000;
  if (more) asked = next + 1;
  return more;
};
const late = await playInCrew(wish, whole("workers", values.workers, Math.max(1, availableParallelism())), first, goesOn, heard);
for (const finding of late) process.stdout.write(`FOUND ${finding}\n\n`);
findings.push(...late);
await server?.stop();
process.stdout.write(`${JSON.stringify({ seed: wish.seed, first, goOnWith: `--seed ${wish.seed} --first ${asked}`, seconds: Math.round((Date.now() - began) / 1000), ...told(sum), findings: findings.length }, null, 2)}\n`);
if (findings.length > 0) process.exitCode = 1;

/** The tally, most frequent first, and of the arrows only how many were taken and which were not. */
function told({ arrows, seconds: _, ...rest }: Tally): object {
  const sorted = (counts: Record<string, number>): Record<string, number> => Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a));
  const all = ["aliexpress", "amazon", "taobao"].flatMap((name) => arrowsIn(policyNamed(name)).open);
  const missing = all.filter((name) => !(name in arrows));
  return { ...rest, accepted: sorted(rest.accepted), refused: sorted(rest.refused), tricks: sorted(rest.tricks), faults: sorted(rest.faults), arrowsTaken: `${all.length - missing.length} of ${all.length}`, arrowsNotTaken: missing };
}
