// What is played on the core alone is what the engine writes: the same endings, amounts, states and event hashes, order by order.
// And it does not matter whether orders are played one by one, all together, or in parts on several cores.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { Policy } from "../src/core/policy.ts";
import type { Dataset } from "../src/replay/histories.ts";
import { replay } from "../src/replay/replay.ts";
import { readVariant } from "../src/replay/variant.ts";
import type { Run } from "../src/replay/whatIf/coreRun.ts";
import { playInParallel } from "../src/replay/whatIf/crew.ts";
import { openElsewhere } from "../src/replay/whatIf/elsewhere.ts";
import { outcomeOf, plainEnding } from "../src/replay/whatIf/outcome.ts";
import { sideOf } from "../src/replay/whatIf/play.ts";
import { addTally, emptyTally, tallyOf, type Question } from "../src/replay/whatIf/tally.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { eventsHashOf, lastHashOf, numberedOrders, played, playSeeded } from "./support/coreReplay.ts";
import { olistFolder, retailFolder, scratchFolder } from "./support/histories.ts";
import { policyNamed } from "./support/coreOrder.ts";
import { newDatabase } from "./support/stores.ts";

const olist = olistFolder({ after });
const retail = retailFolder({ after });
const scratch = scratchFolder({ after });

/** A policy whose orders look at each other: two late orders of a seller bring a fine, and a buyer may leave one order unpaid. */
const harsh = join(scratch, "harsh.json");
writeFileSync(harsh, JSON.stringify(harshPolicy()));

function harshPolicy(): Policy {
  const policy = policyNamed("aliexpress", { unpaidOrdersAllowed: 1 });
  return { ...policy, policy: "harsh", sanctions: { ...policy.sanctions!, threshold: 4 } };
}

const replays: { dataset: Dataset; folder: string; policy: string }[] = [
  { dataset: "olist", folder: olist, policy: "olist" },
  { dataset: "olist", folder: olist, policy: "olist:shipGrace=P3D,protection=P5D" },
  { dataset: "olist", folder: olist, policy: harsh },
  { dataset: "online-retail", folder: retail, policy: "online-retail" },
];

for (const { dataset, folder, policy: text } of replays) {
  test(`${dataset} under ${text.replace(scratch, "…")}: the core alone writes the events that the engine writes, hash for hash`, async (context) => {
    const { url: databaseUrl, forget } = await newDatabase();
    const store = await openStore({ databaseUrl });
    context.after(async () => {
      await store.close();
      await forget();
    });
    const summary = await replay({ dataset, folder, policy: text, databaseUrl });
    const { policy } = await readVariant(text);
    const runs = await playSeeded(dataset, folder, policy);
    assert.equal(eventsHashOf(runs), summary.eventsHash);
    await compareStates(runs, store);
    assert.deepEqual(sumsOf(runs), {
      orders: summary.orders, endings: summary.endings, paidMinor: summary.paidMinor, releasedMinor: summary.releasedMinor, refundedMinor: summary.refundedMinor,
      heldMinor: summary.heldMinor, journalDifferenceMinor: summary.journalDifferenceMinor, commands: summary.commands, refusals: summary.refusals, leftOut: summary.leftOut,
    });
  });
}

/** Every order's state and last hash is what the store has. */
async function compareStates(runs: readonly Run[], store: Store): Promise<void> {
  const rows = await store.ordersAfter(null, 200);
  const placed = runs.filter(({ order }) => order !== null);
  assert.equal(rows.length, placed.length);
  for (const { id, order, ...run } of placed) {
    const row = rows.find((one) => one.id === id);
    assert.deepEqual(row?.state, JSON.parse(JSON.stringify(order)), order!.externalId);
    assert.equal(row?.lastHash, lastHashOf({ id, order, ...run }), order!.externalId);
  }
}

