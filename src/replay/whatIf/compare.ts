// A comparison from beginning to end: reads a published history, plays it on the pure core under the policy that is compared with
// and under each of the others, and says what would have been otherwise. No engine, no store; prints nothing.
import { availableParallelism } from "node:os";
import { orderBucket, seededIds } from "../../store/ids.ts";
import type { History } from "../course.ts";
import { readHistory, type Dataset } from "../histories.ts";
import { readVariant, readWhatIfs, type Variant } from "../variant.ts";
import { comparisonOf, type Comparison } from "./comparison.ts";
import { playInParallel } from "./crew.ts";
import { isEachAlone } from "./elsewhere.ts";
import type { Numbered } from "./play.ts";
import { addTally, emptyTally, tallyOf, type Question, type Tally } from "./tally.ts";

/**
 * `policy` and `against` are written as in variant.ts; `terms` (`TERM=VALUE`) change `policy`, and each value of `whatIfs`
 * (`TERM=VALUE,VALUE…`) is one more policy. Without `against`, `whatIfs` are compared with `policy` as it is.
 */
export type CompareRequest = {
  dataset: Dataset; folder: string; policy?: string | undefined; terms?: readonly string[] | undefined; against?: string | undefined; whatIfs?: readonly string[] | undefined;
  /** Of each kind of change. */
  examples: number;
  /** Told what is being done, how much of it there is, and how much is done. */
  progress?: ((what: "reading" | "comparing", done: number, total: number) => void) | undefined;
};

/** As many orders as one part has: enough to be worth handing over, few enough to be held in memory several times. */
const PART = 1_000;

/** Compares. Throws what `readVariant` and reading throw, and an error where the history has several currencies. */
export async function compare(request: CompareRequest): Promise<Comparison> {
  const { dataset, folder, examples, progress = () => undefined } = request;
  const started = performance.now();
  const { against, variants } = await policiesOf(request);
  progress("reading", 0, 1);
  const { history, source, madeUp } = await readHistory(dataset, folder);
  const readSeconds = secondsSince(started);
  const seen: Seen = { currency: null, from: null, to: null };
  const tally = await tallyWhole(history, { against, variants, examples }, numbered(history, dataset, against, seen), (done) => progress("comparing", done, history.orders));
  const seconds = secondsSince(started);
  const { currency, from, to } = seen;
  return comparisonOf(tally, { dataset, source, madeUp, against, variants, currency: currency ?? "XXX", from, to, seconds, readSeconds, peakMemoryBytes: process.resourceUsage().maxRSS * 1024 });
}

/** The policies that a request names. */
async function policiesOf({ dataset, policy = dataset, terms = [], against, whatIfs = [] }: CompareRequest): Promise<{ against: Variant; variants: Variant[] }> {
  const variants = whatIfs.length === 0 ? [await readVariant(policy, terms)] : (await Promise.all(whatIfs.map((one) => readWhatIfs(policy, terms, one)))).flat();
  return { against: against === undefined ? await readVariant(policy, terms) : await readVariant(against), variants };
}

async function tallyWhole(history: History, question: Question, orders: Iterable<Numbered>, progress: (done: number) => void): Promise<Tally> {
  const whole = emptyTally(question.variants.length);
  const take = (part: Tally): void => {
    addTally(whole, part, question.examples);
    progress(whole.orders);
  };
  const eachAlone = [question.against, ...question.variants].every(({ policy }) => isEachAlone(policy));
  const workers = Math.min(availableParallelism(), Math.ceil(history.orders / PART));
  if (!eachAlone) take(tallyOf(orders, question, progress));
  else if (workers < 2) for (const part of inParts(orders, PART)) take(tallyOf(part, question));
  else await playInParallel(inParts(orders, PART), question, workers, take);
  return whole;
}

type Seen = { currency: string | null; from: number | null; to: number | null };

/** The orders with the ids that a replay under `against` gives them. Notes what there is of currencies and times. */
function* numbered(history: History, dataset: Dataset, { policy }: Variant, seen: Seen): Generator<Numbered> {
  const mint = seededIds(`${dataset}/orders`);
  let nth = 0;
  for (const course of history.courses) {
    const { placedAt, placement: { externalId, currency } } = course;
    seen.currency ??= currency;
    if (seen.currency !== currency) throw new Error(`orders of several currencies cannot be summed up: ${seen.currency}, ${currency}`);
    seen.from ??= placedAt;
    seen.to = placedAt;
    yield { nth: nth++, id: mint("ord", orderBucket(policy.policy, externalId), placedAt), course };
  }
}

function* inParts<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let part: T[] = [];
  for (const one of all) {
    part.push(one);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

const secondsSince = (started: number): number => (performance.now() - started) / 1000;
