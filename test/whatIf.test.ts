// Comparing policies on small histories whose every ending was worked out by hand: which orders end otherwise, whose the money is,
// the examples as stories that play again, and what is said where a policy, a setting or an option is wrong.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { readWish, WrongUsage } from "../src/cli/wish.ts";
import { BadPolicy } from "../src/engine/policyShape.ts";
import { replay } from "../src/replay/replay.ts";
import { BadTerm } from "../src/replay/terms.ts";
import { readVariant, readWhatIfs, UnknownPolicy } from "../src/replay/variant.ts";
import { compare, type CompareRequest } from "../src/replay/whatIf/compare.ts";
import type { Comparison, VariantFigures } from "../src/replay/whatIf/comparison.ts";
import { outcomeOf } from "../src/replay/whatIf/outcome.ts";
import { pageOf } from "../src/replay/whatIf/page.ts";
import { sideOf } from "../src/replay/whatIf/play.ts";
import { comparisonText } from "../src/replay/whatIf/text.ts";
import { openStore } from "../src/store/store.ts";
import { formatStories } from "../src/story/format.ts";
import { parseStories } from "../src/story/story.ts";
import { policyNamed } from "./support/coreOrder.ts";
import { numberedOrders, played } from "./support/coreReplay.ts";
import { olistFolder, retailFolder, scratchFolder } from "./support/histories.ts";
import { playOnCore } from "./support/storyRunner.ts";

const olist = olistFolder({ after });
const retail = retailFolder({ after });
const scratch = scratchFolder({ after });
const onOlist = (request: Partial<CompareRequest>): Promise<Comparison> => compare({ dataset: "olist", folder: olist, examples: 9, ...request });

/** Each change as `from → to`, the orders it concerns, and what buyers, sellers and the platform have more. */
const changesOf = ({ changes }: VariantFigures) =>
  changes.map(({ from, to, orders, paidMinor, buyerMinor, sellerMinor, platformMinor, examples }) =>
    [`${from} → ${to}`, orders, paidMinor, buyerMinor, sellerMinor, platformMinor, examples.map(({ externalId }) => externalId).sort()]);