function sumsOf(runs: readonly Run[]) {
  const placed = runs.filter(({ order }) => order !== null).map((run) => ({ run, outcome: outcomeOf(run) }));
  const sum = (of: (one: (typeof placed)[number]) => number): number => placed.reduce((all, one) => all + of(one), 0);
  const counted = (names: string[]): Record<string, number> => Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));
  return {
    orders: placed.length, endings: counted(placed.map(({ outcome }) => plainEnding(outcome.ending))), paidMinor: sum(({ outcome }) => outcome.paidMinor),
    releasedMinor: sum(({ outcome }) => outcome.releasedMinor), refundedMinor: sum(({ outcome }) => outcome.refundedMinor), heldMinor: sum(({ outcome }) => outcome.heldMinor),
    journalDifferenceMinor: sum(({ outcome }) => outcome.journalDifferenceMinor), commands: runs.reduce((all, { commands }) => all + commands, 0),
    refusals: counted(runs.flatMap(({ deeds }) => deeds.flatMap(({ refusal }) => refusal ?? []))), leftOut: runs.reduce((all, { leftOut }) => all + leftOut, 0),
  };
}

test("A12, A6: what orders see of each other is seen: a seller is fined for the second late order, a buyer's second unpaid order is not placed", async () => {
  const runs = await playSeeded("olist", olist, harshPolicy());
  const fines = runs.flatMap(({ order }) => order?.sanctions ?? []).map(({ points, fineMinor }) => [points, fineMinor]);
  assert.deepEqual(fines, [[2, 0], [2, 0], [2, 225]], "north is late once, south twice: 5 % of 45.00 the second time");
  const fined = runs.map(outcomeOf).filter(({ platformMinor }) => platformMinor > 0);
  assert.deepEqual(fined.map(({ buyerMinor, sellerMinor, platformMinor }) => [buyerMinor, sellerMinor, platformMinor]), [[4_500, -225, 225]]);
  assert.deepEqual(runs.filter(({ order }) => order === null).map(({ deeds }) => deeds[0]!.refusal), ["TooManyUnpaidOrders"]);
});

describe("one by one, together, or in parts on several cores", () => {
  const plainly = (run: Run) => ({ ...outcomeOf(run), deeds: run.deeds.map(({ at, by, command, facts, refusal }) => [at, by.role, command.type, facts?.map(({ type }) => type), refusal]) });

  for (const [dataset, folder] of [["olist", olist], ["online-retail", retail]] as const) {
    test(`${dataset}: each order comes to the same`, async () => {
      const policy = policyNamed(dataset);
      const orders = await numberedOrders(dataset, folder, dataset);
      const alone = played(orders, [sideOf(policy)]).map(([run]) => plainly(run!));
      const together = played(orders, [{ ...sideOf(policy), elsewhere: openElsewhere() }]).map(([run]) => plainly(run!));
      assert.ok(alone.length > 2);
      assert.deepEqual(alone, together);
    });
  }

  test("parts of two orders on two cores add up to the whole, examples included", async () => {
    const question: Question = { against: await readVariant("olist"), variants: [await readVariant("olist:shipGrace=P3D"), await readVariant("olist:protection=P5D")], examples: 2 };
    const orders = await numberedOrders("olist", olist, "olist");
    const sum = emptyTally(question.variants.length);
    const parts = Array.from({ length: Math.ceil(orders.length / 2) }, (_, part) => orders.slice(2 * part, 2 * part + 2));
    await playInParallel(parts, question, 2, (tally) => addTally(sum, tally, question.examples));
    const whole = tallyOf(orders, question);
    assert.equal(whole.orders, 9);
    assert.deepEqual(sum, whole);
  });

  test("what a worker cannot do is told, and no worker stays behind", async () => {
    const variant = await readVariant("olist");
    const broken = { ...variant, policy: { ...variant.policy, deadlines: variant.policy.deadlines.map((rule) => ({ ...rule, since: "noSuchMoment" })) } };
    const orders = await numberedOrders("olist", olist, "olist");
    await assert.rejects(playInParallel([orders], { against: broken, variants: [variant], examples: 1 }, 2, () => undefined), /names no moment of the core: noSuchMoment/);
  });
});
