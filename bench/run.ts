// The whole of `npm run bench`: reads what is wanted, measures one thing after the other, keeps and shows the results.
// It asserts no timing: a slow machine is not an error.
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { LANES } from "../src/store/store.ts";
import { measureCommands } from "./commands.ts";
import { onPglite, onPostgres, type Databases } from "./databases.ts";
import { measureFirstAnswer } from "./firstAnswer.ts";
import { shares } from "./mix.ts";
import { measureReplay } from "./olist.ts";
import { measurePermissions } from "./permissions.ts";
import { keep, table, thisCommit, thisMachine, type Results } from "./results.ts";
import { record, type Tape } from "./tape.ts";

const PARTS = ["postgres", "pglite", "permissions", "start", "replay"] as const;
type Part = (typeof PARTS)[number];

type Wish = { only: readonly Part[]; seconds: number; rounds: number; atOnce: number[]; lanes: number; tape: number; olist: string; orders: number | null };

const HELP = `npm run bench -- [options]
  --only NAME        only this part, and again for more: ${PARTS.join(", ")}
  --seconds N        how long each loop is measured, over all its rounds (8)
  --rounds N         rounds of each loop, engine and bare in turn (3)
  --at-once N,N,…    how many commands at once (1,16,256)
  --lanes N          groups under way at once on PostgreSQL (${LANES})
  --tape N           orders recorded for the bare loop (4000)
  --olist FOLDER     the replay's data (../shared/data/olist)
  --orders N|all     how many of its orders (5000)
BENCH_DATABASE_URL names a PostgreSQL to measure on, where databases can be made; without it one is started.
`;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function readWish(): Wish | null {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: {
      help: { type: "boolean" }, only: { type: "string", multiple: true }, seconds: text, rounds: text, "at-once": text, lanes: text, tape: text, olist: text, orders: text,
    },
  });
  if (values.help) return null;
  const whole = (value: string | undefined, otherwise: number): number => {
    const number = Number(value ?? otherwise);
    if (!(number > 0)) throw new Error(`not a number above 0: ${value}`);
    return number;
  };
  const only = (values.only ?? PARTS) as Part[];
  for (const part of only) if (!PARTS.includes(part)) throw new Error(`no such part: ${part}; there are ${PARTS.join(", ")}`);
  return {
    only, seconds: whole(values.seconds, 8), rounds: whole(values.rounds, 3), atOnce: (values["at-once"] ?? "1,16,256").split(",").map((one) => whole(one, 1)),
    lanes: whole(values.lanes, LANES), tape: whole(values.tape, 4_000), olist: values.olist ?? "../shared/data/olist", orders: values.orders === "all" ? null : whole(values.orders, 5_000),
  };
}

async function run(wish: Wish): Promise<Results> {
  const results: Results = {
    date: new Date().toISOString(), ...thisCommit(), machine: thisMachine(loadavg()[0]!), settings: { ...wish },
    mix: Object.fromEntries(shares.map(({ name, of20 }) => [name, of20])), databases: {}, commands: {}, notes: [],
  };
  const wants = (part: Part): boolean => wish.only.includes(part);
  if (wants("postgres") || wants("pglite") || wants("permissions")) {
    say(`recording ${wish.tape} orders…`);
    const tape = await record(wish.tape);
    if (wants("permissions")) results.permissions = measurePermissions(tape, Math.min(wish.seconds, 5));
    if (wants("postgres")) await commandsOn(await onPostgres(), tape, wish, results);
    if (wants("pglite")) await commandsOn(await onPglite(), tape, wish, results);
  }
  if (wants("start")) {
    say("starting the server…");
    const firstAnswer = await measureFirstAnswer(wish.rounds);
    if (firstAnswer) results.firstAnswer = firstAnswer;
    else results.notes.push("npm start was not measured: there is no src/main.ts");
  }
  if (wants("replay")) {
    say("replaying…");
    const replay = await measureReplay(wish.olist, wish.orders);
    if (replay) results.replay = replay;
    else results.notes.push(`the replay was not measured: there is no ${wish.olist} (or no command line)`);
  }
  return results;
}

async function commandsOn(databases: Databases, tape: Tape, wish: Wish, results: Results): Promise<void> {
  try {
    results.databases[databases.name] = databases.version;
    results.commands[databases.name] = await measureCommands(databases, tape, wish, say);
  } finally {
    await databases.stop();
  }
}

const wish = readWish();
if (wish === null) process.stdout.write(HELP);
else {
  const results = await run(wish);
  const file = await keep(results);
  process.stdout.write(`${table(results)}\n\nkept in ${file}\n`);
}