describe("on nine orders of Olist", () => {
  test("A13: three days of grace keep exactly the three orders that were shipped within them; what was never shipped goes back three days later", async () => {
    const { against, variants: [variant], ...rest } = await onOlist({ policy: "olist:shipGrace=P3D", against: "olist" });
    assert.deepEqual(changesOf(variant!), [["notShipped → completed", 3, 19_500, -19_500, 19_500, 0, ["approvedLate-south", "late-south", "twoSellers-north"]]]);
    assert.deepEqual(variant!.changed, { orders: 3, paidMinor: 19_500, buyerMinor: -19_500, sellerMinor: 19_500, platformMinor: 0 });
    assert.deepEqual(variant!.otherTime, { earlier: 0, later: 1 });
    assert.deepEqual([against.endings, variant!.endings], [{ completed: 4, notShipped: 4, unpaid: 1 }, { completed: 7, notShipped: 1, unpaid: 1 }]);
    assert.deepEqual([against.buyerMinor, against.sellerMinor, variant!.buyerMinor, variant!.sellerMinor], [24_000, 20_730, 4_500, 40_230]);
    assert.deepEqual([rest.orders, rest.heldMinor, rest.journalDifferenceMinor, rest.currency], [9, 0, 0, "BRL"]);
  });

  test("A15: five days of protection pay the seller before the parcel of six days has come; no amount moves, one payout comes sooner", async () => {
    const { against, variants: [variant] } = await onOlist({ whatIfs: ["protection=P5D"] });
    assert.deepEqual(changesOf(variant!), [["completed → completedUndelivered", 1, 2_230, 0, 0, 0, ["inTime-south"]]]);
    assert.deepEqual(variant!.otherTime, { earlier: 1, later: 0 }, "what is never delivered is paid out after five days, not sixty");
    assert.deepEqual(against.byEnding.map(({ ending, orders }) => [ending, orders]), [["notShipped", 4], ["completed", 3], ["unpaid", 1], ["completedUndelivered", 1]]);
    assert.deepEqual(variant!.endings, against.endings, "as a replay counts them nothing has changed");
  });

  test("the same policy changes nothing; several values make one table, in the order in which they were given", async () => {
    const { variants } = await onOlist({ whatIfs: ["protection=P60D", "shipGrace=P1D,P3D"] });
    assert.deepEqual(variants.map(({ name, changed }) => [name, changed.orders]), [["olist:protection=P60D", 0], ["olist:shipGrace=P1D", 1], ["olist:shipGrace=P3D", 3]]);
    assert.deepEqual([variants[0]!.changes, variants[0]!.otherTime], [[], { earlier: 0, later: 0 }]);
  });

  test("without --against every value is compared with the policy as it stands, settings included", async () => {
    const { against, variants: [variant] } = await onOlist({ terms: ["shipGrace=P3D"], whatIfs: ["shipGrace=PT0S"] });
    assert.deepEqual([against.name, variant!.name], ["olist:shipGrace=P3D", "olist:shipGrace=PT0S"]);
    assert.deepEqual(changesOf(variant!)[0]!.slice(0, 5), ["completed → notShipped", 3, 19_500, 19_500, -19_500]);
  });

  test("another marketplace's rules, which look across orders: every change is counted once, all money is somebody's", async () => {
    const { against, variants: [variant] } = await onOlist({ policy: "aliexpress", against: "olist" });
    assert.equal(variant!.orders, 9);
    assert.equal(variant!.changed.buyerMinor + variant!.changed.sellerMinor + variant!.changed.platformMinor, variant!.paidMinor - against.paidMinor);
    assert.ok(variant!.changed.orders > 0);
  });

  test("so many examples as are wanted, and the same ones every time; each names the order that a kept replay holds", async () => {
    const keep = join(scratch, "kept");
    await replay({ dataset: "olist", folder: olist, keep });
    const store = await openStore({ dataDir: keep });
    const rows = await store.ordersAfter(null, 200);
    await store.close();
    const all = (await onOlist({ whatIfs: ["shipGrace=P3D"] })).variants[0]!.changes[0]!.examples;
    for (const { orderId, externalId } of all) assert.equal(rows.find((row) => row.id === orderId)?.externalId, externalId);
    const two = (await onOlist({ whatIfs: ["shipGrace=P3D"], examples: 2 })).variants[0]!.changes[0]!.examples;
    assert.deepEqual(two, all.slice(0, 2));
    assert.deepEqual((await onOlist({ whatIfs: ["shipGrace=P3D"], examples: 0 })).variants[0]!.changes.map(({ orders, examples }) => [orders, examples]), [[3, []]]);
  });
});

test("Z3: a return window of thirty days leaves a pound with the seller that went back before; the rest is as it was", async () => {
  const { variants: [variant] } = await compare({ dataset: "online-retail", folder: retail, whatIfs: ["return.window=P30D"], examples: 9 });
  assert.deepEqual(changesOf(variant!), [["completed → completed", 1, 300, -100, 100, 0, ["1003"]]]);
});

test("X6: for each order under each policy, what was paid is the buyer's, the seller's or the platform's, to the cent", async () => {
  for (const [dataset, folder, texts] of [["olist", olist, ["olist", "olist:protection=P5D", "aliexpress", "taobao", "amazon"]], ["online-retail", retail, ["online-retail", "amazon", "taobao"]]] as const) {
    const policies = await Promise.all(texts.map((text) => readVariant(text)));
    const runs = played(await numberedOrders(dataset, folder, dataset), policies.map(({ policy }) => sideOf(policy)));
    assert.ok(runs.length > 2);
    for (const outcome of runs.flat().map(outcomeOf)) {
      assert.equal(outcome.buyerMinor + outcome.sellerMinor + outcome.platformMinor, outcome.paidMinor);
      assert.deepEqual([outcome.heldMinor, outcome.journalDifferenceMinor, outcome.releasedMinor + outcome.refundedMinor], [0, 0, outcome.paidMinor]);
    }
  }
});

