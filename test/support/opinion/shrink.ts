// Makes a story that shows a difference as short as it gets: leaves out turns, asks, faults, payments' parts and times, as long as
// some difference is left. Every attempt is a new order on the same engines.
import { Batch, Difference, type Entry, type Faults, type Story } from "./batch.ts";
import type { Book } from "./book.ts";
import { emptyTally } from "./tally.ts";

const DAY = 86_400_000;
/** Attempts follow one another on clocks that never go back; each begins on the same weekday at the same time. */
const APART = 77 * 7 * DAY;

let attempts = 0;

/** The difference that the story shows when it is played alone, or null. */
export async function playAlone(story: Story, faults: Faults, book: Book, base: number): Promise<Difference | null> {
  attempts += 1;
  const own = `ALONE-${process.pid}-${attempts}`;
  const placement = { ...story.placement, externalId: own, buyer: { ...story.placement.buyer, id: `buyer-${own}` }, seller: { ...story.placement.seller, id: `seller-${own}` } };
  const batch = new Batch({ sides: book.sides, base: base + attempts * APART, faults: (since) => faults.get(since) ?? null, tally: emptyTally() });
  const actors = (entry: Entry): Entry["turn"] => ({ ...entry.turn, asks: entry.turn.asks.map((ask) => ({ ...ask, actor: ask.actor.id === story.placement.buyer.id ? { ...ask.actor, id: placement.buyer.id } : ask.actor.id === story.placement.seller.id ? { ...ask.actor, id: placement.seller.id } : ask.actor })) });
  try {
    await batch.begin([{ policy: story.policy, placement }]);
    for (const entry of story.entries) {
      await batch.moveTo(entry.at);
      await batch.turns(() => actors(entry));
    }
    await batch.end();
    return null;
  } catch (error) {
    if (error instanceof Difference) return error;
    throw error;
  }
}

/** The shortest that was found. `base` lies behind every instant that the engines have seen. */
export async function shrunk(found: Difference, book: Book, base: number): Promise<Difference | null> {
  let best = await playAlone(found.story, found.faults, book, base);
  if (!best) return null;
  const attempt = async (story: Story, faults: Faults): Promise<boolean> => {
    const difference = await playAlone(story, faults, book, base);
    if (!difference) return false;
    // What the story has asked up to its difference is enough.
    best = new Difference({ ...story, entries: story.entries.slice(0, difference.story.entries.length) }, faults, difference.message);
    return true;
  };
  for (let shorter = true; shorter; ) {
    shorter = false;
    for (const candidate of shorterStories(best)) {
      if (!(await attempt(candidate.story, candidate.faults))) continue;
      shorter = true;
      break;
    }
  }
  return best;
}

type Candidate = { story: Story; faults: Faults };

/** Every way of leaving one thing out, the largest first. */
function* shorterStories({ story, faults }: Difference): Generator<Candidate> {
  const { entries, placement } = story;
  for (let size = entries.length >> 1; size >= 1; size >>= 1) {
    for (let from = 0; from + size <= entries.length; from += size) yield { story: { ...story, entries: entries.toSpliced(from, size) }, faults };
  }
  for (const at of faults.keys()) yield { story, faults: new Map([...faults].filter(([other]) => other !== at)) };
  for (const [index, entry] of entries.entries()) {
    if (entry.turn.asks.length > 1) for (const ask of entry.turn.asks) yield { story: { ...story, entries: entries.with(index, { ...entry, turn: { asks: [ask], trick: null } }) }, faults };
    if (entry.turn.asks[0]!.version !== null) yield { story: { ...story, entries: entries.with(index, { ...entry, turn: { ...entry.turn, asks: entry.turn.asks.map((ask) => ({ ...ask, version: null })) } }) }, faults };
  }
  for (let index = 0; index < placement.lines.length && placement.lines.length > 1; index += 1) yield { story: { ...story, placement: { ...placement, lines: placement.lines.toSpliced(index, 1) } }, faults };
  for (const [index, { discountMinor, taxMinor, quantity, finalSale }] of placement.lines.entries()) {
    const simpler = { ...placement.lines[index]!, discountMinor: 0, taxMinor: 0, finalSale: false };
    if (discountMinor || taxMinor || finalSale) yield { story: { ...story, placement: { ...placement, lines: placement.lines.with(index, simpler) } }, faults };
    if (quantity > 1) yield { story: { ...story, placement: { ...placement, lines: placement.lines.with(index, { ...simpler, quantity: 1 }) } }, faults };
  }
  if (placement.shippingMinor > 0 || placement.commissionMinor > 0) yield { story: { ...story, placement: { ...placement, shippingMinor: 0, commissionMinor: 0 } }, faults };
  // Time that need not pass: everything from one turn on comes as much earlier as its turn before.
  for (const [index, { at }] of entries.entries()) {
    const earlier = at - (entries[index - 1]?.at ?? 0);
    if (earlier > 0 && faults.size === 0) yield { story: { ...story, entries: entries.map((entry, place) => (place < index ? entry : { ...entry, at: entry.at - earlier })) }, faults };
  }
}
