// A second opinion on every order: random stories on the core alone, in a world of its own, on the engine over PGlite and on the engine
// over PostgreSQL. The long form, with reopened engines and cut connections, is scripts/second-opinion.ts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Difference } from "./support/opinion/batch.ts";
import { openBook, opinionPolicies } from "./support/opinion/book.ts";
import { batchBegins, playBatch } from "./support/opinion/play.ts";
import { shrunk } from "./support/opinion/shrink.ts";
import { emptyTally } from "./support/opinion/tally.ts";
import { toldStory } from "./support/opinion/told.ts";
import { parseStories } from "../src/story/story.ts";

const SEED = 20_261_122;

test("the same history, money and state on the core, on PGlite and on PostgreSQL, whatever is tried at once, twice, late or while the institution fails", async (context) => {
  const book = await openBook(["pglite", "postgres"]);
  const tally = emptyTally();
  try {
    await playBatch({ seed: SEED, number: 1, stories: 50, rounds: 10, book, tally });
    assert.deepEqual(await book.audit(), []);
  } catch (error) {
    if (!(error instanceof Difference)) throw error;
    const fresh = await openBook(["pglite", "postgres"]);
    const small = (await shrunk(error, fresh, batchBegins(1))) ?? error;
    await fresh.close();
    assert.fail(toldStory(small));
  } finally {
    await book.close();
  }
  context.diagnostic(`${tally.stories} stories, ${tally.events} events, ${tally.asked} asked, ${Object.keys(tally.refused).length} refusals met, ${Object.keys(tally.arrows).length} arrows taken`);
  assert.ok(Object.keys(tally.faults).length >= 4, "the institution failed on both sides");
  assert.ok(Object.keys(tally.tricks).length >= 8, "every trick was played");
});

test("an engine that waits a day less for the shipment is found out, and the shortest story that shows it is told", async () => {
  const impatient = opinionPolicies.map((policy) => ({ ...policy, terms: { ...policy.terms, shipWithin: { ...policy.terms.shipWithin!, is: "P6D" } } }));
  const book = await openBook(["postgres"], impatient);
  const found = await playBatch({ seed: SEED, number: 0, stories: 100, rounds: 10, book, tally: emptyTally() }).catch((error: unknown) => error);
  assert.ok(found instanceof Difference, String(found));
  await book.close();
  const fresh = await openBook(["postgres"], impatient);
  const small = await shrunk(found, fresh, batchBegins(0));
  await fresh.close();
  assert.ok(small);
  assert.deepEqual(small.story.entries.map(({ turn }) => turn.asks.map(({ command }) => command.type)), [["PayOrder"]], "it is only paid, and never sent");
  assert.equal(small.story.placement.lines.length, 1);
  const text = toldStory(small);
  assert.match(text, /OrderClosed/);
  assert.equal(parseStories(text).length, 1, "it reads as a story");
});