test("every example is a story of each side that is written as stories are, and plays again on the core", async () => {
  const comparisons = [
    await onOlist({ whatIfs: ["shipGrace=P1D,P3D", "protection=P5D"] }), await onOlist({ policy: "aliexpress", against: "olist" }),
    await compare({ dataset: "online-retail", folder: retail, whatIfs: ["return.window=P30D"], examples: 9 }),
  ];
  const told = comparisons.flatMap(({ variants }) => variants).flatMap(({ changes }) => changes).flatMap(({ examples }) => examples).flatMap(({ before, after }) => [before, after]);
  assert.ok(told.length > 12);
  for (const { story: text } of told) {
    const [story] = parseStories(text);
    assert.equal(formatStories([story!]), `${text}\n`);
    playOnCore(story!, story!.setting.marketplaces[0]!, {});
  }
});

describe("for people", () => {
  test("the lines end in one table: the policy compared with, then each value", async () => {
    const text = comparisonText(await onOlist({ whatIfs: ["shipGrace=P1D,P3D", "protection=P5D"], examples: 1 }));
    const table = text.split("\n").slice(-4);
    assert.match(table[0]!, /^olist +of 9 +240\.00 BRL +207\.30 BRL +0\.00 BRL +1 +\d+\.\d$/);
    assert.match(table[1]!, /^shipGrace=P1D +1 +-35\.00 BRL +\+35\.00 BRL +0\.00 BRL +0 \/ 2 +1 /);
    assert.match(table[2]!, /^shipGrace=P3D +3 +-195\.00 BRL +\+195\.00 BRL +0\.00 BRL +0 \/ 1 +1 /);
    assert.match(table[3]!, /^protection=P5D +1 +0\.00 BRL +0\.00 BRL +0\.00 BRL +1 \/ 0 +2 /);
    assert.match(text, /^ {4}late-south {2}ord_\S+ {2}paid 35\.00 BRL$/m);
    assert.match(text, /^ {6}was not shipped in time: 2018-01-02 OrderPlaced, PaymentMade, PaymentConfirmed · 2018-01-05 RefundApproved ×3, OrderClosed, ShipOrder refused: OrderClosed/m);
  });

  test("the page has the table, the changes, the endings, the stories, and what the figures do not mean", async () => {
    const page = pageOf(await onOlist({ whatIfs: ["shipGrace=P3D"] }));
    for (const line of [
      "# What if: olist against `olist`", "| `shipGrace=P3D` | 3 | -195.00 BRL | +195.00 BRL | 0.00 BRL | 0 / 1 | 1 |",
      "3 of 9 orders (33.3 %) would have ended otherwise; buyers would have got back 195.00 BRL less, sellers would have received 195.00 BRL more.",
      "| not shipped in time → completed | 3 | 195.00 BRL | -195.00 BRL | +195.00 BRL | 0.00 BRL |", "| not shipped in time | 4 (44.4 %) | 1 (11.1 %) |",
      "A13 · Order late-south under olist: not shipped in time", "## What these figures mean, and what they do not",
    ]) assert.ok(page.includes(line), line);
    assert.equal(parseStories(page.split("```").filter((_, index) => index % 2 === 1).join("\n")).length, 6);
  });
});

