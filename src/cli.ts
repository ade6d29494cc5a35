// The command line: reads what is wanted, does it, says it, and ends with 0 (right), 1 (a difference or failure) or 2 (wrong usage).
// Results go to standard output, everything else to standard error.
import { checkPolicies } from "./cli/check.ts";
import { comparePolicies } from "./cli/compare.ts";
import { runPolicy } from "./cli/policy.ts";
import { NoSuchPolicyFile } from "./cli/policyFile.ts";
import { openProgress } from "./cli/progress.ts";
import { BadReport, reconcileWith } from "./cli/reconcile.ts";
import { HELP, readWish, WrongUsage, type Wish } from "./cli/wish.ts";
import { personOf } from "./engine/sealing.ts";
import { verify, type Verification } from "./engine/verify.ts";
import { replay } from "./replay/replay.ts";
import { summaryText } from "./replay/summary.ts";
import { BadTerm } from "./replay/terms.ts";
import { UnknownPolicy } from "./replay/variant.ts";
import { BadSettings, readSettings, type ConnectionSettings } from "./settings.ts";
import { DataFolderInUse } from "./store/errors.ts";
import { openStore, type Store } from "./store/store.ts";

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Does what is wanted; the answer is the exit code. */
async function run(wish: Wish): Promise<number> {
  switch (wish.command) {
    case "help":
      say(HELP);
      return 0;
    case "serve":
      await import("./main.ts");
      return 0;
    case "migrate":
      return onStore(migrated);
    case "replay":
      return replayed(wish);
    case "compare":
      return comparePolicies(wish, openProgress(), say);
    case "check":
      return checkPolicies(wish, openProgress(), say);
    case "verify":
      return onStore((store) => verified(store, wish.json));
    case "reconcile":
      return onStore((store) => reconcileWith(store, wish, say, connectedBy(wish)));
    case "backup":
      return onStore(async (store) => {
        await store.backup(wish.file);
        say(`the whole database is in ${wish.file}`);
        return 0;
      });
    case "erase":
      return onStore((store) => erased(store, wish));
    case "policy":
      return runPolicy(wish, say);
    default: {
      const never: never = wish;
      throw new Error(`no such command ${String(never)}`);
    }
  }
}

/** The institution that is named, as the server's settings connect it; null for the sandbox and for a file. */
function connectedBy({ institution }: Extract<Wish, { command: "reconcile" }>): ConnectionSettings | null {
  if (institution === null || institution === "sandbox") return null;
  const { institution: connected } = readSettings(process.env);
  if (connected?.name !== institution) throw new BadSettings([`INSTITUTION: is ${connected?.name ?? "not set"}, not ${institution}`]);
  return connected;
}

/** Opens the store of the server's settings, and closes it whatever happens. */
async function onStore(act: (store: Store) => Promise<number>): Promise<number> {
  const { databaseUrl, dataDir } = readSettings(process.env);
  const store = await openStore({ databaseUrl, dataDir });
  try {
    return await act(store);
  } finally {
    await store.close();
  }
}

async function migrated(store: Store): Promise<number> {
  say(store.migrated.length > 0 ? `applied ${store.migrated.join(", ")}` : "the database has the newest shape");
  return 0;
}

async function replayed(wish: Extract<Wish, { command: "replay" }>): Promise<number> {
  const databaseUrl = wish.database ? readSettings(process.env).databaseUrl : undefined;
  if (wish.database && databaseUrl === undefined) throw new WrongUsage("--database needs DATABASE_URL");
  // The temporary folder goes when the process ends, also by these.
  for (const [signal, code] of [["SIGINT", 130], ["SIGTERM", 143], ["SIGHUP", 129]] as const) process.once(signal, () => process.exit(code));
  const progress = openProgress();
  try {
    const summary = await replay({ ...wish, databaseUrl, progress: progress.at });
    progress.stop();
    say(wish.json ? JSON.stringify(summary) : summaryText(summary));
    return summary.journalDifferenceMinor === 0 && summary.heldMinor === 0 ? 0 : 1;
  } finally {
    progress.stop();
  }
}

async function verified(store: Store, json: boolean): Promise<number> {
  const progress = openProgress();
  const result = await verify(store, (done, total) => progress.at("verifying", done, total)).finally(progress.stop);
  say(json ? JSON.stringify(result) : verificationText(result));
  return result.found === 0 ? 0 : 1;
}

function verificationText({ orders, events, postings, payouts, found, differences }: Verification): string {
  const count = (value: number, noun: string) => `${value.toLocaleString("en")} ${noun}${value === 1 ? "" : "s"}`;
  const looked = `${count(orders, "order")}, ${count(events, "event")}, ${count(postings, "posting")}${payouts > 0 ? `, ${count(payouts, "payout")}` : ""}`;
  if (found === 0) return `${looked}: no difference`;
  const rest = found > differences.length ? [`… and ${count(found - differences.length, "more difference")}`] : [];
  return [...differences.map(({ orderId, what }) => `${orderId}  ${what}`), ...rest, `${looked}: ${count(found, "difference")}`].join("\n");
}

async function erased(store: Store, { role, id }: Extract<Wish, { command: "erase" }>): Promise<number> {
  const person = personOf({ role, id });
  if (await store.erasePerson(person, Date.now())) {
    say(`the words of ${role} ${id} can never be read again`);
    return 0;
  }
  const at = await store.erasedAt(person);
  if (at === null) throw new Error(`no words of a ${role} ${id} are kept: check the role and the id`);
  say(`the words of ${role} ${id} were erased on ${new Date(at).toISOString()} already`);
  return 0;
}

/** The error as a person reads it: what is wrong and what to do. */
function complaintOf(error: unknown): string {
  if (error instanceof DataFolderInUse) return `${error.message}; end that process first, or use another DATA_DIR`;
  if (error instanceof BadSettings) return `the settings are wrong: ${error.message.replaceAll("\n", "; ")}`;
  const { code, message, errors } = error as { code?: string; message?: string; errors?: Error[] };
  const { cause } = error as { cause?: { code?: string } };
  if (message === "fetch failed") return `the server does not answer (${cause?.code ?? "no connection"}): is it running, and is --server right?`;
  if (code === "ECONNREFUSED" || code === "ENOTFOUND") return `the database of DATABASE_URL does not answer (${errors?.[0]?.message ?? message}): is it running?`;
  if (message === undefined) return String(error);
  return process.env.LOG_LEVEL === "debug" && error instanceof Error ? error.stack! : message;
}

const wrongUsage = [WrongUsage, BadTerm, UnknownPolicy, BadSettings, NoSuchPolicyFile, BadReport];

try {
  process.exitCode = await run(readWish(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`rescind: ${complaintOf(error)}\n`);
  process.exitCode = wrongUsage.some((kind) => error instanceof kind) ? 2 : 1;
}