describe("what is wrong is said", () => {
  test("a policy is a shipped one or a file, with settings after a colon", async () => {
    const file = join(scratch, "mine.json");
    writeFileSync(file, JSON.stringify({ ...policyNamed("olist"), policy: "mine" }));
    const variant = await readVariant(`${file}:shipGrace=P2D`, ["protection=P20D"]);
    assert.deepEqual([variant.policy.policy, variant.policy.terms.shipGrace!.is, variant.policy.terms.protection!.is], ["mine", "P2D", "P20D"]);
    assert.equal(variant.name, `${file}:shipGrace=P2D,protection=P20D`);
    assert.deepEqual((await readWhatIfs("olist", [], "protection.afterDelivery=P1D,P2D")).map(({ terms }) => terms), [{ "protection.afterDelivery": "P1D" }, { "protection.afterDelivery": "P2D" }]);
  });

  test("unknown policies, files and settings are refused with what there is", async () => {
    const file = join(scratch, "broken.json");
    writeFileSync(file, "{");
    const shapeless = join(scratch, "shapeless.json");
    writeFileSync(shapeless, JSON.stringify({ policy: "shapeless" }));
    const wrong: [string, new (...all: never[]) => Error, RegExp][] = [
      ["ebay", UnknownPolicy, /there is no policy ebay; there are aliexpress, .*or the path of a policy\.json/], [`${scratch}/none.json`, UnknownPolicy, /cannot be read: ENOENT/],
      [file, UnknownPolicy, /broken\.json is not JSON/], [shapeless, BadPolicy, /policy shapeless:\n.*version/],
      ["olist:shipgrace=P3D", BadTerm, /there is no term shipgrace; the terms of olist are:\n(.*\n)* {2}shipGrace=PT0S/], ["olist:shipGrace", BadTerm, /shipGrace is not TERM=VALUE/],
      ["olist:shipGrace=soon", BadTerm, /shipGrace cannot be soon/], ["olist:shipGrace=P3D,", BadTerm, / is not TERM=VALUE/],
    ];
    for (const [text, kind, message] of wrong) await assert.rejects(readVariant(text), (error) => error instanceof kind && message.test(error.message), text);
    await assert.rejects(readWhatIfs("olist", [], "shipGrace"), (error) => error instanceof BadTerm && /shipGrace is not TERM=VALUE,VALUE…/.test(error.message));
    await assert.rejects(readWhatIfs("olist", [], "shipGrace=P1D,,P3D"), /shipGrace cannot be empty/);
  });

  test("options that do not go together are refused in one line", () => {
    const wrong: [string[], RegExp][] = [
      [["--against", "olist", "--keep", "x"], /^a comparison keeps no database/], [["--what-if", "shipGrace=P1D", "--database"], /^a comparison keeps no database/],
      [["--examples", "3"], /^--examples belongs to a comparison: say --against or --what-if/], [["--report", "x.md"], /^--report belongs to a comparison/],
      [["--against", "olist", "--examples", "many"], /^--examples takes a number/], [["--against"], /--against/],
    ];
    for (const [args, message] of wrong) {
      assert.throws(() => readWish(["replay", "olist", ".", ...args]), (error) => error instanceof WrongUsage && message.test(error.message) && !error.message.includes("\n"), args.join(" "));
    }
  });
});

describe("on the command line", () => {
  const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
  const run = (...args: string[]) => spawnSync(process.execPath, [cli, "replay", "olist", olist, ...args], { encoding: "utf8" });

  test("--json prints one object alone, --report writes the page; a comparison leaves no other trace", () => {
    const report = join(scratch, "report.md");
    const { status, stdout, stderr } = run("--set", "shipGrace=P3D", "--against", "olist", "--json", "--examples", "1", "--report", report);
    assert.equal(status, 0, stderr);
    assert.equal(stdout.trimEnd().split("\n").length, 1);
    const comparison = JSON.parse(stdout) as Comparison;
    assert.deepEqual([comparison.orders, comparison.variants[0]!.changed.orders, comparison.heldMinor, comparison.journalDifferenceMinor], [9, 3, 0, 0]);
    for (const key of ["commands", "commandsPerSecond", "peakMemoryBytes", "seconds"] as const) assert.equal(typeof comparison[key], "number");
    assert.equal(readFileSync(report, "utf8"), pageOf(comparison));
    assert.match(stderr, /comparing/);
  });

  test("wrong usage ends with 2 and says what there is", () => {
    const unknown = run("--what-if", "shipgrace=P1D");
    assert.deepEqual([unknown.status, unknown.stdout], [2, ""]);
    assert.match(unknown.stderr, /there is no term shipgrace; the terms of olist are:\n/);
    const folder = run("--against", "olist", "--report", join(scratch, "nowhere", "x.md"));
    assert.deepEqual([folder.status, /^rescind: --report: there is no folder .*nowhere/.test(folder.stderr)], [2, true]);
  });
});
